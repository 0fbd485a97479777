// What a merge asks for: where a merged record went, and what will point to the survivor.
#include "core/store/reading.h"

namespace crm {

namespace {
constexpr int mostCounted = 1000; ///< by each way, as in related lists
constexpr int longestWay = 20;    ///< merged into one that was merged into another ...
} // namespace

Id Reading::mergedInto(const QString &key, Id id)
{
    const Entity &entity = readable(key);
    if (!entity.isMergeable())
        return 0;
    if (m_dialect.viewsGuard()) {
        Id survivor = 0;
        m_db.call(QStringLiteral("CALL merged_into(?,?)"), {entity.key(), id}, [&](int, Rows &rows) {
            if (rows.next())
                survivor = rows.integer(0);
        });
        return survivor;
    }
    // What was restored by hand since, or thrown away once more, did not go there.
    const QString sql =
        QStringLiteral(
            "SELECT r.survivor_id FROM main.redirects r LEFT JOIN main.%1 t ON t.id=r.id WHERE r.entity=? AND "
            "r.id=? AND (t.id IS NULL OR (t.deleted_at IS NOT NULL AND t.batch_id=r.batch_id))")
            .arg(quoted(entity.key()));
    Id at = id;
    for (int i = 0; i < longestWay; ++i) {
        const Id next = m_db.scalar(sql, {entity.key(), at}).toLongLong();
        if (!next)
            break;
        at = next;
    }
    const QString living = QStringLiteral("SELECT m.id FROM %1 m WHERE m.id=? AND %2")
                               .arg(m_sources.table(entity), m_sources.living(QStringLiteral("m")));
    return at == id ? 0 : m_db.scalar(living, {at}).toLongLong();
}

QList<PointerCount> Reading::pointersAt(const QString &key, const IdList &ids)
{
    const Entity &entity = readable(key);
    QList<PointerCount> counts;
    QStringList statements;
    const QList<MergePointer> pointers = pointersTo(m_catalog->entities(), entity);
    QStringList list;
    for (const Id id : ids)
        list << QString::number(id);
    for (const MergePointer &p : pointers) {
        if (m_guard.level(*p.document, Verb::Read) == Level::None || !m_actor.policy.sees(*p.field) ||
            p.how == MergePointer::Custom)
            continue;
        const bool isLine = p.holder != p.document;
        if (!isLine && isFoundBy(*p.holder, *p.field)) {
            // One look for each record: in a guarded view nothing but the key can be looked up.
            for (const Id id : ids) {
                counts << PointerCount{p.document->key(), p.field->key(), 0, false};
                statements << found_rows::countBy(*p.holder, p.field->key(), id, mostCounted);
            }
            continue;
        }
        QString condition = p.how == MergePointer::Links
                                ? QStringLiteral("m.id IN (SELECT owner_id FROM %1 WHERE target_id IN (%2))")
                                      .arg(m_sources.links(*p.holder, *p.field), list.join(u','))
                                : QStringLiteral("m.%1 IN (%2)").arg(quoted(p.field->key()), list.join(u','));
        if (p.how == MergePointer::Context)
            condition += QStringLiteral(" AND m.parent_entity='%1'").arg(entity.key());
        const QString what =
            isLine ? QStringLiteral("DISTINCT m.") + quoted(p.holder->lineParentField()) : QStringLiteral("m.id");
        const QString sql = QStringLiteral("SELECT count(*) FROM (SELECT %1 FROM %2 m WHERE %3 AND %4 LIMIT %5) x")
                                .arg(what, m_sources.table(*p.holder), condition, m_sources.living(QStringLiteral("m")))
                                .arg(mostCounted + 1);
        counts << PointerCount{p.document->key(), p.field->key(), 0, false};
        statements << sql;
    }
    if (statements.isEmpty())
        return {};
    if (statements.size() == 1)
        statements << QStringLiteral("SELECT 0"); // what asks the server first can only stand in a block
    m_db.runTogether(statements, [&](int index, Rows &rows) {
        if (index < counts.size() && rows.next())
            counts[index].count = rows.integer(0);
    });
    QList<PointerCount> out;
    for (const PointerCount &c : std::as_const(counts)) {
        if (!c.count)
            continue;
        if (!out.isEmpty() && out.last().entity == c.entity && out.last().field == c.field)
            out.last().count += c.count;
        else
            out << c;
    }
    for (PointerCount &c : out) {
        c.more = c.count > mostCounted;
        c.count = std::min<qint64>(c.count, mostCounted);
    }
    return out;
}

} // namespace crm
