// Contents of files: whole, once, and through a record that one sees.
#include "core/model/error.h"
#include "tests/support/temp_database.h"
#include <QBuffer>
#include <QCryptographicHash>
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
constexpr qsizetype chunk = 1024 * 1024;

struct Blobs : ::testing::Test
{
    TempDatabase db;
    std::unique_ptr<Repository> repo = db.asSystem();

    static QByteArray content(qsizetype size)
    {
        QByteArray out(size, '\0');
        quint32 state = 1;
        for (char &c : out) // zeros, quotes, half characters: whatever may stand in a file
            c = char((state = state * 1664525 + 1013904223) >> 24);
        return out;
    }
    static QByteArray stored(Repository &repository, QByteArray content)
    {
        QBuffer buffer(&content);
        buffer.open(QIODevice::ReadOnly);
        return repository.addBlob(buffer);
    }
    static Id file(Repository &repository, const QByteArray &hash, qsizetype size)
    {
        Document d{Record(repository.catalog()->at("files"), newId())};
        d.set("name", "a.bin");
        d.set("hash", QString::fromLatin1(hash.toHex()));
        d.set("size", qint64(size));
        return repository.save(d).document.id();
    }
    static QByteArray read(Repository &repository, Id file)
    {
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        repository.readBlob(file, out);
        return out.data();
    }
};
} // namespace

TEST_F(Blobs, ComeBackWhole)
{
    for (const qsizetype size : {qsizetype(1), chunk - 1, chunk, chunk + 1, 2 * chunk + 77}) {
        const QByteArray bytes = content(size), hash = stored(*repo, bytes);
        EXPECT_EQ(hash, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
        EXPECT_EQ(stored(*repo, bytes), hash) << "once more";
        EXPECT_TRUE(read(*repo, file(*repo, hash, size)) == bytes) << size;
    }
    EXPECT_EQ(repo->check(), QStringList());
}

TEST_F(Blobs, AnEmptyFileIsOneToo)
{
    const QByteArray hash = stored(*repo, {});
    EXPECT_EQ(read(*repo, file(*repo, hash, 0)), QByteArray());
}

TEST_F(Blobs, AreReadThroughARecordThatOneSees)
{
    db.addUser("anna", "Staff (own records)");
    auto anna = db.as("anna", "secret-1");
    const QByteArray bytes = content(5000), hash = stored(*repo, bytes);
    const Id hidden = file(*repo, hash, bytes.size());
    EXPECT_THROW(read(*anna, hidden), Error);
    EXPECT_EQ(stored(*anna, bytes), hash); // whoever has the content may attach it
    EXPECT_EQ(read(*anna, file(*anna, hash, bytes.size())), bytes);
    EXPECT_THROW(read(*anna, newId()), Error);
}
