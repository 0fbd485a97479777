// By which other words Ctrl+K finds what is done with documents: "void" for cancelling one. Said once for the kinds of
// records that do the same by an action of the same key.
//
//     e.action(issueAction()).action(payInvoiceAction());
//     ...
//     actionsAlsoCalled(e);                       // after all of its actions
//     alsoCalled("subscriptions", "cancel", ...); // where it means something else, afterwards
#pragma once

namespace crm {
class Entity;
}

namespace crm::modules {

void actionsAlsoCalled(const Entity &entity);

} // namespace crm::modules
