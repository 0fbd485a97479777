// While it lives, everybody's QSettings are a copy that nothing stays of: what an administrator arranges while seeing
// as somebody is neither the other person's nor the administrator's own.
//
//     m_aside = std::make_unique<SettingsAside>(OwnSettings::groups());   // what is not copied
//     ...
//     m_aside.reset();                                                    // all is as it was
//
// One at a time. QSettings objects that were made before go on with what they had. Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QSettings>
#include <QStringList>
#include <QTemporaryDir>

namespace crm {

class CRM_UI SettingsAside
{
public:
    /// @param without groups ("lists/") that begin empty
    explicit SettingsAside(const QStringList &without);
    ~SettingsAside();
    SettingsAside(const SettingsAside &) = delete;
    SettingsAside &operator=(const SettingsAside &) = delete;

private:
    const QSettings::Format m_before;
    QTemporaryDir m_folder;
};

} // namespace crm
