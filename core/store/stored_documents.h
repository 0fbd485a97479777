// Documents as rows: reads them with lines, link tables and custom fields, and writes them back. No rights, no rules:
// Reading and Writing put those around it.
#pragma once
#include "core/model/record.h"
#include "core/model/registry.h"
#include "core/store/database.h"

namespace crm {

class Sources;

/// The moment as the store keeps it: ms since 1970, UTC.
CRM_CORE qint64 toStored(const QDateTime &moment);
CRM_CORE QDateTime fromStored(const QVariant &ms);
/// `name` in backticks; names come from declarations only.
CRM_CORE QString quoted(const QString &name);
/// "clients__groups": the table of a RefList or Labels field.
CRM_CORE QString linkTable(const Entity &entity, const Field &field);
/// "extra", "extra_internal", "extra_restricted": where custom fields of a right class live.
CRM_CORE QString extraColumn(const Field &field);
/// True for fields with a column of their own.
CRM_CORE bool hasColumn(const Field &field);
/// Those of them that a save writes: the others the database keeps itself.
CRM_CORE bool isWritten(const Field &field);

/// What is numbered at issue (Entity::numberedOnceField()) has a number of its own kind until then, "#0007", so that
/// one can tell drafts apart; that series may have gaps.
inline const QString draftNumberPrefix = QStringLiteral("#");
inline QString draftSeries(const Entity &entity) { return entity.key() + QStringLiteral("__draft"); }

/// What recordOf() reads, for the list of a SELECT.
CRM_CORE QString recordColumns(const Entity &entity);
/// The record of the row, marked as loaded; lists of links are empty yet.
CRM_CORE Record recordOf(const Entity &entity, const Rows &rows);

class CRM_CORE StoredDocuments
{
public:
    enum From {
        Table, ///< as stored
        View   ///< what the actor of the connection may see
    };
    /// @param sources what View reads; null: views and tables of a file. Must outlive it
    StoredDocuments(Database &db, const Catalog &catalog, const Sources *sources = nullptr)
        : m_db(db)
        , m_catalog(catalog)
        , m_sources(sources)
    {}

    /// In the order of ids; those that are not there are left out. A few statements for all of them.
    QList<Document> load(const Entity &entity, const IdList &ids, From from);
    std::optional<Document> load(const Entity &entity, Id id, From from);

    /// Writes a new row with its links (lines are the caller's).
    void insert(const Record &record, const Record::System &system, Id batch);
    /// Writes the changed columns and links, the new version and who changed it.
    void update(const Record &record, const Record::System &system, Id batch);
    void erase(const Entity &entity, Id id); ///< the row and its links, for good

private:
    QString tableOf(const Entity &entity, From from) const;
    QString linksOf(const Entity &entity, const Field &field, From from) const;
    void readRows(const Entity &entity, const QString &condition, const QVariantList &values, From from,
                  const std::function<void(Record)> &take);
    void readLinks(const Entity &entity, QHash<Id, Record *> &records, From from);
    void readLines(const Entity &entity, QHash<Id, Document *> &documents, From from);
    void writeLinks(const Record &record, bool isNew);
    const QString &insertSql(const Entity &entity);
    QVariant extraJson(const Record &record, const QString &column) const;

    Database &m_db;
    const Catalog &m_catalog;
    const Sources *m_sources;
    QHash<const Entity *, QString> m_insertSql;
};

} // namespace crm
