#include "ui/admin/see_as.h"
#include "ui/records/people.h"

namespace crm {

namespace {
constexpr int mostPeople = 1000;
}

QString seeAsKey(Id person) { return QStringLiteral("see-as/") + (person ? QString::number(person) : QString()); }

bool maySeeAs(const Session &session) { return session.actor().policy.isAdmin() && !session.isSeeingAs(); }

SeeablePeople::SeeablePeople(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{}

void SeeablePeople::load()
{
    if (!maySeeAs(m_session) || m_request.isRunning())
        return;
    Query query(peopleEntity());
    query.columns = {QStringLiteral("name"), QStringLiteral("login")};
    query.sort = {{QStringLiteral("name"), false}};
    query.filter = Filter::where(QStringLiteral("active"), Op::Equal, true);
    PageAt at;
    at.limit = mostPeople;
    m_request.ask(
        this, m_session.page(query, at),
        [this](const Page &page) {
            m_people.clear();
            const Id own = m_session.actor().userId;
            for (const Row &row : page.rows) {
                const QString name = row.values.value(0).toString(), login = row.values.value(1).toString();
                if (row.id != own)
                    m_people.append({row.id, name.isEmpty() ? login : name, login, {}});
            }
            Q_EMIT arrived();
        },
        [](const Error &error) { qInfo("people: %s", qPrintable(error.sentence())); });
}

} // namespace crm
