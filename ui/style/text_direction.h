// Text and pictures that are painted by hand, in a layout that may run from right to left. What is written in a list is
// of any language, whatever the program speaks: phone numbers, amounts, addresses, Latin and Cyrillic sentences keep
// their order and their full stop, while their place in the row is mirrored.
//
//     drawElided(painter, rect, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
//     icon.paint(&painter, mirrored(painter, row, iconRect));
//
// Only what is shown goes through here; what is copied, saved or exported has no marks in it. Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QString>
#include <Qt>

class QPainter;
class QRect;
class QRectF;

namespace crm {

/// By its first letter; what has none (numbers, phones, dates) runs from left to right.
CRM_UI Qt::LayoutDirection directionOf(const QString &text);
/// Flags of QPainter::drawText: aligned as the layout says, written in the text's own direction.
CRM_UI int textFlags(int flags, Qt::LayoutDirection layout, const QString &text);
/// As QPainter::drawText, in the text's own direction.
CRM_UI void drawText(QPainter &painter, const QRectF &rect, int flags, const QString &text);
/// The same on one line, with an ellipsis where there is no room.
CRM_UI void drawElided(QPainter &painter, const QRect &rect, int flags, const QString &text,
                       Qt::TextElideMode mode = Qt::ElideRight);
/// For what Qt paints and for values among other words: with Unicode's marks of isolation around each line where the
/// text runs against the layout. To be shown, never to be kept.
CRM_UI QString isolated(const QString &text);
/// The rectangle on the other side of the area where the painter's layout runs from right to left.
CRM_UI QRect mirrored(const QPainter &painter, const QRect &area, const QRect &rect);

} // namespace crm
