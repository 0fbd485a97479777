// A record page while others work on the same record: what they save comes into the form, who they are stands beside
// it.
#include "core/store/session.h"
#include "core/store/three_way.h"
#include "ui/records/conflict_dialog.h"
#include "ui/records/presence_pill.h"
#include "ui/records/record_form.h"
#include "ui/records/record_page.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/widgets.h"

namespace crm {

namespace {
constexpr int soonMs = 50;          // one save is often several changes
constexpr int afterOwnSaveMs = 500; // its answer is newer than what was heard of meanwhile
} // namespace

void RecordPage::followOthers()
{
    connect(&navigator().session(), &Session::changed, this, &RecordPage::hear);
    m_liveTimer.setSingleShot(true);
    connect(&m_liveTimer, &QTimer::timeout, this, &RecordPage::askForTheirs);
}

void RecordPage::announce()
{
    if (m_id && m_form)
        m_presence->announce({m_entity, m_id, m_document.isDirty()});
}

void RecordPage::hear(const QList<Change> &changes)
{
    if (!m_id || !m_form)
        return;
    for (const Change &change : changes) {
        if (change.entity != m_entity || change.recordId != m_id)
            continue;
        m_changedBy = change.userName;
        m_liveTimer.start(soonMs);
    }
}

void RecordPage::askForTheirs()
{
    if (m_saving.isRunning() || m_request.isRunning())
        return m_liveTimer.start(afterOwnSaveMs);
    m_live.ask(
        this, navigator().session().openRecord(m_entity, m_id),
        [this](const Opened &theirs) {
            if (m_saving.isRunning() || m_request.isRunning())
                m_liveTimer.start(afterOwnSaveMs);
            else
                takeTheirs(theirs);
        },
        [this](const Error &e) {
            if (e.kind() == ErrorKind::NotFound)
                m_banner->show(Banner::Warning, e.sentence());
        });
}

void RecordPage::takeTheirs(const Opened &theirs)
{
    if (theirs.document.head().version() == m_document.loaded().head().version())
        return; // one's own save
    if (!m_document.isDirty()) {
        m_banner->hide();
        return show(theirs);
    }
    const Merged merged = mergeThreeWay(m_document.document(), theirs.document);
    if (!merged.conflicts.isEmpty())
        return offerComparison(theirs, merged.conflicts);
    m_opened = theirs;
    m_saveKey.clear();
    m_document.takeSaved(theirs.document, m_document.loaded());
    completeBody(theirs.related);
    m_banner->show(Banner::Info,
                   tr("%1 has saved this record meanwhile. What is new is in the form already; your changes stay.")
                       .arg(m_changedBy));
    m_banner->setDismissal(tr("Close"), [] {});
    showHead();
}

/// The same field was changed on both sides: nothing moves in the form until the person has looked.
void RecordPage::offerComparison(const Opened &theirs, const QList<FieldConflict> &conflicts)
{
    QStringList names;
    for (const FieldConflict &conflict : conflicts) {
        const Field *field = conflict.line.isEmpty() ? m_document.entity().field(conflict.field) : nullptr;
        const QString name = field ? field->label().text() : tr("lines");
        if (!names.contains(name))
            names << name;
    }
    m_banner->show(Banner::Warning, tr("%1 has saved this record meanwhile and changed what you are changing: %2.")
                                        .arg(m_changedBy, names.join(QStringLiteral(", "))));
    m_banner->setAction(tr("Compare"), [this, theirs] {
        const Merged now = mergeThreeWay(m_document.document(), theirs.document);
        const ConflictError error({}, now.conflicts, theirs.document);
        ConflictDialog dialog(navigator(), error, m_document.document(), this);
        if (Prompts::run(dialog) != QDialog::Accepted)
            return;
        m_banner->hide();
        m_opened = theirs;
        m_saveKey.clear();
        m_document.rebase(dialog.merged(), theirs.document);
    });
}

} // namespace crm
