// Many amounts of one currency as Money::toLocalized() says them, in UTF-8: what it asks of locale and currency for
// each amount is asked once.
//
//     const AmountWriter amounts("EUR", locale);
//     amounts.append(html, 123456);           // "1.234,56 €"
//
// Thread: any, also several at a time.
#pragma once
#include "core/core_export.h"
#include <QLocale>
#include <string>

namespace crm {

class CRM_CORE AmountWriter
{
public:
    AmountWriter(const QString &currency, const QLocale &locale);
    /// @param minor units of the currency
    void append(std::string &to, qint64 minor) const;

private:
    void appendWhole(std::string &to, quint64 whole) const;
    void appendKnown(std::string &to, qint64 minor) const;
    bool isRegular() const;

    const QString m_currency;
    const QLocale m_locale;
    int m_digits;     ///< behind the point
    quint64 m_one;    ///< minor units of one
    int m_groupsFrom; ///< so many digits are put in groups; 0: none are
    std::string m_group, m_point, m_minus, m_before, m_after;
    bool m_regular = false; ///< groups of three, European digits; else Money is asked each time
};

} // namespace crm
