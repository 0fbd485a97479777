#include "core/access/password.h"
#include "printers.h"
#include <thread>

using namespace crm;

TEST(Password, IsVerifiedAgainstItsHashOnly)
{
    const QString hash = hashPassword(u"correct horse"_s);
    EXPECT_TRUE(hash.startsWith(u"$argon2id$"_s));
    EXPECT_FALSE(hash.contains(u"horse"_s));
    EXPECT_TRUE(verifyPassword(u"correct horse"_s, hash));
    EXPECT_FALSE(verifyPassword(u"Correct horse"_s, hash));
    EXPECT_FALSE(verifyPassword(u""_s, hash));
}

TEST(Password, SaltMakesEveryHashDifferent) { EXPECT_NE(hashPassword(u"secret-1"_s), hashPassword(u"secret-1"_s)); }

TEST(Password, AccentsMayBeComposedEitherWay)
{
    const QString hash = hashPassword(u"caf\u00E9-\u0439\u0439"_s);
    EXPECT_TRUE(verifyPassword(u"cafe\u0301-\u0438\u0306\u0438\u0306"_s, hash));
    EXPECT_FALSE(verifyPassword(u"cafe-\u0438\u0438"_s, hash));
}

TEST(Password, BrokenHashesLetNobodyIn)
{
    for (const QString &hash :
         {u""_s, u"x"_s, u"$argon2id$"_s, u"$argon2id$v=19$m=65536,t=2,p=1$c2FsdA$"_s, QString(5000, u'a')})
        EXPECT_FALSE(verifyPassword(u"secret-1"_s, hash)) << hash.left(50).toStdString();
    EXPECT_FALSE(verifyPassword(u""_s, u""_s));
}

TEST(Password, IsHashedOnSeveralThreadsAtOnce)
{
    std::vector<std::thread> threads;
    std::atomic<int> right = 0;
    for (int i = 0; i < 3; ++i) {
        threads.emplace_back([i, &right] {
            const QString password = u"password-%1"_s.arg(i);
            right += verifyPassword(password, hashPassword(password));
        });
    }
    for (std::thread &t : threads)
        t.join();
    EXPECT_EQ(right, 3);
}

TEST(Password, NewOnesMustNotBeGuessable)
{
    EXPECT_EQ(passwordFault(u"secret-1"_s, u"anna"_s), QString());
    EXPECT_TRUE(passwordFault(u"short"_s, u"anna"_s).contains(u"8"_s));
    EXPECT_NE(passwordFault(u""_s, u""_s), QString());
    EXPECT_NE(passwordFault(u"ANNA.SMITH"_s, u"anna.smith"_s), QString());
    EXPECT_NE(passwordFault(u"aaaaaaaaaa"_s, u"anna"_s), QString());
    EXPECT_NE(passwordFault(QString(1001, u'x') + u'y', u"anna"_s), QString());
}

TEST(Throttle, GrowsFromTheFifthFailureToAQuarterOfAnHour)
{
    const QDateTime last(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    for (int failures = 0; failures <= 4; ++failures)
        EXPECT_FALSE(throttledUntil(failures, last).isValid()) << failures;
    const int seconds[] = {2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900};
    for (int i = 0; i < int(std::size(seconds)); ++i)
        EXPECT_EQ(last.secsTo(throttledUntil(5 + i, last)), seconds[i]) << 5 + i;
    EXPECT_EQ(last.secsTo(throttledUntil(1'000'000, last)), 900);
    EXPECT_FALSE(throttledUntil(10, {}).isValid()) << "no failure is known";
}
