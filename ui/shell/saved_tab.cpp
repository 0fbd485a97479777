#include "ui/shell/saved_tab.h"
#include <QStringList>

namespace crm {

QVariant toSetting(const QList<SavedTab> &tabs)
{
    QVariantList list;
    for (const SavedTab &tab : tabs)
        list.append(QStringList{tab.key, tab.title, tab.icon});
    return list;
}

QList<SavedTab> tabsOf(const QVariant &setting)
{
    QList<SavedTab> tabs;
    for (const QVariant &one : setting.toList()) {
        const QStringList parts = one.toStringList();
        if (parts.size() == 3)
            tabs.append({parts.at(0), parts.at(1), parts.at(2)});
    }
    return tabs;
}

} // namespace crm
