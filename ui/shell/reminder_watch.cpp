#include "ui/shell/reminder_watch.h"
#include <QLoggingCategory>

namespace crm {

namespace {
Q_LOGGING_CATEGORY(log, "mycrm.reminders")
constexpr int firstLookMs = 1500;        // the first pages come first
constexpr qint64 longestWaitMs = 60'000; // a computer that has slept wakes with timers that have not
constexpr int mostRead = 200;
} // namespace

ReminderWatch::ReminderWatch(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_how(reminding())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (!m_hasLooked || (m_next && m_next->when <= QDateTime::currentDateTimeUtc()))
            look();
        else
            wait();
    });
    connect(&session, &Session::changed, this, [this](const QList<Change> &changes) {
        if (std::any_of(changes.begin(), changes.end(), [this](const Change &c) { return c.entity == m_how.entity; }))
            look();
    });
    connect(&session, &Session::connectionBack, this, &ReminderWatch::look);
    m_timer.start(firstLookMs);
}

bool ReminderWatch::isOffered(Session &session)
{
    const Entity *entity = session.catalog()->find(reminding().entity);
    return entity && session.actor().policy.may(*entity, Verb::Read);
}

ReminderWatch::Seen ReminderWatch::read(Repository &repository, const Reminding &how, const QDateTime &now)
{
    Query query(how.entity);
    query.filter = Filter::all({Filter::where(how.done, Op::Equal, false), Filter::where(how.when, Op::IsNotEmpty)});
    query.columns = {how.what, how.when, QStringLiteral("parent_entity"), QStringLiteral("parent_id")};
    query.sort = {{how.when, false}};
    const Page page = repository.page(query, {PageAt::First, {}, 0, mostRead});
    Seen seen;
    for (const Row &row : page.rows) {
        const DueReminder one{row.id,
                              row.values.value(0).toString(),
                              row.values.value(1).toDateTime(),
                              row.values.value(2).toString(),
                              row.values.value(3).toLongLong(),
                              {}};
        if (one.when > now) {
            seen.next = one;
            break;
        }
        seen.due << one;
    }
    QHash<QString, IdList> parents;
    for (const DueReminder &one : std::as_const(seen.due)) {
        if (one.parentId)
            parents[one.parentEntity] << one.parentId;
    }
    QHash<QPair<QString, Id>, QString> titles;
    for (auto it = parents.cbegin(); it != parents.cend(); ++it) {
        if (!repository.catalog()->find(it.key()))
            continue;
        const auto options = repository.options(it.key(), it.value());
        for (const Option &option : options)
            titles.insert({it.key(), option.id}, option.title);
    }
    for (DueReminder &one : seen.due)
        one.parentTitle = titles.value({one.parentEntity, one.parentId});
    return seen;
}

void ReminderWatch::look()
{
    m_request.ask(
        this, m_session.read([how = m_how](Repository &r) { return read(r, how, QDateTime::currentDateTimeUtc()); }),
        [this](const Seen &seen) { take(seen); },
        [this](const Error &e) {
            qCInfo(log, "reminders: %s", e.what());
            wait();
        });
}

void ReminderWatch::take(const Seen &seen)
{
    const bool first = !std::exchange(m_hasLooked, true);
    m_due = seen.due;
    m_next = seen.next;
    QList<DueReminder> fresh;
    for (const DueReminder &one : std::as_const(m_due)) {
        const QPair<Id, qint64> key{one.id, one.when.toMSecsSinceEpoch()};
        if (!m_told.contains(key)) {
            m_told.insert(key);
            fresh << one;
        }
    }
    wait();
    Q_EMIT changed();
    if (!fresh.isEmpty())
        Q_EMIT becameDue(fresh, first);
}

/// Until the next one, or until there is reason to look at the clock again.
void ReminderWatch::wait()
{
    if (m_hasLooked && !m_next)
        return m_timer.stop(); // the feed tells of new ones
    const qint64 left = m_next ? QDateTime::currentDateTimeUtc().msecsTo(m_next->when) : longestWaitMs;
    m_timer.start(int(qBound<qint64>(1, left + 1, longestWaitMs)));
}

void ReminderWatch::finish(const IdList &ids) { run(ids, m_how.finish, {}); }

void ReminderWatch::snooze(const IdList &ids, const QDateTime &until)
{
    run(ids, m_how.snooze, {{m_how.until, until.toUTC()}});
}

void ReminderWatch::run(const IdList &ids, const QString &action, const QVariantMap &parameters)
{
    ++m_running;
    const auto job = [how = m_how, ids, action, parameters](Repository &r) {
        r.atomically([&] {
            for (const Id id : ids)
                r.runAction(how.entity, id, action, parameters);
        });
    };
    await(
        this, m_session.write(job),
        [this] {
            --m_running;
            look();
        },
        [this](const Error &e) {
            --m_running;
            look();
            Q_EMIT failed(e);
        });
}

} // namespace crm
