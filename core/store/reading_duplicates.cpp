// Records that may be the same: by the rules of the declaration, over the whole list or for one that is typed in.
#include "core/model/duplicate_key.h"
#include "core/model/text.h"
#include "core/store/duplicate_sql.h"
#include "core/store/duplicates.h"
#include "core/store/reading.h"
#include "core/store/refusals.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace crm {

namespace {
constexpr int mostShown = 3; ///< while one types

bool seesAll(const Entity &entity, const DuplicateRule &rule, const Policy &policy)
{
    return std::all_of(rule.fields.cbegin(), rule.fields.cend(),
                       [&](const QString &key) { return policy.sees(*entity.field(key)); });
}

QString idList(const IdList &ids)
{
    QStringList out;
    for (const Id id : ids)
        out << QString::number(id);
    return out.join(u',');
}

/// What the procedure and the file are asked with: folded texts, digits of phones, ids; empty: nothing to ask.
QStringList typedValues(const Record &typed, const DuplicateRule &rule)
{
    QStringList out;
    for (const QString &key : rule.fields) {
        const Field &f = *typed.entity().field(key);
        const QString text = isRefKind(f.kind()) ? QString::number(typed.ref(key)) : typed.text(key);
        if (isRefKind(f.kind()) ? typed.ref(key) == 0 : duplicateKey(f.kind(), text).isEmpty())
            return {};
        out << (isRefKind(f.kind())       ? text
                : f.kind() == Kind::Phone ? duplicateKeyOfPhone(text)
                                          : fold(text).left(f.size()));
    }
    return out;
}
} // namespace

IdList stillAlike(const IdList &ids, const QSet<QPair<Id, Id>> &apart)
{
    IdList out;
    for (const Id id : ids) {
        const bool any = std::any_of(ids.cbegin(), ids.cend(),
                                     [&](Id other) { return other != id && !apart.contains(pairOf(id, other)); });
        if (any)
            out << id;
    }
    return out;
}

// --- over the whole list

QSet<QPair<Id, Id>> Reading::toldApart(const Entity &entity, const IdList &ids)
{
    QSet<QPair<Id, Id>> out;
    const auto take = [&](Rows &rows) {
        while (rows.next())
            out.insert(pairOf(rows.integer(0), rows.integer(1)));
    };
    if (ids.isEmpty())
        return out;
    const QString list = idList(ids);
    if (m_dialect.viewsGuard()) {
        m_db.call(QStringLiteral("CALL told_apart(?,?)"), {entity.key(), QStringLiteral("[%1]").arg(list)},
                  [&](int, Rows &rows) { take(rows); });
        return out;
    }
    Rows rows = m_db.run(QStringLiteral("SELECT low_id, high_id FROM main.not_duplicates WHERE entity=? AND low_id IN "
                                        "(%1) AND high_id IN (%1)")
                             .arg(list),
                         {entity.key()});
    take(rows);
    return out;
}

DuplicatesPage Reading::duplicates(const QString &key, const DuplicatesAt &at)
{
    const Entity &entity = readable(key);
    DuplicatesPage out;
    bool begun = at.rule.isEmpty();
    QString after = at.after;
    for (const DuplicateRule &rule : entity.duplicateRules()) {
        if (!begun && rule.key != at.rule)
            continue;
        begun = true;
        if (!seesAll(entity, rule, m_actor.policy)) {
            after.clear();
            continue;
        }
        const int wanted = at.limit - int(out.groups.size());
        const QString expression = duplicate_sql::key(m_dialect, QStringLiteral("m"), entity, rule);
        Sql sql{QStringLiteral("SELECT x.k, count(*), group_concat(x.id) FROM (SELECT m.id id, %1 k FROM %2 m WHERE %3 "
                               "AND %4) x WHERE x.k IS NOT NULL")
                    .arg(expression, m_sources.table(entity), m_sources.living(QStringLiteral("m")),
                         m_dialect.viewsGuard() ? QStringLiteral("1") : walk(entity))};
        if (!after.isEmpty())
            sql << Sql{QStringLiteral(" AND x.k>?"), {after}};
        sql << QStringLiteral(" GROUP BY x.k HAVING count(*)>1 ORDER BY x.k LIMIT %1").arg(wanted + 1);
        QList<DuplicateGroup> found;
        QStringList keys;
        {
            Rows rows = m_db.run(sql.text, sql.values);
            while (rows.next()) {
                DuplicateGroup group{rule.key, {}, rows.integer(1)};
                const QStringList ids = rows.text(2).split(u',');
                for (const QString &id : ids.mid(0, mostTogether))
                    group.ids << id.toLongLong();
                std::sort(group.ids.begin(), group.ids.end()); // the older ones first
                found << group;
                keys << rows.text(0);
            }
        }
        const bool more = found.size() > wanted;
        if (more)
            found.removeLast();
        IdList all;
        for (const DuplicateGroup &group : std::as_const(found))
            all += group.ids;
        const auto apart = toldApart(entity, all);
        for (DuplicateGroup &group : found) {
            const qsizetype before = group.ids.size();
            group.ids = stillAlike(group.ids, apart);
            group.count -= before - group.ids.size();
            if (group.ids.size() > 1)
                out.groups << group;
        }
        if (more) {
            out.next = {rule.key, keys[wanted - 1], at.limit};
            return out;
        }
        after.clear();
    }
    out.atEnd = true;
    return out;
}

// --- while one types

QList<SameRecord> Reading::sameRecords(const Record &typed, const QString &field)
{
    const Entity &entity = readable(typed.entity().key());
    QList<SameRecord> out;
    for (const DuplicateRule &rule : entity.duplicateRules()) {
        const duplicate_sql::LookUp way = duplicate_sql::lookUp(entity, rule);
        if (!rule.fields.contains(field) || way.how == duplicate_sql::LookUp::None ||
            !seesAll(entity, rule, m_actor.policy))
            continue;
        const QStringList values = typedValues(typed, rule);
        if (values.isEmpty())
            continue;
        const QList<SameRecord> found =
            m_dialect.viewsGuard() ? sameOnServer(entity, rule, values) : sameInFile(entity, rule, values);
        for (SameRecord same : found) {
            if (same.id == typed.id() && same.id)
                continue;
            same.rule = rule.key;
            same.field = field;
            out << same;
        }
    }
    return out;
}

QList<SameRecord> Reading::sameOnServer(const Entity &entity, const DuplicateRule &rule, const QStringList &values)
{
    QList<SameRecord> out;
    const QString json =
        QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(values)).toJson(QJsonDocument::Compact));
    m_db.call(QStringLiteral("CALL same_records(?,?,?)"), {entity.key(), rule.key, json}, [&](int, Rows &rows) {
        while (rows.next())
            out << SameRecord{{}, {}, rows.integer(0), rows.text(1), rows.text(2)};
    });
    return out;
}

/// Rights on a file are the program's: the table is asked, and of what the person does not see only whose it is is
/// said.
QList<SameRecord> Reading::sameInFile(const Entity &entity, const DuplicateRule &rule, const QStringList &values)
{
    const duplicate_sql::LookUp way = duplicate_sql::lookUp(entity, rule);
    QStringList conditions{QStringLiteral("t.deleted_at IS NULL")};
    QVariantList bound;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const Field &f = *entity.field(rule.fields[i]);
        if (&f == way.field && way.how == duplicate_sql::LookUp::BySearch && values[i].size() >= 3) {
            const QString index = quoted(entity.key() + QStringLiteral("__fts"));
            conditions << QStringLiteral("t.id IN (SELECT rowid FROM main.%1 WHERE %1 MATCH ?)").arg(index);
            bound << QString(u'"' + QString(values[i]).replace(u'"', QStringLiteral("\"\"")) + u'"');
        }
        conditions << (isRefKind(f.kind()) ? QStringLiteral("t.%1=?").arg(quoted(f.key()))
                       : f.kind() == Kind::Phone
                           ? duplicate_sql::part(m_dialect, QStringLiteral("t"), f) + QStringLiteral("=?")
                           : m_dialect.foldedColumn(QStringLiteral("t"), f) + QStringLiteral("=?"));
        bound << (isRefKind(f.kind()) ? QVariant(values[i].toLongLong()) : QVariant(values[i]));
    }
    const QString who =
        QStringLiteral("coalesce((SELECT u.name FROM main.users u WHERE u.id=t.scope_id),(SELECT min(u.name) FROM "
                       "main.node_members n JOIN main.users u ON u.id=n.user_id WHERE n.scope_id=t.scope_id))");
    const bool hasUsers = m_catalog->find(QStringLiteral("users"));
    const bool tellsOfHidden =
        m_actor.policy.isStaff() && m_actor.policy.may(entity, Verb::Create) && entity.scope().kind != Scope::Private;
    QList<SameRecord> out;
    Rows rows =
        m_db.run(QStringLiteral("SELECT t.id, v.id, t.%1, %2 FROM main.%3 t LEFT JOIN %4 v ON v.id=t.id WHERE %5 "
                                "LIMIT %6")
                     .arg(quoted(entity.titleField()), hasUsers ? who : QStringLiteral("''"), quoted(entity.key()),
                          m_sources.table(entity), conditions.join(QStringLiteral(" AND ")))
                     .arg(mostShown),
                 bound);
    while (rows.next()) {
        if (!rows.isNull(1))
            out << SameRecord{{}, {}, rows.integer(0), rows.text(2), {}};
        else if (tellsOfHidden)
            out << SameRecord{{}, {}, 0, {}, rows.text(3)};
    }
    return out;
}

} // namespace crm
