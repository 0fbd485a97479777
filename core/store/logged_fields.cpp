#include "core/store/logged_fields.h"
#include "core/model/registry.h"
#include <QJsonArray>

namespace crm {

namespace {
QVariant mergedIds(const QJsonValue &value)
{
    IdList ids;
    for (const QJsonValue id : value.toArray())
        ids << id.toVariant().toLongLong(); // a number, or a number as text
    return ids.isEmpty() ? QVariant() : QVariant::fromValue(ids);
}
} // namespace

QList<FieldChange> decodedFields(const Entity &entity, const QJsonObject &fields, const Catalog &catalog,
                                 const LoggedDecoding &decoding)
{
    const auto shown = [&](const Field &field) { return !decoding.shown || decoding.shown(field); };
    const auto wholeLine = [&](const Entity &line, const QJsonObject &values) {
        QVariantMap map;
        for (auto it = values.begin(); it != values.end(); ++it) {
            const Field *field = line.field(it.key());
            if (field && shown(*field))
                map.insert(it.key(), decoding.value(*field, it.value()));
        }
        return map.isEmpty() ? QVariant() : QVariant(map);
    };
    QList<FieldChange> out;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const QStringList path = it.key().split(u'/');
        const Entity *holder = path.size() == 1 ? &entity : catalog.find(path.first());
        if (!holder)
            continue;
        const QJsonObject change = it->toObject();
        const QJsonValue before = change.value(QLatin1String("o")), after = change.value(QLatin1String("n"));
        if (path.size() == 2) {
            out << FieldChange{it.key(), wholeLine(*holder, before.toObject()), wholeLine(*holder, after.toObject())};
            continue;
        }
        if (it.key() == mergedFrom || it.key() == mergedInto) {
            out << FieldChange{it.key(), mergedIds(before), mergedIds(after)};
            continue;
        }
        const Field *field = holder->field(path.last());
        if (field && shown(*field))
            out << FieldChange{it.key(), decoding.value(*field, before), decoding.value(*field, after)};
    }
    return out;
}

} // namespace crm
