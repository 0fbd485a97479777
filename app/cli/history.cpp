#include "app/cli/records.h"
#include "core/model/drawing.h"
#include "core/model/format.h"
#include "core/store/logged_fields.h"
#include <QJsonArray>

namespace crm::cli {

namespace {
/// The field at the end of "order_lines/7/quantity"; null for a whole line.
const Field *fieldAt(Call &call, const Entity &entity, const QString &place)
{
    const QStringList steps = place.split(u'/');
    if (steps.size() == 2)
        return nullptr;
    const Entity *holder = steps.size() == 1 ? &entity : call.catalog().find(steps.first());
    return holder ? holder->field(steps.last()) : nullptr;
}

QJsonValue valueJson(Call &call, const Entity &entity, const QString &place, const QVariant &value)
{
    const QString currency = call.catalog().baseCurrency;
    if (const Field *field = fieldAt(call, entity, place))
        return crm::toJson(*field, value, currency);
    if (place == mergedFrom || place == mergedInto) {
        QJsonArray ids;
        for (const Id id : value.value<IdList>())
            ids << QString::number(id);
        return ids.isEmpty() ? QJsonValue() : QJsonValue(ids);
    }
    const Entity *lines = call.catalog().find(place.section(u'/', 0, 0));
    if (!lines || !value.isValid())
        return QJsonValue::Null;
    QJsonObject object;
    const QVariantMap map = value.toMap();
    for (auto it = map.begin(); it != map.end(); ++it) {
        if (const Field *field = lines->field(it.key()))
            object.insert(it.key(), crm::toJson(*field, it.value(), currency));
    }
    return object;
}

void printJson(Call &call, const Entity &entity, Id id, const QList<Change> &changes)
{
    QJsonArray list;
    for (const Change &change : changes) {
        QJsonArray fields;
        for (const FieldChange &f : change.fields) {
            fields << QJsonObject{{"field", f.field},
                                  {"before", valueJson(call, entity, f.field, f.before)},
                                  {"after", valueJson(call, entity, f.field, f.after)}};
        }
        list << QJsonObject{{"number", change.number},
                            {"at", change.at.toUTC().toString(Qt::ISODateWithMs)},
                            {"user", change.userName},
                            {"op", changeOpName(change.op)},
                            {"batch", change.batch ? QJsonValue(QString::number(change.batch)) : QJsonValue()},
                            {"fields", fields}};
    }
    call.out.json({{"entity", entity.key()}, {"id", QString::number(id)}, {"changes", list}});
}

QString shown(Call &call, const Entity &entity, const Field *field, const QVariant &value)
{
    QStringList ids; // of a merge
    for (const Id id : field ? IdList() : value.value<IdList>())
        ids << QString::number(id);
    if (!ids.isEmpty())
        return ids.join(QStringLiteral(", "));
    if (!field)
        return value.isValid() ? Tr::tr("line") : QString();
    if (holdsDrawing(entity.key(), field->key()) && !isEmptyValue(value))
        return Tr::tr("(drawing)");
    return displayText(*field, value, {QLocale(), call.catalog().baseCurrency, {}});
}

int history(Call &call)
{
    const Entity &entity = call.entity(call.arguments[0]);
    const Id id = findRecord(call, entity, call.arguments[1]);
    const QList<Change> changes = call.repository().history(entity.key(), id, int(call.number("limit", 200, 1)));
    if (call.json()) {
        printJson(call, entity, id, changes);
        return Ok;
    }
    QList<QStringList> rows;
    for (const Change &change : changes) {
        QStringList first = {QString::number(change.number),
                             QLocale().toString(change.at.toLocalTime(), QLocale::ShortFormat), change.userName,
                             changeOpName(change.op)};
        for (const FieldChange &f : change.fields) {
            const Field *field = fieldAt(call, entity, f.field);
            const QString merge = f.field == mergedFrom   ? Tr::tr("Merged into it")
                                  : f.field == mergedInto ? Tr::tr("Merged into")
                                                          : f.field;
            rows << first + QStringList{field ? field->label().text() : merge, shown(call, entity, field, f.before),
                                        shown(call, entity, field, f.after)};
            first = {QString(), QString(), QString(), QString()};
        }
        if (change.fields.isEmpty())
            rows << first;
    }
    call.out.table(
        {Tr::tr("No."), Tr::tr("When"), Tr::tr("Who"), Tr::tr("What"), Tr::tr("Field"), Tr::tr("Was"), Tr::tr("Is")},
        rows, {true});
    return Ok;
}
} // namespace

Command historyCommand()
{
    return {.name = "history",
            .summary = Tr::tr("Shows who changed what in a record, the latest first"),
            .arguments = Tr::tr("ENTITY RECORD"),
            .options = {{"limit", "N", Tr::tr("at most so many changes (200)")}},
            .examples = {"history clients \"Roses Ltd\""},
            .least = 2,
            .most = 2,
            .run = history};
}

} // namespace crm::cli
