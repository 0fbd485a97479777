#include "tests/bench/window/busy_client.h"
#include "core/modules/document_states.h"

namespace crm::bench {

namespace {
Document fresh(Repository &repository, const QString &entity, const QVariantMap &values)
{
    Document document{Record(repository.catalog()->at(entity), newId())};
    for (auto it = values.begin(); it != values.end(); ++it)
        document.set(it.key(), it.value());
    return document;
}

void addLine(Repository &repository, Document &document, const QString &entity, const QVariantMap &values)
{
    Record line(repository.catalog()->at(entity), newId());
    for (auto it = values.begin(); it != values.end(); ++it)
        line.set(it.key(), it.value());
    document.lines(entity).append(line);
}
} // namespace

Id makeBusyClient(Repository &repository, const QString &name, int invoices)
{
    constexpr int atOnce = 100;     // a server gives a call half a minute
    constexpr qint64 price = 1'000; // minor units, of each of two lines
    const Id client = repository.save(fresh(repository, "clients", {{"name", name}})).document.id();
    const QDate first(2020, 1, 1);
    for (int done = 0; done < invoices; done += atOnce) {
        QList<Document> bills, payments;
        for (int i = done; i < qMin(invoices, done + atOnce); ++i) {
            const QDate day = first.addDays(i % 2000);
            Document bill = fresh(repository, "invoices",
                                  {{"client_id", client}, {"bill_date", day}, {"due_date", day.addDays(30)}});
            for (const char *title : {"Bolts", "Nuts"})
                addLine(repository, bill, "invoice_lines",
                        {{"title", QLatin1String(title)}, {"quantity", 10'000}, {"rate", price}});
            bill.set("status", modules::issuedStatus);
            Document payment = fresh(repository, "payments",
                                     {{"client_id", client}, {"paid_on", day.addDays(10)}, {"amount", 2 * price}});
            addLine(repository, payment, "payment_lines", {{"invoice_id", bill.id()}, {"amount", 2 * price}});
            bills << bill;
            payments << payment;
        }
        repository.saveMany(bills);
        repository.saveMany(payments);
    }
    return client;
}

} // namespace crm::bench
