// What all stories share: a database of the engine of this run (its own, like new), people who work in it through real
// windows, and an eye that reads what came of it by a connection that no window knows.
//
//     TEST_F(ListStories, ACellIsEditedInPlace)
//     {
//         const Id id = made("items", {{"title", "Bolt"}});
//         Person &anna = comes("anna");
//         anna.opensList("Items");
//         anna.edits("Bolt", "title", "Nut");
//         EXPECT_SOON(value("items", id, "title") == "Nut");
//     }
//
// Questions, dialogs and menus that hold up the call that opens them are answered by steps laid down before it.
#pragma once
#include "tests/stories/person.h"
#include <QTimer>
#include <map>

/// What the window does is written by another thread: waits for it.
#define EXPECT_SOON(...) EXPECT_TRUE(::crm::test::waitUntil([&] { return bool(__VA_ARGS__); }))
#define ASSERT_SOON(...) ASSERT_TRUE(::crm::test::waitUntil([&] { return bool(__VA_ARGS__); }))

namespace crm::test {

class Story : public SettingsTest
{
protected:
    inline static const char *manager = "Manager (all records)", *staff = "Staff (own records)";
    void SetUp() override;
    void TearDown() override;

    /// A person with the stock role of that name ("admin": the administrator that every database has), at their window.
    Person &comes(const QString &name, const QString &role = QString::fromLatin1(manager));
    Person &person(const QString &name); ///< who has come
    void leaves(const QString &name);    ///< the window dies

    // Steps for what is about to open. Each is taken once, in order.
    void inDialog(std::function<void(QDialog &)> step);
    void inDialog(const QString &button); ///< clicks it
    void inMenu(const QStringList &path); ///< "Group by" > "Status": entries that begin so

    // What the database holds, read by a connection of its own.
    Repository &eye() { return *m_eye; }
    void looksAnew(); ///< after custom fields have come
    Document stored(const QString &entity, Id id);
    QVariant value(const QString &entity, Id id, const char *field);
    QString text(const QString &entity, Id id, const char *field) { return value(entity, id, field).toString(); }
    bool isTrashed(const QString &entity, Id id);
    qint64 count(const QString &entity, const QString &where = {});
    Id idOf(const QString &entity, const QString &where); ///< of the only one; 0: none, or several

    // What others do, or have done before the story begins.
    Id made(const QString &entity, const QVariantMap &values);
    IdList madeMany(const QString &entity, int count, const std::function<QVariantMap(int)> &values);
    void changed(const QString &entity, Id id, const QVariantMap &values);
    void removed(const QString &entity, Id id);
    Id userId(const QString &name);
    QString file(const QString &name, const QByteArray &content);
    QString path(const QString &name) const { return m_files.filePath(name); }

    std::unique_ptr<TempDatabase> database;

private:
    struct Step
    {
        bool menu;
        std::function<void(QWidget &)> run;
    };
    void watch();
    std::map<QString, std::unique_ptr<Person>> m_people;
    std::unique_ptr<Repository> m_eye;
    QList<Step> m_steps;
    QList<QPointer<QWidget>> m_seen;
    std::unique_ptr<QObject> m_watch;
    QElapsedTimer m_unanswered;
    QTemporaryDir m_files;
};

} // namespace crm::test
