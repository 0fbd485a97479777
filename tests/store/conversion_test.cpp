// A lead becomes a client: all of it or nothing.
#include "core/exchange/paper.h"
#include "core/model/error.h"
#include "tests/support/temp_database.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {

struct Conversion : ::testing::Test
{
    TempDatabase db;
    std::unique_ptr<Repository> repo = db.asSystem();

    Document make(const QString &entity, const QVariantMap &values, Repository *as = nullptr)
    {
        Repository &r = as ? *as : *repo;
        Document d{Record(r.catalog()->at(entity), newId())};
        for (auto it = values.begin(); it != values.end(); ++it)
            d.set(it.key(), it.value());
        return r.save(d).document;
    }
    Document lead(const QVariantMap &more = {}, Repository *as = nullptr)
    {
        QVariantMap values{{"name", "Vector Ltd"},
                           {"contact_first_name", "Anna"},
                           {"contact_last_name", "Petrova"},
                           {"contact_job_title", "CEO"},
                           {"email", "anna@vector.example"},
                           {"phone", "+7 (912) 345-67-89"},
                           {"city", "Omsk"},
                           {"country", "Russia"},
                           {"vat_number", "7707083893"},
                           {"currency", "EUR"},
                           {"external_id", "L-1"}};
        values.insert(more);
        return make("leads", values, as);
    }
    Id convert(Id lead, const QVariantMap &parameters = {}, Repository *as = nullptr)
    {
        const auto result = (as ? *as : *repo).runAction("leads", lead, "convert", parameters);
        EXPECT_EQ(result.first, QString("clients"));
        return result.second;
    }
    qint64 count(const QString &entity, const QString &where = {}, Repository *as = nullptr)
    {
        Repository &r = as ? *as : *repo;
        Query query(entity);
        query.filter = Filter::parse(where, *r.catalog(), entity);
        return r.totals(query, {}).count;
    }
    /// What is said about a client that there may be already; empty: nothing.
    QString refusal(Id lead, const QVariantMap &parameters = {}, Repository *as = nullptr)
    {
        try {
            convert(lead, parameters, as);
        } catch (const Error &e) {
            EXPECT_EQ(e.kind(), ErrorKind::Validation);
            EXPECT_EQ(e.faults().value(0).field, QString("client_id"));
            return e.sentence();
        }
        return {};
    }
};

TEST_F(Conversion, MakesClientAndContact)
{
    const Document was = lead();
    const Id id = convert(was.id());
    const Document client = repo->load("clients", id);
    EXPECT_EQ(client.value("name"), "Vector Ltd");
    for (const char *field : {"type", "email", "phone", "city", "country", "vat_number", "currency"})
        EXPECT_EQ(client.value(field), was.value(field)) << field;
    EXPECT_EQ(client.head().ref("lead_id"), was.id());
    EXPECT_TRUE(client.head().text("external_id").isEmpty()) << "the lead's id in another system is not the client's";
    const Document contact = repo->load("contacts", client.head().ref("primary_contact_id"));
    EXPECT_EQ(contact.value("name"), "Anna Petrova");
    EXPECT_EQ(contact.value("job_title"), "CEO");
    EXPECT_EQ(contact.head().ref("client_id"), id);
    const Document now = repo->load("leads", was.id());
    EXPECT_EQ(now.value("state_of_lead"), "converted");
    EXPECT_EQ(now.head().ref("client_id"), id);
    EXPECT_EQ(repo->load("lead_statuses", now.head().ref("status_id")).value("kind"), "won");
    EXPECT_EQ(repo->check().join(u'\n'), QString());
}

TEST_F(Conversion, LocksTheLead)
{
    const Document was = lead();
    convert(was.id());
    const Opened opened = repo->open("leads", was.id());
    EXPECT_FALSE(opened.lockReason.isEmpty());
    Document changed = opened.document;
    changed.set("name", "Other");
    EXPECT_THROW(repo->save(changed), Error);
    EXPECT_THROW(convert(was.id(), {{"target", "new"}}), Error) << "it cannot become two clients";
    EXPECT_EQ(count("clients"), 1);
}

TEST_F(Conversion, NobodyCallsALeadConvertedByHand)
{
    Document d = lead();
    d.set("state_of_lead", "converted");
    EXPECT_EQ(repo->save(d).document.value("state_of_lead"), "open");
    auto admin = db.as({}, {});
    d = admin->load("leads", d.id());
    d.set("client_id", make("clients", {{"name", "X"}}).id());
    EXPECT_THROW(admin->save(d), Error);
}

TEST_F(Conversion, MovesWhatHangsOnTheLead)
{
    const Document was = lead();
    const QVariantMap place{{"parent_entity", "leads"}, {"parent_id", was.id()}};
    const auto with = [&](QVariantMap values) {
        values.insert(place);
        return values;
    };
    for (int i = 0; i < 3; ++i)
        make("notes", with({{"title", QString("Note %1").arg(i)}}));
    make("comments", with({{"text", "Called"}}));
    const Document task = make("tasks", with({{"title", "Call"}}));
    make("comments", {{"text", "On the task"}, {"parent_entity", "tasks"}, {"parent_id", task.id()}});
    make("files", with({{"name", "offer.pdf"}}));
    const Document other = lead({{"name", "Other"}, {"email", "x@other.example"}, {"phone", ""}});
    make("notes", {{"title", "Stays"}, {"parent_entity", "leads"}, {"parent_id", other.id()}});
    const Id client = convert(was.id());
    for (const auto &[entity, expected] : {std::pair{"notes", 3}, {"comments", 1}, {"tasks", 1}, {"files", 1}}) {
        EXPECT_EQ(count(entity, QString("parent_entity = clients and parent_id = %1").arg(client)), expected) << entity;
        EXPECT_EQ(count(entity, QString("parent_entity = leads and parent_id = %1").arg(was.id())), 0) << entity;
    }
    EXPECT_EQ(count("comments", QString("parent_id = %1").arg(task.id())), 1) << "what hangs on the task stays there";
    EXPECT_EQ(count("notes", QString("parent_id = %1").arg(other.id())), 1);
}

TEST_F(Conversion, MovesMoreThanOneBatch)
{
    const Document was = lead();
    QList<Document> notes;
    for (int i = 0; i < 1203; ++i) {
        Document d{Record(repo->catalog()->at("notes"), newId())};
        d.set("title", QString("Note %1").arg(i));
        d.set("parent_entity", "leads");
        d.set("parent_id", was.id());
        notes.append(d);
    }
    repo->saveMany(notes);
    const Id client = convert(was.id());
    EXPECT_EQ(count("notes", QString("parent_id = %1").arg(client)), 1203);
}

TEST_F(Conversion, NamesAClientThatThereMayBeAlready)
{
    make("clients", {{"name", "VECTOR  ltd"}});
    EXPECT_TRUE(refusal(lead().id()).contains("VECTOR"));
    EXPECT_EQ(count("clients"), 1) << "nothing was written";
    EXPECT_EQ(count("contacts"), 0);
}

TEST_F(Conversion, KnowsClientsByPhoneHoweverItIsWritten)
{
    make("clients", {{"name", "Horns and Hooves"}, {"phone", "8 912 345 67 89"}});
    EXPECT_TRUE(refusal(lead().id()).contains("Horns"));
    make("clients", {{"name", "Nearly"}, {"phone", "+7 912 345-67-80"}});
    EXPECT_FALSE(refusal(lead({{"phone", "+7 (912) 345-67-89"}, {"name", "Third"}}).id()).contains("Nearly"));
}

TEST_F(Conversion, KnowsClientsByTheMailOfTheirContacts)
{
    const Document client = make("clients", {{"name", "Horns and Hooves"}});
    make("contacts", {{"first_name", "A"}, {"client_id", client.id()}, {"email", "ANNA@vector.example"}});
    EXPECT_TRUE(refusal(lead().id()).contains("Horns"));
}

TEST_F(Conversion, IgnoresAShortPhone)
{
    make("clients", {{"name", "Horns and Hooves"}, {"phone", "112"}});
    EXPECT_EQ(refusal(lead({{"phone", "112"}}).id()), QString());
}

TEST_F(Conversion, MakesANewClientInAnyCase)
{
    make("clients", {{"name", "Vector Ltd"}});
    convert(lead().id(), {{"target", "new"}});
    EXPECT_EQ(count("clients", "name = 'Vector Ltd'"), 2);
}

TEST_F(Conversion, JoinsAnExistingClientAndFillsItsGapsOnly)
{
    const Document client = make("clients", {{"name", "Vector"}, {"phone", "+7 495 000-00-01"}, {"city", "Moscow"}});
    const Document was = lead();
    EXPECT_EQ(convert(was.id(), {{"client_id", client.id()}}), client.id());
    const Document now = repo->load("clients", client.id());
    EXPECT_EQ(now.value("name"), "Vector");
    EXPECT_EQ(now.value("phone"), "+7 495 000-00-01");
    EXPECT_EQ(now.value("email"), "anna@vector.example");
    EXPECT_EQ(now.value("city"), "Moscow");
    EXPECT_TRUE(now.head().text("country").isEmpty()) << "half of another address is a wrong address";
    EXPECT_EQ(now.head().ref("lead_id"), was.id());
    EXPECT_EQ(count("contacts", QString("client_id = %1").arg(client.id())), 1);
    EXPECT_EQ(count("clients"), 1);
}

TEST_F(Conversion, AsksWhichClientIsMeant) { EXPECT_FALSE(refusal(lead().id(), {{"target", "existing"}}).isEmpty()); }

TEST_F(Conversion, DoesNotDoubleAContact)
{
    const Document client = make("clients", {{"name", "Vector"}});
    make("contacts", {{"first_name", "anna"}, {"last_name", "PETROVA"}, {"client_id", client.id()}});
    convert(lead().id(), {{"client_id", client.id()}});
    EXPECT_EQ(count("contacts"), 1);
}

TEST_F(Conversion, LeavesOutTheContactWhenAsked)
{
    const Id client = convert(lead().id(), {{"create_contact", false}});
    EXPECT_EQ(count("contacts"), 0);
    EXPECT_EQ(repo->load("clients", client).head().ref("primary_contact_id"), 0);
}

TEST_F(Conversion, MakesAPersonTheirOwnContact)
{
    const Id client = convert(
        lead({{"type", "person"}, {"name", "Ivan Orlov"}, {"contact_first_name", ""}, {"contact_last_name", ""}}).id());
    const Document contact = repo->load("contacts", repo->load("clients", client).head().ref("primary_contact_id"));
    EXPECT_EQ(contact.value("last_name"), "Orlov");
}

TEST_F(Conversion, CarriesCustomFieldsOfTheSameKeyAndKind)
{
    for (const char *entity : {"leads", "clients"})
        make("custom_fields", {{"entity", entity}, {"label", "Branch"}, {"key", "branch"}, {"kind", "text"}});
    make("custom_fields", {{"entity", "leads"}, {"label", "Size"}, {"key", "staff"}, {"kind", "integer"}});
    make("custom_fields", {{"entity", "clients"}, {"label", "Size"}, {"key", "staff"}, {"kind", "text"}});
    repo = db.asSystem();
    const Id client = convert(lead({{"branch", "Steel"}, {"staff", 12}}).id());
    EXPECT_EQ(repo->load("clients", client).value("branch"), "Steel");
    EXPECT_TRUE(repo->load("clients", client).head().text("staff").isEmpty());
}

TEST_F(Conversion, KeepsNothingWhenItFails)
{
    const Document was = lead({{"contact_first_name", "Anna"}});
    make("notes", {{"title", "N"}, {"parent_entity", "leads"}, {"parent_id", was.id()}});
    const qint64 head = repo->head();
    EXPECT_THROW(convert(was.id(), {{"client_id", newId()}}), Error) << "there is no such client";
    EXPECT_EQ(repo->head(), head);
    EXPECT_EQ(repo->load("leads", was.id()).value("state_of_lead"), "open");
    EXPECT_EQ(count("notes", QString("parent_id = %1").arg(was.id())), 1);
}

/// Whoever may not see the client is not told that there is one.
TEST_F(Conversion, DoesNotGiveAwayClientsOfOthers)
{
    const Id anna = db.addUser("anna", "Staff (own records)");
    const Id boris = db.addUser("boris", "Staff (own records)");
    make("clients", {{"name", "Vector Ltd"}, {"owner_id", boris}});
    auto hers = db.as("anna", "secret-1");
    const Document was = lead({}, hers.get());
    EXPECT_EQ(was.head().ref("owner_id"), anna);
    const Id client = convert(was.id(), {}, hers.get());
    EXPECT_EQ(hers->load("clients", client).head().ref("owner_id"), anna);
    EXPECT_EQ(count("clients", {}, hers.get()), 1);
}

TEST_F(Conversion, NeedsTheRightToChangeTheLead)
{
    db.addUser("anna", "Read only");
    const Document was = lead();
    auto hers = db.as("anna", "secret-1");
    EXPECT_THROW(convert(was.id(), {}, hers.get()), Error);
    EXPECT_EQ(count("clients"), 0);
}

struct LeadPapers : Conversion
{
    Document estimate(const QVariantMap &whom)
    {
        Document d{Record(repo->catalog()->at("estimates"), newId())};
        for (auto it = whom.begin(); it != whom.end(); ++it)
            d.set(it.key(), it.value());
        Record line(repo->catalog()->at("estimate_lines"), newId());
        line.set("title", "Work");
        line.set("rate", 1000'00);
        d.lines("estimate_lines").append(line);
        return repo->save(d).document;
    }
    QStringList refused(const std::function<void()> &act)
    {
        try {
            act();
        } catch (const Error &e) {
            EXPECT_FALSE(e.sentence().isEmpty());
            QStringList fields;
            for (const FieldFault &fault : e.faults())
                fields << fault.field;
            return fields.isEmpty() ? QStringList{"denied"} : fields;
        }
        return {};
    }
};

TEST_F(LeadPapers, GoAlongInTheSameTransaction)
{
    const Document was = lead();
    const Document open = estimate({{"lead_id", was.id()}}), accepted = estimate({{"lead_id", was.id()}});
    EXPECT_EQ(open.value("currency"), "EUR") << "the lead's";
    repo->runAction("estimates", accepted.id(), "accept", {{"accepted_by", "Anna"}});
    const Document contract = make("contracts", {{"lead_id", was.id()}, {"title", "Frame"}});
    const Document call =
        make("activities", {{"subject", "Call"}, {"parent_entity", "leads"}, {"parent_id", was.id()}});
    const Document others = estimate({{"lead_id", lead({{"name", "Other"}, {"email", ""}, {"phone", ""}}).id()}});
    for (const char *action : {"to_order", "to_invoice"})
        EXPECT_EQ(refused([&] { repo->runAction("estimates", accepted.id(), action, {}); }), QStringList{"lead_id"});
    EXPECT_EQ(count("orders") + count("invoices"), 0);

    EXPECT_TRUE(paperHtml(*repo, "estimates", open.id(), {}).contains("Vector Ltd")) << "whom the paper is for";

    const Id client = convert(was.id());
    for (const Document &paper : {open, accepted, contract}) {
        const Document now = repo->load(paper.entity().key(), paper.id());
        EXPECT_EQ(now.head().ref("client_id"), client);
        EXPECT_EQ(now.head().ref("lead_id"), 0);
        EXPECT_EQ(now.value("total"), paper.value("total"));
        EXPECT_EQ(now.value("currency"), "EUR");
    }
    EXPECT_EQ(repo->load("estimates", accepted.id()).value("status"), "accepted");
    EXPECT_EQ(repo->load("activities", call.id()).head().ref("parent_id"), client);
    EXPECT_NE(repo->load("estimates", others.id()).head().ref("lead_id"), 0) << "of another lead";
    const Document now = repo->load("leads", was.id());
    EXPECT_TRUE(now.value("converted_at").toDateTime().isValid());
    EXPECT_EQ(now.value("probability"), QVariant(qint64(100)));
    const Id order = repo->runAction("estimates", accepted.id(), "to_order", {}).second;
    EXPECT_EQ(repo->load("orders", order).head().ref("client_id"), client);
    EXPECT_EQ(repo->check().join(u'\n'), QString());
}

TEST_F(LeadPapers, AreForALeadOrAClient)
{
    const Document was = lead(), other = lead({{"name", "Other"}, {"email", ""}, {"phone", ""}});
    const Document client = make("clients", {{"name", "Horns"}});
    const Document contact = make("contacts", {{"first_name", "Bea"}, {"client_id", client.id()}});
    EXPECT_EQ(refused([&] { estimate({}); }), QStringList{"client_id"});
    EXPECT_EQ(refused([&] { estimate({{"lead_id", was.id()}, {"client_id", client.id()}}); }), QStringList{"lead_id"});
    EXPECT_EQ(refused([&] {
                  estimate({{"lead_id", was.id()}, {"contact_id", contact.id()}});
              }),
              QStringList{"contact_id"});
    EXPECT_EQ(refused([&] { make("contracts", {{"title", "Frame"}}); }), QStringList{"client_id"});
    convert(was.id());
    EXPECT_EQ(refused([&] { estimate({{"lead_id", was.id()}}); }), QStringList{"lead_id"}) << "a client by now";
    Document accepted = estimate({{"lead_id", other.id()}});
    repo->runAction("estimates", accepted.id(), "accept", {{"accepted_by", "Bea"}});
    accepted = repo->load("estimates", accepted.id());
    accepted.set("lead_id", QVariant());
    accepted.set("client_id", client.id());
    EXPECT_EQ(refused([&] { repo->save(accepted); }), QStringList{"client_id"}) << "accepted by somebody else";
}

TEST_F(LeadPapers, KeepTheirCurrencyOrStay)
{
    const Document was = lead();
    const Document client = make("clients", {{"name", "Horns"}, {"currency", "USD"}});
    const Document paper = estimate({{"lead_id", was.id()}});
    const qint64 head = repo->head();
    EXPECT_EQ(refused([&] { convert(was.id(), {{"client_id", client.id()}}); }), QStringList{"client_id"});
    EXPECT_EQ(repo->head(), head) << "nothing was written";
    EXPECT_EQ(repo->load("leads", was.id()).value("state_of_lead"), "open");
    EXPECT_EQ(repo->load("estimates", paper.id()).head().ref("lead_id"), was.id());
}

} // namespace
