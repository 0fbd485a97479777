#include "tests/support/office_shelf.h"
#include "core/model/error.h"
#include "core/store/stored_documents.h"
#include <stdexcept>

namespace crm::test {

namespace {
/// Where the server has kept which views it has granted to which role: it stays as true as the grants do.
const QString grants = QStringLiteral("role_grants");

QString table(const QString &office, const QString &name)
{
    return quoted(office + QStringLiteral("_data")) + u'.' + quoted(name);
}
} // namespace

OfficeShelf::OfficeShelf(MariaDbServer &server)
    : m_server(server)
{
    ServerAddress local;
    local.socket = server.socketPath();
    ServerOptions options;
    options.selectDatabase = false;
    m_root = Database::openServer(local, QStringLiteral("root"), server.rootPassword(), options);
    m_root->exec(QStringLiteral("CREATE DATABASE IF NOT EXISTS office_shelf"));
    m_root->exec(QStringLiteral(
        "CREATE TABLE IF NOT EXISTS office_shelf.offices (name VARCHAR(64) PRIMARY KEY, renewal LONGTEXT)"));
}

QStringList OfficeShelf::column(const QString &sql, const QVariantList &values)
{
    QStringList out;
    Rows rows = m_root->run(sql, values);
    while (rows.next())
        out << rows.text(0);
    return out;
}

bool OfficeShelf::lock(const QString &name)
{
    return m_root->scalar(QStringLiteral("SELECT GET_LOCK(?,0)"), {name}).toInt() == 1;
}

QString OfficeShelf::take()
{
    for (const QString &name : column(QStringLiteral("SELECT name FROM office_shelf.offices"))) {
        if (lock(name))
            return name;
    }
    return {};
}

/// The statements that put the rows back. Tables that are empty at first are emptied.
QString OfficeShelf::renewal(const QString &name)
{
    const QString data = name + QStringLiteral("_data");
    QString sql = QStringLiteral("SET foreign_key_checks=0; START TRANSACTION;");
    int copies = 0;
    const QStringList tables =
        column(QStringLiteral(
                   "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA=? AND TABLE_TYPE='BASE TABLE'"),
               {data});
    for (const QString &t : tables) {
        if (t == grants)
            continue;
        sql += QStringLiteral("DELETE FROM %1;").arg(table(name, t));
        if (m_root->scalar(QStringLiteral("SELECT count(*) FROM ") + table(name, t)).toLongLong() == 0)
            continue;
        const QString kept = QStringLiteral("office_shelf.`%1__%2`").arg(name).arg(++copies);
        QStringList columns;
        for (const QString &c :
             column(QStringLiteral("SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE "
                                   "TABLE_SCHEMA=? AND TABLE_NAME=? AND GENERATION_EXPRESSION IS NULL"),
                    {data, t}))
            columns << quoted(c);
        m_root->exec(
            QStringLiteral("CREATE TABLE %1 AS SELECT %2 FROM %3").arg(kept, columns.join(u','), table(name, t)));
        sql += QStringLiteral("INSERT INTO %1 (%2) SELECT * FROM %3;").arg(table(name, t), columns.join(u','), kept);
    }
    return sql;
}

std::unique_ptr<Database> OfficeShelf::add(const QString &name)
{
    lock(name);
    m_root->exec(QStringLiteral("DELETE FROM ") + table(name, QStringLiteral("sessions")));
    m_root->run(QStringLiteral("INSERT INTO office_shelf.offices VALUES (?,?)"), {name, renewal(name)});
    return lease();
}

void OfficeShelf::renew(const QString &name, const QString &verifier)
{
    // Whoever has not gone yet (a process that was killed, say), then the accounts.
    for (const QString &id : column(QStringLiteral("SELECT ID FROM information_schema.PROCESSLIST WHERE DB=? AND "
                                                   "ID<>CONNECTION_ID() AND COMMAND<>'Daemon'"),
                                    {name})) {
        try {
            m_root->exec(QStringLiteral("KILL CONNECTION ") + id);
        } catch (const Error &) {
            // gone by itself
        }
    }
    const QString like = QString(name).replace(u'_', QStringLiteral("\\_")) + QStringLiteral("\\_role\\_%");
    QString sql;
    for (const QString &account :
         column(QStringLiteral(
                    "SELECT User FROM mysql.user WHERE default_role LIKE ? OR default_role=? UNION SELECT made FROM %1 "
                    "WHERE made IS NOT NULL")
                    .arg(table(name, QStringLiteral("people"))),
                {like, name + QStringLiteral("_looker")})) // who saw as somebody
        sql += QStringLiteral("DROP USER IF EXISTS %1@`%`;").arg(quoted(account));
    sql += m_root->scalar(QStringLiteral("SELECT renewal FROM office_shelf.offices WHERE name=?"), {name}).toString();
    sql += QStringLiteral("UPDATE %1 SET made=NULL,made_role=NULL;").arg(table(name, QStringLiteral("people")));
    sql += QStringLiteral("COMMIT;");
    // The office's own watch (an event) may be at the same rows just then, and one of the two gives way.
    for (int tried = 1;; ++tried) {
        try {
            m_server.sql(sql);
            break;
        } catch (const std::runtime_error &) {
            if (tried == 3)
                throw;
        }
    }
    for (const QString &role :
         column(QStringLiteral("SELECT DISTINCT role_id FROM %1 WHERE role_id NOT IN (SELECT id FROM %2)")
                    .arg(table(name, grants), table(name, QStringLiteral("roles"))))) {
        m_root->exec(QStringLiteral("DROP ROLE IF EXISTS ") + quoted(name + QStringLiteral("_role_") + role));
        m_root->run(QStringLiteral("DELETE FROM %1 WHERE role_id=?").arg(table(name, grants)), {role});
    }
    m_root->run(QStringLiteral("CALL %1((SELECT MIN(user_id) FROM %2),?)")
                    .arg(table(name, QStringLiteral("account_make")), table(name, QStringLiteral("people"))),
                {verifier});
}

} // namespace crm::test
