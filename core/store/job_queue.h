// What the workers of a session have to do: one queue for reading, one for writing. Thread: any.
#pragma once
#include <QMutex>
#include <QMutexLocker>
#include <QWaitCondition>
#include <deque>
#include <optional>

namespace crm {

/// Jobs in order, for one or more workers. One that has no connection yet takes a job only when no other is free:
/// connecting costs more than any list.
template<class Job> class JobQueue
{
public:
    void push(Job job)
    {
        QMutexLocker lock(&m_mutex);
        m_jobs.push_back(std::move(job));
        m_wake.wakeAll();
    }
    /// A worker with a connection has nothing to do.
    void freed()
    {
        QMutexLocker lock(&m_mutex);
        ++m_free;
        m_anyConnected = true;
    }
    /// What a worker without a connection could not do is the next of one with. @returns false: there is none such
    bool leave(Job &job)
    {
        QMutexLocker lock(&m_mutex);
        if (!m_anyConnected)
            return false;
        m_jobs.push_front(std::move(job));
        ++m_left;
        m_wake.wakeAll();
        return true;
    }
    /// Waits for the next job; nothing once the queue is closed. @param connected after freed()
    std::optional<Job> pop(bool connected)
    {
        QMutexLocker lock(&m_mutex);
        while ((m_jobs.empty() || (!connected && (m_free > 0 || m_left > 0))) && !m_closed)
            m_wake.wait(&m_mutex);
        if (m_jobs.empty())
            return std::nullopt;
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        m_free -= connected;
        m_left -= m_left > 0;
        if (!m_jobs.empty())
            m_wake.wakeAll();
        return job;
    }
    /// Pending saves are still done; then the workers end.
    void close()
    {
        QMutexLocker lock(&m_mutex);
        m_closed = true;
        m_wake.wakeAll();
    }

private:
    QMutex m_mutex;
    QWaitCondition m_wake;
    std::deque<Job> m_jobs;
    int m_free = 0, m_left = 0; ///< m_left: how many at the front are only for those with a connection
    bool m_anyConnected = false, m_closed = false;
};

} // namespace crm
