// Eight processes make the same documents at once; one is killed on the way. Each document is made once, and the
// numbers have no gaps.
#include "core/model/error.h"
#include "core/store/server/server_store.h"
#include "tests/support/temp_database.h"
#include "tests/support/temp_office.h"
#include <QCoreApplication>
#include <QProcess>
#include <QThread>
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
constexpr int processes = 8, documents = 150;
const char *const placeVariable = "CRM_TEST_NUMBERS"; // host port database ca login client

QString one(const TempOffice &office, const QString &sql)
{
    return office.server().sql(sql.arg(office.database())).value(0).value(0);
}
} // namespace

/// Not a test: one of the processes, started by the test below.
TEST(ServerNumbers, DISABLED_OneProcess)
{
    const QStringList place = qEnvironmentVariable(placeVariable).split(u' ');
    ASSERT_EQ(place.size(), 5);
    ServerAddress address;
    address.host = QStringLiteral("127.0.0.1");
    address.port = place[0].toInt();
    address.database = place[1];
    address.caFile = place[2];
    auto repo = openServer(address, place[3], TempOffice::usualPassword, builtinRegistry());
    for (int period = 0; period < documents; ++period) {
        Document order(Record(repo->catalog()->at(QStringLiteral("orders")), newId()));
        order.set(QStringLiteral("client_id"), place[4].toLongLong());
        for (int tried = 0;; ++tried) { // as a job does: what was busy is done later
            try {
                repo->save(order, SaveKey::named(QStringLiteral("rent %1").arg(period)));
                break;
            } catch (const Error &e) {
                ASSERT_EQ(e.kind(), ErrorKind::Busy) << e.what();
                ASSERT_LT(tried, 20);
            }
        }
    }
}

TEST(ServerNumbers, EightProcessesMakeEachDocumentOnceThoughOneIsKilled)
{
    const auto used = TempOffice::used(builtinRegistry());
    TempOffice &office = *used;
    auto repo = office.as(QStringLiteral("admin"));
    Document client(Record(repo->catalog()->at(QStringLiteral("clients")), newId()));
    client.set(QStringLiteral("name"), QStringLiteral("Tenant"));
    repo->save(client);
    const ServerAddress address = office.address();
    qputenv(placeVariable, QStringLiteral("%1 %2 %3 %4 %5")
                               .arg(address.port)
                               .arg(address.database, address.caFile, office.loginOf(QStringLiteral("admin")))
                               .arg(client.id())
                               .toUtf8());
    std::vector<std::unique_ptr<QProcess>> running;
    for (int i = 0; i < processes; ++i) {
        running.push_back(std::make_unique<QProcess>());
        running.back()->setProcessChannelMode(QProcess::MergedChannels);
        running.back()->start(QCoreApplication::applicationFilePath(),
                              {QStringLiteral("--gtest_also_run_disabled_tests"),
                               QStringLiteral("--gtest_filter=ServerNumbers.DISABLED_OneProcess")});
    }
    const QString count = QStringLiteral("SELECT COUNT(*) FROM %1_data.orders");
    for (int i = 0; i < 3000 && one(office, count).toInt() < documents / 3; ++i)
        QThread::msleep(20);
    EXPECT_LT(one(office, count).toInt(), documents) << "killed in the middle, not at the end";
    running.front()->kill(); // SIGKILL
    for (const auto &process : running)
        ASSERT_TRUE(process->waitForFinished(120'000));
    EXPECT_EQ(running.front()->exitStatus(), QProcess::CrashExit);
    for (int i = 1; i < processes; ++i)
        EXPECT_EQ(running[size_t(i)]->exitCode(), 0) << running[size_t(i)]->readAll().constData();
    EXPECT_EQ(one(office, count).toInt(), documents);
    EXPECT_EQ(one(office, QStringLiteral("SELECT CONCAT(COUNT(DISTINCT number),' ',MIN(CAST(SUBSTRING(number,5) AS "
                                         "SIGNED)),' ',MAX(CAST(SUBSTRING(number,5) AS SIGNED))) FROM %1_data.orders")),
              QStringLiteral("%1 1 %1").arg(documents));
    EXPECT_EQ(one(office, QStringLiteral("SELECT next FROM %1_data.series WHERE name='orders'")).toInt(),
              documents + 1);
    EXPECT_EQ(one(office, QStringLiteral("SELECT COUNT(*) FROM %1_data.changes WHERE n IS NULL")).toInt(), 0);
}
