#include "core/model/amount_writer.h"
#include "core/model/error.h"
#include "core/model/money.h"
#include "printers.h"
#include <limits>
#include <random>

using namespace crm;

TEST(Money, KnowsTheMinorDigitsOfCurrencies)
{
    EXPECT_EQ(Money::minorDigits(u"RUB"_s), 2);
    EXPECT_EQ(Money::minorDigits(u"JPY"_s), 0);
    EXPECT_EQ(Money::minorDigits(u"KWD"_s), 3);
    EXPECT_EQ(Money::minorDigits(u"XYZ"_s), 2);
    EXPECT_EQ(Money::parse(u"1234", u"JPY"_s)->minor(), 1234);
    EXPECT_FALSE(Money::parse(u"1234.5", u"JPY"_s));
    EXPECT_EQ(Money(1234, u"KWD"_s).toString(), u"1.234"_s);
}

TEST(Money, PrintsAndReadsBackEveryAmount)
{
    std::mt19937_64 random(3);
    const QStringList codes = Money::knownCurrencies();
    for (int i = 0; i < 10'000; ++i) {
        const QString code = codes.at(qsizetype(random() % quint64(codes.size())));
        const Money m(qint64(random()), code);
        ASSERT_EQ(Money::parse(m.toString(), code), m) << m.toString().toStdString();
    }
}

TEST(Money, AddsExactlyAndOnlyWithinOneCurrency)
{
    EXPECT_EQ(Money(10, u"EUR"_s) + Money(20, u"EUR"_s), Money(30, u"EUR"_s));
    EXPECT_THROW(Money(1, u"EUR"_s) + Money(1, u"USD"_s), Error);
    EXPECT_THROW(Money(std::numeric_limits<qint64>::max(), u"EUR"_s) + Money(1, u"EUR"_s), Error);
}

TEST(Money, FollowsTheLocale)
{
    const QLocale en(QLocale::English), ru(QLocale::Russian);
    EXPECT_EQ(Money(-123450, u"USD"_s).toLocalized(en), u"-$1,234.50"_s);
    EXPECT_EQ(Money(123450, u"CHF"_s).toLocalized(en), u"1,234.50\u00A0CHF"_s);
    EXPECT_TRUE(Money(123450, u"RUB"_s).toLocalized(ru).endsWith(u",50\u00A0₽"_s));
    EXPECT_EQ(Money(5, {}).toLocalized(en), u"0.05"_s);
}

TEST(Money, IsWrittenInNumbersAsEachByItself)
{
    std::mt19937_64 random(5);
    // Groups of three, of two, from five digits on, other digits, none; the sign before and behind.
    for (const char *name : {"en_US", "ru_RU", "de_CH", "es_ES", "pl_PL", "hi_IN", "ar_EG", "fa_IR", "sv_SE", "C"}) {
        QLocale locale{QLatin1String(name)};
        for (const QString &code : {u"USD"_s, u"RUB"_s, u"JPY"_s, u"KWD"_s, u"XYZ"_s, QString()}) {
            const AmountWriter amounts(code, locale);
            for (int digits = 0; digits < 64; ++digits) {
                for (const qint64 minor : {qint64(random() >> digits), -qint64(random() >> digits)}) {
                    std::string written;
                    amounts.append(written, minor);
                    ASSERT_EQ(QString::fromStdString(written), Money(minor, code).toLocalized(locale))
                        << name << ' ' << minor;
                }
            }
        }
    }
}
