// What hangs on writing: the trash, uniqueness, the feed, transactions, files, settings, many writers at once.
#include "tests/store/server_write_fixture.h"

using namespace crm;
using namespace crm::test;
using namespace crm::test::server_write;

TEST_F(ServerWrite, LocksWhatIsConverted)
{
    const Id c = client(*hers), l = id();
    EXPECT_EQ(write(*hers, save("leads", l, 0, "\"type\":\"person\",\"name\":\"L\"")).fault, "");
    EXPECT_EQ(write(*hers, save("leads", l, 1, QStringLiteral("\"client_id\":\"%1\"").arg(c))).fault, "");
    EXPECT_EQ(write(*hers, save("leads", l, 2, "\"name\":\"M\"")).fault, "locked:leads::");
}

TEST_F(ServerWrite, KeepsWhatIsSignedAndTakesDrawingsAlone)
{
    const Id c = client(*hers), k = id();
    const QString title =
        QStringLiteral("\"title\":\"T\",\"contract_date\":\"2026-05-04\",\"client_id\":\"%1\"").arg(c);
    for (const char *text : {"<svg onload=x>", "M1 1\\\"><script>", "M1 1;", "t <b>", "Anna"})
        EXPECT_EQ(write(*hers, save("contracts", k, 0, title + ",\"signature\":\"" + text + u'"')).fault,
                  "invalid:contracts:signature:type")
            << text;
    qint64 seen = 0;
    const auto fault = [&](const QString &values) {
        const Written w = write(*hers, save("contracts", k, seen, values));
        if (w.fault.isEmpty())
            seen = w.version;
        return w.fault;
    };
    ASSERT_EQ(fault(title + ",\"status\":\"accepted\",\"accepted_at\":\"1764450000000\",\"signature\":\"M1 1L2 2\""),
              "");
    EXPECT_EQ(fault("\"signature\":\"M1 1L3 3\""), "locked:contracts::");
    EXPECT_EQ(fault("\"signature\":null"), "locked:contracts::");
    const std::pair<QString, QString> once[] = {{"\"accepted_by\":\"Anna\"", "\"accepted_by\":\"Boris\""},
                                                {"\"countersignature\":\"t Boris\"", "\"countersignature\":null"}};
    for (const auto &[first, second] : once) {
        EXPECT_EQ(fault(first), "") << first.toStdString();
        EXPECT_EQ(fault(second), "locked:contracts::") << second.toStdString();
    }
    EXPECT_EQ(stored("contracts", "CONCAT_WS('|',signature,accepted_by,countersignature)", k), "M1 1L2 2|Anna|t Boris");
}

TEST_F(ServerWrite, ThrowsAwayWithChildrenAndBringsBack)
{
    const Id c = client(*hers), k = id(), gone = id(), said = id();
    const auto onClient = [&](Id i) {
        return save("contacts", i, 0, QStringLiteral("\"first_name\":\"A\",\"client_id\":\"%1\"").arg(c));
    };
    ASSERT_EQ(write(*hers, onClient(k)).fault, "");
    ASSERT_EQ(write(*hers, onClient(gone)).fault, "");
    ASSERT_EQ(
        write(*hers, save("comments", said, 0,
                          QStringLiteral("\"text\":\"T\",\"parent_entity\":\"clients\",\"parent_id\":\"%1\"").arg(c)))
            .fault,
        "");
    ASSERT_EQ(write(*hers, verb("remove", "contacts", gone)).fault, "");
    const qint64 before = head();
    EXPECT_EQ(write(*hers, verb("remove", "clients", c)).fault, "");
    EXPECT_EQ(head(), before + 3);
    EXPECT_NE(stored("contacts", "IFNULL(deleted_at,0)", k), "0");
    EXPECT_NE(stored("comments", "IFNULL(deleted_at,0)", said), "0");
    EXPECT_EQ(write(*hers, save("clients", c, 2, "\"name\":\"X\"")).fault, "trashed:clients::");
    EXPECT_EQ(write(*hers, verb("purge", "clients", c)).fault, "denied:clients::");
    EXPECT_EQ(write(*hers, verb("restore", "clients", c)).fault, "");
    EXPECT_EQ(stored("contacts", "IFNULL(deleted_at,0)", k), "0");
    EXPECT_NE(stored("contacts", "IFNULL(deleted_at,0)", gone), "0") << "it had been thrown away before";
    EXPECT_EQ(write(*admin, verb("purge", "clients", c)).fault, "invalid:clients::living");
    EXPECT_EQ(write(*admin, verb("remove", "clients", c)).fault, "");
    EXPECT_EQ(write(*admin, verb("purge", "clients", c)).fault, "");
    for (const auto &[table, row] : {qMakePair("clients", c), qMakePair("contacts", k), qMakePair("contacts", gone),
                                     qMakePair("comments", said), qMakePair("clients__search", c)})
        EXPECT_EQ(stored(table, "COUNT(*)", row), "0") << table;
    const auto log = changes(*hers, "CALL feed(?,?)", {head() - 4, 100});
    EXPECT_EQ(std::count_if(log.begin(), log.end(), [](const Change &x) { return x.gone && x.op == 4; }), 4);
}

TEST_F(ServerWrite, KeepsValuesUnique)
{
    const QString name = QStringLiteral("u%1").arg(newId());
    const Id a = id(), b = id();
    const QString v = QStringLiteral("\"name\":\"%1\"").arg(name),
                  f = QStringLiteral(",\"f\":{\"name\":\"%1\"}").arg(name);
    EXPECT_EQ(write(*admin, save("units", a, 0, v, f)).fault, "");
    EXPECT_EQ(write(*admin, save("units", b, 0, v, f)).fault, "taken:units:name:");
    EXPECT_EQ(write(*admin, verb("remove", "units", a)).fault, "");
    EXPECT_EQ(write(*admin, save("units", b, 0, v, f)).fault, "");
    EXPECT_EQ(write(*admin, verb("restore", "units", a)).fault, "taken:units:name:");
}

TEST_F(ServerWrite, KeepsAnAdministrator)
{
    EXPECT_EQ(write(*admin, save("users", boss, stored("users", "version", boss).toInt(), "\"active\":false"))
                  .fault.section(':', 0, 0),
              "lastadmin");
    EXPECT_EQ(write(*admin, save("roles", 1, stored("roles", "version", 1).toInt(), "\"is_admin\":false"))
                  .fault.section(':', 0, 0),
              "lastadmin");
    EXPECT_EQ(write(*admin, verb("remove", "users", boss)).fault.section(':', 0, 0), "lastadmin");
    EXPECT_EQ(office.one("SELECT is_admin FROM {data}.people WHERE user_id=11"), "1");
    const Id made = id(), access = office.one("SELECT access_version FROM {data}.feed_head").toLongLong();
    EXPECT_EQ(
        write(*admin,
              save("users", made, 0,
                   QStringLiteral("\"login\":\"n%1\",\"name\":\"New\",\"role_id\":\"2\",\"active\":true").arg(made)))
            .fault,
        "");
    EXPECT_EQ(
        office.one(QStringLiteral("SELECT COUNT(*) FROM {data}.reach WHERE user_id=%1 AND scope_id=%1").arg(made)),
        "1");
    EXPECT_EQ(office.one("SELECT access_version FROM {data}.feed_head").toLongLong(), access + 1);
}

TEST_F(ServerWrite, TellsWhoLosesARecord)
{
    const Id c = client(*hers);
    const qint64 before = head();
    ASSERT_EQ(write(*admin, save("clients", c, 1, "\"owner_id\":\"13\",\"name\":\"Secret now\"")).fault, "");
    for (int round = 0; round < 3; ++round) { // the second run of a procedure is not the first
        const auto lost = changes(*hers, "CALL feed(?,?)", {before, 100});
        ASSERT_EQ(lost.size(), 1);
        EXPECT_TRUE(lost[0].gone);
        EXPECT_EQ(lost[0].op, 2);
        EXPECT_EQ(lost[0].fields, "");
        const auto got = changes(*his, "CALL feed(?,?)", {before, 100});
        ASSERT_EQ(got.size(), 1);
        EXPECT_FALSE(got[0].gone);
        EXPECT_TRUE(got[0].fields.contains("Secret now"));
    }
    ASSERT_EQ(write(*his, save("clients", c, 2, "\"name\":\"Again\"")).fault, "");
    EXPECT_EQ(changes(*hers, "CALL feed(?,?)", {before + 1, 100}).size(), 0) << "who never saw it learns nothing";
    EXPECT_EQ(faultOf([&] {
                  changes(*hers, "CALL history(?,?,?)", {"clients", c, 9});
              }).section(':', 0, 0),
              "notfound");
    EXPECT_EQ(changes(*hers, "CALL `change`(?)", {before + 1}).size(), 0);
    EXPECT_EQ(changes(*his, "CALL `change`(?)", {before + 1}).size(), 1);
}

TEST_F(ServerWrite, JoinsATransaction)
{
    const Id c = client(*hers);
    const qint64 before = head();
    hers->begin();
    EXPECT_EQ(write(*hers, save("clients", c, 1, "\"name\":\"B\"")).version, 2);
    EXPECT_EQ(write(*hers, save("clients", c, 1, "\"name\":\"C\"")).fault, "conflict:clients::");
    const Written second = write(*hers, save("clients", c, 2, "\"city\":\"C\""));
    EXPECT_EQ(second.version, 3) << "only the failed part is taken back";
    EXPECT_EQ(second.change, 0);
    EXPECT_EQ(head(), before);
    hers->run(QStringLiteral("CALL finish()"));
    hers->commit();
    EXPECT_EQ(head(), before + 2);
    hers->begin();
    write(*hers, save("clients", c, 3, "\"name\":\"D\""));
    hers->rollback();
    EXPECT_EQ(stored("clients", "name", c), "B");
    EXPECT_EQ(head(), before + 2);
    hers->begin(); // a plain commit leaves changes without numbers; the next write gives them theirs
    write(*hers, save("clients", c, 3, "\"name\":\"E\""));
    hers->commit();
    EXPECT_EQ(head(), before + 2);
    EXPECT_EQ(write(*hers, save("clients", c, 4, "\"name\":\"F\"")).fault, "");
    EXPECT_EQ(head(), before + 4);
    EXPECT_EQ(office.one("SELECT COUNT(*) FROM {data}.changes WHERE n IS NULL"), "0");
}

TEST_F(ServerWrite, UndoesByBatch)
{
    const Id batch = newId(), a = id(), b = id();
    const auto item = [](Id i) {
        return QStringLiteral("{\"op\":\"save\",\"e\":\"clients\",\"id\":\"%1\",\"seen\":0,\"v\":{\"type\":\"person\","
                              "\"name\":\"N\"}}")
            .arg(i);
    };
    const Written both = write(*hers, "[" + item(a) + "," + item(b) + "]", {}, batch);
    EXPECT_EQ(both.rows, 2);
    EXPECT_EQ(both.id, b);
    EXPECT_EQ(changes(*hers, "CALL batch_changes(?)", {batch}).size(), 2);
    EXPECT_EQ(changes(*his, "CALL batch_changes(?)", {batch}).size(), 0);
    EXPECT_EQ(
        write(*his, save("clients", id(), 0, "\"type\":\"person\",\"name\":\"N\""), {}, batch).fault.section(':', 0, 0),
        "denied");
    const Id good = id();
    EXPECT_EQ(write(*hers, "[" + item(good) + "," + item(a) + "]").fault, "duplicate:clients::");
    EXPECT_EQ(stored("clients", "COUNT(*)", good), "0") << "all or nothing";
}

TEST_F(ServerWrite, KeepsFilesToThoseWhoHaveThem)
{
    const QByteArray content = "content " + QByteArray::number(newId());
    const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
    const auto missing = [&](Database &db) {
        return db.scalar(QStringLiteral("CALL blob_missing(?)"), {hash}).toInt();
    };
    const auto put = [&](Database &db, const QByteArray &what) {
        return faultOf([&] { db.run(QStringLiteral("CALL blob_put(?,?,?,?)"), {hash, 0, what, 1}); });
    };
    const Id f = id();
    const QString named =
        QStringLiteral("\"name\":\"a.txt\",\"hash\":\"%1\",\"size\":9").arg(QString::fromLatin1(hash.toHex()));
    EXPECT_EQ(missing(*hers), 1);
    EXPECT_EQ(put(*hers, "something else"), "invalid:files:hash:content");
    EXPECT_EQ(write(*hers, save("files", f, 0, named)).fault, "reference:files:hash:");
    EXPECT_EQ(put(*hers, content), "");
    EXPECT_EQ(put(*hers, content), "") << "a broken connection sends it again";
    EXPECT_EQ(missing(*hers), 0);
    EXPECT_EQ(missing(*his), 1) << "a hash tells nobody what others have";
    EXPECT_EQ(write(*his, save("files", id(), 0, named)).fault, "reference:files:hash:");
    EXPECT_EQ(write(*hers, save("files", f, 0, named)).fault, "");
    EXPECT_EQ(hers->scalar(QStringLiteral("CALL blob_get(?,?)"), {f, 0}).toByteArray(), content);
    EXPECT_EQ(faultOf([&] { his->run(QStringLiteral("CALL blob_get(?,?)"), {f, 0}); }), "notfound:files::");
    EXPECT_EQ(put(*his, "something else"), "invalid:files:hash:content");
    EXPECT_EQ(put(*his, content), "");
    EXPECT_EQ(write(*his, save("files", id(), 0, named)).fault, "");
}

TEST_F(ServerWrite, SaysWhoHasItOpen)
{
    const Id c = id();
    write(*hers, save("clients", c, 0, "\"type\":\"person\",\"name\":\"S\"", ",\"l\":{\"managers\":[\"13\"]}"));
    const auto present = [c](Database &db, bool on, bool editing = false) {
        const QString mine =
            on ? QStringLiteral("[[\"clients\",%1,%2]]").arg(c).arg(int(editing)) : QStringLiteral("[]");
        QString others;
        Rows rows = db.run(QStringLiteral("CALL present(?)"), {mine});
        while (rows.next())
            others += QStringLiteral("%1/%2 ").arg(rows.text(2), rows.text(4));
        return others;
    };
    EXPECT_EQ(present(*hers, true), "") << "not oneself";
    EXPECT_EQ(present(*his, true), QStringLiteral("%1/0 ").arg(anna));
    EXPECT_EQ(present(*hers, true, true), QStringLiteral("%1/0 ").arg(boris));
    EXPECT_EQ(present(*his, true), QStringLiteral("%1/1 ").arg(anna));
    EXPECT_EQ(present(*his, false), "") << "who has it closed hears nothing of it";
    EXPECT_EQ(present(*hers, true, true), "");
    const Id private_ = id();
    write(*hers, save("clients", private_, 0, "\"type\":\"person\",\"name\":\"P\""));
    const QString hidden =
        QStringLiteral("[[\"clients\",%1,0],[\"nothing\",1,0],[null,null,null],7,{\"a\":1}]").arg(private_);
    EXPECT_FALSE(his->run(QStringLiteral("CALL present(?)"), {hidden}).next());
    EXPECT_EQ(hers->run(QStringLiteral("CALL present(?)"), {hidden}).next(), false) << "nobody announced himself there";
    for (const char *odd : {"", "{}", "[", "7", "null"})
        EXPECT_EQ(faultOf([&] { his->run(QStringLiteral("CALL present(?)"), {odd}); }), "invalid:::records") << odd;
    EXPECT_EQ(faultOf([&] { his->run(QStringLiteral("CALL present(?)"), {QVariant()}); }), "invalid:::records");
}

TEST_F(ServerWrite, FindsRowsByWhatIsSeenOfThem)
{
    const Id c = id();
    write(*hers, save("clients", c, 0, "\"type\":\"person\",\"name\":\"qzxv\"",
                      ",\"s\":{\"all\":\" qzxv\",\"all_w\":\"_qz qzx zxv\",\"internal\":\" kept\",\"internal_w\":"
                      "\"_ke kep ept\"}"));
    const auto found = [](Database &db, const char *match, const char *terms, int limit = 10) {
        QString answer = QStringLiteral("no answer");
        db.runTogether({QStringLiteral("DECLARE v LONGTEXT"),
                        QStringLiteral("CALL find_rows('clients','%1','%2',%3,v)")
                            .arg(QLatin1String(match), QLatin1String(terms))
                            .arg(limit),
                        QStringLiteral("SELECT IFNULL(v,'many')")},
                       [&](int, Rows &rows) {
                           if (rows.next())
                               answer = rows.text(0);
                       });
        return answer;
    };
    const QString it = u'[' + QString::number(c) + u']';
    EXPECT_EQ(found(*hers, "+qzx +zxv", "[[\"qzxv\"]]"), it);
    EXPECT_EQ(found(*hers, "", "[[\"zx\"]]"), it) << "a word that no index knows, among the few that she sees";
    EXPECT_EQ(found(*hers, "+kep +ept", "[[\"kept\"]]"), it) << "she is of the staff";
    EXPECT_EQ(found(*hers, "+qzx +zxv", "[[\"qzxv\"]]", 0), "many");
    EXPECT_EQ(found(*hers, "+qzx +zxv", "[[\"nothere\"],[\"qzxv\"]]"), "[]") << "all must occur";
    EXPECT_EQ(found(*hers, "+qzx +zxv", "[[\"nothere\",\"qzxv\"]]"), it) << "or one of these";
    EXPECT_EQ(found(*his, "+qzx +zxv", "[[\"qzxv\"]]"), "[]") << "he does not see it";
    EXPECT_EQ(found(*his, "", "[[\"zxv\"]]"), "[]");
    EXPECT_EQ(found(*admin, "+qzx +zxv", "[[\"qzxv\"]]"), it);
    EXPECT_EQ(found(*admin, "", "[[\"zx\"]]"), "many") << "whoever sees all walks the list";
    EXPECT_EQ(faultOf([&] { found(*admin, "+(((", "[[\"nothere\"]]"); }).section(':', 0, 0), "invalid");
    EXPECT_EQ(faultOf([&] { found(*hers, "+qzx", "{"); }).section(':', 0, 0), "invalid");
}

TEST_F(ServerWrite, FindsWhatPointsToARecord)
{
    const Id c = client(*hers), o = id();
    ASSERT_EQ(
        write(*hers, save("orders", o, 0, QStringLiteral("\"client_id\":\"%1\",\"order_date\":\"2026-11-25\"").arg(c)))
            .fault,
        "");
    const auto found = [c](Database &db, const char *entity, const char *field, int limit = 10) {
        QString answer = QStringLiteral("no answer");
        db.runTogether({QStringLiteral("DECLARE v LONGTEXT"),
                        QStringLiteral("CALL find_by('%1','%2',%3,%4,v)")
                            .arg(QLatin1String(entity), QLatin1String(field))
                            .arg(c)
                            .arg(limit),
                        QStringLiteral("SELECT IFNULL(v,'many')")},
                       [&](int, Rows &rows) {
                           if (rows.next())
                               answer = rows.text(0);
                       });
        return answer;
    };
    EXPECT_EQ(found(*hers, "orders", "client_id"), u'[' + QString::number(o) + u']');
    EXPECT_EQ(found(*admin, "orders", "client_id"), u'[' + QString::number(o) + u']');
    EXPECT_EQ(found(*hers, "orders", "client_id", 0), "many");
    EXPECT_EQ(found(*his, "orders", "client_id"), "[]") << "he does not see it";
    EXPECT_EQ(found(*hers, "contacts", "client_id"), "[]");
    EXPECT_EQ(faultOf([&] { found(*hers, "orders", "nothing"); }).section(':', 0, 0), "unsupported");
    EXPECT_EQ(faultOf([&] { found(*hers, "nothing", "client_id"); }).section(':', 0, 0), "unsupported");
    EXPECT_EQ(write(*admin, verb("remove", "orders", o)).fault, "");
    EXPECT_EQ(found(*hers, "orders", "client_id"), "[]") << "in the trash";
}

TEST_F(ServerWrite, NeedsASessionAndNoMaintenance)
{
    office.sql("UPDATE {data}.feed_head SET maintenance=1");
    EXPECT_EQ(write(*hers, save("clients", id(), 0, "\"type\":\"person\",\"name\":\"N\"")).fault.section(':', 0, 0),
              "maintenance");
    office.sql("UPDATE {data}.feed_head SET maintenance=0");
    office.sql("DELETE FROM {data}.sessions WHERE user_id=13");
    EXPECT_EQ(write(*his, save("clients", id(), 0, "\"type\":\"person\",\"name\":\"N\"")).fault.section(':', 0, 0),
              "nosession");
    EXPECT_EQ(faultOf([&] { changes(*his, "CALL feed(?,?)", {0, 10}); }).section(':', 0, 0), "nosession");
}

TEST_F(ServerWrite, StandsHostileSettings)
{
    const Id c = client(*hers);
    for (const char *s : {"foreign_key_checks=0", "check_constraint_checks=0", "unique_checks=0", "sql_mode=''",
                          "timestamp=1", "group_concat_max_len=4", "max_sp_recursion_depth=0", "time_zone='+05:00'"})
        hers->exec(QStringLiteral("SET SESSION ") + QLatin1String(s));
    const Id o = id();
    EXPECT_EQ(write(*hers, save("orders", o, 0, "\"client_id\":\"424242\",\"order_date\":\"2026-11-25\"")).fault,
              "reference:orders:client_id:");
    EXPECT_EQ(write(*hers, save("clients", c, 1, "\"name\":\"" + QString(300, u'x') + "\"")).fault,
              "invalid:clients:name:length");
    EXPECT_EQ(write(*hers, save("clients", c, 1, "\"city\":\"Y\"", ",\"l\":{\"managers\":[\"12\",\"13\"]}")).fault, "");
    EXPECT_LT(std::abs(stored("clients", "changed_at", c).toLongLong() - QDateTime::currentMSecsSinceEpoch()), 60'000);
    EXPECT_TRUE(faultOf([&] { hers->exec(QStringLiteral("DELETE FROM clients")); }).size() > 0);
}

TEST_F(ServerWrite, LetsManySignInAtOnce)
{
    std::atomic<int> refused{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 12; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 5; ++i)
                refused += faultOf([&] { office.session(boss); }).isEmpty() ? 0 : 1;
        });
    }
    for (std::thread &t : threads)
        t.join();
    EXPECT_EQ(refused, 0);
}

TEST_F(ServerWrite, NumbersWithoutGapsAndInTheOrderOfCommits)
{
    constexpr int writers = 8, each = 20;
    const Id c = client(*admin);
    const qint64 first = office.one("SELECT IFNULL(MAX(next),1) FROM {data}.series WHERE name='orders'").toLongLong();
    std::atomic<int> done{0}, busy{0}, wrong{0};
    std::mutex m;
    QStringList faults;
    std::atomic<bool> stop{false};
    const auto trouble = [](const std::function<void()> &fn) {
        try {
            fn();
        } catch (const std::exception &e) {
            return QString::fromUtf8(e.what());
        }
        return QString();
    };
    std::thread watcher([&] { // whoever has seen N never misses one below
        while (!stop) {
            if (office.one("SELECT h.head-(SELECT COUNT(*) FROM {data}.changes c WHERE c.n<=h.head) FROM "
                           "{data}.feed_head h") != "0")
                ++wrong;
        }
    });
    std::vector<std::thread> threads;
    std::atomic<qint64> killed{0};
    for (int t = 0; t < writers; ++t) {
        threads.emplace_back([&, t] {
            try {
                const auto db = office.session(boss);
                if (t == 0)
                    killed = db->scalar(QStringLiteral("SELECT CONNECTION_ID()")).toLongLong();
                for (int i = 0; i < (t == 0 ? 100'000 : each); ++i) {
                    const Written w =
                        write(*db, save("orders", newId(), 0,
                                        QStringLiteral("\"client_id\":\"%1\",\"order_date\":\"2026-11-25\"").arg(c)));
                    w.fault.isEmpty() ? ++done : ++busy;
                    if (!w.fault.isEmpty()) {
                        const std::lock_guard l(m);
                        faults << w.fault;
                    }
                    if (t == 0 && !w.fault.isEmpty())
                        return;
                }
            } catch (const Error &) {
            }
        });
    }
    while (killed == 0 || done < writers * 2)
        QThread::msleep(5);
    EXPECT_EQ(trouble([&] { office.sql(QStringLiteral("KILL %1").arg(killed.load())); }), "");
    for (std::thread &t : threads)
        t.join();
    stop = true;
    watcher.join();
    EXPECT_EQ(wrong, 0);
    EXPECT_LE(busy, 1) << "only the killed one failed: " << qPrintable(faults.mid(0, 5).join('\n'));
    const qint64 next = office.one("SELECT next FROM {data}.series WHERE name='orders'").toLongLong();
    EXPECT_EQ(
        office
            .one(QStringLiteral(
                     "SELECT COUNT(DISTINCT number) FROM {data}.orders WHERE CAST(SUBSTRING(number,5) AS SIGNED)>=%1")
                     .arg(first))
            .toLongLong(),
        next - first)
        << "no gaps";
    EXPECT_EQ(office.one("SELECT MAX(n)-COUNT(n) FROM {data}.changes"), "0");
}

TEST_F(ServerWrite, SaysBusyWhenTwoWaitForEachOther)
{
    const Id a = client(*admin), b = client(*admin);
    std::atomic<int> kinds{0}, ready{0};
    // Each holds one and wants the other's.
    const auto cross = [&](Database &db, Id mine, Id theirs) {
        db.begin();
        EXPECT_EQ(write(db, save("clients", mine, 1, "\"name\":\"1\"")).fault, "");
        ++ready;
        while (ready < 2)
            QThread::msleep(1);
        try {
            db.run(QStringLiteral("CALL `write`(?,?,?)"),
                   {QVariant(), QVariant(), save("clients", theirs, 1, "\"name\":\"2\"")});
        } catch (const Error &e) {
            kinds += e.kind() == ErrorKind::Busy ? 1 : 100;
            faultOf([&] { db.rollback(); });
            return;
        }
        db.rollback();
    };
    std::thread t([&] { cross(*office.session(boss), a, b); });
    cross(*admin, b, a);
    t.join();
    EXPECT_EQ(kinds % 100, 1) << "one of them, as Busy";
}
