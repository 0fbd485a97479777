#include "core/model/filter_match.h"
#include "core/model/error.h"
#include "core/model/registry.h"
#include "core/model/related_filter.h"
#include "core/model/relative_date.h"
#include "core/model/text.h"
#include <QCoreApplication>
#include <QTimeZone>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Query)
};

template<class T> int order(const T &a, const T &b) { return a < b ? -1 : b < a ? 1 : 0; }

bool isAnswer(Op op, int comparison)
{
    switch (op) {
    case Op::Equal:
        return comparison == 0;
    case Op::Less:
        return comparison < 0;
    case Op::LessOrEqual:
        return comparison <= 0;
    case Op::Greater:
        return comparison > 0;
    case Op::GreaterOrEqual:
        return comparison >= 0;
    default:
        return false;
    }
}

/// Against a span of days: "less" is before it, "greater" behind it.
bool isAnswer(Op op, const QDate &day, const DaySpan &span)
{
    if (op == Op::Equal)
        return span.first <= day && day <= span.last;
    const bool low = op == Op::Less || op == Op::GreaterOrEqual;
    return isAnswer(op, order(day, low ? span.first : span.last));
}

bool isWord(const QVariant &value) { return value.typeId() == qMetaTypeId<RelativeDate>(); }

bool looksLikePhone(const QString &text)
{
    const bool plain = std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.isDigit() || c.isSpace() || QStringView(u"+-()./").contains(c);
    });
    return plain && digitsOnly(text).size() >= 3;
}

bool textAnswers(Op op, Kind kind, const QString &value, const QString &wanted)
{
    if (kind == Kind::Choices) {
        const QStringList has = choiceKeys(value), asked = choiceKeys(wanted);
        return std::all_of(asked.cbegin(), asked.cend(), [&has](const QString &key) { return has.contains(key); });
    }
    const bool folds = isFreeTextKind(kind);
    const QString text = folds ? fold(value) : value, needle = folds ? fold(wanted) : wanted;
    if (op == Op::Contains) {
        return text.contains(needle) ||
               (kind == Kind::Phone && looksLikePhone(needle) && digitsOnly(value).contains(digitsOnly(needle)));
    }
    if (op == Op::StartsWith)
        return text.startsWith(needle);
    return isAnswer(op, order(text.toUtf8(), needle.toUtf8())); // by bytes, as the databases do
}

bool dayAnswers(Op op, const QDate &day, const QVariant &wanted, const FilterMatch::Clock &clock)
{
    if (!isWord(wanted))
        return isAnswer(op, order(day, wanted.toDate()));
    const QString word = wanted.value<RelativeDate>().word;
    if (const auto days = daysOf(word, clock.now.date()))
        return isAnswer(op, day, *days);
    const auto instant = instantOf(word, clock.now);
    return instant && isAnswer(op, order(day, instant->date()));
}

bool momentAnswers(Op op, const QDateTime &moment, const QVariant &wanted, const FilterMatch::Clock &clock)
{
    std::optional<DaySpan> days;
    if (isWord(wanted)) {
        const QString word = wanted.value<RelativeDate>().word;
        if (const auto instant = instantOf(word, clock.now))
            return isAnswer(op, order(moment, *instant));
        days = daysOf(word, clock.now.date());
    } else if (wanted.typeId() == QMetaType::QDate) {
        days = DaySpan{wanted.toDate(), wanted.toDate()};
    } else {
        return isAnswer(op, order(moment, wanted.toDateTime()));
    }
    return days && isAnswer(op, moment.toTimeZone(clock.now.timeZone()).date(), *days);
}

bool referenceAnswers(Op op, Id id, const QString &title, const QVariant &wanted, const FilterMatch::Clock &clock)
{
    if (isWord(wanted))
        return id == clock.me;
    if (wanted.typeId() != QMetaType::QString)
        return isAnswer(op, order(id, Id(wanted.toLongLong())));
    return !title.isEmpty() && textAnswers(op, Kind::Text, title, wanted.toString());
}
} // namespace

FilterMatch::FilterMatch(const Filter &filter, const Catalog &catalog, const QString &entity)
    : m_root(node(filter, catalog, entity))
{}

FilterMatch::Node FilterMatch::node(const Filter &filter, const Catalog &catalog, const QString &entity)
{
    Node out;
    out.type = filter.type;
    if (asksRelated(filter)) {
        takeOthers(filter, catalog, entity);
        return out;
    }
    for (const Filter &part : filter.parts)
        out.parts << node(part, catalog, entity);
    if (filter.type != Filter::Condition)
        return out;
    QString canonical;
    out.field = catalog.resolve(entity, filter.path, &canonical);
    if (!out.field)
        throw Error(ErrorKind::Validation,
                    Tr::tr("“%1” has no field “%2”.").arg(catalog.at(entity).many().text(), filter.path));
    out.op = filter.op;
    out.values = filter.values;
    out.path = int(m_paths.indexOf(canonical));
    if (out.path < 0) {
        out.path = int(m_paths.size());
        m_paths << canonical;
        const QStringList steps = canonical.split(u'.');
        for (qsizetype i = 1; i <= steps.size(); ++i)
            m_used << catalog.resolve(entity, steps.mid(0, i).join(u'.'));
    }
    return out;
}

void FilterMatch::takeOthers(const Filter &filter, const Catalog &catalog, const QString &entity)
{
    const auto way = relatedWay(catalog, entity, filter);
    if (!way)
        throw Error(ErrorKind::Validation,
                    Tr::tr("“%1” has no field “%2”.").arg(catalog.at(entity).many().text(), filter.path));
    const FilterMatch there(filter.parts.value(0), catalog, way->entity->key());
    m_used << way->reference << there.m_used;
    m_others << way->entity << there.m_others;
}

bool FilterMatch::holds(const std::function<Value(int)> &value, const Clock &clock) const
{
    return holds(m_root, value, clock);
}

bool FilterMatch::holds(const Node &node, const std::function<Value(int)> &value, const Clock &clock)
{
    const auto part = [&](const Node &n) { return holds(n, value, clock); };
    switch (node.type) {
    case Filter::None:
        return true;
    case Filter::Not:
        return node.parts.isEmpty() || !part(node.parts.constFirst());
    case Filter::And:
        return std::all_of(node.parts.cbegin(), node.parts.cend(), part);
    case Filter::Or:
        return std::any_of(node.parts.cbegin(), node.parts.cend(), part);
    case Filter::Condition:
        break;
    }
    return node.field && answers(node, value(node.path), clock);
}

namespace {
bool one(const Field &field, Op op, const QVariant &wanted, const FilterMatch::Value &value,
         const FilterMatch::Clock &clock)
{
    if (isListKind(field.kind())) {
        const IdList ids = value.value.value<IdList>();
        if (wanted.typeId() != QMetaType::QString)
            return std::any_of(ids.cbegin(), ids.cend(),
                               [&](Id id) { return referenceAnswers(op, id, {}, wanted, clock); });
        QStringList titles = value.title.split(QStringLiteral(", "), Qt::SkipEmptyParts);
        titles << value.title; // one that has a comma in it
        return std::any_of(titles.cbegin(), titles.cend(),
                           [&](const QString &title) { return referenceAnswers(op, 0, title, wanted, clock); });
    }
    if (isRefKind(field.kind()))
        return referenceAnswers(op, value.value.toLongLong(), value.title, wanted, clock);
    if (field.kind() == Kind::Date)
        return dayAnswers(op, value.value.toDate(), wanted, clock);
    if (field.kind() == Kind::Moment)
        return momentAnswers(op, value.value.toDateTime(), wanted, clock);
    if (isTextKind(field.kind()))
        return textAnswers(op, field.kind(), value.value.toString(), wanted.toString());
    return isAnswer(op, order(value.value.toLongLong(), wanted.toLongLong()));
}
} // namespace

bool FilterMatch::answers(const Node &node, const Value &value, const Clock &clock)
{
    const bool empty = isListKind(node.field->kind()) ? value.value.value<IdList>().isEmpty() : value.value.isNull();
    const auto equals = [&](const QVariant &wanted) {
        return wanted.isNull() ? empty : !empty && one(*node.field, Op::Equal, wanted, value, clock);
    };
    switch (node.op) {
    case Op::IsEmpty:
        return empty;
    case Op::IsNotEmpty:
        return !empty;
    case Op::NotEqual:
        return !equals(node.values.value(0));
    case Op::Equal:
        return equals(node.values.value(0));
    case Op::In:
        return std::any_of(node.values.cbegin(), node.values.cend(), equals);
    default:
        return !empty && !node.values.value(0).isNull() &&
               one(*node.field, node.op, node.values.value(0), value, clock);
    }
}

} // namespace crm
