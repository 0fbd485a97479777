// The window half of the sample plugin: a page, a dashboard panel, a command.
#pragma once
#include "ui/extend/ui_extension.h"

namespace equipment {

class EquipmentUi : public QObject, public crm::UiExtension
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID CrmUiExtension_iid FILE "equipment_ui.json")
    Q_INTERFACES(crm::UiExtension)
public:
    void contribute(crm::UiRegistry &ui) override;
};

} // namespace equipment
