#include "core/model/search_words.h"
#include "core/model/beside_entity.h"
#include "core/model/registry.h"
#include <algorithm>

namespace crm {

namespace {
BesideEntity<Label> &declared()
{
    static BesideEntity<Label> all;
    return all;
}

/// By the keys of entity and action.
BesideEntity<Label> &declaredOfActions()
{
    static BesideEntity<Label> all;
    return all;
}

QString keyOf(const QString &entity, const QString &action) { return entity + u'/' + action; }

bool hasAction(const Catalog &catalog, const QString &key)
{
    const Entity *entity = catalog.find(key.section(u'/', 0, 0));
    const QList<Action> actions = entity ? entity->actions() : QList<Action>();
    return std::any_of(actions.begin(), actions.end(),
                       [&](const Action &action) { return keyOf(entity->key(), action.key) == key; });
}
} // namespace

void alsoCalled(const QString &entity, const Label &words) { declared().set(entity, words); }

void alsoCalled(const QString &entity, const QString &action, const Label &words)
{
    declaredOfActions().set(keyOf(entity, action), words);
}

QStringList searchWords(const QString &entity) { return wordsOf(declared().of(entity)); }

QStringList searchWords(const QString &entity, const QString &action)
{
    return wordsOf(declaredOfActions().of(keyOf(entity, action)));
}

QStringList wordsOf(const Label &words)
{
    QStringList found;
    for (const QString &text : {words.text(), words.source()})
        for (const QString &word : text.split(u',', Qt::SkipEmptyParts))
            if (const QString one = word.trimmed(); !one.isEmpty() && !found.contains(one))
                found.append(one);
    return found;
}

QStringList searchWordFaults(const Catalog &catalog)
{
    QStringList faults;
    for (const QString &entity : declared().all().keys())
        if (!catalog.find(entity))
            faults << QStringLiteral("%1: there is no such entity").arg(entity);
    for (const QString &key : declaredOfActions().all().keys())
        if (!hasAction(catalog, key))
            faults << QStringLiteral("%1: there is no such action").arg(key);
    return faults;
}

} // namespace crm
