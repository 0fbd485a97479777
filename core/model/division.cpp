#include "core/model/division.h"
#include "core/model/beside_entity.h"
#include "core/model/registry.h"
#include <algorithm>

namespace crm {

namespace {
BesideEntity<Division> &divisions()
{
    static BesideEntity<Division> all;
    return all;
}
BesideEntity<Guests> &allGuests()
{
    static BesideEntity<Guests> all;
    return all;
}
BesideEntity<HiddenStates> &hiddenStates()
{
    static BesideEntity<HiddenStates> all;
    return all;
}

bool leadsTo(const Field *field, const QString &target)
{
    return field && !field->isCustom() && (isRefKind(field->kind()) || isListKind(field->kind())) &&
           (target.isEmpty() ? !field->target().isEmpty() : field->target() == target);
}

/// As declared, if the catalog has all of it. @param people the entity whose records sign in
Guests guestsAmong(const QString &people, const Catalog &catalog)
{
    const Guests guests = allGuests().of(people);
    const Entity *persons = catalog.find(people), *records = catalog.find(guests.entity);
    if (!persons || !records || !leadsTo(persons->field(guests.reference), guests.entity))
        return {};
    for (const QString &key : guests.named) {
        if (!leadsTo(records->field(key), {}))
            return {};
    }
    return guests;
}

QStringList guestFaults(const Entity &people, const Catalog &catalog)
{
    const Guests declared = allGuests().of(people.key());
    if (!declared.isDeclared())
        return {};
    QStringList faults;
    const auto fault = [&](const QString &what) { faults << people.key() + QStringLiteral(": ") + what; };
    const Guests guests = guestsAmong(people.key(), catalog);
    if (!guests.isDeclared())
        fault(QStringLiteral("guests are declared by fields that are not there"));
    const Entity *divided = guests.isDeclared() ? dividedForGuests(guests, catalog) : nullptr;
    if (guests.isDeclared() && !(divided && !divisionOf(divided->key()).groups.isEmpty()))
        fault(QStringLiteral("guests belong to no divided record"));
    for (const QString &key : guests.named) {
        if (divided && !leadsTo(catalog.at(guests.entity).field(key), divided->key()))
            fault(key + QStringLiteral(" names another kind of record than the other fields of guests"));
    }
    return faults;
}

QStringList hiddenFaults(const Entity &entity)
{
    const HiddenStates hidden = hiddenStatesOf(entity.key());
    if (hidden.field.isEmpty())
        return {};
    const Field *field = entity.field(hidden.field);
    const QString is = entity.key() + QStringLiteral(": ") + hidden.field;
    if (!field || field->kind() != Kind::Choice || divisionOf(entity.key()).through.isEmpty())
        return {is + QStringLiteral(" is no choice of a record that belongs to a divided one")};
    QStringList faults;
    for (const QString &value : hidden.values) {
        const auto &choices = field->choices();
        if (std::none_of(choices.begin(), choices.end(), [&](const auto &c) { return c.key == value; }))
            faults << is + QStringLiteral(" has no choice ") + value;
    }
    return faults;
}
} // namespace

void guestsOf(const QString &people, const Guests &guests) { allGuests().set(people, guests); }

Guests guestsIn(const Catalog &catalog)
{
    const QStringList people = allGuests().all().keys();
    for (const QString &key : people) {
        if (const Guests guests = guestsAmong(key, catalog); guests.isDeclared())
            return guests;
    }
    return {};
}

const Entity *dividedForGuests(const Guests &guests, const Catalog &catalog)
{
    const Entity *records = catalog.find(guests.entity);
    return records && !guests.named.isEmpty() ? catalog.find(records->field(guests.named.first())->target()) : nullptr;
}

void hiddenFromGuests(const QString &entity, const QString &field, const QStringList &values)
{
    hiddenStates().set(entity, {field, values});
}
HiddenStates hiddenStatesOf(const QString &entity) { return hiddenStates().of(entity); }

void dividedBy(const QString &entity, const QString &listField) { divisions().set(entity, {listField, {}}); }
void belongsThrough(const QString &entity, const QStringList &fields) { divisions().set(entity, {{}, fields}); }
Division divisionOf(const QString &entity) { return divisions().of(entity); }

bool isConcernedByDivision(const Entity &entity)
{
    const Scope::Kind kind = entity.scope().kind;
    return kind == Scope::Parent || kind == Scope::Attached || divisionOf(entity.key()).isDeclared();
}

QStringList divisionFaults(const Catalog &catalog)
{
    QStringList faults;
    for (const Entity *e : catalog.entities()) {
        const Division division = divisionOf(e->key());
        const auto fault = [&](const QString &what) { faults << e->key() + QStringLiteral(": ") + what; };
        faults << guestFaults(*e, catalog) << hiddenFaults(*e);
        if (division.isDeclared() && e->scope().kind != Scope::Owner)
            fault(QStringLiteral("only records with an owner are divided by themselves"));
        const Field *list = division.groups.isEmpty() ? nullptr : e->field(division.groups);
        if (!division.groups.isEmpty() && !(list && isListKind(list->kind())))
            fault(division.groups + QStringLiteral(" is no list of links"));
        for (const QString &key : division.through) {
            const Field *f = e->field(key);
            if (!f || !isRefKind(f->kind()) || f->isCustom())
                fault(key + QStringLiteral(" is no reference"));
        }
        if (e->scope().kind != Scope::Owner || division.isDeclared())
            continue;
        for (const Field &f : e->fieldList()) {
            if (isRefKind(f.kind()) && !f.target().isEmpty() && !divisionOf(f.target()).groups.isEmpty())
                fault(f.key() + QStringLiteral(" points to a divided record, but no field is said to belong through"));
        }
    }
    return faults;
}

} // namespace crm
