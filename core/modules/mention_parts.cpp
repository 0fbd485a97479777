#include "core/modules/mention_parts.h"
#include "core/access/policy.h"
#include "core/model/mentions.h"
#include "core/model/record.h"
#include "core/model/registry.h"
#include <QSet>
#include <algorithm>
#include <functional>

namespace crm::modules {

namespace {
constexpr int mostLogins = 50; ///< looked up in one text, each with a question; further ones stay what was typed

/// The links for the logins that are somebody's who may sign in.
QHash<QString, QString> linksFor(const QList<TypedLogin> &typed, Reader &read)
{
    QHash<Id, QString> logins;
    QSet<QString> asked;
    for (const TypedLogin &one : typed) {
        if (one.isQuoted || asked.contains(one.login) || asked.size() >= mostLogins)
            continue;
        asked << one.login;
        const IdList found = read.where("users", "login", one.login, 2);
        if (found.size() == 1)
            logins.insert(found.first(), one.login);
    }
    QHash<QString, QString> links;
    const QList<Record> people =
        logins.isEmpty() ? QList<Record>() : read.rows("users", {{"id", logins.keys()}}, int(logins.size()));
    for (const Record &person : people) {
        if (person.flag("active"))
            links.insert(logins.value(person.id()), mentionLink(person.text("name"), person.id()));
    }
    return links;
}

/// What would no longer fit stays as it was typed; of each person the first one comes first.
QString withLinks(QString text, Reader &read, int size)
{
    const QList<TypedLogin> typed = typedLoginsIn(text);
    const QHash<QString, QString> links = linksFor(typed, read);
    QSet<QString> seen;
    QList<qsizetype> firsts, others, chosen;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const TypedLogin &one = typed.at(i);
        if (one.isQuoted || !links.contains(one.login))
            continue;
        (seen.contains(one.login) ? others : firsts) << i;
        seen << one.login;
    }
    qsizetype room = size - text.size();
    for (const qsizetype i : firsts + others) {
        const qsizetype more = links.value(typed.at(i).login).size() - typed.at(i).size;
        if (more > room)
            continue;
        room -= more;
        chosen << i;
    }
    std::sort(chosen.begin(), chosen.end(), std::greater<>());
    for (const qsizetype i : std::as_const(chosen))
        text.replace(typed.at(i).at, typed.at(i).size, links.value(typed.at(i).login));
    return text;
}

/// In the order of the text, each once; those who are in the trash are called no more.
IdList calledIn(const QString &text, Reader &read)
{
    IdList named;
    QSet<Id> seen;
    const QList<Mention> mentions = mentionsIn(text);
    for (const Mention &m : mentions) {
        if (!m.isQuoted && !seen.contains(m.person)) {
            seen << m.person;
            named << m.person;
        }
    }
    if (named.isEmpty())
        return {};
    QSet<Id> living;
    const QList<Record> people = read.rows("users", {{"id", named}}, int(named.size()));
    for (const Record &person : people)
        living << person.id();
    named.removeIf([&](Id id) { return !living.contains(id); });
    return named;
}
} // namespace

void callsPeople(Entity &entity, const QString &textField, const QString &peopleField, const Registry &registry)
{
    mentionsPeople(entity.key(), {textField, peopleField});
    entity.beforeSave([textField, peopleField, &registry](RuleContext &c) {
        if (!c.isNew() && !c.changed(textField))
            return;
        // Rules look beyond the person's rights: who sees no people, such as most guests, learns no names here either.
        const Entity *people = registry.find("users");
        if (!people || !c.actor.policy.may(*people, Verb::Read)) {
            c.after.set(peopleField, QVariant::fromValue(IdList()));
            return;
        }
        const QString written = c.after.head().text(textField);
        const QString text = withLinks(written, c.read, c.after.entity().field(textField)->size());
        if (text != written)
            c.after.set(textField, text);
        c.after.set(peopleField, QVariant::fromValue(calledIn(text, c.read)));
    });
}

} // namespace crm::modules
