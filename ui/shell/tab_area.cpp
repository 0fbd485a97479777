#include "ui/shell/tab_area.h"
#include "ui/shell/arrange.h"
#include "ui/style/begins_at.h"
#include "ui/style/icons.h"
#include "ui/style/tokens.h"
#include <QApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace crm {
namespace {
constexpr int longestHistory = 100;
constexpr int tearOutDistance = 40; // how far from the bar a tab is let go to leave it
} // namespace

TabArea::TabArea(Factory factory, QWidget *parent)
    : QWidget(parent)
    , m_factory(std::move(factory))
    , m_bar(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
{
    m_bar->setObjectName(QStringLiteral("tabs"));
    m_bar->setAccessibleName(tr("Open pages"));
    m_bar->setProperty("crmDocumentTabs", true);
    m_bar->setDocumentMode(true);
    m_bar->setExpanding(false);
    m_bar->setMovable(true);
    m_bar->setTabsClosable(true);
    m_bar->setUsesScrollButtons(true);
    m_bar->setElideMode(Qt::ElideRight);
    m_bar->setDrawBase(true);
    m_bar->setContextMenuPolicy(Qt::CustomContextMenu);
    m_bar->installEventFilter(this);
    new TabMover(m_bar);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
    connect(m_bar, &QTabBar::currentChanged, this, &TabArea::showIndex);
    connect(m_bar, &QTabBar::tabMoved, this, &TabArea::moved);
    connect(m_bar, &QTabBar::tabCloseRequested, this, &TabArea::close);
    connect(m_bar, &QWidget::customContextMenuRequested, this, &TabArea::contextMenu);
}

int TabArea::indexOf(const QString &key) const
{
    for (int i = 0; !key.isEmpty() && i < m_tabs.size(); ++i)
        if (m_tabs.at(i).key == key)
            return i;
    return -1;
}

int TabArea::indexOf(const TabPage *page) const
{
    for (int i = 0; i < m_tabs.size(); ++i)
        if (m_tabs.at(i).page == page)
            return i;
    return -1;
}

TabPage *TabArea::open(const QString &key)
{
    if (const int index = indexOf(key); index >= 0) {
        if (m_bar->currentIndex() == index)
            showIndex(index);
        else
            m_bar->setCurrentIndex(index);
        return find(key);
    }
    TabPage *page = m_factory(key);
    if (page)
        add(page);
    return page;
}

void TabArea::add(TabPage *page)
{
    adopt(page);
    const int index = insert({page->key(), page->title(), page->iconName(), page});
    if (m_bar->currentIndex() == index)
        showIndex(index);
    else
        m_bar->setCurrentIndex(index);
}

/// A new tab stands right of the current one, as in a browser.
int TabArea::insert(Tab tab)
{
    const QSignalBlocker quiet(m_bar);
    const int index = m_tabs.isEmpty() ? 0 : m_bar->currentIndex() + 1;
    m_tabs.insert(index, tab);
    m_bar->insertTab(index, icon(tab.icon), QString(tab.title).replace(u'&', QLatin1String("&&")));
    m_bar->setTabToolTip(index, tab.title);
    m_bar->updateGeometry(); // the first one: Qt leaves the bar as low as it was without tabs
    return index;
}

void TabArea::adopt(TabPage *page)
{
    m_stack->addWidget(page);
    connect(page, &TabPage::titleChanged, this, [this, page] { refresh(page); });
    connect(page, &TabPage::closeRequested, this, [this, page] { remove(indexOf(page)); });
    connect(page, &TabPage::statusTextChanged, this, [this, page](const QString &text) {
        if (page == currentPage())
            Q_EMIT statusTextChanged(text);
    });
}

void TabArea::refresh(TabPage *page)
{
    const int index = indexOf(page);
    if (index < 0)
        return;
    Tab &tab = m_tabs[index];
    if (m_place >= 0 && m_history.value(m_place) == tab.key)
        m_history[m_place] = page->key(); // a new record has got its name
    tab = {page->key(), page->title(), page->iconName(), page};
    const QString shown = QString(tab.title).replace(u'&', QLatin1String("&&"));
    m_bar->setTabText(index, page->hasUnsavedChanges() ? shown + QStringLiteral(" \u2022") : shown);
    m_bar->setTabToolTip(index, page->hasUnsavedChanges() ? tr("%1 (not saved)").arg(tab.title) : tab.title);
    m_bar->setTabIcon(index, icon(tab.icon));
    if (page == currentPage())
        Q_EMIT currentChanged();
}

TabPage *TabArea::find(const QString &key) const
{
    const int index = indexOf(key);
    return index < 0 ? nullptr : m_tabs.at(index).page;
}

TabPage *TabArea::currentPage() const { return m_tabs.value(m_bar->currentIndex()).page; }

QString TabArea::currentKey() const { return m_tabs.value(m_bar->currentIndex()).key; }

QList<TabPage *> TabArea::pages() const
{
    QList<TabPage *> found;
    for (const Tab &tab : m_tabs)
        if (tab.page)
            found.append(tab.page);
    return found;
}

void TabArea::showIndex(int index)
{
    if (index < 0 || index >= m_tabs.size())
        return;
    if (!m_tabs.at(index).page) {
        TabPage *page = m_factory(m_tabs.at(index).key);
        if (!page) { // what was restored is no longer there
            remove(index);
            return;
        }
        m_tabs[index].page = page;
        adopt(page);
        refresh(page);
    }
    TabPage *page = m_tabs.at(index).page;
    const QWidget *before = page->focusWidget();
    m_stack->setCurrentWidget(page);
    const QWidget *first = before ? nullptr : page->focusWidget(); // Qt has chosen it for want of another one
    remember();
    page->activated();
    if (first && first == page->focusWidget() && BeginsAt::isSaidOf(*page))
        page->setFocus(Qt::OtherFocusReason); // what the page itself wants to begin at
    focusPage();
    Q_EMIT currentChanged();
    Q_EMIT statusTextChanged(page->statusText());
}

void TabArea::focusPage()
{
    TabPage *page = currentPage();
    if (page && !page->isAncestorOf(QApplication::focusWidget()))
        (page->focusWidget() ? page->focusWidget() : page)->setFocus(Qt::OtherFocusReason);
}

void TabArea::moved(int from, int to) { m_tabs.move(from, to); }

void TabArea::close(int index)
{
    const Tab tab = m_tabs.value(index);
    if (index < 0 || index >= m_tabs.size())
        return;
    if (tab.page && !tab.page->mayClose())
        return;
    // mayClose() may have run an event loop: the tab can stand elsewhere now.
    remove(tab.page ? indexOf(tab.page) : indexOf(tab.key));
}

void TabArea::remove(int index)
{
    if (index < 0 || index >= m_tabs.size())
        return;
    const Tab tab = m_tabs.takeAt(index);
    {
        const QSignalBlocker quiet(m_bar);
        m_bar->removeTab(index);
    }
    if (tab.page) {
        m_stack->removeWidget(tab.page);
        tab.page->deleteLater();
    }
    if (m_tabs.isEmpty())
        Q_EMIT lastClosed();
    else
        showIndex(m_bar->currentIndex());
}

TabPage *TabArea::take(int index)
{
    if (index >= 0 && index < m_tabs.size() && !m_tabs.at(index).page) {
        const QString key = m_tabs.at(index).key;
        m_bar->setCurrentIndex(index); // makes the page, or takes away the tab of one that is no longer there
        index = indexOf(key);
    }
    TabPage *page = m_tabs.value(index).page;
    if (!page)
        return nullptr;
    page->disconnect(this);
    m_stack->removeWidget(page);
    page->setParent(nullptr);
    m_tabs[index].page = nullptr; // nothing is left to be deleted
    remove(index);
    return page;
}

bool TabArea::mayCloseAll()
{
    for (TabPage *page : pages()) {
        if (!page->hasUnsavedChanges())
            continue;
        m_bar->setCurrentIndex(indexOf(page));
        if (!page->mayClose())
            return false;
    }
    return true;
}

void TabArea::showNext(int step)
{
    const int n = m_bar->count();
    if (n > 1)
        m_bar->setCurrentIndex(((m_bar->currentIndex() + step) % n + n) % n);
}

void TabArea::remember()
{
    const QString key = currentKey();
    if (m_going || key.isEmpty() || m_history.value(m_place) == key)
        return;
    m_history = m_history.mid(0, m_place + 1);
    m_history.append(key);
    if (m_history.size() > longestHistory)
        m_history.removeFirst();
    m_place = int(m_history.size()) - 1;
}

void TabArea::go(int step)
{
    const QScopedValueRollback going(m_going, true);
    // Pages that cannot be made any more are stepped over.
    for (int place = m_place + step; place >= 0 && place < m_history.size(); place += step) {
        if (!open(m_history.at(place)))
            continue;
        m_place = place;
        return;
    }
}

void TabArea::goBack() { go(-1); }

void TabArea::goForward() { go(1); }

QList<SavedTab> TabArea::saved() const
{
    QList<SavedTab> list;
    for (const Tab &tab : m_tabs)
        if (!tab.key.isEmpty())
            list.append({tab.key, tab.title, tab.icon});
    return list;
}

void TabArea::restore(const QList<SavedTab> &tabs, const QString &key)
{
    {
        const QSignalBlocker quiet(m_bar);
        for (const SavedTab &tab : tabs) {
            if (indexOf(tab.key) >= 0)
                continue;
            const int index = insert({tab.key, tab.title, tab.icon, nullptr});
            m_bar->setCurrentIndex(index);
        }
        m_bar->setCurrentIndex(qMax(0, indexOf(key)));
    }
    if (!m_tabs.isEmpty())
        showIndex(m_bar->currentIndex());
}

bool TabArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_bar && event->type() == QEvent::MouseButtonPress) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        m_pressed = mouse->button() == Qt::LeftButton && m_bar->tabAt(mouse->position().toPoint()) >= 0;
    }
    if (watched == m_bar && event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        // What is dragged is the current tab; the bar puts it back into its row first.
        if (std::exchange(m_pressed, false) && isFarFromTabs(mouse->position().toPoint()))
            QMetaObject::invokeMethod(
                this,
                [this, at = mouse->globalPosition().toPoint()] { Q_EMIT tearOutRequested(m_bar->currentIndex(), at); },
                Qt::QueuedConnection);
        if (mouse->button() == Qt::MiddleButton) {
            close(m_bar->tabAt(mouse->position().toPoint()));
            return true;
        }
    }
    if (watched == m_bar && event->type() == QEvent::ContextMenu &&
        static_cast<QContextMenuEvent *>(event)->reason() == QContextMenuEvent::Keyboard) {
        if (const int index = m_bar->currentIndex(); index >= 0) // not the tab that stands in the middle
            openMenu(index, m_bar->tabRect(index).bottomLeft());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool TabArea::isFarFromTabs(const QPoint &at) const
{
    return !m_bar->rect().adjusted(-tearOutDistance, -tearOutDistance, tearOutDistance, tearOutDistance).contains(at);
}

void TabArea::contextMenu(const QPoint &at)
{
    if (const int index = m_bar->tabAt(at); index >= 0)
        openMenu(index, at);
}

void TabArea::openMenu(int index, const QPoint &at)
{
    QMenu menu;
    QAction *one = menu.addAction(icon(QStringLiteral("close")), tr("Close"));
    QAction *others = menu.addAction(tr("Close the others"));
    QAction *window = menu.addAction(icon(QStringLiteral("external")), tr("Move to a window of its own"));
    QAction *right = menu.addAction(tr("Close those to the right"));
    others->setEnabled(count() > 1);
    right->setEnabled(index + 1 < count());
    const QAction *chosen = menu.exec(m_bar->mapToGlobal(at));
    if (chosen == window)
        Q_EMIT tearOutRequested(index, m_bar->mapToGlobal(at));
    if (chosen == one)
        close(index);
    if (chosen == right || chosen == others)
        for (int i = count() - 1; i > index; --i)
            close(i);
    if (chosen == others)
        for (int i = index - 1; i >= 0; --i)
            close(i);
}

} // namespace crm
