// Filter expressions, sort expressions and relative dates: plain text in, plain data out.
#include "core/model/error.h"
#include "core/model/query.h"
#include "core/model/registry.h"
#include "core/model/relative_date.h"
#include "tests/support/random_filter.h"
#include <QRandomGenerator>
#include <gtest/gtest.h>

using namespace crm;
using crm::modules::label;

namespace {
QString operator""_s(const char *text, size_t size) { return QString::fromUtf8(text, qsizetype(size)); }

const Registry &registry()
{
    static const Registry *made = [] {
        auto *r = new Registry;
        r->addArea("test"_s, label("Test"));
        r->add(Entity("users"_s, label("Person"), label("People"))
                   .area("test"_s)
                   .title("name"_s)
                   .fields({text("name"_s, label("Name"), 80)}));
        r->add(Entity("labels"_s, label("Label"), label("Labels"))
                   .area("test"_s)
                   .title("title"_s)
                   .fields({text("title"_s, label("Title"), 80)}));
        r->add(Entity("firms"_s, label("Firm"), label("Firms"))
                   .area("test"_s)
                   .title("name"_s)
                   .fields({text("name"_s, label("Name"), 80), text("country"_s, label("Country"), 80),
                            ref("owner_id"_s, label("Owner"), "users"_s)}));
        r->add(Entity("deals"_s, label("Deal"), label("Deals"))
                   .area("test"_s)
                   .title("name"_s)
                   .fields({text("name"_s, label("Name"), 80), memo("note"_s, label("Note")),
                            ref("firm_id"_s, label("Firm"), "firms"_s), money("total"_s, label("Total")),
                            decimal("weight"_s, label("Weight"), 3), percent("discount"_s, label("Discount")),
                            integer("count"_s, label("Count")), duration("spent"_s, label("Spent")),
                            yesNo("paid"_s, label("Paid")), date("due"_s, label("Due")),
                            moment("seen"_s, label("Seen")), email("email"_s, label("E-mail")),
                            choice("stage"_s, label("Stage"), {{"new"_s, label("Brand new")}, {"won"_s, label("Won")}}),
                            labels("labels"_s, label("Labels")), refList("team"_s, label("Team"), "users"_s)}));
        r->seal();
        return r;
    }();
    return *made;
}

const Catalog &catalog()
{
    static const Catalog c(registry());
    return c;
}

Filter parsed(const QString &text) { return Filter::parse(text, catalog(), "deals"_s); }

QString refusal(const QString &text)
{
    try {
        parsed(text);
    } catch (const Error &e) {
        EXPECT_EQ(e.kind(), ErrorKind::Validation);
        return e.sentence();
    }
    ADD_FAILURE() << "accepted: " << text.toStdString();
    return {};
}

QVariant relative(const QString &word) { return QVariant::fromValue(RelativeDate{word}); }

void expectSame(const QString &expression, const Filter &expected)
{
    const Filter f = parsed(expression);
    EXPECT_TRUE(f == expected) << expression.toStdString() << " was read as "
                               << f.toExpression(catalog(), "deals"_s).toStdString();
}
} // namespace

TEST(FilterParse, ReadsTheKindsOfValues)
{
    const auto is = [](const char *path, const QVariant &v, Op op = Op::Equal) {
        return Filter::where(QLatin1String(path), op, v);
    };
    expectSame("total > 1000"_s, is("total", 100000, Op::Greater));
    expectSame("total = 1000,50"_s, is("total", 100050));
    expectSame("weight >= 1.25"_s, is("weight", 1250, Op::GreaterOrEqual));
    expectSame("discount = 20.5%"_s, is("discount", 2050));
    expectSame("count != -7"_s, is("count", -7, Op::NotEqual));
    expectSame("paid = yes"_s, is("paid", true));
    expectSame("due = 2026-11-22"_s, is("due", QDate(2026, 11, 22)));
    expectSame("due = 22.11.2026"_s, is("due", QDate(2026, 11, 22)));
    expectSame("due < today+7d"_s, is("due", relative("today+7d"_s), Op::Less));
    expectSame("seen = last_week"_s, is("seen", relative("last_week"_s)));
    expectSame("seen = 2026-11-22"_s, is("seen", QDate(2026, 11, 22)));
    expectSame("seen >= 2026-11-22T10:15:00Z"_s,
               is("seen", QDateTime(QDate(2026, 11, 22), QTime(10, 15), Qt::UTC), Op::GreaterOrEqual));
    expectSame("spent = 1:30"_s, is("spent", 5400));
    expectSame("name ~ 'two words'"_s, is("name", "two words"_s, Op::Contains));
    expectSame("name = O'Brien"_s, is("name", "O'Brien"_s));
    expectSame("name = 'it''s'"_s, is("name", "it's"_s));
    expectSame("name = \"say \"\"yes\"\"\""_s, is("name", "say \"yes\""_s));
    expectSame("name ^ \xD0\xA0\xD0\xBE\xD0\xBC"_s, is("name", "\xD0\xA0\xD0\xBE\xD0\xBC"_s, Op::StartsWith));
    expectSame("name = ''"_s, Filter::where("name"_s, Op::IsEmpty));
    expectSame("name != ''"_s, Filter::where("name"_s, Op::IsNotEmpty));
    expectSame("email = a.b+c@example.org"_s, is("email", "a.b+c@example.org"_s));
}

TEST(FilterParse, ReadsChoicesByKeyAndLabel)
{
    const Filter isNew = Filter::where("stage"_s, Op::Equal, "new"_s);
    expectSame("stage = new"_s, isNew);
    expectSame("stage = 'brand NEW'"_s, isNew);
    expectSame("stage in (won, 'Brand new')"_s, Filter::where("stage"_s, Op::In, QStringList{"won"_s, "new"_s}));
}

TEST(FilterParse, ReadsReferencesByIdTitleAndMe)
{
    expectSame("firm = 42"_s, Filter::where("firm_id"_s, Op::Equal, qint64(42)));
    expectSame("firm = '42'"_s, Filter::where("firm_id"_s, Op::Equal, "42"_s));
    expectSame("firm_id = Acme"_s, Filter::where("firm_id"_s, Op::Equal, "Acme"_s));
    expectSame("firm ~ 42"_s, Filter::where("firm_id"_s, Op::Contains, "42"_s));
    expectSame("firm.owner = me"_s, Filter::where("firm_id.owner_id"_s, Op::Equal, relative("me"_s)));
    expectSame("firm.owner_id.name = me"_s, Filter::where("firm_id.owner_id.name"_s, Op::Equal, "me"_s));
    expectSame("labels = VIP"_s, Filter::where("labels"_s, Op::Equal, "VIP"_s));
    expectSame("team in (me, 7, Ann)"_s,
               Filter::where("team"_s, Op::In, QVariantList{relative("me"_s), qint64(7), "Ann"_s}));
    expectSame("labels is empty"_s, Filter::where("labels"_s, Op::IsEmpty));
}

TEST(FilterParse, GroupsByPrecedenceAndBrackets)
{
    const Filter a = Filter::where("count"_s, Op::Equal, 1), b = Filter::where("count"_s, Op::Equal, 2),
                 c = Filter::where("paid"_s, Op::Equal, false);
    const auto no = [](const Filter &f) {
        Filter out;
        out.type = Filter::Not;
        out.parts = {f};
        return out;
    };
    expectSame("count = 1 or count = 2 and paid = no"_s, Filter::any({a, Filter::all({b, c})}));
    expectSame("(count=1 or count=2) AND paid=no"_s, Filter::all({Filter::any({a, b}), c}));
    expectSame("not (count = 1 and paid = no)"_s, no(Filter::all({a, c})));
    expectSame("not count = 1 and paid = no"_s, Filter::all({no(a), c}));
    expectSame("count not in (1)"_s, no(Filter::where("count"_s, Op::In, QVariantList{1})));
    EXPECT_TRUE(parsed("  "_s).isNone());
}

TEST(FilterParse, SaysWhereAndWhat)
{
    EXPECT_TRUE(refusal("totl > 5"_s).contains("total"_s));
    EXPECT_TRUE(refusal("totl > 5"_s).contains("Position 1 "_s));
    EXPECT_TRUE(refusal("paid = yes and cuont = 3"_s).contains("count"_s));
    EXPECT_TRUE(refusal("paid = yes and cuont = 3"_s).contains("Position 16 "_s));
    EXPECT_TRUE(refusal("firm.contry = x"_s).contains("country"_s));
    EXPECT_TRUE(refusal("xyzzy = 1"_s).contains("firm_id, total"_s))
        << "unknown and like nothing: the known ones are listed";
    EXPECT_TRUE(refusal("name.country = 1"_s).contains("does not lead"_s));
    EXPECT_TRUE(refusal("total ~ 5"_s).contains("= != <"_s));
    EXPECT_TRUE(refusal("stage < won"_s).contains("= != in"_s));
    EXPECT_TRUE(refusal("total > "_s).contains("Position 9 "_s));
    EXPECT_TRUE(refusal("name = and paid = yes"_s).contains("value is expected"_s));
    EXPECT_TRUE(refusal("name = two words"_s).contains("quotes"_s));
    EXPECT_TRUE(refusal("name = 'open"_s).contains("Position 8 "_s));
    EXPECT_TRUE(refusal("(paid = yes"_s).contains("never closed"_s));
    EXPECT_TRUE(refusal("paid = yes)"_s).contains("never opened"_s));
    EXPECT_TRUE(refusal("count in 1, 2"_s).contains("in (a, b)"_s));
    EXPECT_TRUE(refusal("count in (1 2)"_s).contains("comma"_s));
    EXPECT_TRUE(refusal("due = tomorow"_s).contains("this_week"_s));
    EXPECT_TRUE(refusal("stage = lost"_s).contains("Brand new"_s));
    EXPECT_TRUE(refusal("due is nothing"_s).contains("not empty"_s));
}

TEST(FilterParse, RefusesWhatWouldExhaustTheDatabase)
{
    refusal("("_s.repeated(100'000) + "paid = yes"_s + ")"_s.repeated(100'000));
    refusal("not "_s.repeated(100'000) + "paid = yes"_s);
    refusal(("paid = yes or "_s.repeated(5'000)) + "paid = no"_s);
}

TEST(FilterParse, SurvivesGarbage)
{
    QRandomGenerator random(7);
    const QString alphabet = "abc=<>!~^()',.\"_ \n019andornotin\xD0\x96\xF0\x9F\x98\x80"_s;
    for (int i = 0; i < 3000; ++i) {
        QString text;
        for (int n = random.bounded(40); n > 0; --n)
            text += alphabet[random.bounded(int(alphabet.size()))];
        try {
            parsed(text);
        } catch (const Error &e) {
            EXPECT_FALSE(e.sentence().isEmpty());
        }
    }
}

namespace {
/// Random filters over every kind of field, for the round trip.
class Maker
{
public:
    explicit Maker(quint32 seed)
        : m_random(seed)
    {}

    Filter filter(int depth)
    {
        return crm::test::randomFilter(
            depth, [this](int n) { return pick(n); }, [this] { return condition(); });
    }

private:
    int pick(int n) { return int(m_random.bounded(n)); }

    QString word()
    {
        static const QStringList words = {"a"_s,         "and"_s,        "me"_s,
                                          "today"_s,     "17"_s,         "it's"_s,
                                          "two words"_s, "1,5"_s,        "\xD0\x96\xD1\x91\xD0\xBB"_s,
                                          "x=y"_s,       "(brackets)"_s, "\"quoted\""_s,
                                          "a\nb"_s,      "!="_s,         "'"_s,
                                          "empty"_s,     "-5"_s,         " spaced "_s};
        return words[pick(int(words.size()))];
    }

    QVariant value(const QString &path, Op op)
    {
        const Field &f = *catalog().resolve("deals"_s, path);
        if (op == Op::Contains || op == Op::StartsWith)
            return word();
        switch (f.kind()) {
        case Kind::Text:
            return word().replace(u'\n', u' ');
        case Kind::Memo:
            return word();
        case Kind::Email:
            return word().trimmed();
        case Kind::Choice:
            return pick(2) ? "new"_s : "won"_s;
        case Kind::Bool:
            return pick(2) == 1;
        case Kind::Date:
            return pick(2) ? QVariant(QDate(2020, 1, 1).addDays(pick(5000))) : relative("today-3m"_s);
        case Kind::Moment:
            return pick(3)   ? QVariant(QDateTime(QDate(2024, 2, 28), QTime(0, 0), Qt::UTC)
                                            .addMSecs(qint64(pick(1'000'000'000)) * 3))
                   : pick(2) ? QVariant(QDate(2024, 2, 28))
                             : relative("now-2h"_s);
        case Kind::Ref:
        case Kind::RefList:
        case Kind::Labels:
            return pick(3) == 0 ? relative("me"_s) : pick(2) ? QVariant(qint64(1 + pick(1000))) : QVariant(word());
        default:
            return qint64(pick(2'000'000)) - 1'000'000;
        }
    }

    Filter condition()
    {
        static const QStringList paths = {
            "name"_s,   "note"_s,   "firm_id"_s,   "firm_id.country"_s, "firm_id.owner_id"_s,
            "total"_s,  "weight"_s, "discount"_s,  "count"_s,           "spent"_s,
            "paid"_s,   "due"_s,    "seen"_s,      "email"_s,           "stage"_s,
            "labels"_s, "team"_s,   "created_at"_s};
        const QString path = paths[pick(int(paths.size()))];
        const Kind k = catalog().resolve("deals"_s, path)->kind();
        QList<Op> ops = {Op::Equal, Op::NotEqual, Op::In, Op::IsEmpty, Op::IsNotEmpty};
        if (isTextKind(k) && k != Kind::Choice)
            ops << Op::Less << Op::Contains << Op::StartsWith;
        else if (isRefKind(k) || isListKind(k))
            ops << Op::Contains << Op::StartsWith;
        else if (k != Kind::Choice && k != Kind::Bool)
            ops << Op::Less << Op::LessOrEqual << Op::Greater << Op::GreaterOrEqual;
        const Op op = ops[pick(int(ops.size()))];
        if (op == Op::In)
            return Filter::where(path, op, QVariantList{value(path, op), value(path, op)});
        return Filter::where(path, op, op == Op::IsEmpty || op == Op::IsNotEmpty ? QVariant() : value(path, op));
    }

    QRandomGenerator m_random;
};
} // namespace

TEST(FilterExpression, ReadsBackWhatItWrites)
{
    Maker maker(42);
    for (int i = 0; i < 2000; ++i) {
        const Filter f = maker.filter(3);
        const QString text = f.toExpression(catalog(), "deals"_s);
        Filter back;
        ASSERT_NO_THROW(back = parsed(text)) << text.toStdString();
        ASSERT_TRUE(back == f) << text.toStdString() << "\n" << back.toExpression(catalog(), "deals"_s).toStdString();
    }
}

TEST(FilterExpression, StaysReadable)
{
    const Filter f = parsed("firm.country=Germany and total>1000 or stage='Brand new'"_s);
    EXPECT_EQ(f.toExpression(catalog(), "deals"_s), "firm_id.country = Germany and total > 1000.00 or stage = new"_s);
    EXPECT_EQ(Filter().toExpression(catalog(), "deals"_s), QString());
}

TEST(FilterMakers, DropWhatSaysNothing)
{
    const Filter a = Filter::where("count"_s, Op::Equal, 1);
    EXPECT_TRUE(Filter::all({Filter(), Filter()}).isNone());
    EXPECT_TRUE(Filter::all({Filter(), a}) == a);
    EXPECT_EQ(Filter::any({a, a}).parts.size(), 2);
    EXPECT_EQ(Filter::where("firm_id"_s, Op::In, QVariant::fromValue(IdList{1, 2})).values.size(), 2);
}

TEST(SortParse, ReadsDirections)
{
    const QList<SortKey> keys = Query::parseSort("-order_date, name , +total,client.name desc, x asc"_s);
    const QList<SortKey> expected = {
        {"order_date"_s, true}, {"name"_s, false}, {"total"_s, false}, {"client.name"_s, true}, {"x"_s, false}};
    EXPECT_EQ(keys, expected);
    EXPECT_TRUE(Query::parseSort({}).isEmpty());
    EXPECT_THROW(Query::parseSort("name total"_s), Error);
}

// --- relative dates

TEST(RelativeDates, FollowTheCalendar)
{
    const QDate sunday(2026, 11, 22);
    const auto span = [&](const char *word, QDate first, QDate last) {
        const auto days = daysOf(QLatin1String(word), sunday);
        ASSERT_TRUE(days) << word;
        EXPECT_EQ(days->first, first) << word;
        EXPECT_EQ(days->last, last) << word;
    };
    span("today", sunday, sunday);
    span("now", sunday, sunday);
    span("yesterday", {2026, 11, 21}, {2026, 11, 21});
    span("tomorrow-1d", sunday, sunday);
    span("this_week", {2026, 11, 16}, sunday);
    span("next_week", {2026, 11, 23}, {2026, 11, 29});
    span("last_month", {2026, 10, 1}, {2026, 10, 31});
    span("this_quarter", {2026, 10, 1}, {2026, 12, 31});
    span("next_quarter", {2027, 1, 1}, {2027, 3, 31});
    span("last_year", {2025, 1, 1}, {2025, 12, 31});
    span("this_day", sunday, sunday);
    span("today+2w-1d", {2026, 12, 5}, {2026, 12, 5});
    span("today+1q", {2027, 2, 22}, {2027, 2, 22});
    EXPECT_EQ(daysOf("today+1m"_s, QDate(2026, 1, 31))->first, QDate(2026, 2, 28));
    EXPECT_EQ(daysOf("today-1y"_s, QDate(2028, 2, 29))->first, QDate(2027, 2, 28));
    EXPECT_EQ(daysOf("today+9999y"_s, sunday)->last.year(), 9999);
    EXPECT_EQ(daysOf("this_week"_s, QDate(2026, 11, 16))->first, QDate(2026, 11, 16));
}

TEST(RelativeDates, NowIsAnInstant)
{
    const QDateTime now(QDate(2026, 11, 22), QTime(23, 30), Qt::UTC);
    EXPECT_EQ(instantOf("now"_s, now), now);
    EXPECT_EQ(instantOf("now+45min"_s, now), now.addSecs(2700));
    EXPECT_EQ(instantOf("now-1d+2h"_s, now), now.addDays(-1).addSecs(7200));
    EXPECT_FALSE(instantOf("today"_s, now));
    EXPECT_FALSE(daysOf("now+2h"_s, now.date()));
}

TEST(RelativeDates, RefuseOtherWords)
{
    for (const char *word :
         {"", "todayy", "today+", "today+7", "today+7x", "today+2h", "this_hour", "this week", "2026-11-22", "me"})
        EXPECT_FALSE(isRelativeDate(QLatin1String(word))) << word;
}
