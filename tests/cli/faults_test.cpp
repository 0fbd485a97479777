#include "tests/cli/cli_fixture.h"
#include <QSet>

using namespace crm::test;

using CliFaults = Cli;

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
    QByteArray csv = "external_id,name,city\n";
    for (int i = 0; i < 40'000; ++i)
        csv += "K" + QByteArray::number(i) + ",Name " + QByteArray::number(i) + ",City\n";
    const QString path = file("many.csv", csv);
    QProcess process;
    process.setProcessEnvironment(quietEnvironment());
    process.start(QStringLiteral(CRM_BINARY_DIR "/bin/mycrmctl"), {"--db", database, "import", "clients", path});
    ASSERT_TRUE(process.waitForStarted());
    EXPECT_FALSE(process.waitForFinished(1500)) << "too quick to be killed: give it more rows";
    process.kill();
    ASSERT_TRUE(process.waitForFinished());
    EXPECT_EQ(run({"check", "--json"}).json()["ok"].toBool(), true);
    const qint64 left = run({"list", "clients", "--count"}).text().toLongLong();
    EXPECT_EQ(left % 5000, 0) << "whole batches only";
    const QJsonObject again = run({"import", "clients", path, "--json"}).json();
    EXPECT_EQ(again["unchanged"].toInteger() + again["inserted"].toInteger(), 40'000) << "and it can be run again";
    EXPECT_EQ(again["unchanged"].toInteger(), left);
}

TEST_F(CliFaults, ctrlCTakesTheImportBack)
{
    init();
    QByteArray csv = "external_id,name\n";
    for (int i = 0; i < 40'000; ++i)
        csv += "K" + QByteArray::number(i) + ",Name\n";
    QProcess process;
    process.setProcessEnvironment(quietEnvironment());
    process.start(QStringLiteral(CRM_BINARY_DIR "/bin/mycrmctl"),
                  {"--db", database, "--json", "import", "clients", file("many.csv", csv)});
    ASSERT_TRUE(process.waitForStarted());
    EXPECT_FALSE(process.waitForFinished(1500));
    QProcess::execute("kill", {"-INT", QString::number(process.processId())});
    ASSERT_TRUE(process.waitForFinished(60'000));
    EXPECT_EQ(process.exitCode(), 9) << process.readAllStandardOutput().constData();
    EXPECT_EQ(run({"list", "clients", "--count"}).text(), "0");
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
