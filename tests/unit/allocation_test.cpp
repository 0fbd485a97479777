#include "core/model/allocation.h"
#include "core/model/error.h"
#include "printers.h"
#include <limits>
#include <random>

using namespace crm;

namespace {
using Int = __int128;
using Parts = QList<AllocationPart>;
constexpr qint64 most = std::numeric_limits<qint64>::max();
const QDate today(2026, 11, 30);

QList<OpenItem> items(std::initializer_list<qint64> open)
{
    QList<OpenItem> list;
    for (const qint64 amount : open)
        list << OpenItem{list.size() + 1, amount, {}};
    return list;
}

/// Small amounts, so that ties and zeroes are frequent, or any of 63 bits; some items with nothing open, or a credit.
QList<OpenItem> anyItems(std::mt19937_64 &random)
{
    const quint64 range = random() % 4 == 0 ? quint64(most) : random() % 2 ? 10 : 1'000'000;
    QList<OpenItem> list;
    for (auto n = random() % 9; n > 0; --n) {
        qint64 open = qint64(random() % range);
        if (random() % 10 == 0)
            open = -open;
        const QDate due = random() % 8 == 0 ? QDate() : today.addDays(qint64(random() % 12) - 6);
        list << OpenItem{list.size() + 1, open, due};
    }
    return list;
}

Int allOpen(const QList<OpenItem> &list)
{
    Int all = 0;
    for (const OpenItem &item : list)
        all += std::max<qint64>(item.open, 0);
    return all;
}

/// Less than is open, all of it to the unit, or more.
qint64 anyAmount(std::mt19937_64 &random, const QList<OpenItem> &list)
{
    const qint64 all = qint64(std::min<Int>(allOpen(list), most));
    switch (random() % 6) {
    case 0:
        return all;
    case 1:
        return qint64(random() >> 1);
    default:
        return all == 0 ? 0 : qint64(random() % quint64(all));
    }
}

/// Part of each item; refuses parts of unknown items, second parts, parts out of bounds.
QList<qint64> partsByItem(const Allocation &a, const QList<OpenItem> &list)
{
    QList<qint64> parts(list.size());
    for (const AllocationPart &part : a.parts) {
        const qsizetype at = part.id - 1;
        EXPECT_TRUE(at >= 0 && at < list.size());
        EXPECT_EQ(parts.at(at), 0) << "a second part";
        EXPECT_TRUE(part.amount > 0 && part.amount <= list.at(at).open);
        parts[at] = part.amount;
    }
    return parts;
}

void expectExact(const Allocation &a, const QList<OpenItem> &list, qint64 amount)
{
    Int sum = a.rest;
    for (const AllocationPart &part : a.parts)
        sum += part.amount;
    ASSERT_TRUE(sum == amount);
    ASSERT_GE(a.rest, 0);
    ASSERT_EQ(a.rest, qint64(std::max<Int>(0, amount - allOpen(list)))) << "as much as possible is spread";
}
} // namespace

TEST(Allocations, GoToTheOldestFirst)
{
    const QList<OpenItem> list{{1, 100, today}, {2, 50, today.addDays(-9)}, {3, 70, {}}, {4, 30, today.addDays(-9)}};
    EXPECT_EQ(allocate(90, list, AllocationOrder::OldestFirst), (Allocation{{{2, 50}, {4, 30}, {1, 10}}, 0}));
    EXPECT_EQ(allocate(200, list, AllocationOrder::OldestFirst), (Allocation{{{2, 50}, {4, 30}, {1, 100}, {3, 20}}, 0}))
        << "what has no date waits for the rest";
    EXPECT_EQ(allocate(300, list, AllocationOrder::OldestFirst).rest, 50);
}

TEST(Allocations, GoInTheOrderGiven)
{
    EXPECT_EQ(allocate(120, items({100, 0, -5, 50}), AllocationOrder::AsGiven), (Allocation{{{1, 100}, {4, 20}}, 0}))
        << "nothing goes where nothing is open";
    EXPECT_EQ(allocate(10, {}, AllocationOrder::AsGiven), (Allocation{{}, 10}));
    EXPECT_EQ(allocate(0, items({100}), AllocationOrder::AsGiven), Allocation());
}

TEST(Allocations, GoProportionallyToTheLargestRemainder)
{
    EXPECT_EQ(allocate(100, items({100, 100, 100}), AllocationOrder::Proportionally),
              (Allocation{{{1, 34}, {2, 33}, {3, 33}}, 0}));
    EXPECT_EQ(allocate(10, items({7, 1, 4}), AllocationOrder::Proportionally).parts, // 5.83, 0.83, 3.33
              (Parts{{1, 6}, {2, 1}, {3, 3}}));
    EXPECT_EQ(allocate(1, items({5, 6}), AllocationOrder::Proportionally).parts, (Parts{{2, 1}}));
    EXPECT_EQ(allocate(20, items({7, 1, 4}), AllocationOrder::Proportionally).rest, 8);
    EXPECT_EQ(allocate(5, items({0, -3}), AllocationOrder::Proportionally), (Allocation{{}, 5}));
}

TEST(Allocations, AreExactWhereAmountsAreGreatestAndRefuseOnesBelowZero)
{
    const QList<OpenItem> list = items({most, most, most});
    EXPECT_EQ(allocate(most, list, AllocationOrder::AsGiven).parts, (Parts{{1, most}}));
    EXPECT_EQ(allocate(most, list, AllocationOrder::Proportionally).parts, // most is 3 x 3074457345618258602 + 1
              (Parts{{1, most / 3 + 1}, {2, most / 3}, {3, most / 3}}));
    for (const auto order : {AllocationOrder::OldestFirst, AllocationOrder::AsGiven, AllocationOrder::Proportionally})
        EXPECT_THROW(allocate(-1, list, order), Error);
}

TEST(Allocations, InTurnPayInFullBeforeTheNext)
{
    std::mt19937_64 random(21);
    for (int i = 0; i < 100'000; ++i) {
        const QList<OpenItem> list = anyItems(random);
        const qint64 amount = anyAmount(random, list);
        const bool oldest = random() % 2;
        const Allocation a = allocate(amount, list, oldest ? AllocationOrder::OldestFirst : AllocationOrder::AsGiven);
        ASSERT_NO_FATAL_FAILURE(expectExact(a, list, amount));
        const QList<qint64> parts = partsByItem(a, list);
        for (qsizetype x = 0; x < list.size(); ++x) {
            if (parts.at(x) >= list.at(x).open)
                continue; // paid, or nothing open
            // x is not paid in full, so nothing that comes after it may have a part.
            for (qsizetype y = 0; y < list.size(); ++y) {
                const qint64 dayX = list.at(x).due.isValid() ? list.at(x).due.toJulianDay() : most;
                const qint64 dayY = list.at(y).due.isValid() ? list.at(y).due.toJulianDay() : most;
                const bool after = oldest && dayX != dayY ? dayY > dayX : y > x;
                ASSERT_TRUE(!after || parts.at(y) == 0) << "item " << y << " before " << x;
            }
        }
    }
}

TEST(Allocations, ProportionallyKeepTheQuota)
{
    std::mt19937_64 random(22);
    for (int i = 0; i < 100'000; ++i) {
        const QList<OpenItem> list = anyItems(random);
        const qint64 amount = anyAmount(random, list);
        const Allocation a = allocate(amount, list, AllocationOrder::Proportionally);
        ASSERT_NO_FATAL_FAILURE(expectExact(a, list, amount));
        const QList<qint64> parts = partsByItem(a, list);
        const Int all = allOpen(list);
        const qint64 spread = amount - a.rest;
        // Of each item: how far its part lies above its exact share, in units of 1/all; within one whole unit.
        QList<Int> above(list.size());
        for (qsizetype x = 0; x < list.size(); ++x) {
            const qint64 open = std::max<qint64>(list.at(x).open, 0);
            above[x] = Int(parts.at(x)) * all - Int(spread) * open;
            ASSERT_TRUE(above.at(x) > -all || all == 0);
            ASSERT_TRUE(above.at(x) < all || all == 0);
        }
        for (qsizetype x = 0; x < list.size(); ++x) {
            for (qsizetype y = 0; y < list.size(); ++y) {
                if (above.at(x) > 0 && above.at(y) < 0) { // x was rounded up by 1 - remainder, y down by its remainder
                    const Int remainderX = all - above.at(x), remainderY = -above.at(y);
                    ASSERT_TRUE(remainderX > remainderY || (remainderX == remainderY && x < y));
                }
                if (list.at(x).open > list.at(y).open) {
                    ASSERT_GE(parts.at(x), parts.at(y)) << "where more is open no less is paid";
                }
            }
        }
    }
}

TEST(Ageing, CountsTheDaysOverdue)
{
    QList<OpenItem> list;
    qint64 amount = 1;
    for (const int days : {-5, 0, 1, 30, 31, 60, 61, 90, 91, 4000}) {
        list << OpenItem{0, amount, today.addDays(-days)};
        amount *= 10;
    }
    list << OpenItem{0, 5, {}} << OpenItem{0, -300, today.addDays(-10)};
    const QList<AgeingBucket> buckets = ageing(list, today);
    EXPECT_EQ(buckets, (QList<AgeingBucket>{{std::nullopt, std::nullopt, 11 + 5, 3},
                                            {1, 30, 1'100 - 300, 3},
                                            {31, 60, 110'000, 2},
                                            {61, 90, 11'000'000, 2},
                                            {91, std::nullopt, 1'100'000'000, 2}}));
}

TEST(Ageing, TakesOtherBounds)
{
    const QList<OpenItem> list{{1, 10, today.addDays(-7)}, {2, 20, today.addDays(-8)}};
    EXPECT_EQ(ageing(list, today, {7}), (QList<AgeingBucket>{{{}, {}, 0, 0}, {1, 7, 10, 1}, {8, std::nullopt, 20, 1}}));
    EXPECT_EQ(ageing(list, today, {}), (QList<AgeingBucket>{{{}, {}, 0, 0}, {1, std::nullopt, 30, 2}}));
    EXPECT_EQ(ageing({}, today).size(), 5);
    EXPECT_EQ(ageing({}, today, {std::numeric_limits<int>::max()}).last().from, 2'147'483'648);
    for (const QList<int> &bad : QList<QList<int>>{{0}, {-1, 5}, {30, 30}, {60, 30}})
        EXPECT_THROW(ageing(list, today, bad), Error);
}

TEST(Ageing, RefusesOnlySumsThatDoNotFit)
{
    EXPECT_THROW(ageing({{1, most, {}}, {2, 1, {}}}, today), Error);
    EXPECT_EQ(ageing({{1, most, {}}, {2, 1, {}}, {3, -1, {}}}, today).first().sum, most) << "in any order";
}

TEST(Ageing, PutsEveryItemIntoOneBucket)
{
    std::mt19937_64 random(23);
    for (int i = 0; i < 100'000; ++i) {
        QList<int> bounds;
        for (auto n = random() % 5; n > 0; --n)
            bounds << (bounds.isEmpty() ? 0 : bounds.last()) + int(random() % 40) + 1;
        QList<OpenItem> list;
        for (auto n = random() % 6; n > 0; --n)
            list << OpenItem{0, qint64(random() % 2'000'001) - 1'000'000, today.addDays(150 - qint64(random() % 400))};
        const QList<AgeingBucket> buckets = ageing(list, today, bounds);
        ASSERT_EQ(buckets.size(), bounds.size() + 2);
        for (qsizetype b = 0; b < buckets.size(); ++b) {
            const AgeingBucket &bucket = buckets.at(b);
            qint64 sum = 0;
            qsizetype count = 0;
            for (const OpenItem &item : list) {
                const qint64 days = item.due.daysTo(today);
                const bool in = b == 0 ? days < 1 : days >= bucket.from && (!bucket.to || days <= bucket.to);
                sum += in ? item.open : 0;
                count += in;
                ASSERT_EQ(in, ageingIndex(item.due, today, bounds) == b);
            }
            ASSERT_EQ(bucket.sum, sum);
            ASSERT_EQ(bucket.count, count);
        }
    }
}
