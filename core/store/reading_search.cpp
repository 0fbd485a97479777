// Global search, type-ahead and the titles of records.
#include "core/model/mentions.h"
#include "core/model/text.h"
#include "core/store/reading.h"
#include "core/store/search_sql.h"

namespace crm {

namespace {
const QString rowAlias = QStringLiteral("m");
constexpr int recentChanges = 2000; ///< of all entities; so far back "recently changed" reaches

/// What stands beside a title to tell equal ones apart: a contact's client, a client's phone.
const Field *detailField(const Entity &entity, const Policy &policy)
{
    for (const Field &f : entity.fieldList()) {
        const bool suits =
            f.kind() == Kind::Text || f.kind() == Kind::Email || f.kind() == Kind::Phone || isRefKind(f.kind());
        if (suits && (f.isInList() || f.isSearchable()) && !f.isHidden() && f.key() != entity.titleField() &&
            f.key() != entity.statusField() && policy.sees(f))
            return &f;
    }
    return nullptr;
}

const Field *colorField(const Entity &entity, const Policy &policy)
{
    for (const Field &f : entity.fieldList()) {
        if (f.kind() == Kind::Color && policy.sees(f))
            return &f;
    }
    return nullptr;
}
} // namespace

/// id, title, detail, colour of the row m.
QStringList Reading::optionColumns(const Entity &entity, FieldSql &fields) const
{
    QString detail = QStringLiteral("NULL");
    if (const Field *f = detailField(entity, m_actor.policy)) {
        const FieldPath path = fields.path(entity, f->key());
        detail = isRefKind(f->kind()) ? fields.titleOf(path, rowAlias) : fields.value(path, rowAlias);
    }
    const Field *color = colorField(entity, m_actor.policy);
    return {QStringLiteral("m.id AS id"), fields.title(entity, rowAlias) + QStringLiteral(" AS title"),
            detail + QStringLiteral(" AS detail"),
            (color ? fields.column(*color, rowAlias) : QStringLiteral("NULL")) + QStringLiteral(" AS mark")};
}

namespace {
/// Each record once, in the order of the statement.
QList<Option> optionsOf(Rows &rows, int limit)
{
    QList<Option> out;
    QSet<Id> seen;
    while (out.size() < limit && rows.next()) {
        if (seen.contains(rows.integer(0)))
            continue;
        seen << rows.integer(0);
        out << Option{rows.integer(0), withoutMentionLinks(rows.text(1)), rows.text(2), rows.text(3)};
    }
    return out;
}
} // namespace

QList<Option> Reading::readOptions(const Sql &sql, int limit)
{
    Rows rows = m_db.run(sql.text, sql.values);
    return optionsOf(rows, limit);
}

/// Empty if titles of the entity are not sorted by an index.
Sql Reading::titlesStartingWith(const Entity &entity, const QString &text, const QStringList &columns, FieldSql &fields,
                                int limit)
{
    const Field *title = entity.field(entity.titleField());
    const QString needle = fold(text);
    if (!title || !isFolded(*title) || !m_actor.policy.sees(*title) || needle.isEmpty())
        return {};
    const QString folded = fields.comparable(*title, rowAlias);
    Sql out{QStringLiteral("SELECT %1 FROM %2 m WHERE %3 AND %4 AND ")
                .arg(columns.join(u','), m_sources.table(entity), m_sources.living(rowAlias), walk(entity))};
    out << m_dialect.startsWith(folded, needle);
    return out << Sql{QStringLiteral(" ORDER BY %1,m.id LIMIT ?").arg(folded), {limit}};
}

/// Empty if the text is too short for the index.
Sql Reading::newestMatches(const Entity &entity, const QString &text, const QStringList &columns, FieldSql &fields,
                           int limit) const
{
    const QList<SearchTerm> terms = searchTerms(text);
    const bool asks = m_dialect.viewsGuard() && !m_sources.asksIndex(entity);
    if (asks && !m_dialect.matchExpression(terms).isEmpty() && fields.context().indexComesFirst(entity, terms)) {
        // A server finds the rows of those who may not ask its index.
        Sql out{QStringLiteral("SELECT %1 FROM %2 m WHERE %3 AND m.id IN (")
                    .arg(columns.join(u','), m_sources.table(entity), m_sources.living(rowAlias))};
        out << m_dialect.matchingIds(m_sources, entity, {}) << QStringLiteral(")");
        if (!m_dialect.findsExactly(terms))
            out << QStringLiteral(" AND ") << SearchSql(fields).condition(text, entity, rowAlias);
        return out << Sql{QStringLiteral(" ORDER BY m.id DESC LIMIT ?"), {limit}};
    }
    const Sql match = SearchSql(fields).indexed(text, entity);
    if (match.isEmpty())
        return {};
    Sql out{QStringLiteral("SELECT %1 FROM %2 WHERE %3 AND ")
                .arg(columns.join(u','), m_dialect.searchJoin(m_sources, entity), m_sources.living(rowAlias))};
    out << match;
    return out << Sql{QStringLiteral(" ORDER BY %1 LIMIT ?").arg(m_dialect.searchNewestFirst()), {limit}};
}

namespace {
/// The selects one after the other, in this order.
Sql appended(const QList<Sql> &arms)
{
    Sql all;
    for (const Sql &arm : arms) {
        if (!arm.isEmpty())
            all << (all.isEmpty() ? QString() : QStringLiteral(" UNION ALL ")) << QStringLiteral("SELECT * FROM (")
                << arm << QStringLiteral(") x");
    }
    return all;
}
} // namespace

void Reading::runAllFinding(const QList<MakeSql> &makes, const std::function<void(Rows &)> &take)
{
    QList<Sql> plain;
    QStringList statements;
    for (const MakeSql &make : makes) {
        FoundRows asked;
        const Sql sql = make(context(&asked));
        if (sql.isEmpty())
            continue;
        if (asked.entity)
            statements << QStringLiteral("BEGIN\n%1END")
                              .arg(
                                  found_rows::inlined(found_rows::statements(asked, m_rareHits, sql, make(context()))));
        else
            plain << sql;
    }
    const Sql all = appended(plain);
    if (statements.isEmpty() && !all.isEmpty()) {
        Rows rows = m_db.run(all.text, all.values);
        return take(rows);
    }
    if (!all.isEmpty())
        statements.prepend(found_rows::inlined(all));
    if (statements.size() == 1)
        statements << QStringLiteral("BEGIN END"); // so that it is a block
    m_db.runTogether(statements, [&](int, Rows &rows) { take(rows); });
}

QList<Hit> Reading::search(const QString &text, int perEntity)
{
    QList<MakeSql> makes;
    for (const Entity *e : m_catalog->entities()) {
        if (e->isLine() || e->isDictionary() || !SearchSql::isSearchable(*e) ||
            m_guard.level(*e, Verb::Read) == Level::None)
            continue;
        makes << [this, e, text, perEntity](const ReadContext &context) {
            FieldSql fields(context);
            QStringList columns = optionColumns(*e, fields);
            columns.last() = QStringLiteral("'%1' AS mark").arg(e->key());
            // Hits that begin with the text stand among the newest too: twice as many make up for those.
            return appended({titlesStartingWith(*e, text, columns, fields, perEntity),
                             newestMatches(*e, text, columns, fields, 2 * perEntity)});
        };
    }
    QList<Hit> out;
    QHash<QString, QSet<Id>> seen;
    runAllFinding(makes, [&](Rows &rows) {
        while (rows.next()) {
            const QString entity = rows.text(3);
            QSet<Id> &ids = seen[entity];
            if (ids.size() >= perEntity || ids.contains(rows.integer(0)))
                continue;
            ids << rows.integer(0);
            out << Hit{entity, rows.integer(0), withoutMentionLinks(rows.text(1)), rows.text(2)};
        }
    });
    return out;
}

QList<Option> Reading::recent(const Entity &entity, int limit)
{
    const ReadContext context = this->context();
    FieldSql fields(context);
    const QString columns = optionColumns(entity, fields).join(u',');
    const QString table = m_sources.table(entity);
    if (entity.field(QStringLiteral("position"))) {
        return readOptions({QStringLiteral("SELECT %1 FROM %2 m WHERE %3 AND %4 ORDER BY m.position,m.id LIMIT ?")
                                .arg(columns, table, m_sources.living(rowAlias), walk(entity)),
                            {limit}},
                           limit);
    }
    if (m_dialect.viewsGuard()) {
        // A server hands the log out by procedures only, and has an index of when rows were changed.
        return readOptions({QStringLiteral("SELECT %1 FROM %2 m WHERE %3 ORDER BY m.changed_at DESC,m.id DESC LIMIT ?")
                                .arg(columns, table, m_sources.living(rowAlias)),
                            {limit}},
                           limit);
    }
    // The log knows what changed last; records older than it reaches come by age.
    QList<Option> out = readOptions({QStringLiteral("SELECT %1 FROM (SELECT record_id,max(n) AS n FROM (SELECT "
                                                    "n,entity,record_id FROM main.changes ORDER BY n DESC LIMIT %2) x "
                                                    "WHERE entity=? GROUP BY record_id) c %3 %4 m ON m.id=c.record_id "
                                                    "WHERE m.deleted_at IS NULL ORDER BY c.n DESC LIMIT ?")
                                         .arg(columns)
                                         .arg(recentChanges)
                                         .arg(m_dialect.joinInOrder(), table),
                                     {entity.key(), limit}},
                                    limit);
    if (out.size() >= limit)
        return out;
    const QList<Option> newest =
        readOptions({QStringLiteral("SELECT %1 FROM %2 m WHERE %3 AND %4 ORDER BY m.id DESC LIMIT ?")
                         .arg(columns, table, m_sources.living(rowAlias), walk(entity)),
                     {limit}},
                    limit);
    QSet<Id> known;
    for (const Option &o : std::as_const(out))
        known << o.id;
    for (const Option &o : newest) {
        if (out.size() < limit && !known.contains(o.id))
            out << o;
    }
    return out;
}

QList<Option> Reading::lookup(const QString &key, const QString &text, int limit)
{
    const Entity &entity = readable(key);
    if (searchTerms(text).isEmpty())
        return recent(entity, limit);
    const auto make = [&](const ReadContext &context) {
        FieldSql fields(context);
        const QStringList columns = optionColumns(entity, fields);
        QList<Sql> arms{titlesStartingWith(entity, text, columns, fields, limit)};
        if (SearchSql::isSearchable(entity)) {
            arms << newestMatches(entity, text, columns, fields, 2 * limit);
        } else {
            // Entities without search text are small ones.
            Sql scan{QStringLiteral("SELECT %1 FROM %2 m WHERE %3 AND %4 AND ")
                         .arg(columns.join(u','), m_sources.table(entity), m_sources.living(rowAlias), walk(entity))};
            scan << SearchSql(fields).condition(text, entity, rowAlias);
            arms << (scan << Sql{QStringLiteral(" ORDER BY m.id LIMIT ?"), {2 * limit}});
        }
        return appended(arms);
    };
    QList<Option> out;
    runAllFinding({make}, [&](Rows &rows) { out = optionsOf(rows, limit); });
    return out;
}

QHash<Id, Option> Reading::options(const QString &key, const IdList &ids)
{
    const Entity &entity = readable(key);
    const ReadContext context = this->context();
    FieldSql fields(context);
    Sql sql{QStringLiteral("SELECT %1 FROM %2 m WHERE ")
                .arg(optionColumns(entity, fields).join(u','), m_sources.table(entity))};
    sql << m_dialect.isOneOf(QStringLiteral("m.id"), ids);
    QHash<Id, Option> out;
    const QList<Option> found = readOptions(sql, std::numeric_limits<int>::max());
    for (const Option &o : found)
        out.insert(o.id, o);
    return out;
}

} // namespace crm
