#include "core/model/related_filter.h"
#include "core/model/registry.h"

namespace crm {

namespace {
const QString word = QStringLiteral("has ");

const QString parent = QStringLiteral("parent_id");

/// Lines belong to their document: that is asked for instead.
std::optional<RelatedWay> leads(const Entity &from, const Field &by, const Entity &to)
{
    if (from.isLine())
        return {};
    if (from.hasContext() && by.key() == parent)
        return to.attachments().contains(from.key()) ? std::optional(RelatedWay{&from, &by, RelatedWay::Attached})
                                                     : std::nullopt;
    return by.kind() == Kind::Ref && by.target() == to.key() && !by.isHidden() ? std::optional(RelatedWay{&from, &by})
                                                                               : std::nullopt;
}

const Field *named(const Entity &entity, const QString &name)
{
    const Field *field = entity.field(name);
    return field ? field : entity.field(name + QLatin1String("_id"));
}

std::optional<RelatedWay> ownWay(const Catalog &catalog, const Entity &entity, const QString &name)
{
    const Field *own = named(entity, name);
    const Entity *to = own && own->kind() == Kind::Ref && !own->isHidden() ? catalog.find(own->target()) : nullptr;
    return to ? std::optional(RelatedWay{to, own, RelatedWay::Own}) : std::nullopt;
}
} // namespace

QString RelatedWay::name() const { return kind == Own ? reference->key() : entity->key() + u'.' + reference->key(); }

QStringList relatedWays(const Catalog &catalog, const QString &entity, const QString &through)
{
    QStringList out;
    const Entity *from = catalog.find(through);
    for (const Field &field : from ? from->fieldList() : QList<Field>()) {
        if (leads(*from, field, catalog.at(entity)))
            out << through + u'.' + field.key();
    }
    return out;
}

std::optional<RelatedWay> relatedWay(const Catalog &catalog, const QString &entity, const QString &name)
{
    const QString through = name.section(u'.', 0, 0), by = name.section(u'.', 1);
    const Entity *from = catalog.find(through);
    if (!from)
        return by.isEmpty() ? ownWay(catalog, catalog.at(entity), name) : std::nullopt;
    if (by.isEmpty()) {
        const QStringList ways = relatedWays(catalog, entity, through);
        return ways.size() == 1 ? relatedWay(catalog, entity, ways.first()) : std::nullopt;
    }
    const Field *field = named(*from, by);
    return field ? leads(*from, *field, catalog.at(entity)) : std::nullopt;
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

QStringList relatedEntities(const Filter &filter, const Catalog &catalog, const QString &entity)
{
    QStringList out;
    const auto way = relatedWay(catalog, entity, filter);
    if (way)
        out << way->entity->key();
    for (const Filter &part : filter.parts)
        out += relatedEntities(part, catalog, way ? way->entity->key() : entity);
    out.removeDuplicates();
    return out;
}

} // namespace crm
