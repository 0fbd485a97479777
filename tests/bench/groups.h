// The groups of measurements; each fills a part of the table.
#pragma once
#include "measure.h"
#include <QString>

namespace crm::bench {

struct Options
{
    QString path;         ///< of the database; it is only read, writing happens in a copy
    qint64 rows = 100000; ///< of the import
    bool plans = false;   ///< prints how SQLite answers what is measured
};

void measureLists(Table &table, const Options &options);
void measureFast(Table &table, const Options &options);
void measureRecords(Table &table, const Options &options);
void measureImport(Table &table, const Options &options);
void measureStatement(Table &table, const Options &options);
void measureStart(Table &table, const Options &options);

} // namespace crm::bench
