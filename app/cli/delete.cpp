#include "app/cli/records.h"

namespace crm::cli {

namespace {
BatchResult removeLines(Call &call, const Entity &entity, const IdList &ids)
{
    QMap<Id, Document> documents;
    for (Id id : ids) {
        const Document loaded = loadFor(call, entity, id);
        Document &document =
            documents.contains(loaded.id()) ? documents[loaded.id()] : *documents.insert(loaded.id(), loaded);
        document.lines(entity.key()).removeIf([id](const Record &line) { return line.id() == id; });
    }
    const BatchResult saved = call.repository().saveMany(documents.values());
    return {saved.batch, ids.size()};
}

/// What the caller has looked at: another version is not deleted, whoever made it.
QList<qint64> seenVersions(Call &call, const Entity &entity, const IdList &ids)
{
    if (!call.has("at-version"))
        return {};
    if (ids.size() != 1 || entity.isLine())
        throw UsageError{Tr::tr("--at-version goes with one record.")};
    const qint64 seen = call.number("at-version", 0);
    const qint64 version = call.repository().load(entity.key(), ids.first()).head().version();
    if (seen != version)
        throw Error(ErrorKind::Conflict,
                    Tr::tr("The record has been changed meanwhile: it is at version %1, not %2. `history` shows what "
                           "was changed.")
                        .arg(version)
                        .arg(seen));
    return {seen};
}

int remove(Call &call)
{
    const Entity &entity = call.entity(call.arguments[0]);
    IdList ids;
    for (const QString &text : call.arguments.mid(1))
        ids << findRecord(call, entity, text);
    if (call.has("purge")) {
        call.repository().purge(entity.key(), ids);
        if (call.json())
            call.out.json({{"purged", ids.size()}});
        else
            call.out.line(Tr::tr("Deleted for good: %1.").arg(ids.size()));
        return Ok;
    }
    const BatchResult result = entity.isLine()
                                   ? removeLines(call, entity, ids)
                                   : call.repository().remove(entity.key(), ids, seenVersions(call, entity, ids));
    if (call.json())
        call.out.json({{"deleted", result.done}, {"batch", QString::number(result.batch)}});
    else
        call.out.line(
            Tr::tr("Moved to the trash: %1. To take it back: undo --batch %2").arg(result.done).arg(result.batch));
    return Ok;
}
} // namespace

Command deleteCommand()
{
    return {.name = "delete",
            .summary = Tr::tr("Moves records to the trash"),
            .arguments = Tr::tr("ENTITY RECORD..."),
            .options = {{"purge", {}, Tr::tr("deletes what lies in the trash for good (administrators)")},
                        {"at-version", "N", Tr::tr("refuses if the record is not at this version any more")}},
            .examples = {"delete clients \"Roses Ltd\""},
            .least = 2,
            .most = -1,
            .run = remove};
}

} // namespace crm::cli
