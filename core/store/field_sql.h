// From a path in a declaration ("client_id.country") to the expression that gives its value in SQL.
//
//     FieldSql sql({catalog, actor, dialect, sources, now});
//     FieldPath p = sql.path(orders, "client.country");   // throws when unknown or hidden from the person
//     sql.value(p, "m");      // (SELECT t1.`country` FROM `clients` t1 WHERE t1.id=m.`client_id`)
//
// Tables are named by Sources: these are the views that show what the person may see.
#pragma once
#include "core/access/policy.h"
#include "core/model/number_series.h"
#include "core/model/registry.h"
#include "core/store/search_text.h"
#include "core/store/sources.h"
#include <QDateTime>

namespace crm {

struct FirstRowsOf;

/// What every piece of reading SQL depends on. Lives as long as one question.
struct ReadContext
{
    const Catalog &catalog;
    const Actor &actor;
    const Dialect &dialect;
    const Sources &sources;
    QDateTime now; ///< on the person's clock, in the person's time zone
    /// Whether so few rows of the entity match that it is best to start from them; null: always. On a server whether
    /// its procedure is to find them; null: no.
    std::function<bool(const Entity &, const QList<SearchTerm> &)> isRare = {};
    /// On a server whether its procedure is to find the rows whose reference points to this record; null: no.
    std::function<bool(const Entity &, const Field &, Id)> findsBy = {};
    /// On a server whether its procedure can find rows in the order of this field (or "changed_at"); null: no.
    std::function<bool(const Entity &, const QString &)> isWalked = {};
    /// Whether it is to find these; null: no.
    std::function<bool(const Entity &, const FirstRowsOf &)> findsFirst = {};
    /// Whether the person reaches so many rows of the entity that a page finds its rows best in the order of the list,
    /// and leaves out the others on the way; null: never.
    std::function<bool(const Entity &)> reachesMany = {};

    bool indexComesFirst(const Entity &entity, const QList<SearchTerm> &terms) const
    {
        return isRare ? isRare(entity, terms) : !dialect.viewsGuard();
    }
};

/// A resolved path. fields[i] is a field of entities[i]; all but the last are references.
struct FieldPath
{
    QString canonical;
    QList<const Entity *> entities;
    QList<const Field *> fields;
    const Field &last() const { return *fields.last(); }
    const Entity &lastEntity() const { return *entities.last(); }
    bool isDirect() const { return fields.size() == 1; }
    FieldPath rest() const { return {canonical.section(u'.', 1), entities.mid(1), fields.mid(1)}; }
};

/// Which rows SeriesReader::greatestOf() looks at: living ones whose `filled` is not empty, of a date within the span.
Sql greatestCondition(const NumberedBy &which, const Field &field, const QString &filled,
                      const QPair<QDate, QDate> &within);
/// True for texts that are compared and sorted by their folded form; keys of choices and colours are plain.
CRM_CORE bool isFolded(const Field &field);

class FieldSql
{
public:
    explicit FieldSql(const ReadContext &context)
        : m_context(context)
    {}
    const ReadContext &context() const { return m_context; }

    /// Throws Validation for a path that leads nowhere, Denied for a field that the person does not see.
    FieldPath path(const Entity &entity, const QString &text) const;
    void requireSeen(const Field &field) const;

    /// The column of a field; of a custom field its place in the JSON.
    QString column(const Field &field, const QString &alias) const;
    /// The column as it is compared and sorted.
    QString comparable(const Field &field, const QString &alias) const;
    /// Either of both, whichever tells sooner whether the field is empty.
    QString filled(const Field &field, const QString &alias) const;
    QString value(const FieldPath &path, const QString &alias);
    /// What rows are sorted by: folded text, the title of a reference, the value of the others.
    QString sortValue(const FieldPath &path, const QString &alias);
    enum class Form { Shown, Folded };
    /// The title of the record that a reference points to.
    QString titleOf(const FieldPath &path, const QString &alias, Form form = Form::Shown);
    /// For a RefList or Labels: JSON [[id, title], ...] in order.
    QString titledIds(const FieldPath &path, const QString &alias);
    /// The title of a record of the entity in the row of the alias.
    QString title(const Entity &entity, const QString &alias, Form form = Form::Shown, int depth = 0);
    QString newAlias() { return QStringLiteral("t%1").arg(++m_aliases); }

private:
    bool hasFastColumn(const Field &field) const;
    QString through(const FieldPath &path, const QString &alias, const std::function<QString(const QString &)> &last);
    QString titleSelect(const Entity &target, const QString &id, Form form, int depth = 0);
    QString titlePart(const Field &field, const QString &alias, Form form) const;

    const ReadContext &m_context;
    int m_aliases = 0;
};

} // namespace crm
