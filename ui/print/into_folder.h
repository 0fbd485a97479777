// Chosen documents of a list as files in a folder, each a file of its own, in the background.
//
//     saveIntoFolder(navigator, window, "invoices", ids, {"pdf", writeOne, [](int n) { return tr("Saved: %n", ...);
//     }});
//
// One that cannot be written does not keep the others from it: what failed and why is said at the end. A file of the
// same name is not written over: the new one gets a number. Thread: the window's.
#pragma once
#include "core/model/record.h"
#include "ui/ui_export.h"
#include <functional>

class QWidget;

namespace crm {

class Navigator;
class Repository;

struct FolderFiles
{
    QString suffix; ///< "pdf"
    /// Writes one of them, on the repository's thread. Throws Error with the reason.
    std::function<void(Repository &repository, const Document &document, const QString &path)> write;
    std::function<QString(int count)> saved; ///< in words
};

/// Asks for the folder. @param owner what the dialogs are centred on
CRM_UI void saveIntoFolder(Navigator &navigator, QWidget *owner, const QString &entity, const IdList &ids,
                           const FolderFiles &files);

} // namespace crm
