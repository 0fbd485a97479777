// Many documents as PDF at once, each a file of its own in a folder that is asked for.
#pragma once
#include "core/model/field.h"
#include "ui/ui_export.h"

class QDir;
class QWidget;

namespace crm {

class Navigator;

/// Works in the background and says what came of it. A file of the same name in the folder is not written over: the new
/// one gets a number. @param owner what the dialog is centred on
CRM_UI void savePapers(Navigator &navigator, QWidget *owner, const QString &entity, const IdList &ids);

/// A path that is free in the folder, and fit for every system. @param suffix "pdf"
QString freeName(const QDir &folder, const QString &title, const QString &suffix);

} // namespace crm
