// How many records a batch really touched, with what hangs on those that were named.
//
//     const qint64 since = repo.head();
//     const BatchResult result = repo.restore("clients", {id});
//     toast(recordsOfBatch(repo, result.batch, since));     // the client, its contacts, its comments ...
#pragma once
#include "core/store/repository.h"

namespace crm {

/// Each once, and only what the actor sees. @param since the head before the batch. Any thread that may use the
/// repository; throws what it throws.
CRM_CORE qint64 recordsOfBatch(Repository &repository, Id batch, qint64 since);

} // namespace crm
