// Reminders: what a person wants to be told of at a moment, about any record or none. Nobody else sees them.
#include "core/model/agenda.h"
#include "core/model/format.h"
#include "core/model/record_formats.h"
#include "core/model/registry.h"
#include "core/model/reminding.h"
#include "core/model/search_words.h"
#include "core/modules/parts.h"
#include "core/modules/subject_parts.h"
#include "core/store/repository.h"

namespace crm::modules {

namespace {
/// In an hour, at a round time.
QVariant inAnHour()
{
    constexpr qint64 round = 5 * 60'000;
    const qint64 at = QDateTime::currentMSecsSinceEpoch() + 3'600'000;
    return QDateTime::fromMSecsSinceEpoch((at + round - 1) / round * round, Qt::UTC);
}

void noteWhenDone(RuleContext &c)
{
    if (!c.after.head().flag("done"))
        c.after.set("done_at", QVariant());
    else if (isEmptyValue(c.after.value("done_at")))
        c.after.set("done_at", c.now);
}

Action finish()
{
    Action a;
    a.key = "finish";
    a.label = label("Done", "a reminder");
    a.icon = "check";
    a.available = [](const Record &reminder) { return !reminder.flag("done"); };
    a.run = [](ActionContext &c) {
        c.record.set("done", true);
        c.repository.save(c.record);
    };
    return a;
}

Action snooze()
{
    Action a;
    a.key = "snooze";
    a.label = label("Remind me later");
    a.icon = "clock";
    a.parameters = {moment("until", label("Until")).required()};
    a.run = [](ActionContext &c) {
        const QDateTime until = c.parameters.value("until").toDateTime();
        if (!until.isValid())
            throw Error::validation({{"until", label("Say when you want to be reminded again.").text(), {}}});
        c.record.set("remind_at", until.toUTC());
        c.record.set("done", false);
        c.repository.save(c.record);
    };
    return a;
}
} // namespace

void declare_projects_reminders(Registry &registry)
{
    Entity e("reminders", label("Reminder"), label("Reminders"));
    e.area("projects").place(25).icon("bell").title("title").context().privateTo("owner_id").notMerged();
    e.hint(label("What you want to be told of in time. Nobody else can see it; for a colleague make a task."));
    e.fields({
        text("title", label("What", "to be reminded of"), 250).required().inList().searchable(),
        moment("remind_at", label("When", "to be reminded")).required().inList().byDefault([] { return inAnHour(); }),
        yesNo("done", label("Done", "a reminder")).inList().indexed(),
        memo("note", label("Note")).searchable(),
        moment("done_at", label("Done on")).computed().indexed(),
        ref("owner_id", label("Owner", "who looks after a record"), "users").hidden(),
    });
    e.beforeSave(ownedByCreator("owner_id")).beforeSave(noteWhenDone);
    e.action(finish()).action(snooze()).action(openSubject(label("Open what it is about")));
    e.view("due", label("Due", "reminders"), "done = no and remind_at <= now", "remind_at");
    e.view("today", label("Today", "reminders"), "done = no and remind_at = today", "remind_at");
    e.view("later", label("Later", "reminders"), "done = no and remind_at > now", "remind_at");
    e.view("done", label("Done", "reminders"), "done = yes", "-done_at");
    e.sortedBy("done, remind_at");
    reminds("reminders", {.what = "title", .when = "remind_at", .done = "done", .note = "note"});
    comesUp("reminders", {.when = "remind_at", .done = "done"});
    leavesInCalendar("reminders", "VTODO",
                     {{"SUMMARY", "title"},
                      {"DUE", "remind_at"},
                      {"COMPLETED", "done_at"},
                      {"STATUS", "done", {{"no", "NEEDS-ACTION"}, {"yes", "COMPLETED"}}},
                      {"DESCRIPTION", "note"}});
    alsoCalled("reminders", label("notifications, alarms", "search words"));
    registry.add(e);
}

} // namespace crm::modules
