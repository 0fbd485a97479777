// What frames the content: menus, tabs, headers, scroll bars, progress.
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/style.h"
#include "ui/style/style_paint.h"
#include "ui/style/text_direction.h"
#include <QDateTime>
#include <QMenu>
#include <QPainter>
#include <QProgressBar>
#include <QTabBar>
#include <QTimer>

namespace crm::paint {

// Menus.

namespace {
constexpr int menuRight = 12;
int menuIcon() { return scaled(18); }
int menuIndent() { return menuIcon() + 2 * space::s; }
int menuRow() { return rowHeight() - 2; }
} // namespace

QSize menuItemSize(const QStyleOption *option, const QSize &contents, const QWidget *)
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return contents;
    if (item->menuItemType == QStyleOptionMenuItem::Separator)
        return {10, 9};
    const QStringList parts = item->text.split(u'\t');
    int width = menuIndent() + item->fontMetrics.size(Qt::TextShowMnemonic, parts.first()).width() + menuRight;
    if (parts.size() > 1)
        width += space::xl; // Qt adds the shortcut's own width (reservedShortcutWidth)
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu)
        width += space::l;
    return {qMax(width, 140), menuRow()};
}

void menuItem(QPainter *painter, const QStyleOptionMenuItem &option, const QWidget *)
{
    const Colors &c = colors();
    const QRect r = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(r.left() + space::s, r.center().y(), r.width() - 2 * space::s, 1), c.border);
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    if (enabled && (option.state & QStyle::State_Selected))
        roundRect(painter, r, c.selection, {}, radius::small);
    const QRect iconRect(r.left() + space::s, r.center().y() - menuIcon() / 2 + 1, menuIcon(), menuIcon());
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked)
        icon(QStringLiteral("check"), c.accentText).paint(painter, mirrored(*painter, r, iconRect));
    else if (!option.icon.isNull())
        option.icon.paint(painter, mirrored(*painter, r, iconRect), Qt::AlignCenter,
                          enabled ? QIcon::Normal : QIcon::Disabled);

    const QStringList parts = option.text.split(u'\t');
    painter->setFont(option.font);
    painter->setPen(enabled ? c.text : c.faint);
    const QRect textRect = r.adjusted(menuIndent(), 0, -menuRight, 0);
    drawText(*painter, QStyle::visualRect(option.direction, r, textRect),
             Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextSingleLine, parts.first());
    if (parts.size() > 1) {
        painter->setPen(enabled ? c.muted : c.faint);
        drawText(*painter, QStyle::visualRect(option.direction, r, textRect),
                 Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, parts.at(1));
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        chevron(painter, QStyle::visualRect(option.direction, r, QRect(r.right() - 22, r.top(), 18, r.height())),
                onwards(option.direction), c.muted, 14);
}

// Tabs.

bool isDocumentTabs(const QWidget *widget)
{
    const auto *bar = qobject_cast<const QTabBar *>(widget);
    return bar && bar->property("crmDocumentTabs").toBool();
}

QSize tabSize(const QStyleOption *option, const QSize &proposed, const QWidget *widget)
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (!tab)
        return proposed;
    const int text = QFontMetrics(fontFor(TextRole::Strong)).horizontalAdvance(tab->text);
    const int gap = tab->text.isEmpty() ? 0 : space::s;
    const int iconWidth = tab->icon.isNull() ? 0 : scaled(18) + gap;
    if (isDocumentTabs(widget))
        return {qBound(96, space::m + iconWidth + text + space::s + scaled(18) + space::s, scaled(232)),
                controlHeight() + 6};
    return {space::m + iconWidth + text + space::m, controlHeight() + 6};
}

QRect tabTextRect(const QStyleOption *option, const QWidget *widget)
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (!tab)
        return option->rect;
    const int left = space::m + (tab->icon.isNull() ? 0 : scaled(18) + space::s);
    const bool closable = tab->rightButtonSize.width() > 0;
    const int right =
        isDocumentTabs(widget) ? (closable ? tab->rightButtonSize.width() + 2 * space::s : space::m) : space::m - 2;
    return QStyle::visualRect(tab->direction, tab->rect, tab->rect.adjusted(left, 0, -right, 0));
}

void tabShape(QPainter *painter, const QStyleOptionTab &option, const QWidget *widget)
{
    const Colors &c = colors();
    const bool selected = option.state & QStyle::State_Selected;
    const bool hover = option.state & QStyle::State_MouseOver;
    const QRect r = option.rect;
    if (!isDocumentTabs(widget)) {
        if (hover && !selected)
            roundRect(painter, r.adjusted(2, 3, -2, -5), c.hover, {}, radius::medium);
        if (selected)
            painter->fillRect(QRect(r.left() + space::s, r.bottom() - 1, r.width() - 2 * space::s, 2), c.accentText);
    } else if (selected) {
        painter->save();
        painter->setClipRect(r);
        roundRect(painter, r.adjusted(0, 4, 0, 12), c.surface, c.border, radius::large - 2);
        painter->restore();
        painter->fillRect(QRect(r.left() + space::m, r.top() + 4, r.width() - 2 * space::m, 2), c.accentText);
    } else {
        if (hover)
            roundRect(painter, r.adjusted(2, 6, -2, -4), c.hover, {}, radius::medium);
        const bool beforeSelected = option.selectedPosition == QStyleOptionTab::NextIsSelected;
        if (!hover && !beforeSelected)
            painter->fillRect(QRect(r.right(), r.top() + 12, 1, r.height() - 22), c.border);
    }
    if ((option.state & QStyle::State_HasFocus) && selected)
        roundRect(painter, r.adjusted(3, 6, -3, -3), {}, c.accentText, radius::medium, 1.5);
}

void tabLabel(QPainter *painter, const QStyleOptionTab &option, const QWidget *widget)
{
    const Colors &c = colors();
    const bool selected = option.state & QStyle::State_Selected;
    const QRect text = tabTextRect(&option, widget);
    const int middle = isDocumentTabs(widget) ? 2 : 0;
    if (!option.icon.isNull()) {
        const int side = scaled(18);
        const QRect iconRect(option.rect.left() + space::m, option.rect.center().y() - side / 2 + 1 + middle, side,
                             side);
        option.icon.paint(painter, QStyle::visualRect(option.direction, option.rect, iconRect), Qt::AlignCenter,
                          selected ? QIcon::Active : QIcon::Normal);
    }
    painter->save();
    painter->setFont(fontFor(selected ? TextRole::Strong : TextRole::Body));
    painter->setPen(!(option.state & QStyle::State_Enabled) ? c.faint : selected ? c.text : c.muted);
    drawElided(*painter, text.translated(0, middle), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic,
               option.text);
    painter->restore();
}

// Headers of lists.

void headerSection(QPainter *painter, const QStyleOptionHeader &option)
{
    const Colors &c = colors();
    const QRect r = option.rect;
    painter->fillRect(r, c.surface);
    if (option.state & (QStyle::State_MouseOver | QStyle::State_Sunken))
        painter->fillRect(r, c.hover);
    painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), c.border);
    const bool last =
        option.position == QStyleOptionHeader::End || option.position == QStyleOptionHeader::OnlyOneSection;
    if (option.orientation == Qt::Horizontal && !last)
        painter->fillRect(QRect(r.right(), r.top() + 8, 1, r.height() - 16), c.border);
}

void headerLabel(const QStyle &, QPainter *painter, const QStyleOptionHeader &option, const QWidget *)
{
    const Colors &c = colors();
    QRect r = option.rect; // within the header's margin already
    painter->save();
    painter->setFont(fontFor(TextRole::Caption));
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    painter->setPen(sorted ? c.text : c.muted);
    if (!option.icon.isNull()) {
        const int side = scaled(16);
        const QRect iconRect(r.left(), r.center().y() - side / 2, side, side);
        option.icon.paint(painter, QStyle::visualRect(option.direction, r, iconRect));
        r = QStyle::visualRect(option.direction, r, r.adjusted(side + space::xs, 0, 0, 0));
    }
    drawElided(*painter, r,
               int(option.textAlignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter | Qt::TextSingleLine,
               option.text);
    painter->restore();
}

// Scroll bars: a thin thumb without buttons.

QRect scrollBarRect(const QProxyStyle &style, const QStyleOptionSlider &option, QStyle::SubControl sub,
                    const QWidget *widget)
{
    const QRect r = option.rect;
    const bool upright = option.orientation == Qt::Vertical;
    const int length = upright ? r.height() : r.width();
    const double range = double(option.maximum) - option.minimum;
    int thumb = length;
    if (range > 0) {
        thumb = int(length * (option.pageStep / (range + option.pageStep)));
        thumb = qBound(qMin(style.pixelMetric(QStyle::PM_ScrollBarSliderMin, &option, widget), length), thumb, length);
    }
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      length - thumb, option.upsideDown);
    const auto part = [&](int from, int size) {
        return upright ? QRect(r.left(), r.top() + from, r.width(), size)
                       : QRect(r.left() + from, r.top(), size, r.height());
    };
    switch (sub) {
    case QStyle::SC_ScrollBarGroove:
        return r;
    case QStyle::SC_ScrollBarSlider:
        return part(start, thumb);
    case QStyle::SC_ScrollBarSubPage:
        return part(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return part(start + thumb, length - start - thumb);
    default:
        return {};
    }
}

void scrollBar(const QStyle &style, QPainter *painter, const QStyleOptionSlider &option, const QWidget *widget)
{
    if (option.maximum <= option.minimum)
        return;
    const bool active = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    QRect r = style.subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, widget);
    const int inset = active ? 2 : 3;
    r.adjust(option.orientation == Qt::Vertical ? inset + 1 : 2, option.orientation == Qt::Vertical ? 2 : inset + 1,
             -inset, -inset);
    QColor color = colors().muted;
    color.setAlphaF(option.state & QStyle::State_Sunken ? 0.85f : active ? 0.65f : 0.38f);
    roundRect(painter, r, color, {}, qMin(r.width(), r.height()) / 2.0);
}

void progressBar(QPainter *painter, const QStyleOptionProgressBar &option, const QWidget *widget)
{
    const Colors &c = colors();
    const QRect groove(option.rect.left(), option.rect.center().y() - 2, option.rect.width(), 6);
    roundRect(painter, groove, c.dark ? c.border : c.border, {}, 3);
    if (option.maximum <= option.minimum) { // not known how long: a piece that wanders
        const int width = groove.width() / 3;
        const double phase = double(QDateTime::currentMSecsSinceEpoch() % 1600) / 1600;
        const int x = int(phase * (groove.width() + width)) - width;
        painter->save();
        painter->setClipRect(groove);
        roundRect(painter, QRect(groove.left() + x, groove.top(), width, 6), c.accent, {}, 3);
        painter->restore();
        if (widget)
            QTimer::singleShot(33, const_cast<QWidget *>(widget), qOverload<>(&QWidget::update));
        return;
    }
    const double share = double(qint64(option.progress) - option.minimum) / (double(option.maximum) - option.minimum);
    if (share > 0)
        roundRect(
            painter,
            mirrored(*painter, groove, QRect(groove.left(), groove.top(), qMax(6, int(groove.width() * share)), 6)),
            c.accent, {}, 3);
}

} // namespace crm::paint
