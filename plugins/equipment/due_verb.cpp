#include "core/model/error.h"
#include "equipment.h"
#include "texts.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

namespace equipment {
namespace {
int daysAsked(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return 30;
    bool ok = arguments.size() == 2 && arguments[0] == u"--days";
    const int days = ok ? arguments[1].toInt(&ok) : 0;
    if (!ok || days < 0 || days > 3650)
        throw crm::Error(crm::ErrorKind::Validation,
                         Tr::tr("Use: %1").arg(QStringLiteral("equipment-due [--days 0..3650]")));
    return days;
}

crm::Query dueQuery(const crm::Catalog &catalog, int days)
{
    crm::Query query(QStringLiteral("equipment"));
    query.filter = crm::Filter::parse(
        QStringLiteral("warranty_until >= today and warranty_until <= today+%1d and state != written_off").arg(days),
        catalog, query.entity);
    query.sort = crm::Query::parseSort(QStringLiteral("warranty_until"));
    query.columns = {QStringLiteral("warranty_until"), QStringLiteral("number"), QStringLiteral("name"),
                     QStringLiteral("holder_id")};
    return query;
}
} // namespace

int listDue(crm::VerbCall &call)
{
    const crm::Query query = dueQuery(*call.repository.catalog(), daysAsked(call.arguments));
    QJsonArray all;
    crm::PageAt at;
    for (bool more = true; more;) {
        const crm::Page page = call.repository.page(query, at);
        for (const crm::Row &row : page.rows) {
            all.append(QJsonObject{{QStringLiteral("id"), QString::number(row.id)},
                                   {QStringLiteral("warranty_until"), row.values[0].toDate().toString(Qt::ISODate)},
                                   {QStringLiteral("number"), row.values[1].toString()},
                                   {QStringLiteral("name"), row.values[2].toString()},
                                   {QStringLiteral("holder"), row.titles.value(3)}});
        }
        more = !page.atEnd && !page.rows.isEmpty();
        if (more)
            at = {crm::PageAt::After, page.rows.last().key};
    }
    if (call.json) {
        call.out << QString::fromUtf8(QJsonDocument(all).toJson());
        return 0;
    }
    for (const QJsonValue &one : std::as_const(all))
        call.out << one[u"warranty_until"].toString() << '\t' << one[u"number"].toString() << '\t'
                 << one[u"name"].toString() << '\t' << one[u"holder"].toString() << '\n';
    if (all.isEmpty())
        call.out << Tr::tr("No warranty ends in that time.") << '\n';
    return 0;
}

} // namespace equipment
