// A made-up picture of an item for the demo, as SVG: a thing of plain shapes before a soft ground. The same for the
// same dice.
#pragma once
#include "core/exchange/demo_dice.h"
#include <QByteArray>

namespace crm {

QByteArray demoPicture(Dice &dice);

} // namespace crm
