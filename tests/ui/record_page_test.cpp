// A record as a form: showing, editing, saving, what is wrong, leaving.
#include "tests/ui/record_fixture.h"
#include "ui/records/related_tab.h"
#include "ui/records/thread_panel.h"
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QTextBrowser>
#include <algorithm>

namespace crm::test {
namespace {

class RecordPages : public RecordTest
{
protected:
    void SetUp() override
    {
        RecordTest::SetUp();
        auto repository = database->asSystem();
        Document client{Record(repository->catalog()->at(QStringLiteral("clients")))};
        client.set(QStringLiteral("name"), QStringLiteral("Blue Whale"));
        client.set(QStringLiteral("phone"), QStringLiteral("+7 912 345-67-89"));
        client.set(QStringLiteral("email"), QStringLiteral("info@whale.example"));
        client.set(QStringLiteral("type"), QStringLiteral("person"));
        whale = repository->save(client).document.id();
        open();
    }
    Id whale = 0;
    const QString clients = QStringLiteral("clients");
};

TEST_F(RecordPages, ANewOneShowsWhatItIsForAlsoWhereTheCursorIs)
{
    open();
    window->activateWindow();
    const Id client = make(QStringLiteral("clients"), QStringLiteral("Blue Whale"));
    RecordPage &page = fresh(QStringLiteral("invoices"), {{QStringLiteral("client_id"), client}});
    QLineEdit &edit = line(page, "client_id");
    edit.setFocus();
    EXPECT_TRUE(waitUntil([&] { return edit.text() == QLatin1String("Blue Whale"); }, 3000));
    EXPECT_TRUE(page.form()->fieldFor(QStringLiteral("client_id"))->editor()->fault().isEmpty());
}

TEST_F(RecordPages, InANarrowWindowCommentsStandBelowTheFields)
{
    window->resize(1280, 800);
    RecordPage &page = record(clients, whale);
    const auto *thread = page.findChild<ThreadPanel *>();
    const auto *area = page.findChild<QScrollArea *>();
    ASSERT_TRUE(thread && area);
    const auto top = [&](const QWidget &one) { return one.mapTo(&page, QPoint()); };
    EXPECT_GE(top(*thread).x(), top(*area).x() + area->width());
    window->resize(760, 700);
    EXPECT_TRUE(waitUntil([&] { return top(*thread).y() >= top(*area).y() + area->height(); }));
    EXPECT_FALSE(area->horizontalScrollBar()->isVisible()) << "no field is cut";
    EXPECT_GT(area->height(), page.height() * 2 / 5);
    window->resize(1280, 800);
    EXPECT_TRUE(waitUntil([&] { return top(*thread).x() >= top(*area).x() + area->width(); }));
}

TEST_F(RecordPages, AnExistingRecordShowsItsValues)
{
    RecordPage &page = record(clients, whale);
    EXPECT_EQ(page.title(), QStringLiteral("Blue Whale"));
    EXPECT_EQ(line(page, "name").text(), QStringLiteral("Blue Whale"));
    EXPECT_EQ(line(page, "email").text(), QStringLiteral("info@whale.example"));
    EXPECT_EQ(field(page, "type").editor()->value(), QVariant(QStringLiteral("person")));
    const Document document = stored(clients, whale);
    for (const Field &declared : document.entity().fieldList()) {
        const RecordField *shown = page.form()->fieldFor(declared.key());
        EXPECT_TRUE(!shown || shown->editor()->value() == document.value(declared.key()))
            << declared.key().toStdString();
    }
    EXPECT_FALSE(page.hasUnsavedChanges());
    EXPECT_FALSE(page.canSave());
}

TEST_F(RecordPages, ANewDocumentBeginsWithTheMarkedCompanyAndTheContactOfItsClient)
{
    auto repository = database->asSystem();
    const auto make = [&](const char *entity, const char *name, const QString &text, Id client = 0) {
        Document d{Record(repository->catalog()->at(QLatin1String(entity)))};
        d.set(QLatin1String(name), text);
        if (client)
            d.set(QStringLiteral("client_id"), client);
        return repository->save(d).document.id();
    };
    const Id company = make("companies", "name", QStringLiteral("Tulips"));
    const Id fox = make("clients", "name", QStringLiteral("Silver Fox"));
    const Id jonas = make("contacts", "first_name", QStringLiteral("Jonas"), whale);
    const Id vera = make("contacts", "first_name", QStringLiteral("Vera"), fox);
    const Id otto = make("contacts", "first_name", QStringLiteral("Otto"), fox);
    repository->runAction(QStringLiteral("companies"), company, QStringLiteral("make_default"), {});
    for (const Id contact : {jonas, vera})
        repository->runAction(QStringLiteral("contacts"), contact, QStringLiteral("make_primary"), {});
    RecordPage &page = fresh(QStringLiteral("invoices"), {{QStringLiteral("client_id"), whale}});
    OpenDocument &document = page.document();
    const auto names = [&](const char *field) { return document.document().head().ref(QLatin1String(field)); };
    ASSERT_TRUE(waitUntil([&] { return names("our_company_id") == company && names("contact_id") == jonas; }));
    EXPECT_FALSE(page.hasUnsavedChanges());
    document.setValue(QStringLiteral("client_id"), fox);
    ASSERT_TRUE(waitUntil([&] { return names("contact_id") == vera; })) << "what was proposed goes with its client";
    document.setValue(QStringLiteral("contact_id"), otto);
    document.setValue(QStringLiteral("our_company_id"), {});
    document.setValue(QStringLiteral("reference"), QStringLiteral("PO 7"));
    ASSERT_TRUE(waitUntil([&] { return !document.isPreviewing(); }));
    EXPECT_EQ(names("contact_id"), otto) << "one's own choice";
    EXPECT_EQ(names("our_company_id"), 0) << "the office's, chosen";
}

TEST_F(RecordPages, CtrlSSavesWhatWasTyped)
{
    RecordPage &page = record(clients, whale);
    type(page, "name", QStringLiteral("Синий кит & Co"));
    EXPECT_TRUE(page.hasUnsavedChanges());
    ASSERT_TRUE(saveAll(page));
    EXPECT_EQ(stored(clients, whale).value(QStringLiteral("name")), QVariant(QStringLiteral("Синий кит & Co")));
    EXPECT_EQ(page.title(), QStringLiteral("Синий кит & Co"));
    EXPECT_EQ(stored(clients, whale).value(QStringLiteral("phone")), QVariant(QStringLiteral("+7 912 345-67-89")));
    // A second save of the same page stands on the version of the first.
    type(page, "name", QStringLiteral("Whale"));
    ASSERT_TRUE(saveAll(page));
    EXPECT_EQ(stored(clients, whale).head().title(), QStringLiteral("Whale"));
}

TEST_F(RecordPages, SavingLeavesTheCursorWhereItIs)
{
    RecordPage &page = record(clients, whale);
    type(page, "email", QStringLiteral("new@whale.example"));
    ASSERT_TRUE(saveAll(page));
    EXPECT_EQ(window->focusWidget(), &line(page, "email"));
}

TEST_F(RecordPages, WhatIsTypedWhileASaveRunsIsNotLost)
{
    RecordPage &page = record(clients, whale);
    type(page, "name", QStringLiteral("First"));
    pressSave(); // its answer can come only through the event loop, which does not run here
    type(page, "name", QStringLiteral("Second"));
    type(page, "vat_number", QStringLiteral("77"));
    ASSERT_TRUE(waitUntil([&] { return page.isIdle(); }));
    EXPECT_EQ(stored(clients, whale).head().title(), QStringLiteral("First"));
    EXPECT_EQ(line(page, "name").text(), QStringLiteral("Second"));
    EXPECT_EQ(line(page, "vat_number").text(), QStringLiteral("77"));
    ASSERT_TRUE(page.hasUnsavedChanges());
    ASSERT_TRUE(saveAll(page));
    EXPECT_EQ(stored(clients, whale).head().title(), QStringLiteral("Second"));
    EXPECT_EQ(stored(clients, whale).value(QStringLiteral("vat_number")), QVariant(QStringLiteral("77")));
}

TEST_F(RecordPages, WhatIsTypedWhileANewRecordIsSavedIsNotLost)
{
    RecordPage &page = fresh(clients);
    type(page, "name", QStringLiteral("Newcomer"));
    pressSave();
    type(page, "email", QStringLiteral("n@example.com"));
    ASSERT_TRUE(waitUntil([&] { return page.isIdle(); }));
    EXPECT_EQ(count(clients), 2);
    EXPECT_EQ(line(page, "email").text(), QStringLiteral("n@example.com"));
    ASSERT_TRUE(saveAll(page));
    EXPECT_EQ(count(clients), 2) << "the second save is of the same record";
}

TEST_F(RecordPages, AFaultStandsBesideItsFieldAndTakesTheCursor)
{
    RecordPage &page = record(clients, whale);
    type(page, "name", {});
    type(page, "email", QStringLiteral("no address"));
    pressSave();
    EXPECT_FALSE(field(page, "name").fault().isEmpty());
    const QList<QLabel *> labels = field(page, "name").findChildren<QLabel *>();
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisible() && label->text() == field(page, "name").fault();
    }));
    EXPECT_EQ(window->focusWidget(), &line(page, "name"));
    EXPECT_TRUE(page.hasUnsavedChanges());
    EXPECT_EQ(stored(clients, whale).head().title(), QStringLiteral("Blue Whale"));
    type(page, "name", QStringLiteral("Whale"));
    EXPECT_TRUE(field(page, "name").fault().isEmpty()) << "it goes as soon as it is mended";
}

TEST_F(RecordPages, WhatTheRulesRefuseStandsBesideItsFieldToo)
{
    auto repository = database->asSystem();
    Document order{Record(repository->catalog()->at(QStringLiteral("orders")))};
    order.set(QStringLiteral("client_id"), whale);
    order.set(QStringLiteral("order_date"), QDate(2026, 5, 10));
    const Id id = repository->save(order).document.id();
    RecordPage &page = record(QStringLiteral("orders"), id);
    type(page, "shipped_date", QStringLiteral("2026-05-01"));
    pressSave();
    ASSERT_TRUE(waitUntil([&] { return page.isIdle() && !field(page, "shipped_date").fault().isEmpty(); }));
    EXPECT_TRUE(page.hasUnsavedChanges());
    EXPECT_FALSE(stored(QStringLiteral("orders"), id).head().date(QStringLiteral("shipped_date")).isValid());
    type(page, "shipped_date", QStringLiteral("2026-05-11"));
    ASSERT_TRUE(saveAll(page));
    EXPECT_EQ(stored(QStringLiteral("orders"), id).head().date(QStringLiteral("shipped_date")), QDate(2026, 5, 11));
}

TEST_F(RecordPages, ATextThatCannotBeReadIsAFaultAndStays)
{
    RecordPage &page = fresh(QStringLiteral("items"));
    type(page, "title", QStringLiteral("Bolt"));
    type(page, "rate", QStringLiteral("a lot"));
    pressSave();
    EXPECT_EQ(window->focusWidget(), &line(page, "rate"));
    EXPECT_EQ(line(page, "rate").text(), QStringLiteral("a lot"));
    EXPECT_EQ(count(QStringLiteral("items")), 0);
    type(page, "rate", QStringLiteral("12.5"));
    ASSERT_TRUE(saveAll(page));
    EXPECT_EQ(stored(QStringLiteral("items"), page.document().document().id()).value(QStringLiteral("rate")),
              QVariant(qint64(1250)));
}

TEST_F(RecordPages, ANewRecordIsSavedOnceAndBecomesItself)
{
    RecordPage &page = fresh(clients, {{QStringLiteral("phone"), QStringLiteral("+7 900 000-00-00")}});
    EXPECT_TRUE(page.key().isEmpty());
    EXPECT_EQ(line(page, "phone").text(), QStringLiteral("+7 900 000-00-00"));
    type(page, "name", QStringLiteral("Fresh"));
    pressSave();
    pressSave(); // an impatient person
    ASSERT_TRUE(waitUntil([&] { return !page.key().isEmpty() && page.isIdle(); }));
    EXPECT_EQ(count(clients), 2);
    const Document saved = stored(clients, page.document().document().id());
    EXPECT_EQ(saved.head().title(), QStringLiteral("Fresh"));
    EXPECT_EQ(saved.value(QStringLiteral("phone")), QVariant(QStringLiteral("+7 900 000-00-00")));
    EXPECT_EQ(page.title(), QStringLiteral("Fresh"));
    EXPECT_EQ(window->tabs().currentKey(), page.key());
}

TEST_F(RecordPages, LeavingAsksAndEachAnswerIsKept)
{
    RecordPage *page = &record(clients, whale);
    type(*page, "name", QStringLiteral("Changed"));
    Prompts::setNextAnswer(Prompts::Cancel);
    window->tabs().closeCurrent();
    EXPECT_EQ(&current(), page);
    EXPECT_EQ(line(*page, "name").text(), QStringLiteral("Changed"));

    Prompts::setNextAnswer(Prompts::No);
    window->tabs().closeCurrent();
    EXPECT_FALSE(window->tabs().isOpen(QStringLiteral("record/clients/%1").arg(whale)));
    EXPECT_EQ(stored(clients, whale).head().title(), QStringLiteral("Blue Whale"));
    page = &record(clients, whale);
    EXPECT_FALSE(banner(*page).isVisible()) << "what was discarded is not offered again";

    type(*page, "name", QStringLiteral("Changed"));
    Prompts::setNextAnswer(Prompts::Yes);
    window->tabs().closeCurrent();
    ASSERT_TRUE(waitUntil([&] { return !window->tabs().isOpen(QStringLiteral("record/clients/%1").arg(whale)); }));
    EXPECT_EQ(stored(clients, whale).head().title(), QStringLiteral("Changed"));
    EXPECT_EQ(Prompts::takeAsked().size(), 3);
}

TEST_F(RecordPages, LeavingWithAFaultStays)
{
    RecordPage &page = record(clients, whale);
    type(page, "name", {});
    Prompts::setNextAnswer(Prompts::Yes);
    window->tabs().closeCurrent();
    QCoreApplication::processEvents();
    EXPECT_EQ(&current(), &page);
    EXPECT_FALSE(field(page, "name").fault().isEmpty());
    type(page, "name", QStringLiteral("Whale"));
    ASSERT_TRUE(saveAll(page));
    EXPECT_EQ(&current(), &page) << "this save was no leaving";
}

TEST_F(RecordPages, LeavingWhileASaveRunsLeavesAfterIt)
{
    RecordPage &page = record(clients, whale);
    type(page, "name", QStringLiteral("Changed"));
    pressSave();
    Prompts::setNextAnswer(Prompts::Yes);
    window->tabs().closeCurrent();
    ASSERT_TRUE(waitUntil([&] { return !window->tabs().isOpen(QStringLiteral("record/clients/%1").arg(whale)); }));
    EXPECT_EQ(stored(clients, whale).head().title(), QStringLiteral("Changed"));
}

TEST_F(RecordPages, ARecordThatIsGoneSaysSo)
{
    const Id gone = make(clients, QStringLiteral("Gone")); // in the trash it could be restored: record_deleted_test
    RecordPage &page = record(clients, gone);
    database->asSystem()->remove(clients, {gone});
    database->asSystem()->purge(clients, {gone});
    type(page, "name", QStringLiteral("Changed"));
    pressSave();
    ASSERT_TRUE(waitUntil([&] { return banner(page).isVisible(); }));
    EXPECT_EQ(line(page, "name").text(), QStringLiteral("Changed")) << "what was typed can still be copied";
    Prompts::setNextAnswer(Prompts::No);
    window->tabs().closeCurrent();
}

TEST_F(RecordPages, WhoMayNotChangeSeesAFormToRead)
{
    database->addUser(QStringLiteral("vera"), QStringLiteral("Read only"));
    open({QStringLiteral("vera"), QStringLiteral("secret-1")});
    RecordPage &page = record(clients, whale);
    EXPECT_TRUE(line(page, "name").isReadOnly());
    QTest::keyClicks(&line(page, "name"), QStringLiteral("x"));
    pressSave();
    EXPECT_TRUE(waitUntil([&] { return page.isIdle(); }));
    EXPECT_FALSE(page.hasUnsavedChanges());
    EXPECT_EQ(stored(clients, whale).head().title(), QStringLiteral("Blue Whale"));
    EXPECT_FALSE(line(page, "owner_id").isClearButtonEnabled()) << "it would clear nothing";
}

TEST_F(RecordPages, AListBesideItIsMadeWhenSomebodyLooksAtIt)
{
    auto repository = database->asSystem();
    Document task{Record(repository->catalog()->at(QStringLiteral("tasks")))};
    task.set(QStringLiteral("title"), QStringLiteral("Feed the whale"));
    task.set(QStringLiteral("parent_entity"), clients);
    task.set(QStringLiteral("parent_id"), whale);
    repository->save(task);
    RecordPage &page = record(clients, whale);
    const auto made = [&page] { return page.findChildren<ListPanel *>().size(); };
    EXPECT_EQ(made(), 1);
    const QList<RelatedTab *> all = page.findChildren<RelatedTab *>();
    const auto tasks = std::find_if(all.begin(), all.end(),
                                    [](const RelatedTab *tab) { return tab->entity() == QStringLiteral("tasks"); });
    ASSERT_NE(tasks, all.end());
    auto &tabs = *qobject_cast<QTabWidget *>((*tasks)->parentWidget()->parentWidget());
    EXPECT_TRUE(waitUntil([&] { return tabs.tabText(tabs.indexOf(*tasks)).endsWith(QStringLiteral("(1)")); }));
    tabs.setCurrentWidget(*tasks);
    EXPECT_EQ(made(), 2);
    const ListModel &model = *(*tasks)->panel().model();
    EXPECT_TRUE(waitUntil([&] { return model.rowCount() == 1 && model.rowAt(0); }));
    tabs.setCurrentIndex(0);
    tabs.setCurrentWidget(*tasks);
    EXPECT_EQ(made(), 2);
}

TEST_F(RecordPages, ACommentIsAsHighAsItsText)
{
    {
        auto repository = database->asSystem();
        Document comment{Record(repository->catalog()->at(QStringLiteral("comments")))};
        comment.set(QStringLiteral("text"),
                    QStringLiteral("They asked for a week more, and for the contract as well."));
        comment.set(QStringLiteral("parent_entity"), clients);
        comment.set(QStringLiteral("parent_id"), whale);
        repository->save(comment);
    }
    RecordPage &page = record(clients, whale);
    const auto *thread = page.findChild<ThreadPanel *>();
    ASSERT_TRUE(thread);
    const auto entry = [&]() -> const QWidget * {
        const auto *text = thread->findChild<QTextBrowser *>();
        return text ? text->parentWidget() : nullptr;
    };
    EXPECT_TRUE(waitUntil([&] {
        const auto *text = thread->findChild<QTextBrowser *>();
        return text && text->isVisible() && entry()->height() - text->height() < 60 &&
               text->height() <= int(text->document()->size().height()) + 2;
    })) << (entry() ? entry()->height() : -1);
}

} // namespace
} // namespace crm::test
