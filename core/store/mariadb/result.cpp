#include "core/store/mariadb/result.h"
#include "core/store/mariadb/driver.h"
#include <QSqlError>
#include <QSqlField>
#include <errmsg.h>
#include <mysqld_error.h>

namespace crm::mariadb {

Result::Result(const Driver *driver)
    : QSqlResult(driver)
    , m_driver(driver)
{}

Result::~Result()
{
    forget();
    closeStatement();
}

void Result::closeStatement()
{
    // A closed connection has let go of its statements, but their handles are still to be freed.
    if (m_statement)
        mysql_stmt_close(m_statement);
    m_statement = nullptr;
    m_prepared = false;
}

void Result::forget()
{
    if (m_stream && m_statement) {
        mysql_stmt_free_result(m_statement);
        while (mysql_stmt_next_result(m_statement) == 0)
            mysql_stmt_free_result(m_statement);
    }
    m_stream.reset();
    m_sets.clear();
    m_set = -1;
}

void Result::show(qsizetype set)
{
    m_set = set;
    setAt(QSql::BeforeFirstRow);
    setSelect(current() && !current()->columns.isEmpty());
    setActive(true);
}

bool Result::openLink() const { return m_driver->link() != nullptr; }

bool Result::failLink()
{
    MYSQL *link = m_driver->link();
    setLastError(
        Driver::error(int(mysql_errno(link)), mysql_sqlstate(link), mysql_error(link), QSqlError::StatementError));
    setActive(false);
    return false;
}

bool Result::failStatement()
{
    MYSQL *link = m_driver->link();
    if (mysql_stmt_errno(m_statement) != 0)
        setLastError(Driver::error(int(mysql_stmt_errno(m_statement)), mysql_stmt_sqlstate(m_statement),
                                   mysql_stmt_error(m_statement), QSqlError::StatementError));
    else if (mysql_errno(link) != 0) // what comes up among the rows stands at the connection only
        setLastError(
            Driver::error(int(mysql_errno(link)), mysql_sqlstate(link), mysql_error(link), QSqlError::StatementError));
    else
        setLastError(Driver::error(CR_INVALID_PARAMETER_NO, "HY000", "As many values as question marks are wanted",
                                   QSqlError::StatementError));
    setActive(false);
    forget();
    closeStatement(); // it may be half prepared
    return false;
}

// --- plain text

bool Result::reset(const QString &query)
{
    forget();
    closeStatement();
    setLastError({});
    setActive(false);
    if (!openLink())
        return false;
    const QByteArray text = query.toUtf8();
    m_driver->countRoundTrip();
    if (mysql_real_query(m_driver->link(), text.constData(), ulong(text.size())) != 0)
        return failLink();
    if (!readText())
        return failLink();
    show(0);
    return true;
}

bool Result::readText()
{
    MYSQL *link = m_driver->link();
    bool whole = true;
    int next = 0;
    do {
        Set set;
        if (MYSQL_RES *answer = mysql_store_result(link)) {
            set.columns = columnsOf(mysql_fetch_fields(answer), mysql_num_fields(answer));
            while (MYSQL_ROW row = mysql_fetch_row(answer)) {
                const unsigned long *lengths = mysql_fetch_lengths(answer);
                QList<QVariant> values;
                for (qsizetype i = 0; i < set.columns.size(); ++i)
                    values << (row[i] ? fromText(set.columns[i], row[i], lengths[i]) : nullOf(set.columns[i]));
                set.rows << values;
            }
            mysql_free_result(answer);
        } else {
            whole = mysql_field_count(link) == 0;
            set.affected = qint64(mysql_affected_rows(link));
            set.insertId = qint64(mysql_insert_id(link));
        }
        m_sets << std::move(set);
        next = whole ? mysql_next_result(link) : 1;
    } while (next == 0);
    if (next > 0)
        forget();
    return next < 0;
}

// --- prepared

bool Result::prepare(const QString &query)
{
    forget();
    closeStatement();
    m_text = query.toUtf8();
    return openLink();
}

bool Result::executeStatement(Parameters &parameters)
{
    m_driver->countRoundTrip();
    if (m_prepared) {
        if (parameters.count() != mysql_stmt_param_count(m_statement))
            return false;
        if (parameters.count() > 0 && mysql_stmt_bind_param(m_statement, parameters.binds()) != 0)
            return false;
        return mysql_stmt_execute(m_statement) == 0;
    }
    m_statement = mysql_stmt_init(m_driver->link());
    const unsigned count = parameters.count();
    mysql_stmt_attr_set(m_statement, STMT_ATTR_PREBIND_PARAMS, &count);
    if (count > 0 && mysql_stmt_bind_param(m_statement, parameters.binds()) != 0)
        return false;
    if (mariadb_stmt_execute_direct(m_statement, m_text.constData(), size_t(m_text.size())) != 0)
        return false;
    m_prepared = true;
    return count == mysql_stmt_param_count(m_statement);
}

bool Result::exec()
{
    if (!openLink())
        return false;
    forget();
    setLastError({});
    const QList<QVariant> values = boundValues();
    Parameters parameters(values);
    const bool again = m_prepared;
    if (!executeStatement(parameters)) {
        const unsigned number = m_statement ? mysql_stmt_errno(m_statement) : 0;
        // A table was altered since the statement was prepared: nothing has been done, so it is prepared afresh.
        const bool stale = again && (number == CR_NEW_STMT_METADATA || number == ER_NEED_REPREPARE ||
                                     number == ER_UNKNOWN_STMT_HANDLER);
        if (!stale)
            return failStatement();
        closeStatement();
        if (!executeStatement(parameters))
            return failStatement();
    }
    if (!(m_driver->isStreaming() ? startStreaming() : readStatement()))
        return failStatement();
    show(0);
    return true;
}

bool Result::readStatement()
{
    int next = 0;
    do {
        Set set;
        const unsigned count = mysql_stmt_field_count(m_statement);
        if (count > 0) {
            set.columns = columnsOf(mariadb_stmt_fetch_fields(m_statement), count);
            if (!readStatementRows(set))
                return false;
        } else {
            set.affected = qint64(mysql_stmt_affected_rows(m_statement));
            set.insertId = qint64(mysql_stmt_insert_id(m_statement));
        }
        m_sets << std::move(set);
        next = mysql_stmt_next_result(m_statement);
    } while (next == 0);
    return next < 0;
}

bool Result::readStatementRows(Set &set)
{
    RowBuffer buffer(set.columns);
    if (mysql_stmt_bind_result(m_statement, buffer.binds()) != 0)
        return false;
    for (;;) {
        const int fetched = mysql_stmt_fetch(m_statement);
        if (fetched == MYSQL_NO_DATA)
            break;
        QList<QVariant> row;
        if ((fetched != 0 && fetched != MYSQL_DATA_TRUNCATED) || !buffer.take(m_statement, row))
            return false;
        set.rows << std::move(row);
    }
    mysql_stmt_free_result(m_statement);
    return true;
}

bool Result::startStreaming()
{
    Set set;
    const unsigned count = mysql_stmt_field_count(m_statement);
    if (count == 0)
        return readStatement();
    set.columns = columnsOf(mariadb_stmt_fetch_fields(m_statement), count);
    m_stream = std::make_unique<RowBuffer>(set.columns);
    m_sets << std::move(set);
    return mysql_stmt_bind_result(m_statement, m_stream->binds()) == 0;
}

bool Result::streamNext()
{
    const int fetched = mysql_stmt_fetch(m_statement);
    if (fetched == MYSQL_NO_DATA) {
        setAt(QSql::AfterLastRow);
        return false;
    }
    if ((fetched != 0 && fetched != MYSQL_DATA_TRUNCATED) || !m_stream->take(m_statement, m_streamed))
        return failStatement();
    setAt(at() < 0 ? 0 : at() + 1);
    return true;
}

// --- looking at it

bool Result::nextResult()
{
    if (m_stream || m_set + 1 >= m_sets.size())
        return false;
    m_sets[m_set].rows.clear();
    show(m_set + 1);
    return true;
}

void Result::detachFromResultSet()
{
    forget();
    setActive(false);
}

QVariant Result::data(int column)
{
    if (m_stream)
        return m_streamed.value(column);
    const Set *set = current();
    return set && at() >= 0 && at() < set->rows.size() ? set->rows[at()].value(column) : QVariant();
}

bool Result::isNull(int column) { return Result::data(column).isNull(); }

bool Result::fetch(int row)
{
    if (m_stream) {
        while (at() < row && streamNext())
            ;
        return at() == row;
    }
    const Set *set = current();
    if (!set || row < 0 || row >= set->rows.size())
        return false;
    setAt(row);
    return true;
}

bool Result::fetchNext()
{
    if (m_stream)
        return streamNext();
    return fetch(at() < 0 ? 0 : at() + 1);
}

bool Result::fetchFirst() { return m_stream ? at() == 0 || (at() < 0 && streamNext()) : fetch(0); }

bool Result::fetchLast()
{
    const Set *set = current();
    return set && !m_stream && fetch(int(set->rows.size()) - 1);
}

int Result::size() { return current() && isSelect() && !m_stream ? int(current()->rows.size()) : -1; }
int Result::numRowsAffected()
{
    return current() ? int(isSelect() ? current()->rows.size() : current()->affected) : -1;
}

QVariant Result::lastInsertId() const { return current() ? QVariant(qlonglong(current()->insertId)) : QVariant(); }

QSqlRecord Result::record() const
{
    QSqlRecord record;
    if (const Set *set = current()) {
        for (const Column &column : set->columns)
            record.append(QSqlField(column.name, nullOf(column).metaType()));
    }
    return record;
}

} // namespace crm::mariadb
