// Procedures that look where people may not, and answer with ids: find_rows (by the texts that search looks through)
// find_by (by what a record points to) and list_rows (a page of a list), asked for every row of the office; and
// hanging, which counts.
#include "core/store/server/server_tables.h"
#include "tests/access/attack_office.h"

namespace crm::test {

namespace {
QSet<Id> idsOf(const QByteArray &json)
{
    QSet<Id> out;
    for (const QByteArray &id : json.mid(1, json.size() - 2).split(','))
        out << id.trimmed().toLongLong();
    out.remove(0);
    return out;
}

/// What the call says; nothing when it says that there are too many.
std::optional<QSet<Id>> found(Judge &judge, const QByteArray &kind, const QByteArray &call)
{
    const RawAnswer answer =
        judge.attempt(kind, "BEGIN NOT ATOMIC DECLARE v LONGTEXT; CALL " + call + "; SELECT v; END");
    const RawRows rows = answer.results.isEmpty() ? RawRows() : answer.results.last();
    if (rows.rows.isEmpty() || rows.rows.first().first().isNull())
        return {};
    return idsOf(rows.rows.first().first());
}

/// Whatever is found must be seen; and what is wanted must be found where the person sees it.
void judgeFound(Judge &judge, const QByteArray &kind, const QByteArray &call, const std::optional<QSet<Id>> &ids,
                const QSet<Id> &wanted, bool mayBeFewer = false)
{
    if (!ids)
        return;
    for (const Id id : *ids) {
        if (!wanted.contains(id))
            judge.leak(kind, "names the row " + QByteArray::number(id), call);
    }
    for (const Id id : wanted) {
        if (!mayBeFewer && !ids->contains(id))
            judge.forbid(kind, "not find " + QByteArray::number(id) + " by " + call);
    }
}

/// The secret texts of rows in their search tables, by column.
QHash<Id, QHash<QByteArray, QByteArray>> searchTexts(const OfficePlan &plan)
{
    QHash<Id, QHash<QByteArray, QByteArray>> out;
    for (int n = 0; n < plan.secrets().count(); ++n) {
        const Secret &s = plan.secrets().at(n);
        if (s.table.endsWith("__search"))
            out[s.row].insert(s.column, Secrets::text(n));
    }
    return out;
}
} // namespace

void attackTexts(Judge &judge, AttackOffice &office)
{
    const OfficePlan &plan = judge.plan();
    const auto texts = searchTexts(plan);
    for (const PlannedRow &row : plan.rows()) {
        for (const bool inner : {false, true}) {
            const QByteArray text = texts.value(row.id).value(inner ? "text_internal" : "text_all");
            const QByteArray word = texts.value(row.id).value(inner ? "words_internal" : "words_all");
            // The planned office fills the texts of both classes; where no field is internal, nobody looks at the
            // second.
            if (text.isEmpty() || (inner && !hasInternalSearch(*row.entity)))
                continue;
            const bool sees = plan.sees(judge.person(), row) &&
                              (!inner || plan.seesClass(judge.person(), int(FieldClass::Internal), {}));
            for (const QByteArray &match : {QByteArray(), '+' + word}) {
                const QByteArray call = '`' + office.database() + "`.find_rows('" + row.entity->key().toUtf8() + "','" +
                                        match + "','[[\"" + text + "\"]]',100,v)";
                judgeFound(judge, "find by text", call, found(judge, "find by text", call),
                           sees ? QSet<Id>{row.id} : QSet<Id>());
            }
        }
    }
}

namespace {
/// How many of a kind point to a record, as `hanging` says, against what the person may know.
void judgeCounts(Judge &judge, AttackOffice &office, const PlannedRow &row, const QHash<QByteArray, int> &wanted)
{
    const QByteArray call = "CALL `" + office.database() + "`.hanging('" + row.entity->key().toUtf8() + "'," +
                            QByteArray::number(row.id) + ')';
    const RawAnswer answer = judge.attempt("count what hangs", call);
    for (const QByteArrayList &counted : answer.results.value(0).rows) {
        const QByteArray way = counted[0] + '.' + counted[1];
        if (counted[2].toInt() > wanted.value(way))
            judge.leak("count what hangs", "counts hidden rows of " + way, call);
        else if (counted[2].toInt() < wanted.value(way))
            judge.forbid("count what hangs", "not count all of " + way + " by " + call);
    }
}
} // namespace

void attackReferences(Judge &judge, AttackOffice &office)
{
    const OfficePlan &plan = judge.plan();
    QHash<QByteArray, QHash<QByteArray, int>> counts; // by target, then by entity.field
    for (const Entity *entity : plan.catalog().entities()) {
        for (const Field &field : entity->fieldList()) {
            if (entity->isLine() || !isRefKind(field.kind()) || field.isCustom())
                continue;
            const QByteArray column = field.key().toUtf8();
            QHash<QByteArray, QSet<Id>> wanted; // by target
            const bool classSeen = plan.seesClass(judge.person(), int(field.fieldClass()), field.right().toUtf8());
            for (const PlannedRow &row : plan.rows()) {
                const QByteArray target = row.columns.value(column);
                if (row.entity->key() != entity->key() || target.isEmpty() || target == "NULL")
                    continue;
                QSet<Id> &ids = wanted[target];
                if (classSeen && !row.trashed && plan.sees(judge.person(), row))
                    ids << row.id;
            }
            for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
                const QByteArray call = '`' + office.database() + "`.find_by('" + entity->key().toUtf8() + "','" +
                                        column + "'," + it.key() + ",100,v)";
                judgeFound(judge, "find by reference", call, found(judge, "find by reference", call), *it);
                counts[it.key()].insert(entity->key().toUtf8() + '.' + column, int(it->size()));
                if (serverOrders(*entity).isEmpty())
                    continue;
                const QByteArray list = '`' + office.database() + "`.list_rows('" + entity->key().toUtf8() +
                                        "','changed_at',1,'" + column + "','" + it.key() + "',NULL,NULL,100,v)";
                judgeFound(judge, "list by reference", list, found(judge, "list by reference", list), *it);
            }
        }
    }
    for (const PlannedRow &row : plan.rows()) {
        if (!row.entity->isLine())
            judgeCounts(judge, office, row, counts.value(QByteArray::number(row.id)));
    }
}

void attackOrders(Judge &judge, AttackOffice &office)
{
    const OfficePlan &plan = judge.plan();
    for (const Entity *entity : plan.catalog().entities()) {
        if (entity->isLine())
            continue;
        QSet<Id> visible;
        for (const PlannedRow &row : plan.rows()) {
            if (row.entity->key() == entity->key() && !row.trashed && plan.sees(judge.person(), row))
                visible << row.id;
        }
        for (const ServerOrder &order : serverOrders(*entity)) {
            const bool seen = !order.field || plan.seesClass(judge.person(), int(order.field->fieldClass()),
                                                             order.field->right().toUtf8());
            for (const char *down : {"0", "1"}) {
                // The row behind the last visible one must not come, and its being there must not be told.
                for (qsizetype count = visible.size(); count <= visible.size() + 1; ++count) {
                    const QByteArray which = "('" + entity->key().toUtf8() + "','" + order.name.toUtf8() + "'," + down;
                    const QByteArray most = QByteArray::number(count) + ",v)";
                    for (const QByteArray &call :
                         {"first_rows" + which + ",0," + most, "list_rows" + which + ",'',NULL,NULL,NULL," + most,
                          "list_rows" + which + ",'',NULL,'',0," + most}) {
                        const QByteArray full =
                            '`' + office.database() + "`.`" + QByteArray(call).replace("_rows(", "_rows`(");
                        judgeFound(judge, "find the first", full, found(judge, "find the first", full),
                                   seen ? visible : QSet<Id>(), call.contains("NULL,'',0"));
                    }
                }
            }
        }
    }
}

} // namespace crm::test
