// How declarations fit each other. See declaration_checks.h.
#include "core/model/declaration_checks.h"
#include "core/model/error.h"
#include "core/model/registry.h"
#include <QSet>

namespace crm {

namespace {
/// People own records; that much the scopes know.
const QString usersKey = QStringLiteral("users");

void checkTargets(const Registry &r, const Entity &e, QStringList &faults)
{
    for (const Field &f : e.fieldList()) {
        if (!f.target().isEmpty() && !r.find(f.target()))
            faults << QStringLiteral("%1.%2: the target \"%3\" does not exist").arg(e.key(), f.key(), f.target());
    }
    for (const Action &a : e.actions()) {
        for (const Field &f : a.parameters) {
            if (!f.target().isEmpty() && !r.find(f.target()))
                faults << QStringLiteral("%1.%2: the target \"%3\" does not exist").arg(e.key(), a.key, f.target());
        }
    }
}

void checkSums(const Registry &r, const Entity &e, QStringList &faults)
{
    for (const Field &f : e.fieldList()) {
        const KeptSum &sum = f.kept().sum;
        if (!sum.isValid())
            continue;
        const Entity *source = r.find(sum.entity);
        const Field *reference = source ? source->field(sum.reference) : nullptr;
        const Field *summed = source ? source->field(sum.field) : nullptr;
        if (!reference || !summed || reference->kind() != Kind::Ref || reference->target() != e.key() ||
            summed->kind() != f.kind() || summed->scale() != f.scale() || summed->kept().isGenerated() ||
            source->key() == e.key())
            faults << QStringLiteral("%1.%2: there is no such sum of %3.%4 by %5")
                          .arg(e.key(), f.key(), sum.entity, sum.field, sum.reference);
    }
}

void checkLines(const Registry &r, const Entity &e, QStringList &faults)
{
    for (const LineTable &t : e.lineTables()) {
        const Entity *line = r.find(t.entity);
        if (!line)
            faults << QStringLiteral("%1: its lines \"%2\" do not exist").arg(e.key(), t.entity);
        else if (line->lineOf() != e.key() || line->lineParentField() != t.parentField)
            faults << QStringLiteral("%1: \"%2\" is not declared as its lines by the field \"%3\"")
                          .arg(e.key(), t.entity, t.parentField);
    }
    if (!e.isLine())
        return;
    const Entity *parent = r.find(e.lineOf());
    bool mutual = false;
    if (parent) {
        for (const LineTable &t : parent->lineTables())
            mutual = mutual || t.entity == e.key();
    }
    if (!mutual)
        faults << QStringLiteral("%1: \"%2\" does not list it among its lines").arg(e.key(), e.lineOf());
    const Field *f = e.field(e.lineParentField());
    if (f && (f->kind() != Kind::Ref || f->target() != e.lineOf()))
        faults << QStringLiteral("%1.%2: must be a reference to %3").arg(e.key(), f->key(), e.lineOf());
}

void checkAttachments(const Registry &r, const Entity &e, QStringList &faults)
{
    for (const QString &key : e.attachments()) {
        const Entity *attached = r.find(key);
        if (!attached || !attached->hasContext())
            faults << QStringLiteral("%1: the attachment \"%2\" does not exist or has no context").arg(e.key(), key);
    }
}

void checkScopeTargets(const Entity &e, QStringList &faults)
{
    const Scope &s = e.scope();
    const bool byPerson = s.kind == Scope::Owner || s.kind == Scope::Private;
    for (const QString &key : {s.field, s.members}) {
        const Field *f = e.field(key);
        if (byPerson && f && f->target() != usersKey)
            faults
                << QStringLiteral("%1.%2: decides about the scope, so it must refer to %3").arg(e.key(), key, usersKey);
    }
}

/// Rows whose scope follows a parent whose scope follows ... them would have none.
void checkScopeLoop(const Registry &r, const Entity &e, QStringList &faults)
{
    QSet<QString> seen;
    for (const Entity *at = &e; at && at->scope().kind == Scope::Parent;) {
        if (seen.contains(at->key())) {
            faults << QStringLiteral("%1: its scope goes round in a circle").arg(e.key());
            return;
        }
        seen.insert(at->key());
        const Field *f = at->field(at->scope().field);
        at = f ? r.find(f->target()) : nullptr;
    }
}

void checkAreas(const Registry &r, QStringList &faults)
{
    QSet<QString> areas;
    for (const Area &a : r.areas()) {
        if (areas.contains(a.key) || a.key.isEmpty() || a.label.isEmpty())
            faults << QStringLiteral("the area \"%1\" is declared twice or has no key or label").arg(a.key);
        areas.insert(a.key);
    }
    if (areas.isEmpty())
        faults << QStringLiteral("no area is declared");
    for (const auto &e : r.entities()) {
        if (e->areaKey().isEmpty() ? e->isInMenu() : !areas.contains(e->areaKey()))
            faults << QStringLiteral("%1: the area \"%2\" does not exist").arg(e->key(), e->areaKey());
    }
}

void checkSort(const Catalog &catalog, const Entity &e, const QString &sort, QStringList &faults)
{
    const QList<SortKey> keys = Query::parseSort(sort);
    for (const SortKey &key : keys) {
        const Field *f = catalog.resolve(e.key(), key.path);
        if (!f || isListKind(f->kind()))
            faults << QStringLiteral("%1: cannot be sorted by \"%2\"").arg(e.key(), key.path);
    }
}
} // namespace

QStringList connectionFaults(const Registry &registry)
{
    QStringList faults;
    checkAreas(registry, faults);
    for (const auto &e : registry.entities()) {
        checkTargets(registry, *e, faults);
        checkSums(registry, *e, faults);
        checkLines(registry, *e, faults);
        checkAttachments(registry, *e, faults);
        checkScopeTargets(*e, faults);
        checkScopeLoop(registry, *e, faults);
    }
    return faults;
}

QStringList expressionFaults(const Catalog &catalog)
{
    QStringList faults;
    for (const Entity *e : catalog.entities()) {
        checkSort(catalog, *e, e->defaultSort(), faults);
        for (const DefaultView &v : e->views()) {
            checkSort(catalog, *e, v.sort, faults);
            try {
                Filter::parse(v.where, catalog, e->key());
            } catch (const Error &error) {
                faults << QStringLiteral("%1: the view \"%2\": %3").arg(e->key(), v.key, error.sentence());
            }
        }
    }
    return faults;
}

} // namespace crm
