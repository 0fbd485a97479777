// Text in a cell that is painted by hand: wrapped at words, so many lines at most, the last one with an ellipsis where
// there is more. Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QString>

class QPainter;
class QRect;

namespace crm {

/// With the font and pen of the painter, from the top of the rectangle on; on the side where the layout begins.
/// @returns the height that was used, in pixels
CRM_UI int paintWrapped(QPainter &painter, const QRect &rect, const QString &text, int mostLines);

} // namespace crm
