#include "core/store/server/server_log.h"
#include "core/model/registry.h"
#include "core/store/codec.h"
#include "core/store/logged_fields.h"
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
} // namespace

QList<FieldChange> serverFields(const Entity &entity, const QString &json, const Catalog &catalog, bool restricted)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    if (!restricted)
        return decodedFields(entity, object, catalog, {decoded});
    QList<FieldChange> out;
    for (auto right = object.begin(); right != object.end(); ++right)
        out += decodedFields(entity, right->toObject(), catalog, {decoded});
    return out;
}

} // namespace crm
