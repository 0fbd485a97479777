// The writing half of the local repository: one save path for form, inline edit, import, actions and jobs.
#pragma once
#include "core/store/change_log.h"
#include "core/store/divisions.h"
#include "core/store/guard.h"
#include "core/store/merge.h"
#include "core/store/merge_log.h"
#include "core/store/preparation.h"
#include "core/store/repository.h"
#include "core/store/store_reader.h"
#include "core/store/stored_documents.h"
#include "core/store/undo_plan.h"

namespace crm {

class CRM_CORE Writing
{
public:
    Writing(Database &db, std::shared_ptr<const Catalog> catalog, const Actor &actor);

    Saved save(const Document &document, const SaveKey &key);
    BatchResult saveMany(const QList<Document> &documents, Id batch);
    /// @param seen versions, see Repository::remove(); another one is stored: Error(Conflict)
    BatchResult remove(const QString &entity, const IdList &ids, const QList<qint64> &seen = {});
    BatchResult restore(const QString &entity, const IdList &ids);
    void purge(const QString &entity, const IdList &ids);
    void undo(qint64 changeNumber, UndoPlan &plan);
    UndoResult undoBatch(Id batch, UndoPlan &plan, const Progress &progress);
    /// See Repository::merge().
    MergeResult merge(const Document &survivor, const IdList &others, const QList<qint64> &seen, const SaveKey &key);
    void tellApart(const QString &entity, const IdList &ids, bool apart);
    QPair<QString, Id> runAction(Repository &owner, const QString &entity, Id id, const QString &action,
                                 const QVariantMap &parameters);

private:
    struct Work; ///< what one transaction needs: log, time, batch

    // save
    Saved saveOne(const Document &document, Work &work);
    Document withFreeIds(Document given);
    IdList taken(const Entity &entity, const IdList &ids);
    void checkScopes(const Document &after, const Document *stored, const Divisions::Place &place);
    void checkReferences(const Document &after);
    void checkUnique(const Document &after) const;
    Id scopeOf(const Record &head) const;
    void write(Document &after, const Document *stored, Id scope, Work &work);
    void writeLines(Document &after, const Document *stored, const Record::System &system, Work &work);
    void writeSearch(const Record &record, bool isNew);
    void follow(const Document &after, const Document *stored, const Divisions::Place &place);
    void followPeople(const QString &entity, Id id, bool isNew);

    // divisions
    void redivide(const Entity &entity, Id id); ///< the record, and what belongs to it, by what is stored
    void redivideBelow(const Entity &entity, Id id);
    void divideAll();
    void followGuests(const QString &entity, Id id);
    void divideLog(const Entity &entity);
    void rescopeChildren(const Entity &entity, Id id, Id scope);

    // trash
    void setTrashed(const Entity &entity, Id id, bool trashed, Work &work);
    void forEachChild(const Entity &entity, Id id, const QString &condition, const QVariantList &values,
                      const std::function<void(const Entity &, Id)> &fn);
    void refuseNumbered(const Document &document) const;
    void throwAway(Document document, Work &work);
    void bringBack(Document document, Work &work);
    QList<LoggedChange> logged(const QString &condition, qint64 number);
    bool undoOne(const LoggedChange &entry, UndoPlan &plan, Work &work); ///< false: the plan leaves it
    void refuseUndone(Id batch);
    void markUndone(Id batch, const Work &work);

    // merge: one record after the other becomes the survivor
    struct Merging;
    Document mergeable(const Entity &entity, Id id, qint64 seen, Verb verb);
    void movePointers(const Merging &merging, Id from, Work &work);
    void moveRows(const MergePointer &pointer, const Merging &merging, Id from, Work &work);
    void moveLinks(const MergePointer &pointer, const Merging &merging, Id from, Work &work);
    void logPointer(const MergePointer &pointer, Id document, Id scopeAfter, const QJsonObject &fields, Work &work);
    void followMoved(); ///< people, by the documents whose pointers have moved
    void logMerge(const Entity &entity, Id id, const QString &what, const IdList &before, const IdList &after,
                  Work &work);
    /// @return how many of the entries were taken back; 0: the plan leaves it all
    qint64 unmerge(const MergeLog &merge, const QList<LoggedChange> &entries, Id batch, UndoPlan &plan, Work &work);
    bool comesBack(const Entity &entity, Id other, Id batch, Work &work);
    bool moveBack(const MergePointer &pointer, Id row, Id document, const FieldChange &change, const Merging &merging,
                  Work &work);

    Document stored(const Entity &entity, Id id); ///< throws NotFound; also when it is hidden from the actor

    Database &m_db;
    std::shared_ptr<const Catalog> m_catalog;
    const Actor &m_actor;
    Guard m_guard;
    StoredDocuments m_documents;
    Divisions m_divisions;
    StoreReader m_reader;
    Preparation m_preparation;
    QList<QPair<QString, Id>> m_moved;       ///< by the merge at hand
    QSet<QPair<QString, Id>> m_knownTargets; ///< references found visible in this transaction
};

} // namespace crm
