// Leads on their way through pipelines: stages, forecasts, reasons, two people at once, merges, older files.
#include "core/store/grouping.h"
#include "core/store/schema.h"
#include "core/store/stored_documents.h"
#include "tests/support/make_record.h"
#include "tests/support/temp_database.h"
#include <QRegularExpression>
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {

struct Pipelines : ::testing::Test
{
    TempDatabase db;
    std::unique_ptr<Repository> repo = db.asSystem();
    Id sales = row("pipelines", "Sales");

    Id row(const QString &entity, const QString &name)
    {
        Query query(entity);
        query.filter = Filter::where("name", Op::Equal, name);
        const Page page = repo->page(query, {});
        EXPECT_FALSE(page.rows.isEmpty()) << qPrintable(name);
        return page.rows.isEmpty() ? 0 : page.rows.first().id;
    }
    Id make(const QString &entity, const QVariantMap &values) { return makeRecord(*repo, entity, values); }
    Id stage(const QString &name) { return row("lead_statuses", name); }
    Id wholesale()
    {
        const Id pipeline = make("pipelines", {{"name", "Wholesale"}, {"position", 2}});
        make("lead_statuses", {{"name", "Samples"}, {"pipeline_id", pipeline}, {"position", 20}, {"probability", 40}});
        make("lead_statuses", {{"name", "First meeting"}, {"pipeline_id", pipeline}, {"position", 10}});
        make("lead_statuses", {{"name", "Bulk won"}, {"pipeline_id", pipeline}, {"position", 30}, {"kind", "won"}});
        return pipeline;
    }
    Document lead(const QVariantMap &more = {})
    {
        QVariantMap values{{"name", "Vector"}};
        values.insert(more);
        return repo->load("leads", make("leads", values));
    }
    Document set(const Document &of, const QVariantMap &values)
    {
        Document d = repo->load(of.entity().key(), of.id());
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            d.set(it.key(), it.value());
        return repo->save(d).document;
    }
    /// The fields that a change is refused for.
    QStringList refused(const Document &of, const QVariantMap &values)
    {
        try {
            set(of, values);
        } catch (const Error &e) {
            QStringList fields;
            for (const FieldFault &fault : e.faults()) {
                fields << fault.field;
                EXPECT_FALSE(fault.sentence.isEmpty());
            }
            return fields.isEmpty() ? QStringList{"denied"} : fields;
        }
        return {};
    }
};

TEST_F(Pipelines, ALeadBeginsAtTheFirstStageOfTheFirstPipeline)
{
    const Document d = lead();
    EXPECT_EQ(d.head().ref("pipeline_id"), sales);
    EXPECT_EQ(d.head().ref("status_id"), stage("New"));
    EXPECT_EQ(d.value("probability"), QVariant(qint64(10)));
    EXPECT_TRUE(d.value("stage_changed_at").toDateTime().isValid());
    EXPECT_FALSE(d.value("closed_at").toDateTime().isValid());
    const Id bulk = wholesale();
    EXPECT_EQ(lead({{"pipeline_id", bulk}}).head().ref("status_id"), stage("First meeting")) << "the first by position";
    EXPECT_EQ(lead({{"status_id", stage("Samples")}}).head().ref("pipeline_id"), bulk);
}

TEST_F(Pipelines, AStageOfAnotherPipelineIsRefused)
{
    const Id bulk = wholesale();
    const Document d = lead();
    EXPECT_EQ(refused(d, {{"status_id", stage("Samples")}}), QStringList{"status_id"});
    EXPECT_EQ(refused(d, {{"status_id", stage("Qualified")}, {"pipeline_id", bulk}}), QStringList{"status_id"});
    EXPECT_EQ(set(d, {{"pipeline_id", bulk}}).head().ref("status_id"), stage("First meeting"));
    EXPECT_EQ(set(d, {{"status_id", stage("Samples")}}).head().ref("pipeline_id"), bulk);
    EXPECT_EQ(set(d, {{"pipeline_id", sales}, {"status_id", stage("Qualified")}}).head().ref("status_id"),
              stage("Qualified"));
    const Id empty = make("pipelines", {{"name", "Empty"}, {"position", 3}});
    EXPECT_EQ(refused(d, {{"pipeline_id", empty}}), QStringList{"pipeline_id"});
    EXPECT_EQ(set(d, {{"pipeline_id", QVariant()}}).head().ref("pipeline_id"), sales) << "it stands at a stage of it";
}

TEST_F(Pipelines, TheProbabilityComesFromTheStageAndMayBeSaidBetter)
{
    Document d = lead({{"budget", 100'05}, {"probability", 33}});
    EXPECT_EQ(d.value("probability"), QVariant(qint64(33)));
    EXPECT_EQ(d.head().integer("weighted"), 33'02) << "33.0165, half up";
    d = set(d, {{"status_id", stage("Qualified")}});
    EXPECT_EQ(d.value("probability"), QVariant(qint64(25)));
    EXPECT_EQ(d.head().integer("weighted"), 25'01);
    d = set(d, {{"status_id", stage("Discussion")}, {"probability", 60}});
    EXPECT_EQ(d.value("probability"), QVariant(qint64(60))) << "said in the same breath";
    d = set(d, {{"probability", QVariant()}});
    EXPECT_EQ(d.value("probability"), QVariant(qint64(50))) << "nothing said: the stage's";
    d = set(d, {{"currency", "JPY"}, {"budget", 333}});
    EXPECT_EQ(d.head().integer("weighted"), 167) << "no smaller coin than the yen";
    EXPECT_EQ(refused(d, {{"probability", 101}}), QStringList{"probability"});
}

TEST_F(Pipelines, ALostLeadSaysWhy)
{
    const Document d = lead({{"budget", 1000}});
    EXPECT_EQ(refused(d, {{"status_id", stage("Lost")}}), QStringList{"lost_reason_id"});
    const Id why = row("lost_reasons", "Too expensive");
    EXPECT_EQ(refused(d, {{"lost_reason_id", why}}), QStringList{"lost_reason_id"}) << "it is not lost";
    Document now = set(d, {{"status_id", stage("Lost")}, {"lost_reason_id", why}});
    EXPECT_TRUE(now.value("closed_at").toDateTime().isValid());
    EXPECT_EQ(now.head().integer("weighted"), 0);
    EXPECT_EQ(refused(now, {{"lost_reason_id", QVariant()}}), QStringList{"lost_reason_id"});
    now = set(now, {{"status_id", stage("New")}});
    EXPECT_EQ(now.head().ref("lost_reason_id"), 0);
    EXPECT_FALSE(now.value("closed_at").toDateTime().isValid());
    EXPECT_THROW(repo->runAction("leads", d.id(), "lose", {}), Error) << "no reason";
    repo->runAction("leads", d.id(), "lose", {{"lost_reason_id", why}});
    EXPECT_EQ(repo->load("leads", d.id()).head().ref("status_id"), stage("Lost"));
}

TEST_F(Pipelines, NobodyForgesTheMoments)
{
    db.addUser("max", "Manager (all records)");
    auto max = db.as("max", "secret-1");
    const QDateTime old = QDateTime(QDate(2001, 1, 1), QTime(0, 0), Qt::UTC);
    const Id id = makeRecord(*max, "leads",
                             {{"name", "X"}, {"stage_changed_at", old}, {"closed_at", old}, {"converted_at", old}});
    Document d = max->load("leads", id);
    EXPECT_GT(d.value("stage_changed_at").toDateTime(), old);
    EXPECT_TRUE(d.value("closed_at").isNull());
    EXPECT_TRUE(d.value("converted_at").isNull());
    d.set("stage_changed_at", old);
    d.set("name", "Y");
    EXPECT_GT(max->save(d).document.value("stage_changed_at").toDateTime(), old);
}

TEST_F(Pipelines, StagesBelongToAPipelineAndStayWhereLeadsStand)
{
    const Id bulk = wholesale();
    EXPECT_EQ(repo->load("lead_statuses", make("lead_statuses", {{"name", "Later"}, {"position", 7}}))
                  .head()
                  .ref("pipeline_id"),
              sales);
    EXPECT_EQ(repo->load("lead_statuses", stage("Bulk won")).value("probability"), QVariant(qint64(100)));
    const Document d = lead();
    const Document used = repo->load("lead_statuses", stage("New"));
    EXPECT_EQ(refused(used, {{"pipeline_id", bulk}}), QStringList{"pipeline_id"});
    EXPECT_EQ(refused(repo->load("lead_statuses", stage("Later")), {{"pipeline_id", bulk}}), QStringList());
    const Id empty = make("pipelines", {{"name", "Empty"}, {"position", 3}});
    repo->remove("pipelines", {sales, empty});
    EXPECT_NO_THROW(repo->purge("pipelines", {empty}));
    EXPECT_THROW(repo->purge("pipelines", {sales}), Error) << "it has stages and leads";
    EXPECT_EQ(refused(d, {{"phone", "+7 495 000-00-01"}}), QStringList()) << "its leads go on";
}

TEST_F(Pipelines, MergedStagesAndPipelinesTakeTheirLeadsAlong)
{
    const Id bulk = wholesale();
    const Document d = lead({{"status_id", stage("Samples")}});
    repo->merge(repo->load("lead_statuses", stage("Qualified")), {stage("Samples")});
    Document now = repo->load("leads", d.id());
    EXPECT_EQ(now.head().ref("status_id"), stage("Qualified"));
    now = set(now, {{"name", "Another name"}});
    EXPECT_EQ(now.head().ref("pipeline_id"), sales) << "the pipeline follows the stage";
    const Document other = lead({{"pipeline_id", bulk}});
    repo->merge(repo->load("pipelines", sales), {bulk});
    EXPECT_EQ(repo->load("lead_statuses", stage("First meeting")).head().ref("pipeline_id"), sales);
    EXPECT_EQ(repo->load("leads", other.id()).head().ref("pipeline_id"), sales);
    EXPECT_EQ(refused(other, {{"status_id", stage("Negotiation")}}), QStringList()) << "one pipeline now";
    EXPECT_EQ(repo->check().join(u'\n'), QString());
}

TEST_F(Pipelines, TwoPeopleMoveTheSameLead)
{
    db.addUser("anna", "Manager (all records)");
    db.addUser("boris", "Manager (all records)");
    auto hers = db.as("anna", "secret-1"), his = db.as("boris", "secret-1");
    const Id id = lead().id();
    Document a = hers->load("leads", id), b = his->load("leads", id), phone = b;
    a.set("status_id", stage("Discussion"));
    hers->save(a);
    b.set("status_id", stage("Qualified"));
    try {
        his->save(b);
        FAIL() << "hers would be lost";
    } catch (const ConflictError &e) {
        ASSERT_EQ(e.conflicts().size(), 1);
        EXPECT_EQ(e.conflicts().first().field, QString("status_id"));
    }
    phone.set("phone", "+7 495 000-00-01");
    const Document now = his->save(phone).document;
    EXPECT_EQ(now.head().ref("status_id"), stage("Discussion"));
    EXPECT_EQ(now.value("probability"), QVariant(qint64(50)));
}

TEST_F(Pipelines, ListsAddUpWeightedAmountsByStage)
{
    lead({{"budget", 1000'00}});
    lead({{"budget", 3'33}});
    lead({{"budget", 500'00}, {"status_id", stage("Negotiation")}});
    const Groups groups = groupsOf(*repo, Query("leads"), GroupBy::parse("status_id"), {"budget", "weighted"});
    ASSERT_EQ(groups.list.size(), 2);
    ASSERT_EQ(groups.list.first().sums.size(), 2);
    EXPECT_EQ(groups.list.first().title, QString("New"));
    EXPECT_EQ(groups.list.first().sums.at(1).value, 100'33);
    EXPECT_EQ(groups.list.last().sums.at(1).value, 375'00);
    EXPECT_EQ(repo->totals(Query("leads"), {"weighted"}).sums.value(0).value, 475'33);
}

TEST_F(Pipelines, ViewsShowWhatIsExpectedAndWhatIsStuck)
{
    const auto count = [&](const char *view) {
        for (const DefaultView &v : repo->catalog()->at("leads").views()) {
            if (v.key == QLatin1String(view)) {
                Query query("leads");
                query.filter = Filter::parse(v.where, *repo->catalog(), "leads");
                return repo->totals(query, {}).count;
            }
        }
        return qint64(-1);
    };
    const QDate today = QDate::currentDate();
    lead({{"expected_close", today}});
    lead({{"expected_close", today.addYears(1)}});
    lead({{"expected_close", today.addDays(-1)}});
    EXPECT_GE(count("forecast_month"), 1);
    EXPECT_LE(count("forecast_quarter"), 2);
    EXPECT_EQ(count("late"), 1);
    EXPECT_EQ(count("stuck"), 0);
    if (!db.isServer()) { // there the program itself says nothing about the past
        lead({{"stage_changed_at", QDateTime::currentDateTimeUtc().addDays(-31)}});
        lead({{"stage_changed_at", QDateTime::currentDateTimeUtc().addDays(-29)}});
        EXPECT_EQ(count("stuck"), 1);
    }
}

TEST_F(Pipelines, WhatBecameClientsIsAddedUpByMonthSourceAndOwner)
{
    const Id source = row("lead_sources", "Exhibition"), other = row("lead_sources", "Web site");
    for (const auto &[from, amount] : {std::pair{source, 100'00}, {source, 20'00}, {other, 3'00}})
        repo->runAction("leads", lead({{"source_id", from}, {"budget", amount}}).id(), "convert", {{"target", "new"}});
    lead({{"source_id", source}, {"budget", 999'00}});
    Query query("leads");
    query.filter = Filter::parse("state_of_lead = converted", *repo->catalog(), "leads");
    const Groups months = groupsOf(*repo, query, GroupBy::parse("converted_at:month"), {"budget"});
    ASSERT_EQ(months.list.size(), 1);
    const QDate today = QDate::currentDate();
    EXPECT_EQ(months.list.first().value.toDate(), QDate(today.year(), today.month(), 1));
    EXPECT_EQ(months.list.first().count, 3);
    const Groups sources = groupsOf(*repo, query, GroupBy::parse("source_id"), {"budget"});
    ASSERT_EQ(sources.list.size(), 2);
    EXPECT_EQ(sources.list.last().title, QString("Exhibition")) << "in the order of the dictionary";
    EXPECT_EQ(sources.list.last().sums.value(0).value, 120'00);
    EXPECT_EQ(groupsOf(*repo, query, GroupBy::parse("owner_id"), {"budget"}).list.size(), 1);
    query.filter = Filter::parse("converted_at = this_month", *repo->catalog(), "leads");
    EXPECT_EQ(repo->totals(query, {}).count, 3);
}

// --- older files

/// The table as it was before these columns, with its rows.
void takeColumnsAway(Database &d, const QString &table, const QStringList &columns)
{
    QString sql = d.scalar("SELECT sql FROM main.sqlite_master WHERE type='table' AND name=?", {table}).toString();
    for (const QString &column : columns)
        sql.remove(QRegularExpression(QStringLiteral(",`%1` [^,]*").arg(column)));
    QStringList left;
    {
        Rows rows = d.run(QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(table));
        while (rows.next()) {
            if (!columns.contains(rows.text(0)))
                left << quoted(rows.text(0));
        }
    }
    d.exec(QStringLiteral("CREATE TEMP TABLE kept AS SELECT %1 FROM main.%2").arg(left.join(u','), quoted(table)));
    d.exec(QStringLiteral("DROP TABLE main.%1").arg(quoted(table)));
    d.exec(sql);
    d.exec(QStringLiteral("INSERT INTO main.%1 (%2) SELECT %2 FROM kept").arg(quoted(table), left.join(u',')));
    d.exec(QStringLiteral("DROP TABLE kept"));
}

const QStringList newOfLeads = {"pipeline_id",    "expected_close",   "probability", "weighted",
                                "lost_reason_id", "stage_changed_at", "closed_at",   "converted_at"};

TEST(PipelinesUpgrade, AnOlderFileWithLeadsAndStagesGoesOn)
{
    TempDatabase db(builtinRegistry(), {}, DatabaseEngine::File);
    Id open = 0, lost = 0;
    {
        auto repo = db.asSystem();
        open = makeRecord(*repo, "leads", {{"name", "Open"}, {"budget", 200'00}});
        lost = makeRecord(*repo, "leads", {{"name", "Lost"}});
    }
    {
        auto d = Database::openFile(db.path());
        d->exec("PRAGMA foreign_keys=OFF");
        d->exec(
            "UPDATE main.leads SET status_id=(SELECT id FROM main.lead_statuses WHERE kind='lost') WHERE name='Lost'");
        takeColumnsAway(*d, "leads", newOfLeads);
        takeColumnsAway(*d, "lead_statuses", {"pipeline_id", "probability"});
        for (const char *table : {"pipelines", "lost_reasons", "activities"})
            d->exec(QStringLiteral("DROP TABLE main.%1").arg(QLatin1String(table)));
        setMetaValue(*d, "fingerprint", "older");
    }
    auto repo = openLocalAsSystem(db.path(), builtinRegistry());
    const auto stageNamed = [&](const QString &name) {
        Query query("lead_statuses");
        query.filter = Filter::where("name", Op::Equal, name);
        return repo->page(query, {}).rows.first().id;
    };
    // No pipelines yet: everything goes on as it was, and no reason is asked for where there are none.
    Document d = repo->load("leads", open);
    EXPECT_TRUE(d.value("stage_changed_at").isNull());
    d.set("status_id", stageNamed("Won"));
    d = repo->save(d).document;
    EXPECT_EQ(d.value("probability"), QVariant(qint64(100))) << "what the meaning says";
    EXPECT_EQ(d.head().integer("weighted"), 200'00);
    d.set("status_id", stageNamed("Lost"));
    d = repo->save(d).document;
    EXPECT_TRUE(d.value("closed_at").toDateTime().isValid());
    Document was = repo->load("leads", lost);
    was.set("phone", "+7 495 000-00-01");
    EXPECT_NO_THROW(repo->save(was));
    // The first pipeline takes all of them.
    const Id sales = makeRecord(*repo, "pipelines", {{"name", "Sales"}, {"position", 1}});
    d.set("status_id", stageNamed("Qualified"));
    EXPECT_EQ(repo->save(d).document.head().ref("pipeline_id"), sales);
    const Id bulk = makeRecord(*repo, "pipelines", {{"name", "Wholesale"}, {"position", 2}});
    const Id samples = makeRecord(*repo, "lead_statuses", {{"name", "Samples"}, {"pipeline_id", bulk}});
    Document moved = repo->load("leads", open);
    moved.set("status_id", samples);
    EXPECT_THROW(repo->save(moved), Error);
    makeRecord(*repo, "lost_reasons", {{"name", "Too expensive"}});
    Document old = repo->load("leads", lost);
    old.set("phone", "+7 495 000-00-02");
    EXPECT_NO_THROW(repo->save(old)) << "lost long ago, without a reason";
    EXPECT_EQ(repo->check().join(u'\n'), QString());
}

} // namespace
