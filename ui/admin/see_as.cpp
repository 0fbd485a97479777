#include "ui/admin/see_as.h"
#include "ui/records/people.h"
#include "ui/shell/navigator.h"
#include "ui/style/widgets.h"
#include <QMenu>

namespace crm {

namespace {
constexpr int mostPeople = 1000;
}

QString seeAsKey(Id person) { return QStringLiteral("see-as/") + (person ? QString::number(person) : QString()); }

bool maySeeAs(const Session &session) { return session.actor().policy.isAdmin() && !session.isSeeingAs(); }

QPushButton *makeSeeAsButton(Navigator &navigator, std::function<QList<Option>()> people, QWidget *parent)
{
    auto *button = makeButton(SeeablePeople::tr("See as"), QStringLiteral("eye"), ButtonRole::Normal, parent);
    button->setToolTip(SeeablePeople::tr("Shows what somebody with this role sees, and changes nothing. It is noted in "
                                         "the access log."));
    if (!maySeeAs(navigator.session()))
        button->hide();
    auto *menu = new QMenu(button);
    button->setMenu(menu);
    QObject::connect(menu, &QMenu::aboutToShow, menu, [&navigator, menu, people = std::move(people)] {
        menu->clear();
        const QList<Option> all = people();
        for (const Option &person : all) {
            if (person.id != navigator.session().actor().userId)
                menu->addAction(person.title, [&navigator, id = person.id] { navigator.openKey(seeAsKey(id)); });
        }
        if (menu->isEmpty())
            menu->addAction(SeeablePeople::tr("Nobody else has this role"))->setEnabled(false);
    });
    return button;
}

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
