#include "core/store/remove_as_seen.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Writing)
};
constexpr int triesWhileOthersSave = 4;
constexpr qint64 mostShown = 50;

QString sentenceOf(const QList<ChangedRecord> &records)
{
    const Record &first = records.first().now.head();
    if (records.size() > 1)
        return Tr::tr("%n record(s) have been changed by others since you looked at them, so nothing was deleted.",
                      nullptr, int(records.size()));
    const QList<Change> &changes = records.first().changes;
    if (changes.isEmpty())
        return Tr::tr("“%1” has been changed since you looked at it, so it was not deleted.").arg(first.title());
    return Tr::tr("%1 has changed “%2” since you looked at it, so it was not deleted.")
        .arg(changes.first().userName, first.title());
}

/// The versions as they are now; throws if somebody else made one of them.
QList<qint64> versionsNow(Repository &repository, const QString &entity, const IdList &ids, const QList<qint64> &seen)
{
    QHash<Id, Document> now;
    const QList<Document> documents = repository.loadMany(entity, ids);
    for (const Document &document : documents)
        now.insert(document.id(), document);
    QList<ChangedRecord> changed;
    QList<qint64> versions;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const auto document = now.constFind(ids[i]);
        versions << (document == now.cend() ? seen.value(i) : document->head().version());
        const qint64 newer = versions.last() - seen.value(i);
        if (seen.value(i) == 0 || newer == 0 || document == now.cend() || document->head().deletedAt().isValid())
            continue;
        QList<Change> changes = repository.history(entity, ids[i], int(std::clamp<qint64>(newer, 1, mostShown)));
        const qsizetype read = changes.size();
        changes.removeIf([&](const Change &c) { return c.userId == repository.actor().userId; });
        if (!changes.isEmpty() || read == 0)
            changed << ChangedRecord{*document, changes};
    }
    if (!changed.isEmpty())
        throw ChangedError(sentenceOf(changed), changed);
    return versions;
}
} // namespace

BatchResult removeAsSeen(Repository &repository, const QString &entity, const IdList &ids, const QList<qint64> &seen,
                         const std::function<BatchResult(const QList<qint64> &versions)> &remove)
{
    QList<qint64> versions = seen;
    for (int tried = 1;; ++tried) {
        try {
            return remove(versions);
        } catch (const Error &error) {
            if (error.kind() != ErrorKind::Conflict || versions.isEmpty() || tried == triesWhileOthersSave)
                throw;
        }
        versions = versionsNow(repository, entity, ids, versions);
    }
}

} // namespace crm
