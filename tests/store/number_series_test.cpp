// Numbers as an administrator has set them: patterns, series that begin anew, what is refused. On a file and on a
// server.
#include "core/model/number_series.h"
#include "core/store/each_row.h"
#include "core/store/migrations/steps.h"
#include "core/store/schema.h"
#include "core/store/server/server_text.h"
#include "tests/store/finance_fixture.h"
#include <QRegularExpression>
#include <mutex>
#include <thread>

using namespace crm;
using namespace crm::test;

namespace {

struct NumberSeriesTest : FinanceFixture
{
    Document series(const QString &entity, const QString &pattern, const QString &restarts = "never", qint64 first = 1)
    {
        return make("number_series",
                    {{"entity", entity}, {"pattern", pattern}, {"restarts", restarts}, {"first", first}});
    }
    Document change(Document row, const QString &field, const QVariant &value)
    {
        row = repo->load("number_series", row.id());
        row.set(field, value);
        return repo->save(row).document;
    }
    QString order(const QDate &day, Repository *as = nullptr)
    {
        const Document d = fresh("orders", {{"client_id", client.id()}, {"order_date", day}});
        return (as ? *as : *repo).save(d).document.head().text("number");
    }
    Id draft(const QDate &day)
    {
        Document d = fresh("invoices", {{"client_id", client.id()}, {"bill_date", day}});
        add(d, {{"title", "Work"}, {"rate", 100}});
        return repo->save(d).document.id();
    }
    QString numberOf(Id invoice) { return repo->load("invoices", invoice).head().text("number"); }
    QString issue(Id invoice, Repository *as = nullptr)
    {
        (as ? *as : *repo).runAction("invoices", invoice, "issue", {});
        return numberOf(invoice);
    }
    QString nextOf(Id series, Repository *as = nullptr)
    {
        return (as ? *as : *repo).load("number_series", series).head().text("example");
    }
    QString issued(const QDate &day) { return issue(draft(day)); }

    /// The sentence, behind the field if it is about one.
    template<class Fn> QString refusal(Fn act)
    {
        try {
            act();
        } catch (const Error &e) {
            return (e.faults().isEmpty() ? QString() : e.faults().first().field + ": ") + e.sentence();
        }
        return {};
    }
};
using Series = NumberSeriesTest;

TEST_F(Series, BeginAnewEachYearByTheDatesOfTheDocuments)
{
    EXPECT_EQ(issued({2026, 11, 2}), "INV-0001") << "as it always was";
    const Id waiting = draft({2026, 12, 31});
    const QString asDraft = numberOf(waiting);
    EXPECT_EQ(series("invoices", " INV-{year}-{number:4} ", "year").head().text("pattern"), "INV-{year}-{number:4}");
    EXPECT_EQ(issued({2026, 12, 30}), "INV-2026-0001");
    EXPECT_EQ(issued({2027, 1, 4}), "INV-2027-0001");
    const Id empty =
        repo->save(fresh("invoices", {{"client_id", client.id()}, {"bill_date", QDate(2026, 12, 30)}})).document.id();
    EXPECT_NE(refusal([&] { issue(empty); }), QString()) << "and takes no number along";
    EXPECT_EQ(numberOf(waiting), asDraft) << "drafts are what they were";
    EXPECT_TRUE(numberOf(draft({2027, 1, 4})).startsWith(u'#'));
    EXPECT_EQ(issue(waiting), "INV-2026-0002") << "issued in the new year, and dated in the old one";
    EXPECT_EQ(issued({2027, 1, 3}), "INV-2027-0002");
    // In the order of the dates, within a year.
    make("office_settings", {{"name", "Office"}, {"numbers_by_date", true}});
    repo = db.asSystem();
    EXPECT_TRUE(refusal([&] { issued({2026, 12, 30}); }).startsWith("bill_date"));
    EXPECT_EQ(issued({2026, 12, 31}), "INV-2026-0003") << "though there are numbers of January";
    EXPECT_EQ(issued({2025, 3, 1}), "INV-2025-0001");
    EXPECT_TRUE(refusal([&] { issued({2027, 1, 2}); }).startsWith("bill_date"));
    EXPECT_EQ(repo->check(), QStringList());
}

TEST_F(Series, PassOverWhatIsUsedAndNeverGoBack)
{
    EXPECT_EQ(order({2026, 10, 1}), "ORD-0001");
    Document typed = fresh("orders", {{"client_id", client.id()}, {"number", "ord-0002"}});
    repo->save(typed);
    EXPECT_EQ(order({2026, 10, 1}), "ORD-0003") << "somebody typed it, in small letters";
    const Document row = series("orders", "{yy}{month}-{number:3}", "month");
    EXPECT_EQ(order({2026, 11, 5}), "2611-001");
    EXPECT_EQ(order({2026, 12, 1}), "2612-001");
    EXPECT_EQ(order({2026, 11, 5}), "2611-002");
    change(row, "first", 40);
    EXPECT_EQ(order({2026, 11, 6}), "2611-040");
    change(row, "first", 2);
    EXPECT_EQ(order({2026, 11, 6}), "2611-041") << "never again";
    // The same numbers out of another counter.
    change(row, "restarts", "never");
    EXPECT_EQ(order({2026, 12, 1}), "2612-004") << "the old counter goes on";
    change(row, "pattern", "2611-{number:3}");
    change(row, "first", 40);
    EXPECT_EQ(order({2026, 12, 1}), "2611-042") << "40 and 41 are used";
    EXPECT_EQ(order({2026, 12, 1}), "2611-043");
    // By hand, for the period that is now.
    const QDate today = QDate::currentDate();
    series("requests", "Q{year}/{number}", "year");
    const QString year = QString::number(today.year());
    EXPECT_EQ(make("requests", {{"subject", "A"}}).head().text("number"), "Q" + year + "/1") << "of the day it is made";
    const Document other = series("payments", "P{yy}-{number}", "year");
    repo->runAction("number_series", other.id(), "raise", {{"number", qint64(70)}});
    EXPECT_TRUE(refusal([&] {
                    repo->runAction("number_series", other.id(), "raise", {{"number", qint64(69)}});
                }).startsWith("number"));
    const auto paid = [&](const QDate &day) {
        return make("payments", {{"client_id", client.id()}, {"paid_on", day}, {"amount", 100}}).head().text("number");
    };
    EXPECT_EQ(paid(today), "P" + year.right(2) + "-70");
    EXPECT_EQ(paid({2019, 5, 5}), "P19-1") << "other periods are left alone";
    EXPECT_EQ(nextOf(other.id()), "P" + year.right(2) + "-71");
    repo->remove("number_series", {other.id()});
    EXPECT_EQ(paid(today), "PAY-0001") << "without a row as it always was";
}

TEST_F(Series, AreRefusedInWordsWhenTheyDoNotFit)
{
    const QString head(36, u'x');
    const Document row = series("invoices", head + "{number:4}", "never", 9'999);
    EXPECT_EQ(issued({2026, 5, 4}), head + "9999");
    const Id next = draft({2026, 5, 4});
    const qint64 before = repo->head();
    const QString said = refusal([&] { issue(next); });
    EXPECT_TRUE(said.contains("The number series of “Invoices” is exhausted")) << said.toStdString();
    EXPECT_EQ(repo->head(), before) << "nothing was saved";
    EXPECT_EQ(repo->load("invoices", next).head().text("status"), "draft");
    change(row, "pattern", "x{number:4}");
    EXPECT_EQ(issue(next), "x10000") << "one more digit, and none is lost";
}

TEST_F(Series, TakePatternsThatCannotRepeat)
{
    const auto fault = [&](const QString &pattern, const QString &restarts, const QString &entity = "invoices") {
        return refusal([&] { repo->remove("number_series", {series(entity, pattern, restarts).id()}); });
    };
    EXPECT_EQ(fault("{number}", "never"), QString());
    EXPECT_EQ(fault("{month}/{yy}/{number:18}", "month"), QString());
    EXPECT_EQ(fault("#{number}", "never", "orders"), QString());
    for (const auto &[pattern, restarts] : QList<std::pair<QString, QString>>{
             {"INV", "never"},
             {"{number}-{number:4}", "never"},
             {"{number}", "year"},
             {"{month}-{number}", "year"},
             {"{year}-{number}", "month"},
             {"{month}-{number}", "month"},
             {"{client}-{number}", "never"},
             {"{Number}", "never"},
             {"{number:0}", "never"},
             {"{number:19}", "never"},
             {"{number", "never"},
             {"}{number}", "never"},
             {"#{number}", "never"}, // drafts look like this
             {QString(40, u'x') + "{number}", "never"},
             {QString(30, u'x') + "{number:12}", "never"},
         })
        EXPECT_TRUE(fault(pattern, restarts).startsWith("pattern: "))
            << pattern.toStdString() << ' ' << restarts.toStdString();
    EXPECT_TRUE(fault("{number}", "never", "clients").startsWith("entity: ")) << "has no numbers";
    series("invoices", "{number}");
    EXPECT_TRUE(fault("{number}", "never").startsWith("entity: ")) << "one for each";
    db.addUser("anna", "Staff (own records)");
    const auto anna = db.as("anna", "secret-1");
    Document row = fresh("number_series", {{"entity", "orders"}, {"pattern", "{number}"}});
    EXPECT_NE(refusal([&] { anna->save(row); }), QString()) << "administrators alone";
}

TEST_F(Series, ShowWhichNumberComesNext)
{
    const QDate today = QDate::currentDate();
    const QString year = QString::number(today.year());
    EXPECT_EQ(issued(today), "INV-0001");
    const Document plain = series("invoices", "INV-{number:4}");
    EXPECT_EQ(plain.head().text("example"), "INV-0002") << "as soon as it is saved";
    EXPECT_FALSE(plain.isChanged());
    draft(today);
    EXPECT_EQ(nextOf(plain.id()), "INV-0002") << "drafts take none of them";
    const Document other = series("orders", "A{year}/{number}", "year", 5);
    EXPECT_EQ(nextOf(other.id()), "A" + year + "/5");
    EXPECT_EQ(order(today.addYears(-1)), QStringLiteral("A%1/5").arg(today.year() - 1));
    EXPECT_EQ(nextOf(other.id()), "A" + year + "/5") << "that was another period";
    for (int i = 5; i < 30; ++i) // more than are looked for at once
        repo->save(
            fresh("orders", {{"client_id", client.id()}, {"number", QStringLiteral("a%1/%2").arg(year).arg(i)}}));
    EXPECT_EQ(nextOf(other.id()), "A" + year + "/30") << "what was typed is passed over";
    EXPECT_EQ(order(today), "A" + year + "/30");
    // In lists and in what is read row by row.
    Query query("number_series");
    query.columns = {"pattern", "example"};
    QStringList listed, streamed;
    PageAt first;
    first.limit = 10;
    const Page page = repo->page(query, first);
    for (const Row &row : page.rows)
        listed << row.values.at(1).toString();
    forEachRow(*repo, query, [&](const Row &row) { streamed << row.values.at(1).toString(); });
    EXPECT_EQ(listed, (QStringList{"INV-0002", "A" + year + "/31"}));
    EXPECT_EQ(streamed, listed);
    // It tells how many documents there are: administrators alone.
    db.addUser("anna", "Staff (own records)");
    const auto anna = db.as("anna", "secret-1");
    EXPECT_EQ(nextOf(plain.id(), anna.get()), "INV-0001");
    EXPECT_EQ(nextOf(other.id(), anna.get()), "A" + year + "/5");
    EXPECT_EQ(change(plain, "first", 9'999).head().text("example"), "INV-9999");
    EXPECT_EQ(repo->check(), QStringList());
}

TEST_F(Series, OfCompaniesAreCountedByThemselves)
{
    const Id tulips = make("companies", {{"name", "Tulips"}}).id(), roses = make("companies", {{"name", "Roses"}}).id();
    const auto own = [&](const QString &entity, const QString &pattern, Id company, const QString &restarts = "never") {
        return make("number_series",
                    {{"entity", entity}, {"pattern", pattern}, {"company_id", company}, {"restarts", restarts}});
    };
    const auto draftOf = [&](Id company, const QDate &day) {
        Document d = repo->load("invoices", draft(day));
        d.set("our_company_id", company ? QVariant(company) : QVariant());
        return repo->save(d).document.id();
    };
    const auto issuedBy = [&](Id company, const QDate &day) { return issue(draftOf(company, day)); };
    EXPECT_EQ(issuedBy(tulips, {2026, 3, 1}), "INV-0001") << "as it always was";
    const Document row = own("invoices", "T-{year}-{number:3}", tulips, "year");
    EXPECT_EQ(nextOf(row.id()), "T-" + QString::number(QDate::currentDate().year()) + "-001");
    EXPECT_EQ(issuedBy(tulips, {2026, 3, 1}), "T-2026-001");
    EXPECT_EQ(issuedBy(0, {2026, 3, 1}), "INV-0002");
    EXPECT_EQ(issuedBy(roses, {2026, 3, 1}), "INV-0003") << "has none of its own";
    EXPECT_EQ(issuedBy(tulips, {2025, 3, 1}), "T-2025-001");
    series("invoices", "R{number}", "never", 7);
    EXPECT_EQ(issuedBy(tulips, {2026, 3, 1}), "T-2026-002");
    EXPECT_EQ(issuedBy(roses, {2026, 3, 1}), "R7");
    // What is numbered when it is made.
    own("estimates", "TE{number}", tulips);
    EXPECT_EQ(make("estimates", {{"client_id", client.id()}, {"our_company_id", tulips}}).head().text("number"), "TE1");
    EXPECT_EQ(make("estimates", {{"client_id", client.id()}}).head().text("number"), "EST-0001");
    // Refused: what could give the same numbers, which would be gaps in somebody's series.
    const auto fault = [&](const QString &entity, const QString &pattern, Id company) {
        return refusal([&] { repo->remove("number_series", {own(entity, pattern, company).id()}); });
    };
    EXPECT_TRUE(fault("invoices", "Q{number}", tulips).startsWith("entity: ")) << "has one";
    EXPECT_TRUE(fault("payments", "Q{number}", tulips).startsWith("company_id: ")) << "are of no company";
    for (const char *pattern : {"r{number:5}", "R1{number}", "R{number}{yy}", "INV-{number}", "t-{yy}-{number}"})
        EXPECT_TRUE(fault("invoices", pattern, roses).startsWith("pattern: ")) << pattern;
    for (const char *pattern : {"R-{number}", "{number}", "INV-{year}-{number}", "{number}/R"})
        EXPECT_EQ(fault("invoices", pattern, roses), QString()) << pattern;
    EXPECT_TRUE(refusal([&] { change(row, "pattern", "r{year}{number}"); }).startsWith("pattern: "));
    EXPECT_NE(refusal([&] { repo->remove("companies", {tulips}); }), QString()) << "its series names it";
    // In the order of the dates of one series.
    make("office_settings", {{"name", "Office"}, {"numbers_by_date", true}});
    repo = db.asSystem();
    EXPECT_EQ(issuedBy(0, {2026, 9, 1}), "R8");
    EXPECT_EQ(issuedBy(tulips, {2026, 4, 1}), "T-2026-003") << "though others are of September";
    EXPECT_TRUE(refusal([&] { issuedBy(tulips, {2026, 3, 31}); }).startsWith("bill_date"));
    EXPECT_TRUE(refusal([&] { issuedBy(roses, {2026, 8, 31}); }).startsWith("bill_date")) << "the common series";
    EXPECT_EQ(repo->check(), QStringList());
}

TEST_F(Series, OfOldTimesAreOneForEachKind)
{
    const QString index = "number_series__ix_entity_u";
    const Id tulips = make("companies", {{"name", "Tulips"}}).id();
    series("orders", "A{number}");
    if (db.isServer()) {
        const auto statements = migrationSteps().last().onServer(ServerNames(db.office().database()));
        db.office().server().sql(filled(ServerNames(db.office().database()),
                                        "ALTER TABLE {data}.number_series ADD UNIQUE KEY u_entity (entity,live)"));
        for (int again = 0; again < 2; ++again) {
            for (const QString &statement : statements)
                db.office().server().sql(statement);
        }
    } else {
        repo.reset();
        const auto d = Database::openFile(db.path());
        d->exec("CREATE UNIQUE INDEX " + index + " ON number_series (entity) WHERE deleted_at IS NULL");
        d->exec("UPDATE number_series SET whose=NULL");
        d->exec("DELETE FROM schema_steps");
        setMetaValue(*d, "schema_version", "2");
        EXPECT_EQ(Schema(*d, db.registry()).ensure(), Schema::Outcome::Upgraded);
        repo = db.asSystem();
    }
    make("number_series", {{"entity", "orders"}, {"pattern", "T{number}"}, {"company_id", tulips}});
    EXPECT_NE(refusal([&] { series("orders", "B{number}"); }), QString());
    EXPECT_EQ(order({2026, 5, 4}), "A1");
    EXPECT_EQ(make("orders", {{"client_id", client.id()}, {"our_company_id", tulips}}).head().text("number"), "T1");
}

TEST_F(Series, AreSeenByEverybodyAtOnceAndHaveNoGaps)
{
    const auto other = db.asSystem();
    EXPECT_EQ(order({2026, 5, 4}, other.get()), "ORD-0001");
    const Document row = series("orders", "A-{number}");
    EXPECT_EQ(order({2026, 5, 4}, other.get()), "A-2");
    change(row, "pattern", "B-{year}-{number}");
    change(row, "restarts", "year");
    EXPECT_EQ(order({2026, 5, 4}, other.get()), "B-2026-1");
    const Id tulips = make("companies", {{"name", "Tulips"}}).id();
    make("number_series", {{"entity", "orders"}, {"pattern", "T{number}"}, {"company_id", tulips}});
    if (!db.isServer())
        return; // a file has one writer at a time
    constexpr int people = 8, rounds = 6;
    QStringList numbers, faults;
    std::mutex mutex;
    std::vector<std::thread> threads;
    for (int n = 0; n < people; ++n) {
        threads.emplace_back([&, n] {
            const auto own = db.asSystem();
            for (int i = 0; i < rounds; ++i) {
                Document d{Record(own->catalog()->at("orders"), newId())};
                d.set("client_id", client.id());
                d.set("order_date", QDate(i % 2 ? 2027 : 2026, 1 + n, 1));
                if (i % 3 == 2)
                    d.set("our_company_id", tulips);
                QString number;
                const QString fault = refusal([&] { number = own->save(d).document.head().text("number"); });
                const std::lock_guard lock(mutex);
                fault.isEmpty() ? numbers << number : faults << fault;
            }
        });
    }
    for (std::thread &t : threads)
        t.join();
    EXPECT_EQ(faults, QStringList());
    for (int i = 1; i <= people * rounds / 3; ++i) {
        EXPECT_EQ(numbers.count(QStringLiteral("B-2027-%1").arg(i)), 1) << i;
        EXPECT_EQ(numbers.count(QStringLiteral("B-2026-%1").arg(i + 1)), 1) << i;
        EXPECT_EQ(numbers.count(QStringLiteral("T%1").arg(i)), 1) << i;
    }
}

} // namespace
