// A list sorted and filtered by a custom field of a server, before it is marked fast and after the upgrade that makes
// its column, each against the same statement on bare tables.
#include "core/store/server/server_upgrade.h"
#include "tests/bench/server/bare_link.h"
#include "tests/bench/server/server_groups.h"

namespace crm::bench {

namespace {
constexpr int pageSize = 100;
const QString clients = QStringLiteral("clients"), definitions = QStringLiteral("custom_fields");

Id define(const Worker &admin, const QString &key, const QString &kind)
{
    Document d(Record(admin.repository->catalog()->at(definitions)));
    const QStringList texts{QStringLiteral("label"),  key,     QStringLiteral("key"),  key,
                            QStringLiteral("entity"), clients, QStringLiteral("kind"), kind};
    for (qsizetype i = 0; i < texts.size(); i += 2)
        d.set(texts[i], texts[i + 1]);
    return admin.repository->save(d, SaveKey::fresh()).document.id();
}

void lists(Table &table, const BenchOffice &office, const ServerBench &options, int runs,
           const std::optional<Target> &target)
{
    const Worker viewer = office.viewer(0);
    Reading reading(viewer.db(), viewer.repository->catalog(), viewer.repository->actor());
    BareLink bare(office.server());
    const auto page = [&](const char *name, const char *sort, const Filter &filter) {
        Query query(clients);
        query.sort = Query::parseSort(QLatin1String(sort));
        query.filter = filter;
        const PageAt at{PageAt::First, {}, 0, pageSize};
        const Sql same = office.onBareTables(reading.pageSql(query, at), viewer);
        if (options.statements)
            table.note(same.text);
        const Pair pair = compareBest(
            runs, [&] { viewer.repository->page(query, at); }, [&] { bare.run(same); });
        table.add({QLatin1String(name), pair.ours, pair.floor, target});
    };
    page("First page by a number", "-score", {});
    page("First page by a text", "town", {});
    page("Filter: one number", "-id", Filter::where(QStringLiteral("score"), Op::Equal, 77));
    page("Filter: a text, by the text", "town",
         Filter::where(QStringLiteral("town"), Op::StartsWith, QStringLiteral("Perm 1")));
}
} // namespace

void measureServerFast(Table &table, const BenchOffice &office, const ServerBench &options)
{
    const Worker admin = office.worker(QStringLiteral("admin"));
    office.sql(
        QStringLiteral("UPDATE {data}.clients SET "
                       "extra=JSON_OBJECT('score',MOD(id,1000),'town',CONCAT(IFNULL(city,'-'),' ',MOD(id,50)))"));
    const IdList fields{define(admin, QStringLiteral("score"), QStringLiteral("integer")),
                        define(admin, QStringLiteral("town"), QStringLiteral("text"))};
    table.heading(QStringLiteral("Clients by a custom field, as it is"));
    lists(table, office, options, 2, {});
    for (const Id id : fields) {
        Document d = admin.repository->load(definitions, id);
        d.set(QStringLiteral("fast"), true);
        admin.repository->save(d, SaveKey::fresh());
    }
    ServerAddress local;
    local.socket = office.server().socketPath();
    ServerOptions patient;
    patient.selectDatabase = false;
    patient.readSeconds = 600;
    auto root = Database::openServer(local, QStringLiteral("root"), office.server().rootPassword(), patient);
    const double ms = msOf([&] { upgradeOffice(*root, office.registry(), office.names()); });
    office.sql(QStringLiteral("ANALYZE TABLE {data}.clients"));
    table.heading(QStringLiteral("The same, marked fast"));
    table.add({QStringLiteral("The upgrade that makes two columns"), ms});
    lists(table, office, options, 15, Target{1.5, 2, {}, {}});
}

} // namespace crm::bench
