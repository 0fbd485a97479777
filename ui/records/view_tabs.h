// The views of a list as tabs; a menu beside them saves what is shown as a new view.
#pragma once
#include "ui/records/saved_views.h"
#include <QTabBar>
#include <QWidget>

class QMenu;
class QToolButton;

namespace crm {

/// A tab bar that says how wide a tab would be.
class ViewBar : public QTabBar
{
public:
    using QTabBar::QTabBar;
    int neededWidth(int index) const { return tabSizeHint(index).width(); }
};

class CRM_UI ViewTabs : public QWidget
{
    Q_OBJECT
public:
    ViewTabs(Navigator &navigator, const QString &entity, QWidget *parent);

    SavedViews &views() { return *m_views; }
    QString currentKey() const;
    void setCurrentKey(const QString &key); ///< emits nothing
    /// What the list shows now: marks the tab as changed, and is what is saved.
    void setPresentState(const ViewState &state);
    ViewBar *bar() const { return m_bar; }

Q_SIGNALS:
    void viewChosen(const crm::ListView &view);
    void colorRulesRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void rebuild();
    void showThoseThatFit();
    void refreshMarks();
    void fillMenu();
    void saveAsNew();
    void addSharing(QMenu *menu, const ListView &view);

    Navigator &m_navigator;
    SavedViews *m_views;
    ViewBar *m_bar;
    QToolButton *m_more;
    ViewState m_present;
    QString m_current = QStringLiteral("all");
    QString m_awaited; ///< a stored view that is to be the current one once the views are there
};

} // namespace crm
