// The parts of `server` that act as an administrator of the office, through its connection: accounts, open connections,
// address lists, refusals.
#pragma once
#include "app/cli/call.h"

namespace crm::cli {

int serverPeople(Call &call);
int serverAllow(Call &call);
int serverDeny(Call &call);
int serverAddresses(Call &call);
int serverEnd(Call &call);
int serverRefused(Call &call);

} // namespace crm::cli
