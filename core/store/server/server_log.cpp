#include "core/store/server/server_log.h"
#include "core/model/registry.h"
#include "core/store/codec.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace crm {

namespace {
QVariant decoded(const Field &field, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return {};
    if (!isListKind(field.kind()))
        return fromColumn(field, value.toVariant());
    IdList ids;
    const QJsonArray array =
        value.isArray() ? value.toArray() : QJsonDocument::fromJson(value.toString().toUtf8()).array();
    for (const QJsonValue id : array)
        ids << id.toVariant().toLongLong();
    return QVariant::fromValue(ids);
}

QVariant wholeLine(const Entity &line, const QJsonObject &values)
{
    QVariantMap map;
    for (const Field &f : line.fieldList()) {
        if (values.contains(f.key()))
            map.insert(f.key(), decoded(f, values.value(f.key())));
    }
    return map.isEmpty() ? QVariant() : QVariant(map);
}

void addFields(QList<FieldChange> &out, const Entity &entity, const QJsonObject &fields, const Catalog &catalog)
{
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const QStringList path = it.key().split(u'/');
        const Entity *holder = path.size() == 1 ? &entity : catalog.find(path[0]);
        const QJsonValue before = it->toObject().value(QLatin1String("o"));
        const QJsonValue after = it->toObject().value(QLatin1String("n"));
        if (!holder)
            continue;
        if (path.size() == 2)
            out << FieldChange{it.key(), wholeLine(*holder, before.toObject()), wholeLine(*holder, after.toObject())};
        else if (const Field *f = holder->field(path.last()))
            out << FieldChange{it.key(), decoded(*f, before), decoded(*f, after)};
    }
}
} // namespace

QList<FieldChange> serverFields(const Entity &entity, const QString &json, const Catalog &catalog, bool restricted)
{
    QList<FieldChange> out;
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    if (!restricted) {
        addFields(out, entity, object, catalog);
        return out;
    }
    for (auto right = object.begin(); right != object.end(); ++right)
        addFields(out, entity, right->toObject(), catalog);
    return out;
}

} // namespace crm
