// Which number each series gives next: counters, set back by nobody, and past what somebody has typed.
#include "core/model/number_series.h"
#include "core/model/text.h"
#include "core/store/reading.h"

namespace crm {

namespace {
const QString shownIn = QStringLiteral("example");

/// A series whose next number is looked for.
struct Sought
{
    Id row = 0;
    const Entity *entity = nullptr;
    NumberSeries series = {};
    qint64 number = 0;
};

/// The text of the number; null: it does not fit, so that the series is exhausted.
QString textOf(const Sought &sought, qint64 number, const QDate &day)
{
    const QString text = sought.series.text(number, day);
    const int room = sought.entity->field(sought.entity->numberField())->size();
    return number > greatestNumber || std::max(text.size(), fold(text).size()) > room ? QString() : text;
}

QHash<QString, qint64> counters(Database &db, bool isServer)
{
    QHash<QString, qint64> out;
    Rows rows =
        db.run(isServer ? QStringLiteral("CALL series_state()") : QStringLiteral("SELECT name,next FROM main.series"));
    while (rows.next())
        out.insert(rows.text(0), rows.integer(1));
    return out;
}

QList<Sought> seriesOf(Database &db, const Catalog &catalog, const Entity &kept, const QString &table)
{
    QList<Sought> out;
    Rows rows = db.run(QStringLiteral("SELECT %1 FROM %2 WHERE deleted_at IS NULL").arg(recordColumns(kept), table));
    while (rows.next()) {
        const Record row = recordOf(kept, rows);
        const Entity *entity = catalog.find(row.text(QStringLiteral("entity")));
        if (entity && entity->field(entity->numberField()))
            out << Sought{row.id(), entity, numberSeriesOf(row), 0};
    }
    return out;
}

/// Which of so many numbers from the next one on are used, for all series at once: (place in the list, folded text).
Sql usedSql(const QList<Sought> &all, const Sources &sources, const QDate &day, int ahead)
{
    Sql sql;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Sought &one = all.at(i);
        QStringList marks;
        QVariantList texts;
        for (qint64 n = one.number; n < one.number + ahead; ++n) {
            marks << QStringLiteral("?");
            texts << fold(one.series.text(n, day));
        }
        const QString row = QStringLiteral("m");
        const QString folded = sources.dialect().foldedColumn(row, *one.entity->field(one.entity->numberField()));
        sql << (sql.isEmpty() ? QString() : QStringLiteral(" UNION ALL "))
            << Sql{QStringLiteral("SELECT %1,%2 FROM %3 m WHERE %4 AND %2 IN (%5)")
                       .arg(i)
                       .arg(folded, sources.table(*one.entity), sources.living(row), marks.join(u',')),
                   texts};
    }
    return sql;
}
} // namespace

QHash<Id, QString> Reading::nextNumbers(const QString &entity)
{
    const Entity *kept = entity == numberSeriesEntity() ? m_catalog->find(entity) : nullptr;
    if (!kept || !m_actor.policy.isAdmin())
        return {};
    const QDate today = m_clock().date();
    const QHash<QString, qint64> next = counters(m_db, m_dialect.viewsGuard());
    QList<Sought> sought = seriesOf(m_db, *m_catalog, *kept, m_sources.table(*kept));
    for (Sought &one : sought)
        one.number = std::max(next.value(one.series.counter(one.entity->key(), today)), one.series.least(today));
    QHash<Id, QString> out;
    constexpr int widest = 400;
    for (int ahead = 8; !sought.isEmpty() && ahead <= widest; ahead *= 7) {
        QSet<QPair<qsizetype, QString>> used;
        const Sql sql = usedSql(sought, m_sources, today, ahead);
        Rows rows = m_db.run(sql.text, sql.values);
        while (rows.next())
            used.insert({rows.integer(0), rows.text(1)});
        QList<Sought> left;
        for (qsizetype i = 0; i < sought.size(); ++i) {
            Sought one = sought.at(i);
            const qint64 end = one.number + ahead;
            while (one.number < end && used.contains({i, fold(one.series.text(one.number, today))}))
                ++one.number;
            if (one.number == end)
                left << one;
            else
                out.insert(one.row, textOf(one, one.number, today));
        }
        sought = left;
    }
    for (const Sought &one : std::as_const(sought))
        out.insert(one.row, {}); // hundreds were typed: the store finds it when the time comes
    return out;
}

void Reading::showNextNumber(const QHash<Id, QString> &next, const QStringList &columns, Row &row) const
{
    const qsizetype at = next.isEmpty() ? -1 : columns.indexOf(shownIn);
    if (at >= 0 && next.contains(row.id))
        row.values[at] = next.value(row.id);
}

void Reading::showNextNumber(Document &series)
{
    Record &row = series.head();
    const QHash<Id, QString> next = nextNumbers(row.entity().key());
    if (!next.contains(row.id()))
        return;
    row.set(shownIn, next.value(row.id()));
    row.markLoaded(row.version());
}

} // namespace crm
