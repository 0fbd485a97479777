// Pages that administrators get in place of the plain list of what they look after: roles, custom fields.
#pragma once
#include "ui/shell/page.h"

namespace crm {

/// @param key as of Navigator::openKey(); null: there is no such page for this person
CRM_UI TabPage *makeAdminPage(Navigator &navigator, const QString &key);

} // namespace crm
