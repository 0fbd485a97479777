// The other half of Writing: trash, restore, purge, undo.
#include "core/model/format.h"
#include "core/store/people.h"
#include "core/store/refusals.h"
#include "core/store/revert.h"
#include "core/store/writing_work.h"
#include <QJsonDocument>

namespace crm {

namespace {
QJsonObject parseFields(const QVariant &json) { return QJsonDocument::fromJson(json.toByteArray()).object(); }
} // namespace

void Writing::forEachChild(const Entity &entity, Id id, const QString &condition, const QVariantList &values,
                           const std::function<void(const Entity &, Id)> &fn)
{
    for (const Entity *child : m_catalog->entities()) {
        QString where;
        QVariantList bound;
        if (child->scope().kind == Scope::Parent && child->field(child->scope().field)->target() == entity.key()) {
            where = quoted(child->scope().field) + QStringLiteral("=?");
            bound = {id};
        } else if (child->scope().kind == Scope::Attached && entity.attachments().contains(child->key())) {
            where = QStringLiteral("parent_id=? AND parent_entity=?");
            bound = {id, entity.key()};
        } else {
            continue;
        }
        IdList ids;
        {
            Rows rows = m_db.run(
                QStringLiteral("SELECT id FROM main.%1 WHERE %2 AND %3").arg(quoted(child->key()), where, condition),
                bound + values);
            while (rows.next())
                ids << rows.integer(0);
        }
        for (Id childId : std::as_const(ids))
            fn(*child, childId);
    }
}

void Writing::setTrashed(const Entity &entity, Id id, bool trashed, Work &work)
{
    const QString table = QStringLiteral("main.") + quoted(entity.key());
    Rows row = m_db.run(QStringLiteral("SELECT version, scope_id, batch_id FROM %1 WHERE id=?").arg(table), {id});
    if (!row.next())
        return;
    const qint64 version = row.integer(0) + 1;
    const Id scope = row.integer(1);
    const QVariant oldBatch = row.value(2);
    row.next();
    const QVariant when = trashed ? QVariant(toStored(work.now)) : QVariant();
    m_db.run(QStringLiteral("UPDATE %1 SET deleted_at=?, batch_id=?, version=?, changed_at=?, changed_by=? WHERE id=?")
                 .arg(table),
             {when, work.batch, version, toStored(work.now), m_actor.userId, id});
    for (const LineTable &lines : entity.lineTables()) {
        m_db.run(QStringLiteral("UPDATE main.%1 SET deleted_at=? WHERE %2=?")
                     .arg(quoted(lines.entity), quoted(lines.parentField)),
                 {when, id});
    }
    work.log.append({.entity = &entity,
                     .recordId = id,
                     .op = trashed ? ChangeOp::Delete : ChangeOp::Restore,
                     .version = version,
                     .scopeBefore = scope,
                     .scopeAfter = scope,
                     .fields = {},
                     .batch = work.batch,
                     .at = work.now});
    followPeople(entity.key(), id, false); // a team that is gone gives no rights, a field is no field
    // Children go along; on the way back only those that went with this record, not what was thrown away before.
    const QString condition =
        trashed ? QStringLiteral("deleted_at IS NULL") : QStringLiteral("deleted_at IS NOT NULL AND batch_id IS ?");
    forEachChild(entity, id, condition, trashed ? QVariantList() : QVariantList{oldBatch},
                 [&](const Entity &child, Id childId) { setTrashed(child, childId, trashed, work); });
}

/// A number that was given at issue must not go missing. What the program itself has made, such as demo data, an
/// administrator may take back.
void Writing::refuseNumbered(const Document &document) const
{
    const Entity &entity = document.entity();
    const bool byProgram = document.head().createdBy() == 0;
    if (m_preparation.isUndoing() && byProgram && m_actor.policy.isAdmin())
        return;
    if (!entity.numberedOnceField().isEmpty() && !isEmptyValue(document.value(entity.numberedOnceField())))
        throw refusal::numberedStays(document.head().title());
}

void Writing::throwAway(Document document, Work &work)
{
    refuseNumbered(document);
    if (!document.entity().deleteRules().isEmpty()) {
        m_reader.forgetAll(); // the rules look at what the same transaction has done
        const Document before = document;
        m_preparation.runRules(before.entity().deleteRules(), document, &before, work.now);
    }
    setTrashed(document.entity(), document.id(), true, work);
}

void Writing::bringBack(Document document, Work &work)
{
    // As if it were made anew: somebody may have taken its number or login meanwhile.
    document.head().markLoaded(0);
    checkUnique(document);
    setTrashed(document.entity(), document.id(), false, work);
}

BatchResult Writing::remove(const QString &entityKey, const IdList &ids, const QList<qint64> &seen)
{
    const Entity &entity = m_catalog->at(entityKey);
    m_reader.forgetAll();
    Work work(m_db, *m_catalog, m_actor, newId());
    BatchResult result{work.batch, 0};
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const Document document = stored(entity, ids[i]);
        if (document.head().deletedAt().isValid())
            continue;
        if (seen.value(i) && seen[i] != document.head().version())
            throw refusal::changedMeanwhile(document.head().title());
        const QString parent =
            entity.hasContext() ? document.value(QStringLiteral("parent_entity")).toString() : QString();
        if (!m_preparation.isTrusted() &&
            !m_guard.allows(m_db, entity, Verb::Delete, document.head().scopeId(), parent))
            throw refusal::mayNotDelete(document.head().title());
        throwAway(document, work);
        ++result.done;
    }
    work.commit();
    return result;
}

BatchResult Writing::restore(const QString &entityKey, const IdList &ids)
{
    const Entity &entity = m_catalog->at(entityKey);
    Work work(m_db, *m_catalog, m_actor, newId());
    BatchResult result{work.batch, 0};
    for (Id id : ids) {
        const Document document = stored(entity, id);
        if (!document.head().deletedAt().isValid())
            continue;
        const QString parent =
            entity.hasContext() ? document.value(QStringLiteral("parent_entity")).toString() : QString();
        if (!m_guard.allows(m_db, entity, Verb::Delete, document.head().scopeId(), parent))
            throw refusal::mayNotRestore(document.head().title());
        bringBack(document, work);
        ++result.done;
    }
    work.commit();
    return result;
}

void Writing::purge(const QString &entityKey, const IdList &ids)
{
    const Entity &entity = m_catalog->at(entityKey);
    if (!m_actor.policy.isAdmin())
        throw refusal::mayNotPurge();
    Work work(m_db, *m_catalog, m_actor, newId());
    std::function<void(const Entity &, Id)> erase = [&](const Entity &e, Id id) {
        forEachChild(e, id, QStringLiteral("1"), {}, erase);
        const Id scope =
            m_db.scalar(QStringLiteral("SELECT scope_id FROM main.%1 WHERE id=?").arg(quoted(e.key())), {id})
                .toLongLong();
        for (const LineTable &lines : e.lineTables())
            m_db.run(
                QStringLiteral("DELETE FROM main.%1 WHERE %2=?").arg(quoted(lines.entity), quoted(lines.parentField)),
                {id});
        if (!m_db.scalar(QStringLiteral("SELECT 1 FROM main.sqlite_master WHERE name=?"),
                         {e.key() + QStringLiteral("__fts")})
                 .isNull())
            m_db.run(QStringLiteral("DELETE FROM main.%1 WHERE rowid=?").arg(quoted(e.key() + QStringLiteral("__fts"))),
                     {id});
        m_documents.erase(e, id);
        work.log.append({.entity = &e,
                         .recordId = id,
                         .op = ChangeOp::Purge,
                         .version = 0,
                         .scopeBefore = scope,
                         .scopeAfter = scope,
                         .fields = {},
                         .batch = work.batch,
                         .at = work.now});
    };
    for (Id id : ids) {
        const Document document = stored(entity, id);
        if (!document.head().deletedAt().isValid())
            throw refusal::notInTrash(document.head().title());
        erase(entity, id);
    }
    work.commit();
}

// --- undo

QList<LoggedChange> Writing::logged(const QString &condition, qint64 number)
{
    QList<LoggedChange> out;
    Rows rows = m_db.run(QStringLiteral("SELECT entity, record_id, op, version, fields FROM main.changes WHERE %1 "
                                        "ORDER BY n DESC")
                             .arg(condition),
                         {number});
    while (rows.next()) {
        LoggedChange entry{rows.text(0), rows.integer(1), ChangeOp(rows.integer(2)), rows.integer(3), {}};
        entry.fields = loggedFields(m_catalog->at(entry.entity), parseFields(rows.value(4)), *m_catalog);
        out << entry;
    }
    return out;
}

bool Writing::undoOne(const LoggedChange &entry, UndoPlan &plan, Work &work)
{
    const Entity &entity = m_catalog->at(entry.entity);
    if (entry.op == ChangeOp::Purge)
        throw refusal::purgedForGood();
    const Document document = stored(entity, entry.id);
    if (!plan.allows(document))
        return false;
    const Preparation::Undoing undoing(m_preparation);
    if (entry.op == ChangeOp::Update) {
        saveOne(plan.before(document, entry), work);
        return true;
    }
    const bool trash = entry.op != ChangeOp::Delete;
    const QString parent = entity.hasContext() ? document.value(QStringLiteral("parent_entity")).toString() : QString();
    if (!m_guard.allows(m_db, entity, Verb::Delete, document.head().scopeId(), parent))
        throw refusal::mayNotDelete(document.head().title());
    if (document.head().deletedAt().isValid() != trash)
        trash ? throwAway(document, work) : bringBack(document, work);
    return true;
}

void Writing::undo(qint64 changeNumber, UndoPlan &plan)
{
    Work work(m_db, *m_catalog, m_actor, newId());
    const QList<LoggedChange> entries = logged(QStringLiteral("n=?"), changeNumber);
    if (entries.isEmpty())
        throw refusal::noSuchChange();
    if (isMergeNote(entries.first()))
        throw refusal::partOfMerge();
    plan.take(entries);
    if (!undoOne(entries.first(), plan, work))
        plan.throwLeft();
    work.commit();
}

void Writing::refuseUndone(Id batch)
{
    if (!m_db.scalar(QStringLiteral("SELECT undone_at FROM main.batches WHERE id=?"), {batch}).isNull())
        throw refusal::undoneAlready();
}

/// And what this batch itself had taken back is done again.
void Writing::markUndone(Id batch, const Work &work)
{
    m_db.run(QStringLiteral("INSERT INTO main.batches (id,at,user_id,undone_at,undone_by) VALUES (?,?,?,?,?) ON "
                            "CONFLICT(id) DO UPDATE SET undone_at=excluded.undone_at, undone_by=excluded.undone_by"),
             {batch, toStored(work.now), m_actor.userId, toStored(work.now), work.batch});
    m_db.run(QStringLiteral("UPDATE main.batches SET undone_at=NULL, undone_by=NULL WHERE undone_by=?"), {batch});
}

UndoResult Writing::undoBatch(Id batch, UndoPlan &plan, const Progress &progress)
{
    Work work(m_db, *m_catalog, m_actor, newId());
    if (!plan.goesOverAll())
        refuseUndone(batch);
    const QList<LoggedChange> entries = logged(QStringLiteral("batch_id=?"), batch);
    if (entries.isEmpty())
        throw refusal::noSuchBatch();
    UndoResult result{work.batch, 0, {}};
    const std::optional<MergeLog> merge = mergeIn(entries);
    QSet<QPair<QString, Id>> records;
    if (merge)
        result.done = unmerge(*merge, entries, batch, plan, work);
    else
        plan.take(entries);
    for (qsizetype i = 0; !merge && i < entries.size(); ++i) {
        if (undoOne(entries[i], plan, work))
            records.insert({entries[i].entity, entries[i].id});
        if (progress && i % 500 == 0 && !progress(i, entries.size()))
            throw refusal::cancelled();
    }
    if (!merge)
        result.done = records.size();
    result.left = plan.left();
    if (result.left.isEmpty())
        markUndone(batch, work);
    work.commit();
    return result;
}

} // namespace crm
