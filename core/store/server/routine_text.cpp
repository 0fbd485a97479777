#include "core/store/server/routine_text.h"
#include "core/store/stored_documents.h"

namespace crm {

QString RoutineText::expand(QString text) const
{
    return text.replace(QStringLiteral("{data}"), quoted(names.data()))
        .replace(QStringLiteral("{db}"), quoted(names.database()))
        .replace(QStringLiteral("{text}"), binaryText);
}

QString RoutineText::procedure(const QString &name, const QString &parameters, const QString &body, bool inside) const
{
    return expand(
        QStringLiteral("CREATE OR REPLACE DEFINER=%1 PROCEDURE %2(%3) SQL SECURITY DEFINER MODIFIES SQL DATA\n%4")
            .arg(names.definer(), inside ? names.table(name) : names.view(name), parameters, body));
}

QString RoutineText::may(const Entity &entity, const QString &levelColumn, const QString &parent,
                         const QString &scope) const
{
    const Entity &e = decidingEntity(registry, entity);
    QString condition =
        QStringLiteral("EXISTS (SELECT 1 FROM {data}.levels l WHERE l.user_id=p_me AND l.entity='%1' AND l.parent=%2 "
                       "AND (l.%3=3 OR EXISTS (SELECT 1 FROM {data}.reach r WHERE r.user_id=p_me AND r.scope_id=%4 "
                       "AND r.kind<=l.%3)))")
            .arg(e.key(), parent, levelColumn, scope);
    if (e.scope().kind == Scope::Private)
        condition = QStringLiteral("(%1=p_me AND %2)").arg(scope, condition);
    return condition;
}

QString RoutineText::parentOf(const Entity &entity, const QString &alias) const
{
    const Entity &e = decidingEntity(registry, entity);
    return e.scope().kind == Scope::Attached && !entity.isLine()
               ? QStringLiteral("IFNULL(%1.parent_entity,'')").arg(alias)
               : QStringLiteral("''");
}

QString RoutineText::sees(const Entity &entity, const QString &alias) const
{
    const Entity &e = decidingEntity(registry, entity);
    if (entity.isLine() && e.scope().kind == Scope::Attached)
        return QStringLiteral("EXISTS (SELECT 1 FROM {data}.%1 d WHERE d.id=%2.%3 AND %4)")
            .arg(quoted(e.key()), alias, quoted(entity.lineParentField()), sees(e, QStringLiteral("d")));
    return may(entity, QStringLiteral("can_read"), parentOf(entity, alias), alias + QStringLiteral(".scope_id"));
}

QString RoutineText::isTarget(const Entity &entity, const QString &id) const
{
    return QStringLiteral("EXISTS (SELECT 1 FROM {data}.%1 t WHERE t.id=%2 AND t.deleted_at IS NULL AND %3)")
        .arg(quoted(entity.key()), id, sees(entity, QStringLiteral("t")));
}

QList<RoutineText::Child> RoutineText::children(const Entity &entity) const
{
    QList<Child> out;
    for (const Entity *e : documents()) {
        const Scope &scope = e->scope();
        if (scope.kind == Scope::Parent && e->field(scope.field)->target() == entity.key())
            out << Child{e, quoted(scope.field) + QStringLiteral("=p_id")};
        else if (scope.kind == Scope::Attached && entity.attachments().contains(e->key()))
            out << Child{e, QStringLiteral("parent_id=p_id AND parent_entity='%1'").arg(entity.key())};
    }
    return out;
}

QList<const Entity *> RoutineText::documents() const
{
    QList<const Entity *> out;
    for (const auto &e : registry.entities()) {
        if (!e->isLine())
            out << e.get();
    }
    return out;
}

QString when(const QString &condition, const QString &then)
{
    return QStringLiteral("SELECT (%1) INTO v_ask;\nIF v_ask THEN %2END IF;\n").arg(condition, then);
}

QString refuse(const QString &kind, const QString &entity, const QString &field, const QString &detail)
{
    return QStringLiteral("SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT='MCRM:%1:%2:%3:%4';\n")
        .arg(kind, entity, field, detail);
}

QString refuseWith(const QString &kind, const QString &entity, const QString &fieldSql, const QString &detailSql)
{
    return QStringLiteral("SET v_msg=CONCAT('MCRM:%1:%2:',%3,':',%4);\n"
                          "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT=v_msg;\n")
        .arg(kind, entity, fieldSql, detailSql);
}

} // namespace crm
