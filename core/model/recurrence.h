// When something that repeats comes next: every so many days, weeks, months or years, counted from one date.
//
//     Recurrence monthly{1, Recurrence::Month, QDate(2026, 1, 31)};
//     monthly.occurrence(1);   // 2026-02-28
//     monthly.occurrence(2);   // 2026-03-31: counted from the start, so a short month shortens no other
//
// Pure, for every thread.
#pragma once
#include "core/core_export.h"
#include <QDate>
#include <QString>
#include <optional>

namespace crm {

struct CRM_CORE Recurrence
{
    enum Unit { Day, Week, Month, Year };
    int every = 1; ///< so many units apart; below 1 there is no occurrence
    Unit unit = Month;
    QDate from; ///< occurrence 0

    /// The date of occurrence n (0: `from`); invalid when it lies behind the calendar (year 9999).
    QDate occurrence(int n) const;

    /// "day", "week", "month", "year", as a choice field holds it.
    static std::optional<Unit> unitByName(const QString &name);
};

} // namespace crm
