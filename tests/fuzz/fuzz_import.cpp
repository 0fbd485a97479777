// Import: whatever a file holds, the dry run ends in a report that adds up or in a sentence, and writes nothing; what
// it promises is what the import then does, and taking the import back leaves what was there before.
#include "core/exchange/csv_reader.h"
#include "core/exchange/import.h"
#include "core/model/error.h"
#include "core/model/format.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/fuzz_values.h"
#include "tests/support/temp_database.h"
#include <QBuffer>

using namespace crm;

namespace {

struct World
{
    World()
        : repository(database.asSystem())
    {
        const auto catalog = repository->catalog();
        for (int i = 0; i < 5; ++i) {
            Document client{Record(catalog->at(QStringLiteral("clients")))};
            client.set(QStringLiteral("name"), QStringLiteral("Client %1").arg(i));
            client.set(QStringLiteral("external_id"), QStringLiteral("C%1").arg(i));
            repository->save(client);
        }
        Document item{Record(catalog->at(QStringLiteral("items")))};
        item.set(QStringLiteral("title"), QStringLiteral("Bolt"));
        item.set(QStringLiteral("rate"), qint64(150));
        repository->save(item);
    }
    test::TempDatabase database;
    std::unique_ptr<Repository> repository;
};

const QStringList &entities()
{
    static const QStringList keys = {QStringLiteral("clients"), QStringLiteral("contacts"), QStringLiteral("items"),
                                     QStringLiteral("orders"),  QStringLiteral("leads"),    QStringLiteral("tasks"),
                                     QStringLiteral("users"),   QStringLiteral("notes")};
    return keys;
}

QString anyCell(fuzz::Chance &chance, const Field *field)
{
    static const QStringList cells = {QString(),
                                      QStringLiteral("Client 1"),
                                      QStringLiteral("C2"),
                                      QStringLiteral("Bolt"),
                                      QStringLiteral("1,50"),
                                      QStringLiteral("-3"),
                                      QStringLiteral("yes"),
                                      QStringLiteral("01.02.2026"),
                                      QStringLiteral("NULL"),
                                      QStringLiteral("2026-02-30"),
                                      QStringLiteral("20%"),
                                      QStringLiteral("admin"),
                                      QStringLiteral("me"),
                                      QStringLiteral("1e9"),
                                      QStringLiteral("#"),
                                      QStringLiteral("a@b.example")};
    if (field && chance.once(2))
        return machineText(*field, fuzz::anyValue(chance, *field), QStringLiteral("EUR"));
    return chance.once(4) ? chance.text(8) : chance.pick(cells);
}

QString quoted(const QString &cell)
{
    QString doubled = cell;
    return u'"' + doubled.replace(u'"', QLatin1String("\"\"")) + u'"';
}

/// A file that looks like one for the entity, or nearly.
QByteArray anyFile(fuzz::Chance &chance, const Entity &entity)
{
    QList<const Field *> columns;
    QStringList heads;
    for (int n = 1 + chance.below(6); n > 0; --n) {
        const Field &field = chance.pick(entity.fieldList());
        const bool known = !chance.once(6);
        columns.append(known ? &field : nullptr);
        heads.append(known ? (chance.once(2) ? field.key() : field.label().text()) : chance.text(6));
    }
    columns.append(entity.field(entity.titleField()));
    heads.append(entity.titleField());
    QString text = heads.join(u',') + u'\n';
    for (int row = chance.below(12); row > 0; --row) {
        QStringList cells;
        for (const Field *field : std::as_const(columns))
            cells.append(chance.once(3) ? quoted(anyCell(chance, field)) : anyCell(chance, field).remove(u'\n'));
        text += cells.join(u',') + (chance.once(9) ? QStringLiteral("\r\n") : QStringLiteral("\n"));
    }
    const QByteArray bytes = text.toUtf8();
    return chance.once(3) ? chance.spoiled(bytes) : bytes;
}

void requireSum(const ImportReport &report, const QByteArray &bytes)
{
    fuzz::require(
        report.inserted + report.updated + report.unchanged + report.skipped + report.refused <= report.rows &&
            report.refused <= report.faultCount,
        QStringLiteral("the counts do not add up: %1 rows, %2 new, %3 changed, %4 as they were, %5 passed over, "
                       "%6 refused, %7 faults")
            .arg(report.rows)
            .arg(report.inserted)
            .arg(report.updated)
            .arg(report.unchanged)
            .arg(report.skipped)
            .arg(report.refused)
            .arg(report.faultCount),
        bytes);
    for (const RowFault &fault : report.faults)
        fuzz::require(fault.line >= 1 && !fault.reason.isEmpty(),
                      QStringLiteral("a fault without line or reason: ") + fault.reason, bytes);
}

qint64 rowsBelowHead(QByteArray csv)
{
    QBuffer buffer(&csv);
    buffer.open(QIODevice::ReadOnly);
    CsvOptions options;
    options.separator = u',';
    CsvReader reader(buffer, options);
    CsvRow row;
    qint64 rows = -1;
    while (reader.next(row))
        ++rows;
    return rows;
}

/// The report; nothing if it was refused, then with a sentence.
std::optional<ImportReport> attempt(Repository &repository, const QByteArray &bytes, const ImportOptions &options,
                                    bool dry)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QBuffer refused;
    refused.open(QIODevice::WriteOnly);
    try {
        Importer importer(repository, buffer, options);
        const ImportReport report = dry ? importer.plan() : importer.run({}, &refused);
        requireSum(report, bytes);
        fuzz::require(!dry || report.batch == 0, QStringLiteral("a dry run that wrote"), bytes);
        fuzz::require(dry || rowsBelowHead(refused.data()) == report.refused,
                      QStringLiteral("the file of refused rows and the report differ"), bytes);
        return report;
    } catch (const Error &e) {
        fuzz::require(!e.sentence().isEmpty() && e.kind() != ErrorKind::Corrupt,
                      QStringLiteral("refused, but why? ") + e.sentence(), bytes);
        return {};
    }
}

ImportOptions anyOptions(fuzz::Chance &chance)
{
    ImportOptions options;
    options.entity = chance.pick(entities());
    options.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    options.onMatch = chance.once(3) ? OnMatch::Skip : OnMatch::Update;
    options.keepFilled = chance.once(2);
    options.matchNothing = chance.once(3);
    options.allOrNothing = chance.once(4);
    options.source.shortRows = chance.once(2);
    options.rowsAtOnce = 1 + chance.below(24);
    return options;
}

void round(World &world, fuzz::Chance &chance)
{
    Repository &repository = *world.repository;
    const ImportOptions options = anyOptions(chance);
    const Entity &entity = repository.catalog()->at(options.entity);
    const QByteArray bytes = anyFile(chance, entity);
    const qint64 head = repository.head();
    const auto plan = attempt(repository, bytes, options, true);
    fuzz::require(repository.head() == head, QStringLiteral("a dry run that left changes"), bytes);
    if (!chance.once(3))
        return;
    const qint64 before = repository.totals(Query(options.entity), {}).count;
    const auto done = attempt(repository, bytes, options, false);
    if (!done) {
        fuzz::require(repository.head() == head || !options.allOrNothing,
                      QStringLiteral("a refused import that left changes"), bytes);
        return;
    }
    // A dry run forgets each portion of rows after it; only within one it knows that a later row means an earlier one.
    const bool onePortion = done->rows <= options.rowsAtOnce;
    fuzz::require(plan && plan->rows == done->rows, QStringLiteral("the dry run read other rows"), bytes);
    fuzz::require(!onePortion || (plan->inserted == done->inserted && plan->updated == done->updated &&
                                  plan->refused == done->refused),
                  QStringLiteral("%1: the dry run promised another outcome").arg(options.entity), bytes);
    const qint64 now = repository.totals(Query(options.entity), {}).count;
    fuzz::require(now - before == (done->nothingWritten ? 0 : done->inserted),
                  QStringLiteral("%1: %2 new ones by the report, %3 in the table")
                      .arg(options.entity)
                      .arg(done->inserted)
                      .arg(now - before),
                  bytes);
    if (done->batch)
        repository.undoBatch(done->batch);
    fuzz::require(repository.totals(Query(options.entity), {}).count == before,
                  QStringLiteral("%1: taking it back left something").arg(options.entity), bytes);
    if (chance.once(20))
        fuzz::require(repository.check().isEmpty(), QStringLiteral("the database is not sound any more"), bytes);
}

} // namespace

int main(int argc, char **argv)
{
    std::unique_ptr<World> world;
    const int result = crm::fuzz::run(argc, argv, [&](fuzz::Chance &chance) {
        if (!world)
            world = std::make_unique<World>();
        round(*world, chance);
    });
    return result;
}
