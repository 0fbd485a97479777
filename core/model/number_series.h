// Series that numbers of records are taken from: what an administrator may say about them, and which date of a record
// counts. Declared beside the entity, in its own file:
//
//     numberedByDate("invoices", "bill_date");   // the year and month in its number are those of this date
//     keepsNumberSeries("number_series");        // whose rows say how the others are numbered
//
// Few entities have any of it, hence apart from Entity. Declared before the registry is sealed, read from any thread;
// declaring an entity anew replaces what was said before.
#pragma once
#include "core/core_export.h"
#include "core/model/id.h"
#include <QDate>
#include <QPair>
#include <QStringList>
#include <QVariant>

namespace crm {

class Catalog;
class Entity;
class Record;

/// When a series begins anew.
enum class Restarts { Never, EachYear, EachMonth };

/// How the records of one entity are numbered. A value; the store keeps which number is next.
struct CRM_CORE NumberSeries
{
    /// "INV-{year}-{number:4}": {year}, {yy}, {month}; {number}, or with zeros up to a width of 1 to 18 digits.
    QString pattern;
    Restarts restarts = Restarts::Never;
    qint64 first = 1;      ///< the first number of each period; raised later, the series goes on from it
    qint64 raisedTo = 0;   ///< the same for one period alone
    QString raisedIn = {}; ///< and that period
    Id owner = 0;          ///< the sender of papers whose documents alone it is for; 0: of all without one of their own

    /// The period that the day lies in: "2026", "2026-11"; empty: there is one for ever.
    QString period(const QDate &day) const;
    QDate periodBegins(const QDate &day) const; ///< null: there is one for ever
    QDate periodEnds(const QDate &day) const;   ///< its last day; null: there is one for ever
    /// What the store calls the counter: "invoices", "invoices 2026", "invoices/42 2026".
    QString counter(const QString &entity, const QDate &day) const;
    /// The number that the series does not fall below on that day.
    qint64 least(const QDate &day) const;
    QString text(qint64 number, const QDate &day) const;
    /// Whether a text could be a number of both, whatever the dates. Letters are compared as fold() folds them. True in
    /// doubt: digits that stand beside a placeholder may be part of what it gives.
    bool mayGiveSameAs(const NumberSeries &other) const;
};
/// Greater ones are refused: they could not be counted on.
inline constexpr qint64 greatestNumber = 999'999'999'999'999'999;

CRM_CORE QString restartsKey(Restarts restarts); ///< "never", "year", "month"
/// The series of an entity that nobody has said anything about: its prefix and four digits, for ever.
CRM_CORE NumberSeries usualSeries(const QString &prefix);
/// What a row of the entity of keepsNumberSeries() says.
CRM_CORE NumberSeries numberSeriesOf(const Record &row);

/// The date that the number follows, a required Date. Without it the day on which the number is taken, on the clock of
/// the file's computer or of the server.
CRM_CORE void numberedByDate(const QString &entity, const QString &dateField);
CRM_CORE QString numberDateOf(const QString &entity); ///< the field; empty: none
/// The rows of this entity say how others are numbered, one for each and one more for each record of sendsPapersToo()
/// (core/model/record_formats.h) that has a series of its own, which the row's reference there names: its fields are
/// entity, pattern, restarts (the keys of restartsKey()), first, raised_to, raised_in, example (whose readers are shown
/// the number that comes next, if they are administrators). Its choice among entities offers those that are numbered.
CRM_CORE void keepsNumberSeries(const QString &entity);
CRM_CORE QString numberSeriesEntity(); ///< empty: nobody has said so
/// The reference by which documents of the entity, or series themselves, name a sender with numbers of its own; empty:
/// they name none. Of what is not numbered: empty.
CRM_CORE QString numberOwnerField(const Entity &entity);

/// Which documents' numbers come from one series, by who writes them.
struct NumberedBy
{
    QString field = {};     ///< numberOwnerField(); empty: all
    QList<Id> only = {};    ///< these senders; empty: ...
    QList<Id> without = {}; ///< ... all but these, and those that name none
};
/// What a Reader (core/model/entity.h) of a store answers besides, to rules about series.
class CRM_CORE SeriesReader
{
public:
    virtual ~SeriesReader();
    /// Reader::greatest() among the documents of one series.
    virtual QVariant greatestOf(const NumberedBy &which, const QString &entity, const QString &field,
                                const QString &filled, const QPair<QDate, QDate> &within) = 0;
};

/// The faults of what was declared: fields that do not exist or do not fit. Empty: none.
CRM_CORE QStringList numberSeriesFaults(const Catalog &catalog);

} // namespace crm
