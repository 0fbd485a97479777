// The line icons of resources/icons, drawn in the colour of the theme at the moment of painting: a switch between light
// and dark needs no new icons.
//
//     action->setIcon(icon("search"));
//     label->setPixmap(icon("warning", colors().warning).pixmap(20));
#pragma once
#include "ui/ui_export.h"
#include <QIcon>
#include <QStringList>

namespace crm {

/// Muted; with the text's colour when active or on; faint when disabled. An unknown name gives the icon "record".
CRM_UI QIcon icon(const QString &name);
/// In this colour, always.
CRM_UI QIcon icon(const QString &name, const QColor &color);
CRM_UI bool hasIcon(const QString &name);
CRM_UI QStringList iconNames();

} // namespace crm
