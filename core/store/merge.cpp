#include "core/store/merge.h"
#include "core/access/policy.h"
#include "core/model/registry.h"
#include "core/store/refusals.h"
#include <QCoreApplication>
#include <QSet>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Merge)
};
} // namespace

bool MergePointer::decidesScope() const
{
    const Scope &scope = holder->scope();
    if (holder->isLine())
        return false;
    return how == Context ? scope.kind == Scope::Attached
                          : how == Column && scope.kind == Scope::Parent && scope.field == field->key();
}

QString MergePointer::pathOf(Id line) const
{
    return holder == document ? field->key()
                              : QStringLiteral("%1/%2/%3").arg(holder->key()).arg(line).arg(field->key());
}

QList<MergePointer> pointersTo(const QList<const Entity *> &entities, const Entity &target)
{
    QList<MergePointer> out;
    const auto byKey = [&](const QString &key) {
        const auto found =
            std::find_if(entities.cbegin(), entities.cend(), [&](const Entity *e) { return e->key() == key; });
        return found == entities.cend() ? nullptr : *found;
    };
    for (const Entity *holder : entities) {
        const Entity *document = holder->isLine() ? byKey(holder->lineOf()) : holder;
        for (const Field &f : holder->fieldList()) {
            const bool isOwnPart = holder->isLine() && f.key() == holder->lineParentField();
            if (!document || isOwnPart || f.target() != target.key())
                continue;
            if (isListKind(f.kind()) && !f.isCustom())
                out << MergePointer{MergePointer::Links, holder, document, &f};
            else if (isRefKind(f.kind()))
                out << MergePointer{f.isCustom() ? MergePointer::Custom : MergePointer::Column, holder, document, &f};
        }
        if (const Field *parent = holder->hasContext() ? holder->field(QStringLiteral("parent_id")) : nullptr)
            out << MergePointer{MergePointer::Context, holder, document, parent};
    }
    return out;
}

bool mayMerge(const Actor &actor, const Entity &entity)
{
    const Policy &policy = actor.policy;
    return entity.isMergeable() && policy.holds(QStringLiteral("merge")) && policy.may(entity, Verb::Update) &&
           policy.may(entity, Verb::Delete) && (!entity.isAdminOnly() || policy.isAdmin());
}

void requireMergeable(const Actor &actor, const Entity &entity, Id survivor, const IdList &others)
{
    if (!entity.isMergeable())
        throw Error(ErrorKind::Unsupported, Tr::tr("“%1”: these records cannot be merged.").arg(entity.many().text()));
    if (!actor.policy.holds(QStringLiteral("merge")))
        throw refusal::mayNotMerge();
    const QSet<Id> different(others.cbegin(), others.cend());
    if (others.isEmpty() || different.size() != others.size() || different.contains(survivor))
        throw Error(ErrorKind::Validation, Tr::tr("Choose at least two different records to merge."));
    if (others.size() > mostMerged)
        throw Error(ErrorKind::Validation,
                    Tr::tr("At most %n record(s) can be merged into one at once.", nullptr, mostMerged));
}

void forgetMerged(Document &survivor, const IdList &others)
{
    for (const Field &f : survivor.entity().fieldList()) {
        if (f.target() != survivor.entity().key() || f.isComputed())
            continue;
        if (isListKind(f.kind())) {
            IdList ids = survivor.head().ids(f.key());
            if (ids.removeIf([&](Id id) { return others.contains(id); }) > 0)
                survivor.set(f.key(), QVariant::fromValue(ids));
        } else if (isRefKind(f.kind()) && others.contains(survivor.head().ref(f.key()))) {
            survivor.set(f.key(), {});
        }
    }
}

} // namespace crm
