// Contacts: the people at a client.
#include "core/model/division.h"
#include "core/model/format.h"
#include "core/model/record_formats.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/activity_parts.h"
#include "core/modules/parts.h"
#include "core/store/repository.h"
#include <QRegularExpression>

namespace crm::modules {

namespace {
QList<Field> identity()
{
    return {
        text("first_name", label("First name"), 100),
        text("last_name", label("Last name"), 100),
        text("name", label("Full name"), 201).computed().inList().searchable(),
        ref("client_id", label("Client"), "clients").required().inList().whenTargetPurged(OnDelete::Restrict),
        refList("other_clients", label("Also works for"), "clients")
            .help(label("One person may speak for several clients; the first one decides who sees the contact.")),
        text("job_title", label("Job title"), 120).inList().searchable(),
    };
}

QList<Field> reach()
{
    const Label heading = label("How to reach them");
    return {
        email("email", label("E-mail")).inList().searchable().group(heading),
        phone("phone", label("Phone")).inList().searchable().group(heading),
        phone("phone2", label("Second phone")).searchable().group(heading),
        text("messenger", label("Messenger", "an account in Skype, Telegram ..."), 120).searchable().group(heading),
        memo("social_links", label("Social networks")).atMost(2000).group(heading),
    };
}

QList<Field> additional()
{
    const Label heading = label("Additional");
    return {
        choice("gender", label("Gender"), {{"male", label("Male")}, {"female", label("Female")}}).group(heading),
        date("birth_date", label("Date of birth")).group(heading),
        labels("labels", label("Labels")).group(heading),
        memo("note", label("Note")).searchable().internal().group(heading),
        file("photo_id", label("Photo")).group(heading),
        externalIdField(),
    };
}

/// "Maria Anders" from a file that has one column for both is taken apart at its first space.
void nameTheContact(RuleContext &c)
{
    Document &d = c.after;
    const QString whole = d.head().text("name").simplified();
    if (c.isNew() && d.head().text("first_name").isEmpty() && d.head().text("last_name").isEmpty() &&
        !whole.isEmpty()) {
        d.set("first_name", whole.section(u' ', 0, 0));
        d.set("last_name", whole.section(u' ', 1));
    }
    d.set("name", fullName(d.head().text("first_name"), d.head().text("last_name")));
    if (d.head().text("name").isEmpty())
        c.refuse("first_name", label("Give a first or a last name.").text());
}

void mainClientOnce(RuleContext &c)
{
    IdList others = c.after.head().ids("other_clients");
    if (others.removeAll(c.after.head().ref("client_id")) > 0)
        c.after.set("other_clients", QVariant::fromValue(others));
}

Action makePrimary()
{
    Action a;
    a.key = "make_primary";
    a.label = label("Make the primary contact");
    a.icon = "star";
    a.available = [](const Record &contact) { return contact.ref("client_id") != 0; };
    a.run = [](ActionContext &c) {
        Document client = c.repository.load("clients", c.record.head().ref("client_id"));
        client.set("primary_contact_id", c.record.id());
        c.repository.save(client);
        c.result = {"clients", client.id()};
    };
    return a;
}

/// The role that the settings of the office give to such a contact; 0: none.
Id roleOf(ActionContext &c)
{
    const Id settings = c.read.firstOf("office_settings");
    const std::optional<Record> office = settings ? c.read.find("office_settings", settings) : std::nullopt;
    const std::optional<Record> client = c.read.find("clients", c.record.head().ref("client_id"));
    const bool isPrimary = client && client->ref("primary_contact_id") == c.record.id();
    return office ? office->ref(isPrimary ? "primary_contact_role_id" : "contact_role_id") : 0;
}

void letContactSignIn(ActionContext &c)
{
    QString login = c.parameters.value("login").toString();
    if (login.isEmpty())
        login = c.record.head()
                    .text("email")
                    .section(u'@', 0, 0)
                    .toLower()
                    .replace(QRegularExpression("[^a-z0-9._-]"), "_");
    const Id asked = c.parameters.value("role_id").toLongLong(), role = asked ? asked : roleOf(c);
    if (login.isEmpty())
        throw Error::validation({{"login", label("This contact has no e-mail: write a login.").text(), {}}});
    if (!role)
        throw Error::validation(
            {{"role_id", label("Say which role. The settings of the office can name one for contacts.").text(), {}}});
    Document person{Record(c.repository.catalog()->at("users"), newId())};
    person.set("contact_id", c.record.id());
    person.set("login", login);
    person.set("role_id", role);
    c.repository.save(person);
    c.result = {"users", person.id()};
}

/// Makes the person who signs in; the rules of people take the name and the rest from the contact. A password is given
/// under Settings, as to everybody.
Action letSignIn()
{
    Action a;
    a.key = "let_sign_in";
    a.label = label("Let them sign in");
    a.icon = "key";
    a.creates = "users";
    a.parameters = {
        text("login", label("Login"), 64)
            .help(
                label("Small Latin letters, digits, dots, hyphens and underscores. Empty: what stands before the @ of "
                      "the e-mail.")),
        ref("role_id", label("Role"), "roles")
            .pickFromList()
            .help(
                label("What they may see and do with what is their client's. Empty: as the settings of the office say "
                      "for contacts."))};
    a.run = letContactSignIn;
    return a;
}
} // namespace

void declare_sales_contacts(Registry &registry)
{
    Entity e("contacts", label("Contact"), label("Contacts"));
    e.area("sales").place(30).icon("contacts").title("name").scopedBy("client_id");
    e.hint(label("Contacts are the people you talk to at your clients."));
    e.fields(identity()).fields(reach()).fields(additional());
    e.attachments({"activities", "tasks", "notes", "reminders", "comments", "files"});
    e.duplicates("email", label("Same e-mail"), {"email"}).duplicates("phone", label("Same phone"), {"phone"});
    e.duplicates("name", label("Same name at one client"), {"name", "client_id"});
    e.beforeSave(nameTheContact).beforeSave(mainClientOnce).beforeSave(plainEmail("email"));
    e.view("mine", label("Of my clients"), "client_id.owner_id = me", "name");
    e.view("without_email", label("Without an e-mail"), "email is empty", "name");
    e.sortedBy("name").action(makePrimary()).action(logActivity()).action(letSignIn());
    guestsOf("users", {"contact_id", "contacts", {"client_id", "other_clients"}});
    leavesAsCard("contacts", {{"FN", "name"},
                              {"N.family", "last_name"},
                              {"N.given", "first_name"},
                              {"ORG", "client_id.name"},
                              {"TITLE", "job_title"},
                              {"TEL", "phone"},
                              {"TEL", "phone2"},
                              {"EMAIL", "email"},
                              {"GENDER", "gender", {{"male", "M"}, {"female", "F"}}},
                              {"BDAY", "birth_date"},
                              {"CATEGORIES", "labels"},
                              {"NOTE", "note"}});
    alsoCalled("contacts", label("people, persons, address book, phone book", "search words"));
    registry.add(e);
}

} // namespace crm::modules
