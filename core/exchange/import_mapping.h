// Which column of a file goes to which field.
//
//     QList<ColumnTarget> map =
//     parseMap("CompanyName=name,CustomerID=client_id.external_id,Discount=discount:fraction"); map =
//     guessMapping(catalog, entity, actor, headers, map);   // what is left, by English and Russian words
//
// A target is a path:
//     name                     a field of the imported entity; id: the record's own id
//     client_id                a reference, by the id or the title of the record it points to
//     client_id.external_id    a reference, by a named field of that record
//     contacts.phone           a field of a record that hangs on the imported one and is made with it
// and may say how the text is read (":fraction", ":percent", ":first_word", ":other_words").
#pragma once
#include "core/access/policy.h"
#include "core/model/registry.h"

namespace crm {

enum class ReadAs {
    AsIs,
    Fraction,  ///< of a percent field: 0.15 is 15 %
    Percent,   ///< of a percent field: 15 is 15 %, even if no value is above 1
    FirstWord, ///< of a full name
    OtherWords,
};

struct ColumnTarget
{
    QString header; ///< of the column; of a constant: empty
    QString path;   ///< empty: the column is not imported
    ReadAs reading = ReadAs::AsIs;
    QString constant; ///< for all rows, instead of a column
    bool guessed = false;

    bool isConstant() const { return header.isEmpty(); }
    /// "CompanyName=name", "Discount=discount:fraction": what parseMap() reads.
    CRM_CORE QString toString() const;
};

/// "A=name,B=discount:fraction,\"C, D\"=note,E=": throws Error(Validation) for what it does not understand.
CRM_CORE QList<ColumnTarget> parseMap(const QString &text);
/// "rounding=document,owner_id.login=anna": the same for every row.
CRM_CORE QList<ColumnTarget> parseConstants(const QString &text);

/// The given targets, and guesses for the columns that they do not name. Columns that mean nothing are left out.
CRM_CORE QList<ColumnTarget> guessMapping(const Catalog &catalog, const Entity &entity, const Actor &actor,
                                          const QStringList &headers, const QList<ColumnTarget> &given = {});

/// A target that has been found in the declarations.
struct BoundTarget
{
    ColumnTarget target;
    int column = -1;                ///< in the file; -1: a constant
    const Entity *entity = nullptr; ///< whose field it is: the imported one's or the child's
    const Field *field = nullptr;
    bool isId = false;
    QString child;      ///< entity that hangs on the imported one; empty: the field is its own
    QString childField; ///< by which the child points to it
    bool childByContext = false;
    const Entity *referred = nullptr; ///< of a reference
    const Field *by = nullptr;        ///< which field of it the file names; null: id or title
    bool isReference() const { return referred != nullptr; }
};

/// Throws Error(Validation) if there is no such field, Error(Denied) if the actor may not fill it in.
CRM_CORE BoundTarget bindTarget(const Catalog &catalog, const Entity &entity, const Actor &actor,
                                const ColumnTarget &target);

} // namespace crm
