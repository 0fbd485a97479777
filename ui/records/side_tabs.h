// What stands beside a record as tabs: by their names, or where these have no room, all by their icons.
//
//     auto *tabs = new SideTabs(page);
//     tabs->addNamed(panel, tr("History"), "history");
//     tabs->addIcon(bell, tr("Reminders"), "bell");
//     tabs->setNumber(bell, 3);
//
// Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QTabWidget>

namespace crm {

class CRM_UI SideTabs : public QTabWidget
{
    Q_OBJECT
public:
    explicit SideTabs(QWidget *parent);

    void addNamed(QWidget *panel, const QString &name, const QString &icon);
    /// By its icon alone, so that the names of the others have room.
    void addIcon(QWidget *panel, const QString &name, const QString &icon);
    /// Beside its icon; 0: none
    void setNumber(QWidget *panel, int number);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void measure();
    void arrange();
    void showNames(bool on);

    int m_needed = -1; ///< width of all of them with their names; -1: not known yet
    bool m_named = true;
};

} // namespace crm
