// One connection to a database. Belongs to the thread that opened it.
#pragma once
#include "core/core_export.h"
#include "core/model/registry.h"
#include <QSqlDatabase>
#include <QSqlQuery>
#include <memory>

class QThread;

namespace crm {

struct OpenOptions
{
    bool readOnly = false;
    bool create = false; ///< a new file; refuses one that exists
    int busyTimeoutMs = 5000;
};

class Database;

/// The answer of one statement. Gives the statement back to the connection's cache when it goes.
class CRM_CORE Rows
{
public:
    Rows(Rows &&other) noexcept;
    Rows &operator=(Rows &&other) noexcept;
    ~Rows();
    bool next(); ///< throws Error (Cancelled, Busy, Corrupt ...)
    QVariant value(int column) const { return m_query->value(column); }
    bool isNull(int column) const { return m_query->isNull(column); }
    qint64 integer(int column) const { return m_query->value(column).toLongLong(); }
    QString text(int column) const { return m_query->value(column).toString(); }
    int affected() const { return m_query->numRowsAffected(); }

private:
    friend class Database;
    Rows(Database *db, QString sql, std::unique_ptr<QSqlQuery> query)
        : m_db(db)
        , m_sql(std::move(sql))
        , m_query(std::move(query))
    {}
    Database *m_db;
    QString m_sql;
    std::unique_ptr<QSqlQuery> m_query;
};

class CRM_CORE Database
{
public:
    /// Opens a local file: recognises what is no database, damaged, of another program, on a network share, locked,
    /// read-only, and says so in one sentence (Error Corrupt, Unsupported, Busy, Denied ...).
    static std::unique_ptr<Database> openFile(const QString &path, const OpenOptions &options = {});
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs a prepared statement (cached by its text) with positional values. Throws Error.
    Rows run(const QString &sql, const QVariantList &values = {});
    /// First column of the first row; invalid if there is none.
    QVariant scalar(const QString &sql, const QVariantList &values = {});
    /// One statement without parameters and without caching (DDL, PRAGMA).
    void exec(const QString &sql);

    void begin();     ///< takes the write lock at once
    void beginRead(); ///< one snapshot for several reads
    void commit();
    void rollback();
    bool inTransaction() const { return m_inTransaction; }

    /// While it returns true, running statements are interrupted (Error Cancelled). Looked at every few thousand steps.
    void setCancelCheck(std::function<bool()> check);
    qint64 statementsRun() const { return m_statements; }    ///< for tests that count queries
    qint64 statementsPrepared() const { return m_prepared; } ///< the others were kept from before
    const QString &path() const { return m_path; }
    bool isReadOnly() const { return m_readOnly; }

    /// No connection may be opened or used on this thread: the program names the window's. Null: none is forbidden.
    static void forbidThread(QThread *thread);

private:
    friend class Rows;
    Database();
    void connectFile(const OpenOptions &options);
    void giveBack(const QString &sql, std::unique_ptr<QSqlQuery> query);
    struct Private;
    std::unique_ptr<Private> d;
    QString m_path;
    bool m_readOnly = false;
    bool m_inTransaction = false;
    qint64 m_statements = 0, m_prepared = 0;
};

/// Rolls back unless committed. Nested ones join the outer, which alone commits.
class CRM_CORE Transaction
{
public:
    enum Mode { Write, Read };
    [[nodiscard]] explicit Transaction(Database &db, Mode mode = Write);
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
