// Between a Record's canonical values and what a column holds. One codec per kind, for every statement.
#pragma once
#include "core/core_export.h"
#include "core/model/field.h"

namespace crm {

/// The value to bind for a column of the field; a null QVariant for every empty value.
CRM_CORE QVariant toColumn(const Field &field, const QVariant &value);
/// The canonical value from what the driver gave back, whatever type it chose.
CRM_CORE QVariant fromColumn(const Field &field, const QVariant &column);
/// "TEXT" or "INTEGER": the column's type in SQLite.
CRM_CORE QString columnType(const Field &field);

} // namespace crm
