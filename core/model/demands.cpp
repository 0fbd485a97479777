#include "core/model/demands.h"
#include "core/model/beside_entity.h"
#include "core/model/format.h"
#include "core/model/record.h"
#include "core/model/registry.h"
#include <algorithm>

namespace crm {

namespace {
BesideEntity<Demands> &declared()
{
    static BesideEntity<Demands> all;
    return all;
}

/// Every field that a demand has words for: its entity and its name.
QList<std::pair<std::pair<QString, QString>, Label>> allWords(const QString &entity, const Demands &d)
{
    QList<std::pair<std::pair<QString, QString>, Label>> out;
    for (const AtLeast &one : d.atLeast)
        out.append({{entity, one.field}, one.words});
    for (const SameAs &one : d.sameAs)
        out.append({{entity, one.field}, one.words});
    for (const InFull &one : d.inFull)
        out.append({{one.lines, one.amount}, one.words});
    for (const ByAdmins &one : d.byAdmins)
        out.append({{entity, one.field}, one.words});
    return out;
}

class DemandCheck
{
public:
    DemandCheck(const Catalog &catalog, const QString &key)
        : m_catalog(catalog)
        , m_key(key)
        , m_entity(catalog.find(key))
    {}

    QStringList faults(const Demands &d)
    {
        if (d.isEmpty())
            return {};
        if (!m_entity || m_entity->isLine())
            return {m_key + QStringLiteral(": demands are made of documents alone")};
        for (const AtLeast &one : d.atLeast) {
            amount(m_entity, one.field);
            amount(target(m_entity, one.reference), one.least);
            cases(one.when);
        }
        for (const SameAs &one : d.sameAs) {
            const Field *mine = stored(m_entity, one.field), *other = stored(target(m_entity, one.reference), one.same);
            if (mine && other && isTextKind(mine->kind()) != isTextKind(other->kind()))
                tell(one.field, "is of another kind");
            cases(one.when);
        }
        for (const InFull &one : d.inFull)
            inFull(one);
        for (const QString &key : d.writersName) {
            const Field *f = stored(m_entity, key);
            if (f && f->kind() != Kind::Text)
                tell(key, "holds no name");
        }
        for (const QString &key : d.byStaff)
            stored(m_entity, key);
        for (const ByAdmins &one : d.byAdmins)
            stored(m_entity, one.field);
        twice(d);
        return m_faults;
    }

private:
    void tell(const QString &field, const char *what)
    {
        m_faults << QStringLiteral("%1: \"%2\" %3").arg(m_key, field, QLatin1String(what));
    }
    /// A column that a procedure reads with the row. What not everybody sees would be told by a refusal.
    const Field *stored(const Entity *entity, const QString &key)
    {
        const Field *f = entity ? entity->field(key) : nullptr;
        if (!f || f->isCustom() || isListKind(f->kind()) || f->kind() == Kind::Memo ||
            f->fieldClass() != FieldClass::All) {
            tell(key, "cannot be demanded");
            return nullptr;
        }
        return f;
    }
    void amount(const Entity *entity, const QString &key)
    {
        const Field *f = stored(entity, key);
        if (f && !isIntegerKind(f->kind()))
            tell(key, "is no number");
    }
    const Entity *target(const Entity *entity, const QString &key)
    {
        const Field *f = stored(entity, key);
        const Entity *out = f && isRefKind(f->kind()) ? m_catalog.find(f->target()) : nullptr;
        if (!out)
            tell(key, "points to nothing");
        return out;
    }
    void cases(const QList<DemandCase> &when)
    {
        for (const DemandCase &one : when) {
            const Field *f = stored(m_entity, one.field);
            if (f && !isTextKind(f->kind()))
                tell(one.field, "is neither a text nor a choice");
        }
    }
    void inFull(const InFull &one)
    {
        const auto &tables = m_entity->lineTables();
        const Entity *lines = m_catalog.find(one.lines);
        if (!lines || std::none_of(tables.begin(), tables.end(), [&](const auto &t) { return t.entity == one.lines; }))
            return tell(one.lines, "are no lines of it");
        amount(lines, one.amount);
        const Entity *open = target(lines, one.reference);
        amount(open, one.open);
        if (open && open->field(one.open) && !open->field(one.open)->isKept())
            tell(one.open, "is not kept by the database");
        const Entity *settings = m_catalog.find(one.settings);
        const Field *flag = settings ? stored(settings, one.flag) : nullptr;
        if (!settings || !settings->isDictionary() || (flag && flag->kind() != Kind::Bool))
            tell(one.flag, "is no yes/no of a dictionary");
        cases(one.when);
    }
    void twice(const Demands &d)
    {
        QSet<std::pair<QString, QString>> seen;
        for (const auto &[at, words] : allWords(m_key, d)) {
            if (words.isEmpty())
                tell(at.second, "is refused without a word");
            if (seen.contains(at))
                tell(at.second, "is demanded twice");
            seen.insert(at);
        }
    }

    const Catalog &m_catalog;
    const QString m_key;
    const Entity *m_entity;
    QStringList m_faults;
};
} // namespace

void demands(const QString &entity, const Demands &what) { declared().set(entity, what); }

Demands demandsOf(const QString &entity) { return declared().of(entity); }

bool allHold(const QList<DemandCase> &when, const Record &record)
{
    return std::all_of(when.begin(), when.end(),
                       [&](const DemandCase &one) { return record.text(one.field) == one.value; });
}

Label demandWords(const QString &entity, const QString &field)
{
    const QHash<QString, Demands> all = declared().all();
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        for (const auto &[at, words] : allWords(it.key(), it.value())) {
            if (at == std::pair(entity, field))
                return words;
        }
    }
    return {};
}

QStringList demandFaults(const Catalog &catalog)
{
    QStringList faults;
    const QHash<QString, Demands> all = declared().all();
    for (auto it = all.cbegin(); it != all.cend(); ++it)
        faults += DemandCheck(catalog, it.key()).faults(it.value());
    return faults;
}

QStringList demandFaults(const Catalog &catalog, const QString &entity)
{
    const QHash<QString, Demands> all = declared().all();
    const auto it = all.constFind(entity);
    return it == all.cend() ? QStringList() : DemandCheck(catalog, entity).faults(*it);
}

} // namespace crm
