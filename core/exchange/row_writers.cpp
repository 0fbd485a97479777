#include "core/exchange/row_writers.h"
#include "core/exchange/csv_writer.h"
#include "core/exchange/import_references.h"
#include "core/exchange/xlsx_writer.h"
#include "core/model/format.h"
#include "core/model/money.h"
#include <QJsonDocument>
#include <QJsonObject>

namespace crm {

namespace {
class CsvRows final : public RowWriter
{
public:
    explicit CsvRows(const RowsToWrite &what)
        : m_writer(what.device, {.separator = what.options.separator, .bom = what.options.bom})
        , m_options(what.options)
        , m_columns(what.columns)
    {
        m_writer.row(columnHeads(what));
    }

    void row(const Row &row) override
    {
        QStringList cells;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            const ExportColumn &c = m_columns[i];
            const bool titled = isReference(*c.field);
            if (!m_options.forPeople || !titled)
                cells << cell(c, row.values[i], row.currency);
            if (!c.titlePath.isEmpty() || (m_options.forPeople && titled))
                cells << spreadsheetSafe(row.titles[i]);
        }
        m_writer.row(cells);
    }

    void finish() override { m_writer.finish(); }

private:
    QString cell(const ExportColumn &column, const QVariant &value, const QString &currency) const
    {
        const QString text = columnText(column, value, currency, m_options.forPeople);
        if (text.isEmpty())
            return text;
        if (isTextKind(column.field->kind()))
            return spreadsheetSafe(text);
        if (column.field->kind() == Kind::Percent)
            return text + u'%'; // 0.50 alone would look like a half
        const bool id = isReference(*column.field) || isIdColumn(column);
        return id && m_options.guardIds && ReferenceFinder::looksLikeId(text) ? u'\'' + text : text;
    }

    CsvWriter m_writer;
    const ExportOptions &m_options;
    QList<ExportColumn> m_columns;
};

class JsonRows final : public RowWriter
{
public:
    explicit JsonRows(const RowsToWrite &what)
        : m_device(what.device)
        , m_columns(what.columns)
    {
        m_text = "[";
    }

    void row(const Row &row) override
    {
        QJsonObject object;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            const ExportColumn &c = m_columns[i];
            object.insert(c.path, isIdColumn(c) ? QJsonValue(QString::number(row.id))
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
    QList<ExportColumn> m_columns;
    QByteArray m_text;
    bool m_first = true;
};

/// Numbers, dates and yes/no as what they are; ids and everything else as text.
class XlsxRows final : public RowWriter
{
public:
    explicit XlsxRows(const RowsToWrite &what)
        : m_writer(what.entity.many().text())
        , m_device(what.device)
        , m_forPeople(what.options.forPeople)
        , m_columns(what.columns)
    {
        int at = 0;
        for (const QString &head : columnHeads(what))
            m_writer.text(at++, head, XlsxWriter::Head);
        m_writer.nextRow();
    }

    void row(const Row &row) override
    {
        int at = 0;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            const ExportColumn &c = m_columns[i];
            const bool titled = isReference(*c.field);
            if (!m_forPeople || !titled)
                cell(at++, c, row.values[i], row.currency);
            if (!c.titlePath.isEmpty() || (m_forPeople && titled))
                m_writer.text(at++, row.titles[i]);
        }
        m_writer.nextRow();
    }

    void finish() override { m_writer.finish(m_device); }

private:
    void cell(int at, const ExportColumn &column, const QVariant &value, const QString &currency)
    {
        const Field &field = *column.field;
        if (isEmptyValue(field, value))
            return;
        const QString text = columnText(column, value, currency, m_forPeople);
        switch (isIdColumn(column) ? Kind::Text : field.kind()) {
        case Kind::Integer:
            return m_writer.number(at, text, 0);
        case Kind::Decimal:
            return m_writer.number(at, text, field.scale());
        case Kind::Money:
            return m_writer.number(at, text, Money::minorDigits(currency));
        case Kind::Percent:
            return m_writer.percent(at, text, field.scale());
        case Kind::Date:
            return m_writer.date(at, value.toDate());
        case Kind::Moment:
            return m_writer.moment(at, value.toDateTime());
        case Kind::Duration:
            return m_writer.duration(at, value.toLongLong());
        case Kind::Bool:
            return m_writer.yesNo(at, value.toBool());
        default:
            return m_writer.text(at, text);
        }
    }

    XlsxWriter m_writer;
    QIODevice &m_device;
    bool m_forPeople;
    QList<ExportColumn> m_columns;
};
} // namespace

QStringList columnHeads(const RowsToWrite &what)
{
    QStringList heads;
    for (const ExportColumn &c : what.columns) {
        if (what.options.forPeople) {
            heads << c.field->label().text();
            continue;
        }
        heads << c.path;
        if (!c.titlePath.isEmpty())
            heads << c.titlePath;
    }
    return heads;
}

QString columnText(const ExportColumn &column, const QVariant &value, const QString &currency, bool forPeople)
{
    const bool isSaid = isChoiceKind(column.field->kind()) || column.field->kind() == Kind::Memo;
    return forPeople && isSaid ? displayText(*column.field, value, {}) : machineText(*column.field, value, currency);
}

std::unique_ptr<RowWriter> csvRows(const RowsToWrite &what) { return std::make_unique<CsvRows>(what); }
std::unique_ptr<RowWriter> jsonRows(const RowsToWrite &what) { return std::make_unique<JsonRows>(what); }
std::unique_ptr<RowWriter> xlsxRows(const RowsToWrite &what) { return std::make_unique<XlsxRows>(what); }

} // namespace crm
