#include "ui/style/count_badge.h"
#include "ui/style/style_paint.h"
#include <QPainter>

namespace crm {

void paintCountBadge(QPainter *painter, const QRect &button, const QString &count)
{
    QFont font = fontFor(TextRole::Caption);
    font.setPixelSize(10);
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    const int wide = qMax(15, painter->fontMetrics().horizontalAdvance(count) + 7);
    const QRect badge(qMin(button.width() - wide, button.width() / 2 + 1), qMax(0, button.height() / 2 - 16), wide, 15);
    paint::roundRect(painter, badge, colors().danger, {}, 7.5);
    painter->setPen(colors().dark ? colors().window : Qt::white);
    painter->drawText(badge, Qt::AlignCenter, count);
}

} // namespace crm
