// Shortcuts that a person changes, and the help that finds things.
#include "tests/ui/shell_fixture.h"
#include "ui/shell/help_page.h"
#include "ui/shell/shortcuts_page.h"
#include "ui/style/widgets.h"
#include <QAbstractItemModelTester>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTextBlock>
#include <QTextBrowser>

namespace crm::test {
namespace {

class Shortcuts : public WindowTest
{
protected:
    ShortcutsPage &page()
    {
        window->openKey(QStringLiteral("shortcuts"));
        auto *found = qobject_cast<ShortcutsPage *>(window->tabs().currentPage());
        if (!found)
            throw std::runtime_error("no page of shortcuts");
        return *found;
    }
    static void choose(ShortcutsPage &page, const char *command)
    {
        page.searchEdit()->clear();
        for (int row = 0; row < page.model()->rowCount(); ++row) {
            if (page.model()->keyAt(row) == QLatin1String(command))
                page.table()->setCurrentIndex(page.table()->model()->index(row, ShortcutsModel::Keys));
        }
        ASSERT_EQ(page.model()->keyAt(page.table()->currentIndex().row()), QLatin1String(command));
    }
    /// As a person does: Enter in the table, then the keys.
    static void press(ShortcutsPage &page, Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        page.table()->setFocus();
        QTest::keyClick(page.table(), Qt::Key_Return);
        auto *edit = page.table()->findChild<QKeySequenceEdit *>();
        ASSERT_TRUE(edit);
        QTest::keyClick(edit, key, modifiers);
        ASSERT_TRUE(waitUntil([&] { return !page.table()->findChild<QKeySequenceEdit *>(); }));
        QCoreApplication::processEvents();
    }
    QString keysOf(const char *command) const { return window->commands().shortcutText(QLatin1String(command)); }
};

TEST_F(Shortcuts, AreChangedByPressingThem)
{
    open();
    ShortcutsPage &shortcuts = page();
    const QAbstractItemModelTester tester(shortcuts.model());
    choose(shortcuts, "go.trash");
    press(shortcuts, Qt::Key_J, Qt::ControlModifier);
    EXPECT_EQ(keysOf("go.trash"), QStringLiteral("Ctrl+J"));
    QTest::keyClick(window.get(), Qt::Key_J, Qt::ControlModifier);
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("trash")) << "they work at once";

    auto again = std::make_unique<MainWindow>(session); // and at the next start
    EXPECT_EQ(again->commands().shortcutText(QStringLiteral("go.trash")), QStringLiteral("Ctrl+J"));
}

TEST_F(Shortcuts, AreTakenFromAnotherAfterAQuestion)
{
    open();
    ShortcutsPage &shortcuts = page();
    choose(shortcuts, "go.trash");
    Prompts::setNextAnswer(Prompts::Cancel);
    press(shortcuts, Qt::Key_W, Qt::ControlModifier);
    EXPECT_EQ(keysOf("tab.close"), QStringLiteral("Ctrl+W"));
    EXPECT_EQ(keysOf("go.trash"), QString());
    Prompts::setNextAnswer(Prompts::Yes);
    press(shortcuts, Qt::Key_W, Qt::ControlModifier);
    EXPECT_EQ(keysOf("tab.close"), QString());
    EXPECT_EQ(keysOf("go.trash"), QStringLiteral("Ctrl+W"));

    // "As it was" of the one that lost them asks too.
    choose(shortcuts, "tab.close");
    Prompts::setNextAnswer(Prompts::Yes);
    for (QPushButton *button : shortcuts.findChildren<QPushButton *>()) {
        if (button->text() == QLatin1String("As it was"))
            button->click();
    }
    EXPECT_EQ(keysOf("tab.close"), QStringLiteral("Ctrl+W"));
    EXPECT_EQ(keysOf("go.trash"), QString());
    shortcuts.model()->resetAll();
    EXPECT_FALSE(window->commands().isOwn(QStringLiteral("tab.close")));
}

TEST_F(Shortcuts, ALetterAloneIsForTyping)
{
    open();
    ShortcutsPage &shortcuts = page();
    choose(shortcuts, "go.trash");
    press(shortcuts, Qt::Key_J, Qt::NoModifier);
    EXPECT_TRUE(shortcuts.banner()->isVisible());
    EXPECT_TRUE(shortcuts.banner()->text().contains(QLatin1String("for typing")));
    EXPECT_EQ(keysOf("go.trash"), QString());
    press(shortcuts, Qt::Key_F8, Qt::NoModifier);
    EXPECT_EQ(keysOf("go.trash"), QStringLiteral("F8"));
    EXPECT_FALSE(shortcuts.banner()->isVisible());
    QTest::keyClick(shortcuts.table(), Qt::Key_Delete);
    EXPECT_EQ(keysOf("go.trash"), QString());
    EXPECT_FALSE(window->commands().whyNotShortcut(QKeySequence(QStringLiteral("Shift+A"))).isEmpty());
}

TEST_F(Shortcuts, AreFoundByNameAndByKeys)
{
    open();
    ShortcutsPage &shortcuts = page();
    const int all = shortcuts.table()->model()->rowCount();
    EXPECT_GT(all, 10);
    shortcuts.searchEdit()->setText(QStringLiteral("ctrl+w"));
    ASSERT_EQ(shortcuts.table()->model()->rowCount(), 1);
    EXPECT_EQ(shortcuts.table()->model()->index(0, 0).data().toString(), QStringLiteral("Close tab"));
}

class Help : public Shortcuts
{
protected:
    HelpPage &help()
    {
        if (QWidget *focus = QApplication::focusWidget()) // a form begins in a field, and F1 explains that
            focus->clearFocus();
        QTest::keyClick(window.get(), Qt::Key_F1);
        auto *found = qobject_cast<HelpPage *>(window->tabs().currentPage());
        if (!found)
            throw std::runtime_error("F1 opens no help");
        return *found;
    }
};

TEST_F(Help, FindsWordsInTheGuideAndKeys)
{
    open();
    HelpPage &page = help();
    page.searchEdit()->setText(QStringLiteral("ctrl+z"));
    EXPECT_GE(page.found(), 2);
    EXPECT_EQ(page.guide()->textCursor().selectedText().toLower(), QStringLiteral("ctrl+z"));
    const int first = page.guide()->textCursor().position();
    QTest::keyClick(page.searchEdit(), Qt::Key_Return);
    EXPECT_NE(page.guide()->textCursor().position(), first);
    for (int i = 1; i < page.found(); ++i)
        QTest::keyClick(page.searchEdit(), Qt::Key_Return);
    EXPECT_EQ(page.guide()->textCursor().position(), first) << "round to the first";
    page.searchEdit()->setText(QStringLiteral("zzzz"));
    EXPECT_EQ(page.found(), 0);
    page.searchEdit()->clear();
    EXPECT_TRUE(page.guide()->extraSelections().isEmpty());
    EXPECT_FALSE(page.guide()->toPlainText().contains(QLatin1String("{#")));
}

TEST_F(Help, BeginsWithWhatThePageIsAbout)
{
    open();
    window->resize(1000, 500);
    EXPECT_TRUE(help().guide()->textCursor().block().text().contains(QLatin1String("Getting around")));
    for (const auto &[key, heading] :
         {std::pair("trash", "Taking it back"), std::pair("list/clients", "Lists"),
          std::pair("office", "For administrators"), std::pair("list/roles", "For administrators")}) {
        window->openKey(QLatin1String(key));
        ASSERT_TRUE(settle());
        EXPECT_EQ(help().guide()->textCursor().block().text(), QLatin1String(heading)) << key;
    }
}

} // namespace
} // namespace crm::test
