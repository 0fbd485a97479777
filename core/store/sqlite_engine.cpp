#include "core/model/error.h"
#include "core/store/engine.h"
#include "core/store/file_checks.h"
#include "core/store/sql_functions.h"
#include <QCoreApplication>
#include <QDir>
#include <QSqlDriver>
#include <QSqlError>
#include <sqlite3.h>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Database)
};

/// Sees each row where SQLite has it; QSqlQuery would copy it first.
class SqliteCursor : public Cursor
{
public:
    SqliteCursor(sqlite3 *handle, const QString &path, const QString &sql, const QVariantList &values)
        : m_handle(handle)
        , m_path(path)
        , m_sql(sql)
    {
        const QByteArray text = sql.toUtf8();
        check(sqlite3_prepare_v2(m_handle, text.constData(), int(text.size()), &m_statement, nullptr));
        for (qsizetype i = 0; i < values.size(); ++i)
            check(bind(int(i) + 1, values[i]));
    }
    ~SqliteCursor() override { sqlite3_finalize(m_statement); }

    bool next() override
    {
        const int code = sqlite3_step(m_statement);
        if (code != SQLITE_ROW && code != SQLITE_DONE)
            check(code);
        return code == SQLITE_ROW;
    }

    QVariant value(int column) const override
    {
        switch (sqlite3_column_type(m_statement, column)) {
        case SQLITE_INTEGER:
            return qint64(sqlite3_column_int64(m_statement, column));
        case SQLITE_FLOAT:
            return sqlite3_column_double(m_statement, column);
        case SQLITE_NULL:
            return {};
        case SQLITE_BLOB: {
            const auto *blob = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
            return QByteArray(blob, sqlite3_column_bytes(m_statement, column));
        }
        default: {
            const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
            return QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement, column));
        }
        }
    }

private:
    int bind(int at, const QVariant &value)
    {
        if (value.isNull())
            return sqlite3_bind_null(m_statement, at);
        switch (value.typeId()) {
        case QMetaType::Bool:
        case QMetaType::Int:
        case QMetaType::UInt:
        case QMetaType::LongLong:
            return sqlite3_bind_int64(m_statement, at, value.toLongLong());
        case QMetaType::Double:
            return sqlite3_bind_double(m_statement, at, value.toDouble());
        case QMetaType::QByteArray: {
            const QByteArray bytes = value.toByteArray();
            return sqlite3_bind_blob(m_statement, at, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
        }
        default: {
            const QByteArray text = value.toString().toUtf8();
            return sqlite3_bind_text(m_statement, at, text.constData(), int(text.size()), SQLITE_TRANSIENT);
        }
        }
    }
    void check(int code) const
    {
        if (code == SQLITE_OK)
            return;
        const QString words = QString::fromUtf8(sqlite3_errmsg(m_handle));
        raiseSqliteError(QSqlError(words, words, QSqlError::StatementError, QString::number(code)), m_sql, m_path);
    }

    sqlite3 *m_handle;
    sqlite3_stmt *m_statement = nullptr;
    const QString m_path, m_sql;
};

class SqliteEngine : public Engine
{
public:
    SqliteEngine(const QSqlDatabase &connection, QString path)
        : m_path(std::move(path))
    {
        const QVariant v = connection.driver()->handle();
        m_handle = *static_cast<sqlite3 *const *>(v.constData());
        sqlite3_progress_handler(m_handle, 5000, &SqliteEngine::onProgress, this);
        addSqlFunctions(m_handle);
        sqlite3_extended_result_codes(m_handle, 1);
    }
    ~SqliteEngine() override { sqlite3_progress_handler(m_handle, 0, nullptr, nullptr); }
    [[noreturn]] void raise(const QSqlError &error, const QString &sql) const override
    {
        raiseSqliteError(error, sql, m_path);
    }
    QString beginSql() const override
    {
        refuseMoved();
        return QStringLiteral("BEGIN IMMEDIATE");
    }
    QString beginReadSql() const override { return QStringLiteral("BEGIN"); }
    bool mustRollBack() const override { return !sqlite3_get_autocommit(m_handle); }
    void setCancelCheck(std::function<bool()> check) override { m_cancelCheck = std::move(check); }
    std::unique_ptr<Cursor> cursor(const QString &sql, const QVariantList &values) override
    {
        return std::make_unique<SqliteCursor>(m_handle, m_path, sql, values);
    }

private:
    /// With a write-ahead log SQLite itself goes on writing to a file that nobody finds any more.
    void refuseMoved() const
    {
        int moved = 0;
        if (sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0)
            throw Error(
                ErrorKind::Connection,
                Tr::tr("“%1” has been moved, renamed or deleted while it was open, so nothing was saved. Put it "
                       "back where it was and save again.")
                    .arg(QDir::toNativeSeparators(m_path)));
    }

    static int onProgress(void *self)
    {
        const auto &check = static_cast<SqliteEngine *>(self)->m_cancelCheck;
        return check && check();
    }
    QString m_path;
    sqlite3 *m_handle;
    std::function<bool()> m_cancelCheck;
};

} // namespace

/// SQLite's result codes in the person's words. https://www.sqlite.org/rescode.html
void raiseSqliteError(const QSqlError &error, const QString &sql, const QString &path)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    const QString details = QStringLiteral("%1 [%2] in: %3").arg(error.text(), error.nativeErrorCode(), sql.left(2000));
    const QString shown = QDir::toNativeSeparators(path);
    switch (code) {
    case SQLITE_INTERRUPT:
        throw Error(ErrorKind::Cancelled, Tr::tr("Cancelled."), details);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        throw Error(ErrorKind::Busy, Tr::tr("“%1” is being used by another program. Try again in a moment.").arg(shown),
                    details);
    case SQLITE_FULL:
        throw Error(ErrorKind::Connection,
                    Tr::tr("The disk is full: nothing was saved. Free some space and save again."), details);
    case SQLITE_READONLY:
        throw Error(ErrorKind::Denied, Tr::tr("“%1” may only be read, so nothing was saved.").arg(shown), details);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        throw Error(ErrorKind::Corrupt, Tr::tr("“%1” is damaged. Restore it from a backup.").arg(shown), details);
    case SQLITE_IOERR:
        if (isDiskFull(path)) // the shared memory beside the file cannot grow either, and SQLite has no code for that
            throw Error(ErrorKind::Connection,
                        Tr::tr("The disk is full: nothing was saved. Free some space and save again."), details);
        throw Error(ErrorKind::Connection,
                    Tr::tr("“%1” cannot be read or written: the disk reports an error.").arg(shown), details);
    case SQLITE_CANTOPEN:
        throw Error(ErrorKind::Connection, Tr::tr("“%1” cannot be opened.").arg(shown), details);
    case SQLITE_CONSTRAINT:
        throw Error(ErrorKind::Validation, Tr::tr("The data contradicts other records, so nothing was saved."),
                    details);
    default:
        throw Error(ErrorKind::Corrupt, Tr::tr("The database refused a request of the program."), details);
    }
}

std::unique_ptr<Engine> sqliteEngine(const QSqlDatabase &connection, const QString &path)
{
    return std::make_unique<SqliteEngine>(connection, path);
}

} // namespace crm
