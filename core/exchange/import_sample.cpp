#include "core/exchange/import_sample.h"

namespace crm {

ImportSample sampleOf(QIODevice &device, const SourceOptions &options, int rows)
{
    const std::unique_ptr<ImportSource> source = ImportSource::open(device, options);
    ImportSample sample;
    sample.headers = source->headers();
    SourceRow row;
    while (sample.rows.size() < rows && source->next(row))
        sample.rows << row;
    sample.all = sample.rows.size() < rows;
    // Only now: as long as there were ASCII letters alone the encoding was open.
    sample.description = source->description();
    sample.encoding = source->encoding();
    sample.separator = source->separator();
    sample.sheets = source->sheets();
    sample.sheet = source->sheet();
    sample.format = source->isExact()          ? SourceOptions::Json
                    : !sample.sheets.isEmpty() ? SourceOptions::Xlsx
                                               : SourceOptions::Csv;
    return sample;
}

} // namespace crm
