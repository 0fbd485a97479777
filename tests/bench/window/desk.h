// A person at a real window, offscreen: what the benches of the window do and wait for.
//
//     Desk desk({crm::Target::LocalFile, path}, {}, registry);
//     const Spent spent = desk.untilShown([&] { desk.window().openRecord("clients", id); });
//
// Times end with the repaint of what has come. The processor's time is that of all threads of this process (of a server
// none): what others on the machine do hardly shows in it. Thread: the window's.
#pragma once
#include "core/store/session.h"
#include "ui/records/list_panel.h"
#include "ui/records/record_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/tab_area.h"
#include <QElapsedTimer>
#include <QTemporaryDir>

namespace crm::bench {

/// Settings of a folder that goes with the object: neither those of the person who measures, nor changed ones.
class OwnSettingsFolder
{
public:
    OwnSettingsFolder();

private:
    QTemporaryDir m_folder;
};

/// Runs the event loop until it is so; throws after 60 s. Sleeps while nothing comes.
void runUntil(const std::function<bool()> &so);
/// Runs it for so long.
void runFor(int ms);

struct Spent
{
    double wall = 0, cpu = 0, window = 0; ///< ms; of the processor's time that of the window's thread by itself
};
/// What passes until the object is asked.
class Stopwatch
{
public:
    Stopwatch();
    Spent spent() const;

private:
    QElapsedTimer m_wall;
    double m_cpu, m_window;
};

template<class T> T answerOf(QFuture<T> future)
{
    runUntil([&] { return future.isFinished(); });
    return future.result();
}

class Desk
{
public:
    Desk(const crm::Target &target, const Credentials &credentials, const Registry &registry, QSize size = {1280, 800});
    ~Desk();
    Desk(const Desk &) = delete;
    Desk &operator=(const Desk &) = delete;

    MainWindow &window() { return *m_window; }
    /// Closes what has been opened.
    void closeAll();

    /// Until the page in front is filled (a form: its fields), and painted.
    Spent untilShown(const std::function<void()> &open);
    /// Until the rows of the lists on it that are visible are there and painted.
    Spent untilRowsShown(const std::function<void()> &open);
    /// Until the lists on it that are visible are read, counted and painted too.
    Spent untilComplete(const std::function<void()> &open);

    RecordPage &record();
    ListPanel &list(); ///< of the page in front

private:
    Spent until(const std::function<bool(const ListPanel &)> &so, const std::function<void()> &open);
    std::shared_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace crm::bench
