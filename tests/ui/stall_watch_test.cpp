// What counts as a stall of the window, and whom it is put down to.
#include "ui/shell/stall_watch.h"
#include <QDialog>
#include <QElapsedTimer>
#include <QThread>
#include <QTimer>
#include <gtest/gtest.h>

namespace crm::test {
namespace {

constexpr QEvent::Type slow = QEvent::Type(QEvent::User + 1);

/// Sleeps that long in its event; before that it may send the event on.
class Sleeper : public QObject
{
public:
    std::function<void()> first;
    int ms = 0;
    bool event(QEvent *event) override
    {
        if (event->type() != slow)
            return QObject::event(event);
        if (first)
            first();
        QThread::msleep(ulong(ms));
        return true;
    }
    void send()
    {
        QEvent event(slow);
        QCoreApplication::sendEvent(this, &event);
    }
};

/// A class of its own, to be named.
class InnerTimer : public QTimer
{
    Q_OBJECT
public:
    using QTimer::QTimer;
};

class Stalls : public ::testing::Test
{
protected:
    void SetUp() override
    {
        QCoreApplication::processEvents();
        watch.clear();
    }
    StallWatch &watch = *StallWatch::ofApplication();
};

TEST_F(Stalls, AreCountedByPlace)
{
    Sleeper sleeper;
    sleeper.ms = 55;
    sleeper.send();
    sleeper.ms = 20;
    sleeper.send();
    EXPECT_EQ(watch.felt(), 2);
    EXPECT_GE(watch.bad(), 1);
    ASSERT_EQ(watch.worst().size(), 1);
    EXPECT_TRUE(watch.worst().first().place.startsWith(QLatin1String("QObject: ")));
    EXPECT_EQ(watch.worst().first().times, 2);
    EXPECT_GE(watch.worst().first().longestMs, 55);
}

TEST_F(Stalls, ArePutDownToTheInnermost)
{
    InnerTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [] { QThread::msleep(60); });
    Sleeper outer;
    outer.first = [&] {
        QTimerEvent tick(timer.timerId());
        QCoreApplication::sendEvent(&timer, &tick);
    };
    timer.start(100'000);
    outer.ms = 1;
    outer.send();
    ASSERT_EQ(watch.worst().size(), 1);
    EXPECT_EQ(watch.worst().first().place, QStringLiteral("crm::test::InnerTimer: Timer"));
    EXPECT_EQ(watch.felt(), 1) << "one event, one stall";
}

TEST_F(Stalls, ADialogIsNone)
{
    Sleeper sleeper;
    QDialog dialog;
    sleeper.first = [&] {
        QTimer::singleShot(80, &dialog, &QDialog::reject);
        dialog.exec();
    };
    sleeper.send();
    for (const Stall &stall : watch.worst())
        EXPECT_FALSE(stall.place.startsWith(QLatin1String("QObject: 1"))) << qPrintable(stall.place);
}

TEST_F(Stalls, WhatTheProgramDoesToLookAtItselfIsNone)
{
    Sleeper sleeper;
    sleeper.first = [] {
        const StallWatch::Apart apart;
        QThread::msleep(60);
        EXPECT_GE(apart.ms(), 60);
    };
    sleeper.send();
    EXPECT_EQ(watch.bad(), 0);
    const QString step = QStringLiteral("list of clients");
    {
        const StallWatch::Step s(step);
        QThread::msleep(60);
    }
    ASSERT_EQ(watch.worst().size(), 1);
    EXPECT_EQ(watch.worst().first().place, step);
}

TEST_F(Stalls, OtherThreadsArePassedOver)
{
    QThread thread;
    Sleeper sleeper;
    sleeper.ms = 60;
    sleeper.first = [] { QThread::currentThread()->quit(); }; // once this event is done
    sleeper.moveToThread(&thread);
    QCoreApplication::postEvent(&sleeper, new QEvent(slow));
    thread.start();
    EXPECT_TRUE(thread.wait());
    EXPECT_EQ(watch.felt(), 0);
}

} // namespace
} // namespace crm::test

#include "stall_watch_test.moc"
