// Export of any list to CSV, XLSX or JSON; of people and companies to vCards, of tasks and events to a calendar. Page
// by page, in constant memory.
//
//     ExportOptions options;
//     exportRecords(repository, Query("clients"), file, options);      // what the person may take out, and no more
//
// What comes out goes back in unchanged (Importer): keys as heads, ids and numbers as exact text, formulas neutralised
// with an apostrophe that the import takes off again. Beside the id of a reference stands its title for people
// (client_id, client_id.name); the import goes by the id. (vCards and calendars hold what their formats know, and do
// not come back.)
#pragma once
#include "core/store/repository.h"

class QIODevice;

namespace crm {

struct ExportOptions
{
    enum Format { Csv, Json, Xlsx, VCard, ICalendar };
    Format format = Csv;
    IdList only = {};       ///< these records, in this order; empty: all of the query
    QChar separator = u','; ///< of CSV
    bool bom = false;       ///< Excel takes UTF-8 for the system's 8-bit encoding without it
    bool guardIds = false;  ///< an apostrophe before ids, whose last digits spreadsheets otherwise round away
    bool forPeople = false; ///< labels as heads and titles instead of ids; does not come back in exactly
};

/// The formats that fit the entity: some are declared (core/model/record_formats.h).
CRM_CORE QList<ExportOptions::Format> exportFormats(const Entity &entity);
/// "csv", "json", "xlsx", "vcf", "ics": as files end.
CRM_CORE QString exportSuffix(ExportOptions::Format format);
CRM_CORE std::optional<ExportOptions::Format> exportFormatBySuffix(const QString &suffix);
/// A sentence why the person may not export the entity; empty: they may.
CRM_CORE QString whyNotExport(const Catalog &catalog, const Entity &entity, const Policy &policy);

class RowWriter;

/// An export page by page, so that others have the repository in between.
///     Exporter exporter(query, file, options);
///     while (exporter.step(repository, progress)) ...
class CRM_CORE Exporter
{
public:
    /// The device must be open and outlive it.
    Exporter(Query query, QIODevice &device, ExportOptions options = {});
    ~Exporter();
    /// False when everything is written. Throws Error: Denied without the right to export, Cancelled, or what the
    /// device says. @param repository of the same person; it may be another one each time
    bool step(Repository &repository, const Progress &progress = {});
    qint64 rows() const { return m_done; }

private:
    void begin(Repository &repository, bool counts);
    void take(const Page &page);

    Query m_query;
    QIODevice &m_device;
    ExportOptions m_options;
    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<RowWriter> m_writer; ///< null: not begun, or done
    PageAt m_at;
    qint64 m_done = 0, m_total = 0;
    qsizetype m_taken = 0; ///< of the chosen ones
    bool m_ended = false;
};

/// All fields of the entity that the person sees, as an export without named columns has them.
CRM_CORE QStringList exportColumns(const Entity &entity, const Policy &policy);
/// Returns the number of rows. Throws Error: Denied without the right to export, Cancelled, or what the device says.
CRM_CORE qint64 exportRecords(Repository &repository, const Query &query, QIODevice &device,
                              const ExportOptions &options = {}, const Progress &progress = {});

} // namespace crm
