// Companies of one's own: which one documents start with, and whose statement of a client is. On a file and on a
// server.
#include "core/exchange/paper.h"
#include "core/modules/statement.h"
#include "core/store/starting_values.h"
#include "tests/store/finance_fixture.h"

using namespace crm;
using namespace crm::test;

namespace {

struct Companies : FinanceFixture
{
    Id roses = make("companies", {{"name", "Roses"}}).id(), tulips = make("companies", {{"name", "Tulips"}}).id();

    void mark(Id company, const char *action = "make_default")
    {
        repo->runAction("companies", company, QLatin1String(action), {});
    }
    Id begun(const QString &entity)
    {
        Document d{Record(repo->catalog()->at(entity), newId())};
        startWithMarked(*repo, d);
        return d.head().ref("our_company_id");
    }
    Id issuedBy(Id company)
    {
        Document d = fresh("invoices", {{"client_id", client.id()}});
        if (company)
            d.set("our_company_id", company);
        add(d, {{"title", "Work"}, {"rate", 10'000}});
        const Id id = repo->save(d).document.id();
        repo->runAction("invoices", id, "issue", {});
        return id;
    }
    QString statement() { return paperHtml(*repo, "clients", client.id(), {}); }
};

TEST_F(Companies, OneIsMarkedToBeginDocumentsWith)
{
    EXPECT_EQ(begun("invoices"), 0) << "the office's";
    mark(roses);
    mark(tulips);
    EXPECT_EQ(count("companies", "is_default = yes"), 1) << "the other one has lost it";
    for (const char *entity : {"invoices", "estimates", "proposals", "contracts", "orders", "subscriptions"})
        EXPECT_EQ(begun(entity), tulips) << entity;
    EXPECT_FALSE(hasStartingValues(repo->catalog()->at("number_series"))) << "a series is nobody's until it is said";
    Document chosen = fresh("invoices", {{"client_id", client.id()}, {"our_company_id", roses}});
    startWithMarked(*repo, chosen);
    EXPECT_EQ(chosen.head().ref("our_company_id"), roses) << "one's own choice";
    // What follows from another record says itself whose it is.
    const Id office = issuedBy(0);
    EXPECT_EQ(
        repo->load("invoices", repo->runAction("invoices", office, "copy", {}).second).head().ref("our_company_id"), 0);
    const Id expense =
        make("expenses",
             {{"title", "Trip"}, {"amount", 100}, {"billable", true}, {"client_id", client.id()}, {"project_id", {}}})
            .id();
    EXPECT_EQ(repo->load("invoices", repo->runAction("expenses", expense, "to_invoice", {}).second)
                  .head()
                  .ref("our_company_id"),
              tulips);
    // By the action alone, and by administrators.
    db.addUser("anna", "Staff (own records)");
    const auto anna = db.as("anna", "secret-1");
    EXPECT_THROW(anna->runAction("companies", roses, "make_default", {}), Error);
    Document d{Record(anna->catalog()->at("invoices"), newId())};
    startWithMarked(*anna, d);
    EXPECT_EQ(d.head().ref("our_company_id"), tulips);
    mark(tulips, "no_default");
    EXPECT_EQ(begun("invoices"), 0);
    EXPECT_THROW(mark(tulips, "no_default"), Error) << "nothing to take away";
    isRight();
}

TEST_F(Companies, AStatementIsOfWhoWroteItsDocuments)
{
    make("office_settings", {{"name", "Office"}, {"legal_name", "Head office"}});
    issuedBy(0);
    EXPECT_TRUE(statement().contains("Head office"));
    client = make("clients", {{"name", "Sigma"}});
    make("payments", {{"client_id", client.id()}, {"amount", 500}});
    EXPECT_TRUE(statement().contains("Head office")) << "a payment is of nobody";
    const Id theirs = issuedBy(tulips);
    Document draft = fresh("invoices", {{"client_id", client.id()}, {"our_company_id", roses}});
    add(draft, {{"title", "Work"}, {"rate", 10'000}});
    repo->save(draft);
    EXPECT_TRUE(statement().contains("Tulips")) << "drafts are not in it";
    EXPECT_FALSE(statement().contains("Head office"));
    EXPECT_FALSE(statement().contains(QChar(0xb7))) << "no line need say it";
    const Id credit = repo->runAction("invoices", theirs, "credit", {}).second;
    repo->runAction("credit_notes", credit, "issue", {});
    EXPECT_EQ(modules::statementOf(*repo, client.id(), {}).writer(), tulips);
    issuedBy(roses);
    QString both = statement();
    EXPECT_TRUE(both.contains("Head office")) << "of several: the office's, and each line says whose it is";
    EXPECT_TRUE(both.contains(QStringLiteral(" \u00b7 Tulips")) && both.contains(QStringLiteral(" \u00b7 Roses")));
    issuedBy(0);
    EXPECT_EQ(modules::statementOf(*repo, client.id(), {}).writer(), 0);
    isRight();
}

TEST_F(Companies, ANewDocumentIsForThePrimaryContactOfItsClient)
{
    const auto contact = [&](const char *name, Id of) {
        return make("contacts", {{"first_name", name}, {"client_id", of}}).id();
    };
    const Id anna = contact("Anna", client.id()), boris = contact("Boris", client.id());
    const auto setPrimary = [&](Id who) { repo->runAction("contacts", who, "make_primary", {}); };
    const auto madeFor = [&](const QString &entity, const QVariantMap &more = {}, Repository *as = nullptr) {
        QVariantMap values{{"client_id", client.id()}};
        if (repo->catalog()->at(entity).field("title"))
            values.insert("title", "T");
        values.insert(more);
        return (as ? *as : *repo).save(fresh(entity, values)).document;
    };
    setPrimary(anna);
    for (const char *entity : {"invoices", "estimates", "proposals", "contracts", "orders", "subscriptions"})
        EXPECT_EQ(madeFor(entity).head().ref("contact_id"), anna) << entity;
    EXPECT_EQ(madeFor("invoices", {{"contact_id", boris}}).head().ref("contact_id"), boris) << "one's own choice";
    Document invoice = madeFor("invoices");
    invoice.set("contact_id", QVariant());
    EXPECT_EQ(repo->save(invoice).document.head().ref("contact_id"), 0) << "taken away, it stays away";
    setPrimary(boris);
    const Id lead = make("leads", {{"name", "Lead"}}).id();
    EXPECT_EQ(madeFor("estimates", {{"client_id", {}}, {"lead_id", lead}}).head().ref("contact_id"), 0);
    // One who has gone, or speaks for another client now.
    Document moved = repo->load("contacts", boris);
    moved.set("client_id", make("clients", {{"name", "Sigma"}}).id());
    repo->save(moved);
    EXPECT_EQ(madeFor("invoices").head().ref("contact_id"), 0);
    setPrimary(anna);
    repo->remove("contacts", {anna});
    EXPECT_EQ(madeFor("invoices").head().ref("contact_id"), 0);
    isRight();
}

} // namespace
