// How the colours of a theme come about. For ui/style alone; everybody else asks colors().
#pragma once
#include "ui/style/tokens.h"

namespace crm {

CRM_UI Colors colorsFor(bool dark, const QColor &accent);
void setColors(const Colors &colors);
/// share of a, the rest of b.
CRM_UI QColor mixed(const QColor &a, const QColor &b, double share);
/// The colour itself, or the nearest darker or lighter one that is readable on the background.
CRM_UI QColor readable(const QColor &color, const QColor &background, double ratio);

} // namespace crm
