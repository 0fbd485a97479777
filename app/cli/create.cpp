#include "app/cli/records.h"
#include "core/store/starting_values.h"

namespace crm::cli {

namespace {
/// A line is made by changing its document.
Saved createLine(Call &call, const Entity &entity, Assignments &values)
{
    const Id parent = values.reference(entity.lineParentField());
    if (!parent)
        throw UsageError{Tr::tr("Say where the line belongs: %1=RECORD.").arg(entity.lineParentField())};
    Document document = call.repository().load(entity.lineOf(), parent);
    Record line(entity, values.idOr(newId()));
    values.apply(line, currencyOf(call, document.head()));
    document.lines(entity.key()).append(line);
    return call.repository().save(document);
}

Saved createRecord(Call &call, const Entity &entity, Assignments &values)
{
    Document document(Record(entity, values.idOr(newId())));
    startWithMarked(call.repository(), document);
    values.apply(document.head());
    const QStringList given = call.values("line");
    if (!given.isEmpty() && entity.lineTables().isEmpty())
        throw UsageError{Tr::tr("%1 have no lines.").arg(entity.many().text())};
    for (const QString &text : given) {
        const Entity &lineEntity = call.entity(entity.lineTables().first().entity);
        Record line(lineEntity, newId());
        Assignments(call, lineEntity, assignmentsIn(text)).apply(line, currencyOf(call, document.head()));
        document.lines(lineEntity.key()).append(line);
    }
    return call.repository().save(document, SaveKey::fresh());
}

int create(Call &call)
{
    const Entity &entity = call.entity(call.arguments[0]);
    Assignments values(call, entity, call.arguments.mid(1));
    const Saved saved = entity.isLine() ? createLine(call, entity, values) : createRecord(call, entity, values);
    if (call.json())
        call.out.json(toJson(call, saved.document));
    else
        call.out.line(
            QString::number(entity.isLine() ? saved.document.lines(entity.key()).last().id() : saved.document.id()));
    return Ok;
}
} // namespace

Command createCommand()
{
    return {.name = "create",
            .summary = Tr::tr("Makes a record and prints its id"),
            .arguments = Tr::tr("ENTITY FIELD=VALUE..."),
            .options = {{"line", Tr::tr("VALUES"),
                         Tr::tr("a line of the document, for example \"item_id=Chai,quantity=2\"; repeat it")}},
            .examples = {"create clients name=\"Roses Ltd\" country=Germany",
                         "create orders client_id=\"Roses Ltd\" --line \"item_id=Chai,quantity=2\""},
            .least = 1,
            .most = -1,
            .run = create};
}

} // namespace crm::cli
