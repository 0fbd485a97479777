// Several records become one on a server: the part of ServerWriting that asks for it.
#include "core/store/logged_fields.h"
#include "core/store/refusals.h"
#include "core/store/server/server_ops.h"
#include "core/store/server/server_writing.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace crm {

namespace {
constexpr int triesWhileOthersSave = 4;

QByteArray arrayOf(const QList<QJsonObject> &ops)
{
    QJsonArray out;
    for (const QJsonObject &op : ops)
        out.append(op);
    return QJsonDocument(out).toJson(QJsonDocument::Compact);
}

QJsonObject mergeOp(const Document &survivor, qint64 version, const IdList &others, const QList<qint64> &seen)
{
    QJsonArray ids;
    for (qsizetype i = 0; i < others.size(); ++i)
        ids.append(QJsonArray{QString::number(others[i]), seen.value(i)});
    return {{QStringLiteral("op"), QStringLiteral("merge")},
            {QStringLiteral("e"), survivor.entity().key()},
            {QStringLiteral("id"), QString::number(survivor.id())},
            {QStringLiteral("seen"), version},
            {QStringLiteral("ids"), ids}};
}

/// Rules about what points where are asked once it points there: a contact that came along belongs to the survivor.
bool dependsOnPointers(const Document &survivor)
{
    const QList<Field> &fields = survivor.entity().fieldList();
    return std::any_of(fields.cbegin(), fields.cend(), [&](const Field &f) {
        const bool points = isRefKind(f.kind()) || isListKind(f.kind());
        return points && (f.target() == survivor.entity().key() || survivor.head().isChanged(f.key()));
    });
}

/// The record that a refusal of merge__ names; 0: it is about something else.
Id refusedRecord(const Error &error)
{
    const ServerRefusal *refusal = serverRefusal(error);
    return refusal && refusal->field().isEmpty() ? refusal->detail().toLongLong() : 0;
}

bool isConflict(const Error &error)
{
    const ServerRefusal *refusal = serverRefusal(error);
    return refusal && refusal->refusal() == QLatin1String("conflict");
}
} // namespace

void ServerWriting::throwMergeRefusal(const Error &error, const Document &survivor)
{
    const Id record = refusedRecord(error);
    if (!record)
        throw inWords(error, *m_catalog, {Attempt::Save, &survivor});
    const bool isOther = record != survivor.id();
    throw inWords(error, *m_catalog,
                  {isOther ? Attempt::Remove : Attempt::Save, isOther ? nullptr : &survivor,
                   titleOf(survivor.entity().key(), {record})});
}

/// One call: the merge, and the survivor's chosen values after it.
ServerWriting::Answer ServerWriting::mergeTogether(Work &work, const IdList &others, const QList<qint64> &seen,
                                                   const SaveKey &key, Id batch)
{
    {
        const ServerReader::Expecting expecting = m_reader.expect({&work.given});
        prepare(work);
    }
    const qint64 version = work.stored->head().version();
    QList<QJsonObject> ops{mergeOp(work.given, version, others, seen)};
    if (work.prepared.differs) {
        ops << saveOp(work.prepared.document, &*work.stored, m_actor);
        ops.last().insert(QStringLiteral("seen"), version + 1); // the merge has written it meanwhile
    }
    return callPatiently(key, batch, arrayOf(ops));
}

/// Two calls in one transaction: rules look at what has moved.
ServerWriting::Answer ServerWriting::mergeThenSave(Work &work, const IdList &others, const QList<qint64> &seen,
                                                   const SaveKey &key, Id batch)
{
    ServerTransaction transaction(*this);
    const Answer answer =
        callPatiently(key, batch, arrayOf({mergeOp(work.given, work.stored->head().version(), others, seen)}));
    if (answer.again)
        return answer;
    m_reader.forgetAll();
    QList<Work> works{Work{work.given, std::nullopt, {}}};
    loadAnew(works);
    prepare(works.first());
    const Answer saved = writeParts(works, SaveKey::fresh(), batch);
    work = works.first();
    Answer all = answer;
    all.rows.insert(saved.rows);
    transaction.commit();
    return all;
}

MergeResult ServerWriting::merge(const Document &survivor, const IdList &others, const QList<qint64> &seen,
                                 const SaveKey &key, Id batch)
{
    const Entity &entity = m_catalog->at(survivor.entity().key());
    requireMergeable(m_actor, entity, survivor.id(), others);
    checkDeleting(entity, others);
    QList<Work> works{Work{survivor, asLoaded(survivor), {}}};
    Work &work = works.first();
    forgetMerged(work.given, others);
    Answer answer;
    for (int tried = 1;; ++tried) {
        try {
            answer = dependsOnPointers(work.given) ? mergeThenSave(work, others, seen, key, batch)
                                                   : mergeTogether(work, others, seen, key, batch);
            break;
        } catch (const Error &e) {
            const bool stale = isConflict(e) && refusedRecord(e) == survivor.id();
            if (!serverRefusal(e))
                throw;
            if (!stale || tried == triesWhileOthersSave)
                throwMergeRefusal(e, survivor);
        }
        loadAnew(works);
    }
    m_reader.forgetAll();
    MergeResult result{{}, batch};
    const Written written = answer.rows.value({entity.key(), survivor.id()});
    if (!answer.again) {
        result.survivor = finished(work, answer);
        result.survivor.document.head().markLoaded(written.version);
    } else {
        const QList<Document> stored = m_reading.loadMany(entity.key(), {survivor.id()});
        if (stored.isEmpty())
            throw refusal::notFound();
        result.survivor.document = stored.first();
        result.survivor.repeated = true;
    }
    result.survivor.change = std::max<qint64>(written.change, 0);
    return result;
}

qint64 ServerWriting::unmerge(const MergeLog &merge, const QList<LoggedChange> &entries, Id batch, UndoPlan &plan,
                              Id undoing)
{
    const Entity &entity = m_catalog->at(merge.entity);
    requireMergeable(m_actor, entity, merge.survivor, merge.others);
    const QList<Document> documents = m_reading.loadMany(merge.entity, {merge.survivor});
    if (documents.isEmpty())
        throw refusal::notFound();
    const Document &survivor = documents.first();
    if (survivor.head().deletedAt().isValid())
        throw refusal::inTrash(survivor.head().title());
    plan.take(merge.values);
    if (!plan.allows(survivor))
        return 0;
    // The survivor's own values first: some may belong to the others again.
    for (const LoggedChange &entry : merge.values)
        takeBack({entry}, plan, undoing);
    Answer answer;
    try {
        answer = callPatiently(SaveKey::fresh(), undoing,
                               arrayOf({QJsonObject{{QStringLiteral("op"), QStringLiteral("unmerge")},
                                                    {QStringLiteral("e"), merge.entity},
                                                    {QStringLiteral("batch"), QString::number(batch)}}}));
    } catch (const Error &e) {
        if (!serverRefusal(e))
            throw;
        if (serverRefusal(e)->detail() == QLatin1String("gone"))
            throw refusal::mergedOn(survivor.head().title());
        throwMergeRefusal(e, survivor);
    }
    m_reader.forgetAll();
    // What has gone another way since is told as a number of changes; most often it is one of each record.
    const qint64 left = answer.rows.value({merge.entity, merge.survivor}).number.toLongLong();
    QSet<QPair<QString, Id>> records;
    for (const LoggedChange &entry : entries)
        records.insert({entry.entity, entry.id});
    return std::max<qint64>(records.size() - left, 1);
}

} // namespace crm
