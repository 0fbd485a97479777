// Export of any list to CSV or JSON, page by page, in constant memory.
//
//     ExportOptions options;
//     exportRecords(repository, Query("clients"), file, options);      // what the person may take out, and no more
//
// What comes out goes back in unchanged (Importer): keys as heads, ids and numbers as exact text, formulas neutralised
// with an apostrophe that the import takes off again. Beside the id of a reference stands its title for people
// (client_id, client_id.name); the import goes by the id.
#pragma once
#include "core/store/repository.h"

class QIODevice;

namespace crm {

struct ExportOptions
{
    enum Format { Csv, Json };
    Format format = Csv;
    QChar separator = u','; ///< of CSV
    bool bom = false;       ///< Excel takes UTF-8 for the system's 8-bit encoding without it
    bool guardIds = false;  ///< an apostrophe before ids, whose last digits spreadsheets otherwise round away
    bool forPeople = false; ///< labels as heads and titles instead of ids; does not come back in exactly
};

/// All fields of the entity that the person sees, as an export without named columns has them.
CRM_CORE QStringList exportColumns(const Entity &entity, const Policy &policy);
/// Returns the number of rows. Throws Error: Denied without the right to export, Cancelled, or what the device says.
CRM_CORE qint64 exportRecords(Repository &repository, Query query, QIODevice &device, const ExportOptions &options = {},
                              const Progress &progress = {});

} // namespace crm
