#include "core/store/undo_plan.h"
#include "core/access/policy.h"
#include "core/model/registry.h"
#include "core/store/revert.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Writing)
};
constexpr qint64 mostShown = 50;
} // namespace

UndoPlan::UndoPlan(const Catalog &catalog, const Actor &actor, UndoOver over, History history)
    : m_catalog(catalog)
    , m_actor(actor)
    , m_over(std::move(over))
    , m_history(std::move(history))
{}

void UndoPlan::take(const QList<LoggedChange> &entries)
{
    for (const LoggedChange &entry : entries) {
        Entries &record = m_records[{entry.entity, entry.id}];
        record.list << entry;
        record.whole = record.whole || entry.op != ChangeOp::Update;
    }
}

bool UndoPlan::isShown(const Document &now) const
{
    return m_over.everything || std::any_of(m_over.seen.begin(), m_over.seen.end(), [&](const SeenVersion &seen) {
               return seen.entity == now.entity().key() && seen.id == now.id() && seen.version == now.head().version();
           });
}

QList<Change> UndoPlan::changesSince(const Document &now, const Entries &entries) const
{
    const qint64 newer = now.head().version() - entries.list.first().version;
    return m_history(now.entity().key(), now.id(), int(std::clamp<qint64>(newer, 1, mostShown)));
}

bool UndoPlan::isChangedByOthers(const Document &now, const Entries &entries)
{
    const bool toTrash = entries.list.last().op != ChangeOp::Delete; // what the oldest one leads back to
    if (now.head().deletedAt().isValid() == toTrash || now.head().version() == entries.list.first().version)
        return false;
    QList<Change> changes = changesSince(now, entries);
    const qsizetype read = changes.size();
    changes.removeIf([&](const Change &c) { return c.userId == m_actor.userId; });
    if (changes.isEmpty() && read > 0)
        return false;
    m_left << ChangedRecord{now, changes};
    m_conflict.reset();
    return true;
}

bool UndoPlan::hasMovedOn(const Document &now, const Entries &entries)
{
    try {
        Document document = now;
        for (const LoggedChange &entry : entries.list)
            document = reverted(document, entry.fields, m_catalog);
    } catch (const ConflictError &conflict) {
        m_left << ChangedRecord{now, changesSince(now, entries)};
        m_conflict = conflict;
        return true;
    }
    return false;
}

bool UndoPlan::allows(const Document &now)
{
    Entries &entries = m_records[{now.entity().key(), now.id()}];
    if (!entries.allowed) {
        entries.goneOver = isShown(now);
        entries.allowed = entries.list.isEmpty() || entries.goneOver ||
                          !(entries.whole ? isChangedByOthers(now, entries) : hasMovedOn(now, entries));
    }
    return *entries.allowed;
}

Document UndoPlan::before(const Document &now, const LoggedChange &entry) const
{
    const Entries entries = m_records.value({now.entity().key(), now.id()});
    return reverted(now, entry.fields, m_catalog, entries.goneOver ? MovedOn::GoOver : MovedOn::Refuse);
}

void UndoPlan::throwLeft() const
{
    const ChangedRecord &record = m_left.last();
    if (m_conflict)
        throw ConflictError(m_conflict->sentence(), m_conflict->conflicts(), record.now, record.changes);
    const QString title = record.now.head().title();
    throw ChangedError(
        record.changes.isEmpty()
            ? Tr::tr("“%1” has been changed since, so this was not taken back.").arg(title)
            : Tr::tr("%1 has changed “%2” since, so this was not taken back.").arg(record.changes[0].userName, title),
        {record});
}

} // namespace crm
