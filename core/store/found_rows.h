// Rows of a server that hold a text, found by its procedure `find_rows` in the same journey as what is asked of them:
//
//     BEGIN NOT ATOMIC
//       DECLARE found LONGTEXT;
//       CALL find_rows('clients', '+_ac +acm', '[[" acm"]]', 50000, found);
//       IF found IS NULL THEN <the rows in the order of the list, a look at each text>; ELSE <those of `found`>; END
//       IF;
//     END
//
// The procedure may look where nobody else may: at the texts of rows by their index, for people who see a part of them.
// It says NULL when there are too many to begin with them. `find_by` does the same by a reference: what points to a
// record (orders of a client), which in a guarded view no index tells. `list_rows` finds the rows of a page of a list
// in the order of an indexed field, which a guarded view has to gather and sort.
#pragma once
#include "core/model/entity.h"
#include "core/store/search_text.h"
#include "core/store/sql_text.h"

namespace crm {

/// The first rows of a list in the order of an indexed field.
struct FirstRowsOf
{
    QString order = {};  ///< the field, or "changed_at"
    bool down = false;   ///< the largest first
    int count = 0;       ///< how many
    QString where = {};  ///< where this column ...
    QVariant value = {}; ///< ... is this; empty: all
    QVariant from = {};  ///< from the row with this value of the order ...
    Id fromId = 0;       ///< ... and this id on; 0: from the beginning
};

/// What the procedure is asked for; noted while a statement is put together.
struct FoundRows
{
    const Entity *entity = nullptr; ///< null: it is not asked
    QList<SearchTerm> terms = {};   ///< of find_rows
    QString field = {};             ///< of find_by: this reference ...
    Id id = 0;                      ///< ... points to this record
    bool living = true;             ///< find_by and list_rows know no others
    FirstRowsOf first = {};         ///< of list_rows; count 0: it is not that
    /// True if this is what it is asked for; the first that asks is.
    bool ask(const Entity &e, const QList<SearchTerm> &wanted);
    bool askBy(const Entity &e, const Field &reference, Id target);
    bool askFirst(const Entity &e, const FirstRowsOf &wanted);
};

namespace found_rows {
inline const QString variable = QStringLiteral("found");
constexpr int terms = 4, phrases = 2; ///< so many the procedure looks for in the texts
/// Beyond that the list is walked: a hit comes up soon.
constexpr int mostHits = 20'000;
constexpr int mostBy = 2'000;    ///< the same of what points to one record
constexpr int mostFirst = 1'000; ///< rows of a page
/// False if what it finds may lack some of the terms.
bool areExact(const QList<SearchTerm> &terms);
/// The procedure's p_terms: [["acm"],["91234","912-34"]].
QString termsJson(const QList<SearchTerm> &terms);
/// A statement with its values in their places: numbers, and texts that no sql_mode reads otherwise.
QString inlined(const Sql &sql);
/// A statement for a block: how many visible living rows point to the record, one more than the limit if there are
/// more.
QString countBy(const Entity &entity, const QString &field, Id id, int limit);
/// What stands between BEGIN and END of a block that asks the procedure, then runs `few` on what it found or `many`.
Sql statements(const FoundRows &asked, int limit, const Sql &few, const Sql &many);
} // namespace found_rows

} // namespace crm
