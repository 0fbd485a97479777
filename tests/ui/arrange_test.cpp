// What keys alone arrange and find: cards of the dashboard, the first field of a record, a language, places by the
// words that people use.
#include "core/model/search_words.h"
#include "tests/ui/list_fixture.h"
#include "ui/admin/settings_page.h"
#include "ui/dashboard/card_board.h"
#include "ui/dashboard/dashboard_page.h"
#include "ui/dashboard/entity_card.h"
#include "ui/records/record_table.h"
#include "ui/records/view_tabs.h"
#include "ui/shell/command_words.h"
#include "ui/shell/dock_commands.h"
#include "ui/shell/docks.h"
#include "ui/shell/language.h"
#include "ui/shell/own_settings.h"
#include "ui/shell/palette.h"
#include "ui/shell/sidebar.h"
#include <QAbstractItemView>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

namespace crm::test {
namespace {

class Arranging : public ListTest
{
protected:
    void TearDown() override
    {
        ListTest::TearDown();
        setLanguage(QStringLiteral("en"));
    }
    static void key(Qt::Key code, Qt::KeyboardModifiers with = {})
    {
        QWidget *focus = QApplication::focusWidget();
        ASSERT_TRUE(focus) << "nothing has the focus";
        QTest::keyClick(focus, code, with);
        QCoreApplication::processEvents();
    }
    DashboardPage &dashboard()
    {
        window->activateWindow();
        window->openKey(QStringLiteral("dashboard"));
        EXPECT_TRUE(settle());
        return *qobject_cast<DashboardPage *>(window->tabs().currentPage());
    }
    static EntityCard &cardOf(const DashboardPage &page, const QString &entity)
    {
        for (EntityCard *card : page.cards())
            if (card->entityKey() == entity)
                return *card;
        return *page.cards().first();
    }
    /// What the open palette shows for the words, without records: texts, and what stands beside them.
    QHash<QString, QString> found(const QString &words)
    {
        PaletteModel &model = *window->palettePopup().model();
        model.setWords(words);
        for (int row = 0; row < model.rowCount(); ++row)
            model.showMore(row);
        QHash<QString, QString> texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts.insert(model.index(row).data().toString(),
                         model.index(row).data(PaletteModel::DetailRole).toString());
        return texts;
    }
};

TEST_F(Arranging, CardsOfTheDashboardMoveAndGrowByKeys)
{
    open();
    window->resize(1400, 800);
    DashboardPage &page = dashboard();
    CardBoard &board = page.board();
    const QStringList before = board.keys();
    ASSERT_GT(before.size(), 4);
    const QString second = before.at(1);
    cardOf(page, second).handle()->setFocus();
    key(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(board.keys().mid(0, 2), (QStringList{second, before.at(0)}));
    EXPECT_TRUE(cardOf(page, second).handle()->hasFocus()) << "one goes along";
    key(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(board.keys().first(), second) << "at the edge";
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("dashboard")) << "and not back to the page before";
    key(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    const qsizetype below = board.keys().indexOf(second);
    EXPECT_GT(below, 1) << "to the row below";
    key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(board.columnsOf(second), 2);
    QCoreApplication::processEvents();
    EXPECT_GT(cardOf(page, second).width(), 1.5 * cardOf(page, before.first()).width());
    key(Qt::Key_Tab);
    EXPECT_TRUE(cardOf(page, second).isAncestorOf(QApplication::focusWidget())) << "Tab goes through it as it stands";

    // Its menu does the same, and the choice of cards takes it back.
    QContextMenuEvent menuKey(QContextMenuEvent::Keyboard, {}, board.mapToGlobal(QPoint()));
    QApplication::sendEvent(&board, &menuKey);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_TRUE(menu);
    menu->actions().constLast()->trigger();
    menu->close();
    EXPECT_TRUE(waitUntil([&] { return !board.keys().contains(second); }));

    // As it is kept: hidden ones keep their place too.
    QSettings().remove(ownSetting(QStringLiteral("dashboard/cards")));
    show();
    DashboardPage &later = dashboard();
    EXPECT_EQ(later.board().keys().indexOf(second), below);
    EXPECT_EQ(later.board().columnsOf(second), 2);
    const auto buttons = later.findChildren<QPushButton *>();
    const auto choose = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *b) { return b->menu(); });
    ASSERT_NE(choose, buttons.end());
    (*choose)->menu()->actions().constLast()->trigger();
    EXPECT_EQ(later.board().keys(), before);
    EXPECT_EQ(later.board().columnsOf(second), 1);
}

TEST_F(Arranging, ACardIsDraggedByTheMouse)
{
    open();
    DashboardPage &page = dashboard();
    CardBoard &board = page.board();
    const QStringList before = board.keys();
    EntityCard &first = cardOf(page, before.at(0)), &second = cardOf(page, before.at(1));
    QWidget *handle = first.handle();
    const QPoint from = handle->rect().center(), to = handle->mapFrom(&board, second.geometry().center());
    QTest::mousePress(handle, Qt::LeftButton, {}, from);
    for (const QPoint &at : {from + QPoint(40, 0), to}) {
        QMouseEvent move(QEvent::MouseMove, at, handle->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(handle, &move);
    }
    QTest::mouseRelease(handle, Qt::LeftButton, {}, to);
    EXPECT_EQ(board.keys().mid(0, 2), (QStringList{before.at(1), before.at(0)}));
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("dashboard")) << "the button was not meant";
    const QStringList kept = QSettings().value(ownSetting(QStringLiteral("dashboard/order"))).toStringList();
    EXPECT_LT(kept.indexOf(before.at(1)), kept.indexOf(before.at(0)));
}

TEST_F(Arranging, TabsMoveAndPartsOfTheWindowGrowByKeys)
{
    open();
    window->resize(1600, 900);
    window->activateWindow();
    itemsList();
    QTabBar *bar = window->tabs().bar();
    ASSERT_EQ(bar->currentIndex(), 1);
    bar->setFocus();
    key(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(bar->currentIndex(), 0);
    EXPECT_EQ(window->tabs().saved().constFirst().key, QStringLiteral("list/items"));
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("list/items"));

    auto *places = window->findChild<Sidebar *>();
    places->setFocus();
    const int width = places->width();
    key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_GT(places->width(), width);

    Docks &docks = *docksOf(*window);
    Dock *dock = docks.add({{}, QStringLiteral("changes"), QStringLiteral("Changes"), {}, {}});
    ASSERT_TRUE(dock);
    key(Qt::Key_F6);
    ASSERT_TRUE(dock->isInUse());
    const int narrow = dock->width();
    key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(waitUntil([&] { return dock->width() > narrow; }));
}

TEST_F(Arranging, WhatGoesAwayGivesTheFocusBack)
{
    makeItems(1, [](Document &, int) {});
    open();
    window->activateWindow();
    RecordTable *table = itemsList().table();
    table->setFocus();
    itemsList().banner()->show(Banner::Info, QStringLiteral("Read this"));
    itemsList().banner()->setDismissal(QStringLiteral("Close"), [] {});
    itemsList().banner()->dismissButton()->setFocus();
    key(Qt::Key_Return);
    EXPECT_TRUE(table->hasFocus());

    Toast &toast = window->toastPopup();
    toast.setDuration(1);
    toast.show(QStringLiteral("Deleted"), QStringLiteral("Undo"), [] {});
    toast.actionButton()->setFocus();
    EXPECT_FALSE(waitUntil([&] { return !toast.isVisible(); }, 50)) << "somebody is about to press it";
    key(Qt::Key_Return);
    EXPECT_FALSE(toast.isVisible());
    EXPECT_TRUE(table->hasFocus());
}

TEST_F(Arranging, AViewComesBackAsItWasSavedByItsMenuToo)
{
    makeItems(2, [](Document &, int) {});
    open();
    ListPanel &panel = itemsList();
    const auto back = [&]() -> QAction * {
        QMenu *menu = panel.viewTabs()->findChild<QToolButton *>()->menu();
        Q_EMIT menu->aboutToShow();
        for (QAction *action : menu->actions())
            if (action->text() == QLatin1String("Back to the view as it was saved"))
                return action;
        return nullptr;
    };
    EXPECT_FALSE(back());
    Query query(items);
    query.filter = Filter::parse(QStringLiteral("rate > 1"), *session->catalog(), items);
    panel.showQuery(query);
    ASSERT_TRUE(waitUntil([&] { return panel.isSettled(); }));
    ASSERT_TRUE(back());
    back()->trigger();
    ASSERT_TRUE(waitUntil([&] { return panel.isSettled() && panel.model()->query().filter.isNone(); }));
    EXPECT_FALSE(back());
}

TEST_F(Arranging, ARecordThatIsOpenedBeginsAtItsFirstField)
{
    makeItems(3, [](Document &, int) {});
    open();
    window->activateWindow();
    ListPanel &panel = itemsList();
    panel.table()->setCurrentIndex(panel.table()->model()->index(1, 0));
    panel.table()->setFocus();
    key(Qt::Key_Return);
    ASSERT_TRUE(settle());
    auto *page = qobject_cast<RecordPage *>(window->tabs().currentPage());
    ASSERT_TRUE(page);
    EXPECT_TRUE(page->form()->fieldFor(QStringLiteral("title"))->isAncestorOf(QApplication::focusWidget()))
        << "not at the way to the next record";
    EXPECT_FALSE(page->hasUnsavedChanges());
}

TEST_F(Arranging, CtrlKOffersWhatTheButtonsOfARecordDo)
{
    open();
    window->activateWindow();
    RecordPage &page = record(QStringLiteral("clients"), make(QStringLiteral("clients"), QStringLiteral("Blue Whale")));
    const auto *head = page.findChild<QWidget *>(QStringLiteral("recordActions"));
    ASSERT_TRUE(head);
    auto *who = head->findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly).constLast();
    QSignalSpy pressed(who, &QAbstractButton::clicked);
    who->disconnect(&page); // it would ask
    window->commands().run(QStringLiteral("go.palette"));
    EXPECT_EQ(found(who->accessibleName()).value(who->accessibleName()), QStringLiteral("Blue Whale"));
    window->palettePopup().dismiss();
    for (int row = 0; row < window->palettePopup().model()->rowCount(); ++row)
        if (window->palettePopup().model()->index(row).data().toString() == who->accessibleName())
            window->palettePopup().model()->run(row);
    EXPECT_EQ(pressed.count(), 1);
}

TEST_F(SettingsTest, WhatIsCalledSoComesBeforeWhatIsAlsoCalledSo)
{
    const auto run = [] {};
    PaletteModel model;
    model.setFixed({{PaletteEntry::Page, QStringLiteral("Invoices"), {}, {}, run, {}, {QStringLiteral("issue a bill")}},
                    {PaletteEntry::Do, QStringLiteral("Issue"), {}, {}, run},
                    {PaletteEntry::Do, QStringLiteral("Import: Invoices"), {}, {}, run}});
    const auto first = [&](const char *typed) {
        model.setWords(QLatin1String(typed));
        return model.index(0).data().toString();
    };
    EXPECT_EQ(first("issue"), QStringLiteral("Issue")) << "it stands at the head of the record one is at";
    EXPECT_EQ(model.rowCount(), 2);
    EXPECT_EQ(first("issue a bill"), QStringLiteral("Invoices"));
    EXPECT_EQ(first("invoices"), QStringLiteral("Invoices")) << "places before commands, if both are called so";
}

TEST_F(SettingsTest, ARecordThatIsCalledSoComesFirst)
{
    const auto run = [] {};
    const QString name = QStringLiteral("Whale Invest"), create = QStringLiteral("New: Invoice for \"Whale Invest\"");
    PaletteModel model;
    model.setFixed({{PaletteEntry::Create, create, {}, {}, run, QStringLiteral("new"), {}, name},
                    {PaletteEntry::Do, QStringLiteral("Feed the whale investor"), {}, {}, run},
                    {PaletteEntry::Do, QStringLiteral("Issue"), {}, {}, run}});
    const auto shown = [&](const char *typed, const QStringList &hits = {}) {
        model.setWords(QLatin1String(typed));
        QList<PaletteEntry> records;
        for (const QString &hit : hits)
            records.append({PaletteEntry::Record, hit, {}, {}, run});
        model.setHits(records);
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts << model.index(row).data().toString();
        return texts;
    };
    const QString command = QStringLiteral("Feed the whale investor"), other = QStringLiteral("Whale Investment");
    EXPECT_EQ(shown("whale  INVEST", {other, name}), (QStringList{name, command, other}));
    EXPECT_EQ(model.leadingHits(), 1);
    EXPECT_EQ(shown("whale inve", {other, name}), (QStringList{command, other, name})) << "not in full";
    EXPECT_EQ(model.leadingHits(), 0);
    EXPECT_EQ(shown("invoice whale"), (QStringList{create})) << "more than its name";
    EXPECT_EQ(shown("inv"), (QStringList{create, command})) << "it is in both";
    EXPECT_EQ(shown("issue", {QStringLiteral("Issue")}).size(), 2);
    EXPECT_EQ(model.leadingHits(), 0) << "the command is called so too, and stood there before";
}

TEST_F(Arranging, ALanguageIsChosenNotPassedBy)
{
    open();
    window->activateWindow();
    window->openKey(QStringLiteral("settings"));
    QSignalSpy chosen(window.get(), &MainWindow::languageChosen);
    auto *box = window->tabs().currentPage()->findChild<QComboBox *>(QStringLiteral("language"));
    ASSERT_TRUE(box);
    box->setFocus();
    const int before = box->currentIndex();
    const Qt::Key there = before == 0 ? Qt::Key_Down : Qt::Key_Up;
    key(there);
    ASSERT_TRUE(box->view()->isVisible()) << "the list opens instead";
    QTest::keyClick(box->view(), there);
    QTest::keyClick(box->view(), Qt::Key_Escape);
    EXPECT_EQ(box->currentIndex(), before);
    EXPECT_EQ(chosen.count(), 0) << "Esc leaves it as it was";
    key(there);
    QTest::keyClick(box->view(), there);
    QTest::keyClick(box->view(), Qt::Key_Return);
    EXPECT_TRUE(waitUntil([&] { return chosen.count() == 1; }));
}

TEST_F(Arranging, CtrlKFindsPlacesByTheWordsPeopleUse)
{
    // In Russian, as everything is called otherwise there; English words do as well.
    setLanguage(QStringLiteral("ru"));
    open();
    const auto catalog = session->catalog();
    EXPECT_EQ(searchWordFaults(*catalog), QStringList());
    window->commands().run(QStringLiteral("go.palette"));
    const QString fields = catalog->at(QStringLiteral("custom_fields")).many().text();
    EXPECT_TRUE(found(QStringLiteral("own fields")).value(fields).startsWith(QStringLiteral("own fields")))
        << "why it is found stands beside it";
    const QString ownFields = QString::fromUtf8("\xd1\x81\xd0\xb2\xd0\xbe\xd0\xb8 \xd0\xbf\xd0\xbe\xd0\xbb\xd1\x8f");
    EXPECT_TRUE(found(ownFields).contains(fields));
    const QString color = QString::fromUtf8("\xd1\x86\xd0\xb2\xd0\xb5\xd1\x82");
    EXPECT_TRUE(found(color).contains(window->commands().find(QStringLiteral("go.settings"))->text));
    const QString ofCustomer =
        QString::fromUtf8("\xd0\xbf\xd0\xbe\xd0\xba\xd1\x83\xd0\xbf\xd0\xb0\xd1\x82\xd0\xb5\xd0\xbb\xd1\x8f");
    EXPECT_TRUE(found(ofCustomer).contains(catalog->at(QStringLiteral("clients")).many().text()))
        << "with another ending";

    // All that is declared leads where it should.
    for (const Entity *entity : Sidebar::menuEntities(*catalog, session->actor()))
        for (const QString &word : searchWords(entity->key()))
            EXPECT_TRUE(found(word).contains(entity->many().text())) << word.toStdString();
    for (const QString &command : commandsWithWords()) {
        const Command *known = window->commands().find(command);
        ASSERT_TRUE(known) << command.toStdString() << ": there is no such command";
        const bool isShown = !known->enabled || known->enabled();
        for (const QString &word : isShown ? commandWords(command) : QStringList())
            EXPECT_TRUE(found(word).contains(known->text)) << command.toStdString() << ": " << word.toStdString();
    }
}

/// Also those whose buttons have no room.
TEST_F(Arranging, CtrlKFindsWhatIsDoneWithARecordByTheWordsPeopleUse)
{
    const QString invoices = QStringLiteral("invoices"), lines = QStringLiteral("invoice_lines");
    auto repository = database->asSystem();
    Document invoice{Record(repository->catalog()->at(invoices), newId())};
    invoice.set(QStringLiteral("client_id"), make(QStringLiteral("clients"), QStringLiteral("Whale")));
    Record line(repository->catalog()->at(lines), newId());
    line.set(QStringLiteral("title"), QStringLiteral("Krill"));
    line.set(QStringLiteral("rate"), qint64(500));
    invoice.lines(lines).append(line);
    const Id id = repository->save(invoice).document.id();
    open();
    record(invoices, id);
    const auto first = [&](const char *words) {
        window->commands().run(QStringLiteral("go.palette"));
        PaletteModel &model = *window->palettePopup().model();
        model.setWords(QLatin1String(words));
        const QString text = model.index(0).data().toString();
        window->palettePopup().dismiss();
        return text;
    };
    for (const int width : {1600, 800}) {
        window->resize(width, 700);
        QCoreApplication::processEvents();
        EXPECT_EQ(first("finalise"), QStringLiteral("Issue")) << width;
        EXPECT_EQ(first("clone"), QStringLiteral("Make a copy")) << width;
        EXPECT_NE(first("take payment"), QStringLiteral("Add a payment")) << "not before it is issued";
    }
    repository->runAction(invoices, id, QStringLiteral("issue"), {});
    ASSERT_TRUE(waitUntil([&] { return first("take payment") == QStringLiteral("Add a payment"); }));
    for (const int width : {1600, 800}) {
        window->resize(width, 700);
        QCoreApplication::processEvents();
        EXPECT_EQ(first("accept a payment"), QStringLiteral("Add a payment")) << width;
        EXPECT_EQ(first("void"), QStringLiteral("Cancel the document")) << width;
        EXPECT_EQ(first("refund"), QStringLiteral("Make a credit note")) << width;
        EXPECT_EQ(first("hard copy"), QStringLiteral("Print or save as PDF")) << width;
    }
}

} // namespace
} // namespace crm::test
