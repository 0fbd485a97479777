#include "tests/access/attack_judge.h"
#include <cstdio>
#include <stdexcept>

namespace crm::test {

namespace {
constexpr int shownFaults = 200; // of each sort; a broken guard leaks everything
constexpr unsigned syntaxErrors[] = {1064, 1305, 1582, 1630};
} // namespace

void Tally::operator+=(const Tally &other)
{
    const auto add = [](QMap<QByteArray, int> &to, const QMap<QByteArray, int> &from) {
        for (auto it = from.cbegin(); it != from.cend(); ++it)
            to[it.key()] += it.value();
    };
    add(tries, other.tries);
    add(worked, other.worked);
    add(faulty, other.faulty);
    for (auto it = other.ms.cbegin(); it != other.ms.cend(); ++it)
        ms[it.key()] += it.value();
    leaks += other.leaks;
    forbidden += other.forbidden;
    for (auto it = other.faultyExample.cbegin(); it != other.faultyExample.cend(); ++it)
        faultyExample.insert(it.key(), it.value());
}

int Tally::all() const
{
    int n = 0;
    for (auto it = tries.cbegin(); it != tries.cend(); ++it)
        n += it.key().startsWith("place ") ? 0 : it.value(); // these are counted by their effects
    return n;
}

void Tally::print(const char *title) const
{
    std::printf("attack: %s: %d tries, %d leaks, %d forbidden writes\n", title, all(), int(leaks.size()),
                int(forbidden.size()));
    for (auto it = tries.cbegin(); it != tries.cend(); ++it)
        std::printf("attack:   %-28s %7d tries, %6d gave what is allowed, %7.0f ms\n", it.key().constData(), it.value(),
                    worked.value(it.key()), ms.value(it.key()));
    std::fflush(stdout);
}

Judge::Judge(const OfficePlan &plan, const PlannedPerson &person, Raw &raw, QSet<int> visible)
    : m_plan(plan)
    , m_person(person)
    , m_raw(raw)
    , m_visible(std::move(visible))
{}

void Judge::greet()
{
    if (m_greeting.isEmpty())
        return;
    const RawAnswer answer = m_raw.run(m_greeting);
    look("session", m_greeting, answer);
    if (!answer.ok())
        throw std::runtime_error((m_person.login + " has no session: " + answer.errorText).toStdString());
}

RawAnswer Judge::attempt(const QByteArray &kind, const QByteArray &sql)
{
    if (m_raw.hasDied()) {
        m_raw.reopen();
        greet();
    }
    RawAnswer answer = m_raw.run(sql);
    ++m_tally.tries[kind];
    m_tally.ms[kind] += answer.ms;
    look(kind, sql, answer);
    return answer;
}

RawAnswer Judge::mustFail(const QByteArray &kind, const QByteArray &sql)
{
    RawAnswer answer = attempt(kind, sql);
    if (answer.ok())
        forbid(kind, sql.left(300));
    return answer;
}

void Judge::look(const QByteArray &kind, const QByteArray &sql, const RawAnswer &answer)
{
    if (std::find(std::begin(syntaxErrors), std::end(syntaxErrors), answer.error) != std::end(syntaxErrors)) {
        ++m_tally.faulty[kind];
        m_tally.faultyExample.insert(kind, answer.errorText + " in: " + sql.left(400));
    }
    const QSet<int> found = m_plan.secrets().found(answer.text());
    bool allowed = false;
    for (const int n : found) {
        if (m_visible.contains(n)) {
            allowed = true;
            m_seen.insert(n);
        } else if (!sql.contains(Secrets::text(n)) && !sql.contains(Secrets::amount(n)) &&
                   !sql.contains(Secrets::date(n))) { // what one knows already is no secret
            leak(kind, m_plan.secrets().at(n).toString(), sql);
        }
    }
    m_tally.worked[kind] += allowed ? 1 : 0;
}

void Judge::leak(const QByteArray &kind, const QByteArray &what, const QByteArray &sql)
{
    if (m_tally.leaks.size() < shownFaults)
        m_tally.leaks << m_person.login + " learns " + what + " (" + kind + ") by " + sql.left(400);
    if (m_endsAtFirst)
        throw std::runtime_error("a leak was found");
}

void Judge::forbid(const QByteArray &kind, const QByteArray &what)
{
    if (m_tally.forbidden.size() < shownFaults)
        m_tally.forbidden << m_person.login + " may (" + kind + "): " + what;
    if (m_endsAtFirst)
        throw std::runtime_error("a forbidden write was found");
}

} // namespace crm::test
