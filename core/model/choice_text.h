// Choices as an administrator writes them down.
#pragma once
#include "core/model/field.h"

namespace crm {

/// "red = Red; blue = Blue" or one choice a line; a plain word is key and label in one.
CRM_CORE QList<Choice> parseChoices(const QString &text);

} // namespace crm
