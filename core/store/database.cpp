#include "core/store/database.h"
#include "core/model/error.h"
#include "core/model/text.h"
#include "core/store/file_checks.h"
#include "core/store/sql_functions.h"
#include <QAtomicInteger>
#include <QCache>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSqlDriver>
#include <QSqlError>
#include <QThread>
#include <sqlite3.h>

namespace crm {

namespace {
Q_LOGGING_CATEGORY(log, "mycrm.store")
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Database)
};

QAtomicPointer<QThread> forbidden;

/// In release builds too: a stall that nobody notices is how windows become slow. Tests fail on the message.
void reportForbiddenThread()
{
    if (QThread::currentThread() == forbidden.loadRelaxed())
        qCCritical(log, "SQL on the window's thread");
}

/// SQLite's result codes in the person's words. https://www.sqlite.org/rescode.html
[[noreturn]] void raise(const QSqlError &error, const QString &sql, const QString &path)
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
} // namespace

struct Database::Private
{
    QString connectionName;
    QSqlDatabase connection;
    /// Prepared statements that nobody reads from. Those used longest ago go first: ad-hoc filters and lists of ids
    /// pile up, and must not keep out the statements of every day.
    QCache<QString, QSqlQuery> idle{300};
    std::function<bool()> cancelCheck;
    QThread *thread = QThread::currentThread();

    sqlite3 *handle() const
    {
        const QVariant v = connection.driver()->handle();
        return *static_cast<sqlite3 *const *>(v.constData());
    }
    static int onProgress(void *self)
    {
        const auto &check = static_cast<Private *>(self)->cancelCheck;
        return check && check();
    }
};

// --- Rows

Rows::Rows(Rows &&other) noexcept = default;

Rows &Rows::operator=(Rows &&other) noexcept
{
    if (m_query)
        m_db->giveBack(m_sql, std::move(m_query));
    m_db = other.m_db;
    m_sql = std::move(other.m_sql);
    m_query = std::move(other.m_query);
    return *this;
}

Rows::~Rows()
{
    if (m_query)
        m_db->giveBack(m_sql, std::move(m_query));
}

bool Rows::next()
{
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid())
        raise(m_query->lastError(), m_sql, m_db->path());
    return false;
}

// --- Database

Database::Database()
    : d(std::make_unique<Private>())
{}

Database::~Database()
{
    d->idle.clear();
    const QString name = d->connectionName;
    d->connection.close();
    d->connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

void Database::forbidThread(QThread *thread) { forbidden.storeRelaxed(thread); }

std::unique_ptr<Database> Database::openFile(const QString &path, const OpenOptions &options)
{
    if (options.create)
        checkNewLocalFile(path);
    else
        checkLocalFile(path);
    std::unique_ptr<Database> db(new Database);
    db->m_path = path;
    db->m_readOnly = options.readOnly;
    db->connectFile(options);
    return db;
}

void Database::connectFile(const OpenOptions &options)
{
    reportForbiddenThread();
    static QAtomicInteger<quint64> counter;
    d->connectionName = QStringLiteral("mycrm-%1").arg(counter.fetchAndAddRelaxed(1));
    d->connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), d->connectionName);
    d->connection.setDatabaseName(m_path);
    d->connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1%2")
                                        .arg(options.busyTimeoutMs)
                                        .arg(options.readOnly ? QStringLiteral(";QSQLITE_OPEN_READONLY") : QString()));
    if (!d->connection.open())
        raise(d->connection.lastError(), QStringLiteral("open"), m_path);
    addSqlFunctions(d->handle());
    sqlite3_progress_handler(d->handle(), 5000, &Private::onProgress, d.get());
    sqlite3_extended_result_codes(d->handle(), 1);
    if (options.create) {
        exec(QStringLiteral("PRAGMA application_id=%1").arg(sqliteApplicationId));
        exec(QStringLiteral("PRAGMA journal_mode=WAL"));
    }
    if (!options.readOnly && !options.create && !QFileInfo(m_path).isWritable()) {
        throw Error(ErrorKind::Denied, Tr::tr("“%1” may only be read. Remove the write protection or open a copy.")
                                           .arg(QDir::toNativeSeparators(m_path)));
    }
    // FULL: a confirmed save survives a power cut too. No mmap_size: what is mapped counts as memory of the program,
    // once for each connection, and a file that shrinks under it (a disk pulled out) would end the program with SIGBUS.
    for (const char *pragma : {"synchronous=FULL", "foreign_keys=ON", "temp_store=MEMORY", "cache_size=-16000",
                               "trusted_schema=OFF", "recursive_triggers=ON"})
        exec(QStringLiteral("PRAGMA ") + QLatin1String(pragma));
}

Rows Database::run(const QString &sql, const QVariantList &values)
{
    Q_ASSERT_X(QThread::currentThread() == d->thread, "Database", "used on another thread");
    reportForbiddenThread();
    std::unique_ptr<QSqlQuery> query(d->idle.take(sql));
    if (!query) {
        query = std::make_unique<QSqlQuery>(d->connection);
        query->setForwardOnly(true);
        if (!query->prepare(sql))
            raise(query->lastError(), sql, m_path);
        ++m_prepared;
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        query->bindValue(int(i), values[i]);
    ++m_statements;
    if (!query->exec())
        raise(query->lastError(), sql, m_path);
    return Rows(this, sql, std::move(query));
}

void Database::giveBack(const QString &sql, std::unique_ptr<QSqlQuery> query)
{
    query->finish();
    if (!d->idle.contains(sql))
        d->idle.insert(sql, query.release());
}

QVariant Database::scalar(const QString &sql, const QVariantList &values)
{
    Rows rows = run(sql, values);
    return rows.next() ? rows.value(0) : QVariant();
}

void Database::exec(const QString &sql)
{
    QSqlQuery query(d->connection);
    ++m_statements;
    if (!query.exec(sql))
        raise(query.lastError(), sql, m_path);
}

void Database::begin()
{
    run(QStringLiteral("BEGIN IMMEDIATE"));
    m_inTransaction = true;
}

void Database::beginRead()
{
    run(QStringLiteral("BEGIN"));
    m_inTransaction = true;
}

void Database::commit()
{
    run(QStringLiteral("COMMIT"));
    m_inTransaction = false;
}

void Database::rollback()
{
    m_inTransaction = false;
    // A statement that failed hard (disk full) has rolled back by itself; then there is nothing left to do.
    if (!sqlite3_get_autocommit(d->handle())) {
        const auto check = std::exchange(d->cancelCheck, {});
        run(QStringLiteral("ROLLBACK"));
        d->cancelCheck = check;
    }
}

void Database::setCancelCheck(std::function<bool()> check) { d->cancelCheck = std::move(check); }

// --- Transaction

Transaction::Transaction(Database &db, Mode mode)
    : m_db(db)
    , m_outer(!db.inTransaction())
{
    if (!m_outer)
        return;
    if (mode == Write)
        db.begin();
    else
        db.beginRead();
}

Transaction::~Transaction()
{
    if (!m_outer || m_done)
        return;
    try {
        m_db.rollback();
    } catch (const Error &e) {
        // The connection is gone or broken; the file rolls back when it is opened next.
        qWarning("rollback: %s", e.what());
    }
}

void Transaction::commit()
{
    if (m_outer)
        m_db.commit();
    m_done = true;
}

} // namespace crm
