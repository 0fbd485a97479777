#include "core/model/data_size.h"
#include "core/model/format.h"
#include "declarations.h"
#include <QJsonArray>
#include <random>

using namespace crm;
using test::l;

namespace {
const Label name = l(u"Value"_s);
const QList<Choice> states = {{u"in_work"_s, l(u"In work"_s)}, {u"done"_s, l(u"Done"_s)}};
const QList<Choice> several = {{u"in_work"_s, l(u"In work"_s)},
                               {u"done"_s, l(u"Done"_s)},
                               {u"b"_s, l(u"Black, white"_s)},
                               {u"a"_s, l(u"White"_s)}};

QList<QLocale> locales()
{
    return {QLocale::c(),
            QLocale(QLocale::English, QLocale::UnitedStates),
            QLocale(QLocale::English, QLocale::UnitedKingdom),
            QLocale(QLocale::Russian, QLocale::Russia),
            QLocale(QLocale::German, QLocale::Germany),
            QLocale(QLocale::French, QLocale::France),
            QLocale(QLocale::German, QLocale::Switzerland),
            QLocale(QLocale::Chinese, QLocale::China)};
}

/// A field of each kind with values worth trying; the moments and durations are whole minutes, as people see them.
QList<std::pair<Field, QVariantList>> samples()
{
    const QDateTime at(QDate(2026, 11, 22), QTime(14, 5), Qt::UTC);
    const QVariantList numbers = {qint64(0),    qint64(1),       qint64(-1),         qint64(999),         qint64(1000),
                                  qint64(1234), qint64(-123450), qint64(1234567890), qint64(-99999999999)};
    return {
        {text(u"v"_s, name, 100),
         {u"plain"_s, u" spaces "_s, u"a;b,\"c\""_s, u"=1+1"_s, u"Ünïcode 🚀 שלום"_s, u"0012"_s}},
        {memo(u"v"_s, name), {u"# Title\n\n- one\r\n- two\t"_s}},
        {integer(u"v"_s, name), numbers},
        {decimal(u"v"_s, name, 3), numbers},
        {decimal(u"v"_s, name, 0), numbers},
        {money(u"v"_s, name), numbers},
        {percent(u"v"_s, name), numbers},
        {date(u"v"_s, name), {QDate(2026, 11, 22), QDate(2026, 2, 1), QDate(1926, 1, 12), QDate(2000, 12, 31)}},
        {moment(u"v"_s, name), {at, at.addMonths(-5), at.addSecs(9 * 3600)}},
        {duration(u"v"_s, name), {qint64(0), qint64(60), qint64(5400), qint64(5415), qint64(-5400), qint64(360000)}},
        {timeOfDay(u"v"_s, name), {u"00:00"_s, u"09:05"_s, u"12:00"_s, u"12:59"_s, u"21:30"_s, u"23:59"_s}},
        {yesNo(u"v"_s, name), {true, false}},
        {choice(u"v"_s, name, states), {u"in_work"_s, u"done"_s}},
        {choices(u"v"_s, name, several), {u"a"_s, u"b;in_work"_s, u"a;b;done"_s}},
        {email(u"v"_s, name), {u"anna@example.com"_s}},
        {phone(u"v"_s, name), {u"+7 (912) 345-67-89"_s}},
        {url(u"v"_s, name), {u"https://example.com/a?b=c"_s}},
        {color(u"v"_s, name), {u"#2f80ed"_s}},
    };
}

/// Fields whose machine text is ids, which people never type.
QList<std::pair<Field, QVariantList>> references()
{
    return {{ref(u"v"_s, name, u"things"_s), {Id(5), Id(8'999'999'999'999'999'999)}},
            {file(u"v"_s, name), {Id(7)}},
            {refList(u"v"_s, name, u"things"_s), {QVariant::fromValue(IdList{3, 1, 2})}},
            {labels(u"v"_s, name), {QVariant::fromValue(IdList{9})}}};
}

QVariant parsed(const Field &field, const QString &text, const QLocale &locale = QLocale::c(),
                const QString &currency = u"EUR"_s)
{
    QString fault;
    const QVariant value = parseText(field, text, {locale, currency, {}}, &fault);
    EXPECT_EQ(fault, QString());
    return value;
}

QString faultOf(const Field &field, const QString &text, const QLocale &locale = QLocale::c())
{
    QString fault;
    const QVariant value = parseText(field, text, {locale, u"EUR"_s, {}}, &fault);
    EXPECT_FALSE(value.isValid()) << text.toStdString() << " was read as " << value.toString().toStdString();
    return fault;
}
} // namespace

TEST(Format, WhatMachinesReadComesBackExactly)
{
    auto all = samples() + references();
    all.append({moment(u"v"_s, name), {QDateTime(QDate(2026, 11, 22), QTime(1, 2, 3, 45), Qt::UTC)}});
    for (const auto &[field, values] : std::as_const(all)) {
        for (const QVariant &v : values) {
            for (const QString &currency : {u"EUR"_s, u"JPY"_s, u"KWD"_s}) {
                const QString text = machineText(field, v, currency);
                EXPECT_EQ(parsed(field, text, QLocale::c(), currency), v)
                    << kindName(field.kind()).toStdString() << ' ' << text.toStdString();
                QString fault;
                EXPECT_EQ(fromJson(field, toJson(field, v, currency), currency, &fault), v)
                    << kindName(field.kind()).toStdString();
                EXPECT_EQ(fault, QString());
            }
        }
    }
}

TEST(Format, WhatPeopleReadComesBackInEveryLocale)
{
    const auto all = samples();
    for (const QLocale &locale : locales()) {
        for (const auto &[field, values] : all) {
            for (const QVariant &v : values) {
                const QString text = displayText(field, v, {locale, u"EUR"_s, {}});
                EXPECT_EQ(parsed(field, text, locale), v) << kindName(field.kind()).toStdString() << " in "
                                                          << locale.name().toStdString() << ": " << text.toStdString();
            }
        }
    }
}

TEST(Format, NumbersOfEverySizeComeBackInEveryLocale)
{
    std::mt19937_64 random(8);
    const QList<QLocale> all = locales();
    for (int i = 0; i < 3000; ++i) {
        const QLocale &locale = all.at(i % all.size());
        const qint64 n = qint64(random() >> (random() % 63)) * (random() % 2 ? 1 : -1);
        const int scale = int(random() % 7);
        for (const Field &f :
             {decimal(u"v"_s, name, scale), percent(u"v"_s, name, scale), money(u"v"_s, name), integer(u"v"_s, name)}) {
            const QString text = displayText(f, n, {locale, u"RUB"_s, {}});
            ASSERT_EQ(parsed(f, text, locale, u"RUB"_s), QVariant(n))
                << locale.name().toStdString() << ": " << text.toStdString();
        }
    }
}

TEST(Format, EmptyIsNothingEverywhere)
{
    const auto all = samples() + references();
    for (const auto &[field, values] : all) {
        QString fault = u"stale"_s;
        EXPECT_FALSE(parseText(field, u"  "_s, {QLocale::c(), {}, {}}, &fault).isValid());
        EXPECT_EQ(fault, QString());
        EXPECT_EQ(displayText(field, {}, {QLocale::c(), {}, {}}), QString());
        EXPECT_EQ(machineText(field, {}, {}), QString());
        EXPECT_TRUE(toJson(field, {}, {}).isNull());
        EXPECT_FALSE(fromJson(field, QJsonValue::Null, {}, &fault).isValid());
        EXPECT_EQ(fault, QString());
    }
}

TEST(Format, EmptyValues)
{
    EXPECT_TRUE(isEmptyValue(QVariant()));
    EXPECT_TRUE(isEmptyValue(u""_s));
    EXPECT_TRUE(isEmptyValue(QVariant::fromValue(IdList{})));
    EXPECT_TRUE(isEmptyValue(QDate()));
    EXPECT_TRUE(isEmptyValue(QDateTime()));
    EXPECT_FALSE(isEmptyValue(qint64(0)));
    EXPECT_FALSE(isEmptyValue(false));
    EXPECT_TRUE(isEmptyValue(ref(u"v"_s, name, u"things"_s), qint64(0)));
    EXPECT_FALSE(isEmptyValue(integer(u"v"_s, name), qint64(0)));
}

TEST(Format, PeopleSeeTheirOwnWay)
{
    const QLocale ru(QLocale::Russian, QLocale::Russia);
    const QLocale us(QLocale::English, QLocale::UnitedStates);
    const auto shown = [](const Field &f, const QVariant &v, const QLocale &locale) {
        return displayText(f, v, {locale, u"RUB"_s, {}});
    };
    EXPECT_EQ(shown(date(u"v"_s, name), QDate(2026, 11, 22), ru), u"22.11.2026"_s);
    EXPECT_EQ(shown(date(u"v"_s, name), QDate(2026, 11, 2), us), u"11/2/2026"_s);
    EXPECT_EQ(shown(percent(u"v"_s, name), 2050, ru), u"20,5\u00A0%"_s);
    EXPECT_EQ(shown(percent(u"v"_s, name), 2050, us), u"20.5%"_s);
    EXPECT_TRUE(shown(money(u"v"_s, name), 123450, ru).endsWith(u"234,50\u00A0₽"_s));
    EXPECT_EQ(shown(duration(u"v"_s, name), 5400, us), u"1:30"_s);
    EXPECT_EQ(shown(choice(u"v"_s, name, states), u"in_work"_s, us), u"In work"_s);
    EXPECT_EQ(shown(choice(u"v"_s, name, states), u"gone"_s, us), u"gone"_s);
    EXPECT_EQ(shown(yesNo(u"v"_s, name), true, us), u"yes"_s);
}

TEST(Format, ReferencesAreShownByTheirTitle)
{
    const FormatContext context{QLocale::c(), {}, [](const QString &entity, Id id) {
                                    return id == 1 ? QString() : u"%1-%2"_s.arg(entity).arg(id);
                                }};
    EXPECT_EQ(displayText(ref(u"v"_s, name, u"things"_s), Id(7), context), u"things-7"_s);
    EXPECT_EQ(displayText(ref(u"v"_s, name, u"things"_s), Id(1), context), u"1"_s) << "better an id than nothing";
    EXPECT_EQ(displayText(labels(u"v"_s, name), QVariant::fromValue(IdList{2, 3}), context), u"labels-2, labels-3"_s);
}

TEST(Format, JsonIsWhatProgramsExpect)
{
    EXPECT_EQ(toJson(ref(u"v"_s, name, u"x"_s), Id(5), {}), QJsonValue(u"5"_s));
    EXPECT_EQ(toJson(money(u"v"_s, name), qint64(5), u"EUR"_s), QJsonValue(u"0.05"_s));
    EXPECT_EQ(toJson(decimal(u"v"_s, name, 3), qint64(1500), {}), QJsonValue(u"1.500"_s));
    EXPECT_EQ(toJson(integer(u"v"_s, name), qint64(5), {}), QJsonValue(5));
    EXPECT_EQ(toJson(integer(u"v"_s, name), qint64(1) << 60, {}), QJsonValue(u"1152921504606846976"_s))
        << "a double would round it";
    EXPECT_EQ(toJson(yesNo(u"v"_s, name), true, {}), QJsonValue(true));
    EXPECT_EQ(toJson(labels(u"v"_s, name), QVariant::fromValue(IdList{1, 2}), {}),
              QJsonValue(QJsonArray{u"1"_s, u"2"_s}));
    EXPECT_EQ(toJson(moment(u"v"_s, name), QDateTime(QDate(2026, 11, 22), QTime(1, 2), Qt::UTC), {}),
              QJsonValue(u"2026-11-22T01:02:00Z"_s));
    QString fault;
    EXPECT_EQ(fromJson(money(u"v"_s, name), 12.5, u"EUR"_s, &fault), QVariant(qint64(1250)));
    EXPECT_EQ(fromJson(decimal(u"v"_s, name, 3), 0.1, {}, &fault), QVariant(qint64(100)));
    EXPECT_EQ(fromJson(duration(u"v"_s, name), qint64(1) << 60, {}, &fault), QVariant(qint64(1) << 60));
    EXPECT_EQ(fromJson(labels(u"v"_s, name), QJsonArray{1, u"2"_s}, {}, &fault).value<IdList>(), (IdList{1, 2}));
    for (const QJsonValue &bad : {QJsonValue(true), QJsonValue(QJsonArray{1}), QJsonValue(1.5), QJsonValue(u"x"_s)}) {
        EXPECT_FALSE(fromJson(integer(u"v"_s, name), bad, {}, &fault).isValid());
        EXPECT_TRUE(fault.startsWith(u"Value: "_s)) << fault.toStdString();
        fault.clear();
    }
}

TEST(Parse, DatesAsPeopleAndSpreadsheetsWriteThem)
{
    const Field f = date(u"v"_s, name);
    const QVariant day = QDate(2026, 11, 2);
    const QLocale ru(QLocale::Russian), us(QLocale::English, QLocale::UnitedStates),
        uk(QLocale::English, QLocale::UnitedKingdom);
    for (const QString &t : {u"2026-11-02"_s, u"2026/11/2"_s, u"2.11.2026"_s, u"02.11.26"_s,
                             u"2026-11-02 00:00:00.000"_s, u"2026-11-02T00:00:00Z"_s}) {
        for (const QLocale &locale : {ru, us, uk, QLocale::c()})
            EXPECT_EQ(parsed(f, t, locale), day) << t.toStdString() << " in " << locale.name().toStdString();
    }
    EXPECT_EQ(parsed(f, u"11/2/2026"_s, us), day);
    EXPECT_EQ(parsed(f, u"2/11/2026"_s, uk), day);
    EXPECT_EQ(parsed(f, u"2-11-2026"_s, ru), day);
    EXPECT_EQ(parsed(f, u"1.2.80"_s, ru), QVariant(QDate(1980, 2, 1)));
    for (const QString &bad : {u"31.02.2026"_s, u"2026-13-01"_s, u"2026-02-30"_s, u"yesterday"_s, u"2026"_s, u"1.2"_s,
                               u"1.2.226"_s, u"2026-11-02 10:00"_s, u"1.2/2026"_s})
        EXPECT_TRUE(faultOf(f, bad, ru).startsWith(u"Value: "_s));
}

TEST(Parse, Moments)
{
    const Field f = moment(u"v"_s, name);
    const QDateTime utc(QDate(2026, 11, 22), QTime(14, 5), Qt::UTC);
    const QVariant local = QDateTime(QDate(2026, 11, 22), QTime(14, 5)).toUTC();
    EXPECT_EQ(parsed(f, u"2026-11-22T14:05:00Z"_s), QVariant(utc));
    EXPECT_EQ(parsed(f, u"2026-11-22T17:05:00+03:00"_s), QVariant(utc));
    EXPECT_EQ(parsed(f, u"2026-11-22 17:05:00.5+03:00"_s), QVariant(utc.addMSecs(500)));
    const QLocale us(QLocale::English, QLocale::UnitedStates), ru(QLocale::Russian);
    EXPECT_EQ(parsed(f, u"2026-11-22 14:05"_s, ru), local);
    EXPECT_EQ(parsed(f, u"22.11.2026, 14:05"_s, ru), local);
    EXPECT_EQ(parsed(f, u"11/22/2026 2:05 pm"_s, us), local);
    EXPECT_EQ(parsed(f, u"22.11.2026"_s, ru), QVariant(QDateTime(QDate(2026, 11, 22), QTime(0, 0)).toUTC()));
    for (const QString &bad : {u"14:05"_s, u"22.11.2026 25:00"_s, u"22.11.2026 soon"_s, u"2026-11-22 13:05 pm"_s})
        EXPECT_NE(faultOf(f, bad, ru), QString());
}

TEST(Parse, TimesOfDay)
{
    const Field f = timeOfDay(u"v"_s, name);
    const QLocale us(QLocale::English, QLocale::UnitedStates), ru(QLocale::Russian);
    for (const QLocale &locale : {us, ru, QLocale::c()}) {
        for (const QString &t : {u"9:30"_s, u"09:30"_s, u"0930"_s, u"930"_s, u"9.30"_s, u"9:30 am"_s, u"9:30:00"_s})
            EXPECT_EQ(parsed(f, t, locale), u"09:30"_s) << t.toStdString() << " in " << locale.name().toStdString();
        for (const QString &t : {u"9 pm"_s, u"21"_s, u"9pm"_s, u"9:00 p.m."_s, u"21:00"_s, u"2100"_s})
            EXPECT_EQ(parsed(f, t, locale), u"21:00"_s) << t.toStdString() << " in " << locale.name().toStdString();
        for (const QString &bad : {u"24:00"_s, u"9:60"_s, u"13 pm"_s, u"soon"_s, u"12345"_s, u"-1"_s})
            EXPECT_NE(faultOf(f, bad, locale), QString());
    }
    EXPECT_EQ(parsed(f, u"12 am"_s), u"00:00"_s);
    EXPECT_EQ(displayText(f, u"21:05"_s, {us, {}, {}}), us.toString(QTime(21, 5), QLocale::ShortFormat));
    EXPECT_EQ(canonicalValue(f, QTime(9, 5)), u"09:05"_s);
    bool ok = true;
    canonicalValue(f, u"9:05"_s, &ok);
    EXPECT_FALSE(ok) << "would not sort";
}

TEST(Parse, SeveralChoices)
{
    const Field f = choices(u"v"_s, name, several);
    EXPECT_EQ(parsed(f, u"done; in_work"_s), u"done;in_work"_s);
    EXPECT_EQ(parsed(f, u"White, Black, white, done"_s), u"a;b;done"_s) << "a label may hold a comma";
    EXPECT_EQ(parsed(f, u"In work\nDONE;;done"_s), u"done;in_work"_s);
    EXPECT_NE(faultOf(f, u"done; grey"_s), QString());
    EXPECT_NE(faultOf(f, u";,"_s), QString());
    EXPECT_EQ(displayText(f, u"a;b;in_work"_s, {QLocale::c(), {}, {}}), u"In work, Black, white, White"_s);
    EXPECT_EQ(toJson(f, u"a;b"_s, {}), QJsonValue(QJsonArray{u"a"_s, u"b"_s}));
    EXPECT_EQ(canonicalValue(f, QStringList{u"b"_s, u"a"_s, u"b"_s}), u"a;b"_s);
    EXPECT_TRUE(canonicalValue(f, QStringList()).isNull());
}

TEST(Parse, Durations)
{
    const Field f = duration(u"v"_s, name);
    EXPECT_EQ(parsed(f, u"1:30"_s), QVariant(qint64(5400)));
    EXPECT_EQ(parsed(f, u"1:30:15"_s), QVariant(qint64(5415)));
    EXPECT_EQ(parsed(f, u"1h 30m"_s), QVariant(qint64(5400)));
    EXPECT_EQ(parsed(f, u"90 min"_s), QVariant(qint64(5400)));
    EXPECT_EQ(parsed(f, u"1.5"_s), QVariant(qint64(5400)));
    EXPECT_EQ(parsed(f, u"1,5 h"_s), QVariant(qint64(5400)));
    EXPECT_EQ(parsed(f, u"-0:15"_s), QVariant(qint64(-900)));
    for (const QString &bad :
         {u"1:60"_s, u"1:5"_s, u"1h 30"_s, u"5 apples"_s, u"h"_s, u"-"_s, u"9999999999999999:00"_s})
        EXPECT_NE(faultOf(f, bad), QString());
}

TEST(Parse, NumbersFollowTheLocaleFirst)
{
    const Field f = decimal(u"v"_s, name, 3);
    const QLocale us(QLocale::English, QLocale::UnitedStates), de(QLocale::German, QLocale::Germany),
        ru(QLocale::Russian);
    EXPECT_EQ(parsed(f, u"1,234"_s, us), QVariant(qint64(1'234'000)));
    EXPECT_EQ(parsed(f, u"1.234"_s, us), QVariant(qint64(1234)));
    EXPECT_EQ(parsed(f, u"1.234"_s, de), QVariant(qint64(1'234'000)));
    EXPECT_EQ(parsed(f, u"1,234"_s, de), QVariant(qint64(1234)));
    EXPECT_EQ(parsed(f, u"12,5"_s, us), QVariant(qint64(12'500))) << "no thousands can be meant";
    EXPECT_EQ(parsed(f, u"1,234"_s), QVariant(qint64(1234))) << "files group nothing";
    EXPECT_EQ(parsed(f, u"1 234.5"_s, ru), QVariant(qint64(1'234'500)));
    EXPECT_EQ(parsed(f, u"\u0661\u0662"_s), QVariant(qint64(12'000)));
    for (const QString &bad : {u"abc"_s, u"1.2345"_s, u"1e3"_s, u"0x10"_s, u"1,23,4"_s, u"99999999999999999999"_s})
        EXPECT_NE(faultOf(f, bad, us), QString());
}

TEST(Parse, FaultsSayWhatIsExpected)
{
    const QLocale us(QLocale::English, QLocale::UnitedStates), ru(QLocale::Russian, QLocale::Russia);
    EXPECT_TRUE(faultOf(integer(u"v"_s, name), u"x"_s).contains(u"whole number"_s));
    EXPECT_TRUE(faultOf(decimal(u"v"_s, name, 0), u"1.5"_s).contains(u"whole number"_s));
    EXPECT_TRUE(faultOf(decimal(u"v"_s, name, 3), u"x"_s).contains(u"3"_s));
    EXPECT_TRUE(faultOf(date(u"v"_s, name), u"x"_s, ru).contains(u"22.11.2026"_s));
    EXPECT_TRUE(faultOf(date(u"v"_s, name), u"x"_s, us).contains(u"11/22/2026"_s));
    EXPECT_TRUE(faultOf(money(u"v"_s, name), u"x"_s, us).contains(u"1,234.50."_s));
    EXPECT_TRUE(faultOf(duration(u"v"_s, name), u"x"_s).contains(u"1:30"_s));
    EXPECT_TRUE(faultOf(color(u"v"_s, name), u"x"_s).contains(u"#2f80ed"_s));
    EXPECT_EQ(faultOf(integer(u"v"_s, name), QString(500, u'x')).count(u'x'), 100) << "a long text is quoted in part";
}

TEST(Parse, AmountsMayCarryTheirCurrencyNotAnother)
{
    const Field f = money(u"v"_s, name);
    for (const QString &t : {u"1234.50"_s, u"1 234,50 €"_s, u"€1,234.50"_s, u"EUR 1234.5"_s, u"1234,5eur"_s})
        EXPECT_EQ(parsed(f, t, QLocale(QLocale::English)), QVariant(qint64(123450))) << t.toStdString();
    EXPECT_NE(faultOf(f, u"$5"_s), QString());
    EXPECT_NE(faultOf(f, u"1.005"_s), QString()) << "never rounds silently";
    EXPECT_EQ(parsed(f, u"1234"_s, QLocale::c(), u"JPY"_s), QVariant(qint64(1234)));
}

TEST(Parse, YesNo)
{
    const Field f = yesNo(u"v"_s, name);
    for (const QString &t : {u"yes"_s, u"Y"_s, u"TRUE"_s, u"1"_s, u"x"_s})
        EXPECT_EQ(parsed(f, t), QVariant(true));
    for (const QString &t : {u"no"_s, u"N"_s, u"False"_s, u"0"_s})
        EXPECT_EQ(parsed(f, t), QVariant(false));
    EXPECT_NE(faultOf(f, u"maybe"_s), QString());
}

TEST(Parse, ChoicesByKeyOrLabel)
{
    const Field f = choice(u"v"_s, name, states);
    for (const QString &t : {u"in_work"_s, u"In Work"_s, u"IN  WORK"_s, u"in work"_s})
        EXPECT_EQ(parsed(f, t), QVariant(u"in_work"_s));
    EXPECT_TRUE(faultOf(f, u"gone"_s).contains(u"In work, Done"_s));
}

TEST(Parse, ReferencesByIdOnly)
{
    EXPECT_EQ(parsed(ref(u"v"_s, name, u"x"_s), u" 12 "_s), QVariant(Id(12)));
    EXPECT_EQ(parsed(labels(u"v"_s, name), u"1; 2,2 3"_s).value<IdList>(), (IdList{1, 2, 3}));
    for (const QString &bad : {u"Anna"_s, u"0"_s, u"-5"_s, u"1.5"_s, u"99999999999999999999"_s})
        EXPECT_NE(faultOf(ref(u"v"_s, name, u"x"_s), bad), QString());
    EXPECT_NE(faultOf(labels(u"v"_s, name), u"1;Anna"_s), QString());
}

TEST(Parse, WhatIsNoDateAndNoListIsAFault)
{
    for (const QString &text : {u"-1991-12-08"_s, u"-1991-12-08T10:00:00Z"_s, u"0000-01-01"_s}) {
        EXPECT_NE(faultOf(date(u"v"_s, name), text), QString());
        EXPECT_NE(faultOf(moment(u"v"_s, name), text), QString());
    }
    EXPECT_NE(faultOf(labels(u"v"_s, name), u","_s), QString());
    EXPECT_NE(faultOf(refList(u"v"_s, name, u"things"_s), u" ; , "_s), QString());
}

TEST(Parse, TextsAndColors)
{
    EXPECT_EQ(parsed(text(u"v"_s, name, 50), u"Carrera 22\r\nSan Cristóbal"_s), QVariant(u"Carrera 22 San Cristóbal"_s))
        << "one line";
    EXPECT_EQ(parsed(email(u"v"_s, name), u" a@b.c "_s), QVariant(u"a@b.c"_s));
    EXPECT_EQ(parsed(color(u"v"_s, name), u"#ABC"_s), QVariant(u"#aabbcc"_s));
    EXPECT_NE(faultOf(color(u"v"_s, name), u"red"_s), QString());
}

TEST(Parse, FaultsAreOptional)
{
    EXPECT_FALSE(parseText(integer(u"v"_s, name), u"x"_s, {QLocale::c(), {}, {}}, nullptr).isValid());
    EXPECT_FALSE(fromJson(integer(u"v"_s, name), true, {}, nullptr).isValid());
}

TEST(Format, SizesAreInTheUnitsOfTheLanguage)
{
    const QLocale ru(QLocale::Russian, QLocale::Russia), en(QLocale::English, QLocale::UnitedStates);
    constexpr qint64 oneAndAHalf = 1'572'864;
    EXPECT_EQ(dataSize(oneAndAHalf, en), "1.5 MB");
    EXPECT_EQ(dataSize(oneAndAHalf, ru), QString::fromUtf8("1,5 \u041c\u0411")); // "MB" in Cyrillic
    EXPECT_EQ(dataSize(qint64(100) * 1024 * 1024, ru, 0), QString::fromUtf8("100 \u041c\u0411"));
    EXPECT_EQ(dataSize(1023, en), "1023 bytes");
    EXPECT_EQ(dataSize(1024, en), "1.0 kB");
    EXPECT_EQ(dataSize(0, ru), "0 bytes") << "words are the program's language's";
}
