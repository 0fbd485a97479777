#include "core/model/mailing.h"
#include "core/model/beside_entity.h"
#include "core/model/record_formats.h"
#include "core/model/registry.h"
#include <algorithm>

namespace crm {

namespace {
BesideEntity<Mailing> &declared()
{
    static BesideEntity<Mailing> all;
    return all;
}

QStringList faultsOf(const Entity &entity, const Mailing &how)
{
    QStringList faults;
    const std::pair<QString, Kind> fields[] = {
        {how.to, Kind::Email}, {how.subject, Kind::Text}, {how.text, Kind::Memo}};
    for (const auto &[key, kind] : fields) {
        const Field *field = entity.field(key);
        if (!field || field->kind() != kind)
            faults << QStringLiteral("%1: no %2 is called %3").arg(entity.key(), kindName(kind), key);
    }
    const Field *about = how.about.isEmpty() ? nullptr : entity.field(how.about);
    if (!how.about.isEmpty() && (!about || !paperOf(about->target()).isSet()))
        faults << QStringLiteral("%1.%2: leads to nothing that leaves on paper").arg(entity.key(), how.about);
    for (const QString &key : {how.sent, how.withdraw}) {
        const auto &all = entity.actions();
        if (std::none_of(all.begin(), all.end(), [&](const Action &a) { return a.key == key; }))
            faults << QStringLiteral("%1: there is no action %2").arg(entity.key(), key);
    }
    return faults;
}
} // namespace

void leavesByMail(const QString &entity, const Mailing &how) { declared().set(entity, how); }

Mailing mailingOf(const QString &entity) { return declared().of(entity); }

QStringList mailingFaults(const Catalog &catalog)
{
    const QHash<QString, Mailing> all = declared().all();
    QStringList faults;
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        if (const Entity *entity = catalog.find(it.key()))
            faults += faultsOf(*entity, it.value());
        else
            faults << QStringLiteral("%1: there is no such entity").arg(it.key());
    }
    return faults;
}

} // namespace crm
