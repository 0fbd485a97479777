#include "core/store/merge.h"
#include "app/cli/records.h"
#include "core/model/format.h"
#include "core/store/merge.h"
#include <QJsonArray>

namespace crm::cli {

namespace {
/// What the one that stays does not know is taken from the others, the first one first.
void fillEmpty(Call &call, Document &survivor, const QList<Document> &others)
{
    const Entity &entity = survivor.entity();
    const QString currency = currencyOf(call, survivor.head());
    for (const Field &field : entity.fieldList()) {
        if (!call.repository().actor().policy.edits(field) || field.isHidden() || field.isComputed() ||
            field.key() == entity.currencyField() || !isEmptyValue(survivor.value(field.key())))
            continue;
        for (const Document &other : others) {
            // An amount without its currency is another amount.
            const bool sameMoney = field.kind() != Kind::Money || currencyOf(call, other.head()) == currency;
            if (sameMoney && !isEmptyValue(other.value(field.key()))) {
                survivor.set(field.key(), other.value(field.key()));
                break;
            }
        }
    }
}

QJsonObject changedFields(const Document &survivor, const QString &currency)
{
    QJsonObject out;
    for (const QString &key : survivor.head().changedFields())
        out.insert(key, crm::toJson(*survivor.entity().field(key), survivor.value(key), currency));
    return out;
}

int showPlan(Call &call, const Document &survivor, const QList<Document> &others)
{
    const Entity &entity = survivor.entity();
    IdList ids;
    for (const Document &other : others)
        ids << other.id();
    const QList<PointerCount> counts = call.repository().pointersAt(entity.key(), ids);
    const QString currency = currencyOf(call, survivor.head());
    if (call.json()) {
        QJsonArray moves, merged;
        for (const PointerCount &c : counts)
            moves << QJsonObject{{"entity", c.entity}, {"field", c.field}, {"count", c.count}, {"more", c.more}};
        for (const Id id : std::as_const(ids))
            merged << QString::number(id);
        call.out.json({{"entity", entity.key()},
                       {"survivor", QString::number(survivor.id())},
                       {"others", merged},
                       {"sets", changedFields(survivor, currency)},
                       {"moves", moves},
                       {"dry_run", true}});
        return Ok;
    }
    QList<QPair<QString, QString>> pairs = {{Tr::tr("Stays"), survivor.head().title()}};
    for (const Document &other : others)
        pairs.append({Tr::tr("Goes to the trash"), other.head().title()});
    const FormatContext format{QLocale(), currency, {}};
    for (const QString &key : survivor.head().changedFields()) {
        const Field &field = *entity.field(key);
        pairs.append({field.label().text(), displayText(field, survivor.value(key), format)});
    }
    call.out.pairs(pairs);
    QList<QStringList> rows;
    for (const PointerCount &c : counts) {
        const Entity &holder = call.entity(c.entity);
        const Field *field = holder.field(c.field);
        rows << QStringList{holder.many().text(), field ? field->label().text() : c.field,
                            QString::number(c.count) + (c.more ? QStringLiteral("+") : QString())};
    }
    if (!rows.isEmpty()) {
        call.out.line({});
        call.out.table({Tr::tr("Moves"), Tr::tr("Field"), Tr::tr("Number")}, rows, {false, false, true});
    }
    call.out.note(Tr::tr("Nothing was done (--dry-run)."));
    return Ok;
}

int merge(Call &call)
{
    const Entity &entity = call.entity(call.arguments[0]);
    const Id survivorId = findRecord(call, entity, call.arguments[1]);
    IdList ids;
    for (const QString &text : call.arguments.mid(2))
        ids << findRecord(call, entity, text);
    requireMergeable(call.repository().actor(), entity, survivorId, ids);
    const QList<Document> found = call.repository().loadMany(entity.key(), IdList{survivorId} + ids);
    if (found.size() != ids.size() + 1)
        throw Error(
            ErrorKind::NotFound,
            Tr::tr("%1: one of these records is no longer there, or you may not see it.").arg(entity.many().text()));
    Document survivor = found.first();
    const QList<Document> others = found.mid(1);
    QList<qint64> seen;
    for (const Document &other : others)
        seen << other.head().version();
    if (!call.has("keep-empty"))
        fillEmpty(call, survivor, others);
    const QStringList words = call.values("set");
    for (const QString &text : words)
        Assignments(call, entity, assignmentsIn(text)).apply(survivor.head());
    if (call.has("dry-run"))
        return showPlan(call, survivor, others);
    const MergeResult result = call.repository().merge(survivor, ids, seen, SaveKey::fresh());
    const Document &after = result.survivor.document;
    if (call.json()) {
        QJsonArray merged;
        for (const Id id : std::as_const(ids))
            merged << QString::number(id);
        call.out.json({{"entity", entity.key()},
                       {"survivor", QString::number(after.id())},
                       {"version", after.head().version()},
                       {"merged", merged},
                       {"batch", QString::number(result.batch)}});
    } else {
        call.out.line(Tr::tr("Merged into “%1”: %2. To take it back: undo --batch %3")
                          .arg(after.head().title())
                          .arg(ids.size())
                          .arg(result.batch));
    }
    return Ok;
}
} // namespace

Command mergeCommand()
{
    return {.name = "merge",
            .summary = Tr::tr("Makes one record of several; what pointed to the others points to it"),
            .arguments = Tr::tr("ENTITY SURVIVOR RECORD..."),
            .options = {{"set", "FIELD=VALUE,...", Tr::tr("values that the survivor gets")},
                        {"keep-empty", {}, Tr::tr("leaves its empty fields empty; else the others fill them")},
                        {"dry-run", {}, Tr::tr("writes nothing, and shows what would move")}},
            .examples = {"merge clients external_id=ALFKI external_id=ALFK2 --dry-run"},
            .least = 3,
            .most = -1,
            .run = merge};
}

} // namespace crm::cli
