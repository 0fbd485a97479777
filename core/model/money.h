// Money is a whole number of minor units with a currency. Currencies never mix.
#pragma once
#include "core/core_export.h"
#include "core/model/decimal.h"
#include <QString>

namespace crm {

class CRM_CORE Money
{
public:
    Money() = default;
    /// @param minor kopecks, cents; for currencies without a minor unit (JPY) the amount itself
    Money(qint64 minor, QString currency)
        : m_minor(minor)
        , m_currency(std::move(currency))
    {}
    static std::optional<Money> parse(QStringView amount, const QString &currency);

    qint64 minor() const { return m_minor; }
    const QString &currency() const { return m_currency; }
    /// "1234.50": for files and machines.
    QString toString() const;
    /// "1 234,50 ₽", as the locale writes amounts and the currency its sign.
    QString toLocalized(const QLocale &locale) const;

    /// Digits after the point by ISO 4217 (RUB 2, JPY 0, KWD 3); 2 when unknown.
    static int minorDigits(const QString &currency);
    static QString symbol(const QString &currency);
    /// ISO codes that the program offers, most used first.
    static QStringList knownCurrencies();

    Money operator+(const Money &other) const; ///< throws if the currencies differ or the sum does not fit
    friend bool operator==(const Money &a, const Money &b) = default;

private:
    qint64 m_minor = 0;
    QString m_currency;
};

} // namespace crm
