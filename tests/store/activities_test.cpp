// Calls and meetings: logged on a record, done, with a next step that is planned.
#include "core/model/error.h"
#include "tests/support/make_record.h"
#include "tests/support/temp_database.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {

struct Activities : ::testing::Test
{
    TempDatabase db;
    std::unique_ptr<Repository> repo = db.asSystem();
    Id client = makeRecord(*repo, "clients", {{"name", "Vector"}});

    QList<Document> of(Id parent, Repository *as = nullptr)
    {
        Repository &r = as ? *as : *repo;
        Query query("activities");
        query.filter = Filter::where("parent_id", Op::Equal, parent);
        query.sort = {{"happens_at", false}};
        IdList ids;
        const Page page = r.page(query, {});
        for (const Row &row : page.rows)
            ids << row.id;
        QList<Document> found = r.loadMany("activities", ids), sorted;
        for (const Id id : ids) {
            for (const Document &d : found) {
                if (d.id() == id)
                    sorted << d;
            }
        }
        return sorted;
    }
    qint64 count(const char *view)
    {
        for (const DefaultView &v : repo->catalog()->at("activities").views()) {
            if (v.key == QLatin1String(view)) {
                Query query("activities");
                query.filter = Filter::parse(v.where, *repo->catalog(), "activities");
                return repo->totals(query, {}).count;
            }
        }
        return -1;
    }
};

TEST_F(Activities, ACallIsLoggedAndItsNextStepPlanned)
{
    const QDate day = QDate::currentDate().addDays(3);
    repo->runAction("clients", client, "log_activity",
                    {{"subject", "Prices"}, {"outcome", "They like it"}, {"next_step", "Send it"}, {"next_date", day}});
    const QList<Document> all = of(client);
    ASSERT_EQ(all.size(), 2);
    EXPECT_EQ(all.first().value("kind"), "call");
    EXPECT_TRUE(all.first().head().flag("done"));
    EXPECT_EQ(all.first().value("outcome"), "They like it");
    EXPECT_EQ(all.first().head().ref("next_id"), all.last().id());
    EXPECT_EQ(all.last().value("subject"), "Send it");
    EXPECT_FALSE(all.last().head().flag("done"));
    EXPECT_EQ(all.last().value("happens_at").toDateTime().toLocalTime().date(), day);
    EXPECT_EQ(all.last().value("parent_entity"), "clients");
    EXPECT_EQ(count("planned"), 1);
    EXPECT_EQ(count("next_steps"), 0);
}

TEST_F(Activities, TheNextStepIsRemindedOfIfThatIsTicked)
{
    db.addUser("anna", "Manager (all records)");
    auto hers = db.as("anna", "secret-1");
    const QDate day = QDate::currentDate().addDays(3);
    EXPECT_THROW(hers->runAction("clients", client, "log_activity", {{"subject", "Prices"}, {"remind", true}}), Error)
        << "on which day?";
    hers->runAction("clients", client, "log_activity",
                    {{"subject", "Prices"}, {"next_step", "Send it"}, {"next_date", day}, {"remind", true}});
    Query query("reminders");
    query.columns = QStringList{"title", "remind_at", "parent_entity", "parent_id"};
    const Page page = hers->page(query, {});
    ASSERT_EQ(page.rows.size(), 1);
    const QVariantList row = page.rows.first().values;
    EXPECT_EQ(row[0], "Send it");
    EXPECT_EQ(row[1].toDateTime().toLocalTime(), QDateTime(day, QTime(9, 0)));
    EXPECT_EQ(row[2], "activities");
    EXPECT_EQ(hers->load("activities", row[3].toLongLong()).value("subject"), "Send it");
    hers->runAction("clients", client, "log_activity", {{"subject", "Again"}, {"next_date", day}});
    EXPECT_EQ(hers->totals(Query("reminders"), {}).count, 1) << "only if it is ticked";
}

TEST_F(Activities, HangOnLeadsClientsAndContacts)
{
    const Id lead = makeRecord(*repo, "leads", {{"name", "L"}});
    const Id contact = makeRecord(*repo, "contacts", {{"first_name", "Anna"}, {"client_id", client}});
    for (const auto &[entity, id] : {std::pair{"leads", lead}, {"contacts", contact}}) {
        repo->runAction(entity, id, "log_activity", {{"kind", "meeting"}, {"subject", "Met"}});
        ASSERT_EQ(of(id).size(), 1) << entity;
        EXPECT_EQ(of(id).first().value("kind"), "meeting");
    }
    const Id became = repo->runAction("leads", lead, "convert", {}).second;
    EXPECT_EQ(of(lead).size(), 0);
    EXPECT_EQ(of(became).size(), 1);
    EXPECT_THROW(repo->runAction("leads", lead, "log_activity", {{"subject", "Late"}}), Error) << "it is a client now";
}

TEST_F(Activities, ArePlannedDoneAndFollowed)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Id late = makeRecord(*repo, "activities", {{"subject", "Late"}, {"happens_at", now.addDays(-2)}});
    makeRecord(*repo, "activities", {{"subject", "Soon"}, {"happens_at", now.addDays(2)}});
    EXPECT_EQ(count("overdue"), 1);
    EXPECT_EQ(count("planned"), 2);
    repo->runAction("activities", late, "finish", {{"outcome", "Fine"}});
    EXPECT_EQ(count("overdue"), 0);
    EXPECT_THROW(repo->runAction("activities", late, "finish", {}), Error) << "it is done";
    Document d = repo->load("activities", late);
    d.set("next_date", now.date().addDays(-5));
    EXPECT_THROW(repo->save(d), Error) << "before the activity itself";
    d.set("next_date", now.date().addDays(1));
    repo->save(d);
    EXPECT_EQ(count("next_steps"), 1);
    const Id next = repo->runAction("activities", late, "plan_next", {}).second;
    EXPECT_EQ(repo->load("activities", next).value("subject"), "Late") << "nothing said: the same again";
    EXPECT_EQ(count("next_steps"), 0);
    EXPECT_THROW(repo->runAction("activities", late, "plan_next", {}), Error) << "planned once";
}

TEST_F(Activities, AreSeenByWhoSeesTheClient)
{
    const Id anna = db.addUser("anna", "Staff (own records)");
    db.addUser("boris", "Staff (own records)");
    auto hers = db.as("anna", "secret-1"), his = db.as("boris", "secret-1");
    const Id own = makeRecord(*hers, "clients", {{"name", "Hers"}});
    hers->runAction("clients", own, "log_activity", {{"subject", "Call"}});
    ASSERT_EQ(of(own, hers.get()).size(), 1);
    EXPECT_EQ(of(own, hers.get()).first().head().ref("owner_id"), anna);
    EXPECT_EQ(of(own, his.get()).size(), 0);
    EXPECT_THROW(his->runAction("clients", own, "log_activity", {{"subject", "Call"}}), Error);
}

} // namespace
