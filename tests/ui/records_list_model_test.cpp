// The windowed model against the rows that the store itself gives.
#include "tests/ui/records_support.h"
#include "ui/records/list_model.h"
#include <QAbstractItemModelTester>
#include <QItemSelectionModel>

using namespace crm;
using namespace crm::test;

namespace {

const QString clients = QStringLiteral("clients"), name = QStringLiteral("name");

class ListModelTest : public RecordsTest
{
protected:
    void fill(int count)
    {
        makeMany(clients, count,
                 [](Document &d, int i) { d.set(name, QStringLiteral("Client %1").arg(i, 5, 10, QLatin1Char('0'))); });
    }
    Query byName() const
    {
        Query query(clients);
        query.sort = {{name, false}};
        query.columns = {name, QStringLiteral("phone")};
        return query;
    }
    static QString shown(const ListModel &model, int row) { return model.index(row, 0).data().toString(); }
    bool settled(ListModel &model)
    {
        return until([&] { return !model.isLoading() && model.isTotalKnown(); });
    }
    bool has(ListModel &model, int row)
    {
        return until([&] { return model.idAt(row) != 0; });
    }
};

} // namespace

TEST_F(ListModelTest, CountsAndShowsRowsInOrder)
{
    fill(1234);
    ListModel model(session());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Warning);
    model.setQuery(byName());
    ASSERT_TRUE(settled(model));
    EXPECT_EQ(model.rowCount(), 1234);
    EXPECT_EQ(shown(model, 0), QStringLiteral("Client 00000"));
    EXPECT_EQ(shown(model, 99), QStringLiteral("Client 00099"));
}

TEST_F(ListModelTest, JumpsToTheMiddleAndTheEnd)
{
    fill(5300);
    ListModel model(session());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Warning);
    model.setQuery(byName());
    ASSERT_TRUE(settled(model));
    for (const int row : {2650, 5299, 1, 4999, 3500, 777}) {
        model.setVisibleRows(row - 10, row + 30);
        ASSERT_TRUE(has(model, row)) << row;
        EXPECT_EQ(shown(model, row), QStringLiteral("Client %1").arg(row, 5, 10, QLatin1Char('0')));
    }
}

TEST_F(ListModelTest, AgreesWithTheStoreOnEveryRow)
{
    makeMany(clients, 730, [](Document &d, int i) { d.set(name, QStringLiteral("Same %1").arg(i % 7)); });
    ListModel model(session());
    model.setQuery(byName());
    ASSERT_TRUE(settled(model));
    PageAt all;
    all.limit = 1000;
    const Page direct = answer(session().page(byName(), all));
    ASSERT_EQ(direct.rows.size(), 730);
    for (int row = 0; row < model.rowCount(); ++row) {
        model.setVisibleRows(row, row + 20);
        ASSERT_TRUE(has(model, row));
        ASSERT_EQ(model.idAt(row), direct.rows.at(row).id) << row;
    }
}

TEST_F(ListModelTest, KeepsOnlyWhatIsAround)
{
    fill(8000);
    ListModel model(session());
    model.setQuery(byName());
    ASSERT_TRUE(settled(model));
    for (int row = 0; row < 8000; row += 100) {
        model.setVisibleRows(row, row + 40);
        ASSERT_TRUE(has(model, row));
    }
    EXPECT_LE(model.pagesAtHand(), 42);
    EXPECT_EQ(model.idAt(0), 0) << "the start has been let go";
    EXPECT_TRUE(model.index(0, 0).data(ListModel::LoadingRole).toBool());
}

TEST_F(ListModelTest, SortsFiltersAndSearches)
{
    fill(250);
    make(clients, {{name, QStringLiteral("Romashka")}, {QStringLiteral("phone"), QStringLiteral("+7 912 345-67-89")}});
    ListModel model(session());
    Query query = byName();
    query.sort = {{name, true}};
    model.setQuery(query);
    ASSERT_TRUE(settled(model));
    EXPECT_EQ(shown(model, 0), QStringLiteral("Romashka"));
    EXPECT_EQ(model.headerData(0, Qt::Horizontal, ListModel::SortRole).toInt(), -1);

    query.filter = Filter::where(name, Op::Contains, QStringLiteral("client 0001"));
    model.setQuery(query);
    ASSERT_TRUE(settled(model));
    EXPECT_EQ(model.rowCount(), 10);
    EXPECT_EQ(shown(model, 0), QStringLiteral("Client 00019"));

    query.filter = {};
    query.search = QStringLiteral("3456789");
    model.setQuery(query);
    ASSERT_TRUE(until([&] { return !model.isLoading() && model.rowCount() == 1; }));
    EXPECT_EQ(shown(model, 0), QStringLiteral("Romashka"));
}

TEST_F(ListModelTest, TheLastQuestionWins)
{
    fill(300);
    ListModel model(session());
    Query query = byName();
    for (const char *text : {"c", "cl", "cli", "client 0002", "client 00021"}) {
        query.search = QString::fromLatin1(text);
        model.setQuery(query);
    }
    ASSERT_TRUE(settled(model));
    EXPECT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.query().search, QStringLiteral("client 00021"));
}

TEST_F(ListModelTest, FollowsChangesWithoutLosingTheSelection)
{
    fill(600);
    ListModel model(session());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Warning);
    QItemSelectionModel selection(&model);
    model.setQuery(byName());
    ASSERT_TRUE(settled(model));
    model.setVisibleRows(300, 340);
    ASSERT_TRUE(has(model, 310));
    const Id chosen = model.idAt(310);
    selection.select(QItemSelection(model.index(310, 0), model.index(310, 1)), QItemSelectionModel::Select);

    make(clients, {{name, QStringLiteral("Aardvark")}});
    ASSERT_TRUE(until([&] { return model.rowCount() == 601; }));
    ASSERT_EQ(selection.selectedRows().size(), 1);
    EXPECT_EQ(selection.selectedRows().constFirst().row(), 311);
    EXPECT_EQ(model.idAt(311), chosen);

    const Id above = model.idAt(305);
    answer(session().remove(clients, {above}));
    ASSERT_TRUE(until([&] { return model.rowCount() == 600; }));
    ASSERT_EQ(selection.selectedRows().size(), 1);
    EXPECT_EQ(model.idAt(selection.selectedRows().constFirst().row()), chosen);

    answer(session().remove(clients, {chosen}));
    ASSERT_TRUE(until([&] { return model.rowCount() == 599; }));
    EXPECT_TRUE(selection.selectedRows().isEmpty()) << "what is gone is not selected";
}

TEST_F(ListModelTest, ShowsAnotherPersonsEdit)
{
    const Document d = make(clients, {{name, QStringLiteral("Before")}});
    ListModel model(session());
    model.setQuery(byName());
    ASSERT_TRUE(settled(model));
    auto other = database().asSystem();
    Document theirs = other->load(clients, d.id());
    theirs.set(name, QStringLiteral("After"));
    other->save(theirs);
    EXPECT_TRUE(until([&] { return shown(model, 0) == QStringLiteral("After"); }));
}

TEST_F(ListModelTest, EditsACellThroughTheSamePath)
{
    const Document d = make(clients, {{name, QStringLiteral("Before")}});
    ListModel model(session());
    model.setQuery(byName());
    ASSERT_TRUE(settled(model));
    QString refused;
    QObject::connect(&model, &ListModel::saveFailed, [&](const QString &sentence) { refused = sentence; });
    ASSERT_TRUE(model.setData(model.index(0, 0), QStringLiteral("After"), Qt::EditRole));
    EXPECT_TRUE(until([&] { return stored(clients, d.id()).head().title() == QStringLiteral("After"); }));
    ASSERT_TRUE(until([&] { return shown(model, 0) == QStringLiteral("After"); }));
    ASSERT_TRUE(model.setData(model.index(0, 0), QString(), Qt::EditRole));
    EXPECT_TRUE(until([&] { return !refused.isEmpty(); })) << "a client has a name";
    EXPECT_TRUE(until([&] { return shown(model, 0) == QStringLiteral("After"); }));
}

TEST_F(ListModelTest, SaysWhatIsWrongAndTriesAgain)
{
    ListModel model(session());
    QString sentence;
    QObject::connect(&model, &ListModel::failed, [&](const QString &s) { sentence = s; });
    Query query = byName();
    query.columns = {QStringLiteral("no_such_field")};
    model.setQuery(query);
    ASSERT_TRUE(until([&] { return model.hasFailed(); }));
    EXPECT_FALSE(sentence.isEmpty());
    model.setQuery(byName());
    EXPECT_TRUE(settled(model));
    EXPECT_FALSE(model.hasFailed());
}

TEST_F(ListModelTest, GivesRowsThatAreNotAtHand)
{
    fill(3000);
    ListModel model(session());
    model.setQuery(byName());
    ASSERT_TRUE(settled(model));
    const QList<Row> rows = answer(model.rowsOf({{1490, 1510}, {2995, 2999}}));
    ASSERT_EQ(rows.size(), 26);
    EXPECT_EQ(rows.constFirst().values.constFirst().toString(), QStringLiteral("Client 01490"));
    EXPECT_EQ(rows.constLast().values.constFirst().toString(), QStringLiteral("Client 02999"));
}
