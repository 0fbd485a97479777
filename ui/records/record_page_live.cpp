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
    if (theirs.askedFor)
        return showSurvivor(theirs);
    if (theirs.document.head().version() == m_document.loaded().head().version())
        return; // one's own save
    if (theirs.document.head().deletedAt().isValid())
        return showTrashed(theirs);
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

/// The tab goes on with the record that there is now; where something has been typed, when the person says so.
void RecordPage::showSurvivor(const Opened &survivor)
{
    const Document &there = survivor.document;
    const auto openIt = [this, entity = m_entity, id = there.id()] { navigator().openRecord(entity, id); };
    if (m_form && m_document.isDirty()) {
        m_banner->show(Banner::Warning,
                       tr("This record was merged into “%1” while you were at it. Your changes are not "
                          "saved yet.")
                           .arg(there.head().title()));
        m_banner->setAction(tr("Open it"), openIt);
        return;
    }
    navigator().toast(tr("The record was merged into “%1”.").arg(there.head().title()));
    settle();
    const auto goThere = [this, openIt] {
        openIt();
        Q_EMIT closeRequested();
    };
    QMetaObject::invokeMethod(this, goThere, Qt::QueuedConnection); // the tab may be about to be shown
}

/// What was typed stays; saving it asks what is to become of the record.
void RecordPage::showTrashed(const Opened &theirs)
{
    const bool dirty = m_document.isDirty();
    if (!dirty) {
        show(theirs);
        m_form->setEditable(false);
    }
    m_banner->show(Banner::Warning,
                   (dirty ? tr("%1 moved it to the trash while you were at it. Your changes are not saved yet.")
                          : tr("%1 has moved this record to the trash."))
                       .arg(m_changedBy));
}

/// Somebody deleted it meanwhile: who, and what now?
void RecordPage::takeTrashed(const TrashedError &error)
{
    const Document trashed = error.trashed();
    m_saving.ask(
        this, navigator().session().history(m_entity, trashed.id()),
        [this, trashed](const QList<Change> &changes) {
            QString who;
            for (qsizetype i = 0; i < changes.size() && who.isEmpty(); ++i) {
                if (changes[i].op == ChangeOp::Delete)
                    who = changes[i].userName;
            }
            askAboutTrashed(trashed, who);
        },
        [this, trashed](const Error &) { askAboutTrashed(trashed, {}); });
}

void RecordPage::askAboutTrashed(const Document &trashed, const QString &who)
{
    const QString title = trashed.head().title();
    const Prompts::Question question{
        tr("“%1” has been deleted").arg(title),
        who.isEmpty() ? tr("It was moved to the trash while you were at it. Your changes are not saved yet.")
                      : tr("%1 moved it to the trash while you were at it. Your changes are not saved yet.").arg(who),
        tr("Restore and save"), tr("Discard my changes")};
    switch (Prompts::ask(this, question)) {
    case Prompts::Yes:
        m_saving.ask(
            this, navigator().session().write([entity = m_entity, id = trashed.id()](Repository &r) {
                return r.restore(entity, {id});
            }),
            [this](const BatchResult &) { saveDocument(); }, [this](const Error &e) { takeFault(e); });
        return;
    case Prompts::No:
        m_draftTimer.stop();
        m_drafts.remove(m_entity, m_document.document().id());
        m_document.load(m_document.loaded());
        Q_EMIT closeRequested();
        return;
    case Prompts::Cancel:
        showHead();
    }
}

} // namespace crm
