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
//
// A template that has missed more dates than the office makes up for without asking waits for a decision: nothing is
// made for it, "repeat_waiting" says how many they are, and whoever may change it makes them or skips them. What comes
// next says core/work/repeat_dates.h.
#pragma once
#include "core/store/repository.h"

namespace crm::work {

/// A translatable text of this room.
inline Label label(const char *source, const char *comment = nullptr) { return Label(source, comment, "crm::work"); }

/// Whether dates that come make anything.
enum class Pace {
    Goes,  ///< each of them does
    Skips, ///< they pass, and are not made up for when it goes on
    Rests, ///< nothing is made: it has not begun yet
    Ended, ///< nothing is made any more
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
/// The keys of the fields that recurs() adds to what copies itself: what a lock of the entity has to leave open. The
/// first of them is the distance.
CRM_CORE QStringList recurringKeys();

/// How many missed dates are made up for without asking, unless the office says otherwise.
inline constexpr int usualCatchUpLimit = 3;
/// A number (1 to 31) in the first record of an entity says it for the whole office; empty: the usual.
CRM_CORE void limitsCatchUp(const QString &entity, const QString &field);
/// The actions on a template that waits. Their parameters "from" and "until" say for which dates one has decided: if
/// "from" is not the next date any more, somebody else was quicker and nothing is done; without them it is all that
/// wait. Made are a month of days at once, the rest by makeDue().
inline const QString makeMissedAction = QStringLiteral("repeat_make_missed"),
                     skipMissedAction = QStringLiteral("repeat_skip_missed");

/// What makeDue() tells on its way; each may be empty.
struct DueNews
{
    std::function<void(const QString &title, const Error &)> failed = {}; ///< a template is refused and left out
    std::function<void(const QString &title)> behind = {};                ///< the rest follows with the next run
    std::function<void(const QString &title, qint64 missed)> waits = {};  ///< somebody has to decide about it
};
/// Makes everything whose day has come, of all entities; returns how many records. Of a template that lies far behind,
/// and of which somebody has decided so, at most a month of days at once. Where nobody takes `failed`, a refusal is
/// thrown. Progress returns false: Cancelled, what was made stays.
CRM_CORE qint64 makeDue(Repository &repository, const QDate &today, const DueNews &news = {},
                        const Progress &progress = {});

} // namespace crm::work
