// What papers look like: the layout, colours, background of the lines, footer and logo that the office has chosen
// (core/model/paper_look_fields.h). For those who write papers:
//
//     setPaperSender(data, repository, paperSenderRecord(repository, &document), locale);
//     ...
//     renderPaper(options, "paper", data);
//
// All layouts show the same; without a choice papers are as they are by default. Thread: the repository's.
#pragma once
#include "core/exchange/paper_template.h"

namespace crm {

/// Sets who writes the paper ("sender") and what it looks like. A logo that cannot be read by the person, is no PNG or
/// JPEG or is larger than 1 MiB is left out; a sender without a logo has the one of the office.
void setPaperSender(PaperData &data, Repository &repository, const std::optional<Document> &sender,
                    const QLocale &locale);
/// Completes what setPaperSender() has left open, and gives every second line its background. Returns the parts of the
/// layout, {{> head}} for example, and the file of resources/documents for each.
QList<std::pair<const char *, QString>> completePaperLook(PaperData &data);
/// The background of every second line; empty: lines have none.
QString paperStripe(const PaperData &data);

} // namespace crm
