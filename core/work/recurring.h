// Records that repeat: a task each Monday, an invoice each month. One declaration gives an entity the fields, the rule
// that finds the next date, an action that makes the next record, and a place in what jobs make by themselves.
//
//     recurs(e, {.dateField = "deadline", .shifted = {"start_at"}, .cleared = {"status_id"}});
//     ...
//     makeDue(repository, QDate::currentDate());     // what the job "recurrence" does
//
// What repeats may also make records of another kind, the first of them on the date itself: a subscription its
// invoices.
//
//     recurs(e, {.dateField = "first_bill_date", .make = invoiceOf, .pace = paceOf});
//
// Each record is made exactly once, however many programs try at the same time and whichever of them is killed: its
// save carries a key made of the template and the date (see SaveKey::named), and stands in one transaction with the
// template's step to the next date. Dates count from the template's own date, so that the 31st stays the 31st.
#pragma once
#include "core/store/repository.h"

namespace crm::work {

/// A translatable text of this room.
inline Label label(const char *source, const char *comment = nullptr) { return Label(source, comment, "crm::work"); }

/// Whether dates that come make anything.
enum class Pace {
    Goes,  ///< each of them does
    Skips, ///< they pass, and are not made up for when it goes on
    Rests, ///< nothing is made: not begun yet, or ended
};

/// What repeating means for one entity.
struct Recurring
{
    QString dateField;        ///< the Date or Moment that each repetition moves
    QStringList shifted = {}; ///< further dates that move by as many days
    /// What a copy starts without: fields, and "lines/field" for those of lines.
    QStringList cleared = {};
    QString partOf = {}; ///< a reference to the same entity: records that are part of the template are copied along
    /// The record that a date makes, of another entity; none: a copy of the template, the first of them a step later.
    std::function<Document(Repository &, const Document &original, const QDate &date)> make = {};
    std::function<Pace(const Record &)> pace = {}; ///< none: it always goes
};

/// Call it while declaring, behind the entity's own fields and rules.
CRM_CORE void recurs(Entity &entity, const Recurring &how);
CRM_CORE bool isRecurring(const Entity &entity);
/// The keys of the fields that recurs() adds to what copies itself: what a lock of the entity has to leave open.
CRM_CORE QStringList recurringKeys();

/// Makes everything whose day has come, of all entities; returns how many records. A template that lies far behind
/// gets at most a month of days at once; the next run goes on, and `behind` is told. One that is refused is told to
/// `failed` and left out.
CRM_CORE qint64 makeDue(Repository &repository, const QDate &today,
                        const std::function<void(const QString &title, const Error &)> &failed = {},
                        const Progress &progress = {}, const std::function<void(const QString &title)> &behind = {});

} // namespace crm::work
