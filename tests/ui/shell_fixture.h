// A real main window on a fresh database, offscreen, with settings of its own.
#pragma once
#include "core/store/session.h"
#include "tests/support/temp_database.h"
#include "ui/shell/main_window.h"
#include "ui/shell/prompts.h"
#include "ui/shell/tab_area.h"
#include "ui/style/style.h"
#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <gtest/gtest.h>

namespace crm::test {

/// Runs the event loop until it is so, at most 10 s.
inline bool waitUntil(const std::function<bool()> &so, int ms = 10000)
{
    QElapsedTimer clock;
    clock.start();
    while (!so()) {
        if (clock.elapsed() > ms)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        QThread::msleep(1); // the server that is waited for may want the processor
    }
    return true;
}

template<class T> T answer(QFuture<T> future)
{
    waitUntil([&] { return future.isFinished(); });
    return future.result();
}

/// Settings in a folder that goes with the test; the program's look.
class SettingsTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        QCoreApplication::setOrganizationName(QStringLiteral("MyCRM"));
        QCoreApplication::setApplicationName(QStringLiteral("mycrm-test"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        QSettings::setPath(QSettings::IniFormat, QSettings::SystemScope, m_settings.path());
        QSettings().clear();
        applyAppearance({});
    }
    void TearDown() override
    {
        EXPECT_TRUE(Prompts::allTaken()) << "an answer was laid down that nobody asked for";
        Prompts::takeAsked();
    }
    QString settingsFolder() const { return m_settings.path(); }

private:
    QTemporaryDir m_settings;
};

class WindowTest : public SettingsTest
{
protected:
    void SetUp() override
    {
        SettingsTest::SetUp();
        database = std::make_unique<TempDatabase>();
    }
    void TearDown() override
    {
        window.reset();
        session.reset();
        SettingsTest::TearDown();
    }

    MainWindow &open(const Credentials &credentials = {})
    {
        window.reset();
        session = answer(Session::open({Target::LocalFile, database->path()}, credentials, database->registry()));
        return show();
    }
    /// A window on the session there is, as after a restart.
    MainWindow &show()
    {
        window = std::make_unique<MainWindow>(session);
        window->restoreState();
        window->show();
        EXPECT_TRUE(settle());
        return *window;
    }
    bool settle()
    {
        return waitUntil([this] { return !window->tabs().currentPage() || window->tabs().currentPage()->isSettled(); });
    }
    /// Presses a shortcut where the focus is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        window->activateWindow();
        QWidget *target = window->focusWidget() ? window->focusWidget() : window.get();
        QTest::keyClick(target, key, modifiers);
    }
    /// A record of any entity whose title field is a text, saved behind the window's back.
    Id make(const QString &entity, const QString &title)
    {
        auto repository = database->asSystem();
        Document document{Record(repository->catalog()->at(entity))};
        document.set(document.entity().titleField(), title);
        return repository->save(document).document.id();
    }

    std::unique_ptr<TempDatabase> database;
    std::shared_ptr<Session> session;
    std::unique_ptr<MainWindow> window;
};

} // namespace crm::test
