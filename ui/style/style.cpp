#include "ui/style/style.h"
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/style_paint.h"
#include "ui/style/widgets.h"
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>
#include <QToolButton>

namespace crm {

Style::Style()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{}

QPalette Style::standardPalette() const
{
    const Colors &c = colors();
    QPalette p;
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, c.sunken);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::Button, c.raised);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.danger);
    p.setColor(QPalette::PlaceholderText, c.muted);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.onAccent);
    p.setColor(QPalette::Link, c.accentText);
    p.setColor(QPalette::LinkVisited, c.accentText);
    p.setColor(QPalette::ToolTipBase, c.dark ? QColor(0x3a404c) : QColor(0x272c36));
    p.setColor(QPalette::ToolTipText, QColor(0xf2f4f8));
    p.setColor(QPalette::Light, c.raised);
    p.setColor(QPalette::Midlight, c.sunken);
    p.setColor(QPalette::Mid, c.border);
    p.setColor(QPalette::Dark, c.fieldBorder);
    p.setColor(QPalette::Shadow, c.dark ? QColor(Qt::black) : c.fieldBorder);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        p.setColor(QPalette::Disabled, role, c.faint);
    p.setColor(QPalette::Disabled, QPalette::Base, c.window);
    p.setColor(QPalette::Disabled, QPalette::Highlight, c.faint);
    return p;
}

void Style::polish(QPalette &palette) { palette = standardPalette(); }

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
        qobject_cast<QLineEdit *>(widget) || qobject_cast<QAbstractSpinBox *>(widget) ||
        qobject_cast<QScrollBar *>(widget) || qobject_cast<QTabBar *>(widget) || qobject_cast<QHeaderView *>(widget) ||
        qobject_cast<QTextEdit *>(widget) || qobject_cast<QPlainTextEdit *>(widget))
        widget->setAttribute(Qt::WA_Hover, true);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover, true);
}

void Style::unpolish(QWidget *widget) { QProxyStyle::unpolish(widget); }

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget) ||
                       qobject_cast<const QLineEdit *>(widget)
                   ? 2
                   : 1;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return space::m;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return space::s;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 36;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return scaled(18);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return space::s;
    case PM_ButtonMargin:
        return space::m;
    case PM_ButtonDefaultIndicator:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
        return scaled(18);
    case PM_ToolBarIconSize:
        return scaled(20);
    case PM_FocusFrameHMargin:
        return 7; // texts of cells start where those of headers do
    case PM_FocusFrameVMargin:
        return 2;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return space::xs;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_TabBarTabVSpace:
        return 12;
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
        return 0;
    case PM_TabCloseIndicatorWidth:
    case PM_TabCloseIndicatorHeight:
        return scaled(18);
    case PM_TabBarScrollButtonWidth:
        return 24;
    case PM_HeaderMargin:
        return space::s;
    case PM_HeaderMarkSize:
        return scaled(12);
    case PM_SplitterWidth:
        return 5;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_MenuButtonIndicator:
        return 16;
    case PM_ComboBoxFrameWidth:
    case PM_SpinBoxFrameWidth:
        return 2;
    case PM_TreeViewIndentation:
        return 16;
    case PM_LineEditIconMargin:
        return space::xs;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
    case SH_ComboBox_AllowWheelScrolling: // who scrolls a form must not change what the pointer happens to meet
    case SH_TabBar_AllowWheelScrolling:
        return 0;
    case SH_ComboBox_PopupFrameStyle:
        return QFrame::StyledPanel | QFrame::Plain;
    case SH_ComboBox_ListMouseTracking:
    case SH_Menu_MouseTracking:
        return 1;
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ItemView_ArrowKeysNavigateIntoChildren:
        return 1;
    case SH_Table_GridLineColor:
        return int(colors().border.rgb());
    case SH_TabBar_ElideMode:
        return Qt::ElideRight;
    case SH_TabBar_CloseButtonPosition:
        return QTabBar::RightSide;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_FormLayoutLabelAlignment:
        return Qt::AlignLeft | Qt::AlignVCenter;
    case SH_FormLayoutFieldGrowthPolicy:
        return 2; // all non-fixed fields grow
    case SH_Menu_SubMenuPopupDelay:
        return 120;
    case SH_UnderlineShortcut:
        return 1;
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_ScrollView_FrameOnlyAroundContents:
    case SH_MessageBox_CenterButtons:
        return 0;
    case SH_LineEdit_PasswordCharacter:
        return 0x2022;
    case SH_Header_ArrowAlignment:
        return Qt::AlignRight | Qt::AlignVCenter;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize s = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (!button)
            return s;
        QSize own = size + QSize(2 * space::m + 4, 0);
        if (button->features & QStyleOptionButton::HasMenu)
            own.rwidth() += 8;
        own.setHeight(controlHeight());
        return own.expandedTo({button->text.isEmpty() ? controlHeight() : 72, 0});
    }
    case CT_ToolButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (!button || qobject_cast<const QTabBar *>(widget ? widget->parentWidget() : nullptr))
            return s;
        if (button->toolButtonStyle == Qt::ToolButtonIconOnly || button->text.isEmpty())
            return QSize(controlHeight(), controlHeight()).expandedTo({button->iconSize.width() + 8, 0});
        return paint::toolButtonSize(*button);
    }
    case CT_LineEdit:
        s.setHeight(qMax(s.height(), controlHeight()));
        return s;
    case CT_ComboBox:
        return {size.width() + 2 * space::s + 28, controlHeight()};
    case CT_SpinBox:
        s.setHeight(controlHeight());
        return s;
    case CT_MenuItem:
        return paint::menuItemSize(option, size, widget);
    case CT_TabBarTab:
        return paint::tabSize(option, s, widget);
    case CT_ItemViewItem:
        s.setHeight(qMax(s.height(), qobject_cast<const QComboBox *>(widget) ? rowHeight() - 2 : rowHeight()));
        return s;
    case CT_HeaderSection: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (header && header->orientation == Qt::Horizontal)
            s.setHeight(qMax(s.height(), rowHeight()));
        return s;
    }
    case CT_CheckBox:
    case CT_RadioButton:
        s.setHeight(qMax(s.height(), 24));
        return s;
    case CT_ProgressBar:
        s.setHeight(qMin(s.height(), 22));
        return s;
    default:
        return s;
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents: {
        const QRect r = QProxyStyle::subElementRect(element, option, widget);
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        return frame && frame->lineWidth > 0 ? r.adjusted(4, 0, -4, 0) : r;
    }
    case SE_TabBarTabText:
        return paint::tabTextRect(option, widget);
    case SE_TabBarTabRightButton:
        return QProxyStyle::subElementRect(element, option, widget)
            .translated(!paint::isDocumentTabs(widget)         ? 0
                        : option->direction == Qt::RightToLeft ? -4
                                                               : 4,
                        paint::isDocumentTabs(widget) ? 2 : 0);
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                            const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return paint::scrollBarRect(*this, *bar, sub, widget);
    }
    if (control == CC_ComboBox) {
        const QRect r = option->rect;
        if (sub == SC_ComboBoxEditField)
            return visualRect(option->direction, r, r.adjusted(space::s, 2, -28, -2));
        if (sub == SC_ComboBoxArrow)
            return visualRect(option->direction, r, QRect(r.right() - 27, r.top(), 28, r.height()));
    }
    if (control == CC_GroupBox && sub == SC_GroupBoxContents)
        return QProxyStyle::subControlRect(control, option, sub, widget);
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

QIcon Style::standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const
{
    switch (pixmap) {
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton:
    case SP_DialogCloseButton:
        return icon(QStringLiteral("close"));
    case SP_MessageBoxWarning:
        return icon(QStringLiteral("warning"), colors().warning);
    case SP_MessageBoxCritical:
        return icon(QStringLiteral("error"), colors().danger);
    case SP_MessageBoxInformation:
        return icon(QStringLiteral("info"), colors().accentText);
    case SP_MessageBoxQuestion:
        return icon(QStringLiteral("help"), colors().accentText);
    case SP_DirIcon:
    case SP_DirOpenIcon:
        return icon(QStringLiteral("files"));
    case SP_FileIcon:
        return icon(QStringLiteral("file"));
    case SP_BrowserReload:
        return icon(QStringLiteral("refresh"));
    case SP_TrashIcon:
        return icon(QStringLiteral("trash"));
    default:
        return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

} // namespace crm
