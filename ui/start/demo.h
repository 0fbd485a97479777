// The demo database: a small company to play with.
#pragma once
#include "core/model/registry.h"
#include "core/store/repository.h"
#include "ui/ui_export.h"

namespace crm {

/// Where the demo of this language lies, below the program's own data.
CRM_UI QString demoFile(const QString &language);
/// Makes it, on a worker thread: tables, then the company's records. Leaves no file behind when it fails or is
/// cancelled.
CRM_UI void makeDemo(const QString &path, const Registry &registry, const QString &language, const Progress &progress);

} // namespace crm
