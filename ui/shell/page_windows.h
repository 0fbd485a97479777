// Pages that stand in windows of their own, beside the main one: on a second screen, or two records side by side.
//
//     m_windows = new PageWindows(*this);                  // of the main window, which owns the commands
//     m_windows->add(m_tabs->take(index), QCursor::pos()); // as it is, with what is typed
//     connect(m_windows, &PageWindows::returned, m_tabs, &TabArea::add);
//
// The shortcuts of the main window work there too; a command is about activePage(). Thread: the window's.
#pragma once
#include "ui/shell/saved_tab.h"
#include "ui/ui_export.h"
#include <QPointer>
#include <QWidget>
#include <optional>

class QLabel;
class QPushButton;

namespace crm {

class TabPage;
class Toast;

class CRM_UI PageWindow : public QWidget
{
    Q_OBJECT
public:
    explicit PageWindow(TabPage *page); ///< which it owns from then on
    ~PageWindow() override;

    TabPage *page() const { return m_page; } ///< null: it has gone back to the tabs
    Toast &toastPopup() const { return *m_toast; }
    QPushButton *returnButton() const { return m_return; }
    void giveBack();
    void leave(); ///< closes without asking

Q_SIGNALS:
    void returned(crm::TabPage *page);
    void activated();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    QPointer<TabPage> m_page;
    QLabel *m_status;
    QPushButton *m_return;
    Toast *m_toast;
    bool m_leaving = false;
};

class CRM_UI PageWindows : public QObject
{
    Q_OBJECT
public:
    /// @param host the main window: its actions work in all of them
    explicit PageWindows(QWidget &host);
    ~PageWindows() override;

    /// @param at where the pointer let it go, on the screen; nothing: beside the main window
    PageWindow *add(TabPage *page, std::optional<QPoint> at = {});
    QList<PageWindow *> windows() const;
    /// The one that people are in; null: they are in the main window.
    PageWindow *active() const;
    PageWindow *find(const QString &key) const;
    /// Brings the window of that page to the front; false: there is none.
    bool show(const QString &key);
    /// Asks each page with changes; false: one of them stays.
    bool mayCloseAll();
    void closeAll();                         ///< without asking; they go with the next turn of the event loop
    void setInHost() { setActive(nullptr); } ///< people are in the main window, whatever the platform says later

    /// For QSettings: pages with a key, and where they stand.
    QVariant saved() const;
    struct Saved
    {
        QString key;
        QByteArray geometry;
    };
    static QList<Saved> savedOf(const QVariant &setting);

Q_SIGNALS:
    void returned(crm::TabPage *page);
    void activeChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setActive(PageWindow *window);

    QWidget &m_host;
    QList<QPointer<PageWindow>> m_windows;
    QPointer<PageWindow> m_active;
};

} // namespace crm
