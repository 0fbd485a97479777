// An office on a real MariaDB, written to by the procedures that the declarations make, through the accounts of people.
#pragma once
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

namespace crm::test::server_write {
inline const QString secret = QStringLiteral("secret-1");
constexpr Id boss = 11, anna = 12, boris = 13, contact = 14;

inline const Registry &registry()
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

inline QString faultOf(const std::function<void()> &fn)
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

inline Written write(Database &db, const QString &ops, const QByteArray &key = {}, Id batch = 0)
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
inline QString save(const QString &entity, Id id, qint64 seen, const QString &values, const QString &more = {})
{
    return QStringLiteral("[{\"op\":\"save\",\"e\":\"%1\",\"id\":\"%2\",\"seen\":%3,\"v\":{%4}%5}]")
        .arg(entity)
        .arg(id)
        .arg(seen)
        .arg(values, more);
}
inline QString verb(const QString &op, const QString &entity, Id id)
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
inline QList<Change> changes(Database &db, const QString &call, const QVariantList &values)
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
} // namespace crm::test::server_write
