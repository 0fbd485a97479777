#include "core/model/validation.h"
#include "declarations.h"

using namespace crm;
using test::l;

namespace {
/// An entity with one field of interest, "Value".
class OneField
{
public:
    explicit OneField(const Field &field)
        : m_entity(test::plainEntity(u"things"_s).fields({field}))
        , m_key(field.key())
    {}

    /// The sentence about the value; empty: none.
    QString faultOf(const QVariant &value, const QVariant &before = {}) const
    {
        Record record = with(value);
        Record stored = with(before);
        stored.markLoaded(1);
        const QList<FieldFault> faults = validateRecord(record, before.isValid() ? &stored : nullptr);
        for (const FieldFault &f : faults) {
            EXPECT_EQ(f.field, m_key);
            EXPECT_TRUE(f.sentence.startsWith(u"Value: "_s)) << "names the field: " << f.sentence.toStdString();
        }
        EXPECT_LE(faults.size(), 1);
        return faults.isEmpty() ? QString() : faults.first().sentence;
    }

private:
    Record with(const QVariant &value) const
    {
        Record r(m_entity, 1);
        r.set(u"name"_s, u"Thing"_s);
        r.set(m_key, value);
        return r;
    }
    Entity m_entity;
    QString m_key;
};

const Label value = l(u"Value"_s);

void accepts(const OneField &f, const QStringList &texts)
{
    for (const QString &t : texts)
        EXPECT_EQ(f.faultOf(t), QString());
}

void refuses(const OneField &f, const QStringList &texts)
{
    for (const QString &t : texts)
        EXPECT_NE(f.faultOf(t), QString()) << t.toStdString();
}
} // namespace

TEST(Validation, RequiredMustBeFilledIn)
{
    const OneField f(text(u"v"_s, value, 10).required());
    EXPECT_TRUE(f.faultOf({}).contains(u"fill"_s));
    EXPECT_TRUE(f.faultOf(u""_s).contains(u"fill"_s));
    EXPECT_EQ(f.faultOf(u"x"_s), QString());
    EXPECT_TRUE(OneField(ref(u"v"_s, value, u"things"_s).required()).faultOf(Id(0)).contains(u"fill"_s));
    EXPECT_EQ(OneField(integer(u"v"_s, value).required()).faultOf(0), QString()) << "zero is a number";
    EXPECT_EQ(OneField(yesNo(u"v"_s, value).required()).faultOf(false), QString()) << "no is an answer";
}

TEST(Validation, LengthCountsCharactersAsPeopleDo)
{
    const OneField f(text(u"v"_s, value, 3));
    EXPECT_EQ(f.faultOf(u"abc"_s), QString());
    EXPECT_EQ(f.faultOf(u"🚀🚀🚀"_s), QString()) << "two UTF-16 units each";
    const QString s = f.faultOf(u"abcd"_s);
    EXPECT_TRUE(s.contains(u"4"_s) && s.contains(u"3"_s)) << s.toStdString();
}

TEST(Validation, TextIsOneLineOfCharactersThatCanBeStored)
{
    const OneField f(text(u"v"_s, value, 100));
    refuses(f, {u"a\nb"_s, u"a\rb"_s, QString(QChar(0xD800)) + u'x', u"a"_s + QChar(0) + u'b'});
    accepts(f, {u" a "_s, u"a\tb"_s, u"🚀"_s, u"שלום"_s});
    accepts(OneField(memo(u"v"_s, value)), {u"a\nb"_s});
}

TEST(Validation, ValuesAreOfTheirKind)
{
    EXPECT_TRUE(OneField(integer(u"v"_s, value)).faultOf(u"12"_s).contains(u"kind"_s));
    EXPECT_TRUE(OneField(integer(u"v"_s, value)).faultOf(1.5).contains(u"kind"_s));
    EXPECT_TRUE(OneField(text(u"v"_s, value, 9)).faultOf(12).contains(u"kind"_s));
    EXPECT_TRUE(OneField(date(u"v"_s, value)).faultOf(u"2026-01-01"_s).contains(u"kind"_s));
    EXPECT_TRUE(OneField(yesNo(u"v"_s, value)).faultOf(2).contains(u"kind"_s));
}

TEST(Validation, RangesAreSaidInThePersonsNumbers)
{
    const OneField both(decimal(u"v"_s, value, 2).between(100, 250));
    EXPECT_EQ(both.faultOf(100), QString());
    EXPECT_EQ(both.faultOf(250), QString());
    const QString s = both.faultOf(251);
    EXPECT_TRUE(s.contains(u"1"_s) && s.contains(u"2.5"_s)) << s.toStdString();
    EXPECT_TRUE(OneField(percent(u"v"_s, value).between(0, std::nullopt)).faultOf(-1).contains(u"at least 0%"_s));
    EXPECT_TRUE(OneField(integer(u"v"_s, value).between(std::nullopt, 5)).faultOf(6).contains(u"at most 5"_s));
}

TEST(Validation, Years)
{
    EXPECT_EQ(OneField(date(u"v"_s, value)).faultOf(QDate(2026, 2, 28)), QString());
    EXPECT_NE(OneField(date(u"v"_s, value)).faultOf(QDate(26, 2, 28)), QString());
    EXPECT_NE(OneField(moment(u"v"_s, value)).faultOf(QDateTime(QDate(10000, 1, 1), QTime(0, 0), Qt::UTC)), QString());
}

TEST(Validation, Emails)
{
    const OneField f(email(u"v"_s, value));
    accepts(f, {u"anna@example.com"_s, u"a.b+c_d'e@mail.example.co.uk"_s, u"имя@почта.рф"_s, u"x@1.2"_s});
    refuses(f, {u"anna"_s, u"anna@"_s, u"@example.com"_s, u"anna@example"_s, u"a b@example.com"_s, u"a@b@example.com"_s,
                u"anna@exa mple.com"_s, u"anna@.com"_s, u"anna@example..com"_s, u".a@example.com"_s,
                u"a..b@example.com"_s, u"anna@-example.com"_s, u"a,b@example.com"_s, u"<a>@example.com"_s,
                QString(65, u'a') + u"@example.com"_s});
}

TEST(Validation, WebAddresses)
{
    const OneField f(url(u"v"_s, value));
    accepts(f, {u"https://example.com"_s, u"example.com"_s, u"www.example.com/path?q=1#top"_s,
                u"http://localhost:8080"_s, u"localhost"_s, u"https://пример.рф/страница"_s,
                u"ftp://files.example.com"_s, u"http://10.0.0.1"_s, u"http://[::1]/x"_s});
    refuses(f,
            {u"hello"_s, u"javascript:alert(1)"_s, u"javascript://example.com/%0aalert(1)"_s, u"file:///etc/passwd"_s,
             u"http://"_s, u"exa mple.com"_s, u"http://exa mple.com"_s, u"https://-a.com"_s, u"a..b"_s});
}

TEST(Validation, Phones)
{
    const OneField f(phone(u"v"_s, value));
    accepts(f, {u"+7 (912) 345-67-89"_s, u"(5) 555-4729"_s, u"030-0074321"_s, u"91.24.45.40"_s, u"112"_s,
                u"+1 555 1234 ext. 12"_s, u"8 800 2000 600 доб. 5"_s});
    refuses(f, {u"no"_s, u"12"_s, u"call me 5551234"_s, u"anna@example.com"_s, u"5551234@x"_s, QString(31, u'1')});
}

TEST(Validation, Colors)
{
    const OneField f(color(u"v"_s, value));
    accepts(f, {u"#2f80ed"_s});
    refuses(f, {u"red"_s, u"#2F80ED"_s, u"#fff"_s, u"2f80ed"_s, u"#2f80eg"_s, u"#2f80ed\n"_s});
}

TEST(Validation, Choices)
{
    const OneField f(choice(u"v"_s, value, {test::option(u"a"_s), test::option(u"b"_s)}));
    EXPECT_EQ(f.faultOf(u"a"_s), QString());
    const QString s = f.faultOf(u"c"_s);
    EXPECT_TRUE(s.contains(u"“c”"_s) && s.contains(u"A, B"_s)) << s.toStdString();
    EXPECT_EQ(f.faultOf(u"c"_s, u"c"_s), QString()) << "an old choice may stay where it is";
    EXPECT_NE(f.faultOf(u"c"_s, u"a"_s), QString());
}

TEST(Validation, Transitions)
{
    const OneField f(choice(u"v"_s, value, {test::option(u"a"_s), test::option(u"b"_s), test::option(u"c"_s)})
                         .transition(u"a"_s, {u"b"_s})
                         .transition(u"b"_s, {u"c"_s, u"a"_s}));
    EXPECT_EQ(f.faultOf(u"b"_s, u"a"_s), QString());
    EXPECT_EQ(f.faultOf(u"a"_s, u"a"_s), QString()) << "staying is no transition";
    const QString s = f.faultOf(u"c"_s, u"a"_s);
    EXPECT_TRUE(s.contains(u"“A”"_s) && s.contains(u"“C”"_s) && s.contains(u"B"_s)) << s.toStdString();
    EXPECT_EQ(f.faultOf(u"a"_s, u"c"_s), QString()) << "nothing is said about c: anywhere";
    EXPECT_EQ(f.faultOf(u"c"_s), QString()) << "a new record may begin anywhere";
}

TEST(Validation, ListsNameEachRecordOnce)
{
    const OneField f(refList(u"v"_s, value, u"things"_s));
    EXPECT_EQ(f.faultOf(QVariant::fromValue(IdList{1, 2})), QString());
    EXPECT_TRUE(f.faultOf(QVariant::fromValue(IdList{1, 1})).contains(u"twice"_s));
    EXPECT_NE(f.faultOf(QVariant::fromValue(IdList{0})), QString());
    EXPECT_NE(OneField(ref(u"v"_s, value, u"things"_s)).faultOf(Id(-1)), QString());
}

TEST(Validation, CurrencyIsACode)
{
    const Entity orders = test::orders();
    Record r(orders);
    r.set(u"client_id"_s, Id(1));
    r.set(u"currency"_s, u"eur"_s);
    ASSERT_EQ(validateRecord(r).size(), 1);
    EXPECT_EQ(validateRecord(r).first().field, u"currency"_s);
    r.set(u"currency"_s, u"EUR"_s);
    EXPECT_TRUE(validateRecord(r).isEmpty()) << "the number comes from the store";
}

TEST(Validation, ContextIsNamedWhollyOrNotAtAll)
{
    const Entity notes = test::notes();
    Record r(notes);
    EXPECT_TRUE(validateRecord(r).isEmpty());
    r.set(u"parent_id"_s, Id(5));
    EXPECT_EQ(validateRecord(r).size(), 1);
    r.set(u"parent_entity"_s, u"clients"_s);
    EXPECT_TRUE(validateRecord(r).isEmpty());
}

TEST(Validation, FindsEveryFaultAtOnceAndNamesTheLine)
{
    const Entity orders = test::orders();
    const Entity lines = test::orderLines();
    Document d{Record(orders)};
    d.set(u"state"_s, u"gone"_s);
    Record good(lines);
    good.set(u"item"_s, u"Tea"_s);
    Record bad(lines);
    bad.set(u"quantity"_s, -1);
    d.lines(u"order_lines"_s) << good << good << bad;

    const QList<FieldFault> faults = validate(d);
    QStringList found;
    for (const FieldFault &f : faults)
        found << f.line + u':' + f.field;
    EXPECT_EQ(found, (QStringList{u":client_id"_s, u":state"_s, u"order_lines/3:item"_s, u"order_lines/3:quantity"_s}))
        << "the line's parent is filled in by the store";
    EXPECT_TRUE(faults.last().sentence.startsWith(u"Line 3, Quantity: "_s)) << faults.last().sentence.toStdString();
}

TEST(Validation, LinesAreComparedWithTheirStoredSelves)
{
    const Entity orders = test::orders();
    const Entity lines = Entity(u"order_lines"_s, l(u"Line"_s), l(u"Lines"_s))
                             .lineOf(u"orders"_s, u"order_id"_s)
                             .fields({choice(u"state"_s, l(u"State"_s),
                                             {test::option(u"a"_s), test::option(u"b"_s), test::option(u"c"_s)})
                                          .transition(u"a"_s, {u"b"_s})});
    const auto document = [&](const QString &first, const QString &second) {
        Document d{Record(orders, 1)};
        d.set(u"client_id"_s, Id(1));
        for (const auto &[id, state] : {std::pair(Id(10), first), std::pair(Id(11), second)}) {
            Record line(lines, id);
            line.set(u"state"_s, state);
            d.lines(u"order_lines"_s) << line;
        }
        return d;
    };
    const Document before = document(u"a"_s, u"b"_s);
    Document after = document(u"b"_s, u"c"_s);
    EXPECT_TRUE(validate(after, &before).isEmpty());
    after.lines(u"order_lines"_s).swapItemsAt(0, 1);
    EXPECT_TRUE(validate(after, &before).isEmpty()) << "lines are matched by id";
    after = document(u"c"_s, u"b"_s);
    const QList<FieldFault> faults = validate(after, &before);
    ASSERT_EQ(faults.size(), 1);
    EXPECT_EQ(faults.first().line, u"order_lines/1"_s);
}
