#include "ui/admin/admin_pages.h"
#include "core/store/session.h"
#include "ui/admin/custom_fields_page.h"
#include "ui/admin/office_settings.h"
#include "ui/admin/office_settings_page.h"
#include "ui/admin/people_page.h"
#include "ui/admin/roles_page.h"
#include "ui/shell/navigator.h"

namespace crm {

TabPage *makeAdminPage(Navigator &navigator, const QString &key)
{
    if (!navigator.session().actor().policy.isAdmin())
        return nullptr;
    if (key == QLatin1String("people"))
        return new PeoplePage(navigator);
    if (key == QLatin1String("list/custom_fields"))
        return new CustomFieldsPage(navigator);
    if (key == QLatin1String("list/roles"))
        return new RolesPage(navigator);
    if (key == QLatin1String("office") && navigator.session().catalog()->find(officeSettingsEntity()))
        return new OfficeSettingsPage(navigator);
    return nullptr;
}

} // namespace crm
