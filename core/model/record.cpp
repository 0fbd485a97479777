#include "core/model/record.h"
#include "core/model/entity.h"
#include "core/model/mentions.h"

namespace crm {

namespace {
int indexIn(const Entity *entity, const QString &field)
{
    Q_ASSERT_X(entity, "Record", "a null record has no fields");
    const int index = entity->indexOf(field);
    Q_ASSERT_X(index >= 0, "Record", qPrintable(entity->key() + u'.' + field));
    return index;
}
} // namespace

Record::Record(const Entity &entity, Id id)
    : m_entity(&entity)
    , m_id(id)
{
    const QList<Field> &fields = entity.fieldList();
    m_values.reserve(fields.size());
    for (const Field &f : fields)
        m_values.append(canonicalValue(f, f.defaultValue()));
    m_original.resize(fields.size()); // nothing was loaded: all that a new record holds is a change
}

QVariant Record::value(const QString &field) const { return m_values.at(indexIn(m_entity, field)); }

void Record::set(const QString &field, const QVariant &value)
{
    const int index = indexIn(m_entity, field);
    m_values[index] = canonicalValue(m_entity->fieldList().at(index), value);
}

QVariant Record::original(const QString &field) const { return m_original.at(indexIn(m_entity, field)); }

bool Record::isChanged(const QString &field) const
{
    const int index = indexIn(m_entity, field);
    return m_values.at(index) != m_original.at(index);
}

QStringList Record::changedFields() const
{
    QStringList changed;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        if (m_values.at(i) != m_original.at(i))
            changed << m_entity->fieldList().at(i).key();
    }
    return changed;
}

Money Record::money(const QString &field, const QString &baseCurrency) const
{
    QString currency = m_entity->currencyField().isEmpty() ? QString() : text(m_entity->currencyField());
    if (currency.isEmpty())
        currency = baseCurrency;
    return Money(integer(field), currency);
}

QString Record::title() const
{
    if (!m_entity)
        return {};
    QString shown = m_entity->titleField().isEmpty() ? QString() : text(m_entity->titleField());
    if (shown.isEmpty() && !m_entity->numberField().isEmpty())
        shown = text(m_entity->numberField());
    return withoutMentionLinks(shown);
}

void Record::markLoaded(qint64 version)
{
    m_original = m_values;
    m_version = version;
}

void Record::setSystem(const System &s)
{
    m_scopeId = s.scopeId;
    m_createdBy = s.createdBy;
    m_changedBy = s.changedBy;
    m_createdAt = s.createdAt;
    m_changedAt = s.changedAt;
    m_deletedAt = s.deletedAt;
}

void Document::markLoaded()
{
    m_head.markLoaded(m_head.version());
    for (QList<Record> &list : m_lines) {
        for (Record &line : list)
            line.markLoaded(line.version());
    }
    m_loaded = m_lines;
}

bool Document::isChanged() const
{
    if (m_head.isNull())
        return false;
    return !m_head.changedFields().isEmpty() || linesChanged();
}

bool Document::linesChanged() const
{
    QStringList tables = m_lines.keys();
    tables += m_loaded.keys();
    for (const QString &table : std::as_const(tables)) {
        const QList<Record> now = m_lines.value(table);
        const QList<Record> was = m_loaded.value(table);
        if (now.size() != was.size())
            return true;
        for (qsizetype i = 0; i < now.size(); ++i) {
            if (now.at(i).id() != was.at(i).id() || !now.at(i).changedFields().isEmpty())
                return true;
        }
    }
    return false;
}

} // namespace crm
