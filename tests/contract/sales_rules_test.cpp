// Orders with their totals, clients, contacts.
#include "tests/contract/rule_fixture.h"

using namespace crm;
using namespace crm::test;

namespace {

struct Sales : Rules
{
    Document client = make("clients", {{"name", "Vector"}});

    Document order(const QVariantMap &more = {})
    {
        QVariantMap values{{"client_id", client.id()}, {"order_date", QDate(2026, 5, 4)}};
        values.insert(more);
        return fresh("orders", values);
    }
    void addLine(Document &d, qint64 quantity, qint64 rate, const QVariantMap &more = {})
    {
        QVariantMap values{{"title", "Thing"}, {"quantity", quantity}, {"rate", rate}};
        values.insert(more);
        Rules::addLine(d, "order_lines", values);
    }
    Document item(const QVariantMap &more = {})
    {
        QVariantMap values{
            {"title", "Chai"}, {"rate", 1800}, {"unit_id", row("units", "name", "pc")}, {"description", "Tea"}};
        values.insert(more);
        return make("items", values);
    }
};

TEST_F(Sales, OrdersAreNumberedInOrder)
{
    EXPECT_EQ(repo->save(order()).document.value("number"), "ORD-0001");
    EXPECT_EQ(repo->save(order()).document.value("number"), "ORD-0002");
}

TEST_F(Sales, NewOrdersGetTheFirstStatusAndAnOwner)
{
    auto admin = db.as({}, {});
    const Document d = admin->save(order()).document;
    EXPECT_EQ(d.head().ref("status_id"), row("order_statuses", "name", "New"));
    EXPECT_EQ(d.head().ref("owner_id"), admin->actor().userId);
}

TEST_F(Sales, TotalsFollowFromTheLines)
{
    Document d = order({{"tax_id", row("taxes", "name", "VAT 20 %")}, {"discount_percent", 1000}});
    addLine(d, 2000, 10'000);                      // 200.00
    addLine(d, 1500, 3'333, {{"discount", 500}});  // 1.5 x 33.33 - 5 % = 47.49525 -> 47.50
    addLine(d, 1000, 5'000, {{"taxable", false}}); // 50.00
    d = repo->save(d).document;
    EXPECT_EQ(d.lines("order_lines").at(1).integer("total"), 4'750);
    EXPECT_EQ(d.head().integer("subtotal"), 29'750);
    EXPECT_EQ(d.head().integer("discount_total"), 2'975);
    EXPECT_EQ(d.head().integer("tax_total"), 4'455); // (200.00 + 47.50) less a tenth, a fifth of it
    EXPECT_EQ(d.head().integer("total"), 29'750 - 2'975 + 4'455);
    EXPECT_EQ(d.head().integer("tax_percent"), 20'000);
}

TEST_F(Sales, RoundingOfLinesAndOfTheDocumentDiffer)
{
    for (const auto &[rounding, total] : {std::pair{"lines", 300}, {"document", 299}}) {
        Document d = order({{"rounding", rounding}});
        for (int i = 0; i < 3; ++i)
            addLine(d, 333, 299); // 0.99567
        EXPECT_EQ(repo->save(d).document.head().integer("total"), total) << rounding;
    }
}

TEST_F(Sales, TotalsFollowEveryChange)
{
    Document d = order();
    addLine(d, 1000, 10'000);
    d = repo->save(d).document;
    d.lines("order_lines")[0].set("quantity", 3000);
    d = repo->save(d).document;
    EXPECT_EQ(d.head().integer("total"), 30'000);
    d.lines("order_lines").clear();
    d = repo->save(d).document;
    EXPECT_EQ(d.head().integer("total"), 0);
    d.set("total", 12'345);
    EXPECT_EQ(repo->save(d).document.head().integer("total"), 0) << "nobody types a total";
}

TEST_F(Sales, FreightIsNotPartOfTheTotal)
{
    Document d = order({{"freight", 5'000}});
    addLine(d, 1000, 10'000);
    EXPECT_EQ(repo->save(d).document.head().integer("total"), 10'000);
}

TEST_F(Sales, ADiscountIsAPercentageOrAnAmount)
{
    EXPECT_EQ(refused(order({{"discount_percent", 1000}, {"discount_amount", 500}})), QStringList{"discount_amount"});
    Document d =
        order({{"discount_amount", 500}, {"discount_when", "after_tax"}, {"tax_id", row("taxes", "name", "VAT 10 %")}});
    addLine(d, 1000, 10'000);
    EXPECT_EQ(repo->save(d).document.head().integer("total"), 10'500);
}

TEST_F(Sales, AnItemFillsWhatIsEmpty)
{
    Document d = order();
    addLine(d, 1000, 0, {{"item_id", item().id()}, {"title", QVariant()}, {"rate", QVariant()}});
    addLine(d, 1000, 999, {{"item_id", item().id()}, {"title", "Own words"}, {"unit", "box"}});
    d = repo->save(d).document;
    const QList<Record> lines = d.lines("order_lines");
    EXPECT_EQ(lines.at(0).value("title"), "Chai");
    EXPECT_EQ(lines.at(0).value("unit"), "pc");
    EXPECT_EQ(lines.at(0).value("description"), "Tea");
    EXPECT_EQ(lines.at(0).integer("rate"), 1800);
    EXPECT_EQ(lines.at(1).value("title"), "Own words");
    EXPECT_EQ(lines.at(1).value("unit"), "box");
    EXPECT_EQ(lines.at(1).integer("rate"), 999);
}

TEST_F(Sales, APriceOfAnotherCurrencyIsNotTaken)
{
    Document d = order({{"currency", "EUR"}});
    addLine(d, 1000, 0, {{"item_id", item().id()}, {"rate", QVariant()}});
    EXPECT_EQ(repo->save(d).document.lines("order_lines").at(0).integer("rate"), 0);
    d = order({{"currency", "EUR"}});
    addLine(d, 1000, 0, {{"item_id", item({{"currency", "EUR"}}).id()}, {"rate", QVariant()}});
    EXPECT_EQ(repo->save(d).document.lines("order_lines").at(0).integer("rate"), 1800);
}

TEST_F(Sales, ANewPriceChangesNothingThatWasAgreed)
{
    Document thing = item();
    Document unpriced = item({{"title", "Later"}, {"rate", QVariant()}});
    Document d = order();
    addLine(d, 1000, 0, {{"item_id", thing.id()}, {"rate", QVariant()}, {"title", QVariant()}});
    addLine(d, 1000, 0, {{"item_id", unpriced.id()}, {"rate", QVariant()}, {"title", QVariant()}});
    d = repo->save(d).document;
    for (Document *one : {&thing, &unpriced}) {
        one->set("rate", 2'500);
        one->set("title", "Renamed");
        repo->save(*one);
    }
    d.set("note", "touched");
    d = repo->save(d).document;
    EXPECT_EQ(d.lines("order_lines").at(0).integer("rate"), 1800);
    EXPECT_EQ(d.lines("order_lines").at(0).value("title"), "Chai");
    EXPECT_EQ(d.lines("order_lines").at(1).integer("rate"), 0);
    d.lines("order_lines")[0].set("item_id", unpriced.id());
    d.lines("order_lines")[0].set("rate", QVariant());
    EXPECT_EQ(repo->save(d).document.lines("order_lines").at(0).integer("rate"), 2'500) << "another item was chosen";
}

TEST_F(Sales, ANewRateOfATaxChangesNothingThatWasAgreed)
{
    Document tax = make("taxes", {{"name", "Levy"}, {"percent", 5'000}});
    Document d = order({{"tax_id", tax.id()}});
    addLine(d, 1000, 10'000);
    d = repo->save(d).document;
    tax.set("percent", 50'000);
    repo->save(tax);
    d.set("note", "touched");
    d = repo->save(d).document;
    EXPECT_EQ(d.head().integer("total"), 10'500);
    d.set("tax_id", QVariant());
    d = repo->save(d).document;
    EXPECT_EQ(d.head().integer("total"), 10'000);
    EXPECT_FALSE(d.value("tax_percent").isValid());
}

TEST_F(Sales, ALineSaysWhatItIsFor)
{
    Document d = order();
    addLine(d, 1000, 100);
    addLine(d, 1000, 100, {{"title", " "}});
    EXPECT_EQ(refused(d), QStringList{"order_lines/2/title"});
}

TEST_F(Sales, AnOrderSpeaksTheClientsCurrency)
{
    client.set("currency", "EUR");
    client = repo->save(client).document;
    EXPECT_EQ(repo->save(order()).document.value("currency"), "EUR");
    EXPECT_EQ(repo->save(order({{"currency", "USD"}})).document.value("currency"), "USD");
    EXPECT_FALSE(refused(order({{"currency", "XXY"}})).isEmpty());
}

TEST_F(Sales, AnAmountThatDoesNotFitIsRefused)
{
    Document d = order();
    addLine(d, std::numeric_limits<qint64>::max() / 2, std::numeric_limits<qint64>::max() / 2);
    EXPECT_THROW(repo->save(d), Error);
}

TEST_F(Sales, NothingIsShippedBeforeItIsOrdered)
{
    EXPECT_EQ(refused(order({{"shipped_date", QDate(2026, 5, 3)}})), QStringList{"shipped_date"});
    EXPECT_EQ(refused(order({{"shipped_date", QDate(2026, 5, 4)}})), QStringList());
}

TEST_F(Sales, AContactBelongsToTheClient)
{
    const Document other = make("clients", {{"name", "Other"}});
    const Document stranger = make("contacts", {{"first_name", "S"}, {"client_id", other.id()}});
    const Document both = make(
        "contacts",
        {{"first_name", "B"}, {"client_id", other.id()}, {"other_clients", QVariant::fromValue(IdList{client.id()})}});
    EXPECT_EQ(refused(order({{"contact_id", stranger.id()}})), QStringList{"contact_id"});
    EXPECT_EQ(refused(order({{"contact_id", both.id()}})), QStringList());
    client = repo->load("clients", client.id());
    client.set("primary_contact_id", stranger.id());
    EXPECT_EQ(refused(client), QStringList{"primary_contact_id"});
}

TEST_F(Sales, AContactIsNamedByItsParts)
{
    EXPECT_EQ(
        make("contacts", {{"client_id", client.id()}, {"first_name", "Maria"}, {"last_name", "Anders"}}).value("name"),
        "Maria Anders");
    const Document whole = make("contacts", {{"client_id", client.id()}, {"name", "Ana Trujillo Perez"}});
    EXPECT_EQ(whole.value("first_name"), "Ana");
    EXPECT_EQ(whole.value("last_name"), "Trujillo Perez");
    EXPECT_EQ(whole.value("name"), "Ana Trujillo Perez");
    EXPECT_EQ(refused(fresh("contacts", {{"client_id", client.id()}})), QStringList{"first_name"});
}

TEST_F(Sales, AContactIsMadeThePrimaryOne)
{
    const Document first = make("contacts", {{"client_id", client.id()}, {"first_name", "A"}});
    const Document second = make("contacts", {{"client_id", client.id()}, {"first_name", "B"}});
    client.set("city", "Omsk");
    client = repo->save(client).document;
    EXPECT_EQ(client.head().ref("primary_contact_id"), first.id()) << "the first one, until somebody chooses";
    repo->runAction("contacts", second.id(), "make_primary", {});
    EXPECT_EQ(repo->load("clients", client.id()).head().ref("primary_contact_id"), second.id());
}

TEST_F(Sales, MailIsKeptInOneSpelling)
{
    EXPECT_EQ(make("clients", {{"name", "X"}, {"email", "Anna@Example.COM"}}).value("email"), "anna@example.com");
}

TEST_F(Sales, RequisitesAreCheckedByTheirDigits)
{
    const QVariantMap right{{"name", "Bank"},     {"vat_number", "7707083893"},
                            {"kpp", "773601001"}, {"ogrn", "1027700132195"},
                            {"bic", "044525225"}, {"correspondent_account", "30101 810 4 0000 0000225"}};
    EXPECT_EQ(make("clients", right).value("correspondent_account"), "30101810400000000225") << "as it is stored";
    for (const auto &[field, wrong] : {std::pair{"vat_number", "7707083894"},
                                       {"kpp", "77360100"},
                                       {"ogrn", "1027700132196"},
                                       {"bic", "944525225"},
                                       {"correspondent_account", "30101810400000000226"}}) {
        QVariantMap values = right;
        values.insert(field, wrong);
        EXPECT_TRUE(refused(fresh("clients", values)).contains(field)) << field;
    }
    // Companies of other countries have other numbers.
    EXPECT_EQ(refused(fresh("clients", {{"name", "Acme"}, {"vat_number", "DE129273398"}, {"account", "DE89 3704"}})),
              QStringList());
}

} // namespace
