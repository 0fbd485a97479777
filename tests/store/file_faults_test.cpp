// Files that are no databases, damaged, newer, locked ...: one clear sentence each, the file left as it was.
#include "core/model/error.h"
#include "core/store/database.h"
#include "core/store/file_checks.h"
#include "core/store/schema.h"
#include "tests/support/temp_database.h"
#include <QFile>
#include <QProcess>
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
QByteArray contentOf(const QString &path)
{
    QFile f(path);
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile f(path);
    ASSERT_TRUE(f.open(QIODevice::WriteOnly));
    f.write(content);
}

/// The kind of fault when opening; the file must be the same afterwards.
ErrorKind faultOf(const QString &path)
{
    const QByteArray before = contentOf(path);
    try {
        openLocalAsSystem(path, builtinRegistry(), {.busyTimeoutMs = 100});
    } catch (const Error &e) {
        EXPECT_FALSE(e.sentence().isEmpty());
        EXPECT_EQ(contentOf(path), before);
        return e.kind();
    }
    ADD_FAILURE() << "opened " << path.toStdString();
    return ErrorKind::Cancelled;
}

void closeCleanly(const QString &path)
{
    auto db = Database::openFile(path);
    db->exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
}
} // namespace

TEST(FileFaults, NoDatabase)
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("x.mycrm"));
    write(path, "Just some text, longer than a header would be. " + QByteArray(200, 'x'));
    EXPECT_EQ(faultOf(path), ErrorKind::Corrupt);
    write(path, "");
    EXPECT_EQ(faultOf(path), ErrorKind::Corrupt);
    EXPECT_THROW(openLocalAsSystem(dir.filePath(QStringLiteral("missing")), builtinRegistry()), Error);
    EXPECT_THROW(openLocalAsSystem(dir.path(), builtinRegistry()), Error);
}

TEST(FileFaults, CutShort)
{
    TempDatabase db;
    closeCleanly(db.path());
    const QByteArray whole = contentOf(db.path());
    write(db.path(), whole.left(whole.size() / 2));
    EXPECT_EQ(faultOf(db.path()), ErrorKind::Corrupt);
}

TEST(FileFaults, OfAnotherProgram)
{
    TempDatabase db;
    {
        auto d = Database::openFile(db.path());
        d->exec(QStringLiteral("PRAGMA application_id=7"));
        d->exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    EXPECT_EQ(faultOf(db.path()), ErrorKind::Unsupported);
}

TEST(FileFaults, OfANewerProgram)
{
    TempDatabase db;
    {
        auto d = Database::openFile(db.path());
        setMetaValue(*d, QStringLiteral("schema_version"), QString::number(schemaVersion + 5));
        setMetaValue(*d, QStringLiteral("min_compatible"), QString::number(schemaVersion + 5));
    }
    EXPECT_EQ(faultOf(db.path()), ErrorKind::Unsupported);
    {
        auto d = Database::openFile(db.path()); // newer, but says that this program may work on it
        setMetaValue(*d, QStringLiteral("min_compatible"), QString::number(schemaVersion));
    }
    EXPECT_NO_THROW(openLocalAsSystem(db.path(), builtinRegistry()));
}

TEST(FileFaults, LockedByAnotherProgram)
{
    TempDatabase db;
    auto other = Database::openFile(db.path());
    other->begin();
    auto repo = openLocalAsSystem(db.path(), builtinRegistry(), {.busyTimeoutMs = 50});
    Document d(Record(repo->catalog()->at(QStringLiteral("clients"))));
    d.set(QStringLiteral("name"), QStringLiteral("A"));
    try {
        repo->save(d);
        FAIL();
    } catch (const Error &e) {
        EXPECT_EQ(e.kind(), ErrorKind::Busy);
    }
    other->rollback();
    EXPECT_NO_THROW(repo->save(d));
}

TEST(FileFaults, ReadOnlyFilesAreReadAndNotWritten)
{
    TempDatabase db;
    closeCleanly(db.path());
    auto repo = openLocalAsSystem(db.path(), builtinRegistry(), {.readOnly = true});
    Document d(Record(repo->catalog()->at(QStringLiteral("clients"))));
    d.set(QStringLiteral("name"), QStringLiteral("A"));
    EXPECT_EQ(repo->totals(Query(QStringLiteral("clients")), {}).count, 0);
    try {
        repo->save(d);
        FAIL();
    } catch (const Error &e) {
        EXPECT_EQ(e.kind(), ErrorKind::Denied);
    }
}

TEST(FileFaults, NetworkPlacesAreKnown)
{
    EXPECT_TRUE(isNetworkPlace(QStringLiteral("/mnt/x"), QStringLiteral("nfs4")));
    EXPECT_TRUE(isNetworkPlace(QStringLiteral("/mnt/x"), QStringLiteral("CIFS")));
    EXPECT_TRUE(isNetworkPlace(QStringLiteral("//server/share/x"), QStringLiteral("ntfs")));
    EXPECT_FALSE(isNetworkPlace(QStringLiteral("/home/x"), QStringLiteral("ext4")));
}

TEST(FileFaults, AnExistingFileIsNeverOverwritten)
{
    TempDatabase db;
    const QByteArray before = contentOf(db.path());
    EXPECT_THROW(createLocal(db.path(), builtinRegistry(), {.adminLogin = QStringLiteral("x")}), Error);
    EXPECT_EQ(contentOf(db.path()), before);
}

TEST(FileFaults, AFailedSetUpLeavesNothingBehind)
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("new.mycrm"));
    EXPECT_THROW(createLocal(path, builtinRegistry(), {.adminLogin = QStringLiteral("Not A Login!")}), Error);
    EXPECT_FALSE(QFile::exists(path));
}

TEST(FileFaults, AFullDiskLosesNothing)
{
    TempDatabase db;
    Id kept;
    {
        auto repo = db.asSystem();
        Document d(Record(repo->catalog()->at(QStringLiteral("clients"))));
        d.set(QStringLiteral("name"), QStringLiteral("Kept"));
        kept = repo->save(d).document.id();
    }
    // SQLite's own limit gives the same code as a disk without space.
    auto raw = Database::openFile(db.path());
    const qint64 pages = raw->scalar(QStringLiteral("PRAGMA page_count")).toLongLong();
    raw->exec(QStringLiteral("PRAGMA max_page_count=%1").arg(pages + 1));
    try {
        raw->begin();
        for (int i = 0; i < 2000; ++i)
            raw->run(QStringLiteral("INSERT INTO main.meta (key,value) VALUES (?,?)"),
                     {QString::number(i), QString(500, u'x')});
        raw->commit();
        FAIL();
    } catch (const Error &e) {
        EXPECT_EQ(e.kind(), ErrorKind::Connection);
    }
    raw->rollback();
    raw.reset();
    auto repo = db.asSystem();
    EXPECT_EQ(repo->load(QStringLiteral("clients"), kept).head().title(), QStringLiteral("Kept"));
    EXPECT_EQ(repo->check(), QStringList());
}

/// Closing the file by other means than SQLite's takes this program's locks on it away. Another program would then take
/// itself for the last one and remove the journal that this one goes on writing to: what is saved from then on was
/// lost.
TEST(FileFaults, AnotherProgramThatLooksAtTheFileTakesNothingAway)
{
    TempDatabase db(builtinRegistry(), {}, DatabaseEngine::File);
    const auto save = [](Repository &repository, const char *name) {
        Document d{Record(repository.catalog()->at(QStringLiteral("clients")), newId())};
        d.set(QStringLiteral("name"), QString::fromLatin1(name));
        repository.save(d);
    };
    const auto first = db.asSystem();
    save(*first, "Before");
    const auto second = db.asSystem(); // its opening looks at the file's head
    QProcess other;
    other.start(QStringLiteral("sqlite3"), {db.path(), QStringLiteral("SELECT COUNT(*) FROM clients")});
    ASSERT_TRUE(other.waitForFinished()) << other.errorString().toStdString();
    EXPECT_EQ(other.readAllStandardOutput().trimmed(), "1") << other.readAllStandardError().toStdString();
    EXPECT_TRUE(QFile::exists(db.path() + QStringLiteral("-wal"))) << "somebody is still writing to it";
    save(*first, "After");
    save(*second, "Behind");
    other.start(QStringLiteral("sqlite3"), {db.path(), QStringLiteral("SELECT COUNT(*) FROM clients")});
    ASSERT_TRUE(other.waitForFinished());
    EXPECT_EQ(other.readAllStandardOutput().trimmed(), "3");
}

TEST(FileFaults, AFileThatIsMovedWhileItIsOpenTakesNoMoreSaves)
{
    TempDatabase db(builtinRegistry(), {}, DatabaseEngine::File);
    const auto repository = db.asSystem();
    Document d{Record(repository->catalog()->at(QStringLiteral("clients")), newId())};
    d.set(QStringLiteral("name"), QStringLiteral("Roses"));
    const QString elsewhere = db.path() + QStringLiteral(".moved");
    ASSERT_TRUE(QFile::rename(db.path(), elsewhere));
    try {
        repository->save(d);
        ADD_FAILURE() << "it was confirmed, and nobody would have found it again";
    } catch (const Error &e) {
        EXPECT_EQ(e.kind(), ErrorKind::Connection);
        EXPECT_TRUE(e.sentence().contains(QStringLiteral("moved"))) << e.sentence().toStdString();
    }
    ASSERT_TRUE(QFile::rename(elsewhere, db.path()));
    repository->save(d);
    EXPECT_EQ(repository->load(QStringLiteral("clients"), d.id()).value(QStringLiteral("name")),
              QStringLiteral("Roses"));
}
