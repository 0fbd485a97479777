#include "core/store/server/server_write_save.h"
#include "core/access/within_groups.h"
#include "core/model/filled_once.h"
#include "core/store/page.h"
#include "core/store/server/server_divisions.h"
#include "core/store/server/server_guests.h"
#include "core/store/server/server_tables.h"
#include "core/store/server/server_write_demands.h"
#include "core/store/server/server_write_number.h"
#include "core/store/server/server_write_parts.h"
#include "core/store/stored_documents.h"

namespace crm {

const QString saveVariables =
    QStringLiteral("DECLARE v_id, v_seen, v_version, v_before, v_scope, v_by, v_deleted, v_n, v_taken BIGINT;\n"
                   "DECLARE v_i, v_j, v_c, v_ask INT DEFAULT 0;\n"
                   "DECLARE v_diff TINYINT DEFAULT 0;\n"
                   "DECLARE v_k, v_path VARCHAR(80) {text};\n"
                   "DECLARE v_parent, v_parent_before VARCHAR(48) {text} DEFAULT '';\n"
                   "DECLARE v_msg VARCHAR(255) {text};\n"
                   "DECLARE v_idtext, v_seentext LONGTEXT {text};\n"
                   "DECLARE v_x, v_fx, v_keys, v_v, v_f, v_l LONGTEXT {text};\n");

namespace {
constexpr int mostLines = 10'000;
constexpr int severalLines = 3; // fewer are quicker one by one

/// One document's saving procedure, step by step.
class SaveText
{
public:
    SaveText(const RoutineText &text, const Entity &entity)
        : m_text(text)
        , m_e(entity)
        , m_fields(text, entity)
    {}

    QString routine() const;

private:
    QString readStored() const;
    QString mayUpdate() const;
    QString lock() const;
    QString people() const;
    QString onlyBy() const;
    QString context() const;
    QString content() const;
    QString scope() const;
    QString scopeOfParent() const;
    QString scopeOf(const QString &entity, const QString &id) const;
    QString mayMove() const;
    QString custom() const;
    QString lines() const;
    QString plainLines(const Entity &line) const;
    QString gone(const LineTable &table) const;
    QString write() const;
    QString search() const;
    QString follow() const;

    QString parentBefore() const;
    QString refused(const char *kind, const QString &field = {}, const char *detail = "") const
    {
        return refuse(QLatin1String(kind), m_e.key(), field, QLatin1String(detail));
    }
    bool isAttached() const { return m_e.scope().kind == Scope::Attached; }
    QString table() const { return QStringLiteral("{data}.") + quoted(m_e.key()); }

    const RoutineText &m_text;
    const Entity &m_e;
    FieldText m_fields;
};

QString SaveText::routine() const
{
    const QList<Part> parts{{"v", "v_v", true},
                            {"f", "v_f", true},
                            {"s", "v_search", false},
                            {"l", "v_l", true, true},
                            {"x", "v_custom", true, true},
                            {"lines", "v_lines", false, true},
                            {"gone", "v_gone", false, true}};
    const QString body =
        QStringLiteral("BEGIN\n") + saveVariables +
        QStringLiteral("DECLARE v_custom, v_lines, v_gone, v_search LONGTEXT {text};\n"
                       "DECLARE o_extra, o_extra_internal, o_extra_restricted LONGTEXT {text};\n"
                       "DECLARE v_scope_seen BIGINT; DECLARE v_parent_seen VARCHAR(48) {text};\n"
                       "DECLARE v_sees, v_may, v_done TINYINT DEFAULT 0;\n"
                       "DECLARE a_all, a_internal, a_restricted LONGTEXT {text} DEFAULT '';\n") +
        divisionVariables() + demandVariables(m_e) + m_fields.declarations() +
        readParts(QStringLiteral("p_op"), m_e, parts, {"op", "e"}) +
        QStringLiteral("SET p_id=v_id, p_version=v_seen, p_number=NULL, p_changed=0;\n"
                       "IF v_seen>0 THEN\n") +
        readStored() + mayUpdate() + (m_e.openWhileLocked().isEmpty() ? lock() : QString()) +
        QStringLiteral("ELSE SET v_by=p_me;\n%1END IF;\n")
            .arg(when(QStringLiteral("EXISTS (SELECT 1 FROM %1 WHERE id=v_id)").arg(table()), refused("duplicate"))) +
        m_fields.parsing() + m_fields.parsingLists() + (m_e.openWhileLocked().isEmpty() ? QString() : lock()) +
        people() + content() + onlyBy() + context() + m_fields.required() + recordDemands(m_e) + custom() +
        askDivided(m_e) + scope() + placeInDivision(m_text, m_e) + mayMove() + m_fields.uniqueness() +
        numberText(m_e, m_fields) + write() + follow() +
        QStringLiteral("SET p_changed=1;\nEND IF;\nSET p_scope=v_scope;\n%1END")
            .arg(m_e.numberField().isEmpty() ? QString()
                                             : QStringLiteral("SET p_number=n.%1;\n").arg(m_e.numberField()));
    return m_text.procedure(QStringLiteral("save__") + m_e.key(),
                            whoParameters +
                                QStringLiteral(", IN p_op LONGTEXT {text}, OUT p_id BIGINT, OUT p_version BIGINT, "
                                               "OUT p_scope BIGINT, OUT p_number VARCHAR(64) {text}, "
                                               "OUT p_changed TINYINT, ") +
                                logParameters,
                            body);
}

QString SaveText::readStored() const
{
    QStringList columns{"version", "scope_id", "created_by", "IFNULL(deleted_at,0)"};
    QStringList variables{"v_version", "v_before", "v_by", "v_deleted"};
    m_fields.selected(columns, variables);
    // First whether it is seen: nobody shall hold locks on rows of others. Whether it may be changed is asked along.
    return m_text.rightsOf(m_e, QStringLiteral("v_id"), {"can_read", "can_update"}, {"v_sees", "v_may"},
                           QStringLiteral("v_scope_seen"), QStringLiteral("v_parent_seen")) +
           QStringLiteral("IF NOT v_sees THEN %1END IF;\n").arg(refused("notfound")) +
           QStringLiteral("SELECT %2 INTO %3 FROM %1 WHERE id=v_id FOR UPDATE;\n"
                          "IF v_version IS NULL THEN %4END IF;\n"
                          "IF v_deleted>0 THEN %5END IF;\n"
                          "IF v_version<>v_seen THEN %6END IF;\n%7")
               .arg(table(), columns.join(u','), variables.join(u','), refused("notfound"), refused("trashed"),
                    refused("conflict"),
                    isAttached()
                        ? QStringLiteral("SET v_parent_before=IFNULL(o.parent_entity,''), v_parent=v_parent_before;\n")
                        : QString());
}

QString SaveText::mayUpdate() const
{
    // What was asked before the lock holds unless somebody has moved the record meanwhile.
    return QStringLiteral("IF NOT (v_before<=>v_scope_seen AND v_parent_before<=>v_parent_seen) THEN SELECT %1 INTO "
                          "v_may; END IF;\nIF NOT v_may THEN %2END IF;\n")
        .arg(m_text.may(m_e, QStringLiteral("can_update"), QStringLiteral("v_parent_before"),
                        QStringLiteral("v_before")),
             refused("denied"));
}

QString SaveText::lock() const
{
    if (m_e.lockField().isEmpty())
        return {};
    if (m_e.openWhileLocked().isEmpty())
        return QStringLiteral("IF o.%1 IS NOT NULL THEN %2END IF;\n").arg(m_e.lockField(), refused("locked"));
    QStringList shut{QStringLiteral("v_lines IS NOT NULL"), QStringLiteral("v_gone IS NOT NULL")};
    for (const Field &f : m_e.fieldList()) {
        const bool written = isWritten(f) || (isListKind(f.kind()) && !f.isCustom());
        if (!written)
            continue;
        if (!m_e.openWhileLocked().contains(f.key()))
            shut << QStringLiteral("(g.%1 AND NOT (n.%1<=>o.%1))").arg(f.key());
        else if (isFilledOnce(m_e.key(), f.key()))
            shut << QStringLiteral("(g.%1 AND o.%1 IS NOT NULL AND NOT (n.%1<=>o.%1))").arg(f.key());
    }
    return QStringLiteral("IF v_seen>0 AND o.%1 IS NOT NULL AND (%2) THEN %3END IF;\n")
        .arg(m_e.lockField(), shut.join(QStringLiteral(" OR ")), refused("locked"));
}

/// Whose record it is when nobody says so.
QString SaveText::people() const
{
    const Scope &s = m_e.scope();
    QString out;
    if (s.kind == Scope::Owner || s.kind == Scope::Private)
        out = QStringLiteral("IF v_seen=0 AND n.%1 IS NULL THEN SET n.%1=p_me; END IF;\n").arg(s.field);
    if (s.kind == Scope::Private)
        out += QStringLiteral("IF NOT (n.%1<=>p_me) THEN %2END IF;\n").arg(s.field, refused("denied", s.field));
    return out;
}

QString SaveText::onlyBy() const
{
    const QString person = m_e.changedOnlyByField();
    if (person.isEmpty())
        return {};
    QStringList changed;
    for (const Field &f : m_e.fieldList()) {
        if (!f.isCustom() && f.key() != person &&
            (m_e.changedOnlyByFields().isEmpty() || m_e.changedOnlyByFields().contains(f.key())))
            changed << QStringLiteral("(g.%1 AND NOT (n.%1<=>o.%1))").arg(f.key());
    }
    return QStringLiteral("IF v_seen=0 AND n.%1 IS NULL THEN SET n.%1=p_me; END IF;\n"
                          "IF NOT p_admin THEN\n"
                          "IF v_seen=0 AND n.%1<>p_me THEN %2END IF;\n"
                          "IF v_seen>0 AND NOT (n.%1<=>o.%1) THEN %2END IF;\n"
                          "IF v_seen>0 AND NOT (o.%1<=>p_me) AND (%3) THEN %4END IF;\nEND IF;\n")
        .arg(person, refused("denied", person), changed.join(QStringLiteral(" OR ")), refused("denied"));
}

/// A file's record gives its content to whoever sees the record: nobody may name one that he does not have.
QString SaveText::content() const
{
    if (m_e.key() != QLatin1String("files"))
        return {};
    return QStringLiteral(
               "IF g.hash AND n.hash IS NOT NULL AND NOT (n.hash<=>o.hash) THEN\n"
               "CALL {data}.knows_blob(p_me,UNHEX(n.hash),v_j);\nIF NOT IFNULL(v_j,0) THEN %1END IF;\nEND IF;\n")
        .arg(refused("reference", QStringLiteral("hash")));
}

/// parent_entity and parent_id: both or neither, and a record that the person sees.
QString SaveText::context() const
{
    if (!m_e.hasContext())
        return {};
    QString parents;
    for (const Entity *e : m_text.documents()) {
        if (isAttached() && !e->attachments().contains(m_e.key()))
            continue;
        parents += QStringLiteral("WHEN '%1' THEN\n%2")
                       .arg(e->key(), when(QStringLiteral("NOT ") + m_text.isTarget(*e, QStringLiteral("n.parent_id")),
                                           refused("reference", QStringLiteral("parent_id"))));
    }
    return QStringLiteral("IF (n.parent_entity IS NULL)<>(n.parent_id IS NULL) THEN %1END IF;\n"
                          "%2IF n.parent_id IS NOT NULL AND (v_seen=0 OR NOT (n.parent_id<=>o.parent_id) OR "
                          "NOT (n.parent_entity<=>o.parent_entity)) THEN\nCASE n.parent_entity\n%3ELSE %4END CASE;\n"
                          "END IF;\n")
        .arg(refused("invalid", QStringLiteral("parent_id"), "half"),
             isAttached() ? QStringLiteral("SET v_parent=IFNULL(n.parent_entity,'');\n") : QString(), parents,
             refused("reference", QStringLiteral("parent_entity")));
}

/// Where there are divisions, under the lock of the record: whoever divides it anew comes before or after.
QString SaveText::scopeOf(const QString &entity, const QString &id) const
{
    const QString read =
        QStringLiteral("SELECT t.scope_id INTO v_scope FROM {data}.%1 t WHERE t.id=%2").arg(quoted(entity), id);
    return QStringLiteral("IF v_divided THEN %1 LOCK IN SHARE MODE; ELSE %1; END IF;\n").arg(read);
}

QString SaveText::scopeOfParent() const
{
    QString out = QStringLiteral("SET v_scope=v_by;\nCASE n.parent_entity\n");
    for (const Entity *e : m_text.documents()) {
        if (e->attachments().contains(m_e.key()))
            out += QStringLiteral("WHEN '%1' THEN\n%2").arg(e->key(), scopeOf(e->key(), QStringLiteral("n.parent_id")));
    }
    return out + QStringLiteral("ELSE BEGIN END;\nEND CASE;\n");
}

QString SaveText::scope() const
{
    const Scope &s = m_e.scope();
    switch (s.kind) {
    case Scope::Everyone:
        return QStringLiteral("SET v_scope=0;\n");
    case Scope::Private:
        return QStringLiteral("SET v_scope=n.%1;\n").arg(s.field);
    case Scope::Attached:
        return scopeOfParent();
    case Scope::Parent:
        return QStringLiteral("SET v_scope=v_by;\nIF n.%1 IS NOT NULL THEN\n%2END IF;\n")
            .arg(s.field, scopeOf(m_e.field(s.field)->target(), QStringLiteral("n.") + s.field));
    case Scope::Owner:
        break;
    }
    const QString own = QStringLiteral("SET v_scope=IFNULL(n.%1,v_by);\n").arg(s.field);
    if (s.members.isEmpty())
        return own;
    // The same person and the same list: as it was. An owner's record that nobody shares has the owner's scope.
    return QStringLiteral(
               "IF v_seen>0 AND NOT IFNULL(g.%1,0) AND v_before<=>IFNULL(n.%2,v_by) THEN SET v_scope=v_before;\nELSE "
               "%3END IF;\n")
        .arg(s.members, s.field,
             own + when(QStringLiteral(
                            "IF(g.%1 OR v_seen=0,n.%1<>'[]',EXISTS (SELECT 1 FROM {data}.%2 WHERE owner_id=v_id))")
                            .arg(s.members, quoted(linkTable(m_e, *m_e.field(s.members)))),
                        QStringLiteral("SET v_scope=v_id; ")));
}

/// A new record: may it be made there? A stored one that moves: does the person reach where it goes?
QString SaveText::mayMove() const
{
    const QString parent = QStringLiteral("v_parent"), scope = QStringLiteral("v_scope");
    const QString create = m_text.may(m_e, QStringLiteral("can_create"), parent, scope);
    const QString update = m_text.may(m_e, QStringLiteral("can_update"), parent, scope);
    QString mine = QStringLiteral("0");
    if (const Scope &s = m_e.scope(); !s.members.isEmpty()) {
        // A new record with a list of its own is not in `reach` yet: its owner and members decide.
        mine = QStringLiteral(
                   "(v_scope=v_id AND EXISTS (SELECT 1 FROM {data}.levels l WHERE l.user_id=p_me AND l.entity='%3' "
                   "AND l.parent='' AND (l.can_create=%4 OR (l.can_create>0 AND (n.%1<=>p_me OR "
                   "JSON_CONTAINS(n.%2,CAST(p_me AS CHAR)))))))")
                   .arg(s.field, s.members, m_e.key())
                   .arg(int(withinGroups));
    }
    const QString node = m_e.scope().members.isEmpty() ? QString() : QStringLiteral(" AND v_scope<>v_id");
    return QStringLiteral(
               "IF v_seen=0 THEN\n%1ELSEIF (v_scope<>v_before OR v_parent<>v_parent_before)%2 THEN\n%3END IF;\n")
        .arg(when(QStringLiteral("NOT (%1 OR %2)").arg(mine, create), refused("denied")), node,
             when(QStringLiteral("NOT (%1 OR %2)").arg(update, create), refused("denied", m_e.scope().field)));
}

QString SaveText::custom() const
{
    if (!m_text.registry.find(QStringLiteral("custom_fields")))
        return {};
    return QStringLiteral(
               "IF v_custom='{}' THEN SET v_custom=NULL; END IF;\n"
               "SET v_ask=v_custom IS NOT NULL;\n"
               "IF v_seen=0 AND NOT v_ask THEN SELECT EXISTS (SELECT 1 FROM {data}.custom_fields c WHERE "
               "c.entity='%1' AND c.required=1 AND c.deleted_at IS NULL) INTO v_ask; END IF;\nIF v_ask THEN\n"
               "IF v_seen>0 THEN SELECT extra, extra_internal, extra_restricted INTO o_extra, o_extra_internal, "
               "o_extra_restricted FROM %2 WHERE id=v_id; END IF;\n"
               "CALL {data}.save_custom(p_me,p_admin,p_staff,'%1',v_seen,IFNULL(v_custom,'{}'),o_extra,"
               "o_extra_internal,o_extra_restricted,a_all,a_internal,a_restricted,v_diff);\nEND IF;\n")
        .arg(m_e.key(), table());
}

QString SaveText::gone(const LineTable &t) const
{
    const Entity &line = m_text.registry.at(t.entity);
    return QStringLiteral("IF JSON_EXISTS(v_gone,'$.%1') THEN SET v_c=v_c-1, v_x=JSON_QUERY(v_gone,'$.%1');\n"
                          "IF v_x IS NULL OR JSON_TYPE(v_x)<>'ARRAY' OR JSON_LENGTH(v_x)>%2 THEN %3END IF;\n"
                          "FOR r IN (SELECT x.i FROM JSON_TABLE(v_x,'$[*]' COLUMNS(i VARCHAR(24) PATH '$')) x) DO\n"
                          "IF r.i IS NULL OR r.i NOT REGEXP '^[1-9][0-9]{0,17}$' THEN %3END IF;\n"
                          "CALL {data}.gone__%1(v_id,r.i,a_all,a_internal,a_restricted,v_diff);\nEND FOR;\n"
                          "END IF;\n")
        .arg(line.key())
        .arg(mostLines)
        .arg(refused("invalid", line.key(), "type"));
}

/// Several lines in a few statements, if nothing is wrong with any; v_done says whether they are.
QString SaveText::plainLines(const Entity &line) const
{
    if (!canSavePlainLines(line))
        return QStringLiteral("SET v_done=0;\n");
    return QStringLiteral("SET v_done=0;\nIF JSON_LENGTH(v_x)>=%1 THEN CALL {data}.plain__%2(%3,v_x,v_id,v_scope,"
                          "v_seen=0,a_all,a_internal,v_diff,v_done); END IF;\n")
        .arg(severalLines)
        .arg(line.key(), whoArguments);
}

QString SaveText::lines() const
{
    const QString unknown = refused("invalid", {}, "lines");
    if (m_e.lineTables().isEmpty())
        return QStringLiteral("IF IFNULL(v_lines,'{}')<>'{}' OR IFNULL(v_gone,'{}')<>'{}' THEN %1END IF;\n")
            .arg(unknown);
    QString saves, goes;
    for (const LineTable &t : m_e.lineTables()) {
        goes += gone(t);
        saves +=
            QStringLiteral("IF JSON_EXISTS(v_lines,'$.%1') THEN SET v_c=v_c-1, v_x=JSON_QUERY(v_lines,'$.%1');\n"
                           "IF v_x IS NULL OR JSON_TYPE(v_x)<>'ARRAY' OR JSON_LENGTH(v_x)>%2 THEN %3END IF;\n"
                           "%5IF NOT v_done THEN\n"
                           "FOR r IN (SELECT x.j FROM JSON_TABLE(v_x,'$[*]' COLUMNS(j JSON PATH '$')) x) DO\n"
                           "CALL {data}.save__%1(%4,r.j,v_id,v_scope,v_seen=0,a_all,a_internal,a_restricted,v_diff);\n"
                           "END FOR;\nEND IF;\nEND IF;\n")
                .arg(t.entity)
                .arg(mostLines)
                .arg(refused("invalid", t.entity, "type"), whoArguments, plainLines(m_text.registry.at(t.entity)));
    }
    const auto section = [&](const QString &name, const QString &what) {
        return QStringLiteral("IF v_%1 IS NOT NULL THEN\n%2%3IF v_c<>0 THEN %4END IF;\nEND IF;\n")
            .arg(name, readKeys(name, m_e.key()), what, unknown);
    };
    return section(QStringLiteral("gone"), goes) + section(QStringLiteral("lines"), saves);
}

QString SaveText::write() const
{
    const QStringList columns{"id",         "version",  "scope_id", "created_at",     "created_by",      "changed_at",
                              "changed_by", "batch_id", "extra",    "extra_internal", "extra_restricted"};
    const QStringList values{"v_id",
                             "1",
                             "v_scope",
                             "p_now",
                             "p_me",
                             "p_now",
                             "p_me",
                             "p_batch",
                             "o_extra",
                             "o_extra_internal",
                             "o_extra_restricted"};
    QStringList changes{"version=version+1", "scope_id=v_scope", "changed_at=p_now", "changed_by=p_me",
                        "batch_id=p_batch"};
    for (const char *extra : {"extra", "extra_internal", "extra_restricted"})
        changes << QStringLiteral("%1=IF(v_custom IS NULL,%1,o_%1)").arg(QLatin1String(extra));
    QString rescope;
    if (!m_e.lineTables().isEmpty() || !m_text.children(m_e).isEmpty())
        rescope =
            QStringLiteral("IF v_seen>0 AND v_scope<>v_before THEN CALL {data}.rescope__%1(v_id,v_scope); END IF;\n")
                .arg(m_e.key());
    return QStringLiteral("IF v_seen=0 THEN\n%1SET v_diff=1;\nEND IF;\n").arg(m_fields.insert(columns, values)) +
           beforeLineDemands(m_e) + lines() + lineDemands(m_text, m_e) +
           QStringLiteral("IF v_diff THEN\nIF v_seen>0 THEN\n%1END IF;\nSET p_version=v_seen+1;\n")
               .arg(m_fields.update(changes)) +
           m_fields.writeLists() + search() + rescope + followDivision(m_e) +
           QStringLiteral("SET l_parent=v_parent, l_before=v_before, l_all=IF(a_all='',NULL,CONCAT('{',"
                          "SUBSTRING(a_all,2),'}')), l_internal=IF(a_internal='',NULL,CONCAT('{',"
                          "SUBSTRING(a_internal,2),'}')), l_restricted=NULLIF(a_restricted,'');\n");
}

QString SaveText::search() const
{
    if (!isSearched(m_e))
        return {};
    // Classes that were not given keep their texts.
    const Field *number = m_e.field(m_e.numberField());
    const bool numbered = number && number->isSearchable() && number->fieldClass() == FieldClass::All;
    // The number that was taken just now is in no text that the program could have made.
    const auto with = [&](const char *more) {
        return numbered ? QStringLiteral(",IF(v_taken IS NULL,'',CONCAT(' ',%1))")
                              .arg(QString(QLatin1String(more)).arg(number->key()))
                        : QString();
    };
    return QStringLiteral(
               "IF v_seen=0 OR v_search IS NOT NULL THEN\n"
               "IF NOT p_staff AND JSON_EXISTS(v_search,'$.internal') THEN %1END IF;\n"
               "INSERT INTO {data}.%2 (id,text_all,words_all,text_internal,words_internal) VALUES (v_id,"
               "CONCAT(IFNULL(JSON_VALUE(v_search,'$.all'),'')%3),CONCAT(IFNULL(JSON_VALUE(v_search,'$.all_w'),'')%4),"
               "IFNULL(JSON_VALUE(v_search,'$.internal'),''),IFNULL(JSON_VALUE(v_search,'$.internal_w'),'')) "
               "ON DUPLICATE KEY UPDATE text_all=IF(JSON_EXISTS(v_search,'$.all'),VALUES(text_all),text_all),"
               "words_all=IF(JSON_EXISTS(v_search,'$.all'),VALUES(words_all),words_all),"
               "text_internal=IF(JSON_EXISTS(v_search,'$.internal'),VALUES(text_internal),text_internal),"
               "words_internal=IF(JSON_EXISTS(v_search,'$.internal'),VALUES(words_internal),words_internal);\n"
               "END IF;\n")
               .arg(refused("denied"), quoted(serverSearchTable(m_e)), with("f.%1"),
                    with("{data}.trigram_words(CONCAT(' ',f.%1))")) +
           (numbered ? numberedLaterText(m_e) : QString());
}

QString SaveText::follow() const
{
    const Scope &s = m_e.scope();
    QString out;
    if (s.kind == Scope::Owner && !s.members.isEmpty()) {
        const QString links = QStringLiteral("{data}.") + quoted(linkTable(m_e, *m_e.field(s.members)));
        out = QStringLiteral(
                  "IF (v_scope=v_id OR v_before<=>v_id) AND (v_seen=0 OR g.%1 OR NOT (n.%2<=>o.%2)) THEN\n"
                  "SET v_x='[]';\nIF v_scope=v_id THEN\n"
                  "SELECT CONCAT('[',IFNULL(GROUP_CONCAT(x.u),''),']') INTO v_x FROM (SELECT target_id u FROM %3 WHERE "
                  "owner_id=v_id UNION SELECT n.%2 FROM DUAL WHERE n.%2 IS NOT NULL) x;\nEND IF;\n"
                  "CALL {data}.set_node_members(v_id,v_x);\nEND IF;\n")
                  .arg(s.members, s.field, links);
    }
    // A new record takes no administrator away; the first roles come before the first of them. Nor does a new name:
    // only what can take one away looks at all of them, with locks, where two administrators at once may meet.
    const char *const decides = m_e.key() == QLatin1String("users") ? "(n.active<=>o.active AND n.role_id<=>o.role_id)"
                                                                    : "(n.is_admin<=>o.is_admin)";
    return out + followPeople(m_text, m_e, QStringLiteral("v_id"))
                     .replace(QStringLiteral("CALL {data}.keep_admin();"),
                              QStringLiteral("IF v_seen>0 AND NOT %1 THEN CALL {data}.keep_admin(); END IF;")
                                  .arg(QLatin1String(decides)));
}
} // namespace

QString logChange(const ChangeRow &c)
{
    return QStringLiteral(
               "INSERT INTO {data}.changes (n,tx,at,user_id,user_name,entity,decider,parent,record_id,op,version,"
               "scope_before,scope_after,fields,fields_internal,fields_restricted,batch_id) VALUES "
               "(%1,CONNECTION_ID(),p_now,p_me,p_name,%2,%2,%3,%4,%5,%6,%7,%8,%9,p_batch);\n")
        .arg(c.number, c.entity, c.parent, c.id, c.op, c.version, c.before, c.after, c.fields);
}

QString followPeople(const RoutineText &text, const Entity &entity, const QString &id)
{
    const QString &key = entity.key();
    if (key == QLatin1String("teams"))
        return QStringLiteral("CALL {data}.follow_team();\n");
    if (key != QLatin1String("users") && key != QLatin1String("roles"))
        return followGuests(text, entity, id);
    const QString call = key == QLatin1String("users") ? QStringLiteral("follow_user") : QStringLiteral("follow_role");
    return QStringLiteral("CALL {data}.%1(%2);\nCALL {data}.keep_admin();\n").arg(call, id);
}

QString saveRoutine(const RoutineText &text, const Entity &entity) { return SaveText(text, entity).routine(); }

} // namespace crm
