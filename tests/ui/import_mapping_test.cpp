// Where the columns of a file go, and what becomes of what is found or missing: the middle of the import wizard, in the
// real window.
#include "tests/support/make_record.h"
#include "tests/ui/import_fixture.h"
#include "ui/exchange/import_check_step.h"
#include "ui/exchange/import_columns_step.h"
#include "ui/exchange/import_counts.h"
#include "ui/exchange/import_file_step.h"
#include "ui/exchange/import_result_step.h"
#include "ui/exchange/list_exchange.h"
#include "ui/exchange/mapping_model.h"
#include "ui/exchange/unknown_values_view.h"
#include "ui/records/list_page.h"
#include "ui/records/list_panel.h"
#include "ui/records/record_table.h"
#include "ui/shell/palette.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/work_strip.h"
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QTabWidget>

using namespace crm;
using namespace crm::test;

TEST_F(ImportWizard, changesTheRecordsThatItFinds)
{
    const Id roses = make("clients", "Roses");
    make("clients", "Twin");
    make("clients", "Twin");
    open();
    begin("clients", file("change.csv", "Name,City\nRoses,Omsk\nTwin,Perm\nTulips,Tula\n"));
    goOn();
    ImportColumnsStep *step = page().columnsStep();
    step->match()->setCurrentIndex(step->match()->findData("name"));
    Q_EMIT step->match()->activated(step->match()->currentIndex());
    goOn();
    const ImportReport report = page().checkStep()->report();
    EXPECT_EQ(report.updated, 1);
    EXPECT_EQ(report.inserted, 1);
    EXPECT_EQ(report.refused, 1) << "two records of one name: it is not clear which is meant";
    goOn();
    EXPECT_EQ(stored("clients", roses).head().text("city"), "Omsk");
}

TEST_F(ImportWizard, letsOneSayWhereColumnsGo)
{
    open();
    begin("tasks", file("tasks.csv", "What,Who,Twice\nCall,admin,Call\n"));
    goOn();
    ImportColumnsStep *step = page().columnsStep();
    MappingModel *model = step->model();
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto go = [&](int row, const char *path) {
        EXPECT_TRUE(model->setData(model->index(row, MappingModel::GoesTo), QString::fromLatin1(path), Qt::EditRole));
    };
    go(0, "title");
    go(2, "title");
    EXPECT_FALSE(page().nextButton()->isEnabled());
    EXPECT_FALSE(step->banner()->isHidden()) << "two columns go to one field";
    go(2, "");
    go(1, "assignee_id.login");
    model->addConstant();
    const int last = model->rowCount() - 1;
    go(last, "description");
    EXPECT_FALSE(page().nextButton()->isEnabled()) << "the value is missing";
    model->setData(model->index(last, MappingModel::Values), "from a file", Qt::EditRole);
    goOn();
    goOn();
    Query query("tasks");
    query.filter = Filter::where("title", Op::Equal, "Call");
    const Page found = answer(session->page(query, {}));
    ASSERT_EQ(found.rows.size(), 1);
    const Document task = stored("tasks", found.rows.first().id);
    EXPECT_EQ(task.head().text("description"), "from a file");
    EXPECT_NE(task.head().ref("assignee_id"), 0);
}

TEST_F(ImportWizard, remembersWhereTheColumnsOfSuchAFileWent)
{
    open();
    const auto went = [&](int row) {
        const MappingModel *model = page().columnsStep()->model();
        return model->index(row, MappingModel::GoesTo).data(MappingModel::PathRole).toString();
    };
    begin("clients", file("may.csv", "Firm,\"Where, to\",Note\nRoses,Omsk,x\n"));
    goOn();
    EXPECT_FALSE(page().columnsStep()->recalled()->isVisible());
    MappingModel *model = page().columnsStep()->model();
    model->setData(model->index(0, MappingModel::GoesTo), "name", Qt::EditRole);
    model->setData(model->index(1, MappingModel::GoesTo), "city", Qt::EditRole);
    model->setData(model->index(2, MappingModel::GoesTo), "", Qt::EditRole);
    model->addConstant();
    model->setData(model->index(3, MappingModel::GoesTo), "note", Qt::EditRole);
    model->setData(model->index(3, MappingModel::Values), "=12,3\"", Qt::EditRole);
    QComboBox *match = page().columnsStep()->match();
    match->setCurrentIndex(match->findData("name"));
    Q_EMIT match->activated(match->currentIndex());
    goOn();
    goOn();
    ASSERT_EQ(page().step(), 3);

    // The columns in another order; the next file of the same kind.
    begin("clients", file("june.csv", "Note,Firm,\"Where, to\"\ny,Tulips,Perm\n"));
    goOn();
    EXPECT_TRUE(page().columnsStep()->recalled()->isVisible());
    EXPECT_EQ(went(0), "");
    EXPECT_EQ(went(1), "name");
    EXPECT_EQ(went(2), "city");
    EXPECT_EQ(went(3), "note");
    EXPECT_EQ(page().columnsStep()->match()->currentData().toString(), "name");
    goOn();
    goOn();
    Query query("clients");
    query.filter = Filter::where("name", Op::Equal, "Tulips");
    const Page found = answer(session->page(query, {}));
    ASSERT_EQ(found.rows.size(), 1);
    EXPECT_EQ(stored("clients", found.rows.first().id).head().text("note"), "=12,3\"");

    begin("clients", file("july.csv", "Firm,\"Where, to\",Note\nIris,Tula,z\n"));
    goOn();
    page().columnsStep()->recalled()->findChild<QPushButton *>()->click();
    EXPECT_FALSE(page().columnsStep()->recalled()->isVisible());
    EXPECT_EQ(page().columnsStep()->match()->currentData().toString(), "");
    EXPECT_EQ(page().columnsStep()->model()->rowCount(), 3) << "no constant";

    begin("clients", file("other.csv", "Firm,Note\nIris,z\n"));
    goOn();
    EXPECT_FALSE(page().columnsStep()->recalled()->isVisible()) << "a file of another kind";
}

TEST_F(ImportWizard, choosesAFieldByTypingPartOfItsName)
{
    open();
    begin("clients", file("a.csv", "Zzz\nx\n"));
    goOn();
    ImportColumnsStep *step = page().columnsStep();
    const QModelIndex index = step->model()->index(0, MappingModel::GoesTo);
    ASSERT_EQ(index.data(MappingModel::PathRole).toString(), QString());
    step->table()->setCurrentIndex(index);
    step->table()->edit(index);
    auto *combo = step->table()->viewport()->findChild<QComboBox *>();
    ASSERT_NE(combo, nullptr);
    combo->setEditText("VAT num");
    QTest::keyClick(combo->lineEdit(), Qt::Key_Return);
    EXPECT_TRUE(waitUntil([&] { return index.data(MappingModel::PathRole).toString() == "vat_number"; }));
}

TEST_F(ImportWizard, addsWhatIsMissingWhenToldTo)
{
    open();
    begin("items", file("items.csv", "Title,Category\nTea,Drinks\n"));
    goOn();
    MappingModel *model = page().columnsStep()->model();
    const QModelIndex how = model->index(1, MappingModel::How);
    ASSERT_TRUE(how.flags().testFlag(Qt::ItemIsEditable));
    model->setData(how, 1, Qt::EditRole);
    goOn();
    EXPECT_EQ(page().checkStep()->report().refused, 0);
    goOn();
    EXPECT_EQ(page().resultStep()->report().others.value("item_categories").inserted, 1);
}

TEST_F(ImportWizard, asksWhatItCannotKnow)
{
    const Id client = make("clients", "Roses");
    {
        auto repository = database->asSystem();
        Document order{Record(repository->catalog()->at("orders"))};
        order.set("client_id", client);
        order.set("external_id", QStringLiteral("7"));
        repository->save(order);
    }
    open();
    begin("order_lines", file("lines.csv", "order_id.external_id,title,quantity,rate,discount\n7,Tea,1,10,0.15\n"));
    goOn();
    goOn();
    EXPECT_FALSE(page().nextButton()->isEnabled());
    EXPECT_FALSE(page().checkStep()->banner()->isHidden()) << "15 % or 0.15 %?";
    page().backButton()->click();
    MappingModel *model = page().columnsStep()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data(MappingModel::PathRole).toString() == "discount")
            model->setData(model->index(row, MappingModel::How), 1, Qt::EditRole);
    }
    goOn();
    EXPECT_TRUE(page().nextButton()->isEnabled());
}

TEST_F(ImportWizard, asksWhatValuesMeanThatNobodyKnows)
{
    const Id fair = make("lead_sources", "Fair");
    const QString path = file("leads.csv", "Name,Source,Type\nOne,Expo,firm\nTwo,Expo,person\nThree,Radio,firm\n");
    open();
    tried("leads", path);
    ImportCheckStep &check = *page().checkStep();
    UnknownValuesView &view = *check.unknown();
    UnknownValuesModel *model = view.model();
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(check.tabs()->currentWidget(), &view) << "what can be helped stands in front";
    EXPECT_FALSE(page().nextButton()->isEnabled()) << "every row is refused";
    ASSERT_EQ(model->rowCount(), 3);
    EXPECT_EQ(text(view.table(), 0, UnknownValuesModel::Value), "Expo");
    EXPECT_EQ(text(view.table(), 0, UnknownValuesModel::Rows), "2");
    EXPECT_EQ(text(view.table(), 1, UnknownValuesModel::Value), "firm");
    EXPECT_EQ(model->fieldAt(model->index(1, UnknownValuesModel::Happens)).choices().size(), 2) << "it cannot be added";

    // By the keyboard: that it means something, and what.
    view.table()->setFocus();
    view.table()->setCurrentIndex(model->index(0, UnknownValuesModel::Happens));
    QTest::keyClick(view.table(), Qt::Key_F2);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_End);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    EXPECT_TRUE(waitUntil([&] { return view.table()->currentIndex().column() == UnknownValuesModel::Means; }));
    ASSERT_TRUE(waitUntil([&] { return session->dictionary("lead_sources").size() > 0; }));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    EXPECT_TRUE(waitUntil([&] { return text(view.table(), 0, UnknownValuesModel::Means) == "Fair"; }));
    model->setData(model->index(1, UnknownValuesModel::Means), "organisation", Qt::EditRole);
    EXPECT_EQ(text(view.table(), 1, UnknownValuesModel::Means), "Organisation");
    view.addButton()->click();
    EXPECT_FALSE(view.addButton()->isEnabled()) << "nothing is left to be added";

    EXPECT_EQ(page().nextButton()->text(), ImportCheckStep::tr("Check again"));
    goOn();
    ASSERT_EQ(page().step(), 2) << "what was said is tried first";
    EXPECT_EQ(check.report().inserted, 3);
    EXPECT_EQ(check.report().others.value("lead_sources").inserted, 1) << "Radio";
    EXPECT_EQ(text(view.table(), 0, UnknownValuesModel::Means), "Fair") << "and may still be changed";
    goOn();
    ASSERT_EQ(page().step(), 3);
    Query query("leads");
    query.filter = Filter::where("source_id", Op::Equal, fair);
    EXPECT_EQ(answer(session->totals(query, {})).count, 2);

    // The next file of the kind needs no answers; who goes the way on knows better.
    begin("leads", file("more.csv", "Name,Source,Type\nFour,expo,FIRM\n"));
    goOn();
    goOn();
    EXPECT_EQ(page().checkStep()->report().inserted, 1);
    EXPECT_NE(page().checkStep()->tabs()->currentWidget(), page().checkStep()->unknown());
}

TEST_F(ImportWizard, addsChoicesThatNobodyHasMadeAndTakesThemBack)
{
    const Id field = makeRecord(*database->asSystem(), "custom_fields",
                                {{"entity", "clients"},
                                 {"key", "branch"},
                                 {"label", "Branch"},
                                 {"kind", "choice"},
                                 {"choices", "steel = Steel"}});
    open();
    tried("clients", file("branches.csv", "Name,Branch\nOne,Steel\nTwo,Bakery\nThree,Mill\n"));
    ImportCheckStep &check = *page().checkStep();
    EXPECT_EQ(check.report().refused, 2);
    EXPECT_FALSE(check.banner()->isHidden()) << "all at once, beside what is offered for each";
    UnknownValuesModel *model = check.unknown()->model();
    model->setData(model->index(1, UnknownValuesModel::Happens), "add", Qt::EditRole);
    goOn();
    EXPECT_EQ(check.report().inserted, 2);
    EXPECT_FALSE(session->catalog()->at("clients").field("branch")->choice("mill")) << "the check has written";
    goOn();
    ImportResultStep &result = *page().resultStep();
    EXPECT_EQ(stored("custom_fields", field).head().text("choices"), "steel = Steel\nmill = Mill");
    EXPECT_TRUE(waitUntil([&] { return session->catalog()->at("clients").field("branch")->choice("mill"); }));
    auto *add = result.banner()->findChild<QPushButton *>();
    ASSERT_TRUE(add && add->isVisible()) << "the other one can be added afterwards";
    add->click();
    ASSERT_TRUE(settle());
    EXPECT_EQ(result.report().inserted, 3);
    EXPECT_EQ(count("clients"), 3);
    Prompts::setNextAnswer(Prompts::Yes);
    result.undoButton()->click();
    ASSERT_TRUE(waitUntil([&] { return !result.hasImported(); }));
    EXPECT_EQ(count("clients"), 0);
    EXPECT_EQ(stored("custom_fields", field).head().text("choices"), "steel = Steel");
}
