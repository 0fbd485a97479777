// Reminders in the window: the bell and its list, notices, "Remind me...", the part beside a record.
#include "tests/ui/record_fixture.h"
#include "ui/admin/settings_page.h"
#include "ui/records/list_panel.h"
#include "ui/records/quick_moments.h"
#include "ui/records/remind_dialog.h"
#include "ui/records/reminders_panel.h"
#include "ui/shell/reminder_bell.h"
#include "ui/shell/reminder_popup.h"
#include <QCheckBox>
#include <QListWidget>
#include <QMenu>

namespace crm::test {
namespace {

class Reminders : public RecordTest
{
protected:
    /// As the person of the window makes one.
    Id remind(const QString &what, const QDateTime &when, Id client = 0)
    {
        Document d{Record(session->catalog()->at("reminders"), newId())};
        d.set("title", what);
        d.set("remind_at", when);
        if (client) {
            d.set("parent_entity", "clients");
            d.set("parent_id", client);
        }
        return answer(session->save(d, {})).document.id();
    }
    ReminderBell &bell() { return *bellOf(*window); }
    bool waitForDue(qsizetype count)
    {
        return waitUntil([&] {
            const ReminderWatch &watch = bell().watch();
            return watch.hasLooked() && !watch.isLooking() && watch.due().size() == count;
        });
    }
    ReminderPopup &popUp()
    {
        press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        if (!bell().popup())
            throw std::runtime_error("the list did not open");
        return *bell().popup();
    }
    QDateTime storedMoment(Id id) { return stored("reminders", id).value("remind_at").toDateTime(); }
    const QDateTime now = QDateTime::currentDateTimeUtc();
};

TEST_F(Reminders, TheBellShowsWhatIsDueAndTheKeyboardIsEnough)
{
    open();
    const Id client = make("clients", "Vector");
    const Id call = remind("Call", now.addSecs(-120), client), ask = remind("Ask", now.addSecs(-60));
    const Id write = remind("Write", now.addSecs(-30));
    remind("Much later", now.addDays(2));
    ASSERT_TRUE(waitForDue(3)) << "the feed tells";
    EXPECT_TRUE(bell().accessibleName().contains("3"));

    ReminderPopup &popup = popUp();
    QListWidget &list = *popup.list();
    ASSERT_EQ(list.count(), 3);
    EXPECT_EQ(list.item(0)->text(), "Call");
    EXPECT_TRUE(list.item(0)->data(Qt::AccessibleTextRole).toString().contains("Vector"));
    QTest::keyClick(&list, Qt::Key_Down);
    QTest::keyClick(&list, Qt::Key_Space);
    ASSERT_TRUE(waitForDue(2));
    EXPECT_TRUE(stored("reminders", ask).head().flag("done"));

    QTest::keyClick(&list, Qt::Key_Down); // put off until tomorrow
    EXPECT_EQ(list.currentItem()->text(), "Write");
    popup.snoozeMenu()->actions().at(2)->trigger();
    ASSERT_TRUE(waitForDue(1));
    EXPECT_EQ(storedMoment(write).toLocalTime(), QDateTime(QDate::currentDate().addDays(1), QTime(9, 0)));

    QTest::keyClick(&list, Qt::Key_Return);
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("record/clients/%1").arg(client));
    EXPECT_TRUE(waitUntil([&] { return !bell().popup(); })) << "the list closes";
    bell().watch().finish({call});
    ASSERT_TRUE(waitForDue(0));
    EXPECT_EQ(popUp().list()->count(), 0);
    QTest::keyClick(bell().popup(), Qt::Key_Escape);
    EXPECT_TRUE(waitUntil([&] { return !bell().popup(); }));
}

TEST_F(Reminders, WhatBecomesDueIsToldOnceAndWhatWasMissedAtTheStart)
{
    open();
    ASSERT_TRUE(waitForDue(0));
    QSignalSpy told(&bell().watch(), &ReminderWatch::becameDue);
    const Id soon = remind("Soon", QDateTime::currentDateTimeUtc().addMSecs(700));
    ASSERT_TRUE(waitUntil([&] { return told.size() == 1; })) << "no feed says so, the clock does";
    EXPECT_TRUE(window->toastPopup().isVisible());
    EXPECT_EQ(window->toastPopup().text(), "Soon");
    window->toastPopup().actionButton()->click();
    ASSERT_TRUE(bell().popup());
    bell().popup()->close();
    bell().watch().look();
    ASSERT_TRUE(waitForDue(1));
    EXPECT_EQ(told.size(), 1) << "told once";
    bell().watch().snooze({soon}, QDateTime::currentDateTime().addSecs(-1));
    ASSERT_TRUE(waitUntil([&] { return told.size() == 2; })) << "what was put off is told again";

    remind("Missed", now.addDays(-3));
    ASSERT_TRUE(waitForDue(2));
    show(); // as after a restart
    ASSERT_TRUE(waitForDue(2));
    EXPECT_TRUE(window->toastPopup().text().startsWith("2 "));
}

TEST_F(Reminders, RemindMeHangsOnTheRecordOfThePage)
{
    open();
    const Id client = make("clients", "Vector");
    RecordPage &page = record("clients", client);
    auto *panel = page.findChild<RemindersPanel *>();
    ASSERT_TRUE(panel);
    ASSERT_TRUE(waitUntil([&] { return !panel->isLoading(); }));
    EXPECT_EQ(panel->count(), 0);

    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = window->findChild<RemindDialog *>();
    ASSERT_TRUE(dialog);
    EXPECT_EQ(dialog->what()->editor()->value(), "Vector");
    dialog->what()->editor()->setValue(QVariant());
    dialog->save();
    EXPECT_FALSE(dialog->what()->fault().isEmpty()) << "of what?";
    dialog->what()->editor()->setValue("Call them");
    dialog->quickButtons().at(1)->click();
    dialog->save();
    ASSERT_TRUE(waitUntil([&] { return panel->count() == 1 && !panel->isLoading(); }));
    QListWidgetItem *item = panel->list()->item(0);
    const Id id = item->data(Qt::UserRole).toLongLong();
    EXPECT_EQ(storedMoment(id).toLocalTime(), QDateTime(QDate::currentDate().addDays(1), QTime(9, 0)));
    EXPECT_EQ(stored("reminders", id).head().ref("parent_id"), client);
    EXPECT_FALSE(window->findChild<RemindDialog *>() && window->findChild<RemindDialog *>()->isVisible());

    item->setCheckState(Qt::Checked);
    ASSERT_TRUE(waitUntil([&] { return stored("reminders", id).head().flag("done"); }));
    ASSERT_TRUE(waitUntil([&] { return !panel->isLoading(); }));
    panel->list()->item(0)->setCheckState(Qt::Unchecked);
    ASSERT_TRUE(waitUntil([&] { return !stored("reminders", id).head().flag("done"); }));
    ASSERT_TRUE(waitUntil([&] { return !panel->isLoading(); }));
    panel->list()->setCurrentRow(0);
    QTest::keyClick(panel->list(), Qt::Key_Delete);
    ASSERT_TRUE(waitUntil([&] { return panel->count() == 0 && !panel->isLoading(); }));
    const auto tabs = page.findChildren<ListPanel *>();
    for (const ListPanel *list : tabs)
        EXPECT_NE(list->entity().key(), "reminders") << "beside the record, not below it as well";
}

TEST_F(Reminders, TheRowOfAListIsMeantAndElsewhereNothing)
{
    open();
    const Id client = make("clients", "Vector");
    window->openKey("list/clients");
    ASSERT_TRUE(settle());
    auto *list = window->tabs().currentPage()->findChild<ListPanel *>();
    EXPECT_EQ(currentOf(*list).id, client);
    EXPECT_EQ(currentOf(*list).title, "Vector");
    window->openKey("list/units"); // a dictionary has no reminders
    ASSERT_TRUE(settle());
    EXPECT_EQ(currentOf(*window->tabs().currentPage()->findChild<ListPanel *>()).id, 0);
    window->commands().run("record.remind");
    auto *dialog = window->findChild<RemindDialog *>();
    ASSERT_TRUE(dialog);
    EXPECT_EQ(dialog->what()->editor()->value().toString(), QString());
    dialog->reject();

    auto &settings = dynamic_cast<SettingsPage &>([&]() -> TabPage & {
        window->openKey("settings");
        return *window->tabs().currentPage();
    }());
    auto *box = settings.findChild<QCheckBox *>("remindersOfSystem");
    ASSERT_TRUE(box && box->isChecked());
    box->click();
    EXPECT_FALSE(ReminderBell::tellsSystem());
}

TEST(QuickMoments, AreRoundAndAhead)
{
    const QDateTime sunday(QDate(2026, 11, 29), QTime(23, 50, 12)), monday(QDate(2026, 11, 30), QTime(8, 0));
    EXPECT_EQ(snoozeMoments(sunday).at(0).at, QDateTime(QDate(2026, 11, 30), QTime(0, 0)));
    EXPECT_EQ(snoozeMoments(sunday).at(3).at, QDateTime(QDate(2026, 11, 30), QTime(9, 0)));
    EXPECT_EQ(snoozeMoments(monday).at(2).at, QDateTime(QDate(2026, 12, 1), QTime(9, 0)));
    EXPECT_EQ(remindMoments(monday).at(3).at, QDateTime(QDate(2026, 12, 7), QTime(9, 0)));
}

} // namespace
} // namespace crm::test
