// Names that look like a mistyped one: "Did you mean ...?". Pure, for every thread.
#pragma once
#include "core/core_export.h"
#include <QStringList>

namespace crm {

/// Steps to turn one word into the other (Levenshtein).
CRM_CORE int editDistance(const QString &a, const QString &b);
/// Those of the names that are written like the word or hold it, best first, at most three.
CRM_CORE QStringList alikeNames(const QString &word, const QStringList &names);

} // namespace crm
