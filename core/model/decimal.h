// Exact fixed-point numbers. Amounts never touch binary floating point.
//
//     Decimal q = Decimal::parse(u"1.250", 3).value();            // 1250 units of 0.001
//     qint64 kopecks = mulDivRound(q.units(), 19990, 1000);       // 1.250 x 199.90, half up
//
// Values are 64-bit with 128-bit intermediates; a result that does not fit throws Error(Validation).
#pragma once
#include "core/core_export.h"
#include <QLocale>
#include <QString>
#include <optional>

namespace crm {

enum class Rounding { HalfUp, HalfEven };

/// a*b/c with a 128-bit intermediate, rounded. Half up means away from zero. Throws on overflow and on c = 0.
CRM_CORE qint64 mulDivRound(qint64 a, qint64 b, qint64 c, Rounding mode = Rounding::HalfUp);
/// 10^n, 0 <= n <= 18.
CRM_CORE qint64 pow10(int n);
/// a+b; throws instead of wrapping around.
CRM_CORE qint64 addExact(qint64 a, qint64 b);

class CRM_CORE Decimal
{
public:
    constexpr Decimal() = default;
    /// @param units the value times 10^scale
    constexpr Decimal(qint64 units, int scale)
        : m_units(units)
        , m_scale(scale)
    {}
    /// Reads "-1234.5", "1 234,5", "1.234,50": the last of . and , is the decimal sign unless it groups thousands
    /// (several of it, or both kinds stand there). Nothing, if it is no number or has more digits than the scale.
    static std::optional<Decimal> parse(QStringView text, int scale);
    /// As parse(), but rounds surplus digits half up instead of refusing them.
    static std::optional<Decimal> parseRounded(QStringView text, int scale);

    qint64 units() const { return m_units; }
    int scale() const { return m_scale; }
    Decimal rescaled(int scale, Rounding mode = Rounding::HalfUp) const;
    /// Plain text with a point and all digits of the scale: what files and machines read.
    QString toString() const;
    /// As the locale writes it; trailing zeroes beyond minDigits are dropped.
    QString toLocalized(const QLocale &locale, int minDigits = 0) const;

    friend CRM_CORE bool operator==(Decimal a, Decimal b);

private:
    qint64 m_units = 0;
    int m_scale = 0;
};

} // namespace crm
