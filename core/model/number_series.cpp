#include "core/model/number_series.h"
#include "core/model/beside_entity.h"
#include "core/model/record.h"
#include "core/model/record_formats.h"
#include "core/model/registry.h"
#include "core/model/text.h"
#include <QRegularExpression>
#include <algorithm>

namespace crm {

namespace {
BesideEntity<QString> &dates()
{
    static BesideEntity<QString> all;
    return all;
}

/// The entity whose rows say how others are numbered; it stands behind the empty key.
BesideEntity<QString> &rows()
{
    static BesideEntity<QString> one;
    return one;
}

const QString numberOpens = QStringLiteral("{number");
constexpr int widest = 18;

/// What stands for a run of digits that placeholders give or take part in.
const QString filledRun = QStringLiteral("{}");
bool isFilled(const QString &run) { return run == filledRun; }
bool isDigits(const QString &run) { return isFilled(run) || run.front().isDigit(); }

/// A pattern as runs of digits and of everything else. Placeholders give nothing but digits.
QStringList runs(const QString &pattern)
{
    static const QRegularExpression one("((?:\\d|\\{[^{}]*\\})+)|((?:(?!\\{[^{}]*\\})\\D)+)");
    QStringList out;
    for (auto it = one.globalMatch(fold(pattern)); it.hasNext();) {
        const QString run = it.next().captured();
        out << (run.contains(u'{') && run.contains(u'}') ? filledRun : run);
    }
    return out;
}

QString padded(qint64 number, int width) { return QString::number(number).rightJustified(width, u'0'); }
} // namespace

QString NumberSeries::period(const QDate &day) const
{
    switch (restarts) {
    case Restarts::Never:
        break;
    case Restarts::EachYear:
        return padded(day.year(), 4);
    case Restarts::EachMonth:
        return padded(day.year(), 4) + u'-' + padded(day.month(), 2);
    }
    return {};
}

QDate NumberSeries::periodBegins(const QDate &day) const
{
    if (restarts == Restarts::Never)
        return {};
    return {day.year(), restarts == Restarts::EachYear ? 1 : day.month(), 1};
}

QDate NumberSeries::periodEnds(const QDate &day) const
{
    const QDate begins = periodBegins(day);
    if (!begins.isValid())
        return {};
    return (restarts == Restarts::EachYear ? begins.addYears(1) : begins.addMonths(1)).addDays(-1);
}

QString NumberSeries::counter(const QString &entity, const QDate &day) const
{
    const QString in = period(day), whose = owner == 0 ? entity : entity + u'/' + QString::number(owner);
    return in.isEmpty() ? whose : whose + u' ' + in;
}

qint64 NumberSeries::least(const QDate &day) const
{
    return std::max({qint64(1), first, raisedIn == period(day) ? raisedTo : 0});
}

/// The server does the same in number_text(), see core/store/server/server_write_number.cpp.
QString NumberSeries::text(qint64 number, const QDate &day) const
{
    QString out = pattern;
    out.replace(QStringLiteral("{year}"), padded(day.year(), 4));
    out.replace(QStringLiteral("{yy}"), padded(day.year(), 4).right(2));
    out.replace(QStringLiteral("{month}"), padded(day.month(), 2));
    const qsizetype at = out.indexOf(numberOpens), end = at < 0 ? -1 : out.indexOf(u'}', at);
    if (end < 0)
        return out + QString::number(number); // no series without its number, whoever wrote the pattern
    const int width =
        std::clamp(out.mid(at + numberOpens.size() + 1, end - at - numberOpens.size() - 1).toInt(), 0, widest);
    return out.left(at) + padded(number, width) + out.mid(end + 1);
}

bool NumberSeries::mayGiveSameAs(const NumberSeries &other) const
{
    const QStringList mine = runs(pattern), theirs = runs(other.pattern);
    return mine.size() == theirs.size() &&
           std::equal(mine.begin(), mine.end(), theirs.begin(), [](const QString &a, const QString &b) {
               return a == b || (isFilled(a) && isDigits(b)) || (isFilled(b) && isDigits(a));
           });
}

QString restartsKey(Restarts restarts)
{
    switch (restarts) {
    case Restarts::Never:
        break;
    case Restarts::EachYear:
        return QStringLiteral("year");
    case Restarts::EachMonth:
        return QStringLiteral("month");
    }
    return QStringLiteral("never");
}

NumberSeries usualSeries(const QString &prefix) { return {prefix + QStringLiteral("{number:4}")}; }

NumberSeries numberSeriesOf(const Record &row)
{
    NumberSeries series{row.text(QStringLiteral("pattern"))};
    const QString restarts = row.text(QStringLiteral("restarts"));
    for (const Restarts one : {Restarts::EachYear, Restarts::EachMonth}) {
        if (restarts == restartsKey(one))
            series.restarts = one;
    }
    series.first = std::max<qint64>(1, row.integer(QStringLiteral("first")));
    series.raisedTo = row.integer(QStringLiteral("raised_to"));
    series.raisedIn = row.text(QStringLiteral("raised_in"));
    const QString owner = numberOwnerField(row.entity());
    series.owner = owner.isEmpty() ? 0 : row.ref(owner);
    return series;
}

void numberedByDate(const QString &entity, const QString &dateField) { dates().set(entity, dateField); }

QString numberDateOf(const QString &entity) { return dates().of(entity); }

void keepsNumberSeries(const QString &entity) { rows().set({}, entity); }

QString numberSeriesEntity() { return rows().of({}); }

QString numberOwnerField(const Entity &entity)
{
    const bool counts = !entity.numberField().isEmpty() || entity.key() == numberSeriesEntity();
    return counts ? paperSenderField(entity) : QString();
}

SeriesReader::~SeriesReader() = default;

QStringList numberSeriesFaults(const Catalog &catalog)
{
    QStringList faults;
    const QHash<QString, QString> byDate = dates().all();
    for (auto it = byDate.cbegin(); it != byDate.cend(); ++it) {
        const Entity *entity = catalog.find(it.key());
        const Field *date = entity ? entity->field(it.value()) : nullptr;
        if (!date || date->kind() != Kind::Date || !date->isRequired() || entity->numberField().isEmpty())
            faults << QStringLiteral("%1: its numbers follow no required date: %2").arg(it.key(), it.value());
    }
    const QString keeper = numberSeriesEntity();
    if (keeper.isEmpty())
        return faults;
    const Entity *kept = catalog.find(keeper);
    for (const char *key : {"entity", "pattern", "restarts", "first", "raised_to", "raised_in", "example"}) {
        if (!kept || !kept->field(QLatin1String(key)))
            faults
                << QStringLiteral("%1: keeps series of numbers without the field %2").arg(keeper, QLatin1String(key));
    }
    return faults;
}

} // namespace crm
