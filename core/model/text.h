// Folding of text, so that searching and sorting ignore case and accents in every language, yo and ye too.
#pragma once
#include "core/core_export.h"
#include <QString>

namespace crm {

/// Lower case, Cyrillic yo (U+0451) as ye, Latin and Greek accents dropped (short i, U+0439, stays: it is a letter of
/// its own), white space collapsed. Stable across versions: indexes are built on it.
CRM_CORE QString fold(const QString &text);
/// The digits of a phone number alone ("+7 (912) 345-67-89" -> "79123456789").
CRM_CORE QString digitsOnly(const QString &text);
/// True for [a-z][a-z0-9_]*, at most 48 long: what may ever reach SQL as a name.
CRM_CORE bool isIdentifier(QStringView name);

} // namespace crm
