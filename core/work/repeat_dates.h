// What is to come of a record that repeats: its next dates, how many remain, what was missed. Pure, for every thread;
// the window asks it while one types, and `mycrmctl show` once.
//
//     const work::Ahead next = work::ahead(record);
//     work::aheadText(next, QLocale());   // "Next: 31.01.2026, 28.02.2026, 31.03.2026 … 9 of 12 to come."
#pragma once
#include "core/core_export.h"
#include <QDate>
#include <QList>
#include <QLocale>

namespace crm {
class Record;
}

namespace crm::work {

struct Ahead
{
    enum State {
        Single, ///< it does not repeat
        NotYet, ///< it has not begun; the dates are those that it would have
        Goes,
        Paused, ///< dates pass; those from before the pause are still made
        Ended,
        Done, ///< as many as were wanted have been made
    };
    State state = Single;
    QList<QDate> dates; ///< the next ones, behind those that wait for a decision
    bool more = false;  ///< others follow them
    qint64 times = 0;   ///< in all; 0: until somebody stops it
    qint64 left = 0;    ///< of these, what has not been made yet
    qint64 missed = 0;  ///< so many wait for a decision ...
    QDate from, until;  ///< ... of these days
};

/// @param record as rules have left it. @param most dates
CRM_CORE Ahead ahead(const Record &record, int most = 5);
/// In words; empty of a single one.
CRM_CORE QString aheadText(const Ahead &ahead, const QLocale &locale);
/// What waits, in words; empty: nothing does.
CRM_CORE QString waitingText(const Ahead &ahead, const QLocale &locale);

/// A day, and the days from one to another, as the program writes them.
CRM_CORE QString dayText(const QDate &day, const QLocale &locale);
CRM_CORE QString spanText(const QDate &from, const QDate &until, const QLocale &locale);

} // namespace crm::work
