// What must hold when a record is saved, beyond what one field can say by itself. Said once, beside the entity: the
// program says it in words before it saves, and a server asks it in its saving procedures, whatever client calls them.
//
//     demands("payments", {.atLeast = {{.field = "amount", .reference = "method_id", .least = "minimum",
//                                       .when = {{"kind", "payment"}}, .words = label("...")}}});
//
// Only what is new or changed is asked: what was stored while something else held stays. Declared before the registry
// is sealed, read from any thread.
#pragma once
#include "core/core_export.h"
#include "core/model/label.h"
#include <QList>
#include <QStringList>

namespace crm {

class Catalog;
class Record;

/// The field is this choice or text; empty: the field is.
struct DemandCase
{
    QString field, value;
};

/// `field` is no less than the field `least` of the record that `reference` points to; an empty one counts as 0.
struct AtLeast
{
    QString field, reference, least;
    QList<DemandCase> when = {}; ///< asked only if all of them are so
    Label words;                 ///< what a person reads at the field
};

/// `field` is what `same` says in the record that `reference` points to; empty, if it points to none.
struct SameAs
{
    QString field, reference, same;
    QList<DemandCase> when = {};
    Label words;
};

/// Whoever's `reference` a line names gets all that is `open` of it from the lines of this document together, or what
/// it has had from them before. `open` is kept by the database (core/model/kept.h): it has the lines' `amount` in it.
struct InFull
{
    QString lines, reference, amount, open;
    QList<DemandCase> when = {};
    QString settings, flag; ///< asked only while this yes/no of the first record of a dictionary is set
    Label words;            ///< what a person reads at the line's amount
};

/// Administrators alone fill the field in, change it or empty it.
struct ByAdmins
{
    QString field;
    Label words;
};

struct Demands
{
    QList<AtLeast> atLeast = {};
    QList<SameAs> sameAs = {};
    QList<InFull> inFull = {};
    QStringList writersName = {}; ///< texts that hold the name of who fills them in; administrators may name others
    QStringList byStaff = {};     ///< fields that only staff fills in; anybody may empty them
    QList<ByAdmins> byAdmins = {};
    bool isEmpty() const
    {
        return atLeast.isEmpty() && sameAs.isEmpty() && inFull.isEmpty() && writersName.isEmpty() &&
               byStaff.isEmpty() && byAdmins.isEmpty();
    }
};

CRM_CORE void demands(const QString &entity, const Demands &what);
CRM_CORE Demands demandsOf(const QString &entity);
CRM_CORE bool allHold(const QList<DemandCase> &when, const Record &record);
/// What a refusal that names a field, of a record or of a line, says in words; empty text: nothing is demanded of it.
CRM_CORE Label demandWords(const QString &entity, const QString &field);
/// What is demanded of fields that there are not, that a server cannot ask, or twice of one field. Empty: none.
CRM_CORE QStringList demandFaults(const Catalog &catalog);
CRM_CORE QStringList demandFaults(const Catalog &catalog, const QString &entity); ///< of one; asked at the start

} // namespace crm
