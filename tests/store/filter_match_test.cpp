// A filter decided in memory says of every row what the database says.
#include "core/model/filter_match.h"
#include "tests/store/reading_world.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
QString operator""_s(const char *text, size_t size) { return QString::fromUtf8(text, qsizetype(size)); }

QSet<Id> matching(World &w, const Filter &filter)
{
    const FilterMatch match(filter, w.catalog(), "things"_s);
    Query q("things"_s);
    q.columns = match.paths().isEmpty() ? QStringList{"id"_s} : match.paths();
    PageAt at;
    at.limit = 10'000;
    QSet<Id> out;
    const Page page = w.reading().page(q, at);
    for (const Row &row : page.rows) {
        const auto value = [&](int i) { return FilterMatch::Value{row.values.value(i), row.titles.value(i)}; };
        if (match.holds(value, {w.now(), 0}))
            out << row.id;
    }
    return out;
}

QSet<Id> listed(World &w, const Filter &filter)
{
    Query q("things"_s);
    q.filter = filter;
    q.columns = QStringList{"id"_s};
    PageAt at;
    at.limit = 10'000;
    QSet<Id> out;
    const Page page = w.reading().page(q, at);
    for (const Row &row : page.rows)
        out << row.id;
    return out;
}
} // namespace

TEST(FilterMatches, AsTheDatabaseDoes)
{
    World w(300, 11);
    int some = 0;
    for (int i = 0; i < 600 && !::testing::Test::HasFailure(); ++i) {
        const Filter filter = w.randomFilter(2);
        const QSet<Id> expected = listed(w, filter);
        some += !expected.isEmpty();
        EXPECT_EQ(matching(w, filter), expected) << filter.toExpression(w.catalog(), "things"_s).toStdString();
    }
    EXPECT_GT(some, 200) << "the questions are not about the data any more";
}

TEST(FilterMatches, ExpressionsAsPeopleWriteThem)
{
    World w(300, 11);
    for (const char *where :
         {"stage = new", "due < today", "due = this_month", "seen >= today-3d", "place = Omsk", "place.country ~ rus",
          "labels = vip", "labels is empty", "stops = paris", "amount > 10", "not done = yes", "phone ~ '903 345'",
          "name ^ beta", "stage in (new, lost)", "due is empty or amount < 0", "owner_id = anna", "c_color != red"}) {
        const Filter filter = Filter::parse(QString::fromUtf8(where), w.catalog(), "things"_s);
        const QSet<Id> expected = listed(w, filter);
        EXPECT_FALSE(expected.isEmpty()) << where;
        EXPECT_EQ(matching(w, filter), expected) << where;
    }
}

TEST(FilterMatches, NameTheFieldsTheyLookAt)
{
    World w(0, 1);
    const FilterMatch match(
        Filter::parse("place.country = x and secret = y and place.country = z"_s, w.catalog(), "things"_s), w.catalog(),
        "things"_s);
    EXPECT_EQ(match.paths(), (QStringList{"place_id.country"_s, "secret"_s}));
    QStringList fields;
    for (const Field *field : match.fields())
        fields << field->key();
    EXPECT_EQ(fields, (QStringList{"place_id"_s, "country"_s, "secret"_s}))
        << "a reference on the way is looked at too";
    EXPECT_THROW(FilterMatch(Filter::where("nothing"_s, Op::Equal, 1), w.catalog(), "things"_s), Error);
}
