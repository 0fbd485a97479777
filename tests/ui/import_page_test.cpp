// The import wizard in the real window: from the file to the result and back, with everything that goes wrong on the
// way.
#include "tests/support/zip_writer.h"
#include "tests/ui/import_fixture.h"
#include "ui/exchange/import_check_step.h"
#include "ui/exchange/import_columns_step.h"
#include "ui/exchange/import_counts.h"
#include "ui/exchange/import_file_step.h"
#include "ui/exchange/import_result_step.h"
#include "ui/exchange/list_exchange.h"
#include "ui/exchange/mapping_model.h"
#include "ui/records/list_page.h"
#include "ui/records/list_panel.h"
#include "ui/records/record_table.h"
#include "ui/shell/palette.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/work_strip.h"
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QMenu>
#include <QMimeData>

using namespace crm;
using namespace crm::test;

TEST_F(ImportWizard, goesFromTheFileToTheResultAndBack)
{
    open();
    const qint64 before = count("clients");
    ImportPage &wizard = tried("clients", file("new.csv", "Name,City\nRoses,Omsk\nTulips,Perm\n,Tula\n"));
    EXPECT_EQ(wizard.step(), 2);
    EXPECT_EQ(wizard.checkStep()->report().inserted, 2);
    EXPECT_EQ(wizard.checkStep()->report().refused, 1);
    EXPECT_TRUE(wizard.checkStep()->counts()->text().contains("2 new"))
        << wizard.checkStep()->counts()->text().toStdString();
    EXPECT_EQ(count("clients"), before) << "the check has written";
    goOn();
    EXPECT_EQ(wizard.step(), 3);
    EXPECT_EQ(count("clients"), before + 2);
    EXPECT_TRUE(wizard.resultStep()->undoButton()->isVisible());
    EXPECT_FALSE(wizard.backButton()->isVisible()) << "the steps before would import it once more";
    EXPECT_EQ(text(wizard.resultStep()->faults(), 0, 0), "4");

    const QString kept = file("kept.csv", "old");
    Prompts::setNextFile(kept);
    wizard.resultStep()->saveRefusedButton()->click();
    QFile refused(kept);
    ASSERT_TRUE(refused.open(QIODevice::ReadOnly));
    EXPECT_TRUE(refused.readAll().contains("import_error"));

    Prompts::setNextAnswer(Prompts::Yes);
    wizard.resultStep()->undoButton()->click();
    ASSERT_TRUE(waitUntil([&] { return !wizard.resultStep()->hasImported(); }));
    EXPECT_EQ(count("clients"), before);
    EXPECT_FALSE(wizard.resultStep()->undoButton()->isVisible());
}

TEST_F(ImportWizard, addsWhatIsMissingAfterwardsAndTakesBothBack)
{
    open();
    ImportPage &wizard = tried("items", file("items.csv", "Title,Price,Category\nPen,1,\nBolt,2,Fasteners\n"
                                                          "Nut,a lot,Fasteners\nScrew,3,Fasteners\n"));
    EXPECT_EQ(wizard.checkStep()->report().refused, 3);
    goOn();
    const qint64 before = count("items");
    ImportResultStep &result = *wizard.resultStep();
    auto *add = result.banner()->findChild<QPushButton *>();
    ASSERT_TRUE(add && add->isVisible()) << "the way out stands beside the refused rows";
    add->click();
    ASSERT_TRUE(settle());
    EXPECT_EQ(count("items"), before + 2);
    EXPECT_EQ(count("item_categories"), 3);
    EXPECT_EQ(result.report().inserted, 3) << "of both runs";
    EXPECT_EQ(result.report().refused, 1);
    EXPECT_EQ(text(result.faults(), 0, 0), "4") << "the line of the file";
    EXPECT_FALSE(result.banner()->isVisible()) << "what is left has another reason";
    Prompts::setNextAnswer(Prompts::Yes);
    result.undoButton()->click();
    ASSERT_TRUE(waitUntil([&] { return !result.hasImported(); }));
    EXPECT_EQ(count("items"), before - 1);
    EXPECT_EQ(count("item_categories"), 2);
}

TEST_F(ImportWizard, isTakenBackByTheKeyOfUndo)
{
    open();
    const qint64 before = count("clients");
    tried("clients", file("new.csv", clients(30)));
    goOn();
    ASSERT_EQ(count("clients"), before + 30);
    Prompts::takeAsked();
    Prompts::setNextAnswer(Prompts::Cancel);
    press(Qt::Key_Z, Qt::ControlModifier);
    QStringList asked;
    EXPECT_TRUE(waitUntil([&] { return !(asked += Prompts::takeAsked()).isEmpty(); }));
    EXPECT_TRUE(asked.value(0).contains(QStringLiteral("30"))) << asked.join(u'\n').toStdString();
    EXPECT_EQ(count("clients"), before + 30);
    Prompts::setNextAnswer(Prompts::Yes);
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(waitUntil([&] { return count("clients") == before; }));
}

TEST_F(ImportWizard, isWalkedByTheKeyboardAlone)
{
    open();
    const qint64 before = count("clients");
    begin("clients", file("new.csv", clients(3)));
    for (int i = 0; i < 3; ++i) {
        press(Qt::Key_Return, Qt::ControlModifier);
        ASSERT_TRUE(settle());
        EXPECT_EQ(page().step(), i + 1);
        EXPECT_TRUE(window->focusWidget() && page().isAncestorOf(window->focusWidget()));
    }
    EXPECT_EQ(count("clients"), before + 3);
}

TEST_F(ImportWizard, goesOnWithEnterOnceAFileIsChosen)
{
    open();
    ImportPage &wizard = begin("clients", file("new.csv", clients(3)));
    ASSERT_TRUE(waitUntil([&] { return wizard.nextButton()->hasFocus(); }));
    QTest::keyClick(wizard.nextButton(), Qt::Key_Return);
    ASSERT_TRUE(settle());
    EXPECT_EQ(wizard.step(), 1);
}

TEST_F(ImportWizard, showsWhatAnotherEncodingMakesOfTheFile)
{
    open();
    // A name in windows-1251, beside one that could be either.
    ImportPage &wizard = begin("clients", file("old.csv", "Name;City\n\xCF\xE5\xF0\xEC\xFC;\xCF\xE5\xF0\xEC\xFC\n"));
    ImportFileStep *step = wizard.fileStep();
    const QString right = QString::fromUtf8("\xD0\x9F\xD0\xB5\xD1\x80\xD0\xBC\xD1\x8C");
    EXPECT_EQ(text(step->table(), 0, 0), right);
    EXPECT_TRUE(step->encoding()->itemText(0).contains("windows-1251"));
    EXPECT_TRUE(step->separator()->itemText(0).contains(';'));
    // Wrong on purpose: the preview shows it, and nothing is lost by going back.
    step->encoding()->setCurrentIndex(step->encoding()->findText("windows-1252"));
    Q_EMIT step->encoding()->activated(step->encoding()->currentIndex());
    ASSERT_TRUE(settle());
    EXPECT_NE(text(step->table(), 0, 0), right);
    step->separator()->setCurrentIndex(1);
    Q_EMIT step->separator()->activated(1);
    ASSERT_TRUE(settle());
    EXPECT_EQ(step->table()->model()->columnCount(), 1);
    // What is no UTF-8 at all says so, and the choice stays open.
    step->encoding()->setCurrentIndex(step->encoding()->findText("UTF-8"));
    Q_EMIT step->encoding()->activated(step->encoding()->currentIndex());
    ASSERT_TRUE(settle());
    EXPECT_FALSE(step->banner()->isHidden());
    EXPECT_FALSE(wizard.nextButton()->isEnabled());
    step->encoding()->setCurrentIndex(0);
    step->separator()->setCurrentIndex(0);
    Q_EMIT step->encoding()->activated(0);
    ASSERT_TRUE(settle());
    EXPECT_EQ(text(step->table(), 0, 0), right);
    EXPECT_TRUE(step->banner()->isHidden());
    EXPECT_TRUE(wizard.nextButton()->isEnabled());
}

TEST_F(ImportWizard, saysWhatCannotBeRead)
{
    open();
    for (const auto &[name, content] : QList<std::pair<QString, QByteArray>>{
             {"empty.csv", ""}, {"picture.pdf", "%PDF-1.7"}, {"broken.xlsx", "PK\x03\x04nothing"}}) {
        SCOPED_TRACE(name.toStdString());
        ImportPage &wizard = begin("clients", file(name, content));
        EXPECT_FALSE(wizard.fileStep()->banner()->isHidden());
        EXPECT_FALSE(wizard.fileStep()->banner()->text().isEmpty());
        EXPECT_FALSE(wizard.nextButton()->isEnabled());
    }
    ImportPage &wizard = begin("clients", "/no/such/file.csv");
    EXPECT_TRUE(wizard.fileStep()->banner()->text().contains("file.csv"));
    begin("clients", file("only-heads.csv", "Name,Phone\n"));
    goOn();
    goOn();
    EXPECT_FALSE(page().nextButton()->isEnabled()) << "there is nothing to import";
}

TEST_F(ImportWizard, bearsAValueOfAMegabyte)
{
    open();
    const qint64 before = count("clients");
    ImportPage &wizard =
        tried("clients", file("large.csv", "Name,Note\nRoses," + QByteArray(1'000'000, 'x') + "\nTulips," +
                                               QByteArray(1'000'001, 'y') + "\nPinks,z\n"));
    EXPECT_LE(text(wizard.fileStep()->table(), 0, 1).size(), 201) << "a cell is shown by its beginning";
    EXPECT_EQ(wizard.checkStep()->report().inserted, 2);
    EXPECT_EQ(wizard.checkStep()->report().refused, 1);
    goOn();
    EXPECT_EQ(count("clients"), before + 2);
}

TEST_F(ImportWizard, isCancelledInTheMiddleAndLeavesNothing)
{
    open();
    const qint64 before = count("clients");
    ImportPage &wizard = tried("clients", file("many.csv", clients(6000)));
    wizard.nextButton()->click();
    ASSERT_EQ(wizard.step(), 3);
    ASSERT_TRUE(waitUntil([&] { return count("clients") > before; })) << "the window waits for the import";
    auto *strip = window->statusBar().findChild<WorkStrip *>();
    ASSERT_NE(strip, nullptr);
    EXPECT_TRUE(wizard.resultStep()->isBusy());
    strip->cancelButton()->click();
    ASSERT_TRUE(waitUntil([&] { return !wizard.resultStep()->isBusy(); }, 60000));
    EXPECT_EQ(count("clients"), before);
    EXPECT_FALSE(wizard.resultStep()->banner()->isHidden());
    EXPECT_FALSE(wizard.resultStep()->undoButton()->isVisible());
    EXPECT_TRUE(waitUntil([&] { return !window->statusBar().findChild<WorkStrip *>(); }));
}

TEST_F(ImportWizard, letsOneWorkAndSaveMeanwhile)
{
    const Id other = make("leads", "A lead");
    open();
    ImportPage &wizard = tried("clients", file("many.csv", clients(3000)));
    wizard.nextButton()->click();
    RecordPage &form = record("leads", other);
    type(form, "city", "Omsk");
    EXPECT_TRUE(saveAll(form));
    EXPECT_EQ(stored("leads", other).head().text("city"), "Omsk");
    ASSERT_TRUE(waitUntil([&] { return !wizard.resultStep()->isBusy(); }, 60000));
    EXPECT_EQ(wizard.resultStep()->report().inserted, 3000);
}

TEST_F(ImportWizard, asksBeforeTheWindowClosesOverAnImport)
{
    open();
    const qint64 before = count("clients");
    ImportPage &wizard = tried("clients", file("many.csv", clients(6000)));
    wizard.nextButton()->click();
    Prompts::setNextAnswer(Prompts::Cancel);
    EXPECT_FALSE(window->mayLeave());
    EXPECT_TRUE(wizard.resultStep()->isBusy());
    Prompts::setNextAnswer(Prompts::Yes);
    EXPECT_TRUE(window->mayLeave());
    EXPECT_EQ(count("clients"), before) << "what it had done is taken back";
}

TEST_F(ImportWizard, readsASheetOfAWorkbook)
{
    open();
    Workbook book;
    book.strings = "<si><t>Name</t></si><si><t>Roses</t></si><si><t>Budget</t></si>";
    book.sheets = {{"Notes", "<row><c t=\"s\"><v>2</v></c></row>"},
                   {"Leads", "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>2</v></c></row>"
                             "<row><c t=\"s\"><v>1</v></c><c><v>1234.5</v></c></row>"}};
    const qint64 before = count("leads");
    ImportPage &wizard = begin("leads", file("book.xlsx", book.bytes()));
    ImportFileStep *step = wizard.fileStep();
    ASSERT_EQ(step->sheet()->count(), 2);
    EXPECT_FALSE(step->encoding()->isVisible());
    step->sheet()->setCurrentIndex(1);
    Q_EMIT step->sheet()->activated(1);
    ASSERT_TRUE(settle());
    EXPECT_EQ(text(step->table(), 0, 1), "1234.5");
    goOn();
    MappingModel *model = wizard.columnsStep()->model();
    model->setData(model->index(1, MappingModel::GoesTo), "budget", Qt::EditRole);
    goOn();
    goOn();
    EXPECT_EQ(count("leads"), before + 1);
}

// The ways in.

TEST_F(ImportWizard, isReachedFromTheListItsEmptinessAndThePalette)
{
    open();
    window->openKey("list/clients");
    ASSERT_TRUE(settle());
    auto *list = qobject_cast<ListPage *>(window->tabs().currentPage());
    ASSERT_NE(list, nullptr);
    QMenu menu;
    list->panel()->exchange()->addActions(&menu);
    ASSERT_EQ(menu.actions().size(), 3) << "import, export, statements as PDF";
    menu.actions().first()->trigger();
    EXPECT_NO_THROW(page());
    window->openKey("list/clients");
    if (list->panel()->model()->rowCount() == 0) {
        ASSERT_NE(list->panel()->exchange()->emptyButton(), nullptr);
        list->panel()->exchange()->emptyButton()->click();
        EXPECT_NO_THROW(page());
        window->openKey("list/clients");
    }
    window->commands().run("record.import");
    EXPECT_NO_THROW(page());
}

TEST_F(ImportWizard, takesAFileThatIsDroppedOnTheList)
{
    open();
    window->openKey("list/clients");
    ASSERT_TRUE(settle());
    auto *list = qobject_cast<ListPage *>(window->tabs().currentPage());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file("drop.csv", clients(2)))});
    QDragEnterEvent enter(QPoint(40, 40), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(list->panel()->table()->viewport(), &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(40, 40), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(list->panel()->table()->viewport(), &drop);
    ASSERT_TRUE(settle());
    EXPECT_EQ(page().fileStep()->table()->model()->rowCount(), 2);
    QMimeData picture;
    picture.setUrls({QUrl::fromLocalFile(file("drop.png", "x"))});
    QDragEnterEvent wrong(QPoint(40, 40), Qt::CopyAction, &picture, Qt::LeftButton, {});
    QApplication::sendEvent(list->panel()->table()->viewport(), &wrong);
    EXPECT_FALSE(wrong.isAccepted());
}

TEST_F(ImportWizard, isClosedToWhoMayNotImport)
{
    database->addUser("rita", "Read only");
    open({"rita", "secret-1"});
    window->openKey("list/clients");
    ASSERT_TRUE(settle());
    auto *list = qobject_cast<ListPage *>(window->tabs().currentPage());
    QMenu menu;
    list->panel()->exchange()->addActions(&menu);
    for (QAction *action : menu.actions()) {
        if (action->text().startsWith("Import")) {
            EXPECT_FALSE(action->isEnabled());
            EXPECT_FALSE(action->toolTip().isEmpty()) << "the reason is missing";
        }
    }
    window->openKey("import/clients");
    ASSERT_TRUE(settle());
    EXPECT_EQ(qobject_cast<ImportPage *>(window->tabs().currentPage()), nullptr);
    auto *state = window->tabs().currentPage()->findChild<EmptyState *>();
    ASSERT_NE(state, nullptr);
}
