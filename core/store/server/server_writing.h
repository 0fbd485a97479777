// The writing half of the server's repository: Preparation decides, one CALL of the procedure `write` does. Rights,
// versions, references, uniqueness, numbers, scopes and the log are the server's; see docs/server.md.
#pragma once
#include "core/store/merge_log.h"
#include "core/store/preparation.h"
#include "core/store/reading.h"
#include "core/store/repository.h"
#include "core/store/server/server_reader.h"
#include "core/store/server/server_refusal.h"

namespace crm {

class CRM_CORE ServerWriting
{
public:
    /// All must outlive it.
    ServerWriting(Database &db, std::shared_ptr<const Catalog> catalog, const Actor &actor, Reading &reading);

    /// @param key of this call, never empty: asked again with it after a broken connection, nothing is done twice.
    Saved save(const Document &document, const SaveKey &key, Id batch = 0);
    BatchResult saveMany(const QList<Document> &documents, Id batch, const SaveKey &key);
    /// @param seen see Repository::remove(); another version is stored: Error(Conflict)
    BatchResult remove(const QString &entity, const IdList &ids, const QList<qint64> &seen, const SaveKey &key,
                       Id batch = 0);
    BatchResult restore(const QString &entity, const IdList &ids, const SaveKey &key, Id batch = 0);
    void purge(const QString &entity, const IdList &ids, const SaveKey &key);
    MergeResult merge(const Document &survivor, const IdList &others, const QList<qint64> &seen, const SaveKey &key,
                      Id batch);
    // Each in a transaction of its own, or as a part of the open one.
    // While others save the same records: Error(Conflict), to be tried again with a new plan.
    void undo(qint64 changeNumber, UndoPlan &plan);
    UndoResult undoBatch(Id batch, UndoPlan &plan, const Progress &progress);
    QPair<QString, Id> runAction(Repository &owner, const QString &entity, Id id, const QString &action,
                                 const QVariantMap &parameters);

    // Transactions: one call that writes needs none. Inside one, changes are numbered by finish().
    void begin();
    void finish();   ///< commits
    void rollback(); ///< never throws: a broken connection has rolled back by itself
    bool inTransaction() const { return m_depth > 0; }
    /// The key of the first call in the last transaction: isDone() with it tells whether a finish() whose answer was
    /// lost has been done. Empty: nothing was written.
    const SaveKey &transactionKey() const { return m_transactionKey; }

    ServerReader &reader() { return m_reader; }
    /// Whether a call with this key has been done, and its transaction committed.
    bool isDone(const SaveKey &key);
    /// Users and roles that were written since, whose accounts must follow once the transaction is committed.
    QSet<QPair<QString, Id>> takePeople() { return std::exchange(m_people, {}); }

private:
    struct Written
    {
        qint64 version = 0, change = 0;
        Id scope = 0;
        QString number;
        QDateTime at;
    };
    struct Answer
    {
        QHash<QPair<QString, Id>, Written> rows;
        bool again = false;
        qint64 count(const QString &entity, const IdList &ids) const;
    };
    /// One document on its way: as it was handed in, as it is believed to be stored, and what is to be written.
    struct Work
    {
        Document given;
        std::optional<Document> stored;
        Preparation::Prepared prepared;
    };
    Answer call(const SaveKey &key, Id batch, const QByteArray &ops);
    Answer callPatiently(const SaveKey &key, Id batch, const QByteArray &ops);
    void prepare(Work &work);
    Answer write(QList<Work> &works, const SaveKey &key, Id batch);
    Answer writeParts(const QList<Work> &works, const SaveKey &key, Id batch);
    void loadAnew(QList<Work> &works);
    bool giveOtherIds(QList<Work> &works, const Error &error, Id batch);
    const Document &attempted(const QList<Work> &works, const Error &error) const;
    Saved finished(Work &work, const Answer &answer);
    BatchResult trash(const QByteArray &op, Attempt::What what, const QString &entity, const IdList &ids,
                      const SaveKey &key, Id batch);
    void checkDeleting(const Entity &entity, const IdList &ids);
    bool mayGoTogether(const Entity &entity, const IdList &ids);
    QString titleOf(const QString &entity, const IdList &ids);
    QList<LoggedChange> logged(const QString &procedure, qint64 number);
    IdList takeBack(const QList<LoggedChange> &group, UndoPlan &plan, Id batch);
    Answer mergeTogether(Work &work, const IdList &others, const QList<qint64> &seen, const SaveKey &key, Id batch);
    Answer mergeThenSave(Work &work, const IdList &others, const QList<qint64> &seen, const SaveKey &key, Id batch);
    [[noreturn]] void throwMergeRefusal(const Error &error, const Document &survivor);
    /// @param entries all of the batch. @return of how many records they were taken back; 0: the plan leaves it all
    qint64 unmerge(const MergeLog &merge, const QList<LoggedChange> &entries, Id batch, UndoPlan &plan, Id undoing);

    Database &m_db;
    std::shared_ptr<const Catalog> m_catalog;
    const Actor &m_actor;
    Reading &m_reading;
    ServerReader m_reader;
    Preparation m_preparation;
    QSet<QPair<QString, Id>> m_people;
    int m_depth = 0;
    SaveKey m_transactionKey;
};

/// Rolls back unless committed. Nested ones are parts that fail by themselves.
class ServerTransaction
{
public:
    explicit ServerTransaction(ServerWriting &writing)
        : m_writing(writing)
    {
        writing.begin();
    }
    ~ServerTransaction()
    {
        if (!m_done)
            m_writing.rollback();
    }
    void commit()
    {
        m_writing.finish();
        m_done = true;
    }
    ServerTransaction(const ServerTransaction &) = delete;
    ServerTransaction &operator=(const ServerTransaction &) = delete;

private:
    ServerWriting &m_writing;
    bool m_done = false;
};

} // namespace crm
