// Full-text search as a condition: the words of a search box, all of which must occur in a record's searchable fields.
//
// Few hits are found by the trigram index and then sorted; where a word is in a large part of the rows it is cheaper to
// walk the sorted list and look at the text of each row, since a hit comes up soon.
#pragma once
#include "core/store/field_sql.h"
#include "core/store/search_text.h"

namespace crm {

class SearchSql
{
public:
    explicit SearchSql(FieldSql &fields)
        : m_fields(fields)
        , m_context(fields.context())
    {}

    /// Up to so many hits the index comes first.
    static constexpr int rareHits = 50'000;

    /// Empty if the text holds nothing to look for.
    Sql condition(const QString &text, const Entity &entity, const QString &alias);
    /// The same on the row s of Dialect::searchJoin(), from the index where it may be asked; empty if no word is long
    /// enough.
    Sql indexed(const QString &text, const Entity &entity);
    /// Whether the entity has any text to search in.
    static bool isSearchable(const Entity &entity);

private:
    Sql inVisibleText(const QList<SearchTerm> &terms, const Entity &entity, const QString &alias) const;
    Sql onText(const QList<SearchTerm> &terms, const QString &text) const;

    FieldSql &m_fields;
    const ReadContext &m_context;
};

} // namespace crm
