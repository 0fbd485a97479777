// Fields that the database itself keeps: nobody writes them, and by whatever way a row changes (form, import, batch,
// trash, merge, a job), they are right in the same transaction.
//
//     money("paid", label("Paid")).sumOf({"payment_lines", "invoice_id", "amount"})
//     money("balance", label("Due")).difference({{"total"}, {"paid", "credited"}})
//     choice("settled", label("Payment"), {...}).stateOf({{"paid", {{"balance", KeptTest::Zero}}}, ...})
//
// A sum is kept by triggers on the summed table, so that reading it costs nothing and two people who write at once lose
// nothing; it counts the living rows. Differences and states are generated columns of the record's own table.
// core/store/kept_sql.h makes the SQL; `mycrmctl check` adds everything up again.
#pragma once
#include "core/core_export.h"
#include <QList>
#include <QStringList>

namespace crm {

class Record;

/// The sum of `field` over the living rows of `entity` whose `reference` points to the record.
struct KeptSum
{
    QString entity;
    QString reference;
    QString field;
    bool isValid() const { return !entity.isEmpty(); }
    friend bool operator==(const KeptSum &, const KeptSum &) = default;
};

/// The sum of the fields of the same record in `plus`, less those in `minus`; an empty one counts as 0.
struct KeptDifference
{
    QStringList plus, minus;
    bool isValid() const { return !plus.isEmpty(); }
};

/// What a number must be, or whether a field is empty. Compared with 0; an empty number is 0.
enum class KeptTest { Positive, Zero, Negative, Empty, Filled };
struct KeptCondition
{
    QString field;
    KeptTest test = KeptTest::Positive;
};
/// The key of a choice that holds when all of the conditions do. The first case that fits counts; none: empty.
struct KeptCase
{
    QString key;
    QList<KeptCondition> when;
};

/// How the database keeps a field; of most nothing is set.
struct Kept
{
    KeptSum sum;
    KeptDifference difference;
    QList<KeptCase> states;
    bool isGenerated() const { return difference.isValid() || !states.isEmpty(); }
    bool isSet() const { return sum.isValid() || isGenerated(); }
};

/// Sets the record's differences and states from its own fields, as the database does: for what is shown before it is
/// read again.
CRM_CORE void fillKept(Record &record);

} // namespace crm
