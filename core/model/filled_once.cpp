#include "core/model/filled_once.h"
#include "core/model/format.h"
#include "core/model/record.h"
#include "core/model/registry.h"
#include <QMutex>

namespace crm {

namespace {
struct Declared
{
    QMutex mutex;
    QHash<QString, QStringList> fields;
};

Declared &declared()
{
    static Declared all;
    return all;
}
} // namespace

void filledOnce(const QString &entity, const QStringList &fields)
{
    QMutexLocker lock(&declared().mutex);
    declared().fields.insert(entity, fields);
}

bool isFilledOnce(const QString &entity, const QString &field)
{
    QMutexLocker lock(&declared().mutex);
    return declared().fields.value(entity).contains(field);
}

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
    QMutexLocker lock(&declared().mutex);
    QStringList faults;
    for (auto it = declared().fields.cbegin(); it != declared().fields.cend(); ++it) {
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
