// The history of a record puts former values into its form: one, or all that was changed since a moment.
#include "tests/ui/record_fixture.h"
#include "ui/records/history_panel.h"
#include "ui/style/widgets.h"
#include <QTextBrowser>

namespace crm::test {
namespace {

class HistoryBack : public RecordTest
{
protected:
    void SetUp() override
    {
        RecordTest::SetUp();
        repository = database->asSystem();
        Document client{Record(repository->catalog()->at(clients))};
        client.set(QStringLiteral("name"), QStringLiteral("Blue Whale"));
        client.set(QStringLiteral("city"), QStringLiteral("Oslo"));
        client = repository->save(client).document;
        whale = client.id();
        client.set(QStringLiteral("name"), QStringLiteral("Grey Whale"));
        client = repository->save(client).document;
        client.set(QStringLiteral("name"), QStringLiteral("White Whale"));
        client.set(QStringLiteral("city"), QStringLiteral("Bergen"));
        repository->save(client);
    }
    HistoryPanel &history(RecordPage &page)
    {
        auto *panel = page.findChild<HistoryPanel *>();
        EXPECT_TRUE(waitUntil([&] { return !panel->isLoading() && !panel->text().isEmpty(); }));
        return *panel;
    }
    static QTextBrowser &view(HistoryPanel &panel) { return *panel.findChild<QTextBrowser *>(); }
    static void click(HistoryPanel &panel, const char *link)
    {
        ASSERT_TRUE(view(panel).toHtml().contains(QLatin1String(link))) << link;
        Q_EMIT view(panel).anchorClicked(QUrl(QLatin1String(link)));
    }
    const QString clients = QStringLiteral("clients");
    std::unique_ptr<Repository> repository;
    Id whale = 0;
};

TEST_F(HistoryBack, OneValueGoesIntoTheFormAndHoldsOnceItIsSaved)
{
    open();
    RecordPage &page = record(clients, whale);
    HistoryPanel &panel = history(page);
    EXPECT_FALSE(view(panel).toHtml().contains(QStringLiteral("moment:0"))) << "it is like that";
    click(panel, "field:1/0");
    EXPECT_EQ(line(page, "name").text(), QStringLiteral("Blue Whale"));
    EXPECT_EQ(line(page, "city").text(), QStringLiteral("Bergen"));
    EXPECT_EQ(stored(clients, whale).head().text(QStringLiteral("name")), QStringLiteral("White Whale"));
    pressSave();
    ASSERT_TRUE(waitUntil([&] { return !page.hasUnsavedChanges() && page.isIdle(); }));
    EXPECT_EQ(stored(clients, whale).head().text(QStringLiteral("name")), QStringLiteral("Blue Whale"));
    EXPECT_TRUE(waitUntil([&] { return view(panel).toHtml().contains(QStringLiteral("moment:3")); }));
}

TEST_F(HistoryBack, AMomentBringsAllThatWasChangedSinceAndMayBeUndone)
{
    open();
    RecordPage &page = record(clients, whale);
    click(history(page), "moment:2");
    EXPECT_EQ(line(page, "name").text(), QStringLiteral("Blue Whale"));
    EXPECT_EQ(line(page, "city").text(), QStringLiteral("Oslo"));
    EXPECT_TRUE(page.hasUnsavedChanges());
    click(history(page), "moment:1");
    EXPECT_EQ(line(page, "name").text(), QStringLiteral("Grey Whale"));
    auto *banner = page.findChild<Banner *>();
    ASSERT_TRUE(banner && banner->isVisible());
    banner->findChild<QPushButton *>()->click();
    EXPECT_EQ(line(page, "name").text(), QStringLiteral("Blue Whale")) << "as it was before this step";
}

TEST_F(HistoryBack, LinesOfADocumentComeBack)
{
    const Catalog &catalog = *repository->catalog();
    const QString orders = QStringLiteral("orders"), lines = QStringLiteral("order_lines");
    Document order{Record(catalog.at(orders))};
    order.set(QStringLiteral("client_id"), whale);
    for (const char *title : {"Nets", "Buoys"}) {
        Record line(catalog.at(lines));
        line.set(QStringLiteral("title"), QString::fromLatin1(title));
        line.set(QStringLiteral("quantity"), qint64(1000));
        line.set(QStringLiteral("rate"), qint64(500));
        order.lines(lines).append(line);
    }
    order = repository->save(order).document;
    order.lines(lines).removeLast();
    order.lines(lines)[0].set(QStringLiteral("rate"), qint64(900));
    repository->save(order);
    open();
    RecordPage &page = record(orders, order.id());
    click(history(page), "moment:1");
    const QList<Record> &now = page.document().document().lines(lines);
    ASSERT_EQ(now.size(), 2);
    EXPECT_EQ(now[0].integer(QStringLiteral("rate")), 500);
    EXPECT_EQ(now[1].text(QStringLiteral("title")), QStringLiteral("Buoys"));
    pressSave();
    ASSERT_TRUE(waitUntil([&] { return !page.hasUnsavedChanges() && page.isIdle(); }));
    EXPECT_EQ(stored(orders, order.id()).lines(lines).size(), 2);
}

TEST_F(HistoryBack, WhoMayOnlyReadIsOfferedNothing)
{
    database->addUser(QStringLiteral("rita"), QStringLiteral("Read only"));
    open({QStringLiteral("rita"), QStringLiteral("secret-1")});
    const QString html = view(history(record(clients, whale))).toHtml();
    EXPECT_TRUE(html.contains(QStringLiteral("Grey Whale")));
    EXPECT_FALSE(html.contains(QStringLiteral("field:")) || html.contains(QStringLiteral("moment:")));
}

} // namespace
} // namespace crm::test
