// What a person has decided about an import so far; the steps of the wizard fill it in one after the other.
#pragma once
#include "core/exchange/import.h"
#include "core/exchange/import_sample.h"
#include "core/exchange/import_targets.h"
#include <algorithm>

namespace crm {

/// The field of the record or of what hangs on it: what ImportOptions::createMissing names.
inline QString missingFieldOf(const ImportTarget &target)
{
    return target.path.section(u'.', target.group.isEmpty() ? 0 : 1, target.group.isEmpty() ? 0 : 1);
}

struct ImportDraft
{
    QString entity;
    QString path; ///< of the file; empty: none chosen
    SourceOptions source = {};
    ImportSample sample = {};

    QList<ImportTarget> targets = {}; ///< everything a column may go to
    QList<ColumnTarget> map = {};     ///< columns, in the order of the file, then values for all rows
    QStringList match = {};           ///< empty with matchNothing: every row is a new record
    bool matchNothing = true;
    OnMatch onMatch = OnMatch::Update;
    QStringList createMissing = {};
    QList<ValueAnswer> answers = {}; ///< also about columns that go elsewhere by now
    bool keepFilled = false, allOrNothing = false;
    DateOrder dateOrder = DateOrder::Unknown;

    const ImportTarget *target(const QString &path) const
    {
        for (const ImportTarget &t : targets) {
            if (t.path == path)
                return &t;
        }
        return nullptr;
    }

    ImportOptions options() const
    {
        ImportOptions o;
        o.entity = entity;
        for (const ColumnTarget &t : map) {
            if (!t.path.isEmpty())
                o.map << t;
        }
        o.guess = false;
        o.match = matchNothing ? QStringList() : match;
        o.matchNothing = matchNothing;
        o.onMatch = onMatch;
        o.createMissing = createMissing;
        for (const ValueAnswer &answer : answers) {
            const auto goesThere = [&](const ColumnTarget &t) { return t.path == answer.path; };
            if (std::any_of(o.map.cbegin(), o.map.cend(), goesThere))
                o.answers << answer;
        }
        o.keepFilled = keepFilled;
        o.allOrNothing = allOrNothing;
        o.dateOrder = dateOrder;
        o.source = source;
        o.rowsAtOnce = 1000; // so that others get their turn between the transactions
        o.preview = 50;
        return o;
    }
};

} // namespace crm
