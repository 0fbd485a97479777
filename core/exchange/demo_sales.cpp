// The demo's leads: pipelines with stages, deals, what leads were offered, and what was talked about with whom.
#include "core/exchange/demo_documents.h"
#include "core/model/decimal.h"
#include "core/model/format.h"
#include <algorithm>

namespace crm {

namespace {
constexpr int contactsPerClient = 4; ///< ids are kept for so many

/// Two digits, as people guess.
qint64 guessed(qint64 amount)
{
    qint64 step = 1;
    while (amount / step >= 100)
        step *= 10;
    return mulDivRound(amount, 1, step) * step;
}

} // namespace

/// One more than the program brings along, so that there is something to choose from.
Document DemoDocuments::pipeline(int position) const
{
    const QStringList text = m_world.texts().entry("pipelines", 0);
    Document d = make("pipelines", DemoStream::Pipelines, 0);
    d.set("name", text.value(0));
    d.set("color", text.value(1));
    d.set("position", position);
    return d;
}

Document DemoDocuments::stage(qint64 index, int position) const
{
    const QStringList text = m_world.texts().entry("stages", index);
    Document d = make("lead_statuses", DemoStream::Stages, index);
    d.set("name", text.value(0));
    d.set("color", text.value(1));
    d.set("kind", text.value(2));
    d.set("probability", text.value(3).toLongLong());
    d.set("pipeline_id", id(DemoStream::Pipelines, 0));
    d.set("position", position);
    return d;
}

qint64 DemoDocuments::convertedTo(qint64 lead) const
{
    Dice dice = m_world.dice(DemoStream::Leads, -lead - 1);
    // Each converted lead has a client of its own.
    return m_ground.mayConvert && dice.chance(20) ? lead * m_amounts.clients / m_amounts.leads : -1;
}

Document DemoDocuments::lead(qint64 index) const
{
    const qint64 client = convertedTo(index);
    const qint64 company = client >= 0 ? client : m_amounts.clients + index;
    const DemoCompany c = m_world.company(company);
    const DemoPerson p = m_world.person(company, 0);
    Dice dice = m_world.dice(DemoStream::Leads, index);
    Document d = make("leads", DemoStream::Leads, index);
    setCompany(d, c);
    d.set("contact_first_name", p.first);
    d.set("contact_last_name", p.last);
    d.set("contact_job_title", p.job);
    d.set("owner_id", dice.chance(90) || client >= 0 ? ownerOf(company) : 0);
    d.set("source_id", pick(dice, "lead_sources"));
    const QString kind = client >= 0 ? "won" : dice.chance(22) ? "lost" : "open";
    constexpr qint64 thousandRoubles = 100'000;
    d.set("budget", guessed(mulDivRound(dice.between(5, 300) * 10 * thousandRoubles, DemoCompany().rate, c.rate)));
    d.set("labels", QVariant::fromValue(labelsFor(dice, "leads", 20)));
    if (client >= 0)
        d.set("client_id", id(DemoStream::Clients, client));
    setDeal(d, dice, kind);
    return d;
}

IdList DemoDocuments::stagesOf(Id pipeline, const QString &kind) const
{
    const IdList found = m_ground.stages.value(pipeline).value(kind);
    return found.isEmpty() ? m_ground.stages.value(0).value(kind) : found;
}

/// Stage, days and reason; the moments are taken from the program alone.
void DemoDocuments::setDeal(Document &d, Dice &dice, const QString &kind) const
{
    const IdList stages = stagesOf(dice.chance(25) ? id(DemoStream::Pipelines, 0) : 0, kind);
    if (!stages.isEmpty())
        d.set("status_id", dice.pick(stages));
    const int expected = int(dice.between(-15, 80)), stood = int(dice.between(0, 60)), closed = int(dice.below(200));
    const bool open = kind == QLatin1String("open");
    if (open && dice.chance(85))
        d.set("expected_close", m_options.today.addDays(expected));
    d.set("stage_changed_at", at(open ? -stood : -closed, 9));
    if (open && dice.chance(15))
        d.set("probability", dice.between(1, 19) * 5);
    if (!open)
        d.set("closed_at", at(-closed, 9));
    if (kind == QLatin1String("lost"))
        d.set("lost_reason_id", pick(dice, "lost_reasons"));
    if (kind == QLatin1String("won"))
        d.set("converted_at", at(-closed, 9));
}

/// Of every fourth lead at work.
std::optional<Document> DemoDocuments::leadEstimate(qint64 index) const
{
    constexpr qint64 every = 4, lines = 2, linesPerDocument = 8;
    const Document lead = this->lead(index);
    if (index % every != 0 || !isEmptyValue(lead.value("closed_at")))
        return std::nullopt;
    Dice dice = m_world.dice(DemoStream::Estimates, -index - 1);
    Document d = make("estimates", DemoStream::Estimates, m_amounts.orders + index);
    const QDate made = m_options.today.addDays(-dice.between(1, 25));
    d.set("lead_id", lead.id());
    d.set("owner_id", lead.value("owner_id"));
    d.set("estimate_date", made);
    d.set("valid_until", made.addDays(30));
    d.set("status", dice.chance(70) ? "sent" : "draft");
    const DemoCompany company = m_world.company(m_amounts.clients + index);
    for (int n = 0; n < lines; ++n)
        addLine(d, dice, DemoStream::EstimateLines, (m_amounts.orders + index) * linesPerDocument + n, company);
    return d;
}

Document DemoDocuments::activity(qint64 index) const
{
    Dice dice = m_world.dice(DemoStream::Activities, index);
    const QStringList text = m_world.texts().entry("activities", dice.below(1000));
    Document d = make("activities", DemoStream::Activities, index);
    const int day = int(dice.between(-40, 14)), hour = int(dice.between(7, 15));
    const bool done = day < 0 && dice.chance(88);
    d.set("kind", text.value(0));
    d.set("subject", text.value(1));
    d.set("happens_at", at(day, hour));
    d.set("done", done);
    d.set("owner_id", m_ground.owners.isEmpty() ? 0 : dice.pick(m_ground.owners));
    if (text.value(0) != QLatin1String("mail"))
        d.set("duration", dice.between(1, 9) * 10 * 60);
    if (done)
        d.set("outcome", text.value(2));
    if (done && dice.chance(25)) {
        d.set("next_step", dice.pick(m_world.texts().lines("next_steps")));
        d.set("next_date", m_options.today.addDays(dice.between(0, 12)));
    }
    const qint64 what = dice.below(100), lead = dice.below(std::max<qint64>(1, m_amounts.leads));
    const qint64 client = clientFor(dice);
    if (what < 50 && m_amounts.leads > 0 && convertedTo(lead) < 0)
        hangOn(d, "leads", DemoStream::Leads, lead);
    else if (what < 65 && DemoAmounts::contactsOf(m_world, client) > 0)
        hangOn(d, "contacts", DemoStream::Contacts, client * contactsPerClient);
    else
        hangOn(d, "clients", DemoStream::Clients, client);
    return d;
}

Document DemoDocuments::reminder(qint64 index, Id owner) const
{
    Dice dice = m_world.dice(DemoStream::Reminders, index);
    Document d = make("reminders", DemoStream::Reminders, index);
    const qint64 last = m_world.texts().lines("reminders").size() - 1;
    d.set("title", m_world.texts().entry("reminders", index).first());
    d.set("owner_id", owner);
    d.set("done", index == last);
    d.set("remind_at", at(index == last ? -2 : int(index) - 1, int(dice.between(7, 15))));
    const qint64 client = clientFor(dice);
    if (index % 3 == 1 && m_amounts.orders > 0)
        hangOn(d, "orders", DemoStream::Orders, dice.below(m_amounts.orders));
    else if (index % 3 != 2)
        hangOn(d, "clients", DemoStream::Clients, client);
    return d;
}

} // namespace crm
