// Puts files from the disk into the database and takes them out again, on the session's workers.
//
//     await(this, attachFile(navigator, "files", path, {{"parent_entity", "clients"}, {"parent_id", id}}), ...);
//
// An entity for files (Presentation::Files, or the target of a File field) has its name as title and the fields
// "hash" and "size" that name the content.
#pragma once
#include "core/store/session.h"
#include "ui/ui_export.h"
#include <QTemporaryDir>

class QMimeData;

namespace crm {

class Navigator;

/// The saved record of the file. Error(Validation) when the file cannot be read or is larger than 1 GiB, and when the
/// progress says no: then nothing is kept. @param progress counts bytes, those of the check before the writing too
CRM_UI QFuture<Document> attachFile(Session &session, const QString &entity, const QString &path,
                                    const QVariantMap &values = {}, const Progress &progress = {});
/// The same; of a large file the window of the navigator shows how far it is, and offers to cancel it.
CRM_UI QFuture<Document> attachFile(Navigator &navigator, const QString &entity, const QString &path,
                                    const QVariantMap &values = {});
/// The files among what is dropped or pasted.
CRM_UI QStringList localFiles(const QMimeData *mime);
struct PastedFiles
{
    QStringList paths = {};
    std::shared_ptr<QTemporaryDir> folder = {}; ///< of a picture: to be kept until its content is stored
};
/// The files of a clipboard, or its picture as a file with the time in its name. Error(Validation) when that cannot be
/// written.
CRM_UI QFuture<PastedFiles> pastedFiles(const QMimeData *mime);
/// Writes the content beside the path and puts it in place when it is whole.
CRM_UI QFuture<void> saveFileAs(Session &session, Id fileRecord, const QString &path);

/// The content itself, for what is shown. Error(Unsupported) when it is longer than that many bytes.
CRM_UI QFuture<QByteArray> readFile(Session &session, Id fileRecord, qint64 mostBytes);

} // namespace crm
