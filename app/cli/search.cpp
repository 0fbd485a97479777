#include "app/cli/records.h"
#include <QJsonArray>

namespace crm::cli {

namespace {
int search(Call &call)
{
    const QList<Hit> hits = call.repository().search(call.arguments.join(u' '), int(call.number("limit", 5, 1)));
    if (call.json()) {
        QJsonArray list;
        for (const Hit &hit : hits)
            list << QJsonObject{
                {"entity", hit.entity}, {"id", QString::number(hit.id)}, {"title", hit.title}, {"detail", hit.detail}};
        call.out.json({{"hits", list}});
        return Ok;
    }
    QList<QStringList> rows;
    for (const Hit &hit : hits)
        rows << QStringList{call.entity(hit.entity).one().text(), QString::number(hit.id), hit.title, hit.detail};
    call.out.table({Tr::tr("What"), Tr::tr("Id"), Tr::tr("Title"), Tr::tr("Details")}, rows);
    return Ok;
}
} // namespace

Command searchCommand()
{
    return {.name = "search",
            .summary = Tr::tr("Finds records of all kinds by words, parts of words or digits of a phone"),
            .arguments = Tr::tr("WORDS..."),
            .options = {{"limit", "N", Tr::tr("at most so many of each kind (5)")}},
            .examples = {"search roses", "search 345-67-89"},
            .least = 1,
            .most = -1,
            .run = search};
}

} // namespace crm::cli
