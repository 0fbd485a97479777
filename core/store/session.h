// A person at work on one database, without ever blocking the caller: every call runs on a worker thread and answers
// with a QFuture. The window holds one Session; mycrmctl may use a Repository directly.
//
//     await(this, session->page(query, at), [this](const Page &p) { show(p); }, [this](const Error &e) { tell(e); });
//
// Cancel the future to give an answer up; the query is interrupted in the database. Thread: made and used on the
// thread of the window; futures may be continued anywhere.
#pragma once
#include "core/store/presence.h"
#include "core/store/repository.h"
#include "core/store/server/server_address.h"
#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

namespace crm {

/// Where the data is.
struct CRM_CORE Target
{
    enum Kind { LocalFile, Server };
    Kind kind = LocalFile;
    QString path = {};         ///< of the SQLite file
    ServerAddress server = {}; ///< of a Server
    static Target onServer(const ServerAddress &address) { return {Server, {}, address}; }
    QString displayName() const;
    /// Names it in settings and drafts: the path, or "server:<host>:<port>/<database>".
    QString key() const;
};

struct SeeAsPass;

struct Credentials
{
    QString login, password;
};

class CRM_CORE Session : public QObject
{
    Q_OBJECT
public:
    /// Opens, signs in. With empty credentials a database with a single user without a password opens as that user;
    /// otherwise Error(Denied).
    static QFuture<std::shared_ptr<Session>> open(const Target &target, const Credentials &credentials,
                                                  const Registry &registry);
    /// What is to be written has a little time to be done; what waits for a server that does not answer is given up, so
    /// that this ends within about two seconds.
    ~Session() override;
    /// A second session, in which an administrator sees exactly what that person sees; what writes is refused in words.
    /// It is noted in the access log. Denied to everybody else. See core/store/see_as.h.
    QFuture<std::shared_ptr<Session>> seeAs(Id user);
    bool isSeeingAs() const; ///< made by seeAs(): actor() is the person who is looked over the shoulder

    const Target &target() const;
    bool isOffline() const;          ///< between connectionLost() and connectionBack()
    bool isInMaintenance() const;    ///< as maintenanceChanged() said last
    int unsaved() const;             ///< writing calls that are not answered yet; when it closes they have two seconds
    bool mustChangePassword() const; ///< somebody else set the password that was used to sign in
    QString warning() const;         ///< what people should know of this store, a sentence; mostly empty
    Actor actor() const;
    std::shared_ptr<const Catalog> catalog() const;
    const Registry &registry() const; ///< that it was opened with

    QFuture<Page> page(const Query &query, const PageAt &at);
    QFuture<Totals> totals(const Query &query, const QStringList &sumPaths);
    QFuture<Bookmarks> bookmarks(const Query &query, int step);
    QFuture<Opened> openRecord(const QString &entity, Id id);
    QFuture<QList<Change>> history(const QString &entity, Id id);
    QFuture<QList<Hit>> search(const QString &text);
    QFuture<QList<Option>> lookup(const QString &entity, const QString &text, int limit = 20);
    QFuture<Saved> save(const Document &document, const SaveKey &key);
    /// @param seen see Repository::remove()
    QFuture<BatchResult> remove(const QString &entity, const IdList &ids, const QList<qint64> &seen = {});
    QFuture<BatchResult> restore(const QString &entity, const IdList &ids);
    /// Anything else: fn runs on a worker with its repository. write: on the one writer, in order of the calls.
    template<class Fn> auto read(Fn fn) -> QFuture<std::invoke_result_t<Fn, Repository &>>
    {
        return submit(std::move(fn), false);
    }
    template<class Fn> auto write(Fn fn) -> QFuture<std::invoke_result_t<Fn, Repository &>>
    {
        return submit(std::move(fn), true);
    }

    /// Rows of a dictionary (statuses, labels ...), kept in memory and refreshed when they change; empty at first, then
    /// dictionaryChanged() tells.
    QList<Option> dictionary(const QString &entity);

    /// Lets others know that `owner` (a page) has the record open, until setClosed(owner).
    void setOpen(const void *owner, const OpenRecord &record);
    void setClosed(const void *owner);
    /// Who else has it open, as of the last presenceChanged(); nobody unless it is open here.
    QList<Presence> present(const QString &entity, Id id) const;

Q_SIGNALS:
    /// Records changed, by this or another program. Comes on the window's thread, at most once a second.
    void changed(const QList<crm::Change> &changes);
    void dictionaryChanged(const QString &entity);
    void presenceChanged(); ///< within a few seconds
    void catalogChanged();  ///< custom fields or rights changed: rebuild what hangs on them
    /// The workers go on trying by themselves. Calls wait for a while, then fail; what was typed is the form's to keep.
    void connectionLost(const QString &sentence);
    void connectionBack();
    /// An administrator is upgrading the database: nothing can be saved until it is over.
    void maintenanceChanged(bool on);
    /// Of a session made by seeAs(): the person or the administrator may no longer be here, or the role has changed.
    void seeingEnded(const QString &sentence);

private:
    Session();
    static QFuture<std::shared_ptr<Session>> start(const Target &target, const Credentials &credentials,
                                                   const Registry &registry, std::shared_ptr<const SeeAsPass> pass);
    class Private;
    std::shared_ptr<Private> d; ///< the workers' too: one that hangs outlives the session

    struct Job
    {
        std::function<void(Repository &)> run;
        std::function<bool()> cancelled;
        std::function<void(const Error &)> fail;
    };
    void enqueue(Job job, bool write);
    void begin();
    void poll();
    void tellPresence();
    void tell(const QList<Change> &changes);
    void takeCatalog(std::shared_ptr<const Catalog> catalog, const Actor &actor, bool changed);

    template<class Fn> auto submit(Fn fn, bool write) -> QFuture<std::invoke_result_t<Fn, Repository &>>
    {
        using T = std::invoke_result_t<Fn, Repository &>;
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        QFuture<T> future = promise->future();
        Job job;
        job.run = [promise, fn = std::move(fn)](Repository &r) mutable {
            if constexpr (std::is_void_v<T>)
                fn(r);
            else
                promise->addResult(fn(r));
            promise->finish();
        };
        job.cancelled = [promise] { return promise->isCanceled(); };
        job.fail = [promise](const Error &e) {
            promise->setException(e); // clones, so a ConflictError stays one
            promise->finish();
        };
        enqueue(std::move(job), write);
        return future;
    }
};

} // namespace crm
