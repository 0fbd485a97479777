// The other half of Writing: trash, restore, purge, undo.
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
    // Children go along; on the way back only those that went with this record, not what was thrown away before.
    const QString condition =
        trashed ? QStringLiteral("deleted_at IS NULL") : QStringLiteral("deleted_at IS NOT NULL AND batch_id IS ?");
    forEachChild(entity, id, condition, trashed ? QVariantList() : QVariantList{oldBatch},
                 [&](const Entity &child, Id childId) { setTrashed(child, childId, trashed, work); });
}

void Writing::throwAway(Document document, Work &work)
{
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

void Writing::undoOne(const Entity &entity, Id id, ChangeOp op, const QJsonObject &fields, Work &work)
{
    switch (op) {
    case ChangeOp::Create:
    case ChangeOp::Restore:
    case ChangeOp::Delete: {
        const Document document = stored(entity, id);
        const bool trash = op != ChangeOp::Delete;
        const QString parent =
            entity.hasContext() ? document.value(QStringLiteral("parent_entity")).toString() : QString();
        if (!m_guard.allows(m_db, entity, Verb::Delete, document.head().scopeId(), parent))
            throw refusal::mayNotDelete(document.head().title());
        if (document.head().deletedAt().isValid() == trash)
            return;
        trash ? throwAway(document, work) : bringBack(document, work);
        return;
    }
    case ChangeOp::Update: {
        const Document before = reverted(stored(entity, id), loggedFields(entity, fields, *m_catalog), *m_catalog);
        const Preparation::Undoing undoing(m_preparation);
        saveOne(before, work);
        return;
    }
    case ChangeOp::Purge:
        throw refusal::purgedForGood();
    }
}

void Writing::undo(qint64 changeNumber)
{
    Work work(m_db, *m_catalog, m_actor, newId());
    Rows row =
        m_db.run(QStringLiteral("SELECT entity, record_id, op, fields FROM main.changes WHERE n=?"), {changeNumber});
    if (!row.next())
        throw refusal::noSuchChange();
    const Entity &entity = m_catalog->at(row.text(0));
    const Id id = row.integer(1);
    const auto op = ChangeOp(row.integer(2));
    const QJsonObject fields = parseFields(row.value(3));
    row.next();
    undoOne(entity, id, op, fields, work);
    work.commit();
}

qint64 Writing::undoBatch(Id batch, const Progress &progress)
{
    struct Entry
    {
        QString entity;
        Id id;
        ChangeOp op;
        QJsonObject fields;
    };
    Work work(m_db, *m_catalog, m_actor, newId());
    const auto undone = [&](qint64 changes) {
        m_db.run(QStringLiteral("UPDATE main.batches SET undone_at=? WHERE id=?"), {toStored(work.now), batch});
        work.commit();
        return changes;
    };
    if (const qint64 changes = unmerge(batch, work); changes >= 0)
        return undone(changes);
    QList<Entry> entries;
    {
        Rows rows = m_db.run(
            QStringLiteral("SELECT entity, record_id, op, fields FROM main.changes WHERE batch_id=? ORDER BY n DESC"),
            {batch});
        while (rows.next())
            entries << Entry{rows.text(0), rows.integer(1), ChangeOp(rows.integer(2)), parseFields(rows.value(3))};
    }
    if (entries.isEmpty())
        throw refusal::noSuchBatch();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        undoOne(m_catalog->at(entries[i].entity), entries[i].id, entries[i].op, entries[i].fields, work);
        if (progress && i % 500 == 0 && !progress(i, entries.size()))
            throw refusal::cancelled();
    }
    return undone(entries.size());
}

} // namespace crm
