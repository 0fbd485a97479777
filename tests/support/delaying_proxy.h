// A way to a server that is slow, or breaks: a TCP proxy on 127.0.0.1 in a thread of its own. POSIX only.
#pragma once
#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace crm::test {

/// Settings may be changed from any thread at any time.
class DelayingProxy
{
public:
    /// @param serverPort on 127.0.0.1 @param delayMs of everything that is sent, in each direction: 20 makes a round
    /// trip of 40 ms
    explicit DelayingProxy(int serverPort, int delayMs = 0);
    ~DelayingProxy();
    DelayingProxy(const DelayingProxy &) = delete;
    DelayingProxy &operator=(const DelayingProxy &) = delete;
    int port() const { return m_port; }

    void setDelay(int ms) { m_delay = ms; }
    /// How often the server answered something that a client had sent, over all connections.
    int roundTrips() const { return m_roundTrips; }
    int connections() const { return m_connections; } ///< ever accepted
    void resetCounts();

    void cut() { m_cut = true; }            ///< breaks every connection there is
    void refuse(bool on) { m_refuse = on; } ///< new connections are closed at once
    void freeze(bool on) { m_frozen = on; } ///< takes everything, passes nothing on

private:
    struct Link;
    void run();
    void accept();
    int m_listener = -1, m_port = 0, m_serverPort;
    std::atomic<int> m_delay, m_roundTrips{0}, m_connections{0};
    std::atomic<bool> m_cut{false}, m_refuse{false}, m_frozen{false}, m_stop{false};
    std::vector<std::unique_ptr<Link>> m_links; ///< of the thread
    std::thread m_thread;
};

} // namespace crm::test
