// What things are called on a shared MariaDB, and the pieces of SQL text that tables, views and procedures share.
// See docs/server.md. Pure text from declarations: no connection, no state, safe from every thread.
//
//     const ServerNames names("office");
//     names.table("clients")           // `office_data`.`clients`
//     names.view("clients")            // `office`.`clients`
//     visible(registry, names, clients, "t", me(names))   // the condition of the guarded view
#pragma once
#include "core/access/policy.h"
#include "core/model/registry.h"

namespace crm {

/// The schemas and accounts of one office's database.
class CRM_CORE ServerNames
{
public:
    /// @param database a name that databaseNameFault() accepts
    explicit ServerNames(const QString &database)
        : m_database(database)
    {}

    QString database() const { return m_database; }                       ///< "office": views and public procedures
    QString data() const { return m_database + QStringLiteral("_data"); } ///< "office_data": tables

    QString table(const QString &name) const; ///< `office_data`.`name`: tables, internal functions and procedures
    QString view(const QString &name) const;  ///< `office`.`name`: views and public procedures

    QString definer() const; ///< `office_definer`@`localhost`, as it stands after DEFINER=
    QString keeper() const;  ///< `office_keeper`@`localhost`
    QString owner() const { return m_database + QStringLiteral("_owner"); }     ///< account name without host
    QString service() const { return m_database + QStringLiteral("_service"); } ///< account name without host
    QString personRole() const { return m_database + QStringLiteral("_person"); }
    QString lookerRole() const { return m_database + QStringLiteral("_looker"); } ///< part of the former
    QString rolePrefix() const { return m_database + QStringLiteral("_role_"); }  ///< and the id of the role

private:
    QString m_database;
};

/// A sentence why a database cannot be called so; empty: it can.
CRM_CORE QString databaseNameFault(const QString &database);
/// 'text' as a literal that no sql_mode reads otherwise (no backslashes: they leave as hex).
CRM_CORE QString sqlLiteral(const QString &text);
/// The account of a person with this login; see the table in docs/server.md.
CRM_CORE QString accountName(const QString &login, const ServerNames &names);

/// The user id of the session of this connection, NULL without one: a scalar subselect.
CRM_CORE QString me(const ServerNames &names);
/// "can_read", "can_create" ...: the column of `levels`.
CRM_CORE QString levelColumn(Verb verb);
/// For lines: the document's entity, whose levels count.
CRM_CORE const Entity &decidingEntity(const Registry &registry, const Entity &entity);
/// True if the person may do it with the row of the alias: a row of the entity's table, level "all" included. For
/// procedures and functions only: a view needs guards that a raw client's conditions cannot get round, see
/// server_views.h.
/// @param me an expression for the user id: me(), or a variable of a procedure
CRM_CORE QString visible(const Registry &registry, const ServerNames &names, const Entity &entity, const QString &alias,
                         const QString &me, Verb verb = Verb::Read);
/// True if the person sees fields of the class; "1" for fields that everybody sees.
CRM_CORE QString seesClass(const ServerNames &names, const QString &me, FieldClass fieldClass, const QString &right);
inline QString seesField(const ServerNames &names, const QString &me, const Field &field)
{
    return seesClass(names, me, field.fieldClass(), field.right());
}

/// id, version, scope_id, created_at ... deleted_at, batch_id: the columns before the fields of every entity's table.
CRM_CORE QStringList serverSystemColumns();
/// True for texts that are compared by their folded copy.
CRM_CORE bool hasFoldedCopy(const Field &field);
/// "name__f", without backticks. Folding can lengthen a text by a few characters: the writer cuts the copy to size().
CRM_CORE QString foldedColumn(const Field &field);
/// The type of a field's column ("VARCHAR(200)", "BIGINT", with its collation where that differs from the table's).
/// Depends on the whole entity: MariaDB allows a row 65,535 bytes of VARCHARs, so texts that are neither indexed nor
/// unique leave the row when it gets long.
/// The name itself, or its beginning and a piece of its hash when MariaDB would refuse it.
CRM_CORE QString shortName(const QString &name);
CRM_CORE QString serverColumnType(const Entity &entity, const Field &field);
CRM_CORE QString foldedColumnType(const Entity &entity, const Field &field);
/// True if the column can be a key as it stands (BIGINT, DATE, VARCHAR).
CRM_CORE bool isKeyColumn(const Entity &entity, const Field &field);

inline const QString binaryText = QStringLiteral("CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin");
inline const QString tableOptions =
    QStringLiteral("ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci");

/// Names of the objects of `data` that several generators call; use names.table() around them.
namespace server_names {
inline const QString foldText = QStringLiteral("fold_text");              ///< function fold_text(text)
inline const QString setNodeMembers = QStringLiteral("set_node_members"); ///< procedure (node, json array of user ids)
inline const QString followUser = QStringLiteral("follow_user"); ///< procedure (user id): people, levels, rights
inline const QString followRole = QStringLiteral("follow_role"); ///< procedure (role id): those of all who have it
inline const QString followTeam = QStringLiteral("follow_team"); ///< procedure (): reach through teams
} // namespace server_names

} // namespace crm
