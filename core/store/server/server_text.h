// Routines are written as templates, so that they can be read as SQL:
//
//     filled(names, "SELECT ... FROM {data}.people WHERE user_id={me}")
//
// {data}, {db}: the schemas in backticks; {definer}, {keeper}: accounts after DEFINER=; {me}: the person's id;
// {name}: the database's name without backticks; {now}: ms since 1970 UTC; {text}: the collation of names and keys.
#pragma once
#include "core/store/server/server_names.h"

namespace crm {

CRM_CORE QString filled(const ServerNames &names, QString sql);

/// "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT='MCRM:denied:users::'"
CRM_CORE QString refuseSql(const QString &kind, const QString &entity = {}, const QString &field = {},
                           const QString &detail = {});

/// What every public routine starts with: settings that a raw client may have changed.
inline const QString safeSettings =
    QStringLiteral("SET @@foreign_key_checks=1,@@check_constraint_checks=1,@@unique_checks=1,@@time_zone='+00:00',"
                   "@@group_concat_max_len=1048576,@@max_sp_recursion_depth=0,@@sql_auto_is_null=0,"
                   "@@insert_id=0,@@auto_increment_increment=1,@@auto_increment_offset=1,@@max_error_count=64;");

} // namespace crm
