// Overviews and the conditions behind them: what they count and add up, what a role is shown, how often they ask. On a
// file and on a server.
#include "core/exchange/overview.h"
#include "core/model/related_filter.h"
#include "core/store/database.h"
#include "core/store/store_repository.h"
#include "tests/store/finance_fixture.h"

using namespace crm;
using namespace crm::test;

namespace {

struct Overviews : FinanceFixture
{
    const QDate today = QDate::currentDate();

    Id invoice(const Document &of, qint64 amount, const QDate &due, const QVariantMap &more = {})
    {
        QVariantMap values{{"client_id", of.id()}, {"bill_date", due.addDays(-10)}, {"due_date", due}};
        values.insert(more);
        Document d = fresh("invoices", values);
        add(d, {{"title", "Work"}, {"rate", amount}});
        const Id id = repo->save(d).document.id();
        repo->runAction("invoices", id, "issue", {});
        return id;
    }
    Filter parsed(const QString &where) { return Filter::parse(where, *repo->catalog(), "clients"); }
    Overview mine(Repository &as, const QString &entity = "clients")
    {
        return offered(overviewOf(entity), *as.catalog(), as.actor().policy);
    }
    /// "EUR 500, RUB 7000" of a tile.
    static QString amounts(const OverviewNumbers &numbers, const char *tile)
    {
        QStringList out;
        for (const Sum &sum : numbers.tiles.value(QLatin1String(tile)).sums)
            out << sum.currency + u' ' + QString::number(sum.value);
        return out.join(QStringLiteral(", "));
    }
    static qint64 counted(const OverviewNumbers &numbers, const char *tile)
    {
        return numbers.tiles.value(QLatin1String(tile)).count;
    }
};

TEST_F(Overviews, CountWhoHasWhatAndWhatItComesTo)
{
    const Document foreign = make("clients", {{"name", "Abroad"}, {"currency", "EUR"}});
    const Document quiet = make("clients", {{"name", "Quiet"}});
    invoice(client, 7'000, today.addDays(-1));
    invoice(client, 1'000, today.addDays(-3)); // the same client once more
    invoice(foreign, 500, today.addDays(-1));
    const Id partly = invoice(quiet, 2'000, today.addDays(5));
    repo->runAction("invoices", partly, "pay", {{"amount", 500}, {"paid_on", today}});
    make("projects", {{"title", "Warehouse"}, {"client_id", quiet.id()}});
    make("contacts", {{"first_name", "Vera"}, {"client_id", quiet.id()}});

    const OverviewNumbers seen = numbersOf(*repo, mine(*repo));
    EXPECT_EQ(counted(seen, "all"), 3);
    EXPECT_EQ(counted(seen, "new"), 3);
    EXPECT_EQ(counted(seen, "contacts"), 1);
    EXPECT_EQ(counted(seen, "unpaid"), 2) << "clients, not invoices";
    EXPECT_EQ(amounts(seen, "unpaid"), "RUB 8000, EUR 500") << "of the invoices, each currency on its own";
    EXPECT_EQ(counted(seen, "partly"), 1);
    EXPECT_EQ(amounts(seen, "partly"), "RUB 1500");
    EXPECT_EQ(counted(seen, "overdue"), 2);
    EXPECT_EQ(counted(seen, "projects"), 1);
    EXPECT_EQ(counted(seen, "orders"), 0);
    EXPECT_EQ(amounts(seen, "orders"), "RUB 0");
    const Page debtors = seen.tops.value("debtors");
    ASSERT_EQ(debtors.rows.size(), 3);
    EXPECT_EQ(debtors.rows.first().values.first().toString(), "Vector")
        << "who owes most stands first, foreign money behind";
    EXPECT_EQ(debtors.rows.first().values.last().toLongLong(), 8'000);
    EXPECT_EQ(debtors.rows.last().values.first().toString(), "Abroad");

    repo->remove("clients", {foreign.id()});
    const OverviewNumbers left = numbersOf(*repo, mine(*repo));
    EXPECT_EQ(counted(left, "unpaid"), 1);
    EXPECT_EQ(amounts(left, "unpaid"), "RUB 8000") << "of the clients that are counted";
    repo->remove("projects", {row("projects", "title", "Warehouse")});
    EXPECT_EQ(counted(numbersOf(*repo, mine(*repo)), "projects"), 0) << "what lies in the trash counts nowhere";
}

TEST_F(Overviews, EveryNumberIsThatOfTheListBehindItAndAllAreAskedAtOnce)
{
    invoice(client, 7'000, today.addDays(-1));
    Document offer = fresh("estimates", {{"client_id", client.id()}});
    add(offer, {{"title", "Roof"}, {"rate", 300}});
    repo->save(offer);
    make("leads", {{"name", "Somebody"}, {"budget", 900}});
    ASSERT_EQ(overviews(repo->catalog()->registry()).size(), 3);
    for (const Overview &declared : overviews(repo->catalog()->registry())) {
        const Overview all = mine(*repo, declared.entity);
        EXPECT_EQ(all.sections.size(), declared.sections.size()) << "who may read everything misses nothing";
        Database &connection = dynamic_cast<StoreRepository &>(*repo).database();
        numbersOf(*repo, all); // what a list asks at first is known by now
        const qint64 before = connection.statementsRun();
        const OverviewNumbers numbers = numbersOf(*repo, all);
        const qint64 asked = connection.statementsRun() - before;
        int tiles = 0, others = 0, full = 0;
        for (const OverviewSection &section : all.sections) {
            for (const OverviewTile &tile : section.tiles) {
                const Totals there = repo->totals(listOf(tile, *repo->catalog()), {});
                EXPECT_EQ(numbers.tiles.value(tile.key).count, there.count) << tile.key.toStdString();
                if (tile.sum.isEmpty())
                    EXPECT_TRUE(numbers.tiles.value(tile.key).sums.isEmpty());
                else
                    EXPECT_EQ(numbers.tiles.value(tile.key).sums.first().value,
                              repo->totals(summedBy(tile, *repo->catalog()), {tile.sum}).sums.first().value);
                ++tiles;
                others += !tile.through.isEmpty() && !tile.sum.isEmpty();
                full += there.count > 0;
            }
        }
        EXPECT_GT(full, 0) << declared.entity.toStdString();
        if (this->db.isServer())
            EXPECT_EQ(asked, 1 + all.tops.size()) << "one journey, and one for each list";
        else
            EXPECT_LE(asked, tiles + others + all.tops.size() + 2) << "one statement each, and the snapshot";
    }
}

TEST_F(Overviews, AConditionMayAskForWhatPointsToARecord)
{
    const Document other = make("clients", {{"name", "Other"}});
    const Id paid = invoice(client, 7'000, today.addDays(-1));
    repo->runAction("invoices", paid, "pay", {{"amount", 7'000}, {"paid_on", today}});
    invoice(client, 100, today.addDays(3));
    invoice(other, 50, today.addDays(-3));
    make("contacts", {{"first_name", "Vera"}, {"client_id", other.id()}});
    EXPECT_EQ(count("clients", "has invoices"), 2);
    EXPECT_EQ(count("clients", "has invoices (balance > 0 and due_date < today)"), 1);
    EXPECT_EQ(count("clients", "not has contacts"), 1);
    EXPECT_EQ(count("clients", "has invoices.client (total >= 70) and not has contacts"), 1);
    EXPECT_EQ(count("clients", "name = Other or has invoices (settled = paid)"), 2);
    EXPECT_EQ(count("invoices", "client.name = Other or has credit_notes"), 1) << "in lists of any kind";
    // What hangs on a record, and what a reference leads to.
    make("tasks", {{"title", "Call"}, {"parent_entity", "clients"}, {"parent_id", other.id()}});
    EXPECT_EQ(count("clients", "has tasks (title = Call)"), 1);
    EXPECT_EQ(count("clients", "not has tasks"), 1);
    EXPECT_EQ(count("invoices", "has client"), 3);
    EXPECT_EQ(count("invoices", "has client_id (name = Other and not has tasks)"), 0);
    EXPECT_EQ(count("invoices", "not has client_id (name = Other)"), 2);
    repo->remove("clients", {other.id()});
    EXPECT_EQ(count("invoices", "has client"), 2) << "a client in the trash is none";
    EXPECT_EQ(count("invoices", "client is not empty"), 3);
    repo->restore("clients", {other.id()});

    const Filter nested = parsed("has invoices (client.name = Other or not (balance > 0 and due_date = this_year))");
    const QString text = nested.toExpression(*repo->catalog(), "clients");
    EXPECT_TRUE(text.startsWith("has invoices.client_id (")) << text.toStdString();
    EXPECT_TRUE(parsed(text) == nested) << text.toStdString();
    EXPECT_EQ(relatedEntities(parsed("has contacts or not has invoices (balance > 0)"), *repo->catalog(), "clients"),
              (QStringList{"contacts", "invoices"}));
    for (const char *wrong : {"has nothing", "has items", "has invoices (balance > 0", "has invoices (no_such = 1)",
                              "has invoices.bill_date", "has order_lines", "has"})
        EXPECT_FALSE(refusal([&] { parsed(QLatin1String(wrong)); }).isEmpty()) << wrong;
    // The same entity in several ways: the reference has to be named.
    const QString which = refusal([&] { Filter::parse("has tasks", *repo->catalog(), "tasks"); });
    const QStringList ways = relatedWays(*repo->catalog(), "tasks", "tasks");
    EXPECT_GT(ways.size(), 1);
    for (const QString &way : ways)
        EXPECT_TRUE(which.contains(way)) << which.toStdString();
}

TEST_F(Overviews, ARoleIsShownWhatItMayRead)
{
    invoice(client, 7'000, today.addDays(-1));
    Document role = fresh("roles", {{"name", "Only clients"}, {"is_staff", true}});
    add(role, {{"entity", "clients"}, {"can_read", "all"}});
    repo->save(role);
    db.addUser("ilya", "Only clients");
    const auto ilya = db.as("ilya", "secret-1");
    const Overview left = mine(*ilya);
    QStringList keys;
    for (const OverviewSection &section : left.sections) {
        for (const OverviewTile &tile : section.tiles)
            keys << tile.key;
    }
    EXPECT_EQ(keys, (QStringList{"all", "new", "credit"})) << "no contacts, no invoices, no offers";
    EXPECT_EQ(counted(numbersOf(*ilya, left), "all"), 1);
    EXPECT_FALSE(mine(*ilya, "invoices").isSet());
    Query asked("clients");
    asked.filter = parsed("has invoices");
    EXPECT_FALSE(refusal([&] { ilya->totals(asked, {}); }).isEmpty()) << "nor by a filter of his own";
    EXPECT_FALSE(refusal([&] { ilya->page(asked, {}); }).isEmpty());

    Document own = fresh("roles", {{"name", "Own invoices"}, {"is_staff", true}});
    add(own, {{"entity", "clients"}, {"can_read", "all"}});
    add(own, {{"entity", "invoices"}, {"can_read", "own"}});
    repo->save(own);
    const Id olga = db.addUser("olga", "Own invoices");
    invoice(make("clients", {{"name", "Of Olga"}}), 300, today.addDays(-1), {{"owner_id", olga}});
    const auto hers = db.as("olga", "secret-1");
    const OverviewNumbers numbers = numbersOf(*hers, mine(*hers));
    EXPECT_EQ(counted(numbers, "overdue"), 1) << "what she may not see tells her nothing of its client";
    EXPECT_EQ(amounts(numbers, "overdue"), "RUB 300");
    EXPECT_EQ(counted(numbers, "all"), 2);
}

} // namespace
