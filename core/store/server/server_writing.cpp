#include "core/store/server/server_writing.h"
#include "core/store/fast_fields.h"
#include "core/store/refusals.h"
#include "core/store/server/server_ops.h"
#include "core/store/stored_documents.h"
#include "core/store/taken_ids.h"
#include <QJsonDocument>
#include <QLoggingCategory>

namespace crm {

namespace {
Q_LOGGING_CATEGORY(log, "mycrm.store")
constexpr qsizetype bytesAtOnce = 8 * 1024 * 1024; // half of what a server takes in one packet by default
constexpr int deadlocksTried = 3;
constexpr int mergesTried = 4; // somebody saves the same record faster than we load it: say so

} // namespace

ServerWriting::ServerWriting(Database &db, std::shared_ptr<const Catalog> catalog, const Actor &actor, Reading &reading)
    : m_db(db)
    , m_catalog(std::move(catalog))
    , m_actor(actor)
    , m_reading(reading)
    , m_reader(db, *m_catalog, actor)
    , m_preparation(*m_catalog, actor, m_reader)
{}

// --- the call

ServerWriting::Answer ServerWriting::call(const SaveKey &key, Id batch, const QByteArray &ops)
{
    if (m_depth > 0 && m_transactionKey.bytes.isEmpty())
        m_transactionKey = key;
    Rows rows =
        m_db.run(QStringLiteral("CALL `write`(?,?,?)"), {key.bytes.isEmpty() ? QVariant() : QVariant(key.bytes),
                                                         batch ? QVariant(batch) : QVariant(), QString::fromUtf8(ops)});
    Answer answer;
    while (rows.next()) {
        const QPair<QString, Id> record(rows.text(0), rows.integer(1));
        Written written;
        written.version = rows.integer(2);
        written.scope = rows.integer(3);
        written.number = rows.text(4);
        written.at = fromStored(rows.value(5));
        written.change = rows.isNull(6) && m_depth > 0 ? -1 : rows.integer(6);
        answer.again = answer.again || rows.integer(7) == 1;
        answer.rows.insert(record, written);
        m_reader.forgetList(record.first);
        if (written.change > 0)
            m_reader.noteOwnChange(written.change);
        if (record.first == QLatin1String("users") || record.first == QLatin1String("roles"))
            m_people.insert(record);
    }
    return answer;
}

/// A deadlock is nobody's fault: again by itself, most often once. Inside a transaction all of that is gone, so there
/// it is said.
ServerWriting::Answer ServerWriting::callPatiently(const SaveKey &key, Id batch, const QByteArray &ops)
{
    for (int tried = 1;; ++tried) {
        try {
            return call(key, batch, ops);
        } catch (const Error &e) {
            if (e.kind() != ErrorKind::Busy || m_depth > 0 || tried == deadlocksTried || isMaintenance(e))
                throw;
            qCInfo(log, "the server was busy, once more: %s", qPrintable(e.details()));
        }
    }
}

bool ServerWriting::isDone(const SaveKey &key)
{
    if (key.bytes.isEmpty())
        return false;
    try {
        return call(key, 0, QByteArrayLiteral("[]")).again;
    } catch (const Error &e) {
        if (refusedAs(e, "invalid")) // nothing to do, and nothing had been done
            return false;
        throw;
    }
}

qint64 ServerWriting::Answer::count(const QString &entity, const IdList &ids) const
{
    // Those that were there already have no change.
    return std::count_if(ids.begin(), ids.end(), [&](Id id) { return rows.value({entity, id}).change != 0; });
}

// --- transactions

void ServerWriting::begin()
{
    if (m_depth == 0) {
        m_transactionKey = {};
        m_db.begin();
    } else {
        m_db.exec(QStringLiteral("SAVEPOINT part%1").arg(m_depth));
    }
    ++m_depth;
}

void ServerWriting::finish()
{
    if (m_depth > 1) {
        m_db.exec(QStringLiteral("RELEASE SAVEPOINT part%1").arg(m_depth - 1));
    } else {
        m_db.commitBy(QStringLiteral("CALL finish()"));
    }
    --m_depth;
}

void ServerWriting::rollback()
{
    --m_depth;
    m_reader.forgetAll();
    try {
        if (m_depth > 0)
            m_db.exec(QStringLiteral("ROLLBACK TO SAVEPOINT part%1").arg(m_depth));
        else if (m_db.inTransaction())
            m_db.rollback();
    } catch (const Error &e) {
        // A deadlock or a broken connection has taken the whole transaction with it; what caused it is on its way.
        qCInfo(log, "nothing to roll back: %s", qPrintable(e.details()));
    }
}

// --- saving

void ServerWriting::prepare(Work &work)
{
    if (!work.stored && !work.given.head().isNew())
        work.stored = asLoaded(work.given);
    work.prepared =
        m_preparation.prepare(work.given, work.stored ? &*work.stored : nullptr, QDateTime::currentDateTimeUtc());
    refuseMisfits(m_db, *m_catalog, m_actor, work.prepared.document);
    m_reader.add(work.prepared.document.head());
}

ServerWriting::Answer ServerWriting::writeParts(const QList<Work> &works, const SaveKey &key, Id batch)
{
    QList<QByteArray> parts;
    for (const Work &work : works) {
        if (!work.prepared.differs)
            continue;
        const QJsonObject op = saveOp(work.prepared.document, work.stored ? &*work.stored : nullptr, m_actor);
        const QByteArray json = QJsonDocument(op).toJson(QJsonDocument::Compact);
        if (parts.isEmpty() || parts.last().size() + json.size() > bytesAtOnce)
            parts << json;
        else
            parts.last() += ',' + json;
    }
    const auto callPart = [&](const QByteArray &part, const SaveKey &partKey) {
        return callPatiently(partKey, batch, '[' + part + ']');
    };
    if (parts.isEmpty())
        return {};
    if (parts.size() == 1)
        return callPart(parts.first(), key);
    Answer all;
    ServerTransaction transaction(*this);
    for (qsizetype i = 0; i < parts.size() && !all.again; ++i) {
        const Answer answer = callPart(parts[i], i == 0 ? key : SaveKey());
        all.again = answer.again;
        all.rows.insert(answer.rows);
    }
    transaction.commit();
    return all;
}

/// What others stored meanwhile, for all of them: the refusal names one, but there may be more.
void ServerWriting::loadAnew(QList<Work> &works)
{
    QMap<QString, IdList> ids;
    for (const Work &work : works) {
        if (!work.given.head().isNew())
            ids[work.given.entity().key()] << work.given.id();
    }
    QHash<QPair<QString, Id>, Document> found;
    for (auto it = ids.cbegin(); it != ids.cend(); ++it) {
        const QList<Document> documents = m_reading.loadMany(it.key(), it.value());
        for (const Document &d : documents)
            found.insert({it.key(), d.id()}, d);
    }
    for (Work &work : works) {
        if (work.given.head().isNew())
            continue;
        const auto stored = found.constFind({work.given.entity().key(), work.given.id()});
        if (stored == found.cend())
            throw refusal::notFound();
        work.stored = *stored;
    }
}

/// An id that the program made is taken, see taken_ids.h. False: nothing new was found to be in the way.
bool ServerWriting::giveOtherIds(QList<Work> &works, const Error &error, Id batch)
{
    const QString entity = serverRefusal(error)->entity();
    bool any = false;
    for (Work &work : works) {
        Document &given = work.given;
        any = any || (given.entity().key() == entity && given.head().isNew() && !given.id()); // made at each try
        if (given.entity().key() == entity && given.head().isNew() && given.id()) {
            const QList<Document> there = m_reading.loadMany(entity, {given.id()});
            if (!there.isEmpty() && there.first().head().createdBy() == m_actor.userId) {
                given = laidOver(given, there.first());
                any = true;
            } else if (batch == 0) { // others of a batch may point to it; an import names its ids
                given.head().setId(newId());
                any = true;
            }
        }
        if (given.entity().key() == entity || !given.hasLines(entity))
            continue;
        for (Record &line : given.lines(entity)) {
            if (line.isNew())
                line.setId(newId());
            any = any || line.isNew();
        }
    }
    return any;
}

ServerWriting::Answer ServerWriting::write(QList<Work> &works, const SaveKey &key, Id batch)
{
    for (int tried = 1;; ++tried) {
        QList<const Document *> documents;
        for (const Work &work : std::as_const(works))
            documents << &work.given;
        {
            const ServerReader::Expecting expecting = m_reader.expect(documents);
            for (Work &work : works)
                prepare(work);
        }
        try {
            return writeParts(works, key, batch);
        } catch (const Error &e) {
            for (const Work &work : std::as_const(works))
                m_reader.forget(work.given.entity().key(), work.prepared.document.id());
            // Deleted meanwhile: preparing it again says so, with what lies in the trash.
            const bool stale = refusedAs(e, "conflict") || refusedAs(e, "trashed");
            if (tried == mergesTried || !(stale || (refusedAs(e, "duplicate") && giveOtherIds(works, e, batch))))
                throw inWords(e, *m_catalog, {Attempt::Save, &attempted(works, e)});
        }
        loadAnew(works);
    }
}

/// The document that an error is about, as far as the refusal tells.
const Document &ServerWriting::attempted(const QList<Work> &works, const Error &error) const
{
    const ServerRefusal *refusal = serverRefusal(error);
    for (const Work &work : works) {
        const Document &document = work.prepared.document;
        if (!refusal || works.size() == 1)
            return document;
        if (refusal->entity() == document.entity().key() && refusal->detail().toLongLong() == document.id())
            return document;
        const QList<Record> lines = document.lines(refusal->entity());
        for (const Record &line : lines) {
            if (line.id() == refusal->detail().toLongLong())
                return document;
        }
    }
    return works.first().prepared.document;
}

Saved ServerWriting::finished(Work &work, const Answer &answer)
{
    Saved saved;
    saved.merged = work.prepared.merged;
    Document &after = work.prepared.document;
    const Entity &entity = after.entity();
    if (work.prepared.differs) {
        const Written written = answer.rows.value({entity.key(), after.id()});
        saved.change = written.change;
        if (!written.number.isEmpty() && !entity.numberField().isEmpty())
            after.set(entity.numberField(), written.number);
        const Record *old = work.stored ? &work.stored->head() : nullptr;
        after.head().setSystem({.scopeId = written.scope,
                                .createdBy = old ? old->createdBy() : m_actor.userId,
                                .changedBy = m_actor.userId,
                                .createdAt = old ? old->createdAt() : written.at,
                                .changedAt = written.at,
                                .deletedAt = {}});
        for (const LineTable &table : entity.lineTables()) {
            for (Record &line : after.lines(table.entity)) {
                if (line.isNew() || !line.changedFields().isEmpty())
                    line.markLoaded(line.version() + 1);
            }
        }
        after.head().markLoaded(written.version);
        after.markLoaded();
        m_reader.forget(entity.key(), after.id());
    }
    saved.document = after;
    return saved;
}

Saved ServerWriting::save(const Document &document, const SaveKey &key, Id batch)
{
    QList<Work> works{Work{document, std::nullopt, {}}};
    const Answer answer = write(works, key, batch);
    if (!answer.again)
        return finished(works.first(), answer);
    Saved saved;
    saved.repeated = true;
    const Id id = answer.rows.isEmpty() ? document.id() : answer.rows.begin().key().second;
    const QList<Document> stored = m_reading.loadMany(document.entity().key(), {id});
    if (stored.isEmpty())
        throw refusal::notFound();
    saved.document = stored.first();
    saved.change = answer.rows.isEmpty() ? 0 : std::max<qint64>(answer.rows.begin()->change, 0);
    return saved;
}

BatchResult ServerWriting::saveMany(const QList<Document> &documents, Id batch, const SaveKey &key)
{
    const Id batchId = batch ? batch : newId();
    QList<Work> works;
    works.reserve(documents.size());
    for (const Document &d : documents)
        works << Work{d, std::nullopt, {}};
    if (!works.isEmpty()) {
        const Answer answer = write(works, key, batchId);
        for (const Work &work : std::as_const(works))
            m_reader.forget(work.given.entity().key(), work.prepared.document.id());
    }
    return {batchId, documents.size()};
}

} // namespace crm
