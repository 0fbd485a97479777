// Documents of a server, read by statements that travel together: heads, links, lines and links of lines at once,
// however many tables those are. Nothing is known yet when they are asked for, so each statement finds its rows by the
// ids alone.
//
//     DocumentBatch batch(catalog, sources, orders, {id});
//     db.runTogether(batch.selects(), [&](int i, Rows &rows) { batch.take(i, rows); });
//     if (batch.isWhole()) documents = batch.documents();
#pragma once
#include "core/model/record.h"
#include "core/store/database.h"
#include "core/store/sources.h"

namespace crm {

class CRM_CORE DocumentBatch
{
public:
    /// All must outlive it. @param ids a few hundred at most
    DocumentBatch(const Catalog &catalog, const Sources &sources, const Entity &entity, IdList ids);

    const QStringList &selects() const { return m_selects; }
    void take(int index, Rows &rows) { m_takers[index](rows); }
    /// False if somebody saved one of them between two of the statements: read them again.
    bool isWhole() const { return m_whole; }
    /// In the order of the ids; those that are not there are left out.
    QList<Document> documents();

private:
    using Links = QHash<Id, IdList>; ///< by owner
    void addHeads();
    void addLinks(const Entity &entity, const QString &owners);
    void addLines(const LineTable &table);
    void addVersions();
    void giveLinks(Record &record) const;
    void giveLines(Document &document) const;

    const Catalog &m_catalog;
    const Sources &m_sources;
    const Entity &m_entity;
    const IdList m_ids;
    QString m_list; ///< the ids, as they stand in a statement
    QStringList m_selects;
    QList<std::function<void(Rows &)>> m_takers;
    QHash<Id, Record> m_heads;
    QHash<QString, QHash<Id, QList<Record>>> m_lines; ///< by entity and document
    QHash<const Field *, Links> m_links;
    bool m_whole = true;
};

} // namespace crm
