#include "core/store/mariadb/driver.h"
#include "core/store/mariadb/result.h"
#include <QSqlError>
#include <mysqld_error.h>

namespace crm::mariadb {

namespace {
// What the office's statements rely on, whatever the server's defaults are; one round trip.
constexpr char sessionSettings[] =
    "SET SESSION time_zone='+00:00', collation_connection=utf8mb4_unicode_520_ci, lock_wait_timeout=10, "
    "innodb_lock_wait_timeout=10, sql_mode='STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,"
    "NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION,NO_AUTO_CREATE_USER,NO_UNSIGNED_SUBTRACTION'"
    // On by itself from 11.6: whatever another person saved since the first read of a transaction, the head of the
    // change log first of all, could then not be locked (1020), and no work of several steps would end while others
    // save.
    "/*M!110600 , innodb_snapshot_isolation=OFF */";
} // namespace

Driver::Driver(LinkSettings settings)
    : m_settings(std::move(settings))
{
    setNumericalPrecisionPolicy(QSql::HighPrecision);
}

Driver::~Driver() { Driver::close(); }

QSqlError Driver::error(int number, const char *state, const char *text, int type)
{
    return QSqlError(QString::fromLatin1(state), QString::fromUtf8(text), QSqlError::ErrorType(type),
                     QString::number(number));
}

bool Driver::open(const QString &, const QString &, const QString &, const QString &, int, const QString &)
{
    close();
    m_link = newLink();
    if (openLink(m_link, m_settings) && mysql_real_query(m_link, sessionSettings, sizeof sessionSettings - 1) == 0) {
        m_connectionId = mysql_thread_id(m_link);
        m_wire = std::make_unique<Wire>(m_link);
        setOpen(true);
        setOpenError(false);
        return true;
    }
    setLastError(
        error(int(mysql_errno(m_link)), mysql_sqlstate(m_link), mysql_error(m_link), QSqlError::ConnectionError));
    mysql_close(m_link);
    m_link = nullptr;
    setOpenError(true);
    return false;
}

void Driver::close()
{
    m_wire.reset();
    if (m_link)
        mysql_close(m_link);
    m_link = nullptr;
    setOpen(false);
    setOpenError(false);
}

bool Driver::hasFeature(DriverFeature feature) const
{
    switch (feature) {
    case Transactions:
    case QuerySize:
    case BLOB:
    case Unicode:
    case PreparedQueries:
    case PositionalPlaceholders:
    case LastInsertId:
    case LowPrecisionNumbers:
    case FinishQuery:
    case MultipleResultSets:
    case CancelQuery:
        return true;
    case NamedPlaceholders:
    case BatchOperations:
    case SimpleLocking:
    case EventNotifications:
        return false;
    }
    return false;
}

QSqlResult *Driver::createResult() const { return new Result(this); }

bool Driver::runPlain(const char *sql)
{
    countRoundTrip();
    if (m_link && mysql_query(m_link, sql) == 0)
        return true;
    if (m_link)
        setLastError(
            error(int(mysql_errno(m_link)), mysql_sqlstate(m_link), mysql_error(m_link), QSqlError::TransactionError));
    return false;
}

bool Driver::beginTransaction() { return runPlain("START TRANSACTION"); }
bool Driver::commitTransaction() { return runPlain("COMMIT"); }
bool Driver::rollbackTransaction() { return runPlain("ROLLBACK"); }

QString Driver::escapeIdentifier(const QString &identifier, IdentifierType) const
{
    return u'`' + QString(identifier).replace(u'`', QStringLiteral("``")) + u'`';
}

bool Driver::cancel() const
{
    LinkSettings settings = m_settings;
    settings.connectSeconds = settings.readSeconds = settings.writeSeconds = 1; // each step of it
    settings.selectDatabase = false;
    MYSQL *link = newLink();
    const QByteArray id = QByteArray::number(qulonglong(m_connectionId));
    const auto ask = [&](const QByteArray &sql) { return mysql_query(link, sql.constData()) == 0; };
    bool done = openLink(link, settings) && ask("KILL QUERY " + id);
    // Inside a procedure the thread bears the definer's name, and is not one's own.
    if (!done && mysql_errno(link) == ER_KILL_DENIED_ERROR)
        done = ask("CALL `" + m_settings.address.database.toUtf8() + "`.cancel_own(" + id + ')');
    mysql_close(link);
    return done;
}

void Driver::abort() const
{
    if (m_wire)
        m_wire->abort();
}

} // namespace crm::mariadb
