// The databases opened last, newest first; kept in QSettings. A server's database stands there as "server:" and the
// name of its profile. Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QStringList>

namespace crm {

CRM_UI QStringList recentFiles();
CRM_UI void rememberFile(const QString &path);
CRM_UI void rememberServer(const QString &profile);
/// The profile of such an entry; empty: it is a file.
CRM_UI QString recentProfile(const QString &entry);
CRM_UI void forgetFile(const QString &path);
/// Who signed in there last; empty: nobody yet.
CRM_UI QString lastLogin(const QString &path);
CRM_UI void rememberLogin(const QString &path, const QString &login);
/// Where a new database goes unless one says otherwise: a free name in the documents folder.
CRM_UI QString suggestedFile(const QString &name);

} // namespace crm
