// Random questions for the World: filters, sorts and searches that its evaluation can answer too.
#include "core/model/relative_date.h"
#include "tests/store/reading_world.h"
#include "tests/support/random_filter.h"

namespace crm::test {

namespace {
QString operator""_s(const char *text, size_t size) { return QString::fromUtf8(text, qsizetype(size)); }
} // namespace

QVariant World::randomValue(const Field &field, Op op)
{
    static const QStringList needles = {"alpha"_s, "ALPHA beta"_s, "a"_s,   "\xD0\xB6\xD0\xB5\xD0\xBB\xD1\x82"_s,
                                        "delta"_s, "o'x"_s,        "gam"_s, "nothing"_s,
                                        "beta"_s};
    const auto word = [](const char *w) { return QVariant::fromValue(RelativeDate{QLatin1String(w)}); };
    const bool search = op == Op::Contains || op == Op::StartsWith;
    switch (field.kind()) {
    case Kind::Phone:
        return pick(2) ? "345-67"_s : "7 (90"_s;
    case Kind::Email:
        return "user%1@example.org"_s.arg(pick(20)).left(search ? 5 : 100);
    case Kind::Choice:
        return field.choices()[pick(int(field.choices().size()))].key;
    case Kind::Choices: {
        QStringList keys;
        for (int n = 1 + pick(2); n > 0; --n)
            keys << field.choices()[pick(int(field.choices().size()))].key;
        return choicesValue(keys);
    }
    case Kind::Time:
        return QTime(pick(24), pick(4) * 15).toString("HH:mm"_s);
    case Kind::Bool:
        return pick(2) == 1;
    case Kind::Date: {
        static const char *words[] = {"today", "this_week", "last_month", "today+10d", "this_year", "now-3d"};
        return pick(2) ? word(words[pick(5)]) : QVariant(now().date().addDays(pick(40) - 20));
    }
    case Kind::Moment: {
        static const char *words[] = {"now", "today", "yesterday", "this_week", "now-5h"};
        return pick(2)   ? word(words[pick(5)])
               : pick(2) ? QVariant(now().date().addDays(pick(5) - 2))
                         : QVariant(now().toUTC());
    }
    case Kind::Ref:
    case Kind::RefList:
    case Kind::Labels: {
        const bool places = field.target() == "places"_s, people = field.target() == "users"_s;
        const IdList &ids = places ? m_placeIds : people ? m_userIds : m_labelIds;
        if (!search && pick(2))
            return ids[pick(int(ids.size()))];
        return places ? "omsk"_s : people ? "an"_s : "vip"_s;
    }
    case Kind::Integer:
        return qint64(pick(20)) - 3;
    case Kind::Text:
    case Kind::Memo:
        return field.key() == "country"_s ? "russia"_s : needles[pick(9)];
    default:
        return qint64(pick(30)) * 100;
    }
}

Filter World::randomCondition()
{
    static const QStringList paths = {"name"_s,
                                      "note"_s,
                                      "phone"_s,
                                      "email"_s,
                                      "stage"_s,
                                      "amount"_s,
                                      "weight"_s,
                                      "rate"_s,
                                      "count"_s,
                                      "spent"_s,
                                      "done"_s,
                                      "due"_s,
                                      "seen"_s,
                                      "place_id"_s,
                                      "owner_id"_s,
                                      "stops"_s,
                                      "labels"_s,
                                      "place_id.country"_s,
                                      "place_id.name"_s,
                                      "place_id.size"_s,
                                      "place_id.boss_id"_s,
                                      "place_id.boss_id.name"_s,
                                      "c_number"_s,
                                      "c_amount"_s,
                                      "c_text"_s,
                                      "c_day"_s,
                                      "c_color"_s,
                                      "c_colors"_s,
                                      "c_time"_s,
                                      "opens"_s,
                                      "tags"_s};
    const QString path = paths[pick(int(paths.size()))];
    const Field &field = *catalog().resolve("things"_s, path);
    const Kind k = field.kind();
    QList<Op> ops = {Op::Equal, Op::NotEqual, Op::In, Op::IsEmpty, Op::IsNotEmpty};
    if (isFreeTextKind(k))
        ops << Op::Less << Op::GreaterOrEqual << Op::Contains << Op::StartsWith << Op::Contains;
    else if (isRefKind(k) || isListKind(k))
        ops << Op::Contains << Op::StartsWith;
    else if (!isChoiceKind(k) && k != Kind::Bool)
        ops << Op::Less << Op::LessOrEqual << Op::Greater << Op::GreaterOrEqual;
    const Op op = ops[pick(int(ops.size()))];
    if (op == Op::In)
        return Filter::where(path, op,
                             QVariantList{randomValue(field, op), randomValue(field, op), randomValue(field, op)});
    return Filter::where(path, op, op == Op::IsEmpty || op == Op::IsNotEmpty ? QVariant() : randomValue(field, op));
}

Filter World::randomFilter(int depth)
{
    return test::randomFilter(
        depth, [this](int n) { return pick(n); }, [this] { return randomCondition(); });
}

QList<SortKey> World::randomSort()
{
    static const QStringList paths = {
        "name"_s,     "note"_s,     "phone"_s,  "stage"_s, "amount"_s,   "weight"_s,           "count"_s,
        "spent"_s,    "done"_s,     "due"_s,    "seen"_s,  "place_id"_s, "place_id.country"_s, "place_id.boss_id"_s,
        "owner_id"_s, "c_number"_s, "c_text"_s, "c_day"_s, "id"_s};
    QList<SortKey> out;
    for (int n = 1 + pick(3); n > 0; --n)
        out << SortKey{paths[pick(int(paths.size()))], pick(2) == 1};
    return out;
}

QString World::randomSearch()
{
    static const QStringList texts = {{},
                                      {},
                                      {},
                                      "alpha"_s,
                                      "BETA gam"_s,
                                      "ab"_s,
                                      "a"_s,
                                      "\xD0\xB6\xD0\xB5\xD0\xBB"_s,
                                      "8 (903) 345"_s,
                                      "345-67-1"_s,
                                      "zed"_s,
                                      "nothing"_s,
                                      "b a"_s};
    return texts[pick(int(texts.size()))];
}

} // namespace crm::test
