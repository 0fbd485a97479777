#include "ui/records/undo_records.h"
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/records/changed_text.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include <QCoreApplication>

namespace crm {
namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::UndoRecords)
};
} // namespace

std::optional<UndoOver> askToUndo(Navigator &navigator, const QList<ChangedRecord> &records)
{
    const Prompts::Question question{
        records.size() == 1
            ? Tr::tr("“%1” has been changed since. Undo all the same?").arg(records[0].now.head().title())
            : Tr::tr("%n record(s) have been changed since. Undo these all the same?", nullptr, int(records.size())),
        changedText(records, navigator.format()),
        Tr::tr("Undo the changes"),
        {},
        true,
        Tr::tr("Leave as it is")};
    if (Prompts::ask(navigator.window(), question) != Prompts::Yes)
        return {};
    UndoOver over; // as they were shown just now; the next change asks again
    for (const ChangedRecord &record : records)
        over.seen.append({record.now.entity().key(), record.now.id(), record.now.head().version()});
    return over;
}

void undoBatch(Navigator &navigator, Id batch, const std::function<void(const UndoResult &)> &done,
               const UndoOver &over)
{
    Session *session = &navigator.session();
    await(
        session, session->write([batch, over](Repository &r) { return r.undoBatch(batch, over); }),
        [&navigator, batch, done](const UndoResult &result) {
            if (done && result.done > 0)
                done(result);
            if (result.left.isEmpty())
                return;
            if (const auto confirmed = askToUndo(navigator, result.left))
                undoBatch(navigator, batch, done, *confirmed);
        },
        [&navigator](const Error &e) { navigator.showError(e); });
}

} // namespace crm
