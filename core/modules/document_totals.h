// What an order's lines and totals follow from: items, taxes and the calculator.
#pragma once
#include "core/model/entity.h"
#include "core/model/error.h"
#include "core/model/record.h"

namespace crm::modules {

/// Title, unit, price and taxability of a line that names an item and leaves them empty. A copy: later changes of the
/// item leave the line alone.
void fillLinesFromItems(RuleContext &c);
/// Line totals, subtotal, discount, taxes, total. The tax rates are copied into the order when its taxes are chosen.
void computeOrderTotals(RuleContext &c);

} // namespace crm::modules
