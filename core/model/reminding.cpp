#include "core/model/reminding.h"
#include "core/model/registry.h"
#include <QMutex>
#include <algorithm>

namespace crm {

namespace {
struct Declared
{
    QMutex mutex;
    Reminding how;
};

Declared &declared()
{
    static Declared one;
    return one;
}
} // namespace

void reminds(const QString &entity, const Reminding &how)
{
    const QMutexLocker lock(&declared().mutex);
    declared().how = how;
    declared().how.entity = entity;
}

Reminding reminding()
{
    const QMutexLocker lock(&declared().mutex);
    return declared().how;
}

QStringList remindingFaults(const Catalog &catalog)
{
    const Reminding how = reminding();
    if (how.entity.isEmpty())
        return {};
    const Entity *entity = catalog.find(how.entity);
    if (!entity)
        return {QStringLiteral("%1: there is no such entity").arg(how.entity)};
    QStringList faults;
    const auto tell = [&](const QString &what) { faults << how.entity + QStringLiteral(": ") + what; };
    if (!entity->hasContext() || entity->scope().kind != Scope::Private)
        tell(QStringLiteral("what reminds hangs on records and is private to a person"));
    const std::pair<QString, Kind> fields[] = {
        {how.what, Kind::Text}, {how.when, Kind::Moment}, {how.done, Kind::Bool}, {how.note, Kind::Memo}};
    for (const auto &[key, kind] : fields) {
        const Field *field = entity->field(key);
        if (!field || field->kind() != kind)
            tell(QStringLiteral("no %1 is called %2").arg(kindName(kind), key));
    }
    const auto action = [&](const QString &key) {
        const QList<Action> &all = entity->actions();
        const auto it = std::find_if(all.begin(), all.end(), [&](const Action &a) { return a.key == key; });
        return it == all.end() ? nullptr : &*it;
    };
    if (!action(how.finish))
        tell(QStringLiteral("there is no action %1").arg(how.finish));
    const Action *snooze = action(how.snooze);
    if (!snooze || snooze->parameters.size() != 1 || snooze->parameters.first().key() != how.until ||
        snooze->parameters.first().kind() != Kind::Moment)
        tell(QStringLiteral("the action %1 does not ask for a moment").arg(how.snooze));
    return faults;
}

} // namespace crm
