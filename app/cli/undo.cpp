#include "app/cli/call.h"
#include <QJsonArray>
#include <QLocale>

namespace crm::cli {

namespace {
const Entity *entityOf(Call &call, const Change &change) { return call.catalog().find(change.entity); }

QString whoAndWhen(const ChangedRecord &record)
{
    if (record.changes.isEmpty())
        return Tr::tr("“%1”").arg(record.now.head().title());
    const Change &last = record.changes.first();
    return Tr::tr("“%1” (%2, %3)")
        .arg(record.now.head().title(), last.userName, QLocale().toString(last.at.toLocalTime(), QLocale::ShortFormat));
}

QJsonArray leftJson(const QList<ChangedRecord> &records)
{
    QJsonArray out;
    for (const ChangedRecord &record : records) {
        const Change last = record.changes.value(0);
        out << QJsonObject{{"entity", record.now.entity().key()}, {"id", QString::number(record.now.id())},
                           {"title", record.now.head().title()},  {"version", record.now.head().version()},
                           {"changed_by", last.userName},         {"changed_at", last.at.toString(Qt::ISODateWithMs)}};
    }
    return out;
}

void printLeft(Call &call, const QList<ChangedRecord> &records)
{
    constexpr qsizetype most = 20;
    call.out.line(Tr::tr("Changed since, and left as they are: %1").arg(records.size()));
    for (const ChangedRecord &record : records.mid(0, most))
        call.out.line(QStringLiteral("  ") + whoAndWhen(record));
    if (records.size() > most)
        call.out.line(Tr::tr("  and %1 more").arg(records.size() - most));
    call.out.line(Tr::tr("`history` shows what was changed; the same call with --force takes them back too."));
}

int undoBatch(Call &call, const UndoOver &over)
{
    const UndoResult result =
        call.repository().undoBatch(call.number("batch", 0, 1), over, call.progress(Tr::tr("%1 of %2 changes")));
    if (call.json())
        call.out.json({{"undone", result.done}, {"left", leftJson(result.left)}});
    else
        call.out.line(Tr::tr("Records taken back: %1.").arg(result.done));
    if (!result.left.isEmpty() && !call.json())
        printLeft(call, result.left);
    return result.left.isEmpty() ? Ok : Partly;
}

/// What is undone at a version is one record: the one that the change is about.
UndoOver overOneVersion(Call &call, qint64 change)
{
    UndoOver over;
    const qint64 version = call.number("at-version", 0, 1);
    const QList<Change> changes = call.repository().changesSince(change - 1, 1);
    if (!changes.isEmpty() && changes.first().number == change && entityOf(call, changes.first())) {
        const Document now = call.repository().load(changes.first().entity, changes.first().recordId);
        if (now.head().version() != version)
            throw Error(ErrorKind::Conflict,
                        Tr::tr("The record has been changed meanwhile: it is at version %1, not %2. `history` shows "
                               "what was changed.")
                            .arg(now.head().version())
                            .arg(version));
        over.seen = {{changes.first().entity, now.id(), version}};
    }
    return over;
}

int undoChange(Call &call, UndoOver over)
{
    bool ok = false;
    const qint64 number = call.arguments.first().toLongLong(&ok);
    if (!ok)
        throw UsageError{Tr::tr("“%1” is no number of a change; history shows them.").arg(call.arguments.first())};
    if (call.has("at-version"))
        over = overOneVersion(call, number);
    try {
        call.repository().undo(number, over);
    } catch (const Error &e) {
        const auto *changed = dynamic_cast<const ChangedError *>(&e);
        const auto *conflict = dynamic_cast<const ConflictError *>(&e);
        if (!changed && !conflict)
            throw;
        const Document now = changed ? changed->records().first().now : conflict->theirs();
        throw Error(ErrorKind::Conflict,
                    Tr::tr("%1 `history` shows what was changed. To take it back all the same: --at-version %2, or "
                           "--force.")
                        .arg(e.sentence())
                        .arg(now.head().version()));
    }
    if (call.json())
        call.out.json({{"undone", 1}});
    else
        call.out.line(Tr::tr("Records taken back: %1.").arg(1));
    return Ok;
}

int undo(Call &call)
{
    if (call.has("batch") == !call.arguments.isEmpty())
        throw UsageError{Tr::tr("Say what to take back: the number of a change, or --batch ID.")};
    if (call.has("at-version") && (call.has("batch") || call.has("force")))
        throw UsageError{Tr::tr("--at-version goes with one change, and without --force.")};
    const UndoOver over{.everything = call.has("force")};
    return call.has("batch") ? undoBatch(call, over) : undoChange(call, over);
}
} // namespace

Command undoCommand()
{
    return {.name = "undo",
            .summary = Tr::tr("Takes back a change, or a whole import"),
            .arguments = Tr::tr("[CHANGE]"),
            .options = {{"batch", Tr::tr("ID"), Tr::tr("everything that one import, deletion or demo has done")},
                        {"at-version", "N", Tr::tr("goes over what others have changed since, up to this version")},
                        {"force", {}, Tr::tr("goes over whatever others have changed since")}},
            .examples = {"undo 1234", "undo --batch 974123456789012345"},
            .least = 0,
            .most = 1,
            .run = undo};
}

} // namespace crm::cli
