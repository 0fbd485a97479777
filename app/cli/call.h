// One call of mycrmctl: options, who acts, the open database, the way out.
#pragma once
#include "app/cli/command.h"
#include "app/cli/output.h"
#include "core/store/session.h"
#include <QMultiHash>
#include <memory>

namespace crm::cli {

/// What stands before or behind any verb.
struct Globals
{
    QString database; ///< --db
    QString profile;  ///< --profile, else MYCRM_PROFILE where there is no --db
    QString user;     ///< --user, else MYCRM_USER
    bool passwordOnStdin = false;
    bool remember = false;
    bool json = false;
    bool help = false;
    bool version = false;
    QString language; ///< --lang
};

class Call
{
public:
    Call(const Command &command, const Globals &globals, Output &out)
        : out(out)
        , m_command(command)
        , m_globals(globals)
    {}

    /// Splits what follows the verb into arguments and options. Throws UsageError.
    void read(const QStringList &words);

    QStringList arguments;
    Output &out;
    const Globals &globals() const { return m_globals; }
    bool json() const { return m_globals.json; }
    bool has(const QString &option) const { return m_options.contains(option); }
    QString value(const QString &option, const QString &otherwise = {}) const
    {
        return m_options.value(option, otherwise);
    }
    /// In the order in which they were given; at commas as well.
    QStringList list(const QString &option) const;
    QStringList values(const QString &option) const;
    /// Throws UsageError for what is no whole number of at least `least`.
    qint64 number(const QString &option, qint64 otherwise, qint64 least = 0) const;

    QString databasePath() const; ///< of a file; throws UsageError without --db
    Target target() const;        ///< --db or --profile; throws UsageError without either
    /// Opens and signs in at the first call.
    Repository &repository();
    const Catalog &catalog() { return *repository().catalog(); }
    const Entity &entity(const QString &key) { return catalog().at(key); }
    /// Shows progress on a terminal; Ctrl+C cancels. @param done "%1 of %2 rows"
    Progress progress(const QString &done);

private:
    const OptionSpec *optionNamed(const QString &name) const;
    const Command &m_command;
    Globals m_globals;
    QMultiHash<QString, QString> m_options;
    QStringList m_order; ///< of repeated options: name and value
    std::unique_ptr<Repository> m_repository;
};

} // namespace crm::cli
