#include "core/model/wide.h"
#include "core/model/error.h"
#include <QCoreApplication>
#include <limits>

namespace crm::wide {

namespace {
[[noreturn]] void overflow()
{
    throw Error(ErrorKind::Validation, QCoreApplication::translate("crm::Decimal", "The number is too large."));
}

UInt magnitude(Int v) { return v < 0 ? UInt(0) - UInt(v) : UInt(v); }

struct Product
{
    UInt high, low;
};

Product multiply(UInt a, UInt b)
{
    constexpr int half = 64;
    const UInt mask = std::numeric_limits<quint64>::max();
    const UInt low = (a & mask) * (b & mask);
    const UInt cross1 = (a >> half) * (b & mask);
    const UInt cross2 = (a & mask) * (b >> half);
    const UInt middle = (low >> half) + (cross1 & mask) + (cross2 & mask);
    return {(a >> half) * (b >> half) + (cross1 >> half) + (cross2 >> half) + (middle >> half),
            (middle << half) | (low & mask)};
}

struct Quotient
{
    UInt value, rest;
};

/// Long division, bit by bit: a document has few figures, so plainness wins over speed.
Quotient divide(Product p, UInt by)
{
    if (p.high >= by)
        overflow(); // the quotient has more than 128 bits
    UInt rest = p.high;
    UInt value = 0;
    for (int bit = 127; bit >= 0; --bit) {
        const bool carry = rest >> 127;
        rest = (rest << 1) | ((p.low >> bit) & 1);
        value <<= 1;
        if (carry || rest >= by) {
            rest -= by;
            value |= 1;
        }
    }
    return {value, rest};
}
} // namespace

Int add(Int a, Int b)
{
    Int sum;
    if (__builtin_add_overflow(a, b, &sum))
        overflow();
    return sum;
}

Int mul(Int a, Int b)
{
    Int product;
    if (__builtin_mul_overflow(a, b, &product))
        overflow();
    return product;
}

Int pow10(int n)
{
    if (n < 0)
        overflow();
    Int v = 1;
    for (int i = 0; i < n; ++i)
        v = mul(v, 10);
    return v;
}

Int gcd(Int a, Int b)
{
    UInt x = magnitude(a);
    UInt y = magnitude(b);
    while (y != 0) {
        const UInt rest = x % y;
        x = y;
        y = rest;
    }
    return x == 0 || x > UInt(std::numeric_limits<Int>::max()) ? 1 : Int(x);
}

Int mulDivRound(Int a, Int b, Int c, Rounding mode)
{
    if (c == 0)
        overflow();
    const bool negative = ((a < 0) != (b < 0)) != (c < 0);
    const UInt by = magnitude(c);
    Quotient q = divide(multiply(magnitude(a), magnitude(b)), by);
    const UInt missing = by - q.rest;
    if (q.rest > missing || (q.rest == missing && (mode == Rounding::HalfUp || (q.value & 1))))
        ++q.value;
    if (q.value > UInt(std::numeric_limits<Int>::max()))
        overflow();
    return negative ? -Int(q.value) : Int(q.value);
}

qint64 narrow(Int v)
{
    if (v > std::numeric_limits<qint64>::max() || v < std::numeric_limits<qint64>::min())
        overflow();
    return qint64(v);
}

} // namespace crm::wide
