// F1 in a field: what it is, wherever it is edited, from the declaration alone.
#include "tests/ui/list_fixture.h"
#include "ui/records/field_help.h"
#include "ui/records/record_table.h"
#include "ui/shell/help_page.h"
#include <QTextBlock>
#include <QTextBrowser>
#include <QToolButton>

namespace crm::test {
namespace {

class FieldHelpTest : public ListTest
{
protected:
    /// The pop-up that is open; null: none.
    static FieldHelp *popup() { return qobject_cast<FieldHelp *>(QApplication::activePopupWidget()); }
    static QString factOf(const QList<FieldFact> &facts, const QString &name)
    {
        for (const FieldFact &fact : facts)
            if (fact.name == name)
                return fact.text;
        return {};
    }
    QList<FieldFact> facts(const Field &field, const Policy &policy = Policy::administrator())
    {
        return fieldFacts(*session->catalog(), field, field.key(), policy, window->format());
    }
};

TEST_F(FieldHelpTest, EveryFieldOfEveryKindOfRecordSaysWhatItExpects)
{
    open();
    for (const Entity *entity : session->catalog()->entities()) {
        for (const Field &field : entity->fieldList()) {
            const QList<FieldFact> told = facts(field);
            const bool chosen = field.kind() == Kind::Choice;
            const QString expected = factOf(told, chosen ? QStringLiteral("Possible") : QStringLiteral("Write"));
            EXPECT_FALSE(factOf(told, QStringLiteral("Kind")).isEmpty()) << qPrintable(field.key());
            EXPECT_FALSE(expected.isEmpty()) << qPrintable(entity->key() + u'.' + field.key());
            EXPECT_EQ(factOf(told, QStringLiteral("In files, filters and commands")), field.key());
        }
    }
}

TEST_F(FieldHelpTest, LimitsAndWhoSeesItFollowFromTheDeclaration)
{
    open();
    const Field salary = *session->catalog()->at(QStringLiteral("users")).field(QStringLiteral("salary"));
    EXPECT_TRUE(factOf(facts(salary), QStringLiteral("Who sees it"))
                    .contains(QStringLiteral("special right to see and fill in this field")));
    EXPECT_TRUE(factOf(facts(salary), QStringLiteral("Limits")).startsWith(QStringLiteral("At least")));
    EXPECT_EQ(factOf(facts(salary), QStringLiteral("Filling in")), QStringLiteral("It may stay empty."));
    Policy narrow;
    EXPECT_EQ(factOf(facts(salary, narrow), QStringLiteral("Filling in")),
              QStringLiteral("Your role may not change it."));

    const Field code = text(QStringLiteral("code"), Label::literal(QStringLiteral("Code")), 12).required().unique();
    const QString limits = factOf(facts(code), QStringLiteral("Limits"));
    EXPECT_TRUE(limits.startsWith(QStringLiteral("At most 12"))) << qPrintable(limits);
    EXPECT_TRUE(limits.endsWith(QStringLiteral("No two records may have the same."))) << qPrintable(limits);
    EXPECT_EQ(factOf(facts(code), QStringLiteral("Filling in")), QStringLiteral("It has to be filled in."));
}

TEST_F(FieldHelpTest, F1InAFieldOfAFormShowsItsHelpAndEscGivesTheFocusBack)
{
    open();
    RecordPage &page = fresh(QStringLiteral("clients"));
    field(page, "name").editor()->setFocus();
    press(Qt::Key_F1);
    ASSERT_TRUE(popup());
    EXPECT_EQ(popup()->accessibleName(), QStringLiteral("Help: Name"));
    EXPECT_TRUE(popup()->text().contains(QStringLiteral("It has to be filled in.")));
    QTest::keyClick(popup(), Qt::Key_Escape);
    EXPECT_FALSE(popup());
    EXPECT_EQ(window->focusWidget(), field(page, "name").editor()->control());
    EXPECT_EQ(qobject_cast<RecordPage *>(window->tabs().currentPage()), &page) << "the help page has not opened";
}

TEST_F(FieldHelpTest, ItsButtonOpensTheHelpAtThePartAboutFields)
{
    open();
    RecordPage &page = fresh(QStringLiteral("clients"));
    field(page, "name").editor()->setFocus();
    press(Qt::Key_F1);
    ASSERT_TRUE(popup());
    popup()->findChild<QPushButton *>()->click();
    auto *help = qobject_cast<HelpPage *>(window->tabs().currentPage());
    ASSERT_TRUE(help);
    EXPECT_EQ(help->guide()->textCursor().block().text(), QStringLiteral("Filling in fields"));
}

TEST_F(FieldHelpTest, TheMarkBesideTheNameDoesTheSame)
{
    open();
    RecordPage &page = fresh(QStringLiteral("clients"));
    field(page, "name").findChild<QToolButton *>()->click();
    ASSERT_TRUE(popup());
    EXPECT_EQ(popup()->accessibleName(), QStringLiteral("Help: Name"));
    popup()->close();
}

TEST_F(FieldHelpTest, F1InACellThatIsEditedShowsHelpAndWhatWasTypedStays)
{
    open();
    makeItems(3, [](Document &, int) {});
    ListPanel &panel = itemsList();
    RecordTable &table = *panel.table();
    const int titleColumn = int(panel.model()->query().columns.indexOf(QStringLiteral("title")));
    table.setCurrentIndex(panel.model()->index(0, titleColumn));
    table.setFocus();
    press(Qt::Key_F2);
    auto *editor = table.findChild<FieldEditor *>();
    ASSERT_TRUE(editor);
    editor->selectAll();
    QTest::keyClicks(editor->control(), QStringLiteral("Typed"));
    QTest::keyClick(editor->control(), Qt::Key_F1);
    ASSERT_TRUE(popup());
    EXPECT_TRUE(popup()->text().contains(QStringLiteral("title")));
    QTest::keyClick(popup(), Qt::Key_F1);
    EXPECT_FALSE(popup());
    ASSERT_TRUE(table.findChild<FieldEditor *>()) << "the cell is still being edited";
    EXPECT_EQ(qobject_cast<QLineEdit *>(editor->control())->text(), QStringLiteral("Typed"));
}

TEST_F(FieldHelpTest, F1ElsewhereOpensTheHelpOfThePage)
{
    open();
    ListPanel &panel = itemsList();
    panel.table()->setFocus();
    press(Qt::Key_F1);
    EXPECT_FALSE(popup());
    EXPECT_EQ(window->tabs().currentKey(), QStringLiteral("help"));
}

} // namespace
} // namespace crm::test
