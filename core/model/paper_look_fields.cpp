#include "core/model/paper_look_fields.h"
#include "core/model/beside_entity.h"
#include "core/model/registry.h"

namespace crm {

namespace {
BesideEntity<PaperLookFields> &looks()
{
    static BesideEntity<PaperLookFields> all;
    return all;
}
} // namespace

void looksOnPaper(const QString &entity, const PaperLookFields &fields) { looks().set(entity, fields); }

PaperLookFields paperLookFields(const QString &entity) { return looks().of(entity); }

QStringList paperLookFaults(const Catalog &catalog)
{
    QStringList faults;
    const QHash<QString, PaperLookFields> all = looks().all();
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        const std::pair<QString, Kind> fields[] = {{it->layout, Kind::Choice}, {it->accent, Kind::Color},
                                                   {it->rows, Kind::Choice},   {it->rowsColor, Kind::Color},
                                                   {it->footer, Kind::Memo},   {it->logo, Kind::File}};
        for (const auto &[key, kind] : fields) {
            const Field *field = key.isEmpty() ? nullptr : catalog.resolve(it.key(), key);
            if (!key.isEmpty() && (!field || field->kind() != kind))
                faults
                    << QStringLiteral("%1: what its papers look like is no field of that kind: %2").arg(it.key(), key);
        }
    }
    return faults;
}

} // namespace crm
