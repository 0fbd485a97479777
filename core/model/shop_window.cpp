#include "core/model/shop_window.h"
#include "core/model/beside_entity.h"
#include "core/model/error.h"
#include "core/model/registry.h"

namespace crm {

namespace {
BesideEntity<ShopWindow> &declared()
{
    static BesideEntity<ShopWindow> all;
    return all;
}

QStringList faultsOf(const Catalog &catalog, const QString &key, const ShopWindow &window)
{
    QStringList faults;
    const auto look = [&](const Entity *entity, const QString &field, const QList<Kind> &kinds) -> const Field * {
        const Field *found = entity ? entity->field(field) : nullptr;
        if (found && kinds.contains(found->kind()))
            return found;
        faults << QStringLiteral("the shop window of %1: %2 is not what it should be").arg(key, field);
        return nullptr;
    };
    const Entity *document = catalog.find(key), *lines = catalog.find(window.lines);
    look(document, window.party, {Kind::Ref});
    look(document, window.total, {Kind::Money});
    look(lines, window.quantity, {Kind::Decimal});
    look(lines, window.price, {Kind::Money});
    look(lines, window.amount, {Kind::Money});
    const Field *item = look(lines, window.item, {Kind::Ref});
    const Entity *goods = item ? catalog.find(item->target()) : nullptr;
    look(goods, window.group, {Kind::Ref});
    look(goods, window.picture, {Kind::File});
    look(goods, window.asked, {Kind::Money});
    try {
        if (goods)
            Filter::parse(window.where, catalog, goods->key());
    } catch (const Error &error) {
        faults << error.sentence();
    }
    return faults;
}
} // namespace

void sellsThrough(const QString &entity, const ShopWindow &how) { declared().set(entity, how); }

ShopWindow shopWindowOf(const QString &entity) { return declared().of(entity); }

QStringList entitiesWithShopWindow(const Registry &registry)
{
    QStringList out;
    for (const auto &entity : registry.entities()) {
        if (shopWindowOf(entity->key()).isSet())
            out << entity->key();
    }
    return out;
}

const Entity &goodsOf(const ShopWindow &window, const Catalog &catalog)
{
    return catalog.at(catalog.at(window.lines).field(window.item)->target());
}

Query goodsShown(const ShopWindow &window, const Catalog &catalog, qint64 group, const QString &words)
{
    const Entity &goods = goodsOf(window, catalog);
    Query query(goods.key());
    query.filter = window.where.isEmpty() ? Filter() : Filter::parse(window.where, catalog, goods.key());
    if (group != 0)
        query.filter = Filter::all({query.filter, Filter::where(window.group, Op::Equal, group)});
    query.search = words;
    query.sort = Query::parseSort(goods.titleField());
    query.columns = QStringList{goods.titleField(), window.asked, window.picture};
    return query;
}

QStringList shopWindowFaults(const Catalog &catalog)
{
    const QHash<QString, ShopWindow> all = declared().all();
    QStringList faults;
    for (auto it = all.cbegin(); it != all.cend(); ++it)
        faults += faultsOf(catalog, it.key(), it.value());
    return faults;
}

} // namespace crm
