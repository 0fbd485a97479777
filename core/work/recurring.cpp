#include "core/work/recurring.h"
#include "core/model/beside_entity.h"
#include "core/model/format.h"
#include "core/work/repeat_missed.h"
#include <QCoreApplication>
#include <QLocale>

namespace crm::work {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::work)
};

const QString actionKey = QStringLiteral("repeat"), forDateKey = QStringLiteral("for_date");

BesideEntity<std::optional<Recurring>> &declared()
{
    static BesideEntity<std::optional<Recurring>> all;
    return all;
}

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
    return {integer(repeat::every, label("Repeat every"))
                .between(1, 999)
                .group(heading)
                .help(label("How many days, weeks, months or years lie between two of them.")),
            choice(repeat::unit, label("Unit", "of a repetition"),
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
        integer(repeat::times, label("How many times"))
            .between(1, 9999)
            .group(heading)
            .help(label("Empty: until you stop it.")),
        integer(repeat::ahead, label("Days ahead"))
            .between(0, 365)
            .group(heading)
            .help(label("So many days before its date the next one is made.")),
        date(repeat::next, label("Next date")).computed().indexed().group(heading),
        integer(repeat::made, label("Made so far")).readOnly().group(heading),
        integer(repeat::waiting, label("Missed dates"))
            .computed()
            .indexed()
            .group(heading)
            .help(label("So many dates have passed without anything being made. They wait until somebody makes them or "
                        "skips them; nothing is made meanwhile.")),
        date(repeat::due, label("To be made on")).computed().hidden().indexed(),
        date(repeat::from, label("Counted from")).computed().hidden(),
        integer(repeat::step, label("Steps since then")).readOnly().hidden(),
        date(repeat::decided, label("Decided up to")).readOnly().hidden(),
    };
}

QList<Field> fieldsOf(const QString &entity, const Recurring &how)
{
    const Label heading = label("Repetition");
    QList<Field> out = distance();
    if (!how.make)
        return out + progress() + QList<Field>{ref(repeat::of, label("Repeats"), entity).readOnly().group(heading)};
    out[0] = out[0].required().byDefault(qint64(1));
    out[1] = out[1].required().byDefault(QStringLiteral("month")).help({});
    out += progress();
    for (Field &field : out)
        field = field.inList(field.key() == repeat::next || field.key() == repeat::made);
    return out + QList<Field>{date(repeat::last, label("Last made for")).readOnly().group(heading),
                              date(repeat::end, label("Ends with the date")).computed().group(heading),
                              date(repeat::stopped, label("Paused on")).readOnly().group(heading),
                              date(repeat::resumed, label("Resumed on")).readOnly().group(heading)};
}

} // namespace

QStringList recurringKeys()
{
    return {repeat::every, repeat::unit, repeat::times, repeat::ahead,   repeat::from,   repeat::step,
            repeat::made,  repeat::next, repeat::due,   repeat::waiting, repeat::decided};
}

std::optional<Recurring> recurringOf(const QString &entity) { return declared().of(entity); }

namespace {
/// The next date from the step on; steps over those that a pause has skipped.
QDate takeNext(Record &r, const Recurring &how)
{
    const Series series(r, how);
    r.set(repeat::step, series.step());
    return series.date();
}

/// From when to when its dates pass. Those before are still made, also while it pauses.
void notePause(RuleContext &c, const Recurring &how)
{
    const Pace was = c.before ? paceOf(how, c.before->head()) : Pace::Rests, is = paceOf(how, c.after.head());
    const QDate today = c.now.toLocalTime().date();
    if (is == Pace::Skips && was != Pace::Skips) {
        const QDate next = c.before ? c.before->head().date(repeat::next) : QDate();
        if (next.isValid() && next < c.after.head().date(repeat::stopped))
            c.refuse(c.after.entity().statusField(),
                     Tr::tr("Something from before the last pause is still to be made. Make it first."));
        if (!c.changed(repeat::stopped) || isEmptyValue(c.after.value(repeat::stopped)))
            c.after.set(repeat::stopped, today);
        c.after.set(repeat::resumed, QVariant());
    } else if (was == Pace::Skips && is == Pace::Goes) {
        c.after.set(repeat::resumed, today);
    }
}

/// Counts from the date anew. What was made for a day is not made for it, or for one before, once more.
void countAnew(RuleContext &c, const Recurring &how, const QDate &date)
{
    c.after.set(repeat::from, date);
    c.after.set(repeat::step, qint64(0));
    c.after.set(repeat::decided, QVariant());
    const QDate last = how.make && !c.isNew() ? c.after.head().date(repeat::last) : QDate();
    if (last.isValid() && date <= last)
        c.refuse(how.dateField, Tr::tr("What falls before %1 has been made already: let it begin on a later date.")
                                    .arg(QLocale().toString(last.addDays(1), QLocale::ShortFormat)));
}

/// Sets the next date; counts anew when the date or the distance was changed.
void findNext(RuleContext &c, const Recurring &how)
{
    Document &d = c.after;
    if (!Recurrence::unitByName(d.head().text(repeat::unit))) {
        for (const QString &key : {repeat::next, repeat::due, repeat::from, repeat::waiting, repeat::decided})
            d.set(key, QVariant());
        return;
    }
    const QDate date = dayOf(d.value(how.dateField));
    if (!date.isValid()) {
        c.refuse(how.dateField, Tr::tr("Say when it is due first: repetitions are counted from this date."));
        return;
    }
    if (isEmptyValue(d.value(repeat::every)))
        d.set(repeat::every, qint64(1));
    const bool anew = c.isNew() || c.changed(repeat::unit) || c.changed(repeat::every) || c.changed(how.dateField);
    if (anew)
        countAnew(c, how, date);
    if (how.pace)
        notePause(c, how);
    const qint64 times = d.head().integer(repeat::times), left = times - d.head().integer(repeat::made);
    const Pace pace = paceOf(how, d.head());
    const bool ended = (times > 0 && left <= 0) || pace == Pace::Rests || pace == Pace::Ended;
    const QDate next = ended ? QDate() : takeNext(d.head(), how);
    d.set(repeat::next, next.isValid() ? QVariant(next) : QVariant());
    d.set(repeat::due, next.isValid() ? QVariant(next.addDays(-d.head().integer(repeat::ahead))) : QVariant());
    if (how.make) {
        const QDate end = times > 0 && next.isValid()
                              ? recurrenceOf(d.head()).occurrence(int(d.head().integer(repeat::step) + left - 1))
                              : QDate();
        d.set(repeat::end, end.isValid() ? QVariant(end) : QVariant());
    }
    noteMissed(c, how, anew);
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
        copy.set(repeat::of, original.id());
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
        query.filter =
            Filter::all({Filter::where(m_how.partOf, Op::Equal, from), Filter::where(repeat::of, Op::IsEmpty)});
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

/// Makes the record of the next date; the template goes one step on.
void makeNext(ActionContext &context, const Recurring &how)
{
    Document &original = context.record;
    const QDate date = original.head().date(repeat::next);
    const qint64 days = dayOf(original.value(how.dateField)).daysTo(date);
    const QString key = QStringLiteral("repeat %1 %2 %3")
                            .arg(original.entity().key(), QString::number(original.id()), date.toString(Qt::ISODate));
    if (how.make) {
        const Document other = how.make(context.repository, original, date);
        const Id made = context.repository.save(other, SaveKey::named(key)).document.id();
        original.set(repeat::last, date);
        context.result = {other.entity().key(), made};
    } else {
        const Id made = Repetition(context.repository, how, days).make(original, key);
        context.result = {original.entity().key(), made};
    }
    original.set(repeat::step, original.head().integer(repeat::step) + 1);
    original.set(repeat::made, original.head().integer(repeat::made) + 1);
    original = context.repository.save(original).document;
}

void makeWanted(ActionContext &context, const Recurring &how)
{
    const QDate date = context.record.head().date(repeat::next);
    const QDate wanted = context.parameters.value(forDateKey).toDate();
    if (date.isValid() && (!wanted.isValid() || wanted == date)) // else another program was quicker
        makeNext(context, how);
}

/// What is due of all templates, one after the other.
class DueRun
{
public:
    DueRun(Repository &repository, const QDate &today, const DueNews &news, const Progress &progress)
        : m_repository(repository)
        , m_today(today)
        , m_news(news)
        , m_progress(progress)
        , m_limit(catchUpLimit(repository))
    {}

    qint64 run()
    {
        const auto catalog = m_repository.catalog();
        for (const Entity *entity : catalog->entities()) {
            if (isRecurring(*entity))
                makeAll(*entity);
        }
        return m_made;
    }

private:
    void makeAll(const Entity &entity)
    {
        const std::optional<Recurring> how = recurringOf(entity.key());
        Query query(entity.key());
        query.filter = Filter::where(repeat::due, Op::LessOrEqual, m_today);
        query.sort = {{QStringLiteral("id"), false}};
        query.columns = {entity.titleField()};
        PageAt at{PageAt::First, {}, 0, 200};
        for (bool more = bool(how); more;) {
            const Page page = m_repository.page(query, at);
            for (const Row &row : page.rows) {
                try {
                    makeOf(entity, *how, row.id);
                } catch (const Error &e) {
                    if (!m_news.failed || e.kind() == ErrorKind::Connection || e.kind() == ErrorKind::Cancelled)
                        throw;
                    m_news.failed(row.values.value(0).toString(), e);
                }
                goOn();
                at = {PageAt::After, row.key, 0, 200};
            }
            more = !page.atEnd && !page.rows.isEmpty();
        }
    }

    void makeOf(const Entity &entity, const Recurring &how, Id id)
    {
        for (int made = 0;;) {
            const Document original = m_repository.load(entity.key(), id);
            const Record &head = original.head();
            const QDate next = head.date(repeat::next);
            if (!next.isValid() || head.date(repeat::due) > m_today)
                return;
            if (next > head.date(repeat::decided)) {
                const qint64 missed = missedBy(head, how, m_today);
                if (head.integer(repeat::waiting) > 0 || missed > m_limit)
                    return leaveWaiting(original, missed);
            }
            if (made == mostAtOnce) {
                if (m_news.behind)
                    m_news.behind(head.title());
                return;
            }
            const auto shown = m_repository.runAction(entity.key(), id, actionKey, {{forDateKey, next}});
            if (shown.second != id) {
                ++made;
                ++m_made;
                goOn();
            }
        }
    }

    /// The rule of the save counts what was missed.
    void leaveWaiting(const Document &original, qint64 missed)
    {
        if (original.head().integer(repeat::waiting) != missed)
            m_repository.save(original);
        if (m_news.waits)
            m_news.waits(original.head().title(), missed);
    }

    void goOn() const
    {
        if (m_progress && !m_progress(m_made, 0))
            throw Error(ErrorKind::Cancelled, Tr::tr("Cancelled."));
    }

    Repository &m_repository;
    const QDate m_today;
    const DueNews &m_news;
    const Progress &m_progress;
    const qint64 m_limit;
    qint64 m_made = 0;
};
} // namespace

void recurs(Entity &entity, const Recurring &how)
{
    declared().set(entity.key(), how);
    entity.fields(fieldsOf(entity.key(), how));
    entity.beforeSave([how](RuleContext &c) { findNext(c, how); });
    addDecisions(entity, how, [how](ActionContext &context) { makeNext(context, how); });
    Action action;
    action.key = actionKey;
    action.label = label("Make the next one now");
    action.icon = QStringLiteral("refresh");
    action.available = [](const Record &r) { return r.date(repeat::next).isValid(); };
    action.run = [how](ActionContext &context) { makeWanted(context, how); };
    entity.action(action);
    if (!how.make) // else repeating is all that they do
        entity.view(QStringLiteral("repeating"), label("Repeating"), repeat::next + QStringLiteral(" is not empty"),
                    repeat::next);
    entity.view(QStringLiteral("waiting"), label("Waiting for a decision"), repeat::waiting + QStringLiteral(" > 0"),
                repeat::next);
}

bool isRecurring(const Entity &entity) { return entity.field(repeat::due) && entity.field(repeat::step); }

qint64 makeDue(Repository &repository, const QDate &today, const DueNews &news, const Progress &progress)
{
    return DueRun(repository, today, news, progress).run();
}

} // namespace crm::work
