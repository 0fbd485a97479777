// Small declarations for the tests of the ring: a registry of clients, orders with lines, notes and users.
#pragma once
#include "core/model/entity.h"
#include "core/model/format.h"
#include "core/model/record.h"
#include "core/model/registry.h"
#include "printers.h"

namespace crm::test {

inline Label l(const QString &text) { return Label::literal(text); }
inline Choice option(const QString &key) { return {key, l(key.toUpper())}; }

/// An entity that has no fault.
inline Entity plainEntity(const QString &key)
{
    return Entity(key, l(key), l(key + u's'))
        .area(u"sales"_s)
        .title(u"name"_s)
        .fields({text(u"name"_s, l(u"Name"_s), 40).required()});
}

inline Entity users() { return plainEntity(u"users"_s); }

inline Entity clients()
{
    return plainEntity(u"clients"_s)
        .fields({text(u"country"_s, l(u"Country"_s), 40), ref(u"owner_id"_s, l(u"Owner"_s), u"users"_s),
                 refList(u"members"_s, l(u"Members"_s), u"users"_s),
                 ref(u"merged_id"_s, l(u"Merged into"_s), u"clients"_s).hidden(),
                 ref(u"group"_s, l(u"Group"_s), u"client_groups"_s)})
        .ownedBy(u"owner_id"_s, u"members"_s)
        .attachments({u"notes"_s});
}

inline Entity clientGroups() { return plainEntity(u"client_groups"_s).dictionary(); }

inline Entity orders()
{
    return Entity(u"orders"_s, l(u"Order"_s), l(u"Orders"_s))
        .area(u"sales"_s)
        .fields({text(u"number"_s, l(u"Number"_s), 20).required().readOnly(),
                 ref(u"client_id"_s, l(u"Client"_s), u"clients"_s).required(), text(u"currency"_s, l(u"Currency"_s), 3),
                 money(u"total"_s, l(u"Total"_s)).computed(),
                 choice(u"state"_s, l(u"State"_s), {option(u"new"_s), option(u"paid"_s), option(u"closed"_s)})
                     .byDefault(u"new"_s)
                     .transition(u"new"_s, {u"paid"_s})
                     .transition(u"paid"_s, {u"new"_s, u"closed"_s}),
                 labels(u"labels"_s, l(u"Labels"_s))})
        .numbered(u"number"_s, u"ORD-"_s)
        .currency(u"currency"_s)
        .status(u"state"_s)
        .scopedBy(u"client_id"_s)
        .lines(u"order_lines"_s, u"order_id"_s)
        .view(u"large"_s, l(u"Large"_s), {}, u"-total"_s);
}

inline Entity orderLines()
{
    return Entity(u"order_lines"_s, l(u"Line"_s), l(u"Lines"_s))
        .lineOf(u"orders"_s, u"order_id"_s)
        .fields({text(u"item"_s, l(u"Item"_s), 40).required(),
                 decimal(u"quantity"_s, l(u"Quantity"_s), 3).between(0, 1'000'000)});
}

inline Entity notes()
{
    return Entity(u"notes"_s, l(u"Note"_s), l(u"Notes"_s))
        .area(u"sales"_s)
        .title(u"body"_s)
        .fields({memo(u"body"_s, l(u"Text"_s))})
        .attached();
}

inline Entity labelDictionary() { return plainEntity(u"labels"_s).dictionary(); }

/// All of them, not sealed yet.
inline void declareAll(Registry &r)
{
    r.addArea(u"sales"_s, l(u"Sales"_s));
    for (const Entity &e : {users(), clientGroups(), clients(), orders(), orderLines(), notes(), labelDictionary()})
        r.add(e);
}

} // namespace crm::test
