#include "core/store/database.h"
#include "core/model/error.h"
#include "core/store/engine.h"
#include "core/store/file_checks.h"
#include "core/store/mariadb/driver.h"
#include <QAtomicInteger>
#include <QCache>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSqlError>
#include <QSqlRecord>
#include <QThread>

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
} // namespace

struct Database::Private
{
    QString connectionName;
    QSqlDatabase connection;
    /// Prepared statements that nobody reads from. Those used longest ago go first: ad-hoc filters and lists of ids
    /// pile up, and must not keep out the statements of every day.
    QCache<QString, QSqlQuery> idle{300};
    std::unique_ptr<Engine> engine;
    std::function<bool()> cancelCheck;
    QThread *thread = QThread::currentThread();
};

// --- Rows

Rows::Rows(Rows &&other) noexcept = default;

Rows &Rows::operator=(Rows &&other) noexcept
{
    if (m_query && !m_sql.isEmpty())
        m_db->giveBack(m_sql, std::move(m_query));
    m_db = other.m_db;
    m_sql = std::move(other.m_sql);
    m_query = std::move(other.m_query);
    m_cursor = std::move(other.m_cursor);
    return *this;
}

Rows::~Rows()
{
    if (m_query && !m_sql.isEmpty()) // statements without a text are nobody's to use again
        m_db->giveBack(m_sql, std::move(m_query));
}

Rows::Rows(Database *db, QString sql, std::unique_ptr<QSqlQuery> query)
    : m_db(db)
    , m_sql(std::move(sql))
    , m_query(std::move(query))
{}

Rows::Rows(Database *db, std::unique_ptr<Cursor> cursor)
    : m_db(db)
    , m_cursor(std::move(cursor))
{}

QVariant Rows::fromCursor(int column) const { return m_cursor->value(column); }

bool Rows::next()
{
    if (m_cursor)
        return m_cursor->next();
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid())
        m_db->d->engine->raise(m_query->lastError(), m_sql);
    return false;
}

// --- Database

Database::Database()
    : d(std::make_unique<Private>())
{}

Database::~Database()
{
    d->idle.clear();
    d->engine.reset(); // it may still be asking the server something
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

QString Database::newConnectionName()
{
    reportForbiddenThread();
    static QAtomicInteger<quint64> counter;
    return QStringLiteral("mycrm-%1").arg(counter.fetchAndAddRelaxed(1));
}

void Database::connectFile(const OpenOptions &options)
{
    d->connectionName = newConnectionName();
    d->connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), d->connectionName);
    d->connection.setDatabaseName(m_path);
    d->connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1%2")
                                        .arg(options.busyTimeoutMs)
                                        .arg(options.readOnly ? QStringLiteral(";QSQLITE_OPEN_READONLY") : QString()));
    if (!d->connection.open())
        raiseSqliteError(d->connection.lastError(), QStringLiteral("open"), m_path);
    d->engine = sqliteEngine(d->connection, m_path);
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

std::unique_ptr<Database> Database::openServer(const ServerAddress &address, const QString &user,
                                               const QString &password, const ServerOptions &options)
{
    std::unique_ptr<Database> db(new Database);
    db->m_path = address.displayName();
    db->d->connectionName = newConnectionName();
    auto *driver = new mariadb::Driver({address, user, password, options.connectSeconds, options.readSeconds,
                                        options.writeSeconds, options.selectDatabase, options.administrator});
    db->d->connection = QSqlDatabase::addDatabase(driver, db->d->connectionName); // owns the driver
    if (!db->d->connection.open())
        raiseConnectError(db->d->connection.lastError(), db->m_path);
    db->d->engine = serverEngine(*driver, db->m_path);
    return db;
}

void Database::checkThread() const
{
    Q_ASSERT_X(QThread::currentThread() == d->thread, "Database", "used on another thread");
    reportForbiddenThread();
}

std::unique_ptr<QSqlQuery> Database::newQuery(const QString &sql)
{
    auto query = std::make_unique<QSqlQuery>(d->connection);
    query->setForwardOnly(true);
    if (!query->prepare(sql))
        d->engine->raise(query->lastError(), sql);
    ++m_prepared;
    return query;
}

void Database::execute(QSqlQuery &query, const QString &sql, const QVariantList &values)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values[i]);
    ++m_statements;
    d->engine->waiting();
    const bool done = query.exec();
    d->engine->answered();
    if (!done)
        d->engine->raise(query.lastError(), sql);
}

Rows Database::run(const QString &sql, const QVariantList &values)
{
    checkThread();
    std::unique_ptr<QSqlQuery> query(d->idle.take(sql));
    if (!query)
        query = newQuery(sql);
    execute(*query, sql, values);
    return Rows(this, sql, std::move(query));
}

QStringList Rows::columnNames() const
{
    const QSqlRecord record = m_query->record();
    QStringList out;
    for (int i = 0; i < record.count(); ++i)
        out << record.fieldName(i);
    return out;
}

void Database::giveBack(const QString &sql, std::unique_ptr<QSqlQuery> query)
{
    query->finish();
    if (!d->idle.contains(sql))
        d->idle.insert(sql, query.release());
}

void Database::call(const QString &sql, const QVariantList &values, const TakeRows &take)
{
    Rows rows = run(sql, values);
    int index = 0;
    do {
        if (rows.m_query->isSelect())
            take(index++, rows);
    } while (rows.m_query->nextResult());
}

void Database::stream(const QString &sql, const QVariantList &values, const std::function<bool(Rows &)> &take)
{
    checkThread();
    if (auto cursor = d->engine->cursor(sql, values)) {
        ++m_statements;
        for (Rows rows(this, std::move(cursor)); rows.next() && take(rows);) {
        }
        return;
    }
    // Not from the cache: a statement that is dropped half read must not meet anybody again.
    std::unique_ptr<QSqlQuery> query = newQuery(sql);
    d->engine->setStreaming(true);
    try {
        execute(*query, sql, values);
    } catch (...) {
        d->engine->setStreaming(false);
        throw;
    }
    d->engine->setStreaming(false);
    Rows rows(this, {}, std::move(query));
    const auto next = [&] {
        d->engine->waiting();
        const bool more = rows.m_query->next();
        d->engine->answered();
        if (!more && rows.m_query->lastError().isValid())
            d->engine->raise(rows.m_query->lastError(), sql);
        return more;
    };
    while (next()) {
        if (!take(rows))
            break;
    }
    rows.m_query.reset();
}

void Database::runTogether(const QStringList &selects, const TakeRows &take)
{
    if (!isServer() || selects.size() < 2) {
        for (int i = 0; i < selects.size(); ++i) {
            Rows rows = run(selects[i]);
            take(i, rows);
        }
        return;
    }
    checkThread();
    const QString block = QStringLiteral("BEGIN NOT ATOMIC\n%1;\nEND").arg(selects.join(QStringLiteral(";\n")));
    Rows rows(this, {}, std::make_unique<QSqlQuery>(d->connection));
    ++m_statements;
    d->engine->waiting();
    const bool done = rows.m_query->exec(block);
    d->engine->answered();
    if (!done)
        d->engine->raise(rows.m_query->lastError(), block);
    int index = 0;
    do {
        if (rows.m_query->isSelect())
            take(index++, rows);
    } while (rows.m_query->nextResult());
}

QVariant Database::scalar(const QString &sql, const QVariantList &values)
{
    Rows rows = run(sql, values);
    return rows.next() ? rows.value(0) : QVariant();
}

void Database::exec(const QString &sql)
{
    checkThread();
    QSqlQuery query(d->connection);
    ++m_statements;
    d->engine->waiting();
    const bool done = query.exec(sql);
    d->engine->answered();
    if (!done)
        d->engine->raise(query.lastError(), sql);
}

void Database::control(const QString &sql)
{
    // Such words take no parameters; on a server preparing them would only keep a handle there.
    if (isServer())
        exec(sql);
    else
        run(sql);
}

void Database::begin()
{
    control(d->engine->beginSql());
    m_inTransaction = true;
}

void Database::beginRead()
{
    control(d->engine->beginReadSql());
    m_inTransaction = true;
}

void Database::commit()
{
    control(QStringLiteral("COMMIT"));
    m_inTransaction = false;
}

void Database::commitBy(const QString &call)
{
    run(call);
    m_inTransaction = false;
}

void Database::rollback()
{
    m_inTransaction = false;
    // A statement that failed hard (disk full) has rolled back by itself; then there is nothing left to do.
    if (d->engine->mustRollBack()) {
        const auto check = std::exchange(d->cancelCheck, {});
        d->engine->setCancelCheck({});
        try {
            control(QStringLiteral("ROLLBACK"));
        } catch (...) {
            setCancelCheck(check);
            throw;
        }
        setCancelCheck(check);
    }
}

void Database::setCancelCheck(std::function<bool()> check)
{
    d->cancelCheck = check;
    d->engine->setCancelCheck(std::move(check));
}

qint64 Database::roundTrips() const { return d->engine->roundTrips(); }
bool Database::isServer() const { return d->engine->isServer(); }
QString Database::serverVersion() const { return d->engine->serverVersion(); }
bool Database::isLost() const { return d->engine->isLost(); }

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
