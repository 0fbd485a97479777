#include "core/store/search_sql.h"
#include <algorithm>

namespace crm {

namespace {
const QString blank = QStringLiteral("' '");

bool counts(const Field &f) { return f.isSearchable() && !isRefKind(f.kind()) && !isListKind(f.kind()); }
} // namespace

bool SearchSql::isSearchable(const Entity &entity)
{
    return std::any_of(entity.fieldList().begin(), entity.fieldList().end(), counts);
}

/// All terms occur in the text, an expression.
Sql SearchSql::onText(const QList<SearchTerm> &terms, const QString &text) const
{
    QList<Sql> all;
    for (const SearchTerm &term : terms) {
        QList<Sql> any;
        for (const QString &phrase : term.phrases)
            any << m_context.dialect.contains(text, phrase);
        all << joined(any, QStringLiteral(" OR "));
    }
    return joined(all, QStringLiteral(" AND "));
}

/// The stored search text holds every searchable field; a person who does not see all of them must not find a record
/// by the others.
Sql SearchSql::inVisibleText(const QList<SearchTerm> &terms, const Entity &entity, const QString &alias) const
{
    if (m_context.dialect.viewsGuard())
        return {}; // the server keeps the texts of each class apart
    QStringList columns;
    bool all = true;
    for (const Field &f : entity.fieldList()) {
        if (!counts(f))
            continue;
        all = all && m_context.actor.policy.sees(f);
        if (!m_context.actor.policy.sees(f))
            continue;
        columns << m_fields.column(f, alias);
        if (f.kind() == Kind::Phone)
            columns << m_context.dialect.digits(m_fields.column(f, alias));
    }
    if (all)
        return {};
    if (columns.isEmpty())
        return {QStringLiteral("0")};
    // A blank before each word, as in the stored text.
    return onText(terms, m_context.dialect.joinedTexts({blank, m_context.dialect.searchable(columns)}));
}

Sql SearchSql::condition(const QString &text, const Entity &entity, const QString &alias)
{
    const QList<SearchTerm> terms = searchTerms(text);
    if (terms.isEmpty())
        return {};
    if (!isSearchable(entity)) {
        const QString title = m_context.dialect.searchable({m_fields.title(entity, alias)});
        return onText(terms, m_context.dialect.joinedTexts({blank, title}));
    }
    QList<Sql> parts;
    QList<SearchTerm> looked = terms; // on the text of each row
    const QString match = m_context.dialect.matchExpression(terms);
    // A server's procedure looks at the texts, too, where that is quicker; an index needs words of some length.
    if ((m_context.dialect.viewsGuard() || !match.isEmpty()) && m_context.indexComesFirst(entity, terms)) {
        parts << (Sql{QStringLiteral("%1.id IN (").arg(alias)}
                  << m_context.dialect.matchingIds(m_context.sources, entity, match) << QStringLiteral(")"));
        if (m_context.dialect.findsExactly(terms))
            looked.clear();
        else if (!m_context.dialect.hitsAreCandidates())
            looked.removeIf([](const SearchTerm &t) { return t.isIndexable(); });
    }
    if (!looked.isEmpty()) {
        const Sql on = onText(looked, QStringLiteral("%1"));
        parts << Sql{m_context.dialect.onSearchText(m_context.sources, entity, alias + QStringLiteral(".id"), on.text),
                     on.values};
    }
    const Sql visible = inVisibleText(terms, entity, alias);
    if (!visible.isEmpty())
        parts << visible;
    return joined(parts, QStringLiteral(" AND "));
}

Sql SearchSql::indexed(const QString &text, const Entity &entity)
{
    QList<SearchTerm> terms = searchTerms(text);
    const QString match = m_context.dialect.matchExpression(terms);
    if (match.isEmpty())
        return {};
    QList<Sql> parts;
    const bool asked = m_context.sources.asksIndex(entity);
    if (asked)
        parts << m_context.dialect.searchMatch(m_context.sources, entity, match);
    const Sql visible = inVisibleText(terms, entity, QStringLiteral("m"));
    if (asked && !m_context.dialect.hitsAreCandidates())
        terms.removeIf([](const SearchTerm &t) { return t.isIndexable(); });
    if (!terms.isEmpty())
        parts << onText(terms, m_context.dialect.searchText());
    if (!visible.isEmpty())
        parts << visible;
    return joined(parts, QStringLiteral(" AND "));
}

} // namespace crm
