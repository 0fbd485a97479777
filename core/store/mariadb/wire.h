// The socket below a connection: noticing that the other end has gone, and giving an answer up.
#pragma once
#include <mysql.h>

namespace crm::mariadb {

/// Of an open connection; lives no longer than it. Thread: any, as long as it lives.
class Wire
{
public:
    /// What is sent must be taken within seconds, and silence is asked about: a cut network shows in half a minute,
    /// even if nobody tells of it (a laptop that wakes up elsewhere).
    explicit Wire(MYSQL *link);
    ~Wire();
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;
    void abort() const; ///< whoever waits for an answer gets the error of a lost connection at once

private:
    my_socket m_socket; ///< a second handle of it, where there can be one: the first may be closed meanwhile
};

} // namespace crm::mariadb
