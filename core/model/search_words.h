// Other words for what a kind of record is called, by which people look for it: "customers" for clients; and for what
// is done with one: "take payment" for an invoice.
//
//     alsoCalled("clients", label("customers, buyers", "search words"));
//     alsoCalled("invoices", "pay", label("take payment", "search words"));
//
// Declared beside the entity, in its file. From any thread. What is shown of them stands as it is written, so each is a
// word or two.
#pragma once
#include "core/core_export.h"
#include "core/model/label.h"
#include <QStringList>

namespace crm {

class Catalog;

/// @param words separated by commas; translated they may be others, and more or fewer
CRM_CORE void alsoCalled(const QString &entity, const Label &words);
/// @param action the key of an action of the entity
CRM_CORE void alsoCalled(const QString &entity, const QString &action, const Label &words);
/// In the language of the program and in English; empty: there are none.
CRM_CORE QStringList searchWords(const QString &entity);
CRM_CORE QStringList searchWords(const QString &entity, const QString &action);
/// The words of a label as a list, in both languages.
CRM_CORE QStringList wordsOf(const Label &words);
/// What is wrong with all that was declared: a kind of record or an action that does not exist.
CRM_CORE QStringList searchWordFaults(const Catalog &catalog);

} // namespace crm
