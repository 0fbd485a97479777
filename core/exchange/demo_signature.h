// A made-up signature for the demo: loops like letters, and a line below them. The same for the same dice.
#pragma once
#include "core/exchange/demo_dice.h"
#include "core/model/drawing.h"

namespace crm {

Drawing demoSignature(Dice &dice);

} // namespace crm
