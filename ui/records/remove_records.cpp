#include "ui/records/remove_records.h"
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/records/changed_text.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include <QCoreApplication>
#include <QWidget>

namespace crm {
namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::RemoveRecords)
};
} // namespace

void removeRecords(Navigator &navigator, QWidget *owner, const QString &entity, const QList<SeenRecord> &records,
                   const std::function<void(const BatchResult &)> &done)
{
    IdList ids;
    QList<qint64> seen;
    for (const SeenRecord &record : records) {
        ids << record.id;
        seen << record.version;
    }
    await(owner, navigator.session().remove(entity, ids, seen), done,
          [&navigator, owner, entity, records, done](const Error &error) {
              const auto *changed = dynamic_cast<const ChangedError *>(&error);
              if (!changed)
                  return navigator.showError(error);
              const QList<ChangedRecord> found = changed->records();
              const Prompts::Question question{
                  found.size() == 1
                      ? Tr::tr("“%1” has been changed. Delete it all the same?").arg(found[0].now.head().title())
                      : Tr::tr("%n record(s) have been changed. Delete all the same?", nullptr, int(found.size())),
                  changedText(found, navigator.format()),
                  Tr::tr("Delete"),
                  {},
                  true};
              if (Prompts::ask(owner, question) != Prompts::Yes)
                  return;
              QList<SeenRecord> again = records;
              for (SeenRecord &record : again) { // as they were shown just now; the next change asks again
                  for (const ChangedRecord &now : found) {
                      if (now.now.id() == record.id)
                          record.version = now.now.head().version();
                  }
              }
              removeRecords(navigator, owner, entity, again, done);
          });
}

} // namespace crm
