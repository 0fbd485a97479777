#include "core/model/division.h"
#include "core/model/beside_entity.h"
#include "core/model/registry.h"

namespace crm {

namespace {
BesideEntity<Division> &divisions()
{
    static BesideEntity<Division> all;
    return all;
}
} // namespace

void dividedBy(const QString &entity, const QString &listField) { divisions().set(entity, {listField, {}}); }
void belongsThrough(const QString &entity, const QStringList &fields) { divisions().set(entity, {{}, fields}); }
Division divisionOf(const QString &entity) { return divisions().of(entity); }

bool isConcernedByDivision(const Entity &entity)
{
    const Scope::Kind kind = entity.scope().kind;
    return kind == Scope::Parent || kind == Scope::Attached || divisionOf(entity.key()).isDeclared();
}

QStringList divisionFaults(const Catalog &catalog)
{
    QStringList faults;
    for (const Entity *e : catalog.entities()) {
        const Division division = divisionOf(e->key());
        const auto fault = [&](const QString &what) { faults << e->key() + QStringLiteral(": ") + what; };
        if (division.isDeclared() && e->scope().kind != Scope::Owner)
            fault(QStringLiteral("only records with an owner are divided by themselves"));
        const Field *list = division.groups.isEmpty() ? nullptr : e->field(division.groups);
        if (!division.groups.isEmpty() && !(list && isListKind(list->kind())))
            fault(division.groups + QStringLiteral(" is no list of links"));
        for (const QString &key : division.through) {
            const Field *f = e->field(key);
            if (!f || !isRefKind(f->kind()) || f->isCustom())
                fault(key + QStringLiteral(" is no reference"));
        }
        if (e->scope().kind != Scope::Owner || division.isDeclared())
            continue;
        for (const Field &f : e->fieldList()) {
            if (isRefKind(f.kind()) && !f.target().isEmpty() && !divisionOf(f.target()).groups.isEmpty())
                fault(f.key() + QStringLiteral(" points to a divided record, but no field is said to belong through"));
        }
    }
    return faults;
}

} // namespace crm
