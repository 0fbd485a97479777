#include "equipment_ui.h"
#include "holders_page.h"
#include "pieces.h"
#include "texts.h"
#include "warranty_panel.h"

namespace equipment {

void EquipmentUi::contribute(crm::UiRegistry &ui)
{
    crm::PageSpec page;
    page.key = HoldersPage::pageKey();
    page.label = Tr::label("Who holds what");
    page.icon = QStringLiteral("users");
    page.area = QStringLiteral("people");
    page.order = 10;
    page.offered = mayRead;
    page.create = [](crm::Navigator &window, QWidget *parent) { return new HoldersPage(window, parent); };
    ui.addPage(page);

    crm::PanelSpec panel;
    panel.key = QStringLiteral("equipment.warranty");
    panel.label = Tr::label("Warranty ends soon");
    panel.icon = QStringLiteral("calendar");
    panel.columns = 2;
    panel.shownAtFirst = true;
    panel.offered = mayRead;
    panel.create = [](crm::Navigator &window, QWidget *parent) { return new WarrantyPanel(window, parent); };
    ui.addPanel(panel);

    crm::CommandSpec command;
    command.key = QStringLiteral("equipment.add");
    command.label = Tr::label("New piece of equipment");
    command.icon = QStringLiteral("plus");
    command.offered = mayCreate;
    command.run = [](crm::Navigator &window) { window.newRecord(entityKey()); };
    ui.addCommand(command);
}

} // namespace equipment
