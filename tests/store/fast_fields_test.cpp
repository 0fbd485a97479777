// Custom fields that are marked fast, on a file and on a server: lists say the same with and without the index, walk it
// where everything is seen, and people who are online do not notice it come and go.
#include "core/model/error.h"
#include "core/model/fast_field.h"
#include "core/store/fast_fields.h"
#include "core/store/local_repository.h"
#include "core/store/server/server_fast.h"
#include "core/store/server/server_repository.h"
#include "core/store/server/server_text.h"
#include "core/store/server/server_upgrade.h"
#include "tests/support/temp_database.h"
#include <QRegularExpression>
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
QString operator""_s(const char *text, size_t size) { return QString::fromUtf8(text, qsizetype(size)); }
const QString clients = QStringLiteral("clients"), definitions = QStringLiteral("custom_fields");

class FastFields : public testing::TestWithParam<DatabaseEngine>
{
protected:
    static constexpr int rows = 1500, page = 400;

    void SetUp() override
    {
        if (onServer())
            m_office = std::make_unique<TempOffice>(builtinRegistry()); // its tables change
        else
            m_file = std::make_unique<TempDatabase>(builtinRegistry(), "secret-1"_s, DatabaseEngine::File);
        anna = as("admin"_s);
    }
    bool onServer() const { return GetParam() == DatabaseEngine::Server; }
    std::unique_ptr<StoreRepository> as(const QString &login) const
    {
        return m_file ? openLocal(m_file->path(), builtinRegistry(), login, "secret-1"_s) : m_office->as(login);
    }
    Id addUser(const QString &login, const QString &role) const
    {
        return m_file ? m_file->addUser(login, role) : m_office->addUser(login, role);
    }
    ServerNames names() const { return ServerNames(m_office->database()); }
    QString data(const QString &table) const { return m_file ? "main."_s + table : names().table(table); }
    Database &rootDb()
    {
        if (m_file)
            return static_cast<LocalRepository &>(*anna).database();
        if (!m_root) {
            ServerAddress local;
            local.socket = m_office->server().socketPath();
            ServerOptions options;
            options.selectDatabase = false;
            m_root = Database::openServer(local, "root"_s, m_office->server().rootPassword(), options);
            m_root->exec("USE "_s + m_office->database());
            m_root->run("INSERT INTO "_s + data("sessions"_s) +
                            " (connection_id,client,user_id,started_at) VALUES (CONNECTION_ID(),USER(),?,0)"_s,
                        {anna->actor().userId});
        }
        return *m_root;
    }
    /// What an administrator does on a server after marking; a file follows by itself.
    bool upgrade()
    {
        if (m_file)
            return true;
        MariaDbAdministrator owner{m_office->address(), names().owner(), TempOffice::usualPassword};
        owner.address.database.clear();
        return upgradeAsOwner(owner, builtinRegistry(), m_office->database());
    }
    Id define(const QString &key, const QString &kind, const QVariantMap &more = {})
    {
        Document d(Record(anna->catalog()->at(definitions)));
        const QVariantMap values{{"label"_s, key.toUpper()}, {"entity"_s, clients}, {"key"_s, key}, {"kind"_s, kind}};
        for (const QVariantMap &part : {values, more})
            for (auto it = part.cbegin(); it != part.cend(); ++it)
                d.set(it.key(), it.value());
        const Id id = anna->save(d).document.id();
        anna->refresh(anna->feedState());
        return id;
    }
    void mark(Id definition, bool on = true)
    {
        Document d = anna->load(definitions, definition);
        d.set("fast"_s, on);
        anna->save(d);
        anna->refresh(anna->feedState());
    }
    /// The field "fast" of what is refused, and the sentence.
    QString refusal(const std::function<void()> &fn)
    {
        try {
            fn();
        } catch (const Error &e) {
            return e.faults().isEmpty() ? "?: "_s + e.sentence()
                                        : e.faults().first().field + ": "_s + e.faults().first().sentence;
        }
        return {};
    }
    /// Past the repository: clients with values, every tenth without, every fiftieth of that person.
    void fill(Id somebody)
    {
        const char *words[] = {"Ёлка", "ель", "ЁЖ  большой", "Zoo"};
        for (int from = 0; from < rows; from += 500) {
            QStringList values;
            for (int i = from; i < from + 500; ++i) {
                const QString name = "client %1"_s.arg(i * 7919 % rows, 5, 10, QLatin1Char('0'));
                const QString json =
                    R"({"budget":%1,"region":"%2 %3","begun":"2026-%4-11","branch":"%5","ok":%6})"_s.arg(i % 97 * 100)
                        .arg(QString::fromUtf8(words[i % 4]))
                        .arg(i % 40)
                        .arg(i % 12 + 1, 2, 10, QLatin1Char('0'))
                        .arg(i % 3 ? "north"_s : "south"_s)
                        .arg(i % 2);
                values << "(%1,'organisation','%2',%3%4,%5)"_s.arg(1000 + i)
                              .arg(name, onServer() ? u'\'' + name + "',"_s : QString())
                              .arg(i % 50 ? anna->actor().userId : somebody)
                              .arg(i % 10 ? u'\'' + json + u'\'' : "NULL"_s);
            }
            rootDb().exec("INSERT INTO %1 (id,type,name,%2scope_id,extra) VALUES %3"_s.arg(
                data(clients), onServer() ? "name__f,"_s : QString(), values.join(u',')));
        }
        if (onServer())
            rootDb().run("ANALYZE TABLE "_s + data(clients));
    }
    static QList<Query> questions()
    {
        QList<Query> out;
        const auto ask = [&](const Filter &filter, const char *sort) {
            Query q(clients);
            q.filter = filter;
            q.sort = Query::parseSort(QLatin1String(sort));
            q.columns = QStringList{"name"_s, "budget"_s, "region"_s, "begun"_s, "branch"_s, "ok"_s};
            out << q;
        };
        for (const char *sort : {"budget", "-budget", "region", "-region", "begun", "branch, -budget", "-ok, region"})
            ask({}, sort);
        ask(Filter::where("budget"_s, Op::GreaterOrEqual, 9000), "name");
        ask(Filter::where("budget"_s, Op::Equal, 700), "region");
        ask(Filter::where("region"_s, Op::Equal, "елка 4"_s), "name");
        ask(Filter::where("region"_s, Op::StartsWith, "еж большой"_s), "-region");
        ask(Filter::where("region"_s, Op::Contains, "ОО 3"_s), "budget");
        ask(Filter::where("begun"_s, Op::Less, QDate(2026, 3, 1)), "-begun");
        ask(Filter::where("branch"_s, Op::NotEqual, "north"_s), "name");
        ask(Filter::where("region"_s, Op::IsEmpty), "name");
        ask(Filter::where("budget"_s, Op::IsNotEmpty), "-budget, name");
        ask(Filter::where("ok"_s, Op::Equal, true), "begun");
        return out;
    }
    /// All pages of each question: ids, and what is shown.
    static QStringList answers(Repository &r)
    {
        QStringList out;
        const QList<Query> asked = questions();
        for (const Query &q : asked) {
            QString line;
            PageAt at;
            at.limit = page;
            for (bool more = true; more;) {
                const Page part = r.page(q, at);
                for (const Row &row : part.rows) {
                    line += "%1"_s.arg(row.id);
                    for (const QVariant &value : row.values)
                        line += u'|' + value.toString();
                    line += u'\n';
                }
                more = !part.atEnd && !part.rows.isEmpty();
                at.type = PageAt::After;
                if (more)
                    at.key = part.rows.last().key;
            }
            out << line;
        }
        return out;
    }
    /// How the page's walk over keys is made: names of indexes, and "sort" where rows are gathered and sorted.
    QStringList plan(const Query &q, const PageAt &at)
    {
        auto seer = as("admin"_s);
        QStringList out;
        if (m_file) {
            auto &local = static_cast<LocalRepository &>(*seer);
            const Sql sql = Reading(local.database(), local.catalog(), local.actor()).pageSql(q, at);
            Rows steps = local.database().run("EXPLAIN QUERY PLAN "_s + sql.text, sql.values);
            QSet<qint64> walk;
            while (steps.next()) {
                const QString step = steps.text(3);
                if (step.endsWith("ROUTINE p"_s) || step.endsWith("MATERIALIZE p"_s) || walk.contains(steps.integer(1)))
                    walk << steps.integer(0);
                if (walk.contains(steps.integer(0)))
                    out << (step.contains("TEMP B-TREE"_s) ? "sort"_s
                                                           : step.section("INDEX "_s, 1).section(u' ', 0, 0));
            }
        } else {
            auto &office = static_cast<ServerRepository &>(*seer);
            const Sql sql = Reading(office.database(), office.catalog(), office.actor()).pageSql(q, at);
            Rows steps = rootDb().run("EXPLAIN "_s + sql.text, sql.values);
            while (steps.next()) {
                if (steps.text(1) == "DERIVED"_s || steps.text(1) == "UNION"_s)
                    out << (steps.text(9).contains("filesort"_s) ? "sort"_s : steps.text(5));
            }
        }
        out.removeAll(QString());
        return out;
    }
    QString indexOf(const QString &key) const { return (onServer() ? "ix_extra__"_s : "clients__fx_"_s) + key; }
    qint64 indexes()
    {
        return rootDb()
            .scalar(m_file ? "SELECT count(*) FROM sqlite_master WHERE name GLOB 'clients__fx_*'"_s
                           : "SELECT COUNT(DISTINCT INDEX_NAME) FROM information_schema.STATISTICS WHERE "
                             "TABLE_SCHEMA='%1_data' AND INDEX_NAME LIKE 'ix\\_extra\\_%'"_s.arg(m_office->database()))
            .toLongLong();
    }
    QStringList columnsOfPeople()
    {
        QStringList out;
        Rows found = rootDb().run("SELECT CONCAT(TABLE_NAME,'.',COLUMN_NAME) FROM information_schema.COLUMNS WHERE "
                                  "TABLE_SCHEMA=? AND COLUMN_NAME LIKE 'extra\\_\\_%' ORDER BY 1"_s,
                                  {m_office->database()});
        while (found.next())
            out << found.text(0);
        return out;
    }
    /// Pages walk the index in both directions, and filters ask it.
    void expectWalks(const QStringList &fields)
    {
        for (const QString &field : fields) {
            for (const bool down : {false, true}) {
                Query q(clients);
                q.sort = {{field, down}};
                q.columns = QStringList{"name"_s};
                EXPECT_EQ(plan(q, {}), QStringList{indexOf(field)}) << qPrintable(field);
                const QStringList walked = plan(q, {PageAt::After, anna->page(q, {}).rows.last().key, 0, 100});
                EXPECT_GT(walked.size(), 1);
                EXPECT_EQ(walked.count(indexOf(field)), walked.size()) << qPrintable(walked.join(u' '));
            }
        }
        Query one(clients);
        one.filter = Filter::where("budget"_s, Op::Equal, 700);
        one.sort = Query::parseSort("-id"_s);
        EXPECT_TRUE(plan(one, {}).contains(indexOf("budget"_s)));
        one.filter = Filter::where("region"_s, Op::StartsWith, "ёлка 3"_s);
        one.sort = Query::parseSort("region"_s);
        EXPECT_EQ(plan(one, {}), QStringList{indexOf("region"_s)});
    }
    /// Values are indexed as they are saved, and no longer than an index holds them.
    void expectNewValues(Repository &other)
    {
        Document d = anna->load(clients, 1001);
        d.set("region"_s, "Ямал"_s);
        d.set("budget"_s, 123456);
        anna->save(d);
        Query one(clients);
        one.filter = Filter::where("region"_s, Op::Equal, "ЯМАЛ"_s);
        EXPECT_EQ(other.page(one, {}).rows.size(), 1);
        one.filter = Filter::where("budget"_s, Op::Greater, 123000);
        EXPECT_EQ(other.page(one, {}).rows.value(0).id, 1001);
        d = anna->load(clients, 1001);
        d.set("region"_s, "x"_s.repeated(fastTextSize + 1));
        EXPECT_TRUE(refusal([&] { anna->save(d); }).startsWith("region: "_s));
        d.set("region"_s, "x"_s.repeated(fastTextSize));
        anna->save(d);
    }
    /// What a check says of fast fields; rows that were written past the repository are in no search.
    QStringList checked() { return anna->check({}).filter(QRegularExpression("fast|index"_s)); }
    bool isFastFor(Repository &r, const QString &key) const { return isFast(*r.catalog()->at(clients).field(key)); }

    std::unique_ptr<TempOffice> m_office;
    std::unique_ptr<TempDatabase> m_file;
    std::unique_ptr<Database> m_root;
    std::unique_ptr<StoreRepository> anna;
};
} // namespace

TEST_P(FastFields, AnIndexComesAndGoesAndListsStayAsTheyAre)
{
    const QMap<QString, QString> kinds{{"budget"_s, "money"_s},
                                       {"region"_s, "text"_s},
                                       {"begun"_s, "date"_s},
                                       {"branch"_s, "choice"_s},
                                       {"ok"_s, "bool"_s}};
    IdList ids;
    for (auto it = kinds.cbegin(); it != kinds.cend(); ++it)
        ids << define(it.key(), it.value(), {{"choices"_s, "north = North\nsouth = South"_s}, {"in_list"_s, true}});
    addUser("boris"_s, "Manager (all records)"_s);
    const Id carls = addUser("carl"_s, "Staff (own records)"_s);
    fill(carls);
    auto boris = as("boris"_s), carl = as("carl"_s);
    EXPECT_FALSE(isFastFor(*boris, "budget"_s)) << "a column of the list is not indexed for that";
    const QStringList all = answers(*boris), few = answers(*carl);
    ASSERT_EQ(all[0].count(u'\n'), rows);
    EXPECT_GT(all[9].count(u'\n'), 0);
    EXPECT_GT(all[10].count(u'\n'), 0);
    EXPECT_EQ(few[0].count(u'\n'), rows / 50);
    Query byBudget(clients);
    byBudget.sort = Query::parseSort("budget"_s);
    EXPECT_TRUE(plan(byBudget, {}).contains("sort"_s)) << "else the test proves nothing";

    for (const Id id : ids)
        mark(id);
    if (onServer()) {
        EXPECT_FALSE(isFastFor(*as("boris"_s), "budget"_s)) << "its column is not there yet";
        EXPECT_EQ(answers(*as("boris"_s)), all);
        const QStringList faults = checked();
        ASSERT_EQ(faults.size(), 5) << qPrintable(faults.join(u'\n'));
        EXPECT_TRUE(faults[0].contains("server upgrade"_s));
    }
    EXPECT_TRUE(upgrade());
    EXPECT_EQ(indexes(), 5);
    EXPECT_EQ(answers(*boris), all) << "he was online and knows nothing of it";
    EXPECT_EQ(answers(*carl), few);
    for (StoreRepository *r : {boris.get(), carl.get(), anna.get()}) {
        r->refresh(r->feedState());
        EXPECT_TRUE(isFastFor(*r, "budget"_s) && isFastFor(*r, "region"_s));
    }
    EXPECT_EQ(answers(*boris), all);
    EXPECT_EQ(answers(*carl), few);
    EXPECT_EQ(checked(), QStringList());
    if (onServer()) {
        EXPECT_FALSE(upgrade()) << "nothing more to do";
        EXPECT_EQ(columnsOfPeople().size(), 15)
            << "of the plain view, the guarded one and the one behind it: " << qPrintable(columnsOfPeople().join(u' '));
    }

    expectWalks(kinds.keys());
    expectNewValues(*boris);

    // Off again: two by the mark, one with its definition, which comes back from the trash.
    const QStringList later = answers(*anna);
    mark(ids[0], false);
    mark(ids[1], false);
    anna->remove(definitions, {ids[2]});
    anna->refresh(anna->feedState());
    boris->refresh(boris->feedState());
    EXPECT_FALSE(isFastFor(*boris, kinds.keys()[0])) << "at once, whenever the column goes";
    EXPECT_TRUE(upgrade());
    EXPECT_EQ(indexes(), 2);
    anna->restore(definitions, {ids[2]});
    anna->refresh(anna->feedState());
    EXPECT_EQ(isFastFor(*anna, kinds.keys()[2]), !onServer());
    EXPECT_EQ(answers(*anna), later);
    EXPECT_TRUE(upgrade());
    EXPECT_EQ(indexes(), 3);
    boris->refresh(boris->feedState());
    EXPECT_TRUE(isFastFor(*boris, kinds.keys()[2]));
    EXPECT_EQ(answers(*boris), later);
}

TEST_P(FastFields, WhatNoIndexHoldsIsRefusedInWords)
{
    const Id text = define("region"_s, "text"_s), number = define("score"_s, "integer"_s);
    EXPECT_TRUE(refusal([&] { define("story"_s, "memo"_s, {{"fast"_s, true}}); }).startsWith("fast: "_s));
    EXPECT_TRUE(refusal([&] {
                    define("pay"_s, "money"_s, {{"fast"_s, true}, {"class"_s, "internal"_s}});
                }).startsWith("fast: "_s));
    Document d(Record(anna->catalog()->at(clients)));
    d.set("name"_s, "Acme"_s);
    d.set("region"_s, "long "_s.repeated(80));
    const Id acme = anna->save(d).document.id();
    const QString said = refusal([&] { mark(text); });
    EXPECT_TRUE(said.startsWith("fast: "_s) && said.contains("Acme"_s)) << qPrintable(said);
    EXPECT_EQ(refusal([&] { mark(number); }), QString());

    // A field that is gone leaves its values; another one of the same key is of another kind.
    d = anna->load(clients, acme);
    d.set("region"_s, "north"_s);
    anna->save(d);
    anna->remove(definitions, {text});
    anna->refresh(anna->feedState());
    const QString other = refusal([&] { define("region"_s, "integer"_s, {{"fast"_s, true}}); });
    EXPECT_TRUE(other.startsWith("fast: "_s) && other.contains("Acme"_s)) << qPrintable(other);
    const Id unmarked = define("region"_s, "integer"_s);
    // Where it is marked all the same, by another program, the others get theirs and the check tells.
    rootDb().run("UPDATE %1 SET fast=1 WHERE id=?"_s.arg(data(definitions)), {unmarked});
    if (m_file)
        followFastFields(rootDb());
    EXPECT_TRUE(upgrade());
    EXPECT_EQ(indexes(), onServer() ? 1 : 2);
    EXPECT_EQ(anna->check({}).filter("Acme"_s).size(), 1);
    rootDb().run("UPDATE %1 SET fast=0 WHERE id=?"_s.arg(data(definitions)), {unmarked});

    for (int i = 1; i < mostFastFields; ++i)
        define("n%1"_s.arg(i), "integer"_s, {{"fast"_s, true}});
    const QString full = refusal([&] { define("n99"_s, "integer"_s, {{"fast"_s, true}}); });
    EXPECT_TRUE(full.startsWith("fast: "_s) && full.contains("20"_s)) << qPrintable(full);
    mark(number, false);
    EXPECT_EQ(refusal([&] { define("n99"_s, "integer"_s, {{"fast"_s, true}}); }), QString());
    EXPECT_TRUE(upgrade());
    EXPECT_EQ(indexes(), mostFastFields) << "the table of clients has room for all of them";
}

/// A file that came row by row from elsewhere has the marks, but no index until it is opened.
TEST(FastFieldsOfAFile, OpeningMakesWhatIsMissingAndDropsWhatIsLeftOver)
{
    TempDatabase file(builtinRegistry(), {}, DatabaseEngine::File);
    {
        auto r = file.asSystem();
        Document d(Record(r->catalog()->at(definitions)));
        for (const auto &[key, value] :
             {std::pair("label"_s, "Budget"_s), {"entity"_s, clients}, {"kind"_s, "money"_s}})
            d.set(key, value);
        d.set("fast"_s, true);
        r->save(d);
        Database &db = static_cast<LocalRepository &>(*r).database();
        db.exec("DROP INDEX main.clients__fx_budget"_s);
        db.exec("CREATE INDEX main.clients__fx_gone ON clients (city)"_s);
        EXPECT_EQ(r->check({}).size(), 1);
    }
    auto again = file.asSystem();
    Database &db = static_cast<LocalRepository &>(*again).database();
    const QString found = "SELECT group_concat(name) FROM sqlite_master WHERE name GLOB 'clients__fx_*'"_s;
    EXPECT_EQ(db.scalar(found).toString(), "clients__fx_budget"_s);
    EXPECT_EQ(again->check({}), QStringList());
    EXPECT_EQ(fastText(fastColumns(";clients.budget:money;tasks.room:text;"_s)),
              ";clients.budget:money;tasks.room:text;"_s);
}

INSTANTIATE_TEST_SUITE_P(On, FastFields, testing::Values(DatabaseEngine::File, DatabaseEngine::Server),
                         [](const auto &info) { return info.param == DatabaseEngine::File ? "File" : "Server"; });
