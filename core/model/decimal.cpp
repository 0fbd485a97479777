#include "core/model/decimal.h"
#include "core/model/error.h"
#include <QCoreApplication>
#include <limits>

namespace crm {

namespace {
using Int128 = __int128;

[[noreturn]] void overflow()
{
    throw Error(ErrorKind::Validation, QCoreApplication::translate("crm::Decimal", "The number is too large."));
}

qint64 narrow(Int128 v)
{
    if (v > std::numeric_limits<qint64>::max() || v < std::numeric_limits<qint64>::min())
        overflow();
    return qint64(v);
}

Int128 divRound(Int128 n, Int128 d, Rounding mode)
{
    const bool negative = (n < 0) != (d < 0);
    const Int128 an = n < 0 ? -n : n;
    const Int128 ad = d < 0 ? -d : d;
    Int128 q = an / ad;
    const Int128 twice = 2 * (an % ad);
    if (twice > ad || (twice == ad && (mode == Rounding::HalfUp || (q & 1))))
        ++q;
    return negative ? -q : q;
}

/// Digits, sign and place of the decimal sign of a number as people write it.
struct Parts
{
    bool negative = false;
    QString whole, fraction;
};

/// Takes the thousands apart: "1,234,567", in India "12,34,567". False for "1.2.3", which is no number.
bool removeGroups(QString &whole)
{
    const QStringList groups = whole.split(whole.contains(u'.') ? u'.' : u',');
    for (qsizetype i = 1; i < groups.size(); ++i) {
        const qsizetype size = groups.at(i).size();
        if (size != 3 && (size != 2 || i + 1 == groups.size()))
            return false;
    }
    if (groups.size() > 1 && (groups.first().isEmpty() || groups.first().size() > 3))
        return false;
    whole = groups.join(QString());
    return !whole.contains(u',');
}

std::optional<Parts> split(QStringView text)
{
    QString s;
    Parts parts;
    int points = 0, commas = 0;
    for (QChar c : text.trimmed()) {
        if (c.isSpace() || c == u'\'' || c == QChar(0x2019))
            continue; // thousands separators: space, no-break space, apostrophe
        if ((c == u'-' || c == QChar(0x2212)) && s.isEmpty() && !parts.negative) {
            parts.negative = true;
            continue;
        }
        points += c == u'.';
        commas += c == u',';
        if (c.isDigit())
            s += QChar(u'0' + c.digitValue());
        else if (c == u'.' || c == u',')
            s += c;
        else
            return std::nullopt;
    }
    QChar sign = s.lastIndexOf(u'.') > s.lastIndexOf(u',') ? u'.' : u',';
    if ((sign == u'.' && points > 1) || (sign == u',' && commas > 1))
        sign = QChar(); // it groups thousands
    if (sign.isNull() && points && commas)
        return std::nullopt;
    const qsizetype at = sign.isNull() ? -1 : s.lastIndexOf(sign);
    parts.whole = at < 0 ? s : s.left(at);
    parts.fraction = at < 0 ? QString() : s.mid(at + 1);
    if (!removeGroups(parts.whole))
        return std::nullopt;
    if (parts.whole.isEmpty() && parts.fraction.isEmpty())
        return std::nullopt;
    return parts;
}

std::optional<Decimal> assemble(const Parts &parts, int scale, bool round)
{
    const QString fraction = parts.fraction.left(scale).leftJustified(scale, u'0');
    const QString rest = parts.fraction.mid(scale);
    const bool surplus = rest.count(u'0') != rest.size();
    if (surplus && !round)
        return std::nullopt;
    bool ok = true;
    const QString digits = parts.whole + fraction;
    Int128 units = digits.isEmpty() ? 0 : digits.toULongLong(&ok);
    if (!ok)
        return std::nullopt;
    if (surplus && rest.front() >= u'5')
        ++units;
    if (parts.negative)
        units = -units;
    if (units > std::numeric_limits<qint64>::max() || units < std::numeric_limits<qint64>::min())
        return std::nullopt;
    return Decimal(qint64(units), scale);
}
} // namespace

qint64 mulDivRound(qint64 a, qint64 b, qint64 c, Rounding mode)
{
    if (c == 0)
        overflow();
    return narrow(divRound(Int128(a) * b, c, mode));
}

qint64 pow10(int n)
{
    qint64 v = 1;
    for (int i = 0; i < n; ++i)
        v *= 10;
    return v;
}

qint64 addExact(qint64 a, qint64 b) { return narrow(Int128(a) + b); }

std::optional<Decimal> Decimal::parse(QStringView text, int scale)
{
    const auto parts = split(text);
    return parts ? assemble(*parts, scale, false) : std::nullopt;
}

std::optional<Decimal> Decimal::parseRounded(QStringView text, int scale)
{
    const auto parts = split(text);
    return parts ? assemble(*parts, scale, true) : std::nullopt;
}

Decimal Decimal::rescaled(int scale, Rounding mode) const
{
    if (scale >= m_scale)
        return Decimal(narrow(Int128(m_units) * pow10(scale - m_scale)), scale);
    return Decimal(qint64(divRound(m_units, pow10(m_scale - scale), mode)), scale);
}

QString Decimal::toString() const
{
    const bool negative = m_units < 0;
    QString digits =
        QString::number(negative ? 0 - quint64(m_units) : quint64(m_units)).rightJustified(m_scale + 1, u'0');
    if (m_scale > 0)
        digits.insert(digits.size() - m_scale, u'.');
    return negative ? u'-' + digits : digits;
}

QString Decimal::toLocalized(const QLocale &locale, int minDigits) const
{
    QString plain = toString();
    const bool negative = plain.startsWith(u'-');
    if (negative)
        plain.remove(0, 1);
    const qsizetype point = plain.indexOf(u'.');
    QString fraction = point < 0 ? QString() : plain.mid(point + 1);
    while (fraction.size() > minDigits && fraction.endsWith(u'0'))
        fraction.chop(1);
    const QString whole = locale.toString((point < 0 ? plain : plain.left(point)).toULongLong());
    return (negative ? locale.negativeSign() : QString()) + whole +
           (fraction.isEmpty() ? QString() : locale.decimalPoint() + fraction);
}

bool operator==(Decimal a, Decimal b)
{
    const int scale = std::max(a.m_scale, b.m_scale);
    return Int128(a.m_units) * pow10(scale - a.m_scale) == Int128(b.m_units) * pow10(scale - b.m_scale);
}

} // namespace crm
