// How long statements took at the server's side: its own log of all of them, read afterwards and shared out to what
// people did, by connection and in order.
#pragma once
#include "tests/bench/server/bench_office.h"
#include <QHash>
#include <QStringList>

namespace crm::bench {

class StatementLog
{
public:
    explicit StatementLog(const BenchOffice &office); ///< begins to write it
    ~StatementLog();                                  ///< ends it and removes the file
    StatementLog(const StatementLog &) = delete;
    StatementLog &operator=(const StatementLog &) = delete;
    struct Entry
    {
        double ms = 0;
        QString text; ///< its beginning
    };
    /// By connection, in order.
    QHash<qint64, QList<Entry>> read();

private:
    const BenchOffice &m_office;
    QString m_file;
};

} // namespace crm::bench
