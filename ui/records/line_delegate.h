// Cells of a line grid: values, faults framed in red, editors in place.
#pragma once
#include "ui/records/editor_delegate.h"

namespace crm {

class CRM_UI LineDelegate : public EditorDelegate
{
    Q_OBJECT
public:
    using EditorDelegate::EditorDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace crm
