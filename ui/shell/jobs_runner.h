// Runs the work of the system (core/work/jobs.h) from the window of a person who may: a single user on a local file has
// nobody else to do it, and in an office it goes on when no other program does it.
#pragma once
#include "core/store/session.h"
#include <QTimer>

namespace crm {

class JobsRunner : public QObject
{
    Q_OBJECT
public:
    /// Looks a little after the start, so that it does not compete with the first pages, and then every few minutes.
    explicit JobsRunner(Session &session, QObject *parent);
    void look(); ///< now, unless a look is under way or the person may not

private:
    Session &m_session;
    QTimer m_timer;
    bool m_running = false;
};

} // namespace crm
