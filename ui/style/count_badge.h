// How many, in red, over an icon button: reminders that are due, mentions that are new.
#pragma once
#include "ui/ui_export.h"

class QPainter;
class QRect;
class QString;

namespace crm {

/// At the upper right of the button's middle. Thread: the window's.
CRM_UI void paintCountBadge(QPainter *painter, const QRect &button, const QString &count);

} // namespace crm
