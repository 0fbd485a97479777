// What records leave as for address books and calendars: which field fills which property of the format. Declared
// beside the entity, in its own file:
//
//     leavesAsCard("contacts", {{"FN", "name"}, {"TEL", "phone"}, {"ORG", "client_id.name"}});
//     leavesInCalendar("tasks", "VTODO", {{"SUMMARY", "title"}, {"DUE", "deadline"}});
//
// Few entities have any of it, hence apart from Entity. Declared before the registry is sealed, read from any thread;
// declaring an entity anew replaces what was said before.
#pragma once
#include "core/core_export.h"
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace crm {

class Catalog;
class Entity;

struct PropertyMap
{
    QString property; ///< "EMAIL"; with a part, where it has several: "N.family", "ADR.city"
    QString path;     ///< a field, or one behind a reference: "status_id.kind"
    /// Of a choice or yes/no: key -> word of the format. A key that is not named is left out.
    QHash<QString, QString> words = {};
};
using PropertyMaps = QList<PropertyMap>;

/// A vCard (RFC 6350): FN, which must be there, KIND, N.family, N.given, ORG, TITLE, EMAIL, TEL, URL, ADR.street,
/// ADR.city, ADR.region, ADR.zip, ADR.country, BDAY, GENDER, CATEGORIES, NOTE. A property may stand there several
/// times.
CRM_CORE void leavesAsCard(const QString &entity, const PropertyMaps &properties);
/// Part of a calendar (RFC 5545). @param part "VTODO" (with DUE, COMPLETED) or "VEVENT" (with DTEND; the field of
/// DTSTART is required). SUMMARY must be there; besides DTSTART, STATUS, DESCRIPTION, LOCATION, CATEGORIES, PRIORITY,
/// URL, RELATED-TO. A day at the end is the last one, as people say it.
CRM_CORE void leavesInCalendar(const QString &entity, const QString &part, const PropertyMaps &properties);

/// Lines of a document that are not like the others: headings, and what does not count in the totals (yet).
struct PaperLines
{
    QString kind = {};     ///< a choice of the line; empty: all lines are alike
    QString heading = {};  ///< its key for headings: their first text is printed, across the columns
    QString optional = {}; ///< its key for lines that do not count ...
    QString taken = {};    ///< ... until this yes/no says so
};
/// A document on paper (core/exchange/paper.h): whom it is for, what stands above and below its lines.
struct PaperFormat
{
    QString party = {};     ///< a reference: the client
    QStringList above = {}; ///< dates, references, numbers
    QStringList below = {}; ///< further amounts below the total, printed where they are not empty or 0
    QString inWords = {};   ///< an amount that is repeated in words
    PaperLines lines = {};
    QString note = {};
    QString otherParty = {};   ///< stands in where the first reference is empty: the lead
    QString text = {};         ///< Markdown: what the document says in words, above its lines
    QString textHasLines = {}; ///< yes/no: the lines and totals stand in the text already
    bool isSet() const { return !party.isEmpty(); }
};
CRM_CORE void leavesOnPaper(const QString &entity, const PaperFormat &format);
/// How a record introduces itself on the papers of others: its name first, then what stands below it.
/// @param sends the oldest record of this entity is who writes all papers
CRM_CORE void introducesItself(const QString &entity, const QStringList &fields, bool sends = false);
/// Documents that refer to a record of this entity are written by it, those that leave the reference empty by the first
/// sender. At most one entity.
CRM_CORE void sendsPapersToo(const QString &entity);
CRM_CORE PaperFormat paperOf(const QString &entity);
CRM_CORE QStringList introductionOf(const QString &entity);
CRM_CORE QString paperSender(); ///< the entity; empty: nobody
/// The reference by which documents of the entity name another sender; empty: none.
CRM_CORE QString paperSenderField(const Entity &entity);

struct CalendarFormat
{
    QString part; ///< empty: nothing of a calendar
    PropertyMaps properties;
};
CRM_CORE PropertyMaps cardOf(const QString &entity); ///< empty: it is no card
CRM_CORE CalendarFormat calendarOf(const QString &entity);

/// The faults of what was declared: unknown properties, fields that do not exist, something missing. Empty: none.
CRM_CORE QStringList recordFormatFaults(const Catalog &catalog);

} // namespace crm
