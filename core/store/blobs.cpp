#include "core/store/blobs.h"
#include "core/model/error.h"
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

QByteArray storeBlob(Database &db, QIODevice &content)
{
    // Two passes, so that a content that is there already is not written and none has to fit into memory.
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (content.isSequential() || !hash.addData(&content) || !content.seek(0))
        throw Error(ErrorKind::Validation, Tr::tr("The file cannot be read: %1.").arg(content.errorString()));
    const QByteArray key = hash.result();
    Transaction transaction(db);
    if (db.scalar(QStringLiteral("SELECT 1 FROM main.blobs WHERE hash=?"), {key}).isNull()) {
        qint64 size = 0;
        for (int number = 0; !content.atEnd(); ++number) {
            const QByteArray chunk = content.read(chunkSize);
            if (chunk.isEmpty())
                throw Error(ErrorKind::Validation, Tr::tr("The file cannot be read: %1.").arg(content.errorString()));
            size += chunk.size();
            db.run(QStringLiteral("INSERT INTO main.blob_chunks (hash,number,content) VALUES (?,?,?)"),
                   {key, number, chunk});
        }
        db.run(QStringLiteral("INSERT INTO main.blobs (hash,size) VALUES (?,?)"), {key, size});
    }
    transaction.commit();
    return key;
}

void loadBlob(Database &db, const QByteArray &hash, QIODevice &out)
{
    const QVariant size = db.scalar(QStringLiteral("SELECT size FROM main.blobs WHERE hash=?"), {hash});
    if (size.isNull())
        throw Error(ErrorKind::NotFound, Tr::tr("The content of this file is not in the database."));
    QCryptographicHash check(QCryptographicHash::Sha256);
    Rows rows = db.run(QStringLiteral("SELECT content FROM main.blob_chunks WHERE hash=? ORDER BY number"), {hash});
    while (rows.next()) {
        const QByteArray chunk = rows.value(0).toByteArray();
        check.addData(chunk);
        if (out.write(chunk) != chunk.size())
            throw Error(ErrorKind::Connection, Tr::tr("The file cannot be written: %1.").arg(out.errorString()));
    }
    if (check.result() != hash)
        throw Error(ErrorKind::Corrupt, Tr::tr("The content of this file is damaged in the database."));
}

} // namespace crm
