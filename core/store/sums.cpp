#include "core/store/sums.h"
#include "core/model/decimal.h"
#include "core/model/error.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Reading)
};

/// A sum of 64-bit numbers: a server gives it as an exact decimal, in text, since it may be larger than any of them.
qint64 exactSum(const QVariant &value)
{
    bool fits = false;
    const qint64 sum = value.toString().section(u'.', 0, 0).toLongLong(&fits);
    if (!fits)
        throw Error(ErrorKind::Validation, Tr::tr("The sum is too large to be shown."), value.toString());
    return sum;
}
} // namespace

void SumsByCurrency::add(const Rows &rows)
{
    m_count += rows.integer(m_columns->countAt);
    m_values.resize(m_columns->fields.size());
    for (int i = 0; i < m_values.size(); ++i) {
        const QVariant value = rows.value(m_columns->countAt + 1 + i);
        if (value.isNull())
            continue;
        QString currency = m_columns->currency[i] >= 0 ? rows.text(m_columns->currency[i]) : QString();
        if (currency.isEmpty() && m_columns->currency[i] != -2)
            currency = m_base;
        m_values[i][currency] = addExact(m_values[i].value(currency), exactSum(value));
    }
}

QList<Sum> SumsByCurrency::sums() const
{
    QList<Sum> out;
    for (int i = 0; i < m_columns->fields.size(); ++i) {
        QMap<QString, qint64> values = m_values.value(i);
        if (values.isEmpty())
            values.insert(m_columns->currency[i] == -2 ? QString() : m_base, 0);
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            out << Sum{m_columns->canonical[i], it.key(), it.value()};
    }
    return out;
}

} // namespace crm
