// An open record while somebody else saves the same one.
#include "tests/ui/record_fixture.h"

namespace crm::test {
namespace {

class RecordLive : public RecordTest
{
protected:
    void SetUp() override
    {
        RecordTest::SetUp();
        auto repository = database->asSystem();
        Document client{Record(repository->catalog()->at(clients))};
        client.set(QStringLiteral("name"), QStringLiteral("Blue Whale"));
        client.set(QStringLiteral("phone"), QStringLiteral("+7 912 345-67-89"));
        whale = repository->save(client).document.id();
        open();
    }
    Id whale = 0;
    const QString clients = QStringLiteral("clients");
};

TEST_F(RecordLive, AnUntouchedFormShowsWhatOthersSaved)
{
    RecordPage &page = record(clients, whale);
    storeElsewhere(clients, whale, "phone", QStringLiteral("112"));
    EXPECT_TRUE(waitUntil([&] { return line(page, "phone").text() == QLatin1String("112"); }, 4000));
    EXPECT_FALSE(page.hasUnsavedChanges());
    EXPECT_FALSE(banner(page).isVisible());
}

TEST_F(RecordLive, OtherFieldsComeInWhileOneTypes)
{
    RecordPage &page = record(clients, whale);
    type(page, "name", QStringLiteral("Grey Whale"));
    storeElsewhere(clients, whale, "phone", QStringLiteral("112"));
    EXPECT_TRUE(waitUntil([&] { return line(page, "phone").text() == QLatin1String("112"); }, 4000));
    EXPECT_EQ(line(page, "name").text(), QStringLiteral("Grey Whale"));
    EXPECT_TRUE(banner(page).isVisible());
    ASSERT_TRUE(saveAll(page));
    EXPECT_FALSE(banner(page).isVisible());
    EXPECT_EQ(stored(clients, whale).value(QStringLiteral("name")), QVariant(QStringLiteral("Grey Whale")));
    EXPECT_EQ(stored(clients, whale).value(QStringLiteral("phone")), QVariant(QStringLiteral("112")));
}

TEST_F(RecordLive, TheSameFieldIsComparedBeforeItIsSaved)
{
    RecordPage &page = record(clients, whale);
    type(page, "name", QStringLiteral("Grey Whale"));
    storeElsewhere(clients, whale, "name", QStringLiteral("Green Whale"));
    EXPECT_TRUE(waitUntil([&] { return banner(page).isVisible(); }, 4000));
    EXPECT_EQ(line(page, "name").text(), QStringLiteral("Grey Whale")) << "nothing moves by itself";
    auto *compare = banner(page).findChild<QPushButton *>();
    ASSERT_TRUE(compare);
    Prompts::setNextAnswer(Prompts::Yes); // all mine, as the dialog proposes
    compare->click();
    EXPECT_TRUE(page.hasUnsavedChanges());
    ASSERT_TRUE(saveAll(page)) << "what was compared is not asked again";
    EXPECT_FALSE(banner(page).isVisible());
    EXPECT_EQ(stored(clients, whale).value(QStringLiteral("name")), QVariant(QStringLiteral("Grey Whale")));
}

TEST_F(RecordLive, ADeletionIsSaidAndWhatWasTypedStays)
{
    RecordPage &page = record(clients, whale);
    type(page, "name", QStringLiteral("Grey Whale"));
    database->asSystem()->remove(clients, {whale});
    EXPECT_TRUE(waitUntil([&] { return banner(page).isVisible(); }, 4000));
    EXPECT_TRUE(banner(page).text().contains(QStringLiteral("trash"))) << banner(page).text().toStdString();
    EXPECT_EQ(line(page, "name").text(), QStringLiteral("Grey Whale"));
    EXPECT_TRUE(page.hasUnsavedChanges());
}

TEST_F(RecordLive, OnesOwnSaveIsNoNews)
{
    RecordPage &page = record(clients, whale);
    type(page, "name", QStringLiteral("Grey Whale"));
    ASSERT_TRUE(saveAll(page));
    type(page, "phone", QStringLiteral("113"));
    QTest::qWait(1500); // the feed has told of the save by now
    EXPECT_FALSE(banner(page).isVisible());
    EXPECT_EQ(line(page, "phone").text(), QStringLiteral("113"));
}

} // namespace
} // namespace crm::test
