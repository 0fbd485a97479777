#include "core/store/batch_size.h"
#include <QSet>
#include <algorithm>

namespace crm {

qint64 recordsOfBatch(Repository &repository, Id batch, qint64 since)
{
    constexpr int atOnce = 1000;
    QSet<QPair<QString, Id>> records;
    for (;;) {
        const QList<Change> changes = repository.changesSince(since, atOnce);
        for (const Change &change : changes) {
            since = std::max(since, change.number);
            if (change.batch == batch)
                records.insert({change.entity, change.recordId});
        }
        if (changes.size() < atOnce)
            return records.size();
    }
}

} // namespace crm
