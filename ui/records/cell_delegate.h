// Draws the cells of a list: pills for statuses, chips for labels, marks for yes and no, bars while a row is loading;
// and edits simple cells in place with the same editors as the form.
#pragma once
#include "ui/records/editor_delegate.h"
#include "ui/records/list_model.h"
#include "ui/ui_export.h"

namespace crm {

class Navigator;

/// A word with the colour that its dictionary gives it.
struct CRM_UI Badge
{
    QString text, tone;
};
/// The badges of a Choice, of a Ref to a dictionary with colours, of Labels; none: the value is shown as text.
/// @param left set to how many there are beyond those that anybody looks at
CRM_UI QList<Badge> badgesOf(const Field &field, const QVariant &value, const QString &title, Session &session,
                             qsizetype *left = nullptr);

class CRM_UI CellDelegate : public EditorDelegate
{
    Q_OBJECT
public:
    explicit CellDelegate(Navigator &navigator, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index, const Field &field) const;
};

} // namespace crm
