// Dates and moments as people type them: "24.11", "tomorrow", "+3", "-2w", "fri", "24.11 14:30".
#pragma once
#include "ui/ui_export.h"
#include <QDateTime>
#include <QLocale>
#include <optional>

namespace crm {

/// The words are read in the person's language and in English. A date without a year is the nearest to come within
/// the year of `today`. Nothing: it is none of these, nor the locale's or ISO's way of writing a date.
CRM_UI std::optional<QDate> readNearDate(const QString &text, const QDate &today, const QLocale &locale);
/// A date as above, then a time ("14:30", "9"); a time alone is today's; "+2h" and "+15min" count from `now` (local).
CRM_UI std::optional<QDateTime> readNearMoment(const QString &text, const QDateTime &now, const QLocale &locale);

} // namespace crm
