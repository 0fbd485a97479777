#include "core/store/server/server_write_fields.h"
#include "core/model/drawing.h"
#include "core/model/format.h"
#include "core/store/codec.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {
constexpr int longText = 2000;       // characters; shorter ones are cheaper to read than to ask about
constexpr int longestVariable = 768; // beyond it a variable is a LONGTEXT
constexpr int mostKeys = 500;

bool isMoving(const Field &f) { return isWritten(f); }

QString variableType(const Field &f)
{
    if (isListKind(f.kind()))
        return QStringLiteral("LONGTEXT {text}");
    if (f.kind() == Kind::Date)
        return QStringLiteral("DATE");
    if (f.kind() == Kind::Bool)
        return QStringLiteral("TINYINT");
    if (!isTextKind(f.kind()))
        return QStringLiteral("BIGINT");
    return f.size() <= longestVariable ? QStringLiteral("VARCHAR(%1) {text}").arg(f.size())
                                       : QStringLiteral("LONGTEXT {text}");
}

/// A column that keeps its value unless the field was given.
QString given(const Field &f, const QString &column, const QString &variable)
{
    return QStringLiteral("%1=IF(g.%2,%3,%1)").arg(quoted(column), f.key(), variable);
}
} // namespace

bool isLongText(const Field &field) { return isTextKind(field.kind()) && field.size() > longText; }

QString defaultLiteral(const Field &field)
{
    const QVariant value = toColumn(field, field.hasFixedDefault() ? field.defaultValue() : QVariant());
    if (value.isNull())
        return QStringLiteral("NULL");
    return isTextKind(field.kind()) || field.kind() == Kind::Date ? sqlLiteral(value.toString()) : value.toString();
}

QString readKeys(const QString &section, const QString &entity)
{
    return QStringLiteral("IF LEFT(v_%1,1)<>'{' AND JSON_TYPE(v_%1)<>'OBJECT' THEN %3END IF;\n"
                          "SET v_c=JSON_LENGTH(v_%1);\n"
                          "IF v_c>%2 THEN %3END IF;\n"
                          "SET v_keys=JSON_KEYS(v_%1);\n"
                          "IF JSON_LENGTH(v_keys)<>v_c THEN %3END IF;\n")
        .arg(section)
        .arg(mostKeys)
        .arg(refuse(QStringLiteral("invalid"), entity, {}, QStringLiteral("keys")));
}

QString FieldText::refuseField(const QString &kind, const Field &f, const QString &detail) const
{
    if (m_entity.isLine()) // which line it was is worth more than what was wrong
        return refuseWith(kind, m_entity.key(), sqlLiteral(f.key()), QStringLiteral("v_id"));
    return refuse(kind, m_entity.key(), f.key(), detail);
}

QString FieldText::declarations() const
{
    QStringList values, givens, folds, initial;
    for (const Field &f : m_entity.fieldList()) {
        if (f.isCustom() || f.isKept())
            continue;
        const QString type = quoted(f.key()) + u' ' + variableType(f);
        values << type;
        givens << quoted(f.key()) + QStringLiteral(" TINYINT");
        if (hasFoldedCopy(f))
            folds << type;
        const QString value = isListKind(f.kind()) ? QStringLiteral("'[]'") : defaultLiteral(f);
        if (value != QLatin1String("NULL"))
            initial << QStringLiteral("n.%1=%2").arg(f.key(), value);
    }
    // Rows, not a variable each: a call makes and clears each variable that is declared.
    QString out =
        QStringLiteral("DECLARE o, n ROW(%1);\nDECLARE g ROW(%2);\n").arg(values.join(u','), givens.join(u','));
    if (!folds.isEmpty())
        out += QStringLiteral("DECLARE f ROW(%1);\n").arg(folds.join(u','));
    return initial.isEmpty() ? out : out + QStringLiteral("SET %1;\n").arg(initial.join(u','));
}

void FieldText::selected(QStringList &columns, QStringList &variables) const
{
    for (const Field &f : m_entity.fieldList()) {
        if (!isMoving(f) || isLongText(f))
            continue;
        columns << quoted(f.key()) << quoted(f.key());
        variables << QStringLiteral("o.") + f.key() << QStringLiteral("n.") + f.key();
    }
}

QString FieldText::parsing() const
{
    QList<std::pair<QString, QString>> branches;
    QStringList keys;
    for (const Field &f : m_entity.fieldList()) {
        if (!isMoving(f))
            continue;
        branches.append({f.key(), branch(f)});
        keys << f.key();
    }
    const QString unknown =
        refuseWith(QStringLiteral("invalid"), m_entity.key(),
                   QStringLiteral("IF(v_k REGEXP '^[a-z][a-z0-9_]{0,47}$',v_k,'')"), QStringLiteral("'unknown'"));
    const QString wrongType = refuseWith(QStringLiteral("invalid"), m_entity.key(), QStringLiteral("IFNULL(v_k,'')"),
                                         m_entity.isLine() ? QStringLiteral("v_id") : QStringLiteral("'type'"));
    return QStringLiteral("IF v_v IS NOT NULL THEN BEGIN\n"
                          "DECLARE EXIT HANDLER FOR 1264,1265,1292,1366,1406,1411,1690 BEGIN\n%1END;\n"
                          "%2SET v_i=0;\n"
                          "WHILE v_i<v_c DO\n"
                          "SET v_k=JSON_VALUE(v_keys,CONCAT('$[',v_i,']'));\n"
                          "IF v_k IS NULL OR NOT FIND_IN_SET(v_k,'%4') THEN %3END IF;\n"
                          "SET v_path=CONCAT('$.',v_k), v_x=NULLIF(JSON_VALUE(v_v,v_path),'');\n"
                          "IF v_x IS NULL AND JSON_TYPE(JSON_EXTRACT(v_v,v_path)) NOT IN ('NULL','STRING') THEN %1"
                          "END IF;\n"
                          "%5SET v_i=v_i+1;\n"
                          "END WHILE;\nEND; END IF;\n")
        .arg(wrongType, readKeys(QStringLiteral("v"), m_entity.key()), unknown, keys.join(u','),
             dispatch(QStringLiteral("v_k"), branches, unknown));
}

QString FieldText::branch(const Field &f) const
{
    QString out = classCheck(f) + kindCheck(f);
    if (isLongText(f)) {
        out += QStringLiteral("IF v_seen>0 THEN SELECT %1 INTO o.%2 FROM {data}.%3 WHERE id=v_id; END IF;\n")
                   .arg(quoted(f.key()), f.key(), quoted(m_entity.key()));
    }
    out += QStringLiteral("SET n.%1=v_x, g.%1=1;\n").arg(f.key());
    if (f.key() == m_entity.lineParentField()) {
        return out + QStringLiteral("IF n.%1<>p_doc THEN %2END IF;\n")
                         .arg(f.key(), refuseField(QStringLiteral("invalid"), f));
    }
    if (isIntegerKind(f.kind()))
        out += integerCheck(f);
    if (f.kind() == Kind::Date)
        out += QStringLiteral("IF YEAR(n.%1) NOT BETWEEN 1000 AND 9999 THEN %2END IF;\n")
                   .arg(f.key(), refuseField(QStringLiteral("invalid"), f, QStringLiteral("range")));
    if (hasFoldedCopy(f)) {
        out += QStringLiteral("SET f.%1=NULL;\nIF v_x IS NOT NULL THEN SET v_fx=JSON_VALUE(v_f,v_path);\n"
                              "IF v_fx IS NULL THEN SET v_fx={data}.fold_text(v_x); END IF;\n"
                              "SET f.%1=LEFT(v_fx,%2);\nEND IF;\n")
                   .arg(f.key())
                   .arg(f.size());
    }
    if (isRefKind(f.kind()))
        out += referenceCheck(f);
    if (f.key() == m_entity.numberField()) {
        out += QStringLiteral("IF v_seen>0 AND NOT (n.%1<=>o.%1) THEN %2END IF;\n")
                   .arg(f.key(), refuseField(QStringLiteral("denied"), f));
    }
    return out + audit(f);
}

QString FieldText::classCheck(const Field &f) const
{
    if (f.fieldClass() == FieldClass::All)
        return {};
    const QString may = f.fieldClass() == FieldClass::Internal
                            ? QStringLiteral("p_staff")
                            : QStringLiteral("(p_admin OR EXISTS (SELECT 1 FROM {data}.held_rights h WHERE "
                                             "h.user_id=p_me AND h.right_name=%1))")
                                  .arg(sqlLiteral(f.right()));
    const QString refusal = refuseField(QStringLiteral("denied"), f);
    // A new record comes with what the declaration says, not the person.
    return QStringLiteral("IF v_seen>0 OR NOT (v_x<=>%1) THEN\n%2END IF;\n")
        .arg(defaultLiteral(f), f.fieldClass() == FieldClass::Internal
                                    ? QStringLiteral("IF NOT p_staff THEN %1END IF;\n").arg(refusal)
                                    : when(QStringLiteral("NOT ") + may, refusal));
}

QString FieldText::kindCheck(const Field &f) const
{
    const QString fault = refuseField(QStringLiteral("invalid"), f, QStringLiteral("type"));
    if (f.kind() == Kind::Bool)
        return QStringLiteral("IF v_x NOT IN ('0','1') THEN %1END IF;\n").arg(fault);
    if (f.kind() == Kind::Date)
        return QStringLiteral("IF v_x NOT REGEXP '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN %1END IF;\n").arg(fault);
    if (isTextKind(f.kind()))
        return textCheck(f);
    if (isRefKind(f.kind()))
        return QStringLiteral("SET v_x=NULLIF(v_x,'0');\nIF v_x NOT REGEXP '^[1-9][0-9]{0,18}$' THEN %1END IF;\n")
            .arg(fault);
    return QStringLiteral("IF v_x NOT REGEXP '^-?[0-9]{1,19}$' THEN %1END IF;\n").arg(fault);
}

QString FieldText::textCheck(const Field &f) const
{
    QString out = QStringLiteral("IF CHAR_LENGTH(v_x)>%1 THEN %2END IF;\n")
                      .arg(f.size())
                      .arg(refuseField(QStringLiteral("invalid"), f, QStringLiteral("length")));
    if (f.kind() == Kind::Time)
        out += QStringLiteral("IF v_x NOT REGEXP '%1' THEN %2END IF;\n")
                   .arg(timeForm, refuseField(QStringLiteral("invalid"), f, QStringLiteral("type")));
    if (holdsDrawing(m_entity.key(), f.key()))
        out += QStringLiteral("IF v_x NOT REGEXP %1 THEN %2END IF;\n")
                   .arg(sqlLiteral(drawingForm()), refuseField(QStringLiteral("invalid"), f, QStringLiteral("type")));
    if (f.kind() == Kind::Choices)
        return out + choicesCheck(f);
    return f.kind() == Kind::Choice ? out + choiceCheck(f) : out;
}

QString FieldText::choiceCheck(const Field &f) const
{
    QStringList keys;
    for (const Choice &c : f.choices())
        keys << sqlLiteral(c.key);
    QString out =
        QStringLiteral("IF v_x NOT IN (%1) AND NOT (v_x<=>o.%2) THEN %3END IF;\n")
            .arg(keys.join(u','), f.key(), refuseField(QStringLiteral("invalid"), f, QStringLiteral("choice")));
    // In the order of the choices: a text that differs from program to program would be an upgrade each time.
    for (const Choice &from : f.choices()) {
        const QStringList to = f.transitions().value(from.key);
        if (to.isEmpty())
            continue;
        QStringList allowed{sqlLiteral(from.key)};
        for (const QString &key : to)
            allowed << sqlLiteral(key);
        out += QStringLiteral("IF o.%1=%2 AND v_x NOT IN (%3) THEN %4END IF;\n")
                   .arg(f.key(), sqlLiteral(from.key), allowed.join(u','),
                        refuseField(QStringLiteral("invalid"), f, QStringLiteral("transition")));
    }
    return out;
}

/// Several keys in their one form, each of them known or held before.
QString FieldText::choicesCheck(const Field &f) const
{
    QStringList keys;
    for (const Choice &c : f.choices())
        keys << sqlLiteral(c.key);
    return QStringLiteral("IF NOT (v_x<=>(%1)) THEN %2END IF;\nIF EXISTS (SELECT 1 FROM %3 WHERE x.t NOT IN (%4) AND "
                          "NOT IFNULL(LOCATE(CONCAT(';',x.t,';'),CONCAT(';',o.%5,';')),0)) THEN %6END IF;\n")
        .arg(canonicalChoices(QStringLiteral("v_x")), refuseField(QStringLiteral("invalid"), f, QStringLiteral("type")),
             choicesTable(QStringLiteral("v_x")), keys.join(u','), f.key(),
             refuseField(QStringLiteral("invalid"), f, QStringLiteral("choice")));
}

QString FieldText::integerCheck(const Field &f) const
{
    QStringList wrong;
    if (f.minimum())
        wrong << QStringLiteral("n.%1<%2").arg(f.key()).arg(*f.minimum());
    if (f.maximum())
        wrong << QStringLiteral("n.%1>%2").arg(f.key()).arg(*f.maximum());
    if (wrong.isEmpty())
        return {};
    return QStringLiteral("IF %1 THEN %2END IF;\n")
        .arg(wrong.join(QStringLiteral(" OR ")), refuseField(QStringLiteral("invalid"), f, QStringLiteral("range")));
}

QString FieldText::referenceCheck(const Field &f) const
{
    const Entity *target = m_text.registry.find(f.target());
    if (!target)
        return {}; // parent_id: checked once parent_entity is known, too
    const QString self = target == &m_entity ? QStringLiteral(" AND n.%1<>v_id").arg(f.key()) : QString();
    return QStringLiteral("IF n.%1 IS NOT NULL AND NOT (n.%1<=>o.%1)%2 THEN\n%3END IF;\n")
        .arg(f.key(), self,
             when(QStringLiteral("NOT ") + m_text.isTarget(*target, QStringLiteral("n.") + f.key()),
                  refuseField(QStringLiteral("reference"), f)));
}

QString FieldText::json(const Field &f, const QString &variable) const
{
    if (isTextKind(f.kind()))
        return QStringLiteral("IFNULL(JSON_QUOTE(%1),'null')").arg(variable);
    if (f.kind() == Kind::Date)
        return QStringLiteral("IFNULL(CONCAT('\"',%1,'\"'),'null')").arg(variable);
    return QStringLiteral("IFNULL(%1,'null')").arg(variable);
}

QString FieldText::audit(const Field &f) const
{
    const QString key = m_entity.isLine() ? QStringLiteral("CONCAT('%1/',v_id,'/%2')").arg(m_entity.key(), f.key())
                                          : u'\'' + f.key() + u'\'';
    return QStringLiteral("IF v_seen>0 AND NOT (n.%1<=>o.%1) THEN SET v_diff=1;\n%2END IF;\n")
        .arg(f.key(),
             appendAudit(f, key, json(f, QStringLiteral("o.") + f.key()), json(f, QStringLiteral("n.") + f.key())));
}

QString FieldText::appendAudit(const Field &f, const QString &key, const QString &before, const QString &after) const
{
    switch (f.fieldClass()) {
    case FieldClass::All:
    case FieldClass::Internal:
        return QStringLiteral("SET a_%1=CONCAT(a_%1,',\"',%2,'\":{\"o\":',%3,',\"n\":',%4,'}');\n")
            .arg(f.fieldClass() == FieldClass::All ? "all" : "internal", key, before, after);
    case FieldClass::Restricted:
        break;
    }
    return QStringLiteral("CALL {data}.audit_restricted(a_restricted,%1,%2,%3,%4);\n")
        .arg(sqlLiteral(f.right()), key, before, after);
}

QString FieldText::wholeLine(bool before) const
{
    const QString prefix = before ? QStringLiteral("o.") : QStringLiteral("n.");
    const QString key = QStringLiteral("CONCAT('%1/',v_id)").arg(m_entity.key());
    const auto sides = [&](const QString &value) {
        return before ? QStringList{value, "'null'"} : QStringList{"'null'", value};
    };
    QString out;
    QStringList all, internal;
    QMap<QString, QStringList> restricted;
    for (const Field &f : m_entity.fieldList()) {
        if (f.isCustom())
            continue;
        const QString variable = prefix + f.key();
        const QString empty =
            isListKind(f.kind()) ? QStringLiteral("%1='[]'").arg(variable) : variable + QStringLiteral(" IS NULL");
        const QString part = QStringLiteral("IF(%1,'',CONCAT(',\"%2\":',%3))").arg(empty, f.key(), json(f, variable));
        if (f.fieldClass() == FieldClass::All)
            all << part;
        else if (f.fieldClass() == FieldClass::Internal)
            internal << part;
        else
            restricted[f.right()] << part;
    }
    const auto object = [](const QStringList &parts) {
        return QStringLiteral("CONCAT('{',SUBSTRING(CONCAT('',%1),2),'}')").arg(parts.join(u','));
    };
    const auto append = [&](const QString &name, const QStringList &parts) {
        if (parts.isEmpty())
            return;
        const QStringList s = sides(object(parts));
        out += QStringLiteral("SET a_%1=CONCAT(a_%1,',\"',%2,'\":{\"o\":',%3,',\"n\":',%4,'}');\n")
                   .arg(name, key, s[0], s[1]);
    };
    append(QStringLiteral("all"), all);
    append(QStringLiteral("internal"), internal);
    for (auto it = restricted.cbegin(); it != restricted.cend(); ++it) {
        const QStringList s = sides(object(it.value()));
        out += QStringLiteral("CALL {data}.audit_restricted(a_restricted,%1,%2,%3,%4);\n")
                   .arg(sqlLiteral(it.key()), key, s[0], s[1]);
    }
    return out;
}

QString FieldText::parsingLists() const
{
    QString out;
    int lists = 0;
    for (const Field &f : m_entity.fieldList()) {
        if (!isListKind(f.kind()) || f.isCustom())
            continue;
        ++lists;
        const Entity &target = m_text.registry.at(f.target());
        const QString table =
            QStringLiteral("JSON_TABLE(v_x,'$[*]' COLUMNS(o FOR ORDINALITY, i VARCHAR(24) PATH '$')) x");
        const QString self = &target == &m_entity ? QStringLiteral(" AND x.i<>v_id") : QString();
        out += QStringLiteral("IF JSON_EXISTS(v_l,'$.%1') THEN\n"
                              "SET v_c=v_c-1, v_x=JSON_QUERY(v_l,'$.%1');\n"
                              "IF v_x IS NULL OR JSON_TYPE(v_x)<>'ARRAY' OR JSON_LENGTH(v_x)>10000 THEN %2END IF;\n%3"
                              "SELECT CONCAT('[',IFNULL(GROUP_CONCAT(x.i ORDER BY x.o),''),']'), COUNT(*), "
                              "COUNT(DISTINCT x.i), IFNULL(SUM(x.i REGEXP '^[1-9][0-9]{0,18}$'),0) "
                              "INTO n.%1, v_i, v_j, v_n FROM %4;\n"
                              "IF v_i<>v_j OR v_i<>v_n THEN %2END IF;\n")
                   .arg(f.key(), refuseField(QStringLiteral("invalid"), f, QStringLiteral("type")),
                        f.fieldClass() == FieldClass::All
                            ? QString()
                            : QStringLiteral("SET v_x=IF(v_x='[]',NULL,v_x);\n%1SET v_x=IFNULL(v_x,'[]');\n")
                                  .arg(classCheck(f)),
                        table);
        out += QStringLiteral("IF v_seen>0 THEN SELECT CONCAT('[',IFNULL(GROUP_CONCAT(target_id ORDER BY position),''),"
                              "']') INTO o.%1 FROM {data}.%2 WHERE owner_id=v_id; ELSE SET o.%1='[]'; END IF;\n"
                              "IF n.%1<>o.%1 THEN\nSET g.%1=1;\n"
                              "%3")
                   .arg(f.key(), quoted(linkTable(m_entity, f)),
                        when(QStringLiteral("EXISTS (SELECT 1 FROM %1 WHERE NOT %2%3)")
                                 .arg(table, m_text.isTarget(target, QStringLiteral("CAST(x.i AS SIGNED)")), self),
                             refuseField(QStringLiteral("reference"), f)));
        out += audit(f) + QStringLiteral("END IF;\nEND IF;\n");
    }
    const QString unknown = refuse(QStringLiteral("invalid"), m_entity.key(), {}, QStringLiteral("unknown"));
    if (!lists)
        return QStringLiteral("IF v_l IS NOT NULL AND v_l<>'{}' THEN %1END IF;\n").arg(unknown);
    return QStringLiteral("IF v_l IS NOT NULL THEN\n%1%2IF v_c<>0 THEN %3END IF;\nEND IF;\n")
        .arg(readKeys(QStringLiteral("l"), m_entity.key()), out, unknown);
}

QString FieldText::required() const
{
    QString out;
    for (const Field &f : m_entity.fieldList()) {
        const bool filledLater = f.key() == m_entity.numberField() || f.key() == m_entity.lineParentField();
        if (!f.isRequired() || f.isCustom() || filledLater)
            continue;
        const QString missing = isListKind(f.kind()) ? QStringLiteral("(v_seen=0 OR g.%1) AND n.%1='[]'")
                                : isLongText(f)      ? QStringLiteral("(v_seen=0 OR g.%1) AND n.%1 IS NULL")
                                                     : QStringLiteral("n.%1 IS NULL");
        out += QStringLiteral("IF %1 THEN %2END IF;\n")
                   .arg(missing.arg(f.key()), refuseField(QStringLiteral("required"), f));
    }
    return out;
}

QString FieldText::uniqueness() const
{
    QString out;
    for (const Field &f : m_entity.fieldList()) {
        if (!f.isUnique() || !isMoving(f))
            continue;
        const bool folded = hasFoldedCopy(f);
        const QString clash =
            QStringLiteral("EXISTS (SELECT 1 FROM {data}.%2 t WHERE t.%3=%4.%1 AND t.live=1 AND "
                           "t.id<>v_id)")
                .arg(f.key(), quoted(m_entity.key()), quoted(folded ? foldedColumn(f) : f.key()), folded ? "f" : "n");
        out += QStringLiteral("IF g.%1 AND NOT (n.%1<=>o.%1) THEN\n%2END IF;\n")
                   .arg(f.key(), when(clash, refuseField(QStringLiteral("taken"), f)));
    }
    return out;
}

QString FieldText::insert(const QStringList &columns, const QStringList &values) const
{
    QStringList into = columns, what = values;
    for (const Field &f : m_entity.fieldList()) {
        if (!isMoving(f))
            continue;
        into << quoted(f.key());
        what << QStringLiteral("n.") + f.key();
        if (!hasFoldedCopy(f))
            continue;
        into << quoted(foldedColumn(f));
        const QVariant initial = f.hasFixedDefault() ? f.defaultValue() : QVariant();
        what << (isEmptyValue(initial) ? QStringLiteral("f.") + f.key()
                                       : QStringLiteral("IF(g.%1,f.%1,{data}.fold_text(n.%1))").arg(f.key()));
    }
    return QStringLiteral("INSERT INTO {data}.%1 (%2) VALUES (%3);\n")
        .arg(quoted(m_entity.key()), into.join(u','), what.join(u','));
}

QString FieldText::update(const QStringList &assignments) const
{
    QStringList parts = assignments;
    for (const Field &f : m_entity.fieldList()) {
        if (!isMoving(f) || f.key() == m_entity.lineParentField())
            continue;
        parts << (isLongText(f) ? given(f, f.key(), QStringLiteral("n.") + f.key())
                                : QStringLiteral("%1=n.%2").arg(quoted(f.key()), f.key()));
        if (hasFoldedCopy(f))
            parts << given(f, foldedColumn(f), QStringLiteral("f.") + f.key());
    }
    return QStringLiteral("UPDATE {data}.%1 SET %2 WHERE id=v_id;\n").arg(quoted(m_entity.key()), parts.join(u','));
}

QString FieldText::writeLists() const
{
    QString out;
    for (const Field &f : m_entity.fieldList()) {
        if (!isListKind(f.kind()) || f.isCustom())
            continue;
        out += QStringLiteral("IF g.%1 THEN\n"
                              "IF v_seen>0 THEN DELETE FROM {data}.%2 WHERE owner_id=v_id; END IF;\n"
                              "INSERT INTO {data}.%2 (owner_id,target_id,position) SELECT v_id,x.i,x.o-1 FROM "
                              "JSON_TABLE(n.%1,'$[*]' COLUMNS(o FOR ORDINALITY, i BIGINT PATH '$')) x;\n"
                              "END IF;\n")
                   .arg(f.key(), quoted(linkTable(m_entity, f)));
    }
    return out;
}

} // namespace crm
