// What can be wrong with a local file before SQLite sees it, each in one sentence.
#pragma once
#include "core/core_export.h"
#include <QString>

namespace crm {

/// Marks a file of this program (PRAGMA application_id): "MCRM".
constexpr int sqliteApplicationId = 0x4D43524D;

/// Throws Error when the file is missing, no database, of another program, cut short, or on a network share, where
/// SQLite's locks do not hold.
CRM_CORE void checkLocalFile(const QString &path);
/// Throws Error when a new file cannot be made there (it exists, the folder is missing, a network share).
CRM_CORE void checkNewLocalFile(const QString &path);
/// True for file systems that live on another machine ("nfs4", "cifs", "fuse.sshfs") and for UNC paths.
CRM_CORE bool isNetworkPlace(const QString &path, const QString &fileSystemType);

/// True when nothing can be written beside the file any more.
bool isDiskFull(const QString &path);

} // namespace crm
