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

QList<ServerWriting::Logged> ServerWriting::logged(const QString &procedure, qint64 number)
{
    QList<Logged> out;
    Rows rows = m_db.run(QStringLiteral("CALL %1(?)").arg(quoted(procedure)), {number});
    while (rows.next()) {
        Logged entry{rows.text(4), rows.integer(5), ChangeOp(rows.integer(6)), {}};
        const Entity *entity = m_catalog->find(entry.entity);
        for (int column = 7; entity && column <= 9; ++column)
            entry.fields += serverFields(*entity, rows.value(column).toString(), *m_catalog, column == 9);
        out << entry;
    }
    return out;
}

/// Entries of one entity and one kind, each of another record.
void ServerWriting::takeBack(const QList<Logged> &group, Id batch)
{
    const QString entity = group.first().entity;
    IdList ids;
    for (const Logged &entry : group)
        ids << entry.id;
    switch (group.first().op) {
    case ChangeOp::Create:
    case ChangeOp::Restore:
    case ChangeOp::Delete: {
        const bool trashing = group.first().op != ChangeOp::Delete;
        const QList<Document> documents = m_reading.loadMany(entity, ids);
        if (documents.isEmpty())
            throw refusal::notFound();
        IdList left;
        for (const Document &d : documents) {
            if (d.head().deletedAt().isValid() != trashing)
                left << d.id();
        }
        trashing ? remove(entity, left, {}, SaveKey::fresh(), batch) : restore(entity, left, SaveKey::fresh(), batch);
        return;
    }
    case ChangeOp::Update: {
        const QList<Document> documents = m_reading.loadMany(entity, ids);
        QHash<Id, Document> byId;
        for (const Document &d : documents)
            byId.insert(d.id(), d);
        QList<Document> before;
        for (const Logged &entry : group) {
            if (!byId.contains(entry.id))
                throw refusal::notFound();
            before << reverted(byId.value(entry.id), entry.fields, *m_catalog);
        }
        const Preparation::Undoing undoing(m_preparation);
        saveMany(before, batch, SaveKey::fresh());
        return;
    }
    case ChangeOp::Purge:
        throw refusal::purgedForGood();
    }
}

void ServerWriting::undo(qint64 changeNumber)
{
    const QList<Logged> entries = logged(QStringLiteral("change"), changeNumber);
    if (entries.isEmpty())
        throw refusal::noSuchChange();
    ServerTransaction transaction(*this);
    takeBack({entries.first()}, newId());
    transaction.commit();
}

qint64 ServerWriting::undoBatch(Id batch, const Progress &progress)
{
    const QList<Logged> entries = logged(QStringLiteral("batch_changes"), batch); // newest first
    if (entries.isEmpty())
        throw refusal::noSuchBatch();
    if (const qint64 changes = unmerge(entries, batch); changes >= 0)
        return changes;
    constexpr qsizetype atOnce = 200;
    const Id undoing = newId();
    ServerTransaction transaction(*this);
    for (qsizetype at = 0; at < entries.size();) {
        QList<Logged> group;
        QSet<Id> seen;
        while (
            at < entries.size() && group.size() < atOnce && !seen.contains(entries[at].id) &&
            (group.isEmpty() || (group.first().entity == entries[at].entity && group.first().op == entries[at].op))) {
            seen.insert(entries[at].id);
            group << entries[at++];
        }
        takeBack(group, undoing);
        if (progress && !progress(at, entries.size()))
            throw refusal::cancelled();
    }
    transaction.commit();
    return entries.size();
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
