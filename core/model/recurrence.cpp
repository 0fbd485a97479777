#include "core/model/recurrence.h"
#include <array>

namespace crm {

namespace {
constexpr std::array unitNames{"day", "week", "month", "year"};
constexpr int lastYear = 9999; // what both databases and every spreadsheet can hold
constexpr qint64 mostSteps = 4'000'000;
} // namespace

QDate Recurrence::occurrence(int n) const
{
    const qint64 steps = qint64(n) * every;
    if (!from.isValid() || every < 1 || steps < 0 || steps > mostSteps)
        return {};
    QDate date;
    switch (unit) {
    case Day:
        date = from.addDays(steps);
        break;
    case Week:
        date = from.addDays(7 * steps);
        break;
    case Month:
        date = from.addMonths(int(steps));
        break;
    case Year:
        date = from.addYears(int(steps));
        break;
    }
    return date.isValid() && date.year() <= lastYear ? date : QDate();
}

std::optional<Recurrence::Unit> Recurrence::unitByName(const QString &name)
{
    for (size_t i = 0; i < unitNames.size(); ++i) {
        if (name == QLatin1String(unitNames[i]))
            return Unit(i);
    }
    return std::nullopt;
}

} // namespace crm
