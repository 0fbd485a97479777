// How a saving procedure takes an operation apart; private to the generators of writing procedures.
#pragma once
#include "core/store/server/routine_text.h"

namespace crm {

/// A part of an operation that is JSON again, and the variable that it is read into.
struct Part
{
    QString key, variable;
    bool mustBeObject;     ///< else anything but an object or array counts as not given
    bool isSeldom = false; ///< read only if there are keys beside those of the others
};
/// Reads id and seen into v_id and v_seen, and the parts; a key that is neither of them nor one of `more` is refused,
/// so that a mistyped one is not passed over, and so is one that occurs twice. At least one part is seldom.
/// @param more keys that are there for sure
QString readParts(const QString &json, const Entity &entity, const QList<Part> &parts, const QStringList &more);

} // namespace crm
