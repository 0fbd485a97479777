// What a person keeps in sight beside the pages: docks at the sides of the window, tabbed, floating on another screen.
// They come back at the next start, also at another computer.
//
//     auto *docks = new Docks(navigator, group, parent);
//     docks->setCentralWidget(pages);
//     docks->add({.key = "changes", .title = tr("Recent changes"), .icon = "history"});
//     docks->restore();
//
// Thread: the window's.
#pragma once
#include "ui/shell/dock_contents.h"
#include <QDockWidget>
#include <QMainWindow>
#include <QTimer>

class QMenu;

namespace crm {

class TabPage;

/// One of them: a slim title line and what it holds.
class CRM_UI Dock : public QDockWidget
{
    Q_OBJECT
public:
    Dock(const DockSpec &spec, QWidget *content, QWidget *parent);
    const DockSpec &spec() const { return m_spec; }
    void setState(const QByteArray &state) { m_spec.state = state; } ///< kept with its place
    bool isInUse() const;                                            ///< the focus is in it

Q_SIGNALS:
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    DockSpec m_spec;
};

class CRM_UI Docks : public QMainWindow
{
    Q_OBJECT
public:
    /// @param settings where QSettings keep them: "window/ab12-7/docks/"
    Docks(Navigator &navigator, QString settings, QWidget *parent);
    ~Docks() override;

    /// Null, and a message, where it may not be seen. One that is there already comes to the front.
    Dock *add(const DockSpec &spec);
    /// One that is not there comes, and the focus goes into it; one that the focus is in goes.
    void toggle(const DockSpec &spec);
    Dock *addPage(TabPage &page); ///< a list as it is looked at now, a record; others: a message
    QList<Dock *> docks() const;
    Dock *current() const; ///< the one that the focus is in; else null
    void fillMenu(QMenu *menu, TabPage *page);

    void focusNext();    ///< from the page to the first dock, from the last back to the page
    void floatCurrent(); ///< out of the window, or back
    void moveCurrent();  ///< to the next side
    void closeCurrent();

    void store();
    void restore(); ///< as QSettings have them; docks that are there already stay

protected:
    void showEvent(QShowEvent *event) override;

private:
    void clear();
    Dock *find(const DockSpec &spec) const;
    void follow(Dock *dock);
    void focusIn(Dock *dock);
    void focusPage();
    void offer(QMenu *menu, const DockSpec &spec);

    Navigator &m_navigator;
    QString m_settings;
    QTimer m_storing;
    QPointer<QWidget> m_page; ///< had the focus before a dock
    bool m_restoring = false, m_wasShown = false;
};

} // namespace crm
