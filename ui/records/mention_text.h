// Texts that call people by name, as one reads them: names stand out, one's own most of all, and lead to the person.
#pragma once
#include "core/model/id.h"
#include "ui/ui_export.h"
#include <QHash>
#include <QString>

class QTextBrowser;
class QUrl;

namespace crm {

class Navigator;

/// Markdown with mentions (core/model/mentions.h), in the view of makeMarkdownView(). A click goes to the person's
/// page, where the person at work may open it. Of a long text only the beginning: see whole_text.h.
/// @param names of today; who is not among them is a plain text
CRM_UI void showMentions(QTextBrowser &view, const QString &markdown, const QHash<Id, QString> &names,
                         Navigator &navigator);
/// The same with the names that were written, for texts whose people nobody has asked for.
CRM_UI void showMentions(QTextBrowser &view, const QString &markdown, Navigator &navigator);

} // namespace crm
