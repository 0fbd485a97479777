// What stands around the form of a saved record: lists of what points to it, comments, files, reminders, history.
#include "core/model/reminding.h"
#include "core/store/revert.h"
#include "ui/admin/office_settings.h"
#include "ui/records/files_panel.h"
#include "ui/records/history_panel.h"
#include "ui/records/record_form.h"
#include "ui/records/record_page.h"
#include "ui/records/related_tab.h"
#include "ui/records/related_tabs.h"
#include "ui/records/reminders_panel.h"
#include "ui/records/side_tabs.h"
#include "ui/records/thread_panel.h"
#include "ui/shell/navigator.h"
#include "ui/style/tab_order.h"
#include "ui/style/widgets.h"
#include <QTabWidget>
#include <algorithm>

namespace crm {

namespace {
/// Lists of one kind that point here by several fields are told apart by these.
QString nameAmong(const QList<Related> &links, const Related &link)
{
    const QString name = link.entity->many().text();
    const auto isOfSameKind = [&link](const Related &other) { return other.entity == link.entity; };
    const Field *field = link.byContext ? nullptr : link.entity->field(link.field);
    if (!field || std::count_if(links.begin(), links.end(), isOfSameKind) < 2)
        return name;
    return QStringLiteral("%1: %2").arg(name, field->label().text());
}
} // namespace

RelatedTabs *RecordPage::buildRelated()
{
    QList<Related> links = m_catalog->relatedTo(m_entity);
    links.removeIf([this](const Related &link) {
        return link.entity->presentation() != Presentation::List || link.entity->key() == reminding().entity ||
               !navigator().session().actor().policy.may(*link.entity, Verb::Read) ||
               OfficeSettings::isHidden(*link.entity);
    });
    if (links.isEmpty())
        return nullptr;
    auto *tabs = new RelatedTabs(this);
    for (const Related &link : std::as_const(links)) {
        ListOptions options;
        options.embedded = true;
        options.hidden = link.field;
        options.preset.insert(link.field, m_id);
        options.fixed = Filter::where(link.field, Op::Equal, m_id);
        if (link.byContext) {
            options.preset.insert(QStringLiteral("parent_entity"), m_entity);
            options.fixed =
                Filter::all({options.fixed, Filter::where(QStringLiteral("parent_entity"), Op::Equal, m_entity)});
        }
        tabs->addList(new RelatedTab(navigator(), link.entity->key(), options, tabs), nameAmong(links, link));
    }
    const auto fill = [tabs] { qobject_cast<RelatedTab *>(tabs->currentWidget())->panel(); };
    fill();
    connect(tabs, &QTabWidget::currentChanged, this, [this, fill] {
        fill();
        orderTabs(*this);
    });
    return tabs;
}

void RecordPage::countRelated(const QList<RelatedCount> &related)
{
    for (int i = 0; i < m_related->count(); ++i) {
        const auto &tab = *qobject_cast<const RelatedTab *>(m_related->widget(i));
        const auto found = std::find_if(related.begin(), related.end(), [&tab](const RelatedCount &count) {
            return count.entity == tab.entity() && count.field == tab.options().hidden;
        });
        m_related->setCount(i, found == related.end() ? 0 : found->count, found != related.end() && found->more);
    }
}

void RecordPage::addReminders(SideTabs *side, RemindersPanel *panel)
{
    side->addIcon(panel, m_catalog->at(reminding().entity).many().text(), QStringLiteral("bell"));
    connect(panel, &RemindersPanel::loaded, side, [side, panel] { side->setNumber(panel, panel->openCount()); });
    connect(this, &TabPage::titleChanged, panel, [this, panel] { panel->setTitle(title()); });
    panel->load();
}

QWidget *RecordPage::buildSide()
{
    auto *side = new SideTabs(this);
    RemindersPanel *reminders = nullptr;
    const QList<Related> links = m_catalog->relatedTo(m_entity);
    for (const Related &link : links) {
        if (!link.byContext || !navigator().session().actor().policy.may(*link.entity, Verb::Read))
            continue;
        if (link.entity->presentation() == Presentation::Thread) {
            auto *panel = new ThreadPanel(navigator(), link.entity->key(), m_entity, m_id, side);
            side->addNamed(panel, link.entity->many().text(), link.entity->iconName());
            panel->load();
        } else if (link.entity->presentation() == Presentation::Files) {
            auto *panel = new FilesPanel(navigator(), link.entity->key(), m_entity, m_id, side);
            side->addNamed(panel, link.entity->many().text(), link.entity->iconName());
            panel->load();
        } else if (link.entity->key() == reminding().entity && !OfficeSettings::isHidden(*link.entity)) {
            reminders = new RemindersPanel(navigator(), {m_entity, m_id, title()}, side);
        }
    }
    if (reminders)
        addReminders(side, reminders);
    m_history = new HistoryPanel(navigator(), m_entity, m_id, side);
    connect(m_history, &HistoryPanel::backAsked, this, &RecordPage::takeBack);
    side->addNamed(m_history, tr("History"), QStringLiteral("history"));
    side->setMinimumWidth(260);
    return side;
}

/// What the history may offer: what the person could type into the form as well.
void RecordPage::offerBack()
{
    if (!m_opened.mayUpdate || m_opened.isShut())
        return m_history->offerBack({});
    m_history->offerBack([this](const FieldChange &change) {
        const bool isLine = change.field.contains(u'/');
        if (!m_opened.lockReason.isEmpty() && (isLine || !m_opened.openWhileLocked.contains(change.field)))
            return false;
        const Field *field = changedField(*m_catalog, m_entity, change.field);
        if (!field) // a line as a whole
            return change.field.count(u'/') == 1 && m_catalog->find(change.field.section(u'/', 0, 0));
        return !field->isComputed() && navigator().session().actor().policy.edits(*field);
    });
}

/// The values from before these changes, into the form: whether they are saved is for the person to say.
void RecordPage::takeBack(const QList<FieldChange> &changes)
{
    m_form->finishEditing();
    const Document was = m_document.document();
    const Document former = reverted(was, changes, *m_catalog, MovedOn::GoOver);
    if (!was.isChanged() && !former.isChanged()) {
        m_banner->show(Banner::Info, tr("The record is like that already."));
        return m_banner->setDismissal(tr("Close"), [] {});
    }
    for (auto it = m_history->titles().cbegin(); it != m_history->titles().cend(); ++it)
        m_document.addTitle(it.key().first, it.key().second, it.value());
    m_document.replace(former);
    showHead();
    m_banner->show(Banner::Info, tr("The former values are in the form. They hold once you save."));
    m_banner->setAction(tr("Undo"), [this, was] {
        m_document.replace(was);
        m_banner->hide();
        showHead();
    });
    m_banner->setDismissal(tr("Close"), [] {});
}

} // namespace crm
