// Counts and sums of lists, one or several at once.
#include "core/store/reading.h"
#include "core/store/store_repository.h"
#include "core/store/sums.h"
#include "core/store/totals_together.h"

namespace crm {

Totals Reading::totals(const Query &query, const QStringList &sumPaths)
{
    readable(query.entity);
    ListSql::Sums sums;
    const auto make = [&](const ReadContext &way) {
        sums = ListSql(way, query, ListSql::Whole).totals(sumPaths);
        return sums.sql;
    };

    std::optional<SumsByCurrency> sum;
    runFinding(
        make,
        [&](Rows &rows) {
            sum.emplace(sums, m_catalog->baseCurrency);
            while (rows.next())
                sum->add(rows);
        },
        query.trashed);
    return {sum->count(), sum->sums()};
}

QList<Totals> Reading::totalsTogether(const QList<TotalsOf> &lists)
{
    const ReadContext context = this->context();
    QList<ListSql::Sums> asked;
    for (const TotalsOf &list : lists) {
        readable(list.query.entity);
        asked << ListSql(context, list.query, ListSql::Whole).totals(list.sums);
    }
    QList<Totals> out(lists.size());
    const auto take = [&](int index, Rows &rows) {
        SumsByCurrency sum(asked.at(index), m_catalog->baseCurrency);
        while (rows.next())
            sum.add(rows);
        out[index] = {sum.count(), sum.sums()};
    };
    if (m_dialect.viewsGuard()) {
        QStringList selects;
        for (const ListSql::Sums &one : std::as_const(asked))
            selects << found_rows::inlined(one.sql);
        m_db.runTogether(selects, take);
        return out;
    }
    Transaction snapshot(m_db, Transaction::Read);
    for (int i = 0; i < asked.size(); ++i) {
        Rows rows = m_db.run(asked.at(i).sql.text, asked.at(i).sql.values);
        take(i, rows);
    }
    snapshot.commit();
    return out;
}

QList<Totals> totalsTogether(Repository &repository, const QList<TotalsOf> &lists)
{
    return lists.isEmpty() ? QList<Totals>() : dynamic_cast<StoreRepository &>(repository).totalsTogether(lists);
}

} // namespace crm
