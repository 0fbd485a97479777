#include "core/store/field_sql.h"
#include "core/model/error.h"
#include "core/model/fast_field.h"
#include "core/store/codec.h"
#include "core/store/fast_fields.h"
#include "core/store/stored_documents.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Reading)
};
QString idList(const IdList &ids)
{
    QStringList out;
    for (const Id id : ids)
        out << QString::number(id);
    return out.join(u',');
}

constexpr int deepestTitle = 3; // a title may be a reference to a record whose title is a reference ...
} // namespace

Sql greatestCondition(const NumberedBy &which, const Field &field, const QString &filled,
                      const QPair<QDate, QDate> &within)
{
    Sql sql{QStringLiteral("deleted_at IS NULL AND %1 IS NOT NULL").arg(quoted(filled))};
    if (within.first.isValid())
        sql << Sql{QStringLiteral(" AND %1 BETWEEN ? AND ?").arg(quoted(field.key())),
                   {toColumn(field, within.first), toColumn(field, within.second)}};
    const QString whose = quoted(which.field);
    if (!which.field.isEmpty() && !which.only.isEmpty())
        sql << QStringLiteral(" AND %1 IN (%2)").arg(whose, idList(which.only));
    else if (!which.field.isEmpty() && !which.without.isEmpty())
        sql << QStringLiteral(" AND (%1 IS NULL OR %1 NOT IN (%2))").arg(whose, idList(which.without));
    return sql;
}

bool isFolded(const Field &field) { return isFreeTextKind(field.kind()); }

void FieldSql::requireSeen(const Field &field) const
{
    if (m_context.actor.policy.sees(field))
        return;
    throw Error(ErrorKind::Denied,
                Tr::tr("Your role does not show you “%1”, so it cannot be listed, sorted or filtered by.")
                    .arg(field.label().text()));
}

FieldPath FieldSql::path(const Entity &entity, const QString &text) const
{
    FieldPath out;
    if (!m_context.catalog.resolve(entity.key(), text, &out.canonical)) {
        throw Error(ErrorKind::Validation, Tr::tr("“%1” has no field “%2”.").arg(entity.many().text(), text));
    }
    const Entity *at = &entity;
    const QStringList steps = out.canonical.split(u'.');
    for (const QString &step : steps) {
        const Field *field = m_context.catalog.resolve(at->key(), step);
        requireSeen(*field);
        out.entities << at;
        out.fields << field;
        at = m_context.catalog.find(field->target());
    }
    return out;
}

QString FieldSql::column(const Field &field, const QString &alias) const
{
    if (hasFastColumn(field) && !isFolded(field))
        return alias + u'.' + quoted(fastColumn(field.key()));
    if (field.isCustom())
        return m_context.dialect.jsonValue(alias + u'.' + extraColumn(field), field);
    return alias + u'.' + quoted(field.key());
}

/// On a server; in a file the expression itself is indexed. Of a text the column holds the folded form.
bool FieldSql::hasFastColumn(const Field &field) const { return m_context.dialect.viewsGuard() && isFast(field); }

QString FieldSql::filled(const Field &field, const QString &alias) const
{
    return isFast(field) ? comparable(field, alias) : column(field, alias);
}

QString FieldSql::comparable(const Field &field, const QString &alias) const
{
    if (!isFolded(field))
        return column(field, alias);
    if (hasFastColumn(field))
        return alias + u'.' + quoted(fastColumn(field.key()));
    return field.isCustom() ? m_context.dialect.folded(column(field, alias))
                            : m_context.dialect.foldedColumn(alias, field);
}

/// last(alias of the row that has the path's last field), inside one subselect along the references before it.
QString FieldSql::through(const FieldPath &path, const QString &alias,
                          const std::function<QString(const QString &)> &last)
{
    if (path.isDirect())
        return last(alias);
    QString from;
    QString where;
    QString at = alias;
    for (qsizetype i = 0; i + 1 < path.fields.size(); ++i) {
        const QString next = newAlias();
        const QString points = QStringLiteral("%1.id=%2").arg(next, column(*path.fields[i], at));
        const QString table = m_context.sources.table(*path.entities[i + 1]) + u' ' + next;
        if (i == 0) {
            from = table;
            where = points;
        } else {
            from += QStringLiteral(" JOIN %1 ON %2").arg(table, points);
        }
        at = next;
    }
    return QStringLiteral("(SELECT %1 FROM %2 WHERE %3)").arg(last(at), from, where);
}

QString FieldSql::value(const FieldPath &path, const QString &alias)
{
    return through(path, alias, [&](const QString &row) { return column(path.last(), row); });
}

QString FieldSql::titleSelect(const Entity &target, const QString &id, Form form, int depth)
{
    const QString row = newAlias();
    return QStringLiteral("(SELECT %1 FROM %2 %3 WHERE %3.id=%4)")
        .arg(title(target, row, form, depth), m_context.sources.titles(target), row, id);
}

QString FieldSql::titlePart(const Field &field, const QString &alias, Form form) const
{
    const QString plain = column(field, alias);
    if (form == Form::Shown)
        return isTextKind(field.kind()) ? plain : m_context.dialect.asText(plain);
    return isFolded(field) ? comparable(field, alias) : m_context.dialect.folded(m_context.dialect.asText(plain));
}

QString FieldSql::title(const Entity &entity, const QString &alias, Form form, int depth)
{
    const QList<const Field *> fields = titleFields(entity);
    if (fields.isEmpty())
        return QStringLiteral("NULL");
    const Field &named = *fields.first();
    if (isRefKind(named.kind())) {
        const Entity *target = m_context.catalog.find(named.target());
        return target && depth < deepestTitle ? titleSelect(*target, column(named, alias), form, depth + 1)
                                              : QStringLiteral("NULL");
    }
    const QString own = titlePart(named, alias, form);
    return fields.size() == 1 ? own : QStringLiteral("coalesce(%1,%2)").arg(own, titlePart(*fields[1], alias, form));
}

QString FieldSql::titleOf(const FieldPath &path, const QString &alias, Form form)
{
    const Entity *target = m_context.catalog.find(path.last().target());
    if (!target)
        return QStringLiteral("NULL");
    return through(path, alias,
                   [&](const QString &row) { return titleSelect(*target, column(path.last(), row), form); });
}

QString FieldSql::sortValue(const FieldPath &path, const QString &alias)
{
    const Field &field = path.last();
    if (isListKind(field.kind())) {
        throw Error(
            ErrorKind::Validation,
            Tr::tr("Rows cannot be sorted by “%1”, because it holds several values.").arg(field.label().text()));
    }
    if (isRefKind(field.kind()))
        return titleOf(path, alias, Form::Folded);
    return through(path, alias, [&](const QString &row) { return comparable(field, row); });
}

QString FieldSql::titledIds(const FieldPath &path, const QString &alias)
{
    const Field &field = path.last();
    const Entity *target = m_context.catalog.find(field.target());
    return through(path, alias, [&](const QString &row) {
        const QString link = newAlias();
        const auto pair = [&](const QString &id) {
            return QStringList{id, target ? titleSelect(*target, id, Form::Shown) : QStringLiteral("NULL")};
        };
        if (field.isCustom()) {
            const QString items = m_context.dialect.jsonItems(row + u'.' + extraColumn(field), field.key(), link);
            return m_context.dialect.jsonOfItems(pair(link + QStringLiteral(".value")), items, link);
        }
        return m_context.dialect.jsonOfLinks(pair(link + QStringLiteral(".target_id")),
                                             m_context.sources.links(path.lastEntity(), field), link,
                                             row + QStringLiteral(".id"));
    });
}

} // namespace crm
