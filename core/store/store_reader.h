// What rules look up while a document is saved: stored records, without the person's rights.
#pragma once
#include "core/model/entity.h"
#include "core/model/number_series.h"
#include "core/model/record.h"
#include "core/model/registry.h"
#include "core/store/database.h"
#include <QHash>

namespace crm {

/// Looks up stored records for rules; remembers them while one transaction lasts.
class StoreReader : public Reader, public SeriesReader
{
public:
    StoreReader(Database &db, const Catalog &catalog)
        : m_db(db)
        , m_catalog(catalog)
    {}
    std::optional<Record> find(const QString &entity, Id id) override;
    IdList where(const QString &entity, const QString &field, const QVariant &value, int limit) override;
    Id firstOf(const QString &entity) override;
    QList<Record> rows(const QString &entity, const QMap<QString, IdList> &among, int limit) override;
    QVariant greatest(const QString &entity, const QString &field, const QString &filled,
                      const QPair<QDate, QDate> &within) override;
    QVariant greatestOf(const NumberedBy &which, const QString &entity, const QString &field, const QString &filled,
                        const QPair<QDate, QDate> &within) override;
    void forget(const QString &entity, Id id) { m_found.remove({entity, id}); }
    void forgetAll()
    {
        m_found.clear();
        m_first.clear();
    }

private:
    Database &m_db;
    const Catalog &m_catalog;
    QHash<QPair<QString, Id>, std::optional<Record>> m_found;
    QHash<QString, Id> m_first;
};

} // namespace crm
