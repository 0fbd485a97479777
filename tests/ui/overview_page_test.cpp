// Overviews as pages of the real window: what they show, what a number opens, how they follow changes.
#include "tests/ui/record_fixture.h"
#include "ui/records/filter_bar.h"
#include "ui/records/list_panel.h"
#include "ui/reports/overview_cards.h"
#include "ui/reports/overview_page.h"
#include "ui/shell/sidebar.h"
#include "ui/style/number_button.h"
#include <QTableView>

namespace crm::test {
namespace {

class OverviewPages : public RecordTest
{
protected:
    void owes(Id client, qint64 amount, const QDate &due)
    {
        auto repository = database->asSystem();
        Document d{Record(repository->catalog()->at(QStringLiteral("invoices")), newId())};
        d.set(QStringLiteral("client_id"), client);
        d.set(QStringLiteral("bill_date"), due.addDays(-10));
        d.set(QStringLiteral("due_date"), due);
        const QString lines = QStringLiteral("invoice_lines");
        Record line(repository->catalog()->at(lines), newId());
        line.set(QStringLiteral("title"), QStringLiteral("Work"));
        line.set(QStringLiteral("rate"), amount);
        d.lines(lines).append(line);
        const Id id = repository->save(d).document.id();
        repository->runAction(QStringLiteral("invoices"), id, QStringLiteral("issue"), {});
    }
    OverviewPage &overview()
    {
        window->openKey(QStringLiteral("overview.clients"));
        EXPECT_TRUE(settle());
        return *qobject_cast<OverviewPage *>(window->tabs().currentPage());
    }
    static OverviewTileCard &tile(OverviewPage &page, const char *key)
    {
        auto *card = page.findChild<OverviewTileCard *>(QStringLiteral("tile_") + QLatin1String(key));
        if (!card)
            throw std::runtime_error(key);
        return *card;
    }
    ListPanel &list()
    {
        EXPECT_TRUE(settle());
        auto *panel = window->tabs().currentPage()->findChild<ListPanel *>();
        EXPECT_TRUE(waitUntil([&] { return panel->isSettled(); }));
        return *panel;
    }
    const QDate today = QDate::currentDate();
};

TEST_F(OverviewPages, EveryNumberOpensTheListBehindIt)
{
    open();
    const Id vector = make(QStringLiteral("clients"), QStringLiteral("Vector"));
    make(QStringLiteral("clients"), QStringLiteral("Quiet"));
    owes(vector, 700'000, today.addDays(-1));
    owes(vector, 20'000, today.addDays(4));
    // The list offers its overview.
    window->openList(QStringLiteral("clients"));
    auto *button = list().findChild<QToolButton *>(QStringLiteral("overviewButton"));
    ASSERT_TRUE(button);
    button->click();
    ASSERT_TRUE(settle());
    OverviewPage &page = *qobject_cast<OverviewPage *>(window->tabs().currentPage());
    EXPECT_EQ(tile(page, "all").number()->number(), QStringLiteral("2"));
    OverviewTileCard &overdue = tile(page, "overdue");
    EXPECT_EQ(overdue.number()->number(), QStringLiteral("1"));
    EXPECT_TRUE(overdue.amount()->text().contains(QStringLiteral("7,000"))) << qPrintable(overdue.amount()->text());

    overdue.number()->setFocus();
    QTest::keyClick(overdue.number(), Qt::Key_Space);
    EXPECT_EQ(list().model()->rowCount(), 1);
    EXPECT_EQ(list().entity().key(), QStringLiteral("clients"));
    EXPECT_EQ(list().filterBar()->chips().size(), 1);
    EXPECT_TRUE(list().filterBar()->chips().first()->text().startsWith(QStringLiteral("has: Invoices (")))
        << qPrintable(list().filterBar()->chips().first()->text());
    ListPanel &filtered = list();

    OverviewPage &again = overview();
    tile(again, "overdue").amount()->click();
    EXPECT_EQ(list().entity().key(), QStringLiteral("invoices"));
    EXPECT_EQ(list().model()->rowCount(), 1) << "the other one is not due yet";

    OverviewPage &top = overview();
    auto *debtors = top.findChild<OverviewTopCard *>(QStringLiteral("top_debtors"));
    ASSERT_TRUE(debtors);
    ASSERT_EQ(debtors->table()->model()->rowCount(), 1);
    debtors->table()->setFocus();
    QTest::keyClick(debtors->table(), Qt::Key_Return);
    ASSERT_TRUE(settle());
    EXPECT_EQ(current().title(), QStringLiteral("Vector"));

    // What others do to invoices comes into a list of clients that asks for them, and into the overview.
    owes(make(QStringLiteral("clients"), QStringLiteral("Late")), 5'000, today.addDays(-2));
    window->openList(QStringLiteral("clients"), filtered.model()->query());
    EXPECT_TRUE(waitUntil([&] { return filtered.model()->rowCount() == 2; }));
    OverviewPage &looked = overview();
    EXPECT_TRUE(waitUntil([&] { return tile(looked, "overdue").number()->number() == QStringLiteral("2"); }));
    owes(vector, 1'000, today.addDays(-5)); // while one looks at it
    EXPECT_TRUE(waitUntil([&] { return tile(again, "overdue").amount()->text().contains(QStringLiteral("7,060")); }))
        << qPrintable(tile(again, "overdue").amount()->text());
}

TEST_F(OverviewPages, AreOfferedToWhoMayReadThem)
{
    auto repository = database->asSystem();
    Document role{Record(repository->catalog()->at(QStringLiteral("roles")), newId())};
    role.set(QStringLiteral("name"), QStringLiteral("Only clients"));
    role.set(QStringLiteral("is_staff"), true);
    Record right(repository->catalog()->at(QStringLiteral("role_rights")), newId());
    right.set(QStringLiteral("entity"), QStringLiteral("clients"));
    right.set(QStringLiteral("can_read"), QStringLiteral("all"));
    role.lines(QStringLiteral("role_rights")).append(right);
    repository->save(role);
    database->addUser(QStringLiteral("ilya"), QStringLiteral("Only clients"));
    open({QStringLiteral("ilya"), QStringLiteral("secret-1")});
    const QStringList places = window->findChild<Sidebar *>()->keys();
    EXPECT_TRUE(places.contains(QStringLiteral("overview.clients")));
    EXPECT_FALSE(places.contains(QStringLiteral("overview.invoices")));
    OverviewPage &page = overview();
    EXPECT_EQ(tile(page, "all").number()->number(), QStringLiteral("0"));
    EXPECT_FALSE(page.findChild<OverviewTileCard *>(QStringLiteral("tile_overdue")));
}

} // namespace
} // namespace crm::test
