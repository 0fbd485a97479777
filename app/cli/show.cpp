#include "app/cli/records.h"
#include "core/work/repeat_dates.h"
#include <QJsonArray>

namespace crm::cli {

namespace {
QString stateName(work::Ahead::State state)
{
    switch (state) {
    case work::Ahead::Single:
        break;
    case work::Ahead::NotYet:
        return QStringLiteral("not_yet");
    case work::Ahead::Goes:
        return QStringLiteral("goes");
    case work::Ahead::Paused:
        return QStringLiteral("paused");
    case work::Ahead::Ended:
        return QStringLiteral("ended");
    case work::Ahead::Done:
        return QStringLiteral("done");
    }
    return {};
}

QJsonObject toJson(const work::Ahead &ahead)
{
    QJsonArray dates;
    for (const QDate &day : ahead.dates)
        dates << day.toString(Qt::ISODate);
    QJsonObject out{{"state", stateName(ahead.state)}, {"next", dates}, {"more", ahead.more}};
    if (ahead.times > 0)
        out.insert("left", ahead.left);
    if (ahead.missed > 0)
        out.insert("missed", QJsonObject{{"count", ahead.missed},
                                         {"from", ahead.from.toString(Qt::ISODate)},
                                         {"until", ahead.until.toString(Qt::ISODate)}});
    return out;
}

int show(Call &call)
{
    const Entity &entity = call.entity(call.arguments[0]);
    const Id id = findRecord(call, entity, call.arguments[1]);
    const Document document = loadFor(call, entity, id);
    const work::Ahead ahead = work::ahead(document.head());
    const bool repeats = ahead.state != work::Ahead::Single;
    if (call.json()) {
        QJsonObject object = toJson(call, document);
        if (repeats)
            object.insert("repeats", toJson(ahead));
        call.out.json(object);
    } else {
        print(call, document);
        if (repeats)
            call.out.line(work::aheadText(ahead, QLocale()));
    }
    return Ok;
}
} // namespace

Command showCommand()
{
    return {.name = "show",
            .summary = Tr::tr("Shows a record with its lines"),
            .arguments = Tr::tr("ENTITY RECORD"),
            .examples = {"show orders ORD-0001", "show clients external_id=ALFKI --json"},
            .least = 2,
            .most = 2,
            .run = show};
}

} // namespace crm::cli
