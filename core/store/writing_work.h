// What one writing transaction shares; private to the parts of Writing.
#pragma once
#include "core/store/writing.h"
#include <QCoreApplication>
#include <QDateTime>

namespace crm {

struct Writing::Work
{
    Work(Database &database, const Catalog &catalog, const Actor &actor, Id batchId = 0)
        : transaction(database)
        , log(database, catalog, actor)
        , batch(batchId)
    {}
    void commit()
    {
        log.appendFollowed(now);
        log.close();
        transaction.commit();
    }

    Transaction transaction;
    ChangeLog log;
    QDateTime now = QDateTime::currentDateTimeUtc();
    Id batch;
};

} // namespace crm
