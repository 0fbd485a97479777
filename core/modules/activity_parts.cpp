#include "core/modules/activity_parts.h"
#include "core/model/error.h"
#include "core/model/format.h"
#include "core/store/repository.h"

namespace crm::modules {

namespace {
constexpr int workBegins = 9; ///< o'clock: when a next step is planned of which only the day is known

/// Asked for by each action that says that something was done.
QList<Field> outcomeFields()
{
    return {
        memo("outcome", label("Outcome", "of an activity")),
        text("next_step", label("Next step"), 250),
        date("next_date", label("Next step on")).help(label("A planned activity is made for this day.")),
        yesNo("remind", label("Remind me of the next step"))
            .help(label("In the morning of that day; yourself, not whoever does it.")),
    };
}

/// In the morning of the day of a next step, whoever asks for it.
void remindOf(ActionContext &c, const Document &next)
{
    if (!c.parameters.value("remind").toBool() || c.actor.userId == 0)
        return;
    Document reminder{Record(c.repository.catalog()->at("reminders"), newId())};
    reminder.set("title", next.value("subject"));
    reminder.set("remind_at", next.value("happens_at"));
    reminder.set("parent_entity", next.entity().key());
    reminder.set("parent_id", next.id());
    c.repository.save(reminder);
}

/// The next step of the activity as one of its own; nothing without a day.
void planNext(ActionContext &c, Document &activity)
{
    const QDate day = activity.head().date("next_date");
    if (!day.isValid() || activity.head().ref("next_id") != 0)
        return;
    Document next{Record(activity.entity(), newId())};
    const QString step = activity.head().text("next_step");
    next.set("subject", step.isEmpty() ? activity.value("subject") : QVariant(step));
    for (const char *field : {"kind", "owner_id", "parent_entity", "parent_id"})
        next.set(field, activity.value(field));
    next.set("happens_at", QDateTime(day, QTime(workBegins, 0)).toUTC());
    c.repository.save(next);
    remindOf(c, next);
    activity.set("next_id", next.id());
}

void takeOutcome(const ActionContext &c, Document &activity)
{
    if (c.parameters.value("remind").toBool() && !c.parameters.value("next_date").toDate().isValid())
        throw Error::validation({{"next_date", label("Say on which day: that is when you are reminded.").text(), {}}});
    activity.set("done", true);
    for (const char *field : {"outcome", "next_step", "next_date"}) {
        if (const QVariant value = c.parameters.value(QLatin1String(field)); !isEmptyValue(value))
            activity.set(field, value);
    }
}
} // namespace

Field activityKind()
{
    return choice("kind", label("Kind", "of an activity"),
                  {{"call", label("Call", "activity"), "green"},
                   {"meeting", label("Meeting", "activity"), "blue"},
                   {"mail", label("Mail", "activity"), "purple"},
                   {"other", label("Other", "activity"), "gray"}})
        .required()
        .byDefault(QString("call"));
}

Action logActivity(std::function<bool(const Record &)> available)
{
    Action a;
    a.key = "log_activity";
    a.label = label("Log a call or meeting");
    a.icon = "phone";
    a.available = std::move(available);
    a.parameters = {
        activityKind(),
        text("subject", label("Subject", "of an activity"), 250).required(),
    };
    a.parameters += outcomeFields();
    a.run = [](ActionContext &c) {
        Document activity{Record(c.repository.catalog()->at("activities"), newId())};
        activity.set("kind", c.parameters.value("kind", "call"));
        activity.set("subject", c.parameters.value("subject"));
        activity.set("parent_entity", c.record.entity().key());
        activity.set("parent_id", c.record.id());
        if (c.actor.userId != 0)
            activity.set("owner_id", c.actor.userId);
        takeOutcome(c, activity);
        planNext(c, activity);
        c.repository.save(activity);
    };
    return a;
}

Action finishActivity()
{
    Action a;
    a.key = "finish";
    a.label = label("Mark as done", "activity");
    a.icon = "check";
    a.available = [](const Record &activity) { return !activity.flag("done"); };
    a.parameters = outcomeFields();
    a.run = [](ActionContext &c) {
        takeOutcome(c, c.record);
        planNext(c, c.record);
        c.repository.save(c.record);
    };
    return a;
}

Action planNextStep()
{
    Action a;
    a.key = "plan_next";
    a.label = label("Plan the next step");
    a.icon = "calendar";
    a.available = [](const Record &activity) {
        return activity.date("next_date").isValid() && activity.ref("next_id") == 0;
    };
    a.run = [](ActionContext &c) {
        planNext(c, c.record);
        c.repository.save(c.record);
        c.result = {"activities", c.record.head().ref("next_id")};
    };
    return a;
}

} // namespace crm::modules
