// The smaller models, each held to the rules of item models: lines, proposals, the trash.
#include "tests/ui/record_fixture.h"
#include "ui/records/line_model.h"
#include "ui/records/lookup.h"
#include "ui/records/trash_page.h"
#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QCompleter>
#include <QStandardItemModel>
#include <QTableWidget>

namespace crm::test {
namespace {

constexpr auto report = QAbstractItemModelTester::FailureReportingMode::Warning;

using LineModels = RecordTest;

TEST_F(LineModels, FollowEveryChangeOfTheDocument)
{
    open();
    const QString table = QStringLiteral("order_lines");
    OpenDocument document(*session);
    LineModel model(*session, document, table, nullptr);
    QAbstractItemModelTester tester(&model, report);
    document.load(Document{Record(session->catalog()->at(QStringLiteral("orders")))});
    EXPECT_EQ(model.rowCount(), 0);
    model.setEditable(true);
    EXPECT_EQ(model.rowCount(), 1);
    int column = 0;
    while (model.fieldAt(column).key() != QLatin1String("title"))
        ASSERT_LT(++column, model.columnCount());
    const auto titles = [&] {
        QStringList found;
        for (int row = 0; row + 1 < model.rowCount(); ++row)
            found.append(model.index(row, column).data(Qt::EditRole).toString());
        return found.join(u' ');
    };
    for (const char *title : {"a", "b", "c"})
        EXPECT_TRUE(model.setData(model.index(model.rowCount() - 1, column), QString::fromLatin1(title), Qt::EditRole));
    EXPECT_EQ(titles(), QStringLiteral("a b c"));
    const QPersistentModelIndex b = model.index(1, column);
    EXPECT_TRUE(model.moveLine(1, 2));
    EXPECT_EQ(b.row(), 2);
    EXPECT_TRUE(model.moveLine(2, 0));
    EXPECT_EQ(titles(), QStringLiteral("b a c"));
    EXPECT_FALSE(model.moveLine(0, 3)) << "not behind the row in which one begins a line";
    EXPECT_EQ(model.duplicateLine(0), 3);
    EXPECT_EQ(titles(), QStringLiteral("b a c b"));
    model.removeLine(1);
    EXPECT_EQ(titles(), QStringLiteral("b c b"));
    EXPECT_EQ(b.row(), 0);
    EXPECT_FALSE(model.setData(model.index(3, column), QString(), Qt::EditRole)) << "an empty cell begins no line";
    Document other{Record(session->catalog()->at(QStringLiteral("orders")))};
    document.load(other);
    EXPECT_EQ(model.rowCount(), 1);
    model.setEditable(false);
    EXPECT_EQ(model.rowCount(), 0);
}

using Lookups = RecordTest;

TEST_F(Lookups, ProposeWhatHoldsTheWordsAndTakeTheMarkedOne)
{
    const Id whale = make(QStringLiteral("clients"), QStringLiteral("Blue Whale"));
    make(QStringLiteral("clients"), QStringLiteral("Blue Ocean"));
    make(QStringLiteral("clients"), QStringLiteral("Red Fox"));
    open();
    RecordPage &page = fresh(QStringLiteral("orders"));
    QLineEdit &edit = line(page, "client_id");
    auto *lookup = edit.findChild<Lookup *>();
    auto *completer = lookup->findChild<QCompleter *>();
    auto *model = lookup->findChild<QStandardItemModel *>();
    ASSERT_TRUE(completer && model);
    QAbstractItemModelTester tester(model, report);
    QAbstractItemModelTester shown(completer->completionModel(), report);
    edit.setFocus();
    QTest::keyClicks(&edit, QStringLiteral("blue"));
    ASSERT_TRUE(waitUntil([&] { return lookup->isOpen() && model->rowCount() == 3; })) << "two, and to create it";
    QTest::keyClicks(&edit, QStringLiteral(" wh"));
    ASSERT_TRUE(waitUntil([&] { return model->rowCount() == 2; }));
    QTest::keyClick(completer->popup(), Qt::Key_Tab);
    EXPECT_EQ(field(page, "client_id").editor()->value(), QVariant(whale));
    EXPECT_EQ(edit.text(), QStringLiteral("Blue Whale"));
}

TEST_F(Lookups, WhatIsTypedInFullIsTakenWithoutThePopup)
{
    const Id fox = make(QStringLiteral("clients"), QStringLiteral("Red Fox"));
    open();
    RecordPage &page = fresh(QStringLiteral("orders"));
    QLineEdit &edit = line(page, "client_id");
    auto *lookup = edit.findChild<Lookup *>();
    edit.setFocus();
    QTest::keyClicks(&edit, QStringLiteral("red fox"));
    ASSERT_TRUE(waitUntil([&] { return lookup->isOpen(); }));
    QTest::keyClick(lookup->findChild<QCompleter *>()->popup(), Qt::Key_Escape);
    ASSERT_FALSE(lookup->isOpen());
    pressSave();
    ASSERT_TRUE(waitUntil([&] { return !page.key().isEmpty() && page.isIdle(); }));
    EXPECT_EQ(page.document().document().head().ref(QStringLiteral("client_id")), fox);
}

class TrashPages : public RecordTest
{
protected:
    QTableWidget &table() { return *window->tabs().currentPage()->findChild<QTableWidget *>(); }
    QPushButton &button(int i)
    {
        return *window->tabs().currentPage()->findChildren<QPushButton *>(QString(), Qt::FindDirectChildrenOnly).at(i);
    }
    void openTrash()
    {
        open();
        window->openKey(QStringLiteral("trash"));
        ASSERT_TRUE(settle());
    }
};

TEST_F(TrashPages, ShowWhatWasDeletedAndRestoreItWithWhatHangsOnIt)
{
    const Id whale = make(QStringLiteral("clients"), QStringLiteral("Blue Whale"));
    auto repository = database->asSystem();
    Document note{Record(repository->catalog()->at(QStringLiteral("notes")))};
    note.set(QStringLiteral("title"), QStringLiteral("Likes krill"));
    note.set(QStringLiteral("parent_entity"), QStringLiteral("clients"));
    note.set(QStringLiteral("parent_id"), whale);
    repository->save(note);
    make(QStringLiteral("items"), QStringLiteral("Bolt"));
    const Id nut = make(QStringLiteral("items"), QStringLiteral("Nut"));
    repository->remove(QStringLiteral("clients"), {whale});
    repository->remove(QStringLiteral("items"), {nut});
    openTrash();
    QAbstractItemModelTester tester(table().model(), report);
    QStringList titles;
    for (int row = 0; row < table().rowCount(); ++row)
        titles.append(table().item(row, 1)->text());
    EXPECT_TRUE(titles.contains(QStringLiteral("Blue Whale")) && titles.contains(QStringLiteral("Nut")));
    EXPECT_FALSE(titles.contains(QStringLiteral("Bolt")));
    EXPECT_FALSE(button(0).isEnabled()) << "nothing is chosen yet";
    const int before = table().rowCount();

    table().selectRow(int(titles.indexOf(QStringLiteral("Blue Whale"))));
    button(0).click();
    ASSERT_TRUE(waitUntil([&] { return table().rowCount() < before; }));
    EXPECT_EQ(count(QStringLiteral("clients")), 1);
    EXPECT_EQ(count(QStringLiteral("notes")), 1);
    EXPECT_EQ(count(QStringLiteral("items")), 1);
    EXPECT_EQ(table().rowCount(), 1) << "the note came back with its client";
    EXPECT_TRUE(window->toastPopup().text().startsWith(QStringLiteral("2 "))) << "and is counted with it";
    EXPECT_FALSE(stored(QStringLiteral("clients"), whale).head().deletedAt().isValid());
}

TEST_F(TrashPages, AMentionReadsAsAName)
{
    auto repository = database->asSystem();
    Document comment{Record(repository->catalog()->at(QStringLiteral("comments")))};
    comment.set(QStringLiteral("text"), QStringLiteral("Happy [@Anna](mention:12)"));
    comment.set(QStringLiteral("parent_entity"), QStringLiteral("clients"));
    comment.set(QStringLiteral("parent_id"), make(QStringLiteral("clients"), QStringLiteral("Blue Whale")));
    repository->remove(QStringLiteral("comments"), {repository->save(comment).document.id()});
    openTrash();
    ASSERT_EQ(table().rowCount(), 1);
    EXPECT_EQ(table().item(0, 1)->text(), QStringLiteral("Happy @Anna"));
}

TEST_F(TrashPages, DeletingForGoodIsAskedFor)
{
    const Id nut = make(QStringLiteral("items"), QStringLiteral("Nut"));
    database->asSystem()->remove(QStringLiteral("items"), {nut});
    openTrash();
    ASSERT_EQ(table().rowCount(), 1);
    table().selectRow(0);
    Prompts::setNextAnswer(Prompts::Cancel);
    button(1).click();
    EXPECT_EQ(table().rowCount(), 1);
    EXPECT_NO_THROW(database->asSystem()->restore(QStringLiteral("items"), {nut}));
    database->asSystem()->remove(QStringLiteral("items"), {nut});
    Prompts::setNextAnswer(Prompts::Yes);
    button(1).click();
    ASSERT_TRUE(waitUntil([&] { return table().rowCount() == 0; }));
    EXPECT_THROW(stored(QStringLiteral("items"), nut), Error);
    EXPECT_TRUE(window->tabs().currentPage()->findChild<EmptyState *>()->isVisible());
    Prompts::takeAsked();
}

TEST_F(TrashPages, WhatSomebodyElseRestoredMeanwhileIsNoAccident)
{
    const Id nut = make(QStringLiteral("items"), QStringLiteral("Nut"));
    database->asSystem()->remove(QStringLiteral("items"), {nut});
    openTrash();
    ASSERT_EQ(table().rowCount(), 1);
    database->asSystem()->restore(QStringLiteral("items"), {nut});
    table().selectRow(0);
    button(0).click();
    ASSERT_TRUE(waitUntil([&] { return table().rowCount() == 0; }));
    EXPECT_EQ(count(QStringLiteral("items")), 1);
}

} // namespace
} // namespace crm::test
