#include "core/store/local_repository.h"
#include "core/access/password.h"
#include "core/store/blobs.h"
#include "core/store/integrity.h"
#include "core/store/leases.h"
#include "core/store/people.h"
#include "core/store/refusals.h"
#include "core/store/remove_as_seen.h"
#include "core/store/schema.h"
#include <QRandomGenerator>

namespace crm {

namespace {
void requireJobsRight(const Actor &actor)
{
    if (!actor.policy.holds(QStringLiteral("jobs")))
        throw refusal::mayNotRunJobs();
}
} // namespace

SaveKey SaveKey::fresh()
{
    QByteArray bytes(16, Qt::Uninitialized);
    QRandomGenerator::system()->generate(reinterpret_cast<quint32 *>(bytes.data()),
                                         reinterpret_cast<quint32 *>(bytes.data()) + 4);
    return {bytes};
}

LocalRepository::LocalRepository(std::unique_ptr<Database> db, const Registry &registry, Actor actor)
    : m_db(std::move(db))
    , m_registry(registry)
    , m_actor(std::move(actor))
{
    m_accessVersion = accessVersion(*m_db);
    m_catalog = loadCatalog(*m_db, m_registry);
    rebuild();
}

LocalRepository::~LocalRepository() = default;

void LocalRepository::rebuild()
{
    Guard(*m_catalog, m_actor).install(*m_db);
    m_reading = std::make_unique<Reading>(*m_db, m_catalog, m_actor);
    m_writing = std::make_unique<Writing>(*m_db, m_catalog, m_actor);
}

void LocalRepository::shareCatalog(std::shared_ptr<const Catalog> catalog)
{
    m_catalog = std::move(catalog);
    rebuild();
}

FeedState LocalRepository::feedState() { return {m_reading->head(), accessVersion(*m_db), false}; }

bool LocalRepository::refresh(const FeedState &)
{
    const qint64 now = accessVersion(*m_db);
    if (now == m_accessVersion)
        return false;
    if (m_actor.userId)
        m_actor = loadActor(*m_db, m_actor.userId); // throws, each time, for who may no longer be here
    m_catalog = loadCatalog(*m_db, m_registry);
    rebuild();
    m_accessVersion = now;
    return true;
}

qint64 LocalRepository::head() { return m_reading->head(); }

Saved LocalRepository::save(const Document &document, const SaveKey &key)
{
    return shown(m_writing->save(document, key));
}

BatchResult LocalRepository::saveMany(const QList<Document> &documents, Id batch)
{
    return m_writing->saveMany(documents, batch);
}
void LocalRepository::atomically(const std::function<void()> &fn)
{
    if (!m_db->inTransaction()) {
        Transaction transaction(*m_db);
        fn();
        transaction.commit();
        return;
    }
    m_db->exec(QStringLiteral("SAVEPOINT part"));
    try {
        fn();
    } catch (...) {
        try {
            m_db->exec(QStringLiteral("ROLLBACK TO part"));
            m_db->exec(QStringLiteral("RELEASE part"));
        } catch (const Error &) {
            // A hard fault (full disk) has taken the whole transaction with it; what caused it goes on below.
        }
        throw;
    }
    m_db->exec(QStringLiteral("RELEASE part"));
}

BatchResult LocalRepository::remove(const QString &entity, const IdList &ids, const QList<qint64> &seen)
{
    return removeAsSeen(*this, entity, ids, seen,
                        [&](const QList<qint64> &versions) { return m_writing->remove(entity, ids, versions); });
}
BatchResult LocalRepository::restore(const QString &entity, const IdList &ids)
{
    return m_writing->restore(entity, ids);
}
void LocalRepository::purge(const QString &entity, const IdList &ids) { m_writing->purge(entity, ids); }
MergeResult LocalRepository::merge(const Document &survivor, const IdList &others, const QList<qint64> &seen,
                                   const SaveKey &key)
{
    return m_writing->merge(survivor, others, seen, key);
}
void LocalRepository::tellApart(const QString &entity, const IdList &ids, bool apart)
{
    m_writing->tellApart(entity, ids, apart);
}
UndoPlan LocalRepository::undoPlan(const UndoOver &over)
{
    return {*m_catalog, m_actor, over,
            [this](const QString &entity, Id id, int limit) { return m_reading->history(entity, id, limit); }};
}
void LocalRepository::undo(qint64 changeNumber, const UndoOver &over)
{
    UndoPlan plan = undoPlan(over);
    m_writing->undo(changeNumber, plan);
}
UndoResult LocalRepository::undoBatch(Id batch, const UndoOver &over, const Progress &progress)
{
    UndoPlan plan = undoPlan(over);
    return m_writing->undoBatch(batch, plan, progress);
}
QPair<QString, Id> LocalRepository::runAction(const QString &entity, Id id, const QString &action,
                                              const QVariantMap &parameters)
{
    return m_writing->runAction(*this, entity, id, action, parameters);
}

QByteArray LocalRepository::addBlob(QIODevice &content) { return storeBlob(*m_db, content); }

void LocalRepository::readBlob(Id fileRecord, QIODevice &out)
{
    // By a record one may see, never by the hash.
    const Document file = load(QStringLiteral("files"), fileRecord);
    loadBlob(*m_db, QByteArray::fromHex(file.value(QStringLiteral("hash")).toString().toLatin1()), out);
}

bool LocalRepository::takeLease(const QString &name, int seconds)
{
    requireJobsRight(m_actor);
    return crm::takeLease(*m_db, name, QString::fromLatin1(m_holder), m_actor, seconds);
}

void LocalRepository::releaseLease(const QString &name, const QString &outcome)
{
    requireJobsRight(m_actor);
    crm::releaseLease(*m_db, name, QString::fromLatin1(m_holder), outcome);
}

QList<Lease> LocalRepository::leases() { return readLeases(*m_db); }

void LocalRepository::tidy()
{
    requireJobsRight(m_actor);
    constexpr int days = 7; // nobody repeats a call after a week
    m_db->run(QStringLiteral("DELETE FROM main.done_keys WHERE at<?"),
              {toStored(QDateTime::currentDateTimeUtc().addDays(-days))});
}

void LocalRepository::setPassword(Id user, const QString &password)
{
    if (user != m_actor.userId && !m_actor.policy.isAdmin())
        throw refusal::mayNotSetPassword();
    const QString login = load(QStringLiteral("users"), user).value(QStringLiteral("login")).toString();
    const QString fault = passwordFault(password, login);
    if (!fault.isEmpty())
        throw Error::validation({{QStringLiteral("password"), fault, {}}});
    storePassword(*m_db, user, password);
}

QStringList LocalRepository::check(const Progress &progress)
{
    if (!m_actor.policy.isAdmin())
        throw refusal::mayNotCheck();
    return findFaults(*m_db, *m_catalog, progress);
}

} // namespace crm
