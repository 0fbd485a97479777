// The repository over a MariaDB server: Reading through the views, ServerWriting through the procedures, on one
// connection, as one person. See docs/server.md.
//
// A broken connection is made anew. Reads are repeated; a call that writes is repeated with its key, so that what was
// done although its answer was lost is not done twice. Inside atomically() that is not possible: it throws Connection.
#pragma once
#include "core/store/reading_repository.h"
#include "core/store/server/server_address.h"
#include "core/store/server/server_writing.h"
#include <QElapsedTimer>
#include <QMutex>

namespace crm {

/// Who signs in; shared between the workers of a session, because a new password holds for all of them.
class CRM_CORE ServerLogin
{
public:
    ServerLogin(QString login, QString password)
        : m_login(std::move(login))
        , m_password(std::move(password))
    {}
    const QString &login() const { return m_login; }
    QString password() const;
    void setPassword(const QString &password);

private:
    const QString m_login;
    mutable QMutex m_mutex;
    QString m_password;
};

class CRM_CORE ServerRepository : public ReadingRepository
{
public:
    /// Connects and signs in, without repeating: throws Connection, Denied, Unsupported, Busy.
    ServerRepository(const ServerAddress &address, std::shared_ptr<ServerLogin> login, const Registry &registry);
    /// Connects at the first call, and repeats that as every other.
    ServerRepository(const ServerAddress &address, std::shared_ptr<ServerLogin> login, const Registry &registry,
                     const SignedIn &person);
    ~ServerRepository() override;

    Database &database() { return *m_db; }

    FeedState feedState() override;
    bool refresh(const FeedState &known) override;
    void shareCatalog(std::shared_ptr<const Catalog> catalog) override;
    void setCancelCheck(std::function<bool()> check) override;
    void setConnectionCare(const ConnectionCare &care) override { m_care = care; }
    void connectNow() override;
    QList<Presence> present(const QList<OpenRecord> &mine) override;
    bool mustChangePassword() const override { return m_mustChangePassword; }
    QString warning() const override { return m_warning; }

    const Actor &actor() const override { return m_actor; }
    std::shared_ptr<const Catalog> catalog() const override { return m_catalog; }
    qint64 head() override;
    Saved save(const Document &document, const SaveKey &key) override;
    BatchResult saveMany(const QList<Document> &documents, Id batch) override;
    void atomically(const std::function<void()> &fn) override;
    BatchResult remove(const QString &entity, const IdList &ids, const QList<qint64> &seen = {}) override;
    BatchResult restore(const QString &entity, const IdList &ids) override;
    void purge(const QString &entity, const IdList &ids) override;
    MergeResult merge(const Document &survivor, const IdList &others, const QList<qint64> &seen,
                      const SaveKey &key) override;
    void tellApart(const QString &entity, const IdList &ids, bool apart) override;
    void undo(qint64 changeNumber, const UndoOver &over) override;
    UndoResult undoBatch(Id batch, const UndoOver &over, const Progress &progress) override;
    QPair<QString, Id> runAction(const QString &entity, Id id, const QString &action,
                                 const QVariantMap &parameters) override;
    QByteArray addBlob(QIODevice &content) override;
    void readBlob(Id fileRecord, QIODevice &out) override;
    bool takeLease(const QString &name, int seconds) override;
    void releaseLease(const QString &name, const QString &outcome) override;
    QList<Lease> leases() override;
    void tidy() override;
    void setPassword(Id user, const QString &password) override;
    QStringList check(const Progress &progress) override;

private:
    void ask(const std::function<void(Reading &)> &fn) override;
    void connect(); ///< throws; nothing is left half connected
    void startSession();
    void rebuild();
    void drop(const Error &why);
    void tell(const QString &lost);
    bool mayTryAgain(int tried, qint64 sinceMs) const;
    void followPeople();
    UndoPlan undoPlan(const UndoOver &over);
    /// Runs fn with a new plan; again while others save what it takes back.
    template<class Fn> auto undoing(const UndoOver &over, Fn fn) -> std::invoke_result_t<Fn, UndoPlan &>;
    /// Runs fn; after a broken connection again, until it is done, refused, or the patience is over.
    template<class Fn> auto repeated(Fn fn) -> decltype(fn());
    /// For transactions of several calls, which cannot be repeated.
    template<class Fn> auto once(Fn fn) -> decltype(fn());
    /// A procedure, in the sentences of the local store.
    void callInWords(const QString &call, const QVariantList &values, const std::function<void(Rows &)> &take = {});

    const ServerAddress m_address;
    const std::shared_ptr<ServerLogin> m_login;
    const Registry &m_registry;
    std::unique_ptr<Database> m_db;
    Actor m_actor;
    FeedState m_state; ///< as of the last session_start
    bool m_mustChangePassword = false, m_changed = false, m_lost = false;
    QString m_warning;
    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<Reading> m_reading;
    std::unique_ptr<ServerWriting> m_writing;
    ConnectionCare m_care;
    std::function<bool()> m_cancelCheck;
    const QString m_holder = QString::fromLatin1(SaveKey::fresh().bytes.toHex()); ///< of leases
};

template<class Fn> auto ServerRepository::repeated(Fn fn) -> decltype(fn())
{
    if (m_writing && m_writing->inTransaction())
        return fn();
    QElapsedTimer since;
    since.start();
    for (int tried = 0;; ++tried) {
        try {
            if (!m_db)
                connect();
            tell({});
            return fn();
        } catch (const Error &e) {
            // A full disk of the server, for one, is no broken connection.
            const bool lost = e.kind() == ErrorKind::Connection && !(m_db && !m_db->isLost() && !isNoSession(e));
            // An upgrade is waited for by who is at work; who only comes is told at once.
            if (!lost && !(m_db && isMaintenance(e)))
                throw;
            if (lost)
                drop(e);
            if (lost && tried > 0) // a server that only ended this connection is no news
                tell(e.sentence());
            if (!mayTryAgain(tried, since.elapsed()))
                throw;
        }
    }
}

template<class Fn> auto ServerRepository::once(Fn fn) -> decltype(fn())
{
    repeated([this] { m_writing->reader(); }); // connects if need be
    if (m_writing->inTransaction())
        return fn();
    try {
        return fn();
    } catch (const Error &e) {
        if (e.kind() == ErrorKind::Connection && !(m_db && !m_db->isLost() && !isNoSession(e)))
            drop(e);
        throw;
    }
}

} // namespace crm
