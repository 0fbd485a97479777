// What a Session shares with its workers; private to the parts of Session.
#pragma once
#include "core/store/job_queue.h"
#include "core/store/see_as.h"
#include "core/store/server/server_repository.h"
#include "core/store/session.h"
#include <QMutex>
#include <QThread>
#include <QTimer>

namespace crm {

class Session::Private
{
public:
    Target target;
    const Registry *registry = nullptr;

    QMutex mutex; // guards actor, catalogs, known
    Actor actor;
    // Records point to entities of the catalog they were read with, so every catalog lives as long as the session.
    QList<std::shared_ptr<const Catalog>> catalogs;
    FeedState known;                            // the newest that was heard of
    std::shared_ptr<ServerLogin> login = {};    // on a server
    std::shared_ptr<const SeeAsPass> pass = {}; // of a session that sees as somebody

    JobQueue<Job> reads, writes;
    std::vector<std::unique_ptr<QThread>> threads;
    std::atomic<bool> closing = false, givenUp = false, offline = false;
    std::atomic<int> unsaved = 0;
    std::atomic<qint64> pollSince = 0; ///< when a worker began to ask; 0: none does
    bool mustChangePassword = false;   // written before the session is handed out, as is the next
    QString warning = {};

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
    bool isConnected(StoreRepository &repository, JobQueue<Job> &jobs, Job &job);
    bool runJob(Session *session, StoreRepository &repository, JobQueue<Job> &jobs, Job &job, bool connected);
    void setOffline(Session *session, const QString &sentence);
    void care(Session *session, StoreRepository &repository);
    void tellMaintenance(Session *session, bool on);
};

} // namespace crm
