// Roles: what a person may do, as data.
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/last_admin.h"
#include "core/modules/role_kinds.h"
#include <QSet>

namespace crm::modules {

namespace {
void keepAnAdmin(RuleContext &c)
{
    const Record &role = c.after.head();
    if (role.flag("is_admin") && !role.flag("is_staff"))
        c.refuse("is_staff",
                 label("Administrators are staff: a client's contact cannot administer the program.").text());
    if (c.before && c.before->head().flag("is_admin") && !role.flag("is_admin") &&
        !anotherAdminRemains(c.read, 0, role.id()))
        c.refuse("is_admin", lastAdminSentence());
}

/// Administrators see everything: a limit beside that would only seem to be one.
void limitsNoAdmin(RuleContext &c)
{
    const Record &role = c.after.head();
    if (role.flag("is_limited") && role.flag("is_admin"))
        c.refuse("is_limited",
                 label("Administrators see everything: they cannot be limited to groups of clients.").text());
    else if (!role.flag("is_limited") && !role.ids("limited_to").isEmpty())
        c.refuse("limited_to", label("Say that the role sees only clients of certain groups, or name none.").text());
}

/// Staff and people of clients have nothing in common that a role could say of both.
void staysOneKind(RuleContext &c)
{
    const Record &role = c.after.head();
    if (role.flag("is_limited") && !role.flag("is_staff"))
        c.refuse("is_limited",
                 label("People of a client see only what is their client's anyway: limits are for staff.").text());
    if (role.flag("for_new_people") && !role.flag("is_staff"))
        c.refuse("for_new_people",
                 label("New people are staff. Which roles contacts get stands in the settings of the office.").text());
    const qsizetype holders = c.before && isOfStaff(c.before->head()) != isOfStaff(role)
                                  ? c.read.where("users", "role_id", role.id()).size()
                                  : 0;
    if (holders > 0)
        c.refuse("is_staff", QCoreApplication::translate("crm::modules",
                                                         "%n person(s) have this role. Staff and people of a client "
                                                         "cannot share one: give them another first.",
                                                         nullptr, int(holders)));
}

void oneForNewPeople(RuleContext &c)
{
    if (!c.after.head().flag("for_new_people"))
        return;
    const IdList others = c.read.where("roles", "for_new_people", true);
    for (const Id id : others) {
        const auto other = id == c.after.id() ? std::nullopt : c.read.find("roles", id);
        if (other)
            c.refuse("for_new_people",
                     QCoreApplication::translate("crm::modules", "New people are given the role “%1” already. Take "
                                                                 "that away there first.")
                         .arg(other->text("name")));
    }
}

void oneLineOfAKind(RuleContext &c)
{
    QSet<QString> seen;
    const QList<Record> lines = c.after.lines("role_rights");
    for (int i = 0; i < lines.size(); ++i) {
        const QString entity = lines[i].text("entity");
        if (seen.contains(entity)) {
            c.faults.append({"entity", label("There is a line for these records already.").text(),
                             QStringLiteral("role_rights/%1").arg(i + 1)});
        }
        seen.insert(entity);
    }
}

void nobodyHoldsIt(RuleContext &c)
{
    const auto holders = c.read.where("users", "role_id", c.after.id());
    if (!holders.isEmpty()) {
        c.refuse({}, QCoreApplication::translate("crm::modules",
                                                 "%n person(s) have this role. Give them another one first.", nullptr,
                                                 int(holders.size())));
    }
}
} // namespace

void declare_people_roles(Registry &registry)
{
    Entity e("roles", label("Role"), label("Roles"));
    e.area("settings").place(15).icon("roles").title("name").adminOnly().notMerged().lines("role_rights", "role_id");
    e.hint(label("A role says what a person may see and do: with their own records, with the team's, or with all."));
    e.fields({
        text("name", label("Name", "of a thing"), 100).required().unique().inList().searchable(),
        yesNo("is_admin", label("Administrators"))
            .inList()
            .help(label("They may do everything, whatever stands below.")),
        yesNo("is_staff", label("Staff"))
            .inList()
            .byDefault(true)
            .help(
                label("No: people of a client. Each is tied to a contact and sees only what belongs to the clients of "
                      "that contact, never internal fields, drafts or what belongs to no client.")),
        yesNo("for_new_people", label("New people get it"))
            .help(label("The form of a new person begins with this role.")),
        text("named_rights", label("Special rights"), 1000)
            .help(
                label("Separated by commas. “personnel”: sees and changes salaries and tax numbers. “merge”: makes one "
                      "record of several.")),
        text("description", label("Description"), 250).inList(),
        yesNo("is_limited", label("Only clients of certain groups"))
            .inList()
            .help(label("People of this role then see and change only clients of the groups that are named, and what "
                        "belongs to such clients: contacts, documents, projects, tasks, notes, files. It narrows what "
                        "the rights allow and widens nothing. What belongs to no client is not limited.")),
        refList("limited_to", label("Groups of clients"), "client_groups")
            .pickFromList()
            .help(label("A client that is in several groups is seen if one of them is named here. A client without a "
                        "group is not seen, and without any group here no client is.")),
    });
    e.beforeSave(keepAnAdmin)
        .beforeSave(limitsNoAdmin)
        .beforeSave(staysOneKind)
        .beforeSave(oneForNewPeople)
        .beforeSave(oneLineOfAKind)
        .beforeDelete(nobodyHoldsIt);
    e.sortedBy("name");
    alsoCalled("roles", label("rights, permissions, access", "search words"));
    registry.add(e);
}

} // namespace crm::modules
