// What two people do to one record: one edits, the other deletes. Neither goes over the other unasked, wherever it is
// done.
#include "tests/ui/record_fixture.h"
#include "ui/records/list_commands.h"
#include "ui/records/list_model.h"
#include "ui/records/list_page.h"
#include "ui/records/list_panel.h"
#include "ui/records/record_table.h"

namespace crm::test {
namespace {
const QString clients = QStringLiteral("clients");

class RecordDeleted : public RecordTest
{
protected:
    void SetUp() override
    {
        RecordTest::SetUp();
        client = make(clients, QStringLiteral("Roses"));
        open();
    }
    void removeElsewhere(Id id)
    {
        auto repository = database->asSystem();
        repository->remove(clients, {id});
    }
    ListPanel &list()
    {
        window->openKey(QStringLiteral("list/clients"));
        EXPECT_TRUE(settle());
        auto *panel = window->tabs().currentPage()->findChild<ListPanel *>();
        if (!panel)
            throw std::runtime_error("no list is open");
        EXPECT_TRUE(waitUntil([&] { return panel->model()->rowOf(client) >= 0; }));
        return *panel;
    }
    static QModelIndex cell(ListPanel &panel, Id id, const QString &path)
    {
        const int column = int(panel.model()->query().columns.indexOf(path));
        EXPECT_GE(column, 0) << qPrintable(panel.model()->query().columns.join(u','));
        return panel.model()->index(panel.model()->rowOf(id), column);
    }
    bool isTrashed(Id id) { return stored(clients, id).head().deletedAt().isValid(); }
    Id client = 0;
};
} // namespace

TEST_F(RecordDeleted, TheFormRestoresAndSaves)
{
    RecordPage &page = record(clients, client);
    type(page, "phone", QStringLiteral("12345"));
    removeElsewhere(client);
    Prompts::setNextAnswer(Prompts::Cancel);
    pressSave();
    ASSERT_TRUE(waitUntil([&] { return Prompts::allTaken() && page.isIdle(); }));
    EXPECT_TRUE(isTrashed(client));
    EXPECT_EQ(line(page, "phone").text(), QStringLiteral("12345")) << "what was typed stays";
    EXPECT_TRUE(Prompts::takeAsked().value(0).contains(QLatin1String("has been deleted")));
    Prompts::setNextAnswer(Prompts::Yes);
    ASSERT_TRUE(saveAll(page));
    EXPECT_FALSE(isTrashed(client));
    EXPECT_EQ(stored(clients, client).head().text(QStringLiteral("phone")), QStringLiteral("12345"));
}

TEST_F(RecordDeleted, TheFormGivesUp)
{
    RecordPage &page = record(clients, client);
    type(page, "phone", QStringLiteral("12345"));
    removeElsewhere(client);
    Prompts::setNextAnswer(Prompts::No);
    pressSave();
    ASSERT_TRUE(waitUntil([&] {
        return Prompts::allTaken() && !qobject_cast<RecordPage *>(window->tabs().currentPage());
    })) << "the page goes with the record";
    EXPECT_TRUE(isTrashed(client));
}

TEST_F(RecordDeleted, AListAsksBeforeItDeletesWhatOthersHaveChanged)
{
    ListPanel &panel = list();
    panel.table()->setCurrentIndex(panel.model()->index(panel.model()->rowOf(client), 0));
    storeElsewhere(clients, client, "city", QStringLiteral("Perm"));
    Prompts::setNextAnswer(Prompts::Cancel);
    panel.commands()->removeSelected();
    ASSERT_TRUE(waitUntil([&] { return Prompts::allTaken(); }));
    EXPECT_FALSE(isTrashed(client));
    EXPECT_TRUE(Prompts::takeAsked().value(0).contains(QLatin1String("has been changed")));
    storeElsewhere(clients, client, "city", QStringLiteral("Omsk"));
    Prompts::setNextAnswer(Prompts::Yes);
    panel.commands()->removeSelected();
    EXPECT_TRUE(waitUntil([&] { return Prompts::allTaken() && isTrashed(client); }));
}

TEST_F(RecordDeleted, ACellAsksAboutTheSameValue)
{
    storeElsewhere(clients, client, "name", QStringLiteral("Roses 0"));
    ListPanel &panel = list();
    const QModelIndex name = cell(panel, client, QStringLiteral("name"));
    storeElsewhere(clients, client, "name", QStringLiteral("Tulips"));
    Prompts::setNextAnswer(Prompts::Cancel);
    ASSERT_TRUE(panel.model()->setData(name, QStringLiteral("Violets"), Qt::EditRole));
    ASSERT_TRUE(waitUntil([&] { return Prompts::allTaken(); }));
    EXPECT_EQ(stored(clients, client).head().title(), QStringLiteral("Tulips"));
    ASSERT_TRUE(waitUntil([&] {
        const int row = panel.model()->rowOf(client);
        return row >= 0 && panel.model()->rowAt(row)->values.contains(QStringLiteral("Tulips"));
    })) << "the list shows theirs";
    const QModelIndex again = cell(panel, client, QStringLiteral("name"));
    storeElsewhere(clients, client, "name", QStringLiteral("Orchids"));
    Prompts::setNextAnswer(Prompts::Yes); // as it stands: mine
    ASSERT_TRUE(panel.model()->setData(again, QStringLiteral("Violets"), Qt::EditRole));
    EXPECT_TRUE(waitUntil([&] { return stored(clients, client).head().title() == QLatin1String("Violets"); }));
}

TEST_F(RecordDeleted, ACellRestoresAndSaves)
{
    ListPanel &panel = list();
    const QModelIndex name = cell(panel, client, QStringLiteral("name"));
    removeElsewhere(client);
    Prompts::setNextAnswer(Prompts::Yes);
    ASSERT_TRUE(panel.model()->setData(name, QStringLiteral("Violets"), Qt::EditRole));
    EXPECT_TRUE(waitUntil([&] { return Prompts::allTaken() && !isTrashed(client); }));
    EXPECT_TRUE(waitUntil([&] { return stored(clients, client).head().title() == QLatin1String("Violets"); }));
}

} // namespace crm::test
