// The demo data: believable, sound, and the same each time.
#include "core/exchange/demo.h"
#include "core/exchange/tax_numbers.h"
#include "core/model/error.h"
#include "core/model/requisites.h"
#include "core/model/text.h"
#include "tests/support/temp_database.h"
#include <QRegularExpression>
#include <gtest/gtest.h>

using namespace crm;
using crm::test::TempDatabase;

namespace {
const QDate today(2026, 9, 14);

DemoOptions options(qint64 size, quint32 seed = 1, const QString &language = "ru")
{
    DemoOptions o;
    o.size = size;
    o.seed = seed;
    o.language = language;
    o.today = today;
    return o;
}

qint64 count(Repository &repo, const QString &entity, const QString &where = {})
{
    Query query(entity);
    query.filter = Filter::parse(where, *repo.catalog(), entity);
    return repo.totals(query, {}).count;
}

QStringList column(Repository &repo, const QString &entity, const QString &path, const QString &where = {},
                   int limit = 2000)
{
    Query query(entity);
    query.filter = Filter::parse(where, *repo.catalog(), entity);
    query.columns = QStringList{path};
    query.sort = {{"id", false}};
    QStringList out;
    const Page page = repo.page(query, {PageAt::First, {}, 0, limit});
    for (const Row &row : page.rows)
        out.append(QString::number(row.id) + u' ' + row.values.first().toString());
    return out;
}

/// One database for the tests that only look.
class Demo : public ::testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        database = new TempDatabase;
        repo = database->asSystem().release();
        generateDemo(*repo, options(200));
    }
    static void TearDownTestSuite()
    {
        delete repo;
        delete database;
    }
    static TempDatabase *database;
    static Repository *repo;
};
TempDatabase *Demo::database = nullptr;
Repository *Demo::repo = nullptr;
} // namespace

TEST_F(Demo, HasWhatASmallCompanyHas)
{
    EXPECT_EQ(count(*repo, "clients"), 200);
    EXPECT_NEAR(double(count(*repo, "contacts")), 400, 60);
    EXPECT_EQ(count(*repo, "leads"), 80);
    EXPECT_EQ(count(*repo, "items"), 60);
    EXPECT_EQ(count(*repo, "orders"), 300);
    EXPECT_EQ(count(*repo, "tasks"), 300);
    EXPECT_EQ(count(*repo, "notes"), 100);
    EXPECT_EQ(count(*repo, "comments"), 200);
    EXPECT_GE(count(*repo, "users"), 8);
    EXPECT_EQ(count(*repo, "teams"), 3);
    EXPECT_EQ(count(*repo, "labels"), 12);
    EXPECT_GT(count(*repo, "todo"), 0);
    EXPECT_EQ(count(*repo, "reminders", "parent_id is not empty"), 4);
    EXPECT_GT(count(*repo, "files"), 10);
    EXPECT_EQ(count(*repo, "custom_fields", "fast = yes"), database->isServer() ? 0 : 2);
    EXPECT_GT(count(*repo, "clients", "branch = construction and headcount > 10"), 2);
    const Field *branch = repo->catalog()->at("clients").field("branch");
    ASSERT_TRUE(branch);
    EXPECT_EQ(branch->isIndexed(), !database->isServer()) << "a server makes an index with an upgrade only";
}

TEST_F(Demo, IsSound) { EXPECT_EQ(repo->check().join(u'\n'), QString()); }

TEST_F(Demo, FillsEveryDefaultView)
{
    // Of a person, of the days in which the test runs, or empty where everything is in good order.
    const QSet<QString> mayBeEmpty{
        "mine",       "unassigned",     "without_price",    "without_email",   "discontinued", "no_deadline",
        "today",      "this_week",      "this_month",       "overdue",         "late",         "due",
        "later",      "in_use",         "repeating",        "recurring",       "coming",       "waiting",
        "expiring",   "forecast_month", "forecast_quarter", "converted_month", "next",         "not_taken",
        "mentions_me"};
    for (const Entity *entity : repo->catalog()->entities()) {
        for (const DefaultView &view : entity->views()) {
            EXPECT_TRUE(mayBeEmpty.contains(view.key) || count(*repo, entity->key(), view.where) > 0)
                << qPrintable(entity->key() + u' ' + view.key);
        }
    }
}

TEST_F(Demo, HasASubscriptionThatWaitsForADecision)
{
    EXPECT_EQ(count(*repo, "subscriptions", "repeat_waiting > 3 and status = active"), 1);
}

TEST_F(Demo, HasTaxNumbersWithTheirCheckDigits)
{
    int numbers = 0;
    const QStringList inns = column(*repo, "clients", "vat_number", "currency is empty and vat_number is not empty");
    for (const QString &row : inns) {
        EXPECT_EQ(innFault(row.section(u' ', 1)), QString()) << qPrintable(row);
        ++numbers;
    }
    EXPECT_GT(numbers, 100);
}

TEST_F(Demo, WritesAddressesInLatinAndPhonesAsPeopleDo)
{
    static const QRegularExpression address("^[a-z0-9.]+@[a-z0-9.]+\\.[a-z]+$"), phone("^\\+[0-9() -]{10,20}$");
    const QStringList addresses = column(*repo, "contacts", "email", "email is not empty");
    for (const QString &row : addresses)
        EXPECT_TRUE(address.match(row.section(u' ', 1)).hasMatch()) << qPrintable(row);
    const QStringList phones = column(*repo, "clients", "phone");
    for (const QString &row : phones)
        EXPECT_TRUE(phone.match(row.section(u' ', 1)).hasMatch()) << qPrintable(row);
}

TEST_F(Demo, NamesNoTwoClientsAlike)
{
    QSet<QString> names;
    QStringList twice;
    const QStringList rows = column(*repo, "clients", "name", "type = organisation");
    for (const QString &row : rows) {
        const QString name = fold(row.section(u' ', 1));
        if (names.contains(name))
            twice.append(name);
        names.insert(name);
    }
    EXPECT_LE(twice.size(), 3) << qPrintable(twice.join(u'\n')); // sole traders may share a name
}

TEST_F(Demo, HasTotalsThatFollowFromTheLines)
{
    Query query("orders");
    query.columns = QStringList{"total"};
    IdList ids;
    const Page page = repo->page(query, {PageAt::First, {}, 0, 300});
    for (const Row &row : page.rows)
        ids.append(row.id);
    const QList<Document> orders = repo->loadMany("orders", ids);
    ASSERT_EQ(orders.size(), 300);
    for (const Document &order : orders) {
        qint64 sum = 0;
        for (const Record &line : order.lines("order_lines"))
            sum += line.integer("total");
        EXPECT_GT(sum, 0);
        EXPECT_EQ(order.head().integer("subtotal"), sum);
        EXPECT_EQ(order.head().integer("total"),
                  sum - order.head().integer("discount_total") + order.head().integer("tax_total"));
    }
}

TEST_F(Demo, ConvertsSomeLeads)
{
    EXPECT_GT(count(*repo, "leads", "state_of_lead = converted"), 5);
    EXPECT_EQ(count(*repo, "leads", "state_of_lead = converted"), count(*repo, "clients", "lead_id is not empty"));
}

TEST_F(Demo, RefusesToBeMadeTwice)
{
    const qint64 before = repo->head();
    EXPECT_THROW(generateDemo(*repo, options(200)), Error);
    EXPECT_EQ(repo->head(), before);
}

TEST(DemoRun, GivesTheSameForTheSameSeed)
{
    QHash<QString, QStringList> seen[3];
    const quint32 seeds[] = {7, 7, 8};
    for (int i = 0; i < 3; ++i) {
        TempDatabase database;
        auto repo = database.asSystem();
        generateDemo(*repo, options(30, seeds[i]));
        for (const auto &[entity, path] : {std::pair{"clients", "name"},
                                           {"contacts", "email"},
                                           {"orders", "total"},
                                           {"tasks", "deadline"},
                                           {"order_lines", "rate"},
                                           {"leads", "budget"}})
            seen[i].insert(entity, column(*repo, entity, path));
    }
    EXPECT_EQ(seen[0], seen[1]);
    EXPECT_NE(seen[0], seen[2]);
}

TEST(DemoRun, SpeaksEnglish)
{
    TempDatabase database;
    auto repo = database.asSystem();
    generateDemo(*repo, options(60, 1, "en"));
    const QStringList items = column(*repo, "items", "title") + column(*repo, "tasks", "title");
    for (const QString &row : items) {
        for (const QChar c : row)
            ASSERT_NE(c.script(), QChar::Script_Cyrillic) << qPrintable(row);
    }
    EXPECT_GT(count(*repo, "clients", "country = Germany"), 0);
}

/// What costs a dollar costs about 85 roubles: in the demo's own rates, whatever the language.
TEST(DemoRun, PricesAThingAlikeInEveryCurrency)
{
    const QHash<QString, double> roubles{{"RUB", 1},   {"EUR", 95}, {"USD", 85},
                                         {"GBP", 110}, {"PLN", 22}, {"KZT", 0.18}};
    for (const char *language : {"en", "ru"}) {
        TempDatabase database;
        auto repo = database.asSystem();
        generateDemo(*repo, options(200, 1, language));
        const QString home = language == std::string("ru") ? "RUB" : "USD", base = repo->catalog()->baseCurrency;
        Query query("order_lines");
        query.columns = QStringList{"rate", "item_id.rate", "order_id.currency"};
        QSet<QString> seen;
        const Page page = repo->page(query, {PageAt::First, {}, 0, 2000});
        for (const Row &row : page.rows) {
            const QString currency = row.values.at(2).toString().isEmpty() ? base : row.values.at(2).toString();
            ASSERT_TRUE(roubles.contains(currency)) << qPrintable(currency);
            const double here = row.values.at(0).toDouble() * roubles.value(currency);
            const double there = row.values.at(1).toDouble() * roubles.value(home);
            EXPECT_NEAR(here / there, 1, 0.1) << qPrintable(currency);
            seen.insert(currency);
        }
        EXPECT_GE(seen.size(), 5) << language;
    }
}

/// A file that opens without a sign-in goes on doing so: nobody else may sign in.
TEST(DemoRun, LeavesAFileWithoutPasswordsOpen)
{
    TempDatabase database;
    generateDemo(*database.asSystem(), options(10));
    EXPECT_EQ(database.as({}, {})->actor().login, database.loginOf("admin"));
}

TEST(DemoRun, LetsItsPeopleSignInWithAPassword)
{
    TempDatabase database(crm::test::builtinRegistry(), "secret-admin");
    DemoOptions o = options(10);
    o.password = "secret-demo";
    auto repo = database.asSystem();
    generateDemo(*repo, o);
    const QString login =
        column(*repo, "users", "login", "login != " + database.loginOf("admin")).first().section(u' ', 1);
    auto theirs = database.asItself({login, "secret-demo"});
    EXPECT_FALSE(theirs->actor().policy.isAdmin());
}

TEST(DemoRun, IsTakenBackWhenCancelled)
{
    TempDatabase database;
    auto repo = database.asSystem();
    int calls = 0;
    EXPECT_THROW(generateDemo(*repo, options(30), [&](qint64, qint64) { return ++calls < 6; }), Error);
    EXPECT_EQ(calls, 6);
    EXPECT_EQ(count(*repo, "clients"), 0);
    EXPECT_EQ(repo->check().join(u'\n'), QString());
}

TEST(DemoRun, IsTakenBackAsOneBatch)
{
    TempDatabase database;
    auto repo = database.asSystem();
    const DemoResult made = generateDemo(*repo, options(20));
    EXPECT_GT(made.records, 100);
    repo->undoBatch(made.batch);
    for (const char *entity : {"clients", "contacts", "orders", "tasks", "leads", "comments", "custom_fields"})
        EXPECT_EQ(count(*repo, entity), 0) << entity;
}

TEST(DemoRun, RefusesASizeOfNothing)
{
    TempDatabase database;
    EXPECT_THROW(generateDemo(*database.asSystem(), options(0)), Error);
}

TEST(TaxNumber, KnowsRealOnes)
{
    EXPECT_EQ(taxNumber("RU", "77070838900"), QString("7707083893"));         // Sberbank
    EXPECT_EQ(taxNumber("RU", "50010073220", true), QString("500100732259")); // the tax service's own example
    EXPECT_EQ(taxNumber("DE", "13669597600"), QString("DE136695976"));        // the example of the standard
    EXPECT_EQ(taxNumber("FR", "73282932000"), QString("FR44732829320"));
    EXPECT_EQ(taxNumber("IT", "00743110150"), QString("IT00743110157"));
    EXPECT_EQ(taxNumber("PL", "52602502740"), QString("PL5260250274"));
    EXPECT_EQ(taxNumber("GB", "12345670000").size(), 11);
}
