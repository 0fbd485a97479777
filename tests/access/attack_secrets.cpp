#include "tests/access/attack_secrets.h"
#include <cstring>

namespace crm::test {

namespace {
constexpr char digits[] = "0123456789abcdefghjkmnpqrstvwxyz"; // none that folding or a font makes another of
constexpr int textDigits = 5, amountDigits = 8, firstYear = 5000, lastYear = 8999;
constexpr char textMark[] = "s3c", amountMark[] = "7310";
const QDate firstDate(firstYear, 1, 1);

bool isDigit(char c) { return c >= '0' && c <= '9'; }

int textNumber(const char *at)
{
    int n = 0;
    for (int i = 0; i < textDigits; ++i) {
        const char lower = at[i] >= 'A' && at[i] <= 'Z' ? char(at[i] + 32) : at[i];
        const char *digit = lower ? std::strchr(digits, lower) : nullptr;
        if (!digit)
            return -1;
        n = n * 32 + int(digit - digits);
    }
    return n;
}

int amountNumber(const char *at)
{
    int n = 0;
    for (int i = 0; i < amountDigits; ++i) {
        if (!isDigit(at[i]))
            return -1;
        n = n * 10 + (at[i] - '0');
    }
    return n;
}

int dateNumber(const char *at)
{
    const auto number = [&](int from, int size) {
        int n = 0;
        for (int i = from; i < from + size; ++i)
            n = isDigit(at[i]) ? n * 10 + (at[i] - '0') : -1'000'000;
        return n;
    };
    const QDate date(number(0, 4), number(5, 2), number(8, 2));
    const bool ours =
        at[4] == '-' && at[7] == '-' && date.isValid() && date.year() >= firstYear && date.year() <= lastYear;
    return ours ? int(firstDate.daysTo(date)) : -1;
}
} // namespace

QByteArray Secret::toString() const { return table + '.' + column + " of " + QByteArray::number(row); }

int Secrets::add(const Secret &secret)
{
    m_all.append(secret);
    return count() - 1;
}

QByteArray Secrets::text(int n)
{
    QByteArray out(textDigits, '0');
    for (int i = textDigits - 1; i >= 0; --i, n /= 32)
        out[i] = digits[n % 32];
    return textMark + out;
}

QByteArray Secrets::amount(int n) { return amountMark + QByteArray::number(n).rightJustified(amountDigits, '0'); }
QByteArray Secrets::date(int n) { return firstDate.addDays(n).toString(Qt::ISODate).toLatin1(); }

QSet<int> Secrets::found(const QByteArray &text) const
{
    QSet<int> out;
    const auto take = [&](int n) {
        if (n >= 0 && n < count())
            out.insert(n);
    };
    const char *begin = text.constData(), *end = begin + text.size();
    for (const char *at = begin; at + 8 <= end; ++at) {
        if ((*at == 's' || *at == 'S') && at[1] == '3' && (at[2] == 'c' || at[2] == 'C'))
            take(textNumber(at + 3));
        else if (*at == '7' && at + 12 <= end && std::memcmp(at, amountMark, 4) == 0)
            take(amountNumber(at + 4));
        else if (*at >= '5' && *at <= '8' && at + 10 <= end && at[4] == '-')
            take(dateNumber(at));
    }
    return out;
}

} // namespace crm::test
