#include "ui/records/view_tabs.h"
#include "core/store/session.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/icons.h"
#include "ui/style/widgets.h"
#include <QHBoxLayout>
#include <QMenu>
#include <QTabBar>

namespace crm {

ViewTabs::ViewTabs(Navigator &navigator, const QString &entity, QWidget *parent)
    : QWidget(parent)
    , m_navigator(navigator)
    , m_views(new SavedViews(navigator, entity, this))
    , m_bar(new ViewBar(this))
    , m_more(makeIconButton(QStringLiteral("more"), tr("Views"), this))
{
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->setUsesScrollButtons(false);
    m_bar->setElideMode(Qt::ElideNone);
    m_bar->setAccessibleName(tr("Views"));
    m_bar->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    row->addWidget(m_bar, 1);
    row->addWidget(m_more);
    rebuild();
    connect(m_views, &SavedViews::changed, this, &ViewTabs::rebuild);
    connect(m_views, &SavedViews::stored, this, &ViewTabs::setCurrentKey);
    connect(m_more->menu(), &QMenu::aboutToShow, this, &ViewTabs::fillMenu);
    connect(m_bar, &QTabBar::tabBarClicked, this, [this](int at) {
        if (at == m_bar->currentIndex()) // again: back to the view as it was saved
            if (const ListView *view = m_views->find(m_bar->tabData(at).toString()))
                Q_EMIT viewChosen(ListView(*view));
    });
    connect(m_bar, &QTabBar::currentChanged, this, [this](int at) {
        m_current = m_bar->tabData(at).toString();
        m_awaited.clear();
        showThoseThatFit();
        if (const ListView *view = m_views->find(m_current))
            Q_EMIT viewChosen(ListView(*view));
    });
}

QString ViewTabs::currentKey() const { return m_awaited.isEmpty() ? m_current : m_awaited; }

void ViewTabs::setCurrentKey(const QString &key)
{
    const bool known = m_views->find(key);
    m_current = known ? key : QStringLiteral("all");
    m_awaited = known || m_views->isLoaded() ? QString() : key;
    rebuild();
}

void ViewTabs::setPresentState(const ViewState &state)
{
    m_present = state;
    refreshMarks();
}

void ViewTabs::rebuild()
{
    if (m_views->isLoaded() && m_views->find(m_awaited))
        m_current = m_awaited;
    if (m_views->isLoaded())
        m_awaited.clear();
    const QSignalBlocker quiet(m_bar);
    while (m_bar->count() > 0)
        m_bar->removeTab(0);
    for (const ListView &view : m_views->all()) {
        const int at = m_bar->addTab(view.name);
        m_bar->setTabData(at, view.key);
        if (view.key == m_current)
            m_bar->setCurrentIndex(at);
    }
    refreshMarks();
}

void ViewTabs::refreshMarks()
{
    for (int i = 0; i < m_bar->count(); ++i) {
        const ListView *view = m_views->find(m_bar->tabData(i).toString());
        if (!view)
            continue;
        ViewState shown = m_present;
        if (view->state.columns.isEmpty())
            shown.columns.clear();
        if (view->state.sort.isEmpty())
            shown.sort.clear();
        const bool differs = view->key == m_current && !(shown == view->state);
        m_bar->setTabText(i, differs ? view->name + QStringLiteral(" *") : view->name);
        m_bar->setTabToolTip(i, differs ? tr("What is shown differs from the view. Click it to come back to it.")
                                        : view->name);
    }
    showThoseThatFit();
}

void ViewTabs::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showThoseThatFit();
}

/// Views without room stand in the menu; the current one always has room. Qt 6.4 forgets that tabs have to be laid out
/// anew when one is told to be as visible as it is.
void ViewTabs::showThoseThatFit()
{
    const auto setVisible = [this](int index, bool on) {
        if (m_bar->isTabVisible(index) != on)
            m_bar->setTabVisible(index, on);
    };
    const int current = m_bar->currentIndex();
    int room = width() - m_more->sizeHint().width() - space::xs;
    if (current >= 0)
        room -= m_bar->neededWidth(current);
    bool full = false;
    for (int i = 0; i < m_bar->count(); ++i) {
        if (i == current)
            continue;
        room -= m_bar->neededWidth(i);
        full = full || room < 0;
        setVisible(i, !full);
    }
    if (current >= 0)
        setVisible(current, true);
}

void ViewTabs::fillMenu()
{
    QMenu *menu = m_more->menu();
    menu->clear();
    for (int i = 0; i < m_bar->count(); ++i) {
        if (!m_bar->isTabVisible(i))
            menu->addAction(m_bar->tabText(i), this, [this, i] { m_bar->setCurrentIndex(i); });
    }
    if (!menu->isEmpty())
        menu->addSeparator();
    const ListView *view = m_views->find(m_current);
    if (view && m_bar->tabText(m_bar->currentIndex()) != view->name) // as a click on the tab does
        menu->addAction(icon(QStringLiteral("undo")), tr("Back to the view as it was saved"), this,
                        [this, back = ListView(*view)] { Q_EMIT viewChosen(back); });
    QAction *add =
        menu->addAction(icon(QStringLiteral("plus")), tr("Save as a new view..."), this, &ViewTabs::saveAsNew);
    add->setEnabled(m_views->canSave());
    const bool mine = view && view->id != 0 && view->mine;
    QAction *update = menu->addAction(icon(QStringLiteral("save")), tr("Save the changes of this view"), this,
                                      [this, id = view ? view->id : 0] { m_views->update(id, m_present); });
    QAction *remove =
        menu->addAction(icon(QStringLiteral("trash")), tr("Delete this view"), this, [this, id = view ? view->id : 0] {
            m_views->remove(id);
            m_bar->setCurrentIndex(0);
        });
    update->setEnabled(mine);
    remove->setEnabled(mine);
    if (view && view->id != 0 && (view->mine || m_views->isAdmin()))
        addSharing(menu, *view);
    menu->addSeparator();
    menu->addAction(icon(QStringLiteral("palette")), tr("Colour rows by rules..."), this,
                    &ViewTabs::colorRulesRequested);
}

/// For whom the view is: its owner alone, everybody, everybody of a role as what they see first.
void ViewTabs::addSharing(QMenu *menu, const ListView &view)
{
    menu->addAction(icon(QStringLiteral("edit")), tr("Rename this view..."), this, [this, view] {
        const auto name = Prompts::text(this, tr("Rename the view"), tr("Name of the view"), view.name);
        if (name && !name->trimmed().isEmpty())
            m_views->rename(view.id, name->trimmed());
    });
    QAction *share =
        menu->addAction(tr("Everybody sees this view"), this, [this, view](bool on) { m_views->share(view.id, on); });
    share->setCheckable(true);
    share->setChecked(view.shared);
    if (!m_views->isAdmin())
        return;
    QMenu *roles = menu->addMenu(icon(QStringLiteral("eye")), tr("What people of a role see first"));
    const QList<Option> known = m_navigator.session().dictionary(m_views->roleEntity());
    for (const Option &role : known) {
        QAction *action = roles->addAction(
            role.title, this, [this, view, id = role.id](bool on) { m_views->makeDefault(view.id, on ? id : 0); });
        action->setCheckable(true);
        action->setChecked(view.roleId == role.id);
    }
    roles->setEnabled(!known.isEmpty());
}

void ViewTabs::saveAsNew()
{
    const auto name = Prompts::text(this, tr("New view"), tr("Name of the view"));
    if (name && !name->trimmed().isEmpty())
        m_views->save(name->trimmed(), m_present, false);
}

} // namespace crm
