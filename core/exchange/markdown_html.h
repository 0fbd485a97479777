// Markdown as HTML, for papers: what people write into long texts, without a GUI library. Paragraphs, headings, lists,
// quotes, tables, code, rules, **bold**, *slanted*, ~~struck~~ and links to the web and to addresses. HTML in the text
// is shown as it is written, never obeyed. The rest of CommonMark is text.
#pragma once
#include "core/core_export.h"
#include <QString>

namespace crm {

/// Empty for empty text. Pure, for every thread.
CRM_CORE QString markdownHtml(const QString &markdown);

} // namespace crm
