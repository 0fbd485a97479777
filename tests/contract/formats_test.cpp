// What records leave as for address books and calendars, and which date their numbers follow: everything that is
// declared must make sense.
#include "core/model/agenda.h"
#include "core/model/mailing.h"
#include "core/model/mentions.h"
#include "core/model/number_series.h"
#include "core/model/overview.h"
#include "core/model/record_formats.h"
#include "core/model/registry.h"
#include "core/model/reminding.h"
#include "core/model/shop_window.h"
#include "core/modules/modules.h"
#include <gtest/gtest.h>

using namespace crm;

TEST(RecordFormats, whatIsDeclaredMakesSense)
{
    Registry registry;
    modules::declareAll(registry);
    registry.seal();
    const Catalog catalog(registry);
    const QStringList faults = recordFormatFaults(catalog);
    EXPECT_TRUE(faults.isEmpty()) << faults.join('\n').toStdString();
    EXPECT_EQ(numberSeriesFaults(catalog), QStringList());
    EXPECT_EQ(numberDateOf(QStringLiteral("contracts")), QStringLiteral("contract_date"));
    EXPECT_FALSE(cardOf(QStringLiteral("contacts")).isEmpty());
    EXPECT_EQ(calendarOf(QStringLiteral("tasks")).part, QStringLiteral("VTODO"));

    leavesAsCard(QStringLiteral("contacts"), {{QStringLiteral("NICKNAME"), QStringLiteral("no_such_field")}});
    leavesInCalendar(QStringLiteral("tasks"), QStringLiteral("VEVENT"),
                     {{QStringLiteral("SUMMARY"), QStringLiteral("title")}});
    numberedByDate(QStringLiteral("contracts"), QStringLiteral("valid_until")); // which may be empty
    EXPECT_EQ(numberSeriesFaults(catalog).size(), 1);
    const QStringList wrong = recordFormatFaults(catalog);
    EXPECT_EQ(wrong.size(), 4) << wrong.join('\n').toStdString(); // unknown, no field, no FN; no sure start
    Registry again;
    modules::declareAll(again);
    EXPECT_TRUE(numberSeriesFaults(catalog).isEmpty());
    EXPECT_TRUE(recordFormatFaults(catalog).isEmpty()) << "declaring anew replaces what was said before";
}

TEST(RecordFormats, whatRemindsCanBeFinishedAndPutOff)
{
    Registry registry;
    modules::declareAll(registry);
    registry.seal();
    const Catalog catalog(registry);
    EXPECT_EQ(remindingFaults(catalog), QStringList());
    const Reminding declared = reminding();

    Reminding wrong = declared;
    wrong.when = QStringLiteral("title");
    wrong.snooze = QStringLiteral("finish");
    reminds(declared.entity, wrong);
    EXPECT_EQ(remindingFaults(catalog).size(), 2) << remindingFaults(catalog).join('\n').toStdString();
    reminds(QStringLiteral("clients"), declared);
    EXPECT_GT(remindingFaults(catalog).size(), 2);
    reminds(declared.entity, declared);
    EXPECT_EQ(remindingFaults(catalog), QStringList());
}

TEST(RecordFormats, whatComesUpHasADayAndWhatIsTickedOffAMark)
{
    Registry registry;
    modules::declareAll(registry);
    registry.seal();
    const Catalog catalog(registry);
    EXPECT_EQ(agendaFaults(catalog), QStringList());
    const ComesUp tasks = comingUpOf(QStringLiteral("tasks"));
    const TicksOff todo = tickingOf(QStringLiteral("todo"));
    comesUp(QStringLiteral("tasks"), {.when = "title", .who = "points", .done = "status_id.kind", .isDone = "never"});
    ticksOff(QStringLiteral("todo"),
             {.done = "title", .day = "nothing", .order = "start_date, gone", .place = "description"});
    EXPECT_EQ(agendaFaults(catalog).size(), 8) << agendaFaults(catalog).join('\n').toStdString();
    comesUp(QStringLiteral("tasks"), tasks);
    ticksOff(QStringLiteral("todo"), todo);
    EXPECT_EQ(agendaFaults(catalog), QStringList());
}

TEST(RecordFormats, whoIsCalledIsAComputedListOfItsText)
{
    Registry registry;
    modules::declareAll(registry);
    registry.seal();
    const Catalog catalog(registry);
    ASSERT_FALSE(mentioningEntities().isEmpty());
    EXPECT_EQ(mentioningFaults(catalog), QStringList());
    const QString entity = mentioningEntities().first();
    const Mentioning declared = mentioningOf(entity);
    mentionsPeople(entity, {declared.people, declared.text});
    EXPECT_EQ(mentioningFaults(catalog).size(), 2);
    mentionsPeople(entity, declared);
    EXPECT_EQ(mentioningFaults(catalog), QStringList());
}

TEST(RecordFormats, lettersHaveWhatAMailNeeds)
{
    Registry registry;
    modules::declareAll(registry);
    registry.seal();
    const Catalog catalog(registry);
    EXPECT_EQ(mailingFaults(catalog), QStringList());
    leavesByMail(QStringLiteral("tasks"), {.to = QStringLiteral("title"),
                                           .subject = QStringLiteral("title"),
                                           .text = QStringLiteral("description"),
                                           .about = QStringLiteral("status_id")});
    EXPECT_EQ(mailingFaults(catalog).size(), 4) << mailingFaults(catalog).join('\n').toStdString();
    leavesByMail(QStringLiteral("tasks"), {});
}

TEST(RecordFormats, overviewsCountWhatThereIs)
{
    Registry registry;
    modules::declareAll(registry);
    registry.seal();
    const Catalog catalog(registry);
    EXPECT_EQ(overviewFaults(catalog), QStringList());
    const Overview declared = overviewOf(QStringLiteral("clients"));
    Overview wrong = declared;
    wrong.sections.first().tiles = {
        {.key = QStringLiteral("a"), .title = declared.title, .where = QStringLiteral("no_such = 1")},
        {.key = QStringLiteral("a"), .title = declared.title, .sum = QStringLiteral("name")},
        {.key = QStringLiteral("b"), .title = declared.title, .through = QStringLiteral("items.unit_id")},
        {.key = QStringLiteral("c"), .title = {}, .sort = QStringLiteral("no_such")}};
    wrong.tops.first().columns = QStringList{QStringLiteral("no_such")};
    declareOverview(wrong);
    const QStringList faults = overviewFaults(catalog);
    EXPECT_EQ(faults.size(), 7) << faults.join('\n').toStdString();
    declareOverview(declared);
    EXPECT_EQ(overviewFaults(catalog), QStringList());
}

TEST(RecordFormats, shopWindowsSellWhatThereIs)
{
    Registry registry;
    modules::declareAll(registry);
    registry.seal();
    const Catalog catalog(registry);
    EXPECT_EQ(shopWindowFaults(catalog), QStringList());
    ASSERT_EQ(entitiesWithShopWindow(registry), QStringList{QStringLiteral("orders")});
    const ShopWindow declared = shopWindowOf(QStringLiteral("orders"));
    ShopWindow wrong = declared;
    wrong.party = wrong.price = QStringLiteral("title");
    wrong.where = QStringLiteral("no_such = 1");
    sellsThrough(QStringLiteral("orders"), wrong);
    EXPECT_EQ(shopWindowFaults(catalog).size(), 3) << shopWindowFaults(catalog).join('\n').toStdString();
    sellsThrough(QStringLiteral("orders"), declared);
    EXPECT_EQ(shopWindowFaults(catalog), QStringList());
}
