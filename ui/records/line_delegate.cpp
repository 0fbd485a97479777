#include "ui/records/line_delegate.h"
#include "ui/records/field_editor.h"
#include "ui/records/line_model.h"
#include "ui/style/tokens.h"
#include <QPainter>

namespace crm {

void LineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const auto *lines = qobject_cast<const LineModel *>(index.model());
    if (!lines || lines->faultAt(index).isEmpty())
        return;
    painter->save();
    painter->setPen(QPen(colors().danger, 1.5));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1.5, -1.5));
    painter->restore();
}

QWidget *LineDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *lines = qobject_cast<const LineModel *>(index.model());
    return lines ? makeCellEditor(lines->fieldAt(index.column()), lines->table(), parent) : nullptr;
}

} // namespace crm
