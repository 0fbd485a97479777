// Ctrl+Z for what this person has saved since the window was opened, newest first. Looks into the change log, so it
// also takes back what other parts of the program saved on the person's behalf.
//
//     history.undoLast([this](const UndoneChange &u) { toast(u); }, [this](const Error &e) { showError(e); });
//
// Thread: the window's; the work runs in the session.
#pragma once
#include "core/store/session.h"
#include "ui/ui_export.h"
#include <QObject>

namespace crm {

struct UndoneChange
{
    bool nothing = false; ///< there is nothing to take back
    QString entity = {};
    Id recordId = 0;
    ChangeOp op = ChangeOp::Update; ///< what was taken back
    qint64 records = 0;             ///< more than 1 for a batch
    qint64 asks = 0; ///< nothing was taken back yet: so many records would lose what was saved, and the person is asked
    QList<ChangedRecord> left = {}; ///< of a batch: changed by others since, so they are still as they were
};

class CRM_UI UndoHistory : public QObject
{
    Q_OBJECT
public:
    UndoHistory(Session &session, QObject *parent);

    /// One at a time: a call while another is under way does nothing.
    /// What could not be taken back, or not all of it, is tried again by the next call: with what was seen of it in
    /// `over`, once the person has been asked.
    /// A batch that made or changed many records (an import) is taken back when the person has `agreed` alone.
    void undoLast(std::function<void(const UndoneChange &)> done, std::function<void(const Error &)> failed,
                  const UndoOver &over = {}, bool agreed = false);
    /// It stays as it is: the next call takes what is before it.
    void passOver();
    bool isBusy() const { return m_busy; }

private:
    struct State;
    Session &m_session;
    std::shared_ptr<State> m_state; ///< used on the session's writer alone
    bool m_busy = false;
};

} // namespace crm
