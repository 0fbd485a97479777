#include "core/model/decimal.h"
#include "core/model/error.h"
#include "printers.h"
#include <limits>
#include <random>

using namespace crm;

namespace {
constexpr qint64 greatest = std::numeric_limits<qint64>::max();
constexpr qint64 least = std::numeric_limits<qint64>::min();

/// a*b/c by schoolbook arithmetic on decimal digits: slow, and nothing in common with the code under test.
class LongNumber
{
public:
    explicit LongNumber(quint64 v)
    {
        for (; v; v /= 10)
            m_digits.push_back(int(v % 10));
    }
    LongNumber times(const LongNumber &o) const
    {
        LongNumber r(0);
        r.m_digits.assign(m_digits.size() + o.m_digits.size() + 1, 0);
        for (size_t i = 0; i < m_digits.size(); ++i) {
            for (size_t j = 0; j < o.m_digits.size(); ++j) {
                r.m_digits[i + j] += m_digits[i] * o.m_digits[j];
                r.m_digits[i + j + 1] += r.m_digits[i + j] / 10;
                r.m_digits[i + j] %= 10;
            }
        }
        return r;
    }
    /// Quotient as text and whether the rest is less than, equal to or more than half of c.
    std::pair<std::string, int> dividedBy(quint64 c) const
    {
        std::string quotient;
        unsigned __int128 rest = 0;
        for (size_t i = m_digits.size(); i-- > 0;) {
            rest = rest * 10 + unsigned(m_digits[i]);
            quotient += char('0' + int(rest / c));
            rest %= c;
        }
        const size_t from = quotient.find_first_not_of('0');
        const int half = 2 * rest < c ? -1 : 2 * rest == c ? 0 : 1;
        return {from == std::string::npos ? "0" : quotient.substr(from), half};
    }

private:
    std::vector<int> m_digits; // the lowest first
};

quint64 magnitude(qint64 v) { return v < 0 ? 0 - quint64(v) : quint64(v); }

/// A number of a random number of bits, so that small and great ones occur alike.
qint64 anyNumber(std::mt19937_64 &random)
{
    const auto bits = random() % 64;
    const qint64 v = bits ? qint64(random() >> (64 - bits)) : 0;
    return random() % 2 ? v : -v;
}
} // namespace

TEST(Decimal, ParsesWhatPeopleWrite)
{
    const auto units = [](const char16_t *text, int scale) {
        return Decimal::parse(QStringView(text), scale)->units();
    };
    EXPECT_EQ(units(u"-1234.5", 2), -123450);
    EXPECT_EQ(units(u"1 234,5", 2), 123450);
    EXPECT_EQ(units(u"1.234,50", 2), 123450);
    EXPECT_EQ(units(u"1,234,567.8", 2), 123456780);
    EXPECT_EQ(units(u"1'234.50", 2), 123450);
    EXPECT_EQ(units(u"\u22125", 0), -5);
    EXPECT_EQ(units(u".5", 1), 5);
    EXPECT_EQ(units(u"5.", 1), 50);
    EXPECT_EQ(units(u"1.500", 1), 15);
}

TEST(Decimal, RefusesWhatIsNoNumberOrDoesNotFit)
{
    for (const char16_t *bad :
         {u"", u" ", u"abc", u"1e5", u"--1", u"1-", u"-", u".", u"1.2.3,4,5", u"1.2.2026", u"1,23,4", u"1234,567,890",
          u",123,456", u"1.234,567.89,1", u"12%", u"99999999999999999999"})
        EXPECT_FALSE(Decimal::parse(QStringView(bad), 2)) << QString::fromUtf16(bad).toStdString();
    EXPECT_FALSE(Decimal::parse(u"1.005", 2)) << "more digits than the scale";
    EXPECT_EQ(Decimal::parseRounded(u"1.005", 2)->units(), 101);
    EXPECT_EQ(Decimal::parseRounded(u"-1.005", 2)->units(), -101);
    EXPECT_EQ(Decimal::parseRounded(u"1.00499999", 2)->units(), 100);
    EXPECT_FALSE(Decimal::parseRounded(u"92233720368547758.075", 2)) << "rounds beyond 64 bits";
}

TEST(Decimal, PrintsAndReadsBackEveryValue)
{
    std::mt19937_64 random(1);
    for (int i = 0; i < 20'000; ++i) {
        const Decimal d(anyNumber(random), int(random() % 10));
        const auto back = Decimal::parse(d.toString(), d.scale());
        ASSERT_TRUE(back) << d.toString().toStdString();
        ASSERT_EQ(back->units(), d.units()) << d.toString().toStdString();
    }
    for (qint64 edge : {greatest, least, qint64(0), qint64(-1)})
        EXPECT_EQ(Decimal::parse(Decimal(edge, 2).toString(), 2)->units(), edge);
    EXPECT_EQ(Decimal(-5, 2).toString(), u"-0.05"_s);
}

TEST(Decimal, MulDivRoundAgreesWithLongArithmetic)
{
    std::mt19937_64 random(2);
    int fitting = 0, tooLarge = 0;
    for (int i = 0; i < 20'000; ++i) {
        const qint64 a = anyNumber(random), b = anyNumber(random);
        qint64 c = anyNumber(random);
        if (c == 0)
            c = 1;
        const auto [quotient, half] = LongNumber(magnitude(a)).times(LongNumber(magnitude(b))).dividedBy(magnitude(c));
        const bool negative = (a < 0) != (b < 0) ? c > 0 : c < 0;
        if (quotient.size() > 18) {
            if (quotient.size() > 19) {
                EXPECT_THROW(mulDivRound(a, b, c), Error);
                ++tooLarge;
            }
            continue; // 19 digits may or may not fit: edges have a test of their own
        }
        ++fitting;
        const qint64 down = std::stoll(quotient);
        const qint64 up = half >= 0 ? down + 1 : down;
        const qint64 even = half > 0 || (half == 0 && down % 2) ? down + 1 : down;
        ASSERT_EQ(mulDivRound(a, b, c), negative ? -up : up) << a << '*' << b << '/' << c;
        ASSERT_EQ(mulDivRound(a, b, c, Rounding::HalfEven), negative ? -even : even) << a << '*' << b << '/' << c;
    }
    EXPECT_GT(fitting, 1000);
    EXPECT_GT(tooLarge, 1000);
}

TEST(Decimal, RoundsHalvesAwayFromZeroOrToEven)
{
    EXPECT_EQ(mulDivRound(5, 1, 2), 3);
    EXPECT_EQ(mulDivRound(-5, 1, 2), -3);
    EXPECT_EQ(mulDivRound(5, 1, 2, Rounding::HalfEven), 2);
    EXPECT_EQ(mulDivRound(7, 1, 2, Rounding::HalfEven), 4);
    EXPECT_EQ(mulDivRound(5, -1, 2), -3);
    EXPECT_EQ(Decimal(12345, 3).rescaled(2).toString(), u"12.35"_s);
    EXPECT_EQ(Decimal(12345, 3).rescaled(2, Rounding::HalfEven).toString(), u"12.34"_s);
    EXPECT_EQ(Decimal(12, 1).rescaled(4).units(), 12000);
}

TEST(Decimal, OverflowIsRefusedNeverWrapped)
{
    EXPECT_EQ(mulDivRound(greatest, greatest, greatest), greatest);
    EXPECT_EQ(mulDivRound(least, greatest, greatest), least);
    EXPECT_THROW(mulDivRound(greatest, 2, 1), Error);
    EXPECT_THROW(mulDivRound(least, -1, 1), Error);
    EXPECT_THROW(mulDivRound(1, 1, 0), Error);
    EXPECT_THROW(addExact(greatest, 1), Error);
    EXPECT_THROW(addExact(least, -1), Error);
    EXPECT_EQ(addExact(least, greatest), -1);
    EXPECT_THROW(Decimal(greatest, 0).rescaled(1), Error);
}

TEST(Decimal, EqualsByValueNotByScale)
{
    EXPECT_EQ(Decimal(10, 1), Decimal(100, 2));
    EXPECT_FALSE(Decimal(10, 1) == Decimal(101, 2));
}

TEST(Decimal, FollowsTheLocale)
{
    const QLocale ru(QLocale::Russian), en(QLocale::English);
    EXPECT_EQ(Decimal(123456789, 2).toLocalized(en, 2), u"1,234,567.89"_s);
    EXPECT_EQ(Decimal(123450, 3).toLocalized(en), u"123.45"_s);
    EXPECT_EQ(Decimal(123000, 3).toLocalized(en), u"123"_s);
    EXPECT_EQ(Decimal(123000, 3).toLocalized(en, 2), u"123.00"_s);
    EXPECT_EQ(Decimal(-5, 1).toLocalized(ru), u"-0,5"_s);
    QString grouped = Decimal(123450, 2).toLocalized(ru, 2);
    EXPECT_EQ(grouped.remove(ru.groupSeparator()), u"1234,50"_s);
}
