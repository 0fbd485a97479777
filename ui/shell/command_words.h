// Other words by which people look for the commands and pages of the window: "colour" for the accent and the rules of a
// list. Ctrl+K finds them by these too.
//
//     entry.words = commandWords("go.settings");
//
// Lists of records have theirs by alsoCalled() (core/model/search_words.h), what extensions add in its declaration.
#pragma once
#include "core/model/label.h"
#include "ui/ui_export.h"
#include <QStringList>

namespace crm {

/// In the language of the program and in English; empty: there are none.
CRM_UI QStringList commandWords(const QString &command);
/// Of what is made, of what is read from a file, of lists of duplicates, of reports, of goods with a cart, of printing
/// a record, of sending a letter.
enum class EntryWords { Create, Import, Duplicates, Report, Shop, Paper, Mail };
CRM_UI Label entryWords(EntryWords kind);
/// The commands that have words.
CRM_UI QStringList commandsWithWords();

} // namespace crm
