// What one presses and types into: buttons, fields, boxes.
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/style_paint.h"
#include "ui/style/widgets.h"
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QToolButton>

namespace crm::paint {
namespace {

bool isReadOnly(const QWidget *widget)
{
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return edit->isReadOnly();
    if (const auto *edit = qobject_cast<const QTextEdit *>(widget))
        return edit->isReadOnly();
    if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget))
        return edit->isReadOnly();
    if (const auto *box = qobject_cast<const QAbstractSpinBox *>(widget))
        return box->isReadOnly();
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        return box->property("readOnly").toBool();
    return false;
}

bool isKeyboardFocused(const QStyleOption &option)
{
    return (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
}

int iconSide() { return scaled(18); }

} // namespace

void roundRect(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &border, qreal corner,
               qreal borderWidth)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (border.isValid()) {
        painter->setPen(QPen(border, borderWidth));
        const qreal half = borderWidth / 2;
        painter->drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), corner, corner);
    } else {
        painter->setPen(Qt::NoPen);
        painter->drawRoundedRect(rect, corner, corner);
    }
    painter->restore();
}

void chevron(QPainter *painter, const QRect &rect, Qt::ArrowType direction, const QColor &color, int size)
{
    static const QHash<int, QString> names = {{Qt::DownArrow, QStringLiteral("chevron-down")},
                                              {Qt::UpArrow, QStringLiteral("chevron-up")},
                                              {Qt::LeftArrow, QStringLiteral("chevron-left")},
                                              {Qt::RightArrow, QStringLiteral("chevron-right")}};
    const int side = qMin(size, qMax(8, qMin(rect.width(), rect.height())));
    const QRect r(rect.center().x() - side / 2 + 1, rect.center().y() - side / 2 + 1, side, side);
    icon(names.value(direction), color).paint(painter, r);
}

void checkMark(QPainter *painter, const QRectF &r, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF points[] = {{r.left() + r.width() * 0.24, r.top() + r.height() * 0.53},
                              {r.left() + r.width() * 0.43, r.top() + r.height() * 0.71},
                              {r.left() + r.width() * 0.77, r.top() + r.height() * 0.32}};
    painter->drawPolyline(points, 3);
    painter->restore();
}

void field(QPainter *painter, const QStyleOption *option, const QWidget *widget, bool focused)
{
    const Colors &c = colors();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool readOnly = isReadOnly(widget);
    QColor border = enabled && !readOnly ? c.fieldBorder : c.border;
    if ((option->state & QStyle::State_MouseOver) && enabled && !readOnly)
        border = c.muted;
    qreal width = 1;
    if (hasFieldFault(widget)) {
        border = c.danger;
        width = focused ? 2 : 1.5;
    } else if (focused && enabled) {
        border = c.accentText;
        width = 2;
    }
    roundRect(painter, option->rect, enabled && !readOnly ? c.surface : c.sunken, border, radius::medium, width);
}

void buttonPanel(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const Colors &c = colors();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hover = (option.state & QStyle::State_MouseOver) && enabled;
    const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool focused = isKeyboardFocused(option);
    const ButtonRole role = buttonRole(widget);
    const QRect r = option.rect;
    const bool filled = role == ButtonRole::Primary || role == ButtonRole::Danger;
    if (filled) {
        const QColor base = role == ButtonRole::Danger ? (c.dark ? QColor(0xd13b42) : c.danger) : c.accent;
        const QColor over = role == ButtonRole::Danger ? base.darker(112) : c.accentHover;
        roundRect(painter, r, enabled ? (hover || down ? over : base) : c.sunken, enabled ? QColor() : c.border,
                  radius::medium);
        if (focused)
            roundRect(painter, r.adjusted(2, 2, -2, -2), {}, c.onAccent, radius::small, 1.5);
        return;
    }
    if (role != ButtonRole::Quiet) {
        const QColor edge = enabled ? (c.dark ? QColor(0x4b5260) : QColor(0xbcc3ce)) : c.border;
        roundRect(painter, r, enabled ? c.raised : QColor(), edge, radius::medium);
    }
    if (down || hover)
        roundRect(painter, r, down ? c.pressed : c.hover, {}, radius::medium);
    if (focused)
        roundRect(painter, r, {}, c.accentText, radius::medium, 2);
}

void buttonLabel(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const Colors &c = colors();
    const bool enabled = option.state & QStyle::State_Enabled;
    const ButtonRole role = buttonRole(widget);
    const bool filled = enabled && (role == ButtonRole::Primary || role == ButtonRole::Danger);
    const QColor color = !enabled                     ? c.faint
                         : role == ButtonRole::Danger ? QColor(Qt::white)
                         : filled                     ? c.onAccent
                                                      : c.text;
    const bool hasMenu = option.features & QStyleOptionButton::HasMenu;
    const bool hasIcon = !option.icon.isNull();

    QRect r = option.rect.adjusted(space::s, 0, hasMenu ? -24 : -space::s, 0);
    const int gap = hasIcon && !option.text.isEmpty() ? 6 : 0;
    const int room = r.width() - (hasIcon ? iconSide() + gap : 0);
    const QString text = option.fontMetrics.elidedText(option.text, Qt::ElideRight, room, Qt::TextShowMnemonic);
    const int textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, text).width();
    const int whole = (hasIcon ? iconSide() + gap : 0) + textWidth;
    int x = r.left() + qMax(0, (r.width() - whole) / 2);
    if (widget && widget->property("crmAlignLeft").toBool())
        x = r.left();
    if (hasIcon) {
        const QRect iconRect(x, r.center().y() - iconSide() / 2 + 1, iconSide(), iconSide());
        option.icon.paint(painter, QStyle::visualRect(option.direction, option.rect, iconRect), Qt::AlignCenter,
                          !enabled ? QIcon::Disabled
                          : filled ? QIcon::Selected
                                   : QIcon::Normal);
        x += iconSide() + gap;
    }
    painter->setPen(color);
    painter->drawText(QStyle::visualRect(option.direction, option.rect, QRect(x, r.top(), textWidth + 2, r.height())),
                      Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, text);
    if (hasMenu)
        chevron(painter, QRect(option.rect.right() - 24, option.rect.top(), 20, option.rect.height()), Qt::DownArrow,
                color, 14);
}

QSize toolButtonSize(const QStyleOptionToolButton &option)
{
    int width = 2 * space::s + option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width() + 2;
    if (!option.icon.isNull() && option.toolButtonStyle != Qt::ToolButtonTextOnly)
        width += iconSide() + 6;
    if (option.features & QStyleOptionToolButton::HasMenu)
        width += 18;
    return {width, controlHeight()};
}

void toolButton(const QStyle &style, QPainter *painter, const QStyleOptionToolButton &option, const QWidget *widget)
{
    const Colors &c = colors();
    const bool enabled = option.state & QStyle::State_Enabled;
    style.drawPrimitive(QStyle::PE_PanelButtonTool, &option, painter, widget);
    if (isKeyboardFocused(option))
        roundRect(painter, option.rect, {}, c.accentText, radius::medium, 2);
    const QIcon::Mode mode = !enabled                                 ? QIcon::Disabled
                             : option.state & QStyle::State_MouseOver ? QIcon::Active
                                                                      : QIcon::Normal;
    const QIcon::State state = option.state & QStyle::State_On ? QIcon::On : QIcon::Off;
    const bool iconOnly = option.toolButtonStyle == Qt::ToolButtonIconOnly || option.text.isEmpty();
    if (option.features & QStyleOptionToolButton::Arrow && option.arrowType != Qt::NoArrow) {
        chevron(painter, option.rect, option.arrowType, enabled ? c.muted : c.faint);
        return;
    }
    if (iconOnly) {
        const QSize side = option.iconSize.boundedTo(option.rect.size());
        option.icon.paint(painter, QStyle::alignedRect(option.direction, Qt::AlignCenter, side, option.rect),
                          Qt::AlignCenter, mode, state);
        return;
    }
    const bool hasMenu = option.features & QStyleOptionToolButton::HasMenu;
    QRect r = option.rect.adjusted(space::s, 0, hasMenu ? -22 : -space::s, 0);
    if (!option.icon.isNull() && option.toolButtonStyle != Qt::ToolButtonTextOnly) {
        const QRect iconRect(r.left(), r.center().y() - iconSide() / 2 + 1, iconSide(), iconSide());
        option.icon.paint(painter, QStyle::visualRect(option.direction, option.rect, iconRect), Qt::AlignCenter, mode,
                          state);
        r.setLeft(r.left() + iconSide() + 6);
    }
    painter->setPen(!enabled ? c.faint : state == QIcon::On ? c.accentText : c.text);
    painter->setFont(option.font);
    painter->drawText(QStyle::visualRect(option.direction, option.rect, r),
                      Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic,
                      option.fontMetrics.elidedText(option.text, Qt::ElideRight, r.width() + 2, Qt::TextShowMnemonic));
    if (hasMenu)
        chevron(painter, QRect(option.rect.right() - 21, option.rect.top(), 18, option.rect.height()), Qt::DownArrow,
                enabled ? c.muted : c.faint, 14);
}

void checkBox(QPainter *painter, const QStyleOption *option)
{
    const Colors &c = colors();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & QStyle::State_On, partly = option->state & QStyle::State_NoChange;
    const int side = qMin(scaled(18), qMin(option->rect.width(), option->rect.height()));
    const QRect r =
        QStyle::alignedRect(option->direction, Qt::AlignCenter, {side, side}, option->rect).adjusted(1, 1, -1, -1);
    const QColor fill = on || partly ? (enabled ? c.accent : c.faint) : enabled ? c.surface : c.window;
    const QColor hoverEdge = option->state & QStyle::State_MouseOver ? c.muted : c.fieldBorder;
    roundRect(painter, r, fill, on || partly ? QColor() : enabled ? hoverEdge : c.border, radius::small);
    if (on)
        checkMark(painter, r, enabled ? c.onAccent : c.surface);
    else if (partly)
        painter->fillRect(QRect(r.left() + 4, r.center().y(), r.width() - 8, 2), c.onAccent);
    if (isKeyboardFocused(*option))
        roundRect(painter, r.adjusted(-2, -2, 2, 2), {}, c.accentText, radius::medium, 1.5);
}

void radioButton(QPainter *painter, const QStyleOption *option)
{
    const Colors &c = colors();
    const bool enabled = option->state & QStyle::State_Enabled, on = option->state & QStyle::State_On;
    const QRect r = option->rect.adjusted(1, 1, -1, -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(on ? Qt::NoPen : QPen(enabled ? c.fieldBorder : c.border, 1));
    painter->setBrush(on ? (enabled ? c.accent : c.faint) : enabled ? c.surface : c.window);
    painter->drawEllipse(QRectF(r).adjusted(0.5, 0.5, -0.5, -0.5));
    if (on) {
        painter->setBrush(c.onAccent);
        painter->drawEllipse(QRectF(r).center(), 3, 3);
    }
    painter->restore();
}

void comboBox(const QStyle &style, QPainter *painter, const QStyleOptionComboBox &option, const QWidget *widget)
{
    if (option.frame)
        field(painter, &option, widget, option.state & QStyle::State_HasFocus);
    if (isReadOnly(widget))
        return;
    const QRect arrow = style.subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxArrow, widget);
    chevron(painter, arrow, Qt::DownArrow, option.state & QStyle::State_Enabled ? colors().muted : colors().faint);
}

void comboBoxLabel(const QStyle &style, QPainter *painter, const QStyleOptionComboBox &option, const QWidget *widget)
{
    if (option.editable)
        return;
    QRect r = style.subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, widget);
    const bool enabled = (option.state & QStyle::State_Enabled) || isReadOnly(widget);
    if (!option.currentIcon.isNull()) {
        const QRect iconRect(r.left(), r.center().y() - iconSide() / 2 + 1, iconSide(), iconSide());
        option.currentIcon.paint(painter, iconRect, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        r.setLeft(r.left() + iconSide() + 6);
    }
    const auto *box = qobject_cast<const QComboBox *>(widget);
    const bool placeholder = box && box->currentIndex() < 0;
    painter->setPen(!enabled ? colors().faint : placeholder ? colors().muted : colors().text);
    painter->drawText(r, Qt::AlignVCenter | Qt::AlignLeft,
                      option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, r.width()));
}

void spinBox(const QStyle &style, QPainter *painter, const QStyleOptionSpinBox &option, const QWidget *widget)
{
    if (option.frame)
        field(painter, &option, widget, option.state & QStyle::State_HasFocus);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](QStyle::SubControl sub, Qt::ArrowType direction, QAbstractSpinBox::StepEnabledFlag flag) {
        const QRect r = style.subControlRect(QStyle::CC_SpinBox, &option, sub, widget);
        const bool on = (option.stepEnabled & flag) && (option.state & QStyle::State_Enabled);
        if (on && (option.activeSubControls & sub))
            roundRect(painter, r.adjusted(1, 1, -1, -1),
                      option.state & QStyle::State_Sunken ? colors().pressed : colors().hover, {}, radius::small);
        chevron(painter, r, direction, on ? colors().muted : colors().faint, 12);
    };
    arrow(QStyle::SC_SpinBoxUp, Qt::UpArrow, QAbstractSpinBox::StepUpEnabled);
    arrow(QStyle::SC_SpinBoxDown, Qt::DownArrow, QAbstractSpinBox::StepDownEnabled);
}

} // namespace crm::paint
