// How people call the colours with meaning (toneFor() of ui/style/tokens.h). Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QColor>
#include <QString>

namespace crm {

/// "Blue" of "blue"; anything else as it is.
CRM_UI QString toneLabel(const QString &token);
/// "Blue" of its colour, such as "#2f6bea"; of a colour of one's own its number.
CRM_UI QString toneLabel(const QColor &color);

} // namespace crm
