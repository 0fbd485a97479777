// Merging in the real window: the dialog, from the list, from the page of duplicates, undo; what is said while typing.
#include "tests/support/make_record.h"
#include "tests/ui/record_fixture.h"
#include "ui/records/duplicate_hints.h"
#include "ui/records/duplicates_page.h"
#include "ui/records/history_panel.h"
#include "ui/records/list_commands.h"
#include "ui/records/list_panel.h"
#include "ui/records/merge_dialog.h"
#include "ui/records/merge_records.h"
#include "ui/records/record_table.h"
#include <QRadioButton>
#include <QTextDocument>
#include <QTreeWidget>

namespace crm::test {
namespace {

const QString clients = QStringLiteral("clients"), contacts = QStringLiteral("contacts"), name = QStringLiteral("name"),
              phone = QStringLiteral("phone"), email = QStringLiteral("email"), labelsOf = QStringLiteral("labels");

class MergeUi : public RecordTest
{
protected:
    Id make(const QString &entity, const QVariantMap &values)
    {
        return makeRecord(*database->asSystem(), entity, values);
    }
    Id makeClient(const QString &title, const QVariantMap &more = {})
    {
        QVariantMap values = more;
        values.insert(name, title);
        return make(clients, values);
    }
    Id makeContact(Id of, const QString &first)
    {
        return make(contacts, {{QStringLiteral("first_name"), first}, {QStringLiteral("client_id"), of}});
    }
    MergeRecords load(const IdList &ids)
    {
        return answer(session->read([ids](Repository &r) {
            MergeRecords what;
            what.records = livingWithTitles(r, clients, ids);
            for (const Id id : ids)
                what.pointers << r.pointersAt(clients, {id});
            return what;
        }));
    }
    ListPanel &list()
    {
        window->openList(clients);
        auto *found = window->tabs().currentPage()->findChild<ListPanel *>();
        EXPECT_TRUE(waitUntil([&] { return found->isSettled(); }));
        return *found;
    }
    DuplicatesView &duplicates()
    {
        window->openKey(QStringLiteral("duplicates/clients"));
        EXPECT_TRUE(settle());
        auto *page = qobject_cast<DuplicatesView *>(window->tabs().currentPage());
        if (!page)
            throw std::runtime_error("no page of duplicates");
        return *page;
    }
    static int shownGroups(DuplicatesView &page)
    {
        int shown = 0;
        for (int i = 0; i < page.tree()->topLevelItemCount(); ++i)
            shown += page.tree()->topLevelItem(i)->isHidden() ? 0 : 1;
        return shown;
    }
    bool isGone(Id id)
    {
        auto repository = database->asSystem();
        return repository->loadMany(clients, {id}).value(0).head().deletedAt().isValid();
    }
    QPushButton *undoButton()
    {
        auto *toast = window->findChild<Toast *>();
        return toast ? toast->actionButton() : nullptr;
    }
};

TEST_F(MergeUi, TheDialogAsksWhereTheyDiffer)
{
    const Id a = makeClient(QStringLiteral("Acme"), {{phone, QStringLiteral("+7 912 345-67-89")}});
    const Id b = makeClient(QStringLiteral("Acme Ltd"), {{phone, QStringLiteral("+7 912 345-67-89")},
                                                         {email, QStringLiteral("info@acme.example")}});
    makeContact(b, QStringLiteral("Bea"));
    open();
    MergeDialog dialog(*window, load({a, b}), window.get());
    EXPECT_EQ(dialog.survivorColumn(), 0) << "the older one is proposed";
    EXPECT_TRUE(dialog.differing().contains(name));
    EXPECT_TRUE(dialog.differing().contains(email));
    EXPECT_FALSE(dialog.differing().contains(phone)) << "they agree in it";
    EXPECT_EQ(dialog.chosenColumn(name), 0);
    EXPECT_EQ(dialog.chosenColumn(email), 1) << "what the one does not know the other does";
    EXPECT_TRUE(dialog.movesText().contains(QStringLiteral("1")));
    dialog.chooseSurvivor(1);
    EXPECT_EQ(dialog.chosenColumn(name), 1) << "what nobody has touched follows";
    dialog.choose(name, 0);
    dialog.chooseSurvivor(0);
    dialog.chooseSurvivor(1);
    EXPECT_EQ(dialog.chosenColumn(name), 0) << "what somebody has chosen stays";
    EXPECT_EQ(dialog.survivor().id(), b);
    EXPECT_EQ(dialog.survivor().value(name).toString(), QStringLiteral("Acme"));
    EXPECT_EQ(dialog.others(), IdList{a});
    for (const auto *radio : dialog.findChildren<QRadioButton *>())
        EXPECT_FALSE(radio->accessibleName().isEmpty());
}

TEST_F(MergeUi, TheDialogIsUsedByKeyboard)
{
    const Id a = makeClient(QStringLiteral("Acme")), b = makeClient(QStringLiteral("Acme Ltd"));
    open();
    MergeDialog dialog(*window, load({a, b}), window.get());
    dialog.open();
    dialog.activateWindow();
    ASSERT_TRUE(waitUntil([] { return qobject_cast<QRadioButton *>(QApplication::focusWidget()) != nullptr; }));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Right);
    EXPECT_EQ(dialog.survivorColumn(), 1);
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Left);
    EXPECT_EQ(dialog.chosenColumn(name), 0);
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
    EXPECT_EQ(dialog.result(), int(QDialog::Accepted));
}

TEST_F(MergeUi, ListsMayBeTakenTogether)
{
    const Id x = make(labelsOf, {{name, QStringLiteral("x")}}), y = make(labelsOf, {{name, QStringLiteral("y")}});
    const Id a = makeClient(QStringLiteral("A"), {{labelsOf, QVariant::fromValue(IdList{x})}}),
             b = makeClient(QStringLiteral("A"), {{labelsOf, QVariant::fromValue(IdList{y})}});
    open();
    MergeDialog dialog(*window, load({a, b}), window.get());
    EXPECT_EQ(dialog.chosenColumn(labelsOf), dialog.togetherColumn());
    EXPECT_EQ(dialog.survivor().head().ids(labelsOf), (IdList{x, y}));
    dialog.choose(labelsOf, 1);
    EXPECT_EQ(dialog.survivor().head().ids(labelsOf), IdList{y});
}

TEST_F(MergeUi, TwoRowsOfTheListBecomeOneAndComeBack)
{
    const Id a = makeClient(QStringLiteral("Acme")), b = makeClient(QStringLiteral("Acme Ltd"));
    const Id k = makeContact(b, QStringLiteral("Bea"));
    open();
    ListPanel &panel = list();
    ASSERT_TRUE(waitUntil([&] { return panel.model()->rowCount() == 2; }));
    EXPECT_FALSE(panel.commands()->mayMergeSelected()) << "one row is not enough";
    panel.table()->selectAll();
    EXPECT_TRUE(panel.commands()->mayMergeSelected());
    Prompts::setNextAnswer(Prompts::Yes);
    panel.commands()->mergeSelected();
    ASSERT_TRUE(waitUntil([&] { return isGone(b); }));
    EXPECT_EQ(stored(contacts, k).head().ref(QStringLiteral("client_id")), a);
    ASSERT_TRUE(waitUntil([&] { return panel.model()->rowCount() == 1; }));
    ASSERT_TRUE(waitUntil([&] { return undoButton() != nullptr && undoButton()->isVisible(); }));
    undoButton()->click();
    ASSERT_TRUE(waitUntil([&] { return !isGone(b); }));
    EXPECT_TRUE(waitUntil([&] { return panel.model()->rowCount() == 2; }));
}

TEST_F(MergeUi, UndoByTheKeyTakesAllOfItBack)
{
    const Id a = makeClient(QStringLiteral("Acme")), b = makeClient(QStringLiteral("Acme Ltd"));
    const Id k = makeContact(b, QStringLiteral("Bea"));
    open();
    bool done = false;
    Prompts::setNextAnswer(Prompts::Yes);
    mergeRecords(*window, window.get(), clients, {a, b}, [&] { done = true; });
    ASSERT_TRUE(waitUntil([&] { return done && isGone(b); }));
    press(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return !isGone(b); }));
    EXPECT_EQ(database->asSystem()->load(contacts, k).head().ref(QStringLiteral("client_id")), b);
}

TEST_F(MergeUi, AnOldTabGoesOnWithTheSurvivor)
{
    const Id a = makeClient(QStringLiteral("Acme")), b = makeClient(QStringLiteral("Acme Ltd"));
    open();
    record(clients, b);
    {
        auto repository = database->asSystem();
        repository->merge(repository->load(clients, a), {b});
    }
    ASSERT_TRUE(waitUntil([&] { return window->tabs().currentKey() == QStringLiteral("record/clients/%1").arg(a); }));
    EXPECT_FALSE(window->tabs().isOpen(QStringLiteral("record/clients/%1").arg(b)));
}

TEST_F(MergeUi, WhatWasTypedIntoTheOldRecordStays)
{
    const Id a = makeClient(QStringLiteral("Acme")), b = makeClient(QStringLiteral("Acme Ltd"));
    open();
    RecordPage &page = record(clients, b);
    type(page, "name", QStringLiteral("Typed"));
    {
        auto repository = database->asSystem();
        repository->merge(repository->load(clients, a), {b});
    }
    ASSERT_TRUE(waitUntil([&] { return banner(page).isVisible(); }));
    EXPECT_TRUE(banner(page).text().contains(QStringLiteral("Acme")));
    EXPECT_EQ(line(page, "name").text(), QStringLiteral("Typed"));
}

TEST_F(MergeUi, TheHistoryTellsOfIt)
{
    const Id a = makeClient(QStringLiteral("Acme")), b = makeClient(QStringLiteral("Bolt"));
    {
        auto repository = database->asSystem();
        repository->merge(repository->load(clients, a), {b});
    }
    open();
    HistoryPanel panel(*window, clients, a, window.get());
    QSignalSpy loaded(&panel, &HistoryPanel::loaded);
    panel.load();
    ASSERT_TRUE(waitUntil([&] { return !loaded.isEmpty(); }));
    EXPECT_TRUE(panel.text().contains(QStringLiteral("Bolt"))) << panel.text().toStdString();
}

TEST_F(MergeUi, ThePageOfDuplicatesMergesAndForgets)
{
    const Id a = makeClient(QStringLiteral("Acme")), b = makeClient(QStringLiteral("ACME"));
    makeClient(QStringLiteral("Bolt"), {{email, QStringLiteral("b@b.example")}});
    makeClient(QStringLiteral("Bolt & Co"), {{email, QStringLiteral("B@b.example")}});
    open();
    DuplicatesView &page = duplicates();
    ASSERT_EQ(shownGroups(page), 2);
    EXPECT_EQ(page.tree()->topLevelItem(0)->childCount(), 2);
    Prompts::setNextAnswer(Prompts::Yes);
    page.tree()->setCurrentItem(page.tree()->topLevelItem(0));
    page.mergeChosen();
    ASSERT_TRUE(waitUntil([&] { return isGone(b) && shownGroups(page) == 1; }));
    EXPECT_FALSE(isGone(a));
    page.tree()->setCurrentItem(page.tree()->topLevelItem(1));
    page.tellApartChosen();
    ASSERT_TRUE(waitUntil([&] { return shownGroups(page) == 0; }));
    page.lookAnew();
    ASSERT_TRUE(waitUntil([&] { return page.findChild<EmptyState *>()->isVisible(); }));
    EXPECT_EQ(page.tree()->topLevelItemCount(), 0) << "it is remembered";
}

TEST_F(MergeUi, TheFocusComesBackToTheListWithWhatIsUndone)
{
    makeClient(QStringLiteral("Acme"));
    const Id other = makeClient(QStringLiteral("ACME"));
    open();
    window->activateWindow();
    DuplicatesView &page = duplicates();
    page.tree()->setCurrentItem(page.tree()->topLevelItem(0));
    page.tree()->setFocus();
    Prompts::setNextAnswer(Prompts::Yes);
    page.mergeChosen();
    const auto *empty = page.findChild<EmptyState *>();
    ASSERT_TRUE(waitUntil([&] { return isGone(other) && empty->isVisible() && empty->hasFocus(); }));
    window->commands().run(QStringLiteral("record.undo"));
    ASSERT_TRUE(waitUntil([&] { return !isGone(other) && shownGroups(page) == 1; }));
    EXPECT_EQ(QApplication::focusWidget(), page.tree());
}

TEST_F(MergeUi, LookingCanBeStopped)
{
    makeClient(QStringLiteral("Acme"));
    makeClient(QStringLiteral("ACME"));
    open();
    DuplicatesView &page = duplicates();
    page.lookAnew();
    page.stop();
    EXPECT_TRUE(page.isSettled());
    EXPECT_EQ(page.tree()->topLevelItemCount(), 0);
    page.lookAnew();
    EXPECT_TRUE(waitUntil([&] { return shownGroups(page) == 1; }));
}

TEST_F(MergeUi, WithoutTheRightNothingIsOffered)
{
    database->addUser(QStringLiteral("anna"), QStringLiteral("Staff (own records)"));
    makeClient(QStringLiteral("Acme"));
    open({QStringLiteral("anna"), QStringLiteral("secret-1")});
    EXPECT_FALSE(DuplicatesView::isOffered(session->catalog()->at(clients), session->actor()));
    const QString before = window->tabs().currentKey();
    window->openKey(QStringLiteral("duplicates/clients"));
    EXPECT_EQ(window->tabs().currentKey(), before);
}

TEST_F(MergeUi, ANewRecordSaysWhoHasThePhoneAlready)
{
    const Id a = makeClient(QStringLiteral("Acme"), {{phone, QStringLiteral("+7 912 345-67-89")}});
    open();
    RecordPage &page = fresh(clients);
    auto *hints = page.findChild<DuplicateHints *>();
    ASSERT_TRUE(hints);
    const auto note = [&](const char *key) {
        const QLabel *label = field(page, key).note();
        return label && !label->isHidden() ? label->text() : QString();
    };
    type(page, "name", QStringLiteral("acme"));
    ASSERT_TRUE(waitUntil([&] { return !note("name").isEmpty(); }));
    EXPECT_TRUE(note("name").contains(QString::number(a)));
    type(page, "phone", QStringLiteral("89123456789"));
    page.form()->finishEditing();
    ASSERT_TRUE(waitUntil([&] { return !note("phone").isEmpty(); }));
    type(page, "name", QStringLiteral("Bolt"));
    ASSERT_TRUE(waitUntil([&] { return note("name").isEmpty(); }));
    EXPECT_FALSE(note("phone").isEmpty()) << "that is as it was";
    Q_EMIT field(page, "phone").note()->linkActivated(QString::number(a));
    EXPECT_TRUE(waitUntil([&] { return window->tabs().currentKey() == QStringLiteral("record/clients/%1").arg(a); }));
}

} // namespace
} // namespace crm::test
