#include "tests/bench/server/bare_link.h"
#include <QVariant>
#include <ctime>
#include <stdexcept>

namespace crm::bench {

namespace {
constexpr unsigned long cellBytes = 4096;
}

BareLink::BareLink(const test::MariaDbServer &server)
    : m_link(mysql_init(nullptr))
{
    mysql_optionsv(m_link, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    mysql_optionsv(m_link, MYSQL_OPT_SSL_CA, server.caFile().toUtf8().constData());
    if (!mysql_real_connect(m_link, "127.0.0.1", "root", server.rootPassword().toUtf8().constData(), nullptr,
                            unsigned(server.port()), nullptr, CLIENT_MULTI_STATEMENTS))
        fail("connecting");
    if (mysql_query(m_link, "SET NAMES utf8mb4 COLLATE utf8mb4_nopad_bin") != 0)
        fail("setting the charset");
}

BareLink::~BareLink()
{
    for (auto &[text, statement] : m_statements)
        mysql_stmt_close(statement.handle);
    mysql_close(m_link);
}

void BareLink::fail(const char *what) const
{
    throw std::runtime_error(std::string(what) + ": " + mysql_error(m_link));
}

BareLink::Statement &BareLink::prepared(const QByteArray &text)
{
    Statement &s = m_statements[text.toStdString()];
    if (s.handle)
        return s;
    s.handle = mysql_stmt_init(m_link);
    if (mysql_stmt_prepare(s.handle, text.constData(), size_t(text.size())) != 0)
        throw std::runtime_error(std::string(mysql_stmt_error(s.handle)) + " in " + text.left(2000).toStdString());
    const unsigned columns = mysql_stmt_field_count(s.handle);
    s.buffers.assign(columns, std::vector<char>(cellBytes));
    s.lengths.assign(columns, 0);
    s.binds.resize(columns);
    for (unsigned i = 0; i < columns; ++i) {
        s.binds[i] = {};
        s.binds[i].buffer_type = MYSQL_TYPE_STRING;
        s.binds[i].buffer = s.buffers[i].data();
        s.binds[i].buffer_length = cellBytes;
        s.binds[i].length = &s.lengths[i];
    }
    return s;
}

qint64 BareLink::run(const Sql &sql)
{
    Statement &s = prepared(sql.text.toUtf8());
    const size_t count = size_t(sql.values.size());
    std::vector<MYSQL_BIND> values(count);
    std::vector<QByteArray> texts(count);
    std::vector<qint64> numbers(count);
    std::vector<unsigned long> lengths(count);
    for (size_t i = 0; i < count; ++i) {
        const QVariant &v = sql.values[qsizetype(i)];
        values[i] = {};
        if (v.isNull()) {
            values[i].buffer_type = MYSQL_TYPE_NULL;
        } else if (v.typeId() == QMetaType::QString) {
            texts[i] = v.toString().toUtf8();
            lengths[i] = static_cast<unsigned long>(texts[i].size());
            values[i].buffer_type = MYSQL_TYPE_STRING;
            values[i].buffer = texts[i].data();
            values[i].buffer_length = lengths[i];
            values[i].length = &lengths[i];
        } else {
            numbers[i] = v.toLongLong();
            values[i].buffer_type = MYSQL_TYPE_LONGLONG;
            values[i].buffer = &numbers[i];
        }
    }
    if (count > 0)
        mysql_stmt_bind_param(s.handle, values.data());
    if (mysql_stmt_execute(s.handle) != 0)
        throw std::runtime_error(std::string(mysql_stmt_error(s.handle)) + " in " + sql.text.left(2000).toStdString());
    if (s.binds.empty())
        return 0;
    mysql_stmt_bind_result(s.handle, s.binds.data());
    mysql_stmt_store_result(s.handle);
    qint64 rows = 0;
    for (int fetched = mysql_stmt_fetch(s.handle); fetched == 0 || fetched == MYSQL_DATA_TRUNCATED;
         fetched = mysql_stmt_fetch(s.handle)) {
        if (++rows == 1)
            m_first = QByteArray(s.buffers[0].data(), qsizetype(std::min(s.lengths[0], cellBytes))).toLongLong();
    }
    mysql_stmt_free_result(s.handle);
    return rows;
}

qint64 BareLink::scalar(const Sql &sql)
{
    m_first = 0;
    run(sql);
    return m_first;
}

qint64 BareLink::number(const QByteArray &statements)
{
    const QList<qint64> all = ids(statements);
    return all.isEmpty() ? 0 : all.first();
}

QList<qint64> BareLink::ids(const QByteArray &statements)
{
    QList<qint64> out;
    int more = mysql_real_query(m_link, statements.constData(), static_cast<unsigned long>(statements.size()));
    for (; more == 0; more = mysql_next_result(m_link)) {
        ++m_statementsRun;
        if (MYSQL_RES *result = mysql_store_result(m_link)) {
            out.clear();
            while (MYSQL_ROW row = mysql_fetch_row(result))
                out << (row[0] ? QByteArray(row[0]).toLongLong() : 0);
            mysql_free_result(result);
        }
    }
    if (more > 0)
        throw std::runtime_error(std::string(mysql_error(m_link)) + " in " + statements.left(2000).toStdString());
    return out;
}

QByteArray BareLink::inlined(const Sql &sql)
{
    QString out;
    qsizetype next = 0;
    for (const QChar c : sql.text) {
        if (c != u'?') {
            out += c;
            continue;
        }
        const QVariant &value = sql.values.at(next++);
        if (value.isNull())
            out += QStringLiteral("NULL");
        else if (value.typeId() == QMetaType::QString)
            out += u'\'' +
                   value.toString().replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("''")) + u'\'';
        else
            out += QString::number(value.toLongLong());
    }
    return out.toUtf8();
}

double cpuSecondsOf(qint64 pid)
{
    clockid_t clock{};
    timespec used{};
    if (clock_getcpuclockid(pid_t(pid), &clock) != 0 || clock_gettime(clock, &used) != 0)
        throw std::runtime_error("the CPU time of the server cannot be read");
    return double(used.tv_sec) + double(used.tv_nsec) / 1e9;
}

} // namespace crm::bench
