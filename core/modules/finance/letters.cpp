// Letters to clients: reminders of unpaid invoices, and what people write themselves. The program sends none: whoever
// sends one opens it in the mail program, and says here that it was sent.
#include "core/model/format.h"
#include "core/model/mailing.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/action_words.h"
#include "core/modules/parts.h"
#include "core/store/repository.h"

namespace crm::modules {

namespace {
const QString queued = QStringLiteral("queued"), sent = QStringLiteral("sent"), failed = QStringLiteral("failed"),
              withdrawn = QStringLiteral("withdrawn"), byMail = QStringLiteral("mail");

QList<Field> content()
{
    return {
        text("subject", label("Subject", "of a letter"), 250).required().inList().searchable(),
        ref("client_id", label("Client"), "clients").required().inList().whenTargetPurged(OnDelete::Restrict),
        ref("contact_id", label("Contact"), "contacts"),
        email("to_address", label("To", "of a letter"))
            .inList()
            .searchable()
            .help(label("Empty: of the contact, or else of the client.")),
        ref("invoice_id", label("About the invoice"), "invoices").inList(),
        memo("body", label("Text")).required().searchable(),
    };
}

QList<Field> sending()
{
    const Label heading = label("Sending");
    return {
        choice("status", label("Status"),
               {{queued, label("To be sent", "a letter"), "blue"},
                {sent, label("Sent", "a letter"), "green"},
                {failed, label("Did not arrive", "a letter"), "red"},
                {withdrawn, label("Withdrawn", "a letter"), "gray"}})
            .required()
            .inList()
            .byDefault(queued)
            .transition(queued, {sent, withdrawn})
            .transition(withdrawn, {queued})
            .transition(sent, {failed})
            .transition(failed, {sent})
            .group(heading),
        date("planned_for", label("Planned for"))
            .inList()
            .byDefault([] { return QVariant(QDate::currentDate()); })
            .group(heading),
        choice("how", label("How", "a letter was sent"),
               {{byMail, label("By one's own mail program")},
                {"paper", label("On paper")},
                {"other", label("Otherwise", "a letter was sent")}})
            .byDefault(byMail)
            .group(heading),
        moment("sent_at", label("Sent at")).computed().inList().group(heading),
        text("failure", label("Why it did not arrive"), 250).group(heading),
        ref("rule_id", label("By the payment reminder"), "payment_reminders").readOnly().group(heading),
    };
}

void ofItsInvoice(RuleContext &c)
{
    const auto invoice = c.read.find("invoices", c.after.head().ref("invoice_id"));
    if (!invoice || !(c.changed("invoice_id") || c.changed("client_id")))
        return;
    if (c.after.head().ref("client_id") == 0)
        c.after.set("client_id", invoice->value("client_id"));
    else if (c.after.head().ref("client_id") != invoice->ref("client_id"))
        c.refuse("invoice_id", label("This invoice is another client's.").text());
}

/// A new letter goes to its contact, or else to the client. One that is emptied later stays empty.
void findAddress(RuleContext &c)
{
    if (!c.isNew() || !c.after.head().text("to_address").isEmpty())
        return;
    const auto contact = c.read.find("contacts", c.after.head().ref("contact_id"));
    const auto client = c.read.find("clients", c.after.head().ref("client_id"));
    if (contact && !contact->text("email").isEmpty())
        c.after.set("to_address", contact->value("email"));
    else if (client && !client->text("email").isEmpty())
        c.after.set("to_address", client->value("email"));
}

/// What was paid or cancelled meanwhile is not reminded of.
void mayBeSent(RuleContext &c)
{
    const Record &letter = c.after.head();
    if (letter.text("status") != sent || !c.changed("status"))
        return;
    const auto invoice = letter.ref("rule_id") ? c.read.find("invoices", letter.ref("invoice_id")) : std::nullopt;
    if (invoice && invoice->integer("balance") <= 0 && isEmptyValue(letter.value("sent_at")))
        c.refuse("status", label("Nothing is due on this invoice any more: withdraw the letter.").text());
    if (letter.text("how") == byMail && letter.text("to_address").isEmpty())
        c.refuse("to_address", label("Write the address first.").text());
    if (isEmptyValue(letter.value("sent_at")))
        c.after.set("sent_at", c.now);
}

auto isOneOf(const QStringList &states)
{
    return [states](const Record &letter) { return states.contains(letter.text("status")); };
}
} // namespace

void declare_finance_letters(Registry &registry)
{
    Entity e("letters", label("Letter"), label("Letters"));
    e.area("finance").place(60).icon("mail").title("subject").status("status").scopedBy("client_id").notMerged();
    e.hint(
        label("Letters to clients that wait to be sent, and those that were. Reminders of unpaid invoices appear here "
              "by themselves, once an administrator has switched on payment reminders."));
    e.fields(content()).fields(sending());
    e.attachments({"comments", "files"});
    e.beforeSave(ofItsInvoice).beforeSave(contactOfClient("contact_id", "client_id"));
    e.beforeSave(findAddress).beforeSave(plainEmail("to_address")).beforeSave(mayBeSent);
    e.lockedWhile("sent_at", label("This letter has been sent: what it says stays as it is."), {"status", "failure"});
    e.action(statusStep("mark_sent", label("Mark as sent"), "check", isOneOf({queued, failed}), sent));
    e.action(statusStep("withdraw", label("Withdraw", "a letter"), "ban", isOneOf({queued}), withdrawn));
    e.action(statusStep("queue", label("Send it after all"), "undo", isOneOf({withdrawn}), queued));
    e.action(statusStep("did_not_arrive", label("It did not arrive"), "warning", isOneOf({sent}), failed,
                        {text("failure", label("Why it did not arrive"), 250)}));
    e.view("queued", label("To be sent", "letters"), "status = queued", "planned_for");
    e.view("without_email", label("Without an address"), "status = queued and to_address is empty", "planned_for");
    e.view("sent", label("Sent", "letters"), "status = sent", "-sent_at");
    e.view("failed", label("Did not arrive", "letters"), "status = failed", "-sent_at");
    e.view("withdrawn", label("Withdrawn", "letters"), "status = withdrawn", "-planned_for");
    e.sortedBy("-planned_for");
    leavesByMail("letters", {.to = "to_address", .subject = "subject", .text = "body", .about = "invoice_id"});
    alsoCalled("letters", label("mail, email, messages", "search words"));
    actionsAlsoCalled(e);
    registry.add(e);
}

} // namespace crm::modules
