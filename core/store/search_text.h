// What full-text search stores for a record, and what it looks for. Both sides are folded in the same way, so that
// case, accents, quotation marks and the way a phone number is written do not matter.
//
//     row of a record:            " acme ltd +7 912 345-67-89 79123456789"   (a blank stands before every word)
//     searchTerms("Acm 912-34")   ->  {"acm"}, {"91234" or "912-34"}         (all terms must occur)
#pragma once
#include "core/core_export.h"
#include <QList>
#include <QStringList>

namespace crm {

class Record;
enum class FieldClass;

/// fold(), with quotation marks and brackets as blanks: they part words and are never looked for. An emoji is a word of
/// its own and stands three times, so that the trigram index finds a single one.
CRM_CORE QString searchFold(const QString &text);

/// The text of a record's row in `<entity>__fts`: its searchable fields and the digits of phones, a blank before each
/// word. Empty if there is nothing to find.
CRM_CORE QString searchText(const Record &record);
/// The part of it that fields of one class make up (a shared server keeps classes apart).
CRM_CORE QString searchText(const Record &record, FieldClass fieldClass);

/// One thing that must occur in the stored text: any of these phrases. A phrase that starts with a blank is the
/// beginning of a word (words of one or two letters would be found everywhere otherwise).
struct SearchTerm
{
    QStringList phrases;
    /// Whether the trigram index can answer it: every phrase has three characters or more.
    CRM_CORE bool isIndexable() const;
};

/// What a person typed, as terms that must all occur. A phone number counts as one term however it is written: its
/// digits are compared, for a full Russian number without the leading 7 or 8.
CRM_CORE QList<SearchTerm> searchTerms(const QString &text);

/// The FTS5 expression of the indexable terms; empty if there are none.
CRM_CORE QString matchExpression(const QList<SearchTerm> &terms);

// A shared server has no trigram index: the distinct trigrams are stored as words of an ordinary full-text index. What
// is neither letter nor digit becomes "_", so a hit is a candidate only: the text itself is compared as well.

/// " ab-cd" -> "_ab ab_ b_c _cd": for a text in the form of searchText(), of any length.
CRM_CORE QString trigramWords(const QString &text);
/// The boolean expression over trigramWords() of the indexable terms; empty if there are none.
CRM_CORE QString trigramExpression(const QList<SearchTerm> &terms);

} // namespace crm
