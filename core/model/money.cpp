#include "core/model/money.h"
#include "core/model/error.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Currency
{
    const char *code;
    const char16_t *symbol;
    int digits; // ISO 4217
};
constexpr Currency currencies[] = {
    {"RUB", u"₽", 2}, {"USD", u"$", 2},      {"EUR", u"€", 2},
    {"CNY", u"CN¥", 2}, {"KZT", u"₸", 2},      {"BYN", u"Br", 2},
    {"AMD", u"֏", 2},   {"KGS", u"\u0441", 2}, {"UZS", u"\u0441\u0443\u043c", 2},
    {"GEL", u"₾", 2}, {"AZN", u"₼", 2},    {"TRY", u"₺", 2},
    {"AED", u"AED", 2}, {"INR", u"₹", 2},      {"GBP", u"£", 2},
    {"CHF", u"CHF", 2}, {"JPY", u"¥", 0},      {"PLN", u"zł", 2},
    {"CZK", u"Kč", 2},  {"SEK", u"SEK", 2},    {"KWD", u"KWD", 3},
    {"BRL", u"R$", 2},  {"MXN", u"MX$", 2},    {"UAH", u"₴", 2},
};

const Currency *find(const QString &code)
{
    for (const Currency &c : currencies) {
        if (code == QLatin1String(c.code))
            return &c;
    }
    return nullptr;
}
} // namespace

std::optional<Money> Money::parse(QStringView amount, const QString &currency)
{
    const auto d = Decimal::parse(amount, minorDigits(currency));
    return d ? std::optional(Money(d->units(), currency)) : std::nullopt;
}

QString Money::toString() const { return Decimal(m_minor, minorDigits(m_currency)).toString(); }

QString Money::toLocalized(const QLocale &locale) const
{
    const int digits = minorDigits(m_currency);
    const QString amount = Decimal(m_minor, digits).toLocalized(locale, digits);
    if (m_currency.isEmpty())
        return amount;
    const bool signFirst = locale.language() == QLocale::English && symbol(m_currency).size() == 1;
    if (!signFirst)
        return amount + QChar(QChar::Nbsp) + symbol(m_currency);
    const QString minus = locale.negativeSign();
    return m_minor < 0 ? minus + symbol(m_currency) + amount.mid(minus.size()) : symbol(m_currency) + amount;
}

int Money::minorDigits(const QString &currency)
{
    const Currency *c = find(currency);
    return c ? c->digits : 2;
}

QString Money::symbol(const QString &currency)
{
    const Currency *c = find(currency);
    return c ? QString::fromUtf16(c->symbol) : currency;
}

QStringList Money::knownCurrencies()
{
    QStringList out;
    for (const Currency &c : currencies)
        out << QLatin1String(c.code);
    return out;
}

Money Money::operator+(const Money &other) const
{
    if (m_currency != other.m_currency) {
        throw Error(ErrorKind::Validation,
                    QCoreApplication::translate("crm::Money", "Amounts in %1 and %2 cannot be added.")
                        .arg(m_currency, other.m_currency));
    }
    return Money(addExact(m_minor, other.m_minor), m_currency);
}

} // namespace crm
