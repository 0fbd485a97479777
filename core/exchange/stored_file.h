// A file put into the database and attached to a record.
#pragma once
#include "core/store/repository.h"
#include <QIODevice>

namespace crm {

/// The kind of record that files of this entity's records are; null: they have none.
CRM_CORE const Entity *filesOf(const Catalog &catalog, const Entity &entity);
/// Stores the content and the record that names it. Throws what the repository throws. @param values further ones of
/// the record, e.g. what it hangs on
CRM_CORE Document storeFile(Repository &repository, const Entity &files, const QString &name, QIODevice &content,
                            const QVariantMap &values);

} // namespace crm
