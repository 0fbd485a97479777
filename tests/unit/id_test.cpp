#include "core/model/id.h"
#include "printers.h"
#include <algorithm>
#include <thread>
#include <vector>

using namespace crm;

TEST(Id, MillionIdsFromFourThreadsAreAllDifferentAndNeverGoBackwards)
{
    constexpr int threads = 4;
    constexpr int each = 250'000;
    std::vector<std::vector<Id>> made(threads);
    std::vector<std::thread> workers;
    for (int t = 0; t < threads; ++t) {
        workers.emplace_back([&ids = made[size_t(t)]] {
            ids.reserve(each);
            for (int i = 0; i < each; ++i)
                ids.push_back(newId());
        });
    }
    for (std::thread &w : workers)
        w.join();

    std::vector<Id> all;
    for (const std::vector<Id> &ids : made) {
        EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
        all.insert(all.end(), ids.begin(), ids.end());
    }
    std::sort(all.begin(), all.end());
    EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end());
    EXPECT_GT(all.front(), 0);
}

TEST(Id, CarriesTheTimeItWasMade)
{
    const qint64 epoch = QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    const Id id = newId();
    const qint64 ms = (id >> 22) + epoch;
    // A burst of ids may run ahead of the clock by a little, never behind it.
    EXPECT_NEAR(double(ms), double(QDateTime::currentMSecsSinceEpoch()), 60'000.0);
}

TEST(Id, SequenceIsTheSameEachTime)
{
    IdSequence a(1000, 7), b(1000, 7), other(1000, 8);
    const Id first = a.next();
    EXPECT_EQ(first, b.next());
    EXPECT_EQ(a.next(), first + 1);
    EXPECT_NE(other.next(), first);
    EXPECT_EQ(first >> 22, 1000);
}
