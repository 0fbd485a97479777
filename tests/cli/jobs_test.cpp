// Many programs at once do the work of the system once, also when one of them is killed in the middle.
#include "tests/cli/cli_fixture.h"
#include <QDateTime>
#include <QSet>

using namespace crm::test;

namespace {
struct Jobs : Cli
{
    int templates = 0;
    void SetUp() override
    {
        init();
        repeat(40);
    }
    /// So many more tasks that repeat; each has to be made three times.
    void repeat(int count)
    {
        const QString deadline = QDateTime::currentDateTimeUtc().addDays(-3).toString(Qt::ISODate);
        QByteArray csv = "title,deadline,repeat_unit,repeat_every\n";
        for (int i = templates; i < templates + count; ++i)
            csv += "Task " + QByteArray::number(i) + ',' + deadline.toLatin1() + ",day,1\n";
        const Ran ran = run({"import", "tasks", file("tasks.csv", csv), "--json"});
        ASSERT_EQ(ran.code, 0) << ran.out.constData();
        templates += count;
    }
    std::unique_ptr<QProcess> start()
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(environment());
        process->start(QStringLiteral(CRM_BINARY_DIR "/bin/mycrmctl"),
                       where() + QStringList{"jobs", "run", "--all", "--only", "repeat", "--json"});
        return process;
    }
    void expectEachOnce()
    {
        const QJsonArray rows = run({"list", "tasks", "--where", "repeat_of_id is not empty", "--columns",
                                     "title,deadline", "--limit", "1000", "--json"})
                                    .json()["rows"]
                                    .toArray();
        QSet<QString> seen;
        for (const QJsonValue row : rows)
            seen << row["title"].toString() + row["deadline"].toString();
        EXPECT_EQ(rows.size(), 3 * templates);
        EXPECT_EQ(seen.size(), rows.size()) << "one was made twice";
        EXPECT_EQ(run({"check"}).code, 0);
    }
};
} // namespace

TEST_F(Jobs, EightAtOnceMakeEachRecordOnce)
{
    std::vector<std::unique_ptr<QProcess>> all;
    for (int i = 0; i < 8; ++i)
        all.push_back(start());
    for (const auto &process : all) {
        ASSERT_TRUE(process->waitForFinished(120'000));
        EXPECT_EQ(process->exitCode(), 0) << process->readAllStandardOutput().constData();
    }
    expectEachOnce();
}

TEST_F(Jobs, OneThatIsKilledIsFollowedByTheNextWithoutDoubles)
{
    repeat(260); // a quick machine has made a few before anybody looks
    auto killed = start();
    ASSERT_TRUE(killed->waitForStarted());
    const auto begun = [this] { // on a server the whole work takes less time than to start a program that looks
        if (office)
            return office->server()
                       .sql(QStringLiteral("SELECT COUNT(*) FROM %1_data.tasks WHERE repeat_of_id IS NOT NULL")
                                .arg(office->database()))
                       .value(0)
                       .value(0)
                       .toInt() > 0;
        return run({"list", "tasks", "--where", "repeat_of_id is not empty", "--count"}).text().toInt() > 0;
    };
    while (!killed->waitForFinished(1)) {
        if (begun())
            killed->kill();
    }
    EXPECT_EQ(killed->exitStatus(), QProcess::CrashExit) << "it was to be killed in the middle";
    // Its lease runs for some minutes; then the next program goes on.
    EXPECT_EQ(run({"jobs", "run", "--all", "--only", "repeat", "--json"}).json()["jobs"][0]["result"].toString(),
              "busy");
    if (office)
        office->server().sql(QStringLiteral("UPDATE %1_data.leases SET until_at=1").arg(office->database()));
    else
        QProcess::execute("sqlite3", {database, "UPDATE leases SET until_at=1"});
    EXPECT_EQ(run({"jobs", "run", "--only", "repeat", "--json"}).json()["jobs"][0]["result"].toString(), "done");
    expectEachOnce();
}

TEST_F(Jobs, SayWhatWaitsAndWhatComes)
{
    const QDate today = QDate::currentDate();
    spendDaily("Coffee", 9);
    EXPECT_TRUE(run({"jobs", "run", "--all", "--only", "repeat"}).text().contains("Coffee"));
    const QJsonObject repeats = run({"show", "expenses", "Coffee", "--json"}).json()["repeats"].toObject();
    EXPECT_EQ(repeats["state"].toString(), "goes");
    EXPECT_EQ(repeats["missed"]["count"].toInt(), 9);
    EXPECT_EQ(repeats["missed"]["from"].toString(), today.addDays(-8).toString(Qt::ISODate));
    EXPECT_EQ(repeats["next"][0].toString(), today.addDays(1).toString(Qt::ISODate));
    EXPECT_TRUE(run({"show", "expenses", "Coffee"}).text().contains("9 dates passed"));
    EXPECT_TRUE(run({"list", "expenses", "--where", "repeat_waiting > 0", "--count"}).text().contains(u'1'));
}

TEST_F(Jobs, AreListedWithTheirNextRun)
{
    run({"jobs", "run"});
    const QJsonArray jobs = run({"jobs", "list", "--json"}).json()["jobs"].toArray();
    ASSERT_GE(jobs.size(), 2);
    for (const QJsonValue job : jobs) {
        EXPECT_FALSE(job["last"].toString().isEmpty());
        EXPECT_GT(job["next"].toString(), job["last"].toString());
        EXPECT_FALSE(job["outcome"].toString().isEmpty());
    }
    EXPECT_EQ(run({"jobs", "run", "--only", "nonsense"}).code, 1);
}
