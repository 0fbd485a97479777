// A page by its key, with what is shown of it before it is made: tabs at the next start, favourites.
#pragma once
#include "ui/ui_export.h"
#include <QList>
#include <QString>
#include <QVariant>

namespace crm {

struct SavedTab
{
    QString key, title, icon;
};
/// For QSettings, and back; what is damaged there is left out.
CRM_UI QVariant toSetting(const QList<SavedTab> &tabs);
CRM_UI QList<SavedTab> tabsOf(const QVariant &setting);

} // namespace crm
