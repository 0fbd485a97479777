// Limits of roles to groups of clients, in a local file; core/model/division.h says what they mean.
//
// One column decides here as well. A record that belongs to a divided one has, instead of its owner's node, a node that
// stands for the owner and for the set of groups (a row of scope_nodes, with an id below zero); a record with a list of
// its own stays its own node, and its row of scope_nodes names the set. What hangs on it carries the same scope. So
// `reach` alone tells what a limited person sees: it leaves out the nodes of other groups, and holds, with the kind
// withinGroups, all nodes that the limit leaves, for the level of the same number. Lists, search, sums, history, files
// need not know. Others pay nothing: as long as no role is limited, scopes are what they were.
//
// Guests: a divided record that has any (guest_of) is, with its own id below zero, a member of its own set of groups.
// So what belongs to it has nodes of its own, and guests reach these, of the same kind, and no others. What is not
// theirs to see yet (a draft) has the set without that member.
//
// From the first limited role or guest on ("in force") every save keeps this; it stays so when the last one is gone, so
// that no later limit is blind to what was saved in between. All in the caller's transaction.
#pragma once
#include "core/access/policy.h"
#include "core/model/record.h"
#include "core/model/registry.h"
#include "core/store/database.h"

namespace crm {

constexpr Id noNode = -1'000'000'000'000'000'000; ///< for limitReach(): all nodes

/// Takes from `reach` what limits forbid, and adds what they leave. @param user 0: all; @param node noNode: all
CRM_CORE void limitReach(Database &db, Id user, Id node);
/// From now on rows carry their divisions; the caller divides those that there are.
CRM_CORE void putDivisionsInForce(Database &db);
CRM_CORE bool areDivisionsInForce(Database &db);
CRM_CORE bool isAnyRoleLimited(Database &db);
/// Who is whose guest, by people, their roles and their records: SELECT of two columns, person and divided record.
/// @param where the tables are, "main."; @param people an SQL condition on u (of people); empty: guests are not
/// declared
CRM_CORE QString guestRows(const Catalog &catalog, const QString &where, const QString &people);

class CRM_CORE Divisions
{
public:
    /// Both must outlive it.
    Divisions(Database &db, const Catalog &catalog)
        : m_db(db)
        , m_catalog(catalog)
    {}

    struct Place
    {
        Id node = 0, division = 0; ///< division 0: it belongs to no divided record
        bool moved = false;        ///< another division under the same node: what hangs on it follows
    };
    /// The node of a record whose owner or list has the node `base`. Makes it if need be.
    Place place(const Record &head, Id base);
    /// A limit of the person's role leaves the division out.
    /// The person's role is limited, or the person a guest, and the division is left out by that.
    bool isClosed(const Actor &actor, const Entity &entity, Id division);

    Id divisionOfSet(IdList groups);
    Id nodeFor(Id base, Id division);

private:
    Id divisionOf(const Record &head);
    Id withoutGuests(Id division);
    Id divisionOfRecord(const QString &entity, Id id);

    Database &m_db;
    const Catalog &m_catalog;
};

} // namespace crm
