// Choices as an administrator writes them down.
#pragma once
#include "core/model/field.h"

namespace crm {

/// "red = Red; blue = Blue" or one choice a line; a plain word is key and label in one. A colour may stand behind the
/// label of a choice with a key: "done = Done | green", "#1e9e5a".
CRM_CORE QList<Choice> parseChoices(const QString &text);
/// What parseChoices() reads back, one choice a line. Labels must be without line breaks, ";" and "|".
CRM_CORE QString choicesText(const QList<Choice> &choices);

} // namespace crm
