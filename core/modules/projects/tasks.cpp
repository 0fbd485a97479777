// Tasks: what is to be done, by whom, until when; alone or hanging on any record.
#include "core/model/agenda.h"
#include "core/model/division.h"
#include "core/model/record_formats.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/parts.h"
#include "core/work/recurring.h"
#include <QSet>

namespace crm::modules {

namespace {
QList<Field> identity()
{
    return {
        text("title", label("Title"), 250).required().inList().searchable(),
        ref("status_id", label("Status"), "task_statuses").inList().pickFromList(),
        ref("priority_id", label("Priority"), "task_priorities").inList().pickFromList(),
        ref("assignee_id", label("Assignee"), "users").inList(),
        refList("collaborators", label("Collaborators"), "users")
            .help(label("They see the task and hear of what happens to it.")),
        moment("start_at", label("Start")).indexed(),
        moment("deadline", label("Deadline")).inList(),
        labels("labels", label("Labels")).inList(),
        memo("description", label("Description")).searchable(),
    };
}

QList<Field> plan()
{
    const Label heading = label("Plan");
    return {
        integer("points", label("Points"))
            .between(0, 1000)
            .group(heading)
            .help(label("How much work it is, on your own scale.")),
        ref("parent_task_id", label("Part of the task"), "tasks").group(heading),
        refList("blocked_by", label("Waits for"), "tasks")
            .group(heading)
            .help(label("The task cannot be done before these are.")),
        moment("done_at", label("Done on")).computed().indexed().group(heading),
        integer("checklist_total", label("Checklist items")).computed().group(heading),
        integer("checklist_done", label("Checklist items done")).computed().group(heading),
    };
}

bool isDone(Reader &read, const Record &task)
{
    const auto status = read.find("task_statuses", task.ref("status_id"));
    return status && status->text("kind") == QLatin1String("done");
}

void startBeforeDeadline(RuleContext &c)
{
    const QDateTime start = c.after.value("start_at").toDateTime();
    const QDateTime deadline = c.after.value("deadline").toDateTime();
    if (start.isValid() && deadline.isValid() && deadline < start && (c.changed("start_at") || c.changed("deadline")))
        c.refuse("deadline", label("The deadline is before the start.").text());
}

void countChecklist(RuleContext &c)
{
    qint64 total = 0, done = 0;
    const QList<Record> lines = c.after.lines("task_checklist");
    for (const Record &line : lines) {
        ++total;
        done += line.flag("done") ? 1 : 0;
    }
    c.after.set("checklist_total", total);
    c.after.set("checklist_done", done);
}

/// Following "waits for" must never lead back to the task itself.
void noCircleOfWaiting(RuleContext &c)
{
    if (!c.changed("blocked_by"))
        return;
    QSet<Id> seen;
    IdList open = c.after.head().ids("blocked_by");
    while (!open.isEmpty()) {
        const Id next = open.takeLast();
        if (next == c.after.id()) {
            c.refuse("blocked_by", label("These tasks wait for this one already; both would wait for ever.").text());
            return;
        }
        if (seen.contains(next))
            continue;
        seen.insert(next);
        if (const auto task = c.read.find("tasks", next))
            open += task->ids("blocked_by");
    }
}

/// Counts, but does not name: the person may not be allowed to see what it waits for.
void doneAfterWhatItWaitsFor(RuleContext &c)
{
    if (!isDone(c.read, c.after.head())) {
        c.after.set("done_at", QVariant());
        return;
    }
    if (!c.after.value("done_at").toDateTime().isValid())
        c.after.set("done_at", c.now);
    if (!c.changed("status_id"))
        return;
    int waiting = 0;
    const IdList blockers = c.after.head().ids("blocked_by");
    for (const Id id : blockers) {
        const auto task = c.read.find("tasks", id);
        waiting += task && !task->deletedAt().isValid() && !isDone(c.read, *task) ? 1 : 0;
    }
    if (waiting > 0) {
        c.refuse("status_id", QCoreApplication::translate(
                                  "crm::modules",
                                  "It waits for %n task(s) that are not done yet. Finish them or remove them "
                                  "from “Waits for”.",
                                  nullptr, waiting));
    }
}
} // namespace

void declare_projects_tasks(Registry &registry)
{
    Entity e("tasks", label("Task"), label("Tasks"));
    e.area("projects")
        .place(10)
        .icon("tasks")
        .title("title")
        .status("status_id")
        .ownedBy("assignee_id", "collaborators")
        .context();
    e.lines("task_checklist", "task_id");
    e.hint(label(
        "Tasks say what is to be done, by whom and until when. They can hang on a client, an order or stand alone."));
    e.fields(identity()).fields(plan());
    e.attachments({"reminders", "comments", "files"});
    e.beforeSave(firstByDefault("status_id", "task_statuses")).beforeSave(ownedByCreator("assignee_id"));
    e.beforeSave(startBeforeDeadline).beforeSave(countChecklist);
    e.beforeSave(noCycle("parent_task_id", label("A task cannot be part of itself or of one of its own parts.")));
    e.beforeSave(noCircleOfWaiting).beforeSave(doneAfterWhatItWaitsFor);
    work::recurs(e, {.dateField = "deadline",
                     .shifted = {"start_at"},
                     .cleared = {"status_id", "blocked_by", "task_checklist/done"},
                     .partOf = "parent_task_id"});
    e.view("mine", label("Mine", "tasks"), "assignee_id = me and status_id.kind = open and status_id.hide_in_mine = no",
           "deadline");
    e.view("open", label("Open", "tasks"), "status_id.kind = open", "deadline");
    e.view("overdue", label("Overdue", "tasks"), "status_id.kind = open and deadline < now", "deadline");
    e.view("today", label("For today", "tasks"), "status_id.kind = open and deadline = today", "deadline");
    e.view("this_week", label("This week"), "status_id.kind = open and deadline = this_week", "deadline");
    e.view("no_deadline", label("Without a deadline", "tasks"), "status_id.kind = open and deadline is empty", "title");
    e.view("done", label("Done", "tasks"), "status_id.kind = done", "-done_at");
    e.sortedBy("deadline");
    comesUp("tasks", {.when = "deadline", .who = "assignee_id", .done = "status_id.kind", .isDone = "done"});
    leavesInCalendar("tasks", "VTODO",
                     {{"SUMMARY", "title"},
                      {"DTSTART", "start_at"},
                      {"DUE", "deadline"},
                      {"COMPLETED", "done_at"},
                      {"STATUS", "status_id.kind", {{"open", "NEEDS-ACTION"}, {"done", "COMPLETED"}}},
                      {"CATEGORIES", "labels"},
                      {"RELATED-TO", "parent_task_id"},
                      {"DESCRIPTION", "description"}});
    belongsThrough("tasks", {"parent_id", "parent_task_id"});
    alsoCalled("tasks", label("jobs, assignments, work", "search words"));
    registry.add(e);
}

} // namespace crm::modules
