#include "ui/style/count_badge.h"
#include "ui/style/scale.h"
#include "ui/style/style_paint.h"
#include <QPainter>

namespace crm {

void paintCountBadge(QPainter *painter, const QRect &button, const QString &count)
{
    QFont font = fontFor(TextRole::Caption);
    font.setPixelSize(scaled(10));
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    const int high = scaled(15), wide = qMax(high, painter->fontMetrics().horizontalAdvance(count) + scaled(7));
    const QRect badge(qMin(button.width() - wide, button.width() / 2 + 1), qMax(0, button.height() / 2 - high - 1),
                      wide, high);
    paint::roundRect(painter, badge, colors().danger, {}, high / 2.0);
    painter->setPen(colors().dark ? colors().window : Qt::white);
    painter->drawText(badge, Qt::AlignCenter, count);
}

} // namespace crm
