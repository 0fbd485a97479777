// Activities: calls, meetings, mails that were or will be had with a lead, a client or a contact.
#include "core/model/agenda.h"
#include "core/model/record_formats.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/activity_parts.h"
#include "core/modules/parts.h"

namespace crm::modules {

namespace {
QList<Field> identity()
{
    return {
        text("subject", label("Subject", "of an activity"), 250).required().inList().searchable(),
        activityKind().inList(),
        moment("happens_at", label("When", "an activity is")).required().inList().byDefault([] {
            const QDateTime now = QDateTime::currentDateTimeUtc();
            return QVariant(now.addMSecs(-now.time().msecsSinceStartOfDay() % 60'000));
        }),
        duration("duration", label("Duration")).between(0, 30 * 24 * 3600),
        yesNo("done", label("Done", "of an activity")).inList().indexed(),
        ref("owner_id", label("Who", "does an activity"), "users").inList(),
        labels("labels", label("Labels")),
        memo("outcome", label("Outcome", "of an activity")).searchable(),
    };
}

QList<Field> next()
{
    const Label heading = label("Next step");
    return {
        text("next_step", label("What", "is the next step"), 250).searchable().group(heading),
        date("next_date", label("On the day")).inList().group(heading),
        ref("next_id", label("Planned as"), "activities").readOnly().group(heading),
    };
}

/// A next step lies ahead of what it follows from.
void nextComesLater(RuleContext &c)
{
    const QDate next = c.after.head().date("next_date");
    const QDateTime when = c.after.value("happens_at").toDateTime();
    if (next.isValid() && when.isValid() && next < when.toLocalTime().date() &&
        (c.changed("next_date") || c.changed("happens_at")))
        c.refuse("next_date", label("The next step cannot come before the activity itself.").text());
}
} // namespace

void declare_sales_activities(Registry &registry)
{
    Entity e("activities", label("Activity"), label("Activities"));
    e.area("sales").place(15).icon("phone").title("subject").attached();
    e.hint(
        label("Calls, meetings and mails that were had or are planned. Those that hang on a client or a lead are seen "
              "by whoever sees it; others by you alone."));
    e.fields(identity()).fields(next());
    e.attachments({"reminders", "comments", "files"});
    e.beforeSave(ownedByCreator("owner_id")).beforeSave(nextComesLater);
    e.view("today", label("Planned for today"), "done = no and happens_at = today", "happens_at");
    e.view("overdue", label("Overdue", "activities"), "done = no and happens_at < now", "happens_at");
    e.view("planned", label("Planned", "activities"), "done = no", "happens_at");
    e.view("mine", label("Mine", "activities"), "owner_id = me", "-happens_at");
    e.view("this_week", label("This week"), "happens_at = this_week", "happens_at");
    e.view("next_steps", label("Next steps to plan"), "next_date is not empty and next_id is empty", "next_date");
    e.sortedBy("-happens_at").action(finishActivity()).action(planNextStep());
    comesUp("activities", {.when = "happens_at", .who = "owner_id", .done = "done"});
    leavesInCalendar(
        "activities", "VEVENT",
        {{"SUMMARY", "subject"}, {"DTSTART", "happens_at"}, {"CATEGORIES", "labels"}, {"DESCRIPTION", "outcome"}});
    alsoCalled("activities", label("calls, meetings, visits, events", "search words"));
    registry.add(e);
}

} // namespace crm::modules
