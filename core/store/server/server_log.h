// Entries of a server's change log. Values stand in them as a column holds them, one object per right class.
#pragma once
#include "core/store/page.h"

namespace crm {

class Catalog;

/// The fields of one class of an entry: {"name": {"o": old, "n": new}, "order_lines/7/quantity": ...,
/// "order_lines/7": {"o": null, "n": {whole line}}}. Fields that are declared no more are left out.
/// @param restricted the object holds such an object for each named right
CRM_CORE QList<FieldChange> serverFields(const Entity &entity, const QString &json, const Catalog &catalog,
                                         bool restricted);

} // namespace crm
