// Sixteen people write at once: nobody waits in a circle, no write is lost, done twice or without its number.
#include "tests/access/attack_writing.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QThread>
#include <atomic>
#include <gtest/gtest.h>
#include <mutex>
#include <thread>

using namespace crm;
using namespace crm::test;

namespace {
constexpr int writers = 16, rounds = 12;
constexpr unsigned deadlock = 1213, lockWait = 1205;

/// What all of them met.
struct Met
{
    std::mutex mutex;
    QMap<QByteArray, int> done, deadlocks, waits, others;
    QMap<QByteArray, QByteArray> example;
    void add(const QByteArray &kind, const RawAnswer &answer)
    {
        const std::lock_guard lock(mutex);
        done[kind] += 0;
        if (answer.ok())
            ++done[kind];
        else if (answer.error == deadlock)
            ++deadlocks[kind];
        else if (answer.error == lockWait)
            ++waits[kind];
        else
            ++others[kind], example[kind] = answer.errorText;
    }
    void print() const
    {
        for (auto it = done.cbegin(); it != done.cend(); ++it)
            std::printf("attack: writers: %-26s %5d done, %3d deadlocks, %3d waited too long, %3d refused %s\n",
                        it.key().constData(), it.value(), deadlocks.value(it.key()), waits.value(it.key()),
                        others.value(it.key()), example.value(it.key()).constData());
    }
};

/// One person's hour: everything that the program does, on records of their own and on those that all have.
class Writer
{
public:
    Writer(AttackOffice &office, Met &met, int number)
        : m_office(office)
        , m_met(met)
        , m_number(number)
        , m_raw(office.connect(office.plan().person(number % 2 ? "max" : "admin")))
        , m_next(8'000'000 + number * 100'000)
    {
        m_raw->run("SET SESSION lock_wait_timeout=10 /*M!110600 , innodb_snapshot_isolation=OFF */"); // as the program
    }

    void run()
    {
        for (int round = 0; round < rounds; ++round) {
            const Id order = create("orders", {{"order_date", "2026-01-01"}, {"client_id", ofAll("clients")}}, true);
            const Id task = create("tasks", {{"title", "x"}});
            create("comments", {{"text", "x"}, {"parent_entity", "clients"}, {"parent_id", ofAll("clients")}});
            change("own", "tasks", task, {{"title", QString::number(round)}});
            change("of all", "clients", sharedId("clients", round % 2),
                   {{"name", QStringLiteral("%1 %2").arg(m_number).arg(round)}});
            write("remove", idsOps("remove", "orders", order));
            write("restore", idsOps("restore", "orders", order));
            import();
            write("remove", idsOps("remove", "tasks", task));
            // To another person and back: all that hangs on it goes along.
            change("scope", "clients", sharedId("clients", round % 2),
                   {{"owner_id", QString::number(m_office.plan().person(round % 3 ? "bella" : "boris").id)}});
            if (m_number % 2 == 0 && round % 8 == 0) {
                const QString text = QStringLiteral("%1-%2").arg(m_number).arg(round);
                change("team", "teams", sharedId("teams", 0), {{"name", text}});
                change("person", "users", m_office.plan().person(m_number % 4 ? "nil" : "dan").id, {{"name", text}});
            }
            if (round % 4 == 0)
                m_met.add("sign in", m_raw->run(m_office.greeting()));
            m_met.add("feed", m_raw->run("CALL `" + m_office.database() + "`.feed(0,50)"));
        }
    }

private:
    Id sharedId(const QString &entity, int i) const
    {
        return m_office.plan().rowsOf(entity, Group::Strangers).value(i)->id;
    }
    QString ofAll(const QString &entity) const { return QString::number(sharedId(entity, m_number % 2)); }
    RawAnswer write(const QByteArray &kind, const QByteArray &ops)
    {
        const RawAnswer answer = m_raw->run(writeCall(m_office, ops));
        m_met.add(kind, answer);
        return answer;
    }
    Id create(const QString &entity, const QJsonObject &values, bool lines = false)
    {
        QJsonObject more{{"s", QJsonObject{{"all", "some words"}, {"all_w", "som ome wor ord rds"}}}};
        const Id id = ++m_next;
        if (lines) {
            QJsonArray all;
            for (int i = 1; i <= 3; ++i)
                all += QJsonObject{{"id", QString::number(++m_next)},
                                   {"seen", 0},
                                   {"v", QJsonObject{{"position", i}, {"quantity", 1000}}}};
            more.insert("lines", QJsonObject{{"order_lines", all}});
        }
        write("create " + entity.toUtf8(), saveOps(entity, id, 0, values, more));
        return id;
    }
    void change(const QByteArray &kind, const QString &entity, Id id, const QJsonObject &values)
    {
        const RawAnswer row = m_raw->run("SELECT version FROM `" + m_office.database() + "`.`" + entity.toUtf8() +
                                         (entity == u"tasks" || entity == u"clients" ? "__all" : "") +
                                         "` WHERE id=" + QByteArray::number(id));
        write("change " + kind, saveOps(entity, id, row.results.value(0).rows.value(0).value(0).toInt(), values));
    }
    /// Many new records in one transaction of several calls, as an import does.
    void import()
    {
        m_raw->run("START TRANSACTION");
        QJsonArray all;
        for (int i = 0; i < 5; ++i)
            all += QJsonDocument::fromJson(saveOps("leads", ++m_next, 0, {{"name", "x"}})).array().first();
        const RawAnswer first = write("import", QJsonDocument(all).toJson(QJsonDocument::Compact));
        if (first.ok())
            write("import", saveOps("todo", ++m_next, 0, {{"title", "x"}}));
        m_met.add("finish", m_raw->run(first.ok() ? "CALL `" + m_office.database() + "`.finish()" : "ROLLBACK"));
    }

    AttackOffice &m_office;
    Met &m_met;
    int m_number;
    std::unique_ptr<Raw> m_raw;
    Id m_next;
};
} // namespace

TEST(AttackWriters, SixteenAtOnceDoNotWaitInACircle)
{
    AttackOffice office;
    Met met;
    std::vector<std::unique_ptr<Writer>> all;
    for (int i = 0; i < writers; ++i)
        all.push_back(std::make_unique<Writer>(office, met, i));
    std::vector<std::thread> threads;
    for (const auto &writer : all)
        threads.emplace_back([&writer] { writer->run(); });
    for (std::thread &thread : threads)
        thread.join();
    met.print();
    const auto sum = [](const QMap<QByteArray, int> &of) {
        int n = 0;
        for (const int one : of)
            n += one;
        return n;
    };
    EXPECT_EQ(sum(met.deadlocks), 0)
        << office.asRoot("SHOW ENGINE INNODB STATUS").results.value(0).rows.value(0).value(2).left(6000).toStdString();
    EXPECT_EQ(sum(met.waits), 0);
    const QByteArrayList kinds = met.done.keys();
    for (const QByteArray &kind : kinds) {
        EXPECT_GT(met.done.value(kind), 0) << kind.toStdString() << ": " << met.example.value(kind).toStdString();
        const QByteArray refusal = met.example.value(kind);
        EXPECT_TRUE(refusal.isEmpty() || refusal.startsWith("MCRM:conflict:")) << refusal.toStdString();
    }
    // Every change has a number, each number one; every order has one of its own, without gaps.
    const QByteArray d = '`' + office.data() + "`.";
    const auto row = [&](const QByteArray &sql) { return office.asRoot(sql).results.value(0).rows.value(0); };
    EXPECT_EQ(row("SELECT SUM(n IS NULL),COUNT(*)-COUNT(DISTINCT n),MAX(n)-COUNT(*),MAX(n)-(SELECT head FROM " + d +
                  "feed_head) FROM " + d + "changes"),
              QByteArrayList({"0", "0", "0", "0"}));
    EXPECT_EQ(
        row("SELECT COUNT(*)," + QByteArray::number(writers * rounds) + ",MAX(CAST(number AS UNSIGNED))-" +
            "MIN(CAST(number AS UNSIGNED))+1-COUNT(*) FROM (SELECT REGEXP_REPLACE(number,'[^0-9]','') number FROM " +
            d + "orders WHERE id>8000000) x"),
        QByteArrayList({QByteArray::number(writers * rounds), QByteArray::number(writers * rounds), "0"}));
}
