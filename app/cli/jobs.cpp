#include "core/work/jobs.h"
#include "app/cli/call.h"
#include <QJsonArray>
#include <QLocale>
#include <QThread>

namespace crm::cli {

namespace {
QString shown(const QDateTime &moment)
{
    return moment.isValid() ? QLocale().toString(moment.toLocalTime(), QLocale::ShortFormat) : QString();
}

QString machine(const QDateTime &moment) { return moment.isValid() ? moment.toString(Qt::ISODateWithMs) : QString(); }

int listJobs(Call &call)
{
    const QList<Lease> leases = call.repository().leases();
    QJsonArray json;
    QList<QStringList> rows;
    for (const work::Job &job : work::standardJobs()) {
        Lease last;
        for (const Lease &lease : leases) {
            if (lease.name == QStringLiteral("job ") + job.key)
                last = lease;
        }
        const QDateTime next = work::nextRun(job, leases);
        json << QJsonObject{{"job", job.key},
                            {"every_minutes", job.everyMinutes},
                            {"last", machine(last.finishedAt)},
                            {"outcome", last.outcome},
                            {"by", last.holderName},
                            {"next", machine(next)}};
        rows << QStringList{job.key, job.label.text(), shown(last.finishedAt), last.outcome,
                            next.isValid() ? shown(next) : Tr::tr("now")};
    }
    if (call.json())
        call.out.json({{"jobs", json}});
    else
        call.out.table(
            {Tr::tr("Job"), Tr::tr("What it does"), Tr::tr("Last run"), Tr::tr("Outcome"), Tr::tr("Next run")}, rows);
    return Ok;
}

QString resultName(work::JobRun::Result result)
{
    switch (result) {
    case work::JobRun::Done:
        return QStringLiteral("done");
    case work::JobRun::NotDue:
        return QStringLiteral("not_due");
    case work::JobRun::Busy:
        return QStringLiteral("busy");
    case work::JobRun::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

QString resultText(const work::JobRun &run)
{
    switch (run.result) {
    case work::JobRun::NotDue:
        return Tr::tr("Its time has not come.");
    case work::JobRun::Busy:
        return Tr::tr("Another program is at it.");
    case work::JobRun::Done:
    case work::JobRun::Failed:
        break;
    }
    return run.outcome;
}

int runJobs(Call &call)
{
    work::RunOptions options;
    options.all = call.has("all");
    options.only = call.list("only");
    options.progress = call.progress(Tr::tr("%1 done"));
    const QList<work::Job> jobs = work::standardJobs();
    for (const QString &key : std::as_const(options.only)) {
        if (std::none_of(jobs.begin(), jobs.end(), [&](const work::Job &j) { return j.key == key; }))
            throw UsageError{Tr::tr("There is no job “%1”. `jobs list` names them.").arg(key)};
    }
    QJsonArray json;
    bool failed = false;
    for (const work::JobRun &run : work::runJobs(call.repository(), jobs, options)) {
        failed = failed || run.result == work::JobRun::Failed;
        json << QJsonObject{{"job", run.key}, {"result", resultName(run.result)}, {"outcome", run.outcome}};
        if (!call.json())
            call.out.line(run.key + QStringLiteral(": ") + resultText(run));
    }
    if (call.json())
        call.out.json({{"jobs", json}});
    return failed ? Partly : Ok;
}

int jobs(Call &call)
{
    const QString what = call.arguments.value(0);
    if (what == QLatin1String("list"))
        return listJobs(call);
    if (what == QLatin1String("run"))
        return runJobs(call);
    throw UsageError{Tr::tr("Say `jobs list` or `jobs run`.")};
}
} // namespace

Command jobsCommand()
{
    return {.name = "jobs",
            .summary = Tr::tr("Does what the program does by itself, such as making what repeats"),
            .arguments = "list|run",
            .options = {{"all", {}, Tr::tr("also those whose time has not come")},
                        {"only", "JOB,...", Tr::tr("these jobs alone")}},
            .examples = {"jobs list", "jobs run --json", "jobs run --only repeat --all"},
            .least = 1,
            .most = 1,
            .run = jobs};
}

} // namespace crm::cli
