#include "ui/records/remove_records.h"
#include "core/store/await.h"
#include "core/store/batch_size.h"
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
constexpr qsizetype mostFollowed = 10; ///< records whose pointers are counted: each is looked up by itself

/// The deletion is made by then: what cannot be counted is not said.
void count(Repository &repository, const QString &entity, const IdList &ids, qint64 since, Removed &removed)
{
    try {
        removed.along = std::max<qint64>(recordsOfBatch(repository, removed.batch, since) - removed.done, 0);
        if (ids.size() > mostFollowed)
            return;
        const QList<PointerCount> pointers = repository.pointersAt(entity, ids);
        for (const PointerCount &pointer : pointers)
            removed.left += pointer.count;
    } catch (const Error &) {
        removed.along = removed.left = 0;
    }
}

using Run = std::function<QFuture<Removed>(const IdList &ids, const QList<qint64> &seen)>;

void remove(Navigator &navigator, QWidget *owner, const QList<SeenRecord> &records, const Run &run,
            const std::function<void(const Removed &)> &done)
{
    IdList ids;
    QList<qint64> seen;
    for (const SeenRecord &record : records) {
        ids << record.id;
        seen << record.version;
    }
    await(owner, run(ids, seen), done, [&navigator, owner, records, run, done](const Error &error) {
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
        remove(navigator, owner, again, run, done);
    });
}
} // namespace

QString Removed::rest() const
{
    QStringList parts;
    if (along > 0)
        parts << Tr::tr("Gone along: %n record(s).", nullptr, int(along));
    if (left > 0)
        parts << Tr::tr("Still pointing there: %n record(s).", nullptr, int(left));
    return parts.join(u' ');
}

void removeRecords(Navigator &navigator, QWidget *owner, const QString &entity, const QList<SeenRecord> &records,
                   const std::function<void(const BatchResult &)> &done)
{
    const auto run = [session = &navigator.session(), entity](const IdList &ids, const QList<qint64> &seen) {
        return session->write([=](Repository &r) { return Removed{r.remove(entity, ids, seen)}; });
    };
    remove(navigator, owner, records, run, done);
}

void removeCounted(Navigator &navigator, QWidget *owner, const QString &entity, const QList<SeenRecord> &records,
                   const std::function<void(const Removed &)> &done)
{
    const auto run = [session = &navigator.session(), entity](const IdList &ids, const QList<qint64> &seen) {
        return session->write([=](Repository &r) {
            const qint64 since = r.head();
            Removed removed{r.remove(entity, ids, seen)};
            count(r, entity, ids, since, removed);
            return removed;
        });
    };
    remove(navigator, owner, records, run, done);
}

} // namespace crm
