// One connection to a database. Belongs to the thread that opened it.
#pragma once
#include "core/core_export.h"
#include "core/model/registry.h"
#include <QSqlDatabase>
#include <QSqlQuery>
#include <atomic>

namespace crm {

struct OpenOptions
{
    bool readOnly = false;
    bool create = false;   ///< a new file; refuses one that exists
    int busyTimeoutMs = 5000;
};

class CRM_CORE Database
{
public:
    /// Opens a local file: recognises what is no database, damaged, newer, on a network share, locked, read-only, and
    /// says so in one sentence (Error Corrupt, Unsupported, Busy, Denied ...).
    static std::unique_ptr<Database> openFile(const QString &path, const OpenOptions &options = {});
    ~Database();

    /// Runs a prepared statement (cached by its text) with positional values. Throws Error.
    QSqlQuery run(const QString &sql, const QVariantList &values = {});
    /// First column of the first row; invalid if there is none.
    QVariant scalar(const QString &sql, const QVariantList &values = {});
    /// Any number of statements without parameters.
    void script(const QString &sql);

    void begin();      ///< takes the write lock at once
    void beginRead();  ///< one snapshot for several reads
    void commit();
    void rollback();
    bool inTransaction() const { return m_depth > 0; }

    /// While it returns true, running statements are interrupted (Error Cancelled). Looked at every few thousand steps.
    void setCancelCheck(std::function<bool()> check);
    qint64 statementsRun() const { return m_statements; } ///< for tests that count queries
    const QString &path() const { return m_path; }
    bool isReadOnly() const { return m_readOnly; }

private:
    Database() = default;
    struct Private;
    std::unique_ptr<Private> d;
    QString m_path;
    bool m_readOnly = false;
    int m_depth = 0;
    qint64 m_statements = 0;
};

/// Rolls back unless committed. Nested ones join the outer.
class CRM_CORE [[nodiscard]] Transaction
{
public:
    explicit Transaction(Database &db);
    ~Transaction();
    void commit();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

private:
    Database &m_db;
    bool m_outer;
    bool m_done = false;
};

} // namespace crm
