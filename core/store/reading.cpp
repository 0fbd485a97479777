// Lists and documents. What is found before a statement reads is in reading_finding.cpp, history and feed are in
// reading_feed.cpp, search and look-ups in reading_search.cpp.
#include "core/store/reading.h"
#include "core/model/error.h"
#include "core/model/filled_once.h"
#include "core/store/codec.h"
#include "core/store/document_batch.h"
#include "core/store/search_sql.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Reading)
};

/// [[id, title], ...] as FieldSql::titledIds() gives it.
void readTitledIds(const QByteArray &json, QVariant &value, QString &titles)
{
    IdList ids;
    QStringList names;
    const QJsonArray pairs = QJsonDocument::fromJson(json).array();
    for (const auto pair : pairs) {
        ids << pair.toArray().at(0).toInteger();
        names << pair.toArray().at(1).toString();
    }
    names.removeAll(QString()); // records that the person may not see
    value = QVariant::fromValue(ids);
    titles = names.join(QStringLiteral(", "));
}
} // namespace

Reading::Reading(Database &db, std::shared_ptr<const Catalog> catalog, const Actor &actor)
    : m_db(db)
    , m_catalog(std::move(catalog))
    , m_actor(actor)
    , m_dialect(Dialect::of(db))
    , m_sources(*m_catalog, actor, m_dialect)
    , m_guard(*m_catalog, actor, m_dialect)
    , m_documents(db, *m_catalog, &m_sources)
    , m_clock([] { return QDateTime::currentDateTime(); })
    , m_rareHits(m_dialect.viewsGuard() ? found_rows::mostHits : SearchSql::rareHits)
{}

const Entity &Reading::readable(const QString &key) const
{
    const Entity &entity = m_catalog->at(key);
    if (m_guard.level(entity, Verb::Read) == Level::None)
        throw Error(ErrorKind::Denied, Tr::tr("Your role does not let you see “%1”.").arg(entity.many().text()));
    return entity;
}

// --- lists

Sql Reading::pageSql(const Query &query, const PageAt &at)
{
    readable(query.entity);
    const ReadContext context = this->context();
    ListSql list(context, query, ListSql::Window);
    list.showColumns(query.columns);
    return list.page(at);
}

/// All but its key. @param out may be used again for the next row
void Reading::readRow(const Rows &rows, const ListSql &list, Row &out) const
{
    const QList<ListSql::Column> &columns = list.columns();
    out.id = rows.integer(0);
    out.version = rows.integer(1);
    out.values.resize(columns.size());
    out.titles.resize(columns.size());
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const ListSql::Column &c = columns[i];
        if (isListKind(c.path.last().kind())) {
            readTitledIds(rows.value(c.at).toByteArray(), out.values[i], out.titles[i]);
        } else {
            out.values[i] = fromColumn(c.path.last(), rows.value(c.at));
            if (c.titleAt >= 0)
                out.titles[i] = rows.text(c.titleAt);
        }
    }
    out.currency = list.currencyAt() >= 0 ? rows.text(list.currencyAt()) : QString();
    if (out.currency.isEmpty())
        out.currency = m_catalog->baseCurrency;
}

void Reading::each(const Query &query, const std::function<void(const Row &)> &take)
{
    readable(query.entity);
    const ReadContext context = this->context();
    ListSql list(context, query, ListSql::Whole);
    list.showColumns(query.columns);
    const Sql sql = list.all();
    QStringList columns;
    for (const ListSql::Column &c : list.columns())
        columns << c.path.canonical;
    const QHash<Id, QString> next = nextNumbers(query.entity);
    Row row;
    m_db.stream(sql.text, sql.values, [&](Rows &rows) {
        readRow(rows, list, row);
        showNextNumber(next, columns, row);
        take(row);
        return true;
    });
}

Page Reading::page(const Query &query, const PageAt &at)
{
    readable(query.entity);
    const ReadContext context = this->context();
    ListSql list(context, query, ListSql::Window);
    list.showColumns(query.columns);

    Page page;
    for (const ListSql::Column &c : list.columns())
        page.columns << c.path.canonical;
    const auto make = [&](const ReadContext &way) {
        ListSql out(way, query, ListSql::Window);
        out.showColumns(query.columns);
        return out.page(at);
    };
    const auto take = [&](Rows &rows) {
        while (rows.next()) {
            Row &row = page.rows.emplaceBack();
            readRow(rows, list, row);
            row.key.id = row.id;
            for (int i = 0; i < list.keyCount(); ++i)
                row.key.values << rows.value(2 + i);
        }
    };
    runFinding(make, take, query.trashed);
    const bool fromTheBeginning = at.type == PageAt::First && at.skip == 0;
    if (m_dialect.viewsGuard() && fromTheBeginning && query.filter.isNone() && query.search.isEmpty() &&
        !query.trashed) {
        if (page.rows.size() <= at.limit)
            m_seesFew.insert(query.entity);
        else
            m_seesFew.remove(query.entity);
    }
    const bool backwards = at.type == PageAt::Before || at.type == PageAt::Last;
    const bool more = page.rows.size() > at.limit;
    if (more && backwards)
        page.rows.removeFirst();
    else if (more)
        page.rows.removeLast();
    const QHash<Id, QString> next = nextNumbers(query.entity);
    for (Row &row : page.rows)
        showNextNumber(next, page.columns, row);
    page.atStart = backwards ? !more : at.type == PageAt::First && at.skip == 0;
    page.atEnd = backwards ? at.type == PageAt::Last && at.skip == 0 : !more;
    return page;
}

Bookmarks Reading::bookmarks(const Query &query, int step)
{
    readable(query.entity);
    const ReadContext context = this->context();
    ListSql list(context, query, ListSql::Whole);
    const auto keyOf = [&](const Rows &rows) {
        RowKey key{{}, rows.integer(0)};
        for (int i = 0; i < list.keyCount(); ++i)
            key.values << rows.value(1 + i);
        return key;
    };

    Bookmarks out;
    out.step = std::max(1, step);
    if (m_dialect.numbersRows()) {
        const auto make = [&](const ReadContext &way) {
            return ListSql(way, query, ListSql::Whole).everyNth(out.step);
        };
        const auto take = [&](Rows &rows) {
            while (rows.next()) {
                out.keys << keyOf(rows);
                out.count = rows.integer(1 + list.keyCount());
            }
        };
        runFinding(make, take, query.trashed);
        return out;
    }
    Transaction snapshot(m_db, Transaction::Read);
    const ListSql::Sums counting = list.totals({});
    out.count = m_db.scalar(counting.sql.text, counting.sql.values).toLongLong();
    if (out.count > 0 && m_dialect.mustSort(m_db, list.keys({}, 0, 1))) {
        // Each step would sort anew: read the sorted keys once, from end to end.
        const Sql all = list.keys({}, 0, out.count);
        Rows rows = m_db.run(all.text, all.values);
        for (qint64 i = 0; rows.next(); ++i) {
            if (i % out.step == 0)
                out.keys << keyOf(rows);
        }
    } else {
        // Stepping along the index inside the database is 40 times faster than reading a million keys out of it.
        for (qint64 i = 0; i < out.count; i += out.step) {
            const Sql next = list.keys(i == 0 ? RowKey{} : out.keys.last(), i == 0 ? 0 : out.step - 1, 1);
            Rows rows = m_db.run(next.text, next.values);
            if (!rows.next())
                break;
            out.keys << keyOf(rows);
        }
    }
    snapshot.commit();
    return out;
}

// --- documents

namespace {
[[noreturn]] void throwGone(const Entity &entity, Id id)
{
    throw Error(ErrorKind::NotFound,
                Tr::tr("This record of “%1” is no longer there, or you may not see it.").arg(entity.many().text()),
                QStringLiteral("%1 %2").arg(entity.key()).arg(id));
}

void takeCount(qint64 count, RelatedCount &related)
{
    related.more = count > mostRelated;
    related.count = std::min<qint64>(count, mostRelated);
}

/// What the server's procedure `hanging` says.
void takeCounts(Rows &rows, QList<RelatedCount> &related)
{
    while (rows.next()) {
        const auto at = std::find_if(related.begin(), related.end(), [&](const RelatedCount &r) {
            return r.entity == rows.text(0) && r.field == rows.text(1);
        });
        if (at != related.end())
            takeCount(rows.integer(2), *at);
    }
}

constexpr int idsPerJourney = 400;
constexpr int tries = 3; ///< to read documents while others save them
} // namespace

Opened Reading::open(const QString &key, Id id)
{
    const Entity &entity = readable(key);
    Opened out;
    const bool found = openStored(entity, id, out);
    if (!found || out.document.head().deletedAt().isValid()) {
        const Id survivor = mergedInto(key, id);
        Opened into;
        if (survivor && openStored(entity, survivor, into)) {
            out = std::move(into);
            out.askedFor = id;
        } else if (!found) {
            throwGone(entity, id);
        }
    }
    showNextNumber(out.document);
    if (entity.lockReason()) {
        out.lockReason = entity.lockReason()(out.document.head());
        out.openWhileLocked = openWhileLocked(out.document.head());
    }
    return out;
}

bool Reading::openStored(const Entity &entity, Id id, Opened &out)
{
    if (m_dialect.viewsGuard())
        openFromServer(entity, id, out);
    else
        openFromFile(entity, id, out);
    return !out.document.head().isNull();
}

void Reading::openFromFile(const Entity &entity, Id id, Opened &out)
{
    Transaction snapshot(m_db, Transaction::Read);
    std::optional<Document> document = m_documents.load(entity, id, StoredDocuments::View);
    if (!document)
        return;
    out.document = std::move(*document);
    addTitles(out.document);
    const QList<Sql> counts = relatedSql(entity, id, out.related);
    if (!counts.isEmpty()) {
        Sql all{QStringLiteral("SELECT ")};
        for (const Sql &count : counts)
            all << (&count == &counts.first() ? QStringLiteral("(") : QStringLiteral(",(")) << count
                << QStringLiteral(")");
        Rows rows = m_db.run(all.text, all.values);
        const bool counted = rows.next();
        for (int i = 0; counted && i < counts.size(); ++i)
            takeCount(rows.integer(i), out.related[i]);
    }
    const Record &head = out.document.head();
    const QString parent = entity.hasContext() ? head.text(QStringLiteral("parent_entity")) : QString();
    out.mayUpdate = m_guard.allows(m_db, entity, Verb::Update, head.scopeId(), parent);
    out.mayDelete = m_guard.allows(m_db, entity, Verb::Delete, head.scopeId(), parent);
    snapshot.commit();
}

/// One journey for the record and what hangs on it, one more for the titles of what it points to.
void Reading::openFromServer(const Entity &entity, Id id, Opened &out)
{
    const QList<Sql> counts = relatedSql(entity, id, out.related);
    for (int attempt = 1;; ++attempt) {
        DocumentBatch batch(*m_catalog, m_sources, entity, {id});
        const int own = int(batch.selects().size());
        QStringList selects = batch.selects();
        selects << QStringLiteral(
                       "SELECT min(r.kind) FROM %1 AND r.scope_id=(SELECT m.scope_id FROM %2 m WHERE m.id=%3)")
                       .arg(m_dialect.reached(m_actor.userId), m_sources.table(entity))
                       .arg(id);
        QList<qsizetype> alone; // the others are counted by a procedure, together
        for (qsizetype i = 0; i < counts.size(); ++i) {
            if (counts[i].isEmpty())
                continue;
            alone << i;
            selects << found_rows::inlined(counts[i]);
        }
        if (alone.size() < counts.size())
            selects << QStringLiteral("CALL hanging('%1',%2)").arg(entity.key()).arg(id);
        int kind = 0;
        m_db.runTogether(selects, [&](int index, Rows &rows) {
            if (index < own)
                batch.take(index, rows);
            else if (index == own)
                kind = rows.next() ? int(rows.integer(0)) : 0;
            else if (index > own + alone.size())
                takeCounts(rows, out.related);
            else if (rows.next())
                takeCount(rows.integer(0), out.related[alone[index - own - 1]]);
        });
        if (!batch.isWhole() && attempt < tries)
            continue;
        const QList<Document> found = batch.documents();
        if (found.isEmpty())
            return;
        out.document = found.first();
        const Record &head = out.document.head();
        const QString parent = entity.hasContext() ? head.text(QStringLiteral("parent_entity")) : QString();
        out.mayUpdate = m_guard.allowsAt(kind, entity, Verb::Update, head.scopeId(), parent);
        out.mayDelete = m_guard.allowsAt(kind, entity, Verb::Delete, head.scopeId(), parent);
        addTitles(out.document);
        return;
    }
}

QList<Document> Reading::loadMany(const QString &key, const IdList &ids)
{
    const Entity &entity = readable(key);
    QList<Document> out;
    if (!m_dialect.viewsGuard()) {
        Transaction snapshot(m_db, Transaction::Read);
        out = m_documents.load(entity, ids, StoredDocuments::View);
        snapshot.commit();
        return out;
    }
    for (qsizetype at = 0; at < ids.size(); at += idsPerJourney) {
        for (int attempt = 1; attempt <= tries; ++attempt) {
            DocumentBatch batch(*m_catalog, m_sources, entity, ids.mid(at, idsPerJourney));
            m_db.runTogether(batch.selects(), [&batch](int index, Rows &rows) { batch.take(index, rows); });
            if (!batch.isWhole() && attempt < tries)
                continue;
            out += batch.documents();
            break;
        }
    }
    return out;
}

/// The titles of all records that the document points to, by one statement.
void Reading::addTitles(Document &document)
{
    QMap<QString, QSet<Id>> wanted;
    const auto collect = [&](const Record &record) {
        for (const Field &f : record.entity().fieldList()) {
            if (isRefKind(f.kind()) && record.ref(f.key()))
                wanted[f.target()] << record.ref(f.key());
            else if (isListKind(f.kind()))
                for (Id id : record.ids(f.key()))
                    wanted[f.target()] << id;
        }
    };
    const Record &head = document.head();
    collect(head);
    for (const LineTable &table : head.entity().lineTables()) {
        for (const Record &line : std::as_const(document.lines(table.entity)))
            collect(line);
    }
    if (const Field *person = systemField(QStringLiteral("created_by")))
        wanted[person->target()] << head.createdBy() << head.changedBy();
    if (head.entity().hasContext())
        wanted[head.text(QStringLiteral("parent_entity"))] << head.ref(QStringLiteral("parent_id"));

    const ReadContext context = this->context();
    FieldSql fields(context);
    Sql sql;
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        const Entity *target = m_catalog->find(it.key());
        if (!target)
            continue;
        const QString title = fields.title(*target, QStringLiteral("m"));
        sql << (sql.isEmpty() ? QString() : QStringLiteral(" UNION ALL "))
            << QStringLiteral("SELECT '%1',m.id,%2 FROM %3 m WHERE ")
                   .arg(target->key(), title, m_sources.table(*target))
            << m_dialect.isOneOf(QStringLiteral("m.id"), it->values());
    }
    if (sql.isEmpty())
        return;
    Rows rows = m_db.run(sql.text, sql.values);
    while (rows.next())
        document.titles.insert({rows.text(0), rows.integer(1)}, rows.text(2));
}

/// How many records point to this one, one statement for each way; empty: the server's procedure `hanging` counts it.
QList<Sql> Reading::relatedSql(const Entity &entity, Id id, QList<RelatedCount> &related) const
{
    QList<Sql> counts;
    const QList<Related> all = m_catalog->relatedTo(entity.key());
    for (const Related &r : all) {
        if (m_guard.level(*r.entity, Verb::Read) == Level::None)
            continue;
        const Field *field = r.entity->field(r.field);
        if (!field || !m_actor.policy.sees(*field))
            continue;
        related << RelatedCount{r.entity->key(), r.field, 0, false};
        if (m_dialect.viewsGuard() && isRefKind(field->kind()) && hasColumn(*field)) {
            counts << Sql();
            continue;
        }
        QString condition = (field->isCustom() ? m_dialect.jsonValue(QStringLiteral("m.") + extraColumn(*field), *field)
                                               : QStringLiteral("m.") + quoted(r.field)) +
                            QStringLiteral("=?");
        if (isListKind(field->kind()))
            condition = QStringLiteral("m.id IN (SELECT owner_id FROM %1 WHERE target_id=?)")
                            .arg(m_sources.links(*r.entity, *field));
        QVariantList values{id};
        if (r.byContext) {
            condition += QStringLiteral(" AND m.parent_entity=?");
            values << entity.key();
        }
        counts << Sql{QStringLiteral("SELECT count(*) FROM (SELECT 1 FROM %1 m WHERE %2 AND %3 LIMIT %4) x")
                          .arg(m_sources.table(*r.entity), condition, m_sources.living(QStringLiteral("m")))
                          .arg(mostRelated + 1),
                      values};
    }
    return counts;
}

} // namespace crm
