// Buttons beside each other; those without room stand in the menu of a last one, under their own names.
//
//     auto *row = new ButtonRow(tr("What else can be done"), head);
//     row->box()->addWidget(makeButton(tr("Issue"), "check", ButtonRole::Normal, row));
//     row->menu()->addAction(tr("Cancel it"), ...);        // what is never more than an entry
//     row->arrange();                                      // once all are there
//
// The first button with a word stays longest; then those with an icon alone, which need little; then the other words.
// A button may say what else people call it, for who looks for it by words: its stand-in in the menu says the same.
// Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QList>
#include <QStringList>
#include <QWidget>

class QAbstractButton;
class QHBoxLayout;
class QMenu;
class QToolButton;

namespace crm {

class CRM_UI ButtonRow : public QWidget
{
    Q_OBJECT
public:
    /// @param more what the button of the menu says
    ButtonRow(const QString &more, QWidget *parent);

    QHBoxLayout *box() const { return m_box; } ///< in front of the button of the menu
    QMenu *menu() const { return m_menu; }
    QToolButton *moreButton() const { return m_more; }
    void arrange(); ///< after the buttons or entries have become others
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QList<QAbstractButton *> buttons() const;
    int widthOf(const QList<QAbstractButton *> &shown, bool more) const;
    void fillMenu(const QList<QAbstractButton *> &shown);

    QHBoxLayout *m_box;
    QToolButton *m_more;
    QMenu *m_menu;
    QList<QAction *> m_standIns; ///< for buttons without room
};

/// @param doer a button, or an entry of a menu
CRM_UI void setOtherWords(QObject *doer, const QStringList &words);
CRM_UI QStringList otherWords(const QObject *doer);

} // namespace crm
