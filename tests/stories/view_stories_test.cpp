// Views of a list: one's own, everybody's, with colours, and what becomes of one whose field is gone.
#include "tests/stories/story.h"
#include "ui/records/color_rules_dialog.h"
#include "ui/records/filter_bar.h"
#include "ui/records/record_table.h"
#include "ui/records/view_tabs.h"
#include <QLineEdit>
#include <QTabBar>

using namespace crm;
using namespace crm::test;

namespace {

class ViewStories : public Story
{
protected:
    void SetUp() override
    {
        Story::SetUp();
        cheap = made("items", {{"title", "Bolt"}, {"rate", qint64(100)}});
        dear = made("items", {{"title", "Drill"}, {"rate", qint64(200'00)}});
    }
    /// Names what the list shows now, by the menu beside the views.
    void savesView(Person &who, const QString &name)
    {
        inMenu({"Save as a new view"});
        inDialog([name](QDialog &dialog) {
            auto *edit = dialog.findChild<QLineEdit *>();
            for (const QChar c : name)
                QTest::sendKeyEvent(QTest::Click, edit, Qt::Key_unknown, QString(c), Qt::NoModifier);
            QTest::keyClick(edit, Qt::Key_Return);
        });
        who.clicks("Views", &who.list());
    }
    void choosesView(Person &who, const QString &name)
    {
        QTabBar *bar = who.list().viewTabs()->bar();
        int at = -1;
        ASSERT_SOON([&] {
            for (at = bar->count() - 1; at >= 0 && !bar->tabText(at).startsWith(name); --at) {
            }
            return at >= 0;
        }()) << qPrintable(name);
        if (bar->isTabVisible(at)) {
            QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(at).center());
        } else { // there was no room for it
            inMenu({name});
            who.clicks("Views", &who.list());
        }
        who.waits();
    }
    /// What the person herself can read of the views, by a connection of her own.
    QList<Record> viewsOf(const QString &person)
    {
        auto hers = database->as(person, "secret-1");
        QList<Record> found;
        for (const Row &row : hers->page(Query("saved_views"), {}).rows)
            found << hers->load("saved_views", row.id).head();
        return found;
    }
    static bool shows(Person &who, const QString &view)
    {
        const QTabBar *bar = who.list().viewTabs()->bar();
        for (int i = 0; i < bar->count(); ++i)
            if (bar->tabText(i).startsWith(view))
                return true;
        return false;
    }
    Id cheap = 0, dear = 0;
};

} // namespace

TEST_F(ViewStories, AViewIsOnesOwnUntilItIsShared)
{
    Person &anna = comes("anna"), &boris = comes("boris");
    anna.turnsTo();
    anna.opensList("Items");
    anna.filters("rate > 100");
    savesView(anna, "Dear");
    ASSERT_SOON(viewsOf("anna").size() == 1);
    EXPECT_EQ(viewsOf("anna")[0].title(), "Dear");
    EXPECT_EQ(viewsOf("anna")[0].ref("owner_id"), userId("anna"));
    EXPECT_EQ(ViewState::fromJson(viewsOf("anna")[0].text("query").toUtf8()).where, "rate > 100.00");
    EXPECT_FALSE(viewsOf("anna")[0].flag("shared"));
    boris.turnsTo();
    boris.opensList("Items");
    EXPECT_FALSE(shows(boris, "Dear"));
    anna.turnsTo();
    anna.filters("");
    choosesView(anna, "Dear");
    EXPECT_SOON(anna.titles() == QStringList{"Drill"});
    inMenu({"Everybody sees this view"});
    anna.clicks("Views", &anna.list());
    ASSERT_SOON(viewsOf("anna")[0].flag("shared"));
    boris.turnsTo();
    ASSERT_SOON(shows(boris, "Dear")) << "it comes to the others by itself";
    choosesView(boris, "Dear");
    ASSERT_SOON(boris.titles() == QStringList{"Drill"});
    boris.edits("Drill", "title", "Drilling machine");
    EXPECT_SOON(text("items", dear, "title") == "Drilling machine");
    EXPECT_EQ(text("items", cheap, "title"), "Bolt");
}

TEST_F(ViewStories, AColourIsARuleAndIsKeptInTheView)
{
    Person &anna = comes("anna");
    ListPanel &panel = anna.opensList("Items");
    inMenu({"Colour rows by rules"});
    inDialog([&](QDialog &dialog) {
        anna.clicks("Add a rule", &dialog);
        auto *bar = dialog.findChild<FilterBar *>();
        anna.clicks("Filter as an expression", bar);
        anna.clicks(*bar->expressionEdit());
        anna.types("rate > 100");
        QTest::keyClick(bar->expressionEdit(), Qt::Key_Return);
        if (dialog.isVisible())
            anna.clicks("Apply", &dialog);
    });
    anna.clicks("Views", &panel);
    ASSERT_SOON(!anna.cell("Drill", "title").data(ListModel::ToneRole).toString().isEmpty());
    EXPECT_EQ(anna.cell("Bolt", "title").data(ListModel::ToneRole).toString(), "");
    savesView(anna, "Coloured");
    ASSERT_SOON(viewsOf("anna").size() == 1);
    const QByteArray kept = viewsOf("anna")[0].text("query").toUtf8();
    EXPECT_TRUE(ViewState::fromJson(kept).colors.size() == 1 &&
                ViewState::fromJson(kept).colors[0].where == "rate > 100.00")
        << kept.constData();
    leaves("anna");
    Person &again = comes("anna");
    again.opensList("Items");
    choosesView(again, "Coloured");
    EXPECT_SOON(!again.cell("Drill", "title").data(ListModel::ToneRole).toString().isEmpty());
}

TEST_F(ViewStories, AViewWhoseFieldIsGoneWorksWithoutIt)
{
    const Id field =
        made("custom_fields", {{"entity", "items"}, {"label", "Branch"}, {"key", "branch"}, {"kind", "text"}});
    ViewState state;
    state.where = "branch = North and rate > 100";
    state.parts = QStringList{"branch = North", "rate > 100"};
    state.columns = QStringList{"title", "branch", "rate"};
    const Id view =
        made("saved_views",
             {{"name", "North"}, {"entity", "items"}, {"shared", true}, {"query", QString::fromUtf8(state.toJson())}});
    removed("custom_fields", field);
    const QString before = text("saved_views", view, "query");
    Person &anna = comes("anna");
    anna.opensList("Items");
    choosesView(anna, "North");
    EXPECT_SOON(anna.titles() == QStringList{"Drill"}) << "what is left of its filter holds";
    EXPECT_TRUE(anna.window().toastPopup().text().contains("branch")) << "and it is said";
    anna.edits("Drill", "rate", "150");
    EXPECT_SOON(value("items", dear, "rate").toLongLong() == 150'00);
    EXPECT_EQ(text("saved_views", view, "query"), before) << "with its field the view would come back";
}
