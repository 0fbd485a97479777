// Colours of papers: what a person has chosen, made so that it can be read. By WCAG 2.1: relative luminance and
// contrast, https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio. Colours are "#rrggbb". Thread: any.
#pragma once
#include "core/core_export.h"
#include <QString>

namespace crm {

constexpr double readableContrast = 4.5; ///< of small text, level AA

/// 1 to 21; of the same colours 1.
CRM_CORE double contrastOf(const QString &a, const QString &b);
/// The colour for text on white: darkened as far as readableContrast asks, of the same hue.
CRM_CORE QString readableOnWhite(const QString &color);
/// Of white, near-black and black the first that can be read on the colour.
CRM_CORE QString textColorOn(const QString &color);
/// So light that everything can be read on it, still a colour; one that is light already stays.
CRM_CORE QString tintOf(const QString &color);

} // namespace crm
