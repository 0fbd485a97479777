// The related lists of a record as tabs that can be read: those without room stand in a menu beside them, lists with
// rows before empty ones. The arrow keys go through all of them, also those in the menu.
//
//     auto *tabs = new RelatedTabs(page);
//     tabs->addList(new RelatedTab(...), tr("Invoices"));
//     tabs->setCount(0, 12, false);                        // "Invoices (12)"
//
// Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QTabWidget>

class QToolButton;

namespace crm {

class CRM_UI RelatedTabs : public QTabWidget
{
    Q_OBJECT
public:
    explicit RelatedTabs(QWidget *parent);

    void addList(QWidget *list, const QString &name);
    /// @param more there are more than count
    void setCount(int index, qint64 count, bool more);
    QToolButton *moreButton() const { return m_more; } ///< hidden while all of them have room
    QSize minimumSizeHint() const override;            ///< some rows of a list are always seen

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void showThoseThatFit();
    void fillMenu();

    QToolButton *m_more;
};

} // namespace crm
