// The rest of ServerRepository: contents of files, passwords, checking.
#include "core/access/ed25519_verifier.h"
#include "core/access/password.h"
#include "core/store/fast_fields.h"
#include "core/store/integrity.h"
#include "core/store/refusals.h"
#include "core/store/server/server_repository.h"
#include "core/store/sources.h"
#include "core/store/stored_documents.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QIODevice>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Blobs)
};
constexpr qint64 chunkSize = 1024 * 1024;
} // namespace

QByteArray ServerRepository::addBlob(QIODevice &content)
{
    // Two passes, so that a content that is there already does not travel and none has to fit into memory.
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (content.isSequential() || !hash.addData(&content) || !content.seek(0))
        throw Error(ErrorKind::Validation, Tr::tr("The file cannot be read: %1.").arg(content.errorString()));
    const QByteArray key = hash.result();
    const bool missing = repeated([&] {
        Rows rows = m_db->run(QStringLiteral("CALL blob_missing(?)"), {key});
        return rows.next() && rows.integer(0) == 1;
    });
    for (int number = 0; missing && !(number > 0 && content.atEnd()); ++number) {
        const QByteArray chunk = content.read(chunkSize);
        if (chunk.isEmpty() && !content.atEnd())
            throw Error(ErrorKind::Validation, Tr::tr("The file cannot be read: %1.").arg(content.errorString()));
        // A chunk that comes twice after a broken connection is the same chunk.
        repeated([&] {
            m_db->run(QStringLiteral("CALL blob_put(?,?,?,?)"), {key, number, chunk, content.atEnd() ? 1 : 0});
        });
    }
    return key;
}

void ServerRepository::readBlob(Id fileRecord, QIODevice &out)
{
    const QByteArray hash = QByteArray::fromHex(
        load(QStringLiteral("files"), fileRecord).value(QStringLiteral("hash")).toString().toLatin1());
    QCryptographicHash check(QCryptographicHash::Sha256);
    for (int number = 0;; ++number) {
        const QByteArray chunk = repeated([&] {
            Rows rows = m_db->run(QStringLiteral("CALL blob_get(?,?)"), {fileRecord, number});
            return rows.next() ? rows.value(0).toByteArray() : QByteArray();
        });
        if (chunk.isEmpty())
            break;
        check.addData(chunk);
        if (out.write(chunk) != chunk.size())
            throw Error(ErrorKind::Connection, Tr::tr("The file cannot be written: %1.").arg(out.errorString()));
        if (chunk.size() < chunkSize)
            break;
    }
    if (check.result() != hash)
        throw Error(ErrorKind::Corrupt, Tr::tr("The content of this file is damaged in the database."));
}

// --- leases

void ServerRepository::callInWords(const QString &call, const QVariantList &values,
                                   const std::function<void(Rows &)> &take)
{
    repeated([&] {
        try {
            Rows rows = m_db->run(call, values);
            while (take && rows.next())
                take(rows);
        } catch (const Error &e) {
            if (!serverRefusal(e))
                throw;
            throw inWords(e, *m_catalog, {});
        }
    });
}

bool ServerRepository::takeLease(const QString &name, int seconds)
{
    bool taken = false;
    callInWords(QStringLiteral("CALL lease_take(?,?,?)"), {name, m_holder, seconds},
                [&](Rows &rows) { taken = rows.integer(0) == 1; });
    return taken;
}

void ServerRepository::releaseLease(const QString &name, const QString &outcome)
{
    callInWords(QStringLiteral("CALL lease_release(?,?,?)"),
                {name, m_holder, outcome.isNull() ? QVariant() : QVariant(outcome)});
}

QList<Lease> ServerRepository::leases()
{
    QList<Lease> out;
    callInWords(QStringLiteral("CALL leases()"), {}, [&](Rows &rows) {
        out << Lease{
            rows.text(0), rows.text(1), fromStored(rows.value(2)), fromStored(rows.value(3)), fromStored(rows.value(4)),
            rows.text(5)};
    });
    return out;
}

void ServerRepository::tidy() { callInWords(QStringLiteral("CALL tidy()"), {}); }

void ServerRepository::setPassword(Id user, const QString &password)
{
    const bool mine = user == m_actor.userId;
    if (!mine && !m_actor.policy.isAdmin())
        throw refusal::mayNotSetPassword();
    const QString login =
        mine ? m_actor.login : load(QStringLiteral("users"), user).value(QStringLiteral("login")).toString();
    const QString fault = passwordFault(password, login);
    if (!fault.isEmpty())
        throw Error::validation({{QStringLiteral("password"), fault, {}}});
    const QString verifier = mariadbVerifier(password);
    repeated([&] {
        try {
            m_db->run(QStringLiteral("CALL account_password(?,?,?)"), {user, verifier, mine ? 0 : 1});
        } catch (const Error &e) {
            const ServerRefusal *refusal = serverRefusal(e);
            if (!refusal || refusal->refusal() != QLatin1String("notfound") || mine)
                throw inWords(e, *m_catalog, {});
            try {
                m_db->run(QStringLiteral("CALL account_create(?,?)"), {user, verifier}); // the first password
            } catch (const Error &second) {
                throw inWords(second, *m_catalog, {});
            }
        }
    });
    if (mine) {
        m_login->setPassword(password);
        m_mustChangePassword = false;
    }
}

/// What can be seen from here: totals, recomputed in portions. The server checks the rest with each write.
QStringList ServerRepository::check(const Progress &progress)
{
    if (!m_actor.policy.isAdmin())
        throw refusal::mayNotCheck();
    constexpr qsizetype mostFaults = 100;
    constexpr int atOnce = 400;
    QStringList faults;
    const Sources sources(*m_catalog, m_actor, Dialect::mariadb());
    const QList<const Entity *> entities = m_catalog->entities();
    for (qsizetype i = 0; i < entities.size(); ++i) {
        if (progress && !progress(i, entities.size()))
            throw refusal::cancelled();
        const Entity &entity = *entities[i];
        if (m_actor.policy.may(entity, Verb::Read))
            faults += sumFaults(database(), m_catalog->registry(), entity,
                                [&](const Entity &of) { return sources.table(of); });
        if (!hasTotals(entity) || !m_actor.policy.may(entity, Verb::Read))
            continue;
        Query query(entity.key());
        query.sort = {};
        PageAt at;
        at.limit = atOnce;
        for (bool more = true; more && faults.size() < mostFaults;) {
            const Page part = page(query, at);
            IdList ids;
            for (const Row &row : part.rows)
                ids << row.id;
            const QList<Document> documents = loadMany(entity.key(), ids);
            QList<const Document *> together;
            for (const Document &document : documents)
                together << &document;
            const ServerReader::Expecting expecting = m_writing->reader().expect(together);
            for (const Document &document : documents)
                faults += computedFaults(document, m_writing->reader());
            more = !part.atEnd && !part.rows.isEmpty();
            at.type = PageAt::After;
            if (more)
                at.key = part.rows.last().key;
        }
    }
    return (fastColumnFaults(*this, database()) + faults).mid(0, mostFaults);
}

} // namespace crm
