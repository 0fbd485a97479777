// Pieces of SQL text that the generators of procedures share; private to core/store/server.
#pragma once
#include "core/store/server/server_names.h"

namespace crm {

/// Builds the text of routines. In what is handed in, {data} and {db} stand for the schemas in backticks.
class RoutineText
{
public:
    RoutineText(const Registry &registry, const ServerNames &names)
        : registry(registry)
        , names(names)
    {}

    const Registry &registry;
    const ServerNames &names;

    QString expand(QString text) const;
    /// @param name without schema; inside: in the schema of the tables, where nobody may call it
    QString procedure(const QString &name, const QString &parameters, const QString &body, bool inside = true) const;

    /// A condition: the person p_me has the level for rows of this scope. @param parent, scope SQL expressions
    QString may(const Entity &entity, const QString &levelColumn, const QString &parent, const QString &scope) const;
    /// A condition on a row of the entity's table under the alias: p_me sees it, in the trash or not.
    QString sees(const Entity &entity, const QString &alias) const;
    /// A condition: the record exists, lives, and p_me sees it. @param id an SQL expression
    QString isTarget(const Entity &entity, const QString &id) const;
    /// SELECT of a document's scope and of what p_me may do with it, in the trash or not; nothing is set where there is
    /// no such record. By keys alone, without subselects: several times cheaper than asking sees() and may().
    /// @param columns of levels, @param into variables that become 0 or 1 for them; scope, parent: variables
    QString rightsOf(const Entity &entity, const QString &id, const QStringList &columns, const QStringList &into,
                     const QString &scope, const QString &parent) const;
    /// What stands in `parent` of levels and changes for a row under the alias.
    QString parentOf(const Entity &entity, const QString &alias) const;

    /// Entities whose records hang on records of this one and go where they go; lines are not among them.
    struct Child
    {
        const Entity *entity;
        QString condition; ///< on rows of its table, with p_id for the parent's id
    };
    QList<Child> children(const Entity &entity) const;
    QList<const Entity *> documents() const; ///< all entities but lines
};

/// Asks the tables: THEN ... where the condition holds. Needs a variable v_ask. Subselects stand in a SELECT of their
/// own because in an IF or SET MariaDB reads them with shared locks, and two savers of one record then deadlock.
QString when(const QString &condition, const QString &then);
/// The statements of the case that the variable names, found by halves: each comparison costs nearly a microsecond.
QString dispatch(const QString &variable, QList<std::pair<QString, QString>> cases, const QString &otherwise);
/// A statement that ends the call with MCRM:kind:entity:field:detail.
QString refuse(const QString &kind, const QString &entity = {}, const QString &field = {}, const QString &detail = {});
/// The same where the field or the detail is an SQL expression. Needs a variable v_msg.
QString refuseWith(const QString &kind, const QString &entity, const QString &fieldSql, const QString &detailSql);

/// What the text of a time of day looks like. A "$" would take a line break behind it for the end.
inline const QString timeForm = QStringLiteral("^([01][0-9]|2[0-3]):[0-5][0-9](?!.|[[:space:]])");
/// A table x with a column t: the keys of a value of several choices. @param value an SQL expression
QString choicesTable(const QString &value);
/// Its keys in the form that choicesValue() gives them; NULL of none.
QString canonicalChoices(const QString &value);

inline const QString whoParameters =
    QStringLiteral("IN p_me BIGINT, IN p_name VARCHAR(255) %1, IN p_admin TINYINT, IN p_staff TINYINT, "
                   "IN p_now BIGINT, IN p_batch BIGINT")
        .arg(binaryText);
inline const QString whoArguments = QStringLiteral("p_me,p_name,p_admin,p_staff,p_now,p_batch");

} // namespace crm
