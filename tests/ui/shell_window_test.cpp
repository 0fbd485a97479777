// The main window as a person uses it: places, tabs, keys, the palette, undo.
#include "tests/ui/shell_fixture.h"
#include "ui/records/list_panel.h"
#include "ui/shell/palette.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/top_bar.h"
#include "ui/style/widgets.h"
#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QThread>

namespace crm::test {
namespace {

/// A page whose every answer the test decides.
class ProbePage : public TabPage
{
public:
    ProbePage(Navigator &navigator, const QString &key)
        : TabPage(navigator)
        , m_key(key)
    {}
    QString title() const override { return changed ? QStringLiteral("Changed & kept") : QStringLiteral("Probe"); }
    QString iconName() const override { return QStringLiteral("file"); }
    QString key() const override { return m_key; }
    bool hasUnsavedChanges() const override { return changed; }
    bool mayClose() override
    {
        ++asked;
        return letGo;
    }
    bool canSave() const override { return true; }
    void save() override { ++saved; }
    void focusSearch() override { ++searched; }
    void activated() override { ++looked; }
    bool changed = false, letGo = true;
    int asked = 0, saved = 0, searched = 0, looked = 0;
    QString m_key;
};

using ShellWindow = WindowTest;

TEST_F(ShellWindow, BeginsWithTheDashboard)
{
    open();
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("dashboard"));
    EXPECT_EQ(window->tabs().count(), 1);
    EXPECT_TRUE(window->windowTitle().startsWith(QStringLiteral("test")));
}

TEST_F(ShellWindow, PlacesAreWhatThePersonMayRead)
{
    database->addUser(QStringLiteral("anna"), QStringLiteral("Staff (own records)"));
    open({QStringLiteral("anna"), QStringLiteral("secret-1")});
    const auto catalog = session->catalog();
    const Actor actor = session->actor();
    const QStringList keys = window->sidebar().keys();
    for (const Entity *entity : catalog->entities()) {
        const bool expected = entity->isInMenu() && !entity->isLine() && actor.policy.may(*entity, Verb::Read) &&
                              std::any_of(catalog->areas().begin(), catalog->areas().end(),
                                          [&](const Area &a) { return a.key == entity->areaKey(); });
        EXPECT_EQ(keys.contains(QStringLiteral("list/") + entity->key()), expected) << entity->key().toStdString();
    }
    EXPECT_EQ(keys.first(), QStringLiteral("dashboard"));
    EXPECT_FALSE(keys.contains(QStringLiteral("people")));
    window->openKey(QStringLiteral("people"));
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("dashboard")) << "only administrators set passwords";
}

TEST_F(ShellWindow, APageOpensOnceAndIsFoundAgain)
{
    open();
    window->openKey(QStringLiteral("list/clients"));
    window->openKey(QStringLiteral("settings"));
    TabPage *settings = window->tabs().currentPage();
    window->openKey(QStringLiteral("list/clients"));
    window->openKey(QStringLiteral("settings"));
    EXPECT_EQ(window->tabs().currentPage(), settings);
    EXPECT_EQ(window->tabs().count(), 3);
}

TEST_F(ShellWindow, WhatDoesNotExistSaysSo)
{
    open();
    window->openKey(QStringLiteral("list/unicorns"));
    EXPECT_TRUE(window->toastPopup().isVisible());
    EXPECT_EQ(window->tabs().count(), 1);
}

TEST_F(ShellWindow, AsksBeforeItClosesOnWhatIsStillOnItsWay)
{
    open();
    std::atomic<bool> go = false;
    const QFuture<void> saving = session->write([&](Repository &) {
        while (!go)
            QThread::msleep(5); // a database that does not answer
    });
    EXPECT_EQ(session->unsaved(), 1);
    Prompts::setNextAnswer(Prompts::Cancel);
    EXPECT_FALSE(window->close());
    EXPECT_TRUE(window->isVisible());
    EXPECT_TRUE(Prompts::takeAsked().value(0).startsWith(QLatin1String("Close without 1")));
    go = true;
    ASSERT_TRUE(waitUntil([&] { return saving.isFinished(); }));
    EXPECT_TRUE(window->close()) << "nothing is left to ask about";
}

TEST_F(ShellWindow, TabsCloseByKeyMiddleClickAndTheLastGivesTheDashboard)
{
    open();
    window->openKey(QStringLiteral("help"));
    window->openKey(QStringLiteral("settings"));
    press(Qt::Key_W, Qt::ControlModifier);
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("help"));
    QTabBar *bar = window->tabs().bar();
    QTest::mouseClick(bar, Qt::MiddleButton, {}, bar->tabRect(1).center());
    EXPECT_EQ(window->tabs().count(), 1);
    window->tabs().closeCurrent();
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("dashboard"));
    EXPECT_EQ(window->tabs().count(), 1);
}

TEST_F(ShellWindow, TabsGoRoundWithCtrlTab)
{
    open();
    window->openKey(QStringLiteral("help"));
    window->openKey(QStringLiteral("settings"));
    window->commands().run(QStringLiteral("tab.next"));
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("dashboard"));
    window->commands().run(QStringLiteral("tab.previous"));
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("settings"));
}

TEST_F(ShellWindow, BackAndForthReopensWhatWasClosed)
{
    open();
    window->openKey(QStringLiteral("help"));
    window->openKey(QStringLiteral("settings"));
    press(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("help"));
    window->tabs().closeCurrent();
    window->commands().run(QStringLiteral("go.back"));
    press(Qt::Key_Right, Qt::AltModifier);
    EXPECT_TRUE(window->tabs().canGoBack());
    while (window->tabs().canGoForward())
        window->tabs().goForward();
    EXPECT_TRUE(window->tabs().isOpen(QStringLiteral("settings")));
}

TEST_F(ShellWindow, TabsComeBackAndPagesAreMadeOnlyWhenLookedAt)
{
    open();
    window->openKey(QStringLiteral("help"));
    window->openKey(QStringLiteral("settings"));
    window->openKey(QStringLiteral("dashboard"));
    EXPECT_TRUE(window->close());
    show();
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("dashboard"));
    EXPECT_EQ(window->tabs().count(), 3);
    EXPECT_EQ(window->tabs().pages().size(), 1) << "the others wait until one looks at them";
    window->openKey(QStringLiteral("help"));
    EXPECT_EQ(window->tabs().pages().size(), 2);
    EXPECT_EQ(window->tabs().count(), 3);
}

TEST_F(ShellWindow, AReorderedTabStaysWhereItWasPut)
{
    open();
    window->openKey(QStringLiteral("help"));
    window->openKey(QStringLiteral("settings"));
    window->tabs().bar()->moveTab(2, 0);
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("settings"));
    window->tabs().close(1);
    EXPECT_FALSE(window->tabs().isOpen(QStringLiteral("dashboard")));
    EXPECT_EQ(window->tabs().saved().first().key, QStringLiteral("settings"));
}

TEST_F(ShellWindow, UnsavedWorkIsAskedForOnce)
{
    open();
    auto *page = new ProbePage(*window, QStringLiteral("probe"));
    window->tabs().add(page);
    page->changed = true;
    Q_EMIT page->titleChanged();
    EXPECT_TRUE(window->tabs().bar()->tabText(window->tabs().bar()->currentIndex()).contains(QStringLiteral("&&")))
        << "no mnemonic out of a name";
    page->letGo = false;
    window->tabs().closeCurrent();
    EXPECT_EQ(page->asked, 1);
    EXPECT_TRUE(window->tabs().isOpen(QStringLiteral("probe")));
    EXPECT_FALSE(window->close());
    EXPECT_EQ(page->asked, 2);
    EXPECT_TRUE(window->isVisible());
    page->letGo = true;
    EXPECT_TRUE(window->close());
    EXPECT_EQ(page->asked, 3);
}

TEST_F(ShellWindow, KeysReachTheCurrentPage)
{
    open();
    auto *page = new ProbePage(*window, QStringLiteral("probe"));
    window->tabs().add(page);
    EXPECT_EQ(page->looked, 1);
    press(Qt::Key_S, Qt::ControlModifier);
    press(Qt::Key_F, Qt::ControlModifier);
    EXPECT_EQ(page->saved, 1);
    EXPECT_EQ(page->searched, 1);
    press(Qt::Key_F1);
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("help"));
}

TEST_F(ShellWindow, ANewRecordThatGotItsNameIsTheSameTab)
{
    open();
    auto *page = new ProbePage(*window, QString());
    window->tabs().add(page);
    EXPECT_TRUE(window->tabs().saved().size() == 1) << "what has no key is not restored";
    page->m_key = QStringLiteral("probe");
    Q_EMIT page->titleChanged();
    EXPECT_TRUE(window->tabs().isOpen(QStringLiteral("probe")));
    EXPECT_EQ(window->tabs().saved().size(), 2);
}

TEST_F(ShellWindow, ThePaletteFindsPagesCommandsAndRecords)
{
    const Id id = make(QStringLiteral("clients"), QStringLiteral("Blue Whale Trading"));
    open();
    press(Qt::Key_K, Qt::ControlModifier);
    CommandPalette &palette = window->palettePopup();
    ASSERT_TRUE(palette.isVisible());
    QAbstractItemModelTester tester(palette.model(), QAbstractItemModelTester::FailureReportingMode::Warning);
    EXPECT_GT(palette.model()->rowCount(), 5);

    QTest::keyClicks(palette.edit(), QStringLiteral("whale"));
    ASSERT_TRUE(waitUntil([&] { return palette.isSettled(); }));
    ASSERT_EQ(palette.model()->rowCount(), 1);
    EXPECT_EQ(palette.model()->index(0, 0).data().toString(), QStringLiteral("Blue Whale Trading"));
    QTest::keyClick(palette.edit(), Qt::Key_Return);
    EXPECT_FALSE(palette.isVisible());
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("record/clients/%1").arg(id));

    press(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(palette.edit(), QStringLiteral("dark"));
    QTest::keyClick(palette.edit(), Qt::Key_Return);
    EXPECT_EQ(appearance().theme, ThemeMode::Dark);

    press(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(palette.edit(), QStringLiteral("xyzzy"));
    ASSERT_TRUE(waitUntil([&] { return palette.isSettled(); }));
    EXPECT_EQ(palette.model()->rowCount(), 0);
    QTest::keyClick(palette.edit(), Qt::Key_Return); // nothing to choose: nothing happens
    QTest::keyClick(palette.edit(), Qt::Key_Escape);
    EXPECT_FALSE(palette.isVisible());
}

TEST_F(ShellWindow, ThePaletteHasTheRecordThatIsTypedInFullFirst)
{
    const QString name = QStringLiteral("Blue Whale"), clients = QStringLiteral("clients");
    make(QStringLiteral("leads"), QStringLiteral("Blue Whale wants more"));
    const Id id = make(clients, name);
    open();
    window->openRecord(clients, id);
    ASSERT_TRUE(settle());
    press(Qt::Key_K, Qt::ControlModifier);
    CommandPalette &palette = window->palettePopup();
    const auto first = [&] { return palette.model()->index(0).data().toString(); };
    QTest::keyClicks(palette.edit(), QStringLiteral("blue whale"));
    EXPECT_EQ(palette.model()->rowCount(), 0) << "it is not what can be made for it that is asked for";
    ASSERT_TRUE(waitUntil([&] { return palette.isSettled(); }));
    EXPECT_EQ(palette.model()->rowCount(), 2);
    EXPECT_EQ(first(), name);
    QTest::keyClick(palette.edit(), Qt::Key_Return);
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("record/clients/%1").arg(id));

    press(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(palette.edit(), QStringLiteral("new order blue whale"));
    EXPECT_TRUE(first().contains(name)) << qPrintable(first());
    palette.dismiss();
}

TEST_F(ShellWindow, ThePaletteLeadsToWhatItHasNoRoomFor)
{
    const QString clients = QStringLiteral("clients");
    for (int i = 0; i < PaletteEntry::mostOfAKind + 1; ++i)
        make(clients, QStringLiteral("Whale %1").arg(i));
    make(QStringLiteral("leads"), QStringLiteral("Whale's lead"));
    open();
    press(Qt::Key_K, Qt::ControlModifier);
    CommandPalette &palette = window->palettePopup();
    PaletteModel &model = *palette.model();
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Warning);
    QTest::keyClicks(palette.edit(), QStringLiteral("new"));
    int more = 0;
    while (more < model.rowCount() && !model.isMore(more))
        ++more;
    ASSERT_LT(more, model.rowCount()) << "there is more to create than the palette shows at first";
    const QString hidden = model.index(more).data().toString();
    for (int i = 0; i < more; ++i)
        QTest::keyClick(palette.edit(), Qt::Key_Down);
    QTest::keyClick(palette.edit(), Qt::Key_Return);
    EXPECT_TRUE(palette.isVisible());
    EXPECT_GT(model.rowCount(), more + 1);
    EXPECT_NE(model.index(more).data().toString(), hidden);

    palette.edit()->setText(QStringLiteral("whale"));
    ASSERT_TRUE(waitUntil([&] { return palette.isSettled(); }));
    ASSERT_EQ(model.rowCount(), PaletteEntry::mostOfAKind + 2) << "six clients, the way to all of them, the lead";
    int all = 0;
    while (all < model.rowCount() && !model.index(all).data().toString().startsWith(QLatin1String("Show all")))
        ++all;
    ASSERT_LT(all, model.rowCount());
    palette.dismiss();
    model.run(all);
    ASSERT_TRUE(settle());
    ASSERT_EQ(window->tabs().currentKey(), QStringLiteral("list/clients"));
    auto *panel = window->tabs().currentPage()->findChild<ListPanel *>();
    ASSERT_TRUE(panel);
    EXPECT_EQ(panel->searchEdit()->text(), QStringLiteral("whale"));
    EXPECT_TRUE(waitUntil([&] { return panel->model()->rowCount() == PaletteEntry::mostOfAKind + 1; }));
}

TEST_F(ShellWindow, CreateOffersWhatMayBeCreated)
{
    open();
    const auto actions = window->topBar().createMenu()->actions();
    ASSERT_FALSE(actions.isEmpty());
    const int before = window->tabs().count();
    actions.first()->trigger();
    EXPECT_EQ(window->tabs().count(), before + 1);
    EXPECT_EQ(window->tabs().currentKey(), QString()) << "a new record has no key yet";
}

TEST_F(ShellWindow, UndoTakesBackOnesOwnLastChange)
{
    const Id mine = make(QStringLiteral("notes"), QStringLiteral("not mine"));
    open();
    ASSERT_TRUE(waitUntil([&] { return session->catalog() != nullptr; }));
    window->commands().run(QStringLiteral("record.undo"));
    ASSERT_TRUE(waitUntil([&] { return window->toastPopup().isVisible(); }));
    const QString nothing = window->toastPopup().text();

    Document note{Record(session->catalog()->at(QStringLiteral("notes")))};
    note.set(QStringLiteral("title"), QStringLiteral("first"));
    const Id id = answer(session->save(note, {})).document.id();
    Document loaded = answer(session->openRecord(QStringLiteral("notes"), id)).document;
    loaded.set(QStringLiteral("title"), QStringLiteral("second"));
    answer(session->save(loaded, {}));

    const auto undo = [&] {
        window->toastPopup().hide();
        window->commands().run(QStringLiteral("record.undo"));
        return waitUntil([&] { return window->toastPopup().isVisible(); });
    };
    ASSERT_TRUE(undo());
    EXPECT_EQ(answer(session->openRecord(QStringLiteral("notes"), id)).document.head().title(),
              QStringLiteral("first"));
    ASSERT_TRUE(undo());
    EXPECT_TRUE(answer(session->openRecord(QStringLiteral("notes"), id)).document.head().deletedAt().isValid());
    ASSERT_TRUE(undo());
    EXPECT_EQ(window->toastPopup().text(), nothing) << "neither its own undoing nor what others did is taken back";
    EXPECT_FALSE(answer(session->openRecord(QStringLiteral("notes"), mine)).document.head().deletedAt().isValid());
}

TEST_F(ShellWindow, ErrorsStandInTheBannerUntilClosed)
{
    open();
    window->showError(Error(ErrorKind::Busy, QStringLiteral("The file is busy.")));
    EXPECT_TRUE(window->banner().isVisible());
    EXPECT_EQ(window->banner().text(), QStringLiteral("The file is busy."));
    window->showError(Error(ErrorKind::Cancelled, QStringLiteral("Cancelled.")));
    EXPECT_EQ(window->banner().text(), QStringLiteral("The file is busy.")) << "giving up is no error";
    window->banner().findChild<QPushButton *>()->click();
    EXPECT_FALSE(window->banner().isVisible());
}

TEST_F(ShellWindow, AShortcutOfOnesOwnTakesThePlace)
{
    QSettings().setValue(QStringLiteral("shortcuts/program.help"), QStringLiteral("Ctrl+J"));
    open();
    press(Qt::Key_J, Qt::ControlModifier);
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("help"));
    EXPECT_EQ(window->commands().shortcutText(QStringLiteral("program.help")),
              QKeySequence(QStringLiteral("Ctrl+J")).toString(QKeySequence::NativeText));
}

TEST_F(ShellWindow, NoTwoCommandsShareAShortcut)
{
    open();
    QHash<QKeySequence, QString> seen;
    for (const Command &command : window->commands().list()) {
        for (const QKeySequence &keys : command.shortcuts) {
            EXPECT_FALSE(seen.contains(keys)) << command.key.toStdString() << " and " << seen.value(keys).toStdString();
            seen.insert(keys, command.key);
        }
    }
}

TEST_F(ShellWindow, EverythingOneCanFocusHasAName)
{
    open();
    window->openKey(QStringLiteral("settings"));
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->inherits("QScrollArea") ||
            widget->inherits("QStackedWidget"))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        EXPECT_TRUE(named) << widget->metaObject()->className() << " " << widget->objectName().toStdString() << " in "
                           << widget->parentWidget()->metaObject()->className();
    }
}

TEST_F(ShellWindow, TheSidebarsModelIsSound)
{
    open();
    QAbstractItemModelTester tester(window->sidebar().model(), QAbstractItemModelTester::FailureReportingMode::Warning);
    window->sidebar().fill(*session->catalog(), session->actor());
    const QModelIndex group = window->sidebar().model()->index(1, 0);
    ASSERT_TRUE(window->sidebar().isExpanded(group));
    window->sidebar().collapse(group);
    window->sidebar().fill(*session->catalog(), session->actor());
    EXPECT_FALSE(window->sidebar().isExpanded(window->sidebar().model()->index(1, 0))) << "what is folded stays folded";
}

TEST_F(ShellWindow, TheSidebarGoesWithTheSizeOfTypeAndLeavesRoomForThePage)
{
    open();
    window->resize(1500, 800);
    QCoreApplication::processEvents();
    const int usual = window->sidebar().width();
    EXPECT_EQ(usual, 224);
    const auto back = qScopeGuard([] { applyAppearance({}); });
    Appearance look;
    look.textPercent = 200;
    applyAppearance(look);
    ASSERT_TRUE(waitUntil([&] { return window->sidebar().width() == 2 * usual; })) << window->sidebar().width();
    window->resize(1024, 600);
    ASSERT_TRUE(waitUntil([&] { return window->sidebar().width() <= 1024 / 3; })) << window->sidebar().width();
    EXPECT_GE(window->sidebar().width(), 240) << "the least there is";
    applyAppearance({});
    ASSERT_TRUE(waitUntil([&] { return window->sidebar().width() < 200; })) << window->sidebar().width();
    EXPECT_GE(window->sidebar().width(), 120);
}

} // namespace
} // namespace crm::test
