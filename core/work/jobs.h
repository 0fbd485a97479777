// What the program does by itself: once, whoever runs it. `mycrmctl jobs run` (by systemd or the Task Scheduler) and
// the windows of people with the right "jobs" try in turn; a lease with an end decides who does it.
//
//     const QList<JobRun> runs = runJobs(repository, standardJobs(), {});
//
// Thread: the repository's.
#pragma once
#include "core/store/repository.h"

namespace crm::work {

struct JobContext
{
    Repository &repository;
    QDate today;
    Progress progress; ///< call it now and then: it also keeps the lease
};

struct Job
{
    QString key;
    Label label;
    int everyMinutes;
    /// Returns a sentence on what was done.
    std::function<QString(JobContext &)> run;
};

/// Further work, of modules; declared before the registry is sealed. One of the same key replaces what was said before.
CRM_CORE void declareJob(const Job &job);
/// All there is, in the order in which it runs.
CRM_CORE QList<Job> standardJobs();

struct JobRun
{
    enum Result { Done, NotDue, Busy, Failed };
    QString key;
    Result result = NotDue;
    QString outcome; ///< what was done, or why it failed
};

struct RunOptions
{
    bool all = false; ///< also those whose time has not come
    QStringList only = {};
    QDateTime now = QDateTime::currentDateTimeUtc();
    Progress progress = {};
};

/// Runs what is due; a job that fails is noted and the others go on. Throws Denied without the right, and Connection.
CRM_CORE QList<JobRun> runJobs(Repository &repository, const QList<Job> &jobs, const RunOptions &options);
/// When the job is to run next, by how it ran last; the past: now.
CRM_CORE QDateTime nextRun(const Job &job, const QList<Lease> &leases);

} // namespace crm::work
