// Something that takes a while: an import, an export, a report. The status area shows how far it is and how long it
// will take, and offers to cancel it; the window goes on.
//
//     auto work = LongWork::begin(tr("Import: Clients"));
//     WorkArea::follow(navigator, work);                       // ui/shell/work_strip.h
//     ... work->progress() goes to what does the work, step by step
//     work->finish();
//
// Thread: the window's; what progress() gives may be called on any, also after the LongWork has gone.
#pragma once
#include "core/store/repository.h"
#include "ui/ui_export.h"
#include <QElapsedTimer>
#include <QObject>
#include <atomic>

namespace crm {

class CRM_UI LongWork : public QObject
{
    Q_OBJECT
public:
    static std::shared_ptr<LongWork> begin(const QString &title);

    const QString &title() const { return m_title; }
    Progress progress() const;
    /// The work ends at its next step, and takes back what it has done.
    void cancel();
    bool isCancelled() const { return m_state->cancelled; }
    void finish();
    bool isFinished() const { return m_finished; }

    int percent() const; ///< -1: not known yet
    /// "about 3 min left"; empty: not known yet.
    QString timeLeft() const;

Q_SIGNALS:
    void cancelled();
    void finished();

private:
    explicit LongWork(const QString &title);
    struct State
    {
        std::atomic<qint64> done = 0, total = 0;
        std::atomic<bool> cancelled = false;
    };
    QString m_title;
    std::shared_ptr<State> m_state = std::make_shared<State>();
    mutable QElapsedTimer m_clock; ///< since the first step that counts
    mutable qint64 m_doneAtStart = 0, m_totalAtStart = 0;
    bool m_finished = false;
};

} // namespace crm
