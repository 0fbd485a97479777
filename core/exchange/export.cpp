#include "core/exchange/export.h"
#include "core/exchange/import_references.h"
#include "core/exchange/row_writers.h"
#include "core/exchange/xlsx_writer.h"
#include "core/model/error.h"
#include "core/model/record_formats.h"
#include <QCoreApplication>
#include <algorithm>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Export)
};

constexpr int rowsAtOnce = 500;
constexpr QLatin1String idKey("id");

QList<ExportColumn> describe(const Catalog &catalog, const Query &query)
{
    QList<ExportColumn> columns;
    for (const QString &path : query.columns) {
        ExportColumn c;
        c.field = catalog.resolve(query.entity, path, &c.path);
        if (!c.field) {
            throw Error(ErrorKind::Validation,
                        Tr::tr("%1 have no field “%2”.").arg(catalog.at(query.entity).many().text(), path));
        }
        const Entity *target = isReference(*c.field) ? catalog.find(c.field->target()) : nullptr;
        if (target && !target->titleField().isEmpty())
            c.titlePath = c.path + u'.' + target->titleField();
        columns << c;
    }
    return columns;
}
void prepare(Query &query, const Catalog &catalog, const Entity &entity, const Policy &policy,
             const ExportOptions &options)
{
    query.forExport = true;
    if (!exportFormats(entity).contains(options.format))
        throw Error(ErrorKind::Validation,
                    Tr::tr("%1 cannot be exported as %2.").arg(entity.many().text(), exportSuffix(options.format)));
    if (options.format == ExportOptions::VCard)
        query.columns = cardPaths(catalog, entity, policy);
    else if (options.format == ExportOptions::ICalendar)
        query.columns = calendarPaths(catalog, entity, policy);
    else if (query.columns.isEmpty())
        query.columns = exportColumns(entity, policy);
    if (query.sort.isEmpty() && entity.isLine()) // together as they stand in their documents
        query.sort = {{entity.lineParentField(), false}, {QStringLiteral("position"), false}};
}

std::unique_ptr<RowWriter> writerOf(const RowsToWrite &what)
{
    switch (what.options.format) {
    case ExportOptions::Csv:
        return csvRows(what);
    case ExportOptions::Json:
        return jsonRows(what);
    case ExportOptions::Xlsx:
        return xlsxRows(what);
    case ExportOptions::VCard:
        return cardRows(what);
    case ExportOptions::ICalendar:
        return calendarRows(what);
    }
    return {};
}

Page inOrderOf(const IdList &ids, Page page)
{
    QHash<Id, qsizetype> places;
    for (qsizetype i = 0; i < ids.size(); ++i)
        places.insert(ids[i], i);
    std::sort(page.rows.begin(), page.rows.end(),
              [&](const Row &a, const Row &b) { return places.value(a.id) < places.value(b.id); });
    return page;
}
} // namespace

QList<ExportOptions::Format> exportFormats(const Entity &entity)
{
    QList<ExportOptions::Format> formats = {ExportOptions::Xlsx, ExportOptions::Csv, ExportOptions::Json};
    if (!cardOf(entity.key()).isEmpty())
        formats << ExportOptions::VCard;
    if (!calendarOf(entity.key()).part.isEmpty())
        formats << ExportOptions::ICalendar;
    return formats;
}

QString exportSuffix(ExportOptions::Format format)
{
    switch (format) {
    case ExportOptions::Csv:
        return QStringLiteral("csv");
    case ExportOptions::Json:
        return QStringLiteral("json");
    case ExportOptions::Xlsx:
        return QStringLiteral("xlsx");
    case ExportOptions::VCard:
        return QStringLiteral("vcf");
    case ExportOptions::ICalendar:
        return QStringLiteral("ics");
    }
    return {};
}

std::optional<ExportOptions::Format> exportFormatBySuffix(const QString &suffix)
{
    for (const auto format : {ExportOptions::Csv, ExportOptions::Json, ExportOptions::Xlsx, ExportOptions::VCard,
                              ExportOptions::ICalendar}) {
        if (suffix.compare(exportSuffix(format), Qt::CaseInsensitive) == 0)
            return format;
    }
    return std::nullopt;
}

QString whyNotExport(const Catalog &catalog, const Entity &entity, const Policy &policy)
{
    const Entity &decides = entity.isLine() ? catalog.at(entity.lineOf()) : entity;
    return policy.may(decides, Verb::Export) ? QString()
                                             : Tr::tr("Your role may not export %1.").arg(entity.many().text());
}

QStringList exportColumns(const Entity &entity, const Policy &policy)
{
    QStringList columns = {idKey};
    for (const Field &field : entity.fieldList()) {
        if (policy.sees(field))
            columns << field.key();
    }
    return columns;
}

Exporter::Exporter(Query query, QIODevice &device, ExportOptions options)
    : m_query(std::move(query))
    , m_device(device)
    , m_options(std::move(options))
{
    m_at.limit = rowsAtOnce;
}

Exporter::~Exporter() = default;

void Exporter::begin(Repository &repository, bool counts)
{
    m_catalog = repository.catalog();
    const Policy &policy = repository.actor().policy;
    const Entity &entity = m_catalog->at(m_query.entity);
    if (const QString reason = whyNotExport(*m_catalog, entity, policy); !reason.isEmpty())
        throw Error(ErrorKind::Denied, reason);
    prepare(m_query, *m_catalog, entity, policy, m_options);
    if (!m_options.only.isEmpty())
        m_total = m_options.only.size();
    else if (counts || m_options.format == ExportOptions::Xlsx)
        m_total = repository.totals(m_query, {}).count;
    if (m_options.format == ExportOptions::Xlsx && m_total >= XlsxWriter::mostRows)
        throw XlsxWriter::tooManyRows(); // rather now than after a million rows
    m_writer = writerOf({m_device, m_options, entity, describe(*m_catalog, m_query)});
}

bool Exporter::step(Repository &repository, const Progress &progress)
{
    if (m_ended)
        return false;
    if (!m_writer)
        begin(repository, bool(progress));
    bool more = false;
    if (m_options.only.isEmpty()) {
        const Page page = repository.page(m_query, m_at);
        take(page);
        more = !page.atEnd && !page.rows.isEmpty();
        if (more)
            m_at = {.type = PageAt::After, .key = page.rows.last().key, .limit = rowsAtOnce};
    } else {
        const IdList ids = m_options.only.mid(m_taken, rowsAtOnce);
        Query some = oneOfQuery(m_query.entity, idKey, QVariantList(ids.begin(), ids.end()), m_query.columns);
        some.forExport = true;
        take(inOrderOf(ids, repository.page(some, m_at)));
        m_taken += ids.size();
        more = m_taken < m_options.only.size();
    }
    if (progress && !progress(m_done, m_total))
        throw Error(ErrorKind::Cancelled, Tr::tr("The export was cancelled."));
    if (more)
        return true;
    m_writer->finish();
    m_ended = true;
    return false;
}

void Exporter::take(const Page &page)
{
    for (const Row &row : page.rows)
        m_writer->row(row);
    m_done += page.rows.size();
}

qint64 exportRecords(Repository &repository, const Query &query, QIODevice &device, const ExportOptions &options,
                     const Progress &progress)
{
    Exporter exporter(query, device, options);
    while (exporter.step(repository, progress)) {
    }
    return exporter.rows();
}

} // namespace crm
