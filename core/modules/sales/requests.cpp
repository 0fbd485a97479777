// Requests: what somebody wants, as the answers to a brief. They become leads, clients, tasks and estimates.
#include "core/access/policy.h"
#include "core/model/division.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/model/value_checks.h"
#include "core/modules/action_words.h"
#include "core/modules/parts.h"
#include "core/modules/question_parts.h"
#include "core/modules/request_conversion.h"

namespace crm::modules {

namespace {
QList<Field> identity()
{
    return {
        text("number", label("Number"), 40).readOnly().unique().inList().searchable(),
        text("subject", label("What it is about"), 250).inList().searchable(),
        choice("status", label("Status"),
               {{"new", label("New", "request"), "blue"},
                {"processing", label("In work", "request"), "purple"},
                {"hold", label("On hold", "request"), "yellow"},
                {"estimated", label("Estimated", "request"), "green"},
                {"cancelled", label("Cancelled", "request"), "gray"}})
            .required()
            .inList()
            .byDefault(QString("new")),
        ref("brief_id", label("Brief"), "briefs").inList(),
        ref("client_id", label("Client"), "clients").inList(),
        ref("lead_id", label("Lead"), "leads").inList(),
        ref("contact_id", label("Contact"), "contacts"),
        ref("owner_id", label("Assignee"), "users").inList(),
        labels("labels", label("Labels")),
        memo("note", label("Note")).searchable().internal(),
    };
}

QList<Field> whoAsks()
{
    const Label heading = label("Who asks");
    return {
        text("company", label("Company"), 200).searchable().inList().group(heading),
        text("person", label("Name of the person"), 200).searchable().inList().group(heading),
        email("email", label("E-mail")).searchable().indexed().group(heading),
        phone("phone", label("Phone")).searchable().group(heading),
    };
}

/// What the answers tell of who asks; what somebody has written there himself stays. An answer that fits no such field,
/// such as an address that is none, stays among the answers.
void takeFromAnswers(RuleContext &c)
{
    if (!c.isNew())
        return;
    for (const char *field : {"subject", "company", "person", "email", "phone"}) {
        const Field &f = *c.after.entity().field(field);
        const QString said = answerOf(c.after, "request_answers", field).left(f.size());
        if (c.after.head().text(field).isEmpty() && !said.isEmpty() && textFault(f.kind(), said).isEmpty())
            c.after.set(field, said);
    }
    if (c.after.head().text("subject").isEmpty()) {
        const auto brief = c.read.find("briefs", c.after.head().ref("brief_id"));
        c.after.set("subject", brief ? brief->text("name") : QVariant());
    }
}

/// To the person whom the brief names, where the one who takes it may give it away.
void forTheAssignee(RuleContext &c)
{
    if (!c.isNew() || c.after.head().ref("owner_id") != 0)
        return;
    const auto brief = c.read.find("briefs", c.after.head().ref("brief_id"));
    if (brief && c.actor.policy.level(c.after.entity(), Verb::Create) >= Level::All)
        c.after.set("owner_id", brief->value("assignee_id"));
}

void declareViews(Entity &e)
{
    e.view("open", label("Open", "requests"), "status = new or status = processing", "-filled_at");
    e.view("mine", label("Mine", "requests"), "owner_id = me and (status = new or status = processing)", "-filled_at");
    e.view("unassigned", label("Without an assignee", "requests"), "owner_id is empty", "-filled_at");
    e.view("this_month", label("This month"), "filled_at = this_month", "-filled_at");
    e.view("hold", label("On hold", "request"), "status = hold", "-filled_at");
}
} // namespace

void declare_sales_requests(Registry &registry)
{
    Entity e("requests", label("Request"), label("Requests"));
    e.area("sales").place(14).icon("mail").title("number").numbered("number", "REQ-").status("status");
    e.ownedBy("owner_id").lines("request_answers", "request_id");
    e.hint(
        label("Requests are what people have answered to your briefs. Turn them into leads, clients and estimates."));
    e.fields(identity()).fields(whoAsks()).fields(takenFields());
    e.fields({ref("estimate_id", label("Became the estimate"), "estimates").readOnly().group(label("Answers")),
              externalIdField()});
    e.attachments({"tasks", "notes", "reminders", "comments", "files"});
    e.beforeSave(takeFromAnswers).beforeSave(forTheAssignee).beforeSave(ownedByCreator("owner_id"));
    e.beforeSave(plainEmail("email")).beforeSave(contactOfClient("contact_id", "client_id"));
    e.action(requestToEstimate()).action(requestToLead()).action(requestToClient()).action(requestToTask());
    declareViews(e);
    e.sortedBy("-filled_at");
    belongsThrough("requests", {"client_id", "lead_id"});
    alsoCalled("requests", label("enquiries, applications, answers to forms", "search words"));
    actionsAlsoCalled(e);
    registry.add(e);
}

} // namespace crm::modules
