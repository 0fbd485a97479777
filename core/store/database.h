// One connection to a database. Belongs to the thread that opened it.
#pragma once
#include "core/core_export.h"
#include "core/model/registry.h"
#include "core/store/server/server_address.h"
#include <QSqlDatabase>
#include <QSqlQuery>
#include <functional>
#include <memory>

class QThread;

namespace crm {

struct OpenOptions
{
    bool readOnly = false;
    bool create = false; ///< a new file; refuses one that exists
    int busyTimeoutMs = 5000;
};

struct ServerOptions
{
    int connectSeconds = 10;
    int readSeconds = 60; ///< longest silence of the server while it works on a statement
    int writeSeconds = 60;
    bool selectDatabase = true; ///< false: the address's database need not be there yet
    /// An administrator of the MariaDB itself, whose account may know other ways than ed25519 to check a password
    /// (none of them sends it in the clear).
    bool administrator = false;
};

class Database;
class Cursor;

/// The answer of one statement. Gives the statement back to the connection's cache when it goes.
class CRM_CORE Rows
{
public:
    Rows(Rows &&other) noexcept;
    Rows &operator=(Rows &&other) noexcept;
    ~Rows();
    bool next(); ///< throws Error (Cancelled, Busy, Corrupt ...)
    QVariant value(int column) const { return m_cursor ? fromCursor(column) : m_query->value(column); }
    bool isNull(int column) const { return m_cursor ? fromCursor(column).isNull() : m_query->isNull(column); }
    qint64 integer(int column) const { return value(column).toLongLong(); }
    QString text(int column) const { return value(column).toString(); }
    QStringList columnNames() const;
    int affected() const { return m_query->numRowsAffected(); }

private:
    friend class Database;
    Rows(Database *db, QString sql, std::unique_ptr<QSqlQuery> query);
    Rows(Database *db, std::unique_ptr<Cursor> cursor);
    QVariant fromCursor(int column) const;
    Database *m_db;
    QString m_sql;
    std::unique_ptr<QSqlQuery> m_query;
    std::unique_ptr<Cursor> m_cursor; ///< instead of a query
};

class CRM_CORE Database
{
public:
    /// Opens a local file: recognises what is no database, damaged, of another program, on a network share, locked,
    /// read-only, and says so in one sentence (Error Corrupt, Unsupported, Busy, Denied ...).
    static std::unique_ptr<Database> openFile(const QString &path, const OpenOptions &options = {});
    /// Connects to a server, encrypted and with its host name verified as the address says. Says in one sentence why
    /// not: nobody there, no answer in time, unknown name, certificate refused, wrong name or password, no such
    /// database ... (Error Connection, Denied, Unsupported ...). Ready after it for statements of the office: UTC,
    /// strict mode.
    static std::unique_ptr<Database> openServer(const ServerAddress &address, const QString &user,
                                                const QString &password, const ServerOptions &options = {});
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Gets the answers one after the other; `index` counts those that have columns.
    using TakeRows = std::function<void(int index, Rows &rows)>;

    /// Runs a prepared statement (cached by its text) with positional values. Throws Error. On a server one round trip,
    /// the first time too, and the whole answer is read: other statements may run while its rows are looked at.
    Rows run(const QString &sql, const QVariantList &values = {});
    /// First column of the first row; invalid if there is none.
    QVariant scalar(const QString &sql, const QVariantList &values = {});
    /// One statement without parameters and without caching (DDL, PRAGMA).
    void exec(const QString &sql);
    /// A procedure that answers with several result sets: "CALL p(?, ?)". All are read before the first is given, so
    /// that an error of the procedure comes before any of them.
    void call(const QString &sql, const QVariantList &values, const TakeRows &take);
    /// Several SELECTs without parameters: on a server in one round trip (one of them failing fails all).
    void runTogether(const QStringList &selects, const TakeRows &take);
    /// One SELECT of very many rows, which are not kept; `take` gets each and answers whether it wants more. It runs no
    /// statement on this connection meanwhile, and asks each column's value, no names.
    void stream(const QString &sql, const QVariantList &values, const std::function<bool(Rows &row)> &take);

    void begin();     ///< takes the write lock at once
    void beginRead(); ///< one snapshot for several reads
    void commit();
    void commitBy(const QString &call); ///< a procedure of a server that commits as its last step
    void rollback();
    bool inTransaction() const { return m_inTransaction; }

    /// While it returns true, running statements are interrupted (Error Cancelled). Looked at every few thousand steps;
    /// on a server by another thread, some twenty times a second while it is waited for, and before each statement.
    void setCancelCheck(std::function<bool()> check);
    qint64 statementsRun() const { return m_statements; }    ///< for tests that count queries
    qint64 statementsPrepared() const { return m_prepared; } ///< the others were kept from before
    qint64 roundTrips() const;                               ///< to the server, without those of connecting
    bool isServer() const;
    QString serverVersion() const;                 ///< as the server calls itself ("10.11.6-MariaDB"); empty for a file
    bool isLost() const;                           ///< the connection has broken; nothing can be done with it any more
    const QString &path() const { return m_path; } ///< of the file; of a server what people call it
    bool isReadOnly() const { return m_readOnly; }

    /// No connection may be opened or used on this thread: the program names the window's. Null: none is forbidden.
    static void forbidThread(QThread *thread);

private:
    friend class Rows;
    Database();
    void connectFile(const OpenOptions &options);
    static QString newConnectionName();
    void checkThread() const;
    std::unique_ptr<QSqlQuery> newQuery(const QString &sql);
    void execute(QSqlQuery &query, const QString &sql, const QVariantList &values);
    void control(const QString &sql);
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
