// Files come in and go out; records that are the same become one.
#include "tests/stories/story.h"
#include "ui/exchange/export_dialog.h"
#include "ui/exchange/import_check_step.h"
#include "ui/exchange/import_page.h"
#include "ui/exchange/import_result_step.h"
#include "ui/records/duplicates_page.h"
#include "ui/records/record_table.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/work_strip.h"
#include <QComboBox>
#include <QFile>
#include <QRadioButton>
#include <QTreeWidget>

using namespace crm;
using namespace crm::test;

namespace {

class ExchangeStories : public Story
{
protected:
    ImportPage &wizard(Person &who)
    {
        auto *page = qobject_cast<ImportPage *>(&who.page());
        if (!page)
            throw std::runtime_error("the wizard is not open");
        return *page;
    }
    /// From the file to the check, by keys.
    void tries(Person &who, const QString &entity, const QString &path)
    {
        who.asks("import " + entity, "Import: " + entity);
        Prompts::setNextFile(path);
        who.clicks("Choose a file");
        ASSERT_SOON(who.page().isSettled() && wizard(who).nextButton()->isEnabled());
        for (int step = 1; step <= 2; ++step) {
            who.presses(Qt::Key_Return, Qt::ControlModifier);
            ASSERT_SOON(wizard(who).step() == step && who.page().isSettled());
        }
    }
    void finishes(Person &who)
    {
        who.presses(Qt::Key_Return, Qt::ControlModifier);
        ASSERT_SOON(wizard(who).step() == 3 && who.page().isSettled());
    }
    bool exported(Person &who)
    {
        return waitUntil([&] { return !who.window().statusBar().findChild<WorkStrip *>(); }, 60'000);
    }
    /// Two clients of one name, a contact at the second.
    void twins()
    {
        first = made("clients", {{"name", "Acme"}, {"phone", "111"}});
        second = made("clients", {{"name", "ACME"}, {"email", "info@acme.example"}});
        contact = made("contacts", {{"first_name", "Bea"}, {"client_id", second}});
    }
    static void merges(QDialog &dialog)
    {
        for (auto *one : dialog.findChildren<QPushButton *>()) {
            if (one->text().startsWith("Merge"))
                return QTest::mouseClick(one, Qt::LeftButton);
        }
        ADD_FAILURE() << "no button to merge";
        dialog.reject();
    }
    Id clientOfContact() { return stored("contacts", contact).head().ref("client_id"); }
    Id first = 0, second = 0, contact = 0;
};

} // namespace

TEST_F(ExchangeStories, AFileIsImportedAndTakenBack)
{
    const Id before = made("clients", {{"name", "Violets"}});
    Person &anna = comes("anna");
    tries(anna, "Clients", file("new.csv", "Name,City\nRoses,Omsk\nTulips,Perm\n"));
    EXPECT_EQ(count("clients"), 1) << "the check writes nothing";
    finishes(anna);
    EXPECT_EQ(count("clients"), 3);
    EXPECT_EQ(text("clients", idOf("clients", "name = Roses"), "city"), "Omsk");
    inDialog("Undo the import");
    anna.clicks("Undo the import");
    EXPECT_SOON(count("clients") == 1);
    EXPECT_FALSE(isTrashed("clients", before));
}

TEST_F(ExchangeStories, WhatAFileHasWrongIsRefusedRowByRow)
{
    Person &anna = comes("anna");
    tries(anna, "Items", file("items.csv", "Title,Price\nBolt,1.50\n,2\nNut,a lot\nScrew,3\n"));
    EXPECT_EQ(wizard(anna).checkStep()->report().refused, 2);
    finishes(anna);
    EXPECT_EQ(count("items"), 2);
    EXPECT_EQ(value("items", idOf("items", "title = Bolt"), "rate").toLongLong(), 150);
    const QString kept = path("refused.csv");
    Prompts::setNextFile(kept);
    anna.clicks("Save the refused rows");
    QFile refused(kept);
    ASSERT_TRUE(refused.open(QIODevice::ReadOnly));
    const QByteArray text = refused.readAll();
    EXPECT_TRUE(text.contains("a lot") && !text.contains("Screw")) << text.constData();
    anna.presses(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_SOON(count("items") == 0);
}

TEST_F(ExchangeStories, ACategoryThatThereIsNotIsAddedFromTheCheck)
{
    Person &anna = comes("admin");
    tries(anna, "Items", file("items.csv", "Title,Price,Category\nBolt,1.50,Fasteners\nNut,2,Fasteners\n"));
    EXPECT_EQ(wizard(anna).checkStep()->report().refused, 2);
    anna.clicks("Add it with the import");
    ASSERT_SOON(anna.page().isSettled() && wizard(anna).checkStep()->report().inserted == 2);
    EXPECT_EQ(count("item_categories", "name = Fasteners"), 0) << "the check writes nothing";
    finishes(anna);
    EXPECT_EQ(count("items"), 2);
    EXPECT_EQ(count("item_categories", "name = Fasteners"), 1);
}

TEST_F(ExchangeStories, WhatIsExportedComesBackAsItWas)
{
    const Id bolt = made("items", {{"title", "Bolt; \"M8\""}, {"rate", qint64(150)}});
    const Id nut = made("items", {{"title", "Nut"}, {"rate", qint64(20)}});
    Person &anna = comes("anna");
    anna.opensList("Items");
    const QString out = path("items.csv");
    Prompts::setNextFile(out);
    inDialog([&](QDialog &shown) {
        auto *dialog = qobject_cast<ExportDialog *>(&shown);
        ASSERT_TRUE(dialog);
        anna.chooses(*dialog->format(), "Text table (CSV): any program");
        anna.clicks("Export", dialog);
    });
    anna.asks("export this list", "Export this list");
    ASSERT_SOON(QFile::exists(out));
    ASSERT_TRUE(exported(anna));
    changed("items", bolt, {{"title", "Spoilt"}, {"rate", qint64(999)}});
    changed("items", nut, {{"rate", qint64(999)}});
    tries(anna, "Items", out);
    EXPECT_EQ(wizard(anna).checkStep()->report().inserted, 0) << "its rows are known by their ids";
    finishes(anna);
    EXPECT_EQ(text("items", bolt, "title"), "Bolt; \"M8\"");
    EXPECT_EQ(value("items", bolt, "rate").toLongLong(), 150);
    EXPECT_EQ(value("items", nut, "rate").toLongLong(), 20);
    EXPECT_EQ(count("items"), 2);
}

TEST_F(ExchangeStories, DuplicatesAreFoundMergedAndParted)
{
    twins();
    Person &anna = comes("anna");
    anna.asks("duplicates clients", "Duplicates: Clients");
    auto *page = qobject_cast<DuplicatesView *>(&anna.page());
    ASSERT_TRUE(page);
    ASSERT_SOON(page->tree()->topLevelItemCount() == 1);
    QTreeWidget &tree = *page->tree();
    QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.visualItemRect(tree.topLevelItem(0)).center());
    inDialog([](QDialog &dialog) { merges(dialog); });
    anna.clicks("Merge...");
    ASSERT_SOON(isTrashed("clients", second));
    EXPECT_EQ(clientOfContact(), first) << "who pointed to it points to the one that stays";
    EXPECT_EQ(text("clients", first, "phone"), "111");
    EXPECT_EQ(text("clients", first, "email"), "info@acme.example") << "what the other knew is kept";
    ASSERT_SOON(!QApplication::activeModalWidget());     // the dialog goes after the answer has come
    ASSERT_SOON(anna.window().toastPopup().isVisible()); // and then it can be taken back
    anna.presses(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_SOON(!isTrashed("clients", second));
    EXPECT_EQ(clientOfContact(), second);
    EXPECT_EQ(text("clients", first, "email"), "");
}

TEST_F(ExchangeStories, TwoRowsAreMergedWithTheChosenValues)
{
    twins();
    Person &anna = comes("anna");
    anna.opensList("Clients");
    anna.clicksCell("Acme", "name");
    anna.clicksCell("ACME", "name", Qt::ControlModifier);
    inMenu({"Merge"});
    inDialog([](QDialog &dialog) {
        for (auto *radio : dialog.findChildren<QRadioButton *>()) {
            if (radio->accessibleName() == QStringLiteral("Name, ACME: ACME"))
                QTest::mouseClick(radio, Qt::LeftButton, {}, QPoint(8, radio->height() / 2));
        }
        merges(dialog);
    });
    anna.opensMenuOf("ACME", "name");
    ASSERT_SOON(isTrashed("clients", second));
    EXPECT_EQ(text("clients", first, "name"), "ACME");
    EXPECT_EQ(clientOfContact(), first);
    anna.turnsTo();
    anna.clicks("Undo", &anna.window());
    EXPECT_SOON(!isTrashed("clients", second));
    EXPECT_EQ(text("clients", first, "name"), "Acme");
    EXPECT_EQ(clientOfContact(), second);
}
