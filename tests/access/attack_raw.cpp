#include "tests/access/attack_raw.h"
#include <QElapsedTimer>
#include <QFile>
#include <algorithm>
#include <mysql.h>
#include <vector>

namespace crm::test {

namespace {
constexpr unsigned serverGone = 2006, serverLost = 2013, tlsBroken = 2026, killed = 1927;
constexpr unsigned refusals[] = {1044, 1142, 1143, 1227, 1345, 1370}; // before anything was looked at: no warnings

RawRows taken(MYSQL_RES *result)
{
    RawRows out;
    const unsigned n = mysql_num_fields(result);
    const MYSQL_FIELD *fields = mysql_fetch_fields(result);
    for (unsigned i = 0; i < n; ++i)
        out.columns << QByteArray(fields[i].name);
    while (MYSQL_ROW row = mysql_fetch_row(result)) {
        const unsigned long *lengths = mysql_fetch_lengths(result);
        QByteArrayList one;
        for (unsigned i = 0; i < n; ++i)
            one << (row[i] ? QByteArray(row[i], qsizetype(lengths[i])) : QByteArray());
        out.rows << one;
    }
    return out;
}
} // namespace

QByteArray literal(const QByteArray &text)
{
    QByteArray out = text;
    out.replace('\\', "\\\\").replace('\'', "''");
    return '\'' + out + '\'';
}

QByteArray RawAnswer::text() const
{
    QByteArray out = errorText;
    for (const QByteArray &warning : warnings)
        out += '\n' + warning;
    for (const RawRows &result : results) {
        for (const QByteArrayList &row : result.rows)
            out += '\n' + row.join('\t');
        for (const QByteArray &column : result.columns)
            out += '\n' + column; // a secret may become a column's name
    }
    return out;
}

Raw::Raw(const ServerPlace &place, const QByteArray &account, const QByteArray &password, const QByteArray &schema)
    : m_place(place)
    , m_account(account)
    , m_password(password)
    , m_schema(schema)
{
    open();
}

Raw::~Raw() { close(); }

void Raw::open()
{
    m_mysql = mysql_init(nullptr);
    const QByteArray ca = QFile::encodeName(m_place.caFile);
    const my_bool verify = 1;
    const unsigned patience = 60;
    mysql_optionsv(m_mysql, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    mysql_optionsv(m_mysql, MYSQL_OPT_SSL_CA, ca.constData());
    mysql_optionsv(m_mysql, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &verify);
    mysql_optionsv(m_mysql, MYSQL_OPT_READ_TIMEOUT, &patience);
    if (!mysql_real_connect(m_mysql, "127.0.0.1", m_account.constData(), m_password.constData(),
                            m_schema.isEmpty() ? nullptr : m_schema.constData(), unsigned(m_place.port), nullptr,
                            CLIENT_MULTI_STATEMENTS | CLIENT_MULTI_RESULTS)) {
        m_refusal = QByteArray::number(mysql_errno(m_mysql)) + ' ' + mysql_error(m_mysql);
        close();
    }
    m_died = false;
}

void Raw::close()
{
    if (m_mysql)
        mysql_close(m_mysql);
    m_mysql = nullptr;
}

void Raw::reopen()
{
    close();
    open();
}

void Raw::takeResults(RawAnswer &answer)
{
    for (;;) {
        if (MYSQL_RES *result = mysql_store_result(m_mysql)) {
            answer.results << taken(result);
            mysql_free_result(result);
        } else if (mysql_field_count(m_mysql) == 0) {
            answer.affected = qint64(mysql_affected_rows(m_mysql));
        }
        if (mysql_errno(m_mysql) != 0)
            return;
        if (mysql_next_result(m_mysql) != 0)
            return;
    }
}

void Raw::takeWarnings(RawAnswer &answer)
{
    const bool refused = std::find(std::begin(refusals), std::end(refusals), answer.error) != std::end(refusals);
    if (m_died || refused || (answer.error == 0 && mysql_warning_count(m_mysql) == 0))
        return;
    if (mysql_real_query(m_mysql, "SHOW WARNINGS", 13) != 0)
        return;
    if (MYSQL_RES *result = mysql_store_result(m_mysql)) {
        for (const QByteArrayList &row : taken(result).rows)
            answer.warnings << row.join(' ');
        mysql_free_result(result);
    }
}

RawAnswer Raw::run(const QByteArray &sql)
{
    RawAnswer answer;
    if (!m_mysql) {
        answer.error = serverGone;
        answer.errorText = m_refusal;
        return answer;
    }
    QElapsedTimer clock;
    clock.start();
    if (mysql_real_query(m_mysql, sql.constData(), ulong(sql.size())) == 0)
        takeResults(answer);
    answer.error = mysql_errno(m_mysql);
    answer.errorText = mysql_error(m_mysql);
    answer.ms = double(clock.nsecsElapsed()) / 1e6;
    m_died =
        answer.error == serverGone || answer.error == serverLost || answer.error == tlsBroken || answer.error == killed;
    takeWarnings(answer);
    return answer;
}

RawAnswer Raw::prepared(const QByteArray &sql, const QByteArrayList &values)
{
    RawAnswer answer;
    if (!m_mysql) {
        answer.error = serverGone;
        return answer;
    }
    MYSQL_STMT *statement = mysql_stmt_init(m_mysql);
    std::vector<MYSQL_BIND> binds(size_t(values.size()));
    std::vector<unsigned long> lengths(binds.size());
    my_bool null = 1, notNull = 0;
    for (size_t i = 0; i < binds.size(); ++i) {
        const QByteArray &value = values[qsizetype(i)];
        lengths[i] = ulong(value.size());
        binds[i] = {};
        binds[i].buffer_type = MYSQL_TYPE_STRING;
        binds[i].buffer = const_cast<char *>(value.constData());
        binds[i].buffer_length = lengths[i];
        binds[i].length = &lengths[i];
        binds[i].is_null = value.isNull() ? &null : &notNull;
    }
    const bool done = mysql_stmt_prepare(statement, sql.constData(), ulong(sql.size())) == 0 &&
                      (binds.empty() || mysql_stmt_bind_param(statement, binds.data()) == 0) &&
                      mysql_stmt_execute(statement) == 0;
    if (!done) {
        answer.error = mysql_stmt_errno(statement);
        answer.errorText = mysql_stmt_error(statement);
    }
    const unsigned columns = done ? mysql_stmt_field_count(statement) : 0;
    if (columns > 0) {
        std::vector<MYSQL_BIND> out(columns);
        std::vector<QByteArray> buffers(columns, QByteArray(4096, '\0'));
        std::vector<unsigned long> sizes(columns);
        std::vector<my_bool> nulls(columns);
        RawRows rows;
        for (unsigned i = 0; i < columns; ++i) {
            out[i] = {};
            out[i].buffer_type = MYSQL_TYPE_STRING;
            out[i].buffer = buffers[i].data();
            out[i].buffer_length = ulong(buffers[i].size());
            out[i].length = &sizes[i];
            out[i].is_null = &nulls[i];
            rows.columns << QByteArray();
        }
        mysql_stmt_bind_result(statement, out.data());
        for (int state = mysql_stmt_fetch(statement); state == 0 || state == MYSQL_DATA_TRUNCATED;
             state = mysql_stmt_fetch(statement)) {
            QByteArrayList row;
            for (unsigned i = 0; i < columns; ++i)
                row << (nulls[i] ? QByteArray() : buffers[i].left(qsizetype(sizes[i])));
            rows.rows << row;
        }
        answer.results << rows;
    }
    while (done && mysql_stmt_next_result(statement) == 0)
        mysql_stmt_free_result(statement);
    mysql_stmt_close(statement);
    takeWarnings(answer);
    return answer;
}

} // namespace crm::test
