// How often the window's thread was busy for so long that a person may feel it, and with what. Always on: an event
// costs two looks at the clock.
//
//     Application app(argc, argv);                          // times each event that it delivers
//     for (const Stall &s : app.stalls().worst()) ...       // {"ListPanel: Paint", 3, 71.0}
//     StallWatch::Apart apart;                              // until its end nothing counts: taking a picture
//
// An event within another one is part of it; the place is the innermost that took more than half of the time. While a
// handler runs an event loop of its own (a dialog) it does not count, the events in that loop do.
// Thread: the window's; events of other threads are passed over.
#pragma once
#include "ui/ui_export.h"
#include <QApplication>
#include <QHash>
#include <QList>

namespace crm {

struct Stall
{
    QString place; ///< class of the receiver and kind of the event
    int times = 0;
    double longestMs = 0;
};

class CRM_UI StallWatch
{
public:
    static constexpr double feltMs = 16, badMs = 50; ///< a frame at 60 Hz is missed; a person sees it

    void begin(const char *receiver, int eventType, int loopLevel);
    void end();

    int felt() const { return m_felt; } ///< at least feltMs
    int bad() const { return m_bad; }   ///< at least badMs
    double longestMs() const { return m_longestMs; }
    /// By place, the longest first; at most that many.
    QList<Stall> worst(int places = 10) const;
    void clear();

    /// The one of the application; null when that is a plain QApplication.
    static StallWatch *ofApplication();

    /// What the program does to look at itself.
    class CRM_UI Apart
    {
    public:
        Apart();
        ~Apart();
        Apart(const Apart &) = delete;
        Apart &operator=(const Apart &) = delete;
        double ms() const; ///< until now

    private:
        qint64 m_since;
    };
    /// Work that no event began, such as a page that the tour opens.
    class CRM_UI Step
    {
    public:
        explicit Step(const QString &what);
        ~Step();
        Step(const Step &) = delete;
        Step &operator=(const Step &) = delete;
    };

private:
    struct Place
    {
        const char *receiver;
        int eventType;
        friend bool operator==(const Place &, const Place &) = default;
        friend size_t qHash(const Place &p, size_t seed) { return qHashMulti(seed, p.receiver, p.eventType); }
    };
    struct Frame
    {
        Place place;
        int loopLevel;
        qint64 since, apartBefore;
        bool hasRunLoop = false;
        Place worst = {}; ///< within it
        double worstMs = 0;
    };
    struct Times
    {
        int times = 0;
        double longestMs = 0;
    };
    void count(const Place &place, double ms);

    QList<Frame> m_frames;
    QHash<Place, Times> m_places;
    int m_felt = 0, m_bad = 0;
    double m_longestMs = 0;
    qint64 m_apart = 0; ///< ns
};

/// The program's application object.
class CRM_UI Application : public QApplication
{
    Q_OBJECT
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override;
    StallWatch &stalls() { return m_stalls; }

private:
    StallWatch m_stalls;
};

} // namespace crm
