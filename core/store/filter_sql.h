// Filters as conditions. A path through references becomes IN (SELECT ...) on what the person may see, so that nobody
// can find out by filtering what he may not read.
#pragma once
#include "core/store/field_sql.h"

namespace crm {

class FilterSql
{
public:
    explicit FilterSql(FieldSql &fields)
        : m_fields(fields)
        , m_context(fields.context())
    {}

    /// A condition on a row of the entity under the alias: true, or false or NULL. Empty for no filter.
    Sql condition(const Filter &filter, const Entity &entity, const QString &alias);

private:
    Sql related(const Filter &filter, const Entity &entity, const QString &alias);
    Sql along(const FieldPath &path, Op op, const QVariantList &values, const QString &alias);
    Sql leaf(const Entity &entity, const Field &field, Op op, const QVariantList &values, const QString &alias);
    Sql oneOf(const Entity &entity, const Field &field, const QVariantList &values, const QString &alias);
    Sql text(const Entity &entity, const Field &field, Op op, const QString &value, const QString &alias);
    Sql hasChoices(const QString &expression, const QStringList &keys) const;
    Sql textContains(const Entity &entity, const Field &field, const QString &needle, const QString &alias);
    Sql date(const Field &field, Op op, const QVariant &value, const QString &alias) const;
    Sql moment(const Field &field, Op op, const QVariant &value, const QString &alias) const;
    Sql reference(const Field &field, Op op, const QVariant &value, const QString &id);
    Sql list(const Entity &entity, const Field &field, Op op, const QVariant &value, const QString &alias);
    Sql titled(const Entity &target, Op op, const QString &title, const QString &alias);

    FieldSql &m_fields;
    const ReadContext &m_context;
};

} // namespace crm
