#include "core/model/kept.h"
#include "core/model/entity.h"
#include "core/model/format.h"
#include "core/model/record.h"
#include <algorithm>

namespace crm {

namespace {
qint64 difference(const Record &record, const KeptDifference &d)
{
    qint64 out = 0;
    for (const QString &field : d.plus)
        out += record.integer(field);
    for (const QString &field : d.minus)
        out -= record.integer(field);
    return out;
}

bool holds(const Record &record, const KeptCondition &c)
{
    switch (c.test) {
    case KeptTest::Positive:
        return record.integer(c.field) > 0;
    case KeptTest::Zero:
        return record.integer(c.field) == 0;
    case KeptTest::Negative:
        return record.integer(c.field) < 0;
    case KeptTest::Empty:
        return isEmptyValue(record.value(c.field));
    case KeptTest::Filled:
        return !isEmptyValue(record.value(c.field));
    }
    return false;
}

QVariant state(const Record &record, const QList<KeptCase> &cases)
{
    for (const KeptCase &one : cases) {
        if (std::all_of(one.when.begin(), one.when.end(), [&](const KeptCondition &c) { return holds(record, c); }))
            return one.key;
    }
    return {};
}
} // namespace

void fillKept(Record &record)
{
    // Differences first: states look at them.
    for (const Field &f : record.entity().fieldList()) {
        if (f.kept().difference.isValid())
            record.set(f.key(), difference(record, f.kept().difference));
    }
    for (const Field &f : record.entity().fieldList()) {
        if (!f.kept().states.isEmpty())
            record.set(f.key(), state(record, f.kept().states));
    }
}

} // namespace crm
