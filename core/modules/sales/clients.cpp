// Clients: the organisations and people that one works for.
#include "core/access/policy.h"
#include "core/model/division.h"
#include "core/model/record_formats.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/action_words.h"
#include "core/modules/activity_parts.h"
#include "core/modules/card_parts.h"
#include "core/modules/e_invoice.h"
#include "core/modules/parts.h"
#include "core/modules/payment_parts.h"
#include "core/modules/price_parts.h"
#include "core/modules/requisite_parts.h"
#include "core/modules/statement_paper.h"

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
        ref("owner_id", label("Owner", "who looks after a record"), "users").inList(),
        refList("managers", label("Further managers"), "users")
            .help(label("They see and look after the client as the owner does.")),
        refList("groups", label("Groups"), "client_groups").inList().pickFromList(),
        labels("labels", label("Labels")).inList(),
    };
}

QList<Field> reach()
{
    const Label heading = label("How to reach them");
    return {
        ref("primary_contact_id", label("Primary contact"), "contacts")
            .inList()
            .group(heading)
            .help(label("Whom to call and write to first. Empty: the first contact that is added.")),
        phone("phone", label("Phone")).inList().searchable().group(heading),
        email("email", label("E-mail")).searchable().indexed().group(heading),
        url("website", label("Web site")).group(heading),
    };
}

QList<Field> billing()
{
    const Label heading = label("Billing");
    return {
        text("vat_number", label("VAT number"), 40).searchable().group(heading),
        text("gst_number", label("GST number"), 40).group(heading),
        currencyField().group(heading).help(
            label("The currency of this client's documents. Leave it empty for the company's own currency.")),
        priceListField().group(heading).help(
            label("What its documents take prices from. Empty: the list of its groups, else the prices of the items.")),
        integer("payment_days", label("Days to pay"))
            .between(0, 365)
            .internal()
            .group(heading)
            .help(
                label("A new invoice to this client is due so many days after its date. Empty: as the settings of the "
                      "office say.")),
        yesNo("no_reminders", label("No payment reminders"))
            .internal()
            .group(heading)
            .help(label("No letters remind this client of unpaid invoices; those that wait are withdrawn.")),
        yesNo("disable_online_payment", label("No online payment")).internal().group(heading),
    };
}

QList<Field> additional()
{
    const Label heading = label("Additional");
    return {
        memo("note", label("Note")).searchable().internal().group(heading),
        file("logo_id", label("Logo or photo")).group(heading),
        ref("lead_id", label("Was the lead"), "leads").readOnly().internal().group(heading),
        externalIdField(),
    };
}

/// What stands between us and them; in the client's currency, in which all of its documents are.
QList<Field> finance()
{
    const Label heading = label("Finance");
    return {
        money("invoiced", label("Invoiced")).sumOf({"invoices", "client_id", "counted"}).internal().group(heading),
        money("credited", label("Credited")).sumOf({"credit_notes", "client_id", "counted"}).internal().group(heading),
        money("paid", label("Paid"))
            .sumOf({"payments", "client_id", "received"})
            .internal()
            .group(heading)
            .help(label("Less what was paid back.")),
        money("balance", label("Still due"))
            .difference({{"invoiced"}, {"credited", "paid"}})
            .internal()
            .inList()
            .group(heading)
            .help(label("Below zero: they have paid more than was invoiced, a credit.")),
        money("spent", label("Spent on them")).sumOf({"expenses", "client_id", "total"}).internal().group(heading),
        money("profit", label("Profit"))
            .difference({{"invoiced"}, {"credited", "spent"}})
            .internal()
            .group(heading)
            .help(label("What was invoiced, less credit notes and what was spent on them.")),
    };
}

/// Whoever sees only clients of certain groups makes theirs in one of these.
void groupOfTheRole(RuleContext &c)
{
    if (!c.isNew() || !c.after.head().ids("groups").isEmpty() || c.actor.policy.isAdmin())
        return;
    const auto role = c.read.find("roles", c.actor.roleId);
    if (role && role->flag("is_limited") && !role->ids("limited_to").isEmpty())
        c.after.set("groups", QVariant::fromValue(role->ids("limited_to").mid(0, 1)));
}

/// Sums of a client are in one currency.
void currencyStays(RuleContext &c)
{
    if (c.isNew() || !c.changed("currency"))
        return;
    for (const char *sum : {"invoiced", "credited", "paid", "spent"}) {
        if (c.before->head().integer(sum) == 0)
            continue;
        c.refuse("currency",
                 label("There are invoices, payments or expenses in the old currency already. Make a second "
                       "client for the other currency.")
                     .text());
        return;
    }
}

/// The first contact is the primary one until somebody chooses another.
void findPrimaryContact(RuleContext &c)
{
    if (c.isNew() || c.after.head().ref("primary_contact_id") != 0)
        return;
    const IdList contacts = c.read.where("contacts", "client_id", c.after.id(), 1);
    if (!contacts.isEmpty())
        c.after.set("primary_contact_id", contacts.first());
}
} // namespace

void declare_sales_clients(Registry &registry)
{
    Entity e("clients", label("Client"), label("Clients"));
    e.area("sales").place(20).icon("clients").title("name").currency("currency").ownedBy("owner_id", "managers");
    e.hint(label(
        "Clients are the companies and people that you work for. Contacts, orders, tasks and files hang on them."));
    e.fields(identity())
        .fields(reach())
        .fields(addressFields())
        .fields(billing())
        .fields(requisiteFields(label("Requisites")))
        .fields(eInvoicePartyFields(label("Requisites")))
        .fields(finance())
        .fields(additional());
    e.attachments({"activities", "tasks", "notes", "reminders", "comments", "files"});
    e.duplicates("name", label("Same name"), {"name"}).duplicates("phone", label("Same phone"), {"phone"});
    e.duplicates("email", label("Same e-mail"), {"email"});
    e.duplicates("vat_number", label("Same VAT number"), {"vat_number"});
    e.beforeSave(ownedByCreator("owner_id")).beforeSave(plainEmail("email"));
    e.beforeSave(findPrimaryContact).beforeSave(contactOfClient("primary_contact_id", {}));
    e.beforeSave(groupOfTheRole).beforeSave(currencyStays).beforeSave(checkRequisites("vat_number"));
    e.beforeSave(checkEInvoiceParty());
    e.view("mine", label("Mine", "clients"), "owner_id = me", "name");
    e.view("organisations", label("Organisations"), "type = organisation", "name");
    e.view("people", label("People", "as clients"), "type = person", "name");
    e.view("owing", label("Owe something"), "balance > 0", "-balance");
    e.view("unassigned", label("Without an owner", "clients"), "owner_id is empty", "name");
    e.sortedBy("name").action(logActivity());
    leavesAsCard("clients", PropertyMaps{{"FN", "name"},
                                         {"KIND", "type", {{"organisation", "org"}, {"person", "individual"}}},
                                         {"TEL", "phone"},
                                         {"EMAIL", "email"},
                                         {"URL", "website"},
                                         {"CATEGORIES", "labels"},
                                         {"NOTE", "note"}} +
                                addressProperties());
    e.action(payBackToClientAction());
    writesPaper("clients", {label("Statement"), statementHtml});
    introducesItself("clients", {"name", "address", "zip", "city", "country", "vat_number", "kpp", "gst_number", "bank",
                                 "bic", "account", "phone"});
    dividedBy("clients", "groups");
    alsoCalled("clients", label("customers, buyers, companies, counterparties", "search words"));
    actionsAlsoCalled(e);
    registry.add(e);
}

} // namespace crm::modules
