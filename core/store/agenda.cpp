#include "core/store/agenda.h"
#include "core/model/agenda.h"
#include "core/model/format.h"
#include "core/store/repository.h"
#include <algorithm>
#include <tuple>

namespace crm {

namespace {
constexpr int mostOfAKind = 300;

Query queryOf(const Entity &entity, const ComesUp &how, const QDate &first, const QDate &last, Id person)
{
    const bool isDay = entity.field(how.when)->kind() == Kind::Date;
    const auto startOf = [](const QDate &day) { return day.startOfDay().toUTC(); };
    QList<Filter> parts{
        Filter::where(how.when, Op::GreaterOrEqual, isDay ? QVariant(first) : QVariant(startOf(first))),
        Filter::where(how.when, Op::Less, isDay ? QVariant(last.addDays(1)) : QVariant(startOf(last.addDays(1))))};
    if (person && !how.who.isEmpty())
        parts << Filter::where(how.who, Op::Equal, person);
    Query query(entity.key());
    query.filter = Filter::all(parts);
    query.columns = {entity.titleField(), how.when};
    if (!how.done.isEmpty())
        query.columns << how.done;
    query.sort = {{how.when, false}};
    return query;
}

AgendaItem itemOf(const Entity &entity, const Row &row, const ComesUp &how, const Field *done)
{
    AgendaItem item{entity.key(), row.id, row.values.value(0).toString(), {}};
    if (entity.field(how.when)->kind() == Kind::Date) {
        item.day = row.values.value(1).toDate();
    } else {
        const QDateTime at = row.values.value(1).toDateTime().toLocalTime();
        item.day = at.date();
        item.time = at.time();
    }
    item.done = done && machineText(*done, row.values.value(2), {}) == how.isDone;
    return item;
}
} // namespace

Agenda agendaOf(Repository &repository, const QDate &first, const QDate &last, Agenda::Whose whose)
{
    Agenda agenda;
    const std::shared_ptr<const Catalog> catalog = repository.catalog();
    const Actor &actor = repository.actor();
    for (const Entity *entity : catalog->entities()) {
        const ComesUp how = comingUpOf(entity->key());
        if (!how.isSet() || !actor.policy.may(*entity, Verb::Read) || !actor.policy.sees(*entity->field(how.when)))
            continue;
        const Field *done = how.done.isEmpty() ? nullptr : catalog->resolve(entity->key(), how.done);
        PageAt at;
        at.limit = mostOfAKind;
        const Page page =
            repository.page(queryOf(*entity, how, first, last, whose == Agenda::Mine ? actor.userId : 0), at);
        for (const Row &row : page.rows)
            agenda.items << itemOf(*entity, row, how, done);
        agenda.cut = agenda.cut || !page.atEnd;
    }
    std::stable_sort(agenda.items.begin(), agenda.items.end(), [](const AgendaItem &a, const AgendaItem &b) {
        const auto at = [](const AgendaItem &i) { return i.time.isValid() ? i.time.msecsSinceStartOfDay() : -1; };
        return std::tuple(a.day, at(a)) < std::tuple(b.day, at(b));
    });
    return agenda;
}

} // namespace crm
