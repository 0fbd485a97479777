// The painting behind Style, one function a control. For ui/style alone.
#pragma once
#include "ui/style/tokens.h"
#include <QStyleOption>

class QPainter;
class QProxyStyle;

namespace crm::paint {

enum class Corner { Small = radius::small, Medium = radius::medium };

/// A filled rectangle with round corners; border invalid: none. Keeps lines sharp.
void roundRect(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &border, qreal corner,
               qreal borderWidth = 1);
/// A chevron, centred; direction as in Qt::ArrowType.
void chevron(QPainter *painter, const QRect &rect, Qt::ArrowType direction, const QColor &color, int size = 16);
void checkMark(QPainter *painter, const QRectF &rect, const QColor &color);

void field(QPainter *painter, const QStyleOption *option, const QWidget *widget, bool focused);
void buttonPanel(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget);
void buttonLabel(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget);
void toolButton(const QStyle &style, QPainter *painter, const QStyleOptionToolButton &option, const QWidget *widget);
QSize toolButtonSize(const QStyleOptionToolButton &option);
void checkBox(QPainter *painter, const QStyleOption *option);
void radioButton(QPainter *painter, const QStyleOption *option);
void comboBox(const QStyle &style, QPainter *painter, const QStyleOptionComboBox &option, const QWidget *widget);
void comboBoxLabel(const QStyle &style, QPainter *painter, const QStyleOptionComboBox &option, const QWidget *widget);
void spinBox(const QStyle &style, QPainter *painter, const QStyleOptionSpinBox &option, const QWidget *widget);

QSize menuItemSize(const QStyleOption *option, const QSize &contents, const QWidget *widget);
void menuItem(QPainter *painter, const QStyleOptionMenuItem &option, const QWidget *widget);

/// The tabs of the main window, against those inside a page.
bool isDocumentTabs(const QWidget *widget);
QSize tabSize(const QStyleOption *option, const QSize &proposed, const QWidget *widget);
QRect tabTextRect(const QStyleOption *option, const QWidget *widget);
void tabShape(QPainter *painter, const QStyleOptionTab &option, const QWidget *widget);
void tabLabel(QPainter *painter, const QStyleOptionTab &option, const QWidget *widget);

void headerSection(QPainter *painter, const QStyleOptionHeader &option);
void headerLabel(const QStyle &style, QPainter *painter, const QStyleOptionHeader &option, const QWidget *widget);

QRect scrollBarRect(const QProxyStyle &style, const QStyleOptionSlider &option, QStyle::SubControl sub,
                    const QWidget *widget);
void scrollBar(const QStyle &style, QPainter *painter, const QStyleOptionSlider &option, const QWidget *widget);
void progressBar(QPainter *painter, const QStyleOptionProgressBar &option, const QWidget *widget);

} // namespace crm::paint
