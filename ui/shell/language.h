// The language of the program: translators, locale, and what a person chose.
//
//     setLanguage(storedLanguage());                     // at start; a window made afterwards speaks it
//
// Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QString>
#include <QStringList>

namespace crm {

/// "en", "ru": those the program speaks.
CRM_UI QStringList languages();
/// In its own words, with a capital letter.
CRM_UI QString languageName(const QString &code);
CRM_UI QString currentLanguage();
/// What the person chose, else the system's if the program speaks it, else English.
CRM_UI QString storedLanguage();
CRM_UI void storeLanguage(const QString &code);
/// One of languages(), or the made-up one of pseudo_language.h. Texts of the program and of Qt, and the default QLocale
/// (the system's own if it is of that language).
CRM_UI void setLanguage(const QString &code);

} // namespace crm
