// The row of filters below the headings of a list: what is typed there, where it stands, the keys in it.
#include "tests/ui/list_fixture.h"
#include "ui/records/filter_bar.h"
#include "ui/records/filter_popup.h"
#include "ui/records/list_header.h"
#include "ui/records/quick_condition.h"
#include "ui/records/quick_filters.h"
#include "ui/records/record_table.h"
#include <QScrollBar>

namespace crm::test {
namespace {

const QString title = QStringLiteral("title"), rate = QStringLiteral("rate");

class QuickFilterRow : public ListTest
{
protected:
    static constexpr int Rows = 40;
    void SetUp() override
    {
        ListTest::SetUp();
        makeItems(Rows, [](Document &item, int i) { item.set(rate, qint64(i) * 100); });
    }
    ListPanel &openRow()
    {
        ListPanel &panel = itemsList();
        panel.table()->setFocus();
        press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        EXPECT_TRUE(panel.quickFilters()->isOn());
        return panel;
    }
    static void typeInto(QLineEdit *edit, const QString &text)
    {
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    static bool rows(ListPanel &panel, int count)
    {
        return waitUntil([&] { return panel.isSettled() && panel.model()->rowCount() == count; });
    }
    static int sectionOf(ListPanel &panel, const QString &path)
    {
        return int(panel.model()->query().columns.indexOf(path));
    }
    /// The input stands below its heading, wherever that is.
    static void expectBelow(ListPanel &panel, const QString &path)
    {
        const QLineEdit *edit = panel.quickFilters()->input(path);
        const ListHeader *header = panel.table()->header();
        const QRect heading = header->shownAt(sectionOf(panel, path));
        const QRect cell(edit->parentWidget()->mapTo(header, QPoint()), edit->parentWidget()->size());
        EXPECT_EQ(cell.left(), heading.left()) << qPrintable(path);
        EXPECT_EQ(cell.width(), heading.width()) << qPrintable(path);
        EXPECT_GE(cell.top(), heading.bottom()) << qPrintable(path);
    }
};

TEST_F(QuickFilterRow, FiltersWhileOneTypesAndMakesAChip)
{
    open();
    ListPanel &panel = openRow();
    EXPECT_TRUE(panel.quickFilters()->hasTheFocus());
    typeInto(panel.quickFilters()->input(title), QStringLiteral("0001"));
    ASSERT_TRUE(rows(panel, 11)); // 00010 ... 00019 and 00001
    ASSERT_EQ(panel.filterBar()->chips().size(), 1);
    EXPECT_EQ(panel.filterBar()->filter(), Filter::where(title, Op::Contains, QStringLiteral("0001")));
    EXPECT_TRUE(panel.quickFilters()->hasTheFocus()) << "one can type on";
    typeInto(panel.quickFilters()->input(title), QStringLiteral("nowhere"));
    ASSERT_TRUE(rows(panel, 0));
    EXPECT_TRUE(panel.quickFilters()->hasTheFocus()) << "where nothing is found as well";
    EXPECT_FALSE(panel.table()->emptyText().isEmpty());
    QTest::keyClick(panel.quickFilters()->input(title), Qt::Key_Escape);
    ASSERT_TRUE(rows(panel, Rows));
    EXPECT_TRUE(panel.filterBar()->filter().isNone());
    QTest::keyClick(panel.quickFilters()->input(title), Qt::Key_Escape);
    EXPECT_TRUE(panel.table()->hasFocus());
}

TEST_F(QuickFilterRow, SeveralColumnsHoldTogetherAndTheKeysGoFromOneToTheNext)
{
    open();
    ListPanel &panel = openRow();
    const QStringList columns = panel.model()->query().columns;
    ASSERT_TRUE(columns.contains(title));
    typeInto(panel.quickFilters()->input(columns.constFirst()), QString());
    QSet<QWidget *> seen;
    for (qsizetype i = 0; i < columns.size() && panel.quickFilters()->hasTheFocus(); ++i) {
        seen.insert(window->focusWidget());
        QTest::keyClick(window->focusWidget(), Qt::Key_Tab);
    }
    EXPECT_TRUE(panel.table()->hasFocus()) << "behind the last column come the rows";
    EXPECT_GE(seen.size(), 2);
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(panel.quickFilters()->hasTheFocus());
    QTest::keyClick(window->focusWidget(), Qt::Key_Down);
    EXPECT_TRUE(panel.table()->hasFocus());
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_FALSE(panel.quickFilters()->isOn()) << "from within it is hidden";
    EXPECT_TRUE(panel.table()->hasFocus());
}

TEST_F(QuickFilterRow, ShowsWhatTheChipsSayAndTheOtherWayRound)
{
    open();
    ListPanel &panel = openRow();
    panel.filterBar()->setPart(title, Filter::where(title, Op::StartsWith, QStringLiteral("Item 0000")));
    EXPECT_EQ(panel.quickFilters()->input(title)->text(), QStringLiteral("^Item 0000"));
    ASSERT_TRUE(rows(panel, 10));
    typeInto(panel.quickFilters()->input(title), QStringLiteral("00001"));
    ASSERT_TRUE(rows(panel, 1));
    EXPECT_EQ(panel.filterBar()->chips().size(), 1) << "instead of the former one";
    panel.filterBar()->setPart(title, {});
    EXPECT_TRUE(panel.quickFilters()->input(title)->text().isEmpty());
}

TEST_F(QuickFilterRow, IsThereAgainWithWhatItFiltersBy)
{
    open();
    ListPanel &before = openRow();
    typeInto(before.quickFilters()->input(title), QStringLiteral("00007"));
    ASSERT_TRUE(rows(before, 1));
    window->storeState();
    window.reset();
    show();
    ListPanel &panel = itemsList();
    EXPECT_TRUE(panel.quickFilters()->isOn());
    EXPECT_EQ(panel.quickFilters()->input(title)->text(), QStringLiteral("00007"));
    EXPECT_TRUE(rows(panel, 1));
}

TEST_F(QuickFilterRow, StandsBelowItsHeadings)
{
    open();
    window->resize(760, 520);
    ListPanel &panel = openRow();
    RecordTable &table = *panel.table();
    const QStringList columns = panel.model()->query().columns;
    const QString first = columns.constFirst(), last = columns.constLast();
    for (int section = 0; section < columns.size(); ++section)
        table.header()->resizeSection(section, 260);
    expectBelow(panel, first);
    ASSERT_TRUE(waitUntil([&] { return table.horizontalScrollBar()->maximum() > 150; }));
    table.horizontalScrollBar()->setValue(150);
    ASSERT_EQ(table.horizontalScrollBar()->value(), 150);
    expectBelow(panel, first);
    table.setFrozenColumns(1);
    expectBelow(panel, first);
    EXPECT_EQ(table.header()->shownAt(0).left(), 0) << "it stays in sight";
    table.horizontalScrollBar()->setValue(0);
    table.header()->resizeSection(0, 300);
    expectBelow(panel, first);
    table.header()->moveSection(table.header()->visualIndex(1), 0);
    ASSERT_TRUE(waitUntil([&] { return panel.isSettled(); }));
    expectBelow(panel, columns.at(0));
    EXPECT_GE(table.viewport()->mapTo(&table, QPoint()).y(),
              table.header()->shownAt(0).bottom() + panel.quickFilters()->height())
        << "the rows begin below it";
    panel.quickFilters()->focusColumn(sectionOf(panel, last));
    const QRect shown = table.header()->shownAt(sectionOf(panel, last));
    EXPECT_LE(shown.right(), table.viewport()->width()) << "it comes into sight";
}

/// Where one reads from right to left, what stays in sight stands at the right.
TEST_F(QuickFilterRow, StaysAtTheRightWhereOneReadsFromThere)
{
    open();
    window->resize(760, 520);
    ListPanel &panel = openRow();
    RecordTable &table = *panel.table();
    panel.setLayoutDirection(Qt::RightToLeft);
    const QStringList columns = panel.model()->query().columns;
    for (int section = 0; section < columns.size(); ++section)
        table.header()->resizeSection(section, 260);
    table.setFrozenColumns(1);
    ASSERT_TRUE(waitUntil([&] { return table.horizontalScrollBar()->maximum() >= 150; }));
    table.horizontalScrollBar()->setValue(150);
    ASSERT_EQ(table.horizontalScrollBar()->value(), 150);
    const int width = table.viewport()->width();
    EXPECT_EQ(table.header()->shownAt(0).right(), width - 1);
    EXPECT_EQ(table.visualRect(table.model()->index(0, 0)).right(), width - 1);
    const int y = table.visualRect(table.model()->index(0, 0)).center().y();
    EXPECT_EQ(table.indexAt({width - 5, y}).column(), 0);
    EXPECT_EQ(table.header()->sectionAt(width - 5), 0);
    EXPECT_EQ(table.indexAt({width - 265, y}).column(), 1) << "beside it what is scrolled to";
    expectBelow(panel, columns.constFirst());
}

TEST_F(QuickFilterRow, WhatCannotBeReadLeavesTheRowsAsTheyAre)
{
    open();
    ListPanel &panel = itemsList();
    Query query(items);
    query.columns = {title, rate};
    panel.showQuery(query);
    panel.quickFilters()->setOn(true);
    ASSERT_TRUE(waitUntil([&] { return panel.quickFilters()->input(rate) != nullptr; }));
    typeInto(panel.quickFilters()->input(rate), QStringLiteral("5..9"));
    ASSERT_TRUE(rows(panel, 5));
    typeInto(panel.quickFilters()->input(rate), QStringLiteral("many"));
    ASSERT_TRUE(waitUntil([&] { return !panel.quickFilters()->faultOf(rate).isEmpty(); }));
    EXPECT_TRUE(rows(panel, 5));
    typeInto(panel.quickFilters()->input(rate), QStringLiteral("> 37"));
    ASSERT_TRUE(rows(panel, 2));
    EXPECT_TRUE(panel.quickFilters()->faultOf(rate).isEmpty());
}

TEST_F(QuickFilterRow, ChoicesArePicked)
{
    open();
    ListPanel &panel = itemsList();
    Query query(items);
    query.columns = {title, QStringLiteral("taxable")};
    panel.showQuery(query);
    panel.quickFilters()->setOn(true);
    ASSERT_TRUE(waitUntil([&] { return panel.quickFilters()->input(QStringLiteral("taxable")) != nullptr; }));
    QLineEdit *edit = panel.quickFilters()->input(QStringLiteral("taxable"));
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_Return);
    auto *popup = qobject_cast<FilterPopup *>(QApplication::activePopupWidget());
    ASSERT_TRUE(popup);
    Q_EMIT popup->changed(Filter::where(QStringLiteral("taxable"), Op::Equal, true));
    popup->close();
    EXPECT_FALSE(edit->text().isEmpty());
    EXPECT_EQ(panel.filterBar()->chips().size(), 1);
    QTest::keyClick(edit, Qt::Key_Delete);
    EXPECT_TRUE(panel.filterBar()->filter().isNone());
}

TEST(QuickCondition, IsReadAndWrittenBack)
{
    const FormatContext format{QLocale(QLocale::English, QLocale::UnitedStates), QStringLiteral("EUR"), {}};
    const Label any = Label::literal(QStringLiteral("Any"));
    const auto read = [&](const Field &field, const char *typed) {
        QString fault;
        const Filter made = quickCondition(field.key(), field, QString::fromUtf8(typed), format, &fault);
        EXPECT_TRUE(fault.isEmpty()) << typed << ": " << qPrintable(fault);
        const auto line = quickText(made, field, format);
        EXPECT_TRUE(line) << typed;
        QString again;
        EXPECT_EQ(quickCondition(field.key(), field, line.value_or(QString()), format, &again), made)
            << typed << " came back as " << qPrintable(line.value_or(QString()));
        return made;
    };
    const Field words = text(QStringLiteral("w"), any, 50), number = decimal(QStringLiteral("n"), any, 2),
                day = date(QStringLiteral("d"), any), at = moment(QStringLiteral("m"), any),
                sum = money(QStringLiteral("s"), any);
    for (const char *typed : {"anna", "=anna", "^an", "!=anna", "~=x", "=", "!=", "a..b", "<b>", "10-20", ""})
        read(words, typed);
    for (const char *typed : {"5", "-5", "5..7", "5-7", "-5..-1", "..7", "5..", "> 5", "<=-5.25", "!=5", "=", "<>"})
        read(number, typed);
    EXPECT_EQ(read(number, "5-7").parts.size(), 2);
    EXPECT_EQ(read(number, "-5").values.constFirst(), QVariant(qint64(-500)));
    EXPECT_EQ(read(sum, ">1,234.50").values.constFirst(), QVariant(qint64(123450)));
    for (const char *typed : {"today", "this week", "last_month", "2026-11-24", "< 2026-11-24",
                              "2026-11-01..2026-11-30", ">= today", "!=", "="}) {
        read(day, typed);
        read(at, typed);
    }
    EXPECT_EQ(read(day, "this week").values.constFirst().value<RelativeDate>().word, QStringLiteral("this_week"));
    QString fault;
    EXPECT_TRUE(quickCondition(day.key(), day, QStringLiteral("someday"), format, &fault).isNone());
    EXPECT_FALSE(fault.isEmpty());
    EXPECT_TRUE(quickCondition(number.key(), number, QStringLiteral("1..x"), format, &fault).isNone());
    EXPECT_FALSE(fault.isEmpty());
    EXPECT_FALSE(quickText(Filter::any({Filter::where(words.key(), Op::Contains, QStringLiteral("a")),
                                        Filter::where(words.key(), Op::IsEmpty)}),
                           words, format))
        << "no line says that";
}

} // namespace
} // namespace crm::test
