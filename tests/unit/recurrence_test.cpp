#include "core/model/recurrence.h"
#include <gtest/gtest.h>

using crm::Recurrence;

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
}

TEST(Recurrences, KnowTheNamesOfUnits)
{
    EXPECT_EQ(Recurrence::unitByName(QStringLiteral("week")), Recurrence::Week);
    EXPECT_FALSE(Recurrence::unitByName(QStringLiteral("fortnight")).has_value());
    EXPECT_FALSE(Recurrence::unitByName({}).has_value());
}
