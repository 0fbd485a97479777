// A made-up picture of an item for the demo, as SVG: a thing of plain shapes before a soft ground. The same for the
// same shapes (a section of resources/demo/pictures.txt) and dice.
#pragma once
#include "core/exchange/demo_dice.h"
#include <QByteArray>

namespace crm {

QByteArray demoPicture(const QStringList &shapes, Dice &dice);

} // namespace crm
