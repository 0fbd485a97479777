// Where records live, in whole documents: the one way in and out for window, command line, import, plugins and jobs.
//
//     Document d = repo.load("clients", id).document;
//     d.set("phone", "+7 912 345-67-89");
//     Saved s = repo.save(d, SaveKey::fresh());
//
// Rights, validation, versions, audit, search index and feed are kept here, whoever calls. A repository belongs to the
// thread that made it (Session gives one to each of its workers). All functions throw crm::Error.
#pragma once
#include "core/access/policy.h"
#include "core/model/registry.h"
#include "core/store/duplicates.h"
#include "core/store/merge.h"
#include "core/store/page.h"
#include <QByteArray>

class QIODevice;

namespace crm {

/// Names one intended save; a repeated call with the same key does nothing and returns what the first one did.
struct SaveKey
{
    QByteArray bytes; ///< 16 bytes; empty: not remembered
    CRM_CORE static SaveKey fresh();
    /// The same key for the same text: what is to be done once, whoever does it ("repeat tasks 42 2026-12-01").
    CRM_CORE static SaveKey named(const QString &text);
};

/// Progress of long work; return false to cancel (throws Error(Cancelled), the transaction is rolled back).
using Progress = std::function<bool(qint64 done, qint64 total)>;

struct BatchResult
{
    Id batch = 0;
    qint64 done = 0;
};

class CRM_CORE Repository
{
public:
    virtual ~Repository() = default;

    virtual const Actor &actor() const = 0;
    virtual std::shared_ptr<const Catalog> catalog() const = 0;

    // Reading. What the actor may not see is not there.
    virtual Page page(const Query &query, const PageAt &at) = 0;
    virtual Totals totals(const Query &query, const QStringList &sumPaths) = 0;
    virtual Bookmarks bookmarks(const Query &query, int step) = 0;
    /// A record that was merged into another one (and lies in the trash, or is gone) is answered with that one.
    virtual Opened open(const QString &entity, Id id) = 0;
    Document load(const QString &entity, Id id) { return open(entity, id).document; }
    /// The records with their lines, in the order of ids; those that are not visible are left out.
    virtual QList<Document> loadMany(const QString &entity, const IdList &ids) = 0;
    /// The living record that it was merged into, if the actor sees that; 0: none.
    virtual Id mergedInto(const QString &entity, Id id) = 0;
    /// How many records point to any of these, by way; those without any are left out.
    virtual QList<PointerCount> pointersAt(const QString &entity, const IdList &ids) = 0;
    /// Visible records that may be the same by the rules of the declaration, a rule after the other; looks at all of
    /// them, so ask it in the background.
    virtual DuplicatesPage duplicates(const QString &entity, const DuplicatesAt &at = {}) = 0;
    /// Living records that have what is typed into this one, by the rules that the field is part of and that an index
    /// answers. A server tells it a limited number of times a minute, then Busy.
    virtual QList<SameRecord> sameRecords(const Record &typed, const QString &field) = 0;
    virtual QList<Change> history(const QString &entity, Id id, int limit = 200) = 0;
    virtual QList<Change> changesSince(qint64 number, int limit = 1000) = 0;
    virtual qint64 head() = 0; ///< the last change number
    virtual QList<Hit> search(const QString &text, int perEntity = 5) = 0;
    /// Type-ahead: records whose title or search text holds the words; the most recently changed ones for empty text.
    virtual QList<Option> lookup(const QString &entity, const QString &text, int limit = 20) = 0;
    virtual QHash<Id, Option> options(const QString &entity, const IdList &ids) = 0;

    // Writing. Each call is one transaction.
    virtual Saved save(const Document &document, const SaveKey &key = {}) = 0;
    /// Many documents, as one batch that undoBatch() takes back; one fault refuses all of it.
    virtual BatchResult saveMany(const QList<Document> &documents, Id batch = 0) = 0;
    /// Runs fn as one transaction that the calls inside join: if it throws, nothing of it stays, and what it threw
    /// comes out. Inside another one it is a part that fails by itself. Keep it short: others wait.
    virtual void atomically(const std::function<void()> &fn) = 0;
    /// To the trash, with lines and children. @param seen the versions that were looked at, in the order of ids (0:
    /// any; empty: all any); where somebody else has changed one since, ChangedError and nothing is deleted
    virtual BatchResult remove(const QString &entity, const IdList &ids, const QList<qint64> &seen = {}) = 0;
    virtual BatchResult restore(const QString &entity, const IdList &ids) = 0;
    virtual void purge(const QString &entity, const IdList &ids) = 0; ///< admins only; for good
    /// Several records become one. The others' references, attachments, list entries and custom links go to the
    /// survivor, whoever may see what held them; only these references are written there, so locks and rules of those
    /// documents do not matter. The others go to the trash, and their ids lead to the survivor. Needs the right
    /// "merge", the level to change the survivor and to delete the others. Lines stay with their document.
    /// @param survivor with the values chosen for it, as for save(): another person's other fields are kept, the same
    /// field throws ConflictError. @param seen versions of the others that were looked at (0: any); another: Conflict
    virtual MergeResult merge(const Document &survivor, const IdList &others, const QList<qint64> &seen = {},
                              const SaveKey &key = {}) = 0;
    /// No two of these visible records are the same, whatever the rules say (apart = false: forget that). Needs the
    /// right "merge".
    virtual void tellApart(const QString &entity, const IdList &ids, bool apart = true) = 0;
    /// Takes back one change. Of an edit whose values have moved on since: ConflictError. Of a creation, deletion or
    /// restoring of what others have changed since: ChangedError.
    virtual void undo(qint64 changeNumber, const UndoOver &over = {}) = 0;
    /// Takes back a whole batch, but for the records that have been changed since: those are in the answer. Called
    /// again with what was seen of them it takes them back too. A batch that is undone as a whole is refused.
    virtual UndoResult undoBatch(Id batch, const UndoOver &over = {}, const Progress &progress = {}) = 0;
    /// Runs a declared action; returns the record to show afterwards (entity, id).
    virtual QPair<QString, Id> runAction(const QString &entity, Id id, const QString &action,
                                         const QVariantMap &parameters) = 0;

    // Files: content is stored once per SHA-256, in chunks.
    virtual QByteArray addBlob(QIODevice &content) = 0; ///< returns the hash
    virtual void readBlob(Id fileRecord, QIODevice &out) = 0;

    // Work that runs by itself (core/work/jobs.h): needs an administrator or the named right "jobs".
    /// True if this repository may do the work of that name for so many seconds; again by the same: it lasts longer.
    virtual bool takeLease(const QString &name, int seconds) = 0;
    /// @param outcome how the work ended; null: it was not done
    virtual void releaseLease(const QString &name, const QString &outcome) = 0;
    virtual QList<Lease> leases() = 0;
    /// Removes what only the store itself needed, and needs no longer (keys of old saves).
    virtual void tidy() = 0;

    // People.
    virtual void setPassword(Id user, const QString &password) = 0;

    /// Looks for what must not be: faults in words; empty: all is well.
    virtual QStringList check(const Progress &progress = {}) = 0;
};

/// What an action of an entity works with.
struct ActionContext
{
    Repository &repository; ///< inside the action's transaction; saves join it
    Reader &read;
    const Actor &actor;
    Document record;
    QVariantMap parameters;
    QPair<QString, Id> result; ///< the record to show afterwards
};

} // namespace crm
