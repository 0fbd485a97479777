// What differs between a local file and a server below Database. Internal; the thread of its Database, but for the
// check of setCancelCheck().
#pragma once
#include "core/store/database.h"

class QSqlError;

namespace crm {

/// Goes through the rows of one SELECT in the database's own interface, without a copy of each.
class Cursor
{
public:
    virtual ~Cursor() = default;
    virtual bool next() = 0; ///< throws Error
    virtual QVariant value(int column) const = 0;
};

class Engine
{
public:
    virtual ~Engine() = default;
    /// Throws what the error means to a person.
    [[noreturn]] virtual void raise(const QSqlError &error, const QString &sql) const = 0;
    virtual QString beginSql() const = 0;
    virtual QString beginReadSql() const = 0;
    /// False when a statement that failed hard has rolled back by itself, or nobody is there to be told.
    virtual bool mustRollBack() const = 0;
    /// Null: nothing can be cancelled.
    virtual void setCancelCheck(std::function<bool()> check) = 0;
    virtual qint64 roundTrips() const { return 0; }
    virtual bool isServer() const { return false; }
    virtual QString serverVersion() const { return {}; }
    virtual bool isLost() const { return false; }
    /// Null: rows are streamed by a query after setStreaming(true).
    virtual std::unique_ptr<Cursor> cursor(const QString &, const QVariantList &) { return {}; }
    virtual void setStreaming(bool) {}
    /// Around each statement, and each row that is awaited; waiting() may throw Cancelled.
    virtual void waiting() {}
    virtual void answered() {}
};

/// @param connection open, SQLite. It outlives the engine.
std::unique_ptr<Engine> sqliteEngine(const QSqlDatabase &connection, const QString &path);

namespace mariadb {
class Driver;
}
/// @param driver open. It outlives the engine.
std::unique_ptr<Engine> serverEngine(mariadb::Driver &driver, const QString &shownName);

/// What an error of a local file means (throws).
[[noreturn]] void raiseSqliteError(const QSqlError &error, const QString &sql, const QString &path);
/// What an error of a server means (throws). @param server as people call it
[[noreturn]] void raiseServerError(const QSqlError &error, const QString &sql, const QString &server);
/// Why no connection came about (throws).
[[noreturn]] void raiseConnectError(const QSqlError &error, const QString &server);
/// True for errors after which a connection, once it was open, is of no use any more.
bool isConnectionLost(const QSqlError &error);

} // namespace crm
