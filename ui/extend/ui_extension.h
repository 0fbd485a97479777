// The interface of extensions that add something to the window.
//
//     class WarehouseUi : public QObject, public crm::UiExtension
//     {
//         Q_OBJECT
//         Q_PLUGIN_METADATA(IID CrmUiExtension_iid FILE "warehouse_ui.json")
//         Q_INTERFACES(crm::UiExtension)
//     public:
//         void contribute(crm::UiRegistry &ui) override;
//     };
//
// An extension with entities and a window is two plugins of one folder: the engine, which mycrmctl loads too, and the
// window half, which requires it. See core/extend/extension.h for the metadata.
#pragma once
#include "core/store/await.h" // how a page or panel waits for an answer of the session
#include "ui/extend/ui_registry.h"
#include <QObject>

namespace crm {

class CRM_UI UiExtension
{
public:
    virtual ~UiExtension();
    /// Called once, after every extension is initialized, in the order of dependencies. Only registers; makes no
    /// widget.
    virtual void contribute(UiRegistry &ui) = 0;
};

} // namespace crm

#define CrmUiExtension_iid "org.mycrm.UiExtension/1.0"
Q_DECLARE_INTERFACE(crm::UiExtension, CrmUiExtension_iid)
