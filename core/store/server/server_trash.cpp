// The other half of ServerWriting: trash, undo, actions.
#include "core/store/refusals.h"
#include "core/store/revert.h"
#include "core/store/server/server_log.h"
#include "core/store/server/server_ops.h"
#include "core/store/server/server_writing.h"
#include "core/store/stored_documents.h"
#include <QJsonDocument>

namespace crm {

namespace {
QByteArray json(const QJsonObject &op) { return '[' + QJsonDocument(op).toJson(QJsonDocument::Compact) + ']'; }
} // namespace

/// Rules of the declaration look at what is to go; whether it may go is the server's decision.
void ServerWriting::checkDeleting(const Entity &entity, const IdList &ids)
{
    if (entity.deleteRules().isEmpty())
        return;
    const QList<Document> documents = m_reading.loadMany(entity.key(), ids);
    m_reader.forgetAll(); // rules look at what the same transaction has done
    for (const Document &document : documents) {
        if (document.head().deletedAt().isValid())
            continue;
        Document after = document;
        m_preparation.runRules(entity.deleteRules(), after, &document, QDateTime::currentDateTimeUtc());
    }
}

/// For a sentence about a refusal that names no record.
QString ServerWriting::titleOf(const QString &entity, const IdList &ids)
{
    if (ids.isEmpty())
        return {};
    const QList<Document> documents = m_reading.loadMany(entity, {ids.first()});
    return documents.isEmpty() ? QString() : documents.first().head().title();
}

BatchResult ServerWriting::trash(const QByteArray &op, Attempt::What what, const QString &entity, const IdList &ids,
                                 const SaveKey &key, Id batch)
{
    const Id batchId = batch ? batch : newId();
    if (ids.isEmpty())
        return {batchId, 0};
    try {
        const Answer answer = callPatiently(key, batchId, op);
        m_reader.forgetAll();
        return {batchId, answer.count(entity, ids)};
    } catch (const Error &e) {
        const ServerRefusal *refusal = serverRefusal(e);
        if (!refusal)
            throw;
        const Id named = refusal->detail().toLongLong();
        throw inWords(e, *m_catalog, {what, nullptr, titleOf(entity, ids.contains(named) ? IdList{named} : ids)});
    }
}

BatchResult ServerWriting::remove(const QString &entity, const IdList &ids, const QList<qint64> &seen,
                                  const SaveKey &key, Id batch)
{
    checkDeleting(m_catalog->at(entity), ids);
    return trash(json(idsOp(QStringLiteral("remove"), entity, ids, seen)), Attempt::Remove, entity, ids, key, batch);
}

BatchResult ServerWriting::restore(const QString &entity, const IdList &ids, const SaveKey &key, Id batch)
{
    return trash(json(idsOp(QStringLiteral("restore"), m_catalog->at(entity).key(), ids)), Attempt::Restore, entity,
                 ids, key, batch);
}

void ServerWriting::purge(const QString &entity, const IdList &ids, const SaveKey &key)
{
    if (!m_actor.policy.isAdmin())
        throw refusal::mayNotPurge();
    const QList<Document> documents = m_reading.loadMany(entity, ids);
    for (const Document &document : documents) {
        if (!document.head().deletedAt().isValid())
            throw refusal::notInTrash(document.head().title());
    }
    trash(json(idsOp(QStringLiteral("purge"), entity, ids)), Attempt::Purge, entity, ids, key, 0);
}

// --- undo

QList<LoggedChange> ServerWriting::logged(const QString &procedure, qint64 number)
{
    QList<LoggedChange> out;
    Rows rows = m_db.run(QStringLiteral("CALL %1(?)").arg(quoted(procedure)), {number});
    while (rows.next()) {
        LoggedChange entry{rows.text(4), rows.integer(5), ChangeOp(rows.integer(6)), rows.integer(12), {}};
        const Entity *entity = m_catalog->find(entry.entity);
        for (int column = 7; entity && column <= 9; ++column)
            entry.fields += serverFields(*entity, rows.value(column).toString(), *m_catalog, column == 9);
        out << entry;
    }
    return out;
}

/// Whether the rules mind nothing about these going together. They may mind what is among them: a payment is not
/// deleted before its refund. Then they go one after the other.
bool ServerWriting::mayGoTogether(const Entity &entity, const IdList &ids)
{
    if (ids.size() < 2)
        return true;
    try {
        checkDeleting(entity, ids);
    } catch (const Error &) {
        return false;
    }
    return true;
}

/// Entries of one entity and one kind, each of another record; those of them that the plan allows.
IdList ServerWriting::takeBack(const QList<LoggedChange> &group, UndoPlan &plan, Id batch)
{
    const ChangeOp op = group.first().op;
    if (op == ChangeOp::Purge)
        throw refusal::purgedForGood();
    const QString entity = group.first().entity;
    IdList ids;
    for (const LoggedChange &entry : group)
        ids << entry.id;
    QHash<Id, Document> stored;
    const QList<Document> documents = m_reading.loadMany(entity, ids);
    for (const Document &d : documents)
        stored.insert(d.id(), d);
    IdList done, moved;
    QList<qint64> versions;
    QList<Document> before;
    for (const LoggedChange &entry : group) {
        const auto now = stored.constFind(entry.id);
        if (now == stored.cend())
            throw refusal::notFound();
        if (!plan.allows(*now))
            continue;
        done << entry.id;
        if (op == ChangeOp::Update) {
            before << plan.before(*now, entry);
        } else if (now->head().deletedAt().isValid() == (op == ChangeOp::Delete)) {
            moved << entry.id;
            versions << now->head().version();
        }
    }
    const Preparation::Undoing undoing(m_preparation);
    if (!before.isEmpty())
        saveMany(before, batch, SaveKey::fresh());
    if (op == ChangeOp::Delete)
        restore(entity, moved, SaveKey::fresh(), batch);
    else if (!moved.isEmpty() && mayGoTogether(m_catalog->at(entity), moved))
        remove(entity, moved, versions, SaveKey::fresh(), batch);
    else {
        for (qsizetype i = 0; i < moved.size(); ++i)
            remove(entity, {moved[i]}, {versions[i]}, SaveKey::fresh(), batch);
    }
    return done;
}

void ServerWriting::undo(qint64 changeNumber, UndoPlan &plan)
{
    const QList<LoggedChange> entries = logged(QStringLiteral("change"), changeNumber);
    if (entries.isEmpty())
        throw refusal::noSuchChange();
    if (isMergeNote(entries.first()))
        throw refusal::partOfMerge();
    ServerTransaction transaction(*this);
    plan.take({entries.first()});
    if (takeBack({entries.first()}, plan, newId()).isEmpty())
        plan.throwLeft();
    transaction.commit();
}

UndoResult ServerWriting::undoBatch(Id batch, UndoPlan &plan, const Progress &progress)
{
    const QList<LoggedChange> entries = logged(QStringLiteral("batch_changes"), batch); // newest first
    if (entries.isEmpty())
        throw refusal::noSuchBatch();
    constexpr qsizetype atOnce = 200;
    UndoResult result{newId(), 0, {}};
    ServerTransaction transaction(*this);
    if (!plan.goesOverAll()) {
        try {
            m_db.run(QStringLiteral("CALL batch_undone(?,0)"), {batch});
        } catch (const Error &e) {
            throw refusedAs(e, "undone") ? refusal::undoneAlready() : inWords(e, *m_catalog, {});
        }
    }
    const std::optional<MergeLog> merge = mergeIn(entries);
    if (merge)
        result.done = unmerge(*merge, entries, batch, plan, result.batch);
    else
        plan.take(entries);
    QSet<QPair<QString, Id>> records;
    for (qsizetype at = 0; !merge && at < entries.size();) {
        QList<LoggedChange> group;
        QSet<Id> seen;
        while (
            at < entries.size() && group.size() < atOnce && !seen.contains(entries[at].id) &&
            (group.isEmpty() || (group.first().entity == entries[at].entity && group.first().op == entries[at].op))) {
            seen.insert(entries[at].id);
            group << entries[at++];
        }
        const IdList done = takeBack(group, plan, result.batch);
        for (const Id id : done)
            records.insert({group.first().entity, id});
        if (progress && !progress(at, entries.size()))
            throw refusal::cancelled();
    }
    if (!merge)
        result.done = records.size();
    result.left = plan.left();
    if (result.left.isEmpty())
        m_db.run(QStringLiteral("CALL batch_undone(?,?)"), {batch, result.batch});
    transaction.commit();
    return result;
}

// --- actions

QPair<QString, Id> ServerWriting::runAction(Repository &owner, const QString &entity, Id id, const QString &action,
                                            const QVariantMap &parameters)
{
    ServerTransaction transaction(*this);
    m_reader.forgetAll();
    const Opened opened = m_reading.open(entity, id);
    if (!opened.mayUpdate)
        throw refusal::mayNotChange(opened.document.head().title());
    const Action &declared = m_preparation.action(opened.document, action);
    ActionContext context{owner, m_reader, m_actor, opened.document, parameters, {entity, id}};
    {
        const Preparation::Trusted trusted(m_preparation);
        declared.run(context);
    }
    transaction.commit();
    return context.result;
}

} // namespace crm
