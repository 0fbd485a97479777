// The first rows of a file as they stand there, before anything is mapped: what a person looks at to see whether the
// encoding, the separator and the sheet were recognised.
//
//     ImportSample sample = sampleOf(file, {});
//     sample.headers, sample.rows, sample.encoding, sample.sheets
//
// Reads only as far as it needs. Throws Error like Importer. Thread: the device's; needs no database.
#pragma once
#include "core/exchange/import_source.h"

namespace crm {

struct ImportSample
{
    SourceOptions::Format format = SourceOptions::Csv;
    QString description;         ///< "CSV, windows-1251, separator ;"
    QString encoding, separator; ///< of CSV
    QStringList sheets;
    QString sheet;
    QStringList headers;
    QList<SourceRow> rows;
    bool all = false; ///< the file has no more
};

CRM_CORE ImportSample sampleOf(QIODevice &device, const SourceOptions &options, int rows = 50);

} // namespace crm
