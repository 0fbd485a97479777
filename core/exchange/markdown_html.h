// Markdown (as GitHub writes it) as HTML, for papers: what people write into long texts, without a GUI library. HTML in
// the text is shown as it is written, never obeyed; links lead to the web and to addresses only, pictures are their
// text.
#pragma once
#include "core/core_export.h"
#include <QString>

namespace crm {

/// Empty for empty text. Pure, for every thread.
CRM_CORE QString markdownHtml(const QString &markdown);

} // namespace crm
