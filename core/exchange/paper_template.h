// What the templates of papers are filled with: for those who write papers (core/exchange/paper.h), since it shows
// Mustache. Thread: the repository's.
#pragma once
#include "core/exchange/paper.h"
#include <kainjow/mustache.hpp>

namespace crm {

using PaperData = kainjow::mustache::data;

/// An empty text is false, so that a section of the template is left out.
PaperData paperText(const QString &text);
/// {label, value}
PaperData paperPair(const QString &label, const QString &value);
/// How the record introduces itself (introducesItself()): its name without a label, then pairs. Nobody: nothing.
PaperData paperIntroduction(Repository &repository, const std::optional<Document> &who, const QLocale &locale);
/// What the paper of a document shows, by the names of resources/documents/paper.html.
PaperData paperData(Repository &repository, const Document &document, const PaperOptions &options);
/// Who writes the papers; nothing if nobody has said so yet. @param of the document, which may name another sender; one
/// that the person may not see writes nothing
std::optional<Document> paperSenderRecord(Repository &repository, const Document *of = nullptr);
/// The text of resources/documents/NAME.html; empty: there is none.
std::string paperLayout(const QString &name);
/// Fills the layout of the options, or the program's own of that name (resources/documents/NAME.html); {{> head}} is
/// the style and who writes to whom, {{> title_block}} the title, {{> table}} the lines with their totals, {{> foot}}
/// what stands below everything, each as the office has chosen (core/exchange/paper_look.h). Throws Error(Validation)
/// for a layout that cannot be read.
/// @param rows {{{rows}}} of the layout; they may be long, and go around Mustache, which copies each text several times
QString renderPaper(const PaperOptions &options, const QString &name, PaperData &data, const std::string &rows = {});

} // namespace crm
