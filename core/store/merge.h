// Several records become one: what the window, the command line and the stores say to each other about it.
#pragma once
#include "core/store/page.h"

namespace crm {

class Catalog;

struct MergeResult
{
    Saved survivor; ///< with what was chosen for it
    Id batch = 0;   ///< undoBatch() takes all of it back: the records, what pointed to them, the survivor's fields
};

/// What will point to the survivor, for the question before a merge; only what the person sees is counted.
struct PointerCount
{
    QString entity, field; ///< "orders", "client_id"; "parent_id" of what is attached
    qint64 count = 0;
    bool more = false; ///< there are more than were counted
};

/// A way from one kind of record to another: by a field, by what it is attached to, by a list.
struct MergePointer
{
    enum How {
        Column,  ///< a field of its own
        Context, ///< parent_entity and parent_id
        Links,   ///< a list, in a link table
        Custom,  ///< a custom field, in the record's JSON
    };
    How how;
    const Entity *holder;   ///< may be the lines of a document
    const Entity *document; ///< what is written and logged: the holder, or the document of such lines
    const Field *field;     ///< of the holder; parent_id for Context

    bool decidesScope() const; ///< who sees the holder follows from what this points to
    /// How the change log names it: "client_id", "order_lines/<line>/item_id".
    QString pathOf(Id line) const;
};
/// All ways to records of the entity; the lines of its own documents are no pointers, they are a part of it.
CRM_CORE QList<MergePointer> pointersTo(const QList<const Entity *> &entities, const Entity &target);

/// Whether a person may try: the named right "merge", and the levels for it. Which records, the store decides.
struct Actor;
CRM_CORE bool mayMerge(const Actor &actor, const Entity &entity);
/// Throws Unsupported, Denied, Validation: what is wrong before a row is looked at.
CRM_CORE void requireMergeable(const Actor &actor, const Entity &entity, Id survivor, const IdList &others);
/// No record points to itself: takes references to the others out of the survivor.
CRM_CORE void forgetMerged(Document &survivor, const IdList &others);

constexpr int mostMerged = 50; ///< records into one, at once

} // namespace crm
