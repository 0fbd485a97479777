// The people of the attacked office, their roles, teams and custom fields; and what is stored beside the records.
#include "core/access/within_groups.h"
#include "core/store/page.h"
#include "core/store/schema.h"
#include "tests/access/attack_plan.h"
#include "tests/access/attack_raw.h"
#include <QCryptographicHash>

namespace crm::test {

struct OfficePlan::Shape
{
    QByteArray name;
    bool admin = false, staff = true;
    QByteArray rights;
    QList<QPair<QByteArray, Levels>> levels; ///< by entity; "*": all others
    bool limited = false;                    ///< to the first group of clients
    std::optional<Group> guestAmong = {};    ///< a guest of a client of this group
};

namespace {
constexpr Level none = Level::None, own = Level::Own, team = Level::Team, all = Level::All;
constexpr Levels everything{all, all, all, all, all}, nothing{none, none, none, none, none},
    onlyReads{all, none, none, none, none}, ones{own, own, own, own, own}, teams{team, own, team, own, none},
    readsOwn{own, none, none, none, none}, looksAndChanges{own, none, own, none, none};

constexpr const char *verbColumns[] = {"can_read", "can_create", "can_update", "can_delete", "can_export"};
const QByteArray secretRights = "personnel", merging = "merge";
} // namespace

Id OfficePlan::makeRole(const Shape &shape, Policy &policy)
{
    policy.setAdmin(shape.admin);
    policy.setStaff(shape.staff);
    const QList<QByteArray> rights = shape.rights.split(',');
    for (const QByteArray &right : rights) {
        if (!right.isEmpty())
            policy.grant(QString::fromUtf8(right));
    }
    PlannedRow &role = structural("roles");
    const Id id = role.id;
    role.columns = {{"name", literal(shape.name)},
                    {"is_admin", shape.admin ? "1" : "0"},
                    {"is_staff", shape.staff ? "1" : "0"},
                    {"is_limited", shape.limited ? "1" : "0"},
                    {"named_rights", shape.rights.isEmpty() ? "NULL" : literal(shape.rights)}};
    for (const auto &[entity, asked] : shape.levels) {
        const Levels levels = asked, granted = shape.limited ? limitedToGroups(asked) : asked;
        PlannedRow &line = structural("role_rights");
        line.parent = id;
        line.columns = {{"role_id", QByteArray::number(id)}, {"entity", literal(entity)}, {"position", "1"}};
        for (int verb = 0; verb < verbCount; ++verb)
            line.columns.insert(verbColumns[verb], literal(levelName(levels[size_t(verb)]).toLatin1()));
        if (entity == "*")
            policy.setDefault(granted);
        else
            policy.setLevels(QString::fromUtf8(entity), granted);
    }
    m_roles.insert(shape.name, {id, policy});
    return id;
}

void OfficePlan::makePerson(const QByteArray &login, const Shape &shape, bool attacks)
{
    if (!m_roles.contains(shape.name)) {
        Policy policy;
        makeRole(shape, policy);
    }
    PlannedPerson p;
    p.login = login;
    p.role = shape.name;
    p.roleId = m_roles.value(shape.name).first;
    p.attacks = attacks;
    p.limited = shape.limited;
    p.guestAmong = shape.guestAmong;
    PlannedRow &row = structural("users");
    p.id = row.id;
    row.columns = {{"login", literal(login)},
                   {"login__f", literal(login)},
                   {"name", literal("Person " + login)},
                   {"name__f", literal("person " + login)},
                   {"role_id", QByteArray::number(p.roleId)},
                   {"active", "1"}};
    p.actor.userId = p.id;
    p.actor.login = p.actor.name = QString::fromUtf8(login);
    p.actor.roleId = p.roleId;
    p.actor.policy = m_roles.value(shape.name).second;
    m_people << p;
}

void OfficePlan::makePeople(const QByteArray &prefix)
{
    const Shape admin{"admin " + prefix, true, true, {}, {}};
    const Shape manager{"manager", false, true, merging, {{"*", everything}}};
    const Shape staff{"staff", false, true, {}, {{"*", ones}}};
    const Shape teamStaff{"team", false, true, merging, {{"*", teams}}};
    const Shape reader{"reader", false, true, {}, {{"*", onlyReads}}};
    const Shape contact{"contact",
                        false,
                        false,
                        {},
                        {{"clients", looksAndChanges},
                         {"contacts", readsOwn},
                         {"orders", readsOwn},
                         {"gear", looksAndChanges},
                         {"gear_parts", ones},
                         {"comments", ones}},
                        false,
                        Group::Contacts};
    const Shape guest{"guest", false, false, {}, {{"*", everything}}, false, Group::Shared};
    const Shape personnel{"personnel", false, true, secretRights, {{"*", ones}, {"users", onlyReads}}};
    const Shape mixed{"mixed",
                      false,
                      true,
                      {},
                      {{"clients", everything},
                       {"comments", ones},
                       {"files", everything},
                       {"orders", teams},
                       {"tasks", onlyReads},
                       {"gear", Levels{team, none, own, none, none}},
                       {"*", nothing}}};
    const Shape idle{"idle", false, true, {}, {}};
    const Shape limited{"limited", false, true, merging, {{"*", everything}}, true};
    const Shape limitedTeam{"limited team", false, true, {}, {{"*", teams}}, true};
    const struct
    {
        const char *login;
        const Shape &shape;
        bool attacks;
    } people[] = {{"admin", admin, true},      {"max", manager, true},  {"anna", staff, true},
                  {"tom", staff, false},       {"boris", staff, false}, {"bella", staff, false},
                  {"vera", teamStaff, true},   {"mira", staff, true},   {"rita", reader, true},
                  {"kira", contact, true},     {"dan", manager, true},  {"hanna", personnel, true},
                  {"mixa", mixed, true},       {"nil", idle, true},     {"lisa", limited, true},
                  {"tina", limitedTeam, true}, {"gast", guest, true}};
    for (const auto &p : people)
        makePerson(prefix + '_' + p.login, p.shape, p.attacks);
    makeTeam("team of anna",
             {person("anna").id, person("tom").id, person("vera").id, person("mixa").id, person("tina").id});
    makeTeam("team of boris", {person("boris").id, person("bella").id});
    for (PlannedPerson &p : m_people) {
        if (p.login.endsWith("_dan"))
            p.active = false;
    }
    for (PlannedRow &row : m_rows) {
        if (row.id == person("dan").id)
            row.columns.insert("active", "0");
    }
}

void OfficePlan::makeTeam(const QByteArray &name, const IdList &members)
{
    PlannedRow &row = structural("teams");
    row.columns.insert("name", literal(name));
    row.links.insert("members", members);
    for (PlannedPerson &p : m_people) {
        if (members.contains(p.id))
            p.actor.teams << row.id;
    }
}

void OfficePlan::makeCustomFields()
{
    const QStringList entities = {"clients", "contacts", "orders", "tasks", "notes", "files", "gear", "users"};
    const struct
    {
        const char *key, *fieldClass, *right;
    } fields[] = {{"cf_open", "all", ""},
                  {"cf_inner", "internal", ""},
                  {"cf_pay", "restricted", "personnel"},
                  {"cf_other", "restricted", "another_right"}};
    QHash<QString, QList<Field>> custom;
    for (const QString &entity : entities) {
        for (const auto &f : fields) {
            Field field =
                Field(Kind::Text, QLatin1String(f.key), Label::literal(QLatin1String(f.key))).custom().atMost(1000);
            if (QByteArray(f.fieldClass) == "internal")
                field = field.internal();
            else if (*f.right)
                field = field.restricted(QLatin1String(f.right));
            custom[entity] << field;
        }
    }
    m_catalog = std::make_unique<Catalog>(*m_registry, custom);
    for (const QString &entity : entities) {
        for (const auto &f : fields) {
            PlannedRow &row = structural("custom_fields");
            row.columns = {{"label", literal(f.key)},
                           {"entity", literal(entity.toUtf8())},
                           {"key", literal(f.key)},
                           {"kind", "'text'"},
                           {"choices", "NULL"},
                           {"target", "NULL"},
                           {"default", "NULL"},
                           {"required", "0"},
                           {"in_list", "0"},
                           {"fast", QByteArray(f.key) == "cf_open" ? "1" : "0"},
                           {"position", "1"},
                           {"class", literal(f.fieldClass)},
                           {"right", *f.right ? literal(f.right) : "NULL"}};
        }
    }
}

void OfficePlan::makeReach()
{
    for (PlannedPerson &p : m_people) {
        p.own << p.id;
        for (const PlannedPerson &mate : std::as_const(m_people)) {
            for (const Id t : mate.actor.teams) {
                if (p.actor.teams.contains(t))
                    p.team << mate.id;
            }
        }
    }
    for (const PlannedRow &row : std::as_const(m_rows)) {
        if (row.scope != row.id)
            continue;
        const IdList listed = row.links.value(row.entity->scope().members.toUtf8()) + IdList{ownerOf(row.group)};
        for (PlannedPerson &p : m_people) {
            if (listed.contains(p.id))
                p.own << row.id;
            for (const Id member : listed) {
                if (p.team.contains(member))
                    p.team << row.id;
            }
        }
    }
}

// --- beside the records

void OfficePlan::addHistory()
{
    int number = 0;
    const auto add = [&](const PlannedRow &row, int index, Id record, int op, Id scopeBefore) {
        const auto old = [&](FieldClass c) {
            const QByteArray key = c == FieldClass::All        ? "was_open"
                                   : c == FieldClass::Internal ? "was_inner"
                                                               : "was_pay";
            const Field field = c == FieldClass::All        ? Field()
                                : c == FieldClass::Internal ? Field().internal()
                                                            : Field().restricted("personnel");
            const QByteArray text = Secrets::text(secret("changes", key, row, index, &field));
            return '"' + key + "\":{\"o\":\"" + text + "\",\"n\":\"" + text + "\"}";
        };
        const Entity &decider = *row.entity;
        ++number;
        m_more << PlannedInsert{
            "changes",
            {{"n", QByteArray::number(number)},
             {"tx", QByteArray::number(number)},
             {"at", QByteArray::number(1'790'000'000'000 + number)},
             {"user_id", QByteArray::number(ownerOf(row.group))},
             {"user_name", "'Somebody'"},
             {"entity", literal(decider.key().toUtf8())},
             {"decider", literal(decider.key().toUtf8())},
             {"parent", literal(row.parentEntity)},
             {"record_id", QByteArray::number(record)},
             {"op", QByteArray::number(op)},
             {"version", "1"},
             {"scope_before", QByteArray::number(scopeBefore)},
             {"scope_after", QByteArray::number(row.scope)},
             {"fields", literal('{' + old(FieldClass::All) + '}')},
             {"fields_internal", literal('{' + old(FieldClass::Internal) + '}')},
             {"fields_restricted", literal("{\"personnel\":{" + old(FieldClass::Restricted) + "}}")},
             {"batch_id", QByteArray::number(9000 + number)}}};
    };
    QSet<QString> moved;
    for (int i = 0; i < m_rows.size(); ++i) {
        const PlannedRow &row = m_rows[i];
        if (row.entity->isLine())
            continue;
        add(row, i, row.id, int(ChangeOp::Update), row.scope);
        if (row.group != Group::Strangers || moved.contains(row.entity->key()) || row.scope == 0)
            continue;
        moved << row.entity->key(); // Anna lost this one; and one that was purged is nowhere but in the log
        add(row, i, row.id, int(ChangeOp::Update), person("anna").id);
        add(row, i, m_nextId++, int(ChangeOp::Purge), row.scope);
    }
    m_more << PlannedInsert{"feed_head",
                            {{"id", "1"},
                             {"head", QByteArray::number(number)},
                             {"access_version", "1"},
                             {"schema_version", QByteArray::number(schemaVersion)}}};
}

void OfficePlan::addSearch()
{
    for (int i = 0; i < m_rows.size(); ++i) {
        const PlannedRow &row = m_rows[i];
        const auto searchable = [&](FieldClass c) {
            const auto &fields = row.entity->fieldList();
            return std::any_of(fields.begin(), fields.end(),
                               [&](const Field &f) { return f.isSearchable() && f.fieldClass() == c; });
        };
        const QByteArray table = row.entity->key().toUtf8() + "__search";
        if (row.entity->isLine() || !(searchable(FieldClass::All) || searchable(FieldClass::Internal)))
            continue;
        const Field open, inner = Field().internal();
        PlannedInsert insert{table, {{"id", QByteArray::number(row.id)}}};
        for (const char *column : {"text_all", "words_all"})
            insert.columns.insert(column, literal(Secrets::text(secret(table, column, row, i, &open)) + " common"));
        for (const char *column : {"text_internal", "words_internal"})
            insert.columns.insert(column, literal(Secrets::text(secret(table, column, row, i, &inner)) + " inward"));
        m_more << insert;
    }
}

void OfficePlan::addStoreSecrets()
{
    for (const PlannedRow &row : std::as_const(m_rows)) {
        if (row.content.isEmpty())
            continue;
        const QByteArray hash = "X'" + QCryptographicHash::hash(row.content, QCryptographicHash::Sha256).toHex() + '\'';
        m_more << PlannedInsert{"blobs",
                                {{"hash", hash}, {"size", QByteArray::number(row.content.size())}, {"complete", "1"}}};
        m_more << PlannedInsert{"blob_chunks", {{"hash", hash}, {"number", "0"}, {"content", literal(row.content)}}};
    }
    const QByteArray boris = QByteArray::number(person("boris").id);
    m_more << PlannedInsert{
        "done_keys",
        {{"key_bytes", "X'000102030405060708090a0b0c0d0e0f'"},
         {"at", "1790000000000"},
         {"user_id", boris},
         {"result", literal("{\"secret\":\"" + Secrets::text(nobodys("done_keys", "result")) + "\"}")}}};
    m_more << PlannedInsert{"batches",
                            {{"id", "9001"}, {"at", Secrets::amount(nobodys("batches", "at"))}, {"user_id", boris}}};
    m_more << PlannedInsert{"series", {{"name", "'attack'"}, {"next", Secrets::amount(nobodys("series", "next"))}}};
    m_more << PlannedInsert{"allowed_addresses",
                            {{"id", "1"},
                             {"user_id", boris},
                             {"purpose", "'clock'"},
                             {"range_text", literal(Secrets::text(nobodys("allowed_addresses", "range_text")))},
                             {"first", "X'0a000001'"},
                             {"last", "X'0a000002'"}}};
    m_more << PlannedInsert{"refusals",
                            {{"at", "1790000000000"},
                             {"account", literal(Secrets::text(nobodys("refusals", "account")))},
                             {"address", literal(Secrets::text(nobodys("refusals", "address")))},
                             {"reason", "'address'"}}};
}

QList<PlannedInsert> OfficePlan::inserts() const
{
    QList<PlannedInsert> out;
    for (const PlannedRow &row : m_rows) {
        const QByteArray table = row.entity->key().toUtf8();
        out << PlannedInsert{table, row.columns};
        for (auto it = row.links.cbegin(); it != row.links.cend(); ++it) {
            int position = 0;
            for (const Id target : it.value()) {
                out << PlannedInsert{table + "__" + it.key(),
                                     {{"owner_id", QByteArray::number(row.id)},
                                      {"target_id", QByteArray::number(target)},
                                      {"position", QByteArray::number(++position)}}};
            }
        }
    }
    return out + m_more;
}

} // namespace crm::test
