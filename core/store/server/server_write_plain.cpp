// The lines of a document in a few statements, where nothing is wrong with any of them. What is plainly fine is decided
// here by sets; where anything is not, nothing is done, and the procedure of one line says of each what is wrong.
#include "core/model/format.h"
#include "core/model/text.h"
#include "core/store/codec.h"
#include "core/store/server/server_write_save.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {
constexpr int shortText = 64; // characters; longer ones are read as LONGTEXT, a row of VARCHARs has its limit
// What a value is read as that is no scalar; whoever really writes a brace goes the long way.
const QString noScalar = QStringLiteral("'{'");
const QString isNew = QStringLiteral("CAST(x.s AS SIGNED)=0");

class PlainLines
{
public:
    PlainLines(const RoutineText &text, const Entity &entity)
        : m_text(text)
        , m_e(entity)
    {
        for (const Field &f : entity.fieldList()) {
            if (isWritten(f))
                m_fields << &f;
            m_restricted = m_restricted || f.fieldClass() == FieldClass::Restricted;
        }
    }

    QString routine() const
    {
        QString counts;
        for (const Field *f : lookedUp())
            counts += QStringLiteral("DECLARE v_ref_%1 INT DEFAULT 0;\n").arg(f->key());
        const QString body =
            QStringLiteral("p: BEGIN\nDECLARE v_lines, v_ids, v_new, v_plain, v_differ, v_same INT DEFAULT 0;\n"
                           "DECLARE v_all, v_internal LONGTEXT {text};\nDECLARE v_most BIGINT DEFAULT "
                           "@@group_concat_max_len-16;\n%1SET p_done=0;\nBEGIN\n"
                           "DECLARE EXIT HANDLER FOR 1264,1265,1292,1366,1406,1411,1690 SET v_plain=-1;\n")
                .arg(counts) +
            look() + references() + QStringLiteral("END;\nIF v_plain<>v_lines THEN LEAVE p; END IF;\n") + lookAtNew() +
            change() + add() + QStringLiteral("SET p_done=1;\nEND");
        return m_text.procedure(QStringLiteral("plain__") + m_e.key(),
                                whoParameters +
                                    QStringLiteral(", IN p_lines LONGTEXT {text}, IN p_doc BIGINT, IN p_scope BIGINT, "
                                                   "IN p_new TINYINT, INOUT a_all LONGTEXT {text}, INOUT a_internal "
                                                   "LONGTEXT {text}, INOUT p_diff TINYINT, OUT p_done TINYINT"),
                                body);
    }

private:
    QString table() const { return QStringLiteral("{data}.") + quoted(m_e.key()); }
    bool isParent(const Field &f) const { return f.key() == m_e.lineParentField(); }

    /// The lines as rows x: i and s are id and seen, n_, g_ and f_ as in the procedure of one line.
    QString rows() const
    {
        QStringList columns{QStringLiteral("o FOR ORDINALITY"),      QStringLiteral("j JSON PATH '$'"),
                            QStringLiteral("v JSON PATH '$.v'"),     QStringLiteral("gv INT EXISTS PATH '$.v'"),
                            QStringLiteral("f JSON PATH '$.f'"),     QStringLiteral("gf INT EXISTS PATH '$.f'"),
                            scalar("i", QStringLiteral("$.id"), 24), scalar("s", QStringLiteral("$.seen"), 24)};
        QStringList inside;
        for (const Field *f : m_fields) {
            const int width = isTextKind(f->kind()) ? f->size() : shortText;
            inside << scalar("n_" + f->key(), "$." + f->key(), width)
                   << QStringLiteral("g_%1 INT EXISTS PATH '$.%1'").arg(f->key());
            if (hasFoldedCopy(*f))
                columns << scalar("f_" + f->key(), "$.f." + f->key(), width);
        }
        return QStringLiteral("JSON_TABLE(p_lines,'$[*]' COLUMNS(%1,NESTED PATH '$.v' COLUMNS(%2))) x")
            .arg(columns.join(u','), inside.join(u','));
    }
    static QString scalar(const QString &name, const QString &path, int width)
    {
        // One character more than may be, so that what is too long is seen.
        const QString type =
            width <= shortText ? QStringLiteral("VARCHAR(%1)").arg(width + 1) : QStringLiteral("LONGTEXT");
        return QStringLiteral("%1 %2 {text} PATH '%3' DEFAULT %4 ON ERROR").arg(name, type, path, noScalar);
    }

    /// A whole number of at most 18 digits as it is written by itself; several times quicker than a regular expression.
    static QString isNumber(const QString &sql)
    {
        return QStringLiteral("CHAR_LENGTH(%1)<=18 AND CAST(CAST(%1 AS SIGNED) AS CHAR)=%1").arg(sql);
    }

    /// The given value as text, NULL for what counts as empty.
    static QString given(const Field &f)
    {
        const QString text = QStringLiteral("NULLIF(x.n_%1,'')").arg(f.key());
        return isRefKind(f.kind()) ? QStringLiteral("NULLIF(%1,'0')").arg(text) : text;
    }
    /// The given value as its column holds it; its form has been checked.
    static QString value(const Field &f)
    {
        if (isTextKind(f.kind()))
            return given(f);
        return QStringLiteral("CAST(%1 AS %2)").arg(given(f), f.kind() == Kind::Date ? "DATE" : "SIGNED");
    }
    static QString folded(const Field &f)
    {
        return QStringLiteral("IF(%1 IS NULL,NULL,LEFT(x.f_%2,%3))").arg(given(f), f.key()).arg(f.size());
    }
    static QString stored(const Field &f)
    {
        const QString column = QStringLiteral("t.") + quoted(f.key());
        return isTextKind(f.kind()) ? column + QStringLiteral(" COLLATE utf8mb4_nopad_bin") : column;
    }
    static QString json(const Field &f, const QString &sql)
    {
        if (isTextKind(f.kind()))
            return QStringLiteral("IFNULL(JSON_QUOTE(%1),'null')").arg(sql);
        if (f.kind() == Kind::Date)
            return QStringLiteral("IFNULL(CONCAT('\"',%1,'\"'),'null')").arg(sql);
        return QStringLiteral("IFNULL(%1,'null')").arg(sql);
    }
    /// What a new line holds.
    static QString fresh(const Field &f)
    {
        if (defaultLiteral(f) == QLatin1String("NULL")) // which is what is read where it was not given
            return value(f);
        return QStringLiteral("IF(x.g_%1,%2,%3)").arg(f.key(), value(f), defaultLiteral(f));
    }
    static QString freshFolded(const Field &f)
    {
        const QVariant initial = f.hasFixedDefault() ? f.defaultValue() : QVariant();
        if (isEmptyValue(initial))
            return folded(f);
        return QStringLiteral("IF(x.g_%1,%2,%3)").arg(f.key(), folded(f), sqlLiteral(fold(initial.toString())));
    }
    static QString differs(const Field &f)
    {
        return QStringLiteral("(x.g_%1 AND NOT (%2<=>%3))").arg(f.key(), value(f), stored(f));
    }

    /// Nothing is wrong with a value that was given. What would need a look at the stored row is left to the procedure
    /// of one line.
    QString isFine(const Field &f) const
    {
        const QString v = given(f);
        if (isParent(f))
            return QStringLiteral("x.n_%1=CAST(p_doc AS CHAR)").arg(f.key());
        if (f.isUnique())
            return v + QStringLiteral(" IS NULL");
        QStringList all;
        if (isTextKind(f.kind())) {
            all << QStringLiteral("%1<>%2").arg(v, noScalar)
                << QStringLiteral("CHAR_LENGTH(%1)<=%2").arg(v).arg(f.size());
            if (hasFoldedCopy(f))
                all << QStringLiteral("IFNULL(x.f_%1<>%2,0)").arg(f.key(), noScalar);
            if (f.kind() == Kind::Choice)
                all << isChoice(f, v);
            if (f.kind() == Kind::Time)
                all << QStringLiteral("%1 REGEXP '%2'").arg(v, timeForm);
            if (f.kind() == Kind::Choices)
                return v + QStringLiteral(" IS NULL");
        } else if (f.kind() == Kind::Bool) {
            all << QStringLiteral("%1 IN ('0','1')").arg(v);
        } else if (f.kind() == Kind::Date) {
            all << QStringLiteral("%1 REGEXP '^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$'").arg(v)
                << QStringLiteral("IFNULL(YEAR(CAST(%1 AS DATE)),0)>=1000").arg(v);
        } else if (isRefKind(f.kind())) {
            all << (isLookedUp(f) ? isNumber(v) + QStringLiteral(" AND CAST(%1 AS SIGNED)>0").arg(v)
                                  : QStringLiteral("0"));
        } else {
            all << isNumber(v);
            if (f.minimum())
                all << QStringLiteral("CAST(%1 AS SIGNED)>=%2").arg(v).arg(*f.minimum());
            if (f.maximum())
                all << QStringLiteral("CAST(%1 AS SIGNED)<=%2").arg(v).arg(*f.maximum());
        }
        return QStringLiteral("(%1 IS NULL OR (%2))").arg(v, all.join(QStringLiteral(" AND ")));
    }
    static QString isChoice(const Field &f, const QString &v)
    {
        QStringList keys;
        for (const Choice &c : f.choices())
            keys << sqlLiteral(c.key);
        const QString known =
            keys.isEmpty() ? QStringLiteral("0") : QStringLiteral("%1 IN (%2)").arg(v, keys.join(u','));
        return f.transitions().isEmpty() ? known : known + QStringLiteral(" AND ") + isNew;
    }
    /// The person may set it: as the declaration has it in a new line, or by the field's class.
    static QString mayBeSet(const Field &f)
    {
        if (f.fieldClass() == FieldClass::All)
            return QStringLiteral("1");
        return QStringLiteral("(%1 OR (%2 AND %3<=>%4))")
            .arg(f.fieldClass() == FieldClass::Internal ? "p_staff" : "p_admin", isNew, given(f), defaultLiteral(f));
    }

    QString isPlain() const
    {
        QStringList keys, all;
        for (const Field *f : m_fields) {
            keys << QStringLiteral("x.g_") + f->key();
            all << QStringLiteral("(NOT x.g_%1 OR (%2 AND %3))").arg(f->key(), isFine(*f), mayBeSet(*f));
            if (isNeeded(*f))
                all << QStringLiteral("(IF(x.g_%1,%2,IF(%3,%4,'stored')) IS NOT NULL)")
                           .arg(f->key(), given(*f), isNew, defaultLiteral(*f));
        }
        for (const Field &f : m_e.fieldList()) {
            if (isListKind(f.kind()) && !f.isCustom() && f.isRequired())
                all << QStringLiteral("NOT ") + isNew;
        }
        if (m_restricted) // their audit is kept by right, line by line
            all << QStringLiteral("p_new") << isNew;
        return isNumber("x.i") + QStringLiteral(" AND CAST(x.i AS SIGNED)>0 AND ") + isNumber("x.s") +
               QStringLiteral(
                   " AND CAST(x.s AS SIGNED)>=0 AND "
                   "JSON_LENGTH(x.j)=2+x.gv+x.gf AND (NOT x.gv OR (LEFT(x.v,1)='{' AND JSON_LENGTH(x.v)=%1)) "
                   "AND (NOT x.gf OR LEFT(x.f,1)='{') AND %2")
                   .arg(keys.join(u'+'), all.join(QStringLiteral(" AND ")));
    }
    bool isNeeded(const Field &f) const { return f.isRequired() && !isParent(f); }

    QString look() const
    {
        QStringList what{"COUNT(*)", "COUNT(DISTINCT x.i)", "IFNULL(SUM(%1),0)", "IFNULL(SUM(%2),0)"};
        QStringList into{"v_lines", "v_ids", "v_new", "v_plain"};
        for (const Field *f : lookedUp()) {
            what << QStringLiteral("COUNT(%1)").arg(given(*f));
            into << QStringLiteral("v_ref_") + f->key();
        }
        return QStringLiteral("SELECT %1 INTO %2 FROM %3;\nIF v_ids<>v_lines THEN SET v_plain=-1; END IF;\n")
            .arg(what.join(u',').arg(isNew, isPlain()), into.join(u','), rows());
    }

    /// References whose targets can be asked for all lines at once.
    bool isLookedUp(const Field &f) const
    {
        const Entity *target = m_text.registry.find(f.target());
        return target && target != &m_e && !target->isLine();
    }
    QList<const Field *> lookedUp() const
    {
        QList<const Field *> out;
        for (const Field *f : m_fields) {
            if (isRefKind(f->kind()) && !isParent(*f) && isLookedUp(*f))
                out << f;
        }
        return out;
    }
    /// Each reference that was given points to a living record that the person sees.
    QString references() const
    {
        QString out;
        for (const Field *f : lookedUp()) {
            const Entity &target = m_text.registry.at(f->target());
            out += QStringLiteral("IF v_plain=v_lines AND v_ref_%1>0 THEN\n"
                                  "SELECT COUNT(*) INTO v_same FROM %2 STRAIGHT_JOIN {data}.%3 t ON t.id=%4 AND "
                                  "t.deleted_at IS NULL STRAIGHT_JOIN {data}.levels l ON l.user_id=p_me AND "
                                  "l.entity='%5' AND l.parent=%6 LEFT JOIN {data}.reach r ON r.user_id=p_me AND "
                                  "r.scope_id=t.scope_id WHERE (l.can_read=3 OR r.kind<=l.can_read)%7;\n"
                                  "IF v_same<>v_ref_%1 THEN SET v_plain=-1; END IF;\nEND IF;\n")
                       .arg(f->key(), rows(), quoted(target.key()), value(*f), target.key(),
                            m_text.parentOf(target, QStringLiteral("t")),
                            target.scope().kind == Scope::Private ? QStringLiteral(" AND t.scope_id=p_me") : QString());
        }
        return out;
    }
    QString lookAtNew() const
    {
        return QStringLiteral("IF v_new>0 THEN\nSELECT COUNT(*) INTO v_same FROM %1 STRAIGHT_JOIN %2 t ON "
                              "t.id=CAST(x.i AS SIGNED) WHERE %3;\nIF v_same>0 THEN LEAVE p; END IF;\nEND IF;\n")
            .arg(rows(), table(), isNew);
    }

    QString name() const { return QStringLiteral("\"%1/',x.i,'").arg(m_e.key()); }
    /// Old and new of what differs, of one class; '' where the entity has no such field.
    QString changes(FieldClass fieldClass) const
    {
        QStringList parts;
        for (const Field *f : m_fields) {
            if (f->fieldClass() != fieldClass || isParent(*f))
                continue;
            parts << QStringLiteral("IF(%1,CONCAT(',%2/%3\":{\"o\":',%4,',\"n\":',%5,'}'),'')")
                         .arg(differs(*f), name(), f->key(), json(*f, stored(*f)), json(*f, value(*f)));
        }
        return gathered(parts);
    }
    /// Whole new lines, as FieldText::wholeLine has them.
    QString comes(FieldClass fieldClass) const
    {
        QStringList parts;
        for (const Field *f : m_fields) {
            if (f->fieldClass() != fieldClass)
                continue;
            const QString v = isParent(*f) ? QStringLiteral("p_doc") : fresh(*f);
            parts << QStringLiteral("IF(%1 IS NULL,'',CONCAT(',\"%2\":',%3))").arg(v, f->key(), json(*f, v));
        }
        if (parts.isEmpty())
            return gathered({});
        return gathered({QStringLiteral("CONCAT(',%1\":{\"o\":null,\"n\":{',SUBSTRING(CONCAT('',%2),2),'}}')")
                             .arg(name(), parts.join(u','))});
    }
    static QString gathered(const QStringList &parts)
    {
        if (parts.isEmpty())
            return QStringLiteral("''");
        return QStringLiteral("IFNULL(GROUP_CONCAT(CONCAT('',%1) ORDER BY x.o SEPARATOR ''),'')").arg(parts.join(u','));
    }
    const QString keepAudit = QStringLiteral("IF LENGTH(v_all)>v_most OR LENGTH(v_internal)>v_most THEN LEAVE p; END "
                                             "IF;\nSET a_all=CONCAT(a_all,v_all), "
                                             "a_internal=CONCAT(a_internal,v_internal);\n");

    QString change() const
    {
        QStringList differing, assignments{"t.version=t.version+1", "t.scope_id=p_scope", "t.changed_at=p_now",
                                           "t.changed_by=p_me", "t.batch_id=p_batch"};
        QString needed;
        for (const Field *f : m_fields) {
            if (isNeeded(*f) && !isLongText(*f))
                needed += QStringLiteral(" AND (x.g_%1 OR t.%2 IS NOT NULL)").arg(f->key(), quoted(f->key()));
            if (isParent(*f))
                continue;
            differing << differs(*f);
            assignments << QStringLiteral("t.%1=IF(x.g_%2,%3,t.%1)").arg(quoted(f->key()), f->key(), value(*f));
            if (hasFoldedCopy(*f))
                assignments
                    << QStringLiteral("t.%1=IF(x.g_%2,%3,t.%1)").arg(quoted(foldedColumn(*f)), f->key(), folded(*f));
        }
        if (differing.isEmpty())
            return QStringLiteral("IF v_new<v_lines THEN LEAVE p; END IF;\n");
        const QString any = differing.join(QStringLiteral(" OR "));
        const QString joined = QStringLiteral("%1 STRAIGHT_JOIN %2 t ON t.id=CAST(x.i AS SIGNED)").arg(rows(), table());
        return QStringLiteral(
                   "IF v_new<v_lines THEN\n"
                   "SELECT COUNT(*), IFNULL(SUM(%1),0), %2, %3 INTO v_same, v_differ, v_all, v_internal FROM "
                   "%4 WHERE NOT %5 AND t.%6=p_doc AND t.deleted_at IS NULL AND t.version=CAST(x.s AS "
                   "SIGNED)%7 FOR UPDATE;\n"
                   "IF v_same<>v_lines-v_new THEN LEAVE p; END IF;\n%8"
                   "IF v_differ>0 THEN\nSET p_diff=1;\nUPDATE %4 SET %9 WHERE NOT %5 AND (%1);\nEND IF;\n"
                   "END IF;\n")
            .arg(any, changes(FieldClass::All), changes(FieldClass::Internal), joined, isNew,
                 quoted(m_e.lineParentField()), needed, keepAudit, assignments.join(u','));
    }

    QString add() const
    {
        QStringList into{"id",         "version",    "scope_id",   "created_at",
                         "created_by", "changed_at", "changed_by", "batch_id"};
        QStringList what{"CAST(x.i AS SIGNED)", "1", "p_scope", "p_now", "p_me", "p_now", "p_me", "p_batch"};
        for (const Field *f : m_fields) {
            into << quoted(f->key());
            what << (isParent(*f) ? QStringLiteral("p_doc") : fresh(*f));
            if (hasFoldedCopy(*f)) {
                into << quoted(foldedColumn(*f));
                what << freshFolded(*f);
            }
        }
        return QStringLiteral("IF v_new>0 THEN\nIF NOT p_new THEN\nSELECT %1, %2 INTO v_all, v_internal FROM %3 WHERE "
                              "%4;\n%5END IF;\nSET p_diff=1;\nINSERT INTO %6 (%7) SELECT %8 FROM %3 WHERE %4;\nEND "
                              "IF;\n")
            .arg(comes(FieldClass::All), comes(FieldClass::Internal), rows(), isNew, keepAudit, table(),
                 into.join(u','), what.join(u','));
    }

    const RoutineText &m_text;
    const Entity &m_e;
    QList<const Field *> m_fields;
    bool m_restricted = false;
};
} // namespace

QString savePlainLinesRoutine(const RoutineText &text, const Entity &entity)
{
    return PlainLines(text, entity).routine();
}

bool canSavePlainLines(const Entity &entity)
{
    const QList<Field> &fields = entity.fieldList();
    return entity.numberField().isEmpty() && std::any_of(fields.begin(), fields.end(), isWritten);
}

} // namespace crm
