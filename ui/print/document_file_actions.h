// Documents as files for other programs (core/exchange/document_files.h): one by a button above the record, the chosen
// ones of a list into a folder.
#pragma once
#include "core/exchange/document_files.h"
#include "ui/ui_export.h"

class QHBoxLayout;
class QWidget;

namespace crm {

class Navigator;

/// A button for each kind of file that records of the entity leave as. @param record the stored one, when it is asked
/// for
CRM_UI void addFileButtons(Navigator &navigator, QHBoxLayout *bar, QWidget *parent, const QString &entity,
                           const std::function<std::optional<Document>()> &record);
/// Asks where and writes; says what the file lacks instead.
CRM_UI void saveDocumentFile(Navigator &navigator, QWidget *owner, const Document &document, const DocumentFile &kind);
/// Asks for a folder and writes each document that lacks nothing, in the background; says what the others lack. A file
/// of the same name is not written over: the new one gets a number.
CRM_UI void saveDocumentFiles(Navigator &navigator, QWidget *owner, const QString &entity, const IdList &ids,
                              const DocumentFile &kind);

} // namespace crm
