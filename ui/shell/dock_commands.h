// What one can do with the docks: commands of the main window, so the palette and the cheat sheet have them too.
#pragma once
#include "ui/ui_export.h"

namespace crm {

class Commands;
class Docks;
class MainWindow;

CRM_UI void addDockCommands(Commands &commands, MainWindow &window);
CRM_UI Docks *docksOf(const MainWindow &window);

} // namespace crm
