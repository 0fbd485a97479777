// Custom fields, as an administrator makes them in the real window.
#include "core/model/choice_text.h"
#include "core/model/fast_field.h"
#include "tests/ui/record_fixture.h"
#include "ui/admin/choice_list_editor.h"
#include "ui/admin/custom_field_dialog.h"
#include "ui/admin/custom_fields_page.h"
#include "ui/records/choices_editor.h"
#include "ui/records/filter_text.h"
#include "ui/records/pick_condition.h"
#include "ui/style/form_field.h"
#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTableView>

namespace crm::test {
namespace {

const QString fieldsKey = QStringLiteral("list/custom_fields"), clients = QStringLiteral("clients"),
              definitions = QStringLiteral("custom_fields");

class AdminFields : public RecordTest
{
protected:
    CustomFieldsPage &fields(const QString &entity = clients)
    {
        window->openKey(fieldsKey);
        auto *page = qobject_cast<CustomFieldsPage *>(window->tabs().currentPage());
        if (!page)
            throw std::runtime_error("no page of custom fields");
        EXPECT_TRUE(settle());
        page->showEntity(entity);
        return *page;
    }
    Document definition(const QVariantMap &values)
    {
        Document d{Record(session->catalog()->at(definitions))};
        d.set(QStringLiteral("entity"), clients);
        for (auto it = values.begin(); it != values.end(); ++it)
            d.set(it.key(), it.value());
        return d;
    }
    Id add(const QString &label, const QVariantMap &more = {})
    {
        QVariantMap values{{QStringLiteral("label"), label}, {QStringLiteral("kind"), QStringLiteral("text")}};
        values.insert(more);
        return answer(session->save(definition(values), {})).document.id();
    }
    bool waitForField(const QString &key, bool there = true)
    {
        return waitUntil([&] { return (session->catalog()->at(clients).field(key) != nullptr) == there; });
    }
    static void choose(QComboBox *box, const QString &data)
    {
        box->setCurrentIndex(box->findData(data));
        Q_EMIT box->activated(box->currentIndex());
    }
    bool accept(CustomFieldDialog &dialog)
    {
        dialog.accept();
        return waitUntil([&] { return dialog.result() == QDialog::Accepted; });
    }
    void client(const QString &name, const QString &key, const QVariant &value)
    {
        auto repository = database->asSystem();
        Document d{Record(repository->catalog()->at(clients))};
        d.set(QStringLiteral("name"), name);
        d.set(key, value);
        repository->save(d);
    }
    QStringList order()
    {
        auto repository = database->asSystem();
        QStringList found;
        for (const Field &f : repository->catalog()->at(clients).fieldList())
            if (f.isCustom())
                found << f.label().text();
        return found;
    }
};

TEST_F(AdminFields, AFieldIsMadeInTheDialogAndStandsOnTheForm)
{
    open();
    CustomFieldsPage &page = fields();
    QAbstractItemModelTester tester(page.model(), QAbstractItemModelTester::FailureReportingMode::Warning);
    EXPECT_EQ(page.model()->rowCount(), 0);
    EXPECT_TRUE(page.findChild<EmptyState *>()->isVisible());
    CustomFieldDialog dialog(*window, definition({}), nullptr);
    choose(dialog.kindBox(), QStringLiteral("choice"));
    dialog.accept();
    ASSERT_TRUE(waitUntil([&] { return !dialog.fieldFor(QStringLiteral("label"))->fault().isEmpty(); }));
    dialog.labelEdit()->setText(QStringLiteral("Branch"));
    dialog.accept();
    ASSERT_TRUE(waitUntil([&] { return !dialog.fieldFor(QStringLiteral("choices"))->fault().isEmpty(); }));
    ChoiceListEditor &choices = *dialog.choices();
    for (const char *word : {"North | cold; far", "South", ""}) {
        choices.addChoice();
        choices.list()->currentItem()->setText(QString::fromLatin1(word));
    }
    choices.list()->setCurrentRow(1);
    choices.setColor(QStringLiteral("green"));
    choices.moveCurrent(-1);
    ASSERT_TRUE(dialog.defaultEditor()) << "a choice can be chosen for new records";
    dialog.defaultEditor()->setValue(QStringLiteral("south"));
    dialog.requiredBox()->setChecked(true);
    dialog.inListBox()->setChecked(true);
    ASSERT_TRUE(accept(dialog));
    ASSERT_TRUE(waitForField(QStringLiteral("branch")));
    const Field field = *session->catalog()->at(clients).field(QStringLiteral("branch"));
    ASSERT_EQ(field.choices().size(), 2);
    EXPECT_EQ(field.choices().at(0).key, QStringLiteral("south"));
    EXPECT_EQ(field.choices().at(0).color, QStringLiteral("green"));
    EXPECT_EQ(field.choices().at(1).label.text(), QStringLiteral("North / cold, far"));
    EXPECT_TRUE(field.isRequired() && field.isInList());
    EXPECT_EQ(field.defaultValue(), QStringLiteral("south"));
    ASSERT_TRUE(waitUntil([&] { return page.model()->rowCount() == 1; })) << "the page follows by itself";
    ASSERT_TRUE(waitUntil([&] { return page.preview()->findChild<RecordField *>(); }));
    RecordPage &form = fresh(clients);
    EXPECT_EQ(crm::test::RecordTest::field(form, "branch").editor()->value(), QStringLiteral("south"));
}

TEST_F(AdminFields, AFieldIsMarkedFast)
{
    open();
    CustomFieldsPage &page = fields();
    CustomFieldDialog dialog(*window, definition({}), nullptr);
    dialog.labelEdit()->setText(QStringLiteral("Budget"));
    choose(dialog.kindBox(), QStringLiteral("memo"));
    EXPECT_TRUE(dialog.fastBox()->isHidden() && dialog.fastNote()->isHidden());
    choose(dialog.kindBox(), QStringLiteral("money"));
    EXPECT_FALSE(dialog.fastBox()->isHidden() || dialog.fastNote()->isHidden());
    dialog.fastBox()->setChecked(true);
    choose(dialog.whoBox(), QStringLiteral("internal"));
    EXPECT_FALSE(dialog.fastBox()->isEnabled());
    choose(dialog.whoBox(), QStringLiteral("all"));
    EXPECT_TRUE(dialog.fastBox()->isEnabled() && dialog.fastBox()->isChecked());
    EXPECT_TRUE(dialog.fastNote()->text().contains(QStringLiteral("20 fields"))) << "what it costs";
    EXPECT_EQ(dialog.fastNote()->text().contains(QStringLiteral("server upgrade")), database->isServer());
    ASSERT_TRUE(accept(dialog));
    ASSERT_TRUE(waitForField(QStringLiteral("budget")));
    EXPECT_EQ(isFast(*session->catalog()->at(clients).field(QStringLiteral("budget"))), !database->isServer());
    ASSERT_TRUE(waitUntil([&] { return page.model()->rowCount() == 1; }));
    EXPECT_EQ(page.model()->index(0, CustomFieldsModel::Fast).data(), QStringLiteral("Yes"));
}

TEST_F(AdminFields, EveryKindHasADefaultOfItsOwnEditor)
{
    make(QStringLiteral("teams"), QStringLiteral("Sales"));
    open();
    CustomFieldDialog dialog(*window, definition({}), nullptr);
    dialog.labelEdit()->setText(QStringLiteral("Any"));
    for (int i = 0; i < dialog.kindBox()->count(); ++i) {
        dialog.kindBox()->setCurrentIndex(i);
        Q_EMIT dialog.kindBox()->activated(i);
        const QString kind = dialog.kindBox()->itemData(i).toString();
        const bool none = kind == QLatin1String("file") || kind.startsWith(QLatin1String("choice")); // no choices yet
        EXPECT_EQ(dialog.defaultEditor() == nullptr, none) << kind.toStdString();
    }
    choose(dialog.kindBox(), QStringLiteral("date"));
    dialog.defaultEditor()->setValue(QDate(2026, 11, 22));
    choose(dialog.whoBox(), QStringLiteral("admins"));
    ASSERT_TRUE(accept(dialog));
    const Document saved = stored(definitions, dialog.savedId());
    EXPECT_EQ(saved.value(QStringLiteral("default")), QStringLiteral("2026-11-22"));
    EXPECT_EQ(saved.value(QStringLiteral("class")), QStringLiteral("restricted"));
    database->addUser(QStringLiteral("max"), QStringLiteral("Manager (all records)"));
    auto his = database->as(QStringLiteral("max"), QStringLiteral("secret-1"));
    const Field *field = his->catalog()->at(clients).field(QStringLiteral("any"));
    EXPECT_TRUE(!field || !his->actor().policy.sees(*field)) << "for administrators only";
}

TEST_F(AdminFields, APlaceholderStandsInTheEmptyFieldUntilSomethingIsTyped)
{
    open();
    CustomFieldDialog dialog(*window, definition({{QStringLiteral("label"), QStringLiteral("Branch")}}), nullptr);
    dialog.show();
    choose(dialog.kindBox(), QStringLiteral("bool"));
    EXPECT_FALSE(dialog.placeholderEdit()->isVisible()) << "a box to tick has no room for it";
    choose(dialog.kindBox(), QStringLiteral("text"));
    ASSERT_TRUE(dialog.placeholderEdit()->isVisible());
    dialog.placeholderEdit()->setText(QStringLiteral("North or South"));
    ASSERT_TRUE(accept(dialog));
    ASSERT_TRUE(waitForField(QStringLiteral("branch")));
    for (const char *kind : {"memo", "integer", "money", "date", "moment", "duration", "time", "email", "phone", "url"})
        add(QString::fromLatin1(kind), {{QStringLiteral("kind"), QString::fromLatin1(kind)},
                                        {QStringLiteral("key"), QStringLiteral("p_") + QLatin1String(kind)},
                                        {QStringLiteral("placeholder"), QStringLiteral("for example")}});
    ASSERT_TRUE(waitForField(QStringLiteral("p_url")));
    RecordPage &form = fresh(clients);
    EXPECT_EQ(line(form, "branch").placeholderText(), QStringLiteral("North or South"));
    type(form, "branch", QStringLiteral("East"));
    EXPECT_EQ(crm::test::RecordTest::field(form, "branch").editor()->value(), QStringLiteral("East"));
    for (const char *kind : {"integer", "money", "date", "moment", "duration", "time", "email", "phone", "url"})
        EXPECT_EQ(line(form, (std::string("p_") + kind).c_str()).placeholderText(), QStringLiteral("for example"))
            << kind;
    auto *memo = form.form()->fieldFor(QStringLiteral("p_memo"))->findChild<QPlainTextEdit *>();
    EXPECT_EQ(memo->placeholderText(), QStringLiteral("for example"));
}

TEST_F(AdminFields, SeveralChoicesAreChipsAndATimeIsTypedInManyWays)
{
    open();
    add(QStringLiteral("Opens"), {{QStringLiteral("kind"), QStringLiteral("time")}});
    add(QStringLiteral("Tags"),
        {{QStringLiteral("kind"), QStringLiteral("choices")},
         {QStringLiteral("choices"), QStringLiteral("old = Old\nbig = Big | green\nfar = Far")}});
    ASSERT_TRUE(waitForField(QStringLiteral("tags")));
    RecordPage &form = fresh(clients);
    type(form, "name", QStringLiteral("Vector"));
    type(form, "opens", QStringLiteral("9 pm"));
    auto &tags = dynamic_cast<ChoicesEditor &>(*crm::test::RecordTest::field(form, "tags").editor());
    type(form, "tags", QStringLiteral("Far, big"));
    QTest::keyClick(tags.control(), Qt::Key_Return);
    EXPECT_EQ(tags.value(), QStringLiteral("big;far"));
    EXPECT_EQ(tags.keys(), QStringList({"big", "far"})) << "as they are declared";
    EXPECT_EQ(tags.findChildren<Chip *>().size(), 2);
    type(form, "tags", QStringLiteral("nothing"));
    QTest::keyClick(tags.control(), Qt::Key_Return);
    EXPECT_FALSE(tags.fault().isEmpty());
    type(form, "tags", QString());
    EXPECT_TRUE(tags.fault().isEmpty());
    QTest::keyClick(tags.control(), Qt::Key_Backspace);
    EXPECT_EQ(tags.value(), QStringLiteral("big"));
    ASSERT_TRUE(saveAll(form));
    const Document saved = stored(clients, form.document().document().id());
    EXPECT_EQ(saved.value(QStringLiteral("tags")), QStringLiteral("big"));
    EXPECT_EQ(saved.value(QStringLiteral("opens")), QStringLiteral("21:00"));
}

TEST_F(AdminFields, SeveralChoicesAreFilteredByAnyAllOrNone)
{
    open();
    add(QStringLiteral("Tags"), {{QStringLiteral("kind"), QStringLiteral("choices")},
                                 {QStringLiteral("choices"), QStringLiteral("old = Old\nbig = Big\nfar = Far")}});
    ASSERT_TRUE(waitForField(QStringLiteral("tags")));
    const auto catalog = session->catalog();
    const Field &tags = *catalog->at(clients).field(QStringLiteral("tags"));
    PickCondition condition(QStringLiteral("tags"), tags, *window, nullptr);
    auto *how = condition.findChild<QComboBox *>();
    auto *list = condition.findChild<QListWidget *>();
    ASSERT_TRUE(how && list);
    list->item(0)->setCheckState(Qt::Checked);
    list->item(1)->setCheckState(Qt::Checked);
    const QStringList expected{QStringLiteral("tags in (old, big)"), QStringLiteral("tags = 'big;old'"),
                               QStringLiteral("not tags in (old, big)")};
    for (int i = 0; i < 3; ++i) {
        how->setCurrentIndex(i);
        const Filter filter = condition.filter();
        EXPECT_EQ(filter.toExpression(*catalog, clients), expected.at(i));
        EXPECT_EQ(pathOfPart(filter), QStringLiteral("tags")) << "one chip, which opens this editor again";
        PickCondition again(QStringLiteral("tags"), tags, *window, nullptr);
        again.setFilter(filter);
        EXPECT_EQ(again.filter(), filter);
    }
}

TEST_F(AdminFields, AFormulaOffersTheFieldsThatItMayStandOn)
{
    open();
    CustomFieldDialog dialog(*window, definition({}), window.get());
    dialog.show();
    auto *menu = dialog.formulaEdit()->findChild<QMenu *>();
    ASSERT_TRUE(menu);
    const auto entry = [&](const QString &key) {
        const QList<QAction *> actions = menu->actions();
        const auto found = std::find_if(actions.begin(), actions.end(),
                                        [&](const QAction *a) { return a->text().endsWith(u'\t' + key); });
        return found == actions.end() ? nullptr : *found;
    };
    EXPECT_FALSE(entry(QStringLiteral("note"))) << "not everybody sees it";
    EXPECT_FALSE(entry(QStringLiteral("logo_id"))) << "a file";
    ASSERT_TRUE(entry(QStringLiteral("city")));
    dialog.formulaEdit()->setText(QStringLiteral("name & "));
    entry(QStringLiteral("city"))->trigger();
    EXPECT_EQ(dialog.formulaEdit()->text(), QStringLiteral("name & city"));
}

TEST_F(AdminFields, APersonIsAKindOfItsOwn)
{
    open();
    CustomFieldDialog dialog(*window, definition({{QStringLiteral("label"), QStringLiteral("Driver")}}), nullptr);
    choose(dialog.kindBox(), QStringLiteral("person"));
    ASSERT_TRUE(accept(dialog));
    EXPECT_EQ(stored(definitions, dialog.savedId()).value(QStringLiteral("target")), QStringLiteral("users"));
    const Document again = answer(session->openRecord(definitions, dialog.savedId())).document;
    CustomFieldDialog later(*window, again, nullptr);
    EXPECT_EQ(later.kindBox()->currentData(), QStringLiteral("person"));
    EXPECT_FALSE(later.kindBox()->isEnabled());
}

TEST_F(AdminFields, FieldsAreMovedByKeyboardAndTheMoveIsTakenBack)
{
    open();
    for (const char *label : {"One", "Two", "Three"})
        add(QString::fromLatin1(label), {{QStringLiteral("position"), 0}});
    CustomFieldsPage &page = fields();
    ASSERT_TRUE(waitUntil([&] { return page.model()->rowCount() == 3; }));
    page.table()->selectRow(2);
    page.table()->setFocus();
    QTest::keyClick(page.table(), Qt::Key_Up, Qt::AltModifier);
    EXPECT_TRUE(waitUntil([&] { return order() == QStringList({"One", "Three", "Two"}); }));
    EXPECT_EQ(page.table()->currentIndex().row(), 1);
    QScopedPointer<QMimeData> dragged(page.model()->mimeData({page.model()->index(0, 0)}));
    page.model()->dropMimeData(dragged.data(), Qt::MoveAction, 3, 0, {});
    EXPECT_TRUE(waitUntil([&] { return order() == QStringList({"Three", "Two", "One"}); }));
    window->commands().run(QStringLiteral("record.undo"));
    EXPECT_TRUE(waitUntil([&] { return order() == QStringList({"One", "Three", "Two"}); }));
}

TEST_F(AdminFields, RenamedChoicesKeepTheirRecordsAndRemovedOnesAreCounted)
{
    open();
    const Id id = add(QStringLiteral("Shape"), {{QStringLiteral("kind"), QStringLiteral("choice")},
                                                {QStringLiteral("choices"), QStringLiteral("new = New\nold = Old")}});
    ASSERT_TRUE(waitForField(QStringLiteral("shape")));
    client(QStringLiteral("Vector"), QStringLiteral("shape"), QStringLiteral("old"));
    client(QStringLiteral("Rhombus"), QStringLiteral("shape"), QStringLiteral("new"));
    CustomFieldDialog dialog(*window, answer(session->openRecord(definitions, id)).document, nullptr);
    dialog.choices()->list()->item(0)->setText(QStringLiteral("Fresh"));
    dialog.choices()->list()->setCurrentRow(1);
    dialog.choices()->removeCurrent();
    Prompts::takeAsked();
    Prompts::setNextAnswer(Prompts::Cancel);
    dialog.accept();
    ASSERT_TRUE(waitUntil([] { return Prompts::allTaken(); }));
    EXPECT_EQ(Prompts::takeAsked().size(), 1);
    EXPECT_NE(dialog.result(), QDialog::Accepted) << "asked, and the answer was no";
    Prompts::setNextAnswer(Prompts::Yes);
    ASSERT_TRUE(accept(dialog));
    const QList<Choice> now = parseChoices(stored(definitions, id).head().text(QStringLiteral("choices")));
    ASSERT_EQ(now.size(), 1);
    EXPECT_EQ(now[0].key, QStringLiteral("new"));
    EXPECT_EQ(now[0].label.text(), QStringLiteral("Fresh"));
}

TEST_F(AdminFields, ADeletedFieldComesBackFromItsToast)
{
    open();
    add(QStringLiteral("Branch"));
    ASSERT_TRUE(waitForField(QStringLiteral("branch")));
    client(QStringLiteral("Vector"), QStringLiteral("branch"), QStringLiteral("North"));
    CustomFieldsPage &page = fields();
    ASSERT_TRUE(waitUntil([&] { return page.model()->rowCount() == 1; }));
    page.table()->selectRow(0);
    Prompts::setNextAnswer(Prompts::Yes);
    page.table()->setFocus();
    QTest::keyClick(page.table(), Qt::Key_Delete);
    ASSERT_TRUE(waitForField(QStringLiteral("branch"), false));
    ASSERT_TRUE(waitUntil([&] { return page.model()->rowCount() == 0; }));
    auto *toast = window->findChild<Toast *>();
    ASSERT_TRUE(toast && toast->actionButton());
    toast->actionButton()->click();
    EXPECT_TRUE(waitForField(QStringLiteral("branch")));
}

TEST_F(AdminFields, ThreeHundredFieldsAreShown)
{
    auto repository = database->asSystem();
    QList<Document> many;
    for (int i = 0; i < 300; ++i) {
        Document d{Record(repository->catalog()->at(definitions), newId())};
        d.set(QStringLiteral("entity"), clients);
        d.set(QStringLiteral("label"), QStringLiteral("Field %1").arg(i));
        d.set(QStringLiteral("key"), QStringLiteral("f%1").arg(i));
        d.set(QStringLiteral("kind"), QStringLiteral("text"));
        d.set(QStringLiteral("position"), i);
        many << d;
    }
    repository->saveMany(many);
    open();
    CustomFieldsPage &page = fields();
    EXPECT_TRUE(waitUntil([&] { return page.model()->rowCount() == 300; }));
    EXPECT_EQ(page.preview()->findChildren<RecordField *>().size(), 300);
}

} // namespace
} // namespace crm::test
