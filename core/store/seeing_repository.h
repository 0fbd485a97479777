// The repository of a session that sees as somebody: reads as the one that it holds, and refuses whatever writes, in
// words, on every path. The store below it refuses once more: the file is open for reading only, and the account on a
// server may call nothing that writes. See core/store/see_as.h.
//
// Thread: the repository's.
#pragma once
#include "core/store/see_as.h"
#include "core/store/store_repository.h"

namespace crm {

class SeeingRepository : public StoreRepository
{
public:
    SeeingRepository(std::unique_ptr<StoreRepository> store, SeeAsPass pass);

    const Actor &actor() const override { return m_store->actor(); }
    std::shared_ptr<const Catalog> catalog() const override { return m_store->catalog(); }

    Page page(const Query &query, const PageAt &at) override { return m_store->page(query, at); }
    Totals totals(const Query &query, const QStringList &sumPaths) override { return m_store->totals(query, sumPaths); }
    QList<Totals> totalsTogether(const QList<TotalsOf> &lists) override { return m_store->totalsTogether(lists); }
    Bookmarks bookmarks(const Query &query, int step) override { return m_store->bookmarks(query, step); }
    void each(const Query &query, const std::function<void(const Row &)> &take) override { m_store->each(query, take); }
    Groups groups(const Query &query, const GroupBy &by, const QStringList &sumPaths) override
    {
        return m_store->groups(query, by, sumPaths);
    }
    IdList allowed(const QString &entity, const IdList &ids, Verb verb) override
    {
        return m_store->allowed(entity, ids, verb);
    }
    Opened open(const QString &entity, Id id) override { return m_store->open(entity, id); }
    QList<Document> loadMany(const QString &entity, const IdList &ids) override
    {
        return m_store->loadMany(entity, ids);
    }
    Id mergedInto(const QString &entity, Id id) override { return m_store->mergedInto(entity, id); }
    QList<PointerCount> pointersAt(const QString &entity, const IdList &ids) override
    {
        return m_store->pointersAt(entity, ids);
    }
    DuplicatesPage duplicates(const QString &entity, const DuplicatesAt &at) override
    {
        return m_store->duplicates(entity, at);
    }
    /// Nobody: it belongs to what is being typed, and a server counts who asks.
    QList<SameRecord> sameRecords(const Record &, const QString &) override { return {}; }
    QList<Change> history(const QString &entity, Id id, int limit) override
    {
        return m_store->history(entity, id, limit);
    }
    QList<Change> changesSince(qint64 number, int limit) override { return m_store->changesSince(number, limit); }
    qint64 head() override { return m_store->head(); }
    QList<Hit> search(const QString &text, int perEntity) override { return m_store->search(text, perEntity); }
    QList<Option> lookup(const QString &entity, const QString &text, int limit) override
    {
        return m_store->lookup(entity, text, limit);
    }
    QHash<Id, Option> options(const QString &entity, const IdList &ids) override
    {
        return m_store->options(entity, ids);
    }
    void readBlob(Id fileRecord, QIODevice &out) override { m_store->readBlob(fileRecord, out); }
    QList<Lease> leases() override { return m_store->leases(); }
    QStringList check(const Progress &progress) override { return m_store->check(progress); }

    Saved save(const Document &, const SaveKey &) override { refuse(); }
    BatchResult saveMany(const QList<Document> &, Id) override { refuse(); }
    void atomically(const std::function<void()> &) override { refuse(); }
    BatchResult remove(const QString &, const IdList &, const QList<qint64> &) override { refuse(); }
    BatchResult restore(const QString &, const IdList &) override { refuse(); }
    void purge(const QString &, const IdList &) override { refuse(); }
    MergeResult merge(const Document &, const IdList &, const QList<qint64> &, const SaveKey &) override { refuse(); }
    void tellApart(const QString &, const IdList &, bool) override { refuse(); }
    void undo(qint64, const UndoOver &) override { refuse(); }
    UndoResult undoBatch(Id, const UndoOver &, const Progress &) override { refuse(); }
    QPair<QString, Id> runAction(const QString &, Id, const QString &, const QVariantMap &) override { refuse(); }
    QByteArray addBlob(QIODevice &) override { refuse(); }
    bool takeLease(const QString &, int) override { refuse(); }
    void releaseLease(const QString &, const QString &) override { refuse(); }
    void tidy() override { refuse(); }
    void setPassword(Id, const QString &) override { refuse(); }

    Database &database() override { return m_store->database(); }
    FeedState feedState() override { return m_store->feedState(); }
    bool refresh(const FeedState &known) override;
    void shareCatalog(std::shared_ptr<const Catalog> catalog) override { m_store->shareCatalog(std::move(catalog)); }
    void setCancelCheck(std::function<bool()> check) override { m_store->setCancelCheck(std::move(check)); }
    void setConnectionCare(const ConnectionCare &care) override { m_store->setConnectionCare(care); }
    void connectNow() override { m_store->connectNow(); }
    QString warning() const override { return m_store->warning(); }
    // present(): nobody is told, and nobody asks. mustChangePassword(): it is not one's own.

private:
    [[noreturn]] void refuse() const;
    std::unique_ptr<StoreRepository> m_store;
    const SeeAsPass m_pass;
    bool m_isOver = false;
};

} // namespace crm
