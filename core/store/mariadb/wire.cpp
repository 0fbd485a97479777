#include "core/store/mariadb/wire.h"
#ifdef _WIN32
#include <winsock2.h>
#else
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace crm::mariadb {

namespace {
#ifdef TCP_USER_TIMEOUT
constexpr int takenWithinMs = 15'000;
#endif

void set(my_socket socket, int level, int option, int value)
{
    // A socket file knows some of them not, which does no harm.
    setsockopt(socket, level, option, reinterpret_cast<const char *>(&value), sizeof value);
}
} // namespace

Wire::Wire(MYSQL *link)
    : m_socket(mysql_get_socket(link))
{
    set(m_socket, SOL_SOCKET, SO_KEEPALIVE, 1);
#ifdef TCP_USER_TIMEOUT
    set(m_socket, IPPROTO_TCP, TCP_USER_TIMEOUT, takenWithinMs);
#endif
#ifdef TCP_KEEPIDLE
    set(m_socket, IPPROTO_TCP, TCP_KEEPIDLE, 10);
    set(m_socket, IPPROTO_TCP, TCP_KEEPINTVL, 5);
    set(m_socket, IPPROTO_TCP, TCP_KEEPCNT, 3);
#endif
#ifndef _WIN32
    m_socket = dup(m_socket);
#endif
}

Wire::~Wire()
{
#ifndef _WIN32
    ::close(m_socket);
#endif
}

void Wire::abort() const
{
#ifdef _WIN32
    ::shutdown(m_socket, SD_BOTH);
#else
    ::shutdown(m_socket, SHUT_RDWR);
#endif
}

} // namespace crm::mariadb
