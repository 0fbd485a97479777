#include "tests/bench/server/statement_log.h"
#include <QFile>
#include <QRegularExpression>

namespace crm::bench {

StatementLog::StatementLog(const BenchOffice &office)
    : m_office(office)
    , m_file(office.server().place().folder + QStringLiteral("/statements.log"))
{
    office.sql(QStringLiteral("SET GLOBAL slow_query_log_file='%1'; SET GLOBAL long_query_time=0; SET GLOBAL "
                              "slow_query_log=ON")
                   .arg(m_file));
}

StatementLog::~StatementLog()
{
    m_office.sql(QStringLiteral("SET GLOBAL slow_query_log=OFF; SET GLOBAL long_query_time=10"));
    QFile::remove(m_file);
}

QHash<qint64, QList<StatementLog::Entry>> StatementLog::read()
{
    m_office.sql(QStringLiteral("FLUSH SLOW LOGS"));
    static const QRegularExpression thread(QStringLiteral("^# Thread_id: (\\d+)")),
        time(QStringLiteral("^# Query_time: ([\\d.]+)"));
    QHash<qint64, QList<Entry>> out;
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return out;
    qint64 connection = 0;
    Entry entry;
    bool open = false;
    const auto keep = [&] {
        // Preparing is the program's own way to save a journey: it travels with the execution.
        if (open && connection)
            out[connection] << entry;
        open = false;
    };
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine(4000)).trimmed();
        if (line.startsWith(QLatin1String("# Thread_id"))) {
            keep();
            connection = thread.match(line).captured(1).toLongLong();
            entry = {};
        } else if (line.startsWith(QLatin1String("# Query_time"))) {
            entry.ms = time.match(line).captured(1).toDouble() * 1e3;
            open = true;
        } else if (open && !line.startsWith(u'#') && !line.startsWith(QLatin1String("SET timestamp")) &&
                   !line.startsWith(QLatin1String("use ")) && entry.text.isEmpty()) {
            entry.text = line.left(200);
        }
    }
    keep();
    return out;
}

} // namespace crm::bench
