// What the databases say differently. Everything else that reading writes is SQL which SQLite and MariaDB share:
// identifiers in backticks, values as question marks, no row constructors, no double quotes.
#pragma once
#include "core/core_export.h"
#include "core/model/field.h"
#include "core/store/sql_text.h"

namespace crm {

class Database;
class Entity;

class CRM_CORE Dialect
{
public:
    virtual ~Dialect() = default;
    static const Dialect &sqlite();

    // Text. Both sides of a comparison are folded: the column here, the value by fold().
    virtual QString folded(const QString &text) const = 0;
    virtual Sql contains(const QString &folded, const QString &needle) const = 0;
    virtual Sql startsWith(const QString &folded, const QString &needle) const = 0;
    /// The digits of a phone number as people write it.
    virtual QString digits(const QString &text) const = 0;
    /// The text of visible columns in the form of searchText(); see search_text.h.
    virtual QString searchable(const QStringList &columns) const = 0;

    // JSON.
    virtual QString jsonValue(const QString &column, const QString &key) const = 0;
    /// A table with a column `value`: the items of an array under the key.
    virtual QString jsonItems(const QString &column, const QString &key) const = 0;
    /// A scalar: an array of the rows of a query, each an array of the expressions.
    virtual QString jsonRows(const QStringList &expressions, const QString &from) const = 0;
    /// A condition that the expression is one of the ids, as one value whatever their number.
    virtual Sql isOneOf(const QString &expression, const IdList &ids) const = 0;

    // Full text.
    /// A query that gives the ids of an entity's rows that match; ? is the expression.
    virtual QString matchingIds(const Entity &entity) const = 0;
    /// The rows of an entity (alias m) reached from their search texts (alias s): FROM, WHERE and ORDER BY.
    virtual QString searchJoin(const Entity &entity) const = 0;
    virtual Sql searchMatch(const Entity &entity, const QString &expression) const = 0;
    virtual QString searchNewestFirst() const = 0;
    /// A scalar condition on the stored search text of the row with that id; `%1` in it stands for the text.
    virtual QString onSearchText(const Entity &entity, const QString &id, const QString &condition) const = 0;

    // Lists.
    /// Between two tables whose loops must run in the order they are written.
    virtual QString joinInOrder() const = 0;
    /// Something smaller than any value of a sorted column, so that "is not null" becomes a range of the index.
    virtual QString smallest(bool text) const = 0;
    /// Whether the database must gather and sort the rows of a query instead of walking an index.
    virtual bool mustSort(Database &db, const Sql &query) const = 0;
};

} // namespace crm
