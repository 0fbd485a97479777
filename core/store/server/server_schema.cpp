#include "core/store/server/server_schema.h"
#include "core/store/schema.h"
#include "core/store/server/office_access.h"
#include "core/store/server/server_accounts.h"
#include "core/store/server/server_divisions.h"
#include "core/store/server/server_feed.h"
#include "core/store/server/server_kept.h"
#include "core/store/server/server_leases.h"
#include "core/store/server/server_people.h"
#include "core/store/server/server_see_as.h"
#include "core/store/server/server_text.h"
#include "core/store/server/server_views.h"
#include "core/store/server/server_write.h"
#include "core/store/stored_documents.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>

namespace crm {

namespace {
QString account(const QString &name, const QString &host) { return quoted(name) + u'@' + quoted(host); }

QString metaRow(const ServerNames &names, const QString &key, const QString &value, bool keep)
{
    return QStringLiteral("INSERT INTO %1 (`key`,value) VALUES ('%2',%3) ON DUPLICATE KEY UPDATE value=%4")
        .arg(names.table("meta"), key, sqlLiteral(value),
             keep ? QStringLiteral("value") : QStringLiteral("VALUES(value)"));
}

QStringList tableStatements(const Registry &registry, const ServerNames &names)
{
    const QList<ServerTable> tables = serverTables(registry, names);
    QStringList out;
    for (const ServerTable &t : tables)
        out << createTableSql(names, t);
    return out;
}

QStringList referenceStatements(const Registry &registry, const ServerNames &names)
{
    QStringList out;
    for (const ServerTable &t : serverTables(registry, names)) {
        for (const ServerPart &r : t.references)
            out << QStringLiteral("ALTER TABLE %1 DROP FOREIGN KEY IF EXISTS %2")
                       .arg(names.table(t.name), quoted(r.name));
        if (const QString sql = referencesSql(names, t); !sql.isEmpty())
            out << sql;
    }
    return out;
}

QString checksOf(const ServerTable &t)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const ServerPart &c : t.checks)
        hash.addData((c.name + u':' + c.sql + u'\n').toUtf8());
    return QString::fromLatin1(hash.result().toHex());
}

QString searchedKey(const Entity &entity) { return QStringLiteral("search:") + entity.key(); }

QString checksKey(const ServerTable &t) { return QStringLiteral("checks:") + t.name; }

QStringList metaStatements(const Registry &registry, const ServerNames &names)
{
    QStringList out{metaRow(names, "fingerprint", serverFingerprint(registry, names), false)};
    for (const auto &e : registry.entities()) {
        if (isSearched(*e))
            out << metaRow(names, searchedKey(*e), searchedFields(*e), false);
    }
    for (const ServerTable &t : serverTables(registry, names)) {
        if (!t.checks.isEmpty())
            out << metaRow(names, checksKey(t), checksOf(t), false);
    }
    return out;
}

QString part(const char *kind, const QString &table, const QString &name)
{
    return QLatin1String(kind) + u'/' + table + u'/' + name;
}

/// Of a text: how much it holds; 0: no text.
qint64 roomOf(const QString &type)
{
    static const QRegularExpression varchar(QStringLiteral("^varchar\\((\\d+)\\)"),
                                            QRegularExpression::CaseInsensitiveOption);
    if (const auto match = varchar.match(type); match.hasMatch())
        return match.captured(1).toLongLong();
    static const QHash<QString, qint64> rooms = {{"text", 1 << 16}, {"mediumtext", 1 << 24}, {"longtext", 1ll << 32}};
    return rooms.value(type.toLower());
}

/// A text of a newer declaration may hold more, or has left the row because the table has got long.
bool isLonger(const QString &declared, const QString &stored)
{
    const qint64 now = roomOf(stored);
    return now > 0 && roomOf(declared) > now;
}

/// What an existing table lacks, as one ALTER; empty: nothing.
QString alterSql(const ServerNames &names, const ServerTable &t, const ServerState &state)
{
    QStringList changes;
    for (const ServerPart &c : t.columns) {
        if (!state.parts.contains(part("column", t.name, c.name)))
            changes << QStringLiteral("ADD COLUMN IF NOT EXISTS ") + c.sql;
        else if (isLonger(c.sql.section(u' ', 1, 1), state.types.value(t.name + u'/' + c.name)))
            changes << QStringLiteral("MODIFY COLUMN ") + c.sql;
    }
    for (const ServerPart &k : t.keys) {
        if (!state.parts.contains(part("key", t.name, k.name)))
            changes << QStringLiteral("ADD ") + k.sql;
    }
    // Rows that a newer check would refuse stay as they are: an upgrade must not fail because of them.
    if (!t.checks.isEmpty() && state.meta.value(checksKey(t)) != checksOf(t)) {
        for (const ServerPart &c : t.checks)
            changes << QStringLiteral("DROP CONSTRAINT IF EXISTS %1").arg(quoted(c.name));
        for (const ServerPart &c : t.checks)
            changes << QStringLiteral("ADD CONSTRAINT %1 CHECK (%2)").arg(quoted(c.name), c.sql);
    }
    return changes.isEmpty() ? QString()
                             : QStringLiteral("ALTER TABLE %1 %2").arg(names.table(t.name), changes.join(u','));
}

} // namespace

QStringList missingStatements(const Registry &registry, const ServerNames &names, const ServerState &state)
{
    QStringList tables;
    QStringList references;
    for (const ServerTable &t : serverTables(registry, names)) {
        const bool isThere = state.parts.contains(part("column", t.name, t.columns.first().name));
        const QString sql = isThere ? alterSql(names, t, state) : createTableSql(names, t);
        if (!sql.isEmpty())
            tables << sql;
        for (const ServerPart &r : t.references) {
            if (!state.parts.contains(part("reference", t.name, r.name)))
                references << QStringLiteral("ALTER TABLE %1 ADD CONSTRAINT %2 %3")
                                  .arg(names.table(t.name), quoted(r.name), r.sql);
        }
    }
    return tables + references;
}

namespace {
const QStringList publicProcedures = {"session_start",  "account_password", "account_create", "account_lock",
                                      "account_sync",   "connections",      "connection_end", "refused",
                                      "account_states", "address_list",     "address_add",    "address_remove",
                                      "cancel_own",     "who_sees"};
} // namespace

QString searchedFields(const Entity &entity)
{
    QStringList out;
    for (const Field &f : entity.fieldList()) {
        if (f.isSearchable() && f.fieldClass() != FieldClass::Restricted)
            out << (f.fieldClass() == FieldClass::Internal ? QStringLiteral("internal:") : QString()) + f.key();
    }
    return out.join(u',');
}

QStringList sessionSettings()
{
    return {QStringLiteral("SET NAMES utf8mb4 COLLATE utf8mb4_unicode_520_ci"),
            QStringLiteral("SET SESSION sql_mode='STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,"
                           "NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION,NO_AUTO_CREATE_USER,NO_UNSIGNED_SUBTRACTION'"),
            QStringLiteral("SET SESSION lock_wait_timeout=2, time_zone='+00:00', foreign_key_checks=1")};
}

QStringList setupStatements(const ServerNames &names, const ServerAccounts &accounts)
{
    const QString data = quoted(names.data()) + QStringLiteral(".*");
    const QString db = quoted(names.database()) + QStringLiteral(".*");
    const QString person = quoted(names.personRole());
    const QString owner = account(names.owner(), "%");
    const QString service = account(names.service(), "%");
    const QString ssl = accounts.requireSsl ? QStringLiteral("SSL") : QStringLiteral("NONE");
    QStringList out = sessionSettings();
    for (const QString &schema : {names.data(), names.database()})
        out << QStringLiteral("CREATE DATABASE IF NOT EXISTS %1 CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci")
                   .arg(quoted(schema));
    for (const QString &locked : {names.definer(), names.keeper()}) {
        out << QStringLiteral(
                   "CREATE USER IF NOT EXISTS %1 IDENTIFIED VIA mysql_native_password USING 'invalid' ACCOUNT LOCK")
                   .arg(locked)
            << QStringLiteral("ALTER USER %1 ACCOUNT LOCK").arg(locked);
    }
    for (const auto &[name, verifier] :
         {qMakePair(owner, accounts.ownerVerifier), qMakePair(service, accounts.serviceVerifier)}) {
        if (verifier.isEmpty()) { // the account is there and keeps its password
            out << QStringLiteral("ALTER USER %1 REQUIRE %2").arg(name, ssl);
            continue;
        }
        out << QStringLiteral("CREATE USER IF NOT EXISTS %1 IDENTIFIED VIA ed25519 USING %2")
                   .arg(name, sqlLiteral(verifier))
            << QStringLiteral("ALTER USER %1 IDENTIFIED VIA ed25519 USING %2 REQUIRE %3")
                   .arg(name, sqlLiteral(verifier), ssl);
    }
    out << QStringLiteral("CREATE ROLE IF NOT EXISTS %1").arg(person);
    const auto grant = [&](const QString &what, const QString &on, const QString &to, const char *more = "") {
        out << QStringLiteral("GRANT %1 ON %2 TO %3%4").arg(what, on, to, QLatin1String(more));
    };
    grant("SELECT, INSERT, UPDATE, DELETE, EXECUTE", data, names.definer());
    grant("SELECT, EXECUTE", db, names.definer());
    grant("SELECT, INSERT, UPDATE, DELETE, EXECUTE, EVENT", data, names.keeper());
    grant("SELECT, EXECUTE", db, names.keeper(), " WITH GRANT OPTION");
    grant("CREATE USER, PROCESS, CONNECTION ADMIN", "*.*", names.keeper());
    grant("SELECT, UPDATE", "`mysql`.*", names.keeper()); // SET DEFAULT ROLE for others asks for it
    out << QStringLiteral("GRANT %1 TO %2 WITH ADMIN OPTION").arg(person, names.keeper());
    grant("ALL PRIVILEGES", data, owner);
    grant("ALL PRIVILEGES", db, owner, " WITH GRANT OPTION");
    grant("SET USER, PROCESS, CONNECTION ADMIN", "*.*", owner);
    grant("SELECT, LOCK TABLES, SHOW VIEW, EXECUTE", data, service);
    grant("SELECT, EXECUTE, SHOW VIEW", db, service);
    return out;
}

QStringList routineStatements(const Registry &registry, const ServerNames &names, const FastColumns &fast)
{
    QStringList out = serverDivisionRoutines(names) + serverPeopleRoutines(names) + serverEntityRows(registry, names) +
                      serverSessionRoutines(registry, names) + serverAccountRoutines(names) +
                      officeAccessRoutines(names) + writeRoutines(registry, names) + feedRoutines(registry, names) +
                      blobRoutines(registry, names) + serverLeaseRoutines(names) + serverSeeAsRoutines(names) +
                      serverLookerRole(names);
    out += serverSumTriggers(registry, names);
    const QString person = quoted(names.personRole());
    const QString looker = quoted(names.lookerRole());
    for (const ServerView &v : serverViews(registry, names, fast)) {
        out << v.sql;
        if (!v.isPlain() && !v.isInner)
            out << QStringLiteral("GRANT SELECT ON %1 TO %2").arg(names.view(v.name), looker);
    }
    for (const QString &p : publicProcedures + publicWriteRoutines() + publicFeedRoutines(registry) +
                                serverLeaseProcedures() + serverSeeAsProcedures())
        out << QStringLiteral("GRANT EXECUTE ON PROCEDURE %1 TO %2")
                   .arg(names.view(p), mayLookersCall(p) ? looker : person);
    return out;
}

QString serverFingerprint(const Registry &registry, const ServerNames &names)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    const QStringList all =
        tableStatements(registry, names) + referenceStatements(registry, names) + routineStatements(registry, names);
    for (const QString &statement : all)
        hash.addData(statement.toUtf8());
    return QString::fromLatin1(hash.result().toHex());
}

QStringList createStatements(const Registry &registry, const ServerNames &names, const FirstRows &first)
{
    return sessionSettings() + tableStatements(registry, names) + referenceStatements(registry, names) +
           QStringList{QStringLiteral("INSERT INTO %1 (id,schema_version) VALUES (1,%2) ON DUPLICATE KEY UPDATE id=id")
                           .arg(names.table("feed_head"))
                           .arg(schemaVersion),
                       metaRow(names, "schema_version", QString::number(schemaVersion), true),
                       metaRow(names, "min_compatible", QString::number(schemaMinCompatible), true),
                       metaRow(names, "program", QCoreApplication::applicationVersion(), true),
                       metaRow(names, "base_currency", first.baseCurrency, true),
                       metaRow(names, "language", first.language, true),
                       metaRow(names, "require_ssl", first.requireSsl ? "1" : "0", false)} +
           routineStatements(registry, names) + QStringList{filled(names, "CALL {data}.follow_people(NULL,NULL)")} +
           metaStatements(registry, names);
}

void ServerState::add(const QString &kind, const QString &of, const QString &name)
{
    if (kind == QLatin1String("meta"))
        meta.insert(of, name);
    else if (kind == QLatin1String("type"))
        types.insert(of.section(u'/', 0, 0) + u'/' + of.section(u'/', 1), name);
    else
        parts.insert(kind + u'/' + of + u'/' + name);
}

QString stateQuery(const ServerNames &names)
{
    return filled(
        names, "SELECT 'column' AS kind,c.TABLE_NAME AS of,c.COLUMN_NAME AS name FROM information_schema.COLUMNS c "
               "WHERE c.TABLE_SCHEMA='{name}_data' UNION ALL "
               "SELECT 'type',CONCAT(y.TABLE_NAME,'/',y.COLUMN_NAME),y.COLUMN_TYPE FROM information_schema.COLUMNS y "
               "WHERE y.TABLE_SCHEMA='{name}_data' UNION ALL "
               "SELECT 'shown',s.TABLE_NAME,s.COLUMN_NAME FROM information_schema.COLUMNS s "
               "WHERE s.TABLE_SCHEMA='{name}' UNION ALL "
               "SELECT 'entity',e.name,'' FROM {data}.entities e UNION ALL "
               "SELECT 'meta','maintenance',h.maintenance FROM {data}.feed_head h UNION ALL "
               "SELECT DISTINCT 'key',k.TABLE_NAME,k.INDEX_NAME FROM information_schema.STATISTICS k "
               "WHERE k.TABLE_SCHEMA='{name}_data' UNION ALL "
               "SELECT 'reference',r.TABLE_NAME,r.CONSTRAINT_NAME FROM information_schema.TABLE_CONSTRAINTS r "
               "WHERE r.CONSTRAINT_SCHEMA='{name}_data' AND r.CONSTRAINT_TYPE='FOREIGN KEY' UNION ALL "
               "SELECT 'meta',m.`key`,m.value FROM {data}.meta m");
}

bool needsUpgrade(const Registry &registry, const ServerNames &names, const ServerState &state)
{
    // The flag: an upgrade was interrupted.
    return state.meta.value(QStringLiteral("fingerprint")) != serverFingerprint(registry, names) ||
           state.meta.value(QStringLiteral("maintenance")).toInt() != 0 ||
           state.meta.value(QStringLiteral("schema_version")).toInt() < schemaVersion;
}

QString endMaintenanceStatement(const ServerNames &names)
{
    return filled(names, "UPDATE {data}.feed_head SET maintenance=0,access_version=access_version+1 WHERE id=1");
}

QStringList maintenanceStatements(const ServerNames &names)
{
    // Checks that were not there before must not fail because of rows that are.
    return sessionSettings() + QStringList{filled(names, "UPDATE {data}.feed_head SET maintenance=1 WHERE id=1"),
                                           QStringLiteral("SET SESSION check_constraint_checks=0")};
}

QStringList finishingStatements(const Registry &registry, const ServerNames &names, int version, int minCompatible,
                                const QString &program, const FastColumns &fast, const QStringList &leftOver)
{
    QStringList out{QStringLiteral("SET SESSION check_constraint_checks=1")};
    out += routineStatements(registry, names, fast) + leftOver;
    out << metaRow(names, fastKey, fastText(fast), false);
    out << filled(names, "CALL {data}.follow_people(NULL,NULL)") << filled(names, "CALL {data}.limit_all()")
        << filled(names, "CALL {data}.account_apply(0)")
        << metaRow(names, "schema_version", QString::number(version), false)
        << metaRow(names, "min_compatible", QString::number(minCompatible), false)
        << metaRow(names, "program", program, false)
        << QStringLiteral("UPDATE %1 SET schema_version=%2 WHERE id=1").arg(names.table("feed_head")).arg(version);
    return out + metaStatements(registry, names) + QStringList{endMaintenanceStatement(names)};
}

QStringList fastStatements(const Registry &registry, const ServerNames &names, const FastColumns &before,
                           const FastColumns &now, const QStringList &leftOver)
{
    QStringList out{QStringLiteral("SET SESSION check_constraint_checks=1")};
    const QList<ServerView> views = serverViews(registry, names, now), old = serverViews(registry, names, before);
    for (qsizetype i = 0; i < views.size(); ++i) {
        if (views[i].sql != old[i].sql)
            out << views[i].sql;
    }
    return out + leftOver + QStringList{metaRow(names, fastKey, fastText(now), false), endMaintenanceStatement(names)};
}

QStringList upgradeStatements(const Registry &registry, const ServerNames &names, const ServerState &state)
{
    return maintenanceStatements(names) + missingStatements(registry, names, state) +
           finishingStatements(registry, names, schemaVersion, schemaMinCompatible,
                               QCoreApplication::applicationVersion());
}

} // namespace crm
