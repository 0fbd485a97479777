#include "tests/support/delaying_proxy.h"
#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <chrono>
#include <deque>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace crm::test {

namespace {
using Clock = std::chrono::steady_clock;

sockaddr_in localAddress(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int newSocket()
{
    const int fd = socket(AF_INET, SOCK_STREAM, 0);
    fcntl(fd, F_SETFD, FD_CLOEXEC);
    return fd;
}

void makeQuick(int fd)
{
    const int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
}

/// What one side has sent and the other has not got yet.
struct Pipe
{
    struct Piece
    {
        Clock::time_point due;
        std::string bytes;
    };
    std::deque<Piece> waiting;
    bool over = false;

    /// False when the sender has gone.
    bool read(int from, int delayMs)
    {
        char buffer[65536];
        const ssize_t n = ::recv(from, buffer, sizeof buffer, 0);
        if (n > 0) {
            waiting.push_back({Clock::now() + std::chrono::milliseconds(delayMs), std::string(buffer, size_t(n))});
            return true;
        }
        return n < 0 && (errno == EAGAIN || errno == EINTR);
    }
    bool write(int to)
    {
        while (!waiting.empty() && waiting.front().due <= Clock::now()) {
            std::string &bytes = waiting.front().bytes;
            const ssize_t n = ::send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (n < 0)
                return errno == EAGAIN || errno == EINTR;
            bytes.erase(0, size_t(n));
            if (!bytes.empty())
                return true;
            waiting.pop_front();
        }
        return true;
    }
    bool isFull() const { return waiting.size() > 64; }
};
} // namespace

struct DelayingProxy::Link
{
    int client, server;
    Pipe up, down;
    bool asked = false; ///< the client has sent something since the server did
    ~Link()
    {
        close(client);
        if (server >= 0)
            close(server);
    }
};

DelayingProxy::DelayingProxy(int serverPort, int delayMs)
    : m_serverPort(serverPort)
    , m_delay(delayMs)
{
    m_listener = newSocket();
    sockaddr_in address = localAddress(0);
    socklen_t length = sizeof address;
    if (bind(m_listener, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 || listen(m_listener, 64) != 0 ||
        getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &length) != 0)
        throw std::runtime_error("the proxy gets no port");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread(&DelayingProxy::run, this);
}

DelayingProxy::~DelayingProxy()
{
    m_stop = true;
    m_thread.join();
    m_links.clear();
    close(m_listener);
}

void DelayingProxy::resetCounts()
{
    m_roundTrips = 0;
    m_connections = 0;
}

void DelayingProxy::accept()
{
    const int client = ::accept(m_listener, nullptr, nullptr);
    if (client < 0)
        return;
    ++m_connections;
    fcntl(client, F_SETFD, FD_CLOEXEC);
    const int server = m_refuse ? -1 : newSocket();
    const sockaddr_in address = localAddress(m_serverPort);
    // A frozen one does not ask the server either: its greeting would be lost.
    if (m_refuse || (!m_frozen && connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)) {
        close(client);
        if (server >= 0)
            close(server);
        return;
    }
    makeQuick(client);
    makeQuick(server);
    m_links.push_back(std::unique_ptr<Link>(new Link{client, server, {}, {}, false}));
}

void DelayingProxy::run()
{
    while (!m_stop) {
        std::vector<pollfd> fds{{m_listener, POLLIN, 0}};
        const bool frozen = m_frozen;
        for (const auto &link : m_links) {
            fds.push_back({link->client, short(frozen || link->up.isFull() ? 0 : POLLIN), 0});
            fds.push_back({link->server, short(frozen || link->down.isFull() ? 0 : POLLIN), 0});
        }
        // Short enough for delays to be kept to the millisecond.
        poll(fds.data(), fds.size(), m_links.empty() ? 20 : 1);
        if (m_cut.exchange(false))
            m_links.clear();
        if (frozen) {
            if (fds[0].revents)
                accept();
            continue;
        }
        for (size_t i = 0; i < m_links.size() && 2 * i + 2 < fds.size(); ++i) {
            Link &link = *m_links[i];
            bool alive = true;
            if (fds[2 * i + 1].revents) {
                alive = link.up.read(link.client, m_delay);
                link.asked = true;
            }
            if (alive && fds[2 * i + 2].revents) {
                link.down.over = !link.down.read(link.server, m_delay);
                if (std::exchange(link.asked, false) && !link.down.over)
                    ++m_roundTrips;
            }
            alive = alive && link.up.write(link.server) && link.down.write(link.client);
            if (!alive || (link.down.over && link.down.waiting.empty()))
                link.asked = link.up.over = true;
        }
        std::erase_if(m_links, [](const auto &link) { return link->up.over; });
        if (fds[0].revents)
            accept();
    }
}

} // namespace crm::test
