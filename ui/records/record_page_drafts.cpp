// What was typed into a record and not saved. A draft of an earlier time is kept until it is taken up or thrown away,
// whatever is typed and saved meanwhile.
#include "core/store/session.h"
#include "ui/records/record_page.h"
#include "ui/shell/navigator.h"
#include "ui/style/widgets.h"

namespace crm {

/// New records that this program has open: their drafts are offered to nobody else.
QSet<Id> &RecordPage::openedNew()
{
    static QSet<Id> ids;
    return ids;
}

void RecordPage::writeDraft()
{
    if (!m_document.isDirty())
        return;
    const Draft typed = Draft::of(m_document.document(), m_catalog->baseCurrency);
    m_drafts.write(m_waiting ? Draft::together(*m_waiting, typed) : typed);
}

/// What was typed here is saved or no longer wanted.
void RecordPage::dropDraft(Id id)
{
    if (m_waiting && m_waiting->id == id)
        m_drafts.write(*m_waiting);
    else
        m_drafts.remove(m_entity, id);
}

std::optional<Draft> RecordPage::waitingDraft() const
{
    if (m_id)
        return m_drafts.find(m_entity, m_id);
    for (const Draft &draft : m_drafts.unsaved(m_entity)) {
        if (!openedNew().contains(draft.id))
            return draft;
    }
    return {};
}

void RecordPage::offerDraft()
{
    if (m_document.isDirty())
        return;
    m_waiting.reset();
    std::optional<Draft> draft = waitingDraft();
    if (!draft || draft->isEmpty())
        return;
    if (m_id) {
        const bool adds = draft->apply(m_document.document(), *m_catalog, m_catalog->baseCurrency).isChanged();
        if (!adds && draft->moved.isEmpty()) // all of it has been saved since
            return m_drafts.remove(m_entity, m_id);
        m_waiting = draft;
    }
    m_banner->show(Banner::Info,
                   tr("There is an unsaved draft from %1.")
                       .arg(navigator().format().locale.toString(draft->at.toLocalTime(), QLocale::ShortFormat)));
    m_banner->setAction(tr("Restore the draft"), [this, found = *draft] { restoreDraft(found); });
    m_banner->setDismissal(tr("Throw the draft away"), [this, id = draft->id] { throwDraftAway(id); });
}

void RecordPage::restoreDraft(Draft draft)
{
    m_waiting.reset();
    m_document.replace(draft.apply(m_document.document(), *m_catalog, m_catalog->baseCurrency));
    writeDraft();
    if (m_id == 0) // it goes on as the draft of this page
        m_drafts.remove(m_entity, draft.id);
    m_banner->hide();
    showHead();
}

void RecordPage::throwDraftAway(Id id)
{
    m_waiting.reset();
    m_drafts.remove(m_entity, id);
    writeDraft(); // of what was typed since
}

} // namespace crm
