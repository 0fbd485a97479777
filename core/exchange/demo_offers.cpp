// The demo's proposals and subscriptions: with every tenth client, in each of their states.
#include "core/exchange/demo_documents.h"
#include <algorithm>

namespace crm {

namespace {
constexpr qint64 every = 10; ///< of the clients
constexpr int linesPerProposal = 4;

void setValues(Document &document, const QVariantMap &values)
{
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        document.set(it.key(), it.value());
}
} // namespace

Document DemoDocuments::proposal(qint64 index) const
{
    const qint64 client = (index * every + 3) % m_amounts.clients;
    Dice dice = m_world.dice(DemoStream::Proposals, index);
    Document d = make("proposals", DemoStream::Proposals, index);
    const QStringList words = m_world.texts().entry("proposals", index % m_world.texts().lines("proposals").size());
    const char *status[] = {"sent", "accepted", "draft", "declined", "sent"};
    const char *state = status[index % std::size(status)];
    const bool isOpen = index % std::size(status) % 2 == 0;
    const QDate made = m_options.today.addDays(-(isOpen ? dice.between(1, 25) : dice.between(40, 300)));
    setValues(d, {{"client_id", id(DemoStream::Clients, client)},
                  {"owner_id", ownerOf(client)},
                  {"title", words.value(0)},
                  {"body", words.value(1).replace(QStringLiteral("\\n"), QStringLiteral("\n"))},
                  {"proposal_date", made},
                  {"valid_until",
                   index % std::size(status) == 0 ? std::max(made, m_options.today.addDays(-1)) : made.addDays(30)},
                  {"status", state}});
    if (isOpen && m_ground.mayConvert && QLatin1String(state) == QLatin1String("sent"))
        d.set("sent_at", made.startOfDay(Qt::UTC).addSecs(10 * 3600));
    if (QLatin1String(state) == QLatin1String("accepted") && m_ground.mayConvert)
        d.set("accepted_at", made.addDays(5).startOfDay(Qt::UTC));
    for (int n = 0, count = int(dice.between(1, 3)); n < count; ++n) {
        Record line(m_catalog.at("proposal_lines"), id(DemoStream::ProposalLines, index * linesPerProposal + n));
        line.set("item_id", id(DemoStream::Items, dice.below(m_amounts.items)));
        line.set("rate", dice.between(1, 50) * 1'000'00);
        d.lines("proposal_lines").append(line);
    }
    return d;
}

/// Their first dates still come: whoever opens the demo has no invoices made behind his back. One has been forgotten
/// for months, and waits for a decision.
Document DemoDocuments::subscription(qint64 index) const
{
    const qint64 client = (index * every + 5) % m_amounts.clients;
    Dice dice = m_world.dice(DemoStream::Subscriptions, index);
    Document d = make("subscriptions", DemoStream::Subscriptions, index);
    const QStringList words =
        m_world.texts().entry("subscriptions", index % m_world.texts().lines("subscriptions").size());
    const char *status[] = {"active", "active", "draft", "paused", "active", "cancelled"};
    const char *state = status[index % std::size(status)];
    setValues(d, {{"client_id", id(DemoStream::Clients, client)},
                  {"owner_id", ownerOf(client)},
                  {"title", words.value(0)},
                  {"first_bill_date", m_options.today.addDays(dice.between(2, 27))},
                  {"repeat_unit", dice.chance(80) ? "month" : "year"},
                  {"issue_at_once", dice.chance(50)},
                  {"status", state}});
    if (dice.chance(30))
        d.set("repeat_times", 12);
    if (index == 1)
        setValues(d, {{"first_bill_date", m_options.today.addDays(-160)}, {"repeat_unit", "month"}});
    if (QLatin1String(state) == QLatin1String("cancelled"))
        d.set("cancel_reason", words.value(1));
    Record line(m_catalog.at("subscription_lines"), id(DemoStream::SubscriptionLines, index));
    line.set("title", words.value(0));
    line.set("rate", dice.between(2, 40) * 1'000'00);
    d.lines("subscription_lines").append(line);
    return d;
}

} // namespace crm
