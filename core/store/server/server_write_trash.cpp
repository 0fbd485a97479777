#include "core/store/server/server_write_trash.h"
#include "core/store/page.h"
#include "core/store/server/server_guests.h"
#include "core/store/server/server_tables.h"
#include "core/store/server/server_write_save.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {
const QString whoTrashes =
    QStringLiteral("IN p_me BIGINT, IN p_name VARCHAR(255) {text}, IN p_now BIGINT, IN p_batch BIGINT, "
                   "IN p_id BIGINT");
const QString whoTrashesArguments = QStringLiteral("p_me,p_name,p_now,p_batch");

/// For each child under the condition: CALL name__<child>(arguments), with r.id for the child.
QString forChildren(const RoutineText &text, const Entity &e, const QString &condition, const QString &name,
                    const QString &arguments)
{
    QString out;
    for (const RoutineText::Child &child : text.children(e)) {
        out += QStringLiteral(
                   "FOR r IN (SELECT id FROM {data}.%1 WHERE %2 AND %3) DO\nCALL {data}.%4__%5(%6);\nEND FOR;\n")
                   .arg(quoted(child.entity->key()), child.condition, condition, name, child.entity->key(), arguments);
    }
    return out;
}

bool canHaveChildren(const RoutineText &text, const Entity &e)
{
    return !e.lineTables().isEmpty() || !text.children(e).isEmpty();
}

QString rescopeRoutine(const RoutineText &text, const Entity &e)
{
    QString body = QStringLiteral("BEGIN\n");
    for (const LineTable &t : e.lineTables())
        body += QStringLiteral("UPDATE {data}.%1 SET scope_id=p_scope WHERE %2=p_id;\n")
                    .arg(quoted(t.entity), quoted(t.parentField));
    for (const RoutineText::Child &child : text.children(e)) {
        const QString table = QStringLiteral("{data}.") + quoted(child.entity->key());
        if (!canHaveChildren(text, *child.entity)) {
            body += QStringLiteral("UPDATE %1 SET scope_id=p_scope WHERE %2 AND scope_id<>p_scope;\n")
                        .arg(table, child.condition);
            continue;
        }
        body += QStringLiteral(
                    "FOR r IN (SELECT id FROM %1 WHERE %2 AND scope_id<>p_scope) DO\n"
                    "UPDATE %1 SET scope_id=p_scope WHERE id=r.id;\nCALL {data}.rescope__%3(r.id,p_scope);\nEND FOR;\n")
                    .arg(table, child.condition, child.entity->key());
    }
    return text.procedure(QStringLiteral("rescope__") + e.key(), QStringLiteral("IN p_id BIGINT, IN p_scope BIGINT"),
                          body + QStringLiteral("END"));
}

QString trashRoutine(const RoutineText &text, const Entity &e)
{
    QString lines;
    for (const LineTable &t : e.lineTables())
        lines += QStringLiteral("UPDATE {data}.%1 SET deleted_at=IF(p_on,p_now,NULL) WHERE %2=p_id;\n")
                     .arg(quoted(t.entity), quoted(t.parentField));
    const QString arguments = whoTrashesArguments + QStringLiteral(",r.id,p_on");
    // Children go along; on the way back only those that went with this record, not what was thrown away before.
    const QString children =
        text.children(e).isEmpty()
            ? QString()
            : QStringLiteral("IF p_on THEN\n%1ELSE\n%2END IF;\n")
                  .arg(forChildren(text, e, QStringLiteral("live=1"), QStringLiteral("trash"), arguments),
                       forChildren(text, e, QStringLiteral("deleted_at IS NOT NULL AND batch_id<=>v_batch"),
                                   QStringLiteral("trash"), arguments));
    const QString body =
        QStringLiteral("BEGIN\nDECLARE v_version, v_scope, v_batch BIGINT;\nDECLARE v_parent VARCHAR(48) {text};\n"
                       "SELECT t.version, t.scope_id, t.batch_id, %1 INTO v_version, v_scope, v_batch, v_parent FROM "
                       "{data}.%2 t WHERE t.id=p_id AND (t.deleted_at IS NULL)=p_on FOR UPDATE;\n"
                       "IF v_version IS NOT NULL THEN\n"
                       "UPDATE {data}.%2 SET deleted_at=IF(p_on,p_now,NULL), batch_id=p_batch, version=version+1, "
                       "changed_at=p_now, changed_by=p_me WHERE id=p_id;\n")
            .arg(text.parentOf(e, QStringLiteral("t")), quoted(e.key())) +
        lines +
        logChange({sqlLiteral(e.key()), QStringLiteral("v_parent"), QStringLiteral("p_id"),
                   QStringLiteral("IF(p_on,%1,%2)").arg(int(ChangeOp::Delete)).arg(int(ChangeOp::Restore)),
                   QStringLiteral("v_version+1"), QStringLiteral("v_scope"), QStringLiteral("v_scope"), noFields}) +
        followGuests(text, e, QStringLiteral("p_id")) + children + QStringLiteral("END IF;\nEND");
    return text.procedure(QStringLiteral("trash__") + e.key(), whoTrashes + QStringLiteral(", IN p_on TINYINT"), body);
}

QString purgeRoutine(const RoutineText &text, const Entity &e)
{
    QString erased;
    const auto eraseLinks = [&](const Entity &of, const QString &condition) {
        for (const Field &f : of.fieldList()) {
            if (isListKind(f.kind()) && !f.isCustom())
                erased += QStringLiteral("DELETE FROM {data}.%1 WHERE owner_id %2;\n")
                              .arg(quoted(linkTable(of, f)), condition);
        }
    };
    for (const LineTable &t : e.lineTables()) {
        const Entity &line = text.registry.at(t.entity);
        eraseLinks(line, QStringLiteral("IN (SELECT id FROM {data}.%1 WHERE %2=p_id)")
                             .arg(quoted(line.key()), quoted(t.parentField)));
        erased +=
            QStringLiteral("DELETE FROM {data}.%1 WHERE %2=p_id;\n").arg(quoted(line.key()), quoted(t.parentField));
    }
    eraseLinks(e, QStringLiteral("=p_id"));
    if (!e.scope().members.isEmpty()) // it may have been a node
        erased += QStringLiteral(
            "DELETE FROM {data}.node_members WHERE scope_id=p_id;\nDELETE FROM {data}.reach WHERE scope_id=p_id;\n");
    if (isSearched(e))
        erased += QStringLiteral("DELETE FROM {data}.%1 WHERE id=p_id;\n").arg(quoted(serverSearchTable(e)));
    const QString body =
        QStringLiteral("BEGIN\nDECLARE v_scope BIGINT;\nDECLARE v_parent VARCHAR(48) {text};\n%1"
                       "SELECT t.scope_id, %2 INTO v_scope, v_parent FROM {data}.%3 t WHERE t.id=p_id FOR UPDATE;\n"
                       "IF v_scope IS NOT NULL THEN\n%4DELETE FROM {data}.%3 WHERE id=p_id;\n")
            .arg(forChildren(text, e, QStringLiteral("1"), QStringLiteral("purge"),
                             whoTrashesArguments + QStringLiteral(",r.id")),
                 text.parentOf(e, QStringLiteral("t")), quoted(e.key()), erased) +
        logChange({sqlLiteral(e.key()), QStringLiteral("v_parent"), QStringLiteral("p_id"),
                   QString::number(int(ChangeOp::Purge)), QStringLiteral("0"), QStringLiteral("v_scope"),
                   QStringLiteral("v_scope"), noFields}) +
        QStringLiteral("END IF;\nEND");
    return text.procedure(QStringLiteral("purge__") + e.key(), whoTrashes, body);
}

/// What must be so before a record may come back: nobody has taken its number or login meanwhile.
QString uniqueAgain(const Entity &e)
{
    QString out = QStringLiteral("BEGIN END;\n");
    for (const Field &f : e.fieldList()) {
        if (!f.isUnique() || !hasColumn(f))
            continue;
        const QString column = quoted(hasFoldedCopy(f) ? foldedColumn(f) : f.key());
        out += when(QStringLiteral("EXISTS (SELECT 1 FROM {data}.%1 a JOIN {data}.%1 b ON b.%2=a.%2 AND b.live=1 AND "
                                   "b.id<>a.id WHERE a.id=p_id)")
                        .arg(quoted(e.key()), column),
                    refuse(QStringLiteral("taken"), e.key(), f.key()));
    }
    return out;
}

/// remove__: the rights, then what the others do. p_verb: remove, restore, purge.
QString removeRoutine(const RoutineText &text, const Entity &e)
{
    const auto no = [&](const char *kind, const char *detail = "") {
        return refuse(QLatin1String(kind), e.key(), {}, QLatin1String(detail));
    };
    QString onlyBy, person = QStringLiteral("NULL");
    if (!e.changedOnlyByField().isEmpty()) {
        person = QStringLiteral("t.") + quoted(e.changedOnlyByField());
        onlyBy = QStringLiteral("IF NOT p_admin AND NOT (v_person<=>p_me) THEN %1END IF;\n").arg(no("denied"));
    }
    // A number that was given at issue must not go missing.
    QString numbered;
    if (!e.numberedOnceField().isEmpty())
        numbered =
            QStringLiteral("IF p_verb='remove' THEN\n%1END IF;\n")
                .arg(when(QStringLiteral("EXISTS (SELECT 1 FROM {data}.%1 t WHERE t.id=p_id AND t.%2 IS NOT NULL)")
                              .arg(quoted(e.key()), quoted(e.numberedOnceField())),
                          no("locked")));
    const QString body =
        QStringLiteral("BEGIN\nDECLARE v_state, v_ask INT DEFAULT 0;\nDECLARE v_scope, v_person, v_version "
                       "BIGINT;\nDECLARE v_parent "
                       "VARCHAR(48) {text};\n"
                       "SET p_changed=0;\n"
                       "SELECT IF(t.deleted_at IS NULL,1,2), t.scope_id, %1, %2 INTO v_state, v_scope, v_parent, "
                       "v_person FROM {data}.%3 t WHERE t.id=p_id AND %4;\n"
                       "IF v_state=0 THEN %5END IF;\n"
                       "IF p_verb='purge' THEN\n"
                       "IF NOT p_admin THEN %6END IF;\n"
                       "IF v_state<>2 THEN %7END IF;\n"
                       "CALL {data}.purge__%8(%9,p_id);\nSET p_changed=1;\n"
                       "ELSEIF v_state=IF(p_verb='remove',1,2) THEN\n")
            .arg(text.parentOf(e, QStringLiteral("t")), person, quoted(e.key()), text.sees(e, QStringLiteral("t")),
                 no("notfound"), no("denied"), no("invalid", "living"), e.key(), whoTrashesArguments) +
        // What somebody changed since it was looked at: the row is locked from here on, and the newest is read.
        QStringLiteral("IF p_verb='remove' AND p_seen<>0 THEN\n"
                       "SELECT t.version INTO v_version FROM {data}.%1 t WHERE t.id=p_id FOR UPDATE;\n"
                       "IF NOT (v_version<=>p_seen) THEN %2END IF;\nEND IF;\n")
            .arg(quoted(e.key()), no("conflict")) +
        when(QStringLiteral("NOT ") +
                 text.may(e, QStringLiteral("can_delete"), QStringLiteral("v_parent"), QStringLiteral("v_scope")),
             no("denied")) +
        onlyBy + numbered +
        QStringLiteral("IF p_verb='restore' THEN\n%1END IF;\nCALL {data}.trash__%2(%3,p_id,p_verb='remove');\nSET "
                       "p_changed=1;\nEND IF;\n%4"
                       "SELECT version, scope_id INTO p_version, p_scope FROM {data}.%5 WHERE id=p_id;\nEND")
            .arg(uniqueAgain(e), e.key(), whoTrashesArguments, followPeople(text, e, QStringLiteral("p_id")),
                 quoted(e.key()));
    return text.procedure(QStringLiteral("remove__") + e.key(),
                          whoParameters +
                              QStringLiteral(", IN p_id BIGINT, IN p_verb VARCHAR(8) {text}, IN p_seen BIGINT, "
                                             "OUT p_version BIGINT, OUT p_scope BIGINT, OUT p_changed TINYINT"),
                          body);
}
} // namespace

QStringList trashRoutines(const RoutineText &text, const Entity &e)
{
    QStringList out{trashRoutine(text, e), purgeRoutine(text, e), removeRoutine(text, e)};
    if (canHaveChildren(text, e))
        out << rescopeRoutine(text, e);
    return out;
}

} // namespace crm
