#include "core/exchange/tax_numbers.h"
#include <QList>

namespace crm {

namespace {
int digit(const QString &s, int i) { return s.at(i).digitValue(); }

qint64 weighted(const QString &digits, const QList<int> &weights)
{
    qint64 sum = 0;
    for (int i = 0; i < weights.size(); ++i)
        sum += qint64(digit(digits, i)) * weights.at(i);
    return sum;
}

const QList<int> innOrganisation{2, 4, 10, 3, 5, 9, 4, 6, 8};
const QList<int> innPersonFirst{7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
const QList<int> innPersonSecond{3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

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

QString inn(const QString &digits, bool person)
{
    if (!person)
        return digits.left(9) + QString::number(weighted(digits, innOrganisation) % 11 % 10);
    const QString first = digits.left(10) + QString::number(weighted(digits, innPersonFirst) % 11 % 10);
    return first + QString::number(weighted(first, innPersonSecond) % 11 % 10);
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
    static const QList<int> weights{6, 5, 7, 2, 3, 4, 5, 6, 7};
    digits = digits.left(9);
    while (weighted(digits, weights) % 11 == 10) // such numbers are not given out
        digits = number(digits.toLongLong() + 1, 9).right(9);
    return QStringLiteral("PL") + digits + QString::number(weighted(digits, weights) % 11);
}

QString british(const QString &digits)
{
    static const QList<int> weights{8, 7, 6, 5, 4, 3, 2};
    const qint64 rest = weighted(digits, weights) % 97;
    return QStringLiteral("GB") + digits.left(7) + number(97 - rest, 2);
}

QString kazakh(QString digits)
{
    static const QList<int> first{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, second{3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};
    digits = digits.left(11);
    for (;;) {
        qint64 check = weighted(digits, first) % 11;
        if (check == 10)
            check = weighted(digits, second) % 11;
        if (check < 10)
            return digits + QString::number(check);
        digits = number(digits.toLongLong() + 1, 11).right(11);
    }
}
} // namespace

bool isValidInn(const QString &text)
{
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return false;
    }
    return (text.size() == 10 || text.size() == 12) && inn(text, text.size() == 12) == text;
}

QString taxNumber(const QString &country, const QString &digits, bool person)
{
    if (country == QLatin1String("RU"))
        return inn(digits, person);
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
