#include "core/store/server/server_bootstrap.h"
#include "core/access/ed25519_verifier.h"
#include "core/model/error.h"
#include "core/store/server/server_store.h"
#include "core/store/server/server_text.h"

namespace crm {

namespace {
QString account(const QString &name) { return u'`' + name + QStringLiteral("`@`%`"); }
} // namespace

// An account of its own, because a repository signs in anew whenever rights have changed.
Bootstrap::Bootstrap(const MariaDbAdministrator &root, const Registry &registry, const ServerNames &names)
    : m_names(names)
    , m_login(names.database() + QStringLiteral("_setup"))
    , m_account(accountName(m_login, names))
    , m_id(newId())
    , m_root(openAdministrator(root))
{
    goOut(); // what an interruption may have left
    const QString password = madePassword();
    try {
        comeIn(password);
        ServerAddress address = root.address;
        address.database = names.database();
        m_repository = openServer(address, m_login, password, registry);
    } catch (...) {
        goOut();
        throw;
    }
}

Bootstrap::~Bootstrap()
{
    m_repository.reset();
    try {
        goOut();
    } catch (const Error &error) {
        qWarning("%s", qPrintable(error.details())); // the next one clears away
    }
}

void Bootstrap::comeIn(const QString &password)
{
    const QString who = account(m_account);
    m_root->exec(QStringLiteral("CREATE USER %1 IDENTIFIED VIA ed25519 USING %2")
                     .arg(who, sqlLiteral(mariadbVerifier(password))));
    m_root->exec(QStringLiteral("GRANT SELECT, EXECUTE ON `%1`.* TO %2").arg(m_names.database(), who));
    m_root->run(QStringLiteral("INSERT INTO %1 (user_id,account,made,login,name,is_admin,is_staff,active) "
                               "VALUES (?,?,?,?,'system',1,1,1)")
                    .arg(m_names.table("people")),
                {m_id, m_account, m_account, m_login});
    // Private rows (scope kind 4) are nobody else's; all others are open at every level.
    for (const char *rows : {"SELECT ?,name,'',3,3,3,3,3 FROM {data}.entities WHERE scope_kind<>4",
                             "SELECT ?,name,'',1,1,1,1,1 FROM {data}.entities WHERE scope_kind=4",
                             "SELECT ?,child,parent,3,3,3,3,3 FROM {data}.entity_parents"}) {
        m_root->run(filled(m_names, QStringLiteral("INSERT IGNORE INTO {data}.levels (user_id,entity,parent,can_read,"
                                                   "can_create,can_update,can_delete,can_export) ") +
                                        QLatin1String(rows)),
                    {m_id});
    }
}

void Bootstrap::goOut()
{
    m_root->exec(QStringLiteral("DROP USER IF EXISTS %1").arg(account(m_account)));
    for (const char *table : {"levels", "sessions", "held_rights", "reach", "node_members"}) {
        m_root->run(filled(m_names, QStringLiteral("DELETE FROM {data}.%1 WHERE user_id IN (SELECT user_id FROM "
                                                   "{data}.people WHERE login=?)")
                                        .arg(QLatin1String(table))),
                    {m_login});
    }
    m_root->run(filled(m_names, QStringLiteral("DELETE FROM {data}.people WHERE login=?")), {m_login});
}

} // namespace crm
