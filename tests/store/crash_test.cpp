// kill -9 in the middle of saving, importing and upgrading: nothing confirmed is missing, nothing is half there.
#include "core/model/error.h"
#include "core/store/database.h"
#include "core/store/schema.h"
#include "tests/support/temp_database.h"
#include <QtGlobal>
#include <gtest/gtest.h>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace crm;
using namespace crm::test;

namespace {
/// Runs the work in a process of its own, which reports each confirmed id, and kills it after so many of them.
QList<Id> killAfter(int confirmed, const std::function<void(const std::function<void(Id)> &)> &work)
{
    int ends[2];
    if (pipe(ends) != 0)
        return {};
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        try {
            work([&](Id id) { (void)!write(ends[1], &id, sizeof id); });
        } catch (...) {
        }
        _exit(0);
    }
    close(ends[1]);
    QList<Id> ids;
    Id id = 0;
    while (ids.size() < confirmed && read(ends[0], &id, sizeof id) == sizeof id)
        ids << id;
    kill(child, SIGKILL);
    while (read(ends[0], &id, sizeof id) == sizeof id)
        ids << id; // confirmed before the signal came
    close(ends[0]);
    waitpid(child, nullptr, 0);
    return ids;
}

Document client(Repository &repo, const QString &name)
{
    Document d(Record(repo.catalog()->at(QStringLiteral("clients"))));
    d.set(QStringLiteral("name"), name);
    return d;
}
} // namespace

TEST(Crash, DuringSaves)
{
    TempDatabase db;
    const QList<Id> confirmed = killAfter(25, [&](const auto &confirm) {
        auto repo = db.asSystem();
        for (int i = 0;; ++i)
            confirm(repo->save(client(*repo, QString::number(i))).document.id());
    });
    ASSERT_GE(confirmed.size(), 25);
    auto repo = db.asSystem();
    EXPECT_EQ(repo->loadMany(QStringLiteral("clients"), confirmed).size(), confirmed.size());
    EXPECT_EQ(repo->check(), QStringList());
}

TEST(Crash, DuringABatch)
{
    TempDatabase db;
    const QList<Id> confirmed = killAfter(3, [&](const auto &confirm) {
        auto repo = db.asSystem();
        for (int batch = 0;; ++batch) {
            QList<Document> documents;
            for (int i = 0; i < 200; ++i)
                documents << client(*repo, QStringLiteral("%1/%2").arg(batch).arg(i));
            confirm(repo->saveMany(documents).batch);
        }
    });
    ASSERT_GE(confirmed.size(), 3);
    auto repo = db.asSystem();
    const qint64 count = repo->totals(Query(QStringLiteral("clients")), {}).count;
    EXPECT_EQ(count % 200, 0) << "a batch is there whole or not at all";
    EXPECT_GE(count, confirmed.size() * 200);
    EXPECT_EQ(repo->check(), QStringList());
}

TEST(Crash, DuringAnUpgrade)
{
    TempDatabase db;
    Id kept = 0;
    {
        auto repo = db.asSystem();
        kept = repo->save(client(*repo, QStringLiteral("Kept"))).document.id();
    }
    for (int delayMs : {0, 2, 5, 10, 20}) {
        {
            auto raw = Database::openFile(db.path());
            raw->exec(QStringLiteral("DROP TABLE IF EXISTS main.notes")); // an older file knew fewer tables
            setMetaValue(*raw, QStringLiteral("fingerprint"), QStringLiteral("older"));
        }
        const pid_t child = fork();
        if (child == 0) {
            try {
                db.asSystem();
            } catch (...) {
            }
            _exit(0);
        }
        usleep(useconds_t(delayMs) * 1000);
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        auto repo = db.asSystem();
        EXPECT_EQ(repo->load(QStringLiteral("clients"), kept).head().title(), QStringLiteral("Kept"));
        EXPECT_EQ(repo->totals(Query(QStringLiteral("notes")), {}).count, 0);
        EXPECT_EQ(repo->check(), QStringList());
    }
}
#endif
