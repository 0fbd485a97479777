// The fields of an entry of the change log, whichever store wrote it.
#pragma once
#include "core/store/page.h"
#include <QJsonObject>
#include <functional>

namespace crm {

class Catalog;

// What a merge writes beside the fields: lists of ids.
inline const QString mergedFrom =
    QStringLiteral("@merged_from"); ///< at the survivor: the records that became one with it
inline const QString mergedInto = QStringLiteral("@merged_into"); ///< at each of those: the survivor

struct LoggedDecoding
{
    std::function<QVariant(const Field &field, const QJsonValue &value)> value; ///< as this store logs it
    std::function<bool(const Field &field)> shown = {};                         ///< empty: all fields
};

/// {"name": {"o": old, "n": new}, "order_lines/7/quantity": ..., "order_lines/7": {"o": null, "n": {whole line}}}.
/// A field that is declared no more is left out: nobody can tell what it was, and who may see it.
QList<FieldChange> decodedFields(const Entity &entity, const QJsonObject &fields, const Catalog &catalog,
                                 const LoggedDecoding &decoding);

} // namespace crm
