// Two people at one record, and what one may see of the other's.
#include "core/model/mentions.h"
#include "tests/stories/story.h"
#include "ui/records/mention_box.h"
#include "ui/records/thread_panel.h"
#include "ui/shell/mention_bell.h"
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>

using namespace crm;
using namespace crm::test;

namespace {

class TogetherStories : public Story
{
protected:
    void SetUp() override
    {
        Story::SetUp();
        client = made("clients", {{"name", "Roses"}, {"city", "Omsk"}, {"phone", "111"}});
    }
    /// Anna has the client open and has typed; somebody else has saved the same fields meanwhile.
    Person &meets(const QVariantMap &theirs)
    {
        Person &anna = comes("anna");
        anna.opensRecord("Roses");
        anna.fills("city", "Perm");
        anna.fills("phone", "222");
        changed("clients", client, theirs);
        anna.presses(Qt::Key_S, Qt::ControlModifier);
        return anna;
    }
    /// In the dialog that shows both: that value, by a click.
    static void take(QDialog &dialog, const QString &text)
    {
        for (auto *radio : dialog.findChildren<QRadioButton *>()) {
            if (radio->text() == text)
                return QTest::mouseClick(radio, Qt::LeftButton, {}, QPoint(10, radio->height() / 2));
        }
        ADD_FAILURE() << "the dialog does not offer " << qPrintable(text);
    }
    static void press(QDialog &dialog, const QString &text)
    {
        for (auto *one : dialog.findChildren<QPushButton *>()) {
            if (one->text() == text)
                return QTest::mouseClick(one, Qt::LeftButton);
        }
        ADD_FAILURE() << "no button " << qPrintable(text);
        dialog.reject();
    }
    QString now(const char *field) { return text("clients", client, field); }
    Id client = 0;
};

} // namespace

TEST_F(TogetherStories, DifferentFieldsOfTwoPeopleAreBothKeptInSilence)
{
    Person &anna = meets({{"email", "roses@example.com"}, {"vat_number", "77"}});
    EXPECT_SOON(now("city") == "Perm");
    EXPECT_EQ(now("phone"), "222");
    EXPECT_EQ(now("email"), "roses@example.com");
    EXPECT_EQ(now("vat_number"), "77");
    EXPECT_SOON(anna.record().isIdle() && !anna.record().hasUnsavedChanges());
    EXPECT_TRUE(Prompts::takeAsked().isEmpty()) << "there is nothing to ask";
}

TEST_F(TogetherStories, OfTheSameFieldMineIsKept)
{
    inDialog("Save"); // as it stands: mine
    meets({{"city", "Tula"}, {"email", "roses@example.com"}});
    EXPECT_SOON(now("city") == "Perm");
    EXPECT_EQ(now("email"), "roses@example.com");
    EXPECT_EQ(now("phone"), "222");
}

TEST_F(TogetherStories, OfTheSameFieldTheirsIsKept)
{
    inDialog([](QDialog &dialog) {
        take(dialog, "Tula");
        press(dialog, "Save");
    });
    meets({{"city", "Tula"}});
    EXPECT_SOON(now("phone") == "222");
    EXPECT_EQ(now("city"), "Tula");
}

TEST_F(TogetherStories, OfTwoFieldsEachIsDecidedByItself)
{
    inDialog([](QDialog &dialog) {
        EXPECT_EQ(dialog.findChildren<QRadioButton *>().size(), 4) << "two fields, two values each";
        take(dialog, "333");
        press(dialog, "Save");
    });
    meets({{"city", "Tula"}, {"phone", "333"}});
    EXPECT_SOON(now("city") == "Perm");
    EXPECT_EQ(now("phone"), "333");
}

TEST_F(TogetherStories, WhoTurnsBackFromTheQuestionLosesNothing)
{
    inDialog("Back to the form");
    Person &anna = meets({{"city", "Tula"}});
    ASSERT_SOON(anna.record().isIdle());
    EXPECT_EQ(now("city"), "Tula");
    EXPECT_EQ(qobject_cast<QLineEdit *>(&anna.control("city"))->text(), "Perm");
    inDialog("Save");
    anna.presses(Qt::Key_S, Qt::ControlModifier);
    EXPECT_SOON(now("city") == "Perm");
}

TEST_F(TogetherStories, WhatIsEditedHereAndDeletedThereIsRestoredAndSaved)
{
    Person &anna = comes("anna");
    anna.opensRecord("Roses");
    anna.fills("city", "Perm");
    removed("clients", client);
    inDialog("Restore and save");
    anna.presses(Qt::Key_S, Qt::ControlModifier);
    EXPECT_SOON(!isTrashed("clients", client) && now("city") == "Perm");
}

TEST_F(TogetherStories, WhatIsEditedHereAndDeletedThereMayStayDeleted)
{
    Person &anna = comes("anna");
    anna.opensRecord("Roses");
    anna.fills("city", "Perm");
    removed("clients", client);
    inDialog("Discard my changes");
    anna.presses(Qt::Key_S, Qt::ControlModifier);
    ASSERT_SOON(!qobject_cast<RecordPage *>(&anna.page())) << "the page goes with the record";
    EXPECT_TRUE(isTrashed("clients", client));
    EXPECT_EQ(now("city"), "Omsk");
}

TEST_F(TogetherStories, TwoWindowsOnOneRecordFollowEachOther)
{
    Person &anna = comes("anna"), &boris = comes("boris");
    boris.opensRecord("Roses");
    boris.fills("phone", "999");
    anna.turnsTo();
    anna.opensRecord("Roses");
    anna.fills("city", "Perm");
    anna.saves();
    ASSERT_EQ(now("city"), "Perm");
    // What is new comes into the other form, beside what is being typed there.
    boris.turnsTo();
    EXPECT_SOON(qobject_cast<QLineEdit *>(&boris.control("city"))->text() == "Perm");
    EXPECT_EQ(qobject_cast<QLineEdit *>(&boris.control("phone"))->text(), "999");
    boris.saves();
    EXPECT_EQ(now("phone"), "999");
    EXPECT_EQ(now("city"), "Perm");
}

TEST_F(TogetherStories, WhoLosesTheRightLosesTheRow)
{
    Person &admin = comes("admin"), &cora = comes("cora", staff);
    changed("clients", client, {{"owner_id", userId("cora")}});
    cora.opensList("Clients");
    ASSERT_EQ(cora.titles(), QStringList{"Roses"});
    admin.turnsTo();
    admin.opensRecord("Roses");
    admin.goesInto("owner_id");
    admin.presses(Qt::Key_A, Qt::ControlModifier);
    admin.picks("adm", "admin");
    admin.saves();
    ASSERT_EQ(stored("clients", client).head().ref("owner_id"), userId("admin"));
    cora.turnsTo();
    EXPECT_SOON(cora.titles().isEmpty()) << "it goes out of the list by itself";
    auto hers = database->as("cora", "secret-1");
    EXPECT_EQ(hers->totals(Query("clients"), {}).count, 0);
}

TEST_F(TogetherStories, ACommentIsWrittenAndReadByTheOtherWhomItCalls)
{
    Person &anna = comes("anna"), &boris = comes("boris");
    boris.opensRecord("Roses");
    anna.turnsTo();
    anna.opensRecord("Roses");
    anna.clicksTab("Comments");
    auto &thread = anna.sees<ThreadPanel>();
    anna.clicks(*thread.input());
    anna.types("**Call** @bor");
    ASSERT_SOON(thread.mentions()->isOpen());
    anna.presses(Qt::Key_Tab);
    anna.types("on Monday");
    anna.presses(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_SOON(count("comments") == 1);
    const Id id = idOf("comments", "parent_entity = clients");
    EXPECT_EQ(text("comments", id, "text"), "**Call** " + mentionLink("boris", userId("boris")) + " on Monday");
    EXPECT_EQ(stored("comments", id).head().ids("mentions"), IdList{userId("boris")});
    EXPECT_EQ(stored("comments", id).head().ref("parent_id"), client);
    EXPECT_EQ(stored("comments", id).head().ref("author_id"), userId("anna"));
    EXPECT_SOON([&] {
        for (const auto *label : boris.page().findChildren<QLabel *>())
            if (label->text() == "anna")
                return true;
        return false;
    }()) << "it comes by itself";
    const Toast &told = boris.window().toastPopup();
    EXPECT_SOON(told.isVisible() && told.text().startsWith("anna")) << "and says that it is for him";
    EXPECT_TRUE(told.text().contains("@boris on Monday"));
    EXPECT_EQ(mentionsOf(boris.window())->unseen(), 1);
}
