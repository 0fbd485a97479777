// Search in a list: a word that hardly anybody's record holds, a piece of a word, two words, a word that many hold;
// against a scan of the same visible rows' search texts on bare tables.
#include "tests/bench/server/bare_link.h"
#include "tests/bench/server/server_groups.h"

namespace crm::bench {

namespace {
constexpr int runs = 7;
constexpr double rareMs = 10, scanRatio = 1.2;

struct Looked
{
    const char *name, *text;
    bool rare;
};
const Looked looked[] = {{"a rare word", "zyxquark", true},      {"a rare phrase", "foods zyxquark", true},
                         {"no hit", "qqqzzzyyy", true},          {"a piece of a common word", "nsulti", false},
                         {"a common word", "consulting", false}, {"two words", "karomi trad", false},
                         {"a piece of a name", "ovorsa", false}, {"two letters", "ka", false}};

void measureViewer(Table &table, const BenchOffice &office, const ServerBench &options, int which)
{
    const Worker viewer = office.viewer(which);
    BareLink bare(office.server());
    table.heading(QStringLiteral("Search among %1 rows").arg(viewer.rows));
    for (const Looked &l : looked) {
        Query query(QStringLiteral("clients"));
        query.search = QString::fromLatin1(l.text);
        QStringList conditions;
        for (const QString &word : query.search.split(u' '))
            conditions << QStringLiteral("INSTR(s.text_all,'%1')>0").arg(word.size() < 3 ? u' ' + word : word);
        const Sql scan = office.onBareTables(
            {QStringLiteral(
                 "SELECT count(*) FROM `clients` m JOIN `clients__search` s ON s.id=m.id WHERE m.live=1 AND ") +
             conditions.join(QStringLiteral(" AND "))},
            viewer);
        if (options.statements) {
            Reading reading(viewer.db(), viewer.repository->catalog(), viewer.repository->actor());
            table.note(reading.pageSql(query, {}).text);
            table.note(scan.text);
        }
        const qint64 hits = viewer.repository->totals(query, {}).count, expected = bare.scalar(scan);
        if (hits != expected)
            table.note(QStringLiteral("THE HITS DIFFER: %1 and %2 on bare tables").arg(hits).arg(expected));
        const Pair page = compareBest(
            runs, [&] { viewer.repository->page(query, {}); }, [&] { bare.run(scan); });
        const double count = best(3, [&] { viewer.repository->totals(query, {}); });
        const QString name = QString::fromLatin1(l.name) + QStringLiteral(" (%1)").arg(hits);
        table.add({name + QStringLiteral(": page"), page.ours, page.floor,
                   l.rare ? Target{0, rareMs, {}, {}} : Target{scanRatio, 2, {}, {}}});
        table.add({name + QStringLiteral(": count"), count, page.floor,
                   l.rare ? Target{0, rareMs, {}, {}} : Target{scanRatio, 2, {}, {}}});
    }
    for (const char *text : {"zyxquark", "consulting"})
        table.add({QStringLiteral("everywhere: %1").arg(QLatin1String(text)),
                   best(runs, [&] { viewer.repository->search(QString::fromLatin1(text), 5); })});
}
} // namespace

void measureServerSearch(Table &table, const BenchOffice &office, const ServerBench &options)
{
    for (int which = 0; which < BenchOffice::viewers; ++which) {
        if (options.viewer < 0 || options.viewer == which)
            measureViewer(table, office, options, which);
    }
}

} // namespace crm::bench
