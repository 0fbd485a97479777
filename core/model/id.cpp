#include "core/model/id.h"
#include <QDateTime>
#include <QMutex>
#include <QRandomGenerator>

namespace crm {

Id newId()
{
    static QMutex mutex;
    static Id last = 0;
    static const qint64 epoch = QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();

    QMutexLocker lock(&mutex);
    const qint64 ms = QDateTime::currentMSecsSinceEpoch() - epoch;
    // The random start keeps the top bit of the 22 free, so that two million ids fit behind any start.
    const Id fresh = (ms << 22) | Id(QRandomGenerator::global()->bounded(1u << 21));
    last = (fresh >> 22) > (last >> 22) ? fresh : last + 1;
    return last;
}

} // namespace crm
