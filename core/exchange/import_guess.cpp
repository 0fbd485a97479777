#include "core/exchange/import_mapping.h"
#include "core/exchange/import_words.h"
#include "core/model/error.h"
#include <algorithm>

namespace crm {

namespace {
constexpr QLatin1String externalId("external_id"); // the field that keeps a record's id in another system

/// Finds targets for the heads of one file.
class Guess
{
public:
    Guess(const Catalog &catalog, const Entity &entity, const Actor &actor)
        : m_catalog(catalog)
        , m_entity(entity)
        , m_actor(actor)
        , m_words(ImportWords::instance())
    {
        for (const Related &related : catalog.relatedTo(entity.key())) {
            if (!related.byContext)
                m_children << related;
        }
    }

    void reserve(const QString &path) { m_used.insert(path); }

    /// One target; two for a full name that is kept in parts; none if the head means nothing here.
    QList<ColumnTarget> targetsFor(const QString &header, const QStringList &headers)
    {
        const QString head = ImportWords::plain(header);
        if (head.isEmpty() || m_words.isIgnored(head))
            return {};
        const bool isPath = header == header.toLower() && header.contains(u'.') && !header.contains(u' ');
        // Beside the column with the ids, the one with the titles is there for people only.
        if (isPath && headers.contains(header.section(u'.', 0, 0)))
            return {};
        QList<ColumnTarget> found = byPath(header);
        if (found.isEmpty() && !isPath)
            found = byMeaning(head);
        return taken(found, header);
    }

    /// "Job title" in a file of companies that names a contact elsewhere.
    QList<ColumnTarget> targetsInChildren(const QString &header)
    {
        const QString head = ImportWords::plain(header);
        for (const Related &related : std::as_const(m_children)) {
            const QString prefix = related.entity->key() + u'.';
            const bool named =
                std::any_of(m_used.begin(), m_used.end(), [&](const QString &p) { return p.startsWith(prefix); });
            const Field *field =
                named && !head.isEmpty() && !m_words.isIgnored(head) ? fieldFor(*related.entity, head) : nullptr;
            if (field)
                return taken(targetsOf(*related.entity, *field, prefix), header);
        }
        return {};
    }

private:
    QList<ColumnTarget> taken(QList<ColumnTarget> targets, const QString &header)
    {
        for (ColumnTarget &target : targets) {
            target.header = header;
            target.guessed = true;
            m_used.insert(target.path);
        }
        return targets;
    }

    /// Heads that are paths already: our own exports.
    QList<ColumnTarget> byPath(const QString &header)
    {
        ColumnTarget target;
        target.path = header;
        if (header != header.toLower() || header.contains(u' '))
            return {};
        try {
            bindTarget(m_catalog, m_entity, m_actor, target);
        } catch (const Error &) {
            return {};
        }
        return free(target.path);
    }

    QList<ColumnTarget> byMeaning(const QString &head)
    {
        const Field *field = fieldFor(m_entity, head);
        if (field && !importable(field) &&
            !m_words.isLabel(head, *field)) { // a synonym of what the program puts together
            if (const auto found = ofReference(head); !found.isEmpty())
                return found;
        }
        if (field)
            return targetsOf(m_entity, *field, {}, head);
        for (const QString &word : m_words.entityWords(m_entity)) {
            const QString rest = restOf(head, word);
            if (rest.isNull())
                continue;
            if (const auto found = ofItself(rest); !found.isEmpty())
                return found;
        }
        if (const auto found = ofReference(head); !found.isEmpty())
            return found;
        return ofChild(head);
    }

    /// What is left of a head without the word for the entity, which stands first ("CustomerID") or last in Russian.
    /// Null: the head does not speak of it.
    QString restOf(const QString &head, const QString &word) const
    {
        if (head.startsWith(word))
            return head.mid(word.size()) + QLatin1String(""); // empty, but not null
        if (head.endsWith(word)) {
            const QString rest = head.chopped(word.size());
            if (m_words.isIdWord(rest) || m_words.isTitleWord(rest))
                return rest;
        }
        return {};
    }

    /// "Company phone" in a file of companies.
    QList<ColumnTarget> ofItself(const QString &rest)
    {
        if (m_words.isIdWord(rest) && importable(m_entity.field(externalId)))
            return free(externalId);
        const Field *title = m_entity.field(m_entity.titleField());
        if ((rest.isEmpty() || m_words.isTitleWord(rest)) && title)
            return targetsOf(m_entity, *title, {});
        const Field *field = rest.size() < 2 ? nullptr : fieldFor(m_entity, rest);
        return field ? targetsOf(m_entity, *field, {}) : QList<ColumnTarget>();
    }

    /// "CustomerID" and "Customer name" in a file of orders.
    QList<ColumnTarget> ofReference(const QString &head)
    {
        for (const Field &field : m_entity.fieldList()) {
            const Entity *referred = field.kind() == Kind::Ref ? m_catalog.find(field.target()) : nullptr;
            if (!referred || !importable(&field) || isChild(*referred))
                continue;
            const Field *by = referred->field(externalId);
            for (const QString &word : m_words.entityWords(*referred)) {
                const QString rest = restOf(head, word);
                QList<ColumnTarget> found;
                if (m_words.isIdWord(rest) && by && m_actor.policy.sees(*by))
                    found = free(field.key() + u'.' + externalId);
                else if (!rest.isNull() && (rest.isEmpty() || m_words.isTitleWord(rest)))
                    found = free(titlePath(field, *referred));
                if (!found.isEmpty())
                    return found;
            }
        }
        return {};
    }

    /// "ContactPhone" in a file of companies.
    QList<ColumnTarget> ofChild(const QString &head)
    {
        for (const Related &related : m_children) {
            const Entity &child = *related.entity;
            if (!m_actor.policy.may(child, Verb::Create) || !child.field(related.field)->isRequired())
                continue;
            for (const QString &word : m_words.entityWords(child)) {
                const QString rest = restOf(head, word);
                if (rest.isNull())
                    continue;
                const QString prefix = child.key() + u'.';
                if (m_words.isIdWord(rest))
                    return importable(child.field(externalId)) ? free(prefix + externalId) : QList<ColumnTarget>();
                const bool named = rest.isEmpty() || m_words.isTitleWord(rest);
                const Field *field = named             ? titleOrPosition(child, rest)
                                     : rest.size() < 2 ? nullptr
                                                       : fieldFor(child, rest);
                if (field)
                    return targetsOf(child, *field, prefix);
            }
        }
        return {};
    }

    /// "Contact title" is what is printed on the person's card; "contact name" is the record's own title.
    const Field *titleOrPosition(const Entity &entity, const QString &word) const
    {
        const Field *field = word.isEmpty() ? nullptr : fieldFor(entity, word);
        return field ? field : entity.field(entity.titleField());
    }

    /// The field that a head means: by key or label before any synonym.
    const Field *fieldFor(const Entity &entity, const QString &head) const
    {
        for (const Field &f : entity.fieldList()) {
            if (visible(f) && m_words.isLabel(head, f))
                return &f;
        }
        for (const Field &f : entity.fieldList()) {
            if (visible(f) && (importable(&f) || f.key() == entity.titleField()) && m_words.mean(head, f))
                return &f;
        }
        return nullptr;
    }

    QList<ColumnTarget> targetsOf(const Entity &entity, const Field &field, const QString &prefix,
                                  const QString &head = {})
    {
        if (importable(&field)) {
            const Entity *referred =
                isRefKind(field.kind()) || isListKind(field.kind()) ? m_catalog.find(field.target()) : nullptr;
            const Field *outer = referred ? referred->field(externalId) : nullptr;
            // "OrderID" in another program's file is that program's id, although our field is called order_id.
            if (outer && head == ImportWords::plain(field.key()) && m_actor.policy.sees(*outer))
                return free(prefix + field.key() + u'.' + externalId);
            return free(prefix + (referred ? titlePath(field, *referred) : field.key()));
        }
        if (field.key() == entity.titleField())
            return fullName(entity, prefix);
        return {};
    }

    /// A title that the program puts together itself is filled in by its parts.
    QList<ColumnTarget> fullName(const Entity &entity, const QString &prefix)
    {
        const QStringList &names = m_words.fullNameParts();
        QList<ColumnTarget> targets;
        for (qsizetype i = 0; i < names.size(); ++i) {
            if (!importable(entity.field(names[i])) || m_used.contains(prefix + names[i]))
                return {};
            ColumnTarget target;
            target.path = prefix + names[i];
            target.reading = i == 0 ? ReadAs::FirstWord : ReadAs::OtherWords;
            targets << target;
        }
        return targets;
    }

    QString titlePath(const Field &field, const Entity &referred) const
    {
        return referred.titleField().isEmpty() ? field.key() : field.key() + u'.' + referred.titleField();
    }

    QList<ColumnTarget> free(const QString &path) const
    {
        if (m_used.contains(path))
            return {};
        ColumnTarget target;
        target.path = path;
        return {target};
    }

    bool importable(const Field *field) const
    {
        const bool number = field && field->key() == m_entity.numberField() && m_actor.policy.sees(*field);
        return number || (field && m_actor.policy.edits(*field));
    }
    bool visible(const Field &f) const { return !f.isHidden() || f.key() == m_entity.lineParentField(); }
    bool isChild(const Entity &entity) const
    {
        for (const Related &related : m_children) {
            if (related.entity == &entity && related.entity->field(related.field)->isRequired())
                return true;
        }
        return false;
    }

    const Catalog &m_catalog;
    const Entity &m_entity;
    const Actor &m_actor;
    const ImportWords &m_words;
    QList<Related> m_children;
    QSet<QString> m_used;
};
} // namespace

QList<ColumnTarget> guessMapping(const Catalog &catalog, const Entity &entity, const Actor &actor,
                                 const QStringList &headers, const QList<ColumnTarget> &given)
{
    Guess guess(catalog, entity, actor);
    QSet<QString> named;
    for (const ColumnTarget &target : given) {
        named.insert(target.header);
        guess.reserve(target.path);
    }
    QList<ColumnTarget> map = given;
    QStringList open;
    for (const QString &header : headers) {
        if (named.contains(header))
            continue;
        const QList<ColumnTarget> found = guess.targetsFor(header, headers);
        map << found;
        if (found.isEmpty())
            open << header;
    }
    for (const QString &header : std::as_const(open))
        map << guess.targetsInChildren(header);
    return map;
}

} // namespace crm
