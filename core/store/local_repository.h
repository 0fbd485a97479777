// The repository over one local file: Reading and Writing on one connection, for one actor.
#pragma once
#include "core/store/reading_repository.h"
#include "core/store/writing.h"

namespace crm {

class CRM_CORE LocalRepository : public ReadingRepository
{
public:
    /// Takes the connection; the schema must be current. Loads custom fields, installs the actor's views.
    LocalRepository(std::unique_ptr<Database> db, const Registry &registry, Actor actor);
    ~LocalRepository() override;

    Database &database() override { return *m_db; }
    void each(const Query &query, const std::function<void(const Row &)> &take) override
    {
        m_reading->each(query, take);
    }
    FeedState feedState() override;
    bool refresh(const FeedState &known = {}) override;
    void shareCatalog(std::shared_ptr<const Catalog> catalog) override;
    void setCancelCheck(std::function<bool()> check) override { m_db->setCancelCheck(std::move(check)); }

    const Actor &actor() const override { return m_actor; }
    std::shared_ptr<const Catalog> catalog() const override { return m_catalog; }
    qint64 head() override;
    Saved save(const Document &document, const SaveKey &key) override;
    BatchResult saveMany(const QList<Document> &documents, Id batch) override;
    void atomically(const std::function<void()> &fn) override;
    BatchResult remove(const QString &entity, const IdList &ids, const QList<qint64> &seen = {}) override;
    BatchResult restore(const QString &entity, const IdList &ids) override;
    void purge(const QString &entity, const IdList &ids) override;
    MergeResult merge(const Document &survivor, const IdList &others, const QList<qint64> &seen,
                      const SaveKey &key) override;
    void tellApart(const QString &entity, const IdList &ids, bool apart) override;
    void undo(qint64 changeNumber, const UndoOver &over) override;
    UndoResult undoBatch(Id batch, const UndoOver &over, const Progress &progress) override;
    QPair<QString, Id> runAction(const QString &entity, Id id, const QString &action,
                                 const QVariantMap &parameters) override;
    QByteArray addBlob(QIODevice &content) override;
    void readBlob(Id fileRecord, QIODevice &out) override;
    bool takeLease(const QString &name, int seconds) override;
    void releaseLease(const QString &name, const QString &outcome) override;
    QList<Lease> leases() override;
    void tidy() override;
    void setPassword(Id user, const QString &password) override;
    QStringList check(const Progress &progress) override;

private:
    void ask(const std::function<void(Reading &)> &fn) override { fn(*m_reading); }
    void rebuild(); ///< what depends on rights and custom fields
    UndoPlan undoPlan(const UndoOver &over);
    std::unique_ptr<Database> m_db;
    const Registry &m_registry;
    Actor m_actor;
    QByteArray m_holder = SaveKey::fresh().bytes.toHex(); ///< of leases
    qint64 m_accessVersion = -1;
    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<Reading> m_reading;
    std::unique_ptr<Writing> m_writing;
};

/// The registry's entities with the custom fields and settings that this database holds.
CRM_CORE std::shared_ptr<const Catalog> loadCatalog(Database &db, const Registry &registry);

} // namespace crm
