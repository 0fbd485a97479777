#include "ui/records/quick_moments.h"
#include "ui/records/cell_text.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::QuickMoments)
};

constexpr int workBegins = 9; ///< o'clock

QDateTime morning(const QDate &day) { return {day, QTime(workBegins, 0)}; }

QDate nextMonday(const QDate &today) { return today.addDays(8 - today.dayOfWeek()); }

QDateTime wholeMinute(const QDateTime &at) { return at.addMSecs(-at.time().msecsSinceStartOfDay() % 60'000); }
} // namespace

QList<QuickMoment> remindMoments(const QDateTime &now)
{
    return {{Tr::tr("In an hour"), wholeMinute(now.addSecs(3600))},
            {Tr::tr("Tomorrow morning"), morning(now.date().addDays(1))},
            {Tr::tr("In three days"), morning(now.date().addDays(3))},
            {Tr::tr("Next week"), morning(nextMonday(now.date()))}};
}

QList<QuickMoment> snoozeMoments(const QDateTime &now)
{
    return {{Tr::tr("10 minutes"), wholeMinute(now.addSecs(600))},
            {Tr::tr("1 hour"), wholeMinute(now.addSecs(3600))},
            {Tr::tr("Tomorrow morning"), morning(now.date().addDays(1))},
            {Tr::tr("Next week"), morning(nextMonday(now.date()))}};
}

QString nearMoment(const QDateTime &moment, const QLocale &locale)
{
    return cellText(Field(Kind::Moment, QStringLiteral("at"), {}), moment, {}, {}, locale);
}

} // namespace crm
