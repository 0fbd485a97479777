#include "core/store/server/server_hanging.h"
#include "core/store/page.h"
#include "core/store/server/server_tables.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {
/// One way in which rows of an entity point to a record. @param condition on the row t
QString counted(const RoutineText &text, const Entity &entity, const Field &field, const QString &condition)
{
    return QStringLiteral(
               "SELECT '%1','%2',COUNT(*) FROM (SELECT 1 FROM {data}.%3 t WHERE t.%4=p_id%5 AND t.live=1 AND "
               "%6 AND %7 LIMIT %8) x")
        .arg(entity.key(), field.key(), quoted(entity.key()), quoted(field.key()), condition,
             seesField(text.names, QStringLiteral("p_me"), field), text.sees(entity, QStringLiteral("t")))
        .arg(mostRelated + 1);
}

QStringList ways(const RoutineText &text, const Entity &target)
{
    QStringList out;
    for (const Entity *e : text.documents()) {
        for (const Field &f : e->fieldList()) {
            if (f.kind() == Kind::Ref && f.target() == target.key() && !f.isHidden() && hasColumn(f))
                out << counted(text, *e, f, {});
        }
    }
    for (const QString &attachment : target.attachments()) {
        const Entity *e = text.registry.find(attachment);
        const Field *parent = e ? e->field(QStringLiteral("parent_id")) : nullptr;
        if (parent && hasColumn(*parent))
            out << counted(text, *e, *parent, QStringLiteral(" AND t.parent_entity='%1'").arg(target.key()));
    }
    return out;
}
} // namespace

QStringList hangingRoutines(const RoutineText &text)
{
    QStringList out;
    for (const Entity *e : text.documents()) {
        const QStringList all = ways(text, *e);
        if (!all.isEmpty())
            out << text.procedure(QStringLiteral("hanging__") + e->key(),
                                  QStringLiteral("IN p_me BIGINT, IN p_id BIGINT"),
                                  QStringLiteral("BEGIN\n%1;\nEND").arg(all.join(QStringLiteral(" UNION ALL\n"))));
    }
    return out;
}

QString hangingBody(const RoutineText &text)
{
    QString cases;
    for (const Entity *e : text.documents()) {
        if (!ways(text, *e).isEmpty())
            cases += QStringLiteral("WHEN '%1' THEN CALL {data}.hanging__%1(p_me,p_id);\n").arg(e->key());
    }
    return QStringLiteral("BEGIN\nCASE p_entity\n%1ELSE %2END CASE;\nEND;\n")
        .arg(cases, refuse(QStringLiteral("unsupported")));
}

} // namespace crm
