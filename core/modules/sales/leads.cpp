// Leads: those who may become clients.
#include "core/model/division.h"
#include "core/model/format.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/action_words.h"
#include "core/modules/activity_parts.h"
#include "core/modules/card_parts.h"
#include "core/modules/lead_conversion.h"
#include "core/modules/lead_stages.h"
#include "core/modules/parts.h"

namespace crm::modules {

namespace {
QList<Field> identity()
{
    return {
        choice("type", label("Type"),
               {{"organisation", label("Organisation")}, {"person", label("Person", "as a type of client")}})
            .required()
            .byDefault(QString("organisation")),
        text("name", label("Name", "of a company or person"), 200).required().inList().searchable(),
        ref("status_id", label("Status"), "lead_statuses").inList().pickFromList(),
        ref("source_id", label("Source"), "lead_sources").inList().pickFromList(),
        ref("owner_id", label("Owner", "who looks after a record"), "users").inList(),
        refList("managers", label("Further managers"), "users")
            .help(label("They see and look after the lead as the owner does.")),
        labels("labels", label("Labels")),
        memo("note", label("Note")).searchable(),
    };
}

QList<Field> contactPerson()
{
    const Label heading = label("Contact person");
    return {
        text("contact_first_name", label("First name"), 100).group(heading),
        text("contact_last_name", label("Last name"), 100).group(heading),
        text("contact_name", label("Contact person"), 201).computed().inList().searchable().group(heading),
        text("contact_job_title", label("Job title"), 120).group(heading),
        email("email", label("E-mail")).searchable().indexed().group(heading),
        phone("phone", label("Phone")).inList().searchable().group(heading),
        url("website", label("Web site")).group(heading),
    };
}

QList<Field> details()
{
    const Label heading = label("Additional");
    return {
        text("vat_number", label("VAT number"), 40).searchable().group(heading),
        text("gst_number", label("GST number"), 40).group(heading),
        currencyField().group(heading),
        choice("state_of_lead", label("State", "of a lead"),
               {{"open", label("Open", "state of a lead"), "blue"},
                {"converted", label("Converted", "state of a lead"), "green"}})
            .computed()
            .indexed()
            .byDefault(QString("open"))
            .group(heading),
        ref("client_id", label("Client it became"), "clients").readOnly().group(heading),
        moment("converted_at", label("Became a client on")).computed().indexed().group(heading),
    };
}

/// What became of the lead follows from the client alone, so that nobody can say one thing and do another.
void knowTheState(RuleContext &c)
{
    const bool isClient = c.after.head().ref("client_id") != 0;
    c.after.set("state_of_lead", isClient ? "converted" : "open");
    QVariant when = keptMoment(c, "converted_at");
    if (isClient && isEmptyValue(when) && c.changed("client_id"))
        when = c.now;
    c.after.set("converted_at", isClient ? when : QVariant());
}

void nameTheContact(RuleContext &c)
{
    c.after.set("contact_name",
                fullName(c.after.head().text("contact_first_name"), c.after.head().text("contact_last_name")));
}
} // namespace

void declare_sales_leads(Registry &registry)
{
    Entity e("leads", label("Lead"), label("Leads"));
    e.area("sales")
        .place(10)
        .icon("leads")
        .title("name")
        .status("status_id")
        .currency("currency")
        .ownedBy("owner_id", "managers");
    e.hint(label("A lead is somebody who may become a client. Write down everybody who has asked, and turn them into "
                 "clients when the deal is made."));
    e.fields(identity())
        .fields(dealFields())
        .fields(contactPerson())
        .fields(addressFields())
        .fields(details())
        .fields({externalIdField()});
    e.attachments({"activities", "tasks", "notes", "reminders", "comments", "files"});
    e.duplicates("name", label("Same name"), {"name"}).duplicates("phone", label("Same phone"), {"phone"});
    e.duplicates("email", label("Same e-mail"), {"email"});
    e.duplicates("vat_number", label("Same VAT number"), {"vat_number"});
    e.beforeSave(ownedByCreator("owner_id"));
    e.beforeSave(plainEmail("email")).beforeSave(nameTheContact).beforeSave(knowTheState);
    e.lockedWhile("client_id", label("This lead has become a client: change the client instead."));
    e.view("open", label("Open", "leads"), "state_of_lead = open and status_id.kind = open", "name");
    e.view("mine", label("Mine", "leads"), "state_of_lead = open and owner_id = me", "name");
    e.view("unassigned", label("Without an owner", "leads"), "state_of_lead = open and owner_id is empty", "name");
    movesAlongStages(e);
    e.view("converted", label("Became clients", "leads"), "state_of_lead = converted", "-converted_at");
    e.view("converted_month", label("Became clients this month"), "converted_at = this_month", "-converted_at");
    e.sortedBy("name").action(leadConversion()).action(loseLead());
    e.action(logActivity([](const Record &lead) { return lead.ref("client_id") == 0; }));
    leavesAsCard("leads", PropertyMaps{{"FN", "name"},
                                       {"KIND", "type", {{"organisation", "org"}, {"person", "individual"}}},
                                       {"N.family", "contact_last_name"},
                                       {"N.given", "contact_first_name"},
                                       {"TITLE", "contact_job_title"},
                                       {"TEL", "phone"},
                                       {"EMAIL", "email"},
                                       {"URL", "website"},
                                       {"CATEGORIES", "labels"},
                                       {"NOTE", "note"}} +
                              addressProperties());
    introducesItself("leads", {"name", "address", "zip", "city", "country", "vat_number", "gst_number", "phone"});
    belongsThrough("leads", {"client_id"});
    alsoCalled("leads", label("deals, prospects, opportunities, sales funnel", "search words"));
    actionsAlsoCalled(e);
    registry.add(e);
}

} // namespace crm::modules
