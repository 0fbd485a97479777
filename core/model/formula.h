// What a calculated field holds: an expression over the fields of its own record, computed before each save.
//
//     price * (1 - discount) + if(urgent, 500, 0)
//     name & ', ' & city
//     end_date - start_date                          the days between them
//
// + - * / and parentheses; & joins texts; = != < <= > >= and or not; if(condition, then, else), round(number, digits),
// min(a, b), max(a, b). A number carries 12 digits after the point and is rounded half up (away from zero); binary
// floating point is never used. Money is its amount, a percentage the fraction (20 % is 0.2), a duration its hours. A
// date plus or minus a number is a date. What is computed from something empty is empty, and so is what is divided by
// zero; '' stands for nothing: if(discount = '', 0, discount).
#pragma once
#include "core/model/record.h"
#include <memory>

namespace crm {

struct FieldFault;

class CRM_CORE Formula
{
public:
    /// The field of a key; nothing: there is none.
    using FindField = std::function<std::optional<Field>(const QString &key)>;
    /// Throws Error(Validation) with a sentence that says what is wrong and where.
    /// @param result the kind that the value is to have
    static Formula parse(const QString &text, const FindField &find, Kind result);
    /// Kinds that a calculated field may have.
    static bool canCalculate(Kind kind);

    /// The words in a formula that may be fields, right or wrong as it is.
    static QStringList namesIn(const QString &text);
    /// Computes the calculated fields of a record. A number that is too large is a fault; a formula that cannot be read
    /// any more, because a field of it is gone, leaves the value as it was.
    static void calculate(Record &record, const QString &baseCurrency, QList<FieldFault> &faults);

    QStringList fields() const { return m_fields; } ///< keys that it reads
    /// In the canonical type of the field; null: nothing. Throws Error(Validation) where a number is too large.
    QVariant value(const Record &record, const Field &field, const QString &baseCurrency) const;

    struct Node; ///< see formula.cpp

private:
    std::shared_ptr<const Node> m_root;
    QStringList m_fields;
};

} // namespace crm
