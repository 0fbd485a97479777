#include "ui/reports/summary_chart.h"
#include "ui/style/tokens.h"
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace crm {

namespace {
constexpr int legendHeight = 24, axisHeight = 20, mark = 8;

QColor addsColor() { return colors().accent; }
QColor takesColor() { return toneFor(QStringLiteral("orange")).dot; }
} // namespace

SummaryChart::SummaryChart(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SummaryChart::show(const QList<Bar> &bars, const QString &adds, const QString &takes, const QString &result,
                        std::function<QString(qint64)> words)
{
    m_bars = bars;
    m_adds = adds;
    m_takes = takes;
    m_result = result;
    m_words = std::move(words);
    m_top = 1;
    m_bottom = 0;
    QStringList spoken;
    for (const Bar &bar : bars) {
        m_top = std::max({m_top, bar.adds, bar.takes, bar.result});
        m_bottom = std::min({m_bottom, bar.adds, bar.takes, bar.result});
        spoken << QStringLiteral("%1: %2 %3").arg(bar.title, m_result, m_words(bar.result));
    }
    setAccessibleName(tr("Chart"));
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    QWidget::setVisible(!bars.isEmpty());
    update();
}

QRectF SummaryChart::plot() const { return QRectF(rect()).adjusted(0, legendHeight, 0, -axisHeight); }

double SummaryChart::y(qint64 amount) const
{
    const QRectF area = plot();
    const double span = double(m_top) - double(m_bottom);
    return area.bottom() - (double(amount) - double(m_bottom)) / span * area.height();
}

int SummaryChart::barAt(const QPoint &place) const
{
    if (m_bars.isEmpty() || width() == 0)
        return -1;
    const int x = layoutDirection() == Qt::RightToLeft ? width() - place.x() : place.x();
    return std::clamp<int>(int(x * m_bars.size() / width()), 0, int(m_bars.size()) - 1);
}

bool SummaryChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto *help = static_cast<QHelpEvent *>(event);
    const int index = barAt(help->pos());
    if (index < 0)
        return true;
    const Bar &bar = m_bars.at(index);
    QToolTip::showText(
        help->globalPos(),
        QStringLiteral("%1\n%2: %3\n%4: %5\n%6: %7")
            .arg(bar.title, m_adds, m_words(bar.adds), m_takes, m_words(bar.takes), m_result, m_words(bar.result)),
        this);
    return true;
}

void SummaryChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLegend(painter);
    paintScale(painter);
    for (int i = 0; i < m_bars.size(); ++i)
        paintBar(painter, i);
}

void SummaryChart::paintLegend(QPainter &painter) const
{
    painter.setFont(fontFor(TextRole::Caption));
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    double x = 0;
    const auto entry = [&](const QString &text, auto paintMark) {
        const double wide = mark + space::xs + painter.fontMetrics().horizontalAdvance(text) + space::l;
        const double left = mirrored ? width() - x - mark : x;
        paintMark(QRectF(left, (legendHeight - space::s - mark) / 2.0, mark, mark));
        painter.setPen(colors().muted);
        const QRectF place(mirrored ? left - wide + mark : left + mark + space::xs, 0, wide, legendHeight - space::s);
        painter.drawText(place, (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, text);
        x += wide;
    };
    entry(m_adds, [&](const QRectF &r) { painter.fillRect(r, addsColor()); });
    if (!m_takes.isEmpty())
        entry(m_takes, [&](const QRectF &r) {
            painter.fillRect(r, QBrush(takesColor(), Qt::Dense4Pattern));
            painter.setPen(takesColor());
            painter.drawRect(r);
        });
    entry(m_result, [&](const QRectF &r) {
        painter.setPen(QPen(colors().text, 2));
        painter.drawLine(QPointF(r.left(), r.center().y()), QPointF(r.right(), r.center().y()));
    });
}

void SummaryChart::paintScale(QPainter &painter) const
{
    painter.setPen(QPen(colors().border, 1));
    for (const qint64 amount : {m_top, qint64(0), m_bottom})
        painter.drawLine(QPointF(0, y(amount)), QPointF(width(), y(amount)));
    painter.setFont(fontFor(TextRole::Caption));
    painter.setPen(colors().muted);
    const QRectF above(0, 0, width(), legendHeight - space::s); // in the row of the legend, where no bar stands
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.drawText(above, Qt::AlignVCenter | (mirrored ? Qt::AlignLeft : Qt::AlignRight),
                     m_words ? m_words(m_top) : QString());
}

void SummaryChart::paintBar(QPainter &painter, int index) const
{
    const Bar &bar = m_bars.at(index);
    const double step = double(width()) / double(m_bars.size());
    const double left = layoutDirection() == Qt::RightToLeft ? width() - (index + 1) * step : index * step;
    const double wide = std::min(step * 0.34, 36.0), middle = left + step / 2, zero = y(0);
    const auto rectOf = [&](double from, qint64 amount) {
        return QRectF(QPointF(from, y(amount)), QPointF(from + wide, zero)).normalized();
    };
    painter.fillRect(rectOf(middle - wide, bar.adds), addsColor());
    const QRectF takes = rectOf(middle, bar.takes);
    painter.fillRect(takes, QBrush(takesColor(), Qt::Dense4Pattern));
    painter.setPen(takesColor());
    if (bar.takes != 0)
        painter.drawRect(takes);
    painter.setPen(QPen(colors().text, 2));
    painter.drawLine(QPointF(middle - wide, y(bar.result)), QPointF(middle + wide, y(bar.result)));
    painter.setFont(fontFor(TextRole::Caption));
    painter.setPen(colors().muted);
    const QRectF below(left, height() - axisHeight, step, axisHeight);
    const QString title = painter.fontMetrics().elidedText(bar.title, Qt::ElideRight, int(step) - space::xs);
    painter.drawText(below, Qt::AlignCenter, title);
}

} // namespace crm
