// Between a Record's canonical values and what a column holds. One codec per kind, for every statement.
#pragma once
#include "core/core_export.h"
#include "core/model/field.h"
#include <QJsonValue>

namespace crm {

/// The value to bind for a column of the field; a null QVariant for every empty value.
CRM_CORE QVariant toColumn(const Field &field, const QVariant &value);
/// The canonical value from what the driver gave back, whatever type it chose.
CRM_CORE QVariant fromColumn(const Field &field, const QVariant &column);
/// "TEXT" or "INTEGER": the column's type in SQLite.
CRM_CORE QString columnType(const Field &field);

// Custom fields have no column: they are keys of a JSON column, one for each right class (extraColumn). The values in
// it have the form they would have in a column (integers in units, dates as text, moments in ms), so that SQL compares
// them alike; lists are arrays of ids.

/// Null for an empty value: leave the key out.
CRM_CORE QJsonValue toExtra(const Field &field, const QVariant &value);
CRM_CORE QVariant fromExtra(const Field &field, const QJsonValue &value);

} // namespace crm
