#include "core/model/allocation.h"
#include "core/model/error.h"
#include "core/model/wide.h"
#include <QCoreApplication>
#include <algorithm>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Allocation)
};

using wide::Int;

/// One after the other in this order, each as much as it takes.
Allocation inTurn(qint64 amount, const QList<OpenItem> &items)
{
    Allocation out;
    out.rest = amount;
    for (const OpenItem &item : items) {
        const qint64 part = std::min(out.rest, item.open);
        if (part <= 0)
            continue;
        out.parts << AllocationPart{item.id, part};
        out.rest -= part;
    }
    return out;
}

/// What an item gets before the left-over units are handed out, and what is cut off from it.
struct Share
{
    qsizetype item = 0;
    qint64 amount = 0;
    Int remainder = 0;
};

Allocation proportionally(qint64 amount, const QList<OpenItem> &items)
{
    Int all = 0; // 64 bits of items of 64 bits each: it fits
    for (const OpenItem &item : items)
        all += std::max<qint64>(item.open, 0);
    if (amount >= all)
        return inTurn(amount, items);

    QList<Share> shares;
    qint64 left = amount;
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (items.at(i).open <= 0)
            continue;
        const Int product = Int(amount) * items.at(i).open;
        shares << Share{i, qint64(product / all), product % all};
        left -= shares.last().amount;
    }
    // Fewer units are left than there are remainders above zero, and such a share is below what is open.
    std::stable_sort(shares.begin(), shares.end(),
                     [](const Share &a, const Share &b) { return a.remainder > b.remainder; });
    for (qint64 i = 0; i < left; ++i)
        ++shares[i].amount;
    std::sort(shares.begin(), shares.end(), [](const Share &a, const Share &b) { return a.item < b.item; });

    Allocation out;
    for (const Share &share : std::as_const(shares)) {
        if (share.amount > 0)
            out.parts << AllocationPart{items.at(share.item).id, share.amount};
    }
    return out;
}
} // namespace

Allocation allocate(qint64 amount, const QList<OpenItem> &items, AllocationOrder order)
{
    if (amount < 0)
        throw Error(ErrorKind::Validation, Tr::tr("A payment below zero cannot be spread over documents."));
    if (order == AllocationOrder::Proportionally)
        return proportionally(amount, items);
    if (order == AllocationOrder::AsGiven)
        return inTurn(amount, items);
    QList<OpenItem> sorted = items;
    std::stable_sort(sorted.begin(), sorted.end(), [](const OpenItem &a, const OpenItem &b) {
        return a.due.isValid() && (!b.due.isValid() || a.due < b.due);
    });
    return inTurn(amount, sorted);
}

qsizetype ageingIndex(QDate due, QDate today, const QList<int> &bounds)
{
    const qint64 overdue = due.isValid() ? due.daysTo(today) : 0;
    if (overdue <= 0)
        return 0;
    return 1 + (std::lower_bound(bounds.begin(), bounds.end(), overdue) - bounds.begin());
}

QList<AgeingBucket> ageing(const QList<OpenItem> &items, QDate today, const QList<int> &bounds)
{
    QList<AgeingBucket> buckets(1);
    qint64 before = 0;
    for (const qint64 bound : bounds) {
        if (bound <= before)
            throw Error(ErrorKind::Validation,
                        Tr::tr("The days overdue must rise, for example 30, 60, 90: %1 cannot follow %2.")
                            .arg(bound)
                            .arg(before));
        buckets << AgeingBucket{before + 1, bound};
        before = bound;
    }
    buckets << AgeingBucket{before + 1, std::nullopt};

    QList<Int> sums(buckets.size()); // wider than the result, so that only the result itself can be too large
    for (const OpenItem &item : items) {
        const qsizetype index = ageingIndex(item.due, today, bounds);
        sums[index] += item.open;
        ++buckets[index].count;
    }
    for (qsizetype i = 0; i < buckets.size(); ++i)
        buckets[i].sum = wide::narrow(sums.at(i));
    return buckets;
}

} // namespace crm
