// What a Session needs of its repositories besides reading and writing, whatever store they are on.
#pragma once
#include "core/store/grouping.h"
#include "core/store/presence.h"
#include "core/store/repository.h"

namespace crm {

class Database;
struct TotalsOf;

/// The little that is asked every second.
struct FeedState
{
    qint64 head = 0;          ///< the last change number
    qint64 accessVersion = 0; ///< grows when rights or custom fields may have changed
    bool maintenance = false; ///< an administrator is upgrading: saves are refused until it is over
};

/// Somebody who has signed in already, for further workers of a session.
struct SignedIn
{
    Actor actor;
    std::shared_ptr<const Catalog> catalog;
    FeedState state;
};

/// How a repository behaves when its connection breaks. The default suits a program that does one thing and ends.
struct ConnectionCare
{
    int patienceMs = 10'000;            ///< how long a call goes on trying to connect again before it fails
    std::function<bool()> givesUp = {}; ///< true: do not wait any longer
    /// Called on the repository's thread when the connection is lost (with a sentence) and when it is back (empty).
    std::function<void(const QString &lost)> tell = {};
};

class CRM_CORE StoreRepository : public Repository
{
public:
    virtual void each(const Query &query, const std::function<void(const Row &)> &take); ///< see forEachRow()
    virtual QList<Totals> totalsTogether(const QList<TotalsOf> &lists) = 0; ///< see core/store/totals_together.h
    virtual Groups groups(const Query &query, const GroupBy &by, const QStringList &sumPaths) = 0; ///< see groupsOf()
    /// Those of the living records that the person may change (Update) or delete; locks are another matter.
    virtual IdList allowed(const QString &entity, const IdList &ids, Verb verb) = 0;
    virtual Database &database() = 0; ///< the connection; the repository's thread
    virtual FeedState feedState() = 0;
    /// Loads rights and custom fields anew if they have changed; true if so. Called before each job of a session.
    /// @param known what the session has heard last. A store that is asked cheaply looks itself.
    virtual bool refresh(const FeedState &known) = 0;
    /// A catalog loaded already from the same database may be shared between the workers of a session.
    virtual void shareCatalog(std::shared_ptr<const Catalog> catalog) = 0;
    /// While it returns true, running statements are interrupted (Error Cancelled).
    virtual void setCancelCheck(std::function<bool()> check) = 0;
    virtual void setConnectionCare(const ConnectionCare &) {} ///< of a store that has a connection
    /// What a store with a connection does by itself at the first call. @throws what that call would
    virtual void connectNow() {}
    /// Announces all records that are open here, and tells who else has them open. A local file knows of nobody.
    virtual QList<Presence> present(const QList<OpenRecord> &) { return {}; }
    virtual bool mustChangePassword() const { return false; } ///< before anything else
    virtual QString warning() const { return {}; }            ///< what people should know of this store, a sentence
};

} // namespace crm
