// Orders with their totals, clients, contacts.
#include "tests/support/rule_fixture.h"
#include <chrono>
#include <thread>

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

/// Prices of a client's list, for one item: from nothing on, from ten, from a hundred.
struct Prices : Sales
{
    Document thing = item();
    Document list = make("price_lists", {{"name", "Wholesale"}});

    void price(const Document &on, qint64 from, qint64 value)
    {
        make("item_prices",
             {{"price_list_id", on.id()}, {"item_id", thing.id()}, {"from_quantity", from}, {"price", value}});
    }
    void clientHas(const QVariantMap &values)
    {
        client = repo->load("clients", client.id());
        set(client.head(), values);
        client = repo->save(client).document;
    }
    qint64 rate(qint64 quantity, const QVariantMap &more = {})
    {
        Document d = order(more);
        addLine(d, quantity, 0, {{"item_id", thing.id()}, {"rate", QVariant()}});
        return repo->save(d).document.lines("order_lines").at(0).integer("rate");
    }
};

TEST_F(Prices, FollowTheListAndTheQuantity)
{
    price(list, 1'000, 1'700);
    price(list, 10'000, 1'500);
    price(list, 100'000, 1'200);
    EXPECT_EQ(rate(10'000), 1'800) << "the client has no list";
    clientHas({{"price_list_id", list.id()}});
    for (const auto &[quantity, expected] : {std::pair<qint64, qint64>{500, 1'800},
                                             {1'000, 1'700},
                                             {9'999, 1'700},
                                             {10'000, 1'500},
                                             {99'999, 1'500},
                                             {100'000, 1'200},
                                             {5'000'000, 1'200}})
        EXPECT_EQ(rate(quantity), expected) << quantity;
    // What is typed stays, and so does what was agreed.
    Document d = order();
    addLine(d, 10'000, 1'111, {{"item_id", thing.id()}});
    addLine(d, 10'000, 0, {{"item_id", thing.id()}, {"rate", QVariant()}});
    d = repo->save(d).document;
    make("item_prices",
         {{"price_list_id", list.id()}, {"item_id", thing.id()}, {"from_quantity", 5'000}, {"price", 1}});
    d.set("note", "touched");
    d = repo->save(d).document;
    EXPECT_EQ(d.lines("order_lines").at(0).integer("rate"), 1'111);
    EXPECT_EQ(d.lines("order_lines").at(1).integer("rate"), 1'500);
    EXPECT_EQ(rate(5'000), 1);
}

TEST_F(Prices, AreThoseOfTheCurrencyAndTheDay)
{
    price(list, 0, 1'000);
    clientHas({{"price_list_id", list.id()}});
    EXPECT_EQ(rate(1'000, {{"currency", "EUR"}}), 0) << "neither the list nor the item is in euro";
    set(list.head(), {{"valid_from", QDate(2026, 5, 1)}, {"valid_until", QDate(2026, 5, 31)}});
    list = repo->save(list).document;
    EXPECT_EQ(rate(1'000, {{"order_date", QDate(2026, 4, 30)}}), 1'800);
    EXPECT_EQ(rate(1'000, {{"order_date", QDate(2026, 5, 1)}}), 1'000);
    EXPECT_EQ(rate(1'000, {{"order_date", QDate(2026, 5, 31)}}), 1'000);
    EXPECT_EQ(rate(1'000, {{"order_date", QDate(2026, 6, 1)}}), 1'800);
    set(list.head(), {{"valid_until", QDate(2026, 4, 1)}});
    EXPECT_EQ(refused(list), QStringList{"valid_until"});
    list = repo->load("price_lists", list.id());
    list.set("currency", "EUR");
    EXPECT_EQ(refused(list), QStringList{"currency"}) << "there are prices in it";
}

TEST_F(Prices, OfAGroupAreForClientsWithoutAListOfTheirOwn)
{
    const Document own = make("price_lists", {{"name", "Own"}});
    price(list, 0, 1'000);
    price(own, 0, 900);
    const Document plain = make("client_groups", {{"name", "Plain"}});
    const Document group = make("client_groups", {{"name", "Dealers"}, {"price_list_id", list.id()}});
    clientHas({{"groups", QVariant::fromValue(IdList{plain.id(), group.id()})}});
    EXPECT_EQ(rate(1'000), 1'000);
    clientHas({{"price_list_id", own.id()}});
    EXPECT_EQ(rate(1'000), 900);
}

TEST_F(Prices, StandOnceOnAList)
{
    price(list, 1'000, 1'700);
    const QVariantMap again{
        {"price_list_id", list.id()}, {"item_id", thing.id()}, {"from_quantity", 1'000}, {"price", 5}};
    EXPECT_EQ(refused(fresh("item_prices", again)), QStringList{"from_quantity"});
}

TEST_F(Sales, HeadingsAndWhatIsNotTakenDoNotCount)
{
    Document d = fresh("estimates", {{"client_id", client.id()}, {"tax_id", row("taxes", "name", "VAT 20 %")}});
    Rules::addLine(d, "estimate_lines", {{"title", "Part one"}, {"kind", "heading"}, {"rate", 777}});
    Rules::addLine(d, "estimate_lines", {{"title", "Work"}, {"quantity", 2'000}, {"rate", 10'000}});
    Rules::addLine(d, "estimate_lines",
                   {{"title", "Paint"}, {"kind", "optional"}, {"quantity", 3'000}, {"rate", 1'000}});
    d = repo->save(d).document;
    EXPECT_EQ(d.head().integer("total"), 24'000);
    EXPECT_TRUE(d.lines("estimate_lines").at(0).value("rate").isNull());
    EXPECT_TRUE(d.lines("estimate_lines").at(0).value("total").isNull());
    EXPECT_EQ(d.lines("estimate_lines").at(2).integer("total"), 3'000) << "what it would come to";
    const auto linesOfOrder = [&] {
        const Id id = repo->runAction("estimates", d.id(), "copy", {}).second; // a conversion accepts, and locks
        const Id order = repo->runAction("estimates", id, "to_order", {}).second;
        const Document made = repo->load("orders", order);
        EXPECT_EQ(made.head().integer("total"), d.head().integer("total"));
        QStringList out;
        const QList<Record> lines = made.lines("order_lines");
        for (const Record &line : lines)
            out << line.text("title") + u'/' + line.text("kind");
        return out;
    };
    EXPECT_EQ(linesOfOrder(), (QStringList{"Part one/heading", "Work/item"}));
    d.lines("estimate_lines")[2].set("taken", true);
    d = repo->save(d).document;
    EXPECT_EQ(d.head().integer("total"), 27'600);
    EXPECT_EQ(linesOfOrder(), (QStringList{"Part one/heading", "Work/item", "Paint/item"}));
    Document bill = fresh("invoices", {{"client_id", client.id()}});
    Rules::addLine(bill, "invoice_lines", {{"title", "Paint"}, {"kind", "optional"}});
    EXPECT_FALSE(refused(bill).isEmpty()) << "an invoice offers nothing";
}

TEST_F(Sales, NumbersOfInvoicesFollowTheirDates)
{
    const auto issue = [&](const QDate &day) {
        Document d = fresh("invoices", {{"client_id", client.id()}, {"bill_date", day}, {"status", "issued"}});
        Rules::addLine(d, "invoice_lines", {{"title", "Work"}, {"rate", 100}});
        return refused(d);
    };
    EXPECT_EQ(issue(QDate(2026, 5, 10)), QStringList());
    EXPECT_EQ(issue(QDate(2026, 5, 9)), QStringList()) << "as long as nobody says otherwise";
    make("office_settings", {{"name", "Office"}, {"numbers_by_date", true}});
    if (db.isServer()) // its rules ask again for what is the same for all after two seconds
        std::this_thread::sleep_for(std::chrono::milliseconds(2500));
    EXPECT_EQ(issue(QDate(2026, 5, 9)), QStringList{"bill_date"});
    EXPECT_EQ(issue(QDate(2026, 5, 10)), QStringList());
    EXPECT_EQ(issue(QDate(2026, 5, 11)), QStringList());
}

TEST_F(Sales, AnExpenseHasTwoTaxes)
{
    const Document d = make("expenses", {{"title", "Hotel"},
                                         {"amount", 10'000},
                                         {"tax_id", row("taxes", "name", "VAT 20 %")},
                                         {"tax2_id", row("taxes", "name", "VAT 10 %")}});
    EXPECT_EQ(d.head().integer("tax_total"), 3'000);
    EXPECT_EQ(d.head().integer("total"), 13'000);
}

TEST_F(Sales, TheFirstPictureStandsForAnItem)
{
    Document thing = item();
    const auto picture = [&](const char *name) {
        return make("files", {{"name", name}, {"parent_entity", "items"}, {"parent_id", thing.id()}}).id();
    };
    const Id front = picture("front.png"), back = picture("back.png");
    const auto show = [&](const IdList &pictures) {
        thing.set("pictures", QVariant::fromValue(pictures));
        thing = repo->save(thing).document;
        return thing.head().ref("image_id");
    };
    EXPECT_EQ(show({front, back}), front);
    EXPECT_EQ(show({back, front}), back);
    EXPECT_EQ(repo->load("items", thing.id()).head().ids("pictures"), (IdList{back, front})) << "in their order";
    EXPECT_EQ(show({}), 0);
    thing.set("image_id", front); // nobody says it himself
    thing = repo->save(thing).document;
    EXPECT_EQ(repo->load("items", thing.id()).head().ref("image_id"), 0);
}

} // namespace
