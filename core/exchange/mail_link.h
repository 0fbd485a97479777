// A letter as a link that opens in the person's own mail program (RFC 6068), and its text without Markdown.
#pragma once
#include "core/core_export.h"
#include <QString>
#include <QUrl>

namespace crm {

/// What a Markdown text reads as in a plain mail: without marks of emphasis and without the escapes that a template
/// puts before letters. Paragraphs, lists and links stay as they are written.
CRM_CORE QString mailText(const QString &markdown);
/// @param text plain; empty: none. Neither can add another header, whatever stands in it.
CRM_CORE QUrl mailLink(const QString &to, const QString &subject, const QString &text);
/// Longer links are cut off or refused by some systems: characters.
inline constexpr int longestMailLink = 2000;

} // namespace crm
