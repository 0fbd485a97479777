#include "ui/admin/counted_list.h"
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/style_paint.h"
#include "ui/style/text_direction.h"
#include "ui/style/tokens.h"
#include <QPainter>
#include <QStyledItemDelegate>

namespace crm {
namespace {

enum Role { KeyRole = Qt::UserRole + 1, NoteRole, IconRole };

class PlaceDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const bool heading = !(index.flags() & Qt::ItemIsSelectable);
        return {120, rowHeight() + (heading && index.row() > 0 ? space::s : 0)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colors &c = colors();
        const bool heading = !(index.flags() & Qt::ItemIsSelectable);
        const bool chosen = option.state & QStyle::State_Selected;
        QRect r = option.rect.adjusted(space::s, 1, -space::s, -1);
        r.setTop(r.bottom() - rowHeight() + 3); // what is higher has its room above
        painter->save();
        if (chosen)
            paint::roundRect(painter, r, c.accentSoft, {}, radius::medium);
        else if (!heading && (option.state & QStyle::State_MouseOver))
            paint::roundRect(painter, r, c.hover, {}, radius::medium);
        if (option.state & QStyle::State_KeyboardFocusChange && option.state & QStyle::State_HasFocus)
            paint::roundRect(painter, r, {}, c.accentText, radius::medium, 2);
        QRect room = r.adjusted(space::s, 0, -space::s, 0);
        const QString note = index.data(NoteRole).toString(), iconName = index.data(IconRole).toString();
        if (!note.isEmpty()) {
            painter->setFont(fontFor(TextRole::Caption));
            painter->setPen(c.muted);
            drawText(*painter, room, Qt::AlignRight | Qt::AlignVCenter, note);
            room.setRight(room.right() - painter->fontMetrics().horizontalAdvance(note) - space::s);
        }
        if (!iconName.isEmpty()) {
            const int side = scaled(20);
            icon(iconName, chosen ? c.accentText : c.muted)
                .paint(painter,
                       mirrored(*painter, r, QRect(room.left(), room.center().y() - side / 2 + 1, side, side)));
            room.setLeft(room.left() + side + space::s + 2);
        }
        QFont font = fontFor(heading ? TextRole::Caption : chosen ? TextRole::Strong : TextRole::Body);
        if (heading)
            font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(heading ? c.muted : chosen ? c.accentText : c.text);
        drawElided(*painter, mirrored(*painter, r, room), Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
        painter->restore();
    }
};

} // namespace

CountedList::CountedList(QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new PlaceDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setUniformItemSizes(false);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            Q_EMIT keyChosen();
    });
}

void CountedList::addHeading(const QString &text)
{
    auto *item = new QListWidgetItem(text, this);
    item->setFlags(Qt::ItemIsEnabled);
}

QListWidgetItem *CountedList::addPlace(const QString &iconName, const QString &text, const QVariant &key)
{
    auto *item = new QListWidgetItem(text, this);
    item->setData(KeyRole, key);
    item->setData(IconRole, iconName);
    item->setToolTip(text);
    return item;
}

void CountedList::setNote(QListWidgetItem *item, const QString &note)
{
    item->setData(NoteRole, note);
    item->setData(Qt::AccessibleTextRole,
                  note.isEmpty() ? item->text() : QStringLiteral("%1, %2").arg(item->text(), note));
}

QVariant CountedList::keyOf(const QListWidgetItem *item) { return item ? item->data(KeyRole) : QVariant(); }

bool CountedList::setCurrentKey(const QVariant &key)
{
    for (int i = 0; i < count(); ++i) {
        if (item(i)->data(KeyRole) != key || !key.isValid())
            continue;
        setCurrentRow(i);
        return true;
    }
    return false;
}

} // namespace crm
