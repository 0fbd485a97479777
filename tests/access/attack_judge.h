// One person attacks through one connection; everything that comes back is looked through for secrets that the policy
// keeps from them. Tries are counted by kind, leaks and forbidden writes are gathered, not asserted: tests of the
// attack itself want to see them.
#pragma once
#include "tests/access/attack_plan.h"
#include "tests/access/attack_raw.h"
#include <QMap>

namespace crm::test {

/// What came of a number of tries.
struct Tally
{
    QMap<QByteArray, int> tries;     ///< by kind
    QMap<QByteArray, int> worked;    ///< by kind: gave secrets that the person may see
    QMap<QByteArray, int> faulty;    ///< by kind: no statement of SQL at all, so nothing was tried
    QMap<QByteArray, double> ms;     ///< by kind
    QByteArrayList leaks, forbidden; ///< in words
    QMap<QByteArray, QByteArray> faultyExample;
    void operator+=(const Tally &other);
    int all() const;
    /// "reading: 1200 tries (300 gave what is allowed)" ... on the standard output, for the log of the tests.
    void print(const char *title) const;
};

class Judge
{
public:
    Judge(const OfficePlan &plan, const PlannedPerson &person, Raw &raw, QSet<int> visible);

    const OfficePlan &plan() const { return m_plan; }
    const PlannedPerson &person() const { return m_person; }
    Raw &raw() { return m_raw; }
    Tally &tally() { return m_tally; }
    const QSet<int> &seen() const { return m_seen; }
    bool mayKnow(int secret) const { return m_visible.contains(secret); }

    /// Runs it and looks through what comes back. Reconnects (with a session, if there was one) when it was thrown out.
    RawAnswer attempt(const QByteArray &kind, const QByteArray &sql);
    /// As attempt(); a statement that does not fail is a forbidden write.
    RawAnswer mustFail(const QByteArray &kind, const QByteArray &sql);
    void look(const QByteArray &kind, const QByteArray &sql, const RawAnswer &answer);
    void leak(const QByteArray &kind, const QByteArray &what, const QByteArray &sql);
    void forbid(const QByteArray &kind, const QByteArray &what);
    /// Statements that begin a session, for every new connection.
    void setGreeting(const QByteArray &sql) { m_greeting = sql; }
    void greet();
    /// From now on the first finding ends the attack: it throws std::runtime_error once it has been noted.
    void endAtFirst(bool on = true) { m_endsAtFirst = on; }

private:
    const OfficePlan &m_plan;
    const PlannedPerson &m_person;
    Raw &m_raw;
    QSet<int> m_visible, m_seen;
    QByteArray m_greeting;
    Tally m_tally;
    bool m_endsAtFirst = false;
};

} // namespace crm::test
