// What the databases say differently. Everything else that reading writes is SQL which SQLite and MariaDB share:
// identifiers in backticks, values as question marks, no row constructors, no double quotes.
#pragma once
#include "core/core_export.h"
#include "core/model/field.h"
#include "core/store/sql_text.h"

namespace crm {

class Database;
class Entity;
class Sources;
struct SearchTerm;

class CRM_CORE Dialect
{
public:
    virtual ~Dialect() = default;
    static const Dialect &sqlite();
    static const Dialect &mariadb();
    /// The one that the connection speaks.
    static const Dialect &of(const Database &db);

    // Names and rights; see Sources.
    /// All: for a person from whom nothing is hidden. Near: of attached records, for one who sees those within reach.
    enum class Seen { Guarded, Near, All };
    virtual QString readName(const QString &name, Seen seen) const = 0;
    virtual QString living(const QString &alias) const = 0;
    virtual QString trashed(const QString &alias) const = 0;
    /// The server's own views and procedures keep the rights: no predicate of ours is needed for what one may read, the
    /// change log comes from procedures, and counting before a page costs a journey.
    virtual bool viewsGuard() const = 0;
    /// "<table> r WHERE ...": rows (scope_id, kind) of what the person reaches.
    virtual QString reached(Id userId) const = 0;

    // Text. Both sides of a comparison are folded: the column here, the value by fold().
    /// The folded form of a field that has a column of its own.
    virtual QString foldedColumn(const QString &alias, const Field &field) const = 0;
    /// The folded form of any text.
    virtual QString folded(const QString &text) const = 0;
    virtual QString asText(const QString &expression) const = 0;
    virtual QString joinedTexts(const QStringList &expressions) const = 0; ///< NULL if one of them is
    virtual Sql contains(const QString &folded, const QString &needle) const = 0;
    virtual Sql startsWith(const QString &folded, const QString &needle) const = 0;
    /// The digits of a phone number as people write it.
    virtual QString digits(const QString &text) const = 0;
    /// The text of visible columns in the form of searchText(); see search_text.h.
    virtual QString searchable(const QStringList &columns) const = 0;

    // JSON.
    /// The value of a custom field, of the type that its column would have.
    virtual QString jsonValue(const QString &column, const Field &field) const = 0;
    /// A table with a column `value` under the alias: the items of an array of ids under the key.
    virtual QString jsonItems(const QString &column, const QString &key, const QString &alias) const = 0;
    /// A scalar: an array of the items of jsonItems(), in order, each an array of the expressions.
    virtual QString jsonOfItems(const QStringList &expressions, const QString &items, const QString &alias) const = 0;
    /// A scalar: the same of the links (target_id) of an owner.
    virtual QString jsonOfLinks(const QStringList &expressions, const QString &links, const QString &alias,
                                const QString &owner) const = 0;
    /// A condition that the expression is one of the ids, however many they are.
    virtual Sql isOneOf(const QString &expression, const IdList &ids) const = 0;

    // Full text.
    /// The expression of the terms that the index can answer; empty if there are none.
    virtual QString matchExpression(const QList<SearchTerm> &terms) const = 0;
    /// A query that gives the ids of an entity's rows that match. On a server: those that its procedure found.
    virtual Sql matchingIds(const Sources &sources, const Entity &entity, const QString &expression) const = 0;
    /// A hit of the index may still not hold the text.
    virtual bool hitsAreCandidates() const = 0;
    /// The ids of matchingIds() are those of rows whose text holds all of these terms.
    virtual bool findsExactly(const QList<SearchTerm> &terms) const = 0;
    /// The rows of an entity (alias m) reached from their search texts (alias s): FROM, WHERE and ORDER BY.
    virtual QString searchJoin(const Sources &sources, const Entity &entity) const = 0;
    virtual Sql searchMatch(const Sources &sources, const Entity &entity, const QString &expression) const = 0;
    virtual QString searchNewestFirst() const = 0;
    virtual QString searchText() const = 0; ///< the stored text of the row s
    /// A scalar condition on the stored search text of the row with that id; `%1` in it stands for the text.
    virtual QString onSearchText(const Sources &sources, const Entity &entity, const QString &id,
                                 const QString &condition) const = 0;

    // Lists.
    /// Between two tables whose loops must run in the order they are written.
    virtual QString joinInOrder() const = 0;
    /// "is not null" of a sorted column, as a range of the index.
    virtual QString notNull(const QString &expression, bool text) const = 0;
    /// The first rows of several selects that follow each other in the order of the list.
    virtual Sql inTurn(const QList<Sql> &arms, const QString &order, qint64 skip, qint64 limit) const = 0;
    /// Whether the database must gather and sort the rows of a query instead of walking an index.
    virtual bool mustSort(Database &db, const Sql &query) const = 0;
    /// Rows can be numbered in one statement as quickly as by steps along the index.
    virtual bool numbersRows() const = 0;
};

} // namespace crm
