#include "ui/records/signature_pad.h"
#include "ui/style/tokens.h"
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTabletEvent>
#include <QTouchEvent>
#include <cmath>

namespace crm {

namespace {
constexpr int padWidth = 390, padHeight = padWidth * drawingHeight / drawingWidth;
constexpr int mostPoints = 20'000; // of all strokes: far more than the text takes
constexpr int penWidth = 8;        // units, as in drawingSvg()
constexpr int baseline = 300;      // units from above
} // namespace

QFont handwriting(int pixels)
{
    QFont font;
    font.setFamilies({QStringLiteral("Segoe Script"), QStringLiteral("Brush Script MT"),
                      QStringLiteral("URW Chancery L"), QStringLiteral("DejaVu Serif")});
    font.setItalic(true);
    font.setPixelSize(std::max(1, pixels));
    return font;
}

SignaturePad::SignaturePad(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(padWidth, padHeight);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_AcceptTouchEvents);
    setCursor(Qt::CrossCursor);
}

QSize SignaturePad::sizeHint() const { return {padWidth, padHeight}; }

void SignaturePad::setDrawing(const Drawing &drawing)
{
    m_drawing = drawing;
    m_isDrawing = false;
    m_unreadable.clear();
    update();
}

void SignaturePad::setUnreadable(const QString &why)
{
    setDrawing({});
    m_unreadable = why;
}

void SignaturePad::setReadOnly(bool on)
{
    m_readOnly = on;
    setCursor(on ? Qt::ArrowCursor : Qt::CrossCursor);
    update();
}

void SignaturePad::undo()
{
    if (m_readOnly || m_drawing.isEmpty())
        return;
    if (m_drawing.strokes.isEmpty())
        m_drawing.typed.clear();
    else
        m_drawing.strokes.removeLast();
    m_isDrawing = false;
    update();
    Q_EMIT drawn();
}

void SignaturePad::clear()
{
    if (m_readOnly || m_drawing.isEmpty())
        return;
    setDrawing({});
    Q_EMIT drawn();
}

// --- drawing

QPoint SignaturePad::unitsOf(const QPointF &at) const
{
    const QPointF units = at / scale();
    return {int(std::lround(qBound(0.0, units.x(), double(drawingWidth)))),
            int(std::lround(qBound(0.0, units.y(), double(drawingHeight))))};
}

void SignaturePad::begin(const QPointF &at)
{
    m_drawing.typed.clear();
    m_unreadable.clear();
    m_drawing.strokes.append({unitsOf(at)});
    m_isDrawing = true;
    update();
}

void SignaturePad::go(const QPointF &at)
{
    if (!m_isDrawing)
        return;
    qsizetype points = 0;
    for (const QList<QPoint> &stroke : std::as_const(m_drawing.strokes))
        points += stroke.size();
    const QPoint next = unitsOf(at);
    if (points >= mostPoints || m_drawing.strokes.last().last() == next)
        return;
    m_drawing.strokes.last().append(next);
    update();
}

void SignaturePad::end()
{
    if (!m_isDrawing)
        return;
    m_isDrawing = false;
    Q_EMIT drawn();
}

void SignaturePad::mousePressEvent(QMouseEvent *event)
{
    if (m_readOnly || event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    setFocus(Qt::MouseFocusReason);
    begin(event->position());
}

void SignaturePad::mouseMoveEvent(QMouseEvent *event) { go(event->position()); }

void SignaturePad::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        end();
}

void SignaturePad::tabletEvent(QTabletEvent *event)
{
    if (m_readOnly)
        return event->ignore();
    if (event->type() == QEvent::TabletPress)
        begin(event->position());
    else if (event->type() == QEvent::TabletMove)
        go(event->position());
    else if (event->type() == QEvent::TabletRelease)
        end();
    event->accept(); // else it comes again as a mouse's
}

/// One finger draws; another one is the hand that rests.
bool SignaturePad::touch(QTouchEvent *event)
{
    if (m_readOnly || event->points().isEmpty())
        return false;
    const QEventPoint &finger = event->points().constFirst();
    if (event->type() == QEvent::TouchBegin)
        begin(finger.position());
    else if (event->type() == QEvent::TouchUpdate)
        go(finger.position());
    else
        end();
    event->accept();
    return true;
}

bool SignaturePad::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        if (touch(static_cast<QTouchEvent *>(event)))
            return true;
        break;
    case QEvent::ShortcutOverride: // before the window takes back what was saved last
        if (!m_readOnly && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo)) {
            event->accept();
            return true;
        }
        break;
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        update();
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

void SignaturePad::keyPressEvent(QKeyEvent *event)
{
    const bool isLetter = !event->text().isEmpty() && event->text().at(0).isPrint() &&
                          !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (m_readOnly)
        QWidget::keyPressEvent(event);
    else if (event->matches(QKeySequence::Undo) || event->key() == Qt::Key_Backspace)
        undo();
    else if (event->key() == Qt::Key_Delete)
        clear();
    else if (isLetter)
        Q_EMIT typed(event->text());
    else
        QWidget::keyPressEvent(event);
}

// --- painting

void SignaturePad::paintStrokes(QPainter &painter) const
{
    painter.save();
    painter.scale(scale(), scale());
    painter.setPen(QPen(colors().text, penWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QList<QPoint> &stroke : m_drawing.strokes) {
        if (stroke.size() == 1) {
            painter.drawPoint(stroke.first());
            continue;
        }
        QPainterPath path(stroke.first());
        for (const QPoint p : stroke)
            path.lineTo(p);
        painter.drawPath(path);
    }
    painter.restore();
}

void SignaturePad::paintTyped(QPainter &painter) const
{
    const QRect room = rect().adjusted(space::l, space::s, -space::l, -int(height() - baseline * scale()) + space::s);
    int pixels = room.height() / 2;
    while (pixels > 8 && QFontMetrics(handwriting(pixels)).horizontalAdvance(m_drawing.typed) > room.width())
        --pixels;
    painter.setPen(colors().text);
    painter.setFont(handwriting(pixels));
    painter.drawText(room, Qt::AlignCenter, m_drawing.typed);
    painter.setPen(colors().muted);
    painter.setFont(fontFor(TextRole::Caption));
    painter.drawText(rect().adjusted(space::l, 0, -space::l, -space::s), Qt::AlignRight | Qt::AlignBottom,
                     tr("typed", "a signature"));
}

void SignaturePad::paintEvent(QPaintEvent *)
{
    const Colors &c = colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() && !m_readOnly ? c.accent
                        : m_readOnly              ? c.border
                                                  : c.fieldBorder,
                        hasFocus() && !m_readOnly ? 2 : 1));
    painter.setBrush(m_readOnly ? c.sunken : c.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius::medium, radius::medium);
    const int y = int(baseline * scale());
    painter.setPen(QPen(c.border, 1, Qt::DashLine));
    painter.drawLine(space::l, y, width() - space::l, y);
    if (!m_drawing.typed.isEmpty())
        return paintTyped(painter);
    if (!m_drawing.strokes.isEmpty())
        return paintStrokes(painter);
    const QString says = !m_unreadable.isEmpty() ? m_unreadable : m_readOnly ? QString() : tr("Sign here");
    painter.setPen(c.muted);
    painter.setFont(fontFor(TextRole::Caption));
    painter.drawText(rect().adjusted(space::l, 0, -space::l, -space::s), Qt::AlignHCenter | Qt::AlignBottom, says);
}

} // namespace crm
