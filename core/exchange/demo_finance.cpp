// The demo's estimates, invoices, payments and expenses. They follow from orders: what was shipped is invoiced, most of
// what is due is paid.
#include "core/exchange/demo_documents.h"
#include "core/exchange/demo_signature.h"
#include <algorithm>

namespace crm {

namespace {
constexpr int linesPerDocument = 8;

void setValues(Document &document, const QVariantMap &values)
{
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        document.set(it.key(), it.value());
}
} // namespace

void DemoDocuments::copyLines(const Document &order, Document &to, DemoStream stream, qint64 index) const
{
    const QString lines = to.entity().lineTables().first().entity;
    int n = 0;
    const QList<Record> from = order.lines(order.entity().lineTables().first().entity);
    for (const Record &line : from) {
        Record copy(m_catalog.at(lines), id(stream, index * linesPerDocument + n++));
        for (const char *field : {"item_id", "quantity", "rate", "discount"})
            copy.set(field, line.value(field));
        to.lines(lines).append(copy);
    }
    for (const char *field : {"client_id", "contact_id", "owner_id", "discount_percent", "tax_id"})
        to.set(field, order.value(field));
}

/// Every third order began with one.
std::optional<Document> DemoDocuments::estimate(qint64 index) const
{
    if (index % 3 != 0)
        return std::nullopt;
    const Document order = this->order(index);
    Dice dice = m_world.dice(DemoStream::Estimates, index);
    Document d = make("estimates", DemoStream::Estimates, index);
    copyLines(order, d, DemoStream::EstimateLines, index);
    const QDate made = order.value("order_date").toDate().addDays(-dice.between(2, 20));
    const bool recent = made.daysTo(m_options.today) < 90;
    setValues(d, {{"estimate_date", made},
                  {"valid_until", recent ? m_options.today.addDays(dice.between(-20, 20)) : made.addDays(30)}});
    if (d.head().date("valid_until") < made)
        d.set("valid_until", made);
    if (m_ground.mayConvert && !recent)
        setValues(
            d,
            {{"status", "accepted"}, {"accepted_at", made.addDays(2).startOfDay(Qt::UTC)}, {"order_id", order.id()}});
    else
        d.set("status", dice.chance(60) ? "sent" : dice.chance(50) ? "draft" : "declined");
    return d;
}

/// Of orders that are done; the newest are still drafts.
Document DemoDocuments::company() const
{
    const QStringList text = m_world.texts().entry("companies", 0);
    Document d = make("companies", DemoStream::Companies, 0);
    setValues(d, {{"name", text.value(0)},
                  {"legal_name", text.value(1)},
                  {"city", text.value(2)},
                  {"legal_address", text.value(3)},
                  {"signatory", text.value(4)}});
    return d;
}

Document DemoDocuments::companyNumbers() const
{
    Document d = make("number_series", DemoStream::NumberSeries, 0);
    setValues(d, {{"entity", "invoices"},
                  {"company_id", m_ground.company},
                  {"pattern", m_world.texts().entry("companies", 0).value(5)},
                  {"restarts", "year"}});
    return d;
}

std::optional<Document> DemoDocuments::invoice(qint64 index) const
{
    const Document order = this->order(index);
    const IdList done = m_ground.kinds.value("order_statuses").value("done");
    if (!done.contains(order.head().ref("status_id")))
        return std::nullopt;
    Dice dice = m_world.dice(DemoStream::Invoices, index);
    Document d = make("invoices", DemoStream::Invoices, index);
    copyLines(order, d, DemoStream::InvoiceLines, index);
    const QDate shipped = order.value("shipped_date").toDate();
    const QDate billed =
        std::min(m_options.today,
                 (shipped.isValid() ? shipped : order.value("order_date").toDate()).addDays(dice.between(0, 3)));
    setValues(d, {{"bill_date", billed}, {"due_date", billed.addDays(dice.chance(50) ? 14 : 30)}});
    if (m_ground.mayConvert) // what the program alone may say
        d.set("order_id", order.id());
    setProject(d);
    constexpr qint64 invoicesPerCompany = 7;
    if (m_ground.company && index % invoicesPerCompany == 3)
        d.set("our_company_id", m_ground.company);
    if (billed.daysTo(m_options.today) < 28 && dice.chance(10))
        setValues(d, {{"repeat_unit", "month"}, {"repeat_every", 1}});
    if (m_ground.mayConvert && billed.daysTo(m_options.today) > 3 && !dice.chance(3))
        setValues(d, {{"status", "issued"}, {"issued_at", billed.startOfDay(Qt::UTC).addSecs(9 * 3600)}});
    return d;
}

/// Of an invoice as it was stored: most are paid, some in part, some paid more than once, the newest not yet.
std::optional<Document> DemoDocuments::payment(qint64 index, const Record &invoice) const
{
    Dice dice = m_world.dice(DemoStream::Payments, index);
    const QDate due = invoice.date("due_date");
    const qint64 open = invoice.integer("balance");
    const int late = int(due.daysTo(m_options.today));
    if (open <= 0 || !dice.chance(late > 60 ? 96 : late > 0 ? 80 : 35))
        return std::nullopt;
    const qint64 part = dice.chance(12) ? open / 2 : open;
    Document d = make("payments", DemoStream::Payments, index);
    const QDate paid = std::min(m_options.today, due.addDays(-10 + int(dice.below(20))));
    setValues(d, {{"client_id", invoice.value("client_id")},
                  {"owner_id", invoice.value("owner_id")},
                  {"paid_on", std::max(paid, invoice.date("bill_date"))},
                  {"amount", dice.chance(4) ? part + 100'00 : part},
                  {"method_id", pick(dice, "payment_methods")},
                  {"reference", dice.digits(QStringLiteral("########"))}});
    Record line(m_catalog.at("payment_lines"), id(DemoStream::PaymentLines, index));
    line.set("invoice_id", invoice.id());
    line.set("amount", part);
    if (part <= 0)
        return std::nullopt;
    d.lines("payment_lines").append(line);
    return d;
}

/// A few of the invoices that are still due are taken back in part, as soon as somebody issues the draft.
std::optional<Document> DemoDocuments::creditNote(qint64 index, const Record &invoice) const
{
    Dice dice = m_world.dice(DemoStream::CreditNotes, index);
    if (invoice.integer("balance") <= 0 || !dice.chance(10))
        return std::nullopt;
    Document d = make("credit_notes", DemoStream::CreditNotes, index);
    setValues(d, {{"invoice_id", invoice.id()},
                  {"note_date", std::min(m_options.today, invoice.date("bill_date").addDays(dice.between(1, 20)))},
                  {"our_company_id", invoice.value("our_company_id")},
                  {"owner_id", invoice.value("owner_id")}});
    Record line(m_catalog.at("credit_note_lines"), id(DemoStream::CreditNoteLines, index));
    line.set("title", m_world.texts().lines("credits").value(0));
    line.set("rate", std::max<qint64>(1, invoice.integer("balance") / 10));
    line.set("taxable", false);
    d.lines("credit_note_lines").append(line);
    return d;
}

std::optional<Document> DemoDocuments::letter(qint64 index, const Record &invoice) const
{
    const QDate due = invoice.date("due_date");
    if (invoice.integer("balance") <= 0 || !due.isValid() || due > m_options.today)
        return std::nullopt;
    Document d = make("letters", DemoStream::Letters, index);
    const QStringList text = m_world.texts().entry("letters", 0);
    setValues(d,
              {{"subject", text.value(0).arg(invoice.text("number"))},
               {"body", text.value(1).arg(invoice.text("number")).replace(QStringLiteral("\\n"), QStringLiteral("\n"))},
               {"client_id", invoice.value("client_id")},
               {"contact_id", invoice.value("contact_id")},
               {"invoice_id", invoice.id()},
               {"planned_for", std::min(m_options.today, due.addDays(3))}});
    static const QStringList states{QStringLiteral("queued"), QStringLiteral("sent"), QStringLiteral("withdrawn"),
                                    QStringLiteral("queued"), QStringLiteral("failed")};
    d.set("status", states.at(int(index % states.size())));
    if (d.head().text("status") == QLatin1String("sent"))
        d.set("how", QStringLiteral("paper"));
    return d;
}

/// With every tenth client, for a year or without an end.
Document DemoDocuments::contract(qint64 index) const
{
    constexpr qint64 every = 10;
    const qint64 client = index * every;
    Dice dice = m_world.dice(DemoStream::Contracts, index);
    Document d = make("contracts", DemoStream::Contracts, index);
    const QDate made = m_options.today.addDays(-dice.between(5, 500));
    const QStringList titles = m_world.texts().lines("contracts");
    setValues(d, {{"client_id", id(DemoStream::Clients, client)},
                  {"owner_id", ownerOf(client)},
                  {"title", titles.isEmpty() ? QString() : dice.pick(titles)},
                  {"contract_date", made}});
    const bool open = index % 4 == 0;
    if (open)
        setValues(d,
                  {{"status", "sent"}, {"valid_until", std::max(made, m_options.today.addDays(dice.between(-6, 6)))}});
    else if (dice.chance(80))
        d.set("valid_until", made.addDays(365));
    if (!open)
        d.set("status", "accepted");
    const qint64 item = dice.below(m_amounts.items);
    Record line(m_catalog.at("contract_lines"), id(DemoStream::ContractLines, index));
    line.set("item_id", id(DemoStream::Items, item));
    line.set("rate", dice.between(1, 50) * 1'000'00);
    d.lines("contract_lines").append(line);
    if (m_ground.mayConvert)
        sign(d, dice, client, index);
    return d;
}

/// Sent on its day, seen the next; accepted, two of three by hand, and half of those signed by us.
void DemoDocuments::sign(Document &contract, Dice &dice, qint64 client, qint64 index) const
{
    const QDateTime made = contract.head().date("contract_date").startOfDay(Qt::UTC);
    const auto after = [&](int days, int hour) { return made.addDays(days).addSecs(qint64(hour) * 3600); };
    const DemoPerson who = m_world.person(client, 0);
    const QString name = who.first + u' ' + who.last;
    setValues(contract, {{"sent_at", after(0, 10)}, {"seen_at", after(1, 9)}, {"seen_by", name}});
    if (contract.head().text("status") != QLatin1String("accepted"))
        return;
    setValues(contract, {{"accepted_at", after(2, 12)}, {"accepted_by", name}, {"accepted_email", who.email}});
    const bool isTyped = index % 6 == 1 && isTypedName(name);
    if (isTyped || dice.chance(66))
        contract.set("signature", drawingText(isTyped ? Drawing{{}, name} : demoSignature(dice)));
    if (!dice.chance(50))
        return;
    const DemoPerson ours = m_world.staff(0);
    setValues(contract, {{"countersigned_at", after(3, 15)},
                         {"countersigned_by", ours.first + u' ' + ours.last},
                         {"countersignature", drawingText(demoSignature(dice))}});
}

namespace {
constexpr qint64 clientsPerContract = 10; ///< as in contract()
constexpr qint64 depositAmount = 20'000'00;
} // namespace

Document DemoDocuments::deposit(qint64 index) const
{
    const qint64 client = index * clientsPerContract;
    Dice dice = m_world.dice(DemoStream::Deposits, index);
    Document d = make("payments", DemoStream::Deposits, 2 * index);
    setValues(d, {{"client_id", id(DemoStream::Clients, client)},
                  {"owner_id", ownerOf(client)},
                  {"paid_on", m_options.today.addDays(-dice.between(10, 60))},
                  {"amount", depositAmount},
                  {"method_id", pick(dice, "payment_methods")}});
    return d;
}

Document DemoDocuments::refund(qint64 index) const
{
    const qint64 client = index * clientsPerContract;
    Document d = make("payments", DemoStream::Deposits, 2 * index + 1);
    setValues(d, {{"kind", "refund"},
                  {"client_id", id(DemoStream::Clients, client)},
                  {"owner_id", ownerOf(client)},
                  {"paid_on", m_options.today.addDays(-index % 5)},
                  {"amount", depositAmount / 2}});
    Record line(m_catalog.at("refund_lines"), id(DemoStream::RefundLines, index));
    line.set("source_id", id(DemoStream::Deposits, 2 * index));
    line.set("amount", depositAmount / 2);
    d.lines("refund_lines").append(line);
    return d;
}

Document DemoDocuments::project(qint64 index) const
{
    constexpr qint64 clientsPerProject = 5, firstClient = 2, own = 7;
    Dice dice = m_world.dice(DemoStream::Projects, index);
    Document d = make("projects", DemoStream::Projects, index);
    const QStringList titles = m_world.texts().lines("projects");
    const qint64 client = (index * clientsPerProject + firstClient) % m_amounts.clients;
    const char *kinds[] = {"open", "done", "open", "hold", "open", "done", "cancelled"};
    const QDate start = m_options.today.addDays(-dice.between(20, 300));
    setValues(d, {{"title", titles.value(index % titles.size())},
                  {"status_id", pickKind(dice, "project_statuses", kinds[index % std::size(kinds)])},
                  {"owner_id", ownerOf(client)},
                  {"start_date", start},
                  {"deadline", start.addDays(dice.between(30, 400))}});
    if (index % own != own - 1)
        setValues(d, {{"client_id", id(DemoStream::Clients, client)}, {"price", dice.between(5, 90) * 10'000'00}});
    return d;
}

/// What is done for a client with a project belongs to it.
void DemoDocuments::setProject(Document &document) const
{
    if (const Id project = m_ground.projects.value(document.head().ref("client_id")))
        document.set("project_id", project);
}

Document DemoDocuments::priceList() const
{
    Document d = make("price_lists", DemoStream::PriceLists, 0);
    setValues(d, {{"name", m_world.texts().lines("price_lists").value(0)}, {"position", qint64(1)}});
    if (m_world.homeCurrency() != m_catalog.baseCurrency)
        d.set("currency", m_world.homeCurrency());
    return d;
}

Document DemoDocuments::itemPrice(qint64 index) const
{
    const Document item = this->item(index / 2);
    const bool many = index % 2 == 1;
    Document d = make("item_prices", DemoStream::ItemPrices, index);
    setValues(d, {{"price_list_id", id(DemoStream::PriceLists, 0)},
                  {"item_id", item.id()},
                  {"from_quantity", qint64(many ? 10'000 : 0)},
                  {"price", item.head().integer("rate") / 100 * (many ? 88 : 95)}});
    return d;
}

Document DemoDocuments::expense(qint64 index) const
{
    constexpr int days = 400;
    Dice dice = m_world.dice(DemoStream::Expenses, index);
    Document d = make("expenses", DemoStream::Expenses, index);
    const QStringList titles = m_world.texts().lines("expenses");
    setValues(d, {{"title", titles.isEmpty() ? QString() : dice.pick(titles)},
                  {"spent_on", m_options.today.addDays(-dice.below(days))},
                  {"category_id", pick(dice, "expense_categories")},
                  {"amount", dice.between(5, 900) * 100'00}});
    if (index % 10 == 0)
        setValues(
            d, {{"repeat_unit", "month"}, {"repeat_every", 1}, {"spent_on", m_options.today.addDays(-dice.below(28))}});
    if (dice.chance(40)) {
        const qint64 client = clientFor(dice);
        setValues(d, {{"client_id", id(DemoStream::Clients, client)},
                      {"owner_id", ownerOf(client)},
                      {"billable", dice.chance(50)}});
        setProject(d);
    } else {
        d.set("owner_id", ownerOf(dice.below(m_amounts.clients)));
    }
    return d;
}

} // namespace crm
