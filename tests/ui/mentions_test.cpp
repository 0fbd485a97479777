// Calling people in a comment: proposals while one types, what is sent and shown, and how the one who is called learns.
#include "core/model/mentions.h"
#include "tests/ui/record_fixture.h"
#include "ui/records/mention_box.h"
#include "ui/records/thread_panel.h"
#include "ui/shell/mention_bell.h"
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTextBrowser>

namespace crm::test {
namespace {

class MentionsInComments : public RecordTest
{
protected:
    void SetUp() override
    {
        RecordTest::SetUp();
        anna = person("anna", QString::fromUtf8("\u0410\u043d\u043d\u0430 \u041f\u0435\u0442\u0440\u043e\u0432\u0430"),
                      "Manager (all records)");
        boris = person("boris", "Otto Orlov", "Manager (all records)");
        person("bella", "Bella Stone", "Staff (own records)");
        person("cora", "Cora West", "Manager (all records)");
        client = make("clients", "Blue Whale");
    }
    Id person(const char *login, const QString &name, const char *role)
    {
        const Id id = database->addUser(QLatin1String(login), QLatin1String(role));
        storeElsewhere("users", id, "name", name);
        return id;
    }
    ThreadPanel &thread()
    {
        auto &page = record("clients", client);
        auto *found = page.findChild<ThreadPanel *>();
        EXPECT_TRUE(waitUntil([&] { return !found->isLoading(); }));
        window->activateWindow();
        found->input()->setFocus();
        return *found;
    }
    /// keyClicks() knows ASCII alone.
    static void types(QPlainTextEdit &edit, const QString &text)
    {
        for (const QChar c : text)
            QTest::sendKeyEvent(QTest::Click, &edit, Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
    static QStringList proposed(const MentionBox &box)
    {
        QStringList out;
        for (int i = 0; box.isOpen() && i < box.list()->count(); ++i)
            out << box.list()->item(i)->text().section(QStringLiteral("   "), 0, 0);
        return out;
    }
    Document lastComment()
    {
        auto repository = database->asSystem();
        Query query("comments");
        query.sort = Query::parseSort("-id");
        const Page page = repository->page(query, {});
        return page.rows.isEmpty() ? Document() : stored("comments", page.rows.first().id);
    }
    Id anna = 0, boris = 0, client = 0;
    const QString annasName = QString::fromUtf8("\u0410\u043d\u043d\u0430 \u041f\u0435\u0442\u0440\u043e\u0432\u0430");
};

TEST_F(MentionsInComments, AreProposedAndTakenByTheKeyboard)
{
    open({"cora", "secret-1"});
    ThreadPanel &panel = thread();
    QPlainTextEdit &edit = *panel.input();
    MentionBox &box = *panel.mentions();
    types(edit, "Mail me@b");
    types(edit, "oris.example, ");
    EXPECT_FALSE(box.audience()) << "an address asks for nobody";
    types(edit, "@b");
    ASSERT_TRUE(waitUntil([&] { return box.isOpen(); }));
    EXPECT_EQ(proposed(box), QStringList{"Otto Orlov"}) << "nobody who does not see the record";
    EXPECT_TRUE(edit.hasFocus());
    QTest::keyClick(&edit, Qt::Key_Escape);
    EXPECT_FALSE(box.isOpen());
    types(edit, "o");
    EXPECT_FALSE(box.isOpen()) << "closed by hand";
    QTest::keyClick(&edit, Qt::Key_Backspace);
    QTest::keyClick(&edit, Qt::Key_Backspace);
    QTest::keyClick(&edit, Qt::Key_Backspace);
    types(edit, u'@' + QString::fromUtf8("\u0430\u043d\u043d\u0430 \u043f")); // by first and last name, any case
    ASSERT_TRUE(box.isOpen());
    QTest::keyClick(&edit, Qt::Key_Return);
    EXPECT_FALSE(box.isOpen());
    types(edit, "and @orl");
    EXPECT_EQ(proposed(box), QStringList{"Otto Orlov"});
    QTest::keyClick(&edit, Qt::Key_Tab);
    EXPECT_TRUE(edit.hasFocus()) << "Tab takes, it does not leave";
    EXPECT_EQ(edit.toPlainText(), "Mail me@boris.example, @" + annasName + " and @Otto Orlov ");
    const QString before = "Mail me@boris.example, ";
    EXPECT_EQ(box.markdown(), before + mentionLink(annasName, anna) + " and " + mentionLink("Otto Orlov", boris) + ' ');
    QTest::keyClick(&edit, Qt::Key_Backspace);
    QTest::keyClick(&edit, Qt::Key_Backspace);
    EXPECT_TRUE(box.markdown().endsWith(" and @Otto Orlo"))
        << "changed by hand it is nobody: " << qPrintable(box.markdown());
    QTest::keyClick(&edit, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return panel.count() == 1; }));
    EXPECT_EQ(lastComment().head().ids("mentions"), IdList{anna});
    EXPECT_TRUE(edit.toPlainText().isEmpty());
}

TEST_F(MentionsInComments, UpAndDownChooseAndTheMouseDoes)
{
    person("bruno", "Bruno Maas", "Manager (all records)");
    open({"cora", "secret-1"});
    ThreadPanel &panel = thread();
    QPlainTextEdit &edit = *panel.input();
    MentionBox &box = *panel.mentions();
    edit.setLayoutDirection(Qt::RightToLeft);
    types(edit, "@b");
    ASSERT_TRUE(waitUntil([&] { return box.isOpen(); }));
    EXPECT_EQ(proposed(box), (QStringList{"Bruno Maas", "Otto Orlov"}));
    QTest::keyClick(&edit, Qt::Key_Up);
    EXPECT_EQ(box.list()->currentRow(), 1) << "round";
    QTest::keyClick(&edit, Qt::Key_Down);
    QTest::keyClick(&edit, Qt::Key_Down);
    QTest::keyClick(&edit, Qt::Key_Enter);
    EXPECT_EQ(edit.toPlainText(), "@Otto Orlov ");
    types(edit, "@br");
    ASSERT_TRUE(box.isOpen());
    QTest::mouseClick(box.list()->viewport(), Qt::LeftButton, {},
                      box.list()->visualItemRect(box.list()->item(0)).center());
    EXPECT_EQ(edit.toPlainText(), "@Otto Orlov @Bruno Maas ");
    edit.undo();
    EXPECT_FALSE(edit.toPlainText().contains("Maas")) << "taken back in one step";
}

TEST_F(MentionsInComments, WhoDoesNotSeeTheRecordIsNamedAfterwards)
{
    open({"cora", "secret-1"});
    ThreadPanel &panel = thread();
    panel.input()->setPlainText("@bella and @anna");
    panel.send();
    ASSERT_TRUE(waitUntil([&] { return window->toastPopup().isVisible(); }));
    EXPECT_TRUE(window->toastPopup().text().contains("Bella Stone")) << qPrintable(window->toastPopup().text());
    EXPECT_FALSE(window->toastPopup().text().contains(annasName));
}

TEST_F(MentionsInComments, StandOutAndLeadToThePersonByTheNameOfToday)
{
    {
        auto repository = database->asSystem();
        Document d{Record(repository->catalog()->at("comments"))};
        d.set("text", "Ask @anna or @boris");
        d.set("parent_entity", "clients");
        d.set("parent_id", client);
        repository->save(d);
    }
    storeElsewhere("users", boris, "name", "Boris Newman");
    open({"anna", "secret-1"});
    ThreadPanel &panel = thread();
    auto *text = panel.findChild<QTextBrowser *>();
    ASSERT_TRUE(text);
    EXPECT_EQ(text->toPlainText(), "Ask @" + annasName + " or @Boris Newman");
    const auto formatAt = [&](const QString &word) {
        QTextCursor cursor = text->document()->find(word);
        return cursor.charFormat();
    };
    EXPECT_EQ(formatAt(annasName).background().color(), colors().accent) << "oneself";
    EXPECT_EQ(formatAt("Newman").background().style(), Qt::NoBrush);
    EXPECT_EQ(mentionedBy(formatAt("Newman").anchorHref()), boris);
    Q_EMIT text->anchorClicked(QUrl(formatAt("Newman").anchorHref()));
    EXPECT_TRUE(waitUntil([&] { return window->tabs().currentKey() == QStringLiteral("record/users/%1").arg(boris); }));
}

TEST_F(MentionsInComments, AreToldWithinTheFeedAndCountedUntilOneLooks)
{
    open({"anna", "secret-1"});
    MentionBell &bell = *mentionsOf(*window);
    const auto say = [&](const QString &text) {
        auto repository = database->as("boris", "secret-1");
        Document d{Record(repository->catalog()->at("comments"))};
        d.set("text", text);
        d.set("parent_entity", "clients");
        d.set("parent_id", client);
        repository->save(d);
    };
    say("Nothing for you");
    say("@anna, please call them");
    ASSERT_TRUE(waitUntil([&] { return window->toastPopup().isVisible(); }));
    EXPECT_TRUE(window->toastPopup().text().contains("please call them")) << qPrintable(window->toastPopup().text());
    EXPECT_TRUE(window->toastPopup().text().startsWith("Otto Orlov"));
    EXPECT_EQ(bell.unseen(), 1);
    window->toastPopup().actionButton()->click();
    EXPECT_TRUE(settle());
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("record/clients/%1").arg(client));
    press(Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(bell.openMenu());
    EXPECT_EQ(bell.unseen(), 0);
    const QList<QAction *> actions = bell.openMenu()->actions();
    EXPECT_TRUE(actions.first()->text().contains("please call them"));
    EXPECT_TRUE(actions.first()->text().contains("Blue Whale"));
    actions.last()->trigger();
    EXPECT_TRUE(settle());
    EXPECT_TRUE(window->tabs().currentKey().startsWith("list/comments"));
    bell.openMenu()->close();
}

} // namespace
} // namespace crm::test
