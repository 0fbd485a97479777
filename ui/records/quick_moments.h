// Moments that one chooses with one click: for a reminder, and to put one off.
#pragma once
#include "ui/ui_export.h"
#include <QDateTime>
#include <QList>
#include <QLocale>
#include <QString>

namespace crm {

struct QuickMoment
{
    QString text; ///< "Tomorrow morning"
    QDateTime at; ///< local time
};

/// @param now local time
CRM_UI QList<QuickMoment> remindMoments(const QDateTime &now);
CRM_UI QList<QuickMoment> snoozeMoments(const QDateTime &now);
/// "Tomorrow 09:00"; of a moment in UTC or local time.
CRM_UI QString nearMoment(const QDateTime &moment, const QLocale &locale);

} // namespace crm
