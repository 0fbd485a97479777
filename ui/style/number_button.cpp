#include "ui/style/number_button.h"
#include "ui/style/style_paint.h"
#include "ui/style/text_direction.h"
#include "ui/style/tokens.h"
#include <QPainter>

namespace crm {

namespace {
void placeholder(QPainter &painter, const QRect &r)
{
    paint::roundRect(&painter, r, colors().dark ? colors().border : colors().sunken, {}, r.height() / 2.0);
}
} // namespace

NumberButton::NumberButton(const QString &label, Size size, QWidget *parent)
    : QAbstractButton(parent)
    , m_size(size)
{
    setText(label);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover, true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setNumber({});
}

void NumberButton::setNumber(const QString &number)
{
    m_number = number;
    setAccessibleName(number.isEmpty() ? text() : text() + QStringLiteral(": ") + number);
    update();
}

void NumberButton::setBad(bool bad)
{
    m_bad = bad;
    update();
}

QSize NumberButton::sizeHint() const
{
    if (m_size == Line)
        return {180, rowHeight() - 2};
    return {180, QFontMetrics(fontFor(TextRole::Display)).height() + fontMetrics().height() + space::s};
}

void NumberButton::paintEvent(QPaintEvent *)
{
    const Colors &c = colors();
    QPainter painter(this);
    if (underMouse() || isDown())
        paint::roundRect(&painter, rect(), isDown() ? c.pressed : c.hover, {}, radius::medium);
    if (hasFocus())
        paint::roundRect(&painter, rect(), {}, c.accentText, radius::medium, 2);
    const QRect r = rect().adjusted(space::s, 0, -space::s, 0);
    if (m_size == Large)
        paintLarge(painter, r);
    else
        paintLine(painter, r);
}

QColor NumberButton::numberColor() const
{
    if (m_number == QLatin1String("0"))
        return colors().muted;
    return m_bad ? colors().danger : colors().text;
}

void NumberButton::paintLarge(QPainter &painter, const QRect &r)
{
    painter.setFont(fontFor(TextRole::Display));
    painter.setPen(numberColor());
    const int height = painter.fontMetrics().height();
    if (m_number.isEmpty())
        placeholder(painter, mirrored(painter, r, QRect(r.left(), r.top() + height / 2 - 8, 56, 18)));
    else
        drawText(painter, QRect(r.left(), r.top() + 2, r.width(), height), Qt::AlignLeft | Qt::AlignVCenter, m_number);
    painter.setFont(font());
    painter.setPen(colors().muted);
    const QRect label(r.left(), r.top() + height, r.width(), r.bottom() - height - r.top());
    drawElided(painter, label, Qt::AlignLeft | Qt::AlignVCenter, text());
}

void NumberButton::paintLine(QPainter &painter, const QRect &r)
{
    painter.setFont(fontFor(TextRole::Strong));
    const int width = qMax(28, painter.fontMetrics().horizontalAdvance(m_number));
    painter.setPen(numberColor());
    if (m_number.isEmpty())
        placeholder(painter, mirrored(painter, r, QRect(r.right() - 28, r.center().y() - 4, 28, 10)));
    else
        drawText(painter, r, Qt::AlignRight | Qt::AlignVCenter, m_number);
    painter.setFont(font());
    painter.setPen(colors().text);
    const QRect label = mirrored(painter, r, r.adjusted(0, 0, -width - space::s, 0));
    drawElided(painter, label, Qt::AlignLeft | Qt::AlignVCenter, text());
}

} // namespace crm
