#include "core/modules/parts.h"
#include "core/access/policy.h"
#include "core/model/money.h"
#include "core/model/starting_values.h"
#include "core/store/repository.h"
#include <QSet>
#include <algorithm>

namespace crm::modules {

QList<Field> addressFields()
{
    const Label heading = label("Address");
    return {
        text("address", label("Street and house"), 250).group(heading),
        text("city", label("City"), 120).searchable().indexed().group(heading),
        text("state", label("Region or state"), 120).group(heading),
        text("zip", label("Postal code"), 20).group(heading),
        text("country", label("Country"), 120).indexed().group(heading),
    };
}

Field currencyField()
{
    QList<Choice> codes;
    for (const QString &code : Money::knownCurrencies())
        codes.append({code, Label::literal(code)});
    return choice("currency", label("Currency"), codes).help(label("Leave it empty for the company's own currency."));
}

Field externalIdField()
{
    return text("external_id", label("External ID"), 100)
        .indexed()
        .searchable()
        .internal()
        .group(label("Additional"))
        .help(label("The identifier in the system that the record was imported from."));
}

QList<Field> dictionaryFields()
{
    return {
        text("name", label("Name", "of a thing"), 100).required().inList().searchable().unique(),
        color("color", label("Colour")).inList(),
    };
}

Field statusMeaning(const QList<Choice> &kinds)
{
    return choice("kind", label("Meaning", "of a status"), kinds)
        .required()
        .inList()
        .byDefault(kinds.first().key)
        .help(label("What the program takes the status for in reports and filters, whatever its name is."));
}

Rule ownedByCreator(const QString &field)
{
    return [field](RuleContext &c) {
        if (c.isNew() && c.after.head().ref(field) == 0 && c.actor.userId != 0)
            c.after.set(field, c.actor.userId);
    };
}

Rule firstByDefault(const QString &field, const QString &dictionary)
{
    return [field, dictionary](RuleContext &c) {
        if (c.after.head().ref(field) != 0)
            return;
        if (const Id first = c.read.firstOf(dictionary))
            c.after.set(field, first);
    };
}

Rule plainEmail(const QString &field)
{
    return [field](RuleContext &c) {
        const QString typed = c.after.head().text(field);
        const QString plain = typed.trimmed().toLower();
        if (plain != typed)
            c.after.set(field, plain);
    };
}

Rule noCycle(const QString &parentField, const Label &sentence)
{
    return [parentField, sentence](RuleContext &c) {
        const Id self = c.after.id();
        QSet<Id> seen;
        Id up = c.after.head().ref(parentField);
        while (up != 0 && !seen.contains(up)) {
            if (up == self) {
                c.refuse(parentField, sentence.text());
                return;
            }
            seen.insert(up);
            const auto above = c.read.find(c.after.entity().key(), up);
            up = above ? above->ref(parentField) : 0;
        }
    };
}

Rule primaryContactByDefault(const QString &contactField, const QString &clientField)
{
    proposedAnew(contactField);
    return [contactField, clientField](RuleContext &c) {
        const Id client = c.after.head().ref(clientField);
        if (!c.isNew() || client == 0 || c.after.head().ref(contactField) != 0)
            return;
        const auto found = c.read.find("clients", client);
        const auto contact = found ? c.read.find("contacts", found->ref("primary_contact_id")) : std::nullopt;
        const bool isTheirs = contact && !contact->deletedAt().isValid() &&
                              c.actor.policy.may(contact->entity(), Verb::Read) &&
                              (contact->ref("client_id") == client || contact->ids("other_clients").contains(client));
        if (isTheirs)
            c.after.set(contactField, contact->id());
    };
}

Rule contactOfClient(const QString &contactField, const QString &clientField)
{
    return [contactField, clientField](RuleContext &c) {
        const Id contact = c.after.head().ref(contactField);
        const Id client = clientField.isEmpty() ? c.after.id() : c.after.head().ref(clientField);
        if (contact == 0 || client == 0 ||
            !(c.changed(contactField) || (!clientField.isEmpty() && c.changed(clientField))))
            return;
        const auto found = c.read.find("contacts", contact);
        if (found && found->ref("client_id") != client && !found->ids("other_clients").contains(client)) {
            c.refuse(contactField,
                     label("This contact belongs to another client. Choose one of this client's.").text());
        }
    };
}

void changedOnlyBy(Entity &entity, const QString &person, const QStringList &fields, const Label &change,
                   const Label &remove)
{
    const auto isTheirs = [person](const RuleContext &c) {
        const Record &was = c.before ? c.before->head() : c.after.head();
        return c.actor.policy.isAdmin() || was.ref(person) == c.actor.userId;
    };
    entity.changedOnlyBy(person, fields);
    entity.beforeSave([=](RuleContext &c) {
        const bool isAdmin = c.actor.policy.isAdmin();
        if (c.isNew() && (!isAdmin || c.after.head().ref(person) == 0))
            c.after.set(person, c.actor.userId != 0 ? QVariant(c.actor.userId) : QVariant());
        else if (!c.isNew() && !isAdmin && c.changed(person))
            c.after.set(person, c.before->value(person));
        const bool touched = fields.isEmpty() ? c.after.isChanged()
                                              : std::any_of(fields.begin(), fields.end(),
                                                            [&](const QString &field) { return c.changed(field); });
        if (!c.isNew() && touched && !isTheirs(c))
            c.refuse(fields.value(0), change.text());
    });
    entity.beforeDelete([=](RuleContext &c) {
        if (!isTheirs(c))
            c.refuse({}, remove.text());
    });
}

Action statusStep(const char *key, const Label &name, const char *icon, std::function<bool(const Record &)> available,
                  const QString &to, const QList<Field> &asked)
{
    Action a;
    a.key = QString::fromLatin1(key);
    a.label = name;
    a.icon = QString::fromLatin1(icon);
    a.available = std::move(available);
    a.parameters = asked;
    a.run = [to, asked](ActionContext &context) {
        context.record.set("status", to);
        for (const Field &field : asked) {
            if (context.parameters.contains(field.key()))
                context.record.set(field.key(), context.parameters.value(field.key()));
        }
        context.repository.save(context.record);
    };
    return a;
}

QString fullName(const QString &first, const QString &last)
{
    return (first.trimmed() + u' ' + last.trimmed()).trimmed();
}

} // namespace crm::modules
