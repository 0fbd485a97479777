// Records as vCards (RFC 6350) and as parts of a calendar (RFC 5545), by what their declaration says.
#include "core/exchange/content_lines.h"
#include "core/exchange/row_writers.h"
#include "core/model/format.h"
#include "core/model/record_formats.h"

namespace crm {

namespace {
constexpr QLatin1String changedAt("changed_at"), createdAt("created_at");

/// What a row says about the properties of the format.
class Properties
{
public:
    Properties(const QList<PropertyMap> &map, const QList<ExportColumn> &columns)
        : m_columns(columns)
    {
        for (const PropertyMap &p : map) {
            for (qsizetype i = 0; i < columns.size(); ++i) {
                if (columns[i].path == p.path)
                    m_places.append({p, i});
            }
        }
    }

    /// Every value of the property that is not empty, by column.
    QList<qsizetype> columnsOf(const QString &property, const Row &row) const
    {
        QList<qsizetype> found;
        for (const auto &[p, column] : m_places) {
            if (p.property == property && !isEmptyValue(*m_columns[column].field, row.values[column]))
                found << column;
        }
        return found;
    }
    /// As text: a word of the format, a title, a date as it stands in the field.
    QString text(const QString &property, const Row &row) const
    {
        const QList<qsizetype> columns = columnsOf(property, row);
        return columns.isEmpty() ? QString() : textOf(property, columns.first(), row);
    }
    QStringList texts(const QString &property, const Row &row) const
    {
        QStringList all;
        const QList<qsizetype> columns = columnsOf(property, row);
        for (qsizetype column : columns)
            all << textOf(property, column, row);
        all.removeAll(QString());
        return all;
    }
    QVariant value(const QString &path, const Row &row) const
    {
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            if (m_columns[i].path == path)
                return row.values[i];
        }
        return {};
    }
    const Field &field(qsizetype column) const { return *m_columns[column].field; }

private:
    QString textOf(const QString &property, qsizetype column, const Row &row) const
    {
        const Field &field = *m_columns[column].field;
        if (isReference(field))
            return row.titles[column];
        const QString text = machineText(field, row.values[column], row.currency);
        for (const auto &[p, place] : m_places) {
            if (place == column && p.property == property && !p.words.isEmpty())
                return p.words.value(text);
        }
        return isChoiceKind(field.kind()) ? displayText(field, row.values[column], {}) : text;
    }

    QList<ExportColumn> m_columns;
    QList<std::pair<PropertyMap, qsizetype>> m_places;
};

QString list(const QStringList &titles)
{
    QStringList parts;
    for (const QString &joined : titles) {
        for (const QString &one : joined.split(QStringLiteral(", ")))
            parts << ContentLines::escaped(one);
    }
    return parts.join(u',');
}

class CardRows final : public RowWriter
{
public:
    explicit CardRows(const RowsToWrite &what)
        : m_lines(what.device)
        , m_entity(what.entity)
        , m_properties(cardOf(what.entity.key()), what.columns)
    {}

    void row(const Row &row) override
    {
        m_lines.add("BEGIN", QStringLiteral("VCARD"));
        m_lines.add("VERSION", QStringLiteral("4.0"));
        m_lines.add("UID;VALUE=text", ContentLines::uid(m_entity.key(), row.id));
        m_lines.add("FN", ContentLines::escaped(m_properties.text(QStringLiteral("FN"), row)));
        plain("KIND", row);
        structured("N", {"N.family", "N.given"}, 5, 0, row);
        each("ORG", row);
        each("TITLE", row);
        each("TEL", row);
        each("EMAIL", row);
        structured("ADR", {"ADR.street", "ADR.city", "ADR.region", "ADR.zip", "ADR.country"}, 7, 2, row);
        for (const QString &url : m_properties.texts(QStringLiteral("URL"), row))
            m_lines.add("URL", ContentLines::uri(url));
        plain("GENDER", row);
        if (const QDate day = QDate::fromString(m_properties.text(QStringLiteral("BDAY"), row), Qt::ISODate);
            day.isValid())
            m_lines.add("BDAY", ContentLines::date(day));
        if (const QString all = list(m_properties.texts(QStringLiteral("CATEGORIES"), row)); !all.isEmpty())
            m_lines.add("CATEGORIES", all);
        each("NOTE", row);
        if (const QDateTime at = m_properties.value(changedAt, row).toDateTime(); at.isValid())
            m_lines.add("REV", ContentLines::moment(at));
        m_lines.add("END", QStringLiteral("VCARD"));
    }

    void finish() override { m_lines.finish(); }

private:
    /// A word of the format, which needs no escaping.
    void plain(const char *property, const Row &row)
    {
        if (const QString text = m_properties.text(QLatin1String(property), row); !text.isEmpty())
            m_lines.add(property, text);
    }
    void each(const char *property, const Row &row)
    {
        for (const QString &text : m_properties.texts(QLatin1String(property), row))
            m_lines.add(property, ContentLines::escaped(text));
    }
    /// @param size parts of the property. @param first where the known ones begin
    void structured(const char *property, std::initializer_list<const char *> parts, int size, int first,
                    const Row &row)
    {
        QStringList texts(size, QString());
        bool any = false;
        for (const char *part : parts) {
            texts[first] = ContentLines::escaped(m_properties.text(QLatin1String(part), row));
            any = any || !texts[first].isEmpty();
            ++first;
        }
        if (any)
            m_lines.add(property, texts.join(u';'));
    }

    ContentLines m_lines;
    const Entity &m_entity;
    Properties m_properties;
};

class CalendarRows final : public RowWriter
{
public:
    explicit CalendarRows(const RowsToWrite &what)
        : m_lines(what.device)
        , m_entity(what.entity)
        , m_part(calendarOf(what.entity.key()).part)
        , m_properties(calendarOf(what.entity.key()).properties, what.columns)
    {
        m_lines.add("BEGIN", QStringLiteral("VCALENDAR"));
        m_lines.add("VERSION", QStringLiteral("2.0"));
        m_lines.add("PRODID", QStringLiteral("-//MyCRM//MyCRM//EN"));
        m_lines.add("CALSCALE", QStringLiteral("GREGORIAN"));
    }

    void row(const Row &row) override
    {
        m_lines.add("BEGIN", m_part);
        m_lines.add("UID", ContentLines::uid(m_entity.key(), row.id));
        const QDateTime changed = m_properties.value(changedAt, row).toDateTime();
        m_lines.add("DTSTAMP", ContentLines::moment(changed.isValid() ? changed : QDateTime::fromMSecsSinceEpoch(0)));
        if (const QDateTime created = m_properties.value(createdAt, row).toDateTime(); created.isValid())
            m_lines.add("CREATED", ContentLines::moment(created));
        if (changed.isValid())
            m_lines.add("LAST-MODIFIED", ContentLines::moment(changed));
        m_lines.add("SUMMARY", ContentLines::escaped(m_properties.text(QStringLiteral("SUMMARY"), row)));
        times(row);
        for (const char *word : {"STATUS", "PRIORITY"}) {
            if (const QString text = m_properties.text(QLatin1String(word), row); !text.isEmpty())
                m_lines.add(word, text);
        }
        for (const char *property : {"LOCATION", "DESCRIPTION"}) {
            for (const QString &text : m_properties.texts(QLatin1String(property), row))
                m_lines.add(property, ContentLines::escaped(text));
        }
        for (const QString &url : m_properties.texts(QStringLiteral("URL"), row))
            m_lines.add("URL", ContentLines::uri(url));
        if (const QString all = list(m_properties.texts(QStringLiteral("CATEGORIES"), row)); !all.isEmpty())
            m_lines.add("CATEGORIES", all);
        for (qsizetype column : m_properties.columnsOf(QStringLiteral("RELATED-TO"), row))
            m_lines.add("RELATED-TO",
                        ContentLines::uid(m_properties.field(column).target(), row.values[column].toLongLong()));
        m_lines.add("END", m_part);
    }

    void finish() override
    {
        m_lines.add("END", QStringLiteral("VCALENDAR"));
        m_lines.finish();
    }

private:
    QVariant first(const char *property, const Row &row) const
    {
        const QList<qsizetype> columns = m_properties.columnsOf(QLatin1String(property), row);
        return columns.isEmpty() ? QVariant() : row.values[columns.first()];
    }
    void time(const char *property, const QVariant &value, int daysLater = 0)
    {
        if (value.typeId() == QMetaType::QDate)
            m_lines.add(QByteArray(property + QByteArray(";VALUE=DATE")).constData(),
                        ContentLines::date(value.toDate().addDays(daysLater)));
        else if (value.toDateTime().isValid())
            m_lines.add(property, ContentLines::moment(value.toDateTime()));
    }
    void times(const Row &row)
    {
        const QVariant start = first("DTSTART", row), due = first("DUE", row);
        if (!due.isValid() || start != due) // what is due must be so after its start
            time("DTSTART", start);
        time("DUE", due);
        time("DTEND", first("DTEND", row), 1); // of days the first that is free again is written
        if (const QVariant done = first("COMPLETED", row); done.isValid())
            m_lines.add("COMPLETED", ContentLines::moment(done.toDateTime()));
    }

    ContentLines m_lines;
    const Entity &m_entity;
    QString m_part;
    Properties m_properties;
};

QStringList visiblePaths(const Catalog &catalog, const Entity &entity, const Policy &policy,
                         const QList<PropertyMap> &map, QStringList paths)
{
    for (const PropertyMap &p : map) {
        const Field *own = entity.field(p.path.section(u'.', 0, 0));
        const Field *field = catalog.resolve(entity.key(), p.path);
        if (own && field && policy.sees(*own) && policy.sees(*field) && !paths.contains(p.path))
            paths << p.path;
    }
    return paths;
}
} // namespace

QStringList cardPaths(const Catalog &catalog, const Entity &entity, const Policy &policy)
{
    return visiblePaths(catalog, entity, policy, cardOf(entity.key()), {changedAt});
}

QStringList calendarPaths(const Catalog &catalog, const Entity &entity, const Policy &policy)
{
    return visiblePaths(catalog, entity, policy, calendarOf(entity.key()).properties, {changedAt, createdAt});
}

std::unique_ptr<RowWriter> cardRows(const RowsToWrite &what) { return std::make_unique<CardRows>(what); }
std::unique_ptr<RowWriter> calendarRows(const RowsToWrite &what) { return std::make_unique<CalendarRows>(what); }

} // namespace crm
