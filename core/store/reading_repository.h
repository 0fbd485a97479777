// What both stores read in the same way: Reading, on a connection that may have to be made anew.
#pragma once
#include "core/store/reading.h"
#include "core/store/store_repository.h"

namespace crm {

class CRM_CORE ReadingRepository : public StoreRepository
{
public:
    Page page(const Query &query, const PageAt &at) override;
    Totals totals(const Query &query, const QStringList &sumPaths) override;
    QList<Totals> totalsTogether(const QList<TotalsOf> &lists) override;
    Bookmarks bookmarks(const Query &query, int step) override;
    Groups groups(const Query &query, const GroupBy &by, const QStringList &sumPaths) override;
    IdList allowed(const QString &entity, const IdList &ids, Verb verb) override;
    Opened open(const QString &entity, Id id) override;
    QList<Document> loadMany(const QString &entity, const IdList &ids) override;
    Id mergedInto(const QString &entity, Id id) override;
    QList<PointerCount> pointersAt(const QString &entity, const IdList &ids) override;
    DuplicatesPage duplicates(const QString &entity, const DuplicatesAt &at) override;
    QList<SameRecord> sameRecords(const Record &typed, const QString &field) override;
    QList<Change> history(const QString &entity, Id id, int limit) override;
    QList<Change> changesSince(qint64 number, int limit) override;
    QList<Hit> search(const QString &text, int perEntity) override;
    QList<Option> lookup(const QString &entity, const QString &text, int limit) override;
    QHash<Id, Option> options(const QString &entity, const IdList &ids) override;

protected:
    /// Runs fn; more than once if need be.
    virtual void ask(const std::function<void(Reading &)> &fn) = 0;
    /// What was saved, as a reader sees it.
    Saved shown(Saved saved);

private:
    template<class Fn> auto answer(Fn fn)
    {
        std::optional<std::invoke_result_t<Fn, Reading &>> out;
        ask([&](Reading &reading) { out = fn(reading); });
        return std::move(*out);
    }
};

} // namespace crm
