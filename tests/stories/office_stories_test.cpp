// What an administrator arranges, and what it does to everybody's window.
#include "tests/stories/story.h"
#include "ui/admin/counted_list.h"
#include "ui/admin/custom_field_dialog.h"
#include "ui/admin/custom_fields_page.h"
#include "ui/admin/rights_model.h"
#include "ui/admin/roles_page.h"
#include "ui/records/field_editor.h"
#include <QCheckBox>
#include <QLineEdit>
#include <QTableView>

using namespace crm;
using namespace crm::test;

namespace {
class OfficeStories : public Story
{};
} // namespace

TEST_F(OfficeStories, AFieldOfOnesOwnIsAddedFilledAndFilteredBy)
{
    const Id id = made("clients", {{"name", "Roses"}}), other = made("clients", {{"name", "Tulips"}});
    Person &admin = comes("admin"), &anna = comes("anna");
    admin.turnsTo();
    admin.asks("custom fields", "Custom fields");
    auto *page = qobject_cast<CustomFieldsPage *>(&admin.page());
    ASSERT_TRUE(page);
    admin.clicksEntry(*page->findChild<CountedList *>(), "Clients");
    inDialog([&](QDialog &shown) {
        auto *dialog = qobject_cast<CustomFieldDialog *>(&shown);
        ASSERT_TRUE(dialog);
        admin.clicks(*dialog->labelEdit());
        admin.types("Branch");
        QTest::mouseClick(dialog->inListBox(), Qt::LeftButton, {}, QPoint(8, dialog->inListBox()->height() / 2));
        admin.clicks("Add the field", dialog);
    });
    admin.clicks("Add a field", page);
    ASSERT_SOON(count("custom_fields", "label = Branch") == 1);
    const QString key = text("custom_fields", idOf("custom_fields", "label = Branch"), "key");
    EXPECT_EQ(key, "branch");

    anna.turnsTo();
    ASSERT_SOON(anna.session().catalog()->at("clients").field(key)) << "it comes to who is at work already";
    anna.opensRecord("Roses");
    anna.fills("branch", "North");
    anna.saves();
    looksAnew();
    EXPECT_EQ(text("clients", id, "branch"), "North");
    EXPECT_EQ(text("clients", other, "branch"), "");
    anna.opensList("Clients");
    anna.filters("branch = North");
    ASSERT_SOON(anna.titles() == QStringList{"Roses"});
    anna.edits("Roses", "name", "Roses of the north");
    EXPECT_SOON(text("clients", id, "name") == "Roses of the north");
}

TEST_F(OfficeStories, ARoleLosesARightAndItsPeopleTheRows)
{
    Person &admin = comes("admin"), &boris = comes("boris");
    const Id his = made("clients", {{"name", "Roses"}, {"owner_id", userId("boris")}});
    made("clients", {{"name", "Tulips"}, {"owner_id", userId("admin")}});
    boris.turnsTo();
    boris.opensList("Clients");
    ASSERT_SOON(boris.titles().size() == 2);
    admin.turnsTo();
    admin.asks("roles", "Roles");
    auto *page = qobject_cast<RolesPage *>(&admin.page());
    ASSERT_TRUE(page);
    admin.clicksEntry(*page->roles(), manager);
    const Id role = idOf("roles", QStringLiteral("name = '%1'").arg(manager));
    ASSERT_SOON(page->shownRole() == role && page->isIdle());
    RightsModel &model = *page->model();
    const QModelIndex see = model.index(model.rowOf("clients"), RightsModel::firstVerb + int(Verb::Read));
    page->table()->scrollTo(see);
    QTest::mouseClick(page->table()->viewport(), Qt::LeftButton, {}, page->table()->visualRect(see).center());
    admin.presses(Qt::Key_1);
    EXPECT_EQ(model.levelAt(see), Level::Own);
    inDialog([](QDialog &dialog) { // the number of those who lose sight of records stands there
        for (auto *one : dialog.findChildren<QPushButton *>()) {
            if (one->isVisible() && one->text() != QStringLiteral("Cancel"))
                return QTest::mouseClick(one, Qt::LeftButton);
        }
    });
    admin.presses(Qt::Key_S, Qt::ControlModifier);
    ASSERT_SOON(page->isIdle() && !page->hasUnsavedChanges());
    EXPECT_SOON([&] {
        auto repository = database->as("boris", "secret-1");
        return repository->totals(Query("clients"), {}).count == 1;
    }());
    boris.turnsTo();
    EXPECT_SOON(boris.titles() == QStringList{"Roses"}) << "the window follows by itself";
    boris.edits("Roses", "name", "Red roses");
    EXPECT_SOON(text("clients", his, "name") == "Red roses") << "what is one's own goes on";
}

TEST_F(OfficeStories, AContactIsLetInAndSeesWhatIsTheirClients)
{
    const Id roses = made("clients", {{"name", "Roses"}});
    made("orders", {{"client_id", made("clients", {{"name", "Tulips"}})}, {"order_date", QDate(2026, 1, 1)}});
    made("orders", {{"client_id", roses}, {"order_date", QDate(2026, 1, 2)}});
    made("contacts", {{"client_id", roses},
                      {"first_name", "maria"},
                      {"email", database->loginOf("maria") + QStringLiteral("@roses.example")}});
    const Id role = idOf("roles", "name = 'Client contact'");
    made("office_settings", {{"contact_role_id", role}});
    Person &admin = comes("admin"), &anna = comes("anna");
    anna.turnsTo();
    anna.opensRecord("maria");
    EXPECT_FALSE(anna.button("Let them sign in")) << "that is for administrators";
    admin.turnsTo();
    admin.opensRecord("maria");
    inDialog([&](QDialog &dialog) { admin.clicks("Let them sign in", &dialog); });
    admin.clicks("Let them sign in");
    ASSERT_SOON(count("users", "name = maria") == 1);
    eye().setPassword(userId("maria"), QStringLiteral("secret-1"));

    Person &maria = comes("maria");
    maria.turnsTo();
    maria.opensList("Orders");
    EXPECT_SOON(maria.list().model()->rowCount() == 1);
    EXPECT_TRUE(maria.titles().contains("ORD-0002"));
    maria.opensRecord("ORD-0002");
    EXPECT_TRUE(maria.record().findChild<FieldEditor *>("client_id"));
    EXPECT_FALSE(maria.record().findChild<FieldEditor *>("owner_id")) << "they see no people";
    // It is of another client from now on.
    changed("orders", idOf("orders", "number = 'ORD-0002'"), {{"client_id", idOf("clients", "name = Tulips")}});
    maria.opensList("Orders");
    EXPECT_SOON(maria.list().model()->rowCount() == 0);
}
