#include "core/store/filter_sql.h"
#include "core/model/error.h"
#include "core/model/related_filter.h"
#include "core/model/relative_date.h"
#include "core/model/text.h"
#include "core/store/codec.h"
#include "core/store/search_text.h"
#include "core/store/stored_documents.h"
#include <QCoreApplication>
#include <QTimeZone>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Reading)
};

constexpr int mostMarks = 500; ///< in one statement

const Sql never{QStringLiteral("0")};

/// True where the condition is false or unknown.
Sql negated(const Sql &condition)
{
    return {QStringLiteral("IFNULL((") + condition.text + QStringLiteral("),0)=0"), condition.values};
}

QString sign(Op op)
{
    switch (op) {
    case Op::Less:
        return QStringLiteral("<");
    case Op::LessOrEqual:
        return QStringLiteral("<=");
    case Op::Greater:
        return QStringLiteral(">");
    case Op::GreaterOrEqual:
        return QStringLiteral(">=");
    default:
        return QStringLiteral("=");
    }
}

Sql compared(const QString &expression, Op op, const QVariant &value)
{
    return {expression + sign(op) + u'?', {value}};
}

bool isWord(const QVariant &value) { return value.typeId() == qMetaTypeId<RelativeDate>(); }

/// A condition on a column against a range [from, behind): what "<", ">=" ... mean for a whole week or a whole day.
Sql inRange(const QString &expression, Op op, const QVariant &from, const QVariant &behind)
{
    switch (op) {
    case Op::Less:
        return compared(expression, Op::Less, from);
    case Op::LessOrEqual:
        return compared(expression, Op::Less, behind);
    case Op::Greater:
        return compared(expression, Op::GreaterOrEqual, behind);
    case Op::GreaterOrEqual:
        return compared(expression, Op::GreaterOrEqual, from);
    default:
        return {QStringLiteral("%1>=? AND %1<?").arg(expression), {from, behind}};
    }
}

bool looksLikePhone(const QString &text)
{
    for (QChar c : text) {
        if (!c.isDigit() && !c.isSpace() && !QStringView(u"+-()./").contains(c))
            return false;
    }
    return digitsOnly(text).size() >= 3;
}
} // namespace

Sql FilterSql::condition(const Filter &filter, const Entity &entity, const QString &alias)
{
    switch (filter.type) {
    case Filter::None:
        return {};
    case Filter::Condition:
        if (asksRelated(filter))
            return related(filter, entity, alias);
        return along(m_fields.path(entity, filter.path), filter.op, filter.values, alias);
    case Filter::Not: {
        const Sql inner = condition(filter.parts.value(0), entity, alias);
        return inner.isEmpty() ? Sql{} : negated(inner);
    }
    case Filter::And:
    case Filter::Or:
        break;
    }
    QList<Sql> parts;
    for (const Filter &part : filter.parts) {
        const Sql sql = condition(part, entity, alias);
        if (!sql.isEmpty())
            parts << sql;
    }
    return joined(parts, filter.type == Filter::And ? QStringLiteral(" AND ") : QStringLiteral(" OR "));
}

/// Something living points to the row, or the row to it. The views show what the person may see of it.
Sql FilterSql::related(const Filter &filter, const Entity &entity, const QString &alias)
{
    const auto way = relatedWay(m_context.catalog, entity.key(), filter);
    if (!way)
        throw Error(ErrorKind::Validation, Tr::tr("“%1” has no field “%2”.").arg(entity.many().text(), filter.path));
    if (!m_context.actor.policy.may(*way->entity, Verb::Read))
        throw Error(ErrorKind::Denied, Tr::tr("Your role does not let you see “%1”.").arg(way->entity->many().text()));
    m_fields.requireSeen(*way->reference);
    const QString row = m_fields.newAlias();
    const bool isOwn = way->kind == RelatedWay::Own;
    const QString here = isOwn ? m_fields.column(*way->reference, alias) : alias + QStringLiteral(".id"),
                  found = isOwn ? row + QStringLiteral(".id") : m_fields.column(*way->reference, row);
    Sql out{QStringLiteral("%1 IN (SELECT %2 FROM %3 %4 WHERE %5")
                .arg(here, found, m_context.sources.table(*way->entity), row, m_context.sources.living(row))};
    if (way->kind == RelatedWay::Attached)
        out << Sql{
            QStringLiteral(" AND %1=?").arg(m_fields.column(*way->entity->field(QStringLiteral("parent_entity")), row)),
            {entity.key()}};
    const Sql there = condition(filter.parts.value(0), *way->entity, row);
    if (!there.isEmpty())
        out << QStringLiteral(" AND (") << there << QStringLiteral(")");
    return out << QStringLiteral(")");
}

Sql FilterSql::along(const FieldPath &path, Op op, const QVariantList &values, const QString &alias)
{
    // Both negative questions are the opposite of a positive one, so that "no client" counts for "client is not X".
    if (op == Op::NotEqual)
        return negated(along(path, Op::Equal, values, alias));
    if (op == Op::IsEmpty && !path.isDirect())
        return negated(along(path, Op::IsNotEmpty, values, alias));
    if (path.isDirect())
        return leaf(path.lastEntity(), path.last(), op, values, alias);
    const QString row = m_fields.newAlias();
    Sql out{QStringLiteral("%1 IN (SELECT %2.id FROM %3 %2 WHERE ")
                .arg(m_fields.column(*path.fields.first(), alias), row, m_context.sources.table(*path.entities[1]))};
    return out << along(path.rest(), op, values, row) << QStringLiteral(")");
}

Sql FilterSql::leaf(const Entity &entity, const Field &field, Op op, const QVariantList &values, const QString &alias)
{
    const bool many = isListKind(field.kind());
    if (op == Op::IsEmpty)
        return many ? negated(list(entity, field, Op::IsNotEmpty, {}, alias))
                    : Sql{m_fields.filled(field, alias) + QStringLiteral(" IS NULL")};
    if (op == Op::IsNotEmpty)
        return many ? list(entity, field, op, {}, alias)
                    : Sql{m_fields.filled(field, alias) + QStringLiteral(" IS NOT NULL")};
    if (op == Op::In)
        return oneOf(entity, field, values, alias);
    const QVariant value = values.value(0);
    if (!value.isValid() || value.isNull())
        return op == Op::Equal ? leaf(entity, field, Op::IsEmpty, {}, alias) : never;
    if (many)
        return list(entity, field, op, value, alias);
    if (isRefKind(field.kind())) {
        const bool known = isWord(value) || value.typeId() != QMetaType::QString; // the only word is "me"
        const Id target = isWord(value) ? m_context.actor.userId : value.toLongLong();
        if (op == Op::Equal && known && m_context.findsBy && m_context.findsBy(entity, field, target))
            return Sql{QStringLiteral("%1.id IN (").arg(alias)}
                   << m_context.dialect.matchingIds(m_context.sources, entity, {}) << QStringLiteral(")");
        return reference(field, op, value, m_fields.column(field, alias));
    }
    if (field.kind() == Kind::Date)
        return date(field, op, value, alias);
    if (field.kind() == Kind::Moment)
        return moment(field, op, value, alias);
    if (isWord(value)) {
        throw Error(
            ErrorKind::Validation,
            Tr::tr("“%1” cannot be compared with “%2”.").arg(field.label().text(), value.value<RelativeDate>().word));
    }
    if (isTextKind(field.kind()))
        return text(entity, field, op, value.toString(), alias);
    return compared(m_fields.column(field, alias), op, toColumn(field, value));
}

Sql FilterSql::oneOf(const Entity &entity, const Field &field, const QVariantList &values, const QString &alias)
{
    QVariantList plain;
    QVariantList texts; // one IN for all of them: a chain of OR is neither indexed nor unlimited
    QList<Sql> others;
    for (const QVariant &value : values) {
        if (isTextKind(field.kind()) && field.kind() != Kind::Choices && value.typeId() == QMetaType::QString &&
            !value.toString().isEmpty()) {
            texts << (isFolded(field) ? fold(value.toString()) : value.toString());
            continue;
        }
        const bool number = !isWord(value) && value.typeId() != QMetaType::QString;
        const bool comparable = isRefKind(field.kind()) ? number : isIntegerKind(field.kind()) && !isWord(value);
        if (comparable)
            plain << toColumn(field, value);
        else
            others << leaf(entity, field, Op::Equal, {value}, alias);
    }
    if (plain.size() > mostMarks) { // records chosen by hand: more than a statement takes values
        IdList ids;
        for (const QVariant &value : std::as_const(plain))
            ids << value.toLongLong();
        others << m_context.dialect.isOneOf(m_fields.column(field, alias), ids);
    } else if (!plain.isEmpty()) {
        const QString marks = QStringList(plain.size(), QStringLiteral("?")).join(u',');
        others << Sql{QStringLiteral("%1 IN (%2)").arg(m_fields.column(field, alias), marks), plain};
    }
    if (!texts.isEmpty()) {
        const QString marks = QStringList(texts.size(), QStringLiteral("?")).join(u',');
        others << Sql{QStringLiteral("%1 IN (%2)").arg(m_fields.comparable(field, alias), marks), texts};
    }
    return others.isEmpty() ? never : joined(others, QStringLiteral(" OR "));
}

// --- texts

Sql FilterSql::text(const Entity &entity, const Field &field, Op op, const QString &value, const QString &alias)
{
    const QString expression = m_fields.comparable(field, alias);
    const QString needle = isFolded(field) ? fold(value) : value;
    if (field.kind() == Kind::Choices)
        return hasChoices(expression, choiceKeys(value));
    switch (op) {
    case Op::Contains:
        return textContains(entity, field, needle, alias);
    case Op::StartsWith:
        return m_context.dialect.startsWith(expression, needle);
    default:
        return compared(expression, op, needle);
    }
}

/// All of the keys stand in the text that joins those of the row.
Sql FilterSql::hasChoices(const QString &expression, const QStringList &keys) const
{
    const QString mark = QStringLiteral("';'");
    const QString held = m_context.dialect.joinedTexts({mark, expression, mark});
    QList<Sql> parts;
    for (const QString &key : keys)
        parts << m_context.dialect.contains(held, u';' + key + u';');
    return parts.isEmpty() ? never : joined(parts, QStringLiteral(" AND "));
}

Sql FilterSql::textContains(const Entity &entity, const Field &field, const QString &needle, const QString &alias)
{
    Sql found = m_context.dialect.contains(m_fields.comparable(field, alias), needle);
    if (field.kind() == Kind::Phone && looksLikePhone(needle)) {
        const QString digits = m_context.dialect.digits(m_fields.column(field, alias));
        return joined({found, m_context.dialect.contains(digits, digitsOnly(needle))}, QStringLiteral(" OR "));
    }
    // The trigram index knows the few rows that may hold a longer text.
    const SearchTerm term{{searchFold(needle)}};
    if (!field.isSearchable() || field.isCustom() || !term.isIndexable())
        return found;
    if (m_context.dialect.viewsGuard() && field.fieldClass() == FieldClass::Restricted)
        return found; // a server does not search these
    if (!m_context.indexComesFirst(entity, {term}))
        return found;
    const QString match = m_context.dialect.matchExpression({term});
    return Sql{QStringLiteral("%1.id IN (").arg(alias)}
           << m_context.dialect.matchingIds(m_context.sources, entity, match) << QStringLiteral(") AND ") << found;
}

// --- dates

Sql FilterSql::date(const Field &field, Op op, const QVariant &value, const QString &alias) const
{
    const QString column = m_fields.column(field, alias);
    if (!isWord(value))
        return compared(column, op, toColumn(field, value));
    const QString word = value.value<RelativeDate>().word;
    std::optional<DaySpan> days = daysOf(word, m_context.now.date());
    if (const auto instant = instantOf(word, m_context.now); instant && !days)
        days = DaySpan{instant->date(), instant->date()};
    if (!days)
        throw Error(ErrorKind::Validation,
                    Tr::tr("“%1” cannot be compared with “%2”.").arg(field.label().text(), word));
    return inRange(column, op, toColumn(field, days->first), toColumn(field, days->last.addDays(1)));
}

Sql FilterSql::moment(const Field &field, Op op, const QVariant &value, const QString &alias) const
{
    const QString column = m_fields.column(field, alias);
    std::optional<DaySpan> days;
    if (isWord(value)) {
        const QString word = value.value<RelativeDate>().word;
        if (const auto instant = instantOf(word, m_context.now))
            return compared(column, op, instant->toMSecsSinceEpoch());
        days = daysOf(word, m_context.now.date());
        if (!days)
            throw Error(ErrorKind::Validation,
                        Tr::tr("“%1” cannot be compared with “%2”.").arg(field.label().text(), word));
    } else if (value.typeId() == QMetaType::QDate) {
        days = DaySpan{value.toDate(), value.toDate()};
    } else {
        return compared(column, op, toColumn(field, value));
    }
    // A day is the person's day: it begins at his midnight.
    const QTimeZone zone = m_context.now.timeZone();
    return inRange(column, op, days->first.startOfDay(zone).toMSecsSinceEpoch(),
                   days->last.addDays(1).startOfDay(zone).toMSecsSinceEpoch());
}

// --- references

/// @param id the expression that holds the id of the target
Sql FilterSql::reference(const Field &field, Op op, const QVariant &value, const QString &id)
{
    if (isWord(value))
        return compared(id, Op::Equal, m_context.actor.userId);
    if (value.typeId() != QMetaType::QString)
        return compared(id, op, value.toLongLong());
    const Entity *target = m_context.catalog.find(field.target());
    if (!target)
        return never;
    const QString row = m_fields.newAlias();
    Sql out{QStringLiteral("%1 IN (SELECT %2.id FROM %3 %2 WHERE ").arg(id, row, m_context.sources.table(*target))};
    return out << titled(*target, op, value.toString(), row) << QStringLiteral(")");
}

/// The record of this row is called so.
Sql FilterSql::titled(const Entity &target, Op op, const QString &title, const QString &alias)
{
    const Field *named = target.field(target.titleField().isEmpty() ? target.numberField() : target.titleField());
    if (!named || !(isTextKind(named->kind()) || isRefKind(named->kind())))
        return never;
    m_fields.requireSeen(*named);
    return leaf(target, *named, op, {title}, alias);
}

Sql FilterSql::list(const Entity &entity, const Field &field, Op op, const QVariant &value, const QString &alias)
{
    const bool any = op == Op::IsNotEmpty;
    const QString link = m_fields.newAlias();
    if (field.isCustom()) {
        const QString items = m_context.dialect.jsonItems(alias + u'.' + extraColumn(field), field.key(), link);
        Sql out{QStringLiteral("EXISTS (SELECT 1 FROM %1 WHERE ").arg(items)};
        return out << (any ? Sql{QStringLiteral("1")} : reference(field, op, value, link + QStringLiteral(".value")))
                   << QStringLiteral(")");
    }
    const bool known = isWord(value) || value.typeId() == QMetaType::LongLong;
    const Id target = isWord(value) ? m_context.actor.userId : value.toLongLong();
    if (op == Op::Equal && known && m_context.findsBy && m_context.findsBy(entity, field, target))
        return Sql{QStringLiteral("%1.id IN (").arg(alias)}
               << m_context.dialect.matchingIds(m_context.sources, entity, {}) << QStringLiteral(")");
    Sql out{QStringLiteral("%1.id IN (SELECT %2.owner_id FROM %3 %2 WHERE ")
                .arg(alias, link, m_context.sources.links(entity, field))};
    return out << (any ? Sql{QStringLiteral("1")} : reference(field, op, value, link + QStringLiteral(".target_id")))
               << QStringLiteral(")");
}

} // namespace crm
