#include "core/store/numbering.h"
#include "core/model/format.h"
#include "core/model/number_series.h"
#include "core/model/text.h"
#include "core/store/refusals.h"
#include "core/store/stored_documents.h"
#include <algorithm>

namespace crm {

namespace {
/// @param owner of the document; 0: it names none
NumberSeries seriesOf(Database &db, const Catalog &catalog, const Entity &entity, Id owner)
{
    const Entity *kept = catalog.find(numberSeriesEntity());
    if (kept) {
        const QString whose = numberOwnerField(*kept);
        const QString own =
            whose.isEmpty() ? QString() : QStringLiteral("AND (%1 IS NULL OR %1=?) ").arg(quoted(whose));
        const QString ownFirst = whose.isEmpty() ? QString() : quoted(whose) + QStringLiteral(" IS NULL, ");
        Rows rows = db.run(
            QStringLiteral("SELECT %1 FROM main.%2 WHERE entity=? AND deleted_at IS NULL %3ORDER BY %4id LIMIT 1")
                .arg(recordColumns(*kept), quoted(kept->key()), own, ownFirst),
            whose.isEmpty() ? QVariantList{entity.key()} : QVariantList{entity.key(), owner});
        if (rows.next())
            return numberSeriesOf(recordOf(*kept, rows));
    }
    return usualSeries(entity.numberPrefix());
}

/// The next number of the counter, which goes on behind it.
qint64 nextOf(Database &db, const QString &counter, qint64 least)
{
    return db
        .scalar(QStringLiteral("INSERT INTO main.series (name,next) VALUES (?,?) "
                               "ON CONFLICT(name) DO UPDATE SET next=max(next+1,excluded.next) RETURNING next-1"),
                {counter, least + 1})
        .toLongLong();
}

bool isTaken(Database &db, const Entity &entity, const QString &number)
{
    return !db.scalar(QStringLiteral("SELECT 1 FROM main.%1 WHERE fold(%2)=fold(?) AND deleted_at IS NULL")
                          .arg(quoted(entity.key()), quoted(entity.numberField())),
                      {number})
                .isNull();
}
} // namespace

void takeNumber(Database &db, const Catalog &catalog, Document &after, const QDateTime &now)
{
    const Entity &entity = after.entity();
    const Field *field = entity.field(entity.numberField());
    if (!field)
        return;
    const QString once = entity.numberedOnceField();
    const bool isDraft = !once.isEmpty() && isEmptyValue(after.value(once));
    const QString stored = after.head().text(field->key());
    if (!stored.isEmpty() && (isDraft || once.isEmpty() || !stored.startsWith(draftNumberPrefix)))
        return;
    const QString names = numberOwnerField(entity);
    const Id owner = names.isEmpty() ? 0 : after.head().ref(names);
    const NumberSeries series = isDraft ? usualSeries(draftNumberPrefix) : seriesOf(db, catalog, entity, owner);
    const QString dateField = numberDateOf(entity.key());
    const QDate own = dateField.isEmpty() ? QDate() : after.head().date(dateField);
    const QDate day = own.isValid() ? own : now.toLocalTime().date();
    const QString counter = isDraft ? draftSeries(entity) : series.counter(entity.key(), day);
    const qint64 given = nextOf(db, counter, series.least(day));
    for (qint64 number = given;; ++number) {
        const QString text = series.text(number, day);
        if (number > greatestNumber || std::max(text.size(), fold(text).size()) > field->size())
            throw refusal::seriesExhausted(entity);
        if (isTaken(db, entity, text))
            continue; // somebody typed it
        if (number != given)
            db.run(QStringLiteral("UPDATE main.series SET next=? WHERE name=?"), {number + 1, counter});
        after.set(field->key(), text);
        return;
    }
}

} // namespace crm
