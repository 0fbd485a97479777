// How a value reads in one cell of a list: short, in the person's locale, dates relative where they are near.
#pragma once
#include "core/model/format.h"
#include "core/model/registry.h"
#include "ui/ui_export.h"

namespace crm {

/// One line for a cell. `title` is the shown title of a reference or of the references of a list.
CRM_UI QString cellText(const Field &field, const QVariant &value, const QString &title, const QString &currency,
                        const QLocale &locale);
/// The same in full: for tooltips, the clipboard and screen readers.
CRM_UI QString fullText(const Field &field, const QVariant &value, const QString &title, const QString &currency,
                        const QLocale &locale);
/// Numbers stand on the right.
CRM_UI Qt::Alignment cellAlignment(const Field &field);
/// "Client: Country" for client_id.country; the path itself if it leads nowhere.
CRM_UI QString pathLabel(const Catalog &catalog, const QString &entity, const QString &path);
/// "Today", "Tomorrow", "Mon", "24 Nov", or the locale's short date when it is far.
CRM_UI QString nearDate(const QDate &date, const QDate &today, const QLocale &locale);
/// A width in characters that a column of the kind usually needs.
CRM_UI int usualWidth(const Field &field);

} // namespace crm
