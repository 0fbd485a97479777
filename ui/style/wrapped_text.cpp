#include "ui/style/wrapped_text.h"
#include "ui/style/text_direction.h"
#include <QPainter>
#include <QTextLayout>

namespace crm {

int paintWrapped(QPainter &painter, const QRect &rect, const QString &text, int mostLines)
{
    const QFontMetrics metrics = painter.fontMetrics();
    QTextLayout layout(text, painter.font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    int lines = 0;
    for (; lines < mostLines; ++lines) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(rect.width());
        const bool isLast = lines + 1 == mostLines;
        const QString shown = isLast ? metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, rect.width())
                                     : text.mid(line.textStart(), line.textLength());
        const QRect place(rect.left(), rect.top() + lines * metrics.height(), rect.width(), metrics.height());
        drawText(painter, place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown.trimmed());
    }
    layout.endLayout();
    return lines * metrics.height();
}

} // namespace crm
