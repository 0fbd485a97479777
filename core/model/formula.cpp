#include "core/model/entity.h"
#include "core/model/error.h"
#include "core/model/format.h"
#include "core/model/formula_node.h"
#include <QLoggingCategory>
#include <algorithm>
#include <limits>

namespace crm {
using namespace formula;

formula::Type formula::typeOf(Kind kind)
{
    if (isTextKind(kind))
        return Type::Text;
    if (isIntegerKind(kind))
        return Type::Number;
    return kind == Kind::Date ? Type::Day : kind == Kind::Bool ? Type::Truth : Type::Nothing;
}

namespace {
Q_LOGGING_CATEGORY(log, "mycrm.model")
constexpr int hour = 3600;

/// A number as it stands in a text: as many digits as 64 bits hold, no zeroes behind the last.
QString plainNumber(wide::Int n)
{
    constexpr wide::Int most = std::numeric_limits<qint64>::max();
    int scale = digits;
    for (; scale > 0 && (n > most || n < -most); --scale)
        n = wide::mulDivRound(n, 1, 10, Rounding::HalfUp);
    for (; scale > 0 && n % 10 == 0; --scale)
        n /= 10;
    return Decimal(wide::narrow(n), scale).toString();
}

QString textOf(const Value &v)
{
    switch (v.type) {
    case Type::Number:
        return plainNumber(v.number);
    case Type::Text:
        return v.text;
    case Type::Day:
        return v.day.toString(Qt::ISODate);
    case Type::Truth:
        return v.truth ? QStringLiteral("yes") : QStringLiteral("no");
    case Type::Nothing:
        break;
    }
    return {};
}

Value ofField(const Record &record, const Field &field, const QString &baseCurrency)
{
    const QVariant v = record.value(field.key());
    if (isEmptyValue(v))
        return {};
    switch (field.kind()) {
    case Kind::Bool:
        return ofTruth(v.toBool());
    case Kind::Date:
        return ofDay(v.toDate());
    case Kind::Integer:
        return ofNumber(scaled(v.toLongLong(), 0));
    case Kind::Decimal:
        return ofNumber(scaled(v.toLongLong(), field.scale()));
    case Kind::Percent:
        return ofNumber(
            wide::mulDivRound(v.toLongLong(), wide::pow10(digits), wide::pow10(field.scale() + 2), Rounding::HalfUp));
    case Kind::Money:
        return ofNumber(scaled(v.toLongLong(), Money::minorDigits(record.money(field.key(), baseCurrency).currency())));
    case Kind::Duration:
        return ofNumber(wide::mulDivRound(v.toLongLong(), wide::pow10(digits), hour, Rounding::HalfUp));
    default:
        return ofText(v.toString());
    }
}

/// < 0, 0, > 0 of two values of one type.
int order(const Value &a, const Value &b)
{
    const auto sign = [](const auto &x, const auto &y) { return x < y ? -1 : y < x ? 1 : 0; };
    switch (a.type) {
    case Type::Number:
        return sign(a.number, b.number);
    case Type::Text:
        return a.text.compare(b.text, Qt::CaseInsensitive);
    case Type::Day:
        return sign(a.day, b.day);
    case Type::Truth:
        return int(a.truth) - int(b.truth);
    case Type::Nothing:
        break;
    }
    return 0;
}
} // namespace

Value Formula::Node::compared(const Value &a, const Value &b) const
{
    const bool nothing = a.type == Type::Nothing || b.type == Type::Nothing;
    if (op == QLatin1String("=") || op == QLatin1String("!=")) {
        const bool same = nothing ? a.type == b.type : order(a, b) == 0;
        return ofTruth(same == (op == QLatin1String("=")));
    }
    if (nothing)
        return ofTruth(false);
    const int o = order(a, b);
    if (op == QLatin1String("<"))
        return ofTruth(o < 0);
    if (op == QLatin1String("<="))
        return ofTruth(o <= 0);
    return ofTruth(op == QLatin1String(">") ? o > 0 : o >= 0);
}

/// Of two values that are there.
Value Formula::Node::reckoned(const Value &a, const Value &b) const
{
    const bool plus = op == QLatin1String("+"), least = op == QLatin1String("min");
    if (least || op == QLatin1String("max"))
        return least == (order(a, b) < 0) ? a : b;
    if (a.type == Type::Day && b.type == Type::Day)
        return ofNumber(scaled(b.day.daysTo(a.day), 0));
    if (a.type == Type::Day || b.type == Type::Day) {
        const Value &day = a.type == Type::Day ? a : b, &number = a.type == Type::Day ? b : a;
        const qint64 days = wide::narrow(wide::mulDivRound(number.number, 1, wide::pow10(digits), Rounding::HalfUp));
        return ofDay(day.day.addDays(plus ? days : -days));
    }
    if (plus)
        return ofNumber(wide::add(a.number, b.number));
    if (op == QLatin1String("-"))
        return ofNumber(wide::add(a.number, -b.number));
    if (op == QLatin1String("*"))
        return ofNumber(wide::mulDivRound(a.number, b.number, wide::pow10(digits), Rounding::HalfUp));
    if (op == QLatin1String("/"))
        return b.number == 0 ? Value{}
                             : ofNumber(wide::mulDivRound(a.number, wide::pow10(digits), b.number, Rounding::HalfUp));
    const qint64 kept = wide::narrow(wide::mulDivRound(b.number, 1, wide::pow10(digits), Rounding::HalfUp));
    const wide::Int unit = wide::pow10(digits - int(std::clamp<qint64>(kept, 0, digits)));
    return ofNumber(wide::mul(wide::mulDivRound(a.number, 1, unit, Rounding::HalfUp), unit)); // round()
}

Value Formula::Node::of(const Record &record, const QString &currency) const
{
    const auto part = [&](qsizetype i) { return parts.at(i)->of(record, currency); };
    if (op == QLatin1String("value"))
        return constant;
    if (op == QLatin1String("field"))
        return ofField(record, *record.entity().field(key), currency);
    if (op == QLatin1String("if"))
        return part(part(0).truth ? 1 : 2);
    if (op == QLatin1String("and"))
        return ofTruth(part(0).truth && part(1).truth);
    if (op == QLatin1String("or"))
        return ofTruth(part(0).truth || part(1).truth);
    if (op == QLatin1String("not"))
        return ofTruth(!part(0).truth);
    const Value a = part(0), b = part(1);
    if (op == QLatin1String("&"))
        return ofText(textOf(a) + textOf(b));
    if (op.startsWith(u'=') || op.startsWith(u'!') || op.startsWith(u'<') || op.startsWith(u'>'))
        return compared(a, b);
    return a.type == Type::Nothing || b.type == Type::Nothing ? Value{} : reckoned(a, b);
}

bool Formula::canCalculate(Kind kind)
{
    return isIntegerKind(kind) || kind == Kind::Text || kind == Kind::Date || kind == Kind::Bool;
}

void Formula::calculate(Record &record, const QString &baseCurrency, QList<FieldFault> &faults)
{
    const Entity &entity = record.entity();
    const FindField find = [&entity](const QString &key) {
        const Field *field = entity.field(key);
        return field ? std::optional(*field) : std::nullopt;
    };
    for (const Field &field : entity.fieldList()) {
        if (field.formula().isEmpty())
            continue;
        std::optional<Formula> formula;
        try {
            formula = parse(field.formula(), find, field.kind());
        } catch (const Error &error) {
            qCWarning(log, "%s.%s: %s", qPrintable(entity.key()), qPrintable(field.key()),
                      qPrintable(error.sentence()));
            continue;
        }
        try {
            record.set(field.key(), formula->value(record, field, baseCurrency));
        } catch (const Error &error) {
            faults.append({field.key(), field.label().text() + QStringLiteral(": ") + error.sentence(), {}});
        }
    }
}

QVariant Formula::value(const Record &record, const Field &field, const QString &baseCurrency) const
{
    const Value v = m_root->of(record, baseCurrency);
    if (v.type == Type::Nothing)
        return {};
    const auto rounded = [&v](wide::Int times, int scale) {
        const wide::Int units =
            wide::mulDivRound(v.number, wide::mul(times, wide::pow10(scale)), wide::pow10(digits), Rounding::HalfUp);
        return QVariant(wide::narrow(units));
    };
    switch (field.kind()) {
    case Kind::Integer:
        return rounded(1, 0);
    case Kind::Decimal:
        return rounded(1, field.scale());
    case Kind::Percent:
        return rounded(100, field.scale());
    case Kind::Duration:
        return rounded(hour, 0);
    case Kind::Money:
        return rounded(1, Money::minorDigits(record.money(field.key(), baseCurrency).currency()));
    case Kind::Date:
        return v.day;
    case Kind::Bool:
        return v.truth;
    default:
        return canonicalValue(field, textOf(v).left(field.size()));
    }
}

} // namespace crm
