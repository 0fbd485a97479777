#include "core/exchange/import.h"
#include "app/cli/records.h"
#include "core/exchange/csv_writer.h"
#include <QFile>
#include <QJsonArray>
#include <QTemporaryFile>
#include <cstdio>

namespace crm::cli {

namespace {
/// The file, or stdin kept in a temporary file: an import reads it more than once.
std::unique_ptr<QFile> openInput(const QString &path)
{
    if (path != u"-") {
        auto file = std::make_unique<QFile>(path);
        if (!file->exists())
            throw Error(ErrorKind::NotFound, Tr::tr("There is no file “%1”.").arg(path));
        if (!file->open(QIODevice::ReadOnly))
            throw Error(ErrorKind::Denied, Tr::tr("“%1” cannot be read: %2.").arg(path, file->errorString()));
        return file;
    }
    auto kept = std::make_unique<QTemporaryFile>();
    QFile input;
    if (!kept->open() || !input.open(stdin, QIODevice::ReadOnly))
        throw Error(ErrorKind::Connection,
                    Tr::tr("What comes from stdin cannot be kept: %1.").arg(kept->errorString()));
    for (QByteArray piece = input.read(1 << 16); !piece.isEmpty(); piece = input.read(1 << 16))
        writeAll(*kept, piece);
    return kept;
}

SourceOptions sourceOptions(Call &call)
{
    SourceOptions source;
    if (call.has("encoding")) {
        source.csv.encoding = encodingByName(call.value("encoding"));
        if (!source.csv.encoding)
            throw UsageError{Tr::tr("“%1” is no encoding that the program knows. It knows: %2.")
                                 .arg(call.value("encoding"), encodingNames().join(QStringLiteral(", ")))};
    }
    if (call.has("separator")) {
        const QString text = call.value("separator") == u"tab" ? QStringLiteral("\t") : call.value("separator");
        if (text.size() != 1)
            throw UsageError{Tr::tr("A separator is one character, or the word tab.")};
        source.csv.separator = text.front();
    }
    const QString format = call.value("format", QStringLiteral("auto"));
    if (format != u"auto" && format != u"csv" && format != u"json" && format != u"xlsx")
        throw UsageError{Tr::tr("--format is auto, csv, xlsx or json, not “%1”.").arg(format)};
    source.format = format == u"csv"    ? SourceOptions::Csv
                    : format == u"json" ? SourceOptions::Json
                    : format == u"xlsx" ? SourceOptions::Xlsx
                                        : SourceOptions::Recognised;
    source.sheet = call.value("sheet");
    source.headers = !call.has("no-header");
    source.shortRows = call.has("allow-short-rows");
    return source;
}

OnMatch onMatch(Call &call)
{
    const QString word = call.value("on-match", QStringLiteral("update"));
    if (word == u"update")
        return OnMatch::Update;
    if (word == u"skip")
        return OnMatch::Skip;
    if (word == u"refuse")
        return OnMatch::Refuse;
    throw UsageError{Tr::tr("--on-match is update, skip or refuse, not “%1”.").arg(word)};
}

ImportOptions importOptions(Call &call)
{
    ImportOptions options;
    options.entity = call.arguments[0];
    for (const QString &map : call.values("map"))
        options.map += parseMap(map);
    for (const QString &constants : call.values("set"))
        options.map += parseConstants(constants);
    options.guess = !call.has("no-guess");
    options.match = call.list("match");
    options.matchNothing = options.match == QStringList{QStringLiteral("none")};
    if (options.matchNothing)
        options.match.clear();
    options.onMatch = onMatch(call);
    options.keepFilled = call.has("keep-filled");
    for (const QString &field : call.list("create-missing")) {
        QString canonical;
        call.catalog().resolve(options.entity, field, &canonical);
        options.createMissing << (canonical.isEmpty() ? field : canonical);
    }
    for (const QString &answer : call.values("value"))
        options.answers << parseAnswer(answer);
    options.allOrNothing = call.has("all-or-nothing");
    options.source = sourceOptions(call);
    options.preview = int(call.number("preview", options.preview));
    if (call.has("date-format")) {
        const auto order = dateOrderByName(call.value("date-format"));
        if (!order)
            throw UsageError{
                Tr::tr("--date-format is d/m/y, m/d/y or y/m/d, not “%1”.").arg(call.value("date-format"))};
        options.dateOrder = *order;
    }
    return options;
}

QJsonArray faultsJson(const ImportReport &report)
{
    QJsonArray faults;
    for (const RowFault &fault : report.faults)
        faults << QJsonObject{
            {"line", fault.line}, {"column", fault.column}, {"value", fault.value}, {"reason", fault.reason}};
    return faults;
}

QString answerName(ValueAnswer::What what)
{
    return what == ValueAnswer::Add   ? QStringLiteral("add")
           : what == ValueAnswer::Use ? QStringLiteral("use")
                                      : QStringLiteral("refuse");
}

QJsonArray unknownJson(const ImportReport &report)
{
    QJsonArray unknown;
    for (const UnknownValue &value : report.unknown)
        unknown << QJsonObject{{"field", value.path},  {"column", value.header},
                               {"value", value.text},  {"rows", value.rows},
                               {"found", value.found}, {"can_add", value.canAdd},
                               {"use", value.use},     {"answer", answerName(value.what)}};
    return unknown;
}

QJsonObject reportJson(const ImportReport &report)
{
    QJsonArray map, preview;
    for (const ColumnTarget &target : report.map) {
        if (!target.path.isEmpty())
            map << target.toString();
    }
    for (const PreviewRow &row : report.preview) {
        QJsonObject values;
        for (qsizetype i = 0; i < row.values.size(); ++i)
            values.insert(report.previewPaths[i], row.values[i]);
        preview << QJsonObject{{"line", row.line}, {"outcome", outcomeName(row.outcome)}, {"values", values}};
    }
    QJsonObject others;
    for (auto it = report.others.begin(); it != report.others.end(); ++it)
        others.insert(it.key(), QJsonObject{{"inserted", it->inserted}, {"updated", it->updated}});
    QJsonObject object{{"entity", report.entity},
                       {"dry_run", report.dryRun},
                       {"source", report.source},
                       {"encoding", report.encoding},
                       {"separator", report.separator},
                       {"map", map},
                       {"unused_columns", QJsonArray::fromStringList(report.unused)},
                       {"match", QJsonArray::fromStringList(report.match)},
                       {"rows", report.rows},
                       {"inserted", report.inserted},
                       {"updated", report.updated},
                       {"unchanged", report.unchanged},
                       {"skipped", report.skipped},
                       {"refused", report.refused},
                       {"others", others},
                       {"batch", report.batch ? QJsonValue(QString::number(report.batch)) : QJsonValue()},
                       {"remarks", QJsonArray::fromStringList(report.remarks)},
                       {"doubts", QJsonArray::fromStringList(report.doubts)},
                       {"unknown_values", unknownJson(report)},
                       {"faults", faultsJson(report)},
                       {"fault_count", report.faultCount}};
    if (report.dryRun)
        object.insert("preview", preview);
    if (report.nothingWritten)
        object.insert("nothing_written", true);
    return object;
}

void printPlan(Call &call, const ImportReport &report)
{
    QStringList map;
    for (const ColumnTarget &target : report.map) {
        if (!target.path.isEmpty())
            map << target.toString();
    }
    call.out.line(report.source);
    call.out.line(Tr::tr("Columns: %1").arg(map.join(QStringLiteral(", "))));
    if (!report.unused.isEmpty())
        call.out.line(Tr::tr("Not imported: %1").arg(report.unused.join(QStringLiteral(", "))));
    if (!report.match.isEmpty())
        call.out.line(Tr::tr("Records are found by: %1").arg(report.match.join(QStringLiteral(", "))));
    if (report.preview.isEmpty())
        return;
    QList<QStringList> rows;
    for (const PreviewRow &row : report.preview)
        rows << (QStringList{QString::number(row.line), outcomeText(row.outcome)} + row.values);
    call.out.line({});
    call.out.table(QStringList{Tr::tr("Line"), QString()} + report.previewLabels, rows, {true});
    call.out.line({});
}

/// What nobody knows, with how the rows can be brought in all the same.
void printUnknown(Call &call, const ImportReport &report)
{
    constexpr qsizetype most = 20;
    QList<QStringList> rows;
    for (const UnknownValue &value : report.unknown) {
        if (value.what != ValueAnswer::Refuse || rows.size() == most)
            continue;
        const ValueAnswer answer{value.path, value.text, value.canAdd ? ValueAnswer::Add : ValueAnswer::Use,
                                 Tr::tr("what it means")};
        rows << QStringList{value.header, value.text, QString::number(value.rows), answer.toString()};
    }
    if (rows.isEmpty())
        return;
    call.out.line({});
    call.out.line(Tr::tr("Values that are not known, and what brings their rows in:"));
    call.out.table({Tr::tr("Column"), Tr::tr("Value"), Tr::tr("Rows"), QStringLiteral("--value")}, rows,
                   {false, false, true});
}

void printFaults(Call &call, const ImportReport &report)
{
    constexpr qsizetype most = 20;
    QList<QStringList> rows;
    for (const RowFault &fault : report.faults.mid(0, most))
        rows << QStringList{QString::number(fault.line), fault.column, fault.value, fault.reason};
    if (rows.isEmpty())
        return;
    call.out.line({});
    call.out.table({Tr::tr("Line"), Tr::tr("Column"), Tr::tr("Value"), Tr::tr("Reason")}, rows, {true});
    if (report.faultCount > most)
        call.out.line(Tr::tr("... and %1 more: --refused FILE keeps all refused rows.").arg(report.faultCount - most));
}

void printReport(Call &call, const ImportReport &report)
{
    if (report.dryRun)
        printPlan(call, report);
    const Entity &entity = call.entity(report.entity);
    const QString counts = Tr::tr("%1: %2 new, %3 changed, %4 unchanged, %5 skipped, %6 refused")
                               .arg(entity.many().text())
                               .arg(report.inserted)
                               .arg(report.updated)
                               .arg(report.unchanged)
                               .arg(report.skipped)
                               .arg(report.refused);
    call.out.line(report.dryRun ? Tr::tr("Would be imported. %1").arg(counts) : counts);
    for (auto it = report.others.begin(); it != report.others.end(); ++it) {
        call.out.line(Tr::tr("%1: %2 new, %3 changed")
                          .arg(call.entity(it.key()).many().text())
                          .arg(it->inserted)
                          .arg(it->updated));
    }
    for (const QString &text : report.remarks + report.doubts)
        call.out.line(Tr::tr("Note: %1").arg(text));
    printUnknown(call, report);
    printFaults(call, report);
    if (report.nothingWritten)
        call.out.line(Tr::tr("Nothing was imported, because some rows were refused."));
    if (report.batch)
        call.out.line(Tr::tr("To take it back: undo --batch %1").arg(report.batch));
}

int import(Call &call)
{
    const std::unique_ptr<QFile> input = openInput(call.arguments[1]);
    Importer importer(call.repository(), *input, importOptions(call));
    const Progress progress = call.progress(Tr::tr("%1 of %2 rows"));
    ImportReport report;
    if (call.has("dry-run")) {
        report = importer.plan(progress);
    } else {
        QFile refused(call.value("refused"));
        const bool keep = call.has("refused");
        if (keep && !refused.open(QIODevice::WriteOnly | QIODevice::Truncate))
            throw Error(ErrorKind::Denied,
                        Tr::tr("“%1” cannot be written: %2.").arg(refused.fileName(), refused.errorString()));
        report = importer.run(progress, keep ? &refused : nullptr);
        if (keep && report.refused == 0)
            refused.remove();
    }
    if (call.json())
        call.out.json(reportJson(report));
    else
        printReport(call, report);
    if (report.nothingWritten)
        return Invalid;
    return report.refused > 0 ? Partly : Ok;
}
} // namespace

Command importCommand()
{
    return {.name = "import",
            .summary = Tr::tr("Imports a CSV, XLSX or JSON file"),
            .arguments = Tr::tr("ENTITY FILE"),
            .options = {{"map", Tr::tr("MAP"),
                         Tr::tr("where columns go: \"CompanyName=name,CustomerID=client_id.external_id\"; the "
                                "others are guessed by their heads")},
                        {"no-guess", {}, Tr::tr("imports the columns of --map alone")},
                        {"set", Tr::tr("VALUES"), Tr::tr("the same for all rows: \"rounding=document\"")},
                        {"match", Tr::tr("FIELDS"),
                         Tr::tr("which record a row means (id or external_id, if the file has it); none: "
                                "every row is new")},
                        {"on-match", "update|skip|refuse", Tr::tr("what happens to records that exist (update)")},
                        {"keep-filled", {}, Tr::tr("an empty cell leaves what is stored")},
                        {"create-missing", Tr::tr("FIELDS"),
                         Tr::tr("adds what these references do not find, by its name, and what is no choice of these "
                                "custom fields: category_id")},
                        {"value", Tr::tr("MEANING"),
                         Tr::tr("what a value means that is not known: \"status_id:At work=Open\"; \"branch:Bakery=+\" "
                                "adds it, - refuses its rows")},
                        {"dry-run", {}, Tr::tr("writes nothing, and shows what would happen with the first rows")},
                        {"preview", "N", Tr::tr("rows that --dry-run shows (10)")},
                        {"all-or-nothing", {}, Tr::tr("one transaction; one refused row refuses all")},
                        {"refused", Tr::tr("FILE"),
                         Tr::tr("keeps the refused rows with their reasons, to be mended and imported")},
                        {"date-format", "d/m/y|m/d/y|y/m/d", Tr::tr("the order of dates (detected)")},
                        {"encoding", Tr::tr("NAME"), Tr::tr("the encoding of the file (detected)")},
                        {"separator", Tr::tr("SIGN"), Tr::tr("between values, or tab (detected)")},
                        {"format", "auto|csv|xlsx|json", Tr::tr("the format of the file (detected)")},
                        {"sheet", Tr::tr("NAME"), Tr::tr("the sheet of a workbook (the first)")},
                        {"no-header", {}, Tr::tr("the first row is no head; columns are called 1, 2, 3 ...")},
                        {"allow-short-rows", {}, Tr::tr("fills up rows with too few values")}},
            .examples = {"import clients customers.csv --dry-run",
                         "import items products.csv --create-missing category_id",
                         "import leads leads.csv --value \"source_id:Expo=Fair\" --value \"source_id:Radio=+\"",
                         "import order_lines order_details.csv --map \"Discount=discount:fraction\""},
            .least = 2,
            .most = 2,
            .run = import};
}

} // namespace crm::cli
