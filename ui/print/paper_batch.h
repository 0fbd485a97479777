// Many documents as PDF at once, each a file of its own in a folder that is asked for.
#pragma once
#include "core/model/field.h"
#include "ui/ui_export.h"

class QWidget;

namespace crm {

class Navigator;

/// Works in the background and says what came of it, see into_folder.h. @param owner what the dialog is centred on
CRM_UI void savePapers(Navigator &navigator, QWidget *owner, const QString &entity, const IdList &ids);

} // namespace crm
