#include "ui/records/list_columns.h"
#include "core/access/may_ask.h"
#include "core/store/grouping.h"
#include "ui/shell/own_settings.h"
#include <QSettings>

namespace crm {
namespace {

// Kept by the store for every record; shown where the catalog knows them as paths.
const QStringList systemPaths = {QStringLiteral("created_at"), QStringLiteral("created_by"),
                                 QStringLiteral("changed_at"), QStringLiteral("changed_by")};

bool isOffered(const Field &field, const Catalog &catalog, const Policy &policy)
{
    return !field.isHidden() && showsField(policy, catalog, field);
}

QStringList ownPaths(const Catalog &catalog, const Entity &entity, const Policy &policy)
{
    QStringList paths;
    for (const Field &field : entity.fieldList()) {
        if (isOffered(field, catalog, policy))
            paths.append(field.key());
    }
    for (const QString &path : systemPaths) {
        if (!paths.contains(path) && catalog.resolve(entity.key(), path))
            paths.append(path);
    }
    return paths;
}

QStringList referencedPaths(const Catalog &catalog, const Entity &entity, const Policy &policy)
{
    QStringList paths;
    for (const Field &field : entity.fieldList()) {
        const Entity *target = field.kind() == Kind::Ref ? catalog.find(field.target()) : nullptr;
        if (!target || target->isDictionary() || !isOffered(field, catalog, policy) || !policy.may(*target, Verb::Read))
            continue;
        for (const Field &inner : target->fieldList()) {
            if (isOffered(inner, catalog, policy) && inner.isInList() && inner.key() != target->titleField())
                paths.append(field.key() + u'.' + inner.key());
        }
    }
    return paths;
}

} // namespace

ListColumns::ListColumns(const Catalog &catalog, const Entity &entity, const Policy &policy)
    : m_available(ownPaths(catalog, entity, policy) + referencedPaths(catalog, entity, policy))
{
    if (!entity.titleField().isEmpty() && m_available.contains(entity.titleField()))
        m_default.append(entity.titleField());
    for (const Field &field : entity.fieldList()) {
        if (field.isInList() && isOffered(field, catalog, policy) && !m_default.contains(field.key()))
            m_default.append(field.key());
    }
    if (!entity.numberField().isEmpty() && m_default.removeOne(entity.numberField()))
        m_default.prepend(entity.numberField());
    if (m_default.isEmpty() && !m_available.isEmpty())
        m_default.append(m_available.constFirst());
    reset();
}

void ListColumns::reset() { setPaths(m_default); }

QStringList ListColumns::paths() const
{
    QStringList paths;
    for (const ListColumn &column : m_shown)
        paths.append(column.path);
    return paths;
}

void ListColumns::setShown(const QList<ListColumn> &columns)
{
    m_shown.clear();
    for (const ListColumn &column : columns) {
        if (m_available.contains(column.path))
            m_shown.append(column);
    }
    if (m_shown.isEmpty())
        reset();
}

void ListColumns::setPaths(const QStringList &paths)
{
    QList<ListColumn> columns;
    for (const QString &path : paths)
        columns.append({path, width(path)});
    m_shown = columns;
}

void ListColumns::setWidth(const QString &path, int width)
{
    for (ListColumn &column : m_shown) {
        if (column.path == path)
            column.width = width;
    }
}

int ListColumns::width(const QString &path) const
{
    for (const ListColumn &column : m_shown) {
        if (column.path == path)
            return column.width;
    }
    return 0;
}

void ListColumns::restore(const QString &name)
{
    const QStringList stored =
        QSettings().value(ownSetting(QStringLiteral("lists/%1/columns").arg(name))).toStringList();
    QList<ListColumn> columns;
    for (const QString &entry : stored)
        columns.append({entry.section(u'=', 0, 0), entry.section(u'=', 1).toInt()});
    if (!columns.isEmpty())
        setShown(columns);
}

void ListColumns::store(const QString &name) const
{
    QStringList entries;
    for (const ListColumn &column : m_shown)
        entries.append(QStringLiteral("%1=%2").arg(column.path).arg(column.width));
    QSettings().setValue(ownSetting(QStringLiteral("lists/%1/columns").arg(name)), entries);
}

QStringList summedPaths(const Catalog &catalog, const QString &entity, const QStringList &columns)
{
    QStringList paths;
    for (const QString &path : columns) {
        const Field *field = path.contains(u'.') ? nullptr : catalog.resolve(entity, path);
        const bool sums = field && (field->kind() == Kind::Money || field->kind() == Kind::Duration ||
                                    field->kind() == Kind::Decimal || field->kind() == Kind::Integer);
        if (sums)
            paths.append(path);
    }
    return paths;
}

QStringList groupPaths(const Catalog &catalog, const Entity &entity, const Policy &policy)
{
    QStringList paths;
    const QStringList available = ListColumns(catalog, entity, policy).available();
    for (const QString &path : available) {
        const Field *field = catalog.resolve(entity.key(), path);
        if (field && isGroupable(*field))
            paths.append(path);
    }
    return paths;
}

QStringList filterPaths(const Catalog &catalog, const Entity &entity, const Policy &policy)
{
    QStringList paths;
    const QStringList available = ListColumns(catalog, entity, policy).available();
    for (const QString &path : available) {
        const Field *field = catalog.resolve(entity.key(), path);
        if (field && field->kind() != Kind::File && field->kind() != Kind::Color)
            paths.append(path);
    }
    return paths;
}

} // namespace crm
