// The databases opened last, newest first; kept in QSettings. Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QStringList>

namespace crm {

CRM_UI QStringList recentFiles();
CRM_UI void rememberFile(const QString &path);
CRM_UI void forgetFile(const QString &path);
/// Who signed in there last; empty: nobody yet.
CRM_UI QString lastLogin(const QString &path);
CRM_UI void rememberLogin(const QString &path, const QString &login);
/// Where a new database goes unless one says otherwise: a free name in the documents folder.
CRM_UI QString suggestedFile(const QString &name);

} // namespace crm
