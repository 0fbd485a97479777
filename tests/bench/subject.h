// The database that is measured, and the people who look at it.
#pragma once
#include "core/store/repository.h"
#include <QString>
#include <memory>
#include <sqlite3.h>

namespace crm::bench {

/// Somebody at work, with a connection of their own.
struct Person
{
    QString name;
    std::unique_ptr<Repository> repository;
    sqlite3 *handle = nullptr; ///< of the connection
};

/// Makes the file with demo data unless it is there; says how long it took.
void ensureDatabase(const QString &path, qint64 clients);
/// A copy beside the file, in which the bench may write; goes with the object.
class Scratch
{
public:
    explicit Scratch(const QString &original);
    ~Scratch();
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;
    const QString &path() const { return m_path; }

private:
    QString m_path;
};

Person openAdmin(const QString &path);
/// The demo's first person whose role shows them their own clients only; made active first.
Person openOwner(const QString &path);
/// The same for a role that shows the clients of the whole team.
Person openTeamMember(const QString &path);
/// A new person with the role of openOwner(), to whom no client belongs.
Person openNewcomer(const QString &path);

/// SQLite's plan of a statement, one step a line.
QString planOf(sqlite3 *db, const QByteArray &sql);

} // namespace crm::bench
