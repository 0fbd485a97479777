// The store's own tables: feed, keys, people and their rights, sessions, blobs.
#include "core/store/server/server_tables.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {
const QString id = QStringLiteral("BIGINT NOT NULL");
const QString maybeId = QStringLiteral("BIGINT");
const QString flag = QStringLiteral("TINYINT NOT NULL DEFAULT 0");
const QString json = QStringLiteral("LONGTEXT ") + binaryText;

QString bin(int size, const char *more = " NOT NULL")
{
    return QStringLiteral("VARCHAR(%1) %2%3").arg(size).arg(binaryText, QLatin1String(more));
}

/// Copies of columns (g_...) that guards of views read, see server_views.h.
QString copyOf(const char *column, int size)
{
    return QStringLiteral("VARCHAR(%1) %2 AS (`%3`) PERSISTENT").arg(size).arg(binaryText, QLatin1String(column));
}

using Columns = QList<QPair<const char *, QString>>;
using Keys = QList<QPair<const char *, const char *>>;

ServerTable table(const char *name, const Columns &columns, const char *primaryKey, const Keys &keys = {},
                  const QList<ServerPart> &checks = {})
{
    ServerTable t{QLatin1String(name), {}, QLatin1String(primaryKey), {}, checks, {}};
    for (const auto &[column, type] : columns)
        t.columns << ServerPart{QLatin1String(column), quoted(QLatin1String(column)) + u' ' + type};
    for (const auto &[key, what] : keys) {
        const bool unique = *key == 'u';
        t.keys << ServerPart{QLatin1String(key), QStringLiteral("%1 `%2` (%3)")
                                                     .arg(unique ? QStringLiteral("UNIQUE KEY") : QStringLiteral("KEY"),
                                                          QLatin1String(key), QLatin1String(what))};
    }
    return t;
}

QList<ServerTable> feedTables()
{
    return {
        table("meta", {{"key", bin(64)}, {"value", "LONGTEXT"}}, "`key`"),
        table("schema_steps", {{"number", "INT NOT NULL"}, {"description", "VARCHAR(255)"}, {"done_at", maybeId}},
              "`number`"),
        // One row; locked last in each transaction, so that change numbers are in the order of commits.
        table("feed_head",
              {{"id", "TINYINT NOT NULL"},
               {"head", "BIGINT NOT NULL DEFAULT 0"},
               {"access_version", "BIGINT NOT NULL DEFAULT 0"},
               {"schema_version", "INT NOT NULL DEFAULT 0"},
               {"maintenance", flag}},
              "`id`", {}, {{"ck_id", "`id`=1"}}),
        table("changes",
              {{"seq", "BIGINT NOT NULL AUTO_INCREMENT"},
               {"n", maybeId},
               {"tx", "BIGINT UNSIGNED"},
               {"at", id},
               {"user_id", id},
               {"user_name", "VARCHAR(255)"},
               {"entity", bin(48)},
               {"decider", bin(48, " NOT NULL DEFAULT ''")},
               {"parent", bin(48, " NOT NULL DEFAULT ''")},
               {"record_id", id},
               {"op", "TINYINT NOT NULL"},
               {"version", id},
               {"scope_before", maybeId},
               {"scope_after", maybeId},
               {"fields", json},
               {"fields_internal", json},
               {"fields_restricted", json},
               {"batch_id", maybeId}},
              "`seq`",
              {{"u_n", "`n`"},
               {"ix_record", "`record_id`,`seq`"},
               {"ix_batch", "`batch_id`,`seq`"},
               {"ix_tx", "`tx`,`n`"}}),
        table("done_keys", {{"key_bytes", "BINARY(16) NOT NULL"}, {"at", id}, {"user_id", id}, {"result", json}},
              "`key_bytes`", {{"ix_at", "`at`"}}),
        // undone_by: the batch that took it back.
        table("batches", {{"id", id}, {"at", id}, {"user_id", id}, {"undone_at", maybeId}, {"undone_by", maybeId}},
              "`id`", {{"ix_undone_by", "`undone_by`"}}),
        // Where a record went that was merged into another, and the pairs that somebody has said are two.
        table("redirects", {{"entity", bin(48)}, {"id", id}, {"survivor_id", id}, {"batch_id", id}}, "`entity`,`id`",
              {{"ix_batch", "`batch_id`"}}),
        table("not_duplicates", {{"entity", bin(48)}, {"low_id", id}, {"high_id", id}, {"user_id", id}, {"at", id}},
              "`entity`,`low_id`,`high_id`"),
        // How often a person has asked for records that they may not see, in the minute of the last time.
        table("asked", {{"user_id", id}, {"at_minute", id}, {"times", id}}, "`user_id`"),
        table("series", {{"name", bin(64)}, {"next", id}}, "`name`"),
        table("blobs", {{"hash", "VARBINARY(32) NOT NULL"}, {"size", id}, {"complete", flag}, {"at", maybeId}},
              "`hash`"),
        // Who has handed over a content, and how far: nobody gets at one by naming its hash.
        table("blob_givers",
              {{"hash", "VARBINARY(32) NOT NULL"}, {"user_id", id}, {"next", "INT NOT NULL DEFAULT 0"}, {"done", flag}},
              "`hash`,`user_id`"),
        table("blob_chunks",
              {{"hash", "VARBINARY(32) NOT NULL"}, {"number", "INT NOT NULL"}, {"content", "MEDIUMBLOB NOT NULL"}},
              "`hash`,`number`"),
    };
}

QList<ServerTable> rightsTables()
{
    const QString level = QStringLiteral("TINYINT NOT NULL DEFAULT 0");
    return {
        // account: the name the login asks for, NULL in the trash. made: the account that the server really has.
        table("people",
              {{"user_id", id},
               {"account", bin(64, "")},
               {"made", bin(64, "")},
               {"made_role", maybeId},
               {"login", "VARCHAR(64)"},
               {"name", "VARCHAR(255)"},
               {"role_id", maybeId},
               {"is_admin", flag},
               {"is_staff", flag},
               {"active", flag},
               {"must_change", flag},
               {"contact", flag},
               {"locked", flag},
               {"last_seen", maybeId}},
              "`user_id`", {{"u_account", "`account`"}, {"u_made", "`made`"}, {"ix_role", "`role_id`"}}),
        table("held_rights", {{"user_id", id}, {"right_name", bin(255)}}, "`user_id`,`right_name`"),
        table("levels",
              {{"user_id", id},
               {"entity", bin(48)},
               {"parent", bin(48, " NOT NULL DEFAULT ''")},
               {"can_read", level},
               {"can_create", level},
               {"can_update", level},
               {"can_delete", level},
               {"can_export", level},
               {"g_user", "BIGINT AS (`user_id`) PERSISTENT"},
               {"g_entity", copyOf("entity", 48)},
               {"g_parent", copyOf("parent", 48)},
               {"g_read", "TINYINT AS (`can_read`) PERSISTENT"}},
              "`user_id`,`entity`,`parent`"),
        table("node_members", {{"scope_id", id}, {"user_id", id}}, "`scope_id`,`user_id`",
              {{"ix_user", "`user_id`,`scope_id`"}}),
        table("reach",
              {{"user_id", id},
               {"scope_id", id},
               {"kind", "TINYINT NOT NULL"},
               {"g_user", "BIGINT AS (`user_id`) PERSISTENT"},
               {"g_scope", "BIGINT AS (`scope_id`) PERSISTENT"},
               {"g_kind", "TINYINT AS (`kind`) PERSISTENT"}},
              "`user_id`,`scope_id`", {{"ix_scope", "`scope_id`"}, {"ix_kind", "`kind`"}}),
        // Sets of groups that records are in (and guests' clients, below zero), who is whose guest, nodes that stand
        // for an owner (or a list) and such a set, and whether any
        // role has ever been limited or anybody a guest: see server_divisions.h.
        table("divisions", {{"id", "BIGINT NOT NULL AUTO_INCREMENT"}, {"members", "MEDIUMTEXT"}, {"digest", bin(64)}},
              "`id`", {{"u_digest", "`digest`"}}),
        table("division_groups", {{"division", id}, {"group_id", id}}, "`division`,`group_id`",
              {{"ix_group", "`group_id`"}}),
        table("guest_of", {{"user_id", id}, {"target_id", id}}, "`user_id`,`target_id`",
              {{"ix_target", "`target_id`"}}),
        table("division_state", {{"id", "TINYINT NOT NULL"}, {"divided", flag}}, "`id`", {}, {{"ck_id", "`id`=1"}}),
        table("scope_nodes", {{"id", id}, {"base", id}, {"division", id}}, "`id`",
              {{"ix_base", "`base`,`division`"}, {"ix_division", "`division`"}}),
        table("node_numbers", {{"n", "BIGINT NOT NULL AUTO_INCREMENT"}, {"base", id}}, "`n`"),
        table("sessions",
              {{"connection_id", "BIGINT UNSIGNED NOT NULL"},
               {"client", bin(400)},
               {"user_id", id},
               {"started_at", id},
               {"program", "VARCHAR(64)"},
               {"address", bin(255, "")},
               {"seer_id", maybeId}, // the administrator who sees as user_id
               {"g_connection", "BIGINT UNSIGNED AS (`connection_id`) PERSISTENT"},
               {"g_client", copyOf("client", 400)},
               {"g_user", "BIGINT AS (`user_id`) PERSISTENT"}},
              "`connection_id`", {{"ix_user", "`user_id`"}}),
        // Accounts made to see as somebody; see server_see_as.h.
        table("seers",
              {{"account", bin(64)},
               {"user_id", id},
               {"seer_id", id},
               {"role_id", maybeId},
               {"log_id", id},
               {"started_at", id},
               {"ended", flag}},
              "`account`"),
        table("access_log",
              {{"id", "BIGINT NOT NULL AUTO_INCREMENT"},
               {"at", id},
               {"user_id", id},
               {"user_name", "VARCHAR(255)"},
               {"subject_id", id},
               {"subject_name", "VARCHAR(255)"},
               {"address", bin(255, "")},
               {"ended_at", maybeId}},
              "`id`", {{"ix_at", "`at`"}}),
        table("presence",
              {{"entity", bin(48)},
               {"record_id", id},
               {"connection_id", "BIGINT UNSIGNED NOT NULL"},
               {"user_id", id},
               {"editing", flag},
               {"at", id}},
              "`entity`,`record_id`,`connection_id`", {{"ix_connection", "`connection_id`"}}),
        table("entities",
              {{"name", bin(48)},
               {"scope_kind", "TINYINT NOT NULL"},
               {"admin_only", flag},
               {"dictionary", flag},
               {"line_of", bin(48, " NOT NULL DEFAULT ''")},
               {"divided", flag}},
              "`name`"),
        table("entity_parents", {{"child", bin(48)}, {"parent", bin(48)}}, "`child`,`parent`"),
        // The views that a role is granted where it reads all of an entity, and which of them it has been granted.
        table("all_views", {{"view_name", bin(64)}, {"entity", bin(48)}, {"staff_only", flag}}, "`view_name`"),
        table("role_grants", {{"role_id", id}, {"view_name", bin(64)}}, "`role_id`,`view_name`"),
        table("allowed_addresses",
              {{"id", "BIGINT NOT NULL AUTO_INCREMENT"},
               {"role_id", maybeId},
               {"user_id", maybeId},
               {"purpose", bin(16, " NOT NULL DEFAULT 'use'")},
               {"range_text", bin(100, "")},
               {"first", "VARBINARY(16) NOT NULL"},
               {"last", "VARBINARY(16) NOT NULL"}},
              "`id`", {{"ix_role", "`role_id`"}, {"ix_user", "`user_id`"}}),
        table("leases",
              {{"name", bin(64)},
               {"holder", bin(32)},
               {"holder_name", "VARCHAR(255)"},
               {"until_at", maybeId},
               {"started_at", maybeId},
               {"finished_at", maybeId},
               {"outcome", "TEXT"}},
              "`name`"),
        table("refusals",
              {{"id", "BIGINT NOT NULL AUTO_INCREMENT"},
               {"at", id},
               {"account", bin(128, "")},
               {"address", bin(255, "")},
               {"reason", bin(64)}},
              "`id`", {{"ix_at", "`at`"}}),
    };
}
} // namespace

QList<ServerTable> serverStoreTables() { return feedTables() + rightsTables(); }

} // namespace crm
