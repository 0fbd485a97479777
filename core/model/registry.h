// All declared entities. Registry: what the program and its plugins declare, once per process. Catalog: the registry
// together with one database's custom fields; engines read catalogs.
#pragma once
#include "core/core_export.h"
#include "core/model/entity.h"
#include <QHash>
#include <memory>
#include <vector>

namespace crm {

/// A group of the sidebar.
struct Area
{
    QString key;
    Label label;
};

class Catalog;
class Document;

/// Rows that a new database starts with, in the order in which they can be saved; the very first is the role of
/// administrators. @param language of their names
using StockRows = std::function<QList<Document>(const Catalog &catalog, const QString &language)>;

class CRM_CORE Registry
{
public:
    Registry() = default;
    Q_DISABLE_COPY_MOVE(Registry) // rules may keep a pointer to it

    /// Throws Error(Validation) when the declaration is faulty by itself (see check()).
    void add(const Entity &entity);
    void addArea(const QString &key, const Label &label);
    /// Adds fields, views, actions to an entity that another area declared. Before seal().
    Entity *extend(const QString &key);
    void addStockRows(StockRows rows) { m_stockRows.append(std::move(rows)); }
    const QList<StockRows> &stockRows() const { return m_stockRows; }
    /// Checks everything against everything (targets exist, line tables match ...) and forbids further changes.
    void seal();
    bool isSealed() const { return m_sealed; }

    const Entity *find(const QString &key) const;
    const Entity &at(const QString &key) const; ///< throws Error(NotFound)
    /// In order of declaration; once sealed, by place.
    const std::vector<std::unique_ptr<Entity>> &entities() const { return m_entities; }
    const QList<Area> &areas() const { return m_areas; }

    /// The faults of one declaration: bad names, missing title, wrong defaults ...; empty: none.
    static QStringList check(const Entity &entity);

private:
    void fillEntityChoices();

    std::vector<std::unique_ptr<Entity>> m_entities;
    QHash<QString, Entity *> m_byKey;
    QList<Area> m_areas;
    QList<StockRows> m_stockRows;
    bool m_sealed = false;
};

/// A reference to an entity from elsewhere: the related lists on its records.
struct Related
{
    const Entity *entity; ///< whose records point here
    QString field;        ///< by this field; "parent_id" of an entity with a context
    bool byContext = false;
};

/// The fields that the store keeps beside every record and that lists may show, filter and sort by: id, created_at,
/// created_by, changed_at, changed_by, deleted_at. Null for any other key.
CRM_CORE const Field *systemField(const QString &key);

class CRM_CORE Catalog
{
public:
    /// The registry must be sealed and outlive the catalog.
    explicit Catalog(const Registry &registry);
    /// With custom fields: entity key -> fields. One that cannot be taken (its key belongs to a declared field by now,
    /// its choices are gone ...) is left out and named in customFaults(), so that the database still opens.
    Catalog(const Registry &registry, const QHash<QString, QList<Field>> &customFields);

    const Entity *find(const QString &key) const;
    const Entity &at(const QString &key) const; ///< throws Error(NotFound) with a sentence
    const QList<const Entity *> &entities() const { return m_list; }
    const QList<Area> &areas() const { return m_registry->areas(); }
    const Registry &registry() const { return *m_registry; } ///< what it was made of: without custom fields
    /// Lists that hang on a record of the entity, in the order of the catalog.
    QList<Related> relatedTo(const QString &entity) const;
    /// The field that a path ends at ("client_id.country", "client.country"); null if there is none.
    const Field *resolve(const QString &entity, const QString &path, QString *canonicalPath = nullptr) const;
    const QStringList &customFaults() const { return m_customFaults; }
    /// ISO code of the database's base currency.
    QString baseCurrency = QStringLiteral("RUB");

private:
    const Registry *m_registry;
    std::vector<std::unique_ptr<Entity>> m_own; ///< copies of entities that have custom fields
    QList<const Entity *> m_list;
    QHash<QString, const Entity *> m_byKey;
    QStringList m_customFaults;
};

} // namespace crm
