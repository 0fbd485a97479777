// The statement of a client who has paid very often, against the rows that it is made of and nothing else.
#include "core/exchange/import.h"
#include "core/exchange/paper.h"
#include "core/modules/statement.h"
#include "floor.h"
#include "groups.h"
#include "subject.h"
#include <QBuffer>
#include <QLocale>
#include <stdexcept>

namespace crm::bench {

namespace {
/// A client of its own, with so many payments on as many days as a few years have.
Id clientWithPayments(Repository &repository, qint64 count)
{
    Document client(Record(repository.catalog()->at("clients")));
    client.set("name", QStringLiteral("Pays often"));
    const Id id = repository.save(client).document.id();
    QByteArray csv = "client_id,paid_on,amount\n";
    const QDate first(2020, 1, 1);
    constexpr int days = 2000;
    for (qint64 i = 0; i < count; ++i)
        csv += QByteArray::number(id) + ',' + first.addDays(i * 7 % days).toString(Qt::ISODate).toLatin1() + ',' +
               QByteArray::number(1 + i % 997) + '.' + QByteArray::number(10 + i % 90) + '\n';
    QBuffer file(&csv);
    file.open(QIODevice::ReadOnly);
    ImportOptions import;
    import.entity = QStringLiteral("payments");
    const ImportReport report = Importer(repository, file, import).run();
    if (report.inserted != count)
        throw std::runtime_error("the payments were refused: " + report.faults.value(0).reason.toStdString());
    return id;
}
} // namespace

void measureStatement(Table &table, const Options &options)
{
    const Scratch copy(options.path);
    const Person admin = openAdmin(copy.path());
    const Id client = clientWithPayments(*admin.repository, options.rows);
    table.heading(QStringLiteral("Statement of a client with %1 payments").arg(QLocale::c().toString(options.rows)));
    const Step step = [&] { modules::statementOf(*admin.repository, client, {}); };
    const QList<QByteArray> sql = statementsOf(admin, step);
    const Floor floor(copy.path(), &admin);
    if (options.plans)
        table.note(QString::fromUtf8(sql.last()) + u'\n' + planOf(floor.handle(), sql.last()));
    FloorStatements same(floor, sql);
    const Pair pair = compare(7, step, [&] { same.run(); });
    table.add(
        {QStringLiteral("Its lines, with what is due after each"), pair.ours, pair.floor, Target{1.5, 0, {}, {}}});
    const Pair paper = compare(
        5, [&] { paperHtml(*admin.repository, "clients", client, {}); }, [&] { same.run(); });
    table.add({QStringLiteral("The same as a page to print"), paper.ours, paper.floor, {}});
}

} // namespace crm::bench
