#include "ui/reports/named_bars.h"
#include "ui/style/text_direction.h"
#include "ui/style/tokens.h"
#include <QHelpEvent>
#include <QPainter>
#include <algorithm>

namespace crm {

namespace {
constexpr int barRow = 24, largest = 6, thick = 8;
constexpr double namePart = 0.26, amountPart = 0.16; // of the width; the bars have the rest

qint64 sizeOf(const SummaryBar &bar)
{
    return std::max({std::abs(bar.adds), std::abs(bar.takes), std::abs(bar.result)});
}
} // namespace

NamedBars::NamedBars(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setAccessibleName(tr("Chart"));
}

void NamedBars::show(const QList<SummaryBar> &rows, const SummaryWords &words)
{
    m_words = words;
    m_bars = rows.size() < 2 ? QList<SummaryBar>() : rows;
    std::stable_sort(m_bars.begin(), m_bars.end(),
                     [](const SummaryBar &a, const SummaryBar &b) { return sizeOf(a) > sizeOf(b); });
    if (m_bars.size() > largest + 1) { // one alone is no "others"
        SummaryBar others;
        for (const SummaryBar &bar : m_bars.mid(largest)) {
            others.adds += bar.adds;
            others.takes += bar.takes;
            others.result += bar.result;
        }
        others.title = tr("Others: %n", "what is left of a chart", int(m_bars.size() - largest));
        m_bars = m_bars.mid(0, largest) << others;
    }
    m_most = 1;
    m_least = 0;
    for (const SummaryBar &bar : std::as_const(m_bars)) {
        m_most = std::max({m_most, bar.adds, bar.takes, bar.result});
        m_least = std::min({m_least, bar.adds, bar.takes, bar.result});
    }
    setAccessibleDescription(m_bars.isEmpty() ? QString() : m_words.spoken(m_bars));
    QWidget::setVisible(!m_bars.isEmpty());
    updateGeometry();
    update();
}

QSize NamedBars::sizeHint() const { return {600, summary_paint::legendHeight + barRow * int(m_bars.size())}; }

QRect NamedBars::placeOf(int bar) const { return {0, summary_paint::legendHeight + bar * barRow, width(), barRow}; }

int NamedBars::barAt(const QPoint &place) const
{
    const int y = place.y() - summary_paint::legendHeight;
    const int index = y < 0 ? -1 : y / barRow;
    return index < m_bars.size() ? index : -1;
}

/// From left to right; mirrored() turns what is painted.
double NamedBars::x(qint64 amount) const
{
    const double from = width() * namePart, wide = width() * (1 - namePart - amountPart) - 2 * space::s;
    return from + space::s + (double(amount) - double(m_least)) / (double(m_most) - double(m_least)) * wide;
}

QRectF NamedBars::mirrored(const QRectF &place) const
{
    return layoutDirection() == Qt::RightToLeft
               ? QRectF(width() - place.right(), place.top(), place.width(), place.height())
               : place;
}

bool NamedBars::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto *help = static_cast<QHelpEvent *>(event);
    m_words.showTip(*this, help->globalPos(), m_bars, barAt(help->pos()));
    return true;
}

void NamedBars::mouseMoveEvent(QMouseEvent *event)
{
    const int index = barAt(event->pos());
    setCursor(index >= 0 && m_bars.at(index).row >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void NamedBars::mouseReleaseEvent(QMouseEvent *event)
{
    const int index = barAt(event->pos());
    if (event->button() == Qt::LeftButton && index >= 0 && m_bars.at(index).row >= 0)
        Q_EMIT chosen(m_bars.at(index).row);
}

void NamedBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    summary_paint::legend(painter, width(), layoutDirection() == Qt::RightToLeft, m_words);
    for (int i = 0; i < m_bars.size(); ++i)
        paintBar(painter, i);
    painter.setPen(QPen(colors().border, 1));
    const QRectF zero = mirrored({x(0), double(summary_paint::legendHeight), 0, double(barRow * m_bars.size())});
    painter.drawLine(zero.topLeft(), zero.bottomLeft());
}

void NamedBars::paintBar(QPainter &painter, int index) const
{
    const SummaryBar &bar = m_bars.at(index);
    const QRectF row = placeOf(index);
    const bool takesOff = !m_words.takes.isEmpty();
    const double middle = row.center().y(), zero = x(0);
    const auto barOf = [&](qint64 amount, double top) {
        return mirrored(QRectF(QPointF(zero, top), QPointF(x(amount), top + thick)).normalized());
    };
    painter.fillRect(barOf(bar.adds, takesOff ? middle - thick : middle - thick / 2.0), summary_paint::adds());
    if (takesOff)
        summary_paint::takes(painter, barOf(bar.takes, middle));
    summary_paint::setResultPen(painter);
    const QRectF mark = mirrored({x(bar.result), middle - thick - 1, 0, 2.0 * thick + 2});
    painter.drawLine(mark.topLeft(), mark.bottomLeft());
    painter.setFont(fontFor(TextRole::Caption));
    painter.setPen(colors().text);
    const QRectF name(0, row.top(), width() * namePart, barRow);
    const QString title = painter.fontMetrics().elidedText(bar.title, Qt::ElideRight, int(name.width()));
    drawText(painter, mirrored(name), Qt::AlignVCenter | Qt::AlignLeft, title);
    painter.setPen(bar.result < 0 ? colors().danger : colors().muted);
    const QRectF amount(width() * (1 - amountPart), row.top(), width() * amountPart, barRow);
    drawText(painter, mirrored(amount), Qt::AlignVCenter | Qt::AlignRight, m_words.amount(bar.result));
}

} // namespace crm
