// One change to many records: the numbers before, the change, stopping, undo.
#include "tests/ui/list_fixture.h"
#include "ui/records/batch_dialog.h"
#include "ui/records/list_commands.h"
#include "ui/records/record_table.h"
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QMimeData>
#include <QPushButton>
#include <QTimer>

namespace crm::test {
namespace {

class ListBatch : public ListTest
{
protected:
    static constexpr int Rows = 500;
    void SetUp() override
    {
        RecordTest::SetUp();
        makeItems(Rows, [](Document &item, int) { item.set(QStringLiteral("rate"), qint64(100)); });
    }
    ListPanel &openList()
    {
        open();
        return itemsList();
    }
    /// Chooses all, opens the dialog as a person does, and waits for the numbers.
    QPointer<BatchDialog> openDialog(ListPanel &panel)
    {
        panel.table()->setFocus();
        QTest::keyClick(panel.table(), Qt::Key_A, Qt::ControlModifier);
        QSignalSpy opened(panel.commands(), &ListCommands::batchOpened);
        QTest::keyClick(panel.table(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        EXPECT_TRUE(waitUntil([&] { return opened.size() == 1; }));
        QPointer<BatchDialog> dialog = opened.at(0).at(0).value<BatchDialog *>();
        EXPECT_TRUE(waitUntil([&] { return dialog->isReady(); }));
        return dialog;
    }
    qint64 countWhere(const QString &where)
    {
        auto repository = database->asSystem();
        Query q(items);
        q.filter = Filter::parse(where, *repository->catalog(), items);
        return repository->totals(q, {}).count;
    }
};

TEST_F(ListBatch, ChangesAllOfTheListAndTakesItBack)
{
    ListPanel &panel = openList();
    const QPointer<BatchDialog> dialog = openDialog(panel);
    EXPECT_EQ(dialog->plan().ids.size(), Rows);
    EXPECT_TRUE(dialog->planText().contains(QStringLiteral("500"))) << dialog->planText().toStdString();
    dialog->chooseField(QStringLiteral("code"));
    EXPECT_FALSE(dialog->runButton()->isEnabled()) << "nothing has been typed";
    dialog->editor()->setValue(QStringLiteral("sale"));
    Q_EMIT dialog->editor()->edited();
    ASSERT_TRUE(dialog->runButton()->isEnabled());
    QSignalSpy ended(dialog, &BatchDialog::ended);
    dialog->runButton()->click();
    ASSERT_TRUE(waitUntil([&] { return ended.size() == 1; }));
    EXPECT_EQ(countWhere(QStringLiteral("code = sale")), Rows);
    ASSERT_TRUE(waitUntil([&] { return dialog.isNull(); }));
    Prompts::setNextAnswer(Prompts::Yes); // of so many records it is asked
    window->commands().run(QStringLiteral("record.undo"));
    ASSERT_TRUE(waitUntil([&] { return countWhere(QStringLiteral("code = sale")) == 0; }));
    EXPECT_TRUE(Prompts::allTaken());
}

/// In other languages "Undo" and "Cancel" are one word.
TEST_F(ListBatch, TheQuestionOnUndoingManyHasButtonsThatCannotBeMistaken)
{
    open();
    ListPanel &panel = itemsList();
    const QPointer<BatchDialog> dialog = openDialog(panel);
    dialog->chooseField(QStringLiteral("code"));
    dialog->editor()->setValue(QStringLiteral("sale"));
    Q_EMIT dialog->editor()->edited();
    dialog->runButton()->click();
    ASSERT_TRUE(waitUntil([&] { return dialog.isNull(); }));
    QStringList buttons;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
        auto *question = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        if (!question)
            return;
        for (const QPushButton *button : question->findChildren<QPushButton *>())
            buttons << button->text();
        look.stop();
        question->reject();
    });
    look.start(20);
    window->commands().run(QStringLiteral("record.undo"));
    ASSERT_TRUE(waitUntil([&] { return !buttons.isEmpty(); }));
    EXPECT_TRUE(buttons.contains(QStringLiteral("Undo the changes"))) << qPrintable(buttons.join(u'|'));
    EXPECT_TRUE(buttons.contains(QStringLiteral("Leave as it is"))) << qPrintable(buttons.join(u'|'));
    EXPECT_EQ(countWhere(QStringLiteral("code = sale")), Rows) << "left as it is";
}

TEST_F(ListBatch, IsDoneByKeysFromFieldToValueToTheButtons)
{
    const QPointer<BatchDialog> dialog = openDialog(openList());
    dialog->activateWindow();
    dialog->chooseField(QStringLiteral("code")); // its editor is made now, after the buttons
    auto *field = dialog->findChild<QComboBox *>();
    field->setFocus();
    ASSERT_TRUE(waitUntil([&] { return field->hasFocus(); }));
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    ASSERT_TRUE(dialog->editor()->isAncestorOf(dialog->focusWidget()));
    QTest::keyClicks(dialog->focusWidget(), QStringLiteral("sale"));
    ASSERT_TRUE(waitUntil([&] { return dialog->runButton()->isEnabled(); }));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    EXPECT_TRUE(qobject_cast<QPushButton *>(dialog->focusWidget()));
    dialog->reject();
}

/// What is said before is what would come of it.
TEST_F(ListBatch, CountsWhatIsSoAlready)
{
    open();
    {
        auto repository = database->asSystem();
        Query some(items);
        some.filter = Filter::where(QStringLiteral("title"), Op::Contains, QStringLiteral("Item 0000"));
        BatchReport report;
        changePortion(*repository, items, idsOfList(*repository, some),
                      {QStringLiteral("rate"), BatchChange::Set, qint64(300)}, report);
        ASSERT_EQ(report.changed, 10);
    }
    ListPanel &panel = itemsList();
    const QPointer<BatchDialog> dialog = openDialog(panel);
    dialog->chooseField(QStringLiteral("rate"));
    EXPECT_FALSE(dialog->isCounted()) << "no value has been given";
    dialog->editor()->setValue(qint64(300));
    Q_EMIT dialog->editor()->edited();
    ASSERT_TRUE(waitUntil([&] { return dialog->isCounted(); }));
    EXPECT_EQ(dialog->willChange(), Rows - 10);
    EXPECT_TRUE(dialog->planText().contains(QStringLiteral("490"))) << qPrintable(dialog->planText());
    EXPECT_TRUE(dialog->planText().contains(QStringLiteral("10 has this value already")))
        << qPrintable(dialog->planText());
    dialog->editor()->setValue(qint64(100));
    Q_EMIT dialog->editor()->edited();
    EXPECT_FALSE(dialog->isCounted()) << "the number was about another value";
    ASSERT_TRUE(waitUntil([&] { return dialog->isCounted(); }));
    EXPECT_EQ(dialog->willChange(), 10);
    dialog->chooseField(QStringLiteral("code"));
    dialog->howBox()->setCurrentIndex(dialog->howBox()->count() - 1); // empty the field
    ASSERT_TRUE(waitUntil([&] { return dialog->isCounted(); }));
    EXPECT_EQ(dialog->willChange(), 0);
    EXPECT_FALSE(dialog->runButton()->isEnabled()) << "there is nothing to do";
    dialog->reject();
}

TEST_F(ListBatch, StoppedItKeepsWhatIsDoneAndOffersToTakeItBack)
{
    ListPanel &panel = openList();
    const QPointer<BatchDialog> dialog = openDialog(panel);
    dialog->chooseField(QStringLiteral("code"));
    dialog->editor()->setValue(QStringLiteral("sale"));
    Q_EMIT dialog->editor()->edited();
    QSignalSpy ended(dialog, &BatchDialog::ended);
    dialog->run();
    dialog->reject(); // the first portion is at work
    ASSERT_TRUE(waitUntil([&] { return ended.size() == 1; }));
    EXPECT_EQ(countWhere(QStringLiteral("code = sale")), batchPortion);
}

TEST_F(ListBatch, WhatOneRecordRefusesDoesNotHoldUpTheOthers)
{
    ListPanel &panel = openList();
    const QPointer<BatchDialog> dialog = openDialog(panel);
    const Id gone = dialog->plan().ids.at(3);
    database->asSystem()->remove(items, {gone}); // between the numbers and the change
    dialog->chooseField(QStringLiteral("rate"));
    dialog->editor()->setValue(qint64(5'00));
    Q_EMIT dialog->editor()->edited();
    QSignalSpy ended(dialog, &BatchDialog::ended);
    Prompts::setNextAnswer(Prompts::Yes); // what was refused is said
    dialog->run();
    ASSERT_TRUE(waitUntil([&] { return dialog.isNull(); }));
    EXPECT_EQ(Prompts::takeAsked(), QStringList{QStringLiteral("1 record(s) could not be changed")});
    EXPECT_EQ(countWhere(QStringLiteral("rate = 5")), Rows - 1);
}

TEST_F(ListBatch, DeletingManySaysHowMany)
{
    ListPanel &panel = openList();
    panel.table()->setFocus();
    QTest::keyClick(panel.table(), Qt::Key_A, Qt::ControlModifier);
    Prompts::setNextAnswer(Prompts::Yes);
    QTest::keyClick(panel.table(), Qt::Key_Delete);
    ASSERT_TRUE(waitUntil([&] { return count(items) == 0; }));
    EXPECT_EQ(Prompts::takeAsked(), QStringList{QStringLiteral("Delete 500 records?")});
}

TEST_F(ListBatch, CopiesAsTextAndAsATable)
{
    ListPanel &panel = openList();
    panel.table()->setFocus();
    panel.table()->selectRow(1);
    QTest::keyClick(panel.table(), Qt::Key_C, Qt::ControlModifier);
    const auto has = [&](const QString &text) {
        return waitUntil([&] {
            const QMimeData *data = QApplication::clipboard()->mimeData();
            return data && data->text().contains(text);
        });
    };
    ASSERT_TRUE(has(QStringLiteral("Item 00001\t")));
    const QString html = QApplication::clipboard()->mimeData()->html();
    EXPECT_TRUE(html.contains(QStringLiteral("Item 00001</td>"))) << html.toStdString();
    EXPECT_FALSE(html.contains(QStringLiteral("Item 00002")));
    const std::unique_ptr<QMimeData> dragged(panel.commands()->dragData());
    ASSERT_TRUE(dragged);
    EXPECT_TRUE(dragged->data(QStringLiteral("text/csv")).contains("\nItem 00001,"));
    panel.commands()->copyColumn();
    ASSERT_TRUE(has(QStringLiteral("Item 00499")));
    const QMimeData *copied = QApplication::clipboard()->mimeData();
    EXPECT_EQ(copied->text().count(u'\n'), Rows + 1);
    EXPECT_EQ(copied->data(QStringLiteral("text/csv")).count('\n'), Rows + 1);
}

TEST_F(ListBatch, DeletingSaysWhatGoesAlongAndWhatStillPointsThere)
{
    open();
    const QString clients = QStringLiteral("clients"), clientOf = QStringLiteral("client_id");
    const Id whale = make(clients, QStringLiteral("Blue Whale"));
    {
        auto repository = database->asSystem();
        Document contact{Record(repository->catalog()->at(QStringLiteral("contacts")))};
        contact.set(QStringLiteral("first_name"), QStringLiteral("Anna"));
        contact.set(clientOf, whale);
        repository->save(contact);
        for (int i = 0; i < 2; ++i) {
            Document order{Record(repository->catalog()->at(QStringLiteral("orders")))};
            order.set(clientOf, whale);
            order.set(QStringLiteral("order_date"), QDate(2026, 2, 28));
            repository->save(order);
        }
    }
    window->openKey(QStringLiteral("list/clients"));
    ASSERT_TRUE(settle());
    auto *panel = window->tabs().currentPage()->findChild<ListPanel *>();
    ASSERT_TRUE(waitUntil([&] { return panel->isSettled() && panel->table()->model()->rowCount() == 1; }));
    panel->table()->setFocus();
    panel->table()->setCurrentIndex(panel->table()->model()->index(0, 0));
    QTest::keyClick(panel->table(), Qt::Key_Delete);
    ASSERT_TRUE(waitUntil([&] { return window->toastPopup().isVisible(); }));
    const QString told = window->toastPopup().text();
    EXPECT_TRUE(told.contains(QStringLiteral("Gone along: 1 "))) << told.toStdString();
    EXPECT_TRUE(told.contains(QStringLiteral("Still pointing there: 2 "))) << told.toStdString();
}

} // namespace
} // namespace crm::test
