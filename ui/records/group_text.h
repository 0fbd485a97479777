// What heads a group of rows: "Open", "November 2026", "16 Nov to 22 Nov 2026".
#pragma once
#include "core/store/grouping.h"
#include "ui/ui_export.h"
#include <QLocale>

namespace crm {

CRM_UI QString groupText(const Field &field, const GroupBy &by, const Group &group, const QLocale &locale);
CRM_UI QString spanLabel(GroupBy::Span span); ///< "By month"

} // namespace crm
