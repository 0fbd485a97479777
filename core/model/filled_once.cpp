#include "core/model/filled_once.h"
#include "core/model/beside_entity.h"
#include "core/model/format.h"
#include "core/model/record.h"
#include "core/model/registry.h"

namespace crm {

namespace {
BesideEntity<QStringList> &declared()
{
    static BesideEntity<QStringList> all;
    return all;
}
} // namespace

void filledOnce(const QString &entity, const QStringList &fields) { declared().set(entity, fields); }

bool isFilledOnce(const QString &entity, const QString &field) { return declared().of(entity).contains(field); }

QStringList openWhileLocked(const Record &stored)
{
    QStringList open = stored.entity().openWhileLocked();
    open.removeIf([&](const QString &key) {
        return isFilledOnce(stored.entity().key(), key) && !isEmptyValue(stored.value(key));
    });
    return open;
}

QStringList filledOnceFaults(const Catalog &catalog)
{
    QStringList faults;
    const QHash<QString, QStringList> all = declared().all();
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        const Entity *entity = catalog.find(it.key());
        for (const QString &key : it.value()) {
            const Field *f = entity ? entity->field(key) : nullptr;
            if (!f || isListKind(f->kind()) || !entity->openWhileLocked().contains(key))
                faults << QStringLiteral("%1.%2: filled once, but no lock leaves it open").arg(it.key(), key);
        }
    }
    return faults;
}

} // namespace crm
