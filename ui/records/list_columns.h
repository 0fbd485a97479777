// Which columns a list shows, in which order and how wide: from the declaration at first, then as the person left it.
//
//     ListColumns columns(*catalog, entity, policy);
//     columns.restore("clients");
//     query.columns = columns.paths();
#pragma once
#include "core/access/policy.h"
#include "core/model/registry.h"
#include "ui/ui_export.h"

namespace crm {

struct ListColumn
{
    QString path;
    int width = 0; ///< pixels; 0: as the kind usually needs
};

class CRM_UI ListColumns
{
public:
    ListColumns() = default;
    ListColumns(const Catalog &catalog, const Entity &entity, const Policy &policy);

    const QList<ListColumn> &shown() const { return m_shown; }
    QStringList paths() const;
    void setShown(const QList<ListColumn> &columns);
    void setPaths(const QStringList &paths); ///< widths stay where the path does
    void setWidth(const QString &path, int width);
    int width(const QString &path) const;
    void reset(); ///< to the declared ones
    /// What the chooser offers: the entity's own fields, then those one step through a reference.
    const QStringList &available() const { return m_available; }

    void restore(const QString &name); ///< from the settings, without what is no longer there
    void store(const QString &name) const;

private:
    QList<ListColumn> m_shown;
    QStringList m_available, m_default;
};

/// Those of the columns that are added up: the entity's own amounts, numbers and durations.
CRM_UI QStringList summedPaths(const Catalog &catalog, const QString &entity, const QStringList &columns);
/// Paths of fields by which rows can be put together.
CRM_UI QStringList groupPaths(const Catalog &catalog, const Entity &entity, const Policy &policy);
/// Paths of fields one may filter and sort by; as available(), with what no column shows well left out.
CRM_UI QStringList filterPaths(const Catalog &catalog, const Entity &entity, const Policy &policy);

} // namespace crm
