#include "core/work/jobs.h"
#include "core/work/recurring.h"
#include <QElapsedTimer>
#include <QMutex>

namespace crm::work {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::work)
};
constexpr int leaseSeconds = 300;
constexpr int renewAfterMs = 60'000;
const QString leasePrefix = QStringLiteral("job ");

QString makeRepetitions(JobContext &context)
{
    const auto quoted = [](const QString &title) { return QStringLiteral("“%1”").arg(title); };
    QStringList faults, behind, waiting;
    DueNews news;
    news.failed = [&](const QString &title, const Error &e) {
        faults << QStringLiteral("“%1”: %2").arg(title, e.sentence());
    };
    news.behind = [&](const QString &title) { behind << quoted(title); };
    news.waits = [&](const QString &title, qint64 missed) {
        waiting << Tr::tr("%1 (%n missed)", nullptr, int(missed)).arg(quoted(title));
    };
    const qint64 made = makeDue(context.repository, context.today, news, context.progress);
    QString outcome = Tr::tr("Made %n record(s).", nullptr, int(made));
    constexpr qsizetype most = 5;
    if (!faults.isEmpty())
        outcome += u' ' + Tr::tr("Refused: %1").arg(faults.mid(0, most).join(QStringLiteral("; ")));
    if (!behind.isEmpty())
        outcome += u' ' + Tr::tr("Far behind, the rest follows with the next run: %1")
                              .arg(behind.mid(0, most).join(QStringLiteral(", ")));
    if (!waiting.isEmpty())
        outcome += u' ' + Tr::tr("Nothing is made before somebody decides about what was missed: %1%2")
                              .arg(waiting.mid(0, most).join(QStringLiteral(", ")),
                                   waiting.size() > most ? QStringLiteral(" …") : QString());
    return outcome;
}

const Lease *leaseOf(const Job &job, const QList<Lease> &leases)
{
    for (const Lease &lease : leases) {
        if (lease.name == leasePrefix + job.key)
            return &lease;
    }
    return nullptr;
}

struct Declared
{
    QMutex mutex;
    QList<Job> jobs;
};

Declared &declared()
{
    static Declared further;
    return further;
}

JobRun runOne(Repository &repository, const Job &job, const RunOptions &options)
{
    JobRun run{job.key, JobRun::Busy, {}};
    const QString lease = leasePrefix + job.key;
    if (!repository.takeLease(lease, leaseSeconds))
        return run;
    // Another program may have done it between the look at the leases and the taking of this one.
    if (!options.all && nextRun(job, repository.leases()) > options.now) {
        repository.releaseLease(lease, QString());
        return {job.key, JobRun::NotDue, {}};
    }
    QElapsedTimer sinceRenewal;
    sinceRenewal.start();
    JobContext context{repository, options.now.toLocalTime().date(), [&](qint64 done, qint64 total) {
                           if (sinceRenewal.elapsed() > renewAfterMs) {
                               sinceRenewal.restart();
                               if (!repository.takeLease(lease, leaseSeconds))
                                   return false; // this computer slept, and another one goes on
                           }
                           return !options.progress || options.progress(done, total);
                       }};
    try {
        run.outcome = job.run(context);
        run.result = JobRun::Done;
    } catch (const Error &e) {
        if (e.kind() == ErrorKind::Connection)
            throw;
        run.outcome = e.sentence();
        run.result = JobRun::Failed;
    }
    repository.releaseLease(lease, run.outcome);
    return run;
}
} // namespace

void declareJob(const Job &job)
{
    const QMutexLocker lock(&declared().mutex);
    declared().jobs.removeIf([&](const Job &other) { return other.key == job.key; });
    declared().jobs << job;
}

QList<Job> standardJobs()
{
    QList<Job> jobs{
        {QStringLiteral("repeat"), label("Make what repeats"), 15, makeRepetitions},
        {QStringLiteral("tidy"), label("Remove what is needed no longer"), 24 * 60, [](JobContext &context) {
             context.repository.tidy();
             return Tr::tr("Tidied up.");
         }}};
    const QMutexLocker lock(&declared().mutex);
    return jobs + declared().jobs;
}

QDateTime nextRun(const Job &job, const QList<Lease> &leases)
{
    const Lease *lease = leaseOf(job, leases);
    return lease && lease->finishedAt.isValid() ? lease->finishedAt.addSecs(60 * qint64(job.everyMinutes))
                                                : QDateTime();
}

QList<JobRun> runJobs(Repository &repository, const QList<Job> &jobs, const RunOptions &options)
{
    const QList<Lease> leases = repository.leases();
    QList<JobRun> out;
    for (const Job &job : jobs) {
        if (!options.only.isEmpty() && !options.only.contains(job.key))
            continue;
        const QDateTime next = nextRun(job, leases);
        if (!options.all && next.isValid() && next > options.now)
            out << JobRun{job.key, JobRun::NotDue, {}};
        else
            out << runOne(repository, job, options);
    }
    return out;
}

} // namespace crm::work
