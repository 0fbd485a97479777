// What holds for the whole office: its name, lists that it does not use, and taking a change of these back.
#include "tests/ui/record_fixture.h"
#include "ui/admin/office_settings_page.h"
#include "ui/shell/palette.h"
#include "ui/shell/prompts.h"
#include "ui/shell/sidebar.h"
#include <QCheckBox>
#include <QDir>
#include <QImage>
#include <QTableWidget>
#include <QToolButton>

namespace crm::test {
namespace {

const QString clients = QStringLiteral("clients"), listOfClients = QStringLiteral("list/clients");

class AdminOffice : public RecordTest
{
protected:
    OfficeSettingsPage &settings()
    {
        window->openKey(QStringLiteral("office"));
        auto *page = qobject_cast<OfficeSettingsPage *>(window->tabs().currentPage());
        if (!page)
            throw std::runtime_error("no page of settings");
        EXPECT_TRUE(settle());
        return *page;
    }
    bool save(OfficeSettingsPage &page)
    {
        page.save();
        return waitUntil([&] { return page.isIdle() && !page.hasUnsavedChanges(); });
    }
    bool waitForClients(bool shown)
    {
        return waitUntil([&] { return window->sidebar().keys().contains(listOfClients) == shown; });
    }
    int hits(const QString &words)
    {
        window->commands().run(QStringLiteral("go.palette"));
        window->palettePopup().edit()->setText(words);
        EXPECT_TRUE(waitUntil([&] { return window->palettePopup().isSettled(); }));
        const int found = window->palettePopup().model()->rowCount();
        window->palettePopup().dismiss();
        return found;
    }
};

TEST_F(AdminOffice, AListThatIsNotUsedIsNowhereAndItsDataStays)
{
    make(clients, QStringLiteral("Blue Whale Trading"));
    open();
    ASSERT_TRUE(waitForClients(true));
    EXPECT_EQ(hits(QStringLiteral("whale")), 1);
    OfficeSettingsPage &page = settings();
    page.listBox(clients)->click();
    EXPECT_TRUE(page.hasUnsavedChanges());
    EXPECT_TRUE(window->sidebar().keys().contains(listOfClients)) << "nothing is saved yet";
    ASSERT_TRUE(save(page));
    ASSERT_TRUE(waitForClients(false));
    EXPECT_EQ(hits(QStringLiteral("whale")), 0);
    window->openKey(listOfClients);
    EXPECT_NE(window->tabs().currentKey(), listOfClients);
    EXPECT_EQ(count(clients), 1) << "the data stays";
    show(); // a new window knows it before anything has been loaded
    EXPECT_FALSE(window->sidebar().keys().contains(listOfClients));

    OfficeSettingsPage &again = settings();
    ASSERT_TRUE(waitUntil([&] { return again.history()->rowCount() == 1; }));
    again.listBox(clients)->click();
    ASSERT_TRUE(save(again));
    EXPECT_TRUE(waitForClients(true));
    EXPECT_EQ(hits(QStringLiteral("whale")), 1);
}

TEST_F(AdminOffice, AChangeIsTakenBack)
{
    open();
    OfficeSettingsPage &page = settings();
    const auto nameIt = [&](const QString &name) {
        page.editor(QStringLiteral("name"))->setValue(name);
        Q_EMIT page.editor(QStringLiteral("name"))->edited();
        return save(page) && waitUntil([&] { return window->windowTitle().startsWith(name); });
    };
    ASSERT_TRUE(nameIt(QStringLiteral("Vector")));
    ASSERT_TRUE(nameIt(QStringLiteral("Rhombus")));
    ASSERT_TRUE(waitUntil([&] { return page.history()->rowCount() == 2; }));
    EXPECT_TRUE(page.history()->item(0, 2)->text().contains(QStringLiteral("Vector")));
    page.history()->selectRow(0);
    page.revertCurrent();
    EXPECT_TRUE(waitUntil([&] { return window->windowTitle().startsWith(QStringLiteral("Vector")); }));
    EXPECT_TRUE(waitUntil([&] { return page.history()->rowCount() == 3; })) << "taking back is a change too";
}

TEST_F(AdminOffice, TheCompanyOnDocumentsIsSetThere)
{
    open();
    OfficeSettingsPage &page = settings();
    const auto type = [&](const char *field, const QVariant &value) {
        ASSERT_TRUE(page.editor(QLatin1String(field))) << field;
        page.editor(QLatin1String(field))->setValue(value);
        Q_EMIT page.editor(QLatin1String(field))->edited();
    };
    type("legal_name", QStringLiteral("Roses & Sons"));
    type("country_code", QStringLiteral("de"));
    type("numbers_by_date", true);
    type("payment_days", 14);
    EXPECT_FALSE(page.editor(QStringLiteral("position"))) << "there is one record";
    ASSERT_TRUE(save(page));
    const QString entity = QStringLiteral("office_settings");
    auto repository = database->asSystem();
    const Document stored = repository->load(entity, repository->page(Query(entity), {}).rows.first().id);
    EXPECT_EQ(stored.value(QStringLiteral("legal_name")), QStringLiteral("Roses & Sons"));
    EXPECT_EQ(stored.value(QStringLiteral("country_code")), QStringLiteral("DE"));
    EXPECT_EQ(stored.head().integer(QStringLiteral("payment_days")), 14);
    EXPECT_TRUE(stored.head().flag(QStringLiteral("numbers_by_date")));
}

/// Else it would be its owner's alone.
TEST_F(AdminOffice, TheLogoOfDocumentsHangsOnTheSettings)
{
    open();
    OfficeSettingsPage &page = settings();
    const QString path = QDir(settingsFolder()).filePath(QStringLiteral("logo.png"));
    QImage picture(220, 60, QImage::Format_RGB32);
    picture.fill(Qt::red);
    ASSERT_TRUE(picture.save(path));
    FieldEditor *logo = page.editor(QStringLiteral("logo_id"));
    ASSERT_TRUE(logo);
    const auto choose = [&] {
        Prompts::setNextFile(path);
        qobject_cast<QToolButton *>(logo->control())->click();
    };
    page.editor(QStringLiteral("paper_layout"))->setValue(QStringLiteral("formal"));
    Q_EMIT page.editor(QStringLiteral("paper_layout"))->edited();
    ASSERT_TRUE(save(page));
    choose();
    ASSERT_TRUE(waitUntil([&] { return !isEmptyValue(logo->value()); }));
    ASSERT_TRUE(save(page));
    auto repository = database->asSystem();
    const QString entity = QStringLiteral("office_settings");
    const Document stored = repository->load(entity, repository->page(Query(entity), {}).rows.first().id);
    const Document file = repository->load(QStringLiteral("files"), stored.head().ref(QStringLiteral("logo_id")));
    EXPECT_EQ(file.value(QStringLiteral("parent_entity")), entity);
    EXPECT_EQ(file.head().ref(QStringLiteral("parent_id")), stored.id());
    EXPECT_EQ(stored.value(QStringLiteral("paper_layout")), QStringLiteral("formal"));
}

TEST_F(AdminOffice, NobodyElseIsOfferedTheSettings)
{
    database->addUser(QStringLiteral("max"), QStringLiteral("Manager (all records)"));
    open({QStringLiteral("max"), QStringLiteral("secret-1")});
    EXPECT_FALSE(window->sidebar().keys().contains(QStringLiteral("office")));
    window->openKey(QStringLiteral("office"));
    EXPECT_NE(window->tabs().currentKey(), QStringLiteral("office"));
    window->openKey(QStringLiteral("list/roles"));
    EXPECT_FALSE(qobject_cast<OfficeSettingsPage *>(window->tabs().currentPage()));
}

} // namespace
} // namespace crm::test
