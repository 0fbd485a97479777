// Which rows of an entity a person sees, as pieces of SQL for the procedures that find rows; private to
// core/store/server. The variables p_me and v_read are the procedure's: who asks, and what level() set.
#pragma once
#include "core/model/entity.h"
#include "core/store/stored_documents.h"

namespace crm {

class VisibleRows
{
public:
    explicit VisibleRows(const Entity &entity)
        : m_e(entity)
    {}

protected:
    Scope::Kind kind() const { return m_e.scope().kind; }
    QString table() const { return QStringLiteral("{data}.") + quoted(m_e.key()); }

    /// A statement that sets v_read: 0 nothing is seen, 3 everything may be, else rows within reach.
    QString level() const
    {
        const QString mine = QStringLiteral("FROM {data}.levels WHERE user_id=p_me AND entity='%1'").arg(m_e.key());
        switch (kind()) {
        case Scope::Everyone:
            return QStringLiteral("SELECT IF(IFNULL(MAX(can_read),0)>0,3,0) INTO v_read %1 AND parent='';\n").arg(mine);
        case Scope::Private:
            return QStringLiteral("SET v_read=1;\n");
        case Scope::Attached: // what hangs on records of everybody may be anywhere, whatever limits the others
            return QStringLiteral("SELECT IFNULL(IF(MAX(can_read=3),3,MAX(can_read)),0) INTO v_read %1;\n").arg(mine);
        case Scope::Owner:
        case Scope::Parent:
            break;
        }
        return QStringLiteral("SELECT IFNULL(MAX(can_read),0) INTO v_read %1 AND parent='';\n").arg(mine);
    }

    /// FROM and WHERE of the rows t within reach, from their scopes on. @param join further tables
    QString reached(const QString &join = {}) const
    {
        if (kind() == Scope::Private)
            return QStringLiteral("%1 t %2 WHERE t.scope_id=p_me").arg(table(), join);
        if (kind() == Scope::Attached)
            return QStringLiteral(
                       "{data}.reach r STRAIGHT_JOIN %1 t ON t.scope_id=r.scope_id STRAIGHT_JOIN {data}.levels "
                       "l ON l.user_id=p_me AND l.entity='%2' AND l.parent=IFNULL(t.parent_entity,'') %3 "
                       "WHERE r.user_id=p_me AND r.kind<=l.can_read")
                .arg(table(), m_e.key(), join);
        return QStringLiteral("{data}.reach r STRAIGHT_JOIN %1 t ON t.scope_id=r.scope_id %2 WHERE r.user_id=p_me "
                              "AND r.kind<=v_read")
            .arg(table(), join);
    }

    /// v_rows: how many rows are within reach, at most one more than the limit; those in the trash are among them.
    QString countReached(int limit) const
    {
        return QStringLiteral("SELECT COUNT(*) INTO v_rows FROM (SELECT 1 FROM %1 LIMIT %2) x;\n")
            .arg(reached())
            .arg(limit + 1);
    }

    /// A condition on the row t.
    QString isSeen() const
    {
        if (kind() == Scope::Everyone)
            return QStringLiteral("1");
        if (kind() == Scope::Private)
            return QStringLiteral("t.scope_id=p_me");
        if (kind() == Scope::Attached)
            return QStringLiteral(
                       "EXISTS (SELECT 1 FROM {data}.levels l LEFT JOIN {data}.reach r ON r.user_id=p_me AND "
                       "r.scope_id=t.scope_id AND r.kind<=l.can_read WHERE l.user_id=p_me AND l.entity='%1' AND "
                       "l.parent=IFNULL(t.parent_entity,'') AND (l.can_read=3 OR r.user_id IS NOT NULL))")
                .arg(m_e.key());
        return QStringLiteral("(v_read=3 OR EXISTS (SELECT 1 FROM {data}.reach r WHERE r.user_id=p_me AND "
                              "r.scope_id=t.scope_id AND r.kind<=v_read))");
    }

    const Entity &m_e;
};

} // namespace crm
