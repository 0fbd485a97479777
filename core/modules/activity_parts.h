// Calls, meetings and mails that were or will be had with somebody: what their records share with the records that they
// hang on.
#pragma once
#include "core/model/entity.h"
#include "core/model/record.h"

namespace crm::modules {

Field activityKind(); ///< a call, a meeting, a mail, something else
/// What was done, on a lead, client or contact: makes an activity there, and a planned one of the next step.
/// @param available none: always
Action logActivity(std::function<bool(const Record &)> available = {});
/// On an activity: that it was had, with what came of it; and that its next step is planned.
Action finishActivity();
Action planNextStep();

} // namespace crm::modules
