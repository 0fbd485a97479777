#include "ui/records/quick_condition.h"
#include "core/model/text.h"
#include "ui/records/filter_text.h"
#include "ui/records/near_date.h"
#include "ui/records/text_editor.h"
#include <QRegularExpression>

namespace crm {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::QuickFilters)
};

const QTime dayBegins(0, 0), dayEnds(23, 59, 59, 999);

bool isDay(const Field &field) { return field.kind() == Kind::Date || field.kind() == Kind::Moment; }

std::optional<Op> opOf(const QString &sign)
{
    static const QHash<QString, Op> ops{
        {QStringLiteral("="), Op::Equal},           {QStringLiteral("!="), Op::NotEqual},
        {QStringLiteral("<>"), Op::NotEqual},       {QStringLiteral("<"), Op::Less},
        {QStringLiteral("<="), Op::LessOrEqual},    {QStringLiteral(">"), Op::Greater},
        {QStringLiteral(">="), Op::GreaterOrEqual}, {QStringLiteral("^"), Op::StartsWith},
        {QStringLiteral("~"), Op::Contains}};
    const auto it = ops.constFind(sign);
    return it == ops.constEnd() ? std::nullopt : std::optional(*it);
}

/// "this week" in the person's language or as expressions write it.
QString relativeWord(const QString &text)
{
    const QString typed = fold(text);
    const QStringList words = relativeWords();
    for (const QString &word : words) {
        if (typed == fold(relativeText(word)) || typed == word || typed == QString(word).replace(u'_', u' '))
            return word;
    }
    return {};
}

QString noDate(const QString &text)
{
    return Tr::tr("“%1” is no date. Type one like %2, or today, this week, +7.")
        .arg(text, displayText(Field(Kind::Date, {}, {}), QDate::currentDate(), {QLocale(), {}, {}}));
}

/// @param atEnd of the day, where moments are compared
QVariant valueOf(const Field &field, const QString &text, bool atEnd, const FormatContext &format, QString *fault)
{
    if (!isDay(field))
        return parseText(field, text, format, fault);
    const auto date = readNearDate(text, QDate::currentDate(), format.locale);
    if (!date) {
        *fault = noDate(text);
        return {};
    }
    return field.kind() == Kind::Date ? QVariant(*date)
                                      : QVariant(QDateTime(*date, atEnd ? dayEnds : dayBegins).toUTC());
}

bool wantsEnd(Op op) { return op == Op::Greater || op == Op::LessOrEqual; }

Filter compared(const QString &path, const Field &field, Op op, const QString &text, const FormatContext &format,
                QString *fault)
{
    if (const QString word = isDay(field) ? relativeWord(text) : QString(); !word.isEmpty())
        return Filter::where(path, op, QVariant::fromValue(RelativeDate{word}));
    if (field.kind() == Kind::Moment && (op == Op::Equal || op == Op::NotEqual)) {
        const QVariant day = valueOf(field, text, false, format, fault); // the whole of it
        return Filter::where(path, op, day.toDateTime().toLocalTime().date());
    }
    return Filter::where(path, op, valueOf(field, text, wantsEnd(op), format, fault));
}

/// Two ends with ".." or a dash between them.
std::optional<QStringList> endsOf(const Field &field, const QString &text)
{
    static const QRegularExpression dots(QStringLiteral("^(.*?)\\s*(?:\\.\\.+|\u2026|\u2013|\u2014|\\s-\\s)\\s*(.*)$"));
    static const QRegularExpression hyphen(QStringLiteral("^(.*\\d)-(\\d.*)$"));
    auto match = dots.match(text);
    if (!match.hasMatch() && !isDay(field))
        match = hyphen.match(text);
    return match.hasMatch() ? std::optional(QStringList{match.captured(1), match.captured(2)}) : std::nullopt;
}

Filter range(const QString &path, const Field &field, const QStringList &ends, const FormatContext &format,
             QString *fault)
{
    const QString &from = ends.at(0), &to = ends.at(1);
    QList<Filter> both;
    if (!from.isEmpty())
        both << Filter::where(path, Op::GreaterOrEqual, valueOf(field, from, false, format, fault));
    if (!to.isEmpty() && fault->isEmpty())
        both << Filter::where(path, Op::LessOrEqual, valueOf(field, to, true, format, fault));
    return both.isEmpty() ? Filter() : both.size() == 1 ? both.constFirst() : Filter::all(both);
}

std::optional<QString> valueText(const QVariant &value, const Field &field, bool atEnd, const FormatContext &format)
{
    if (value.canConvert<RelativeDate>()) {
        const QString word = value.value<RelativeDate>().word;
        return relativeWords().contains(word) ? std::optional(relativeText(word)) : std::nullopt;
    }
    if (!isDay(field))
        return editText(field, value, format);
    QDate date = value.toDate();
    if (value.typeId() == QMetaType::QDateTime) {
        const QDateTime moment = value.toDateTime().toLocalTime();
        if (moment.time() != (atEnd ? dayEnds : dayBegins))
            return {};
        date = moment.date();
    }
    return displayText(Field(Kind::Date, {}, {}), date, format);
}

std::optional<QString> conditionText(const Filter &part, const Field &field, const FormatContext &format)
{
    if (part.op == Op::IsEmpty)
        return QStringLiteral("=");
    if (part.op == Op::IsNotEmpty)
        return QStringLiteral("!=");
    if (part.values.size() != 1)
        return {};
    const auto value = valueText(part.values.constFirst(), field, wantsEnd(part.op), format);
    if (!value)
        return {};
    static const QString signs = QStringLiteral("=!<>^~");
    switch (part.op) {
    case Op::Contains:
        return value->isEmpty() || signs.contains(value->at(0)) ? u'~' + *value : *value;
    case Op::Equal:
        return isTextKind(field.kind()) ? u'=' + *value : *value;
    case Op::StartsWith:
        return u'^' + *value;
    case Op::NotEqual:
        return QStringLiteral("!=") + *value;
    case Op::Less:
        return u'<' + *value;
    case Op::LessOrEqual:
        return QStringLiteral("<=") + *value;
    case Op::Greater:
        return u'>' + *value;
    case Op::GreaterOrEqual:
        return QStringLiteral(">=") + *value;
    default:
        return {};
    }
}

} // namespace

bool isTypedCondition(const Field &field)
{
    return isDay(field) || isIntegerKind(field.kind()) ||
           (isTextKind(field.kind()) && field.kind() != Kind::Choice && field.kind() != Kind::Choices);
}

Filter quickCondition(const QString &path, const Field &field, const QString &text, const FormatContext &format,
                      QString *fault)
{
    fault->clear();
    const QString line = text.trimmed();
    if (line.isEmpty())
        return {};
    static const QRegularExpression signedLine(QStringLiteral("^(>=|<=|<>|!=|=|<|>|\\^|~)\\s*(.*)$"));
    const auto match = signedLine.match(line);
    const bool words = isTextKind(field.kind());
    std::optional<Op> op = match.hasMatch() ? opOf(match.captured(1)) : std::nullopt;
    if (op && words && (*op == Op::Less || *op == Op::LessOrEqual || *op == Op::Greater || *op == Op::GreaterOrEqual))
        op.reset(); // an arrow in a text is an arrow
    if (op && !words && (*op == Op::StartsWith || *op == Op::Contains))
        *op = Op::Equal;
    const QString rest = op ? match.captured(2) : line;
    if (rest.isEmpty()) {
        if (op == Op::Equal || op == Op::NotEqual)
            return Filter::where(path, op == Op::Equal ? Op::IsEmpty : Op::IsNotEmpty);
        return {}; // a sign is being typed
    }
    Filter made;
    if (words)
        return Filter::where(path, op.value_or(Op::Contains), rest);
    if (const auto ends = op ? std::nullopt : endsOf(field, rest); ends && relativeWord(rest).isEmpty())
        made = range(path, field, *ends, format, fault);
    else
        made = compared(path, field, op.value_or(Op::Equal), rest, format, fault);
    return fault->isEmpty() ? made : Filter();
}

std::optional<QString> quickText(const Filter &part, const Field &field, const FormatContext &format)
{
    if (part.isNone())
        return QString();
    if (part.type == Filter::Condition)
        return conditionText(part, field, format);
    if (part.type != Filter::And || pathOfPart(part).isEmpty() || part.parts.at(0).op != Op::GreaterOrEqual ||
        part.parts.at(1).op != Op::LessOrEqual)
        return {};
    const auto from = valueText(part.parts.at(0).values.value(0), field, false, format);
    const auto to = valueText(part.parts.at(1).values.value(0), field, true, format);
    return from && to ? std::optional(*from + QStringLiteral("..") + *to) : std::nullopt;
}

QString quickHint(const Field &field)
{
    if (isDay(field))
        return Tr::tr("today, this week, < 24.11, 1.11..30.11; = is empty, != is not empty");
    if (isIntegerKind(field.kind()))
        return Tr::tr("100, > 100, 100..500; = is empty, != is not empty");
    return Tr::tr(
        "A part of the text. ^ begins with, = is exactly, != is not; = alone is empty, != alone is not empty");
}

} // namespace crm
