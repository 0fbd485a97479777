// What undoing takes back and what it leaves: what others have changed since is not gone over unasked. The same on a
// file and on a server.
//
//     UndoPlan plan(*catalog, actor, over, history);
//     plan.take(entries);                                  // all of them, newest first
//     if (plan.allows(stored))                             // before the first of its entries is taken back
//         save(plan.before(stored, entry));
#pragma once
#include "core/store/page.h"
#include <QHash>
#include <functional>
#include <optional>

namespace crm {

class Catalog;
struct Actor;

/// An entry of the change log.
struct LoggedChange
{
    QString entity;
    Id id = 0;
    ChangeOp op = ChangeOp::Update;
    qint64 version = 0; ///< that it led to
    QList<FieldChange> fields;
};

class CRM_CORE UndoPlan
{
public:
    /// The changes of a record as the actor may see them, newest first.
    using History = std::function<QList<Change>(const QString &entity, Id id, int limit)>;
    UndoPlan(const Catalog &catalog, const Actor &actor, UndoOver over, History history);

    bool goesOverAll() const { return m_over.everything; }
    void take(const QList<LoggedChange> &entries);
    /// False: others have changed it since, so it stays as it is, see left(). The first answer for a record holds.
    bool allows(const Document &now);
    /// The document without what the entry has changed. Throws ConflictError unless the record may be gone over.
    Document before(const Document &now, const LoggedChange &entry) const;

    const QList<ChangedRecord> &left() const { return m_left; }
    /// Why the last record was left.
    [[noreturn]] void throwLeft() const;

private:
    struct Entries
    {
        QList<LoggedChange> list;
        bool whole = false; ///< it was made, deleted or restored, not only edited
        std::optional<bool> allowed;
        bool goneOver = false;
    };
    bool isShown(const Document &now) const;
    bool isChangedByOthers(const Document &now, const Entries &entries);
    bool hasMovedOn(const Document &now, const Entries &entries);
    QList<Change> changesSince(const Document &now, const Entries &entries) const;

    const Catalog &m_catalog;
    const Actor &m_actor;
    const UndoOver m_over;
    const History m_history;
    QHash<QPair<QString, Id>, Entries> m_records;
    QList<ChangedRecord> m_left;
    std::optional<ConflictError> m_conflict; ///< of the last one that was left
};

} // namespace crm
