// Team members: the people who sign in. Passwords are the store's business and never part of a record.
#include "core/access/policy.h"
#include "core/model/format.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/last_admin.h"
#include "core/modules/parts.h"
#include "core/modules/role_kinds.h"
#include <QRegularExpression>

namespace crm::modules {

namespace {
const char *const personnel = "personnel"; ///< the named right for pay and papers

QList<Field> account()
{
    return {
        text("name", label("Name", "of a person"), 201)
            .inList()
            .searchable()
            .help(label("As others see it. Empty: first and last name.")),
        text("first_name", label("First name"), 100),
        text("last_name", label("Last name"), 100),
        text("login", label("Login"), 64)
            .required()
            .unique()
            .inList()
            .searchable()
            .help(label("Small Latin letters, digits, dots, hyphens and underscores.")),
        ref("role_id", label("Role"), "roles").required().inList().pickFromList().whenTargetPurged(OnDelete::Restrict),
        yesNo("active", label("May sign in")).byDefault(true).inList(),
        ref("contact_id", label("Contact of a client"), "contacts")
            .help(label("For people of a client: who they are among the contacts. They see only what belongs to the "
                        "clients of this contact, and of that what their role allows.")),
        text("job_title", label("Job title"), 120).inList().searchable(),
    };
}

QList<Field> reach()
{
    const Label heading = label("How to reach them");
    return {
        email("email", label("E-mail")).inList().searchable().group(heading),
        phone("phone", label("Phone")).searchable().group(heading),
        phone("phone2", label("Second phone")).searchable().group(heading),
        text("messenger", label("Messenger", "an account in Skype, Telegram ..."), 120).group(heading),
        memo("social_links", label("Social networks")).atMost(2000).group(heading),
        text("address", label("Address"), 250).internal().group(heading),
    };
}

QList<Field> employment()
{
    const Label heading = label("Employment");
    return {
        date("hire_date", label("Hired on")).internal().group(heading),
        money("salary", label("Salary")).between(0, std::nullopt).restricted(personnel).group(heading),
        choice("salary_term", label("Salary is paid per"),
               {{"hour", label("Hour")},
                {"day", label("Day")},
                {"week", label("Week")},
                {"month", label("Month")},
                {"year", label("Year")}})
            .restricted(personnel)
            .group(heading),
        text("tax_number", label("Tax or insurance number"), 40).restricted(personnel).group(heading),
        choice("gender", label("Gender"), {{"male", label("Male")}, {"female", label("Female")}})
            .internal()
            .group(heading),
        date("birth_date", label("Date of birth")).internal().group(heading),
        memo("note", label("Note")).internal().group(heading),
        file("photo_id", label("Photo")).group(heading),
    };
}

void nameThePerson(RuleContext &c)
{
    const auto derived = [](const Document &d) {
        return fullName(d.head().text("first_name"), d.head().text("last_name"));
    };
    const QString name = c.after.head().text("name").simplified();
    const bool followed = c.before && name == derived(*c.before);
    if (!name.isEmpty() && !followed)
        return;
    const QString next = derived(c.after);
    if (!next.isEmpty())
        c.after.set("name", next);
    else if (name.isEmpty())
        c.after.set("name", c.after.value("login"));
}

void roleForNewPeople(RuleContext &c)
{
    if (!c.isNew() || c.after.head().ref("role_id") || c.after.head().ref("contact_id"))
        return;
    const IdList roles = c.read.where("roles", "for_new_people", true, 1);
    if (!roles.isEmpty())
        c.after.set("role_id", roles.first());
}

void plainLogin(RuleContext &c)
{
    static const QRegularExpression allowed(QStringLiteral("^[a-z0-9._-]+$"));
    const QString login = c.after.head().text("login").trimmed().toLower();
    if (login != c.after.head().text("login"))
        c.after.set("login", login);
    if (!login.isEmpty() && !allowed.match(login).hasMatch()) {
        c.refuse("login",
                 label("A login is made of small Latin letters, digits, dots, hyphens and underscores, such as "
                       "anna.petrova.")
                     .text());
    }
}

/// Who may sign in, and with which rights, is decided by administrators, also about oneself.
void rightsByAdminsOnly(RuleContext &c)
{
    if (c.actor.policy.isAdmin())
        return;
    for (const char *field : {"role_id", "active", "login", "contact_id"}) {
        if (c.isNew() || c.changed(field)) {
            c.refuse(field, label("Only an administrator may change this.").text());
            return;
        }
    }
}

/// What is empty: the name of the contact, and how they are reached.
void fillFromContact(RuleContext &c)
{
    const Id id = c.after.head().ref("contact_id");
    const std::optional<Record> contact = c.isNew() && id ? c.read.find("contacts", id) : std::nullopt;
    if (!contact)
        return;
    for (const char *key : {"first_name", "last_name", "job_title", "email", "phone", "phone2", "messenger"}) {
        if (isEmptyValue(c.after.value(key)) && !isEmptyValue(contact->value(key)))
            c.after.set(key, contact->value(key));
    }
}

/// Staff are nobody's contacts; people of a client see nothing without one, and one contact is one person.
void isGuestByContact(RuleContext &c)
{
    const Record &person = c.after.head();
    if (!c.isNew() && !c.changed("contact_id") && !c.changed("role_id"))
        return;
    const Id contact = person.ref("contact_id");
    const std::optional<Record> role = c.read.find("roles", person.ref("role_id"));
    const bool isStaff = !role || isOfStaff(*role);
    if (role && contact && isStaff) {
        c.refuse(
            "role_id",
            label("This role is for staff. People of a client need one for them: with the mark “Staff” off.").text());
    } else if (role && !contact && !isStaff) {
        c.refuse("contact_id", label("This role is for people of a client: say which contact this is. They see what "
                                     "belongs to the contact's clients.")
                                   .text());
    }
    IdList others = contact ? c.read.where("users", "contact_id", contact) : IdList();
    others.removeAll(person.id());
    if (!others.isEmpty())
        c.refuse("contact_id", label("This contact signs in already, with another login.").text());
}

bool isAdmin(Reader &read, const Record &user)
{
    const auto role = read.find("roles", user.ref("role_id"));
    return user.flag("active") && role && role->flag("is_admin");
}

void keepAnAdmin(RuleContext &c)
{
    if (!c.before || !isAdmin(c.read, c.before->head()) || isAdmin(c.read, c.after.head()))
        return;
    if (!anotherAdminRemains(c.read, c.after.id(), 0))
        c.refuse(c.changed("active") ? "active" : "role_id", lastAdminSentence());
}

void keepAnAdminWhenDeleting(RuleContext &c)
{
    if (c.after.id() == c.actor.userId)
        c.refuse({}, label("You cannot delete yourself.").text());
    else if (isAdmin(c.read, c.after.head()) && !anotherAdminRemains(c.read, c.after.id(), 0))
        c.refuse({}, lastAdminSentence());
}
} // namespace

void declare_people_users(Registry &registry)
{
    Entity e("users", label("Team member"), label("Team members"));
    e.area("people").place(10).icon("users").title("name").adminOnly().notMerged();
    e.hint(label("Team members are the people who work with the program. Each signs in with a login of their own."));
    e.fields(account()).fields(reach()).fields(employment());
    e.beforeSave(fillFromContact)
        .beforeSave(nameThePerson)
        .beforeSave(roleForNewPeople)
        .beforeSave(plainLogin)
        .beforeSave(plainEmail("email"));
    e.beforeSave(rightsByAdminsOnly)
        .beforeSave(isGuestByContact)
        .beforeSave(keepAnAdmin)
        .beforeDelete(keepAnAdminWhenDeleting);
    e.view("active", label("May sign in"), "active = yes", "name");
    e.view("inactive", label("May no longer sign in"), "active = no", "name");
    e.sortedBy("name");
    alsoCalled("users", label("employees, staff, colleagues, accounts", "search words"));
    registry.add(e);
}

} // namespace crm::modules
