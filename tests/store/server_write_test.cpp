// Writing on a real MariaDB through people's own accounts: what the procedures do, refuse, number and log.
#include "core/access/ed25519_verifier.h"
#include "core/model/error.h"
#include "core/modules/modules.h"
#include "core/store/schema.h"
#include "core/store/server/server_schema.h"
#include "core/store/server/server_text.h"
#include "tests/support/mariadb_server.h"
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QThread>
#include <atomic>
#include <gtest/gtest.h>
#include <mutex>
#include <thread>

using namespace crm;
using namespace crm::test;

namespace {
const QString secret = QStringLiteral("secret-1");
constexpr Id boss = 11, anna = 12, boris = 13, contact = 14;

const Registry &registry()
{
    static const Registry *known = [] {
        auto *r = new Registry;
        modules::declareAll(*r);
        r->seal();
        return r;
    }();
    return *known;
}

/// An office with an administrator, two who see their own (in one team of their own each) and a client's contact.
class Office
{
public:
    Office()
        : m_server(MariaDbServer::shared())
        , m_names(MariaDbServer::uniqueName("w"))
    {
        run(setupStatements(m_names, {mariadbVerifier(secret), mariadbVerifier(secret), true}));
        run(createStatements(registry(), m_names));
        sql("INSERT INTO {data}.roles (id,name,name__f,is_admin,is_staff) VALUES (1,'A','a',1,1),(2,'S','s',0,1),"
            "(3,'C','c',0,0)");
        sql("INSERT INTO {data}.role_rights (id,role_id,entity,can_read,can_create,can_update,can_delete,can_export) "
            "VALUES "
            "(21,2,'*','own','own','own','own','own'),(22,3,'*','own','own','own','none','none'),"
            "(23,2,'orders','own','own','own','none','own'),(24,2,'notes','none','none','none','none','none')");
        for (const auto &[id, name, role] : {std::tuple(boss, "boss", 1), std::tuple(anna, "anna", 2),
                                             std::tuple(boris, "boris", 2), std::tuple(contact, "contact", 3)}) {
            const QString login = m_names.database() + QLatin1Char('x') + QLatin1String(name); // not reserved
            sql(QStringLiteral("INSERT INTO {data}.users (id,name,name__f,login,login__f,role_id,active) VALUES "
                               "(%1,'%2','%2','%3','%3',%4,1)")
                    .arg(id)
                    .arg(QLatin1String(name), login)
                    .arg(role));
            sql(QStringLiteral("CALL {data}.follow_user(%1)").arg(id));
            sql(QStringLiteral("CALL {data}.account_make(%1,'%2')").arg(id).arg(mariadbVerifier(secret)));
        }
    }
    ~Office()
    {
        const auto accounts = sql("SELECT made FROM {data}.people WHERE made IS NOT NULL");
        for (const QStringList &row : accounts)
            m_server.sql(QStringLiteral("DROP USER IF EXISTS `%1`@`%`").arg(row[0]));
        const auto roles =
            m_server.sql(QStringLiteral("SELECT User FROM mysql.user WHERE is_role='Y' AND User LIKE '%1\\_%'")
                             .arg(m_names.database()));
        for (const QStringList &row : roles)
            m_server.sql(QStringLiteral("DROP ROLE `%1`").arg(row[0]));
        run({QStringLiteral("DROP USER %1,%2,`%3`@`%`,`%4`@`%`")
                 .arg(m_names.definer(), m_names.keeper(), m_names.owner(), m_names.service()),
             QStringLiteral("DROP DATABASE `%1`").arg(m_names.database()),
             QStringLiteral("DROP DATABASE `%1`").arg(m_names.data())});
    }
    static Office &shared()
    {
        static Office *office = new Office;
        static const bool goes = std::atexit([] { delete office; }) == 0;
        Q_UNUSED(goes)
        return *office;
    }
    void run(const QStringList &statements) const { m_server.sql(statements.join(QStringLiteral(";\n"))); }
    QList<QStringList> sql(const QString &text) const
    {
        const std::lock_guard lock(m_one); // the server's own connection is for one thread at a time
        return m_server.sql(filled(m_names, text));
    }
    QString one(const QString &text) const { return sql(text).value(0).value(0); }

    std::unique_ptr<Database> session(Id user) const
    {
        ServerAddress address;
        address.host = QStringLiteral("127.0.0.1");
        address.port = m_server.port();
        address.database = m_names.database();
        address.caFile = m_server.caFile();
        auto db = Database::openServer(
            address, one(QStringLiteral("SELECT made FROM {data}.people WHERE user_id=%1").arg(user)), secret);
        db->call(QStringLiteral("CALL session_start(?,?)"), {QStringLiteral("test"), schemaVersion},
                 [](int, Rows &) {});
        return db;
    }

private:
    MariaDbServer &m_server;
    ServerNames m_names;
    mutable std::mutex m_one;
};

struct Written
{
    QString fault; ///< "conflict:clients::"; empty: none
    QString entity, number;
    Id id = 0;
    qint64 version = 0, scope = 0, change = 0;
    bool again = false;
    int rows = 0;
};

QString faultOf(const std::function<void()> &fn)
{
    try {
        fn();
    } catch (const Error &e) {
        const QString all = e.sentence() + u' ' + e.details();
        const auto at = all.indexOf(QStringLiteral("MCRM:"));
        return at < 0 ? all : all.mid(at + 5).section(QRegularExpression("[\\s'\"]"), 0, 0);
    }
    return {};
}

Written write(Database &db, const QString &ops, const QByteArray &key = {}, Id batch = 0)
{
    Written w;
    w.fault = faultOf([&] {
        Rows rows = db.run(QStringLiteral("CALL `write`(?,?,?)"),
                           {key.isEmpty() ? QVariant() : QVariant(key), batch ? QVariant(batch) : QVariant(), ops});
        while (rows.next()) {
            ++w.rows;
            w.entity = rows.text(0);
            w.id = rows.integer(1);
            w.version = rows.integer(2);
            w.scope = rows.integer(3);
            w.number = rows.text(4);
            w.change = rows.integer(6);
            w.again = rows.integer(7) == 1;
        }
    });
    return w;
}

/// [{"op":"save",...}] with the rest as it stands in JSON.
QString save(const QString &entity, Id id, qint64 seen, const QString &values, const QString &more = {})
{
    return QStringLiteral("[{\"op\":\"save\",\"e\":\"%1\",\"id\":\"%2\",\"seen\":%3,\"v\":{%4}%5}]")
        .arg(entity)
        .arg(id)
        .arg(seen)
        .arg(values, more);
}
QString verb(const QString &op, const QString &entity, Id id)
{
    return QStringLiteral("[{\"op\":\"%1\",\"e\":\"%2\",\"ids\":[\"%3\"]}]").arg(op, entity).arg(id);
}

struct Change
{
    qint64 n = 0;
    QString entity, fields, internal, restricted;
    Id id = 0;
    int op = 0;
    bool gone = false;
};
QList<Change> changes(Database &db, const QString &call, const QVariantList &values)
{
    QList<Change> out;
    Rows rows = db.run(call, values);
    while (rows.next())
        out << Change{rows.integer(0), rows.text(4),    rows.text(7),         rows.text(8),
                      rows.text(9),    rows.integer(5), int(rows.integer(6)), rows.integer(11) == 1};
    return out;
}

class ServerWrite : public testing::Test
{
protected:
    Office &office = Office::shared();
    std::unique_ptr<Database> admin = office.session(boss), hers = office.session(anna), his = office.session(boris);

    Id id() const { return newId(); }
    Id client(Database &db, const QString &name = QStringLiteral("Vector"))
    {
        const Id made = id();
        EXPECT_EQ(
            write(db, save("clients", made, 0, QStringLiteral("\"type\":\"organisation\",\"name\":\"%1\"").arg(name)))
                .fault,
            "");
        return made;
    }
    qint64 head() { return office.one("SELECT head FROM {data}.feed_head").toLongLong(); }
    QString stored(const QString &entity, const QString &column, Id id)
    {
        return office.one(QStringLiteral("SELECT %2 FROM {data}.%1 WHERE id=%3").arg(entity, column).arg(id));
    }
};
} // namespace

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
    auto outside = office.session(contact);
    const Id c = client(*outside);
    EXPECT_EQ(write(*outside, save("clients", c, 1, "\"note\":\"hm\"")).fault, "denied:clients:note:");
    EXPECT_EQ(
        write(*outside, save("clients", c, 1, "\"phone\":\"1234\"", ",\"s\":{\"internal\":\"x\",\"internal_w\":\"x\"}"))
            .fault,
        "denied:clients::");
    EXPECT_EQ(write(*outside, save("clients", id(), 0,
                                   "\"type\":\"person\",\"name\":\"X\",\"note\":null,\"disable_online_payment\":false"))
                  .fault,
              "")
        << "what the declaration says anyway";
    EXPECT_EQ(write(*admin, save("clients", c, 1, "\"note\":\"secret\",\"name\":\"N\"")).fault, "");
    const auto seen = changes(*outside, "CALL history(?,?,?)", {"clients", c, 10});
    ASSERT_EQ(seen.size(), 2);
    EXPECT_EQ(seen[0].fields, "{\"name\":{\"o\":\"Vector\",\"n\":\"N\"}}");
    EXPECT_EQ(seen[0].internal, "");
    EXPECT_EQ(changes(*admin, "CALL history(?,?,?)", {"clients", c, 1}).value(0).internal,
              "{\"note\":{\"o\":null,\"n\":\"secret\"}}");
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
    EXPECT_EQ(fault(line(a, 2, "\"quantity\":null")), QStringLiteral("required:order_lines:quantity:%1").arg(a));
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
    EXPECT_EQ(office.one("SELECT access_version FROM {data}.feed_head").toLongLong(), access + 4);
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
    EXPECT_EQ(fault("\"cf_choice\":\"green\""), "invalid:leads:cf_choice:type");
    EXPECT_EQ(fault("\"cf_text\":[1]"), "invalid:leads:cf_text:type");
    EXPECT_EQ(fault("\"cf_text\":null,\"cf_choice\":\"red\""), "");
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

TEST_F(ServerWrite, LocksWhatIsConverted)
{
    const Id c = client(*hers), l = id();
    EXPECT_EQ(write(*hers, save("leads", l, 0, "\"type\":\"person\",\"name\":\"L\"")).fault, "");
    EXPECT_EQ(write(*hers, save("leads", l, 1, QStringLiteral("\"client_id\":\"%1\"").arg(c))).fault, "");
    EXPECT_EQ(write(*hers, save("leads", l, 2, "\"name\":\"M\"")).fault, "locked:leads::");
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
    hers->run(QStringLiteral("CALL present(?,?,?)"), {"clients", c, 1});
    EXPECT_EQ(his->scalar(QStringLiteral("CALL presence(?,?)"), {"clients", c}).toLongLong(), anna);
    EXPECT_FALSE(hers->scalar(QStringLiteral("CALL presence(?,?)"), {"clients", c}).isValid()) << "not oneself";
    hers->run(QStringLiteral("CALL present(?,?,?)"), {"clients", c, 0});
    EXPECT_FALSE(his->scalar(QStringLiteral("CALL presence(?,?)"), {"clients", c}).isValid());
}

TEST_F(ServerWrite, FindsByTrigrams)
{
    const Id c = id();
    const QString w = QStringLiteral("_qz qzx zxv");
    write(*hers, save("clients", c, 0, "\"type\":\"person\",\"name\":\"qzxv\"",
                      ",\"s\":{\"all\":\" qzxv\",\"all_w\":\"" + w + "\"}"));
    EXPECT_EQ(hers->scalar(QStringLiteral("CALL search_ids(?,?,?)"), {"clients", "+qzx +zxv", 10}).toLongLong(), c);
    EXPECT_FALSE(his->scalar(QStringLiteral("CALL search_ids(?,?,?)"), {"clients", "+qzx +zxv", 10}).isValid());
    EXPECT_EQ(faultOf([&] {
                  hers->run(QStringLiteral("CALL search_ids(?,?,?)"), {"clients", "+(((", 10});
              }).section(':', 0, 0),
              "invalid");
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
