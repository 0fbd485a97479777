// Writing on a real MariaDB through people's own accounts: what the procedures do, refuse, number and log.
#include "tests/store/server_write_fixture.h"

using namespace crm;
using namespace crm::test;
using namespace crm::test::server_write;

TEST_F(ServerWrite, CreatesAndChanges)
{
    const Id c = id();
    const Written made =
        write(*hers, save("clients", c, 0, "\"type\":\"organisation\",\"name\":\"\\\"O'Neil\\\" \\ud83d\\ude00\"",
                          ",\"f\":{\"name\":\"oneil\"}"));
    EXPECT_EQ(made.fault, "");
    EXPECT_EQ(made.id, c);
    EXPECT_EQ(made.version, 1);
    EXPECT_EQ(made.scope, anna) << "the owner is who made it";
    EXPECT_EQ(made.change, head());
    EXPECT_EQ(stored("clients", "name", c), QString::fromUtf8("\"O'Neil\" \xF0\x9F\x98\x80"));
    EXPECT_EQ(stored("clients", "name__f", c), "oneil");
    EXPECT_EQ(stored("clients", "CONCAT_WS(',',owner_id,created_by,changed_by,version)", c), "12,12,12,1");
    const Written changed = write(*hers, save("clients", c, 1, "\"phone\":\"+7 912\",\"city\":null"));
    EXPECT_EQ(changed.version, 2);
    EXPECT_EQ(changed.change, made.change + 1);
    const Written same = write(*hers, save("clients", c, 2, "\"phone\":\"+7 912\""));
    EXPECT_EQ(same.fault, "");
    EXPECT_EQ(same.version, 2) << "nothing had changed";
    EXPECT_EQ(same.change, 0);
    EXPECT_EQ(write(*hers, save("clients", c, 1, "\"phone\":\"1234\"")).fault, "conflict:clients::");
    EXPECT_EQ(write(*hers, save("clients", c, 0, "\"type\":\"person\",\"name\":\"X\"")).fault, "duplicate:clients::");
}

TEST_F(ServerWrite, DoesARepeatedCallOnce)
{
    const QByteArray key = QCryptographicHash::hash(QByteArray::number(newId()), QCryptographicHash::Md5);
    EXPECT_EQ(write(*hers, QString(), key).rows, 0) << "not used yet, and not used up by asking";
    const Id c = id();
    const QString op = save("clients", c, 0, "\"type\":\"person\",\"name\":\"Once\"");
    const Written first = write(*hers, op, key), second = write(*hers, op, key), asked = write(*hers, QString(), key);
    EXPECT_FALSE(first.again);
    for (const Written &w : {second, asked}) {
        EXPECT_EQ(w.fault, "");
        EXPECT_TRUE(w.again);
        EXPECT_EQ(w.id, c);
        EXPECT_EQ(w.version, 1);
        EXPECT_EQ(w.change, first.change);
    }
    EXPECT_EQ(write(*his, op, key).fault.section(':', 0, 0), "denied") << "somebody else's key";
    const QByteArray failed = QCryptographicHash::hash(QByteArray::number(newId()), QCryptographicHash::Md5);
    EXPECT_EQ(write(*hers, save("clients", c, 7, "\"name\":\"X\""), failed).fault, "conflict:clients::");
    EXPECT_EQ(write(*hers, save("clients", c, 1, "\"name\":\"X\""), failed).fault, "")
        << "a refused call may come again";
}

TEST_F(ServerWrite, RefusesInWords)
{
    const Id c = client(*hers);
    const auto fault = [&](const QString &values, const QString &more = {}) {
        return write(*hers, save("clients", c, 1, values, more)).fault;
    };
    EXPECT_EQ(fault("\"nonsense\":1"), "invalid:clients:nonsense:unknown");
    EXPECT_EQ(fault("\"type\":\"alien\""), "invalid:clients:type:choice");
    EXPECT_EQ(fault("\"name\":{\"a\":1}"), "invalid:clients:name:type");
    EXPECT_EQ(fault("\"name\":[]"), "invalid:clients:name:type");
    EXPECT_EQ(fault("\"name\":null"), "required:clients:name:");
    EXPECT_EQ(fault("\"name\":\"\""), "required:clients:name:");
    EXPECT_EQ(fault("\"name\":\"" + QString(201, u'x') + "\""), "invalid:clients:name:length");
    EXPECT_EQ(fault("\"owner_id\":\"13'; DROP TABLE x; --\""), "invalid:clients:owner_id:type");
    EXPECT_EQ(fault("\"disable_online_payment\":7"), "invalid:clients:disable_online_payment:type");
    EXPECT_EQ(fault("\"primary_contact_id\":\"99\""), "reference:clients:primary_contact_id:");
    EXPECT_EQ(fault("\"name\":\"a\",\"name\":\"b\""), "invalid:clients::keys");
    EXPECT_EQ(fault("", ",\"zzz\":1"), "invalid:clients::keys");
    EXPECT_EQ(fault("", ",\"l\":{\"labels\":\"7\"}"), "invalid:clients:labels:type");
    EXPECT_EQ(fault("", ",\"l\":{\"nonsense\":[]}"), "invalid:clients::unknown");
    EXPECT_EQ(fault("", ",\"l\":{\"labels\":[\"7\"]}"), "reference:clients:labels:");
    EXPECT_EQ(fault("", ",\"lines\":{\"order_lines\":[]}"), "invalid:clients::lines");
    EXPECT_EQ(fault("", ",\"x\":{\"nothing\":1}"), "invalid:clients:nothing:unknown");
    EXPECT_EQ(fault("", ",\"v\":[]"), "invalid:clients::keys");
    EXPECT_EQ(stored("clients", "version", c), "1") << "none of it was written";
    for (const char *json :
         {"", "x", "{}", "[[1]]", "[1]", "[null]", "[{\"op\":\"save\"}]", "[{\"op\":\"steal\",\"e\":\"clients\"}]",
          "[{\"op\":\"save\",\"e\":\"no_such\",\"id\":\"1\",\"seen\":0}]",
          "[{\"op\":\"save\",\"e\":\"clients\",\"id\":\"x\",\"seen\":0}]",
          "[{\"op\":\"remove\",\"e\":\"clients\",\"ids\":\"1\"}]",
          "[{\"op\":\"save\",\"e\":\"order_lines\",\"id\":\"1\",\"seen\":0,\"v\":{}}]"}) {
        const QString kind = write(*hers, QString::fromLatin1(json)).fault.section(':', 0, 0);
        EXPECT_TRUE(kind == "invalid" || kind == "unsupported") << json << ' ' << qPrintable(kind);
    }
    EXPECT_EQ(write(*hers, QString(40, u'[') + QString(40, u']')).fault, "invalid:::json");
    const QString big = "[" + QString(5'000'000, u' ') +
                        "{\"op\":\"save\",\"e\":\"clients\",\"id\":\"1\",\"seen\":0,\"v\":{" +
                        QString("\"a\":1,").repeated(500'000) + "\"b\":1}}]";
    EXPECT_EQ(write(*hers, big).fault, "invalid:clients::keys");
    EXPECT_EQ(write(*hers, save("orders", id(), 0,
                                QStringLiteral("\"client_id\":\"%1\",\"order_date\":\"2026-02-30\"").arg(c)))
                  .fault,
              "invalid:orders:order_date:type");
    EXPECT_EQ(write(*hers,
                    save("orders", id(), 0,
                         QStringLiteral("\"client_id\":\"%1\",\"order_date\":\"2026-02-20\",\"discount_percent\":10001")
                             .arg(c)))
                  .fault,
              "invalid:orders:discount_percent:range");
    EXPECT_EQ(
        write(
            *hers,
            save("orders", id(), 0,
                 QStringLiteral(
                     "\"client_id\":\"%1\",\"order_date\":\"2026-02-20\",\"discount_percent\":\"9999999999999999999\"")
                     .arg(c)))
            .fault,
        "invalid:orders:discount_percent:type");
}

TEST_F(ServerWrite, LeavesNothingToReadInWarnings)
{
    const Id c = client(*hers, "Hidden name");
    EXPECT_EQ(write(*his, save("clients", c, 1, "\"name\":\"X\"")).fault, "notfound:clients::");
    Rows rows = his->run(QStringLiteral("SHOW WARNINGS"));
    while (rows.next())
        EXPECT_FALSE(rows.text(2).contains("Hidden")) << qPrintable(rows.text(2));
    EXPECT_EQ(write(*his, save("clients", c, 0, "\"type\":\"person\",\"name\":\"X\"")).fault, "duplicate:clients::");
}

TEST_F(ServerWrite, KeepsScopes)
{
    const Id c = client(*hers);
    EXPECT_EQ(write(*his, save("clients", c, 1, "\"name\":\"Mine\"")).fault, "notfound:clients::");
    EXPECT_EQ(write(*his, verb("remove", "clients", c)).fault, "notfound:clients::");
    EXPECT_EQ(write(*his, save("contacts", id(), 0, QStringLiteral("\"first_name\":\"A\",\"client_id\":\"%1\"").arg(c)))
                  .fault,
              "reference:contacts:client_id:");
    EXPECT_EQ(write(*hers, save("clients", c, 1, "\"owner_id\":\"13\"")).fault, "denied:clients:owner_id:");
    EXPECT_EQ(
        write(*hers, save("clients", id(), 0, "\"type\":\"person\",\"name\":\"For him\",\"owner_id\":\"13\"")).fault,
        "denied:clients::");
    EXPECT_EQ(write(*hers, save("users", anna, 1, "\"name\":\"Me\"")).fault, "denied:users::") << "administrators only";
    EXPECT_EQ(write(*hers, save("units", id(), 0, "\"name\":\"kg\"")).fault.section(':', 0, 1), "denied:units");
    EXPECT_EQ(
        write(*hers, save("notes", id(), 0,
                          QStringLiteral("\"title\":\"N\",\"parent_entity\":\"clients\",\"parent_id\":\"%1\"").arg(c)))
            .fault.section(':', 0, 1),
        "denied:notes");
    const Written moved = write(*admin, save("clients", c, 1, "\"owner_id\":\"13\""));
    EXPECT_EQ(moved.fault, "");
    EXPECT_EQ(moved.scope, boris);
    EXPECT_EQ(write(*hers, save("clients", c, 2, "\"name\":\"Back\"")).fault, "notfound:clients::");
    EXPECT_EQ(write(*his, save("clients", c, 2, "\"name\":\"Mine\"")).fault, "");
}

TEST_F(ServerWrite, MakesNodesOfLists)
{
    const Id c = id();
    EXPECT_EQ(
        write(*hers, save("clients", c, 0, "\"type\":\"person\",\"name\":\"Shared\"", ",\"l\":{\"managers\":[\"13\"]}"))
            .scope,
        c);
    EXPECT_EQ(
        office.one(QStringLiteral(
                       "SELECT GROUP_CONCAT(user_id ORDER BY user_id) FROM {data}.reach WHERE scope_id=%1 AND kind=1")
                       .arg(c)),
        "12,13");
    EXPECT_EQ(write(*his, save("clients", c, 1, "\"name\":\"His too\"")).fault, "");
    const Id note = id();
    EXPECT_EQ(
        write(*his, save("comments", note, 0,
                         QStringLiteral("\"text\":\"T\",\"parent_entity\":\"clients\",\"parent_id\":\"%1\"").arg(c)))
            .scope,
        c);
    EXPECT_EQ(write(*hers, save("clients", c, 2, "", ",\"l\":{\"managers\":[]}")).scope, anna);
    EXPECT_EQ(stored("comments", "scope_id", note), "12") << "children go along";
    EXPECT_EQ(office.one(QStringLiteral("SELECT COUNT(*) FROM {data}.reach WHERE scope_id=%1").arg(c)), "0");
    EXPECT_EQ(write(*his, save("clients", c, 3, "\"name\":\"Still?\"")).fault, "notfound:clients::");
}

TEST_F(ServerWrite, KeepsPrivateRowsAndOnesOwnWords)
{
    const Id todo = id();
    EXPECT_EQ(write(*hers, save("todo", todo, 0, "\"title\":\"Mine\"")).scope, anna);
    EXPECT_EQ(write(*admin, save("todo", todo, 1, "\"title\":\"Ours\"")).fault, "notfound:todo::");
    EXPECT_EQ(write(*admin, save("todo", id(), 0, "\"title\":\"For her\",\"owner_id\":\"12\"")).fault,
              "denied:todo:owner_id:");
    EXPECT_EQ(write(*hers, save("todo", todo, 1, "\"owner_id\":\"13\"")).fault, "denied:todo:owner_id:");
    const Id c = id(), said = id();
    write(*hers, save("clients", c, 0, "\"type\":\"person\",\"name\":\"S\"", ",\"l\":{\"managers\":[\"13\"]}"));
    const QString on = QStringLiteral(",\"parent_entity\":\"clients\",\"parent_id\":\"%1\"").arg(c);
    EXPECT_EQ(write(*hers, save("comments", said, 0, "\"text\":\"Said\"" + on)).fault, "");
    EXPECT_EQ(stored("comments", "author_id", said), "12");
    EXPECT_EQ(write(*hers, save("comments", id(), 0, "\"text\":\"Forged\",\"author_id\":\"13\"" + on)).fault,
              "denied:comments:author_id:");
    EXPECT_EQ(write(*his, save("comments", said, 1, "\"text\":\"Never said\"")).fault, "denied:comments::");
    EXPECT_EQ(write(*his, save("comments", said, 1, "\"author_id\":\"13\"")).fault, "denied:comments:author_id:");
    EXPECT_EQ(write(*his, verb("remove", "comments", said)).fault, "denied:comments::");
    EXPECT_EQ(write(*his, save("comments", said, 1, "\"pinned\":true")).fault, "") << "not the words";
    EXPECT_EQ(write(*hers, save("comments", said, 2, "\"text\":\"Said twice\"")).fault, "");
}

TEST_F(ServerWrite, KeepsClassesOfFields)
{
    const Id c = client(*admin), who = id();
    const QString of = QStringLiteral("\"client_id\":\"%1\"").arg(c);
    EXPECT_EQ(write(*admin, save("contacts", who, 0, of + ",\"first_name\":\"K\"")).fault, "");
    const auto becomes = [&](const char *level, const QString &contactId) {
        office.sql(QStringLiteral("UPDATE {data}.role_rights SET can_read='%1', can_create='%1', can_update='%1' WHERE "
                                  "id=22; UPDATE {data}.users SET contact_id=%2 WHERE id=%3; CALL "
                                  "{data}.follow_user(%3)")
                       .arg(QLatin1String(level), contactId)
                       .arg(contact));
    };
    becomes("all", QString::number(who));
    auto outside = office.session(contact);
    EXPECT_EQ(write(*outside, save("clients", c, 1, "\"note\":\"hm\"")).fault, "denied:clients:note:");
    EXPECT_EQ(
        write(*outside, save("clients", c, 1, "\"phone\":\"1234\"", ",\"s\":{\"internal\":\"x\",\"internal_w\":\"x\"}"))
            .fault,
        "denied:clients::");
    EXPECT_EQ(
        write(*outside, save("requests", id(), 0, of + ",\"subject\":\"R\",\"status\":\"new\",\"note\":null")).fault,
        "")
        << "what the declaration says anyway";
    EXPECT_EQ(write(*outside, save("clients", c, 1, "\"phone\":\"1234\"")).fault, "");
    EXPECT_EQ(write(*admin, save("clients", c, 2, "\"note\":\"secret\",\"name\":\"N\"")).fault, "");
    const auto seen = changes(*outside, "CALL history(?,?,?)", {"clients", c, 10});
    ASSERT_EQ(seen.size(), 3);
    EXPECT_EQ(seen[0].fields, "{\"name\":{\"o\":\"Vector\",\"n\":\"N\"}}");
    EXPECT_EQ(seen[0].internal, "");
    EXPECT_EQ(changes(*admin, "CALL history(?,?,?)", {"clients", c, 1}).value(0).internal,
              "{\"note\":{\"o\":null,\"n\":\"secret\"}}");
    becomes("own", "NULL");
    office.sql("UPDATE {data}.division_state SET divided=0"); // as the other tests know it
    EXPECT_EQ(write(*admin, save("users", contact, 1, "\"salary\":100,\"job_title\":\"J\"")).fault, "");
    const Change pay = changes(*admin, "CALL history(?,?,?)", {"users", contact, 1}).value(0);
    EXPECT_TRUE(pay.restricted.contains("salary") && pay.restricted.contains("personnel"))
        << qPrintable(pay.restricted);
    const Change his_view = changes(*his, "CALL history(?,?,?)", {"users", contact, 1}).value(0);
    EXPECT_TRUE(his_view.id == 0 || his_view.restricted.isEmpty());
}

TEST_F(ServerWrite, SavesLines)
{
    const Id c = client(*hers), o = id(), a = id(), b = id(), n = id();
    const auto line = [](Id id, int seen, const QString &v) {
        return QStringLiteral("{\"id\":\"%1\",\"seen\":%2,\"v\":{%3}}").arg(id).arg(seen).arg(v);
    };
    const QString lines = ",\"lines\":{\"order_lines\":[" +
                          line(a, 0, "\"title\":\"A\",\"quantity\":1000,\"position\":1") + "," +
                          line(b, 0, "\"title\":\"B\",\"position\":2") + "]}";
    const Written made =
        write(*hers,
              save("orders", o, 0, QStringLiteral("\"client_id\":\"%1\",\"order_date\":\"2026-11-25\"").arg(c), lines));
    EXPECT_EQ(made.fault, "");
    EXPECT_TRUE(made.number.startsWith("ORD-")) << qPrintable(made.number);
    EXPECT_EQ(office.one(QStringLiteral("SELECT GROUP_CONCAT(CONCAT(title,quantity,taxable,scope_id) ORDER BY "
                                        "position) FROM {data}.order_lines WHERE order_id=%1")
                             .arg(o)),
              "A1000112,B1000112");
    EXPECT_TRUE(office.one(QStringLiteral("SELECT text_all FROM {data}.orders__search WHERE id=%1").arg(o))
                    .endsWith(made.number.toLower()));
    const QString more = ",\"lines\":{\"order_lines\":[" + line(a, 1, "\"quantity\":1500") + "," +
                         line(n, 0, "\"title\":\"C\",\"position\":2") +
                         QStringLiteral("]},\"gone\":{\"order_lines\":[\"%1\"]}").arg(b);
    EXPECT_EQ(write(*hers, save("orders", o, 1, "\"note\":\"x\"", more)).version, 2);
    const QJsonObject fields =
        QJsonDocument::fromJson(changes(*hers, "CALL history(?,?,?)", {"orders", o, 1}).value(0).fields.toUtf8())
            .object();
    const QString at = QStringLiteral("order_lines/");
    EXPECT_EQ(fields[at + QString::number(a) + "/quantity"].toObject()["o"].toInt(), 1000);
    EXPECT_EQ(fields[at + QString::number(b)].toObject()["o"].toObject()["title"].toString(), "B");
    EXPECT_TRUE(fields[at + QString::number(b)].toObject()["n"].isNull());
    EXPECT_EQ(fields[at + QString::number(n)].toObject()["n"].toObject()["title"].toString(), "C");
    const auto fault = [&](const QString &l) {
        return write(*hers, save("orders", o, 2, "", ",\"lines\":{\"order_lines\":[" + l + "]}")).fault;
    };
    EXPECT_EQ(fault(line(a, 1, "\"quantity\":1")), "conflict:order_lines::");
    EXPECT_EQ(fault(line(a, 2, "\"quantity\":\"x\"")), QStringLiteral("invalid:order_lines:quantity:%1").arg(a));
    EXPECT_EQ(fault(line(a, 2, "\"order_id\":\"5\"")).section(':', 0, 1), "invalid:order_lines");
    EXPECT_EQ(fault("7").section(':', 0, 1), "invalid:order_lines");
    EXPECT_EQ(write(*hers, save("orders", o, 2, "\"number\":\"ORD-9\"")).fault, "denied:orders:number:");
    EXPECT_EQ(write(*hers, verb("remove", "orders", o)).fault, "denied:orders::") << "the role may not delete orders";
}

TEST_F(ServerWrite, SavesCustomFieldsByKey)
{
    const auto define = [&](const QString &key, const QString &kind, const QString &more) {
        EXPECT_EQ(
            write(*admin, save("custom_fields", id(), 0,
                               QStringLiteral("\"label\":\"L\",\"entity\":\"leads\",\"key\":\"%1\",\"kind\":\"%2\",%3")
                                   .arg(key, kind, more)))
                .fault,
            "");
    };
    const qint64 access = office.one("SELECT access_version FROM {data}.feed_head").toLongLong();
    define("cf_text", "text", "\"class\":\"all\"");
    define("cf_number", "integer", "\"class\":\"internal\"");
    define("cf_pay", "money", "\"class\":\"restricted\",\"right\":\"personnel\"");
    define("cf_choice", "choice", "\"class\":\"all\",\"choices\":\"red=Red\\nblue\"");
    define("cf_tags", "choices", "\"class\":\"all\",\"choices\":\"red=Red\\nblue;c\\\"d\"");
    define("cf_time", "time", "\"class\":\"all\"");
    EXPECT_EQ(office.one("SELECT access_version FROM {data}.feed_head").toLongLong(), access + 6);
    const Id l = id();
    EXPECT_EQ(write(*hers, save("leads", l, 0, "\"type\":\"person\",\"name\":\"L\"",
                                ",\"x\":{\"cf_text\":\"a\\\"b\",\"cf_number\":5,\"cf_choice\":\"blue\"}"))
                  .fault,
              "");
    EXPECT_EQ(stored("leads", "JSON_VALUE(extra,'$.cf_text')", l), "a\"b");
    EXPECT_EQ(stored("leads", "extra_internal", l), "{\"cf_number\": 5}");
    const auto fault = [&](const QString &x) {
        return write(*hers, save("leads", l, 1, "", ",\"x\":{" + x + "}")).fault;
    };
    EXPECT_EQ(fault("\"cf_pay\":5"), "denied:leads:cf_pay:");
    EXPECT_EQ(fault("\"cf_number\":\"x\""), "invalid:leads:cf_number:type");
    EXPECT_EQ(fault("\"cf_number\":\"007\""), "invalid:leads:cf_number:type") << "no number in JSON";
    EXPECT_EQ(fault("\"cf_choice\":\"green\""), "invalid:leads:cf_choice:type");
    EXPECT_EQ(fault("\"cf_text\":[1]"), "invalid:leads:cf_text:type");
    for (const char *bad : {"\"green\"", "\"red;blue\"", "\"red;red\"", "\"blue;\"", "\" blue\"", "\";\"", "7",
                            "[\"blue\"]", "\"blue;green\""})
        EXPECT_EQ(fault(QStringLiteral("\"cf_tags\":") + bad), "invalid:leads:cf_tags:type") << bad;
    for (const char *bad : {"\"9:30\"", "\"24:00\"", "\"09:30:00\"", "930", "\"09:30\\n\""})
        EXPECT_EQ(fault(QStringLiteral("\"cf_time\":") + bad), "invalid:leads:cf_time:type") << bad;
    EXPECT_EQ(fault("\"cf_text\":null,\"cf_choice\":\"red\",\"cf_tags\":\"blue;c\\\"d;red\",\"cf_time\":\"09:30\""),
              "");
    EXPECT_EQ(stored("leads", "JSON_VALUE(extra,'$.cf_tags')", l), "blue;c\"d;red");
    EXPECT_EQ(stored("leads", "JSON_VALUE(extra,'$.cf_time')", l), "09:30");
    EXPECT_EQ(stored("leads", "JSON_EXISTS(extra,'$.cf_text')", l), "0");
    EXPECT_EQ(stored("leads", "JSON_VALUE(extra,'$.cf_choice')", l), "red");
    EXPECT_EQ(write(*admin, save("leads", l, 2, "", ",\"x\":{\"cf_pay\":700}")).fault, "");
    EXPECT_EQ(changes(*hers, "CALL history(?,?,?)", {"leads", l, 1}).value(0).restricted, "");
    EXPECT_EQ(
        QJsonDocument::fromJson(changes(*admin, "CALL history(?,?,?)", {"leads", l, 1}).value(0).restricted.toUtf8())
            .object()["personnel"]
            .toObject()["cf_pay"]
            .toObject()["n"]
            .toInt(),
        700);
}
