// Choices as an administrator writes them down, and values of several choices beside what a field declares.
#pragma once
#include "core/model/field.h"

namespace crm {

/// "red = Red; blue = Blue" or one choice a line; a plain word is key and label in one. A colour may stand behind the
/// label of a choice with a key: "done = Done | green", "#1e9e5a".
CRM_CORE QList<Choice> parseChoices(const QString &text);
/// What parseChoices() reads back, one choice a line. Labels must be without line breaks, ";" and "|".
CRM_CORE QString choicesText(const QList<Choice> &choices);

/// The keys of a value of several choices in the order of the declaration; what it no longer knows comes last.
CRM_CORE QStringList choicesInOrder(const Field &field, const QVariant &value);
/// Whether each key of the value is a choice of the field.
CRM_CORE bool knowsChoices(const Field &field, const QVariant &value);

} // namespace crm
