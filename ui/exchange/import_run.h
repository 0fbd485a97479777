// An import at work. It shares the session's one writer with everybody who saves: after each thousand rows others get
// their turn, so that the window never waits for it.
//
//     auto *run = new ImportRunner(session, path, options, Importer::Write, work);
//     connect(run, &ImportRunner::done, this, ...);
//     run->start();
//
// Lives until it has ended, whatever becomes of the page that began it; then it deletes itself. Thread: the window's.
#pragma once
#include "core/exchange/import.h"
#include "core/store/session.h"
#include "ui/shell/long_work.h"
#include "ui/ui_export.h"

namespace crm {

class CRM_UI ImportRunner : public QObject
{
    Q_OBJECT
public:
    /// @param refused the file that gets the refused rows, as CSV with their reasons; empty: none
    ImportRunner(Session &session, const QString &path, const ImportOptions &options, Importer::Mode mode,
                 std::shared_ptr<LongWork> work, const QString &refused = {});
    void start() { step(); }

Q_SIGNALS:
    void done(const crm::ImportReport &report);
    void failed(const crm::Error &error); ///< cancelled, too: then nothing of it is left

private:
    struct State;
    void step();
    Session &m_session;
    std::shared_ptr<State> m_state; ///< used on the session's writer alone
    std::shared_ptr<LongWork> m_work;
};

} // namespace crm
