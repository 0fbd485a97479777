#include "core/modules/payment_parts.h"
#include "core/model/action_questions.h"
#include "core/model/allocation.h"
#include "core/model/demands.h"
#include "core/model/format.h"
#include "core/model/registry.h"
#include "core/modules/document_states.h"
#include "core/modules/document_totals.h"
#include "core/store/repository.h"
#include <algorithm>

namespace crm::modules {

namespace {
const QString linesKey = QStringLiteral("payment_lines");

Record line(const Catalog &catalog, Id invoice, qint64 amount)
{
    Record out(catalog.at(linesKey), newId());
    out.set("invoice_id", invoice);
    out.set("amount", amount);
    return out;
}

void pay(ActionContext &context)
{
    const auto catalog = context.repository.catalog();
    const Record &invoice = context.record.head();
    Document payment{Record(catalog->at("payments"), newId())};
    payment.set("client_id", invoice.value("client_id"));
    for (const char *field : {"paid_on", "amount", "method_id", "reference"}) {
        const QVariant given = context.parameters.value(field);
        if (!isEmptyValue(given))
            payment.set(field, given);
    }
    if (isEmptyValue(payment.value("amount")))
        payment.set("amount", invoice.value("balance"));
    const qint64 part = std::min(payment.head().integer("amount"), invoice.integer("balance"));
    if (part > 0)
        payment.lines(linesKey).append(line(*catalog, invoice.id(), part));
    context.repository.save(payment);
    context.result = {"payments", payment.id()};
}

bool mayPayInPart(Reader &read)
{
    const auto office = read.find("office_settings", read.firstOf("office_settings"));
    return !office || !office->flag("full_payments_only");
}

/// In their order, those that the amount settles in full.
QList<AllocationPart> inFull(qint64 amount, const QList<OpenItem> &open)
{
    QList<AllocationPart> parts;
    for (const OpenItem &item : open) {
        if (item.open > amount)
            continue;
        parts.append({item.id, item.open});
        amount -= item.open;
    }
    return parts;
}

void spread(ActionContext &context)
{
    const auto catalog = context.repository.catalog();
    Document payment = context.record;
    Query query("invoices");
    query.filter = Filter::all({Filter::where("client_id", Op::Equal, payment.value("client_id")),
                                Filter::where("balance", Op::Greater, qint64(0))});
    query.sort = {{"due_date", false}};
    query.columns = QStringList{"balance", "due_date"};
    constexpr int mostInvoices = 1000;
    const Page page = context.repository.page(query, {PageAt::First, {}, 0, mostInvoices});
    QList<OpenItem> open;
    for (const Row &row : page.rows)
        open.append({row.id, row.values.value(0).toLongLong(), row.values.value(1).toDate()});
    const qint64 rest = payment.head().integer("rest");
    const bool partly = payment.head().text("kind") == creditKind || mayPayInPart(context.read);
    const QList<AllocationPart> parts =
        partly ? allocate(rest, open, AllocationOrder::OldestFirst).parts : inFull(rest, open);
    for (const AllocationPart &part : parts) {
        QList<Record> &lines = payment.lines(linesKey);
        const auto same =
            std::find_if(lines.begin(), lines.end(), [&](const Record &l) { return l.ref("invoice_id") == part.id; });
        if (same != lines.end())
            same->set("amount", same->integer("amount") + part.amount);
        else
            lines.append(line(*catalog, part.id, part.amount));
    }
    if (!payment.isChanged())
        throw Error::validation(
            {{{},
              open.isEmpty() ? label("There is no invoice of this client that is still due.").text()
                             : label("This settles none of the client's invoices in full, and they are not "
                                     "paid in part here.")
                                   .text(),
              {}}});
    context.repository.save(payment);
}
} // namespace

QHash<Id, qint64> amountsBefore(const RuleContext &c, const QString &lines, const char *reference)
{
    QHash<Id, qint64> out;
    const QList<Record> stored = c.before ? c.before->lines(lines) : QList<Record>();
    for (const Record &line : stored)
        out[line.ref(QLatin1String(reference))] += line.integer("amount");
    return out;
}

void settleInvoices(RuleContext &c)
{
    takeCurrencyOfClient(c);
    if (c.after.head().text("kind") == refundKind) {
        for (int i = 0; i < c.after.lines(linesKey).size(); ++i)
            c.faults.append({"invoice_id", label("A refund settles no invoices.").text(),
                             QStringLiteral("%1/%2").arg(linesKey).arg(i + 1)});
        return;
    }
    const QHash<Id, qint64> before = amountsBefore(c, linesKey, "invoice_id");
    QHash<Id, qint64> settled;
    qint64 sum = 0;
    QList<Record> lines = c.after.lines(linesKey);
    for (int i = 0; i < lines.size(); ++i) {
        const auto refuse = [&](const char *field, const Label &why) {
            c.faults.append({field, why.text(), QStringLiteral("%1/%2").arg(linesKey).arg(i + 1)});
        };
        const Id id = lines[i].ref("invoice_id");
        const auto invoice = c.read.find("invoices", id);
        if (!invoice)
            continue;
        lines[i].set("title", invoice->value("number"));
        settled[id] += lines[i].integer("amount");
        sum += lines[i].integer("amount");
        if (invoice->ref("client_id") != c.after.head().ref("client_id"))
            refuse("invoice_id", label("This invoice belongs to another client."));
        else if (invoice->text("status") != issuedStatus)
            refuse("invoice_id", label("This invoice has not been issued, or is cancelled: it cannot be paid."));
        else if (settled[id] > invoice->integer("balance") + before.value(id))
            refuse("amount", label("This is more than is still due on the invoice. Leave the rest to the client's "
                                   "credit, or choose another invoice."));
    }
    c.after.lines(linesKey) = lines;
    c.after.set("allocated", sum);
    const qint64 amount = c.after.head().integer("amount"), back = c.after.head().integer("refunded");
    if (c.faults.isEmpty() && sum > amount)
        c.refuse("amount", label("The invoices together take more than was paid.").text());
    else if (c.faults.isEmpty() && sum + back > amount)
        c.refuse("amount", label("The invoices and what was paid back together take more than was paid.").text());
}

void demandOfPayments()
{
    const QString client = QStringLiteral("client_id"), currency = QStringLiteral("currency"),
                  amount = QStringLiteral("amount"), kind = QStringLiteral("kind");
    demands("payments",
            {.atLeast = {{.field = amount,
                          .reference = "method_id",
                          .least = "minimum",
                          .when = {{kind, paymentKind}, {currency, {}}},
                          .words = label("This payment method takes no payments that are so small. See the payment "
                                         "method for the smallest one.")}},
             .sameAs = {{.field = currency,
                         .reference = client,
                         .same = currency,
                         .words = label("A payment is in the currency of its client.")},
                        {.field = client,
                         .reference = "credit_note_id",
                         .same = client,
                         .when = {{kind, creditKind}},
                         .words = label("A credit is for the client of its credit note.")}},
             .inFull = {{.lines = linesKey,
                         .reference = "invoice_id",
                         .amount = amount,
                         .open = "balance",
                         .when = {{kind, paymentKind}},
                         .settings = "office_settings",
                         .flag = "full_payments_only",
                         .words = label("Invoices are not paid in part here: settle all that is still due on it, or "
                                        "leave the payment without this invoice.")}}});
}

Action payInvoiceAction()
{
    Action a;
    a.key = "pay";
    a.label = label("Add a payment");
    a.icon = "money";
    a.available = [](const Record &r) { return r.text("status") == issuedStatus && r.integer("balance") > 0; };
    a.parameters = {date("paid_on", label("Paid on")).byDefault([] { return QVariant(QDate::currentDate()); }),
                    money("amount", label("Amount", "of money"))
                        .between(1, std::nullopt)
                        .help(label("Empty: all that is still due.")),
                    ref("method_id", label("Payment method"), "payment_methods").pickFromList(),
                    text("reference", label("Transaction"), 120)};
    a.run = pay;
    asksBefore("invoices", a.key, [](const Record &r) {
        return ActionQuestion{.whenEmpty = {{"amount", r.value("balance")}}};
    });
    return a;
}

Action spreadPaymentAction()
{
    Action a;
    a.key = "spread";
    a.label = label("Settle open invoices");
    a.icon = "check";
    a.available = [](const Record &r) { return r.integer("rest") > 0; };
    a.run = spread;
    return a;
}

} // namespace crm::modules
