#include "core/store/session.h"
#include "core/store/await.h"
#include "core/store/job_queue.h"
#include "core/store/local_store.h"
#include "core/store/server/server_refusal.h"
#include "core/store/server/server_repository.h"
#include "core/store/server/server_store.h"
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QMutex>
#include <QScopeGuard>
#include <QThread>
#include <QTimer>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Session)
};
constexpr int readerCount = 2; // a list and its totals at the same time; more would only wait for the disk
constexpr int pollEveryMs = 1000;
constexpr int changesAtOnce = 1000;
constexpr int presenceEveryPolls = 4; // and at once when something was opened, closed or first touched
constexpr int writerAfterMs = 1500;   // the writer's connection is made when the first lists are there
constexpr int silentMs = 8000;        // a server that has not answered the little question of each second is not well
constexpr int savingMs = 1200, givingUpMs = 800; // at closing: for what is to be written, then for what hangs
} // namespace

QString Target::displayName() const
{
    return kind == Server ? server.displayName() : QFileInfo(path).completeBaseName();
}

QString Target::key() const
{
    if (kind == LocalFile)
        return path;
    return QStringLiteral("server:%1:%2/%3")
        .arg(server.socket.isEmpty() ? server.host.toLower() : server.socket)
        .arg(server.port)
        .arg(server.database);
}

class Session::Private
{
public:
    Target target;
    const Registry *registry = nullptr;

    QMutex mutex; // guards actor, catalogs, known
    Actor actor;
    // Records point to entities of the catalog they were read with, so every catalog lives as long as the session.
    QList<std::shared_ptr<const Catalog>> catalogs;
    FeedState known;                         // the newest that was heard of
    std::shared_ptr<ServerLogin> login = {}; // on a server

    JobQueue<Job> reads, writes;
    std::vector<std::unique_ptr<QThread>> threads;
    std::atomic<bool> closing = false, givenUp = false, offline = false;
    std::atomic<int> unsaved = 0;
    std::atomic<qint64> pollSince = 0; ///< when a worker began to ask; 0: none does
    bool mustChangePassword = false;   // written before the session is handed out

    qint64 lastChange = -1;
    bool polling = false, maintenance = false, wrote = false;
    QTimer *timer = nullptr;
    QHash<QString, QList<Option>> dictionaries;
    QSet<QString> loadingDictionaries;

    QHash<const void *, OpenRecord> open; // here
    QList<Presence> others;
    int pollsToPresence = 0;
    bool presenceMoved = false, askingPresence = false;

    std::unique_ptr<StoreRepository> signIn(Session *session, const Credentials &credentials);
    std::unique_ptr<StoreRepository> openAnother(Session *session);
    void work(Session *session, bool write, std::unique_ptr<StoreRepository> repository = {});
    void runJob(Session *session, StoreRepository &repository, Job &job, bool write);
    void setOffline(Session *session, const QString &sentence);
    void care(Session *session, StoreRepository &repository);
    void tellMaintenance(Session *session, bool on);
};

/// The one connection that may be refused. It is a reader's from then on: the first list comes over it.
std::unique_ptr<StoreRepository> Session::Private::signIn(Session *session, const Credentials &credentials)
{
    std::unique_ptr<StoreRepository> repository;
    if (target.kind == Target::Server) {
        login = std::make_shared<ServerLogin>(credentials.login, credentials.password);
        repository = openServer(target.server, login, *registry);
    } else {
        repository = openLocal(target.path, *registry, credentials.login, credentials.password);
    }
    care(session, *repository);
    return repository;
}

std::unique_ptr<StoreRepository> Session::Private::openAnother(Session *session)
{
    SignedIn person;
    {
        QMutexLocker lock(&mutex);
        person = {actor, catalogs.last(), known};
    }
    std::unique_ptr<StoreRepository> repository;
    if (target.kind == Target::Server) {
        repository = openServerAs(target.server, login, *registry, person);
    } else {
        repository = openLocalAs(target.path, *registry, person.actor.userId);
        repository->shareCatalog(person.catalog);
    }
    care(session, *repository);
    return repository;
}

void Session::Private::care(Session *session, StoreRepository &repository)
{
    ConnectionCare care;
    care.givesUp = [this] { return closing.load(); }; // the workers hold `this`
    care.tell = [this, session](const QString &lost) { setOffline(session, lost); };
    repository.setConnectionCare(care);
}

/// @param sentence empty: the connection is back
void Session::Private::setOffline(Session *session, const QString &sentence)
{
    const bool lost = !sentence.isEmpty();
    if (offline.exchange(lost) == lost || closing.load())
        return;
    QMetaObject::invokeMethod(
        session,
        [session, sentence] {
            if (sentence.isEmpty())
                Q_EMIT session->connectionBack();
            else
                Q_EMIT session->connectionLost(sentence);
        },
        Qt::QueuedConnection);
}

void Session::Private::runJob(Session *session, StoreRepository &repository, Job &job, bool write)
{
    const auto unwanted = [&] { return job.cancelled() || (write ? givenUp : closing).load(); };
    if (unwanted()) {
        job.fail(Error(ErrorKind::Cancelled, Tr::tr("Cancelled.")));
        return;
    }
    // Nobody waits for what is read once the session closes; what is being saved is saved, if somebody answers.
    repository.setCancelCheck(unwanted);
    try {
        FeedState state;
        {
            QMutexLocker lock(&mutex);
            state = known;
        }
        if (repository.refresh(state) && !closing.load())
            session->takeCatalog(repository.catalog(), repository.actor(), true);
        job.run(repository);
    } catch (const Error &e) {
        job.fail(e);
    } catch (const std::exception &e) {
        job.fail(Error(ErrorKind::Corrupt, Tr::tr("The program made a mistake; nothing was saved."),
                       QString::fromUtf8(e.what())));
    }
    repository.setCancelCheck({});
}

/// Until the queue is closed. @param repository the connection to work with; null: one is opened for the first job
void Session::Private::work(Session *session, bool write, std::unique_ptr<StoreRepository> repository)
{
    JobQueue<Job> &jobs = write ? writes : reads;
    while (auto job = jobs.pop(repository != nullptr)) {
        const auto answered = qScopeGuard([&] { unsaved -= write ? 1 : 0; });
        try {
            if (!repository)
                repository = openAnother(session);
        } catch (const Error &e) {
            job->fail(e);
            continue;
        }
        runJob(session, *repository, *job, write);
        jobs.freed();
    }
}

Session::Session()
    : d(std::make_shared<Private>())
{}

Session::~Session()
{
    d->closing = true;
    d->reads.close();
    d->writes.close();
    const auto forget = qScopeGuard([this] { d->threads.clear(); }); // they hold `d`, and it them
    const auto endBy = [this](QDeadlineTimer deadline) {
        return std::all_of(d->threads.begin(), d->threads.end(),
                           [&](const auto &thread) { return thread->wait(deadline); });
    };
    if (d->target.kind == Target::LocalFile) { // a disk answers; whatever is to be written is written
        endBy(QDeadlineTimer(QDeadlineTimer::Forever));
        return;
    }
    if (endBy(QDeadlineTimer(savingMs)))
        return;
    d->givenUp = true;
    if (endBy(QDeadlineTimer(givingUpMs)))
        return;
    // Waits for a name, or for a handshake that nobody answers: nothing can interrupt that. It ends by itself, and
    // holds what it needs.
    for (auto &thread : d->threads) {
        if (thread->isRunning())
            (void)thread.release();
    }
}

QFuture<std::shared_ptr<Session>> Session::open(const Target &target, const Credentials &credentials,
                                                const Registry &registry)
{
    // A reader's thread opens the database and signs in, so that the first list needs no further connection.
    std::shared_ptr<Session> session(new Session, [](Session *s) {
        if (QThread::currentThread() == s->thread())
            delete s;
        else
            s->deleteLater();
    });
    session->d->target = target;
    session->d->registry = &registry;
    auto promise = std::make_shared<QPromise<std::shared_ptr<Session>>>();
    promise->start();
    QFuture<std::shared_ptr<Session>> future = promise->future();
    Session *raw = session.get();
    const std::shared_ptr<Private> shared = raw->d;
    auto held = std::make_shared<std::shared_ptr<Session>>(std::move(session));
    auto *first = QThread::create([raw, d = shared, promise, held, credentials]() mutable {
        std::unique_ptr<StoreRepository> repository;
        try {
            repository = raw->d->signIn(raw, credentials);
            raw->takeCatalog(repository->catalog(), repository->actor(), false);
            raw->d->mustChangePassword = repository->mustChangePassword();
            raw->d->known = repository->feedState();
            raw->d->lastChange = raw->d->known.head;
            raw->d->reads.freed();
            QMetaObject::invokeMethod(raw, &Session::begin, Qt::QueuedConnection);
            promise->addResult(*held);
        } catch (const Error &e) {
            promise->setException(e);
        }
        promise->finish();
        promise.reset();
        held->reset(); // the caller's future holds the session from here on
        held.reset();
        if (repository)
            d->work(raw, false, std::move(repository));
    });
    raw->d->timer = new QTimer(raw);
    connect(raw->d->timer, &QTimer::timeout, raw, &Session::poll);
    raw->d->threads.emplace_back(first);
    for (int i = 1; i < readerCount; ++i)
        raw->d->threads.emplace_back(QThread::create([raw, d = shared] { d->work(raw, false); }));
    raw->d->threads.emplace_back(QThread::create([raw, d = shared] { d->work(raw, true); }));
    for (const auto &thread : raw->d->threads)
        thread->start();
    return future;
}

/// On the window's thread, when somebody has signed in.
void Session::begin()
{
    d->timer->start(pollEveryMs);
    if (d->target.kind == Target::Server)
        QTimer::singleShot(writerAfterMs, this, [this] {
            if (!d->wrote) // else it is connected
                write([](Repository &r) { return r.head(); });
        });
}

const Target &Session::target() const { return d->target; }
bool Session::isOffline() const { return d->offline; }
bool Session::isInMaintenance() const { return d->maintenance; }
int Session::unsaved() const
{
    return std::max(0, d->unsaved - (d->askingPresence ? 1 : 0)); // that goes through the writer too, and is no change
}
bool Session::mustChangePassword() const { return d->mustChangePassword; }

Actor Session::actor() const
{
    QMutexLocker lock(&d->mutex);
    return d->actor;
}

std::shared_ptr<const Catalog> Session::catalog() const
{
    QMutexLocker lock(&d->mutex);
    return d->catalogs.isEmpty() ? nullptr : d->catalogs.last();
}

void Session::takeCatalog(std::shared_ptr<const Catalog> catalog, const Actor &actor, bool changed)
{
    {
        QMutexLocker lock(&d->mutex);
        d->actor = actor;
        d->catalogs.append(std::move(catalog));
    }
    if (changed)
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT catalogChanged(); }, Qt::QueuedConnection);
}

void Session::enqueue(Job job, bool write)
{
    if (write) {
        d->wrote = true;
        ++d->unsaved;
        d->writes.push(std::move(job));
    } else {
        d->reads.push(std::move(job));
    }
}

// --- calls

QFuture<Page> Session::page(const Query &query, const PageAt &at)
{
    return read([=](Repository &r) { return r.page(query, at); });
}
QFuture<Totals> Session::totals(const Query &query, const QStringList &sumPaths)
{
    return read([=](Repository &r) { return r.totals(query, sumPaths); });
}
QFuture<Bookmarks> Session::bookmarks(const Query &query, int step)
{
    return read([=](Repository &r) { return r.bookmarks(query, step); });
}
QFuture<Opened> Session::openRecord(const QString &entity, Id id)
{
    return read([=](Repository &r) { return r.open(entity, id); });
}
QFuture<QList<Change>> Session::history(const QString &entity, Id id)
{
    return read([=](Repository &r) { return r.history(entity, id); });
}
QFuture<QList<Hit>> Session::search(const QString &text)
{
    return read([=](Repository &r) { return r.search(text); });
}
QFuture<QList<Option>> Session::lookup(const QString &entity, const QString &text, int limit)
{
    return read([=](Repository &r) { return r.lookup(entity, text, limit); });
}
QFuture<Saved> Session::save(const Document &document, const SaveKey &key)
{
    return write([=](Repository &r) { return r.save(document, key); });
}
QFuture<BatchResult> Session::remove(const QString &entity, const IdList &ids, const QList<qint64> &seen)
{
    return write([=](Repository &r) { return r.remove(entity, ids, seen); });
}
QFuture<BatchResult> Session::restore(const QString &entity, const IdList &ids)
{
    return write([=](Repository &r) { return r.restore(entity, ids); });
}

// --- what others changed

void Session::poll()
{
    tellPresence();
    if (d->polling) {
        const qint64 since = d->pollSince;
        if (since > 0 && QDeadlineTimer::current().deadline() - since > silentMs)
            d->setOffline(this, Tr::tr("“%1” does not answer. Check the network.").arg(d->target.displayName()));
        return;
    }
    d->polling = true;
    const qint64 seen = d->lastChange;
    struct News
    {
        FeedState state;
        QList<Change> changes;
    };
    const auto ask = read([seen, d = d.get()](Repository &r) {
        d->pollSince = QDeadlineTimer::current().deadline();
        const auto asked = qScopeGuard([d] { d->pollSince = 0; });
        News news;
        news.state = static_cast<StoreRepository &>(r).feedState(); // the workers open no others
        {
            QMutexLocker lock(&d->mutex);
            if (news.state.accessVersion >= d->known.accessVersion)
                d->known = news.state;
        }
        if (news.state.head > seen)
            news.changes = r.changesSince(seen, changesAtOnce);
        return news;
    });
    await(
        this, ask,
        [this](const News &news) {
            d->polling = false;
            d->setOffline(this, {});
            d->tellMaintenance(this, news.state.maintenance);
            // Of a flood only the first part came; the next poll goes on behind it.
            const bool all = news.changes.size() < changesAtOnce;
            d->lastChange = all ? std::max(news.state.head, d->lastChange) : news.changes.last().number;
            if (!news.changes.isEmpty())
                tell(news.changes);
        },
        [this](const Error &e) {
            d->polling = false;
            if (isMaintenance(e)) // the worker had no connection yet, and gets none before it is over
                d->tellMaintenance(this, true);
            else if (e.kind() != ErrorKind::Busy)
                d->setOffline(this, e.sentence());
        });
}

void Session::Private::tellMaintenance(Session *session, bool on)
{
    if (std::exchange(maintenance, on) != on)
        Q_EMIT session->maintenanceChanged(on);
}

// --- who has which record open

void Session::setOpen(const void *owner, const OpenRecord &record)
{
    if (d->open.value(owner) == record)
        return;
    d->open.insert(owner, record);
    d->presenceMoved = true;
}

void Session::setClosed(const void *owner)
{
    if (d->open.remove(owner))
        d->presenceMoved = true;
}

QList<Presence> Session::present(const QString &entity, Id id) const
{
    QList<Presence> out;
    for (const Presence &p : d->others) {
        if (p.record.entity == entity && p.record.id == id)
            out << p;
    }
    return out;
}

void Session::tellPresence()
{
    if (d->target.kind != Target::Server || d->askingPresence || d->offline)
        return;
    const bool due = d->presenceMoved || (--d->pollsToPresence <= 0 && !d->open.isEmpty());
    if (!due)
        return;
    d->presenceMoved = false;
    d->pollsToPresence = presenceEveryPolls;
    d->askingPresence = true;
    // The writer's connection: there is one of it, and what a connection has announced ends with it.
    const auto ask =
        write([mine = d->open.values()](Repository &r) { return static_cast<StoreRepository &>(r).present(mine); });
    await(
        this, ask,
        [this](const QList<Presence> &others) {
            d->askingPresence = false;
            if (std::exchange(d->others, others) != others)
                Q_EMIT presenceChanged();
        },
        [this](const Error &) { d->askingPresence = false; }); // a hint; the next one comes soon
}

void Session::tell(const QList<Change> &changes)
{
    QSet<QString> entities;
    for (const Change &c : changes)
        entities << c.entity;
    for (const QString &e : std::as_const(entities)) {
        if (d->dictionaries.remove(e))
            dictionary(e);
    }
    Q_EMIT changed(changes);
}

QList<Option> Session::dictionary(const QString &entity)
{
    const auto it = d->dictionaries.constFind(entity);
    if (it != d->dictionaries.cend())
        return *it;
    if (d->loadingDictionaries.contains(entity))
        return {};
    d->loadingDictionaries.insert(entity);
    constexpr int most = 1000;
    await(
        this, lookup(entity, {}, most),
        [this, entity](const QList<Option> &options) {
            d->loadingDictionaries.remove(entity);
            d->dictionaries.insert(entity, options);
            Q_EMIT dictionaryChanged(entity);
        },
        [this, entity](const Error &) { d->loadingDictionaries.remove(entity); });
    return {};
}

} // namespace crm
