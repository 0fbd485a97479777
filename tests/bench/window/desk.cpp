#include "tests/bench/window/desk.h"
#include <QCoreApplication>
#include <QSettings>
#include <QTimer>
#include <ctime>
#include <stdexcept>

namespace crm::bench {

OwnSettingsFolder::OwnSettingsFolder()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    QSettings::setPath(QSettings::IniFormat, QSettings::SystemScope, m_folder.path());
    qputenv("XDG_DATA_HOME", m_folder.path().toUtf8()); // drafts
}

void runUntil(const std::function<bool()> &so)
{
    constexpr qint64 longestMs = 60'000;
    QTimer wake; // in case that nothing else comes
    wake.start(5);
    QElapsedTimer clock;
    clock.start();
    while (!so()) {
        if (clock.elapsed() > longestMs)
            throw std::runtime_error("what was waited for does not come");
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
}

void runFor(int ms)
{
    QElapsedTimer clock;
    clock.start();
    runUntil([&] { return clock.elapsed() >= ms; });
}

namespace {
double msOf(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}
} // namespace

Stopwatch::Stopwatch()
    : m_cpu(msOf(CLOCK_PROCESS_CPUTIME_ID))
    , m_window(msOf(CLOCK_THREAD_CPUTIME_ID))
{
    m_wall.start();
}

Spent Stopwatch::spent() const
{
    return {double(m_wall.nsecsElapsed()) / 1e6, msOf(CLOCK_PROCESS_CPUTIME_ID) - m_cpu,
            msOf(CLOCK_THREAD_CPUTIME_ID) - m_window};
}

Desk::Desk(const crm::Target &target, const Credentials &credentials, const Registry &registry, QSize size)
    : m_session(answerOf(Session::open(target, credentials, registry)))
    , m_window(std::make_unique<MainWindow>(m_session))
{
    m_window->restoreState(QStringLiteral("trash")); // asks for nothing that counts
    m_window->resize(size);
    m_window->show();
    runUntil([this] { return m_window->tabs().currentPage() && m_window->tabs().currentPage()->isSettled(); });
}

Desk::~Desk()
{
    m_window.reset();
    m_session.reset();
}

void Desk::closeAll()
{
    for (TabArea &tabs = m_window->tabs(); tabs.count() > 1;)
        tabs.close(tabs.count() - 1);
    // Below exec() nobody else does it.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    runFor(1);
}

RecordPage &Desk::record()
{
    auto *page = qobject_cast<RecordPage *>(m_window->tabs().currentPage());
    if (!page)
        throw std::runtime_error("no record is open");
    return *page;
}

ListPanel &Desk::list()
{
    const TabPage *page = m_window->tabs().currentPage();
    auto *panel = page ? page->findChild<ListPanel *>() : nullptr;
    if (!panel)
        throw std::runtime_error("no list is open");
    return *panel;
}

Spent Desk::untilShown(const std::function<void()> &open)
{
    const Stopwatch watch;
    open();
    runUntil([this] { return m_window->tabs().currentPage() && m_window->tabs().currentPage()->isSettled(); });
    m_window->repaint();
    return watch.spent();
}

Spent Desk::until(const std::function<bool(const ListPanel &)> &so, const std::function<void()> &open)
{
    const auto isReady = [&] {
        const TabPage *page = m_window->tabs().currentPage();
        if (!page || !page->isSettled())
            return false;
        const QList<ListPanel *> panels = page->findChildren<ListPanel *>();
        return std::all_of(panels.begin(), panels.end(),
                           [&](const ListPanel *panel) { return !panel->isVisible() || so(*panel); });
    };
    const Stopwatch watch;
    open();
    runUntil(isReady);
    m_window->repaint();
    return watch.spent();
}

Spent Desk::untilRowsShown(const std::function<void()> &open)
{
    const Stopwatch watch;
    open();
    runUntil([this] { // not isSettled(): how many rows there are is said later
        const TabPage *page = m_window->tabs().currentPage();
        QList<ListPanel *> shown = page ? page->findChildren<ListPanel *>() : QList<ListPanel *>();
        shown.removeIf([](const ListPanel *panel) { return !panel->isVisible(); });
        return !shown.isEmpty() && std::all_of(shown.cbegin(), shown.cend(), [](const ListPanel *panel) {
            const ListModel &model = *panel->model();
            return !model.isLoading() && model.rowAt(0);
        });
    });
    m_window->repaint();
    return watch.spent();
}

Spent Desk::untilComplete(const std::function<void()> &open)
{
    return until([](const ListPanel &panel) { return panel.isSettled(); }, open);
}

} // namespace crm::bench
