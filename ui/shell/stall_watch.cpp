#include "ui/shell/stall_watch.h"
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QMetaEnum>
#include <QSet>
#include <QThread>

namespace crm {
namespace {

Q_LOGGING_CATEGORY(log, "mycrm.ui.stall")

constexpr int noEvent = -1; ///< a Step

qint64 now()
{
    static const QElapsedTimer clock = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    return clock.nsecsElapsed();
}

double toMs(qint64 ns) { return double(ns) / 1e6; }

QString nameOf(const char *receiver, int eventType)
{
    const QString who = QString::fromUtf8(receiver);
    if (eventType == noEvent)
        return who;
    const char *key = QMetaEnum::fromType<QEvent::Type>().valueToKey(eventType);
    return who + QStringLiteral(": ") + (key ? QString::fromLatin1(key) : QString::number(eventType));
}

} // namespace

void StallWatch::begin(const char *receiver, int eventType, int loopLevel)
{
    if (!m_frames.isEmpty() && m_frames.last().loopLevel != loopLevel) {
        for (Frame &frame : m_frames)
            frame.hasRunLoop = true;
    }
    m_frames.append({{receiver, eventType}, loopLevel, now(), m_apart});
}

void StallWatch::end()
{
    const Frame frame = m_frames.takeLast();
    const double ms = toMs(now() - frame.since - (m_apart - frame.apartBefore));
    if (frame.hasRunLoop || ms < feltMs)
        return;
    const Place place = frame.worstMs > ms / 2 ? frame.worst : frame.place;
    Frame *outer = m_frames.isEmpty() ? nullptr : &m_frames.last();
    if (!outer || outer->loopLevel != frame.loopLevel) {
        count(place, ms);
    } else if (ms > outer->worstMs) {
        outer->worst = place;
        outer->worstMs = ms;
    }
}

void StallWatch::count(const Place &place, double ms)
{
    ++m_felt;
    m_longestMs = qMax(m_longestMs, ms);
    Times &times = m_places[place];
    ++times.times;
    times.longestMs = qMax(times.longestMs, ms);
    if (ms < badMs)
        return;
    ++m_bad;
    qCInfo(log, "the window stood still for %.0f ms: %s", ms, qPrintable(nameOf(place.receiver, place.eventType)));
}

QList<Stall> StallWatch::worst(int places) const
{
    QList<Stall> out;
    for (auto it = m_places.begin(); it != m_places.end(); ++it)
        out.append({nameOf(it.key().receiver, it.key().eventType), it->times, it->longestMs});
    std::sort(out.begin(), out.end(), [](const Stall &a, const Stall &b) { return a.longestMs > b.longestMs; });
    return out.mid(0, places);
}

void StallWatch::clear()
{
    m_places.clear();
    m_felt = m_bad = 0;
    m_longestMs = 0;
}

StallWatch *StallWatch::ofApplication()
{
    auto *application = qobject_cast<Application *>(QCoreApplication::instance());
    return application ? &application->stalls() : nullptr;
}

StallWatch::Apart::Apart()
    : m_since(now())
{}

StallWatch::Apart::~Apart()
{
    if (StallWatch *watch = ofApplication())
        watch->m_apart += now() - m_since;
}

double StallWatch::Apart::ms() const { return toMs(now() - m_since); }

StallWatch::Step::Step(const QString &what)
{
    static QSet<QByteArray> names; // a place is known by its pointer
    if (StallWatch *watch = ofApplication())
        watch->begin(names.insert(what.toUtf8())->constData(), noEvent, QThread::currentThread()->loopLevel());
}

StallWatch::Step::~Step()
{
    if (StallWatch *watch = ofApplication())
        watch->end();
}

bool Application::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    // Of the meta-object only the name is kept: the receiver may be gone afterwards.
    m_stalls.begin(receiver->metaObject()->className(), event->type(), thread()->loopLevel());
    const bool done = QApplication::notify(receiver, event);
    m_stalls.end();
    return done;
}

} // namespace crm
