// The workers of a session: connections, each on a thread of its own, and what they do for the calls.
#include "core/store/await.h"
#include "core/store/local_store.h"
#include "core/store/seeing_repository.h"
#include "core/store/server/server_refusal.h"
#include "core/store/server/server_store.h"
#include "core/store/session_private.h"
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QScopeGuard>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Session)
};
constexpr int readerCount = 2; // a list and its totals at the same time; more would only wait for the disk
constexpr int savingMs = 1200, givingUpMs = 800; // at closing: for what is to be written, then for what hangs
} // namespace

/// The one connection that may be refused. It is a reader's from then on: the first list comes over it.
std::unique_ptr<StoreRepository> Session::Private::signIn(Session *session, const Credentials &credentials)
{
    std::unique_ptr<StoreRepository> repository;
    if (target.kind == Target::Server) {
        login = std::make_shared<ServerLogin>(credentials.login, credentials.password);
        repository = openServer(target.server, login, *registry);
    } else if (pass) {
        repository = openLocalAs(target.path, *registry, pass->user, {.readOnly = true});
    } else {
        repository = openLocal(target.path, *registry, credentials.login, credentials.password);
    }
    if (pass)
        repository = std::make_unique<SeeingRepository>(std::move(repository), *pass);
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
        repository = openLocalAs(target.path, *registry, person.actor.userId, {.readOnly = pass != nullptr});
        repository->shareCatalog(person.catalog);
    }
    if (pass)
        repository = std::make_unique<SeeingRepository>(std::move(repository), *pass);
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

/// @returns false: the job was left to a worker that has a connection
bool Session::Private::isConnected(StoreRepository &repository, JobQueue<Job> &jobs, Job &job)
{
    try {
        repository.connectNow();
    } catch (const Error &e) {
        // While an office is being upgraded it lets nobody in; who is in goes on reading.
        repository.setCancelCheck({}); // asks the job
        if (isMaintenance(e) && jobs.leave(job))
            return false;
        throw;
    }
    return true;
}

/// @param connected whether the repository has had a connection before @returns whether it has had one now
bool Session::Private::runJob(Session *session, StoreRepository &repository, JobQueue<Job> &jobs, Job &job,
                              bool connected)
{
    const auto unwanted = [&] { return job.cancelled() || (&jobs == &writes ? givenUp : closing).load(); };
    if (unwanted()) {
        job.fail(Error(ErrorKind::Cancelled, Tr::tr("Cancelled.")));
        return connected;
    }
    // Nobody waits for what is read once the session closes; what is being saved is saved, if somebody answers.
    repository.setCancelCheck(unwanted);
    try {
        if (!connected && !isConnected(repository, jobs, job))
            return false;
        connected = true;
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
    return connected;
}

/// Until the queue is closed. @param repository the connection to work with; null: one is opened for the first job
void Session::Private::work(Session *session, bool write, std::unique_ptr<StoreRepository> repository)
{
    JobQueue<Job> &jobs = write ? writes : reads;
    bool connected = repository != nullptr;
    while (auto job = jobs.pop(connected)) {
        const auto answered = qScopeGuard([&] { unsaved -= write ? 1 : 0; });
        try {
            if (!repository)
                repository = openAnother(session);
        } catch (const Error &e) {
            job->fail(e);
            continue;
        }
        connected = runJob(session, *repository, jobs, *job, connected);
        if (connected)
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
    return start(target, credentials, registry, nullptr);
}

QFuture<std::shared_ptr<Session>> Session::seeAs(Id user)
{
    auto promise = std::make_shared<QPromise<std::shared_ptr<Session>>>();
    promise->start();
    const auto fail = [promise](const Error &e) {
        promise->setException(e);
        promise->finish();
    };
    await(
        this, write([user](Repository &r) { return allowSeeAs(r, user); }),
        [this, promise, fail](const SeeAsPass &pass) {
            await(
                this, start(d->target, {pass.login, pass.password}, *d->registry, std::make_shared<SeeAsPass>(pass)),
                [promise](const std::shared_ptr<Session> &session) {
                    promise->addResult(session);
                    promise->finish();
                },
                fail);
        },
        fail);
    return promise->future();
}

QFuture<std::shared_ptr<Session>> Session::start(const Target &target, const Credentials &credentials,
                                                 const Registry &registry, std::shared_ptr<const SeeAsPass> pass)
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
    session->d->pass = std::move(pass);
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
            raw->d->warning = repository->warning();
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

} // namespace crm
