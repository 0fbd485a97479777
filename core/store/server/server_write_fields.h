// What the saving procedure of an entity does with one field; private to the generators of writing procedures.
//
// Variables by field, in rows: o.x as it is stored, n.x as it will be, g.x 1 if the caller gave it (else NULL), f.x the
// folded copy.
#pragma once
#include "core/store/server/routine_text.h"

namespace crm {

/// One entity's fields as statements.
class FieldText
{
public:
    FieldText(const RoutineText &text, const Entity &entity)
        : m_text(text)
        , m_entity(entity)
    {}

    QString declarations() const; ///< and first values: behind all other declarations
    /// Columns and variables of "SELECT ... INTO ..." for all that is read with the row.
    void selected(QStringList &columns, QStringList &variables) const;
    /// A loop over the keys of v_v: checks kinds, limits, classes, references; fills n.x, notes differences.
    QString parsing() const;
    /// Link lists of v_l: checks them; g.x and n.x as "[1,2]".
    QString parsingLists() const;
    QString required() const;
    QString uniqueness() const;
    QString insert(const QStringList &columns, const QStringList &values) const;
    QString update(const QStringList &assignments) const;
    QString writeLists() const;
    /// Appends a whole line to the audit, by class. @param before true: it goes, false: it comes
    QString wholeLine(bool before) const;
    /// Notes the difference between o.x and n.x of a stored record.
    QString audit(const Field &f) const;

private:
    QString branch(const Field &f) const;
    QString classCheck(const Field &f) const;
    QString kindCheck(const Field &f) const;
    QString choiceCheck(const Field &f) const;
    QString choicesCheck(const Field &f) const;
    QString textCheck(const Field &f) const;
    QString integerCheck(const Field &f) const;
    QString referenceCheck(const Field &f) const;
    QString appendAudit(const Field &f, const QString &key, const QString &before, const QString &after) const;
    QString json(const Field &f, const QString &variable) const;
    QString refuseField(const QString &kind, const Field &f, const QString &detail = {}) const;

    const RoutineText &m_text;
    const Entity &m_entity;
};

/// Texts that are only read and written when they are given.
bool isLongText(const Field &field);
/// The declared constant default as a literal; NULL without one.
QString defaultLiteral(const Field &field);
/// Statements that end the call unless v_<section> is an object without keys that occur twice; then v_keys are its
/// keys and v_c their number.
QString readKeys(const QString &section, const QString &entity);

} // namespace crm
