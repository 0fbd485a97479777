// What the tests of the record pages stand on: a real session on a temporary database and a window that notes what
// it was asked to do.
#pragma once
#include "core/store/session.h"
#include "tests/support/temp_database.h"
#include "ui/shell/navigator.h"
#include <QElapsedTimer>
#include <QSettings>
#include <QTest>
#include <QWidget>
#include <gtest/gtest.h>

namespace crm::test {

/// Waits for the answer; throws what the worker threw.
template<class T> T answer(QFuture<T> future)
{
    QElapsedTimer timer;
    timer.start();
    while (!future.isFinished() && timer.elapsed() < 20'000)
        QTest::qWait(2);
    if constexpr (std::is_void_v<T>)
        future.waitForFinished();
    else
        return future.result();
}

/// Runs the event loop until it holds or ten seconds are over.
template<class Fn> bool until(Fn holds, int ms = 10'000)
{
    QElapsedTimer timer;
    timer.start();
    while (!holds() && timer.elapsed() < ms)
        QTest::qWait(5);
    return holds();
}

class TestWindow : public Navigator
{
public:
    explicit TestWindow(Session &session)
        : m_session(session)
    {}

    void openList(const QString &entity, const Query &) override { lists.append(entity); }
    void openRecord(const QString &entity, Id id) override { opened.append({entity, id}); }
    void newRecord(const QString &entity, const QVariantMap &values) override
    {
        created.append(entity);
        preset = values;
    }
    void openKey(const QString &key) override { keys.append(key); }
    void toast(const QString &text, std::function<void()> undo) override
    {
        toasts.append(text);
        lastUndo = std::move(undo);
    }
    void showError(const Error &error) override { errors.append(error.sentence()); }
    Session &session() override { return m_session; }
    FormatContext format() const override
    {
        return {QLocale(QLocale::English, QLocale::UnitedKingdom), m_session.catalog()->baseCurrency, {}};
    }
    QWidget *window() override { return &m_window; }

    QStringList lists, created, keys, toasts, errors;
    QList<QPair<QString, Id>> opened;
    QVariantMap preset;
    std::function<void()> lastUndo;

private:
    Session &m_session;
    QWidget m_window;
};

/// A database, its admin at work, a window; settings of its own that go with it.
class RecordsTest : public ::testing::Test
{
protected:
    RecordsTest();
    ~RecordsTest() override;

    Session &session() { return *m_session; }
    TestWindow &window() { return *m_window; }
    TempDatabase &database() { return m_database; }
    const Catalog &catalog() { return *m_session->catalog(); }
    /// Saves a record with these values, through the session.
    Document make(const QString &entity, const QVariantMap &values);
    /// Many of them at once, through the store.
    void makeMany(const QString &entity, int count, const std::function<void(Document &, int)> &fill);
    Document stored(const QString &entity, Id id) { return answer(session().openRecord(entity, id)).document; }

private:
    TempDatabase m_database;
    QTemporaryDir m_settings;
    std::shared_ptr<Session> m_session;
    std::unique_ptr<TestWindow> m_window;
};

} // namespace crm::test
