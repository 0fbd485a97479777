#include "ui/records/popup_place.h"
#include "ui/style/tokens.h"
#include <QLayout>
#include <QScreen>
#include <QWidget>

namespace crm {

void popUpBelow(QWidget &popup, const QWidget &anchor)
{
    popup.adjustSize();
    if (const QLayout *layout = popup.layout(); layout && layout->hasHeightForWidth())
        popup.resize(popup.width(), layout->totalHeightForWidth(popup.width())); // its hint is for another width
    const int left = anchor.layoutDirection() == Qt::RightToLeft ? anchor.width() - popup.width() : 0;
    QPoint at = anchor.mapToGlobal(QPoint(left, anchor.height() + space::xs));
    if (const QScreen *screen = anchor.screen()) {
        const QRect free = screen->availableGeometry();
        if (const int above = anchor.mapToGlobal(QPoint()).y() - space::xs - popup.height();
            at.y() + popup.height() > free.bottom() && above >= free.top())
            at.setY(above);
        at.setX(qBound(free.left(), at.x(), qMax(free.left(), free.right() - popup.width())));
        at.setY(qBound(free.top(), at.y(), qMax(free.top(), free.bottom() - popup.height())));
    }
    popup.move(at);
    popup.show();
}

} // namespace crm
