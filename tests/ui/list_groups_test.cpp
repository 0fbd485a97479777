// Lists put together by a column: heads with counts and sums, rows that come when they are seen, folding, and what
// others do meanwhile.
#include "tests/ui/list_fixture.h"
#include "ui/records/grouped_list_model.h"
#include "ui/records/record_table.h"
#include <QAbstractItemModelTester>
#include <QMenu>
#include <QToolButton>

namespace crm::test {
namespace {

class ListGroups : public ListTest
{
protected:
    static constexpr int Rows = 300;

    void SetUp() override
    {
        RecordTest::SetUp();
        makeItems(Rows, [](Document &item, int i) {
            item.set(QStringLiteral("code"), i % 3 == 0 ? QStringLiteral("aa") : QStringLiteral("bb"));
            item.set(QStringLiteral("rate"), qint64(100));
            item.set(QStringLiteral("currency"), i % 2 ? QStringLiteral("EUR") : QString());
            item.set(QStringLiteral("discontinued"), i < 10);
        });
        session = answer(Session::open({Target::LocalFile, database->path()}, {}, database->registry()));
        model = std::make_unique<GroupedListModel>(*session);
        tester = std::make_unique<QAbstractItemModelTester>(model.get(),
                                                            QAbstractItemModelTester::FailureReportingMode::Warning);
    }
    void TearDown() override
    {
        tester.reset();
        model.reset();
        RecordTest::TearDown();
    }
    bool ask(const char *by, const QString &where = {})
    {
        Query q(items);
        q.columns = QStringList{QStringLiteral("title"), QStringLiteral("rate")};
        q.sort = Query::parseSort(QStringLiteral("title"));
        if (!where.isEmpty())
            q.filter = Filter::parse(where, *session->catalog(), items);
        model->setGrouping(GroupBy::parse(QString::fromLatin1(by)));
        model->setQuery(q);
        return waitUntil([&] { return !model->isLoading() && model->isTotalKnown(); });
    }
    QString textAt(int row) const { return model->index(row, 0).data().toString(); }
    bool see(int from, int to)
    {
        model->setVisibleRows(from, to);
        return waitUntil([&] {
            for (int row = from; row <= qMin(to, model->rowCount() - 1); ++row) {
                if (model->index(row, 0).data(ListModel::LoadingRole).toBool())
                    return false;
            }
            return true;
        });
    }
    ListPanel &openList()
    {
        show();
        return itemsList();
    }

    std::unique_ptr<GroupedListModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
};

TEST_F(ListGroups, ASumBelowZeroIsTakenAwayFromThoseOfOtherCurrencies)
{
    auto repository = database->asSystem();
    const QString leads = QStringLiteral("leads");
    for (const auto &[currency, budget] : {std::pair{QString(), 100'00}, std::pair{QStringLiteral("USD"), -50'00}}) {
        Document lead{Record(repository->catalog()->at(leads))};
        lead.set(QStringLiteral("name"), QStringLiteral("Lead"));
        lead.set(QStringLiteral("budget"), qint64(budget));
        lead.set(QStringLiteral("currency"), currency);
        repository->save(lead);
    }
    open();
    window->openList(leads);
    auto *list = window->tabs().currentPage()->findChild<ListPanel *>();
    EXPECT_TRUE(waitUntil([&] { return list->statusText().contains(QStringLiteral(" \u2212 ")); }))
        << qPrintable(list->statusText());
    EXPECT_FALSE(list->statusText().contains(QStringLiteral(" + ")));
}

TEST_F(ListGroups, HeadsCountAndAddUpEachCurrency)
{
    ASSERT_TRUE(ask("code"));
    ASSERT_EQ(model->groupCount(), 2);
    EXPECT_EQ(model->rowCount(), Rows + 2);
    EXPECT_EQ(model->recordCount(), Rows);
    EXPECT_TRUE(model->isHead(0));
    EXPECT_EQ(textAt(0), QStringLiteral("aa"));
    EXPECT_EQ(model->group(0).count, 100);
    EXPECT_EQ(model->headOf(1), 101);
    EXPECT_EQ(model->group(1).sums.size(), 2) << "euros and the base currency";
    EXPECT_TRUE(model->sumText(1, 1).contains(u'+')) << model->sumText(1, 1).toStdString();
    EXPECT_FALSE(model->flags(model->index(0, 0)).testFlag(Qt::ItemIsSelectable));
    EXPECT_EQ(model->idAt(0), 0);
}

TEST_F(ListGroups, RowsOfAGroupComeWhenTheyAreSeen)
{
    ASSERT_TRUE(ask("code"));
    EXPECT_TRUE(model->index(150, 0).data(ListModel::LoadingRole).toBool());
    ASSERT_TRUE(see(95, 110));
    EXPECT_EQ(textAt(100), QStringLiteral("Item 00297"));
    EXPECT_EQ(textAt(101), QStringLiteral("bb"));
    EXPECT_EQ(textAt(102), QStringLiteral("Item 00001"));
    EXPECT_EQ(model->rowOf(model->idAt(102)), 102);
    const QList<Row> rows = answer(model->rowsOf({{99, 103}}));
    ASSERT_EQ(rows.size(), 4) << "the head is no record";
    EXPECT_EQ(rows.at(2).values.at(0).toString(), QStringLiteral("Item 00001"));
    EXPECT_EQ(answer(model->rowsOf({{0, model->rowCount() - 1}})).size(), Rows);
}

TEST_F(ListGroups, FoldAndUnfold)
{
    ASSERT_TRUE(ask("code"));
    model->toggle(0);
    EXPECT_EQ(model->rowCount(), 2 + 200);
    EXPECT_EQ(model->headOf(1), 1);
    ASSERT_TRUE(see(0, 5));
    EXPECT_EQ(textAt(2), QStringLiteral("Item 00001"));
    EXPECT_EQ(answer(model->rowsOf({{0, model->rowCount() - 1}})).size(), 200);
    EXPECT_EQ(answer(model->allRows()).size(), Rows) << "what is folded away is still part of the list";
    model->foldAll(true);
    EXPECT_EQ(model->rowCount(), 2);
    model->foldAll(false);
    EXPECT_EQ(model->rowCount(), 2 + Rows);
}

TEST_F(ListGroups, AskedAnewItFollowsFilterAndGrouping)
{
    ASSERT_TRUE(ask("discontinued"));
    EXPECT_EQ(model->groupCount(), 2);
    ASSERT_TRUE(ask("discontinued", QStringLiteral("discontinued = yes")));
    EXPECT_EQ(model->groupCount(), 1);
    EXPECT_EQ(model->rowCount(), 11);
    ASSERT_TRUE(ask("created_at:month"));
    EXPECT_EQ(model->groupCount(), 1);
    EXPECT_EQ(model->group(0).count, Rows);
    ASSERT_TRUE(ask("category_id"));
    EXPECT_EQ(textAt(0), QStringLiteral("No value"));
    ASSERT_TRUE(ask(""));
    EXPECT_FALSE(model->isGrouped());
    EXPECT_EQ(model->rowCount(), Rows);
    ASSERT_TRUE(see(250, 260));
    EXPECT_EQ(textAt(255), QStringLiteral("Item 00255"));
    ASSERT_TRUE(ask("code"));
    EXPECT_EQ(model->rowCount(), Rows + 2) << "nothing of the plain list comes in later";
    waitUntil([] { return false; }, 300);
    EXPECT_EQ(model->rowCount(), Rows + 2);
}

TEST_F(ListGroups, WhatOthersDoMovesRowsBetweenGroups)
{
    ASSERT_TRUE(ask("code"));
    ASSERT_TRUE(see(0, 20));
    const QPersistentModelIndex kept = model->index(5, 0); // Item 00012
    const Id moved = model->idAt(2);
    storeElsewhere(items, moved, "code", QStringLiteral("bb"));
    ASSERT_TRUE(waitUntil([&] { return model->group(0).count == 99 && model->group(1).count == 201; }));
    EXPECT_EQ(model->rowCount(), Rows + 2);
    ASSERT_TRUE(waitUntil([&] { return kept.row() == 4; }));
    EXPECT_EQ(kept.data().toString(), QStringLiteral("Item 00012"));
    storeElsewhere(items, moved, "code", QStringLiteral("ab"));
    ASSERT_TRUE(waitUntil([&] { return model->groupCount() == 3; })) << "a new group stands in its place";
    EXPECT_EQ(textAt(model->headOf(1)), QStringLiteral("ab"));
    EXPECT_EQ(model->rowCount(), Rows + 3);
    storeElsewhere(items, moved, "code", QStringLiteral("bb"));
    ASSERT_TRUE(waitUntil([&] { return model->groupCount() == 2; }));
    EXPECT_EQ(kept.row(), 4);
}

TEST_F(ListGroups, ACellIsEditedInPlace)
{
    ASSERT_TRUE(ask("code"));
    ASSERT_TRUE(see(0, 20));
    QSignalSpy saved(model.get(), &ListModel::saved);
    EXPECT_FALSE(model->setData(model->index(0, 1), qint64(5), Qt::EditRole)) << "the head is no record";
    const Id id = model->idAt(3);
    ASSERT_TRUE(model->setData(model->index(3, 1), qint64(12'00), Qt::EditRole));
    ASSERT_TRUE(waitUntil([&] { return saved.size() == 1; }));
    EXPECT_EQ(stored(items, id).value(QStringLiteral("rate")), QVariant(qint64(12'00)));
    ASSERT_TRUE(waitUntil([&] {
        qint64 sum = 0;
        for (const Sum &s : model->group(0).sums)
            sum += s.value;
        return sum == 99 * 100 + 12'00;
    })) << "the sum of the group follows";
}

TEST_F(ListGroups, ByMouseAndByKeysInTheWindow)
{
    ListPanel &panel = openList();
    panel.groupBy(GroupBy::parse(QStringLiteral("code")));
    ASSERT_TRUE(waitUntil([&] { return panel.groups()->isGrouped() && panel.isSettled(); }));
    RecordTable *table = panel.table();
    ASSERT_TRUE(panel.groups()->isHead(0));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(panel.model()->index(0, 1)).center());
    EXPECT_TRUE(panel.groups()->isFolded(0));
    EXPECT_EQ(table->currentIndex().row(), 0);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Right);
    EXPECT_FALSE(panel.groups()->isFolded(0));
    QTest::keyClick(table, Qt::Key_Left);
    EXPECT_TRUE(panel.groups()->isFolded(0));
    QTest::keyClick(table, Qt::Key_Down);
    EXPECT_TRUE(panel.groups()->isHead(table->currentIndex().row())) << "the next head";
    QTest::keyClick(table, Qt::Key_Down);
    ASSERT_TRUE(waitUntil([&] { return table->currentId() != 0; }));
    QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(table->selectedCount(), 200) << "of what is unfolded";
    EXPECT_TRUE(table->isAllSelected());
}

TEST_F(ListGroups, AreRememberedAndOfferedForEveryFittingField)
{
    {
        ListPanel &panel = openList();
        auto *menu = panel.findChild<QToolButton *>(QStringLiteral("groupButton"))->menu();
        Q_EMIT menu->aboutToShow();
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts << action->text();
        EXPECT_TRUE(texts.contains(QStringLiteral("Category"))) << texts.join(u',').toStdString();
        EXPECT_FALSE(texts.contains(QStringLiteral("Description")));
        panel.groupBy(GroupBy::parse(QStringLiteral("discontinued")));
        ASSERT_TRUE(waitUntil([&] { return panel.groups()->isGrouped(); }));
    }
    window.reset();
    ListPanel &again = openList();
    ASSERT_TRUE(waitUntil([&] { return again.groups()->isGrouped(); }));
    EXPECT_EQ(again.groups()->grouping().path, QStringLiteral("discontinued"));
}

} // namespace
} // namespace crm::test
