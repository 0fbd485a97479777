#include "ui/records/filter_text.h"
#include "core/model/related_filter.h"
#include "ui/records/cell_text.h"
#include "ui/style/text_direction.h"
#include <QRegularExpression>

namespace crm {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::FilterText)
};

bool isRangeEnd(const Filter &f, bool lower)
{
    if (f.type != Filter::Condition)
        return false;
    return lower ? f.op == Op::GreaterOrEqual || f.op == Op::Greater : f.op == Op::LessOrEqual || f.op == Op::Less;
}

QString valueText(const Field &field, const QVariant &value, const FormatContext &format)
{
    if (value.canConvert<RelativeDate>())
        return relativeText(value.value<RelativeDate>().word);
    if (!field.target().isEmpty()) {
        const QString title = format.titleOf ? format.titleOf(field.target(), value.toLongLong()) : QString();
        return title.isEmpty() ? QStringLiteral("...") : title;
    }
    return isolated(displayText(field, value, format));
}

QString valuesText(const Field &field, const QVariantList &values, const FormatContext &format)
{
    QStringList texts;
    for (const QVariant &value : values.first(qMin<qsizetype>(values.size(), 4)))
        texts.append(valueText(field, value, format));
    QString text = texts.join(QStringLiteral(", "));
    if (values.size() > 4)
        text += QStringLiteral(" +%1").arg(values.size() - 4);
    return text;
}

QString describeRelated(const Filter &f, const Catalog &catalog, const QString &entity, const FormatContext &format)
{
    const auto way = relatedWay(catalog, entity, f);
    if (!way)
        return f.path;
    const QString others = way->kind == RelatedWay::Own ? way->reference->label().text() : way->entity->many().text();
    const QString there = describeFilter(f.parts.value(0), catalog, way->entity->key(), format);
    return there.isEmpty() ? Tr::tr("has: %1", "records that point here").arg(others)
                           : Tr::tr("has: %1 (%2)", "records that point here, their filter").arg(others, there);
}

QString describeCondition(const Filter &f, const Catalog &catalog, const QString &entity, const FormatContext &format)
{
    if (asksRelated(f))
        return describeRelated(f, catalog, entity, format);
    const Field *field = catalog.resolve(entity, f.path);
    if (!field)
        return f.toExpression(catalog, entity);
    const QString name = pathLabel(catalog, entity, f.path);
    const QString values = valuesText(*field, f.values, format);
    switch (f.op) {
    case Op::Equal:
        if (field->kind() == Kind::Choices && choiceKeys(f.values.value(0)).size() > 1)
            return Tr::tr("%1 has all of: %2", "field, choices").arg(name, values);
        if (field->kind() == Kind::Bool)
            return f.values.value(0).toBool() ? name : Tr::tr("not: %1", "yes/no field").arg(name);
        [[fallthrough]];
    case Op::In:
        return QStringLiteral("%1: %2").arg(name, values);
    case Op::NotEqual:
        return Tr::tr("%1 is not %2", "field, value").arg(name, values);
    case Op::Less:
        return QStringLiteral("%1 < %2").arg(name, values);
    case Op::LessOrEqual:
        return QStringLiteral("%1 \u2264 %2").arg(name, values);
    case Op::Greater:
        return QStringLiteral("%1 > %2").arg(name, values);
    case Op::GreaterOrEqual:
        return QStringLiteral("%1 \u2265 %2").arg(name, values);
    case Op::Contains:
        return Tr::tr("%1 contains %2", "field, text").arg(name, values);
    case Op::StartsWith:
        return Tr::tr("%1 starts with %2", "field, text").arg(name, values);
    case Op::IsEmpty:
        return Tr::tr("%1 is empty", "field").arg(name);
    case Op::IsNotEmpty:
        return Tr::tr("%1 is not empty", "field").arg(name);
    }
    return f.toExpression(catalog, entity);
}

void collectIds(const Filter &f, const Catalog &catalog, const QString &entity, QHash<QString, IdList> &ids)
{
    if (asksRelated(f)) {
        if (const auto way = relatedWay(catalog, entity, f))
            collectIds(f.parts.value(0), catalog, way->entity->key(), ids);
        return;
    }
    for (const Filter &part : f.parts)
        collectIds(part, catalog, entity, ids);
    const Field *field = f.type == Filter::Condition ? catalog.resolve(entity, f.path) : nullptr;
    if (!field || field->target().isEmpty())
        return;
    for (const QVariant &value : f.values) {
        if (!value.canConvert<RelativeDate>() && value.toLongLong() != 0)
            ids[field->target()].append(value.toLongLong());
    }
}

} // namespace

QString relativeText(const QString &word)
{
    static const QHash<QString, const char *> texts = {
        {QStringLiteral("today"), QT_TRANSLATE_NOOP("crm::FilterText", "today")},
        {QStringLiteral("yesterday"), QT_TRANSLATE_NOOP("crm::FilterText", "yesterday")},
        {QStringLiteral("tomorrow"), QT_TRANSLATE_NOOP("crm::FilterText", "tomorrow")},
        {QStringLiteral("this_week"), QT_TRANSLATE_NOOP("crm::FilterText", "this week")},
        {QStringLiteral("last_week"), QT_TRANSLATE_NOOP("crm::FilterText", "last week")},
        {QStringLiteral("next_week"), QT_TRANSLATE_NOOP("crm::FilterText", "next week")},
        {QStringLiteral("this_month"), QT_TRANSLATE_NOOP("crm::FilterText", "this month")},
        {QStringLiteral("last_month"), QT_TRANSLATE_NOOP("crm::FilterText", "last month")},
        {QStringLiteral("next_month"), QT_TRANSLATE_NOOP("crm::FilterText", "next month")},
        {QStringLiteral("this_quarter"), QT_TRANSLATE_NOOP("crm::FilterText", "this quarter")},
        {QStringLiteral("last_quarter"), QT_TRANSLATE_NOOP("crm::FilterText", "last quarter")},
        {QStringLiteral("next_quarter"), QT_TRANSLATE_NOOP("crm::FilterText", "next quarter")},
        {QStringLiteral("this_year"), QT_TRANSLATE_NOOP("crm::FilterText", "this year")},
        {QStringLiteral("last_year"), QT_TRANSLATE_NOOP("crm::FilterText", "last year")},
        {QStringLiteral("next_year"), QT_TRANSLATE_NOOP("crm::FilterText", "next year")},
        {QStringLiteral("me"), QT_TRANSLATE_NOOP("crm::FilterText", "me")},
        {QStringLiteral("now"), QT_TRANSLATE_NOOP("crm::FilterText", "now")},
    };
    const char *source = texts.value(word);
    if (source)
        return QCoreApplication::translate("crm::FilterText", source);
    static const QRegularExpression steps(QStringLiteral("^today([+-])(\\d+)d$"));
    if (const auto match = steps.match(word); match.hasMatch()) {
        const int days = match.captured(2).toInt();
        return match.captured(1) == QLatin1String("+") ? Tr::tr("in %n days", nullptr, days)
                                                       : Tr::tr("%n days ago", nullptr, days);
    }
    return word;
}

QStringList relativeWords()
{
    return {QStringLiteral("today"),        QStringLiteral("yesterday"),    QStringLiteral("tomorrow"),
            QStringLiteral("this_week"),    QStringLiteral("last_week"),    QStringLiteral("next_week"),
            QStringLiteral("this_month"),   QStringLiteral("last_month"),   QStringLiteral("next_month"),
            QStringLiteral("this_quarter"), QStringLiteral("last_quarter"), QStringLiteral("this_year"),
            QStringLiteral("last_year")};
}

QString describeFilter(const Filter &filter, const Catalog &catalog, const QString &entity, const FormatContext &format)
{
    if (filter.type == Filter::Condition)
        return describeCondition(filter, catalog, entity, format);
    if (filter.type == Filter::Not && !pathOfPart(filter).isEmpty()) {
        const Filter &part = filter.parts.constFirst();
        if (const Field *field = catalog.resolve(entity, part.path))
            return Tr::tr("%1 has none of: %2", "field, choices")
                .arg(pathLabel(catalog, entity, part.path), valuesText(*field, part.values, format));
    }
    const QString path = filter.type == Filter::And ? pathOfPart(filter) : QString();
    const Field *field = path.isEmpty() ? nullptr : catalog.resolve(entity, path);
    if (field)
        return QStringLiteral("%1: %2 \u2013 %3")
            .arg(pathLabel(catalog, entity, path), valuesText(*field, filter.parts.at(0).values, format),
                 valuesText(*field, filter.parts.at(1).values, format));
    QStringList texts;
    for (const Filter &part : filter.parts) {
        const QString text = describeFilter(part, catalog, entity, format);
        texts.append(part.parts.isEmpty() || !pathOfPart(part).isEmpty() ? text : QStringLiteral("(%1)").arg(text));
    }
    switch (filter.type) {
    case Filter::Or:
        return texts.join(Tr::tr(" or "));
    case Filter::Not:
        return Tr::tr("not (%1)").arg(texts.value(0));
    default:
        return texts.join(Tr::tr(" and "));
    }
}

QString filterValues(const Filter &part, const Catalog &catalog, const QString &entity, const FormatContext &format)
{
    if (part.type == Filter::Or && !pathOfPart(part).isEmpty()) {
        QStringList ways;
        for (const Filter &way : part.parts)
            ways << filterValues(way, catalog, entity, format);
        return ways.join(QStringLiteral(", "));
    }
    const Field *field = part.type == Filter::Condition ? catalog.resolve(entity, part.path) : nullptr;
    if (!field)
        return part.isNone() ? QString() : describeFilter(part, catalog, entity, format);
    if (part.op == Op::IsEmpty)
        return Tr::tr("is empty");
    if (part.op == Op::IsNotEmpty)
        return Tr::tr("is not empty");
    return part.op == Op::Equal || part.op == Op::In ? valuesText(*field, part.values, format)
                                                     : describeFilter(part, catalog, entity, format);
}

QList<Filter> filterParts(const Filter &filter)
{
    if (filter.isNone())
        return {};
    if (filter.type != Filter::And || !pathOfPart(filter).isEmpty())
        return {filter};
    QList<Filter> flat, result;
    for (const Filter &part : filter.parts)
        flat += filterParts(part);
    for (const Filter &part : std::as_const(flat)) {
        if (!result.isEmpty() && isRangeEnd(result.constLast(), true) && isRangeEnd(part, false) &&
            result.constLast().path == part.path) {
            result.last() = Filter::all({result.constLast(), part});
            continue;
        }
        result.append(part);
    }
    return result;
}

Filter joinParts(const QList<Filter> &parts)
{
    QList<Filter> kept;
    for (const Filter &part : parts) {
        if (!part.isNone())
            kept.append(part);
    }
    if (kept.isEmpty())
        return {};
    return kept.size() == 1 ? kept.constFirst() : Filter::all(kept);
}

QString pathOfPart(const Filter &part)
{
    if (part.type == Filter::Condition)
        return part.path;
    if (part.type == Filter::And && part.parts.size() == 2 && isRangeEnd(part.parts.at(0), true) &&
        isRangeEnd(part.parts.at(1), false) && part.parts.at(0).path == part.parts.at(1).path)
        return part.parts.at(0).path;
    if (part.type == Filter::Not && part.parts.value(0).type == Filter::Condition && part.parts.at(0).op == Op::In)
        return part.parts.at(0).path;
    if (part.type == Filter::Or && !part.parts.isEmpty()) { // several ways to satisfy one field
        for (const Filter &way : part.parts) {
            if (way.type != Filter::Condition || way.path != part.parts.constFirst().path)
                return {};
        }
        return part.parts.constFirst().path;
    }
    return {};
}

QHash<QString, IdList> idsInFilter(const Filter &filter, const Catalog &catalog, const QString &entity)
{
    QHash<QString, IdList> ids;
    collectIds(filter, catalog, entity, ids);
    return ids;
}

} // namespace crm
