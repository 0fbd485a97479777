// Long lists: every answer of the model held to the rules of item models, jumps, and what other people do meanwhile.
#include "tests/ui/list_fixture.h"
#include "ui/records/list_model.h"
#include "ui/records/record_table.h"
#include "ui/records/row_cache.h"
#include <QAbstractItemModelTester>

namespace crm::test {
namespace {

class LongLists : public ListTest
{
protected:
    static constexpr int Rows = 5000;

    void SetUp() override
    {
        RecordTest::SetUp();
        makeItems(Rows, [](Document &item, int i) { item.set(QStringLiteral("rate"), qint64(i % 100) * 100); });
        session = answer(Session::open({Target::LocalFile, database->path()}, {}, database->registry()));
        model = std::make_unique<ListModel>(*session);
        tester = std::make_unique<QAbstractItemModelTester>(model.get(),
                                                            QAbstractItemModelTester::FailureReportingMode::Warning);
    }
    void TearDown() override
    {
        tester.reset();
        model.reset();
        RecordTest::TearDown();
    }
    Query query(const QString &where = {}, const QString &sort = {}) const
    {
        Query q(items);
        q.columns = QStringList{QStringLiteral("title"), QStringLiteral("rate")};
        if (!where.isEmpty())
            q.filter = Filter::parse(where, *session->catalog(), items);
        q.sort = Query::parseSort(sort);
        return q;
    }
    bool ask(const Query &q)
    {
        model->setQuery(q);
        return waitUntil([&] { return !model->isLoading() && model->isTotalKnown(); });
    }
    QString textAt(int row) const { return model->index(row, 0).data().toString(); }
    bool waitForText(int row, const QString &text)
    {
        return waitUntil([&] { return textAt(row) == text; });
    }
    void saveTitle(Id id, const QString &title) { storeElsewhere(items, id, "title", title); }

    std::unique_ptr<ListModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
};

TEST_F(LongLists, TheEndIsReachedByAJumpAndOnlyWhatIsShownIsAtHand)
{
    ASSERT_TRUE(ask(query()));
    EXPECT_EQ(model->rowCount(), Rows);
    EXPECT_EQ(textAt(0), nameOf(0));
    EXPECT_TRUE(model->index(Rows - 1, 0).data(ListModel::LoadingRole).toBool());
    EXPECT_TRUE(textAt(Rows - 1).isEmpty());
    model->setVisibleRows(Rows - 30, Rows - 1);
    ASSERT_TRUE(waitForText(Rows - 1, nameOf(Rows - 1)));
    EXPECT_FALSE(model->index(Rows - 1, 0).data(ListModel::LoadingRole).toBool());
    model->setVisibleRows(2345, 2375);
    ASSERT_TRUE(waitForText(2350, nameOf(2350)));
    // Three places, each with what is read ahead on both sides, up to a dozen pages if there was time for it: of 50.
    EXPECT_LT(model->pagesAtHand(), 40) << "pages in between are not read";
}

TEST_F(LongLists, ScrollingThroughItAllKeepsFewPages)
{
    ASSERT_TRUE(ask(query()));
    for (int row = 0; row < Rows; row += 97) {
        const int last = qMin(row + 30, Rows - 1);
        model->setVisibleRows(row, last);
        ASSERT_TRUE(waitForText(last, nameOf(last))) << row;
        ASSERT_EQ(textAt(row), nameOf(row));
    }
    EXPECT_LE(model->pagesAtHand(), 43);
}

TEST_F(LongLists, SortFilterAndSearchAskAnew)
{
    ASSERT_TRUE(ask(query({}, QStringLiteral("-title"))));
    EXPECT_EQ(textAt(0), nameOf(Rows - 1));
    EXPECT_EQ(model->headerData(0, Qt::Horizontal, ListModel::SortRole).toInt(), -1);
    ASSERT_TRUE(ask(query(QStringLiteral("rate = 7"))));
    EXPECT_EQ(model->rowCount(), Rows / 100);
    EXPECT_EQ(textAt(1), nameOf(107));
    Query words = query();
    words.search = QStringLiteral("item 0123");
    ASSERT_TRUE(ask(words));
    EXPECT_EQ(model->rowCount(), 11) << "00123 and 01230 ... 01239";
    ASSERT_TRUE(ask(query(QStringLiteral("rate = 7 and rate = 8"))));
    EXPECT_EQ(model->rowCount(), 0);
    ASSERT_TRUE(ask(query({}, QStringLiteral("-rate, title"))));
    EXPECT_EQ(textAt(0), nameOf(99));
    EXPECT_EQ(model->rowCount(), Rows);
}

TEST_F(LongLists, OfQuestionsAskedQuicklyTheLastIsAnswered)
{
    QSignalSpy loaded(model.get(), &ListModel::loaded);
    for (const QString &typed : {QStringLiteral("i"), QStringLiteral("it"), QStringLiteral("item 0"),
                                 QStringLiteral("item 04"), QStringLiteral("item 0499")}) {
        Query q = query();
        q.search = typed;
        model->setQuery(q);
    }
    ASSERT_TRUE(waitUntil([&] { return !model->isLoading() && model->isTotalKnown(); }));
    EXPECT_EQ(model->rowCount(), 11);
    EXPECT_EQ(loaded.size(), 1) << "answers to what is no longer asked are dropped";
    EXPECT_EQ(textAt(1), nameOf(4990));
}

TEST_F(LongLists, AWrongQuestionSaysSoAndTheNextOneWorks)
{
    QSignalSpy failed(model.get(), &ListModel::failed);
    Query wrong = query();
    wrong.filter = Filter::where(QStringLiteral("no_such_field"), Op::Equal, 1);
    model->setQuery(wrong);
    ASSERT_TRUE(waitUntil([&] { return failed.size() == 1; }));
    EXPECT_TRUE(model->hasFailed());
    EXPECT_EQ(model->rowCount(), 0);
    ASSERT_TRUE(ask(query()));
    EXPECT_FALSE(model->hasFailed());
}

TEST_F(LongLists, WhatAnotherPersonDeletesAndAddsMovesTheRows)
{
    ASSERT_TRUE(ask(query()));
    model->setVisibleRows(0, 30);
    const QPersistentModelIndex kept = model->index(10, 0);
    const QPersistentModelIndex gone = model->index(3, 0);
    auto repository = database->asSystem();
    repository->remove(items, {model->idAt(3), model->idAt(4)});
    ASSERT_TRUE(waitUntil([&] { return model->rowCount() == Rows - 2; }));
    EXPECT_EQ(kept.row(), 8);
    EXPECT_EQ(kept.data().toString(), nameOf(10));
    EXPECT_FALSE(gone.isValid());
    ASSERT_TRUE(waitForText(3, nameOf(5)));

    make(items, QStringLiteral("Item 00000b"));
    ASSERT_TRUE(waitUntil([&] { return model->rowCount() == Rows - 1; }));
    ASSERT_TRUE(waitForText(1, QStringLiteral("Item 00000b")));
    EXPECT_EQ(kept.row(), 9);
}

TEST_F(LongLists, AChangedKeyMovesItsRowAndAnotherValueIsShownInPlace)
{
    ASSERT_TRUE(ask(query()));
    model->setVisibleRows(0, 30);
    const Id id = model->idAt(5);
    storeElsewhere(items, id, "rate", qint64(123'45));
    ASSERT_TRUE(waitUntil([&] { return model->index(5, 1).data(ListModel::ValueRole).toLongLong() == 123'45; }));
    saveTitle(id, QStringLiteral("Item 00020b"));
    ASSERT_TRUE(waitForText(20, QStringLiteral("Item 00020b")));
    EXPECT_EQ(model->rowOf(id), 20);
}

TEST_F(LongLists, EverythingGoneWhileOneLooksAtTheEnd)
{
    ASSERT_TRUE(ask(query(QStringLiteral("rate = 7"), QStringLiteral("title"))));
    model->setVisibleRows(40, 49);
    IdList ids;
    for (int row = 0; row < model->rowCount(); ++row)
        ids.append(model->idAt(row));
    database->asSystem()->remove(items, ids);
    ASSERT_TRUE(waitUntil([&] { return model->rowCount() == 0; }));
    database->asSystem()->restore(items, ids);
    ASSERT_TRUE(waitUntil([&] { return model->rowCount() == 50; }));
    model->setVisibleRows(0, 20);
    ASSERT_TRUE(waitForText(0, nameOf(7)));
}

TEST_F(LongLists, ACellEditedInPlaceIsSavedAndARefusedOneComesBack)
{
    ASSERT_TRUE(ask(query()));
    QSignalSpy saved(model.get(), &ListModel::saved), refused(model.get(), &ListModel::saveFailed);
    ASSERT_TRUE(model->setData(model->index(0, 1), qint64(77'00), Qt::EditRole));
    ASSERT_TRUE(waitUntil([&] { return saved.size() == 1; }));
    EXPECT_EQ(stored(items, model->idAt(0)).value(QStringLiteral("rate")), QVariant(qint64(77'00)));
    ASSERT_TRUE(model->setData(model->index(0, 1), qint64(-1), Qt::EditRole));
    ASSERT_TRUE(waitUntil([&] { return refused.size() == 1; }));
    EXPECT_EQ(model->index(0, 1).data(ListModel::ValueRole).toLongLong(), 77'00);
    EXPECT_EQ(stored(items, model->idAt(0)).value(QStringLiteral("rate")), QVariant(qint64(77'00)));
}

TEST_F(LongLists, RowsOfAnyRangeAreRead)
{
    ASSERT_TRUE(ask(query()));
    const QList<Row> rows = answer(model->rowsOf({{2, 3}, {4321, 4323}}));
    ASSERT_EQ(rows.size(), 5);
    EXPECT_EQ(rows.at(0).values.at(0).toString(), nameOf(2));
    EXPECT_EQ(rows.at(4).values.at(0).toString(), nameOf(4323));
    EXPECT_EQ(answer(model->rowsOf({{0, Rows - 1}})).size(), Rows);
}

TEST_F(LongLists, TheTableGoesToTheEndByKeyAndDeletesWhatIsChosen)
{
    show();
    window->openKey(QStringLiteral("list/items"));
    ASSERT_TRUE(settle());
    auto *panel = window->tabs().currentPage()->findChild<ListPanel *>();
    ASSERT_TRUE(panel);
    QAbstractItemModelTester inWindow(panel->model(), QAbstractItemModelTester::FailureReportingMode::Warning);
    RecordTable *table = panel->table();
    ASSERT_TRUE(waitUntil([&] { return panel->model()->isTotalKnown(); }));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_End);
    ASSERT_TRUE(waitUntil([&] { return panel->model()->idAt(Rows - 1) != 0; }));
    EXPECT_EQ(table->currentIndex().row(), Rows - 1);
    const Id last = table->currentId();
    QTest::keyClick(table, Qt::Key_Up, Qt::ShiftModifier);
    EXPECT_EQ(table->selectedCount(), 2);
    QTest::keyClick(table, Qt::Key_Delete);
    ASSERT_TRUE(waitUntil([&] { return panel->model()->rowCount() == Rows - 2; }));
    EXPECT_EQ(count(items), Rows - 2);
    EXPECT_EQ(table->currentIndex().row(), Rows - 3) << "the row that took its place";
    window->commands().run(QStringLiteral("record.undo"));
    ASSERT_TRUE(waitUntil([&] { return panel->model()->rowCount() == Rows; }));
    EXPECT_FALSE(stored(items, last).head().deletedAt().isValid());
}

TEST_F(LongLists, ACellBeingTypedInSurvivesTheChangesOfOthers)
{
    show();
    window->openKey(QStringLiteral("list/items"));
    ASSERT_TRUE(settle());
    auto *panel = window->tabs().currentPage()->findChild<ListPanel *>();
    RecordTable *table = panel->table();
    int column = 0;
    while (panel->model()->pathAt(column) != QLatin1String("rate"))
        ASSERT_LT(++column, panel->model()->columnCount());
    table->setFocus();
    table->setCurrentIndex(panel->model()->index(2, column));
    table->edit(panel->model()->index(2, column));
    auto *edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    ASSERT_TRUE(edit);
    QTest::keyClicks(edit, QStringLiteral("55"));
    saveTitle(panel->model()->idAt(4), QStringLiteral("Item 00004 changed"));
    ASSERT_TRUE(waitUntil([&] { return panel->model()->index(4, 0).data().toString().endsWith(u"changed"); }));
    ASSERT_EQ(QApplication::focusWidget(), edit);
    EXPECT_EQ(edit->text(), QStringLiteral("55"));
    QTest::keyClick(edit, Qt::Key_Return);
    EXPECT_TRUE(waitUntil(
        [&] { return stored(items, panel->model()->idAt(2)).value(QStringLiteral("rate")).toLongLong() == 5500; }));
}

TEST(RowCaches, KeepThePagesNearestToWhatIsShown)
{
    RowCache cache(10, 3);
    for (int page = 0; page < 6; ++page) {
        QList<Row> rows;
        for (int i = 0; i < 10; ++i) {
            Row row;
            row.id = page * 10 + i + 1;
            rows.append(row);
        }
        cache.put(page, rows);
    }
    EXPECT_EQ(cache.row(37)->id, 38);
    EXPECT_EQ(cache.find(38), 37);
    cache.keepAround(4);
    QList<int> pages = cache.pages();
    std::sort(pages.begin(), pages.end());
    EXPECT_EQ(pages, (QList<int>{3, 4, 5}));
    EXPECT_EQ(cache.row(7), nullptr);
    EXPECT_EQ(cache.row(-1), nullptr);
    EXPECT_EQ(cache.row(60), nullptr);
    EXPECT_EQ(cache.find(8), -1);
    EXPECT_EQ(cache.positions().size(), 30);
}

} // namespace
} // namespace crm::test
