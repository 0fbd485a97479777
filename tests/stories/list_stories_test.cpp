// What people do in lists: edit in place, sort, group, filter, change many at once, delete, restore.
#include "tests/stories/story.h"
#include "ui/records/batch_dialog.h"
#include "ui/records/field_editor.h"
#include "ui/records/filter_bar.h"
#include "ui/records/grouped_list_model.h"
#include "ui/records/list_header.h"
#include "ui/records/record_table.h"
#include <QComboBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QToolButton>

using namespace crm;
using namespace crm::test;

namespace {

class ListStories : public Story
{
protected:
    Id item(const QString &title, qint64 rate, const QString &code = {})
    {
        return made("items", {{"title", title}, {"rate", rate}, {"code", code}});
    }
    /// So many at once, "Item 000" and on; with a price of 1.
    IdList items(int many)
    {
        return madeMany("items", many, [](int i) {
            return QVariantMap{{"title", QStringLiteral("Item %1").arg(i, 3, 10, QChar(u'0'))}, {"rate", qint64(100)}};
        });
    }
    void clicksHeading(Person &who, const char *path, Qt::KeyboardModifiers modifiers = {})
    {
        ListPanel &panel = who.list();
        QHeaderView &header = *panel.table()->header();
        const int column = int(panel.model()->query().columns.indexOf(QString::fromLatin1(path)));
        const int x = header.sectionViewportPosition(column) + header.sectionSize(column) / 3;
        QTest::mouseClick(header.viewport(), Qt::LeftButton, modifiers,
                          QPoint(x, 10)); // what filters stands below the names
        who.waits();
    }
    /// The dialog that changes many, opened by its key, with the numbers in it.
    BatchDialog &changesMany(Person &who)
    {
        who.presses(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        auto &dialog = who.sees<BatchDialog>();
        EXPECT_SOON(dialog.isReady());
        return dialog;
    }
};

} // namespace

TEST_F(ListStories, TextAndMoneyAreEditedInPlace)
{
    const Id id = item("Bolt", 100), other = item("Screw", 200);
    Person &anna = comes("anna");
    anna.opensList("Items");
    anna.edits("Bolt", "title", "Nut");
    EXPECT_SOON(text("items", id, "title") == "Nut");
    anna.clicksCell("Nut", "rate");
    anna.presses(Qt::Key_F2);
    anna.typesOver("3.75");
    anna.presses(Qt::Key_Tab);
    EXPECT_SOON(value("items", id, "rate").toLongLong() == 375);
    EXPECT_EQ(text("items", other, "title"), "Screw");
    EXPECT_EQ(value("items", other, "rate").toLongLong(), 200);
}

TEST_F(ListStories, YesNoDateAndStatusAreEditedInPlace)
{
    Person &anna = comes("anna");
    anna.asks("new to-do", "New: To-do item");
    anna.fills("title", "Water the plants");
    anna.saves();
    const Id task = made("tasks", {{"title", "Plant"}});
    ASSERT_EQ(anna.opensList("To-do list").model()->rowCount(), 1);
    // It is hers alone: the window tells that it changed, she herself what it is now.
    auto hers = database->as("anna", "secret-1");
    const Id todo = anna.list().model()->idAt(0);
    anna.clicksCell("Water the plants", "start_date");
    anna.presses(Qt::Key_F2);
    anna.typesOver("2027-03-08");
    anna.presses(Qt::Key_Return);
    EXPECT_SOON(hers->load("todo", todo).value("start_date").toDate() == QDate(2027, 3, 8));
    anna.clicksCell("Water the plants", "done");
    anna.presses(Qt::Key_F2);
    auto *editor = QApplication::focusWidget();
    ASSERT_TRUE(editor);
    QTest::keyClick(editor, Qt::Key_Space);
    anna.presses(Qt::Key_Tab);
    EXPECT_SOON(hers->load("todo", todo).value("done").toBool());

    anna.opensList("Tasks");
    anna.clicksCell("Plant", "status_id");
    anna.presses(Qt::Key_F2);
    auto *box = qobject_cast<QComboBox *>(QApplication::focusWidget());
    ASSERT_TRUE(box);
    ASSERT_SOON(box->count() > 3);
    anna.presses(Qt::Key_Down, {}, 2); // each shows the next one, none is taken yet
    const Id chosen = box->currentData().toLongLong();
    anna.presses(Qt::Key_Return);
    EXPECT_NE(chosen, stored("tasks", task).head().ref("status_id"));
    EXPECT_SOON(stored("tasks", task).head().ref("status_id") == chosen);
}

TEST_F(ListStories, ACellRefusesWhatCannotBe)
{
    const Id id = item("Bolt", 100);
    Person &anna = comes("anna");
    anna.opensList("Items");
    anna.edits("Bolt", "rate", "a lot");
    anna.edits("Bolt", "title", "");
    EXPECT_SOON(anna.window().toastPopup().isVisible()) << "it is said";
    anna.edits("Bolt", "rate", "2");
    EXPECT_SOON(value("items", id, "rate").toLongLong() == 200);
    EXPECT_EQ(text("items", id, "title"), "Bolt");
}

TEST_F(ListStories, AHeadingSortsAndTheTopRowIsTheOneThatIsEdited)
{
    const Id a = item("Ant", 300), b = item("Bee", 100), c = item("Cat", 200);
    Person &anna = comes("anna");
    anna.opensList("Items");
    clicksHeading(anna, "rate");
    EXPECT_SOON(anna.titles() == QStringList({"Bee", "Cat", "Ant"}));
    clicksHeading(anna, "rate");
    EXPECT_SOON(anna.titles() == QStringList({"Ant", "Cat", "Bee"}));
    ListPanel &panel = anna.list();
    panel.table()->setFocus();
    anna.presses(Qt::Key_Home);
    anna.presses(Qt::Key_Return); // opens the first
    anna.waits();
    anna.fills("code", "top");
    anna.saves();
    EXPECT_EQ(text("items", a, "code"), "top");
    EXPECT_EQ(text("items", b, "code") + text("items", c, "code"), "");
}

TEST_F(ListStories, AFilterIsWrittenAndOnlyWhatItShowsIsDeleted)
{
    for (int i = 0; i < 4; ++i)
        item(QStringLiteral("Old %1").arg(i), 100, "old");
    for (int i = 0; i < 3; ++i)
        item(QStringLiteral("New %1").arg(i), 100, "new");
    Person &anna = comes("anna");
    anna.opensList("Items");
    anna.filters("code = old and");
    EXPECT_FALSE(anna.list().filterBar()->expressionFault().isEmpty()) << "half an expression is none";
    anna.filters("code = old");
    ASSERT_SOON(anna.titles().size() == 4);
    anna.list().table()->setFocus();
    anna.presses(Qt::Key_A, Qt::ControlModifier);
    anna.presses(Qt::Key_Delete);
    EXPECT_SOON(count("items", "code = old") == 0);
    EXPECT_EQ(count("items"), 3);
}

TEST_F(ListStories, ByKeysAloneItIsFoundEditedDeletedAndBroughtBack)
{
    const Id id = item("Bolt", 100);
    item("Screw", 200);
    Person &anna = comes("anna");
    anna.opensList("Items");
    anna.presses(Qt::Key_F, Qt::ControlModifier);
    anna.types("bolt");
    anna.presses(Qt::Key_Return); // into the list
    ASSERT_SOON(anna.titles() == QStringList{"Bolt"});
    anna.presses(Qt::Key_Home);
    anna.presses(Qt::Key_F2);
    anna.typesOver("Bolt M8");
    anna.presses(Qt::Key_Return);
    EXPECT_SOON(text("items", id, "title") == "Bolt M8");
    ASSERT_SOON(anna.titles() == QStringList{"Bolt M8"});
    anna.presses(Qt::Key_Delete);
    EXPECT_SOON(isTrashed("items", id));
    ASSERT_SOON(anna.list().isSettled());
    anna.presses(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_SOON(!isTrashed("items", id));
    EXPECT_SOON(anna.window().toastPopup().text().startsWith("Undone")); // one at a time
    anna.presses(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_SOON(text("items", id, "title") == "Bolt") << "one more back";
}

TEST_F(ListStories, OneFieldOfAllRowsIsSetAndTakenBack)
{
    items(230);
    Person &anna = comes("anna");
    anna.opensList("Items");
    anna.list().table()->setFocus();
    anna.presses(Qt::Key_A, Qt::ControlModifier);
    BatchDialog &dialog = changesMany(anna);
    EXPECT_TRUE(dialog.planText().contains("230")) << qPrintable(dialog.planText());
    anna.chooses(*dialog.fieldBox(), "Code");
    anna.clicks(*dialog.editor()->control());
    anna.types("sale");
    anna.clicks(*dialog.runButton());
    ASSERT_SOON(count("items", "code = sale") == 230) << "also those that were never loaded";
    ASSERT_SOON(!anna.window().findChild<BatchDialog *>());
    anna.turnsTo();
    Prompts::setNextAnswer(Prompts::Yes); // so many are not taken back unasked
    anna.presses(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_SOON(count("items", "code = sale") == 0);
}

TEST_F(ListStories, ALabelIsAddedToManyAndTakenAwayAgain)
{
    const Id urgent = made("labels", {{"name", "Urgent"}}), old = made("labels", {{"name", "Old"}});
    const IdList clients = madeMany("clients", 12, [&](int i) {
        return QVariantMap{{"name", QStringLiteral("Client %1").arg(i)}, {"labels", QVariant::fromValue(IdList{old})}};
    });
    Person &anna = comes("anna");
    anna.opensList("Clients");
    const auto both = [&](const QString &how) {
        anna.list().table()->setFocus();
        anna.presses(Qt::Key_A, Qt::ControlModifier);
        BatchDialog &dialog = changesMany(anna);
        anna.chooses(*dialog.fieldBox(), "Labels");
        anna.chooses(*dialog.howBox(), how);
        anna.clicks(*dialog.editor()->control());
        anna.picks("Urg", "Urgent");
        anna.clicks(*dialog.runButton());
    };
    both("Add");
    const auto labelsOf = [&](Id id) { return stored("clients", id).head().ids("labels"); };
    ASSERT_SOON(std::all_of(clients.begin(), clients.end(), [&](Id id) { return labelsOf(id).contains(urgent); }));
    EXPECT_TRUE(labelsOf(clients[3]).contains(old)) << "what was there stays";
    ASSERT_SOON(!anna.window().findChild<BatchDialog *>());
    anna.turnsTo();
    both("Take away");
    EXPECT_SOON(std::all_of(clients.begin(), clients.end(), [&](Id id) { return labelsOf(id) == IdList{old}; }));
}

TEST_F(ListStories, TheWholeResultIsDeletedAfterAQuestionWithItsNumber)
{
    items(250);
    const Id kept = item("Kept", 5);
    Person &anna = comes("anna");
    anna.opensList("Items");
    anna.filters("rate = 1");
    anna.list().table()->setFocus();
    anna.presses(Qt::Key_A, Qt::ControlModifier);
    inDialog("Cancel");
    anna.presses(Qt::Key_Delete);
    ASSERT_SOON(Prompts::takeAsked().contains("Delete 250 records?"));
    EXPECT_EQ(count("items"), 251);
    inDialog("Delete");
    anna.presses(Qt::Key_Delete);
    EXPECT_SOON(count("items") == 1);
    EXPECT_FALSE(isTrashed("items", kept));
    anna.turnsTo();
    anna.clicks("Undo", &anna.window());
    EXPECT_SOON(count("items") == 251);
}

TEST_F(ListStories, CtrlZTakesBackASaveThenTheOneBefore)
{
    const Id id = item("Bolt", 100);
    Person &anna = comes("anna");
    anna.opensList("Items");
    for (const char *title : {"Nut", "Screw"}) {
        const QString before = text("items", id, "title");
        anna.edits(before, "title", title);
        ASSERT_SOON(text("items", id, "title") == title);
    }
    anna.rowOf("Screw");
    anna.presses(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_SOON(text("items", id, "title") == "Nut");
    anna.rowOf("Nut");
    anna.presses(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_SOON(text("items", id, "title") == "Bolt");
}

TEST_F(ListStories, TheTrashGivesBackAClientWithWhatHangsOnIt)
{
    const Id client = made("clients", {{"name", "Roses"}});
    const Id note = made("notes", {{"title", "Call back"}, {"parent_entity", "clients"}, {"parent_id", client}});
    const Id other = made("clients", {{"name", "Tulips"}});
    Person &anna = comes("anna");
    anna.opensList("Clients");
    anna.clicksCell("Roses", "name");
    anna.presses(Qt::Key_Delete);
    ASSERT_SOON(isTrashed("clients", client));
    EXPECT_TRUE(isTrashed("notes", note));
    anna.asks("trash", "Trash");
    anna.clicksEntry(anna.sees<QTableWidget>(), "Roses");
    anna.clicks("Restore");
    EXPECT_SOON(!isTrashed("clients", client));
    EXPECT_FALSE(isTrashed("notes", note));
    EXPECT_FALSE(isTrashed("clients", other));
}

TEST_F(ListStories, AnAdministratorDeletesForGood)
{
    const Id gone = item("Bolt", 100), stays = item("Nut", 100);
    removed("items", gone);
    removed("items", stays);
    Person &admin = comes("admin");
    admin.asks("trash", "Trash");
    admin.clicksEntry(admin.sees<QTableWidget>(), "Bolt");
    inDialog("Cancel");
    admin.clicks("Delete for good");
    EXPECT_TRUE(isTrashed("items", gone));
    inDialog("Delete for good");
    admin.clicks("Delete for good");
    EXPECT_SOON(eye().loadMany("items", {gone}).isEmpty());
    EXPECT_TRUE(isTrashed("items", stays));
}

TEST_F(ListStories, FromARecordToTheNextOneOfTheList)
{
    const IdList ids = items(3);
    Person &anna = comes("anna");
    anna.opensList("Items");
    anna.clicksCell("Item 000", "title");
    anna.presses(Qt::Key_Return);
    for (int i = 0; i < 3; ++i) {
        const QString title = QStringLiteral("Item 00%1").arg(i);
        ASSERT_SOON(anna.page().isSettled() && anna.page().title() == title);
        anna.fills("code", QString::number(i));
        anna.saves();
        anna.presses(Qt::Key_PageDown, Qt::AltModifier);
    }
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(text("items", ids[i], "code"), QString::number(i));
}
