#include "ui/exchange/step_row.h"
#include "ui/style/text_direction.h"
#include "ui/style/tokens.h"
#include <QLocale>
#include <QPainter>

namespace crm {
namespace {
constexpr int disc = 22, line = 28;
}

StepRow::StepRow(const QStringList &names, QWidget *parent)
    : QWidget(parent)
    , m_names(names)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCurrent(0);
}

void StepRow::setCurrent(int index)
{
    m_current = index;
    setAccessibleName(tr("Step %1 of %2: %3").arg(index + 1).arg(m_names.size()).arg(m_names.value(index)));
    update();
}

int StepRow::widthOf(int index) const
{
    return disc + space::s + QFontMetrics(fontFor(TextRole::Strong)).horizontalAdvance(m_names[index]);
}

QSize StepRow::sizeHint() const
{
    int width = 0;
    for (int i = 0; i < m_names.size(); ++i)
        width += widthOf(i) + (i > 0 ? line + 2 * space::m : 0);
    return {width, std::max(disc, QFontMetrics(fontFor(TextRole::Strong)).height()) + 2};
}

void StepRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    int x = 0;
    const auto placed = [&](int left, int width) {
        return QRect(mirrored ? this->width() - left - width : left, 0, width, height());
    };
    for (int i = 0; i < m_names.size(); ++i) {
        if (i > 0) {
            const QRect r = placed(x + space::m, line);
            painter.setPen(QPen(i <= m_current ? colors().accent : colors().border, 1));
            painter.drawLine(r.left(), height() / 2, r.right(), height() / 2);
            x += line + 2 * space::m;
        }
        const QRect circle = placed(x, disc);
        const QRectF ring(circle.left() + 0.5, (height() - disc) / 2.0 + 0.5, disc - 1, disc - 1);
        painter.setPen(i <= m_current ? Qt::NoPen : QPen(colors().fieldBorder, 1));
        painter.setBrush(i == m_current  ? colors().accent
                         : i < m_current ? colors().accentSoft
                                         : QColor(Qt::transparent));
        painter.drawEllipse(ring);
        painter.setFont(fontFor(TextRole::Caption));
        painter.setPen(i == m_current ? colors().onAccent : i < m_current ? colors().accentText : colors().muted);
        painter.drawText(ring, Qt::AlignCenter, QLocale().toString(i + 1));
        painter.setFont(fontFor(i == m_current ? TextRole::Strong : TextRole::Body));
        painter.setPen(i == m_current ? colors().text : colors().muted);
        const QRect name = placed(x + disc + space::s, widthOf(i) - disc - space::s);
        drawText(painter, name, Qt::AlignVCenter | Qt::AlignLeft, m_names[i]);
        x += widthOf(i);
    }
}

} // namespace crm
