// Refunds, and credits out of credit notes. See payment_parts.h.
#include "core/model/action_questions.h"
#include "core/model/allocation.h"
#include "core/model/format.h"
#include "core/model/registry.h"
#include "core/modules/document_states.h"
#include "core/modules/payment_parts.h"
#include "core/store/repository.h"

namespace crm::modules {

namespace {
const QString linesKey = QStringLiteral("refund_lines");

void refuseLine(RuleContext &c, int line, const char *field, const Label &why)
{
    c.faults.append({field, why.text(), QStringLiteral("%1/%2").arg(linesKey).arg(line + 1)});
}

/// A draft of one, out of these payments.
Document refund(const Catalog &catalog, const QVariant &client, const QList<AllocationPart> &parts,
                const QVariantMap &given)
{
    Document out{Record(catalog.at("payments"), newId())};
    out.set("kind", refundKind);
    out.set("client_id", client);
    for (const char *field : {"paid_on", "method_id", "reference"}) {
        if (!isEmptyValue(given.value(field)))
            out.set(field, given.value(field));
    }
    qint64 sum = 0;
    for (const AllocationPart &part : parts) {
        Record line(catalog.at(linesKey), newId());
        line.set("source_id", part.id);
        line.set("amount", part.amount);
        out.lines(linesKey).append(line);
        sum += part.amount;
    }
    out.set("amount", sum);
    return out;
}

void refundOfPayment(ActionContext &context)
{
    const Record &payment = context.record.head();
    const QVariant given = context.parameters.value("amount");
    const qint64 amount = isEmptyValue(given) ? payment.integer("rest") : given.toLongLong();
    const Document out =
        refund(*context.repository.catalog(), payment.value("client_id"), {{payment.id(), amount}}, context.parameters);
    context.repository.save(out);
    context.result = {"payments", out.id()};
}

/// Out of all that is left over of the client's payments, the oldest first.
void refundToClient(ActionContext &context)
{
    Query query("payments");
    query.filter = Filter::all(
        {Filter::where("client_id", Op::Equal, context.record.id()), Filter::where("rest", Op::Greater, qint64(0))});
    query.sort = {{"paid_on", false}};
    query.columns = QStringList{"rest", "paid_on"};
    constexpr int mostPayments = 1000;
    const Page page = context.repository.page(query, {PageAt::First, {}, 0, mostPayments});
    QList<OpenItem> left;
    for (const Row &row : page.rows)
        left.append({row.id, row.values.value(0).toLongLong(), row.values.value(1).toDate()});
    const QVariant given = context.parameters.value("amount");
    const qint64 credit = -context.record.head().integer("balance");
    const Allocation spread =
        allocate(isEmptyValue(given) ? credit : given.toLongLong(), left, AllocationOrder::OldestFirst);
    if (spread.rest > 0)
        throw Error::validation(
            {{"amount", label("So much is not left over of the payments and credits of this client.").text(), {}}});
    const Document out = refund(*context.repository.catalog(), context.record.id(), spread.parts, context.parameters);
    context.repository.save(out);
    context.result = {"payments", out.id()};
}

/// @param left what may be paid back of the record
Action payingBack(const QString &entity, void (*run)(ActionContext &), qint64 (*left)(const Record &))
{
    Action a;
    a.key = "pay_back";
    a.label = label("Pay back");
    a.icon = "undo";
    a.available = [left](const Record &r) { return left(r) > 0; };
    a.parameters = {date("paid_on", label("Paid back on")).byDefault([] { return QVariant(QDate::currentDate()); }),
                    money("amount", label("Amount", "of money"))
                        .between(1, std::nullopt)
                        .help(label("Empty: all that is left over.")),
                    ref("method_id", label("Payment method"), "payment_methods").pickFromList(),
                    text("reference", label("Transaction"), 120)};
    a.run = run;
    asksBefore(entity, a.key, [left](const Record &r) { return ActionQuestion{.whenEmpty = {{"amount", left(r)}}}; });
    return a;
}

/// What is left over of the credit note, as a credit that settles invoices.
Id makeCredit(Repository &repository, const Record &note)
{
    Document credit{Record(repository.catalog()->at("payments"), newId())};
    credit.set("kind", creditKind);
    credit.set("credit_note_id", note.id());
    credit.set("client_id", note.value("client_id"));
    credit.set("owner_id", note.value("owner_id"));
    credit.set("paid_on", note.value("note_date"));
    credit.set("amount", note.value("rest"));
    repository.save(credit);
    return credit.id();
}
} // namespace

void payBack(RuleContext &c)
{
    const bool isRefund = c.after.head().text("kind") == refundKind;
    const QHash<Id, qint64> before = amountsBefore(c, linesKey, "source_id");
    QHash<Id, qint64> back;
    qint64 sum = 0;
    QList<Record> lines = c.after.lines(linesKey);
    for (int i = 0; i < lines.size(); ++i) {
        const Id id = lines[i].ref("source_id");
        const auto source = c.read.find("payments", id);
        if (source)
            lines[i].set("title", source->value("number"));
        back[id] += lines[i].integer("amount");
        sum += lines[i].integer("amount");
        if (!isRefund)
            refuseLine(c, i, "source_id", label("Only a refund pays back other payments."));
        else if (source && source->ref("client_id") != c.after.head().ref("client_id"))
            refuseLine(c, i, "source_id", label("This payment is of another client."));
        else if (source && (source->text("kind") == refundKind || source->deletedAt().isValid()))
            refuseLine(c, i, "source_id", label("A refund cannot be paid back. Delete it instead."));
        else if (source && back[id] > source->integer("rest") + before.value(id))
            refuseLine(c, i, "amount", label("This is more than is left over of the payment."));
    }
    if (!isRefund)
        return;
    c.after.lines(linesKey) = lines;
    c.after.set("allocated", sum);
    if (c.faults.isEmpty() && sum != c.after.head().integer("amount"))
        c.refuse("amount", label("Choose the payments below that are paid back; together they come to this amount. "
                                 "“Pay back” on a payment or on a client does it by itself.")
                               .text());
}

void followCreditNote(RuleContext &c)
{
    if (c.after.head().text("kind") != creditKind) {
        c.after.set("credit_note_id", QVariant());
        return;
    }
    const auto note = c.read.find("credit_notes", c.after.head().ref("credit_note_id"));
    if (!note) {
        c.refuse("kind", label("A credit comes out of a credit note: take it there.").text());
        return;
    }
    c.after.set("client_id", note->value("client_id"));
    const qint64 had = c.before ? c.before->head().integer("amount") : 0;
    if (c.changed("amount") && c.after.head().integer("amount") > note->integer("rest") + had)
        c.refuse("amount", label("This is more than is left over of the credit note.").text());
}

void countReceived(RuleContext &c)
{
    const QString kind = c.after.head().text("kind");
    const qint64 amount = c.after.head().integer("amount");
    c.after.set("received", kind == refundKind ? -amount : kind == creditKind ? qint64(0) : amount);
}

void notPaidBack(RuleContext &c)
{
    if (c.before && c.before->head().integer("refunded") != 0)
        c.refuse({}, label("A part of this payment has been paid back. Delete the refund first.").text());
}

Action payBackAction()
{
    return payingBack("payments", refundOfPayment,
                      [](const Record &r) { return r.text("kind") == refundKind ? qint64(0) : r.integer("rest"); });
}

Action payBackToClientAction()
{
    return payingBack("clients", refundToClient, [](const Record &r) { return -r.integer("balance"); });
}

Action issueCreditAction()
{
    Action a = issueAction();
    a.run = [](ActionContext &context) {
        context.record.set("status", issuedStatus);
        const Document note = context.repository.save(context.record).document;
        const Entity &payments = context.repository.catalog()->at("payments");
        // Who may not make one leaves it on the credit note, for somebody who may.
        if (note.head().integer("rest") > 0 && context.actor.policy.may(payments, Verb::Create))
            makeCredit(context.repository, note.head());
    };
    return a;
}

Action takeCreditAction()
{
    Action a;
    a.key = "to_credit";
    a.label = label("Take as the client's credit");
    a.icon = "money";
    a.available = [](const Record &r) { return r.integer("rest") > 0; };
    a.run = [](ActionContext &context) {
        context.result = {"payments", makeCredit(context.repository, context.record.head())};
    };
    return a;
}

} // namespace crm::modules
