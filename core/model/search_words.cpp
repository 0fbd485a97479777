#include "core/model/search_words.h"
#include "core/model/beside_entity.h"
#include "core/model/registry.h"

namespace crm {

namespace {
BesideEntity<Label> &declared()
{
    static BesideEntity<Label> all;
    return all;
}
} // namespace

void alsoCalled(const QString &entity, const Label &words) { declared().set(entity, words); }

QStringList searchWords(const QString &entity) { return wordsOf(declared().of(entity)); }

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
    return faults;
}

} // namespace crm
