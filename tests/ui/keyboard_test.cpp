// The window without a mouse: where the focus is can be seen, Tab goes the way one reads, nothing holds it or loses it.
#include "tests/ui/list_fixture.h"
#include "ui/records/color_rules_dialog.h"
#include "ui/records/field_menu.h"
#include "ui/records/filter_bar.h"
#include "ui/records/filter_popup.h"
#include "ui/records/list_header.h"
#include "ui/records/record_table.h"
#include "ui/shell/dock_commands.h"
#include "ui/shell/docks.h"
#include "ui/shell/sidebar.h"
#include "ui/style/keyboard.h"
#include "ui/style/tab_order.h"
#include <QComboBox>
#include <QDialog>
#include <QListWidget>
#include <QMenu>
#include <QTabBar>
#include <QTableWidget>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

namespace crm::test {
namespace {

class Keyboard : public ListTest
{
protected:
    /// To whoever has the focus, as a keyboard does.
    static void key(Qt::Key code, Qt::KeyboardModifiers with = {})
    {
        QWidget *focus = QApplication::focusWidget();
        ASSERT_TRUE(focus) << "nothing has the focus";
        QTest::keyClick(focus, code, with);
        QCoreApplication::processEvents();
    }
    static bool isByKeys(const QWidget &widget) { return widget.window()->testAttribute(Qt::WA_KeyboardFocusChange); }
    static void show(QDialog &dialog)
    {
        dialog.show();
        dialog.activateWindow();
        ASSERT_TRUE(waitUntil([&] { return dialog.isActiveWindow(); }));
    }
    /// The window with so many items, and the focus in their list.
    ListPanel &list(int count = 5)
    {
        makeItems(count, [](Document &item, int i) { item.set(QStringLiteral("rate"), qint64(i) * 100); });
        open();
        window->activateWindow();
        ListPanel &panel = itemsList();
        panel.table()->setFocus();
        EXPECT_TRUE(waitUntil([&] { return panel.table()->hasFocus(); }));
        return panel;
    }
    static int columnOf(const ListPanel &panel, const char *path)
    {
        return int(panel.model()->query().columns.indexOf(QLatin1String(path)));
    }
};

TEST_F(Keyboard, ShowsWhereItIsFromTheFirstKeyOn)
{
    ListPanel &panel = list();
    QTest::mouseClick(panel.table()->viewport(), Qt::LeftButton);
    EXPECT_FALSE(isByKeys(*window));
    key(Qt::Key_Down);
    EXPECT_TRUE(isByKeys(*window)) << "an arrow is enough";

    QDialog dialog(window.get());
    auto *text = new QTextBrowser(&dialog);
    text->setFrameShape(QFrame::NoFrame);
    show(dialog);
    EXPECT_TRUE(isByKeys(dialog)) << "opened by keys: it is seen from the start";
    text->setFocus();
    ASSERT_TRUE(text->hasFocus());
    EXPECT_TRUE(focusRingOf(*text)) << "it draws no focus of its own";
    QTest::mouseClick(text->viewport(), Qt::LeftButton);
    EXPECT_FALSE(focusRingOf(*text));
}

TEST_F(Keyboard, EnterPressesTheButtonThatHasTheFocus)
{
    open();
    QDialog dialog(window.get());
    auto *box = new QVBoxLayout(&dialog);
    auto *first = makeButton(QStringLiteral("Cancel"), {}, ButtonRole::Normal, &dialog);
    auto *second = makeButton(QStringLiteral("Delete"), {}, ButtonRole::Danger, &dialog);
    second->setDefault(true);
    box->addWidget(first);
    box->addWidget(second);
    int cancelled = 0, deleted = 0;
    QObject::connect(first, &QPushButton::clicked, &dialog, [&] { ++cancelled; });
    QObject::connect(second, &QPushButton::clicked, &dialog, [&] { ++deleted; });
    show(dialog);
    first->setFocus();
    key(Qt::Key_Return);
    EXPECT_EQ(cancelled, 1);
    EXPECT_EQ(deleted, 0) << "the default button is for where no other one is meant";
}

TEST_F(Keyboard, LettersGoThroughAMenuInAnyLanguage)
{
    open();
    QMenu menu;
    const QString open = QString::fromUtf8("\xd0\x9e\xd1\x82"), rest = QStringLiteral("Rest");
    const QList<QAction *> entries{menu.addAction(open), menu.addAction(rest), menu.addAction(open)};
    menu.popup({});
    const auto type = [&] { QTest::sendKeyEvent(QTest::Click, &menu, Qt::Key_unknown, open.left(1).toLower(), {}); };
    type();
    EXPECT_EQ(menu.activeAction(), entries.at(0));
    type();
    EXPECT_EQ(menu.activeAction(), entries.at(2)) << "again: the next of them";
    type();
    EXPECT_EQ(menu.activeAction(), entries.at(0));
    menu.close();
}

TEST_F(Keyboard, TabFollowsTheLayoutWhateverWasMadeFirst)
{
    open();
    QWidget part(window.get());
    auto *row = new QHBoxLayout(&part);
    auto *last = new QToolButton(&part), *first = new QToolButton(&part);
    for (QToolButton *button : {first, last}) {
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    auto *line = new QLineEdit(&part);
    row->insertWidget(1, line);
    part.show();
    orderTabs(part);
    window->activateWindow();
    first->setFocus();
    key(Qt::Key_Tab);
    EXPECT_TRUE(line->hasFocus());
    key(Qt::Key_Tab);
    EXPECT_TRUE(last->hasFocus());
}

TEST_F(Keyboard, ChipsOfAFilterKeepTheFocusAndStandBeforeItsButton)
{
    ListPanel &panel = list();
    Query query(items);
    query.filter = Filter::parse(QStringLiteral("rate > 1 and discontinued = no"), *session->catalog(), items);
    panel.showQuery(query);
    ASSERT_TRUE(waitUntil([&] { return panel.isSettled(); }));
    ASSERT_EQ(panel.filterBar()->chips().size(), 2);
    panel.filterBar()->chips().at(0)->setFocus();
    key(Qt::Key_Tab);
    EXPECT_TRUE(panel.filterBar()->chips().at(1)->hasFocus());
    key(Qt::Key_Return); // its editor
    ASSERT_TRUE(qobject_cast<FilterPopup *>(QApplication::activePopupWidget()));
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    EXPECT_TRUE(waitUntil([&] { return panel.filterBar()->chips().at(1)->hasFocus(); })) << "it was made anew";
    key(Qt::Key_Delete);
    EXPECT_TRUE(waitUntil([&] { return panel.filterBar()->chips().value(0) == QApplication::focusWidget(); }));
}

TEST_F(Keyboard, MovesAColumnAndMakesItWider)
{
    ListPanel &panel = list();
    RecordTable &table = *panel.table();
    const int at = columnOf(panel, "rate");
    ASSERT_GT(at, 0);
    table.setCurrentIndex(table.model()->index(3, at));
    key(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    ASSERT_TRUE(waitUntil([&] { return columnOf(panel, "rate") == at - 1 && panel.isSettled(); }));
    EXPECT_EQ(table.currentIndex(), table.model()->index(3, at - 1)) << "one goes along, and stays on the record";
    const int width = table.header()->sectionSize(at - 1);
    key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_GT(table.header()->sectionSize(at - 1), width);
    key(Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(table.header()->sectionSize(at - 1), width);

    panel.openColumnChooser();
    auto *menu = qobject_cast<FieldMenu *>(QApplication::activePopupWidget());
    ASSERT_TRUE(menu);
    const QString second = menu->list()->item(1)->data(Qt::UserRole).toString();
    QTest::keyClick(menu->focusWidget(), Qt::Key_Down);
    QTest::keyClick(menu->focusWidget(), Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(menu->list()->item(0)->data(Qt::UserRole).toString(), second);
    menu->close();
    EXPECT_TRUE(waitUntil([&] { return panel.isSettled() && panel.model()->query().columns.value(0) == second; }));
}

TEST_F(Keyboard, TheTrashLetsTabOut)
{
    const Id id = make(items, QStringLiteral("Gone"));
    open();
    answer(session->remove(items, {id}));
    window->activateWindow();
    window->openKey(QStringLiteral("trash"));
    ASSERT_TRUE(settle());
    auto *table = window->tabs().currentPage()->findChild<QTableWidget *>();
    table->setFocus();
    key(Qt::Key_Tab);
    EXPECT_FALSE(table->hasFocus());
}

TEST_F(Keyboard, GoesToThePlacesAtTheSideAndBack)
{
    ListPanel &panel = list();
    auto *places = window->findChild<Sidebar *>();
    key(Qt::Key_F6, Qt::ShiftModifier);
    ASSERT_TRUE(places->hasFocus());
    EXPECT_EQ(places->currentIndex().data().toString(), panel.entity().many().text()) << "where one is";
    key(Qt::Key_Escape);
    EXPECT_TRUE(panel.table()->hasFocus());
}

TEST_F(Keyboard, APanelThatIsClosedGivesTheFocusBack)
{
    ListPanel &panel = list();
    Docks &docks = *docksOf(*window);
    Dock *dock = docks.add({{}, QStringLiteral("changes"), QStringLiteral("Changes"), {}, {}});
    ASSERT_TRUE(dock);
    QToolButton *close = dock->titleBarWidget()->findChildren<QToolButton *>().constLast();
    close->setFocus(); // come there by Tab, not by F6
    ASSERT_TRUE(close->hasFocus());
    key(Qt::Key_Return);
    EXPECT_TRUE(docks.docks().isEmpty());
    EXPECT_TRUE(panel.table()->hasFocus());
}

TEST_F(Keyboard, TheMenuKeyOnTheTabsMeansTheCurrentOne)
{
    list();
    QTabBar *bar = window->tabs().bar();
    ASSERT_GT(bar->count(), 1);
    bar->setFocus();
    QPoint at;
    QTimer::singleShot(0, bar, [&] {
        if (QWidget *menu = QApplication::activePopupWidget()) {
            at = menu->pos();
            menu->close();
        }
    });
    QContextMenuEvent event(QContextMenuEvent::Keyboard, bar->rect().center(), bar->mapToGlobal(bar->rect().center()));
    QApplication::sendEvent(bar, &event);
    EXPECT_EQ(at.x(), bar->mapToGlobal(bar->tabRect(bar->currentIndex()).bottomLeft()).x());
}

/// What a person would call it.
std::string called(const QWidget &widget)
{
    return QStringLiteral("%1 \"%2\" %3")
        .arg(QLatin1String(widget.metaObject()->className()), widget.accessibleName(), widget.objectName())
        .toStdString();
}

/// What is in sight of it, in the window.
QRect inSight(const QWidget &widget)
{
    QRect rect = widget.rect();
    for (const QWidget *part = &widget; !part->isWindow(); part = part->parentWidget())
        rect = rect.translated(part->pos()) & part->parentWidget()->rect();
    return rect;
}

TEST_F(Keyboard, TabIsSeenAtEveryStopOfEveryPageAndComesRound)
{
    const Id client = make(QStringLiteral("clients"), QStringLiteral("Blue Whale"));
    make(items, QStringLiteral("Bolt"));
    open();
    window->resize(1400, 900);
    window->activateWindow();
    const QString keys = QStringLiteral("dashboard list/items list/invoices record/clients/%1 settings people office "
                                        "list/roles list/custom_fields shortcuts help trash shop.orders "
                                        "overview.invoices report.invoiced duplicates/clients import/clients new")
                             .arg(client);
    for (const QString &page : keys.split(u' ')) {
        const std::string where = page.toStdString() + ": ";
        if (page == QLatin1String("new"))
            window->newRecord(QStringLiteral("invoices"), {});
        else
            window->openKey(page);
        ASSERT_TRUE(settle()) << where;
        QWidget *focus = QApplication::focusWidget();
        ASSERT_TRUE(focus && window->tabs().currentPage()->isAncestorOf(focus)) << where << "begins elsewhere";
        QTest::keyClick(focus, Qt::Key_F35);           // from the first key on
        constexpr int mostStops = 200, mostCells = 30; // Tab goes through the cells of a line
        QSet<QWidget *> seen;
        for (int stop = 0, cells = 0; !seen.contains(focus); ++stop) {
            ASSERT_LT(stop, mostStops) << where << "does not come round";
            if (cells == 0) {
                const QRect around = inSight(*focus).adjusted(-4, -4, 4, 4);
                EXPECT_FALSE(inSight(*focus).isEmpty()) << where << "out of sight: " << called(*focus);
                const QImage with = window->grab(around).toImage();
                focus->clearFocus();
                EXPECT_TRUE(with != window->grab(around).toImage()) << where << "not seen at " << called(*focus);
                focus->setFocus(Qt::TabFocusReason);
            }
            QTest::keyClick(focus, Qt::Key_Tab);
            QCoreApplication::processEvents();
            QWidget *next = QApplication::focusWidget();
            ASSERT_TRUE(next) << where << "lost behind " << called(*focus);
            cells = next == focus ? cells + 1 : 0;
            ASSERT_LT(cells, mostCells) << where << "held by " << called(*focus);
            if (next != focus)
                seen.insert(focus);
            focus = next;
        }
    }
}

TEST_F(Keyboard, ARuleThatIsTakenOutLeavesTheFocusInTheDialog)
{
    open();
    ColorRulesDialog dialog(*window, items, {QStringLiteral("title")},
                            {{QStringLiteral("rate > 1"), QStringLiteral("red"), {}}}, window.get());
    show(dialog);
    EXPECT_EQ(dialog.focusWidget(), dialog.rows().at(0)->toneBox()) << "the first thing in it";
    const QList<QToolButton *> buttons =
        dialog.rows().at(0)->findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly);
    buttons.constLast()->setFocus();
    key(Qt::Key_Return);
    EXPECT_TRUE(dialog.rows().isEmpty());
    EXPECT_TRUE(qobject_cast<QPushButton *>(QApplication::focusWidget())) << "a rule can be added";
}

} // namespace
} // namespace crm::test
