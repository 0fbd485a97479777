// The tabs of the main window: open, find again, close, go back and forth, restore at the next start.
//
//     TabArea tabs([this](const QString &key) { return makePage(key); });
//     TabPage *page = tabs.open("list/clients");         // brings its tab to the front or makes the page
//     tabs.restore(saved, "list/clients");               // pages are made when their tab is first looked at
//
// Thread: the window's.
#pragma once
#include "ui/shell/page.h"
#include "ui/shell/saved_tab.h"
#include <QTabBar>
#include <functional>

class QStackedWidget;

namespace crm {

class CRM_UI TabArea : public QWidget
{
    Q_OBJECT
public:
    /// Makes the page of a key; null when there is none (no right any more, entity gone).
    using Factory = std::function<TabPage *(const QString &key)>;
    explicit TabArea(Factory factory, QWidget *parent = nullptr);

    /// Null when the factory knows no such page.
    TabPage *open(const QString &key);
    /// Adds a page that was made elsewhere (a new record) and shows it.
    void add(TabPage *page);
    /// The open page of that key; null: none, or its tab has not been looked at yet.
    TabPage *find(const QString &key) const;
    bool isOpen(const QString &key) const { return indexOf(key) >= 0; }
    TabPage *currentPage() const;
    QString currentKey() const;
    QList<TabPage *> pages() const;
    int count() const { return m_bar->count(); }

    void close(int index);
    /// The page without its tab, as it is; null: the tab has not been looked at yet and cannot be made any more.
    TabPage *take(int index);
    int currentIndex() const { return m_bar->currentIndex(); }
    void closeCurrent() { close(m_bar->currentIndex()); }
    /// Asks each page with changes; false: one of them stays.
    bool mayCloseAll();
    void showNext(int step); ///< round and round
    void focusPage();        ///< where one was on the current page, else the page as a whole
    void goBack();
    void goForward();
    bool canGoBack() const { return m_place > 0; }
    bool canGoForward() const { return m_place + 1 < m_history.size(); }

    QList<SavedTab> saved() const;
    void restore(const QList<SavedTab> &tabs, const QString &currentKey);
    QTabBar *bar() const { return m_bar; }

Q_SIGNALS:
    void currentChanged(); ///< another page, or its title, key or state
    void statusTextChanged(const QString &text);
    void lastClosed();
    /// The person wants the tab in a window of its own. @param at where it was let go, on the screen
    void tearOutRequested(int index, const QPoint &at);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Tab
    {
        QString key, title, icon;
        TabPage *page = nullptr; ///< null: restored and not looked at yet
    };
    int indexOf(const QString &key) const;
    int indexOf(const TabPage *page) const;
    int insert(Tab tab);
    void adopt(TabPage *page);
    void refresh(TabPage *page);
    void showIndex(int index);
    void moved(int from, int to);
    void remove(int index);
    void remember();
    void go(int step);
    void contextMenu(const QPoint &at);
    void openMenu(int index, const QPoint &at);
    bool isFarFromTabs(const QPoint &at) const;

    Factory m_factory;
    QTabBar *m_bar;
    QStackedWidget *m_stack;
    QList<Tab> m_tabs;     ///< in the order of the bar
    QStringList m_history; ///< keys looked at
    int m_place = -1;
    bool m_going = false;
    bool m_pressed = false; ///< the left button went down on a tab
};

} // namespace crm
