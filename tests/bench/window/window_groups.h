// The groups of measurements in the window; each fills a part of the table.
#pragma once
#include "tests/bench/measure.h"
#include <QString>

namespace crm::bench {

struct WindowBench
{
    QStringList engines = {}; ///< "sqlite", "mariadb"
    int invoices = 10'000;    ///< of the large client
    int runs = 9;
    QString path = {}; ///< of a database with many clients
};

void measureBigClient(Table &table, const WindowBench &bench);
void measureWindowLists(Table &table, const WindowBench &bench);

} // namespace crm::bench
