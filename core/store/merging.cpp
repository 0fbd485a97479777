// Several records become one, in a local file: what points to them moves, they go to the trash, the survivor takes the
// chosen values. All of it is in the change log, and unmerge() takes it back from there.
#include "core/model/division.h"
#include "core/store/field_sql.h"
#include "core/store/logged_fields.h"
#include "core/store/people.h"
#include "core/store/refusals.h"
#include "core/store/writing_work.h"
#include <QJsonArray>

namespace crm {

namespace {
QJsonArray idTexts(const IdList &ids)
{
    QJsonArray out;
    for (const Id id : ids)
        out.append(QString::number(id));
    return out;
}

QJsonValue jsonOf(const IdList &ids) { return ids.isEmpty() ? QJsonValue() : QJsonValue(idTexts(ids)); }
QJsonValue jsonOf(Id id) { return QString::number(id); }

QJsonObject changeOf(const QString &path, const QJsonValue &before, const QJsonValue &after)
{
    return {{path, QJsonObject{{QStringLiteral("o"), before}, {QStringLiteral("n"), after}}}};
}

QString main(const QString &table) { return QStringLiteral("main.") + quoted(table); }

/// The value of the pointer in the row t, and how it is set.
QString valueOf(const MergePointer &p)
{
    return p.how == MergePointer::Custom
               ? QStringLiteral("json_extract(t.%1,'$.%2')").arg(extraColumn(*p.field), p.field->key())
               : QStringLiteral("t.") + quoted(p.field->key());
}
QString assignment(const MergePointer &p)
{
    const QString column = extraColumn(*p.field);
    return p.how == MergePointer::Custom ? QStringLiteral("%1=json_set(%1,'$.%2',?)").arg(column, p.field->key())
                                         : quoted(p.field->key()) + QStringLiteral("=?");
}

IdList linksOf(Database &db, const MergePointer &p, Id owner)
{
    IdList out;
    Rows rows = db.run(QStringLiteral("SELECT target_id FROM %1 WHERE owner_id=? ORDER BY position")
                           .arg(main(linkTable(*p.holder, *p.field))),
                       {owner});
    while (rows.next())
        out << rows.integer(0);
    return out;
}

/// Puts one record for another in a list, where it is not there yet.
void exchangeLink(Database &db, const MergePointer &p, Id owner, Id from, Id to)
{
    const QString table = main(linkTable(*p.holder, *p.field));
    db.run(QStringLiteral("UPDATE OR IGNORE %1 SET target_id=? WHERE owner_id=? AND target_id=?").arg(table),
           {to, owner, from});
    db.run(QStringLiteral("DELETE FROM %1 WHERE owner_id=? AND target_id=?").arg(table), {owner, from});
}
} // namespace

struct Writing::Merging
{
    const Entity &entity;
    Id survivor;
    Id scope;         ///< of what moves
    QSet<Id> records; ///< the survivor and the others: what they say of each other stays
};

Document Writing::mergeable(const Entity &entity, Id id, qint64 seen, Verb verb)
{
    Document document = stored(entity, id);
    const QString title = document.head().title();
    if (document.head().deletedAt().isValid())
        throw refusal::inTrash(title);
    if (seen && seen != document.head().version())
        throw refusal::changedMeanwhile(title);
    const QString parent = entity.hasContext() ? document.value(QStringLiteral("parent_entity")).toString() : QString();
    if (!m_guard.allows(m_db, entity, verb, document.head().scopeId(), parent))
        throw verb == Verb::Delete ? refusal::mayNotDelete(title) : refusal::mayNotChange(title);
    return document;
}

MergeResult Writing::merge(const Document &survivor, const IdList &others, const QList<qint64> &seen,
                           const SaveKey &key)
{
    const Entity &entity = m_catalog->at(survivor.entity().key());
    requireMergeable(m_actor, entity, survivor.id(), others);
    m_knownTargets.clear();
    Work work(m_db, *m_catalog, m_actor, newId());
    MergeResult result{{}, work.batch};
    if (!key.bytes.isEmpty()) {
        Rows done = m_db.run(
            QStringLiteral("SELECT d.change, c.batch_id FROM main.done_keys d LEFT JOIN main.changes c ON c.n=d.change "
                           "WHERE d.key=?"),
            {key.bytes});
        if (done.next()) {
            result.survivor.repeated = true;
            result.survivor.change = done.integer(0);
            result.batch = done.integer(1);
            result.survivor.document = stored(entity, survivor.id());
            return result;
        }
    }
    m_db.run(QStringLiteral("INSERT INTO main.batches (id,at,user_id) VALUES (?,?,?)"),
             {work.batch, toStored(work.now), m_actor.userId});
    const Document target = mergeable(entity, survivor.id(), 0, Verb::Update);
    Merging merging{entity, survivor.id(), target.head().scopeId(), {others.cbegin(), others.cend()}};
    merging.records.insert(survivor.id());
    for (qsizetype i = 0; i < others.size(); ++i)
        mergeable(entity, others[i], seen.value(i), Verb::Delete);
    m_moved.clear();
    for (const Id other : others)
        movePointers(merging, other, work);
    rescopeChildren(entity, survivor.id(), merging.scope);
    followMoved();
    for (const Id other : others) {
        logMerge(entity, other, mergedInto, {}, {survivor.id()}, work);
        throwAway(stored(entity, other), work);
        m_db.run(QStringLiteral("INSERT OR REPLACE INTO main.redirects (entity,id,survivor_id,batch_id) "
                                "VALUES (?,?,?,?)"),
                 {entity.key(), other, survivor.id(), work.batch});
    }
    logMerge(entity, survivor.id(), mergedFrom, {}, others, work);
    // Last: rules look at what has moved, and a value that was another's is free by now.
    m_reader.forgetAll();
    Document after = survivor;
    forgetMerged(after, others);
    result.survivor = saveOne(after, work);
    result.survivor.change = work.log.last();
    if (!key.bytes.isEmpty())
        m_db.run(QStringLiteral("INSERT INTO main.done_keys (key,at,entity,record_id,change) VALUES (?,?,?,?,?)"),
                 {key.bytes, toStored(work.now), entity.key(), survivor.id(), result.survivor.change});
    work.commit();
    return result;
}

void Writing::tellApart(const QString &entityKey, const IdList &ids, bool apart)
{
    const Entity &entity = m_catalog->at(entityKey);
    if (!m_actor.policy.holds(QStringLiteral("merge")))
        throw refusal::mayNotMerge();
    Transaction transaction(m_db);
    for (const Id id : ids)
        stored(entity, id); // it is there, and seen
    for (qsizetype i = 0; i < ids.size(); ++i) {
        for (qsizetype k = i + 1; k < ids.size(); ++k) {
            const auto pair = pairOf(ids[i], ids[k]);
            if (apart)
                m_db.run(
                    QStringLiteral("INSERT OR IGNORE INTO main.not_duplicates (entity,low_id,high_id,user_id,at) "
                                   "VALUES (?,?,?,?,?)"),
                    {entityKey, pair.first, pair.second, m_actor.userId, toStored(QDateTime::currentDateTimeUtc())});
            else
                m_db.run(QStringLiteral("DELETE FROM main.not_duplicates WHERE entity=? AND low_id=? AND high_id=?"),
                         {entityKey, pair.first, pair.second});
        }
    }
    transaction.commit();
}

/// At the record itself: its history tells of the merge.
void Writing::logMerge(const Entity &entity, Id id, const QString &what, const IdList &before, const IdList &after,
                       Work &work)
{
    Rows row = m_db.run(QStringLiteral("UPDATE %1 SET version=version+1, changed_at=?, changed_by=? WHERE id=? "
                                       "RETURNING version, scope_id")
                            .arg(main(entity.key())),
                        {toStored(work.now), m_actor.userId, id});
    if (!row.next())
        return;
    const qint64 version = row.integer(0);
    const Id scope = row.integer(1);
    row.next();
    work.log.append({.entity = &entity,
                     .recordId = id,
                     .op = ChangeOp::Update,
                     .version = version,
                     .scopeBefore = scope,
                     .scopeAfter = scope,
                     .fields = changeOf(what, jsonOf(before), jsonOf(after)),
                     .batch = work.batch,
                     .at = work.now});
}

// --- what points to them

void Writing::movePointers(const Merging &merging, Id from, Work &work)
{
    const QList<MergePointer> pointers = pointersTo(m_catalog->entities(), merging.entity);
    for (const MergePointer &pointer : pointers) {
        if (pointer.how == MergePointer::Links)
            moveLinks(pointer, merging, from, work);
        else
            moveRows(pointer, merging, from, work);
    }
}

/// The document that holds the pointer is another one now, though only there: no rule looks at it, no lock keeps it.
/// @param scopeAfter 0: it stays where it was
void Writing::logPointer(const MergePointer &pointer, Id document, Id scopeAfter, const QJsonObject &fields, Work &work)
{
    const QString table = main(pointer.document->key());
    const Id before =
        m_db.scalar(QStringLiteral("SELECT scope_id FROM %1 WHERE id=?").arg(table), {document}).toLongLong();
    const Id after = pointer.decidesScope() ? scopeAfter : before;
    Rows row = m_db.run(QStringLiteral("UPDATE %1 SET version=version+1, scope_id=?, changed_at=?, changed_by=? WHERE "
                                       "id=? RETURNING version")
                            .arg(table),
                        {after, toStored(work.now), m_actor.userId, document});
    if (!row.next())
        return;
    const qint64 version = row.integer(0);
    row.next();
    work.log.append({.entity = pointer.document,
                     .recordId = document,
                     .op = ChangeOp::Update,
                     .version = version,
                     .scopeBefore = before,
                     .scopeAfter = after,
                     .fields = fields,
                     .batch = work.batch,
                     .at = work.now});
    if (after != before)
        rescopeChildren(*pointer.document, document, after);
    m_reader.forget(pointer.document->key(), document);
    if (divisionOf(pointer.document->key()).isDeclared())
        redivide(*pointer.document, document);
    else if (after != before && areDivisionsInForce(m_db))
        redivideBelow(*pointer.document, document);
    m_moved.append({pointer.document->key(), document});
}

/// Last: who becomes a guest of the survivor gives it another node, and what has moved there follows it.
void Writing::followMoved()
{
    const auto moved = std::exchange(m_moved, {});
    for (const auto &[entity, document] : moved)
        followPeople(entity, document, false);
}

void Writing::moveRows(const MergePointer &p, const Merging &merging, Id from, Work &work)
{
    QString condition = valueOf(p) + QStringLiteral("=?");
    QVariantList values{from};
    if (p.how == MergePointer::Context) {
        condition += QStringLiteral(" AND t.parent_entity=?");
        values << merging.entity.key();
    }
    const QString document =
        p.holder == p.document ? QStringLiteral("t.id") : QStringLiteral("t.") + quoted(p.holder->lineParentField());
    QList<QPair<Id, Id>> found; // row, document
    {
        Rows rows = m_db.run(QStringLiteral("SELECT t.id, %1 FROM %2 t WHERE %3 ORDER BY t.id")
                                 .arg(document, main(p.holder->key()), condition),
                             values);
        while (rows.next()) {
            if (p.holder != &merging.entity || !merging.records.contains(rows.integer(0)))
                found << qMakePair(rows.integer(0), rows.integer(1));
        }
    }
    if (!found.isEmpty() && p.field->isUnique()) {
        const bool clash = !m_db.scalar(QStringLiteral("SELECT 1 FROM %1 t WHERE %2=? AND t.deleted_at IS NULL")
                                            .arg(main(p.holder->key()), valueOf(p)),
                                        {merging.survivor})
                                .isNull();
        if (clash)
            throw Error::validation({refusal::taken(*p.field)});
    }
    for (const auto &[row, owner] : std::as_const(found)) {
        m_db.run(QStringLiteral("UPDATE %1 SET %2 WHERE id=?").arg(main(p.holder->key()), assignment(p)),
                 {merging.survivor, row});
        logPointer(p, owner, merging.scope, changeOf(p.pathOf(row), jsonOf(from), jsonOf(merging.survivor)), work);
    }
}

void Writing::moveLinks(const MergePointer &p, const Merging &merging, Id from, Work &work)
{
    const QString table = main(linkTable(*p.holder, *p.field));
    const QString sql =
        p.holder == p.document
            ? QStringLiteral("SELECT owner_id, owner_id FROM %1 WHERE target_id=?").arg(table)
            : QStringLiteral("SELECT l.owner_id, t.%1 FROM %2 l JOIN %3 t ON t.id=l.owner_id WHERE l.target_id=?")
                  .arg(quoted(p.holder->lineParentField()), table, main(p.holder->key()));
    QList<QPair<Id, Id>> found;
    {
        Rows rows = m_db.run(sql, {from});
        while (rows.next()) {
            if (p.holder != &merging.entity || !merging.records.contains(rows.integer(0)))
                found << qMakePair(rows.integer(0), rows.integer(1));
        }
    }
    for (const auto &[row, owner] : std::as_const(found)) {
        const IdList before = linksOf(m_db, p, row);
        exchangeLink(m_db, p, row, from, merging.survivor);
        logPointer(p, owner, 0, changeOf(p.pathOf(row), jsonOf(before), jsonOf(linksOf(m_db, p, row))), work);
    }
}

// --- back

/// One logged change of a pointer. False: it has been given to something else since, and stays as it is.
bool Writing::moveBack(const MergePointer &p, Id row, Id document, const FieldChange &change, const Merging &merging,
                       Work &work)
{
    if (p.how == MergePointer::Links) {
        const IdList was = change.before.value<IdList>(), now = linksOf(m_db, p, row);
        bool any = false;
        for (const Id id : was) {
            if (id == merging.survivor || !merging.records.contains(id) || now.contains(id))
                continue;
            if (!now.contains(merging.survivor))
                return false;
            if (was.contains(merging.survivor))
                m_db.run(QStringLiteral("INSERT OR IGNORE INTO %1 (owner_id,target_id,position) VALUES (?,?,?)")
                             .arg(main(linkTable(*p.holder, *p.field))),
                         {row, id, was.indexOf(id)});
            else
                exchangeLink(m_db, p, row, merging.survivor, id);
            any = true;
        }
        if (any)
            logPointer(p, document, 0, changeOf(p.pathOf(row), jsonOf(now), jsonOf(linksOf(m_db, p, row))), work);
        return true;
    }
    const Id other = change.before.toLongLong();
    if (!merging.records.contains(other) || other == merging.survivor || change.after.toLongLong() != merging.survivor)
        return true;
    const QString sql = QStringLiteral("SELECT %1 FROM %2 t WHERE t.id=?").arg(valueOf(p), main(p.holder->key()));
    if (m_db.scalar(sql, {row}).toLongLong() != merging.survivor)
        return false;
    m_db.run(QStringLiteral("UPDATE %1 SET %2 WHERE id=?").arg(main(p.holder->key()), assignment(p)), {other, row});
    const Id scope =
        m_db.scalar(QStringLiteral("SELECT scope_id FROM %1 WHERE id=?").arg(main(merging.entity.key())), {other})
            .toLongLong();
    logPointer(p, document, scope, changeOf(p.pathOf(row), jsonOf(merging.survivor), jsonOf(other)), work);
    return true;
}

/// Takes one of the others out of the trash, if this merge put it there; whoever was restored by hand is there already.
/// False: it went another way since.
bool Writing::comesBack(const Entity &entity, Id other, Id batch, Work &work)
{
    const std::optional<Document> document = m_documents.load(entity, other, StoredDocuments::Table);
    if (!document)
        return false; // deleted for good
    const bool trashed = document->head().deletedAt().isValid();
    const Id by =
        m_db.scalar(QStringLiteral("SELECT batch_id FROM %1 WHERE id=?").arg(main(entity.key())), {other}).toLongLong();
    if (trashed && by != batch)
        return false;
    const QString parent =
        entity.hasContext() ? document->value(QStringLiteral("parent_entity")).toString() : QString();
    if (!m_guard.allows(m_db, entity, Verb::Delete, document->head().scopeId(), parent))
        throw refusal::mayNotRestore(document->head().title());
    if (trashed)
        bringBack(*document, work);
    return true;
}

qint64 Writing::unmerge(const MergeLog &merge, const QList<LoggedChange> &entries, Id batch, UndoPlan &plan, Work &work)
{
    const Entity &entity = m_catalog->at(merge.entity);
    requireMergeable(m_actor, entity, merge.survivor, merge.others);
    m_knownTargets.clear();
    m_reader.forgetAll();
    const Document target = mergeable(entity, merge.survivor, 0, Verb::Update);
    plan.take(merge.values);
    if (!plan.allows(target))
        return 0;
    // The survivor's own values first: some may belong to the others again.
    for (const LoggedChange &entry : merge.values)
        undoOne(entry, plan, work);
    Merging back{entity, merge.survivor, 0, {merge.survivor}};
    IdList restored;
    for (const Id other : merge.others) {
        if (!comesBack(entity, other, batch, work))
            continue;
        back.records.insert(other);
        restored << other;
        m_db.run(QStringLiteral("DELETE FROM main.redirects WHERE entity=? AND id=? AND batch_id=?"),
                 {entity.key(), other, batch});
    }
    if (restored.isEmpty())
        throw refusal::mergedOn(target.head().title());
    QSet<QPair<QString, Id>> records;
    m_moved.clear();
    const QList<MergePointer> pointers = pointersTo(m_catalog->entities(), entity);
    for (const LoggedChange &entry : entries) {
        bool stays = false;
        const bool own =
            entry.entity == merge.entity && (entry.id == merge.survivor || merge.others.contains(entry.id));
        for (const FieldChange &change : entry.fields) {
            const QStringList path = change.field.split(u'/');
            const QString holder = path.size() == 1 ? entry.entity : path.first();
            const Id row = path.size() == 1 ? entry.id : path.value(1).toLongLong();
            for (const MergePointer &p : pointers) {
                if (!own && p.document->key() == entry.entity && p.holder->key() == holder &&
                    p.field->key() == path.last())
                    stays |= !moveBack(p, row, entry.id, change, back, work);
            }
        }
        if (!stays)
            records.insert({entry.entity, entry.id});
    }
    followMoved();
    for (const Id other : std::as_const(restored))
        logMerge(entity, other, mergedInto, {merge.survivor}, {}, work);
    logMerge(entity, merge.survivor, mergedFrom, restored, {}, work);
    return records.size();
}

} // namespace crm
