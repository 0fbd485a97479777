// Finds records by what a file calls them: an id, a title or a named field. Many at once, never a query per row.
//
//     ReferenceFinder finder(repository);
//     finder.prepare(clients, externalId, {"ALFKI", "ANATR"});     // one or two queries
//     finder.find(clients, externalId, "ALFKI").id;
#pragma once
#include "core/store/each_row.h"
#include <QSet>

namespace crm {

class CRM_CORE ReferenceFinder
{
public:
    explicit ReferenceFinder(Repository &repository)
        : m_repository(repository)
    {}

    struct Found
    {
        Id id = 0;
        int count = 0; ///< 0: there is none; more than 1: it cannot be told which is meant
    };
    /// Looks up all texts that are not known yet. @param by null: ids, or titles
    void prepare(const Entity &target, const Field *by, const QSet<QString> &texts);
    Found find(const Entity &target, const Field *by, const QString &text) const;
    /// A record that did not exist when it was looked for.
    void add(const Entity &target, const Field *by, const QString &text, Id id);

    /// True for a text that can only be an id of ours, not a number from elsewhere.
    static bool looksLikeId(const QString &text);

private:
    using Table = QHash<QString, Found>; ///< by folded text; and by '=' + text where only the exact one is single
    const Field *titleOf(const Entity &target) const;
    void lookUp(const Entity &target, const Field &by, const QStringList &texts, Table &table);
    void lookUpIds(const Entity &target, const QStringList &texts, Table &table);

    Repository &m_repository;
    QHash<QString, Table> m_tables; ///< "clients.external_id" -> what is known
};

/// path IN (values); sorted by the path, so that one index does both.
CRM_CORE Query oneOfQuery(const QString &entity, const QString &path, const QVariantList &values,
                          const QStringList &columns);

} // namespace crm
