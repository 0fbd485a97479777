#include "core/store/demand_checks.h"
#include "core/access/policy.h"
#include "core/model/demands.h"
#include "core/model/entity.h"
#include "core/model/error.h"
#include "core/model/format.h"
#include "core/model/record.h"
#include "core/store/refusals.h"
#include <algorithm>

namespace crm {

namespace {
bool isTouched(const RuleContext &c, QStringList fields, const QList<DemandCase> &when)
{
    for (const DemandCase &one : when)
        fields << one.field;
    return c.isNew() || std::any_of(fields.begin(), fields.end(), [&](const QString &f) { return c.changed(f); });
}

std::optional<Record> referred(const RuleContext &c, const Record &record, const QString &reference)
{
    const Field *f = record.entity().field(reference);
    return f ? c.read.find(f->target(), record.ref(reference)) : std::nullopt;
}

void checkLeast(RuleContext &c, const AtLeast &one)
{
    const Record &record = c.after.head();
    if (!isTouched(c, {one.field, one.reference}, one.when) || !allHold(one.when, record))
        return;
    const auto other = referred(c, record, one.reference);
    if (other && record.integer(one.field) < other->integer(one.least))
        c.refuse(one.field, one.words.text());
}

void checkSame(RuleContext &c, const SameAs &one)
{
    const Record &record = c.after.head();
    if (!isTouched(c, {one.field, one.reference}, one.when) || !allHold(one.when, record))
        return;
    const auto other = referred(c, record, one.reference);
    if (!other && record.ref(one.reference) != 0)
        return; // not for these eyes: the server knows
    const QVariant mine = record.value(one.field), theirs = other ? other->value(one.same) : QVariant();
    if (isEmptyValue(mine) != isEmptyValue(theirs) || (!isEmptyValue(mine) && mine != theirs))
        c.refuse(one.field, one.words.text());
}

QHash<Id, qint64> together(const QList<Record> &lines, const InFull &one)
{
    QHash<Id, qint64> out;
    for (const Record &line : lines)
        out[line.ref(one.reference)] += line.integer(one.amount);
    return out;
}

void checkInFull(RuleContext &c, const InFull &one)
{
    const QList<Record> lines = c.after.lines(one.lines);
    if (lines.isEmpty() || !allHold(one.when, c.after.head()))
        return;
    const auto settings = c.read.find(one.settings, c.read.firstOf(one.settings));
    if (!settings || !settings->flag(one.flag))
        return;
    const QHash<Id, qint64> now = together(lines, one),
                            before = together(c.before ? c.before->lines(one.lines) : QList<Record>(), one);
    for (int i = 0; i < lines.size(); ++i) {
        const Id id = lines[i].ref(one.reference);
        const auto open = referred(c, lines[i], one.reference);
        if (open && now[id] != before.value(id) && now[id] < open->integer(one.open) + before.value(id))
            c.faults.append({one.amount, one.words.text(), QStringLiteral("%1/%2").arg(one.lines).arg(i + 1)});
    }
}

bool isFilledAnew(const RuleContext &c, const QString &field)
{
    return (c.isNew() || c.changed(field)) && !isEmptyValue(c.after.value(field));
}

void checkWriter(const RuleContext &c, const Demands &d)
{
    for (const QString &key : d.byStaff) {
        if (isFilledAnew(c, key) && !c.actor.policy.isStaff() && !c.actor.policy.isAdmin())
            throw refusal::mayNotSet(*c.after.entity().field(key));
    }
    for (const QString &key : d.writersName) {
        const Field &f = *c.after.entity().field(key);
        if (isFilledAnew(c, key) && !c.actor.policy.isAdmin() &&
            c.after.head().text(key) != c.actor.name.left(f.size()))
            throw refusal::mayNotSet(f);
    }
}
} // namespace

void checkDemands(RuleContext &context)
{
    const Demands d = demandsOf(context.after.entity().key());
    checkWriter(context, d);
    for (const ByAdmins &one : d.byAdmins) {
        const bool isSet = context.isNew() ? isFilledAnew(context, one.field) : context.changed(one.field);
        if (isSet && !context.actor.policy.isAdmin())
            context.refuse(one.field, one.words.text());
    }
    const bool isFollowed = context.faults.isEmpty(); // else a rule that fills it in has said why it could not
    for (const SameAs &one : d.sameAs) {
        if (isFollowed)
            checkSame(context, one);
    }
    for (const AtLeast &one : d.atLeast)
        checkLeast(context, one);
    for (const InFull &one : d.inFull)
        checkInFull(context, one);
}

} // namespace crm
