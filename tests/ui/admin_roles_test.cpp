// The matrix of rights, and who sees a record, in the real window.
#include "core/access/within_groups.h"
#include "tests/ui/record_fixture.h"
#include "ui/admin/counted_list.h"
#include "ui/admin/people_page.h"
#include "ui/admin/rights_model.h"
#include "ui/admin/role_limit.h"
#include "ui/admin/roles_page.h"
#include "ui/admin/who_sees_dialog.h"
#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QRegularExpression>
#include <QTableView>
#include <QTableWidget>

namespace crm::test {
namespace {

const QString roles = QStringLiteral("roles"), clients = QStringLiteral("clients");

class AdminRoles : public RecordTest
{
protected:
    RolesPage &page(const QString &role)
    {
        window->openKey(QStringLiteral("list/roles"));
        auto *found = qobject_cast<RolesPage *>(window->tabs().currentPage());
        if (!found)
            throw std::runtime_error("no page of roles");
        EXPECT_TRUE(settle());
        const Id id = idOf(role);
        found->showRole(id);
        EXPECT_TRUE(waitUntil([&] { return found->shownRole() == id && found->isIdle(); }));
        return *found;
    }
    Id idOf(const QString &name)
    {
        Query query(roles);
        query.filter = Filter::where(QStringLiteral("name"), Op::Equal, name);
        return answer(session->page(query, {})).rows.value(0).id;
    }
    static QModelIndex cell(RolesPage &page, const QString &entity, Verb verb)
    {
        return page.model()->index(page.model()->rowOf(entity), RightsModel::firstVerb + int(verb));
    }
    static void key(RolesPage &page, const QModelIndex &at, Qt::Key key)
    {
        page.table()->setCurrentIndex(at);
        page.table()->setFocus();
        QTest::keyClick(page.table(), key);
    }
    Level levelOf(const QString &login, const QString &entity, Verb verb)
    {
        auto repository = database->as(login, QStringLiteral("secret-1"));
        return repository->actor().policy.level(repository->catalog()->at(entity), verb);
    }
    bool saved(RolesPage &page)
    {
        page.save();
        return waitUntil([&] { return page.isIdle() && !page.hasUnsavedChanges() && page.shownRole(); });
    }
};

TEST_F(AdminRoles, RightsAreSetByKeyboardAndSavedAfterAQuestion)
{
    open();
    database->addUser(QStringLiteral("max"), QStringLiteral("Manager (all records)"));
    make(clients, QStringLiteral("Vector"));
    RolesPage &rights = page(QStringLiteral("Manager (all records)"));
    QAbstractItemModelTester tester(rights.model(), QAbstractItemModelTester::FailureReportingMode::Warning);
    ASSERT_EQ(levelOf(QStringLiteral("max"), clients, Verb::Read), Level::All);
    const QModelIndex see = cell(rights, clients, Verb::Read);
    EXPECT_EQ(rights.model()->levelAt(see), Level::All);
    key(rights, see, Qt::Key_1);
    EXPECT_EQ(rights.model()->levelAt(see), Level::Own);
    EXPECT_EQ(rights.model()->levelAt(cell(rights, clients, Verb::Update)), Level::Own) << "nobody changes unseen";
    EXPECT_TRUE(rights.hasUnsavedChanges());
    Prompts::takeAsked();
    Prompts::setNextAnswer(Prompts::Cancel);
    rights.save();
    ASSERT_TRUE(waitUntil([&] { return Prompts::allTaken() && rights.isIdle(); }));
    EXPECT_TRUE(rights.hasUnsavedChanges()) << "asked, and the answer was no";
    EXPECT_EQ(levelOf(QStringLiteral("max"), clients, Verb::Read), Level::All);
    Prompts::setNextAnswer(Prompts::Yes);
    ASSERT_TRUE(saved(rights));
    EXPECT_EQ(levelOf(QStringLiteral("max"), clients, Verb::Read), Level::Own);
    EXPECT_EQ(levelOf(QStringLiteral("max"), QStringLiteral("leads"), Verb::Read), Level::All) << "as before";
    key(rights, cell(rights, clients, Verb::Read), Qt::Key_Backspace);
    EXPECT_FALSE(rights.model()->hasOwnLine(rights.model()->rowOf(clients)));
    Prompts::setNextAnswer(Prompts::Yes);
    ASSERT_TRUE(saved(rights));
    EXPECT_EQ(levelOf(QStringLiteral("max"), clients, Verb::Read), Level::All);
}

TEST_F(AdminRoles, ARoleIsLimitedToGroupsOfClients)
{
    open();
    const QString groups = QStringLiteral("client_groups"), manager = QStringLiteral("Manager (all records)");
    database->addUser(QStringLiteral("max"), manager);
    const Id big = make(groups, QStringLiteral("Big"));
    RolesPage &rights = page(manager);
    RoleLimit &limit = *rights.limit();
    EXPECT_FALSE(limit.groups()->isVisible());
    limit.box()->click();
    EXPECT_TRUE(limit.groups()->isVisible());
    limit.groups()->setValue(QVariant::fromValue(IdList{big}));
    Q_EMIT limit.groups()->edited();
    EXPECT_TRUE(rights.hasUnsavedChanges());
    const QString said = RoleLimit::text(rights.model()->document());
    EXPECT_TRUE(said.contains(QStringLiteral("only those of 1 group"))) << said.toStdString();
    Prompts::takeAsked();
    Prompts::setNextAnswer(Prompts::Yes);
    ASSERT_TRUE(saved(rights));
    EXPECT_EQ(Prompts::takeAsked().size(), 1);
    EXPECT_EQ(levelOf(QStringLiteral("max"), clients, Verb::Read), withinGroups);
    EXPECT_EQ(stored(roles, idOf(manager)).head().ids(QStringLiteral("limited_to")), IdList{big});
    // Unticked, the groups go too: names that are not looked at would only seem to be a limit.
    ASSERT_TRUE(waitUntil([&] { return limit.box()->isChecked(); }));
    limit.box()->click();
    Prompts::setNextAnswer(Prompts::Yes);
    ASSERT_TRUE(saved(rights));
    EXPECT_EQ(levelOf(QStringLiteral("max"), clients, Verb::Read), Level::All);
    EXPECT_TRUE(stored(roles, idOf(manager)).head().ids(QStringLiteral("limited_to")).isEmpty());
}

TEST_F(AdminRoles, AHeadingSetsItsWholeAreaAndSpaceGoesRound)
{
    open();
    RolesPage &rights = page(QStringLiteral("Read only"));
    RightsModel &model = *rights.model();
    int heading = model.rowOf(clients);
    while (!model.data(model.index(heading, 0), RightsModel::HeadingRole).toBool())
        --heading;
    key(rights, model.index(heading, RightsModel::firstVerb + int(Verb::Export)), Qt::Key_3);
    EXPECT_EQ(model.levelAt(cell(rights, clients, Verb::Export)), Level::All);
    EXPECT_EQ(model.levelAt(cell(rights, QStringLiteral("orders"), Verb::Export)), Level::All);
    const QModelIndex add = cell(rights, clients, Verb::Create);
    QList<Level> seen;
    for (int i = 0; i < 4; ++i) {
        key(rights, add, Qt::Key_Space);
        seen << model.levelAt(add);
    }
    EXPECT_EQ(seen, QList<Level>({Level::Own, Level::Team, Level::All, Level::None}));
    const QModelIndex status = cell(rights, QStringLiteral("units"), Verb::Create); // belongs to nobody
    key(rights, status, Qt::Key_1);
    EXPECT_NE(model.levelAt(status), Level::Own);
    key(rights, cell(rights, roles, Verb::Update), Qt::Key_3);
    EXPECT_EQ(model.levelAt(cell(rights, roles, Verb::Update)), Level::None) << "administrators alone change roles";
}

TEST_F(AdminRoles, ARoleIsCopiedGivenToNewPeopleAndDeleted)
{
    open();
    RolesPage &rights = page(QStringLiteral("Read only"));
    Prompts::setNextText(QStringLiteral("Trainees"));
    rights.cloneRole();
    ASSERT_TRUE(waitUntil([&] { return rights.isIdle() && rights.shownRole() == idOf(QStringLiteral("Trainees")); }));
    const Document copy = stored(roles, rights.shownRole()), first = stored(roles, idOf(QStringLiteral("Read only")));
    const QString lines = QStringLiteral("role_rights");
    ASSERT_EQ(copy.lines(lines).size(), first.lines(lines).size());
    ASSERT_FALSE(copy.lines(lines).isEmpty());
    EXPECT_EQ(copy.lines(lines).first().value(QStringLiteral("can_read")),
              first.lines(lines).first().value(QStringLiteral("can_read")));
    rights.giveToNewPeople();
    ASSERT_TRUE(waitUntil([&] {
        return rights.isIdle() && stored(roles, rights.shownRole()).head().flag(QStringLiteral("for_new_people"));
    }));
    const Id given = rights.shownRole();
    RecordPage &person = fresh(QStringLiteral("users"));
    EXPECT_TRUE(waitUntil([&] { return field(person, "role_id").editor()->value().toLongLong() == given; }));
    Q_EMIT person.closeRequested();
    Prompts::setNextAnswer(Prompts::Yes);
    rights.deleteRole();
    EXPECT_TRUE(waitUntil([&] { return rights.isIdle() && !idOf(QStringLiteral("Trainees")); }));
}

TEST_F(AdminRoles, SpecialRightsAreTicked)
{
    open();
    RolesPage &rights = page(QStringLiteral("Read only"));
    auto *personnel = rights.findChild<QCheckBox *>(QStringLiteral("right-personnel"));
    ASSERT_TRUE(personnel);
    EXPECT_FALSE(personnel->isChecked());
    EXPECT_TRUE(personnel->text().startsWith(QStringLiteral("See and fill in: "))) << personnel->text().toStdString();
    const QList<QCheckBox *> boxes = rights.findChildren<QCheckBox *>(QRegularExpression(QStringLiteral("^right-")));
    EXPECT_GE(boxes.size(), 3);
    for (const QCheckBox *box : boxes)
        EXPECT_FALSE(box->text().startsWith(box->objectName().mid(6))) << box->text().toStdString() << ": no raw keys";
    personnel->click();
    ASSERT_TRUE(saved(rights));
    database->addUser(QStringLiteral("rita"), QStringLiteral("Read only"));
    EXPECT_TRUE(database->as(QStringLiteral("rita"), QStringLiteral("secret-1"))
                    ->actor()
                    .policy.holds(QStringLiteral("personnel")));
}

TEST_F(AdminRoles, ChangesAreNotLostByChoosingAnotherRole)
{
    open();
    RolesPage &rights = page(QStringLiteral("Read only"));
    const Id shown = rights.shownRole();
    key(rights, cell(rights, clients, Verb::Export), Qt::Key_3);
    Prompts::setNextAnswer(Prompts::Cancel);
    rights.showRole(idOf(QStringLiteral("Manager (all records)")));
    EXPECT_EQ(rights.shownRole(), shown);
    EXPECT_EQ(rights.roles()->currentKey().toLongLong(), shown);
    EXPECT_TRUE(rights.hasUnsavedChanges());
    Prompts::setNextAnswer(Prompts::Yes);
    rights.showRole(idOf(QStringLiteral("Manager (all records)")));
    EXPECT_TRUE(waitUntil([&] { return rights.shownRole() != shown && rights.isIdle(); }));
    EXPECT_FALSE(rights.hasUnsavedChanges());
}

TEST_F(AdminRoles, WhoSeesARecordIsTold)
{
    open();
    database->addUser(QStringLiteral("boris"), QStringLiteral("Staff (own records)"));
    database->addUser(QStringLiteral("max"), QStringLiteral("Manager (all records)"));
    Id id = 0;
    {
        auto his = database->as(QStringLiteral("boris"), QStringLiteral("secret-1"));
        Document d{Record(his->catalog()->at(clients))};
        d.set(QStringLiteral("name"), QStringLiteral("Vector"));
        id = his->save(d).document.id();
    }
    database->addUser(QStringLiteral("anna"), QStringLiteral("Staff (own records)"));
    WhoSeesDialog dialog(*session, clients, id, QStringLiteral("Vector"), nullptr);
    ASSERT_TRUE(waitUntil([&] { return dialog.table()->rowCount() > 0; }));
    QStringList names;
    for (int row = 0; row < dialog.table()->rowCount(); ++row)
        names << dialog.table()->item(row, 0)->text();
    EXPECT_TRUE(names.contains(QStringLiteral("boris")) && names.contains(QStringLiteral("max")));
    EXPECT_FALSE(names.contains(QStringLiteral("anna")));
}

TEST_F(AdminRoles, TwoHundredPeopleAreListedAndCounted)
{
    open();
    const Id role = idOf(QStringLiteral("Read only"));
    auto repository = database->asSystem();
    QList<Document> people;
    for (int i = 0; i < 200; ++i) {
        Document person{Record(repository->catalog()->at(QStringLiteral("users")), newId())};
        person.set(QStringLiteral("login"), QStringLiteral("person%1").arg(i));
        person.set(QStringLiteral("role_id"), role);
        person.set(QStringLiteral("active"), i > 0);
        people << person;
    }
    repository->saveMany(people);
    RolesPage &rights = page(QStringLiteral("Read only"));
    EXPECT_TRUE(waitUntil([&] {
        return rights.roles()->currentItem() &&
               rights.roles()->currentItem()->data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("200"));
    }));
    EXPECT_FALSE(rights.findChild<QPushButton *>(QStringLiteral("deleteRole"))->isEnabled()) << "people have it";
    window->openKey(QStringLiteral("people"));
    EXPECT_TRUE(settle());
    auto *list = qobject_cast<PeoplePage *>(window->tabs().currentPage());
    ASSERT_TRUE(list);
    EXPECT_TRUE(waitUntil([&] { return list->model()->rowCount() == 201; }));
}

} // namespace
} // namespace crm::test
