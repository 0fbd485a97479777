#include "core/store/revert.h"
#include "core/model/format.h"
#include "core/model/registry.h"
#include "core/store/logged_fields.h"
#include "core/store/three_way.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Writing)
};

/// One changed value of a log entry, found again in the document.
void revertField(Record &record, const QString &field, const FieldChange &change, const QString &line,
                 QList<FieldConflict> &conflicts)
{
    const Field *f = record.entity().field(field);
    if (!f || f->isComputed())
        return; // rules set it again
    if (sameValues(record.value(field), canonicalValue(*f, change.before)))
        return;
    if (!sameValues(record.value(field), canonicalValue(*f, change.after)))
        conflicts << FieldConflict{field, line, change.before, record.value(field), change.before};
    record.set(field, change.before); // a conflict is thrown, or gone over
}

Record *findLine(Document &document, const QString &table, Id id)
{
    for (Record &line : document.lines(table)) {
        if (line.id() == id)
            return &line;
    }
    return nullptr;
}

/// What people have entered in it; its place among the others moves with them.
bool isAs(const Record &line, const QVariantMap &values)
{
    const auto &fields = line.entity().fieldList();
    return std::all_of(fields.begin(), fields.end(), [&](const Field &f) {
        const bool ofRules = f.isComputed() || f.isReadOnly() || f.key() == QLatin1String("position");
        return ofRules || (f.isCustom() && !values.contains(f.key())) ||
               sameValues(line.value(f.key()), canonicalValue(f, values.value(f.key())));
    });
}

void revertWholeLine(Document &document, const Entity &lineEntity, Id id, const FieldChange &change,
                     QList<FieldConflict> &conflicts)
{
    QList<Record> &lines = document.lines(lineEntity.key());
    const Record *there = findLine(document, lineEntity.key(), id);
    const QVariantMap before = change.before.toMap();
    if (before.isEmpty()) { // it had been added
        if (there && !isAs(*there, change.after.toMap()))
            conflicts << FieldConflict{{}, change.field, {}, there->title(), {}};
        lines.removeIf([&](const Record &r) { return r.id() == id; });
        return;
    }
    if (there)
        return;
    Record line(lineEntity, id); // it had been removed
    for (const Field &f : lineEntity.fieldList()) {
        if (before.contains(f.key()))
            line.set(f.key(), before.value(f.key()));
    }
    const qsizetype at = std::clamp<qsizetype>(line.integer(QStringLiteral("position")) - 1, 0, lines.size());
    lines.insert(at, line);
}
} // namespace

Document reverted(const Document &now, const QList<FieldChange> &changes, const Catalog &catalog, MovedOn movedOn)
{
    Document document = now;
    QList<FieldConflict> conflicts;
    for (const FieldChange &change : changes) {
        const QStringList path = change.field.split(u'/'); // field | table/line | table/line/field
        if (path.size() == 1) {
            revertField(document.head(), path[0], change, {}, conflicts);
        } else if (path.size() == 2) {
            revertWholeLine(document, catalog.at(path[0]), path[1].toLongLong(), change, conflicts);
        } else if (Record *line = findLine(document, path[0], path[1].toLongLong())) {
            revertField(*line, path[2], change, path[0] + u'/' + path[1], conflicts);
        } else {
            conflicts << FieldConflict{path[2], path[0] + u'/' + path[1], {}, {}, {}};
        }
    }
    if (!conflicts.isEmpty() && movedOn == MovedOn::Refuse) {
        throw ConflictError(
            Tr::tr("“%1” has been changed again since; look at it before you undo.").arg(now.head().title()), conflicts,
            now);
    }
    return document;
}

QList<FieldChange> loggedFields(const Entity &entity, const QJsonObject &fields, const Catalog &catalog)
{
    const auto decoded = [&](const Field &f, const QJsonValue &value) {
        QString fault;
        return fromJson(f, value, catalog.baseCurrency, &fault);
    };
    return decodedFields(entity, fields, catalog, {decoded});
}

} // namespace crm
