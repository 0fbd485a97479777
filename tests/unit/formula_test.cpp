// Calculated fields: exact arithmetic over a record's own fields, and what is no formula.
#include "core/model/entity.h"
#include "core/model/error.h"
#include "core/model/formula.h"
#include "declarations.h"

using namespace crm;
using test::l;

namespace {
const Label name = l(u"Value"_s);

Entity orders()
{
    Entity e(u"orders"_s, l(u"Order"_s), l(u"Orders"_s));
    e.fields({text(u"name"_s, name, 80), text(u"city"_s, name, 80), money(u"price"_s, name), money(u"paid"_s, name),
              decimal(u"amount"_s, name, 3), percent(u"discount"_s, name), integer(u"pieces"_s, name),
              duration(u"spent"_s, name), date(u"starts"_s, name), date(u"ends"_s, name), yesNo(u"urgent"_s, name),
              ref(u"client_id"_s, name, u"orders"_s), money(u"margin"_s, name).internal(),
              money(u"net"_s, name).calculated(u"price - paid"_s)});
    return e;
}

class Formulas : public ::testing::Test
{
protected:
    Formulas()
        : entity(orders())
        , record(entity)
    {
        record.set(u"price"_s, qint64(19990));
        record.set(u"amount"_s, qint64(1250));
        record.set(u"discount"_s, qint64(2050));
        record.set(u"pieces"_s, qint64(7));
        record.set(u"spent"_s, qint64(5400));
        record.set(u"starts"_s, QDate(2026, 11, 22));
        record.set(u"ends"_s, QDate(2026, 12, 1));
        record.set(u"urgent"_s, true);
        record.set(u"name"_s, u"Vector"_s);
    }
    Formula parse(const QString &text, Kind kind)
    {
        return Formula::parse(
            text,
            [this](const QString &key) {
                const Field *f = entity.field(key);
                return f ? std::optional(*f) : std::nullopt;
            },
            kind);
    }
    QVariant value(const QString &text, const Field &field, const QString &currency = u"EUR"_s)
    {
        return parse(text, field.kind()).value(record, field, currency);
    }
    QString fault(const QString &text, Kind kind = Kind::Decimal)
    {
        try {
            parse(text, kind);
        } catch (const Error &e) {
            return e.sentence();
        }
        ADD_FAILURE() << text.toStdString() << " was taken for a formula";
        return {};
    }

    Entity entity;
    Record record;
};

TEST_F(Formulas, AmountsAreExact)
{
    const Field amount = *entity.field(u"net"_s);
    EXPECT_EQ(value(u"price * amount"_s, amount), qint64(24988)) << "249.875, half up";
    EXPECT_EQ(value(u"-price * amount"_s, amount), qint64(-24988)) << "away from zero";
    EXPECT_EQ(value(u"price * (1 - discount)"_s, amount), qint64(15892));
    EXPECT_EQ(value(u"price / 3 * 3"_s, amount), qint64(19990));
    EXPECT_EQ(value(u"0.1 + 0.2"_s, decimal(u"v"_s, name, 12)), qint64(300'000'000'000));
    EXPECT_EQ(value(u"price * 2 + if(urgent, 5, 0)"_s, amount), qint64(40480));
    EXPECT_EQ(value(u"price + 0.5"_s, amount, u"JPY"_s), qint64(19991)) << "no minor units";
    EXPECT_EQ(value(u"spent * 100"_s, amount), qint64(15000)) << "a duration is its hours";
    EXPECT_EQ(value(u"spent / 3"_s, duration(u"v"_s, name)), qint64(1800));
    EXPECT_EQ(value(u"pieces / 28"_s, percent(u"v"_s, name)), qint64(2500)) << "a quarter is 25 %";
    EXPECT_EQ(value(u"round(price, 0) - 1"_s, amount), qint64(19900));
    EXPECT_EQ(value(u"min(price, 100) + max(pieces, 10)"_s, amount), qint64(11000));
    EXPECT_EQ(value(u"2 + 3 * 4 - 10 / 4"_s, decimal(u"v"_s, name, 2)), qint64(1150));
    EXPECT_THROW(value(u"price * 999999999999999 * 999999999999999"_s, amount), Error);
}

TEST_F(Formulas, DatesDifferByDays)
{
    EXPECT_EQ(value(u"ends - starts"_s, integer(u"v"_s, name)), qint64(9));
    EXPECT_EQ(value(u"starts + 30"_s, date(u"v"_s, name)), QDate(2026, 12, 22));
    EXPECT_EQ(value(u"7 + starts"_s, date(u"v"_s, name)), QDate(2026, 11, 29));
    EXPECT_EQ(value(u"max(starts, ends)"_s, date(u"v"_s, name)), QDate(2026, 12, 1));
    EXPECT_EQ(value(u"ends > starts and not (pieces = 0)"_s, yesNo(u"v"_s, name)), true);
}

TEST_F(Formulas, TextsAreJoined)
{
    const Field text = crm::text(u"v"_s, name, 20);
    EXPECT_EQ(value(u"name & ', ' & city"_s, text), u"Vector, "_s);
    EXPECT_EQ(value(u"name & ' x' & pieces / 2"_s, text), u"Vector x3.5"_s);
    EXPECT_EQ(value(u"'it''s ' & starts"_s, text), u"it's 2026-11-22"_s);
    EXPECT_EQ(value(u"if(name = 'VECTOR', 'known', '')"_s, text), u"known"_s);
    EXPECT_EQ(value(u"name & name & name & name"_s, text), u"VectorVectorVectorVe"_s) << "as much as fits";
    EXPECT_EQ(value(u"price / 3 & ''"_s, text), u"66.633333333333"_s);
}

TEST_F(Formulas, NothingComesOfNothing)
{
    const Field amount = *entity.field(u"net"_s);
    EXPECT_TRUE(value(u"price - paid"_s, amount).isNull());
    EXPECT_EQ(value(u"price - if(paid = '', 0, paid)"_s, amount), qint64(19990));
    EXPECT_TRUE(value(u"price / (pieces - 7)"_s, amount).isNull()) << "divided by zero";
    EXPECT_TRUE(value(u"if(paid > 0, price, '')"_s, amount).isNull());
    EXPECT_TRUE(value(u"city"_s, crm::text(u"v"_s, name, 20)).isNull());
}

TEST_F(Formulas, WhatIsNoneIsRefusedWithItsPlace)
{
    EXPECT_TRUE(fault(u"price +"_s).contains(u"ends too early"_s));
    EXPECT_TRUE(fault(u"price * prise"_s).contains(u"prise"_s));
    EXPECT_TRUE(fault(u"price * prise"_s).contains(u"Position 9"_s));
    for (const QString &bad :
         {u""_s, u"price * name"_s, u"(price"_s, u"price)"_s, u"1,5"_s, u"starts + ends"_s, u"client_id + 1"_s,
          u"if(price, 1, 2)"_s, u"if(urgent, 1)"_s, u"sum(price, 1)"_s, u"'open"_s, u"urgent + 1"_s, u"net + 1"_s,
          u"margin"_s, u"price price"_s, u"1 = name"_s, u"if(urgent, 1, 'x')"_s, u"#"_s, QString(200, u'(')})
        EXPECT_FALSE(fault(bad).isEmpty()) << bad.toStdString();
    EXPECT_FALSE(fault(u"name"_s, Kind::Decimal).isEmpty());
    EXPECT_FALSE(fault(u"price"_s, Kind::Date).isEmpty());
    EXPECT_EQ(Formula::namesIn(u"Price * 2 & 'name' & city"_s), QStringList({u"price"_s, u"city"_s}));
}

TEST_F(Formulas, ARecordIsComputedAsAWhole)
{
    QList<FieldFault> faults;
    record.set(u"paid"_s, qint64(990));
    Formula::calculate(record, u"EUR"_s, faults);
    EXPECT_TRUE(faults.isEmpty());
    EXPECT_EQ(record.value(u"net"_s), qint64(19000));
}
} // namespace
