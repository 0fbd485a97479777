#include "core/work/repeat_missed.h"
#include "core/model/action_questions.h"
#include "core/model/error.h"
#include "core/work/repeat_dates.h"
#include <QCoreApplication>
#include <QMutex>

namespace crm::work {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::work)
};
const QString fromParameter = QStringLiteral("from"), untilParameter = QStringLiteral("until");

struct Setting
{
    QMutex mutex;
    QString entity, field;
};

Setting &setting()
{
    static Setting one;
    return one;
}

QPair<QString, QString> placeOfLimit()
{
    QMutexLocker lock(&setting().mutex);
    return {setting().entity, setting().field};
}

int limitIn(const std::optional<Record> &office, const QString &field)
{
    const qint64 said = office ? office->integer(field) : 0;
    return said > 0 ? int(said) : usualCatchUpLimit;
}
} // namespace

void limitsCatchUp(const QString &entity, const QString &field)
{
    QMutexLocker lock(&setting().mutex);
    setting().entity = entity;
    setting().field = field;
}

int catchUpLimit(Reader &read)
{
    const auto [entity, field] = placeOfLimit();
    return entity.isEmpty() ? usualCatchUpLimit : limitIn(read.find(entity, read.firstOf(entity)), field);
}

int catchUpLimit(Repository &repository)
{
    const auto [entity, field] = placeOfLimit();
    if (!repository.catalog()->find(entity))
        return usualCatchUpLimit;
    const Page page = repository.page(Query(entity), {PageAt::First, {}, 0, 1});
    if (page.rows.isEmpty())
        return usualCatchUpLimit;
    return limitIn(repository.load(entity, page.rows.constFirst().id).head(), field);
}

void noteMissed(RuleContext &c, const Recurring &how, bool countedAnew)
{
    Record &r = c.after.head();
    const QDate next = r.date(repeat::next);
    const bool waited = c.before && !countedAnew && c.before->head().integer(repeat::waiting) > 0;
    const bool isOpen = next.isValid() && next > r.date(repeat::decided);
    const qint64 missed = isOpen ? missedBy(r, how, c.now.toLocalTime().date()) : 0;
    // One that has just gone a step on is being worked off.
    const bool goesOn = c.before && !countedAnew && c.changed(repeat::step);
    const bool waits = waited ? missed > 0 : !goesOn && missed > 1 && missed > catchUpLimit(c.read);
    r.set(repeat::waiting, waits ? QVariant(missed) : QVariant());
}

namespace {
/// The dates that the decision is about: those that were asked about, of those that still wait.
struct Missed
{
    QDate from, until; ///< invalid: none of them waits any more
};

Missed missedOf(const ActionContext &context, const Recurring &how)
{
    const Record &r = context.record.head();
    Missed out{r.date(repeat::next), lastOf(r, how, r.integer(repeat::waiting))};
    const QDate from = context.parameters.value(fromParameter).toDate(),
                until = context.parameters.value(untilParameter).toDate();
    if (from.isValid() && from != out.from)
        return {}; // somebody else was quicker
    if (until.isValid() && until < out.until)
        out.until = until;
    return out;
}

/// The decision stands by itself: whoever may change the template may take it, also where the records themselves are
/// made by somebody else, which the next run of the job does.
void makeMissed(ActionContext &context, const Recurring &how, const std::function<void(ActionContext &)> &makeNext)
{
    const Missed missed = missedOf(context, how);
    if (!missed.from.isValid() || !missed.until.isValid())
        return;
    context.record.set(repeat::decided, missed.until);
    context.record = context.repository.save(context.record).document;
    const Document decided = context.record;
    try {
        context.repository.atomically([&] {
            for (int made = 0; made < mostAtOnce; ++made) {
                const QDate next = context.record.head().date(repeat::next);
                if (!next.isValid() || next > missed.until)
                    break;
                makeNext(context);
            }
        });
    } catch (const Error &e) {
        if (e.kind() != ErrorKind::Denied)
            throw;
        context.record = decided;
    }
    context.result = {context.record.entity().key(), context.record.id()};
}

void skipMissed(ActionContext &context, const Recurring &how)
{
    const Missed missed = missedOf(context, how);
    if (!missed.from.isValid() || !missed.until.isValid())
        return;
    Series series(context.record.head(), how);
    while (series.date().isValid() && series.date() <= missed.until)
        series.advance();
    context.record.set(repeat::step, series.step());
    context.record.set(repeat::decided, missed.until);
    context.repository.save(context.record);
}

ActionQuestion question(const Record &record, const QString &button, const QString &title, const QString &what)
{
    const Ahead now = ahead(record, 1);
    const QString rest = now.dates.isEmpty()
                             ? QString()
                             : u' ' + Tr::tr("It goes on with %1.").arg(dayText(now.dates.constFirst(), QLocale()));
    return {.button = button,
            .title = title,
            .text = Tr::tr("Passed: %1.").arg(spanText(now.from, now.until, QLocale())) + u' ' + what + rest,
            .parameters = {{fromParameter, now.from}, {untilParameter, now.until}}};
}

ActionQuestion askToMake(const Record &record)
{
    const int missed = int(record.integer(repeat::waiting));
    return question(record, Tr::tr("Make the %n missed", nullptr, missed),
                    Tr::tr("Make the %n missed now?", nullptr, missed),
                    missed > mostAtOnce ? Tr::tr("For each of them a record is made with its date: %1 now, the rest by "
                                                 "the program itself, in portions.")
                                              .arg(mostAtOnce)
                                        : Tr::tr("For each of them a record is made with its date."));
}

ActionQuestion askToSkip(const Record &record)
{
    const int missed = int(record.integer(repeat::waiting));
    return question(record, Tr::tr("Skip the %n missed", nullptr, missed),
                    Tr::tr("Skip the %n missed?", nullptr, missed),
                    Tr::tr("Nothing is made for them, now or later, and they do not count as made."));
}
} // namespace

void addDecisions(Entity &entity, const Recurring &how, const std::function<void(ActionContext &)> &makeNext)
{
    const auto waits = [](const Record &r) { return r.integer(repeat::waiting) > 0; };
    Action make;
    make.key = makeMissedAction;
    make.label = label("Make what was missed");
    make.icon = QStringLiteral("check");
    make.available = waits;
    make.run = [how, makeNext](ActionContext &context) { makeMissed(context, how, makeNext); };
    Action skip;
    skip.key = skipMissedAction;
    skip.label = label("Skip what was missed");
    skip.icon = QStringLiteral("chevron-right");
    skip.available = waits;
    skip.run = [how](ActionContext &context) { skipMissed(context, how); };
    entity.action(make).action(skip);
    asksBefore(entity.key(), make.key, askToMake);
    asksBefore(entity.key(), skip.key, askToSkip);
}

} // namespace crm::work
