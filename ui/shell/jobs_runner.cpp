#include "ui/shell/jobs_runner.h"
#include "core/store/await.h"
#include "core/work/jobs.h"
#include <QLoggingCategory>

namespace crm {

namespace {
Q_LOGGING_CATEGORY(log, "mycrm.jobs")
constexpr int firstLookMs = 20'000;
constexpr int lookEveryMs = 5 * 60'000;
} // namespace

JobsRunner::JobsRunner(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_timer.setInterval(lookEveryMs);
        look();
    });
    m_timer.start(firstLookMs);
}

void JobsRunner::look()
{
    if (m_running || !m_session.actor().policy.holds(QStringLiteral("jobs")))
        return;
    m_running = true;
    // A reader's worker: the writer's would let a person's save wait behind a long job.
    const auto runs = m_session.read([](Repository &r) { return work::runJobs(r, work::standardJobs(), {}); });
    await(
        this, runs,
        [this](const QList<work::JobRun> &all) {
            m_running = false;
            for (const work::JobRun &run : all) {
                if (run.result == work::JobRun::Failed)
                    qCWarning(log, "job %s failed: %s", qPrintable(run.key), qPrintable(run.outcome));
            }
        },
        [this](const Error &e) {
            m_running = false;
            qCInfo(log, "jobs: %s", e.what());
        });
}

} // namespace crm
