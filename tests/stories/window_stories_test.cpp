// The window around the records: places, favourites, pages of their own, another language, files, lines of an order.
#include "core/store/server/profiles.h"
#include "tests/stories/story.h"
#include "ui/records/files_panel.h"
#include "ui/records/line_grid.h"
#include "ui/records/record_form.h"
#include "ui/shell/language.h"
#include "ui/shell/page_windows.h"
#include "ui/shell/program.h"
#include "ui/shell/sidebar.h"
#include <QBuffer>
#include <QComboBox>
#include <QCryptographicHash>
#include <QLineEdit>
#include <QTableView>

using namespace crm;
using namespace crm::test;

namespace {

class WindowStories : public Story
{
protected:
    QByteArray content(Id fileRecord)
    {
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        eye().readBlob(fileRecord, out);
        return out.data();
    }
    /// By the arrow keys.
    static void goesToColumn(LineGrid &grid, const char *key)
    {
        QTableView &view = *grid.view();
        for (int i = 0; i < 30; ++i) {
            const int column = qMax(0, view.currentIndex().column());
            if (view.currentIndex().isValid() && grid.model()->fieldAt(column).key() == QLatin1String(key))
                return;
            int wanted = 0;
            while (wanted < grid.model()->columnCount() - 1 &&
                   grid.model()->fieldAt(wanted).key() != QLatin1String(key))
                ++wanted;
            QTest::keyClick(&view, wanted < column ? Qt::Key_Left : Qt::Key_Right);
        }
        FAIL() << "no way to the column " << key;
    }
};

} // namespace

TEST_F(WindowStories, BackAndForwardLeadToTheRecordsOneWasAt)
{
    const Id roses = made("clients", {{"name", "Roses"}}), tulips = made("clients", {{"name", "Tulips"}});
    Person &anna = comes("anna");
    anna.opensRecord("Roses");
    anna.opensRecord("Tulips");
    anna.presses(Qt::Key_Left, Qt::AltModifier);
    anna.waits();
    anna.fills("city", "Omsk");
    anna.saves();
    anna.presses(Qt::Key_Right, Qt::AltModifier);
    anna.waits();
    anna.fills("city", "Perm");
    anna.saves();
    EXPECT_EQ(text("clients", roses, "city"), "Omsk");
    EXPECT_EQ(text("clients", tulips, "city"), "Perm");
}

TEST_F(WindowStories, AFavouriteIsKeptForThePersonWhereverSheSits)
{
    const Id id = made("clients", {{"name", "Roses"}});
    const QString key = QStringLiteral("record/clients/%1").arg(id);
    Person *anna = &comes("anna");
    anna->opensRecord("Roses");
    anna->presses(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(anna->window().sidebar().keys().contains(key));
    const auto kept = [&] {
        auto hers = database->as("anna", "secret-1");
        for (const Row &row : hers->page(Query("own_settings"), {}).rows)
            if (hers->load("own_settings", row.id).value("value").toString().contains(key))
                return true;
        return false;
    };
    ASSERT_SOON(kept());
    leaves("anna");
    QSettings().clear(); // another computer
    anna = &comes("anna");
    EXPECT_SOON(anna->window().sidebar().keys().contains(key));
    anna->opensRecord("Roses");
    anna->presses(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_SOON(!kept());
}

TEST_F(WindowStories, APageOfItsOwnIsWrittenInAndSaved)
{
    const Id id = made("clients", {{"name", "Roses"}});
    Person &anna = comes("anna");
    anna.opensRecord("Roses");
    anna.fills("city", "Omsk");
    anna.presses(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_EQ(anna.window().pageWindows().windows().size(), 1);
    ASSERT_SOON(anna.window().pageWindows().windows().first()->isActiveWindow());
    anna.fills("phone", "123");
    anna.saves();
    EXPECT_EQ(text("clients", id, "city"), "Omsk") << "what was typed before went along";
    EXPECT_EQ(text("clients", id, "phone"), "123");
    anna.presses(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_SOON(anna.window().pageWindows().windows().isEmpty());
    anna.turnsTo();
    anna.fills("city", "Perm");
    anna.saves();
    EXPECT_EQ(text("clients", id, "city"), "Perm");
}

TEST_F(WindowStories, ALabelIsMadeAndGivenToAClient)
{
    const Id id = made("clients", {{"name", "Roses"}}), old = made("labels", {{"name", "Old"}});
    Person &admin = comes("admin"); // who keeps the list of labels
    admin.opensRecord("Roses");
    admin.goesInto("labels");
    admin.picks("Old", "Old");
    inDialog("Create");
    admin.picks("Urgent", "Create");
    ASSERT_SOON(count("labels", "name = Urgent") == 1);
    admin.saves();
    const Id urgent = idOf("labels", "name = Urgent");
    EXPECT_EQ(stored("clients", id).head().ids("labels"), (IdList{old, urgent}));
    admin.goesInto("labels");
    admin.presses(Qt::Key_Backspace); // the last one goes
    admin.saves();
    EXPECT_EQ(stored("clients", id).head().ids("labels"), IdList{old});
}

TEST_F(WindowStories, FilesAreAttachedAndTheSameContentIsOne)
{
    const Id id = made("clients", {{"name", "Roses"}});
    QByteArray bytes(200'000, 'x');
    bytes += "end";
    Person &anna = comes("anna");
    anna.opensRecord("Roses");
    anna.clicksTab("Files");
    for (const char *name : {"offer.txt", "copy of offer.txt"}) {
        const qint64 before = count("files");
        Prompts::setNextFile(file(name, bytes));
        anna.clicks("Add files...");
        ASSERT_SOON(count("files") == before + 1);
    }
    const Id first = idOf("files", "name = 'offer.txt'"), second = idOf("files", "name = 'copy of offer.txt'");
    ASSERT_TRUE(first && second);
    EXPECT_EQ(stored("files", first).head().ref("parent_id"), id);
    EXPECT_EQ(content(first), bytes);
    EXPECT_EQ(content(second), bytes);
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    EXPECT_EQ(text("files", first, "hash"), hash);
    EXPECT_EQ(text("files", second, "hash"), hash) << "one content, two names";
}

TEST_F(WindowStories, LinesOfAnOrderAreWrittenByKeysAlone)
{
    const Id client = made("clients", {{"name", "Roses"}});
    Person &anna = comes("anna");
    anna.asks("new order", "New: Order");
    for (int i = 0; i < 10 && QApplication::focusWidget() != &anna.control("client_id"); ++i)
        anna.presses(Qt::Key_Tab);
    anna.types("Ros");
    ASSERT_SOON(QApplication::activePopupWidget());
    anna.presses(Qt::Key_Tab); // takes the first proposal, as in a shell
    LineGrid &grid = *anna.record().form()->grid("order_lines");
    for (int i = 0; i < 90 && QApplication::focusWidget() != grid.view(); ++i)
        anna.presses(Qt::Key_Tab);
    ASSERT_EQ(QApplication::focusWidget(), grid.view());
    const struct
    {
        const char *title, *quantity, *rate;
    } lines[] = {{"Bolt", "3", "1.50"}, {"Nut", "10", "0.35"}};
    for (const auto &line : lines) {
        const int row = grid.model()->rowCount() - 1;
        while (grid.view()->currentIndex().row() < row)
            QTest::keyClick(grid.view(), Qt::Key_Down);
        for (const auto &[key, typed] :
             {std::pair("title", line.title), {"quantity", line.quantity}, {"rate", line.rate}}) {
            while (grid.view()->currentIndex().row() > row)
                QTest::keyClick(grid.view(), Qt::Key_Up);
            goesToColumn(grid, key);
            anna.types(typed);
            anna.presses(Qt::Key_Return);
        }
    }
    anna.saves();
    const Id id = idOf("orders", QStringLiteral("client_id = %1").arg(client));
    ASSERT_GT(id, 0);
    const QList<Record> stored = this->stored("orders", id).lines("order_lines");
    ASSERT_EQ(stored.size(), 2);
    EXPECT_EQ(stored[0].title() + stored[1].title(), "BoltNut");
    EXPECT_EQ(stored[0].integer("quantity"), 3000);
    EXPECT_EQ(value("orders", id, "total").toLongLong(), 450 + 350);
}

TEST_F(WindowStories, AnotherLanguageWithAnOpenFormLosesNothing)
{
    const Id id = made("clients", {{"name", "Roses"}});
    database->addUser("anna", manager);
    Program program(builtinRegistry());
    const Credentials who = database->credentials({"anna", "secret-1"});
    if (database->isServer()) {
        program.start({});
        program.openServer({"office", database->office().address(), who.login}, who, false);
    } else {
        program.openFile(database->path(), who);
    }
    ASSERT_SOON(program.mainWindow() && program.mainWindow()->isVisible());
    Person anna(*database, who);
    anna.sitsAt(*program.mainWindow());
    anna.opensRecord("Roses");
    anna.fills("city", "Omsk");
    inDialog("Cancel");
    program.changeLanguage("ru");
    EXPECT_EQ(currentLanguage(), "en") << "whoever stays, stays as it is";
    EXPECT_TRUE(anna.record().hasUnsavedChanges());
    anna.saves();
    program.changeLanguage("ru");
    ASSERT_SOON(program.mainWindow()->isVisible() && currentLanguage() == "ru");
    anna.sitsAt(*program.mainWindow());
    anna.fills("phone", "123");
    anna.saves();
    program.changeLanguage("en");
    QLocale::setDefault(QLocale(QLocale::English));
    EXPECT_EQ(text("clients", id, "city"), "Omsk");
    EXPECT_EQ(text("clients", id, "phone"), "123");
}
