#include "core/model/recurrence.h"
#include "printers.h"
#include <QTimeZone>
#include <algorithm>
#include <random>
#include <time.h>

using crm::Recurrence;

namespace {
/// Days of a month of the Gregorian calendar, counted without QDate.
int daysInMonth(int year, int month)
{
    if (month == 2)
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

QDate monthsLater(QDate from, int months)
{
    const int all = from.year() * 12 + from.month() - 1 + months;
    const int year = all / 12, month = all % 12 + 1;
    return QDate(year, month, std::min(from.day(), daysInMonth(year, month)));
}

/// The process stands in another time zone as long as this lives.
class InZone
{
public:
    explicit InZone(const char *zone)
        : m_before(qgetenv("TZ"))
        , m_wasSet(qEnvironmentVariableIsSet("TZ"))
    {
        qputenv("TZ", zone);
        tzset();
    }
    ~InZone()
    {
        if (m_wasSet)
            qputenv("TZ", m_before);
        else
            qunsetenv("TZ");
        tzset();
    }
    InZone(const InZone &) = delete;
    InZone &operator=(const InZone &) = delete;

private:
    QByteArray m_before;
    bool m_wasSet;
};
} // namespace

TEST(Recurrences, CountFromTheStartSoThatAShortMonthShortensNoOther)
{
    const Recurrence monthly{1, Recurrence::Month, QDate(2026, 1, 31)};
    EXPECT_EQ(monthly.occurrence(0), QDate(2026, 1, 31));
    EXPECT_EQ(monthly.occurrence(1), QDate(2026, 2, 28));
    EXPECT_EQ(monthly.occurrence(2), QDate(2026, 3, 31));
    EXPECT_EQ(monthly.occurrence(25), QDate(2028, 2, 29));
    const Recurrence yearly{1, Recurrence::Year, QDate(2024, 2, 29)};
    EXPECT_EQ(yearly.occurrence(1), QDate(2025, 2, 28));
    EXPECT_EQ(yearly.occurrence(4), QDate(2028, 2, 29));
}

TEST(Recurrences, GoByDaysAndWeeks)
{
    EXPECT_EQ((Recurrence{3, Recurrence::Day, QDate(2026, 12, 30)}.occurrence(1)), QDate(2027, 1, 2));
    EXPECT_EQ((Recurrence{2, Recurrence::Week, QDate(2026, 11, 25)}.occurrence(3)), QDate(2027, 1, 6));
}

TEST(Recurrences, EndWhereTheCalendarEnds)
{
    EXPECT_FALSE((Recurrence{999, Recurrence::Year, QDate(2026, 1, 1)}.occurrence(9)).isValid());
    EXPECT_FALSE((Recurrence{1, Recurrence::Day, QDate()}.occurrence(1)).isValid());
    EXPECT_FALSE((Recurrence{1, Recurrence::Day, QDate(2026, 1, 1)}.occurrence(-1)).isValid());
    EXPECT_FALSE((Recurrence{999, Recurrence::Day, QDate(2026, 1, 1)}.occurrence(2'000'000'000)).isValid());
    EXPECT_EQ((Recurrence{1, Recurrence::Day, QDate(9999, 12, 30)}.occurrence(1)), QDate(9999, 12, 31));
    EXPECT_FALSE((Recurrence{1, Recurrence::Day, QDate(9999, 12, 30)}.occurrence(2)).isValid());
}

TEST(Recurrences, AreNoneWithoutADistance)
{
    for (const int every : {0, -1}) {
        for (const int n : {0, 1, 5})
            EXPECT_FALSE((Recurrence{every, Recurrence::Month, QDate(2026, 1, 31)}.occurrence(n)).isValid());
    }
}

TEST(Recurrences, StayAtTheEndOfEveryMonth)
{
    const Recurrence monthly{1, Recurrence::Month, QDate(2027, 1, 31)};
    const QDate expected[] = {{2027, 1, 31},  {2027, 2, 28},  {2027, 3, 31},  {2027, 4, 30}, {2027, 5, 31},
                              {2027, 6, 30},  {2027, 7, 31},  {2027, 8, 31},  {2027, 9, 30}, {2027, 10, 31},
                              {2027, 11, 30}, {2027, 12, 31}, {2028, 1, 31},  {2028, 2, 29}, {2028, 3, 31},
                              {2028, 4, 30},  {2028, 5, 31},  {2028, 6, 30},  {2028, 7, 31}, {2028, 8, 31},
                              {2028, 9, 30},  {2028, 10, 31}, {2028, 11, 30}, {2028, 12, 31}};
    for (int n = 0; n < 24; ++n)
        EXPECT_EQ(monthly.occurrence(n), expected[n]);
    // From every day of every month: the same day, or the last of a month that has none.
    for (QDate from(2023, 1, 1); from <= QDate(2024, 12, 31); from = from.addDays(1)) {
        const Recurrence each{1, Recurrence::Month, from};
        for (int n = 0; n <= 24; ++n)
            ASSERT_EQ(each.occurrence(n), monthsLater(from, n)) << from.toString(Qt::ISODate).toStdString();
    }
}

TEST(Recurrences, KnowLeapYearsAndTheOnesThatAreNone)
{
    const Recurrence yearly{1, Recurrence::Year, QDate(1896, 2, 29)};
    for (int n = 0; n <= 300; ++n) {
        const int year = 1896 + n;
        ASSERT_EQ(yearly.occurrence(n), QDate(year, 2, daysInMonth(year, 2))) << "1900 and 2100 are no leap years";
    }
    EXPECT_EQ((Recurrence{1, Recurrence::Day, QDate(2028, 2, 28)}.occurrence(1)), QDate(2028, 2, 29));
    EXPECT_EQ((Recurrence{1, Recurrence::Day, QDate(2100, 2, 28)}.occurrence(1)), QDate(2100, 3, 1));
}

TEST(Recurrences, AreSoManyUnitsApart)
{
    std::mt19937_64 random(41);
    for (int i = 0; i < 100'000; ++i) {
        const QDate from = QDate(1900, 1, 1).addDays(qint64(random() % 80'000));
        const auto unit = Recurrence::Unit(random() % 4);
        const int every = 1 + int(random() % 40), n = int(random() % 100);
        const Recurrence recurrence{every, unit, from};
        const QDate date = recurrence.occurrence(n);
        if (unit == Recurrence::Day || unit == Recurrence::Week) {
            ASSERT_EQ(date.toJulianDay() - from.toJulianDay(), qint64(n) * every * (unit == Recurrence::Week ? 7 : 1));
        } else {
            ASSERT_EQ(date, monthsLater(from, n * every * (unit == Recurrence::Year ? 12 : 1)));
        }
        ASSERT_LT(date, recurrence.occurrence(n + 1)) << "each comes later";
    }
}

TEST(Recurrences, SkipNoDayWhereClocksAreSet)
{
    // Moscow set its clocks until 2011; in Sao Paulo midnight itself was missing; Samoa lost a whole day.
    for (const char *zone : {"Europe/Moscow", "America/Sao_Paulo", "Pacific/Apia", "America/New_York"}) {
        const InZone inZone(zone);
        if (QTimeZone::systemTimeZoneId() != zone)
            GTEST_SKIP() << "the system does not know " << zone << ", or takes no zone from TZ";
        const QDate from(2010, 1, 31);
        const Recurrence daily{1, Recurrence::Day, from}, weekly{1, Recurrence::Week, from};
        const Recurrence monthly{1, Recurrence::Month, from};
        for (int n = 0; n <= 3000; ++n) {
            ASSERT_EQ(daily.occurrence(n).toJulianDay(), from.toJulianDay() + n);
            ASSERT_EQ(weekly.occurrence(n).dayOfWeek(), from.dayOfWeek());
            ASSERT_EQ(monthly.occurrence(n), monthsLater(from, n));
        }
    }
}

TEST(Recurrences, KnowTheNamesOfUnits)
{
    EXPECT_EQ(Recurrence::unitByName(QStringLiteral("week")), Recurrence::Week);
    EXPECT_FALSE(Recurrence::unitByName(QStringLiteral("fortnight")).has_value());
    EXPECT_FALSE(Recurrence::unitByName({}).has_value());
}
