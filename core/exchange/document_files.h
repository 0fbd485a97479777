// A document as a file that other programs read: an e-invoice. Beside its papers (core/exchange/paper.h), which people
// read.
//
//     leavesAsFile("invoices", {.key = "e-invoice", .title = label("E-invoice"), .suffix = "xml", ...});
//     const QByteArray xml = documentFile(repository, repository.load("invoices", id), "e-invoice");
//
// A file is whole or there is none: what it lacks is said instead. Thread: the repository's.
#pragma once
#include "core/store/repository.h"

namespace crm {

struct DocumentFile
{
    QString key;
    Label title;
    QString suffix; ///< "xml"
    /// @param missing what the file has to say and nobody has filled in, as people call it and with where to fill it
    /// in; if there is any, what is returned is not used
    std::function<QByteArray(Repository &, const Document &, QStringList &missing)> write = {};
};
/// Declared beside the entity, before the registry is sealed; the same key anew replaces what was said before.
CRM_CORE void leavesAsFile(const QString &entity, const DocumentFile &file);
CRM_CORE QList<DocumentFile> documentFiles(const QString &entity); ///< empty: none

/// Throws Validation for a file that there is not, or one that lacks something, in a sentence that names all of it;
/// Denied without the right to read what it is made of.
CRM_CORE QByteArray documentFile(Repository &repository, const Document &document, const QString &key);

} // namespace crm
