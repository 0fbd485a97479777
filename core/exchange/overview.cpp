#include "core/exchange/overview.h"
#include "core/access/may_ask.h"
#include "core/model/error.h"
#include "core/model/registry.h"
#include "core/store/repository.h"
#include "core/store/totals_together.h"
#include <algorithm>

namespace crm {

namespace {
void baseFirst(QList<Sum> &sums, const QString &base)
{
    std::stable_sort(sums.begin(), sums.end(), [&](const Sum &a, const Sum &b) {
        return (a.currency == base) != (b.currency == base) ? a.currency == base : a.currency < b.currency;
    });
}
} // namespace

Overview offered(const Overview &overview, const Catalog &catalog, const Policy &policy)
{
    Overview left = overview;
    for (OverviewSection &section : left.sections) {
        section.tiles.removeIf(
            [&](const OverviewTile &tile) { return !mayAsk(policy, catalog, listOf(tile, catalog)); });
        for (OverviewTile &tile : section.tiles) {
            if (!tile.sum.isEmpty() && !seesPath(policy, catalog, summedBy(tile, catalog).entity, tile.sum))
                tile.sum.clear();
        }
    }
    left.sections.removeIf([](const OverviewSection &section) { return section.tiles.isEmpty(); });
    left.tops.removeIf([&](const OverviewTop &top) { return !mayAsk(policy, catalog, listOf(top, catalog)); });
    for (OverviewTop &top : left.tops)
        top.columns.removeIf([&](const QString &path) { return !seesPath(policy, catalog, top.entity, path); });
    return left.sections.isEmpty() ? Overview() : left;
}

OverviewNumbers numbersOf(Repository &repository, const Overview &overview)
{
    const auto catalog = repository.catalog();
    OverviewNumbers out;
    QList<TotalsOf> asked;
    QStringList keys;
    for (const OverviewSection &section : overview.sections) {
        for (const OverviewTile &tile : section.tiles) {
            const bool own = tile.through.isEmpty() && !tile.sum.isEmpty();
            asked << TotalsOf{listOf(tile, *catalog), own ? QStringList{tile.sum} : QStringList()};
            keys << tile.key;
            if (own || tile.sum.isEmpty())
                continue;
            asked << TotalsOf{summedBy(tile, *catalog), {tile.sum}};
            keys << QString(); // the amounts of the tile before
        }
    }
    const QList<Totals> totals = totalsTogether(repository, asked);
    QString key;
    for (qsizetype i = 0; i < totals.size(); ++i) {
        if (keys.at(i).isEmpty()) {
            out.tiles[key].sums = totals.at(i).sums;
        } else {
            key = keys.at(i);
            out.tiles.insert(key, totals.at(i));
        }
        baseFirst(out.tiles[key].sums, catalog->baseCurrency);
    }
    for (const OverviewTop &top : overview.tops) {
        Query query = listOf(top, *catalog);
        const Entity &entity = catalog->at(top.entity);
        query.columns = QStringList{entity.titleField().isEmpty() ? entity.numberField() : entity.titleField()};
        query.columns += top.columns;
        PageAt first;
        first.limit = top.count;
        out.tops.insert(top.key, repository.page(query, first));
    }
    return out;
}

} // namespace crm
