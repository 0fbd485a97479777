#include "core/exchange/export.h"
#include "app/cli/list_query.h"
#include <QFileInfo>
#include <QSaveFile>
#include <cstdio>
#include <memory>

namespace crm::cli {

namespace {
ExportOptions exportOptions(Call &call, const QString &path)
{
    ExportOptions options;
    const auto bySuffix = exportFormatBySuffix(QFileInfo(path).suffix());
    const QString name = call.value("format", exportSuffix(bySuffix.value_or(ExportOptions::Csv)));
    const auto format = exportFormatBySuffix(name);
    if (!format)
        throw UsageError{Tr::tr("--format is csv, xlsx, json, vcf or ics, not “%1”.").arg(name)};
    options.format = *format;
    options.forPeople = call.has("labels");
    if (call.has("excel")) {
        options.bom = options.guardIds = true;
        options.separator = QLocale().decimalPoint() == u"," ? u';' : u','; // what Excel takes for one in this country
    }
    return options;
}

/// An old file stays whole until the new one is. A pipe or a device is written to; putting a file in its place would
/// take it away from everybody.
std::unique_ptr<QFileDevice> targetOf(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile() && !info.isDir())
        return std::make_unique<QFile>(path);
    return std::make_unique<QSaveFile>(path);
}

int exportList(Call &call)
{
    const QString path = call.arguments.value(1, QStringLiteral("-"));
    const Query query = queryOf(call, call.arguments[0]);
    const ExportOptions options = exportOptions(call, path);
    if (path == u"-") {
        QFile out;
        if (!out.open(stdout, QIODevice::WriteOnly))
            throw Error(ErrorKind::Connection, Tr::tr("Nothing can be written to stdout: %1.").arg(out.errorString()));
        exportRecords(call.repository(), query, out, options);
        if (!out.flush())
            throw Error(ErrorKind::Connection, Tr::tr("Nothing can be written to stdout: %1.").arg(out.errorString()));
        return Ok;
    }
    const std::unique_ptr<QFileDevice> file = targetOf(path);
    const auto cannot = [&](ErrorKind kind) {
        return Error(kind, Tr::tr("“%1” cannot be written: %2.").arg(path, file->errorString()));
    };
    if (!file->open(QIODevice::WriteOnly))
        throw cannot(ErrorKind::Denied);
    const qint64 rows = exportRecords(call.repository(), query, *file, options, call.progress(Tr::tr("%1 of %2 rows")));
    auto *saved = qobject_cast<QSaveFile *>(file.get());
    if (saved ? !saved->commit() : !file->flush())
        throw cannot(ErrorKind::Connection);
    if (call.json())
        call.out.json({{"entity", query.entity}, {"rows", rows}, {"file", path}});
    else
        call.out.line(Tr::tr("Exported %1 rows to %2.").arg(rows).arg(path));
    return Ok;
}
} // namespace

Command exportCommand()
{
    return {.name = "export",
            .summary = Tr::tr(
                "Exports a list to CSV, XLSX or JSON, which can be imported again unchanged; people to vCards, tasks "
                "to a calendar"),
            .arguments = Tr::tr("ENTITY [FILE]"),
            .options = queryOptions() +
                       QList<OptionSpec>{{"format", "csv|xlsx|json|vcf|ics", Tr::tr("of the file (by its name)")},
                                         {"excel",
                                          {},
                                          Tr::tr("for a spreadsheet: byte order mark, local separator, "
                                                 "ids that it does not round")},
                                         {"labels", {}, Tr::tr("labels as heads, titles instead of ids")}},
            .examples = {"export clients clients.xlsx", "export contacts people.vcf",
                         "export orders - --where \"total > 1000\" --format json"},
            .least = 1,
            .most = 2,
            .run = exportList};
}

} // namespace crm::cli
