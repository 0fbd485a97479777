#include "core/store/server/server_write_demands.h"
#include "core/model/demands.h"
#include "core/store/dialect.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {
const QString unmet = QStringLiteral("unmet");

QString table(const QString &key) { return QStringLiteral("{data}.") + quoted(key); }

QString holdsAll(const QList<DemandCase> &when)
{
    QStringList out;
    for (const DemandCase &one : when)
        out << (one.value.isEmpty() ? QStringLiteral("n.%1 IS NULL").arg(one.field)
                                    : QStringLiteral("n.%1<=>%2").arg(one.field, sqlLiteral(one.value)));
    return out.isEmpty() ? QStringLiteral("1") : out.join(QStringLiteral(" AND "));
}

QString isTouched(QStringList fields, const QList<DemandCase> &when)
{
    for (const DemandCase &one : when)
        fields << one.field;
    fields.removeDuplicates();
    QStringList out{QStringLiteral("v_seen=0")};
    for (const QString &key : fields)
        out << QStringLiteral("NOT (n.%1<=>o.%1)").arg(key);
    return u'(' + out.join(QStringLiteral(" OR ")) + u')';
}

const Field &field(const Entity &entity, const QString &key) { return *entity.field(key); }

QString least(const Entity &e, const AtLeast &one)
{
    return QStringLiteral("IF %1 AND n.%2 IS NOT NULL AND %3 THEN\nSET v_least=NULL;\n"
                          "SELECT IFNULL(t.%4,0) INTO v_least FROM %5 t WHERE t.id=n.%2;\n"
                          "IF IFNULL(n.%6,0)<v_least THEN %7END IF;\nEND IF;\n")
        .arg(isTouched({one.field, one.reference}, one.when), one.reference, holdsAll(one.when), quoted(one.least),
             table(field(e, one.reference).target()), one.field, refuse("invalid", e.key(), one.field, unmet));
}

QString same(const Entity &e, const SameAs &one)
{
    return QStringLiteral("IF %1 AND %2 THEN\nSET v_ask=n.%3 IS NULL AND n.%4 IS NULL;\n"
                          "SELECT t.%5<=>n.%4 INTO v_ask FROM %6 t WHERE t.id=n.%3;\n"
                          "IF NOT v_ask THEN %7END IF;\nEND IF;\n")
        .arg(isTouched({one.field, one.reference}, one.when), holdsAll(one.when), one.reference, one.field,
             quoted(one.same), table(field(e, one.reference).target()), refuse("invalid", e.key(), one.field, unmet));
}

/// What the lines of the document give to each that they name, as a table of r, s and i, the first of the lines.
QString sums(const Entity &e, const InFull &one)
{
    for (const LineTable &t : e.lineTables()) {
        if (t.entity == one.lines)
            return QStringLiteral("(SELECT l.%1 r, SUM(l.%2) s, MIN(l.id) i FROM %3 l WHERE l.%4=v_id AND l.deleted_at "
                                  "IS NULL GROUP BY l.%1)")
                .arg(quoted(one.reference), quoted(one.amount), table(one.lines), quoted(t.parentField));
    }
    return {};
}
} // namespace

QString demandVariables(const Entity &entity)
{
    const Demands d = demandsOf(entity.key());
    QString out = d.atLeast.isEmpty() ? QString() : QStringLiteral("DECLARE v_least BIGINT;\n");
    for (int i = 0; i < d.inFull.size(); ++i)
        out += QStringLiteral("DECLARE v_full%1 TINYINT DEFAULT 0;\nDECLARE v_parts%1 LONGTEXT {text} DEFAULT '[]';\n"
                              "DECLARE v_unmet%1 BIGINT;\n")
                   .arg(i);
    return out;
}

QString recordDemands(const Entity &entity)
{
    const Demands d = demandsOf(entity.key());
    const auto filledAnew = [](const QString &key) {
        return QStringLiteral("g.%1 AND n.%1 IS NOT NULL AND NOT (n.%1<=>o.%1)").arg(key);
    };
    QString out;
    for (const QString &key : d.byStaff)
        out += QStringLiteral("IF NOT p_staff AND %1 THEN %2END IF;\n")
                   .arg(filledAnew(key), refuse("denied", entity.key(), key));
    for (const QString &key : d.writersName)
        out += QStringLiteral("IF NOT p_admin AND %1 AND NOT (n.%2<=>LEFT(p_name,%3)) THEN %4END IF;\n")
                   .arg(filledAnew(key), key)
                   .arg(field(entity, key).size())
                   .arg(refuse("denied", entity.key(), key));
    for (const ByAdmins &one : d.byAdmins)
        out += QStringLiteral("IF NOT p_admin AND NOT (n.%1<=>o.%1) THEN %2END IF;\n")
                   .arg(one.field, refuse("invalid", entity.key(), one.field, unmet));
    for (const SameAs &one : d.sameAs)
        out += same(entity, one);
    for (const AtLeast &one : d.atLeast)
        out += least(entity, one);
    return out;
}

QString beforeLineDemands(const Entity &entity)
{
    QString out;
    const Demands d = demandsOf(entity.key());
    for (int i = 0; i < d.inFull.size(); ++i) {
        const InFull &one = d.inFull[i];
        out += QStringLiteral(
                   "IF (v_lines IS NOT NULL OR v_gone IS NOT NULL) AND %1 THEN\n"
                   "SELECT IFNULL(t.%2,0) INTO v_full%3 FROM %4 t WHERE t.deleted_at IS NULL ORDER BY t.position, t.id "
                   "LIMIT 1;\n"
                   "IF v_full%3 AND v_seen>0 THEN SELECT CONCAT('[',IFNULL(GROUP_CONCAT('[',x.r,',',x.s,']'),''),']') "
                   "INTO v_parts%3 FROM %5 x; END IF;\nEND IF;\n")
                   .arg(holdsAll(one.when), quoted(one.flag))
                   .arg(i)
                   .arg(table(one.settings), sums(entity, one));
    }
    return out;
}

QString lineDemands(const RoutineText &text, const Entity &entity)
{
    QString out;
    const Demands d = demandsOf(entity.key());
    for (int i = 0; i < d.inFull.size(); ++i) {
        const InFull &one = d.inFull[i];
        out += QStringLiteral("IF v_full%1 THEN\n"
                              "SELECT MIN(x.i) INTO v_unmet%1 FROM %2 x JOIN %3 t ON t.id=x.r LEFT JOIN "
                              "JSON_TABLE(v_parts%1,'$[*]' COLUMNS(r BIGINT PATH '$[0]', s BIGINT PATH '$[1]')) y ON "
                              "y.r=x.r WHERE t.%4>0 AND NOT (y.s<=>x.s);\n"
                              "IF v_unmet%1 IS NOT NULL THEN %5END IF;\nEND IF;\n")
                   .arg(i)
                   .arg(sums(entity, one), table(field(text.registry.at(one.lines), one.reference).target()),
                        quoted(one.open),
                        refuseWith("invalid", one.lines, sqlLiteral(one.amount),
                                   QStringLiteral("CONCAT('%1/',v_unmet%2)").arg(unmet).arg(i)));
    }
    return out;
}

} // namespace crm
