#include "core/store/reading_repository.h"
#include "core/model/number_series.h"

namespace crm {

Page ReadingRepository::page(const Query &query, const PageAt &at)
{
    return answer([&](Reading &r) { return r.page(query, at); });
}
Totals ReadingRepository::totals(const Query &query, const QStringList &sumPaths)
{
    return answer([&](Reading &r) { return r.totals(query, sumPaths); });
}
QList<Totals> ReadingRepository::totalsTogether(const QList<TotalsOf> &lists)
{
    return answer([&](Reading &r) { return r.totalsTogether(lists); });
}

Bookmarks ReadingRepository::bookmarks(const Query &query, int step)
{
    return answer([&](Reading &r) { return r.bookmarks(query, step); });
}
Groups ReadingRepository::groups(const Query &query, const GroupBy &by, const QStringList &sumPaths)
{
    return answer([&](Reading &r) { return r.groups(query, by, sumPaths); });
}
IdList ReadingRepository::allowed(const QString &entity, const IdList &ids, Verb verb)
{
    return answer([&](Reading &r) { return r.allowed(entity, ids, verb); });
}
Opened ReadingRepository::open(const QString &entity, Id id)
{
    return answer([&](Reading &r) { return r.open(entity, id); });
}
QList<Document> ReadingRepository::loadMany(const QString &entity, const IdList &ids)
{
    return answer([&](Reading &r) { return r.loadMany(entity, ids); });
}
Id ReadingRepository::mergedInto(const QString &entity, Id id)
{
    return answer([&](Reading &r) { return r.mergedInto(entity, id); });
}
QList<PointerCount> ReadingRepository::pointersAt(const QString &entity, const IdList &ids)
{
    return answer([&](Reading &r) { return r.pointersAt(entity, ids); });
}
DuplicatesPage ReadingRepository::duplicates(const QString &entity, const DuplicatesAt &at)
{
    return answer([&](Reading &r) { return r.duplicates(entity, at); });
}
QList<SameRecord> ReadingRepository::sameRecords(const Record &typed, const QString &field)
{
    return answer([&](Reading &r) { return r.sameRecords(typed, field); });
}
QList<Change> ReadingRepository::history(const QString &entity, Id id, int limit)
{
    return answer([&](Reading &r) { return r.history(entity, id, limit); });
}
QList<Change> ReadingRepository::changesSince(qint64 number, int limit)
{
    return answer([&](Reading &r) { return r.changesSince(number, limit); });
}
QList<Hit> ReadingRepository::search(const QString &text, int perEntity)
{
    return answer([&](Reading &r) { return r.search(text, perEntity); });
}
QList<Option> ReadingRepository::lookup(const QString &entity, const QString &text, int limit)
{
    return answer([&](Reading &r) { return r.lookup(entity, text, limit); });
}
QHash<Id, Option> ReadingRepository::options(const QString &entity, const IdList &ids)
{
    return answer([&](Reading &r) { return r.options(entity, ids); });
}

Saved ReadingRepository::shown(Saved saved)
{
    if (saved.document.entity().key() == numberSeriesEntity())
        ask([&](Reading &r) { r.showNextNumber(saved.document); });
    return saved;
}

} // namespace crm
