#include "core/model/registry.h"
#include "core/model/declaration_checks.h"
#include "core/model/demands.h"
#include "core/model/error.h"
#include "core/model/number_series.h"
#include <algorithm>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Registry)
};

[[noreturn]] void refuse(const QString &what, const QStringList &faults)
{
    throw Error(ErrorKind::Validation,
                Tr::tr("The declaration of %1 is faulty:").arg(what) + u'\n' + faults.join(u'\n'));
}

[[noreturn]] void unknown(const QString &key)
{
    throw Error(ErrorKind::NotFound, Tr::tr("There is no kind of record called “%1”.").arg(key));
}

Label systemLabel(const char *source) { return Label(source, nullptr, "crm::Registry"); }

QList<Field> makeSystemFields()
{
    const auto at = [](const char *key, const char *text) {
        return moment(QLatin1String(key), systemLabel(text)).readOnly();
    };
    const auto by = [](const char *key, const char *text) {
        return ref(QLatin1String(key), systemLabel(text), QStringLiteral("users")).readOnly();
    };
    return {integer(QStringLiteral("id"), systemLabel(QT_TRANSLATE_NOOP("crm::Registry", "Id"))).readOnly(),
            at("created_at", QT_TRANSLATE_NOOP("crm::Registry", "Created")),
            by("created_by", QT_TRANSLATE_NOOP("crm::Registry", "Created by")),
            at("changed_at", QT_TRANSLATE_NOOP("crm::Registry", "Changed")),
            by("changed_by", QT_TRANSLATE_NOOP("crm::Registry", "Changed by")),
            at("deleted_at", QT_TRANSLATE_NOOP("crm::Registry", "Deleted"))};
}

/// The field that one step of a path means: its key, its key without "_id", or what the store keeps.
const Field *step(const Entity &entity, const QString &name)
{
    if (const Field *f = entity.field(name))
        return f;
    if (const Field *f = entity.field(name + QLatin1String("_id")))
        return f;
    return systemField(name);
}
} // namespace

const Field *systemField(const QString &key)
{
    static const QList<Field> fields = makeSystemFields();
    for (const Field &f : fields) {
        if (f.key() == key)
            return &f;
    }
    return nullptr;
}

void Registry::add(const Entity &entity)
{
    QStringList faults = check(entity);
    if (m_sealed)
        faults << QStringLiteral("%1: comes after the registry was sealed").arg(entity.key());
    if (m_byKey.contains(entity.key()))
        faults << QStringLiteral("%1: is declared twice").arg(entity.key());
    if (!faults.isEmpty())
        refuse(entity.key(), faults);
    m_entities.push_back(std::make_unique<Entity>(entity));
    m_byKey.insert(entity.key(), m_entities.back().get());
}

void Registry::addArea(const QString &key, const Label &label)
{
    if (m_sealed)
        refuse(key, {QStringLiteral("%1: comes after the registry was sealed").arg(key)});
    m_areas.append({key, label});
}

Entity *Registry::extend(const QString &key)
{
    if (m_sealed)
        refuse(key, {QStringLiteral("%1: is extended after the registry was sealed").arg(key)});
    Entity *entity = m_byKey.value(key);
    if (!entity)
        unknown(key);
    return entity;
}

void Registry::seal()
{
    if (m_sealed)
        return;
    QStringList faults;
    for (const auto &e : m_entities)
        faults += check(*e); // again: extend() may have broken it
    faults += connectionFaults(*this);
    if (!faults.isEmpty())
        refuse(Tr::tr("the records"), faults);
    std::stable_sort(m_entities.begin(), m_entities.end(),
                     [](const auto &a, const auto &b) { return a->placeInArea() < b->placeInArea(); });
    fillEntityChoices();
    m_sealed = true;
    const Catalog catalog(*this);
    faults = expressionFaults(catalog);
    for (const auto &e : m_entities)
        faults += demandFaults(catalog, e->key());
    if (!faults.isEmpty()) {
        m_sealed = false;
        refuse(Tr::tr("the records"), faults);
    }
}

void Registry::fillEntityChoices()
{
    QList<Choice> kinds, numbered;
    for (const auto &e : m_entities) {
        if (e->isLine())
            continue;
        kinds.append({e->key(), e->many()});
        if (!e->numberField().isEmpty())
            numbered.append(kinds.last());
    }
    const QString series = numberSeriesEntity();
    for (const auto &e : m_entities) {
        const QList<Field> fields = e->fieldList();
        for (const Field &f : fields) {
            if (f.namesEntity())
                e->addChoices(f.key(), e->key() == series ? numbered : kinds);
        }
    }
}

const Entity *Registry::find(const QString &key) const { return m_byKey.value(key); }

const Entity &Registry::at(const QString &key) const
{
    const Entity *entity = find(key);
    if (!entity)
        unknown(key);
    return *entity;
}

QStringList Registry::check(const Entity &entity) { return entityFaults(entity); }

Catalog::Catalog(const Registry &registry)
    : Catalog(registry, {})
{}

Catalog::Catalog(const Registry &registry, const QHash<QString, QList<Field>> &customFields)
    : m_registry(&registry)
{
    Q_ASSERT_X(registry.isSealed(), "Catalog", "seal the registry first");
    for (const auto &declared : registry.entities()) {
        const Entity *entity = declared.get();
        const QList<Field> custom = customFields.value(entity->key());
        if (!custom.isEmpty()) {
            auto own = std::make_unique<Entity>(*entity);
            for (const Field &f : custom) {
                Entity with = *own;
                with.fields({f.custom()});
                QStringList faults = Registry::check(with);
                if (!f.target().isEmpty() && !registry.find(f.target()))
                    faults << QStringLiteral("%1.%2: the target \"%3\" does not exist")
                                  .arg(entity->key(), f.key(), f.target());
                if (faults.isEmpty())
                    *own = with;
                else
                    m_customFaults += faults;
            }
            entity = own.get();
            m_own.push_back(std::move(own));
        }
        m_list << entity;
        m_byKey.insert(entity->key(), entity);
    }
}

const Entity *Catalog::find(const QString &key) const { return m_byKey.value(key); }

const Entity &Catalog::at(const QString &key) const
{
    const Entity *entity = find(key);
    if (!entity)
        unknown(key);
    return *entity;
}

QList<Related> Catalog::relatedTo(const QString &key) const
{
    QList<Related> related;
    const Entity *target = find(key);
    if (!target)
        return related;
    for (const Entity *e : m_list) {
        if (e->isLine())
            continue;
        for (const Field &f : e->fieldList()) {
            if (f.kind() == Kind::Ref && f.target() == key && !f.isHidden())
                related.append({e, f.key(), false});
        }
    }
    for (const QString &attachment : target->attachments()) {
        if (const Entity *e = find(attachment))
            related.append({e, QStringLiteral("parent_id"), true});
    }
    return related;
}

const Field *Catalog::resolve(const QString &entityKey, const QString &path, QString *canonicalPath) const
{
    const QStringList names = path.split(u'.');
    const Entity *entity = find(entityKey);
    const Field *field = nullptr;
    QStringList canonical;
    for (const QString &name : names) {
        if (field) // this step goes through the one before
            entity = isRefKind(field->kind()) ? find(field->target()) : nullptr;
        field = entity ? step(*entity, name) : nullptr;
        if (!field)
            return nullptr;
        canonical << field->key();
    }
    if (canonicalPath)
        *canonicalPath = canonical.join(u'.');
    return field;
}

} // namespace crm
