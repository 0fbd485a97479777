#include "core/store/preparation.h"
#include "core/model/filled_once.h"
#include "core/model/format.h"
#include "core/model/formula.h"
#include "core/model/registry.h"
#include "core/model/validation.h"
#include "core/store/demand_checks.h"
#include "core/store/refusals.h"
#include "core/store/three_way.h"
#include <QCoreApplication>
#include <algorithm>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Writing)
};

bool holdSameValues(const Document &a, const Document &b)
{
    if (!a.head().hasValuesOf(b.head()))
        return false;
    for (const LineTable &table : a.entity().lineTables()) {
        const QList<Record> left = a.lines(table.entity), right = b.lines(table.entity);
        if (!std::equal(left.begin(), left.end(), right.begin(), right.end(),
                        [](const Record &l, const Record &r) { return l.hasValuesOf(r); }))
            return false;
    }
    return true;
}

/// Whether more is changed than what the lock leaves open.
bool changesLocked(const Document &document, const Document &stored)
{
    const QStringList open = openWhileLocked(stored.head());
    if (open.isEmpty())
        return document.isChanged();
    if (document.linesChanged())
        return true;
    const QStringList changed = document.head().changedFields();
    return std::any_of(changed.begin(), changed.end(), [&](const QString &key) {
        const Field *f = document.entity().field(key);
        return f && !f->isComputed() && !f->isCustom() && !open.contains(key);
    });
}

/// What people may set and need not: rules fill it in when it is empty.
bool mayStayEmpty(const Field &f) { return !f.isComputed() && !f.isReadOnly() && !f.isRequired(); }

void requireValid(const Document &after, const Document *stored)
{
    const QList<FieldFault> faults = validate(after, stored);
    if (!faults.isEmpty())
        throw Error::validation(faults);
}
} // namespace

Preparation::Prepared Preparation::prepare(const Document &document, const Document *stored, const QDateTime &now) const
{
    const Entity &entity = m_catalog.at(document.entity().key());
    if (entity.isLine())
        throw Error(ErrorKind::Unsupported, Tr::tr("Lines are saved with their document."));
    Prepared out;
    out.document = begin(document, stored, out.merged);
    Document &after = out.document;
    checkWriter(document, stored);
    fillIn(after, stored);
    requireValid(after, stored);
    const Document valid = after;
    QList<Rule> rules = entity.rules();
    rules << checkDemands;
    runRules(rules, after, stored, now);
    QList<FieldFault> faults;
    Formula::calculate(after.head(), m_catalog.baseCurrency, faults);
    if (!faults.isEmpty())
        throw Error::validation(faults);
    fillKept(after.head());
    if (!holdSameValues(valid, after)) // rules may have made a required value empty or too large
        requireValid(after, stored);
    out.differs = !stored || after.isChanged();
    return out;
}

Document Preparation::begin(const Document &document, const Document *stored, QStringList &merged) const
{
    if (!stored) {
        Document fresh = document;
        if (!fresh.id())
            fresh.head().setId(newId());
        return fresh;
    }
    if (stored->head().deletedAt().isValid())
        throw TrashedError(refusal::inTrashSentence(stored->head().title()), *stored);
    if (const auto &lock = stored->entity().lockReason(); lock && !isTrusted()) {
        const QString reason = lock(stored->head());
        if (!reason.isEmpty() && changesLocked(document, *stored))
            throw Error(ErrorKind::Validation, reason);
    }
    Merged result = mergeThreeWay(document, *stored);
    if (!result.conflicts.isEmpty()) {
        throw ConflictError(Tr::tr("Somebody else has changed “%1” meanwhile.").arg(stored->head().title()),
                            result.conflicts, *stored);
    }
    merged = result.keptOfOthers;
    return result.document;
}

void Preparation::checkWriter(const Document &document, const Document *stored) const
{
    if (isTrusted() || (m_actor.userId == 0 && m_actor.policy.isAdmin()))
        return;
    const Entity &entity = document.entity();
    for (const Field &f : entity.fieldList()) {
        if (f.isComputed() || !document.head().isChanged(f.key()))
            continue;
        const bool givenNumber = !stored && f.key() == entity.numberField();
        if (!stored && document.value(f.key()) == canonicalValue(f, f.defaultValue()))
            continue; // the declaration's doing, not the person's
        if (!m_actor.policy.sees(f) || (f.isReadOnly() && !givenNumber && !m_undoing))
            throw refusal::mayNotSet(f);
    }
}

void Preparation::fillIn(Document &after, const Document *stored) const
{
    const Scope &scope = after.entity().scope();
    const bool owned = scope.kind == Scope::Owner || scope.kind == Scope::Private;
    if (!stored && owned && m_actor.userId && isEmptyValue(after.value(scope.field)))
        after.set(scope.field, m_actor.userId);
    for (const LineTable &table : after.entity().lineTables()) {
        int position = 0;
        for (Record &line : after.lines(table.entity)) {
            if (!line.id())
                line.setId(newId());
            line.set(table.parentField, after.id());
            line.set(QStringLiteral("position"), qint64(++position));
        }
    }
}

void Preparation::runRules(const QList<Rule> &rules, Document &after, const Document *stored,
                           const QDateTime &now) const
{
    QList<FieldFault> faults;
    for (const Rule &rule : rules) {
        RuleContext context{m_actor, stored, after, now, m_reader, faults};
        const Record asItWas = isUndoing() ? after.head() : Record();
        rule(context);
        if (isUndoing())
            leaveEmpty(after.head(), asItWas);
    }
    if (!faults.isEmpty())
        throw Error::validation(faults);
}

/// Undoing leads back to what was there, not to what a rule would choose for it today. After each rule, so that none
/// counts on what another one has filled in.
void Preparation::leaveEmpty(Record &head, const Record &asItWas) const
{
    for (const Field &f : head.entity().fieldList()) {
        if (mayStayEmpty(f) && isEmptyValue(asItWas.value(f.key())) && !isEmptyValue(head.value(f.key())))
            head.set(f.key(), QVariant());
    }
}

const Action &Preparation::action(const Document &record, const QString &key) const
{
    for (const Action &action : record.entity().actions()) {
        if (action.key != key)
            continue;
        if (action.available && !action.available(record.head()))
            throw Error(ErrorKind::Validation,
                        Tr::tr("“%1” cannot be done with “%2” now.").arg(action.label.text(), record.head().title()));
        return action;
    }
    throw Error(ErrorKind::NotFound, Tr::tr("There is no such action."), record.entity().key() + u'.' + key);
}

} // namespace crm
