#include "tests/cli/cli_fixture.h"
#include <QDir>
#include <QSet>

using namespace crm::test;

struct CliFaults : Cli
{
    /// Starts an import of so many clients and comes back when its first batches are in the file and more are to come.
    void startImport(QProcess &process, int rows, const QByteArray &head, const QByteArray &rest)
    {
        QByteArray csv = head + '\n';
        for (int i = 0; i < rows; ++i)
            csv += 'K' + QByteArray::number(i) + ',' + rest + '\n';
        csvPath = file("many.csv", csv);
        process.setProcessEnvironment(environment());
        process.start(QStringLiteral(CRM_BINARY_DIR "/bin/mycrmctl"),
                      where() + QStringList{"--json", "import", "clients", csvPath});
        ASSERT_TRUE(process.waitForStarted());
        while (!process.waitForFinished(20)) {
            if (run({"list", "clients", "--count"}).text().toLongLong() > 0)
                return;
        }
        FAIL() << "ended before it was seen to write: " << process.readAllStandardError().constData();
    }
    QString csvPath;
};

TEST_F(CliFaults, filesThatAreNoDatabase)
{
    EXPECT_EQ(raw({"--db", folder.filePath("none.db"), "list", "clients", "--json"}).code, 4);
    database = file("text.db", QByteArray(5000, 'x'));
    EXPECT_EQ(run({"list", "clients", "--json"}).code, 7);
    EXPECT_EQ(run({"list", "clients", "--json"}).error()["kind"].toString(), "corrupt");
    EXPECT_EQ(raw({"--db", folder.path(), "list", "clients", "--json"}).code, 8);
}

TEST_F(CliFaults, aTruncatedFile)
{
    init();
    QFile f(database);
    ASSERT_TRUE(f.open(QIODevice::ReadWrite));
    f.resize(f.size() / 2);
    f.close();
    const Ran ran = run({"list", "clients", "--json"});
    EXPECT_EQ(ran.code, 7);
    EXPECT_FALSE(ran.error()["sentence"].toString().isEmpty());
}

TEST_F(CliFaults, aKilledImportLeavesASoundFile)
{
    init();
    QProcess process;
    const int rows = onServer() ? 8'000 : 60'000; // more batches than are written before it is killed
    ASSERT_NO_FATAL_FAILURE(startImport(process, rows, "external_id,name,city", "Name,City"));
    process.kill();
    ASSERT_TRUE(process.waitForFinished());
    EXPECT_EQ(run({"check", "--json"}).json()["ok"].toBool(), true);
    const qint64 left = run({"list", "clients", "--count"}).text().toLongLong();
    EXPECT_EQ(left % 5000, 0) << "whole batches only";
    const QJsonObject again = run({"import", "clients", csvPath, "--json"}).json();
    EXPECT_EQ(again["unchanged"].toInteger() + again["inserted"].toInteger(), rows) << "and it can be run again";
    EXPECT_EQ(again["unchanged"].toInteger(), left);
}

TEST_F(CliFaults, ctrlCTakesTheImportBack)
{
    init();
    QProcess process;
    ASSERT_NO_FATAL_FAILURE(startImport(process, onServer() ? 12'000 : 200'000, "external_id,name", "Name"));
    QProcess::execute("kill", {"-INT", QString::number(process.processId())});
    ASSERT_TRUE(process.waitForFinished(60'000));
    EXPECT_EQ(process.exitCode(), 9) << process.readAllStandardOutput().constData();
    EXPECT_EQ(run({"list", "clients", "--count"}).text(), "0");
    EXPECT_EQ(run({"check"}).code, 0);
}

TEST_F(CliFaults, anAnswerThatCannotBeWrittenIsNoSuccess)
{
#ifdef Q_OS_LINUX
    init();
    for (const char *verb :
         {"list clients", "list clients --count --json", "export clients -", "export clients /dev/stdout"}) {
        QProcess process;
        process.setProcessEnvironment(quietEnvironment());
        process.start("sh", {"-c", QStringLiteral("'%1' --db '%2' --lang en %3 > /dev/full")
                                       .arg(QStringLiteral(CRM_BINARY_DIR "/bin/mycrmctl"), database,
                                            QString::fromLatin1(verb))});
        ASSERT_TRUE(process.waitForFinished(60'000));
        EXPECT_EQ(process.exitCode(), 6) << verb;
        EXPECT_FALSE(process.readAllStandardError().isEmpty()) << verb;
    }
#else
    GTEST_SKIP() << "needs Linux's /dev/full";
#endif
}

// A small disk that the test may fill: where the system lets a person make one.
TEST_F(CliFaults, aFullDiskLosesNothingAndSaysSo)
{
#ifdef Q_OS_LINUX
    init();
    const QString small = folder.filePath("small");
    ASSERT_TRUE(QDir().mkpath(small));
    QProcess process;
    process.setProcessEnvironment(quietEnvironment());
    const QString script = QStringLiteral("mount -t tmpfs -o size=8m tmpfs '%1' || exit 77\n"
                                          "cp '%2' '%1/t.db'\n"
                                          "ctl='%3 --db %1/t.db --lang en --json'\n"
                                          "$ctl create clients name=Kept; echo $?\n"
                                          "dd if=/dev/zero of='%1/fill' bs=4k 2>/dev/null\n"
                                          "$ctl create clients name=Lost; echo $?\n"
                                          "rm '%1/fill'\n"
                                          "$ctl list clients --count; echo $?\n"
                                          "$ctl check; echo $?\n")
                               .arg(small, database, QStringLiteral(CRM_BINARY_DIR "/bin/mycrmctl"));
    process.start("unshare", {"-rm", "sh", "-c", script});
    if (!process.waitForFinished(60'000) || process.exitCode() == 77 || process.exitCode() == 1)
        GTEST_SKIP() << "this system lets nobody mount: " << process.readAllStandardError().constData();
    const QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
    ASSERT_EQ(lines.size(), 9) << lines.join('|').constData();
    EXPECT_EQ(lines.at(1), "0");
    EXPECT_EQ(lines.at(3), "6") << lines.at(2).constData();
    EXPECT_TRUE(lines.at(2).contains("disk is full")) << lines.at(2).constData();
    EXPECT_TRUE(lines.at(4).contains("\"count\":1,")) << lines.at(4).constData();
    EXPECT_EQ(lines.at(7), "0") << lines.at(6).constData();
#else
    GTEST_SKIP() << "needs Linux's unshare";
#endif
}

TEST_F(CliFaults, writersAtOnceLoseNothing)
{
    init();
    const QString shared = run({"create", "clients", "name=Shared", "--json"}).json()["id"].toString();
    constexpr int rounds = 12;
    std::vector<std::unique_ptr<QProcess>> writers;
    for (const char *field : {"city", "vat_number", "note"}) {
        writers.push_back(std::make_unique<QProcess>());
        writers.back()->setProcessEnvironment(environment());
        writers.back()->start(
            "sh", {"-c", QStringLiteral("for i in $(seq 1 %1); do '%2' %3 set clients %4 %5=$i && '%2' %3 create "
                                        "clients name=%5$i || exit; done")
                             .arg(QString::number(rounds), QStringLiteral(CRM_BINARY_DIR "/bin/mycrmctl"),
                                  where().join(u' '), shared, QString::fromLatin1(field))});
    }
    for (const auto &writer : writers) {
        ASSERT_TRUE(writer->waitForFinished(120'000));
        EXPECT_EQ(writer->exitCode(), 0) << writer->readAllStandardError().constData();
    }
    const QJsonObject record = run({"show", "clients", shared, "--json"}).json();
    for (const char *field : {"city", "vat_number", "note"})
        EXPECT_EQ(record[QLatin1String(field)].toString(), QString::number(rounds));
    EXPECT_EQ(run({"history", "clients", shared, "--json"}).json()["changes"].toArray().size(), 1 + 3 * rounds);
    EXPECT_EQ(run({"list", "clients", "--count"}).text(), QString::number(1 + 3 * rounds));
    EXPECT_EQ(run({"check"}).code, 0);
}

TEST_F(CliFaults, theNorthwindScriptRunsOnOtherData)
{
    QProcess process;
    QProcessEnvironment e = quietEnvironment();
    e.insert("MYCRMCTL", QStringLiteral(CRM_BINARY_DIR "/bin/mycrmctl"));
    process.setProcessEnvironment(e);
    process.start("sh", {QStringLiteral(CRM_SOURCE_DIR "/tests/acceptance/northwind.sh"),
                         QStringLiteral(CRM_SOURCE_DIR "/tests/data/shop")});
    ASSERT_TRUE(process.waitForFinished(60'000));
    const Ran ran{process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    EXPECT_EQ(ran.code, 0) << ran.err.constData();
    const QJsonObject answer = ran.json();
    EXPECT_EQ(answer["clients"].toInt(), 4);
    EXPECT_EQ(answer["items"].toInt(), 3);
    EXPECT_EQ(answer["orders"].toInt(), 3);
    EXPECT_TRUE(ran.out.contains("\"total_lines_rounded\":1109.48,")) << ran.out.constData();
    EXPECT_TRUE(ran.out.contains("\"total_documents_rounded\":1109.47,")) << ran.out.constData();
    EXPECT_EQ(answer["germany_over_1000"].toInt(), 1);
    EXPECT_TRUE(ran.err.contains("4 rows, 3 distinct")) << "the dry run says that names repeat";
    EXPECT_TRUE(ran.err.contains("fractions of 1")) << "and what the discounts are";
}
