#include "core/work/repeat_dates.h"
#include "core/model/locale_formats.h"
#include "core/work/repeat_series.h"
#include <QCoreApplication>

namespace crm::work {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::work)
};

Ahead::State stateOf(const Recurring &how, const Record &record, const Ahead &ahead)
{
    switch (paceOf(how, record)) {
    case Pace::Ended:
        return ahead.times > 0 && ahead.left == 0 ? Ahead::Done : Ahead::Ended;
    case Pace::Rests:
        return Ahead::NotYet;
    case Pace::Skips:
        return Ahead::Paused;
    case Pace::Goes:
        break;
    }
    return ahead.times > 0 && ahead.left == 0 ? Ahead::Done : Ahead::Goes;
}

QString joined(const Ahead &ahead, const QLocale &locale)
{
    QStringList days;
    for (const QDate &day : ahead.dates)
        days << dayText(day, locale);
    return days.join(QStringLiteral(", ")) + (ahead.more ? QStringLiteral(" …") : QString());
}
} // namespace

QString dayText(const QDate &day, const QLocale &locale) { return locale.toString(day, dateFormat(locale)); }

QString spanText(const QDate &from, const QDate &until, const QLocale &locale)
{
    return from == until ? dayText(from, locale)
                         : dayText(from, locale) + QStringLiteral(" – ") + dayText(until, locale);
}

Ahead ahead(const Record &record, int most)
{
    Ahead out;
    const std::optional<Recurring> how = record.isNull() ? std::nullopt : recurringOf(record.entity().key());
    if (!how || !Recurrence::unitByName(record.text(repeat::unit)) || !record.date(repeat::from).isValid())
        return out;
    out.times = record.integer(repeat::times);
    out.left = qMax(qint64(0), out.times - record.integer(repeat::made));
    out.state = stateOf(*how, record, out);
    if (out.state == Ahead::Ended || out.state == Ahead::Done)
        return out;
    out.missed = record.integer(repeat::waiting);
    Series series(record, *how);
    for (qint64 i = 0; i < out.missed && series.date().isValid(); ++i, series.advance()) {
        out.until = series.date();
        if (i == 0)
            out.from = out.until;
    }
    for (; out.dates.size() < most && series.date().isValid(); series.advance())
        out.dates << series.date();
    out.more = series.date().isValid();
    return out;
}

QString waitingText(const Ahead &ahead, const QLocale &locale)
{
    if (ahead.missed <= 0 || !ahead.from.isValid())
        return {};
    return Tr::tr("%n date(s) passed without anything being made (%1): make or skip what was missed.", nullptr,
                  int(ahead.missed))
        .arg(spanText(ahead.from, ahead.until, locale));
}

QString aheadText(const Ahead &ahead, const QLocale &locale)
{
    const QString days = joined(ahead, locale);
    QStringList text{waitingText(ahead, locale)};
    switch (ahead.state) {
    case Ahead::Single:
        return {};
    case Ahead::Ended:
        return Tr::tr("It has ended: nothing more is made.");
    case Ahead::Done:
        return Tr::tr("Made as often as wanted: %n time(s).", nullptr, int(ahead.times));
    case Ahead::Paused:
        text << Tr::tr("It is paused: its dates pass until it goes on.");
        if (!days.isEmpty())
            text << Tr::tr("From before the pause are still to be made: %1").arg(days);
        break;
    case Ahead::NotYet:
        text << Tr::tr("Nothing is made yet. Once it begins: %1").arg(days);
        break;
    case Ahead::Goes:
        if (!days.isEmpty())
            text << Tr::tr("Next: %1").arg(days);
        break;
    }
    if (ahead.times > 0)
        text << Tr::tr("%1 of %2 to come.", "repetitions").arg(ahead.left).arg(ahead.times);
    text.removeAll(QString());
    return text.join(u' ');
}

} // namespace crm::work
