// Summaries as pages of the real window: what they show, what a number opens, what is saved of them.
#include "tests/ui/record_fixture.h"
#include "ui/records/list_panel.h"
#include "ui/reports/named_bars.h"
#include "ui/reports/summary_page.h"
#include <QComboBox>
#include <QFile>
#include <QTableView>
#include <QTemporaryDir>

namespace crm::test {
namespace {

class ReportPage : public RecordTest
{
protected:
    void expense(const QDate &day, qint64 amount, const QString &currency = {})
    {
        auto repository = database->asSystem();
        Document d{Record(repository->catalog()->at(QStringLiteral("expenses")))};
        d.set(QStringLiteral("title"), QStringLiteral("Travel"));
        d.set(QStringLiteral("spent_on"), day);
        d.set(QStringLiteral("amount"), amount);
        d.set(QStringLiteral("currency"), currency);
        repository->save(d);
    }
    SummaryPage &report()
    {
        window->openKey(QStringLiteral("report.spent"));
        EXPECT_TRUE(settle());
        return *qobject_cast<SummaryPage *>(window->tabs().currentPage());
    }
    static QComboBox &box(SummaryPage &page, const char *name)
    {
        for (QComboBox *each : page.findChildren<QComboBox *>()) {
            if (each->accessibleName() == QLatin1String(name))
                return *each;
        }
        throw std::runtime_error(name);
    }
    static QString cell(const SummaryPage &page, int row, int column)
    {
        return page.table()->model()->index(row, column).data().toString().simplified();
    }
    const QDate today = QDate::currentDate();
};

TEST_F(ReportPage, ANumberOpensTheRecordsBehindIt)
{
    open();
    expense(today, 3'000);
    expense(today, 500);
    expense(today.addYears(-1), 7'000);
    SummaryPage &page = report();
    ASSERT_EQ(page.table()->model()->rowCount(), 2) << "one month of this year, and in all";
    EXPECT_TRUE(cell(page, 1, 3).contains(QStringLiteral("35"))) << qPrintable(cell(page, 1, 3));
    page.table()->setCurrentIndex(page.table()->model()->index(0, 1));
    page.table()->setFocus();
    QTest::keyClick(page.table(), Qt::Key_Return);
    ASSERT_TRUE(settle());
    auto *list = window->tabs().currentPage()->findChild<ListPanel *>();
    ASSERT_TRUE(list);
    ASSERT_TRUE(waitUntil([&] { return list->isSettled(); }));
    EXPECT_EQ(list->model()->rowCount(), 2) << "not the one of last year";
}

TEST_F(ReportPage, PeriodsAreSteppedThroughAndCurrenciesKeptApart)
{
    open();
    expense(today, 3'000);
    expense(today.addYears(-1), 7'000);
    expense(today, 900, QStringLiteral("EUR"));
    SummaryPage &page = report();
    EXPECT_TRUE(box(page, "Currency").isVisible());
    EXPECT_EQ(page.table()->model()->rowCount(), 2);
    box(page, "Currency").setCurrentText(QStringLiteral("EUR"));
    EXPECT_TRUE(cell(page, 0, 1).contains(QStringLiteral("9"))) << qPrintable(cell(page, 0, 1));
    for (QToolButton *button : page.findChildren<QToolButton *>()) {
        if (button->accessibleName() == QLatin1String("The period before"))
            button->click();
    }
    ASSERT_TRUE(waitUntil([&] { return cell(page, 0, 1).contains(QStringLiteral("70")); }));
    EXPECT_FALSE(box(page, "Currency").isVisible()) << "one currency only";
    box(page, "Period").setCurrentIndex(box(page, "Period").count() - 1);
    ASSERT_TRUE(waitUntil([&] { return page.table()->model()->rowCount() == 3; })) << "two months of all time, in all";
    // By category: whole words; of one there is nothing to compare.
    box(page, "How it is put together").setCurrentIndex(3);
    ASSERT_TRUE(waitUntil([&] { return cell(page, 0, 0) == QLatin1String("Office"); })) << qPrintable(cell(page, 0, 0));
    EXPECT_TRUE(page.findChild<NamedBars *>()->isHidden());
}

TEST_F(ReportPage, WhatThingsBelongToIsShownAsBarsWithNames)
{
    open();
    auto repository = database->asSystem();
    constexpr int categories = 9;
    for (int i = 1; i <= categories; ++i) {
        Document category{Record(repository->catalog()->at(QStringLiteral("expense_categories")), newId())};
        category.set(QStringLiteral("name"), QStringLiteral("Kind %1").arg(i));
        repository->save(category);
        Document spent{Record(repository->catalog()->at(QStringLiteral("expenses")))};
        spent.set(QStringLiteral("title"), QStringLiteral("Travel"));
        spent.set(QStringLiteral("amount"), 1'000 * i);
        spent.set(QStringLiteral("category_id"), category.id());
        repository->save(spent);
    }
    SummaryPage &page = report();
    NamedBars &bars = *page.findChild<NamedBars *>();
    EXPECT_TRUE(bars.isHidden()) << "months";
    box(page, "How it is put together").setCurrentIndex(3);
    ASSERT_TRUE(waitUntil([&] { return bars.isVisible(); }));
    ASSERT_EQ(bars.bars().size(), 7);
    EXPECT_EQ(bars.bars().first().title, QLatin1String("Kind 9"));
    EXPECT_EQ(bars.bars().last().title, QLatin1String("Others: 3"));
    EXPECT_EQ(bars.bars().last().result, 6'000);
    EXPECT_TRUE(bars.accessibleDescription().startsWith(QLatin1String("Kind 9: ")))
        << qPrintable(bars.accessibleDescription());
    QTest::mouseClick(&bars, Qt::LeftButton, {}, bars.placeOf(6).center());
    EXPECT_EQ(window->tabs().currentPage(), &page) << "the others are no list";
    QTest::mouseClick(&bars, Qt::LeftButton, {}, bars.placeOf(1).center());
    ASSERT_TRUE(settle());
    auto *list = window->tabs().currentPage()->findChild<ListPanel *>();
    ASSERT_TRUE(list);
    ASSERT_TRUE(waitUntil([&] { return list->isSettled(); }));
    EXPECT_EQ(list->model()->rowCount(), 1) << "what was spent on that kind";
}

TEST_F(ReportPage, WhatIsShownIsSaved)
{
    open();
    expense(today, 3'000);
    SummaryPage &page = report();
    QTemporaryDir folder;
    for (const char *name : {"spent.csv", "spent.xlsx"}) {
        Prompts::setNextFile(folder.filePath(QLatin1String(name)));
        for (QPushButton *button : page.findChildren<QPushButton *>()) {
            if (button->text().startsWith(QLatin1String("Save as")))
                button->click();
        }
    }
    QFile csv(folder.filePath(QStringLiteral("spent.csv")));
    ASSERT_TRUE(csv.open(QIODevice::ReadOnly));
    const QByteArray text = csv.readAll();
    EXPECT_TRUE(text.contains(",30.00,0.00,30.00")) << text.constData();
    EXPECT_TRUE(text.contains("In all")) << text.constData();
    QFile book(folder.filePath(QStringLiteral("spent.xlsx")));
    ASSERT_TRUE(book.open(QIODevice::ReadOnly));
    EXPECT_TRUE(book.readAll().startsWith("PK"));
}

} // namespace
} // namespace crm::test
