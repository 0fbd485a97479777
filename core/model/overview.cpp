#include "core/model/overview.h"
#include "core/model/beside_entity.h"
#include "core/model/error.h"
#include "core/model/registry.h"
#include "core/model/related_filter.h"

namespace crm {

namespace {
BesideEntity<Overview> &declared()
{
    static BesideEntity<Overview> all;
    return all;
}

Filter parsed(const QString &where, const Catalog &catalog, const QString &entity)
{
    return where.isEmpty() ? Filter() : Filter::parse(where, catalog, entity);
}

Query sorted(const QString &entity, const Filter &filter, const QString &sort)
{
    Query query(entity);
    query.filter = filter;
    query.sort = Query::parseSort(sort);
    return query;
}

RelatedWay wayOf(const OverviewTile &tile, const Catalog &catalog)
{
    const auto way = relatedWay(catalog, tile.entity, tile.through);
    if (!way)
        throw Error(ErrorKind::Validation, QStringLiteral("%1 does not lead to %2").arg(tile.through, tile.entity));
    if (way->kind != RelatedWay::Pointing)
        throw Error(ErrorKind::Validation, QStringLiteral("%1 is no reference to %2").arg(tile.through, tile.entity));
    return *way;
}

/// Collects what is wrong, with where it is.
class Checks
{
public:
    Checks(const Catalog &catalog, const Overview &overview)
        : m_catalog(catalog)
        , m_overview(overview)
    {}

    QStringList all()
    {
        if (m_overview.title.isEmpty() || m_overview.sections.isEmpty())
            fault({}, QStringLiteral("has no title or no numbers"));
        for (const OverviewSection &section : m_overview.sections) {
            for (const OverviewTile &tile : section.tiles)
                look(tile);
        }
        for (const OverviewTop &top : m_overview.tops)
            look(top);
        return m_faults;
    }

private:
    void fault(const QString &key, const QString &what)
    {
        m_faults << QStringLiteral("the overview of %1, %2: %3").arg(m_overview.entity, key, what);
    }
    void begin(const QString &key, const Label &title)
    {
        if (key.isEmpty() || title.isEmpty() || m_keys.contains(key))
            fault(key, QStringLiteral("has no key of its own or no title"));
        m_keys << key;
    }
    void checkSort(const QString &key, const Query &query)
    {
        for (const SortKey &by : query.sort) {
            if (!m_catalog.resolve(query.entity, by.path))
                fault(key, QStringLiteral("cannot be sorted by %1").arg(by.path));
        }
    }
    void look(const OverviewTile &tile)
    {
        begin(tile.key, tile.title);
        try {
            checkSort(tile.key, listOf(tile, m_catalog));
            const Query summed = summedBy(tile, m_catalog);
            const Field *amount = tile.sum.isEmpty() ? nullptr : m_catalog.resolve(summed.entity, tile.sum);
            if (!tile.sum.isEmpty() && (!amount || amount->kind() != Kind::Money))
                fault(tile.key, QStringLiteral("%1 is no amount").arg(tile.sum));
        } catch (const Error &error) {
            fault(tile.key, error.sentence());
        }
    }
    void look(const OverviewTop &top)
    {
        begin(top.key, top.title);
        try {
            const Query query = listOf(top, m_catalog);
            checkSort(top.key, query);
            for (const QString &path : top.columns) {
                if (!m_catalog.resolve(query.entity, path))
                    fault(top.key, QStringLiteral("there is no %1 to show").arg(path));
            }
        } catch (const Error &error) {
            fault(top.key, error.sentence());
        }
    }

    const Catalog &m_catalog;
    const Overview &m_overview;
    QStringList m_faults, m_keys;
};
} // namespace

void declareOverview(const Overview &overview)
{
    Overview whole = overview;
    for (OverviewSection &section : whole.sections) {
        for (OverviewTile &tile : section.tiles) {
            if (tile.entity.isEmpty())
                tile.entity = whole.entity;
        }
    }
    for (OverviewTop &top : whole.tops) {
        if (top.entity.isEmpty())
            top.entity = whole.entity;
    }
    declared().set(whole.entity, whole);
}

Overview overviewOf(const QString &entity) { return declared().of(entity); }

QList<Overview> overviews(const Registry &registry)
{
    QList<Overview> out;
    for (const auto &entity : registry.entities()) {
        if (const Overview overview = overviewOf(entity->key()); overview.isSet())
            out << overview;
    }
    return out;
}

Query listOf(const OverviewTile &tile, const Catalog &catalog)
{
    if (tile.through.isEmpty())
        return sorted(tile.entity, parsed(tile.where, catalog, tile.entity), tile.sort);
    const RelatedWay way = wayOf(tile, catalog);
    return sorted(tile.entity, hasRelated(way, parsed(tile.where, catalog, way.entity->key())), tile.sort);
}

Query summedBy(const OverviewTile &tile, const Catalog &catalog)
{
    if (tile.through.isEmpty())
        return listOf(tile, catalog);
    // What belongs to a record in the trash, or to one that the person may not see, is not of those that are counted.
    const RelatedWay way = wayOf(tile, catalog);
    const QString there = way.entity->key();
    const auto back = relatedWay(catalog, there, way.reference->key());
    const Filter where = parsed(tile.where, catalog, there);
    return sorted(there, back ? Filter::all({where, hasRelated(*back, {})}) : where, {});
}

Query listOf(const OverviewTop &top, const Catalog &catalog)
{
    return sorted(top.entity, parsed(top.where, catalog, top.entity), top.sort);
}

QStringList watchedBy(const Overview &overview, const Catalog &catalog)
{
    QStringList out;
    for (const OverviewSection &section : overview.sections) {
        for (const OverviewTile &tile : section.tiles)
            out << tile.entity << relatedEntities(listOf(tile, catalog).filter, catalog, tile.entity);
    }
    for (const OverviewTop &top : overview.tops)
        out << top.entity;
    out.removeDuplicates();
    return out;
}

QStringList overviewFaults(const Catalog &catalog)
{
    QStringList faults;
    for (const Overview &overview : declared().all()) {
        if (catalog.find(overview.entity))
            faults += Checks(catalog, overview).all();
        else
            faults << QStringLiteral("%1: there is no such entity").arg(overview.entity);
    }
    return faults;
}

} // namespace crm
