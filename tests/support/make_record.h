// A record of any entity by the values of its fields.
#pragma once
#include "core/store/repository.h"

namespace crm::test {

inline Id makeRecord(Repository &repository, const QString &entity, const QVariantMap &values)
{
    Document document(Record(repository.catalog()->at(entity)));
    for (auto it = values.begin(); it != values.end(); ++it)
        document.set(it.key(), it.value());
    return repository.save(document).document.id();
}

} // namespace crm::test
