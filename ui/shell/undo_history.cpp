#include "ui/shell/undo_history.h"
#include "core/store/await.h"
#include "ui/shell/own_settings.h"
#include <QSet>
#include <algorithm>

namespace crm {
namespace {

constexpr int atOnce = 1000;
constexpr int mostUnasked = 10; ///< records that made or changed are taken back at one key

} // namespace

/// Which changes of this person may still be taken back.
struct UndoHistory::State
{
    qint64 seen = -1;  ///< the log was read up to here; -1: not begun
    QList<Change> own; ///< newest last
    qint64 tried = 0;  ///< the number of the one that was to be taken back

    void readOn(Repository &repository)
    {
        const Id me = repository.actor().userId;
        for (;;) {
            const QList<Change> changes = repository.changesSince(seen, atOnce);
            for (const Change &change : changes) {
                seen = std::max(seen, change.number);
                // How the window is arranged is no work to take back.
                if (change.userId == me && change.op != ChangeOp::Purge && change.entity != ownSettingsEntity())
                    own.append(change);
            }
            if (changes.size() < atOnce)
                return;
        }
    }

    /// Records that a batch made or changed; what it deleted only comes back.
    qint64 writtenBy(Id batch) const
    {
        QSet<QPair<QString, Id>> records;
        for (const Change &change : own) {
            if (change.batch == batch && (change.op == ChangeOp::Create || change.op == ChangeOp::Update))
                records.insert({change.entity, change.recordId});
        }
        return records.size();
    }

    UndoneChange undoLast(Repository &repository, const UndoOver &over, bool agreed)
    {
        readOn(repository);
        if (own.isEmpty())
            return {.nothing = true};
        const Change last = own.last();
        UndoneChange undone{false, last.entity, last.recordId, last.op, 1};
        tried = last.number;
        const qint64 written = last.batch && !agreed ? writtenBy(last.batch) : 0;
        if (written > mostUnasked)
            return {.entity = last.entity, .op = last.op, .asks = written};
        if (last.batch) {
            const UndoResult result = repository.undoBatch(last.batch, over);
            undone.records = result.done;
            undone.left = result.left;
        } else {
            repository.undo(last.number, over);
        }
        if (undone.left.isEmpty())
            forget(last.number);
        seen = std::max(seen, repository.head()); // what undoing wrote is no change to take back
        return undone;
    }

    void forget(qint64 number)
    {
        const auto it = std::find_if(own.cbegin(), own.cend(), [&](const Change &c) { return c.number == number; });
        if (it == own.cend())
            return;
        const Id batch = it->batch;
        own.removeIf([&](const Change &c) { return c.number == number || (batch && c.batch == batch); });
    }
};

UndoHistory::UndoHistory(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_state(std::make_shared<State>())
{
    await(
        this, session.write([state = m_state](Repository &r) { state->seen = r.head(); }), [] {}, [](const Error &) {});
}

void UndoHistory::passOver()
{
    m_session.write([state = m_state](Repository &) { state->forget(state->tried); });
}

void UndoHistory::undoLast(std::function<void(const UndoneChange &)> done, std::function<void(const Error &)> failed,
                           const UndoOver &over, bool agreed)
{
    if (m_busy)
        return;
    m_busy = true;
    await(
        this, m_session.write([state = m_state, over, agreed](Repository &r) {
            if (state->seen < 0) { // the first look failed: begin now rather than take back older days
                state->seen = r.head();
                return UndoneChange{.nothing = true};
            }
            return state->undoLast(r, over, agreed);
        }),
        [this, done](const UndoneChange &undone) {
            m_busy = false;
            done(undone);
        },
        [this, failed](const Error &error) {
            m_busy = false;
            failed(error);
        });
}

} // namespace crm
