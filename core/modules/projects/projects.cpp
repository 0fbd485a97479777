// Projects: what is done for a client, or for oneself, with a beginning and an end; what it brings in and what it
// costs.
#include "core/model/division.h"
#include "core/model/format.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/activity_parts.h"
#include "core/modules/document_totals.h"
#include "core/modules/parts.h"

namespace crm::modules {

namespace {
QList<Field> identity()
{
    return {
        text("title", label("Title"), 250).required().inList().searchable(),
        ref("client_id", label("Client"), "clients")
            .inList()
            .whenTargetPurged(OnDelete::Restrict)
            .help(label("Empty: a project of your own.")),
        ref("status_id", label("Status"), "project_statuses").inList().pickFromList(),
        ref("owner_id", label("Led by"), "users").inList(),
        refList("members", label("Members", "of a project"), "users")
            .help(label("They see the project and work on it as the leader does.")),
        date("start_date", label("Start")).indexed(),
        date("deadline", label("Deadline")).inList(),
        labels("labels", label("Labels")).inList(),
        memo("description", label("Description")).searchable(),
    };
}

/// In the project's currency, which all of its documents have.
QList<Field> finance()
{
    const Label heading = label("Finance");
    const auto sum = [&](const char *key, const Label &what, const KeptSum &of) {
        return money(key, what).sumOf(of).internal().group(heading);
    };
    return {
        money("price", label("Price", "of a project"))
            .between(0, std::nullopt)
            .group(heading)
            .help(label("What was agreed for the whole.")),
        currencyField().group(heading).help(label("The client's. Empty: the company's own currency.")),
        sum("invoiced", label("Invoiced"), {"invoices", "project_id", "counted"}),
        sum("credited", label("Credited"), {"invoices", "project_id", "taken_back"}),
        sum("paid", label("Paid"), {"invoices", "project_id", "paid"}),
        sum("spent", label("Spent on it"), {"expenses", "project_id", "total"}),
        money("profit", label("Profit"))
            .difference({{"invoiced"}, {"credited", "spent"}})
            .internal()
            .inList()
            .group(heading)
            .help(label("What was invoiced, less credit notes and what was spent on it.")),
    };
}

QList<Field> outcome() { return {moment("done_at", label("Completed on")).computed().indexed(), externalIdField()}; }

bool hasSums(const Document &project)
{
    const auto isThere = [&](const char *sum) { return project.head().integer(sum) != 0; };
    return isThere("invoiced") || isThere("paid") || isThere("spent");
}

/// Sums are in one currency and of one client.
void clientAndCurrencyStay(RuleContext &c)
{
    if (c.isNew() || !hasSums(*c.before))
        return;
    if (c.changed("client_id"))
        c.refuse("client_id",
                 label("Invoices or expenses belong to this project already: its client stays as it is.").text());
    else if (c.changed("currency"))
        c.refuse("currency", label("Invoices or expenses in the old currency belong to this project already.").text());
}

void datesInOrder(RuleContext &c)
{
    const QDate start = c.after.head().date("start_date"), end = c.after.head().date("deadline");
    if (start.isValid() && end.isValid() && end < start && (c.changed("start_date") || c.changed("deadline")))
        c.refuse("deadline", label("The deadline is before the start.").text());
}

void noteEnd(RuleContext &c)
{
    const auto status = c.read.find("project_statuses", c.after.head().ref("status_id"));
    if (!status || status->text("kind") != QLatin1String("done"))
        c.after.set("done_at", QVariant());
    else if (isEmptyValue(c.after.value("done_at")))
        c.after.set("done_at", c.now);
}

void addViews(Entity &e)
{
    e.view("open", label("Open", "projects"), "status_id.kind = open", "deadline");
    e.view("mine", label("Mine", "projects"), "owner_id = me", "deadline");
    e.view("late", label("Late", "projects"), "status_id.kind = open and deadline < today", "deadline");
    e.view("internal", label("Our own", "projects"), "client_id is empty", "title");
    e.view("at_a_loss", label("At a loss", "projects"), "profit < 0", "profit");
    e.view("done", label("Done", "projects"), "status_id.kind = done", "-done_at");
    e.sortedBy("-start_date");
}
} // namespace

void declare_projects_projects(Registry &registry)
{
    Entity e("projects", label("Project"), label("Projects"));
    e.area("projects").place(5).icon("projects").title("title").status("status_id");
    e.currency("currency").ownedBy("owner_id", "members").notMerged();
    e.hint(label("Projects put together what is done for a client: tasks, files, documents, and what it all brings "
                 "in and costs."));
    e.fields(identity()).fields(finance()).fields(outcome());
    e.attachments({"activities", "tasks", "notes", "reminders", "comments", "files"});
    e.beforeSave(ownedByCreator("owner_id")).beforeSave(firstByDefault("status_id", "project_statuses"));
    e.beforeSave(takeCurrencyOfClient).beforeSave(clientAndCurrencyStay).beforeSave(datesInOrder).beforeSave(noteEnd);
    addViews(e);
    belongsThrough("projects", {"client_id"});
    alsoCalled("projects", label("jobs, work for clients", "search words"));
    registry.add(e);
}

} // namespace crm::modules
