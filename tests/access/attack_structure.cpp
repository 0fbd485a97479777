// Views against tables, cell by cell: ids, numbers without a mark, yes and no, and references are secrets as well.
#include "core/store/sources.h"
#include "core/store/stored_documents.h"
#include "tests/access/attack_office.h"
#include <QJsonDocument>
#include <QJsonObject>

namespace crm::test {

namespace {
using Table = QHash<QByteArray, QByteArrayList>; // by the first two columns that identify a row

Table byKey(const RawRows &rows, const QByteArrayList &keys)
{
    Table out;
    for (const QByteArrayList &row : rows.rows) {
        QByteArray key;
        for (const QByteArray &column : keys)
            key += row.value(rows.columns.indexOf(column)) + '/';
        out.insert(key, row);
    }
    return out;
}

/// The part of extra_restricted that the person may see, in one form.
QByteArray restrictedPart(const OfficePlan &plan, const PlannedPerson &person, const Entity &entity,
                          const QByteArray &json)
{
    QJsonObject all = QJsonDocument::fromJson(json).object();
    for (const QString &key : all.keys()) {
        const Field *field = entity.field(key);
        if (!field || !plan.seesClass(person, int(field->fieldClass()), field->right().toUtf8()))
            all.remove(key);
    }
    return all.isEmpty() ? QByteArray() : QJsonDocument(all).toJson(QJsonDocument::Compact);
}

QByteArray plainJson(const QByteArray &json)
{
    return json.isNull() ? json : QJsonDocument::fromJson(json).toJson(QJsonDocument::Compact);
}

QByteArray expectedCell(const OfficePlan &plan, const PlannedPerson &person, const Entity &entity,
                        const QByteArray &column, const QByteArray &stored)
{
    if (column == "extra_restricted")
        return restrictedPart(plan, person, entity, stored);
    if (column == "extra_internal")
        return plan.seesClass(person, int(FieldClass::Internal), {}) ? plainJson(stored) : QByteArray();
    const QByteArray key = column.endsWith("__f") ? column.chopped(3) : column;
    const Field *field = entity.field(QString::fromUtf8(key));
    const bool seen = !field || plan.seesClass(person, int(field->fieldClass()), field->right().toUtf8());
    return seen ? stored : QByteArray();
}

QByteArray shown(const QByteArray &cell) { return cell.isNull() ? QByteArray("NULL") : cell.left(60); }
} // namespace

/// @param suffix of the view; those that end with __all are only given to those who read all
/// @param found ids that were visible in one of both: what is not among them is missing
void compareView(Judge &judge, AttackOffice &office, const Entity &entity, const QByteArray &suffix, QSet<Id> &found)
{
    const QByteArray name = entity.key().toUtf8();
    const QByteArray view = '`' + office.database() + "`.`" + name + suffix + '`';
    const RawAnswer answer = judge.attempt("view against table", "SELECT * FROM " + view);
    if (suffix.endsWith("__all") && !answer.ok())
        return; // not granted; whether it should be is the test's own question
    const RawAnswer whole = office.asRoot("SELECT * FROM `" + office.data() + "`.`" + name + '`');
    const RawRows &got = answer.results.value(0), stored = whole.results.value(0);
    const Table gotRows = byKey(got, {"id"}), storedRows = byKey(stored, {"id"});
    for (const PlannedRow &row : judge.plan().rows()) {
        if (row.entity->key() != entity.key())
            continue;
        const QByteArray key = QByteArray::number(row.id) + '/';
        const bool should = judge.plan().sees(judge.person(), row);
        if (!gotRows.contains(key))
            continue;
        found << row.id;
        if (!should)
            judge.leak("view against table", name + " holds the hidden row " + key, view);
        for (int i = 0; should && i < got.columns.size(); ++i) {
            const QByteArray &column = got.columns[i];
            QByteArray cell = gotRows.value(key).value(i);
            if (column.startsWith("extra_") && !column.startsWith("extra__")) // not the column of a fast field
                cell = plainJson(cell);
            const QByteArray expected = expectedCell(judge.plan(), judge.person(), entity, column,
                                                     storedRows.value(key).value(stored.columns.indexOf(column)));
            if (cell.isNull() == expected.isNull() && cell == expected)
                continue;
            if (!cell.isNull())
                judge.leak("view against table", name + '.' + column + " of " + key,
                           shown(cell) + " is not " + shown(expected));
            else
                judge.forbid("view against table", "not see " + name + '.' + column + " of " + key);
        }
    }
}

void compareLinks(Judge &judge, AttackOffice &office, const Entity &entity, const Field &field, bool plain,
                  QSet<QByteArray> &missing)
{
    const QByteArray name = linkTable(entity, field).toUtf8();
    const QByteArray view = '`' + office.database() + "`.`" + name + (plain ? "__all`" : "`");
    const RawAnswer answer = judge.attempt("links against table", "SELECT owner_id,target_id,position FROM " + view);
    const Table got = byKey(answer.results.value(0), {"owner_id", "target_id"});
    QSet<QByteArray> allowed;
    const bool classSeen = judge.plan().seesClass(judge.person(), int(field.fieldClass()), field.right().toUtf8());
    for (const PlannedRow &row : judge.plan().rows()) {
        if (row.entity->key() != entity.key() || !classSeen || !judge.plan().sees(judge.person(), row))
            continue;
        for (const Id target : row.links.value(field.key().toUtf8()))
            allowed << QByteArray::number(row.id) + '/' + QByteArray::number(target) + '/';
    }
    if (!plain)
        missing = allowed;
    for (auto it = got.cbegin(); it != got.cend(); ++it) {
        const bool empty = it.value().value(1).isNull() && it.value().value(2).isNull(); // an owner's id alone
        if (!allowed.contains(it.key()) && !(plain && empty))
            judge.leak("links against table", name + ' ' + it.key(), view);
    }
    for (const QByteArray &key : std::as_const(allowed)) {
        if (got.contains(key))
            missing.remove(key);
    }
}

void compareViews(Judge &judge, AttackOffice &office)
{
    for (const Entity *entity : judge.plan().catalog().entities()) {
        QSet<Id> found, named;
        for (const char *suffix : {"", "__all"})
            compareView(judge, office, *entity, suffix, found);
        for (const char *suffix : {"__title", "__title__all"})
            compareView(judge, office, *entity, suffix, named);
        if (!titleFields(*entity).isEmpty() && named != found)
            judge.forbid("view against table", "not see the same records of " + entity->key().toUtf8() + " by title");
        for (const PlannedRow &row : judge.plan().rows()) {
            if (row.entity->key() == entity->key() && !found.contains(row.id) && judge.plan().sees(judge.person(), row))
                judge.forbid("view against table",
                             "not see its row " + entity->key().toUtf8() + ' ' + QByteArray::number(row.id));
        }
        for (const Field &field : entity->fieldList()) {
            if (!isListKind(field.kind()) || field.isCustom())
                continue;
            QSet<QByteArray> missing;
            compareLinks(judge, office, *entity, field, false, missing);
            compareLinks(judge, office, *entity, field, true, missing);
            for (const QByteArray &key : std::as_const(missing))
                judge.forbid("links against table", "not see the link " + entity->key().toUtf8() + ' ' + key);
        }
    }
    const RawAnswer reach =
        judge.attempt("own reach", "SELECT scope_id,kind FROM `" + office.database() + "`.my_reach");
    const PlannedPerson &p = judge.person();
    // Nodes below zero stand for an owner and a set of groups: what they open is seen above. A limited person reaches
    // whatever the limit leaves, as kind 4, and nothing that it closes.
    QSet<Id> closed;
    for (const PlannedRow &row : judge.plan().rows()) {
        if (row.scope == row.id && judge.plan().isClosed(p, row))
            closed << row.id;
    }
    QSet<QByteArray> expected, got;
    for (const Id id : p.own) {
        if (!closed.contains(id))
            expected << QByteArray::number(id) + "/1";
    }
    for (const Id id : p.team) {
        if (!p.own.contains(id) && !closed.contains(id))
            expected << QByteArray::number(id) + "/2";
    }
    for (const QByteArrayList &row : reach.results.value(0).rows) {
        const Id id = row.value(0).toLongLong();
        const bool isLeft = (p.limited || p.isGuest()) && row.value(1) == "4" && !closed.contains(id);
        if (id >= 0 && !isLeft)
            got << row.join('/');
    }
    if (expected != got)
        judge.leak("own reach", "is not what it should be: " + got.values().join(' '), expected.values().join(' '));
}

} // namespace crm::test
