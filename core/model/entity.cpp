#include "core/model/entity.h"
#include "core/model/error.h"
#include "core/model/format.h"
#include "core/model/record.h"
#include <algorithm>

namespace crm {

namespace {
constexpr const char *labelContext = "crm::Entity";

Field positionField()
{
    return integer(QStringLiteral("position"),
                   Label(QT_TRANSLATE_NOOP("crm::Entity", "Position"), nullptr, labelContext));
}
} // namespace

bool RuleContext::changed(const QString &field) const
{
    const QVariant now = after.value(field);
    return before ? before->value(field) != now : !isEmptyValue(now);
}

void RuleContext::refuse(const QString &field, const QString &sentence) { faults.append({field, sentence, {}}); }

const Field *Entity::field(const QString &key) const
{
    const int index = indexOf(key);
    return index < 0 ? nullptr : &m_fields.at(index);
}

void Entity::addChoices(const QString &key, const QList<Choice> &choices)
{
    const int index = indexOf(key);
    Q_ASSERT(index >= 0);
    m_fields[index] = m_fields.at(index).options(m_fields.at(index).choices() + choices);
}

int Entity::indexOf(const QString &key) const
{
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        if (m_fields.at(i).key() == key)
            return int(i);
    }
    return -1;
}

Entity &Entity::context()
{
    if (m_context)
        return *this;
    m_context = true;
    m_fields << text(QStringLiteral("parent_entity"),
                     Label(QT_TRANSLATE_NOOP("crm::Entity", "Belongs to: kind"), nullptr, labelContext), 48)
                    .hidden();
    m_fields << ref(QStringLiteral("parent_id"),
                    Label(QT_TRANSLATE_NOOP("crm::Entity", "Belongs to"), nullptr, labelContext), {})
                    .hidden()
                    .indexed();
    return *this;
}

Entity &Entity::attached()
{
    m_scope = {Scope::Attached, {}, {}};
    return context();
}

Entity &Entity::lineOf(const QString &entity, const QString &parentField)
{
    m_lineOf = entity;
    m_lineParent = parentField;
    m_inMenu = false;
    m_scope = {Scope::Parent, parentField, {}};
    if (!field(parentField)) {
        m_fields << ref(parentField, Label(QT_TRANSLATE_NOOP("crm::Entity", "Document"), nullptr, labelContext), entity)
                        .required()
                        .hidden()
                        .indexed();
    }
    if (!field(QStringLiteral("position")))
        m_fields << positionField().hidden();
    return *this;
}

Entity &Entity::lockedWhile(const QString &field, const Label &reason, const QStringList &except)
{
    m_lockField = field;
    m_lockExcept = except;
    m_lock = [field, reason](const Record &record) {
        return isEmptyValue(record.value(field)) ? QString() : reason.text();
    };
    return *this;
}

Entity &Entity::fields(const QList<Field> &list)
{
    m_fields += list;
    if (m_dictionary) // what it is comes before where it stands
        std::stable_partition(m_fields.begin(), m_fields.end(),
                              [](const Field &f) { return f.key() != QLatin1String("position"); });
    return *this;
}

Entity &Entity::dictionary()
{
    m_dictionary = true;
    m_adminOnly = true;
    if (!field(QStringLiteral("position")))
        m_fields << positionField().indexed();
    if (m_sort.isEmpty())
        m_sort = QStringLiteral("position");
    return *this;
}

} // namespace crm
