#include "core/exchange/tax_numbers.h"
#include "core/model/check_digits.h"
#include "core/model/requisites.h"
#include <array>

namespace crm {

namespace {
int digit(const QString &s, int i) { return s.at(i).digitValue(); }

QString number(qint64 n, int width) { return QString::number(n).rightJustified(width, u'0'); }

/// The digit that makes the sum of digits, every second one doubled, a multiple of ten.
int luhn(const QString &digits)
{
    int sum = 0;
    for (int i = 0; i < digits.size(); ++i) {
        const int d = digit(digits, int(digits.size()) - 1 - i) * (i % 2 == 0 ? 2 : 1);
        sum += d > 9 ? d - 9 : d;
    }
    return (10 - sum % 10) % 10;
}

/// ISO 7064, MOD 11,10.
QString german(const QString &digits)
{
    int product = 10;
    for (int i = 0; i < 8; ++i) {
        int sum = (digit(digits, i) + product) % 10;
        product = 2 * (sum == 0 ? 10 : sum) % 11;
    }
    return QStringLiteral("DE") + digits.left(8) + QString::number((11 - product) % 10);
}

QString french(const QString &digits)
{
    const QString siren = digits.left(8) + QString::number(luhn(digits.left(8)));
    return QStringLiteral("FR") + number((12 + 3 * (siren.toLongLong() % 97)) % 97, 2) + siren;
}

QString polish(QString digits)
{
    static constexpr std::array weights{6, 5, 7, 2, 3, 4, 5, 6, 7};
    digits = digits.left(9);
    while (weightedSum(digits, weights) % 11 == 10) // such numbers are not given out
        digits = number(digits.toLongLong() + 1, 9).right(9);
    return QStringLiteral("PL") + digits + QString::number(weightedSum(digits, weights) % 11);
}

QString british(const QString &digits)
{
    static constexpr std::array weights{8, 7, 6, 5, 4, 3, 2};
    const int rest = weightedSum(digits, weights) % 97;
    return QStringLiteral("GB") + digits.left(7) + number(97 - rest, 2);
}

QString kazakh(QString digits)
{
    static constexpr std::array first{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, second{3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};
    digits = digits.left(11);
    for (;;) {
        int check = weightedSum(digits, first) % 11;
        if (check == 10)
            check = weightedSum(digits, second) % 11;
        if (check < 10)
            return digits + QString::number(check);
        digits = number(digits.toLongLong() + 1, 11).right(11);
    }
}
} // namespace

QString taxNumber(const QString &country, const QString &digits, bool person)
{
    if (country == QLatin1String("RU"))
        return withInnCheckDigits(digits.left(person ? 10 : 9));
    if (country == QLatin1String("DE"))
        return german(digits);
    if (country == QLatin1String("FR"))
        return french(digits);
    if (country == QLatin1String("IT"))
        return QStringLiteral("IT") + digits.left(10) + QString::number(luhn(digits.left(10)));
    if (country == QLatin1String("PL"))
        return polish(digits);
    if (country == QLatin1String("GB"))
        return british(digits);
    if (country == QLatin1String("KZ"))
        return kazakh(digits);
    return digits.left(2) + u'-' + digits.mid(2, 7);
}

} // namespace crm
