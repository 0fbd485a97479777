#include "ui/records/settle.h"
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/records/conflict_dialog.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include <QCoreApplication>
#include <QWidget>

namespace crm {
namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Settle)
};

void save(Navigator &navigator, QWidget *owner, const Document &document, bool restoreFirst,
          const std::function<void()> &done)
{
    const auto job = [document, restoreFirst](Repository &r) {
        if (restoreFirst)
            r.restore(document.entity().key(), {document.id()});
        return r.save(document, SaveKey::fresh());
    };
    await(
        owner, navigator.session().write(job), [done](const Saved &) { done(); },
        [&navigator, owner, document, done](const Error &error) {
            if (const auto *conflict = dynamic_cast<const ConflictError *>(&error))
                settleConflict(navigator, owner, *conflict, document, done);
            else if (const auto *trashed = dynamic_cast<const TrashedError *>(&error))
                settleTrashed(navigator, owner, *trashed, document, done);
            else
                navigator.showError(error);
        });
}
} // namespace

void settleConflict(Navigator &navigator, QWidget *owner, const ConflictError &error, const Document &mine,
                    const std::function<void()> &done)
{
    ConflictDialog dialog(navigator, error, mine, owner);
    if (Prompts::run(dialog) == QDialog::Accepted)
        save(navigator, owner, dialog.merged(), false, done);
}

void settleTrashed(Navigator &navigator, QWidget *owner, const TrashedError &error, const Document &mine,
                   const std::function<void()> &done)
{
    const Prompts::Question question{Tr::tr("“%1” has been deleted").arg(error.trashed().head().title()),
                                     Tr::tr("It was moved to the trash meanwhile, so your change is not saved."),
                                     Tr::tr("Restore and save"), Tr::tr("Leave it deleted")};
    if (Prompts::ask(owner, question) == Prompts::Yes)
        save(navigator, owner, mine, true, done);
}

} // namespace crm
