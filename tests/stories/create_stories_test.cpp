// How records come to be and are changed by the form: by mouse, by keys alone, with faults, with a crash in between.
#include "tests/stories/story.h"
#include "ui/records/quick_create.h"
#include <QLineEdit>

using namespace crm;
using namespace crm::test;

namespace {
class FormStories : public Story
{
protected:
    /// Types into a client and is gone with the program.
    void leavesADraft(Id id, const char *field, const QString &value, int fieldsOfDraft = 1)
    {
        Person &anna = comes("anna");
        anna.opensRecord(text("clients", id, "name"));
        anna.fills(field, value);
        const DraftStore drafts(anna.session().target().key());
        ASSERT_SOON(drafts.find("clients", id).value_or(Draft()).fields.size() == fieldsOfDraft);
        leaves("anna");
    }
};
} // namespace

TEST_F(FormStories, AClientIsMadeWithTheMouse)
{
    Person &anna = comes("anna");
    anna.opensList("Clients");
    anna.clicks("New: Client", &anna.list());
    anna.waits();
    anna.fills("name", "Blue Whale");
    anna.fills("phone", "+7 912 345-67-89");
    anna.clicks("Save");
    ASSERT_SOON(count("clients") == 1);
    const Id id = idOf("clients", "name = 'Blue Whale'");
    EXPECT_EQ(text("clients", id, "phone"), "+7 912 345-67-89");
    EXPECT_EQ(stored("clients", id).head().ref("owner_id"), userId("anna")) << "it belongs to who made it";
}

TEST_F(FormStories, AClientIsMadeByKeysAlone)
{
    Person &anna = comes("anna");
    anna.asks("new client", "New: Client");
    anna.waits();
    ASSERT_EQ(QApplication::focusWidget(), &anna.control("name")) << "what it needs first; the type is chosen already";
    anna.types("Tulips");
    for (int i = 0; i < 40 && QApplication::focusWidget() != &anna.control("phone"); ++i)
        anna.presses(Qt::Key_Tab);
    ASSERT_EQ(QApplication::focusWidget(), &anna.control("phone"));
    anna.types("5551234");
    anna.saves();
    const Id id = idOf("clients", "name = Tulips");
    ASSERT_GT(id, 0);
    EXPECT_EQ(text("clients", id, "phone"), "5551234");
    // And changed, again without the mouse.
    anna.presses(Qt::Key_W, Qt::ControlModifier);
    anna.opensRecord("Tulips");
    for (int i = 0; i < 60 && QApplication::focusWidget() != &anna.control("city"); ++i)
        anna.presses(Qt::Key_Tab);
    anna.types("Perm");
    anna.saves();
    EXPECT_EQ(text("clients", id, "city"), "Perm");
}

TEST_F(FormStories, AnInvoiceIsMadeForTheClientThatOneLooksAt)
{
    const Id roses = made("clients", {{"name", "Roses"}});
    Person &anna = comes("anna");
    anna.opensRecord("Roses");
    anna.asks("new invoice", "New: Invoice for \u201cRoses\u201d");
    anna.waits();
    anna.fills("note", "As agreed");
    anna.saves();
    EXPECT_EQ(stored("invoices", idOf("invoices", "note = 'As agreed'")).head().ref("client_id"), roses);
}

TEST_F(FormStories, AClientIsMadeWhileItsContactIsWritten)
{
    Person &anna = comes("anna");
    anna.opensList("Contacts");
    anna.presses(Qt::Key_N, Qt::ControlModifier);
    anna.waits();
    anna.fills("first_name", "Bea");
    anna.goesInto("client_id");
    inDialog("Create");
    anna.picks("Orchids", "Create");
    ASSERT_SOON(count("clients") == 1);
    const Id client = idOf("clients", "name = Orchids");
    ASSERT_GT(client, 0);
    EXPECT_EQ(count("contacts"), 0) << "the contact is still being written";
    anna.saves();
    const Id contact = idOf("contacts", "first_name = Bea");
    ASSERT_GT(contact, 0);
    EXPECT_EQ(stored("contacts", contact).head().ref("client_id"), client);
}

TEST_F(FormStories, WhatIsMissingOrCannotBeReadIsRefusedUntilItIsMended)
{
    Person &anna = comes("anna");
    anna.asks("new item", "New: Item");
    anna.fills("rate", "a lot");
    anna.presses(Qt::Key_S, Qt::ControlModifier);
    EXPECT_SOON(!anna.faultAt("title").isEmpty());
    EXPECT_FALSE(anna.faultAt("rate").isEmpty());
    EXPECT_EQ(count("items"), 0);
    anna.fills("title", "Bolt");
    anna.fills("rate", "-5");
    anna.presses(Qt::Key_S, Qt::ControlModifier);
    EXPECT_SOON(!anna.faultAt("rate").isEmpty()) << "a price is not below nothing";
    EXPECT_EQ(count("items"), 0);
    anna.fills("rate", "12.5");
    anna.saves();
    const Id id = idOf("items", "title = Bolt");
    ASSERT_GT(id, 0);
    EXPECT_EQ(value("items", id, "rate").toLongLong(), 1250);
}

TEST_F(FormStories, WhatARuleOfTheBusinessRefusesStaysOnTheForm)
{
    const Id client = made("clients", {{"name", "Roses"}});
    const Id order = made("orders", {{"client_id", client}, {"order_date", QDate(2026, 5, 10)}});
    Person &anna = comes("anna");
    anna.opensList("Orders");
    anna.clicksCell(stored("orders", order).head().title(), "number");
    anna.presses(Qt::Key_Return);
    anna.waits();
    anna.fills("shipped_date", "2026-05-01");
    anna.presses(Qt::Key_S, Qt::ControlModifier);
    EXPECT_SOON(!anna.faultAt("shipped_date").isEmpty());
    EXPECT_FALSE(value("orders", order, "shipped_date").toDate().isValid());
    anna.fills("shipped_date", "2026-05-12");
    anna.saves();
    EXPECT_EQ(value("orders", order, "shipped_date").toDate(), QDate(2026, 5, 12));
}

TEST_F(FormStories, LeavingAsksAndDoesWhatIsAnswered)
{
    const Id id = made("clients", {{"name", "Roses"}});
    Person &anna = comes("anna");
    anna.opensRecord("Roses");
    anna.fills("city", "Omsk");
    inDialog("Cancel");
    anna.presses(Qt::Key_W, Qt::ControlModifier);
    EXPECT_TRUE(anna.record().hasUnsavedChanges());
    inDialog("Discard");
    anna.presses(Qt::Key_W, Qt::ControlModifier);
    EXPECT_EQ(text("clients", id, "city"), "");
    anna.opensRecord("Roses");
    anna.fills("city", "Perm");
    inDialog("Save");
    anna.presses(Qt::Key_W, Qt::ControlModifier);
    EXPECT_SOON(text("clients", id, "city") == "Perm");
}

TEST_F(FormStories, ADraftOutlivesTheDeathOfTheProgram)
{
    const Id id = made("clients", {{"name", "Roses"}, {"phone", "111"}});
    Person *anna = &comes("anna");
    anna->opensRecord("Roses");
    anna->fills("city", "Omsk");
    anna->fills("phone", "222");
    const DraftStore drafts(anna->session().target().key());
    ASSERT_SOON(drafts.find("clients", id).has_value());
    leaves("anna");
    EXPECT_EQ(text("clients", id, "city"), "");
    changed("clients", id, {{"email", "roses@example.com"}}); // somebody goes on with it meanwhile
    anna = &comes("anna");
    anna->opensRecord("Roses");
    anna->clicks("Restore the draft");
    anna->saves();
    EXPECT_EQ(text("clients", id, "city"), "Omsk");
    EXPECT_EQ(text("clients", id, "phone"), "222");
    EXPECT_EQ(text("clients", id, "email"), "roses@example.com");
    EXPECT_SOON(!drafts.find("clients", id).has_value());
}

TEST_F(FormStories, ADraftWaitsForItsAnswerWhateverIsSavedMeanwhile)
{
    const Id id = made("clients", {{"name", "Roses"}, {"phone", "111"}});
    leavesADraft(id, "city", "Omsk");
    Person &anna = comes("anna");
    anna.opensRecord("Roses");
    anna.fills("phone", "222");
    anna.saves();
    EXPECT_EQ(text("clients", id, "phone"), "222");
    EXPECT_EQ(text("clients", id, "city"), "");
    anna.clicks("Restore the draft");
    anna.saves();
    EXPECT_EQ(text("clients", id, "city"), "Omsk");
    EXPECT_EQ(text("clients", id, "phone"), "222");
    EXPECT_SOON(!DraftStore(anna.session().target().key()).find("clients", id).has_value());
}

TEST_F(FormStories, WhatIsTypedBesideAWaitingDraftOutlivesTheProgramTogetherWithIt)
{
    const Id id = made("clients", {{"name", "Roses"}, {"phone", "111"}});
    leavesADraft(id, "city", "Omsk");
    leavesADraft(id, "phone", "222", 2);
    Person &anna = comes("anna");
    anna.opensRecord("Roses");
    anna.clicks("Restore the draft");
    anna.saves();
    EXPECT_EQ(text("clients", id, "city"), "Omsk");
    EXPECT_EQ(text("clients", id, "phone"), "222");
}

TEST_F(FormStories, TheStartTellsOnceOfDraftsThatAProgramLeft)
{
    const Id id = made("clients", {{"name", "Roses"}});
    leavesADraft(id, "city", "Omsk");
    Person *anna = &comes("anna");
    QTest::qWait(200);
    EXPECT_FALSE(anna->window().banner().isVisible()) << "this run of the program is at work on it";
    DraftStore drafts(anna->session().target().key());
    Draft left = *drafts.find("clients", id);
    left.program = QStringLiteral("a run that is over");
    drafts.write(left);
    drafts.flush();
    leaves("anna");
    anna = &comes("anna");
    ASSERT_SOON(anna->window().banner().isVisible());
    anna->clicks("Open them");
    leaves("anna");
    anna = &comes("anna");
    QTest::qWait(200);
    EXPECT_FALSE(anna->window().banner().isVisible()) << "it has been told";
    anna->opensRecord("Roses");
    anna->clicks("Restore the draft");
    anna->saves();
    EXPECT_EQ(text("clients", id, "city"), "Omsk");
}

TEST_F(FormStories, TheOfferOfADraftIsReachedBackFromTheFirstField)
{
    const Id id = made("clients", {{"name", "Roses"}});
    leavesADraft(id, "city", "Omsk");
    Person &anna = comes("anna");
    anna.opensRecord("Roses");
    anna.presses(Qt::Key_Tab, Qt::ShiftModifier, 2); // over its cross
    const auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
    ASSERT_NE(button, nullptr);
    EXPECT_EQ(button->text(), QStringLiteral("Restore the draft"));
}

TEST_F(FormStories, ADraftOfWhatWasNeverSavedIsTakenUpAgain)
{
    Person *anna = &comes("anna");
    anna->asks("new client", "New: Client");
    anna->fills("name", "Orchids");
    const DraftStore drafts(anna->session().target().key());
    ASSERT_SOON(!drafts.unsaved("clients").isEmpty());
    leaves("anna");
    EXPECT_EQ(count("clients"), 0);
    anna = &comes("anna");
    anna->asks("new client", "New: Client");
    anna->clicks("Restore the draft");
    anna->saves();
    EXPECT_EQ(count("clients", "name = Orchids"), 1);
    EXPECT_EQ(count("clients"), 1);
}
