// A payment spread over open documents, and open documents by how long they are overdue. Amounts are minor units of one
// currency: the caller never mixes two.
//
//     Allocation a = allocate(15'000, {{7, 10'000, may}, {8, 20'000, june}}, AllocationOrder::OldestFirst);
//     // a.parts: {7, 10'000}, {8, 5'000}; a.rest: 0
//
// Pure functions; any thread.
#pragma once
#include "core/core_export.h"
#include "core/model/id.h"
#include <QDate>
#include <QList>
#include <optional>

namespace crm {

/// A document that somebody still owes money for.
struct OpenItem
{
    Id id = 0;
    qint64 open = 0; ///< still to be paid; a payment never goes to an item with nothing open or less
    QDate due;       ///< invalid: never due
};

enum class AllocationOrder {
    OldestFirst,   ///< by due date; those of one date in the order given, those without a date last
    AsGiven,       ///< the first in full, then the next
    Proportionally ///< to what is open; the smallest units that are left over go to the largest remainders
                   ///< (Hamilton's method), the earlier item first among equals
};

struct AllocationPart
{
    Id id = 0;
    qint64 amount = 0; ///< above zero, at most what is open
    friend bool operator==(const AllocationPart &, const AllocationPart &) = default;
};

struct Allocation
{
    QList<AllocationPart> parts; ///< in the order in which they are paid; items that get nothing are left out
    qint64 rest = 0;             ///< what no item takes; above zero only if every item is paid in full
    friend bool operator==(const Allocation &, const Allocation &) = default;
};

/// The parts and the rest add up to the amount exactly. No sum overflows, whatever the items hold together.
/// Throws Error(Validation) for an amount below zero.
CRM_CORE Allocation allocate(qint64 amount, const QList<OpenItem> &items, AllocationOrder order);

/// What is open with one range of days overdue.
struct AgeingBucket
{
    std::optional<qint64> from; ///< first day overdue; none: what is not due yet (or has no date)
    std::optional<qint64> to;   ///< last day; none: no end
    qint64 sum = 0;
    qsizetype count = 0; ///< items
    friend bool operator==(const AgeingBucket &, const AgeingBucket &) = default;
};

/// Not due, then 1 to 30 days overdue, 31 to 60, 61 to 90, more than 90; of other bounds likewise: always one bucket
/// more than bounds and the one that is not due. What is due today is not overdue. Amounts below zero (credits) lessen
/// their bucket. Throws Error(Validation) if a sum does not fit or the bounds do not rise from above zero.
CRM_CORE QList<AgeingBucket> ageing(const QList<OpenItem> &items, QDate today, const QList<int> &bounds = {30, 60, 90});
/// Which bucket of ageing() a due date falls into.
CRM_CORE qsizetype ageingIndex(QDate due, QDate today, const QList<int> &bounds = {30, 60, 90});

} // namespace crm
