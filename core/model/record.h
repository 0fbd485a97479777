// One record and one document (a record with its lines), as values that travel between threads.
//
// A Record remembers the values it was loaded with, so that a save sends only what changed and a conflict can show
// "yours, theirs, what it was".
#pragma once
#include "core/core_export.h"
#include "core/model/field.h"
#include "core/model/money.h"
#include <QDateTime>
#include <QHash>

namespace crm {

class Entity;

class CRM_CORE Record
{
public:
    Record() = default;
    /// A new record with the declared defaults. The entity must outlive it (catalogs do).
    explicit Record(const Entity &entity, Id id = 0);

    const Entity &entity() const { return *m_entity; }
    bool isNull() const { return !m_entity; }
    Id id() const { return m_id; }
    void setId(Id id) { m_id = id; }
    qint64 version() const { return m_version; } ///< 0: never saved
    bool isNew() const { return m_version == 0; }

    /// Asking for a field the entity does not have is a programming error (asserts).
    QVariant value(const QString &field) const;
    void set(const QString &field, const QVariant &value);
    QVariant original(const QString &field) const; ///< as it was loaded
    bool isChanged(const QString &field) const;
    QStringList changedFields() const;
    bool hasValuesOf(const Record &other) const { return m_entity == other.m_entity && m_values == other.m_values; }

    QString text(const QString &field) const { return value(field).toString(); }
    qint64 integer(const QString &field) const { return value(field).toLongLong(); }
    Id ref(const QString &field) const { return value(field).toLongLong(); }
    bool flag(const QString &field) const { return value(field).toBool(); }
    QDate date(const QString &field) const { return value(field).toDate(); }
    IdList ids(const QString &field) const { return value(field).value<IdList>(); }
    Money money(const QString &field, const QString &baseCurrency = {}) const;
    QString title() const; ///< the entity's title field, or its number

    // What the store keeps beside the fields.
    Id scopeId() const { return m_scopeId; }
    QDateTime createdAt() const { return m_createdAt; }
    QDateTime changedAt() const { return m_changedAt; }
    Id createdBy() const { return m_createdBy; }
    Id changedBy() const { return m_changedBy; }
    QDateTime deletedAt() const { return m_deletedAt; } ///< invalid: it is not in the trash

    /// For the store: takes the present values as the loaded ones.
    void markLoaded(qint64 version);
    struct System
    {
        Id scopeId = 0, createdBy = 0, changedBy = 0;
        QDateTime createdAt, changedAt, deletedAt;
    };
    void setSystem(const System &s);

private:
    const Entity *m_entity = nullptr;
    Id m_id = 0;
    qint64 m_version = 0;
    QList<QVariant> m_values, m_original; ///< by index of the field in the entity
    Id m_scopeId = 0, m_createdBy = 0, m_changedBy = 0;
    QDateTime m_createdAt, m_changedAt, m_deletedAt;
};

class CRM_CORE Document
{
public:
    Document() = default;
    explicit Document(Record head)
        : m_head(std::move(head))
    {}

    Record &head() { return m_head; }
    const Record &head() const { return m_head; }
    const Entity &entity() const { return m_head.entity(); }
    Id id() const { return m_head.id(); }
    QVariant value(const QString &field) const { return m_head.value(field); }
    void set(const QString &field, const QVariant &value) { m_head.set(field, value); }

    /// Lines of one line table, in order. Lines missing on save are deleted; new ones have version 0.
    QList<Record> &lines(const QString &entity) { return m_lines[entity]; }
    QList<Record> lines(const QString &entity) const { return m_lines.value(entity); }
    bool hasLines(const QString &entity) const { return m_lines.contains(entity); }
    QList<Record> &loadedLines(const QString &entity)
    {
        return m_loaded[entity];
    } ///< as they were read, for the three-way comparison
    QList<Record> loadedLines(const QString &entity) const { return m_loaded.value(entity); }
    /// Takes the present state as the loaded one.
    void markLoaded();
    bool isChanged() const;
    bool linesChanged() const; ///< of any line table: added, removed, moved or changed

    /// Titles of referenced records, for display: (target entity, id) -> title.
    QHash<QPair<QString, Id>, QString> titles;

private:
    Record m_head;
    QHash<QString, QList<Record>> m_lines, m_loaded;
};

} // namespace crm
Q_DECLARE_METATYPE(crm::Record)
Q_DECLARE_METATYPE(crm::Document)
