// What the keyboard does everywhere in the program:
//
// - Where it is can be seen, from the first key on and in every window that keys open; a click hides it again. What
// draws
//   no focus of its own, such as a text without a frame, gets a ring around it.
// - Enter presses the button that has the focus, also where another one is the dialog's default.
// - A letter goes to the next entry of a menu that begins with it, whatever the language.
//
//     useKeyboard(); // once, by applyAppearance()
//
// Thread: the window's.
#pragma once
#include "ui/ui_export.h"

class QWidget;

namespace crm {

/// For the whole program; later calls do nothing.
CRM_UI void useKeyboard();
/// The ring that stands around it now; else null.
CRM_UI QWidget *focusRingOf(const QWidget &widget);

} // namespace crm
