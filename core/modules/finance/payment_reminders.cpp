// Rules for letters that remind of unpaid invoices: how many days before or after the due date, and what they say.
#include "core/exchange/text_template.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/parts.h"
#include "core/modules/payment_letters.h"

namespace crm::modules {

namespace {
void isReadable(RuleContext &c)
{
    for (const char *key : {"subject", "text"}) {
        const QString fault = textTemplateFault(c.after.head().text(key));
        if (!fault.isEmpty())
            c.refuse(key, fault);
    }
}
} // namespace

void declare_finance_payment_reminders(Registry &registry)
{
    Entity e("payment_reminders", label("Payment reminder"), label("Payment reminders"));
    e.area("settings").icon("bell").title("name").dictionary();
    e.hint(label("When a letter reminds a client of an unpaid invoice, and what it says. The letters wait in the list "
                 "“Letters” until somebody sends them."));
    e.fields({
        text("name", label("Name", "of a thing"), 120).required().inList().searchable().unique(),
        integer("days", label("Days after the due date"))
            .required()
            .inList()
            .between(-365, 365)
            .byDefault(qint64(3))
            .help(label("Below zero: so many days before it. 0: on the day itself.")),
        yesNo("active", label("In use", "a payment reminder"))
            .inList()
            .help(label("Once it is, letters are written from that day on: for invoices whose day has come within the "
                        "last 7 days, not for older ones.")),
        text("subject", label("Subject", "of a letter"), 250).required(),
        memo("text", label("Text"))
            .required()
            .help(label("Markdown with variables in double braces. Of the invoice: {{number}}, {{bill_date}}, "
                        "{{due_date}}, {{total}}, {{paid}}, {{balance}}, {{reference}}, {{owner}}, any other field by "
                        "its key. Of the client: {{client.name}}; of the contact: {{contact.name}}; of the office: "
                        "{{office.legal_name}}, {{office.bank}}, {{office.account}}, {{office.signatory}}. The day: "
                        "{{today}}. What stands between {{#paid}} and {{/paid}} is there only when it is not "
                        "empty.")),
    });
    e.beforeSave(isReadable);
    e.view("in_use", label("In use", "payment reminders"), "active = yes", "days");
    e.sortedBy("days");
    declarePaymentLetters();
    alsoCalled("payment_reminders", label("dunning, overdue, debtors", "search words"));
    registry.add(e);
}

} // namespace crm::modules
