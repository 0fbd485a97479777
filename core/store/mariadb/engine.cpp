#include "core/store/engine.h"
#include "core/model/error.h"
#include "core/store/mariadb/driver.h"
#include <QCoreApplication>
#include <QSqlError>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace crm {

namespace {
using namespace std::chrono_literals;
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::ServerErrors)
};

/// Statements block in Connector/C, so a thread of its own watches whether they are still wanted.
class ServerEngine : public Engine
{
public:
    ServerEngine(mariadb::Driver &driver, QString shownName)
        : m_driver(driver)
        , m_name(std::move(shownName))
    {}
    ~ServerEngine() override;
    [[noreturn]] void raise(const QSqlError &error, const QString &sql) const override;
    QString beginSql() const override { return QStringLiteral("START TRANSACTION"); }
    QString beginReadSql() const override
    {
        return QStringLiteral("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
    }
    bool mustRollBack() const override { return !m_lost; }
    void setCancelCheck(std::function<bool()> check) override;
    qint64 roundTrips() const override { return m_driver.roundTrips(); }
    bool isServer() const override { return true; }
    QString serverVersion() const override { return QString::fromUtf8(mysql_get_server_info(m_driver.link())); }
    bool isLost() const override { return m_lost; }
    void setStreaming(bool on) override { m_driver.setStreaming(on); }
    void waiting() override;
    void answered() override;

private:
    void watch();
    mariadb::Driver &m_driver;
    QString m_name;
    mutable bool m_lost = false;
    std::atomic<bool> m_aborted = false;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::function<bool()> m_check; ///< everything from here on under the mutex
    quint64 m_statement = 0;       ///< so that the watcher knows another one
    bool m_waiting = false, m_asking = false, m_stop = false;
    std::thread m_watcher;
};

ServerEngine::~ServerEngine()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    if (m_watcher.joinable())
        m_watcher.join();
}

void ServerEngine::raise(const QSqlError &error, const QString &sql) const
{
    m_lost = m_lost || isConnectionLost(error);
    if (m_aborted) // nobody wanted the answer any more, and nobody answered
        throw Error(ErrorKind::Cancelled, Tr::tr("Cancelled."));
    raiseServerError(error, sql, m_name);
}

void ServerEngine::setCancelCheck(std::function<bool()> check)
{
    const std::lock_guard lock(m_mutex);
    m_check = std::move(check);
    if (m_check && !m_watcher.joinable())
        m_watcher = std::thread(&ServerEngine::watch, this);
}

void ServerEngine::waiting()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_check)
            return;
        if (m_check())
            throw Error(ErrorKind::Cancelled, Tr::tr("Cancelled."));
        m_waiting = true;
        ++m_statement;
    }
    m_changed.notify_all();
}

void ServerEngine::answered()
{
    std::unique_lock lock(m_mutex);
    m_waiting = false;
    // A request to interrupt that is under way must not hit the next statement.
    m_changed.wait(lock, [&] { return !m_asking; });
}

void ServerEngine::watch()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [&] { return m_stop || m_waiting; });
        const quint64 statement = m_statement;
        const auto over = [&] { return m_stop || !m_waiting || m_statement != statement; };
        auto pause = 50ms;
        while (!m_changed.wait_for(lock, pause, over)) {
            if (!m_check || !m_check())
                continue;
            pause = 500ms; // asked again should the request have come before the statement did
            m_asking = true;
            lock.unlock();
            const bool asked = m_driver.cancel();
            lock.lock();
            // Nobody takes the request: the network is gone, and the answer would be waited for till the time-out.
            if (!asked && !over()) {
                m_aborted = true;
                m_driver.abort();
            }
            m_asking = false;
            m_changed.notify_all();
        }
        if (m_stop)
            return;
    }
}
} // namespace

std::unique_ptr<Engine> serverEngine(mariadb::Driver &driver, const QString &shownName)
{
    return std::make_unique<ServerEngine>(driver, shownName);
}

} // namespace crm
