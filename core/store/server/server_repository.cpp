#include "core/store/server/server_repository.h"
#include "core/store/custom_fields.h"
#include "core/store/refusals.h"
#include "core/store/remove_as_seen.h"
#include "core/store/server/server_check.h"
#include "core/store/server/server_names.h"
#include "core/store/server/server_sign_in.h"
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QThread>

namespace crm {

namespace {
Q_LOGGING_CATEGORY(log, "mycrm.store")
constexpr int undoTries = 4; // while others save the same records
constexpr int firstWaitMs = 100, longestWaitMs = 3000, sliceMs = 50;
} // namespace

QString ServerLogin::password() const
{
    QMutexLocker lock(&m_mutex);
    return m_password;
}

void ServerLogin::setPassword(const QString &password)
{
    QMutexLocker lock(&m_mutex);
    m_password = password;
}

ServerRepository::ServerRepository(const ServerAddress &address, std::shared_ptr<ServerLogin> login,
                                   const Registry &registry)
    : m_address(address)
    , m_login(std::move(login))
    , m_registry(registry)
{
    connect();
}

ServerRepository::ServerRepository(const ServerAddress &address, std::shared_ptr<ServerLogin> login,
                                   const Registry &registry, const SignedIn &person)
    : m_address(address)
    , m_login(std::move(login))
    , m_registry(registry)
    , m_actor(person.actor)
    , m_state(person.state)
    , m_catalog(person.catalog)
{}

ServerRepository::~ServerRepository() = default;

// --- the connection

void ServerRepository::connect()
{
    m_writing.reset();
    m_reading.reset();
    m_db.reset();
    m_db = connectToServer(m_address, m_login->login(), m_login->password());
    m_db->setCancelCheck(m_cancelCheck);
    m_warning = untestedServerWarning(m_db->serverVersion());
    try {
        startSession();
    } catch (...) {
        m_db.reset();
        throw;
    }
}

/// Signs in on the open connection, and anew when rights have changed.
void ServerRepository::startSession()
{
    ServerSession session = startServerSession(*m_db, m_registry);
    const bool first = !m_catalog;
    const bool moved = session.state.accessVersion != m_state.accessVersion;
    m_state = session.state;
    m_mustChangePassword = session.mustChangePassword;
    if (first || moved) {
        m_actor = std::move(session.actor);
        m_catalog = makeCatalog(m_registry, session.baseCurrency, session.customFields);
        m_changed = !first;
    }
    rebuild();
}

void ServerRepository::rebuild()
{
    m_reading = std::make_unique<Reading>(*m_db, m_catalog, m_actor);
    m_writing = std::make_unique<ServerWriting>(*m_db, m_catalog, m_actor, *m_reading);
    m_writing->reader().noteHead(m_state.head);
}

void ServerRepository::drop(const Error &why)
{
    qCInfo(log, "connection lost: %s", qPrintable(why.details()));
    m_writing.reset();
    m_reading.reset();
    m_db.reset();
}

void ServerRepository::tell(const QString &lost)
{
    if (m_lost != !lost.isEmpty() && m_care.tell)
        m_care.tell(lost);
    m_lost = !lost.isEmpty();
}

/// Waits a little longer each time; many clients must not come back in the same moment.
bool ServerRepository::mayTryAgain(int tried, qint64 sinceMs) const
{
    const auto stop = [this] { return (m_care.givesUp && m_care.givesUp()) || (m_cancelCheck && m_cancelCheck()); };
    int wait = std::min(firstWaitMs << std::min(tried, 8), longestWaitMs);
    wait = wait / 2 + int(QRandomGenerator::global()->bounded(wait));
    if (tried == 0)
        wait = 0; // most often the server is there, and only this connection had been ended
    if (sinceMs + wait > m_care.patienceMs)
        return false;
    for (int slept = 0; slept < wait; slept += sliceMs) {
        if (stop())
            return false;
        QThread::msleep(sliceMs);
    }
    return !stop();
}

void ServerRepository::setCancelCheck(std::function<bool()> check)
{
    m_cancelCheck = std::move(check);
    if (m_db)
        m_db->setCancelCheck(m_cancelCheck);
}

void ServerRepository::connectNow()
{
    repeated([] {});
}

FeedState ServerRepository::feedState()
{
    return repeated([this] {
        const FeedState state = serverFeedState(*m_db);
        m_writing->reader().noteHead(state.head);
        return state;
    });
}

bool ServerRepository::refresh(const FeedState &known)
{
    // While an administrator upgrades nobody can sign in; reading goes on as before.
    if (m_db && !known.maintenance && known.accessVersion > m_state.accessVersion && !m_writing->inTransaction())
        repeated([this] { startSession(); });
    if (m_writing)
        m_writing->reader().noteHead(known.head);
    return std::exchange(m_changed, false);
}

void ServerRepository::shareCatalog(std::shared_ptr<const Catalog> catalog)
{
    m_catalog = std::move(catalog);
    if (m_db)
        rebuild();
}

// --- reading

void ServerRepository::ask(const std::function<void(Reading &)> &fn)
{
    repeated([&] { fn(*m_reading); });
}

qint64 ServerRepository::head() { return feedState().head; }

QList<Presence> ServerRepository::present(const QList<OpenRecord> &mine)
{
    QJsonArray records;
    for (const OpenRecord &r : mine)
        records.append(QJsonArray{r.entity, QString::number(r.id), r.editing ? 1 : 0}); // a double is too small for ids
    const QString json = QString::fromUtf8(QJsonDocument(records).toJson(QJsonDocument::Compact));
    return repeated([&] {
        QList<Presence> out;
        Rows rows = m_db->run(QStringLiteral("CALL present(?)"), {json});
        while (rows.next())
            out.append({{rows.text(0), rows.integer(1), rows.integer(4) > 0},
                        rows.integer(2),
                        rows.text(3),
                        QDateTime::fromMSecsSinceEpoch(rows.integer(5), Qt::UTC)});
        return out;
    });
}

// --- writing. Every call has a key, so that it can be asked again.

Saved ServerRepository::save(const Document &document, const SaveKey &given)
{
    const SaveKey key = given.bytes.isEmpty() ? SaveKey::fresh() : given;
    Saved saved = repeated([&] { return m_writing->save(document, key); });
    followPeople();
    return shown(std::move(saved));
}

BatchResult ServerRepository::saveMany(const QList<Document> &documents, Id batch)
{
    const SaveKey key = SaveKey::fresh();
    const Id id = batch ? batch : newId();
    const BatchResult result = repeated([&] { return m_writing->saveMany(documents, id, key); });
    followPeople();
    return result;
}

void ServerRepository::atomically(const std::function<void()> &fn)
{
    SaveKey key;
    bool finishing = false;
    try {
        once([&] {
            ServerTransaction transaction(*m_writing);
            fn();
            key = m_writing->transactionKey();
            finishing = !key.bytes.isEmpty();
            transaction.commit();
        });
    } catch (const Error &e) {
        // The answer to the commit was lost: only the database knows whether it was done.
        const bool mine = !m_writing || !m_writing->inTransaction();
        if (e.kind() != ErrorKind::Connection || !finishing || !mine ||
            !repeated([&] { return m_writing->isDone(key); }))
            throw;
    }
    followPeople();
}

BatchResult ServerRepository::remove(const QString &entity, const IdList &ids, const QList<qint64> &seen)
{
    const BatchResult result = removeAsSeen(*this, entity, ids, seen, [&](const QList<qint64> &versions) {
        const SaveKey key = SaveKey::fresh();
        return repeated([&] { return m_writing->remove(entity, ids, versions, key); });
    });
    followPeople();
    return result;
}

BatchResult ServerRepository::restore(const QString &entity, const IdList &ids)
{
    const SaveKey key = SaveKey::fresh();
    const BatchResult result = repeated([&] { return m_writing->restore(entity, ids, key); });
    followPeople();
    return result;
}

void ServerRepository::purge(const QString &entity, const IdList &ids)
{
    const SaveKey key = SaveKey::fresh();
    repeated([&] { m_writing->purge(entity, ids, key); });
    followPeople();
}

MergeResult ServerRepository::merge(const Document &survivor, const IdList &others, const QList<qint64> &seen,
                                    const SaveKey &given)
{
    const SaveKey key = given.bytes.isEmpty() ? SaveKey::fresh() : given;
    const Id batch = newId();
    const MergeResult result = repeated([&] { return m_writing->merge(survivor, others, seen, key, batch); });
    followPeople();
    return result;
}

void ServerRepository::tellApart(const QString &entity, const IdList &ids, bool apart)
{
    QJsonArray list;
    for (const Id id : ids)
        list.append(QString::number(id));
    const QString json = QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
    callInWords(QStringLiteral("CALL tell_apart(?,?,?)"), {entity, json, apart ? 1 : 0});
}

UndoPlan ServerRepository::undoPlan(const UndoOver &over)
{
    return {*m_catalog, m_actor, over,
            [this](const QString &entity, Id id, int limit) { return m_reading->history(entity, id, limit); }};
}

template<class Fn> auto ServerRepository::undoing(const UndoOver &over, Fn fn) -> std::invoke_result_t<Fn, UndoPlan &>
{
    for (int tried = 1;; ++tried) {
        UndoPlan plan = undoPlan(over);
        try {
            return once([&] { return fn(plan); });
        } catch (const Error &e) {
            // Conflicts of the plan are for the person.
            const bool race = e.kind() == ErrorKind::Conflict && plan.left().isEmpty();
            if (!race || tried == undoTries || (m_writing && m_writing->inTransaction()))
                throw;
        }
    }
}

void ServerRepository::undo(qint64 changeNumber, const UndoOver &over)
{
    undoing(over, [&](UndoPlan &plan) { m_writing->undo(changeNumber, plan); });
    followPeople();
}

UndoResult ServerRepository::undoBatch(Id batch, const UndoOver &over, const Progress &progress)
{
    const UndoResult result =
        undoing(over, [&](UndoPlan &plan) { return m_writing->undoBatch(batch, plan, progress); });
    followPeople();
    return result;
}

QPair<QString, Id> ServerRepository::runAction(const QString &entity, Id id, const QString &action,
                                               const QVariantMap &parameters)
{
    const auto result = once([&] { return m_writing->runAction(*this, entity, id, action, parameters); });
    followPeople();
    return result;
}

/// Accounts, roles and grants of the server follow the rows; GRANT commits, so they do it when the rows are in.
void ServerRepository::followPeople()
{
    if (!m_writing || m_writing->inTransaction())
        return;
    const auto people = m_writing->takePeople();
    if (people.isEmpty() || !m_actor.policy.isAdmin())
        return;
    const bool one = people.size() == 1 && people.begin()->first == QLatin1String("users");
    const QVariant user = one ? QVariant(people.begin()->second) : QVariant();
    repeated([&] { m_db->run(QStringLiteral("CALL account_sync(?)"), {user}); });
}

} // namespace crm
