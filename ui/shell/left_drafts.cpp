#include "ui/shell/left_drafts.h"
#include "core/access/policy.h"
#include "core/store/session.h"
#include "ui/style/widgets.h"
#include <QSet>

namespace crm {
namespace {
constexpr int mostOpened = 10;
constexpr int daysTold = 30; ///< older ones are still offered where their record is opened

/// What this run of the program has told already: another language or size of type makes the window anew.
QSet<Id> &told()
{
    static QSet<Id> ids;
    return ids;
}
} // namespace

LeftDrafts::LeftDrafts(Navigator &navigator, Banner &banner, QObject *parent)
    : QObject(parent)
    , m_navigator(navigator)
    , m_banner(banner)
    , m_drafts(navigator.session().isSeeingAs() ? QString() : navigator.session().target().key())
{
    m_request.ask(
        this, m_drafts.left(), [this](const QList<Draft> &drafts) { take(drafts); }, [](const Error &) {});
}

void LeftDrafts::take(QList<Draft> drafts)
{
    const auto catalog = m_navigator.session().catalog();
    const Policy policy = m_navigator.session().actor().policy;
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addDays(-daysTold);
    drafts.removeIf([&](const Draft &draft) {
        const Entity *entity = catalog->find(draft.entity);
        return !entity || draft.at < oldest || told().contains(draft.id) ||
               !policy.may(*entity, draft.version == 0 ? Verb::Create : Verb::Update);
    });
    if (drafts.isEmpty() || m_banner.isVisible()) // what it says already is more urgent
        return;
    for (const Draft &draft : std::as_const(drafts))
        told().insert(draft.id);
    m_banner.show(Banner::Info, tr("%n record(s) hold what was typed and never saved.", nullptr, int(drafts.size())));
    m_banner.setAction(tr("Open them"), [this, drafts] {
        m_banner.hide();
        open(drafts);
    });
    m_banner.setDismissal(tr("Later"), [] {});
}

void LeftDrafts::open(const QList<Draft> &drafts)
{
    QStringList begun;
    for (const Draft &draft : drafts.mid(0, mostOpened)) {
        if (draft.version > 0)
            m_navigator.openRecord(draft.entity, draft.id);
        else if (!begun.contains(draft.entity))
            m_navigator.newRecord(draft.entity);
        begun << draft.entity;
    }
}

} // namespace crm
