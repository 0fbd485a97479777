#include "core/store/list_sql.h"
#include "core/model/error.h"
#include "core/store/filter_sql.h"
#include "core/store/found_rows.h"
#include "core/store/guard.h"
#include "core/store/search_sql.h"
#include "core/store/server/server_names.h"
#include "core/store/stored_documents.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Reading)
};

const QString row = QStringLiteral("m"); ///< alias of the entity's row in every statement
constexpr int fixedColumns = 2;          ///< id and version come before the keys of a page

QString keyName(qsizetype i) { return u'k' + QString::number(i); }
} // namespace

ListSql::ListSql(const ReadContext &context, const Query &query, Extent extent)
    : m_context(context)
    , m_entity(context.catalog.at(query.entity))
    , m_fields(context)
{
    const QList<SortKey> sort = query.sort.isEmpty() ? defaultSort() : query.sort;
    for (const SortKey &key : sort) {
        if (!addKey(key))
            break;
    }

    QList<Sql> parts{{query.trashed ? context.sources.trashed(row) : context.sources.living(row)}};
    const Guard guard(context.catalog, context.actor, context.dialect);
    const QString walk = guard.walk(m_entity, row);
    const bool gathered = extent == Whole || !context.reachesMany || !context.reachesMany(m_entity);
    if (gathered && walk != QLatin1String("1"))
        parts << Sql{walk};
    if (query.forExport)
        parts << Sql{guard.predicate(m_entity, Verb::Export, row)};
    ReadContext whole = context; // looks at all hits anyway
    if (!context.dialect.hitsAreCandidates())
        whole.isRare = {};
    FieldSql wholeFields(whole);
    FieldSql &fields = extent == Whole ? wholeFields : m_fields;
    // The search before the filter: a server is asked to find rows by one text only.
    const Sql search = SearchSql(fields).condition(query.search, m_entity, row);
    const Sql filter = filterSql(query, fields, extent);
    for (const Sql &part : {filter, search}) {
        if (!part.isEmpty())
            parts << part;
    }
    m_isPlain = parts.size() == 1 && !query.trashed;
    // Nothing but titles decides which rows come next: the view that knows no more costs less.
    m_walked = m_isPlain && m_byTitle ? context.sources.titles(m_entity) : context.sources.table(m_entity);
    m_where = joined(parts, QStringLiteral(" AND "));
}

/// A page of rows whose column has one value is found along the index of its order. The reference of the condition is
/// not asked by its own index then: a person's tasks may be as many as all that they see.
Sql ListSql::filterSql(const Query &query, FieldSql &fields, Extent extent)
{
    const bool walked = extent == Window && query.search.isEmpty() && !query.trashed && !query.forExport &&
                        m_keys.size() == 1 && m_context.isWalked && m_context.isWalked(m_entity, m_orderedBy);
    const Field *field = query.filter.type == Filter::Condition && query.filter.op == Op::Equal
                             ? m_entity.field(query.filter.path)
                             : nullptr;
    if (walked && field && !field->isCustom()) {
        ReadContext plain = m_context;
        plain.findsBy = {};
        FieldSql plainFields(plain);
        const Sql filter = FilterSql(plainFields).condition(query.filter, m_entity, row);
        if (filter.text == m_fields.comparable(*field, row) + QStringLiteral("=?")) {
            m_equalColumn = hasFoldedCopy(*field) ? foldedColumn(*field) : field->key();
            m_equalTo = filter.values.first();
            return filter;
        }
    }
    return FilterSql(fields).condition(query.filter, m_entity, row);
}

// --- sort keys

QList<SortKey> ListSql::defaultSort() const
{
    QList<SortKey> keys = Query::parseSort(m_entity.defaultSort());
    if (keys.isEmpty() && m_entity.field(QStringLiteral("position")))
        keys << SortKey{QStringLiteral("position"), false};
    if (keys.isEmpty() && m_entity.field(m_entity.titleField()))
        keys << SortKey{m_entity.titleField(), false};
    // A declared order must not refuse the list to those who do not see one of its fields.
    keys.removeIf([this](const SortKey &key) {
        const Field *field = m_context.catalog.resolve(m_entity.key(), key.path);
        return !field || !m_context.actor.policy.sees(*field);
    });
    return keys;
}

/// False for the id, behind which no further key can matter.
bool ListSql::addKey(const SortKey &key)
{
    const FieldPath path = m_fields.path(m_entity, key.path);
    m_idDescending = key.descending;
    if (path.canonical == QLatin1String("id"))
        return false;
    const Field &field = path.last();
    m_byTitle = m_byTitle && path.isDirect() && titleFields(m_entity).contains(&field);
    m_orderedBy = m_keys.isEmpty() && path.isDirect() ? path.canonical : QString();
    m_keys << Key{m_fields.sortValue(path, row), key.descending,
                  isTextKind(field.kind()) || isRefKind(field.kind()) || field.kind() == Kind::Date};
    return true;
}

/// @param from the keys before it need no sorting; SQLite does not see that an expression compared with = is constant
QString ListSql::order(bool reversed, qsizetype from) const
{
    QStringList parts;
    for (qsizetype i = from; i < m_keys.size(); ++i)
        parts << m_keys[i].expression + (m_keys[i].descending != reversed ? QStringLiteral(" DESC") : QString());
    parts << row + QStringLiteral(".id") + (m_idDescending != reversed ? QStringLiteral(" DESC") : QString());
    return parts.join(u',');
}

/// The same by the names of the walk's columns.
QString ListSql::namedOrder(const QString &prefix, bool reversed) const
{
    QStringList parts;
    for (qsizetype i = 0; i < m_keys.size(); ++i)
        parts << prefix + keyName(i) + (m_keys[i].descending != reversed ? QStringLiteral(" DESC") : QString());
    parts << prefix + QStringLiteral("id") + (m_idDescending != reversed ? QStringLiteral(" DESC") : QString());
    return parts.join(u',');
}

/// The first `equal` keys are those of the row, and `last` holds.
ListSql::Range ListSql::range(const RowKey &key, qsizetype equal, const Sql &last) const
{
    QList<Sql> parts;
    for (qsizetype i = 0; i < equal; ++i) {
        const QVariant v = key.values.value(i);
        parts << (v.isNull() ? Sql{m_keys[i].expression + QStringLiteral(" IS NULL")}
                             : Sql{m_keys[i].expression + QStringLiteral("=?"), {v}});
    }
    parts << last;
    return {joined(parts, QStringLiteral(" AND ")), equal};
}

/// What comes behind the row of the key, as ranges in the order of the walk.
QList<ListSql::Range> ListSql::ranges(const RowKey &key, bool inclusive, bool reversed) const
{
    const QString idSign = (m_idDescending != reversed ? QStringLiteral("<") : QStringLiteral(">")) +
                           (inclusive ? QStringLiteral("=") : QString());
    QList<Range> out{range(key, m_keys.size(), {QStringLiteral("%1.id%2?").arg(row, idSign), {key.id}})};
    for (qsizetype i = m_keys.size() - 1; i >= 0; --i) {
        const Key &k = m_keys[i];
        const QVariant v = key.values.value(i);
        const bool down = k.descending != reversed;
        if (v.isNull()) {
            // Nothing is smaller than NULL; everything else is greater.
            if (!down)
                out << range(key, i, {m_context.dialect.notNull(k.expression, k.isText)});
            continue;
        }
        out << range(key, i, {k.expression + (down ? QStringLiteral("<?") : QStringLiteral(">?")), {v}});
        if (down) {
            out << range(key, i, {k.expression + QStringLiteral(" IS NULL")});
            ++out.last().equal;
        }
    }
    return out;
}

// --- the walk over keys and ids

Sql ListSql::arm(const Range &range, bool reversed, qint64 skip, qint64 limit) const
{
    QStringList columns{row + QStringLiteral(".id AS id")};
    for (qsizetype i = 0; i < m_keys.size(); ++i)
        columns << m_keys[i].expression + QStringLiteral(" AS ") + keyName(i);
    Sql out{QStringLiteral("SELECT %1 FROM %2 %3 WHERE ").arg(columns.join(u','), m_walked, row)};
    out << m_where;
    if (!range.condition.isEmpty())
        out << QStringLiteral(" AND ") << range.condition;
    out << QStringLiteral(" ORDER BY ") + order(reversed, range.equal);
    return out << Sql{QStringLiteral(" LIMIT ? OFFSET ?"), {limit, skip}};
}

Sql ListSql::walk(const QList<Range> &ranges, bool reversed, qint64 skip, qint64 limit) const
{
    if (ranges.size() <= 1)
        return arm(ranges.value(0), reversed, skip, limit);
    QList<Sql> arms;
    for (const Range &r : ranges)
        arms << arm(r, reversed, 0, skip + limit);
    return m_context.dialect.inTurn(arms, namedOrder({}, reversed), skip, limit);
}

Sql ListSql::keys(const RowKey &after, qint64 skip, qint64 limit) const
{
    return walk(after.isNull() ? QList<Range>{} : ranges(after, false, false), false, skip, limit);
}

Sql ListSql::everyNth(int step) const
{
    QStringList inner{row + QStringLiteral(".id AS id")}, outer{QStringLiteral("x.id")};
    for (qsizetype i = 0; i < m_keys.size(); ++i) {
        inner << m_keys[i].expression + QStringLiteral(" AS ") + keyName(i);
        outer << QStringLiteral("x.") + keyName(i);
    }
    inner << QStringLiteral("row_number() OVER (ORDER BY %1) AS place").arg(order(false))
          << QStringLiteral("count(*) OVER () AS total");
    Sql out{QStringLiteral("SELECT %1,x.total FROM (SELECT %2 FROM %3 %4 WHERE ")
                .arg(outer.join(u','), inner.join(u','), m_walked, row)};
    out << m_where;
    return out << QStringLiteral(") x WHERE (x.place-1)%%1=0 ORDER BY x.place").arg(step);
}

// --- pages

QStringList ListSql::defaultColumns() const
{
    QStringList out;
    for (const Field &f : m_entity.fieldList()) {
        if (f.isInList() && m_context.actor.policy.sees(f))
            out << f.key();
    }
    return out;
}

void ListSql::showColumns(const QStringList &paths)
{
    const int first = fixedColumns + keyCount();
    bool money = false;
    for (const QString &text : paths.isEmpty() ? defaultColumns() : paths) {
        Column c{m_fields.path(m_entity, text), first + int(m_shown.size()), -1};
        const Field &field = c.path.last();
        money = money || field.kind() == Kind::Money;
        m_shown << (isListKind(field.kind()) ? m_fields.titledIds(c.path, row) : m_fields.value(c.path, row));
        if (isRefKind(field.kind())) {
            c.titleAt = first + int(m_shown.size());
            m_shown << m_fields.titleOf(c.path, row);
        }
        m_columns << c;
    }
    const FieldPath currency = currencyOf({{}, {&m_entity}, {nullptr}});
    if (money && !currency.fields.isEmpty()) {
        m_currencyAt = first + int(m_shown.size());
        m_shown << m_fields.value(currency, row);
    }
}

/// Where the currency stands of the amounts of the path's last entity: beside them, or in the document of lines. Empty:
/// amounts are in the base currency.
FieldPath ListSql::currencyOf(FieldPath place) const
{
    const Entity &entity = place.lastEntity();
    if (const Field *own = entity.field(entity.currencyField())) {
        place.fields.last() = own;
        return place;
    }
    const Entity *document = entity.isLine() ? m_context.catalog.find(entity.lineOf()) : nullptr;
    const Field *theirs = document ? document->field(document->currencyField()) : nullptr;
    if (!theirs)
        return {};
    place.fields.last() = entity.field(entity.lineParentField());
    place.fields << theirs;
    place.entities << document;
    return place;
}

/// Where a server finds the rows of the page, the walk is among these.
void ListSql::beginWithFirst(const PageAt &at, bool reversed)
{
    const bool keyed = at.type == PageAt::After || at.type == PageAt::From || at.type == PageAt::Before;
    if ((!m_isPlain && m_equalColumn.isEmpty()) || m_keys.size() != 1 || m_orderedBy.isEmpty() ||
        !m_context.findsFirst || at.skip > found_rows::mostFirst ||
        (keyed && (at.key.id == 0 || at.key.values.value(0).isNull())))
        return;
    // One more tells that the list goes on; the row of the key is found as well, and may be left out afterwards.
    FirstRowsOf first{m_orderedBy, m_idDescending != reversed, int(at.skip) + at.limit + 2, m_equalColumn, m_equalTo};
    if (keyed) {
        first.from = at.key.values.first();
        first.fromId = at.key.id;
    }
    if (!m_context.findsFirst(m_entity, first))
        return;
    m_where << QStringLiteral(" AND %1.id IN (").arg(row)
            << m_context.dialect.matchingIds(m_context.sources, m_entity, {}) << QStringLiteral(")");
}

Sql ListSql::page(const PageAt &at)
{
    const bool reversed = at.type == PageAt::Before || at.type == PageAt::Last;
    beginWithFirst(at, reversed);
    const bool keyed = at.type == PageAt::After || at.type == PageAt::From || at.type == PageAt::Before;
    const QList<Range> from = keyed ? ranges(at.key, at.type == PageAt::From, reversed) : QList<Range>{};

    QStringList columns{QStringLiteral("p.id"), row + QStringLiteral(".version")};
    for (qsizetype i = 0; i < m_keys.size(); ++i)
        columns << QStringLiteral("p.") + keyName(i);
    columns += m_shown;
    Sql out{QStringLiteral("SELECT %1 FROM (").arg(columns.join(u','))};
    out << walk(from, reversed, at.skip, qint64(at.limit) + 1);
    return out << QStringLiteral(") p %1 %2 %3 ON %3.id=p.id ORDER BY %4")
                      .arg(m_context.dialect.joinInOrder(), m_context.sources.table(m_entity), row,
                           namedOrder(QStringLiteral("p."), false));
}

Sql ListSql::all() const
{
    QStringList columns{row + QStringLiteral(".id"), row + QStringLiteral(".version")};
    for (const Key &key : m_keys)
        columns << key.expression;
    columns += m_shown;
    Sql out{
        QStringLiteral("SELECT %1 FROM %2 %3 WHERE ").arg(columns.join(u','), m_context.sources.table(m_entity), row)};
    out << m_where;
    return out << QStringLiteral(" ORDER BY ") + order(false);
}

// --- totals

ListSql::Sums ListSql::totals(const QStringList &paths)
{
    Sums out;
    QStringList &currencies = out.currencies, &sums = out.expressions;
    for (const QString &text : paths) {
        const FieldPath path = m_fields.path(m_entity, text);
        const Field &field = path.last();
        if (!isIntegerKind(field.kind()))
            throw Error(ErrorKind::Validation, Tr::tr("“%1” cannot be added up.").arg(field.label().text()));
        out.fields << &field;
        out.canonical << path.canonical;
        sums << QStringLiteral("sum(%1)").arg(m_fields.value(path, row));
        int currencyAt = -2;
        if (field.kind() == Kind::Money) {
            currencyAt = -1;
            if (const FieldPath place = currencyOf(path); !place.fields.isEmpty()) {
                const QString expression = m_fields.value(place, row);
                if (!currencies.contains(expression))
                    currencies << expression;
                currencyAt = int(currencies.indexOf(expression));
            }
        }
        out.currency << currencyAt;
    }
    out.countAt = int(currencies.size());
    QStringList groups;
    for (qsizetype i = 1; i <= currencies.size(); ++i)
        groups << QString::number(i);
    out.sql << QStringLiteral("SELECT %1 FROM %2 %3 WHERE ")
                   .arg((currencies + QStringList{QStringLiteral("count(*)")} + sums).join(u','),
                        m_context.sources.table(m_entity), row);
    out.sql << m_where;
    if (!groups.isEmpty())
        out.sql << QStringLiteral(" GROUP BY ") + groups.join(u',');
    return out;
}

} // namespace crm
