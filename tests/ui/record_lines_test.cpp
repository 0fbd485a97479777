// An order with its lines: totals that follow, faults in cells, two people at one order, what a crash leaves behind.
#include "tests/ui/record_fixture.h"
#include "ui/records/conflict_dialog.h"
#include "ui/records/draft_store.h"
#include "ui/records/line_model.h"
#include "ui/records/list_model.h"
#include <QAbstractItemModelTester>
#include <QDir>
#include <QTableView>

namespace crm::test {
namespace {

class RecordLines : public RecordTest
{
protected:
    void SetUp() override
    {
        RecordTest::SetUp();
        client = make(QStringLiteral("clients"), QStringLiteral("Blue Whale"));
        auto repository = database->asSystem();
        Document document{Record(repository->catalog()->at(orders))};
        document.set(QStringLiteral("client_id"), client);
        document.lines(lines) = {newLine(*repository, QStringLiteral("Bolt"), 2000, 150),
                                 newLine(*repository, QStringLiteral("Nut"), 10'000, 35)};
        order = repository->save(document).document.id();
        open();
    }
    Record newLine(Repository &repository, const QString &title, qint64 quantity, qint64 rate)
    {
        Record record(repository.catalog()->at(lines));
        record.set(QStringLiteral("title"), title);
        record.set(QStringLiteral("quantity"), quantity);
        record.set(QStringLiteral("rate"), rate);
        return record;
    }
    static QModelIndex cell(LineGrid &grid, int row, const char *key)
    {
        for (int column = 0; column < grid.model()->columnCount(); ++column) {
            if (grid.model()->fieldAt(column).key() == QLatin1String(key))
                return grid.model()->index(row, column);
        }
        throw std::runtime_error(std::string("no such column: ") + key);
    }
    /// Types into a cell as a person does: the first key begins to edit.
    static void typeInto(LineGrid &grid, int row, const char *key, const QString &text)
    {
        grid.view()->setFocus();
        grid.view()->setCurrentIndex(cell(grid, row, key));
        grid.view()->edit(cell(grid, row, key));
        QTest::keyClicks(QApplication::focusWidget(), text);
    }
    qint64 totalOf() { return stored(orders, order).value(QStringLiteral("total")).toLongLong(); }
    static qint64 shownTotal(RecordPage &page) { return page.document().shown(QStringLiteral("total")).toLongLong(); }
    void storeLineElsewhere(int row, const char *key, const QVariant &value)
    {
        auto repository = database->asSystem();
        Document document = repository->load(orders, order);
        document.lines(lines)[row].set(QString::fromLatin1(key), value);
        repository->save(document);
    }
    Id client = 0, order = 0;
    const QString orders = QStringLiteral("orders"), lines = QStringLiteral("order_lines");
};

TEST_F(RecordLines, ALineChangedMovesTheTotalAtOnceAndWhenSaved)
{
    RecordPage &page = record(orders, order);
    EXPECT_EQ(shownTotal(page), 650);
    LineGrid &grid = *page.form()->grid(lines);
    typeInto(grid, 0, "quantity", QStringLiteral("3"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return shownTotal(page) == 800; }));
    EXPECT_EQ(cell(grid, 0, "total").data(Qt::EditRole).toLongLong(), 450);
    const auto *shown = page.form()->findChild<QLabel *>(QStringLiteral("total"));
    ASSERT_TRUE(shown);
    EXPECT_TRUE(shown->text().contains(QStringLiteral("8.00"))) << shown->text().toStdString();
    EXPECT_EQ(totalOf(), 650) << "not saved yet";
    ASSERT_TRUE(saveAll(page));
    EXPECT_EQ(totalOf(), 800);
    EXPECT_EQ(shownTotal(page), 800);
}

TEST_F(RecordLines, TheAmountOfALineIsSeenBesideTheRightColumnOfASmallWindow)
{
    for (int row : {0, 1})
        storeLineElsewhere(row, "title", QStringLiteral("A title that would like to have the whole window for itself"));
    storeLineElsewhere(1, "rate", qint64(1'234'500));
    window->resize(1280, 800);
    RecordPage &page = record(orders, order);
    const LineGrid &grid = *page.form()->grid(lines);
    const auto right = [&](const char *key) {
        return grid.view()->visualRect(cell(*page.form()->grid(lines), 1, key)).right();
    };
    EXPECT_TRUE(waitUntil([&] { return right("total") < grid.view()->viewport()->width(); }))
        << right("total") << " of " << grid.view()->viewport()->width();
    for (const char *key : {"quantity", "rate", "total"}) {
        const QModelIndex index = cell(*page.form()->grid(lines), 1, key);
        EXPECT_GE(grid.view()->columnWidth(index.column()), grid.view()->sizeHintForIndex(index).width()) << key;
    }
}

TEST_F(RecordLines, ACellThatIsStillBeingTypedIsSavedByCtrlS)
{
    RecordPage &page = record(orders, order);
    typeInto(*page.form()->grid(lines), 0, "quantity", QStringLiteral("5"));
    ASSERT_TRUE(saveAll(page));
    EXPECT_EQ(totalOf(), 1100);
}

TEST_F(RecordLines, TypingGoesOnWhileTheTotalsOfTheLastCellArrive)
{
    RecordPage &page = record(orders, order);
    LineGrid &grid = *page.form()->grid(lines);
    QSignalSpy previewed(&page.document(), &OpenDocument::previewed);
    typeInto(grid, 0, "quantity", QStringLiteral("3"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCoreApplication::processEvents(); // the current cell moves down
    ASSERT_EQ(previewed.size(), 0);
    typeInto(grid, 1, "rate", QStringLiteral("1.2"));
    ASSERT_TRUE(waitUntil([&] { return shownTotal(page) == 800; }));
    auto *edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    ASSERT_TRUE(edit);
    EXPECT_EQ(edit->text(), QStringLiteral("1.2"));
    QTest::keyClicks(edit, QStringLiteral("5"));
    QTest::keyClick(edit, Qt::Key_Return);
    ASSERT_TRUE(saveAll(page));
    EXPECT_EQ(totalOf(), 450 + 1250);
}

TEST_F(RecordLines, LinesAreAddedMovedDoubledAndRemovedByKey)
{
    RecordPage &page = record(orders, order);
    LineGrid &grid = *page.form()->grid(lines);
    QAbstractItemModelTester tester(grid.model(), QAbstractItemModelTester::FailureReportingMode::Warning);
    ASSERT_EQ(grid.model()->rowCount(), 3) << "two lines and the row to begin one in";
    typeInto(grid, 2, "title", QStringLiteral("Washer"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    typeInto(grid, 2, "rate", QStringLiteral("0.5"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    ASSERT_EQ(grid.model()->rowCount(), 4);
    grid.view()->setCurrentIndex(cell(grid, 2, "title"));
    QTest::keyClick(grid.view(), Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(grid.view(), Qt::Key_D, Qt::ControlModifier);
    ASSERT_EQ(grid.model()->rowCount(), 5);
    grid.view()->setCurrentIndex(cell(grid, 0, "title"));
    QTest::keyClick(grid.view(), Qt::Key_Delete, Qt::ControlModifier);
    ASSERT_TRUE(saveAll(page));
    QStringList titles;
    const QList<Record> saved = stored(orders, order).lines(lines);
    for (const Record &line : saved)
        titles.append(line.title());
    EXPECT_EQ(titles.join(u' '), QStringLiteral("Washer Nut Washer"));
    EXPECT_EQ(totalOf(), 50 + 350 + 50);
}

TEST_F(RecordLines, TabTakesAnItemAndGoesOnInTheSameLine)
{
    const Id anchor = make(QStringLiteral("items"), QStringLiteral("Anchor"));
    RecordPage &page = record(orders, order);
    LineGrid &grid = *page.form()->grid(lines);
    grid.addLine();
    const QModelIndex item = cell(grid, 2, "item_id");
    ASSERT_EQ(grid.view()->currentIndex(), item);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Anch"));
    ASSERT_TRUE(waitUntil([] { return QApplication::activePopupWidget() != nullptr; }));
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Tab);
    ASSERT_TRUE(waitUntil([&] { return cell(grid, 2, "item_id").data(ListModel::ValueRole).toLongLong() == anchor; }));
    EXPECT_TRUE(waitUntil([&] { return grid.view()->currentIndex() == item.siblingAtColumn(item.column() + 1); }));
    EXPECT_TRUE(grid.isAncestorOf(QApplication::focusWidget())) << "it is edited";
}

TEST_F(RecordLines, TabStopsAtABoxSpaceTicksItAndTabGoesOn)
{
    RecordPage &page = record(orders, order);
    LineGrid &grid = *page.form()->grid(lines);
    const QModelIndex box = cell(grid, 0, "taxable");
    const auto isTicked = [&] { return grid.model()->data(box, Qt::CheckStateRole).toInt() == Qt::Checked; };
    const bool before = isTicked();
    const auto focus = [] { return QApplication::focusWidget(); };
    const auto goes = [&](Qt::Key key, const QModelIndex &to) {
        const QPointer<QWidget> from = focus();
        QTest::keyClick(from, key);
        return waitUntil([&] { return grid.view()->currentIndex() == to && focus() && grid.isAncestorOf(focus()); });
    };
    const auto nextTo = [&](int step) {
        QModelIndex at = box.siblingAtColumn(box.column() + step);
        while (at.isValid() && !at.flags().testFlag(Qt::ItemIsEditable))
            at = at.siblingAtColumn(at.column() + step);
        return at;
    };
    const QModelIndex left = nextTo(-1), right = nextTo(1);
    ASSERT_TRUE(left.isValid() && right.isValid());
    grid.view()->setFocus();
    grid.view()->setCurrentIndex(left);
    grid.view()->edit(left);
    ASSERT_TRUE(goes(Qt::Key_Tab, box));
    EXPECT_EQ(focus(), grid.view()) << "nothing is typed into a box";
    QTest::keyClick(focus(), Qt::Key_Space);
    EXPECT_NE(isTicked(), before);
    ASSERT_TRUE(goes(Qt::Key_Tab, right));
    EXPECT_NE(focus(), grid.view()) << "the next cell is edited";
    ASSERT_TRUE(goes(Qt::Key_Backtab, box));
    ASSERT_TRUE(goes(Qt::Key_Backtab, left));
    grid.finishEditing();
    // Whoever comes to it with the mouse or an arrow leaves the grid by Tab, as from any cell.
    grid.view()->setCurrentIndex(box);
    grid.view()->setFocus();
    QTest::keyClick(grid.view(), Qt::Key_Tab);
    EXPECT_FALSE(grid.view()->hasFocus());
}

TEST_F(RecordLines, AFaultInALineIsFoundAndNamed)
{
    RecordPage &page = record(orders, order);
    LineGrid &grid = *page.form()->grid(lines);
    grid.model()->setData(cell(grid, 1, "discount"), qint64(200'00), Qt::EditRole); // percent
    pressSave();
    EXPECT_FALSE(grid.model()->faultAt(cell(grid, 1, "discount")).isEmpty());
    EXPECT_EQ(grid.view()->currentIndex(), cell(grid, 1, "discount"));
    EXPECT_EQ(window->focusWidget(), grid.view());
    EXPECT_EQ(totalOf(), 650);
}

TEST_F(RecordLines, DifferentChangesOfTwoPeopleAreBothKept)
{
    RecordPage &page = record(orders, order);
    LineGrid &grid = *page.form()->grid(lines);
    grid.model()->setData(cell(grid, 0, "quantity"), qint64(3000), Qt::EditRole);
    storeLineElsewhere(1, "quantity", qint64(20'000));
    storeElsewhere(orders, order, "ship_city", QStringLiteral("Oslo"));
    ASSERT_TRUE(saveAll(page));
    EXPECT_TRUE(Prompts::takeAsked().isEmpty()) << "nothing to decide";
    const Document now = stored(orders, order);
    EXPECT_EQ(now.lines(lines).at(0).integer(QStringLiteral("quantity")), 3000);
    EXPECT_EQ(now.lines(lines).at(1).integer(QStringLiteral("quantity")), 20'000);
    EXPECT_EQ(now.head().text(QStringLiteral("ship_city")), QStringLiteral("Oslo"));
    EXPECT_EQ(totalOf(), 450 + 700);
    EXPECT_EQ(line(page, "ship_city").text(), QStringLiteral("Oslo")) << "the form shows what the other one saved";
}

TEST_F(RecordLines, TheSameFieldIsAskedForAndMineIsKeptWhenChosen)
{
    RecordPage &page = record(orders, order);
    type(page, "ship_city", QStringLiteral("Bergen"));
    type(page, "ship_country", QStringLiteral("Norway"));
    storeElsewhere(orders, order, "ship_city", QStringLiteral("Oslo"));
    storeElsewhere(orders, order, "ship_address", QStringLiteral("Karl Johans gate 1"));
    Prompts::setNextAnswer(Prompts::Cancel);
    pressSave();
    ASSERT_TRUE(waitUntil([&] { return Prompts::allTaken() && page.isIdle(); }));
    EXPECT_EQ(stored(orders, order).head().text(QStringLiteral("ship_city")), QStringLiteral("Oslo"));
    EXPECT_EQ(line(page, "ship_city").text(), QStringLiteral("Bergen")) << "back to the form with everything typed";
    EXPECT_TRUE(page.hasUnsavedChanges());

    Prompts::setNextAnswer(Prompts::Yes); // as it stands: mine
    ASSERT_TRUE(saveAll(page));
    const Record now = stored(orders, order).head();
    EXPECT_EQ(now.text(QStringLiteral("ship_city")), QStringLiteral("Bergen"));
    EXPECT_EQ(now.text(QStringLiteral("ship_country")), QStringLiteral("Norway"));
    EXPECT_EQ(now.text(QStringLiteral("ship_address")), QStringLiteral("Karl Johans gate 1")) << "theirs, untouched";
    EXPECT_EQ(line(page, "ship_address").text(), QStringLiteral("Karl Johans gate 1"));
    EXPECT_EQ(Prompts::takeAsked().size(), 2);
}

TEST_F(RecordLines, TheirsIsKeptWhenChosen)
{
    auto repository = database->asSystem();
    Document mine = repository->load(orders, order);
    mine.set(QStringLiteral("ship_city"), QStringLiteral("Bergen"));
    mine.lines(lines)[0].set(QStringLiteral("quantity"), qint64(7000));
    storeElsewhere(orders, order, "ship_city", QStringLiteral("Oslo"));
    storeLineElsewhere(0, "quantity", qint64(9000));
    try {
        repository->save(mine);
        FAIL() << "two people changed the same";
    } catch (const ConflictError &e) {
        ASSERT_EQ(e.conflicts().size(), 2);
        ConflictDialog dialog(*window, e, mine, nullptr);
        dialog.choose(0, false);
        dialog.choose(1, false);
        const Document merged = dialog.merged();
        EXPECT_EQ(merged.value(QStringLiteral("ship_city")), QVariant(QStringLiteral("Oslo")));
        EXPECT_EQ(merged.lines(lines).at(0).integer(QStringLiteral("quantity")), 9000);
        dialog.choose(1, true);
        EXPECT_EQ(dialog.merged().lines(lines).at(0).integer(QStringLiteral("quantity")), 7000);
        EXPECT_NO_THROW(repository->save(dialog.merged()));
    }
}

TEST_F(RecordLines, ADraftOutlivesACrash)
{
    {
        RecordPage &page = record(orders, order);
        type(page, "ship_city", QStringLiteral("Bergen"));
        LineGrid &grid = *page.form()->grid(lines);
        grid.model()->setData(cell(grid, 0, "quantity"), qint64(3000), Qt::EditRole);
        ASSERT_TRUE(waitUntil([&] { return DraftStore(session->target().path).find(orders, order).has_value(); }));
    }
    show(); // the window is made anew, nobody was asked
    RecordPage &page = record(orders, order);
    EXPECT_EQ(line(page, "ship_city").text(), QString());
    ASSERT_TRUE(banner(page).isVisible());
    banner(page).findChild<QPushButton *>()->click();
    EXPECT_FALSE(banner(page).isVisible());
    EXPECT_EQ(line(page, "ship_city").text(), QStringLiteral("Bergen"));
    ASSERT_TRUE(saveAll(page));
    EXPECT_EQ(totalOf(), 800);
    EXPECT_EQ(stored(orders, order).head().text(QStringLiteral("ship_city")), QStringLiteral("Bergen"));
    EXPECT_TRUE(waitUntil([&] { return !DraftStore(session->target().path).find(orders, order); }))
        << "a saved draft is none any more";
}

TEST_F(RecordLines, ADraftOfANewRecordIsOfferedToTheNextOne)
{
    {
        RecordPage &page = fresh(orders, {{QStringLiteral("client_id"), client}});
        type(page, "ship_city", QStringLiteral("Bergen"));
        LineGrid &grid = *page.form()->grid(lines);
        grid.model()->setData(cell(grid, 0, "title"), QStringLiteral("Bolt"), Qt::EditRole);
        grid.model()->setData(cell(grid, 0, "rate"), qint64(150), Qt::EditRole);
        ASSERT_TRUE(waitUntil([&] { return !DraftStore(session->target().path).unsaved(orders).isEmpty(); }));
        EXPECT_FALSE(banner(fresh(orders)).isVisible()) << "it is still being typed in the other tab";
    }
    show();
    RecordPage &page = fresh(orders);
    ASSERT_TRUE(banner(page).isVisible());
    banner(page).findChild<QPushButton *>()->click();
    EXPECT_EQ(line(page, "ship_city").text(), QStringLiteral("Bergen"));
    ASSERT_TRUE(saveAll(page));
    const Document saved = stored(orders, page.document().document().id());
    EXPECT_EQ(saved.head().ref(QStringLiteral("client_id")), client);
    EXPECT_EQ(saved.value(QStringLiteral("total")), QVariant(qint64(150)));
    EXPECT_EQ(count(orders), 2);
    EXPECT_TRUE(waitUntil([&] { return DraftStore(session->target().path).unsaved(orders).isEmpty(); }));
}

TEST_F(RecordLines, ADraftCanBeThrownAway)
{
    type(fresh(orders), "ship_city", QStringLiteral("Bergen"));
    ASSERT_TRUE(waitUntil([&] { return !DraftStore(session->target().path).unsaved(orders).isEmpty(); }));
    show();
    RecordPage &page = fresh(orders);
    ASSERT_TRUE(banner(page).isVisible());
    banner(page).dismissButton()->click();
    EXPECT_FALSE(banner(page).isVisible());
    // The page removes the file on its own thread.
    EXPECT_TRUE(waitUntil([&] { return DraftStore(session->target().path).unsaved(orders).isEmpty(); }));
    EXPECT_FALSE(banner(fresh(orders)).isVisible()) << "it is offered no more";
}

TEST_F(RecordLines, AreReachedByOneKey)
{
    RecordPage &page = fresh(orders, {{QStringLiteral("client_id"), client}});
    window->resize(1000, 480);
    auto *grid = page.findChild<LineGrid *>();
    ASSERT_TRUE(grid);
    press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(grid->view()->isAncestorOf(QApplication::focusWidget())) << "a line is begun where there is none";
    EXPECT_FALSE(grid->view()->visibleRegion().isEmpty()) << "and shows it";
    RecordPage &stored = record(orders, order);
    press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    const auto *view = stored.findChild<LineGrid *>()->view();
    EXPECT_TRUE(view->hasFocus());
    EXPECT_EQ(view->currentIndex().row(), 0) << "one with lines stands at the first";
    window->openKey(QStringLiteral("list/orders"));
    EXPECT_FALSE(window->commands().find("record.lines")->enabled());
}

} // namespace
} // namespace crm::test
