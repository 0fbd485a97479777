#include "app/cli/records.h"
#include <QJsonArray>

namespace crm::cli {

namespace {
const QString roles = QStringLiteral("roles"); // the store itself knows these entities: rights are kept in them
const QString rights = QStringLiteral("role_rights");

QString fieldOf(Verb verb) { return QStringLiteral("can_") + verbName(verb); }

const QString limitedField = QStringLiteral("is_limited"), groupsField = QStringLiteral("limited_to");

/// The names of the groups of clients that the role is limited to.
QStringList groupsOf(Call &call, const Document &role)
{
    QStringList names;
    const QString target = role.entity().field(groupsField)->target();
    const IdList ids = role.head().ids(groupsField);
    for (const Document &group : call.repository().loadMany(target, ids))
        names << group.head().title();
    return names;
}

QList<Verb> verbs() { return {Verb::Read, Verb::Create, Verb::Update, Verb::Delete, Verb::Export}; }

int listRoles(Call &call)
{
    Query query(roles);
    query.columns = {QStringLiteral("name"), QStringLiteral("is_admin"), QStringLiteral("is_staff"),
                     QStringLiteral("named_rights"), limitedField};
    QJsonArray json;
    QList<QStringList> rows;
    forEachRow(call.repository(), query, [&](const Row &row) {
        const bool admin = row.values[1].toBool(), staff = row.values[2].toBool();
        json << QJsonObject{{"id", QString::number(row.id)},
                            {"name", row.values[0].toString()},
                            {"is_admin", admin},
                            {"is_staff", staff},
                            {"named_rights", row.values[3].toString()},
                            {"is_limited", row.values[4].toBool()}};
        rows << QStringList{row.values[0].toString(), admin ? Tr::tr("yes") : Tr::tr("no"),
                            staff ? Tr::tr("yes") : Tr::tr("no"), row.values[3].toString(),
                            row.values[4].toBool() ? Tr::tr("yes") : Tr::tr("no")};
    });
    if (call.json())
        call.out.json({{"roles", json}});
    else
        call.out.table({Tr::tr("Role"), Tr::tr("Administrator"), Tr::tr("Staff"), Tr::tr("Special rights"),
                        Tr::tr("Limited to groups of clients")},
                       rows);
    return Ok;
}

Document loadRole(Call &call)
{
    return call.repository().load(roles, findRecord(call, call.entity(roles), call.arguments[1]));
}

int showRole(Call &call, const Document &role)
{
    QJsonArray json;
    QList<QStringList> rows;
    QStringList heads = {Tr::tr("Records")};
    for (Verb verb : verbs())
        heads << verbName(verb);
    const QList<Record> lines = role.lines(rights);
    for (const Record &line : lines) {
        QJsonObject object{{"entity", line.text(QStringLiteral("entity"))}};
        QStringList row = {line.text(QStringLiteral("entity"))};
        for (Verb verb : verbs()) {
            object.insert(verbName(verb), line.text(fieldOf(verb)));
            row << line.text(fieldOf(verb));
        }
        json << object;
        rows << row;
    }
    const bool isLimited = role.head().flag(limitedField);
    const QStringList groups = groupsOf(call, role);
    if (call.json()) {
        call.out.json({{"id", QString::number(role.id())},
                       {"name", role.head().title()},
                       {"is_admin", role.head().flag(QStringLiteral("is_admin"))},
                       {"is_staff", role.head().flag(QStringLiteral("is_staff"))},
                       {"named_rights", role.head().text(QStringLiteral("named_rights"))},
                       {"is_limited", isLimited},
                       {"limited_to", QJsonArray::fromStringList(groups)},
                       {"rights", json}});
        return Ok;
    }
    call.out.line(role.head().title());
    if (role.head().flag(QStringLiteral("is_admin")))
        call.out.line(Tr::tr("Administrators may do everything."));
    if (isLimited)
        call.out.line(groups.isEmpty()
                          ? Tr::tr("Limited to clients of certain groups, but none is named: no client is seen.")
                          : Tr::tr("Only clients of these groups, and what belongs to them: %1.")
                                .arg(groups.join(QStringLiteral(", "))));
    call.out.table(heads, rows);
    return Ok;
}

/// role limit ROLE GROUP...; role limit ROLE none
int limitRole(Call &call)
{
    Document role = loadRole(call);
    IdList groups;
    const QStringList words = call.arguments.mid(2);
    const bool none = words == QStringList{QStringLiteral("none")};
    const Entity &target = call.entity(role.entity().field(groupsField)->target());
    for (const QString &word : none ? QStringList() : words)
        groups << findRecord(call, target, word);
    role.set(limitedField, !none);
    role.set(groupsField, QVariant::fromValue(groups));
    return showRole(call, call.repository().save(role, SaveKey::fresh()).document);
}

int setRole(Call &call)
{
    if (call.arguments.size() < 4)
        throw UsageError{Tr::tr("Write role set ROLE ENTITY read=all update=own ...")};
    Document role = loadRole(call);
    const QString entity = call.entity(call.arguments[2]).key();
    QList<Record> &lines = role.lines(rights);
    auto line = std::find_if(lines.begin(), lines.end(),
                             [&](const Record &r) { return r.text(QStringLiteral("entity")) == entity; });
    if (line == lines.end()) {
        lines.append(Record(call.entity(rights), newId()));
        line = std::prev(lines.end());
        line->set(QStringLiteral("entity"), entity);
    }
    for (const QString &word : call.arguments.mid(3)) {
        const auto verb = verbByName(word.section(u'=', 0, 0));
        const auto level = levelByName(word.section(u'=', 1));
        if (!verb || !level)
            throw UsageError{
                Tr::tr("“%1”: write read, create, update, delete or export, = and none, own, team or all.").arg(word)};
        line->set(fieldOf(*verb), levelName(*level));
    }
    return showRole(call, call.repository().save(role, SaveKey::fresh()).document);
}

int role(Call &call)
{
    const QString what = call.arguments[0];
    if (what == u"list" && call.arguments.size() == 1)
        return listRoles(call);
    if (what == u"show" && call.arguments.size() == 2)
        return showRole(call, loadRole(call));
    if (what == u"set" && call.arguments.size() >= 2)
        return setRole(call);
    if (what == u"limit" && call.arguments.size() >= 3)
        return limitRole(call);
    throw UsageError{
        Tr::tr("Write role list, role show ROLE, role set ROLE ENTITY read=all update=own ... or role limit "
               "ROLE GROUP... (none: no limit)")};
}
} // namespace

Command roleCommand()
{
    return {.name = "role",
            .summary = Tr::tr("Shows and changes what roles may do"),
            .arguments = Tr::tr("list | show ROLE | set ROLE ENTITY VERB=LEVEL... | limit ROLE GROUP...|none"),
            .examples = {"role show \"Staff (own records)\"",
                         "role set \"Staff (own records)\" clients read=team export=none",
                         "role limit \"Manager (all records)\" Wholesale"},
            .least = 1,
            .most = -1,
            .run = role};
}

} // namespace crm::cli
