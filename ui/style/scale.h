// Measures of small things that go with the size of type: icons, boxes to tick, the room beside them.
//
//     const int side = scaled(18);     // 18 at 100 %, 36 at 200 %; never less than 18
//
// Thread: the window's.
#pragma once
#include "ui/ui_export.h"

namespace crm {

/// @param pixels device-independent, at 100 % text
CRM_UI int scaled(int pixels);
/// The same for the least width of a dialog or a pop-up, which has to stay on the screen.
CRM_UI int scaledOnScreen(int pixels);

} // namespace crm
