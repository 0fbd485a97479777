#include "core/model/starting_values.h"
#include "core/model/beside_entity.h"
#include "core/model/field.h"

namespace crm {

namespace {
BesideEntity<QString> &marks()
{
    static BesideEntity<QString> all; // by the key of the reference
    return all;
}

BesideEntity<bool> &proposals()
{
    static BesideEntity<bool> all; // the same
    return all;
}
} // namespace

void startsWithMarked(const QString &reference, const QString &mark) { marks().set(reference, mark); }

QString startingMark(const Field &reference)
{
    return reference.kind() == Kind::Ref ? marks().of(reference.key()) : QString();
}

void proposedAnew(const QString &reference) { proposals().set(reference, true); }

bool isProposedAnew(const Field &reference) { return reference.kind() == Kind::Ref && proposals().of(reference.key()); }

} // namespace crm
