#include "core/work/recurring.h"
#include "core/model/format.h"
#include "core/model/recurrence.h"
#include <QCoreApplication>
#include <QLocale>

namespace crm::work {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::work)
};

const QString everyKey = QStringLiteral("repeat_every"), unitKey = QStringLiteral("repeat_unit"),
              timesKey = QStringLiteral("repeat_times"), aheadKey = QStringLiteral("repeat_ahead"),
              fromKey = QStringLiteral("repeat_from"), stepKey = QStringLiteral("repeat_step"),
              madeKey = QStringLiteral("repeat_made"), nextKey = QStringLiteral("repeat_next"),
              dueKey = QStringLiteral("repeat_due"), ofKey = QStringLiteral("repeat_of_id"),
              lastKey = QStringLiteral("repeat_last"), endKey = QStringLiteral("repeat_end"),
              stoppedKey = QStringLiteral("repeat_stopped"), resumedKey = QStringLiteral("repeat_resumed"),
              actionKey = QStringLiteral("repeat"), forDateKey = QStringLiteral("for_date");
constexpr int mostAtOnce = 31;

QDate dayOf(const QVariant &value)
{
    return value.typeId() == QMetaType::QDateTime ? value.toDateTime().toLocalTime().date() : value.toDate();
}

/// Moved by whole days of the calendar: a meeting at ten stays at ten when the clocks change.
QVariant movedBy(const QVariant &value, qint64 days)
{
    if (value.typeId() == QMetaType::QDateTime)
        return value.toDateTime().toLocalTime().addDays(days).toUTC();
    return value.toDate().addDays(days);
}

QList<Field> distance()
{
    const Label heading = label("Repetition");
    return {integer(everyKey, label("Repeat every"))
                .between(1, 999)
                .group(heading)
                .help(label("How many days, weeks, months or years lie between two of them.")),
            choice(unitKey, label("Unit", "of a repetition"),
                   {{QStringLiteral("day"), label("Days")},
                    {QStringLiteral("week"), label("Weeks")},
                    {QStringLiteral("month"), label("Months")},
                    {QStringLiteral("year"), label("Years")}})
                .group(heading)
                .help(label("Empty: it does not repeat."))};
}

QList<Field> progress()
{
    const Label heading = label("Repetition");
    return {
        integer(timesKey, label("How many times"))
            .between(1, 9999)
            .group(heading)
            .help(label("Empty: until you stop it.")),
        integer(aheadKey, label("Days ahead"))
            .between(0, 365)
            .group(heading)
            .help(label("So many days before its date the next one is made.")),
        date(nextKey, label("Next date")).computed().indexed().group(heading),
        integer(madeKey, label("Made so far")).readOnly().group(heading),
        date(dueKey, label("To be made on")).computed().hidden().indexed(),
        date(fromKey, label("Counted from")).computed().hidden(),
        integer(stepKey, label("Steps since then")).readOnly().hidden(),
    };
}

QList<Field> fieldsOf(const QString &entity, const Recurring &how)
{
    const Label heading = label("Repetition");
    QList<Field> out = distance();
    if (!how.make)
        return out + progress() + QList<Field>{ref(ofKey, label("Repeats"), entity).readOnly().group(heading)};
    out[0] = out[0].required().byDefault(qint64(1));
    out[1] = out[1].required().byDefault(QStringLiteral("month")).help({});
    out += progress();
    for (Field &field : out)
        field = field.inList(field.key() == nextKey || field.key() == madeKey);
    return out + QList<Field>{date(lastKey, label("Last made for")).readOnly().group(heading),
                              date(endKey, label("Ends with the date")).computed().group(heading),
                              date(stoppedKey, label("Paused on")).readOnly().group(heading),
                              date(resumedKey, label("Resumed on")).readOnly().group(heading)};
}

} // namespace

QStringList recurringKeys()
{
    return {everyKey, unitKey, timesKey, aheadKey, fromKey, stepKey, madeKey, nextKey, dueKey};
}

namespace {
Pace paceOf(const Recurring &how, const Record &record) { return how.pace ? how.pace(record) : Pace::Goes; }

Recurrence recurrenceOf(const Record &r)
{
    return {int(r.integer(everyKey)), *Recurrence::unitByName(r.text(unitKey)), r.date(fromKey)};
}

/// What is made first is the template itself, or, where it makes other records, the first of them.
int firstStep(const Recurring &how) { return how.make ? 0 : 1; }

/// The next date from the step on; steps over those that a pause has skipped.
QDate takeNext(Record &r, const Recurring &how)
{
    const Recurrence recurrence = recurrenceOf(r);
    qint64 step = r.integer(stepKey);
    QDate next = recurrence.occurrence(int(step) + firstStep(how));
    if (!how.pace)
        return next;
    const QDate stopped = r.date(stoppedKey), resumed = r.date(resumedKey);
    while (stopped.isValid() && next.isValid() && next >= stopped && next < resumed)
        next = recurrence.occurrence(int(++step) + firstStep(how));
    r.set(stepKey, step);
    const bool skipped = paceOf(how, r) == Pace::Skips && next >= stopped;
    return skipped ? QDate() : next;
}

/// From when to when its dates pass. Those before are still made, also while it pauses.
void notePause(RuleContext &c, const Recurring &how)
{
    const Pace was = c.before ? paceOf(how, c.before->head()) : Pace::Rests, is = paceOf(how, c.after.head());
    const QDate today = c.now.toLocalTime().date();
    if (is == Pace::Skips && was != Pace::Skips) {
        const QDate next = c.before ? c.before->head().date(nextKey) : QDate();
        if (next.isValid() && next < c.after.head().date(stoppedKey))
            c.refuse(c.after.entity().statusField(),
                     Tr::tr("Something from before the last pause is still to be made. Make it first."));
        if (!c.changed(stoppedKey) || isEmptyValue(c.after.value(stoppedKey)))
            c.after.set(stoppedKey, today);
        c.after.set(resumedKey, QVariant());
    } else if (was == Pace::Skips && is == Pace::Goes) {
        c.after.set(resumedKey, today);
    }
}

/// Counts from the date anew. What was made for a day is not made for it, or for one before, once more.
void countAnew(RuleContext &c, const Recurring &how, const QDate &date)
{
    c.after.set(fromKey, date);
    c.after.set(stepKey, qint64(0));
    const QDate last = how.make && !c.isNew() ? c.after.head().date(lastKey) : QDate();
    if (last.isValid() && date <= last)
        c.refuse(how.dateField, Tr::tr("What falls before %1 has been made already: let it begin on a later date.")
                                    .arg(QLocale().toString(last.addDays(1), QLocale::ShortFormat)));
}

/// Sets the next date; counts anew when the date or the distance was changed.
void findNext(RuleContext &c, const Recurring &how)
{
    Document &d = c.after;
    if (!Recurrence::unitByName(d.head().text(unitKey))) {
        for (const QString &key : {nextKey, dueKey, fromKey})
            d.set(key, QVariant());
        return;
    }
    const QDate date = dayOf(d.value(how.dateField));
    if (!date.isValid()) {
        c.refuse(how.dateField, Tr::tr("Say when it is due first: repetitions are counted from this date."));
        return;
    }
    if (isEmptyValue(d.value(everyKey)))
        d.set(everyKey, qint64(1));
    if (c.isNew() || c.changed(unitKey) || c.changed(everyKey) || c.changed(how.dateField))
        countAnew(c, how, date);
    if (how.pace)
        notePause(c, how);
    const qint64 times = d.head().integer(timesKey), left = times - d.head().integer(madeKey);
    const bool ended = (times > 0 && left <= 0) || paceOf(how, d.head()) == Pace::Rests;
    const QDate next = ended ? QDate() : takeNext(d.head(), how);
    d.set(nextKey, next.isValid() ? QVariant(next) : QVariant());
    d.set(dueKey, next.isValid() ? QVariant(next.addDays(-d.head().integer(aheadKey))) : QVariant());
    if (how.make) {
        const QDate end = times > 0 && next.isValid()
                              ? recurrenceOf(d.head()).occurrence(int(d.head().integer(stepKey) + left - 1))
                              : QDate();
        d.set(endKey, end.isValid() ? QVariant(end) : QVariant());
    }
}

/// Makes one repetition of a template inside an action's transaction.
class Repetition
{
public:
    Repetition(Repository &repository, const Recurring &how, qint64 days)
        : m_repository(repository)
        , m_how(how)
        , m_days(days)
    {}

    Id make(const Document &original, const QString &key)
    {
        const Entity &entity = original.entity();
        Document copy = copyOf(original);
        copy.set(ofKey, original.id());
        const Saved saved = m_repository.save(copy, SaveKey::named(key));
        if (!saved.repeated && !m_how.partOf.isEmpty())
            copyParts(entity, original.id(), saved.document.id());
        return saved.document.id();
    }

private:
    Record recordOf(const Record &original, const QString &place) const
    {
        Record copy(original.entity(), newId());
        for (const Field &f : original.entity().fieldList()) {
            const bool kept = !f.isComputed() && !f.isReadOnly() && !f.key().startsWith(QLatin1String("repeat_")) &&
                              f.key() != original.entity().numberField() && !m_how.cleared.contains(place + f.key());
            if (kept)
                copy.set(f.key(), original.value(f.key()));
        }
        return copy;
    }

    Document copyOf(const Document &original) const
    {
        Document copy(recordOf(original.head(), {}));
        for (const QString &field : QStringList{m_how.dateField} + m_how.shifted) {
            if (!isEmptyValue(original.value(field)))
                copy.set(field, movedBy(original.value(field), m_days));
        }
        for (const LineTable &table : original.entity().lineTables()) {
            const QList<Record> lines = original.lines(table.entity);
            for (const Record &line : lines)
                copy.lines(table.entity) << recordOf(line, table.entity + u'/');
        }
        return copy;
    }

    void copyParts(const Entity &entity, Id from, Id to)
    {
        Query query(entity.key());
        query.filter = Filter::all({Filter::where(m_how.partOf, Op::Equal, from), Filter::where(ofKey, Op::IsEmpty)});
        query.columns = {QStringLiteral("id")};
        constexpr int most = 500;
        IdList ids;
        const Page page = m_repository.page(query, {PageAt::First, {}, 0, most});
        for (const Row &row : page.rows)
            ids << row.id;
        const QList<Document> parts = m_repository.loadMany(entity.key(), ids);
        for (const Document &part : parts) {
            Document copy = copyOf(part);
            copy.set(m_how.partOf, to);
            m_repository.save(copy);
        }
    }

    Repository &m_repository;
    const Recurring &m_how;
    qint64 m_days;
};

void repeat(ActionContext &context, const Recurring &how)
{
    Document &original = context.record;
    const QDate date = original.head().date(nextKey);
    const QDate wanted = context.parameters.value(forDateKey).toDate();
    if (!date.isValid() || (wanted.isValid() && wanted != date))
        return; // another program was quicker
    const qint64 days = dayOf(original.value(how.dateField)).daysTo(date);
    const QString key = QStringLiteral("repeat %1 %2 %3")
                            .arg(original.entity().key(), QString::number(original.id()), date.toString(Qt::ISODate));
    if (how.make) {
        const Document other = how.make(context.repository, original, date);
        const Id made = context.repository.save(other, SaveKey::named(key)).document.id();
        original.set(lastKey, date);
        context.result = {other.entity().key(), made};
    } else {
        const Id made = Repetition(context.repository, how, days).make(original, key);
        context.result = {original.entity().key(), made};
    }
    original.set(stepKey, original.head().integer(stepKey) + 1);
    original.set(madeKey, original.head().integer(madeKey) + 1);
    context.repository.save(original);
}

qint64 makeOne(Repository &repository, const Entity &entity, Id id, const QDate &today,
               const std::function<void(const QString &)> &behind)
{
    qint64 made = 0;
    for (;;) {
        const Document original = repository.load(entity.key(), id);
        const QDate next = original.head().date(nextKey), due = original.head().date(dueKey);
        if (!next.isValid() || due > today)
            break;
        if (made == mostAtOnce) {
            if (behind)
                behind(original.head().title());
            break;
        }
        const auto shown = repository.runAction(entity.key(), id, actionKey, {{forDateKey, next}});
        if (shown.second != id)
            ++made;
    }
    return made;
}
} // namespace

void recurs(Entity &entity, const Recurring &how)
{
    entity.fields(fieldsOf(entity.key(), how));
    entity.beforeSave([how](RuleContext &c) { findNext(c, how); });
    Action action;
    action.key = actionKey;
    action.label = label("Make the next one now");
    action.icon = QStringLiteral("refresh");
    action.available = [](const Record &r) { return r.date(nextKey).isValid(); };
    action.run = [how](ActionContext &context) { repeat(context, how); };
    entity.action(action);
    if (!how.make) // else repeating is all that they do
        entity.view(QStringLiteral("repeating"), label("Repeating"), nextKey + QStringLiteral(" is not empty"),
                    nextKey);
}

bool isRecurring(const Entity &entity) { return entity.field(dueKey) && entity.field(stepKey); }

qint64 makeDue(Repository &repository, const QDate &today,
               const std::function<void(const QString &, const Error &)> &failed, const Progress &progress,
               const std::function<void(const QString &)> &behind)
{
    qint64 made = 0;
    const auto catalog = repository.catalog();
    for (const Entity *entity : catalog->entities()) {
        if (!isRecurring(*entity))
            continue;
        Query query(entity->key());
        query.filter = Filter::where(dueKey, Op::LessOrEqual, today);
        query.sort = {{QStringLiteral("id"), false}};
        query.columns = {entity->titleField()};
        PageAt at{PageAt::First, {}, 0, 200};
        for (bool more = true; more;) {
            const Page page = repository.page(query, at);
            for (const Row &row : page.rows) {
                try {
                    made += makeOne(repository, *entity, row.id, today, behind);
                } catch (const Error &e) {
                    if (!failed || e.kind() == ErrorKind::Connection || e.kind() == ErrorKind::Cancelled)
                        throw;
                    failed(row.values.value(0).toString(), e);
                }
                if (progress && !progress(made, 0))
                    throw Error(ErrorKind::Cancelled, Tr::tr("Cancelled."));
                at = {PageAt::After, row.key, 0, 200};
            }
            more = !page.atEnd && !page.rows.isEmpty();
        }
    }
    return made;
}

} // namespace crm::work
