#include "core/exchange/import_targets.h"
#include "core/model/error.h"
#include "core/store/custom_fields.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Import)
};

class Targets
{
public:
    Targets(const Catalog &catalog, const Entity &entity, const Actor &actor)
        : m_catalog(catalog)
        , m_entity(entity)
        , m_actor(actor)
    {}

    QList<ImportTarget> take()
    {
        addField({QStringLiteral("id"), {}, systemField(QStringLiteral("id"))->label().text(), {}, Kind::Integer},
                 true);
        addFieldsOf(m_entity, {}, {});
        for (const Related &related : m_catalog.relatedTo(m_entity.key())) {
            const Entity &child = *related.entity;
            if (child.isLine() || child.isDictionary() || !m_actor.policy.may(child, Verb::Create))
                continue;
            const Field *link = child.field(related.field);
            if (related.byContext || (link && link->isRequired()))
                addFieldsOf(child, child.key() + u'.', child.one().text());
        }
        return m_list;
    }

private:
    void addField(ImportTarget target, bool canMatch)
    {
        target.canMatch = canMatch;
        m_list << target;
    }

    void addFieldsOf(const Entity &entity, const QString &prefix, const QString &group)
    {
        for (const Field &field : entity.fieldList()) {
            const bool number = field.key() == entity.numberField() && m_actor.policy.sees(field);
            const bool parent = field.key() == entity.lineParentField();
            if ((field.isHidden() && !parent) || (!number && !m_actor.policy.edits(field)) ||
                field.kind() == Kind::File)
                continue;
            ImportTarget target{prefix + field.key(), group, field.label().text(), {}, field.kind()};
            target.required = field.isRequired() && field.defaultValue().isNull() && prefix.isEmpty();
            if (isRefKind(field.kind()) || isListKind(field.kind())) {
                addReference(field, target);
                continue;
            }
            const Kind kind = field.kind();
            target.hasChoices = isChoiceKind(kind);
            target.canAddMissing = target.hasChoices && mayAddMissing(m_catalog, m_actor, field, nullptr);
            addField(target, prefix.isEmpty() && kind != Kind::Money && kind != Kind::Memo && kind != Kind::Bool);
        }
    }

    /// By its title, by its id, then by whatever else tells one record from another.
    void addReference(const Field &field, const ImportTarget &like)
    {
        const Entity *referred = m_catalog.find(field.target());
        if (!referred || !m_actor.policy.may(*referred, Verb::Read))
            return;
        const auto add = [&](const Field *by, const QString &label) {
            ImportTarget target = like;
            target.path = by ? like.path + u'.' + by->key() : like.path;
            target.by = label;
            target.canAddMissing = mayAddMissing(m_catalog, m_actor, field, by);
            addField(target, like.group.isEmpty() && !isListKind(field.kind()));
        };
        const Field *title = referred->field(referred->titleField());
        if (title && m_actor.policy.sees(*title))
            add(title, title->label().text());
        add(nullptr, Tr::tr("name or id"));
        for (const Field &by : referred->fieldList()) {
            const bool tells = by.isUnique() || by.key() == referred->numberField() || by.kind() == Kind::Email ||
                               by.kind() == Kind::Phone || (by.kind() == Kind::Text && !by.isComputed());
            if (&by != title && tells && !by.isHidden() && m_actor.policy.sees(by))
                add(&by, by.label().text());
        }
    }

    const Catalog &m_catalog;
    const Entity &m_entity;
    const Actor &m_actor;
    QList<ImportTarget> m_list;
};
} // namespace

QString ImportTarget::text() const
{
    const QString own =
        group.isEmpty() ? label : Tr::tr("%1: %2", "what hangs on the record, its field").arg(group, label);
    return by.isEmpty() ? own : Tr::tr("%1 (by “%2”)", "a reference, the field it is found by").arg(own, by);
}

QList<ImportTarget> importTargets(const Catalog &catalog, const Entity &entity, const Actor &actor)
{
    return Targets(catalog, entity, actor).take();
}

bool mayAddMissing(const Catalog &catalog, const Actor &actor, const Field &field, const Field *by)
{
    if (isChoiceKind(field.kind()))
        return field.isCustom() && mayAddChoices(catalog, actor.policy);
    const Entity *referred = catalog.find(field.target());
    if (!referred || !actor.policy.may(*referred, Verb::Create) || (referred->isAdminOnly() && !actor.policy.isAdmin()))
        return false;
    const Field *title = referred->field(referred->titleField());
    return title && !title->isReadOnly() && (!by || by == title);
}

QString whyNotImport(const Catalog &catalog, const Entity &entity, const Policy &policy)
{
    const Entity &decides = entity.isLine() ? catalog.at(entity.lineOf()) : entity;
    const bool may = policy.may(decides, Verb::Update) || (!entity.isLine() && policy.may(decides, Verb::Create));
    const bool admins = decides.isAdminOnly() && !policy.isAdmin();
    return may && !admins ? QString() : Tr::tr("Your role may not import %1.").arg(entity.many().text());
}

} // namespace crm
