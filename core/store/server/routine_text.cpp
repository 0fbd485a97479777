#include "core/store/server/routine_text.h"
#include "core/store/stored_documents.h"
#include <algorithm>

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

QString RoutineText::rightsOf(const Entity &entity, const QString &id, const QStringList &columns,
                              const QStringList &into, const QString &scope, const QString &parent) const
{
    const QString mine = entity.scope().kind == Scope::Private ? QStringLiteral(" AND t.scope_id=p_me") : QString();
    const QString parentSql = parentOf(entity, QStringLiteral("t"));
    QStringList what{QStringLiteral("t.scope_id"), parentSql}, variables{scope, parent};
    for (const QString &column : columns)
        what << QStringLiteral("IFNULL((l.%1=3 OR r.kind<=l.%1)%2,0)").arg(column, mine);
    return QStringLiteral("SELECT %1 INTO %2 FROM {data}.%3 t LEFT JOIN {data}.levels l ON l.user_id=p_me AND "
                          "l.entity='%4' AND l.parent=%5 LEFT JOIN {data}.reach r ON r.user_id=p_me AND "
                          "r.scope_id=t.scope_id WHERE t.id=%6;\n")
        .arg(what.join(u','), (variables + into).join(u','), quoted(entity.key()), entity.key(), parentSql, id);
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
    // Everybody may name themselves, also guests, who see no people.
    const QString self = entity.key() == QLatin1String("users") ? QStringLiteral(" OR t.id=p_me") : QString();
    return QStringLiteral("EXISTS (SELECT 1 FROM {data}.%1 t WHERE t.id=%2 AND t.deleted_at IS NULL AND (%3%4))")
        .arg(quoted(entity.key()), id, sees(entity, QStringLiteral("t")), self);
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

QString dispatch(const QString &variable, QList<std::pair<QString, QString>> cases, const QString &otherwise)
{
    constexpr qsizetype fewEnough = 3;
    std::sort(cases.begin(), cases.end());
    if (cases.isEmpty())
        return otherwise;
    if (cases.size() > fewEnough) {
        const qsizetype half = cases.size() / 2;
        return QStringLiteral("IF %1<%2 THEN\n%3ELSE\n%4END IF;\n")
            .arg(variable, sqlLiteral(cases[half].first), dispatch(variable, cases.mid(0, half), otherwise),
                 dispatch(variable, cases.mid(half), otherwise));
    }
    QString out;
    for (const auto &[key, statements] : cases)
        out += QStringLiteral("WHEN %1 THEN\n%2").arg(sqlLiteral(key), statements);
    return QStringLiteral("CASE %1\n%2ELSE %3END CASE;\n").arg(variable, out, otherwise);
}

QString refuse(const QString &kind, const QString &entity, const QString &field, const QString &detail)
{
    return QStringLiteral("SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT='MCRM:%1:%2:%3:%4';\n")
        .arg(kind, entity, field, detail);
}

QString choicesTable(const QString &value)
{
    return QStringLiteral("JSON_TABLE(CONCAT('[',REPLACE(JSON_QUOTE(%1),';','\",\"'),']'),'$[*]' COLUMNS(t "
                          "VARCHAR(1000) {text} PATH '$')) x")
        .arg(value);
}

QString canonicalChoices(const QString &value)
{
    return QStringLiteral("SELECT GROUP_CONCAT(DISTINCT NULLIF(TRIM(x.t),'') ORDER BY x.t SEPARATOR ';') FROM %1")
        .arg(choicesTable(value));
}

QString refuseWith(const QString &kind, const QString &entity, const QString &fieldSql, const QString &detailSql)
{
    return QStringLiteral("SET v_msg=CONCAT('MCRM:%1:%2:',%3,':',%4);\n"
                          "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT=v_msg;\n")
        .arg(kind, entity, fieldSql, detailSql);
}

} // namespace crm
