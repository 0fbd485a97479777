// Labels and other lists of records, edited in the cell of a list by the rules of the form.
#include "tests/ui/list_fixture.h"
#include "ui/records/record_table.h"
#include "ui/records/ref_list_editor.h"
#include <QAbstractItemView>
#include <QCompleter>

namespace crm::test {
namespace {

const QString clients = QStringLiteral("clients"), labels = QStringLiteral("labels");

class ListLabels : public ListTest
{
protected:
    void SetUp() override
    {
        ListTest::SetUp();
        one = make(labels, QStringLiteral("Alpha"));
        two = make(labels, QStringLiteral("Beta"));
        client = make(clients, QStringLiteral("Client"));
    }
    ListPanel &openList()
    {
        open();
        window->openKey(QStringLiteral("list/clients"));
        EXPECT_TRUE(settle());
        auto *panel = window->tabs().currentPage()->findChild<ListPanel *>();
        EXPECT_TRUE(waitUntil([&] { return panel->isSettled(); }));
        Query query(clients);
        query.columns = {QStringLiteral("name"), labels};
        panel->showQuery(query);
        EXPECT_TRUE(waitUntil([&] { return panel->isSettled() && panel->model()->rowCount() == 1; }));
        return *panel;
    }
    static RefListEditor *edit(ListPanel &panel)
    {
        panel.table()->setCurrentIndex(panel.model()->index(0, 1));
        panel.table()->setFocus();
        QTest::keyClick(panel.table(), Qt::Key_F2);
        return editorOf(panel);
    }
    /// The one that is open; null: none.
    static RefListEditor *editorOf(ListPanel &panel)
    {
        const auto all = panel.table()->findChildren<RefListEditor *>();
        for (RefListEditor *editor : all)
            if (editor->isVisible())
                return editor;
        return nullptr;
    }
    /// Types a name and takes the proposal.
    static void add(RefListEditor *editor, const QString &name)
    {
        auto *line = qobject_cast<QLineEdit *>(editor->control());
        const auto before = editor->ids().size();
        QTest::keyClicks(line, name);
        const auto *popup = line->findChild<QCompleter *>()->popup();
        ASSERT_TRUE(popup);
        ASSERT_TRUE(waitUntil([&] { return popup->isVisible(); }));
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        ASSERT_TRUE(waitUntil([&] { return editor->ids().size() == before + 1; }));
    }
    IdList storedLabels() { return stored(clients, client).head().ids(labels); }
    Id one = 0, two = 0, client = 0;
};

TEST_F(ListLabels, AreAddedAndTakenAwayInTheCell)
{
    ListPanel &panel = openList();
    RefListEditor *editor = edit(panel);
    ASSERT_TRUE(editor);
    EXPECT_GE(editor->width(), 300) << "it has room for several";
    add(editor, QStringLiteral("Alp"));
    add(editor, QStringLiteral("Bet"));
    ASSERT_EQ(editor->ids(), (IdList{one, two}));
    QTest::keyClick(editor->control(), Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return storedLabels() == IdList{one, two}; }));
    EXPECT_EQ(panel.model()->index(0, 1).data(ListModel::TitleRole).toString(), QStringLiteral("Alpha, Beta"));
    ASSERT_TRUE(waitUntil([&] { return panel.isSettled() && !editorOf(panel); }));

    editor = edit(panel);
    ASSERT_TRUE(editor);
    EXPECT_EQ(editor->ids(), (IdList{one, two}));
    QTest::keyClick(editor->control(), Qt::Key_Backspace);
    ASSERT_EQ(editor->ids(), IdList{one});
    QTest::keyClick(editor->control(), Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return storedLabels() == IdList{one}; }));
}

TEST_F(ListLabels, EscTakesThemBack)
{
    ListPanel &panel = openList();
    RefListEditor *editor = edit(panel);
    ASSERT_TRUE(editor);
    add(editor, QStringLiteral("Alp"));
    QTest::keyClick(editor->control(), Qt::Key_Escape);
    ASSERT_TRUE(waitUntil([&] { return !editorOf(panel); }));
    EXPECT_TRUE(storedLabels().isEmpty());
    EXPECT_TRUE(panel.model()->index(0, 1).data(ListModel::TitleRole).toString().isEmpty());
}

TEST_F(ListLabels, WhatSomebodyElseHasChangedMeanwhileIsAsked)
{
    ListPanel &panel = openList();
    RefListEditor *editor = edit(panel);
    ASSERT_TRUE(editor);
    add(editor, QStringLiteral("Alp"));
    storeElsewhere(clients, client, "labels", QVariant::fromValue(IdList{two}));
    QSignalSpy conflicts(panel.model(), &ListModel::saveConflicted);
    Prompts::setNextAnswer(Prompts::Cancel); // what somebody else has done stays
    QTest::keyClick(editor->control(), Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return conflicts.size() == 1; }));
    EXPECT_EQ(storedLabels(), IdList{two}) << "nobody's work is lost";
    EXPECT_TRUE(waitUntil([&] { return Prompts::allTaken(); }));
}

} // namespace
} // namespace crm::test
