// People called by name in a longer text. What is stored is a link that holds the person's id, so that it outlives a
// new name, and what is typed by hand is their login:
//
//     [@Anna Petrova](mention:1234)        as it is stored; reads as "@Anna Petrova"
//     @anna.petrova                        as it may be typed; a rule makes the link of it when the text is saved
//
// Which entity calls people in which text is declared beside it, and the list that is filled from the text: lists,
// filters ("mentions = me") and the feed then know of it like of any other reference.
//
//     mentionsPeople("comments", {.text = "text", .people = "mentions"});
//
// Code in the text (`...`, fenced blocks) calls nobody; what is quoted (lines that begin with >) calls nobody anew.
// All functions are pure; declarations are made before the registry is sealed. From any thread.
#pragma once
#include "core/core_export.h"
#include "core/model/id.h"
#include <QList>
#include <QString>
#include <QStringList>
#include <functional>

namespace crm {

class Catalog;

/// A mention as it is stored.
struct Mention
{
    qsizetype at = 0, size = 0; ///< the whole link, in characters of the text
    QString name;               ///< as it was when it was written, without the @
    Id person = 0;
    bool isQuoted = false;
};
/// A login typed after an @ that no letter, digit or sign of an address stands before.
struct TypedLogin
{
    qsizetype at = 0, size = 0; ///< with the @
    QString login;              ///< in lower case
    bool isQuoted = false;
};

CRM_CORE QList<Mention> mentionsIn(const QString &markdown);
CRM_CORE QList<TypedLogin> typedLoginsIn(const QString &markdown);
CRM_CORE QString mentionLink(const QString &name, Id person);
/// As one reads it where links are not shown: "@Anna Petrova".
CRM_CORE QString withoutMentionLinks(const QString &markdown);
/// With the names of today. @param nameOf empty: nobody knows, what was written stays, as plain text
CRM_CORE QString withMentionedNames(const QString &markdown, const std::function<QString(Id)> &nameOf);
/// The person whom an address of a mention leads to ("mention:12"); 0: it is no mention.
CRM_CORE Id mentionedBy(const QString &address);

struct Mentioning
{
    QString text;   ///< a longer text
    QString people; ///< a computed list of references, filled by a rule
    bool isDeclared() const { return !people.isEmpty(); }
};

CRM_CORE void mentionsPeople(const QString &entity, const Mentioning &how);
CRM_CORE Mentioning mentioningOf(const QString &entity);
CRM_CORE QStringList mentioningEntities(); ///< sorted
/// The faults of what was declared: fields that are not there, or of another kind. Empty: none.
CRM_CORE QStringList mentioningFaults(const Catalog &catalog);

} // namespace crm
