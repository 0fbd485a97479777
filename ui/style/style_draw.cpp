// Which control is painted how: from Qt's names to our paint functions.
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/style.h"
#include "ui/style/style_paint.h"
#include "ui/style/text_direction.h"
#include "ui/style/widgets.h"
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTextEdit>

namespace crm {
namespace {

bool keyboardFocus(const QStyleOption *option)
{
    return (option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_KeyboardFocusChange);
}

void focusRing(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    if (qobject_cast<const QAbstractItemView *>(widget)) {
        paint::roundRect(painter, option->rect.adjusted(0, 0, -1, -1), {}, colors().accentText, radius::small, 1.5);
        return;
    }
    const auto *radio = qobject_cast<const QRadioButton *>(widget);
    if (radio && radio->text().isEmpty())
        return; // its circle has one
    if (option->state & QStyle::State_KeyboardFocusChange)
        paint::roundRect(painter, option->rect, {}, colors().accentText, radius::small, 2);
}

void frame(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const auto *frameOption = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (frameOption && frameOption->lineWidth == 0)
        return;
    if (qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget)) {
        paint::field(painter, option, widget, option->state & QStyle::State_HasFocus);
        return;
    }
    painter->save();
    painter->setPen(colors().border);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

void itemPanel(QPainter *painter, const QStyleOption *option)
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (item && item->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, item->backgroundBrush);
    if (option->state & QStyle::State_Selected)
        painter->fillRect(option->rect, colors().selection);
    else if (option->state & QStyle::State_MouseOver)
        painter->fillRect(option->rect, colors().hover);
}

void branch(QPainter *painter, const QStyleOption *option)
{
    if (option->state & QStyle::State_Children) {
        paint::chevron(painter, option->rect,
                       option->state & QStyle::State_Open ? Qt::DownArrow : paint::onwards(option->direction),
                       colors().muted, 14);
    }
}

void tabClose(QPainter *painter, const QStyleOption *option)
{
    const bool hover = option->state & QStyle::State_MouseOver;
    if (hover)
        paint::roundRect(painter, option->rect, colors().pressed, {}, radius::small);
    const int side = scaled(14);
    const QRect r(option->rect.center() - QPoint(side / 2 - 1, side / 2 - 1), QSize(side, side));
    icon(QStringLiteral("close")).paint(painter, r, Qt::AlignCenter, hover ? QIcon::Active : QIcon::Normal);
}

} // namespace

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Colors &c = colors();
    switch (element) {
    case PE_FrameFocusRect:
        focusRing(painter, option, widget);
        return;
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            paint::buttonPanel(painter, *button, widget);
        return;
    case PE_FrameDefaultButton:
        return;
    case PE_PanelLineEdit: {
        const auto *f = qstyleoption_cast<const QStyleOptionFrame *>(option);
        const QWidget *parent = widget ? widget->parentWidget() : nullptr;
        if (qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent))
            return;
        if (f && f->lineWidth > 0)
            paint::field(painter, option, widget, option->state & State_HasFocus);
        else
            painter->fillRect(option->rect, option->palette.base());
        return;
    }
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        frame(painter, option, widget);
        return;
    case PE_FrameGroupBox:
    case PE_FrameStatusBarItem:
    case PE_FrameTabWidget:
    case PE_FrameDockWidget:
        return;
    case PE_FrameMenu:
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, c.raised);
        paint::roundRect(painter, option->rect, {}, c.dark ? c.border.lighter(140) : c.border.darker(112), 0);
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, option->palette.toolTipBase());
        return;
    case PE_PanelStatusBar:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paint::checkBox(painter, option);
        return;
    case PE_IndicatorRadioButton:
        paint::radioButton(painter, option);
        return;
    case PE_PanelItemViewItem:
        itemPanel(painter, option);
        return;
    case PE_PanelItemViewRow:
        return;
    case PE_IndicatorBranch:
        branch(painter, option);
        return;
    case PE_IndicatorTabClose:
        tabClose(painter, option);
        return;
    case PE_FrameTabBarBase: {
        const QRect r = option->rect;
        painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), c.border);
        return;
    }
    case PE_IndicatorArrowDown:
        paint::chevron(painter, option->rect, Qt::DownArrow, option->state & State_Enabled ? c.muted : c.faint);
        return;
    case PE_IndicatorArrowUp:
        paint::chevron(painter, option->rect, Qt::UpArrow, option->state & State_Enabled ? c.muted : c.faint);
        return;
    case PE_IndicatorArrowLeft:
        paint::chevron(painter, option->rect, Qt::LeftArrow, option->state & State_Enabled ? c.muted : c.faint);
        return;
    case PE_IndicatorArrowRight:
        paint::chevron(painter, option->rect, Qt::RightArrow, option->state & State_Enabled ? c.muted : c.faint);
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto *h = qstyleoption_cast<const QStyleOptionHeader *>(option))
            paint::chevron(painter, h->rect,
                           h->sortIndicator == QStyleOptionHeader::SortUp ? Qt::DownArrow : Qt::UpArrow, c.muted, 14);
        return;
    case PE_PanelButtonTool: {
        const bool on = option->state & State_On, down = option->state & State_Sunken;
        const bool hover = (option->state & State_MouseOver) && (option->state & State_Enabled);
        if (on)
            paint::roundRect(painter, option->rect, c.accentSoft, {}, radius::medium);
        if (down || hover)
            paint::roundRect(painter, option->rect, down ? c.pressed : c.hover, {}, radius::medium);
        return;
    }
    case PE_IndicatorToolBarSeparator:
    case PE_IndicatorDockWidgetResizeHandle:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

/// What Qt writes on labels, tool tips and boxes to tick.
void Style::drawItemText(QPainter *painter, const QRect &rect, int flags, const QPalette &palette, bool enabled,
                         const QString &text, QPalette::ColorRole textRole) const
{
    const bool isForced = flags & (Qt::TextForceLeftToRight | Qt::TextForceRightToLeft);
    const Qt::LayoutDirection layout = !isForced                          ? painter->layoutDirection()
                                       : flags & Qt::TextForceRightToLeft ? Qt::RightToLeft
                                                                          : Qt::LeftToRight;
    QProxyStyle::drawItemText(painter, rect, textFlags(flags, layout, text), palette, enabled, text, textRole);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const Colors &c = colors();
    switch (element) {
    case CE_PushButtonBevel:
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            if (element == CE_PushButtonBevel)
                paint::buttonPanel(painter, *button, widget);
            else
                paint::buttonLabel(painter, *button, widget);
        }
        return;
    case CE_ComboBoxLabel:
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            paint::comboBoxLabel(*this, painter, *box, widget);
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            paint::menuItem(painter, *item, widget);
        return;
    case CE_MenuEmptyArea:
    case CE_MenuHMargin:
    case CE_MenuVMargin:
        return;
    case CE_TabBarTabShape:
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            if (element == CE_TabBarTabShape)
                paint::tabShape(painter, *tab, widget);
            else
                paint::tabLabel(painter, *tab, widget);
        }
        return;
    case CE_HeaderSection:
        if (const auto *h = qstyleoption_cast<const QStyleOptionHeader *>(option))
            paint::headerSection(painter, *h);
        return;
    case CE_HeaderLabel:
        if (const auto *h = qstyleoption_cast<const QStyleOptionHeader *>(option))
            paint::headerLabel(*this, painter, *h, widget);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, c.surface);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), c.border);
        return;
    case CE_Splitter: {
        const QRect r = option->rect;
        const bool hover = option->state & State_MouseOver;
        const bool upright = r.height() > r.width();
        const QRect line =
            upright ? QRect(r.center().x(), r.top(), 1, r.height()) : QRect(r.left(), r.center().y(), r.width(), 1);
        painter->fillRect(hover ? (upright ? line.adjusted(-1, 0, 1, 0) : line.adjusted(0, -1, 0, 1)) : line,
                          hover ? c.accent : c.border);
        return;
    }
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            paint::progressBar(painter, *bar, widget);
        return;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem own = *item; // selected text keeps the text's colour: our selection is a light wash
            own.palette.setColor(QPalette::HighlightedText, own.palette.color(QPalette::Text));
            if (!keyboardFocus(&own))
                own.state &= ~State_HasFocus;
            own.text = isolated(own.text);
            QProxyStyle::drawControl(element, &own, painter, widget);
        }
        return;
    case CE_SizeGrip:
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            paint::comboBox(*this, painter, *box, widget);
        return;
    case CC_SpinBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            paint::spinBox(*this, painter, *box, widget);
        return;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            paint::scrollBar(*this, painter, *bar, widget);
        return;
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            paint::toolButton(*this, painter, *button, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

} // namespace crm
