#include "core/store/session.h"
#include "core/store/await.h"
#include "core/store/server/server_refusal.h"
#include "core/store/session_private.h"
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QScopeGuard>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Session)
};
constexpr int pollEveryMs = 1000;
constexpr int changesAtOnce = 1000;
constexpr int presenceEveryPolls = 4; // and at once when something was opened, closed or first touched
constexpr int writerAfterMs = 1500;   // the writer's connection is made when the first lists are there
constexpr int silentMs = 8000;        // a server that has not answered the little question of each second is not well
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

/// On the window's thread, when somebody has signed in.
void Session::begin()
{
    d->timer->start(pollEveryMs);
    if (d->target.kind == Target::Server && !d->pass)
        QTimer::singleShot(writerAfterMs, this, [this] {
            if (!d->wrote) // else it is connected
                write([](Repository &r) { return r.head(); });
        });
}

bool Session::isSeeingAs() const { return d->pass != nullptr; }
const Target &Session::target() const { return d->target; }
bool Session::isOffline() const { return d->offline; }
bool Session::isInMaintenance() const { return d->maintenance; }
int Session::unsaved() const
{
    return std::max(0, d->unsaved - (d->askingPresence ? 1 : 0)); // that goes through the writer too, and is no change
}
bool Session::mustChangePassword() const { return d->mustChangePassword; }
const Registry &Session::registry() const { return *d->registry; }
QString Session::warning() const { return d->warning; }

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
            if (d->pass && e.kind() == ErrorKind::Denied)
                Q_EMIT seeingEnded(seeingIsOver(d->pass->name).sentence());
            else if (isMaintenance(e)) // the worker had no connection yet, and gets none before it is over
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
    // Nobody learns that somebody is looking over Anna's shoulder, and she herself is not there.
    if (d->target.kind != Target::Server || d->pass || d->askingPresence || d->offline)
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
