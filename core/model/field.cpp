#include "core/model/field.h"

namespace crm {

namespace {
struct KindRow
{
    Kind kind;
    const char *name;
    const char *label;
};
constexpr const char *context = "crm::Kind";
constexpr KindRow kinds[] = {
    {Kind::Text, "text", QT_TRANSLATE_NOOP("crm::Kind", "Text")},
    {Kind::Memo, "memo", QT_TRANSLATE_NOOP("crm::Kind", "Long text")},
    {Kind::Integer, "integer", QT_TRANSLATE_NOOP("crm::Kind", "Whole number")},
    {Kind::Decimal, "decimal", QT_TRANSLATE_NOOP("crm::Kind", "Number")},
    {Kind::Money, "money", QT_TRANSLATE_NOOP("crm::Kind", "Money")},
    {Kind::Percent, "percent", QT_TRANSLATE_NOOP("crm::Kind", "Percent")},
    {Kind::Date, "date", QT_TRANSLATE_NOOP("crm::Kind", "Date")},
    {Kind::Moment, "moment", QT_TRANSLATE_NOOP("crm::Kind", "Date and time")},
    {Kind::Time, "time", QT_TRANSLATE_NOOP("crm::Kind", "Time of day")},
    {Kind::Duration, "duration", QT_TRANSLATE_NOOP("crm::Kind", "Duration")},
    {Kind::Bool, "bool", QT_TRANSLATE_NOOP("crm::Kind", "Yes/no")},
    {Kind::Choice, "choice", QT_TRANSLATE_NOOP("crm::Kind", "Choice")},
    {Kind::Choices, "choices", QT_TRANSLATE_NOOP("crm::Kind", "Several choices")},
    {Kind::Ref, "ref", QT_TRANSLATE_NOOP("crm::Kind", "Link to a record")},
    {Kind::RefList, "ref_list", QT_TRANSLATE_NOOP("crm::Kind", "Links to records")},
    {Kind::Labels, "labels", QT_TRANSLATE_NOOP("crm::Kind", "Labels")},
    {Kind::Email, "email", QT_TRANSLATE_NOOP("crm::Kind", "E-mail")},
    {Kind::Phone, "phone", QT_TRANSLATE_NOOP("crm::Kind", "Phone")},
    {Kind::Url, "url", QT_TRANSLATE_NOOP("crm::Kind", "Web address")},
    {Kind::Color, "color", QT_TRANSLATE_NOOP("crm::Kind", "Colour")},
    {Kind::File, "file", QT_TRANSLATE_NOOP("crm::Kind", "File")},
};
} // namespace

QString kindName(Kind kind) { return QLatin1String(kinds[int(kind)].name); }

std::optional<Kind> kindByName(const QString &name)
{
    for (const KindRow &row : kinds) {
        if (name == QLatin1String(row.name))
            return row.kind;
    }
    return std::nullopt;
}

Label kindLabel(Kind kind) { return Label(kinds[int(kind)].label, nullptr, context); }

const Choice *Field::choice(const QString &key) const
{
    for (const Choice &c : m_choices) {
        if (c.key == key)
            return &c;
    }
    return nullptr;
}

Field Field::transition(const QString &from, const QStringList &to) const
{
    Field copy = *this;
    copy.m_transitions.insert(from, to);
    return copy;
}

} // namespace crm
