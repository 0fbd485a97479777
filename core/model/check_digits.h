// The sum that check digits of most registers are made from.
#pragma once
#include <QStringView>
#include <span>

namespace crm {

/// Digits times weights, as many as there are weights.
/// @param digits ASCII digits, at least as many
inline int weightedSum(QStringView digits, std::span<const int> weights)
{
    int sum = 0;
    for (size_t i = 0; i < weights.size(); ++i)
        sum += digits.at(qsizetype(i)).digitValue() * weights[i];
    return sum;
}

} // namespace crm
