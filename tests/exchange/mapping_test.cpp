#include "tests/exchange/exchange_fixture.h"

using namespace crm;
using namespace crm::test;

namespace {
QString shown(const QList<ColumnTarget> &map)
{
    QStringList targets;
    for (const ColumnTarget &target : map)
        targets << target.toString().section(u'=', 1);
    return targets.isEmpty() ? QStringLiteral("-") : targets.join(u' ');
}

QString sentenceOf(const std::function<void()> &fn)
{
    try {
        fn();
    } catch (const Error &e) {
        return e.sentence();
    }
    return {};
}
} // namespace

TEST(Mapping, guessesHeadsInBothLanguages)
{
    const Catalog catalog(builtinRegistry());
    const Actor actor = Actor::system();
    int heads = 0;
    for (const QByteArray &line : readData("import/heads.txt").split('\n')) {
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const QStringList parts = QString::fromUtf8(line).split(u'|');
        ASSERT_EQ(parts.size(), 3) << line.constData();
        const QList<ColumnTarget> map = guessMapping(catalog, catalog.at(parts[0]), actor, {parts[1]});
        EXPECT_EQ(shown(map), parts[2]) << line.constData();
        ++heads;
    }
    EXPECT_GT(heads, 50);
}

TEST(Mapping, guessesNorthwind)
{
    const Catalog catalog(builtinRegistry());
    const auto guessed = [&](const char *entity, const QString &heads) {
        QStringList all;
        for (const ColumnTarget &target : guessMapping(catalog, catalog.at(entity), Actor::system(), heads.split(u',')))
            all << target.toString();
        return all.join(u' ');
    };
    EXPECT_EQ(
        guessed("clients",
                "CustomerID,CompanyName,ContactName,ContactTitle,Address,City,Region,PostalCode,Country,Phone,Fax"),
        "CustomerID=external_id CompanyName=name ContactName=contacts.first_name:first_word "
        "ContactName=contacts.last_name:other_words ContactTitle=contacts.job_title Address=address City=city "
        "Region=state PostalCode=zip Country=country Phone=phone");
    EXPECT_EQ(guessed("orders", "OrderID,CustomerID,EmployeeID,OrderDate,RequiredDate,ShippedDate,Freight,ShipCountry"),
              "OrderID=external_id CustomerID=client_id.external_id OrderDate=order_date RequiredDate=required_date "
              "ShippedDate=shipped_date Freight=freight ShipCountry=ship_country");
}

TEST(Mapping, keepsWhatWasGivenAndUsesNoTargetTwice)
{
    const Catalog catalog(builtinRegistry());
    const QList<ColumnTarget> map = guessMapping(catalog, catalog.at("clients"), Actor::system(),
                                                 {"Company", "Name", "Phone", "Tel"}, parseMap("Company=note,Phone="));
    QStringList all;
    for (const ColumnTarget &target : map)
        all << target.toString();
    EXPECT_EQ(all, QStringList({"Company=note", "Phone=", "Name=name", "Tel=phone"}));
}

TEST(Mapping, takesTheIdsOfOurOwnExportsNotTheTitles)
{
    const Catalog catalog(builtinRegistry());
    const QList<ColumnTarget> map = guessMapping(catalog, catalog.at("orders"), Actor::system(),
                                                 {"id", "number", "client_id", "client_id.name", "total"});
    QStringList all;
    for (const ColumnTarget &target : map)
        all << target.toString();
    EXPECT_EQ(all, QStringList({"id=id", "number=number", "client_id=client_id"}));
}

TEST(Mapping, readsWhatItWrites)
{
    const QString text =
        "\"Name, \"\"full\"\"\"=contacts.first_name:first_word,Discount=discount:fraction,a=,B C=client_id.external_id";
    const QList<ColumnTarget> map = parseMap(text);
    ASSERT_EQ(map.size(), 4);
    EXPECT_EQ(map[0].header, "Name, \"full\"");
    EXPECT_EQ(map[0].reading, ReadAs::FirstWord);
    EXPECT_EQ(map[1].reading, ReadAs::Fraction);
    EXPECT_TRUE(map[2].path.isEmpty());
    QStringList again;
    for (const ColumnTarget &target : map)
        again << target.toString();
    EXPECT_EQ(again.join(u','), text);
    const QList<ColumnTarget> constants = parseConstants("rounding=document,note=\"a, b\"");
    ASSERT_EQ(constants.size(), 2);
    EXPECT_TRUE(constants[1].isConstant());
    EXPECT_EQ(constants[1].constant, "a, b");
}

TEST(Mapping, saysWhatItDoesNotUnderstand)
{
    const Catalog catalog(builtinRegistry());
    const auto bind = [&](const QString &map) {
        return sentenceOf([&] { bindTarget(catalog, catalog.at("orders"), Actor::system(), parseMap(map).first()); });
    };
    EXPECT_TRUE(bind("A=nonsense").contains("client_id")) << "it names the fields that there are";
    EXPECT_FALSE(bind("A=total").isEmpty()) << "computed";
    EXPECT_FALSE(bind("A=client_id.nonsense").isEmpty());
    EXPECT_FALSE(bind("A=client_id.owner_id.name").isEmpty());
    EXPECT_FALSE(bind("A=freight:fraction").isEmpty());
    EXPECT_TRUE(bind("A=client_id.external_id").isEmpty());
    EXPECT_TRUE(bind("A=client.external_id").isEmpty()) << "_id may be left out";
    EXPECT_FALSE(sentenceOf([] { parseMap("nothing"); }).isEmpty());
    EXPECT_FALSE(sentenceOf([] { parseMap("a=discount:halves"); }).isEmpty());
}
