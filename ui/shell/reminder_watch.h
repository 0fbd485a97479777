// What a person wants to be reminded of: what is due by now, and what comes next. Asks the database at the start, when
// reminders change (the feed says so), and when the next one becomes due; in between it looks at the clock alone.
//
//     auto *watch = new ReminderWatch(session, this);
//     connect(watch, &ReminderWatch::changed, this, [=] { setCount(watch->due().size()); });
//
// Thread: the window's.
#pragma once
#include "core/model/reminding.h"
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/ui_export.h"
#include <QObject>
#include <QSet>
#include <QTimer>

namespace crm {

struct DueReminder
{
    Id id = 0;
    QString what;
    QDateTime when; ///< UTC
    QString parentEntity;
    Id parentId = 0; ///< 0: it stands for itself
    QString parentTitle;
};

class CRM_UI ReminderWatch : public QObject
{
    Q_OBJECT
public:
    ReminderWatch(Session &session, QObject *parent);
    /// Whether anything reminds here.
    static bool isOffered(Session &session);

    const QList<DueReminder> &due() const { return m_due; } ///< the longest overdue first; at most 200
    const std::optional<DueReminder> &next() const { return m_next; }
    bool hasLooked() const { return m_hasLooked; }
    bool isLooking() const { return m_request.isRunning() || m_running > 0; }
    void look(); ///< asks the database now
    void finish(const IdList &ids);
    void snooze(const IdList &ids, const QDateTime &until);

Q_SIGNALS:
    void changed();
    /// Each is told once. @param missed they became due before the window was there
    void becameDue(const QList<crm::DueReminder> &reminders, bool missed);
    void failed(const crm::Error &error); ///< of finish() and snooze()

private:
    struct Seen
    {
        QList<DueReminder> due;
        std::optional<DueReminder> next;
    };
    static Seen read(Repository &repository, const Reminding &how, const QDateTime &now);
    void take(const Seen &seen);
    void wait();
    void run(const IdList &ids, const QString &action, const QVariantMap &parameters);

    Session &m_session;
    const Reminding m_how;
    QList<DueReminder> m_due;
    std::optional<DueReminder> m_next;
    QSet<QPair<Id, qint64>> m_told; ///< with their moments: what is put off is told again
    QTimer m_timer;
    Request m_request;
    int m_running = 0;
    bool m_hasLooked = false;
};

} // namespace crm
