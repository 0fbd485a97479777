// A system that knows no font at all (a container, a broken fontconfig) would show a window of empty boxes.
// Thread: the window's, after the application object is there and before anything is shown.
#pragma once
#include "ui/ui_export.h"
#include <QStringList>

namespace crm {

/// Font files below these folders, those first that are made for screens and hold every script that the program speaks;
/// at most 40.
CRM_UI QStringList fontFiles(const QStringList &folders);
/// The folders where fonts lie on this kind of system.
CRM_UI QStringList fontFolders();
/// If the system knows no font, takes those that lie in the usual folders. False: there are none either; nothing that
/// is shown could be read.
CRM_UI bool ensureFonts();

} // namespace crm
