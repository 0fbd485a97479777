// Filters: what toExpression() writes, parse() reads back to the same filter, for every field of every entity; any
// other text is a filter or a sentence.
#include "core/model/error.h"
#include "core/model/query.h"
#include "core/model/registry.h"
#include "core/modules/modules.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/fuzz_values.h"

using namespace crm;

namespace {

const Catalog &catalog()
{
    static const Registry *registry = [] {
        auto *made = new Registry;
        modules::declareAll(*made);
        made->seal();
        return made;
    }();
    static const Catalog made(*registry);
    return made;
}

/// A path of the entity, often through references.
QString anyPath(fuzz::Chance &chance, const Entity &entity)
{
    QString path;
    const Entity *here = &entity;
    for (int steps = 0; steps < 3; ++steps) {
        const Field &field = chance.pick(here->fieldList());
        path += (path.isEmpty() ? QString() : QStringLiteral(".")) + field.key();
        const Entity *target = isRefKind(field.kind()) ? catalog().find(field.target()) : nullptr;
        if (!target || chance.once(2))
            break;
        here = target;
    }
    return path;
}

QVariant anyOperand(fuzz::Chance &chance, const Field &field, Op op)
{
    static const QStringList dates = {QStringLiteral("today"),      QStringLiteral("today+7d"),
                                      QStringLiteral("today-12m"),  QStringLiteral("this_week"),
                                      QStringLiteral("last_month"), QStringLiteral("next_year")};
    if (op == Op::Contains || op == Op::StartsWith)
        return fuzz::wordValue(chance);
    if ((field.kind() == Kind::Date || field.kind() == Kind::Moment) && chance.once(3))
        return QVariant::fromValue(RelativeDate{chance.pick(dates)});
    if (field.kind() == Kind::Moment && chance.once(3))
        return QDate(2020, 1, 1).addDays(chance.below(4000));
    if (isListKind(field.kind()))
        return chance.once(2) ? QVariant(qint64(1 + chance.below(99999))) : fuzz::wordValue(chance);
    if (isRefKind(field.kind()) && field.kind() != Kind::File && chance.once(2))
        return fuzz::wordValue(chance);
    return fuzz::anyValue(chance, field);
}

QList<Op> opsOf(Kind kind)
{
    QList<Op> ops = {Op::Equal, Op::NotEqual, Op::In, Op::IsEmpty, Op::IsNotEmpty};
    if (isFreeTextKind(kind))
        ops << Op::Contains << Op::StartsWith << Op::Less << Op::GreaterOrEqual;
    else if (isIntegerKind(kind) || kind == Kind::Date || kind == Kind::Time || kind == Kind::Moment)
        ops << Op::Less << Op::LessOrEqual << Op::Greater << Op::GreaterOrEqual;
    return ops;
}

Filter anyCondition(fuzz::Chance &chance, const Entity &entity)
{
    const QString path = anyPath(chance, entity);
    const Field &field = *catalog().resolve(entity.key(), path);
    const Op op = chance.pick(opsOf(field.kind()));
    if (op == Op::IsEmpty || op == Op::IsNotEmpty)
        return Filter::where(path, op);
    if (op == Op::In)
        return Filter::where(path, op, QVariantList{anyOperand(chance, field, op), anyOperand(chance, field, op)});
    return Filter::where(path, op, anyOperand(chance, field, op));
}

Filter anyFilter(fuzz::Chance &chance, const Entity &entity, int depth)
{
    if (depth == 0 || chance.once(3))
        return anyCondition(chance, entity);
    QList<Filter> parts;
    for (int n = 2 + chance.below(3); n > 0; --n)
        parts.append(anyFilter(chance, entity, depth - 1));
    if (chance.once(3)) {
        Filter negated;
        negated.type = Filter::Not;
        negated.parts = {parts.first()};
        return negated;
    }
    return chance.once(2) ? Filter::all(parts) : Filter::any(parts);
}

/// The filter of a text; nothing if it was refused, then with a sentence.
std::optional<Filter> parsed(const QString &text, const Entity &entity)
{
    try {
        return Filter::parse(text, catalog(), entity.key());
    } catch (const Error &e) {
        fuzz::require(e.kind() == ErrorKind::Validation && !e.sentence().isEmpty(),
                      QStringLiteral("a refusal without a sentence"), text);
        return {};
    }
}

void roundTrip(fuzz::Chance &chance, const Entity &entity)
{
    const Filter filter = anyFilter(chance, entity, 3);
    const QString text = filter.toExpression(catalog(), entity.key());
    const auto back = parsed(text, entity);
    fuzz::require(
        back && *back == filter,
        QStringLiteral("%1: not read back; then it is: %2")
            .arg(entity.key(), back ? back->toExpression(catalog(), entity.key()) : QStringLiteral("refused")),
        text);
}

void anyText(fuzz::Chance &chance, const Entity &entity)
{
    QStringList pieces = {QStringLiteral(" and "),
                          QStringLiteral(" or "),
                          QStringLiteral("not "),
                          QStringLiteral("("),
                          QStringLiteral(")"),
                          QStringLiteral(" = "),
                          QStringLiteral(" != "),
                          QStringLiteral("<"),
                          QStringLiteral(">="),
                          QStringLiteral("~"),
                          QStringLiteral("^"),
                          QStringLiteral(" in ("),
                          QStringLiteral(","),
                          QStringLiteral(" is empty"),
                          QStringLiteral("'"),
                          QStringLiteral("\""),
                          QStringLiteral("today"),
                          QStringLiteral("+7d"),
                          QStringLiteral("me"),
                          QStringLiteral("1000"),
                          QStringLiteral("-1.5"),
                          QStringLiteral("12%"),
                          QStringLiteral("yes"),
                          QStringLiteral("2026-11-22"),
                          QStringLiteral("9999999999999999999"),
                          QStringLiteral("."),
                          QStringLiteral(" "),
                          QStringLiteral("ё\U0001F600")};
    for (int i = 0; i < 6; ++i)
        pieces.append(anyPath(chance, entity));
    QString text = chance.pieces(pieces, 14);
    if (chance.once(3))
        text = QString::fromUtf8(
            chance.spoiled(anyFilter(chance, entity, 2).toExpression(catalog(), entity.key()).toUtf8()));
    const auto filter = parsed(text, entity);
    if (!filter)
        return;
    const QString written = filter->toExpression(catalog(), entity.key());
    const auto again = parsed(written, entity);
    fuzz::require(filter->isNone() || (again && *again == *filter),
                  QStringLiteral("what was read is written as %1, which is another").arg(written), text);
}

} // namespace

int main(int argc, char **argv)
{
    return fuzz::run(argc, argv, [](fuzz::Chance &chance) {
        const Entity &entity = *chance.pick(catalog().entities());
        roundTrip(chance, entity);
        anyText(chance, entity);
    });
}
