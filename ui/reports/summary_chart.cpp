#include "ui/reports/summary_chart.h"
#include "ui/style/text_direction.h"
#include "ui/style/tokens.h"
#include <QHelpEvent>
#include <QPainter>
#include <algorithm>

namespace crm {

namespace {
using summary_paint::legendHeight;
constexpr int axisHeight = 20;
} // namespace

SummaryChart::SummaryChart(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SummaryChart::show(const QList<SummaryBar> &bars, const SummaryWords &words)
{
    m_bars = bars;
    m_words = words;
    m_top = 1;
    m_bottom = 0;
    for (const SummaryBar &bar : bars) {
        m_top = std::max({m_top, bar.adds, bar.takes, bar.result});
        m_bottom = std::min({m_bottom, bar.adds, bar.takes, bar.result});
    }
    setAccessibleName(tr("Chart"));
    setAccessibleDescription(m_words.spoken(bars));
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
    m_words.showTip(*this, help->globalPos(), m_bars, barAt(help->pos()));
    return true;
}

void SummaryChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    summary_paint::legend(painter, width(), layoutDirection() == Qt::RightToLeft, m_words);
    paintScale(painter);
    for (int i = 0; i < m_bars.size(); ++i)
        paintBar(painter, i);
}

void SummaryChart::paintScale(QPainter &painter) const
{
    painter.setPen(QPen(colors().border, 1));
    for (const qint64 amount : {m_top, qint64(0), m_bottom})
        painter.drawLine(QPointF(0, y(amount)), QPointF(width(), y(amount)));
    painter.setFont(fontFor(TextRole::Caption));
    painter.setPen(colors().muted);
    const QRectF above(0, 0, width(), legendHeight - space::s); // in the row of the legend, where no bar stands
    drawText(painter, above, Qt::AlignVCenter | Qt::AlignRight, m_words.amount ? m_words.amount(m_top) : QString());
}

void SummaryChart::paintBar(QPainter &painter, int index) const
{
    const SummaryBar &bar = m_bars.at(index);
    const double step = double(width()) / double(m_bars.size());
    const double left = layoutDirection() == Qt::RightToLeft ? width() - (index + 1) * step : index * step;
    const double wide = std::min(step * 0.34, 36.0), middle = left + step / 2, zero = y(0);
    const auto rectOf = [&](double from, qint64 amount) {
        return QRectF(QPointF(from, y(amount)), QPointF(from + wide, zero)).normalized();
    };
    painter.fillRect(rectOf(middle - wide, bar.adds), summary_paint::adds());
    summary_paint::takes(painter, rectOf(middle, bar.takes));
    summary_paint::setResultPen(painter);
    painter.drawLine(QPointF(middle - wide, y(bar.result)), QPointF(middle + wide, y(bar.result)));
    painter.setFont(fontFor(TextRole::Caption));
    painter.setPen(colors().muted);
    const QRectF below(left, height() - axisHeight, step, axisHeight);
    const QString title = painter.fontMetrics().elidedText(bar.title, Qt::ElideRight, int(step) - space::xs);
    drawText(painter, below, Qt::AlignCenter, title);
}

} // namespace crm
