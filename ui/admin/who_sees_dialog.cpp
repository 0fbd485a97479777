#include "ui/admin/who_sees_dialog.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/widgets.h"
#include <QTableWidget>
#include <QVBoxLayout>

namespace crm {
namespace {

QString whyText(Seer::Why why)
{
    switch (why) {
    case Seer::All:
        return WhoSeesDialog::tr("The role sees all of them");
    case Seer::Own:
        return WhoSeesDialog::tr("Theirs, or they are on its list");
    case Seer::Team:
        return WhoSeesDialog::tr("It is in a team of theirs");
    case Seer::Private:
        return WhoSeesDialog::tr("Private to them");
    case Seer::Groups:
        return WhoSeesDialog::tr("All within the clients that they may see");
    }
    return {};
}

QString mayText(const Seer &seer)
{
    if (seer.mayUpdate && seer.mayDelete)
        return WhoSeesDialog::tr("See, change, delete");
    if (seer.mayUpdate)
        return WhoSeesDialog::tr("See, change");
    return seer.mayDelete ? WhoSeesDialog::tr("See, delete") : WhoSeesDialog::tr("See");
}

} // namespace

WhoSeesDialog::WhoSeesDialog(Session &session, const QString &entity, Id id, const QString &title, QWidget *parent)
    : OfficeDialog(session, title.isEmpty() ? tr("Who can see this record") : tr("Who can see “%1”").arg(title),
                   {tr("Name"), tr("Role"), tr("Why"), tr("What they may do")}, parent)
{
    auto *text = makeLabel(tr("Fields that are for staff, or need a special right, may still be hidden from some."),
                           TextRole::Body, this, true);
    text->setWordWrap(true);
    body()->insertWidget(1, text);
    m_request.ask(
        this, session.read([entity, id](Repository &r) { return whoSees(r, entity, id); }),
        [this](const QList<Seer> &seers) { fillRows(seers); }, [this](const Error &error) { fail(error); });
}

void WhoSeesDialog::fillRows(const QList<Seer> &seers)
{
    QList<QStringList> rows;
    QList<qint64> ids;
    for (const Seer &seer : seers) {
        rows << QStringList{seer.name, seer.role, whyText(seer.why), mayText(seer)};
        ids << seer.user;
    }
    setRows(rows, ids, tr("Nobody who may sign in sees it."));
}

void askWhoSees(Navigator &navigator, const QString &entity, Id id, const QString &title)
{
    WhoSeesDialog dialog(navigator.session(), entity, id, title, navigator.window());
    Prompts::run(dialog);
}

} // namespace crm
