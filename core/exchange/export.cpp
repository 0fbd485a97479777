#include "core/exchange/export.h"
#include "core/exchange/csv_writer.h"
#include "core/exchange/import_references.h"
#include "core/model/error.h"
#include "core/model/format.h"
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Export)
};

constexpr int rowsAtOnce = 500;
constexpr QLatin1String idKey("id");

struct Column
{
    QString path;
    const Field *field = nullptr;
    QString titlePath; ///< of a reference: the head of its title; empty: none
};

/// One format's way of writing rows.
class RowWriter
{
public:
    virtual ~RowWriter() = default;
    virtual void row(const Row &row) = 0;
    virtual void finish() = 0;
};

bool isReference(const Field &field) { return isRefKind(field.kind()) || isListKind(field.kind()); }

class CsvRows final : public RowWriter
{
public:
    CsvRows(QIODevice &device, const ExportOptions &options, const QList<Column> &columns)
        : m_writer(device, {.separator = options.separator, .bom = options.bom})
        , m_options(options)
        , m_columns(columns)
    {
        QStringList heads;
        for (const Column &c : columns) {
            if (options.forPeople) {
                heads << c.field->label().text();
                continue;
            }
            heads << c.path;
            if (!c.titlePath.isEmpty())
                heads << c.titlePath;
        }
        m_writer.row(heads);
    }

    void row(const Row &row) override
    {
        QStringList cells;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            const Column &c = m_columns[i];
            const bool titled = isReference(*c.field);
            if (!m_options.forPeople || !titled)
                cells << cell(*c.field, row.values[i], row.currency);
            if (!c.titlePath.isEmpty() || (m_options.forPeople && titled))
                cells << spreadsheetSafe(row.titles[i]);
        }
        m_writer.row(cells);
    }

    void finish() override { m_writer.finish(); }

private:
    QString cell(const Field &field, const QVariant &value, const QString &currency) const
    {
        const QString text = m_options.forPeople && field.kind() == Kind::Choice ? displayText(field, value, {})
                                                                                 : machineText(field, value, currency);
        if (text.isEmpty())
            return text;
        if (isTextKind(field.kind()))
            return spreadsheetSafe(text);
        if (field.kind() == Kind::Percent)
            return text + u'%'; // 0.50 alone would look like a half
        const bool id = isReference(field) || field.key() == idKey;
        return id && m_options.guardIds && ReferenceFinder::looksLikeId(text) ? u'\'' + text : text;
    }

    CsvWriter m_writer;
    const ExportOptions &m_options;
    const QList<Column> &m_columns;
};

class JsonRows final : public RowWriter
{
public:
    JsonRows(QIODevice &device, const QList<Column> &columns)
        : m_device(device)
        , m_columns(columns)
    {
        m_text = "[";
    }

    void row(const Row &row) override
    {
        QJsonObject object;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            const Column &c = m_columns[i];
            object.insert(c.path, c.path == idKey ? QJsonValue(QString::number(row.id))
                                                  : toJson(*c.field, row.values[i], row.currency));
            if (!c.titlePath.isEmpty())
                object.insert(c.titlePath, row.titles[i].isEmpty() ? QJsonValue() : QJsonValue(row.titles[i]));
        }
        m_text += m_first ? "\n" : ",\n";
        m_first = false;
        m_text += QJsonDocument(object).toJson(QJsonDocument::Compact);
        if (m_text.size() > 64 * 1024)
            flush();
    }

    void finish() override
    {
        m_text += "\n]\n";
        flush();
    }

private:
    void flush()
    {
        writeAll(m_device, m_text);
        m_text.clear();
    }

    QIODevice &m_device;
    const QList<Column> &m_columns;
    QByteArray m_text;
    bool m_first = true;
};

QList<Column> describe(const Catalog &catalog, const Query &query)
{
    QList<Column> columns;
    for (const QString &path : query.columns) {
        Column c;
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
} // namespace

QStringList exportColumns(const Entity &entity, const Policy &policy)
{
    QStringList columns = {idKey};
    for (const Field &field : entity.fieldList()) {
        if (policy.sees(field))
            columns << field.key();
    }
    return columns;
}

qint64 exportRecords(Repository &repository, Query query, QIODevice &device, const ExportOptions &options,
                     const Progress &progress)
{
    const std::shared_ptr<const Catalog> catalog = repository.catalog();
    const Entity &entity = catalog->at(query.entity);
    const Entity &decides = entity.isLine() ? catalog->at(entity.lineOf()) : entity;
    if (!repository.actor().policy.may(decides, Verb::Export))
        throw Error(ErrorKind::Denied, Tr::tr("Your role may not export %1.").arg(entity.many().text()));
    query.forExport = true;
    if (query.columns.isEmpty())
        query.columns = exportColumns(entity, repository.actor().policy);
    if (query.sort.isEmpty() && entity.isLine()) // together as they stand in their documents
        query.sort = {{entity.lineParentField(), false}, {QStringLiteral("position"), false}};

    const QList<Column> columns = describe(*catalog, query);
    std::unique_ptr<RowWriter> writer;
    if (options.format == ExportOptions::Csv)
        writer = std::make_unique<CsvRows>(device, options, columns);
    else
        writer = std::make_unique<JsonRows>(device, columns);
    const qint64 total = progress ? repository.totals(query, {}).count : 0;
    qint64 done = 0;
    PageAt at;
    at.limit = rowsAtOnce;
    for (;;) {
        const Page page = repository.page(query, at);
        for (const Row &row : page.rows)
            writer->row(row);
        done += page.rows.size();
        if (progress && !progress(done, total))
            throw Error(ErrorKind::Cancelled, Tr::tr("The export was cancelled."));
        if (page.atEnd || page.rows.isEmpty())
            break;
        at.type = PageAt::After;
        at.key = page.rows.last().key;
    }
    writer->finish();
    return done;
}

} // namespace crm
