// Laws that the calculator keeps for every document, on random ones. CRM_PROPERTY_CASES says how many (100'000
// where nothing is said): of 1'000'000 each law takes a few seconds in a release build.
#include "core/model/calculator.h"
#include "core/model/error.h"
#include "printers.h"
#include <QElapsedTimer>
#include <algorithm>
#include <limits>
#include <numeric>
#include <random>

using namespace crm;

namespace {
using Int = __int128;
using Random = std::mt19937_64;

int cases()
{
    bool ok = false;
    const int n = qEnvironmentVariableIntValue("CRM_PROPERTY_CASES", &ok);
    return ok && n > 0 ? n : 100'000;
}

qint64 below(Random &random, qint64 limit) { return qint64(random() % quint64(limit)); }

LineInput anyLine(Random &random, bool anyScale)
{
    LineInput l;
    l.quantity = below(random, 100'000);
    l.price = below(random, 1'000'000);
    l.discount = random() % 2 ? 0 : below(random, 10'001);
    l.taxable = random() % 3 != 0;
    if (anyScale) {
        l.quantityScale = int(random() % 5);
        l.price *= random() % 8 == 0 ? 1000 : 1;
        if (random() % 8 == 0)
            l.quantity = -l.quantity; // something given back
        if (random() % 4 == 0) {
            l.discountScale = 0;
            l.discount /= 100;
        }
    }
    return l;
}

/// @param anyScale also quantities and percents of other scales, negative lines and withheld taxes
CalculatorInput anyDocument(Random &random, bool anyScale = true)
{
    CalculatorInput in;
    for (auto n = random() % 8; n > 0; --n)
        in.lines << anyLine(random, anyScale);
    for (auto n = random() % 3; n > 0; --n) {
        const bool tenths = anyScale && random() % 4 == 0;
        in.taxes << TaxInput{below(random, tenths ? 300 : 3000), tenths ? 1 : 2};
        if (anyScale && random() % 4 == 0)
            in.taxes.last().percent *= -1;
    }
    in.discount.afterTax = random() % 2;
    in.discount.type = DiscountInput::Type(random() % 3);
    in.discount.value = below(random, in.discount.type == DiscountInput::Percent ? 5000 : 1000);
    in.taxesIncluded = random() % 2;
    in.roundBy = random() % 2 ? RoundBy::Lines : RoundBy::Document;
    in.rounding = random() % 2 ? Rounding::HalfUp : Rounding::HalfEven;
    return in;
}

qint64 sumOf(const QList<qint64> &amounts) { return std::accumulate(amounts.begin(), amounts.end(), qint64(0)); }

/// All but the lines, for documents whose lines differ.
DocumentAmounts totals(DocumentAmounts a)
{
    a.lines.clear();
    return a;
}

DocumentAmounts negated(DocumentAmounts a)
{
    for (QList<qint64> *list : {&a.lines, &a.taxes})
        std::transform(list->begin(), list->end(), list->begin(), std::negate());
    a.subtotal = -a.subtotal;
    a.discount = -a.discount;
    a.total = -a.total;
    return a;
}

/// True if figure is top/bottom rounded in this way, in whole numbers alone.
bool isRounded(qint64 figure, Int top, Int bottom, Rounding rounding)
{
    if (bottom < 0) {
        top = -top;
        bottom = -bottom;
    }
    const Int difference = 2 * (Int(figure) * bottom - top);
    if (difference != bottom && difference != -bottom)
        return difference < bottom && difference > -bottom;
    const bool awayFromZero = (difference > 0) == (top > 0);
    return rounding == Rounding::HalfUp ? awayFromZero : figure % 2 == 0;
}
} // namespace

TEST(CalculatorLaws, FiguresAlwaysAddUp)
{
    Random random(4);
    QElapsedTimer timer;
    qint64 spent = 0;
    for (int i = 0; i < cases(); ++i) {
        const CalculatorInput in = anyDocument(random);
        timer.start();
        const DocumentAmounts a = calculate(in);
        spent += timer.nsecsElapsed();
        ASSERT_EQ(a.lines.size(), in.lines.size());
        ASSERT_EQ(a.taxes.size(), in.taxes.size());
        ASSERT_EQ(a.total, a.subtotal - a.discount + (in.taxesIncluded ? 0 : sumOf(a.taxes)));
        // Each line and the subtotal are off by at most a half, so together by at most (lines + 1) / 2.
        const qint64 off = std::abs(a.subtotal - sumOf(a.lines));
        ASSERT_LE(off, in.roundBy == RoundBy::Lines ? 0 : (in.lines.size() + 1) / 2);
    }
    RecordProperty("documents_per_minute", int(60e9 * cases() / double(spent)));
    printf("%.1f million documents a minute\n", 60e3 * cases() / double(spent));
}

TEST(CalculatorLaws, EveryFigureIsTheExactFractionRoundedOnce)
{
    constexpr Int unit = 10'000'000; // quantities by 1000, discounts by 10000
    Random random(9);
    for (int i = 0; i < cases(); ++i) {
        const CalculatorInput in = anyDocument(random, false);
        const DocumentAmounts a = calculate(in);
        Int all = 0, taxable = 0;
        for (int n = 0; n < in.lines.size(); ++n) {
            const LineInput &l = in.lines.at(n);
            const Int value = Int(l.quantity) * l.price * (10'000 - l.discount);
            ASSERT_TRUE(isRounded(a.lines.at(n), value, unit, in.rounding));
            const Int counted = in.roundBy == RoundBy::Lines ? Int(a.lines.at(n)) * unit : value;
            all += counted;
            taxable += l.taxable ? counted : 0;
        }
        ASSERT_TRUE(isRounded(a.subtotal, all, unit, in.rounding));

        Int left = 1, of = 1; // what a discount before tax leaves
        if (!in.discount.afterTax && in.discount.type == DiscountInput::Percent) {
            left = 10'000 - in.discount.value;
            of = 10'000;
        } else if (!in.discount.afterTax && in.discount.type == DiscountInput::Amount && all != 0) {
            left = all - in.discount.value * unit;
            of = all;
        }
        Int rates = 0;
        for (const TaxInput &t : in.taxes)
            rates += t.percent;
        const Int whole = in.taxesIncluded ? 10'000 + rates : Int(10'000);
        for (int n = 0; n < in.taxes.size(); ++n)
            ASSERT_TRUE(
                isRounded(a.taxes.at(n), taxable * left * in.taxes.at(n).percent, of * whole * unit, in.rounding));

        const Int from = all + (in.discount.afterTax && !in.taxesIncluded ? Int(a.taxSum()) * unit : Int(0));
        if (in.discount.type == DiscountInput::Percent) {
            ASSERT_TRUE(isRounded(a.discount, from * in.discount.value, unit * 10'000, in.rounding));
        } else {
            ASSERT_EQ(a.discount, in.discount.type == DiscountInput::Amount ? in.discount.value : 0);
        }
    }
}

TEST(CalculatorLaws, OrderOfLinesDoesNotMatter)
{
    Random random(5);
    for (int i = 0; i < cases(); ++i) {
        CalculatorInput in = anyDocument(random);
        const DocumentAmounts a = calculate(in);
        std::shuffle(in.lines.begin(), in.lines.end(), random);
        ASSERT_EQ(totals(calculate(in)), totals(a));
    }
}

TEST(CalculatorLaws, CreditNoteIsTheMirrorOfItsInvoice)
{
    Random random(6);
    for (int i = 0; i < cases(); ++i) {
        CalculatorInput in = anyDocument(random);
        const DocumentAmounts a = calculate(in);
        for (LineInput &l : in.lines)
            l.quantity = -l.quantity;
        if (in.discount.type == DiscountInput::Amount)
            in.discount.value = -in.discount.value;
        ASSERT_EQ(calculate(in), negated(a));
    }
}

TEST(CalculatorLaws, LinesOfNothingChangeNothing)
{
    Random random(7);
    for (int i = 0; i < cases(); ++i) {
        CalculatorInput in = anyDocument(random);
        const DocumentAmounts a = calculate(in);
        for (auto n = random() % 4; n > 0; --n) {
            LineInput nothing = anyLine(random, true);
            switch (random() % 3) {
            case 0:
                nothing.quantity = 0;
                break;
            case 1:
                nothing.price = 0;
                break;
            default:
                nothing.discountScale = 2;
                nothing.discount = 10'000;
            }
            in.lines.insert(below(random, in.lines.size() + 1), nothing);
        }
        ASSERT_EQ(totals(calculate(in)), totals(a));
    }
}

// Twice x rounded is off by at most 1 from x rounded twice: 2 x 1/2 + 1/2, and both are whole numbers. So are the
// subtotal and each tax, whose exact values double. A percentage given after tax is taken from taxes that may each be
// off by 1, so it is off by at most 1 more for each.
TEST(CalculatorLaws, TwiceTheLinesIsTwiceTheDocumentButForRounding)
{
    Random random(8);
    for (int i = 0; i < cases(); ++i) {
        CalculatorInput in = anyDocument(random);
        const DocumentAmounts one = calculate(in);
        CalculatorInput doubled = in;
        doubled.lines << in.lines;
        if (in.discount.type == DiscountInput::Amount)
            doubled.discount.value *= 2;
        const DocumentAmounts two = calculate(doubled);
        ASSERT_LE(std::abs(two.subtotal - 2 * one.subtotal), in.roundBy == RoundBy::Lines ? 0 : 1);
        for (qsizetype t = 0; t < in.taxes.size(); ++t)
            ASSERT_LE(std::abs(two.taxes.at(t) - 2 * one.taxes.at(t)), 1);
        const bool ofTaxes = in.discount.afterTax && !in.taxesIncluded;
        const bool percent = in.discount.type == DiscountInput::Percent;
        ASSERT_LE(std::abs(two.discount - 2 * one.discount), percent ? 1 + (ofTaxes ? in.taxes.size() : 0) : 0);

        if (in.roundBy == RoundBy::Document) { // nothing but the exact sum counts
            for (LineInput &l : in.lines)
                l.quantity *= 2;
            in.discount = doubled.discount;
            ASSERT_EQ(totals(calculate(in)), totals(two));
        }
    }
}

TEST(CalculatorLaws, TaxWithheldIsTheTaxAddedWithTheOtherSign)
{
    Random random(10);
    for (int i = 0; i < cases(); ++i) {
        CalculatorInput in = anyDocument(random);
        in.taxesIncluded = false;
        in.discount.afterTax = false;
        const DocumentAmounts added = calculate(in);
        for (TaxInput &t : in.taxes)
            t.percent = -t.percent;
        const DocumentAmounts withheld = calculate(in);
        ASSERT_EQ(withheld.taxes, negated(added).taxes);
        ASSERT_EQ(withheld.subtotal, added.subtotal);
        ASSERT_EQ(withheld.discount, added.discount);
        ASSERT_EQ(added.total - (added.subtotal - added.discount),
                  (withheld.subtotal - withheld.discount) - withheld.total);
    }
}

// Prices without tax: net S, taxes t_i = S r_i + e_i (r_i as a fraction, |e_i| <= 1/2), gross G = S + sum of t_i.
// The same gross as a price that includes the taxes, with R = sum of r_i and q_i = r_i / (1 + R):
//
//     t'_i = round(G q_i) = round(S r_i + q_i e), e = sum of e_j     (for G = S (1 + R) + e)
//          = round(t_i + x_i),  x_i = q_i e - e_i
//
// so |t'_i - t_i| <= |x_i| + 1/2 where |x_i| <= (|1 - q_i| + (k - 1) |q_i|) / 2 with k taxes. With one tax above zero
// |x| <= 1 / (2 (1 + r)) < 1/2, and t' = t exactly.
TEST(CalculatorLaws, IncludedTaxesAreTheAddedOnesWithinTheBound)
{
    Random random(12);
    qint64 greatest = 0;
    for (int i = 0; i < cases(); ++i) {
        CalculatorInput added;
        added.lines = {{.quantity = 1, .quantityScale = 0, .price = below(random, 1'000'000'000)}};
        added.rounding = random() % 2 ? Rounding::HalfUp : Rounding::HalfEven;
        const int k = 1 + int(random() % 4);
        double rates = 0;
        for (int t = 0; t < k; ++t) {
            const qint64 rate = random() % 4 ? 1 + below(random, 3000) : -below(random, 2000);
            added.taxes << TaxInput{rate, 2};
            rates += double(rate) / 10'000;
        }
        const DocumentAmounts a = calculate(added);
        CalculatorInput included = added;
        included.lines.first().price = a.total;
        included.taxesIncluded = true;
        const DocumentAmounts b = calculate(included);
        ASSERT_EQ(b.total, a.total);
        for (int t = 0; t < k; ++t) {
            const double q = double(added.taxes.at(t).percent) / 10'000 / (1 + rates);
            const qint64 bound = qint64((std::abs(1 - q) + (k - 1) * std::abs(q)) / 2 + 0.5 + 1e-9);
            const qint64 off = std::abs(b.taxes.at(t) - a.taxes.at(t));
            ASSERT_LE(off, k == 1 && added.taxes.first().percent > 0 ? 0 : bound);
            greatest = std::max(greatest, off);
        }
    }
    EXPECT_GT(greatest, 0) << "several taxes do differ now and then";
}

// Each of n gross prices is rounded once (off by 1/2 at most), and so is each of k taxes on the net sum, while both
// documents stand for the same exact gross: their totals differ by at most (n + k) / 2.
TEST(CalculatorLaws, GrossPricesOfEveryLineMakeTheSameTotalWithinTheBound)
{
    Random random(13);
    for (int i = 0; i < cases(); ++i) {
        CalculatorInput added;
        added.taxes = {{1 + below(random, 3000), 2}, {below(random, 1000), 2}};
        const qint64 rates = added.taxes.first().percent + added.taxes.last().percent;
        CalculatorInput included = added;
        included.taxesIncluded = true;
        for (auto n = random() % 20; n > 0; --n) {
            const qint64 net = below(random, 1'000'000);
            const qint64 gross = mulDivRound(net, 10'000 + rates, 10'000);
            added.lines << LineInput{.quantity = 1, .quantityScale = 0, .price = net};
            included.lines << LineInput{.quantity = 1, .quantityScale = 0, .price = gross};
        }
        const qint64 bound = (added.lines.size() + added.taxes.size()) / 2;
        ASSERT_LE(std::abs(calculate(added).total - calculate(included).total), bound);
    }
}

TEST(CalculatorLaws, QuantitiesOfATrillionAreExactOrRefused)
{
    constexpr qint64 trillion = 1'000'000'000'000;
    constexpr Int most = std::numeric_limits<qint64>::max();
    Random random(14);
    int refused = 0;
    for (int i = 0; i < cases(); ++i) {
        const qint64 quantity = trillion - below(random, 1000), price = below(random, 20'000'000);
        CalculatorInput in;
        in.lines = {{.quantity = quantity * 1000, .price = price}};
        in.taxes = {{2000, 2}};
        in.roundBy = random() % 2 ? RoundBy::Lines : RoundBy::Document;
        const Int net = Int(quantity) * price;
        const Int tax = (net * 20 + 50) / 100; // half up
        const bool fits = net + tax <= most;
        ASSERT_EQ(fits, net <= most && tax <= most && net + tax <= most);
        if (!fits) {
            ASSERT_THROW(calculate(in), Error);
            ++refused;
            continue;
        }
        const DocumentAmounts a = calculate(in);
        ASSERT_EQ(a.subtotal, qint64(net));
        ASSERT_EQ(a.taxes.first(), qint64(tax));
        ASSERT_EQ(a.total, qint64(net + tax));
    }
    EXPECT_GT(refused, 0);
    EXPECT_LT(refused, cases());
}

TEST(CalculatorLaws, AMillionLinesAreExactOrRefused)
{
    constexpr int lines = 1'000'000;
    CalculatorInput in;
    in.lines = QList<LineInput>(lines, {.quantity = 1, .quantityScale = 0, .price = 7'000'000'000'001});
    in.taxes = {{2000, 2}};
    const DocumentAmounts a = calculate(in);
    EXPECT_EQ(a.subtotal, 7'000'000'000'001'000'000);
    EXPECT_EQ(a.taxes.first(), 1'400'000'000'000'200'000);
    EXPECT_EQ(a.total, 8'400'000'000'001'200'000);
    in.lines.fill({.quantity = 1, .quantityScale = 0, .price = 9'000'000'000'000});
    EXPECT_THROW(calculate(in), Error) << "the total has no room";
    in.lines.fill({.quantity = 333, .price = 1}); // 0.333 of a kopeck
    in.roundBy = RoundBy::Document;
    EXPECT_EQ(calculate(in).subtotal, 333'000);
    in.roundBy = RoundBy::Lines;
    EXPECT_EQ(calculate(in).subtotal, 0);
}
