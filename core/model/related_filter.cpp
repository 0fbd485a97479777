#include "core/model/related_filter.h"
#include "core/model/registry.h"

namespace crm {

namespace {
const QString word = QStringLiteral("has ");

/// Lines belong to their document: that is asked for instead.
bool leads(const Entity &from, const Field &by, const QString &to)
{
    return by.kind() == Kind::Ref && by.target() == to && !by.isHidden() && !from.isLine();
}
} // namespace

QString RelatedWay::name() const { return entity->key() + u'.' + reference->key(); }

QStringList relatedWays(const Catalog &catalog, const QString &entity, const QString &through)
{
    QStringList out;
    const Entity *from = catalog.find(through);
    for (const Field &field : from ? from->fieldList() : QList<Field>()) {
        if (leads(*from, field, entity))
            out << through + u'.' + field.key();
    }
    return out;
}

std::optional<RelatedWay> relatedWay(const Catalog &catalog, const QString &entity, const QString &name)
{
    const QString through = name.section(u'.', 0, 0), by = name.section(u'.', 1);
    const Entity *from = catalog.find(through);
    if (!from)
        return {};
    if (by.isEmpty()) {
        const QStringList ways = relatedWays(catalog, entity, through);
        return ways.size() == 1 ? relatedWay(catalog, entity, ways.first()) : std::nullopt;
    }
    const Field *field = from->field(by);
    if (!field)
        field = from->field(by + QLatin1String("_id"));
    return field && leads(*from, *field, entity) ? std::optional(RelatedWay{from, field}) : std::nullopt;
}

Filter hasRelated(const RelatedWay &way, const Filter &there)
{
    Filter out;
    out.type = Filter::Condition;
    out.op = Op::IsNotEmpty;
    out.path = word + way.name();
    if (!there.isNone())
        out.parts = {there};
    return out;
}

bool asksRelated(const Filter &condition)
{
    return condition.type == Filter::Condition && condition.path.startsWith(word);
}

std::optional<RelatedWay> relatedWay(const Catalog &catalog, const QString &entity, const Filter &condition)
{
    return asksRelated(condition) ? relatedWay(catalog, entity, condition.path.mid(word.size())) : std::nullopt;
}

QStringList relatedEntities(const Filter &filter)
{
    QStringList out;
    if (asksRelated(filter))
        out << filter.path.mid(word.size()).section(u'.', 0, 0);
    for (const Filter &part : filter.parts)
        out += relatedEntities(part);
    out.removeDuplicates();
    return out;
}

} // namespace crm
