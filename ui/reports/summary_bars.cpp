#include "ui/reports/summary_bars.h"
#include "ui/style/text_direction.h"
#include "ui/style/tokens.h"
#include <QPainter>
#include <QToolTip>

namespace crm {

QString SummaryWords::tip(const SummaryBar &bar) const
{
    QStringList lines{bar.title, QStringLiteral("%1: %2").arg(adds, amount(bar.adds))};
    if (!takes.isEmpty())
        lines << QStringLiteral("%1: %2").arg(takes, amount(bar.takes));
    return (lines << QStringLiteral("%1: %2").arg(result, amount(bar.result))).join(u'\n');
}

void SummaryWords::showTip(QWidget &on, const QPoint &place, const QList<SummaryBar> &bars, int index) const
{
    if (index >= 0)
        QToolTip::showText(place, tip(bars.at(index)), &on);
}

QString SummaryWords::spoken(const QList<SummaryBar> &bars) const
{
    QStringList out;
    for (const SummaryBar &bar : bars)
        out << QStringLiteral("%1: %2 %3").arg(bar.title, result, amount(bar.result));
    return out.join(QStringLiteral("; "));
}

namespace summary_paint {

QColor adds() { return colors().accent; }

void takes(QPainter &painter, const QRectF &bar)
{
    const QColor color = toneFor(QStringLiteral("orange")).dot;
    painter.fillRect(bar, QBrush(color, Qt::Dense4Pattern));
    painter.setPen(color);
    if (!bar.isEmpty())
        painter.drawRect(bar);
}

void setResultPen(QPainter &painter) { painter.setPen(QPen(colors().text, 2)); }

void legend(QPainter &painter, int width, bool mirrored, const SummaryWords &words)
{
    constexpr int mark = 8;
    painter.setFont(fontFor(TextRole::Caption));
    double x = 0;
    const auto entry = [&](const QString &text, auto paintMark) {
        const double wide = mark + space::xs + painter.fontMetrics().horizontalAdvance(text) + space::l;
        const double left = mirrored ? width - x - mark : x;
        paintMark(QRectF(left, (legendHeight - space::s - mark) / 2.0, mark, mark));
        painter.setPen(colors().muted);
        const QRectF place(mirrored ? left - wide + mark : left + mark + space::xs, 0, wide, legendHeight - space::s);
        drawText(painter, place, Qt::AlignLeft | Qt::AlignVCenter, text);
        x += wide;
    };
    entry(words.adds, [&](const QRectF &r) { painter.fillRect(r, adds()); });
    if (!words.takes.isEmpty())
        entry(words.takes, [&](const QRectF &r) { takes(painter, r); });
    entry(words.result, [&](const QRectF &r) {
        setResultPen(painter);
        painter.drawLine(QPointF(r.left(), r.center().y()), QPointF(r.right(), r.center().y()));
    });
}

} // namespace summary_paint

} // namespace crm
