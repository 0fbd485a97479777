#include "core/model/agenda.h"
#include "core/model/beside_entity.h"
#include "core/model/format.h"
#include "core/model/query.h"
#include "core/model/registry.h"

namespace crm {

namespace {
BesideEntity<ComesUp> &comingUp()
{
    static BesideEntity<ComesUp> all;
    return all;
}

BesideEntity<TicksOff> &ticking()
{
    static BesideEntity<TicksOff> all;
    return all;
}

class Faults
{
public:
    Faults(const Entity &entity, const Catalog &catalog, QStringList &list)
        : m_entity(entity)
        , m_catalog(catalog)
        , m_list(list)
    {
        const Field *title = entity.field(entity.titleField());
        if (!title || !isFreeTextKind(title->kind()))
            tell(QStringLiteral("what is shown by its title alone needs a title"));
    }

    void tell(const QString &what) { m_list << m_entity.key() + QStringLiteral(": ") + what; }

    void demand(const QString &path, const QList<Kind> &kinds, bool mayBeEmpty = false)
    {
        if (path.isEmpty() && mayBeEmpty)
            return;
        const Field *field = path.isEmpty() ? nullptr : m_catalog.resolve(m_entity.key(), path);
        if (!field)
            tell(QStringLiteral("there is no field %1").arg(path));
        else if (!kinds.isEmpty() && !kinds.contains(field->kind()))
            tell(QStringLiteral("%1 is of the kind %2").arg(path, kindName(field->kind())));
    }

private:
    const Entity &m_entity;
    const Catalog &m_catalog;
    QStringList &m_list;
};

void checkComing(const Entity &entity, const ComesUp &how, const Catalog &catalog, QStringList &list)
{
    Faults faults(entity, catalog, list);
    faults.demand(how.when, {Kind::Date, Kind::Moment});
    faults.demand(how.who, {Kind::Ref}, true);
    faults.demand(how.done, {}, true);
    const Field *done = how.done.isEmpty() ? nullptr : catalog.resolve(entity.key(), how.done);
    QString fault;
    if (done)
        parseText(*done, how.isDone, {QLocale::c(), {}, {}}, &fault);
    if (!fault.isEmpty())
        faults.tell(QStringLiteral("%1 is never \"%2\"").arg(how.done, how.isDone));
}

void checkTicking(const Entity &entity, const TicksOff &how, const Catalog &catalog, QStringList &list)
{
    Faults faults(entity, catalog, list);
    faults.demand(how.done, {Kind::Bool});
    faults.demand(how.day, {Kind::Date}, true);
    const QList<SortKey> keys = Query::parseSort(how.order);
    for (const SortKey &key : keys)
        faults.demand(key.path, {});
    faults.demand(how.place, {Kind::Integer}, true);
    if (!how.place.isEmpty() && (keys.isEmpty() || keys.constFirst().path != how.place || keys.constFirst().descending))
        faults.tell(QStringLiteral("the order does not begin with %1").arg(how.place));
}
} // namespace

void comesUp(const QString &entity, const ComesUp &how) { comingUp().set(entity, how); }
void ticksOff(const QString &entity, const TicksOff &how) { ticking().set(entity, how); }
ComesUp comingUpOf(const QString &entity) { return comingUp().of(entity); }
TicksOff tickingOf(const QString &entity) { return ticking().of(entity); }

QStringList agendaFaults(const Catalog &catalog)
{
    QStringList faults;
    for (const Entity *entity : catalog.entities()) {
        const ComesUp coming = comingUpOf(entity->key());
        if (coming.isSet())
            checkComing(*entity, coming, catalog, faults);
        const TicksOff ticks = tickingOf(entity->key());
        if (ticks.isSet())
            checkTicking(*entity, ticks, catalog, faults);
    }
    return faults;
}

} // namespace crm
