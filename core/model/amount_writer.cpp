#include "core/model/amount_writer.h"
#include "core/model/decimal.h"
#include "core/model/money.h"
#include <charconv>

namespace crm {

namespace {
int groupsFrom(const QLocale &locale)
{
    const auto isGrouped = [&](qulonglong value) {
        const QString separator = locale.groupSeparator();
        return !separator.isEmpty() && locale.toString(value).contains(separator);
    };
    return isGrouped(1234) ? 4 : isGrouped(12345) ? 5 : 0;
}
} // namespace

AmountWriter::AmountWriter(const QString &currency, const QLocale &locale)
    : m_currency(currency)
    , m_locale(locale)
    , m_digits(Money::minorDigits(currency))
    , m_one(quint64(pow10(m_digits)))
    , m_groupsFrom(groupsFrom(locale))
    , m_group(locale.groupSeparator().toStdString())
    , m_point(locale.decimalPoint().toStdString())
    , m_minus(locale.negativeSign().toStdString())
{
    // Where the symbol stands Money knows.
    const QString sample = Money(0, currency).toLocalized(locale),
                  number = Decimal(0, m_digits).toLocalized(locale, m_digits);
    const qsizetype at = sample.indexOf(number);
    m_before = sample.left(at).toStdString();
    m_after = sample.mid(at + number.size()).toStdString();
    m_regular = at >= 0 && isRegular();
}

bool AmountWriter::isRegular() const
{
    for (const qint64 whole : {0LL, 7LL, 999LL, 1'000LL, 9'876LL, 54'321LL, 123'456LL, 1'234'567LL, 12'345'678'901LL}) {
        for (const qint64 minor : {whole, -whole, whole * 1'000 + 5, -(whole * 1'000 + 5)}) {
            std::string mine;
            appendKnown(mine, minor);
            if (mine != Money(minor, m_currency).toLocalized(m_locale).toStdString())
                return false;
        }
    }
    return true;
}

void AmountWriter::append(std::string &to, qint64 minor) const
{
    if (m_regular)
        appendKnown(to, minor);
    else
        to += Money(minor, m_currency).toLocalized(m_locale).toStdString();
}

void AmountWriter::appendKnown(std::string &to, qint64 minor) const
{
    const quint64 all = minor < 0 ? 0 - quint64(minor) : quint64(minor);
    if (minor < 0)
        to += m_minus;
    to += m_before;
    appendWhole(to, all / m_one);
    if (m_digits > 0) {
        to += m_point;
        quint64 unit = m_one / 10;
        for (quint64 rest = all % m_one; unit > 0; rest %= unit, unit /= 10)
            to += char('0' + rest / unit);
    }
    to += m_after;
}

void AmountWriter::appendWhole(std::string &to, quint64 whole) const
{
    char digits[24];
    const char *end = std::to_chars(digits, digits + sizeof digits, whole).ptr;
    const auto count = int(end - digits);
    const bool grouped = m_groupsFrom > 0 && count >= m_groupsFrom;
    for (int i = 0; i < count; ++i) {
        if (grouped && i > 0 && (count - i) % 3 == 0)
            to += m_group;
        to += digits[i];
    }
}

} // namespace crm
