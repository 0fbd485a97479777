// What repeats, on its page: the next dates while one types, and the decision about what was missed.
#include "core/model/action_questions.h"
#include "core/work/recurring.h"
#include "core/work/repeat_dates.h"
#include "tests/ui/record_fixture.h"
#include <QLabel>

namespace crm::test {
namespace {

class Repeats : public RecordTest
{
protected:
    void SetUp() override
    {
        RecordTest::SetUp();
        open();
    }
    QString noteOf(RecordPage &page)
    {
        const QLabel *note = field(page, "repeat_every").note();
        return note && !note->isHidden() ? note->text() : QString();
    }
    QString text(const QDate &day) const { return work::dayText(day, window->format().locale); }
    QPushButton *button(RecordPage &page, const QString &text)
    {
        for (QPushButton *one : page.findChildren<QPushButton *>()) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }
    Id coffee(const QDate &day)
    {
        auto repository = database->asSystem();
        Document d{Record(repository->catalog()->at(QStringLiteral("expenses")))};
        d.set(QStringLiteral("title"), QStringLiteral("Coffee"));
        d.set(QStringLiteral("amount"), qint64(500));
        d.set(QStringLiteral("spent_on"), day);
        d.set(QStringLiteral("repeat_unit"), QStringLiteral("day"));
        return repository->save(d).document.id();
    }
    const QString expenses = QStringLiteral("expenses");
    const QDate today = QDate::currentDate();
};

TEST_F(Repeats, TheFormShowsTheNextDatesWhileOneTypes)
{
    RecordPage &page = fresh(expenses, {{QStringLiteral("title"), QStringLiteral("Rent")},
                                        {QStringLiteral("amount"), qint64(100)},
                                        {QStringLiteral("spent_on"), QDate(2090, 1, 31)}});
    EXPECT_EQ(noteOf(page), QString());
    page.document().setValue(QStringLiteral("repeat_unit"), QStringLiteral("month"));
    ASSERT_TRUE(waitUntil([&] { return noteOf(page).contains(text(QDate(2090, 2, 28))); }))
        << noteOf(page).toStdString();
    EXPECT_TRUE(noteOf(page).contains(text(QDate(2090, 6, 30)))) << "five of them";
    EXPECT_FALSE(noteOf(page).contains(text(QDate(2090, 7, 31))));
    type(page, "repeat_times", QStringLiteral("12"));
    ASSERT_TRUE(waitUntil([&] { return noteOf(page).contains(QStringLiteral("12 of 12")); }))
        << noteOf(page).toStdString();
    type(page, "repeat_every", QStringLiteral("2"));
    ASSERT_TRUE(waitUntil([&] {
        return noteOf(page).contains(text(QDate(2090, 3, 31))) && !noteOf(page).contains(text(QDate(2090, 2, 28)));
    })) << noteOf(page).toStdString();
    page.document().setValue(QStringLiteral("spent_on"), QDate(2090, 2, 15));
    ASSERT_TRUE(waitUntil([&] { return noteOf(page).contains(text(QDate(2090, 4, 15))); }));
    page.document().setValue(QStringLiteral("repeat_unit"), QVariant());
    EXPECT_TRUE(waitUntil([&] { return noteOf(page).isEmpty(); }));
    page.document().load(page.document().document()); // nothing typed is left to be asked about
}

TEST_F(Repeats, WhatWasMissedIsDecidedOnItsPage)
{
    const Id id = coffee(today.addDays(-6));
    RecordPage &page = record(expenses, id);
    EXPECT_TRUE(banner(page).isVisible());
    EXPECT_TRUE(banner(page).text().contains(text(today.addDays(-5)))) << banner(page).text().toStdString();
    const QString make = questionBefore(work::makeMissedAction, stored(expenses, id).head()).button,
                  skip = questionBefore(work::skipMissedAction, stored(expenses, id).head()).button;
    EXPECT_TRUE(make.contains(u'6'));
    ASSERT_TRUE(button(page, make) && button(page, skip)) << "in sight, before the other actions";
    Prompts::setNextAnswer(Prompts::Cancel);
    button(page, skip)->click();
    EXPECT_EQ(Prompts::takeAsked().size(), 1);
    EXPECT_EQ(stored(expenses, id).head().integer(QStringLiteral("repeat_waiting")), 6);
    Prompts::setNextAnswer(Prompts::Yes);
    button(page, make)->click();
    ASSERT_TRUE(waitUntil([&] { return page.isIdle() && !button(page, make); }));
    EXPECT_EQ(count(expenses), 7);
    EXPECT_FALSE(banner(page).isVisible());
    EXPECT_TRUE(noteOf(page).contains(text(today.addDays(1)))) << noteOf(page).toStdString();

    const Id other = coffee(today.addDays(-9));
    RecordPage &second = record(expenses, other);
    Prompts::setNextAnswer(Prompts::Yes);
    button(second, questionBefore(work::skipMissedAction, stored(expenses, other).head()).button)->click();
    ASSERT_TRUE(waitUntil(
        [&] { return second.isIdle() && stored(expenses, other).value(QStringLiteral("repeat_waiting")).isNull(); }));
    EXPECT_EQ(count(expenses), 8) << "nothing was made";
}

} // namespace
} // namespace crm::test
