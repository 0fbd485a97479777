// Whole numbers of 128 bits whose overflow is refused, and a*b/c with a product of 256 bits. For the calculator.
#pragma once
#include "core/model/decimal.h"

namespace crm::wide {

using Int = __int128;
using UInt = unsigned __int128;

Int add(Int a, Int b);
Int mul(Int a, Int b);
Int pow10(int n);      ///< 0 <= n <= 38
Int gcd(Int a, Int b); ///< of the absolute values; at least 1
/// a*b/c, exact and then rounded; half up means away from zero.
Int mulDivRound(Int a, Int b, Int c, Rounding mode);
qint64 narrow(Int v);

} // namespace crm::wide
