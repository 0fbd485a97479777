#include "core/store/three_way.h"
#include "core/model/entity.h"
#include "core/model/format.h"

namespace crm {

bool sameValues(const QVariant &a, const QVariant &b)
{
    if (isEmptyValue(a) && isEmptyValue(b))
        return true;
    if (a.canConvert<IdList>() && b.canConvert<IdList>())
        return a.value<IdList>() == b.value<IdList>();
    return a == b;
}

namespace {
const Record *find(const QList<Record> &lines, Id id)
{
    for (const Record &r : lines) {
        if (r.id() == id)
            return &r;
    }
    return nullptr;
}

/// Applies the changes of one record to the stored one.
void mergeRecord(const Record &yours, Record &stored, const QString &line, Merged &result)
{
    for (const Field &f : stored.entity().fieldList()) {
        if (f.isComputed())
            continue;
        const QVariant was = yours.original(f.key());
        const QVariant theirs = stored.value(f.key());
        const bool othersChanged = !sameValues(theirs, was);
        if (!yours.isChanged(f.key())) {
            if (othersChanged)
                result.keptOfOthers << (line.isEmpty() ? f.key() : line + u'/' + f.key());
            continue;
        }
        const QVariant mine = yours.value(f.key());
        if (othersChanged && !sameValues(theirs, mine))
            result.conflicts << FieldConflict{f.key(), line, mine, theirs, was};
        else
            stored.set(f.key(), mine);
    }
}

bool changedSince(const Record &base, const Record &now)
{
    for (const Field &f : now.entity().fieldList()) {
        if (!f.isComputed() && !sameValues(base.original(f.key()), now.value(f.key())))
            return true;
    }
    return false;
}

QList<Record> mergeLines(const Document &yours, const QList<Record> &stored, const QString &table, Merged &result)
{
    const QList<Record> base = yours.loadedLines(table);
    QList<Record> out;
    const auto place = [&](Id id) { return table + u'/' + QString::number(id); };
    for (const Record &mine : yours.lines(table)) {
        const Record *theirs = find(stored, mine.id());
        if (theirs) {
            Record merged = *theirs;
            mergeRecord(mine, merged, place(mine.id()), result);
            out << merged;
        } else if (mine.isNew() && !find(base, mine.id())) {
            out << mine;
        } else if (!mine.changedFields().isEmpty()) {
            result.conflicts << FieldConflict{{}, place(mine.id()), mine.title(), {}, mine.title()}; // they removed it
        }
    }
    for (const Record &theirs : stored) {
        if (find(yours.lines(table), theirs.id()))
            continue;
        const Record *was = find(base, theirs.id());
        if (!was)
            out << theirs; // they added it
        else if (changedSince(*was, theirs))
            result.conflicts << FieldConflict{
                {}, place(theirs.id()), {}, theirs.title(), was->title()}; // you removed it
    }
    return out;
}
} // namespace

Merged mergeThreeWay(const Document &yours, const Document &stored)
{
    Merged result;
    result.document = stored;
    mergeRecord(yours.head(), result.document.head(), {}, result);
    for (const LineTable &table : stored.entity().lineTables()) {
        if (yours.hasLines(table.entity))
            result.document.lines(table.entity) = mergeLines(yours, stored.lines(table.entity), table.entity, result);
    }
    return result;
}

} // namespace crm
