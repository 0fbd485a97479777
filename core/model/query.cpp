#include "core/model/query.h"
#include "core/model/error.h"
#include "core/model/filter_words.h"
#include "core/model/format.h"
#include "core/model/registry.h"
#include "core/model/related_filter.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Query)
};

Filter group(Filter::Type type, const QList<Filter> &parts)
{
    Filter out;
    out.type = type;
    for (const Filter &part : parts) {
        if (!part.isNone())
            out.parts << part;
    }
    if (out.parts.isEmpty())
        return {};
    return out.parts.size() == 1 ? out.parts.first() : out;
}

QString quotedValue(QString text) { return u'\'' + text.replace(u'\'', QStringLiteral("''")) + u'\''; }

/// Writes filters; the catalog tells the kinds of the fields.
class Writer
{
public:
    Writer(const Catalog &catalog, const QString &entity)
        : m_catalog(catalog)
        , m_entity(entity)
    {}

    QString write(const Filter &f) const
    {
        switch (f.type) {
        case Filter::None:
            return {};
        case Filter::Condition:
            return condition(f);
        case Filter::Not:
            return QStringLiteral("not ") + operand(f.parts.value(0), f.type);
        case Filter::And:
        case Filter::Or:
            break;
        }
        QStringList parts;
        for (const Filter &part : f.parts)
            parts << operand(part, f.type);
        return parts.join(f.type == Filter::And ? QStringLiteral(" and ") : QStringLiteral(" or "));
    }

private:
    QString operand(const Filter &f, Filter::Type outer) const
    {
        const bool groups = f.type == Filter::And || f.type == Filter::Or;
        // "a or b and c" needs no brackets around the "and", any other group inside a group does.
        const bool bare = !groups || (outer == Filter::Or && f.type == Filter::And);
        return bare ? write(f) : u'(' + write(f) + u')';
    }

    QString condition(const Filter &f) const
    {
        if (asksRelated(f)) {
            const auto way = relatedWay(m_catalog, m_entity, f);
            const QString there = way ? Writer(m_catalog, way->entity->key()).write(f.parts.value(0)) : QString();
            return there.isEmpty() ? f.path : f.path + QStringLiteral(" (") + there + u')';
        }
        const Field *field = m_catalog.resolve(m_entity, f.path);
        QStringList values;
        for (const QVariant &v : f.values)
            values << value(field, v);
        switch (f.op) {
        case Op::IsEmpty:
            return f.path + QStringLiteral(" is empty");
        case Op::IsNotEmpty:
            return f.path + QStringLiteral(" is not empty");
        case Op::In:
            return f.path + QStringLiteral(" in (") + values.join(QStringLiteral(", ")) + u')';
        default:
            return f.path + u' ' + operatorText(f.op) + u' ' + values.value(0, QStringLiteral("''"));
        }
    }

    QString value(const Field *field, const QVariant &v) const
    {
        if (v.typeId() == qMetaTypeId<RelativeDate>())
            return v.value<RelativeDate>().word;
        if (v.typeId() == QMetaType::QDate)
            return v.toDate().toString(Qt::ISODate);
        if (v.typeId() == QMetaType::QString || !field)
            return isPlainWord(v.toString(), field) ? v.toString() : quotedValue(v.toString());
        if (isListKind(field->kind()))
            return QString::number(v.toLongLong());
        return machineText(*field, v, m_catalog.baseCurrency);
    }

    const Catalog &m_catalog;
    QString m_entity;
};

} // namespace

Filter Filter::where(const QString &path, Op op, const QVariant &value)
{
    Filter f;
    f.type = Condition;
    f.path = path;
    f.op = op;
    if (op == Op::In && value.typeId() == qMetaTypeId<IdList>()) {
        for (Id id : value.value<IdList>())
            f.values << id;
    } else if (op == Op::In &&
               (value.typeId() == QMetaType::QVariantList || value.typeId() == QMetaType::QStringList)) {
        f.values = value.toList();
    } else if (op != Op::IsEmpty && op != Op::IsNotEmpty) {
        f.values << value;
    }
    return f;
}

Filter Filter::all(const QList<Filter> &parts) { return group(And, parts); }
Filter Filter::any(const QList<Filter> &parts) { return group(Or, parts); }

bool operator==(const Filter &a, const Filter &b)
{
    return a.type == b.type && a.path == b.path && a.op == b.op && a.values == b.values && a.parts == b.parts;
}

QString Filter::toExpression(const Catalog &catalog, const QString &entity) const
{
    return Writer(catalog, entity).write(*this);
}

QList<SortKey> Query::parseSort(const QString &text)
{
    QList<SortKey> keys;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        QString path = part.trimmed();
        bool descending = false;
        if (path.startsWith(u'-') || path.startsWith(u'+')) {
            descending = path.startsWith(u'-');
            path = path.mid(1).trimmed();
        }
        const QStringList words = path.split(u' ', Qt::SkipEmptyParts);
        const QString direction = words.value(1).toLower();
        const bool asks = direction == QLatin1String("desc") || direction == QLatin1String("asc");
        if (words.size() > 2 || (words.size() == 2 && !asks)) {
            throw Error(ErrorKind::Validation,
                        Tr::tr("“%1” is no field to sort by. Write fields separated by commas, with a minus before "
                               "those that sort downwards: -order_date, name.")
                            .arg(part.trimmed()));
        }
        if (asks)
            descending = direction == QLatin1String("desc");
        if (!words.isEmpty())
            keys << SortKey{words.first(), descending};
    }
    return keys;
}

} // namespace crm
