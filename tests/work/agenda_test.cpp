// What comes up for a person in some days, on a file and on a server.
#include "core/store/agenda.h"
#include "tests/support/make_record.h"
#include "tests/support/rule_fixture.h"

using namespace crm;
using namespace crm::test;

namespace {
struct AgendaTest : Rules
{
    QStringList shown(Repository &repository, const QDate &first, const QDate &last, Agenda::Whose whose)
    {
        QStringList lines;
        for (const AgendaItem &item : agendaOf(repository, first, last, whose).items)
            lines << QStringLiteral("%1 %2 %3%4")
                         .arg(item.day.toString(Qt::ISODate), item.time.toString(QStringLiteral("HH:mm")), item.title,
                              item.done ? QStringLiteral(" done") : QString());
        return lines;
    }
};
} // namespace

TEST_F(AgendaTest, ShowsTheDaysOfAPersonAndWhatOthersHaveAsFarAsOneMaySee)
{
    const QDate monday(2026, 11, 30);
    const auto at = [&](int days, int hour) { return QDateTime(monday.addDays(days), QTime(hour, 30)).toUTC(); };
    const Id boris = db.addUser("boris", "Staff (own records)"), max = db.addUser("max", "Manager (all records)");
    const Id open = row("task_statuses", "kind", "open"), done = row("task_statuses", "kind", "done");
    make("tasks", {{"title", "Done"}, {"assignee_id", boris}, {"deadline", at(0, 9)}, {"status_id", done}});
    make("tasks", {{"title", "Late"}, {"assignee_id", boris}, {"deadline", at(0, 23)}, {"status_id", open}});
    make("tasks", {{"title", "Next week"}, {"assignee_id", boris}, {"deadline", at(7, 0)}, {"status_id", open}});
    make("tasks", {{"title", "Of Max"}, {"assignee_id", max}, {"deadline", at(1, 8)}, {"status_id", open}});
    const auto theirs = db.as("boris", "secret-1"), manager = db.as("max", "secret-1");
    makeRecord(*theirs, "todo", {{"title", "Tidy up"}, {"start_date", monday}});
    makeRecord(*theirs, "reminders", {{"title", "Ring"}, {"remind_at", at(6, 23)}});

    const QDate sunday = monday.addDays(6);
    EXPECT_EQ(shown(*theirs, monday, sunday, Agenda::Mine),
              (QStringList{"2026-11-30  Tidy up", "2026-11-30 09:30 Done done", "2026-11-30 23:30 Late",
                           "2026-12-06 23:30 Ring"}));
    EXPECT_EQ(shown(*theirs, monday.addDays(1), sunday, Agenda::Everybodys), QStringList{"2026-12-06 23:30 Ring"})
        << "what one may not see is not there";
    EXPECT_EQ(shown(*manager, monday, sunday, Agenda::Mine), QStringList{"2026-12-01 08:30 Of Max"});
    EXPECT_EQ(shown(*manager, monday, sunday, Agenda::Everybodys),
              (QStringList{"2026-11-30 09:30 Done done", "2026-11-30 23:30 Late", "2026-12-01 08:30 Of Max"}))
        << "what is private to another stays so";
}
