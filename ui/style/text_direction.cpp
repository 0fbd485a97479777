#include "ui/style/text_direction.h"
#include <QGuiApplication>
#include <QPainter>
#include <QStringList>
#include <QStyle>

namespace crm {

Qt::LayoutDirection directionOf(const QString &text)
{
    return text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
}

int textFlags(int flags, Qt::LayoutDirection layout, const QString &text)
{
    const Qt::Alignment seen = QStyle::visualAlignment(layout, Qt::Alignment(flags & Qt::AlignHorizontal_Mask));
    const int others = flags & ~(Qt::AlignHorizontal_Mask | Qt::TextForceLeftToRight | Qt::TextForceRightToLeft);
    const bool isMirrored = directionOf(text) == Qt::RightToLeft;
    return others | int(seen) | Qt::AlignAbsolute | (isMirrored ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight);
}

void drawText(QPainter &painter, const QRectF &rect, int flags, const QString &text)
{
    painter.drawText(rect, textFlags(flags, painter.layoutDirection(), text), text);
}

void drawElided(QPainter &painter, const QRect &rect, int flags, const QString &text, Qt::TextElideMode mode)
{
    const int mnemonic = flags & Qt::TextShowMnemonic;
    const int room = rect.width() + (mnemonic ? 2 : 0); // names of buttons are measured as tightly as that
    drawText(painter, rect, flags, painter.fontMetrics().elidedText(text, mode, room, mnemonic));
}

QString isolated(const QString &text)
{
    if (text.isEmpty() || directionOf(text) == QGuiApplication::layoutDirection())
        return text;
    QStringList lines = text.split(u'\n');
    for (QString &line : lines) {
        if (!line.isEmpty())
            line = QChar(0x2068) + line + QChar(0x2069); // first strong isolate, pop directional isolate
    }
    return lines.join(u'\n');
}

QRect mirrored(const QPainter &painter, const QRect &area, const QRect &rect)
{
    return QStyle::visualRect(painter.layoutDirection(), area, rect);
}

} // namespace crm
