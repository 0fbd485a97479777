#include "tests/exchange/exchange_fixture.h"

using namespace crm;
using namespace crm::test;

namespace {
struct Column
{
    explicit Column(const Field &field, ReadAs reading = ReadAs::AsIs, DateOrder order = DateOrder::Unknown)
        : field(field)
    {
        target.field = &this->field;
        target.target.header = "Column";
        target.target.path = field.key();
        target.target.reading = reading;
        reader = std::make_unique<ValueReader>(target, QLocale(QLocale::English, QLocale::UnitedStates), order);
    }
    Column &survey(const QStringList &cells)
    {
        for (const QString &cell : cells)
            reader->survey(cell);
        reader->settle();
        return *this;
    }
    QVariant read(const QString &cell, const QString &currency = "EUR")
    {
        fault.clear();
        return reader->read(cell, currency, &fault);
    }

    Field field;
    BoundTarget target;
    std::unique_ptr<ValueReader> reader;
    QString fault;
};

const Field dayField = date("day", Label::literal("Day"));
const Field priceField = money("price", Label::literal("Price"));
const Field shareField = percent("share", Label::literal("Share"));
} // namespace

TEST(ImportValues, datesOfDatabases)
{
    Column c(dayField);
    c.survey({"1996-07-04 00:00:00.000"});
    EXPECT_EQ(c.read("1996-07-04 00:00:00.000").toDate(), QDate(1996, 7, 4));
    EXPECT_EQ(c.read("1996-07-04").toDate(), QDate(1996, 7, 4));
    EXPECT_EQ(c.read("1996-07-04T00:00:00").toDate(), QDate(1996, 7, 4));
    EXPECT_TRUE(c.reader->remarks().isEmpty());
    EXPECT_FALSE(c.read("1996-07-04 10:30").isValid()) << "a time of day is not dropped silently";
    EXPECT_FALSE(c.fault.isEmpty());
    EXPECT_FALSE(c.read("1996-02-30").isValid());
    EXPECT_FALSE(c.fault.isEmpty());
}

TEST(ImportValues, dayOrMonthFirstIsToldByAllValues)
{
    EXPECT_EQ(Column(dayField).survey({"3/4/2024", "25/4/2024"}).read("3/4/2024").toDate(), QDate(2024, 4, 3));
    EXPECT_EQ(Column(dayField).survey({"3/4/2024", "4/25/2024"}).read("3/4/2024").toDate(), QDate(2024, 3, 4));
    EXPECT_EQ(Column(dayField).survey({"03.04.2024"}).read("03.04.24").toDate(), QDate(2024, 4, 3))
        << "points: day first";
    Column open(dayField);
    EXPECT_EQ(open.survey({"3/4/2024", "5/6/2024"}).read("3/4/2024").toDate(), QDate(2024, 3, 4))
        << "the locale decides";
    ASSERT_EQ(open.reader->remarks().size(), 1) << "and it is said";
    EXPECT_TRUE(open.reader->remarks().first().contains("3/4/2024"));
    Column given(dayField, ReadAs::AsIs, DateOrder::DayFirst);
    EXPECT_EQ(given.survey({"3/4/2024"}).read("3/4/2024").toDate(), QDate(2024, 4, 3));
    EXPECT_TRUE(given.reader->remarks().isEmpty());
    Column both(dayField);
    both.survey({"25/4/2024", "4/25/2024"});
    EXPECT_EQ(both.reader->remarks().size(), 1);
    EXPECT_NE(both.read("4/25/2024").isValid(), both.read("25/4/2024").isValid());
}

TEST(ImportValues, dateOrders)
{
    EXPECT_EQ(dateOrderByName("d/m/y"), DateOrder::DayFirst);
    EXPECT_EQ(dateOrderByName("MM/dd/yyyy"), DateOrder::MonthFirst);
    EXPECT_EQ(dateOrderByName("yyyy-MM-dd"), DateOrder::YearFirst);
    EXPECT_FALSE(dateOrderByName("whenever"));
}

TEST(ImportValues, amounts)
{
    Column c(priceField);
    c.survey({"32.38", "9.8", "18"});
    EXPECT_EQ(c.read("32.38").toLongLong(), 3238);
    EXPECT_EQ(c.read("9.8").toLongLong(), 980);
    EXPECT_EQ(c.read("18").toLongLong(), 1800);
    EXPECT_EQ(c.read("-5").toLongLong(), -500);
    EXPECT_EQ(c.read("(5.00)").toLongLong(), -500);
    EXPECT_EQ(c.read(QString::fromUtf8("\xE2\x82\xAC 18.50")).toLongLong(), 1850);
    EXPECT_EQ(c.read("18.50 EUR").toLongLong(), 1850);
    EXPECT_EQ(c.read("1234,5").toLongLong(), 123450);
    EXPECT_EQ(c.read("180", "JPY").toLongLong(), 180) << "yen have no smaller coin";
    EXPECT_FALSE(c.read("18.005").isValid()) << "nothing is rounded away";
    EXPECT_TRUE(c.fault.contains("18.005"));
    EXPECT_FALSE(c.read("much").isValid());
    EXPECT_FALSE(c.fault.isEmpty());
}

TEST(ImportValues, oneValueGivesTheDecimalSignAway)
{
    EXPECT_EQ(Column(priceField).survey({"1,234", "1,234.50"}).read("1,234").toLongLong(), 123400);
    EXPECT_EQ(Column(priceField).survey({"1.234", "1.234,50"}).read("1.234").toLongLong(), 123400);
    Column open(priceField);
    open.survey({"1,234"});
    EXPECT_FALSE(open.read("1,234").isValid()) << "thousands or three digits: refused, not guessed";
}

TEST(ImportValues, fractionsAreNotTakenForPercent)
{
    Column doubtful(shareField);
    doubtful.survey({"0.0", "0.05", "0.25", "0.15"});
    EXPECT_TRUE(doubtful.reader->doubt().contains("0.05")) << qPrintable(doubtful.reader->doubt());
    EXPECT_TRUE(doubtful.reader->doubt().contains("Column=share:fraction"));
    EXPECT_TRUE(Column(shareField).survey({"0", "5", "25"}).reader->doubt().isEmpty());
    EXPECT_TRUE(Column(shareField).survey({"0.5%", "0.25%"}).reader->doubt().isEmpty());
    EXPECT_TRUE(Column(shareField, ReadAs::Percent).survey({"0.5"}).reader->doubt().isEmpty());
    EXPECT_TRUE(Column(shareField).survey({"0.0", "0"}).reader->doubt().isEmpty());

    Column fraction(shareField, ReadAs::Fraction);
    fraction.survey({"0.15"});
    EXPECT_TRUE(fraction.reader->doubt().isEmpty());
    EXPECT_EQ(fraction.read("0.15").toLongLong(), 1500);
    EXPECT_EQ(fraction.read("0.0").toLongLong(), 0);
    EXPECT_EQ(fraction.read("1").toLongLong(), 10'000);
    EXPECT_FALSE(fraction.read("15").isValid());
    EXPECT_EQ(Column(shareField).survey({"15"}).read("15 %").toLongLong(), 1500);
}

TEST(ImportValues, wordsChoicesAndYesNo)
{
    Column first(text("first_name", Label::literal("First"), 100), ReadAs::FirstWord);
    Column others(text("last_name", Label::literal("Last"), 100), ReadAs::OtherWords);
    EXPECT_EQ(first.read("Anna  Maria Petrova").toString(), "Anna");
    EXPECT_EQ(others.read("Anna  Maria Petrova").toString(), "Maria Petrova");
    EXPECT_TRUE(others.read("Anna").isNull());

    Column kind(choice("kind", Label::literal("Kind"),
                       {{"org", Label::literal("Organisation")}, {"person", Label::literal("Person")}}));
    EXPECT_EQ(kind.read("org").toString(), "org");
    EXPECT_EQ(kind.read("ORGANISATION").toString(), "org");
    EXPECT_FALSE(kind.read("animal").isValid());
    EXPECT_TRUE(kind.fault.contains("Person")) << "it says what there is";

    Column flag(yesNo("flag", Label::literal("Flag")));
    for (const QString &yes :
         {QStringLiteral("1"), QStringLiteral("Yes"), QStringLiteral("TRUE"), QString::fromUtf8("\xD0\xB4\xD0\xB0")})
        EXPECT_EQ(flag.read(yes), QVariant(true)) << yes.toStdString();
    for (const QString &no : {QStringLiteral("0"), QStringLiteral("no"), QString::fromUtf8("\xD0\xBD\xD0\xB5\xD1\x82")})
        EXPECT_EQ(flag.read(no), QVariant(false)) << no.toStdString();
    EXPECT_FALSE(flag.read("maybe").isValid());
}
