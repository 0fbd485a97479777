// How documents belong to a project: the reference, the rules that keep client and currency the same, and how an offer
// or an order becomes one. What a project costs and brings in follows from these references, see projects.cpp.
#pragma once
#include "core/model/entity.h"
#include "core/model/record.h"

namespace crm::modules {

Field projectField();
/// A document of a project is for the project's client, and counts in its currency: an empty client is filled, another
/// one refused. Behind the rule that takes the currency of the client.
void followProject(RuleContext &c);
/// "Make a project": of the same client, with the total as its price; the document belongs to it from then on.
/// @param afterwards what else happens to the document, e.g. its status
Action projectAction(std::function<bool(const Record &)> available = {},
                     std::function<void(Document &source)> afterwards = {});

} // namespace crm::modules
