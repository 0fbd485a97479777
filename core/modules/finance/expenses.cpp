// Expenses with tax and receipt; those for a client can go on an invoice.
#include "core/model/calculator.h"
#include "core/model/division.h"
#include "core/model/format.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/action_words.h"
#include "core/modules/document_totals.h"
#include "core/modules/parts.h"
#include "core/modules/project_parts.h"
#include "core/store/repository.h"
#include "core/store/starting_values.h"
#include "core/work/recurring.h"

namespace crm::modules {

namespace {
constexpr int taxScale = 3;

QList<Field> fields()
{
    return {
        text("title", label("Title"), 200).required().inList().searchable(),
        date("spent_on", label("Spent on")).required().inList().byDefault([] {
            return QVariant(QDate::currentDate());
        }),
        ref("category_id", label("Category"), "expense_categories").inList().pickFromList(),
        money("amount", label("Amount", "of money")).required().inList().between(0, std::nullopt),
        currencyField(),
        ref("tax_id", label("Tax"), "taxes").pickFromList().whenTargetPurged(OnDelete::Restrict),
        ref("tax2_id", label("Second tax"), "taxes").pickFromList().whenTargetPurged(OnDelete::Restrict),
        percent("tax_percent", label("Tax rate"), taxScale).computed(),
        percent("tax2_percent", label("Second tax rate"), taxScale).computed(),
        money("tax_total", label("Tax in all")).computed(),
        money("total", label("Total")).computed().inList(),
        ref("owner_id", label("Spent by"), "users").inList(),
        ref("client_id", label("Client"), "clients").inList().whenTargetPurged(OnDelete::Restrict),
        projectField(),
        yesNo("billable", label("The client pays for it")).indexed(),
        ref("invoice_id", label("On the invoice"), "invoices").readOnly(),
        labels("labels", label("Labels")),
        memo("description", label("Description")).searchable(),
        externalIdField(),
    };
}

void addTax(RuleContext &c)
{
    copyTaxRate(c, "tax_id", "tax_percent");
    copyTaxRate(c, "tax2_id", "tax2_percent");
    CalculatorInput in;
    in.lines = {{.quantity = 1, .quantityScale = 0, .price = c.after.head().integer("amount")}};
    for (const char *rate : {"tax_percent", "tax2_percent"}) {
        if (!isEmptyValue(c.after.value(rate)))
            in.taxes.append({c.after.head().integer(rate), taxScale});
    }
    const DocumentAmounts amounts = calculate(in);
    c.after.set("tax_total", amounts.taxSum());
    c.after.set("total", amounts.total);
}

void billableForSomebody(RuleContext &c)
{
    if (c.after.head().flag("billable") && c.after.head().ref("client_id") == 0)
        c.refuse("client_id", label("Choose the client who pays for it.").text());
}

/// A draft with one line; the tax that we paid is part of what the client pays.
Action toInvoice()
{
    Action a;
    a.key = "to_invoice";
    a.label = label("Make an invoice");
    a.icon = "convert";
    a.available = [](const Record &r) { return r.flag("billable") && r.ref("invoice_id") == 0; };
    a.run = [](ActionContext &context) {
        const auto catalog = context.repository.catalog();
        Document &expense = context.record;
        Document invoice{Record(catalog->at("invoices"), newId())};
        startWithMarked(context.repository, invoice);
        invoice.set("client_id", expense.value("client_id"));
        invoice.set("project_id", expense.value("project_id"));
        Record line(catalog->at("invoice_lines"), newId());
        line.set("title", expense.value("title"));
        line.set("rate", expense.value("total"));
        invoice.lines("invoice_lines").append(line);
        context.repository.save(invoice);
        expense.set("invoice_id", invoice.id());
        context.repository.save(expense);
        context.result = {"invoices", invoice.id()};
    };
    return a;
}
} // namespace

void declare_finance_expenses(Registry &registry)
{
    Entity e("expenses", label("Expense"), label("Expenses"));
    e.area("finance").place(40).icon("expense").title("title").currency("currency").ownedBy("owner_id");
    e.hint(label("Expenses say what was spent, on what and for whom. Attach the receipt."));
    e.fields(fields());
    e.attachments({"notes", "reminders", "comments", "files"});
    e.beforeSave(ownedByCreator("owner_id")).beforeSave(firstByDefault("category_id", "expense_categories"));
    e.beforeSave(takeCurrencyOfClient);
    e.beforeSave(followProject);
    e.beforeSave(billableForSomebody).beforeSave(addTax);
    e.action(toInvoice());
    e.view("this_month", label("This month"), "spent_on = this_month", "-spent_on");
    e.view("billable", label("To be invoiced"), "billable = yes and invoice_id is empty", "-spent_on");
    e.view("mine", label("Mine", "expenses"), "owner_id = me", "-spent_on");
    work::recurs(e, {.dateField = "spent_on", .cleared = {"invoice_id"}});
    e.view("coming", label("Coming in 7 days", "repetitions"), "repeat_next <= today+7d", "repeat_next");
    e.sortedBy("-spent_on");
    belongsThrough("expenses", {"client_id", "project_id"});
    alsoCalled("expenses", label("costs, spending", "search words"));
    actionsAlsoCalled(e);
    registry.add(e);
}

} // namespace crm::modules
