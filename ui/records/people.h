// The one entity that the window must know by name: whoever works here is a record of it ("me" in a filter, authors).
#pragma once
#include <QString>

namespace crm {

inline QString peopleEntity() { return QStringLiteral("users"); }

} // namespace crm
