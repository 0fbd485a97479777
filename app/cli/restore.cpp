#include "app/cli/records.h"

namespace crm::cli {

namespace {
/// What lies in the trash is found by id, or by its title there.
Id findTrashed(Call &call, const Entity &entity, const QString &text)
{
    if (ReferenceFinder::looksLikeId(text))
        return text.toLongLong();
    Query query(entity.key());
    query.trashed = true;
    query.columns = {entity.titleField()};
    query.filter = Filter::where(entity.titleField(), Op::Equal, text);
    const Page page = call.repository().page(query, {});
    if (page.rows.isEmpty())
        throw Error(ErrorKind::NotFound,
                    Tr::tr("In the trash of %1 there is no “%2”.").arg(entity.many().text(), text));
    if (page.rows.size() > 1)
        throw Error(ErrorKind::Validation,
                    Tr::tr("Several in the trash are called “%1”. Name one by its id.").arg(text));
    return page.rows.first().id;
}

int restore(Call &call)
{
    const Entity &entity = call.entity(call.arguments[0]);
    IdList ids;
    for (const QString &text : call.arguments.mid(1))
        ids << findTrashed(call, entity, text);
    const BatchResult result = call.repository().restore(entity.key(), ids);
    if (call.json())
        call.out.json({{"restored", result.done}, {"batch", QString::number(result.batch)}});
    else
        call.out.line(Tr::tr("Restored: %1.").arg(result.done));
    return Ok;
}
} // namespace

Command restoreCommand()
{
    return {.name = "restore",
            .summary = Tr::tr("Takes records out of the trash, with what hangs on them"),
            .arguments = Tr::tr("ENTITY RECORD..."),
            .examples = {"restore clients \"Roses Ltd\""},
            .least = 2,
            .most = -1,
            .run = restore};
}

} // namespace crm::cli
