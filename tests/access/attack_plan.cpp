#include "tests/access/attack_plan.h"
#include "core/extend/extension.h"
#include "core/model/division.h"
#include "core/modules/modules.h"
#include "core/store/guard.h"
#include "core/store/stored_documents.h"
#include "tests/access/attack_gear.h"
#include "tests/access/attack_raw.h"
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPluginLoader>
#include <stdexcept>

namespace crm::test {

namespace {
/// The sample plugin as it is built, without the program around it.
void declarePlugin(Registry &registry)
{
    static QPluginLoader loader(QStringLiteral(CRM_BINARY_DIR "/plugins/equipment"));
    auto *extension = qobject_cast<Extension *>(loader.instance());
    if (!extension)
        throw std::runtime_error(loader.errorString().toStdString());
    extension->declare(registry);
}

const QSet<QString> structuralEntities = {"users", "roles", "role_rights", "teams", "custom_fields"};

bool isTrash(Group group) { return group == Group::AnnasTrash || group == Group::StrangersTrash; }
} // namespace

OfficePlan::OfficePlan(const QByteArray &prefix)
    : m_registry(std::make_unique<Registry>())
{
    modules::declareAll(*m_registry);
    crm::test::declareGear(*m_registry);
    declarePlugin(*m_registry);
    m_registry->seal();
    m_rows.reserve(10'000); // rows point to rows while they are made
    makeCustomFields();
    makePeople(prefix);
    makeRows();
    makeReach();
    for (PlannedPerson &p : m_people)
        p.groups = p.isGuest() ? IdList{-rowsOf(QStringLiteral("clients"), *p.guestAmong).first()->id}
                               : IdList{m_rows[m_rowsOf.value(QStringLiteral("client_groups")).first()].id};
    addHistory();
    addSearch();
    addStoreSecrets();
}

const PlannedPerson &OfficePlan::person(const QByteArray &login) const
{
    for (const PlannedPerson &p : m_people) {
        if (p.login.endsWith('_' + login))
            return p;
    }
    qFatal("nobody is called %s", login.constData());
}

QList<const PlannedRow *> OfficePlan::rowsOf(const QString &entity, Group group) const
{
    QList<const PlannedRow *> out;
    const QList<int> all = m_rowsOf.value(entity);
    for (const int i : all) {
        if (m_rows[i].group == group || m_rows[i].entity->scope().kind == Scope::Everyone)
            out << &m_rows[i];
    }
    return out;
}

const PlannedRow *OfficePlan::anyRow(const QString &entity, Group group) const
{
    const auto same = rowsOf(entity, group);
    if (!same.isEmpty())
        return same.first();
    const QList<int> all = m_rowsOf.value(entity);
    return all.isEmpty() ? nullptr : &m_rows[all.first()];
}

Id OfficePlan::ownerOf(Group group) const
{
    switch (group) {
    case Group::Annas:
    case Group::AnnasTrash:
        return person("anna").id;
    case Group::Mates:
        return person("tom").id;
    case Group::Contacts:
        return person("kira").id;
    case Group::Strangers:
    case Group::Shared:
    case Group::StrangersTrash:
        break;
    }
    return person("boris").id;
}

// --- rows

PlannedRow &OfficePlan::structural(const char *entity, Id id)
{
    m_rows.append(PlannedRow{});
    PlannedRow &row = m_rows.last();
    row.entity = &m_catalog->at(QLatin1String(entity));
    row.id = id ? id : m_nextId++;
    row.group = Group::Strangers;
    m_rowsOf[row.entity->key()] << int(m_rows.size()) - 1;
    return row;
}

void OfficePlan::makeRows()
{
    for (PlannedRow &row : m_rows)
        fill(row); // the structural ones
    for (const Entity *entity : m_catalog->entities())
        makeRowsOf(*entity);
    for (const PlannedPerson &p : std::as_const(m_people)) {
        const QByteArray contact =
            p.isGuest() ? QByteArray::number(rowsOf(QStringLiteral("contacts"), *p.guestAmong).first()->id) : "NULL";
        for (const int i : m_rowsOf.value(QStringLiteral("users"))) {
            if (m_rows[i].id == p.id)
                m_rows[i].columns.insert("contact_id", contact);
        }
    }
    for (PlannedRow &row : m_rows) {
        for (const Field &field : row.entity->fieldList()) {
            if (isRefKind(field.kind()) || isListKind(field.kind()))
                fillReference(row, field);
        }
    }
}

/// After those of the entities that it depends on for its scope.
void OfficePlan::makeRowsOf(const Entity &entity)
{
    if (entity.isLine() || structuralEntities.contains(entity.key()) || m_made.contains(entity.key()))
        return;
    m_made << entity.key();
    QStringList parents;
    if (entity.scope().kind == Scope::Parent)
        parents << entity.field(entity.scope().field)->target();
    if (entity.scope().kind == Scope::Attached) {
        for (const Entity *e : m_catalog->entities()) {
            if (e->attachments().contains(entity.key()))
                parents << e->key();
        }
    }
    const QString list = divisionOf(entity.key()).groups;
    for (const QString &parent : list.isEmpty() ? parents : QStringList{entity.field(list)->target()})
        makeRowsOf(m_catalog->at(parent));
    if (entity.scope().kind == Scope::Everyone) {
        for (int i = 0; i < 3; ++i)
            addRow(entity, Group::Strangers, nullptr);
        if (!entity.changedOnlyByField().isEmpty())
            addRow(entity, Group::Annas, nullptr); // hers, whoever sees it
        return;
    }
    for (int g = 0; g < groupCount; ++g) {
        for (const QString &parent : std::as_const(parents)) {
            if (const auto rows = rowsOf(parent, Group(g)); !rows.isEmpty())
                addRow(entity, Group(g), rows.first());
        }
        if (parents.isEmpty()) {
            addRow(entity, Group(g), nullptr);
            addRow(entity, Group(g), nullptr);
        } else if (entity.scope().kind == Scope::Attached && Group(g) != Group::Shared) {
            addRow(entity, Group(g), nullptr); // hangs on nothing: its creator's
        }
    }
}

void OfficePlan::addRow(const Entity &entity, Group group, const PlannedRow *parent)
{
    m_rows.append(PlannedRow{});
    PlannedRow &row = m_rows.last();
    row.entity = &entity;
    row.id = m_nextId++;
    row.group = group;
    row.trashed = isTrash(group) && entity.scope().kind != Scope::Everyone;
    m_rowsOf[entity.key()] << int(m_rows.size()) - 1;
    const Scope &scope = entity.scope();
    if (scope.kind == Scope::Owner || scope.kind == Scope::Private) {
        row.scope = ownerOf(group);
        if (group == Group::Shared && !scope.members.isEmpty()) {
            row.scope = row.id;
            row.links.insert(scope.members.toUtf8(), {person("mira").id});
        }
        row.columns.insert(scope.field.toUtf8(), QByteArray::number(ownerOf(group)));
        if (const QString list = divisionOf(entity.key()).groups; !list.isEmpty())
            chooseGroups(row, list);
    } else if (scope.kind == Scope::Parent || scope.kind == Scope::Attached) {
        row.scope = parent ? parent->scope : ownerOf(group);
        row.parent = parent ? parent->id : 0;
        if (scope.kind == Scope::Parent) {
            row.columns.insert(scope.field.toUtf8(), QByteArray::number(row.parent));
        } else {
            row.parentEntity = parent ? parent->entity->key().toUtf8() : QByteArray();
            row.columns.insert("parent_entity", parent ? literal(row.parentEntity) : "NULL");
            row.columns.insert("parent_id", parent ? QByteArray::number(row.parent) : "NULL");
        }
    }
    fill(row);
    addLines(row);
}

/// The first group of all, which limited roles are open to; another one; or none.
void OfficePlan::chooseGroups(PlannedRow &row, const QString &list)
{
    const auto groups = rowsOf(row.entity->field(list)->target(), row.group);
    const bool open = row.group == Group::Annas || row.group == Group::AnnasTrash || row.group == Group::Shared;
    row.links.insert(list.toUtf8(), row.group == Group::Contacts ? IdList() : IdList{groups.at(open ? 0 : 1)->id});
}

void OfficePlan::addLines(const PlannedRow &document)
{
    const int index = int(&document - m_rows.constData());
    for (const LineTable &table : document.entity->lineTables()) {
        for (int i = 0; i < 2; ++i) {
            m_rows.append(PlannedRow{});
            PlannedRow &line = m_rows.last();
            const PlannedRow &head = m_rows[index];
            line.entity = &m_catalog->at(table.entity);
            line.id = m_nextId++;
            line.group = head.group;
            line.scope = head.scope;
            line.parent = head.id;
            line.parentEntity = head.parentEntity;
            line.columns.insert(table.parentField.toUtf8(), QByteArray::number(head.id));
            line.columns.insert("position", QByteArray::number(i + 1));
            m_rowsOf[table.entity] << int(m_rows.size()) - 1;
            fill(line);
        }
    }
}

int OfficePlan::secret(const QByteArray &table, const QByteArray &column, const PlannedRow &row, int index,
                       const Field *field)
{
    return m_secrets.add({table, column, row.id, index, field ? int(field->fieldClass()) : 0,
                          field ? field->right().toUtf8() : QByteArray()});
}

void OfficePlan::fill(PlannedRow &row)
{
    const int index = int(&row - m_rows.constData());
    const QByteArray table = row.entity->key().toUtf8();
    row.columns.insert("id", QByteArray::number(row.id));
    row.columns.insert("version", "1");
    row.columns.insert("scope_id", QByteArray::number(row.scope));
    for (const char *moment : {"created_at", "changed_at"})
        row.columns.insert(moment, Secrets::amount(secret(table, moment, row, index)));
    row.columns.insert("created_by", QByteArray::number(ownerOf(row.group)));
    row.columns.insert("changed_by", QByteArray::number(ownerOf(row.group)));
    if (const QString person = row.entity->changedOnlyByField(); !person.isEmpty())
        row.columns.insert(person.toUtf8(), QByteArray::number(ownerOf(row.group)));
    row.columns.insert("batch_id", Secrets::amount(secret(table, "batch_id", row, index)));
    if (row.trashed)
        row.columns.insert("deleted_at", Secrets::amount(secret(table, "deleted_at", row, index)));
    if (table == "files") {
        const int n = secret("blobs", "content", row, index);
        row.content = "content " + Secrets::text(n) + " of a file";
        row.columns.insert("size", QByteArray::number(row.content.size()));
        row.columns.insert("hash", literal(QCryptographicHash::hash(row.content, QCryptographicHash::Sha256).toHex()));
    }
    for (const Field &field : row.entity->fieldList())
        fillField(row, index, field);
    fillExtra(row, index);
}

void OfficePlan::fillField(PlannedRow &row, int index, const Field &field)
{
    const QByteArray key = field.key().toUtf8();
    if (field.isCustom() || field.isKept())
        return;
    if (key == "parent_entity" && !row.columns.contains(key))
        row.columns.insert(key, "NULL"); // tasks may hang on something, and need not
    const bool plain = !isRefKind(field.kind()) && !isListKind(field.kind());
    if (plain && !row.columns.contains(key)) {
        const auto number = [&] { return secret(row.entity->key().toUtf8(), key, row, index, &field); };
        // Where the declaration leaves no room for a mark, comparing the views with the tables has to do.
        const bool bounded = field.maximum().has_value();
        const HiddenStates hidden = hiddenStatesOf(row.entity->key());
        if (field.key() == hidden.field && row.id % 2) // every second one
            row.columns.insert(key, literal(hidden.values.first().toUtf8()));
        else if (isChoiceKind(field.kind()))
            row.columns.insert(key, literal(field.choices().at(row.id % field.choices().size()).key.toUtf8()));
        else if (bounded)
            row.columns.insert(key, QByteArray::number(*field.maximum() - row.id % 3));
        else if (field.kind() == Kind::Time)
            row.columns.insert(key, literal("09:30"));
        else if (isTextKind(field.kind()) && field.size() > 0 && field.size() < Secrets::text(0).size())
            row.columns.insert(key, literal(QByteArray(1, char('a' + row.id % 26)))); // codes have no room either
        else if (isTextKind(field.kind()))
            row.columns.insert(key, literal(Secrets::text(number())));
        else if (field.kind() == Kind::Date)
            row.columns.insert(key, literal(Secrets::date(number())));
        else if (field.kind() == Kind::Bool)
            row.columns.insert(key, "1");
        else
            row.columns.insert(key, Secrets::amount(number()));
    }
    const bool folded = isFreeTextKind(field.kind());
    if (folded)
        row.columns.insert(key + "__f", row.columns.value(key)); // secrets and logins are folded as they stand
}

void OfficePlan::fillReference(PlannedRow &row, const Field &field)
{
    const QByteArray key = field.key().toUtf8();
    if (field.target().isEmpty() || row.columns.contains(key) || row.links.contains(key))
        return;
    const bool memberList = key == row.entity->scope().members.toUtf8();
    const PlannedRow *target = memberList ? nullptr : anyRow(field.target(), row.group);
    if (isListKind(field.kind())) {
        if (target && !memberList)
            row.links.insert(key, {target->id});
    } else {
        row.columns.insert(key, target && target->id != row.id ? QByteArray::number(target->id) : "NULL");
    }
}

void OfficePlan::fillExtra(PlannedRow &row, int index)
{
    QHash<QString, QJsonObject> objects;
    for (const Field &field : row.entity->fieldList()) {
        if (!field.isCustom())
            continue;
        const QString column = extraColumn(field);
        const int n = secret(row.entity->key().toUtf8(), (column + u'/' + field.key()).toUtf8(), row, index, &field);
        objects[column].insert(field.key(), QString::fromLatin1(Secrets::text(n)));
    }
    for (auto it = objects.cbegin(); it != objects.cend(); ++it)
        row.columns.insert(it.key().toUtf8(), literal(QJsonDocument(it.value()).toJson(QJsonDocument::Compact)));
}

// --- what the policy says

const PlannedRow *OfficePlan::rowById(const QString &entity, Id id) const
{
    const QList<int> all = m_rowsOf.value(entity);
    for (const int i : all) {
        if (m_rows[i].id == id)
            return &m_rows[i];
    }
    return nullptr;
}

std::optional<IdList> OfficePlan::groupsOf(const PlannedRow &row) const
{
    const auto of = [this](const QString &entity, Id id) {
        const PlannedRow *there = id ? rowById(entity, id) : nullptr;
        return there ? groupsOf(*there) : std::nullopt;
    };
    const Entity &e = *row.entity;
    if (e.isLine())
        return of(e.lineOf(), row.parent);
    if (e.scope().kind == Scope::Parent)
        return of(e.field(e.scope().field)->target(), row.parent);
    if (e.scope().kind == Scope::Attached)
        return of(QString::fromUtf8(row.parentEntity), row.parent);
    const Division division = divisionOf(e.key());
    if (!division.groups.isEmpty()) {
        IdList set = row.links.value(division.groups.toUtf8());
        if (std::any_of(m_people.begin(), m_people.end(), [&](const auto &p) { return p.groups.contains(-row.id); }))
            set << -row.id;
        return set;
    }
    const HiddenStates hidden = hiddenStatesOf(e.key());
    const bool isHidden = std::any_of(hidden.values.begin(), hidden.values.end(), [&](const QString &value) {
        return row.columns.value(hidden.field.toUtf8()) == literal(value.toUtf8());
    });
    for (const QString &key : division.through) {
        const QString target = e.field(key)->target(); // no task of the plan hangs on anything
        if (auto found = of(target, row.columns.value(key.toUtf8()).toLongLong()); found) {
            if (isHidden)
                found->removeIf([](Id id) { return id < 0; });
            return found;
        }
    }
    return std::nullopt;
}

bool OfficePlan::isClosed(const PlannedPerson &person, const PlannedRow &row) const
{
    if (!person.limited && !person.isGuest())
        return false;
    const std::optional<IdList> groups = groupsOf(row);
    return groups && std::none_of(groups->begin(), groups->end(), [&](Id g) { return person.groups.contains(g); });
}

bool OfficePlan::reaches(const PlannedPerson &person, const PlannedRow &row, Verb verb) const
{
    if (!person.active)
        return false;
    const Entity &decider = row.entity->isLine() ? m_catalog->at(row.entity->lineOf()) : *row.entity;
    const Guard guard(*m_catalog, person.actor);
    const Level level = guard.level(*row.entity, verb, QString::fromUtf8(row.parentEntity));
    if (decider.scope().kind == Scope::Private)
        return level != Level::None && row.scope == person.id;
    if (isClosed(person, row))
        return false;
    const bool isOpen = level == Level::All || !person.isGuest() || groupsOf(row).has_value();
    return (level >= Level::All && isOpen) || (level >= Level::Own && person.own.contains(row.scope)) ||
           (level >= Level::Team && person.team.contains(row.scope));
}

bool OfficePlan::seesClass(const PlannedPerson &person, int fieldClass, const QByteArray &right) const
{
    switch (FieldClass(fieldClass)) {
    case FieldClass::All:
        return true;
    case FieldClass::Internal:
        return person.actor.policy.isStaff();
    case FieldClass::Restricted:
        return person.actor.policy.holds(QString::fromUtf8(right));
    }
    return false;
}

/// The program is told of the custom fields that the person may see, whatever the role says of their definitions.
bool OfficePlan::seesDefinition(const PlannedPerson &person, const PlannedRow &row) const
{
    for (const FieldClass c : {FieldClass::All, FieldClass::Internal, FieldClass::Restricted}) {
        static const char *const names[] = {"'all'", "'internal'", "'restricted'"};
        if (row.columns.value("class") == names[int(c)])
            return seesClass(person, int(c), row.columns.value("right").replace("'", ""));
    }
    return false;
}

QSet<int> OfficePlan::visibleSecrets(const PlannedPerson &person) const
{
    QSet<int> out;
    QHash<int, bool> seen; // by row
    for (int n = 0; n < m_secrets.count(); ++n) {
        const Secret &s = m_secrets.at(n);
        if (s.rowIndex < 0) {
            // series_state() tells administrators how far the numbers are
            if (s.table == "series" && s.column == "next" && person.active && person.actor.policy.isAdmin())
                out << n;
            continue;
        }
        if (!seen.contains(s.rowIndex))
            seen.insert(s.rowIndex, sees(person, m_rows[s.rowIndex]));
        if (seen.value(s.rowIndex) && seesClass(person, s.fieldClass, s.right))
            out << n;
        else if (s.table == "custom_fields" && person.active && seesDefinition(person, m_rows[s.rowIndex]))
            out << n;
    }
    return out;
}

} // namespace crm::test
