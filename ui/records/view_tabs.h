// The views of a list as tabs; a menu beside them saves what is shown as a new view.
#pragma once
#include "ui/records/saved_views.h"
#include <QWidget>

class QTabBar;
class QToolButton;

namespace crm {

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
    QTabBar *bar() const { return m_bar; }

Q_SIGNALS:
    void viewChosen(const crm::ListView &view);

private:
    void rebuild();
    void refreshMarks();
    void fillMenu();
    void saveAsNew();

    SavedViews *m_views;
    QTabBar *m_bar;
    QToolButton *m_more;
    ViewState m_present;
    QString m_current = QStringLiteral("all");
};

} // namespace crm
