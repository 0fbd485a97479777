#include "tests/access/attack_writing.h"
#include "core/model/division.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace crm::test {

namespace {
const QString stolen = QStringLiteral("stolen");
const char *const lookalikes[] = {"OWNER_ID",       "owner_id ",  " owner_id",       "owner_id\u200b",
                                  "ow\u0435ner_id", "`owner_id`", "owner_id=1,name", "t.owner_id",
                                  "$.owner_id",     "owner_id\\", "\u017falary",     "SALARY"};
const char *const ownColumns[] = {"id",         "version",        "scope_id",         "created_at", "created_by",
                                  "changed_at", "changed_by",     "deleted_at",       "batch_id",   "live",
                                  "extra",      "extra_internal", "extra_restricted", "name__f"};

QByteArray compact(const QJsonArray &array) { return QJsonDocument(array).toJson(QJsonDocument::Compact); }
} // namespace

QByteArray writeCall(const AttackOffice &office, const QByteArray &ops, const QByteArray &key, const QByteArray &batch)
{
    return "CALL `" + office.database() + "`.`write`(" + key + ',' + batch + ',' + literal(ops) + ')';
}

QByteArray saveOps(const QString &entity, Id id, int seen, const QJsonObject &values, const QJsonObject &more)
{
    QJsonObject op = more;
    op.insert("op", "save");
    op.insert("e", entity);
    op.insert("id", QString::number(id));
    op.insert("seen", seen);
    op.insert("v", values);
    return compact({op});
}

QByteArray idsOps(const char *verb, const QString &entity, Id id)
{
    return compact({QJsonObject{{"op", verb}, {"e", entity}, {"ids", QJsonArray{QString::number(id)}}}});
}

QByteArray mergeOps(const QString &entity, Id survivor, Id other)
{
    return compact({QJsonObject{{"op", "merge"},
                                {"e", entity},
                                {"id", QString::number(survivor)},
                                {"seen", 1},
                                {"ids", QJsonArray{QJsonArray{QString::number(other), 1}}}}});
}

const Field *plainField(const Entity &entity)
{
    for (const Field &f : entity.fieldList()) {
        const bool text = f.kind() == Kind::Text || f.kind() == Kind::Memo;
        if (text && f.fieldClass() == FieldClass::All && !f.isReadOnly() && !f.isComputed() && !f.isUnique() &&
            !f.isCustom() && !f.isHidden() && f.key() != entity.numberField())
            return &f;
    }
    return nullptr;
}

void WritingAttack::tryCall(const QByteArray &verb, const QByteArray &call, bool may)
{
    Judge &j = judge();
    const QByteArray kind = (may ? "allowed " : "forbidden ") + verb;
    if (!may) {
        j.mustFail(kind, call);
        return;
    }
    // Nothing of it stays, so that the office is the same for the next try.
    m_attacker.raw->run("START TRANSACTION");
    const RawAnswer answer = j.attempt(kind, call);
    m_attacker.raw->run("ROLLBACK");
    if (answer.ok())
        ++m_allowed[verb];
    else
        ++m_refused[j.person().login + ' ' + kind + ": " + answer.errorText];
}

void WritingAttack::verbs()
{
    const OfficePlan &plan = m_office.plan();
    const PlannedPerson &me = judge().person();
    for (const Entity *entity : plan.catalog().entities()) {
        if (entity->isLine())
            continue;
        for (int g = 0; g < groupCount; ++g) {
            const auto rows = plan.rowsOf(entity->key(), Group(g));
            if (rows.isEmpty() || (entity->scope().kind == Scope::Everyone && g > 0))
                continue;
            const PlannedRow &row = *rows[me.id % rows.size()];
            const Field *field = plainField(*entity);
            const bool theirs = isTheirs(row);
            const bool update = plan.sees(me, row) && plan.reaches(me, row, Verb::Update) && !row.trashed &&
                                !(field && theirs && isPersonal(*entity, *field));
            if (field) {
                const QJsonObject value{{field->key(), stolen}};
                tryCall("update", writeCall(m_office, saveOps(entity->key(), row.id, 1, value, {{"f", value}})),
                        update);
            }
            const bool remove = plan.sees(me, row) && plan.reaches(me, row, Verb::Delete) && !theirs;
            const bool nothingToDo = row.trashed && plan.sees(me, row);
            if (!nothingToDo)
                tryCall("remove", writeCall(m_office, idsOps("remove", entity->key(), row.id)), remove);
            if (!plan.sees(me, row)) // of what is no trash there is nothing to do
                tryCall("restore", writeCall(m_office, idsOps("restore", entity->key(), row.id)), false);
            if (!me.actor.policy.isAdmin() || !row.trashed)
                tryCall("purge", writeCall(m_office, idsOps("purge", entity->key(), row.id)), false);
        }
    }
}

bool WritingAttack::isTheirs(const PlannedRow &row)
{
    const QByteArray person = row.entity->changedOnlyByField().toUtf8();
    const PlannedPerson &me = judge().person();
    return !person.isEmpty() && !me.actor.policy.isAdmin() && row.columns.value(person) != QByteArray::number(me.id);
}

bool WritingAttack::isPersonal(const Entity &entity, const Field &field)
{
    return entity.changedOnlyByFields().isEmpty() || entity.changedOnlyByFields().contains(field.key());
}

void WritingAttack::personal()
{
    const OfficePlan &plan = m_office.plan();
    const PlannedPerson &me = judge().person();
    Id next = 6'000'000 + (me.id % 1000) * 1000;
    for (const PlannedRow &row : plan.rows()) {
        const Entity &entity = *row.entity;
        const QString person = entity.changedOnlyByField();
        if (person.isEmpty() || row.trashed || !plan.sees(me, row))
            continue;
        const bool theirs = isTheirs(row), update = plan.reaches(me, row, Verb::Update);
        const auto save = [&](const QByteArray &verb, const QJsonObject &values, bool may) {
            tryCall(verb, writeCall(m_office, saveOps(entity.key(), row.id, 1, values)), may);
        };
        for (const Field &f : entity.fieldList()) {
            const bool text = isFreeTextKind(f.kind()) && !f.isCustom();
            if (theirs && isPersonal(entity, f) && text)
                save("record of another's hand", {{f.key(), stolen}}, false);
        }
        if (me.actor.policy.isAdmin())
            continue;
        for (const char *login : {"boris", "tom", "anna", "max"}) {
            const Id other = plan.person(login).id;
            if (row.columns.value(person.toUtf8()) != QByteArray::number(other))
                save("record in another's hand", {{person, QString::number(other)}}, false);
        }
        save("nobody's record", {{person, QJsonValue::Null}}, false);
        tryCall("take away", writeCall(m_office, idsOps("remove", entity.key(), row.id)),
                !theirs && plan.reaches(me, row, Verb::Delete));
        if (!theirs && update)
            save("own record", {{plainField(entity)->key(), stolen}}, true);
        QJsonObject values{{plainField(entity)->key(), stolen}, {person, QString::number(plan.person("boris").id)}};
        if (row.parent)
            values.insert("parent_entity", QString::fromUtf8(row.parentEntity)),
                values.insert("parent_id", QString::number(row.parent));
        tryCall("new in another's name", writeCall(m_office, saveOps(entity.key(), ++next, 0, values)), false);
    }
}

void WritingAttack::merges()
{
    const OfficePlan &plan = m_office.plan();
    const PlannedPerson &me = judge().person();
    const bool holds = me.actor.policy.holds(QStringLiteral("merge"));
    for (const Entity *entity : plan.catalog().entities()) {
        if (entity->isLine())
            continue;
        QList<const PlannedRow *> rows; // one of each group
        for (int g = 0; g < groupCount; ++g) {
            const auto of = plan.rowsOf(entity->key(), Group(g));
            if (!of.isEmpty() && !rows.contains(of.first()))
                rows << of.first();
            if (of.size() > 1 && g == 0)
                rows << of[1];
        }
        for (const PlannedRow *survivor : std::as_const(rows)) {
            for (const PlannedRow *other : std::as_const(rows)) {
                const auto usable = [&](const PlannedRow &row, Verb verb) {
                    return plan.sees(me, row) && plan.reaches(me, row, verb) && !row.trashed;
                };
                const bool may = entity->isMergeable() && holds && survivor != other &&
                                 usable(*survivor, Verb::Update) && usable(*other, Verb::Delete) && !isTheirs(*other) &&
                                 !isTheirs(*survivor);
                tryCall("merge", writeCall(m_office, mergeOps(entity->key(), survivor->id, other->id)), may);
            }
        }
        tryCall("unmerge",
                writeCall(m_office, compact({QJsonObject{{"op", "unmerge"}, {"e", entity->key()}, {"batch", "9001"}}})),
                false);
    }
    const QString client = QString::number(plan.rowsOf("clients", Group::Strangers).first()->id);
    for (const char *ids : {"[]", "null", "\"x\"", "[[]]", "[[null,1]]", "[[\"%1\",1],[\"%1\",1]]", "[[\"%1 \",1]]",
                            "[[\"%1\",-1]]", "[{\"a\":1}]", "[[1e30,1]]", "[[\"1 OR 1\",0]]"})
        tryCall(
            "merge nothing",
            writeCall(m_office,
                      QByteArray("[{\"op\":\"merge\",\"e\":\"clients\",\"id\":\"%1\",\"seen\":0,\"ids\":") + ids + "}]")
                .replace("%1", client.toUtf8()),
            false);
    for (const PlannedRow &row : plan.rows()) { // told apart by whom they are hidden from
        if (!row.entity->isLine() && !plan.sees(me, row))
            judge().mustFail("tell the hidden apart", "CALL `" + m_office.database() + "`.tell_apart(" +
                                                          literal(row.entity->key().toUtf8()) + ",'[" +
                                                          QByteArray::number(row.id) + ",1]',1)");
    }
}

void WritingAttack::creations()
{
    const OfficePlan &plan = m_office.plan();
    const PlannedPerson &me = judge().person();
    Id next = 5'000'000 + (me.id % 1000) * 1000;
    for (const Entity *entity : plan.catalog().entities()) {
        const Scope &scope = entity->scope();
        const Level level = me.actor.policy.level(*entity, Verb::Create);
        const Field *field = plainField(*entity);
        if (!field)
            continue;
        const QJsonObject text{{field->key(), stolen}};
        if (entity->isLine() || level == Level::None) {
            tryCall("create", writeCall(m_office, saveOps(entity->key(), ++next, 0, text, {{"f", text}})), false);
            continue;
        }
        if (scope.kind != Scope::Owner && scope.kind != Scope::Private)
            continue;
        for (const char *login : {"boris", "tom", "anna"}) {
            const PlannedPerson &owner = plan.person(login);
            const bool reached = owner.id == me.id || (level >= Level::All && scope.kind != Scope::Private) ||
                                 (level == Level::Team && me.team.contains(owner.id));
            QJsonObject values = text;
            values.insert(scope.field, QString::number(owner.id));
            if (!reached)
                tryCall("create for another",
                        writeCall(m_office, saveOps(entity->key(), ++next, 0, values, {{"f", text}})), false);
        }
        if (entity->key() == u"gear") {
            QJsonObject values = text;
            values.insert(scope.field, QString::number(me.id));
            tryCall("create", writeCall(m_office, saveOps(entity->key(), ++next, 0, values, {{"f", text}})), true);
        }
    }
}

void WritingAttack::fields()
{
    const OfficePlan &plan = m_office.plan();
    const PlannedPerson &me = judge().person();
    for (const PlannedRow &row : plan.rows()) {
        if (row.entity->isLine() || row.trashed || !plan.sees(me, row) || !plan.reaches(me, row, Verb::Update))
            continue;
        const auto save = [&](const QByteArray &what, const QJsonObject &values, const QJsonObject &more = {}) {
            tryCall(what, writeCall(m_office, saveOps(row.entity->key(), row.id, 1, values, more)), false);
        };
        if (plan.rowsOf(row.entity->key(), row.group).value(0) != &row)
            continue; // one of each kind and group will do
        for (const Field &f : row.entity->fieldList()) {
            const QJsonValue value = isTextKind(f.kind()) ? QJsonValue(stolen) : QJsonValue("1");
            const bool seen = plan.seesClass(me, int(f.fieldClass()), f.right().toUtf8());
            if (!seen && f.isCustom())
                save("custom field of a class", {}, {{"x", QJsonObject{{f.key(), stolen}}}});
            else if (!seen && isListKind(f.kind()))
                save("list of a class", {}, {{"l", QJsonObject{{f.key(), QJsonArray{}}}}});
            else if (!seen)
                save("field of a class", {{f.key(), value}}, {{"f", QJsonObject{{f.key(), stolen}}}});
            else if (f.key() == row.entity->numberField())
                save("number of a document", {{f.key(), value}}, {{"f", QJsonObject{{f.key(), stolen}}}});
        }
        for (const char *column : ownColumns)
            save("column of the store", {{column, "1"}});
        for (const char *name : lookalikes)
            save("name that looks alike", {{QString::fromUtf8(name), QString::number(me.id)}});
        if (!me.actor.policy.isStaff()) // left out without a word: the tables tell
            judge().attempt("search text of a class",
                            writeCall(m_office, saveOps(row.entity->key(), row.id, 1, {},
                                                        {{"s", QJsonObject{{"internal", "x"}, {"internal_w", "x"}}}})));
    }
}

void WritingAttack::references()
{
    const OfficePlan &plan = m_office.plan();
    const PlannedPerson &me = judge().person();
    const auto hidden = [&](const QString &entity) -> const PlannedRow * {
        for (const PlannedRow &row : plan.rows()) {
            if (row.entity->key() == entity && !row.trashed && !plan.sees(me, row))
                return &row;
        }
        return nullptr;
    };
    for (const PlannedRow &row : plan.rows()) {
        if (row.entity->isLine() || row.trashed || !plan.sees(me, row) || !plan.reaches(me, row, Verb::Update) ||
            plan.rowsOf(row.entity->key(), row.group).value(0) != &row)
            continue;
        const auto save = [&](const QByteArray &what, const QJsonObject &values, const QJsonObject &more = {}) {
            tryCall(what, writeCall(m_office, saveOps(row.entity->key(), row.id, 1, values, more)), false);
        };
        for (const Field &f : row.entity->fieldList()) {
            const PlannedRow *target = f.target().isEmpty() ? nullptr : hidden(f.target());
            const QByteArray key = f.key().toUtf8();
            if (!target || f.isCustom() || row.links.value(key).contains(target->id) ||
                row.columns.value(key) == QByteArray::number(target->id))
                continue; // what stands there already may stay
            const QString id = QString::number(target->id);
            if (isListKind(f.kind()))
                save("link to the hidden", {}, {{"l", QJsonObject{{f.key(), QJsonArray{id}}}}});
            else
                save("reference to the hidden", {{f.key(), id}});
        }
        if (row.entity->scope().kind == Scope::Attached) {
            if (const PlannedRow *target = hidden("clients"))
                save("hang on the hidden", {{"parent_entity", "clients"}, {"parent_id", QString::number(target->id)}});
            save("hang on the unknown", {{"parent_entity", "users; DROP"}, {"parent_id", "1"}});
        }
        if (const Id boris = plan.person("boris").id;
            row.entity->scope().kind == Scope::Owner && !me.own.contains(boris) &&
            me.actor.policy.level(*row.entity, Verb::Update) < Level::All &&
            me.actor.policy.level(*row.entity, Verb::Create) < Level::All && row.scope != row.id)
            save("hand over to a stranger", {{row.entity->scope().field, QString::number(boris)}});
        for (const LineTable &table : row.entity->lineTables()) {
            for (const PlannedRow &line : plan.rows()) {
                if (line.entity->key() != table.entity || line.parent == row.id)
                    continue;
                const QString id = QString::number(line.id);
                const QJsonObject change{{"id", id}, {"seen", 1}, {"v", QJsonObject{{"title", stolen}}}};
                save("line of another document", {}, {{"lines", QJsonObject{{table.entity, QJsonArray{change}}}}});
                // Passed over without a word: the tables tell.
                judge().attempt("remove a line of another",
                                writeCall(m_office, saveOps(row.entity->key(), row.id, 1, {},
                                                            {{"gone", QJsonObject{{table.entity, QJsonArray{id}}}}})));
                if (!plan.sees(me, line))
                    break;
            }
        }
    }
}

void WritingAttack::limits()
{
    const OfficePlan &plan = m_office.plan();
    const PlannedPerson &me = judge().person();
    if (!me.limited)
        return;
    Id next = 7'000'000 + (me.id % 1000) * 1000;
    for (const Entity *entity : plan.catalog().entities()) {
        const Division division = divisionOf(entity->key());
        const Field *field = plainField(*entity);
        if (division.groups.isEmpty() || !field)
            continue;
        const QJsonObject text{{field->key(), stolen}};
        const QString other =
            QString::number(plan.rowsOf(entity->field(division.groups)->target(), Group::Strangers).at(1)->id);
        const QString members = entity->scope().members, self = QString::number(me.id);
        for (const QJsonArray &groups : {QJsonArray{other}, QJsonArray{}}) {
            const QJsonObject lists{{division.groups, groups}},
                shared{{division.groups, groups}, {members, QJsonArray{self}}};
            for (const QJsonObject &l : {lists, shared})
                tryCall("client of another group",
                        writeCall(m_office, saveOps(entity->key(), ++next, 0, text, {{"f", text}, {"l", l}})), false);
            for (int g = 0; g < groupCount; ++g) {
                for (const PlannedRow *row : plan.rowsOf(entity->key(), Group(g))) {
                    if (plan.sees(me, *row) && !row->trashed)
                        tryCall("move to another group",
                                writeCall(m_office, saveOps(entity->key(), row->id, 1, {}, {{"l", lists}})), false);
                }
            }
        }
        tryCall("client of no group", writeCall(m_office, saveOps(entity->key(), ++next, 0, text, {{"f", text}})),
                false);
        // Not only because something else is wrong with it.
        const QJsonObject open{{division.groups, QJsonArray{QString::number(me.groups.first())}}};
        tryCall("client of one's group",
                writeCall(m_office, saveOps(entity->key(), ++next, 0, text, {{"f", text}, {"l", open}})), true);
    }
}

/// Guests make nothing that is not their client's, nor what they would not see.
void WritingAttack::guests()
{
    const OfficePlan &plan = m_office.plan();
    const PlannedPerson &me = judge().person();
    if (!me.isGuest())
        return;
    Id next = 8'000'000 + (me.id % 1000) * 1000;
    const auto strangers = plan.rowsOf(QStringLiteral("clients"), Group::Strangers);
    const QString other = QString::number(strangers.first()->id), mine = QString::number(-me.groups.first());
    for (const Entity *entity : plan.catalog().entities()) {
        const Division division = divisionOf(entity->key());
        const Field *field = plainField(*entity);
        if (!division.isDeclared() || !field)
            continue;
        const QJsonObject text{{field->key(), stolen}};
        const auto make = [&](const char *what, const QString &key, const QString &client, bool may) {
            QJsonObject values = text;
            if (!key.isEmpty())
                values.insert(key, client);
            tryCall(what, writeCall(m_office, saveOps(entity->key(), ++next, 0, values, {{"f", text}})), may);
        };
        make("of no client", {}, {}, false);
        const Field *client = entity->field(QStringLiteral("client_id"));
        if (!client || !division.through.contains(client->key()))
            continue;
        make("of another client", client->key(), other, false);
        for (int g = 0; g < groupCount; ++g) {
            for (const PlannedRow *row : plan.rowsOf(entity->key(), Group(g))) {
                if (plan.sees(me, *row) && !row->trashed)
                    tryCall("move to another client",
                            writeCall(m_office, saveOps(entity->key(), row->id, 1, {{client->key(), other}})), false);
            }
        }
        if (entity->key() == QLatin1String("projects")) // not only because something else is wrong with it
            make("of one's client", client->key(), mine, true);
    }
}

void WritingAttack::malformed()
{
    const OfficePlan &plan = m_office.plan();
    const PlannedPerson &me = judge().person();
    const QString victim = QString::number(plan.rowsOf("clients", Group::Strangers).first()->id);
    const QByteArrayList texts = {
        "",
        "null",
        "1",
        "\"x\"",
        "{}",
        "[1]",
        "[null]",
        "[[]]",
        "[{}]",
        "[{\"op\":1}]",
        "[{\"op\":\"save\"}]",
        "[{\"op\":\"save\",\"e\":null}]",
        "[{\"op\":\"save\",\"e\":\"nothing\",\"id\":\"1\",\"seen\":0,\"v\":{}}]",
        "[{\"op\":\"save\",\"e\":\"clients'; DROP TABLE x; -- \",\"id\":\"1\",\"seen\":0,\"v\":{}}]",
        "[{\"op\":\"save\",\"e\":\"Clients\",\"id\":\"%1\",\"seen\":1,\"v\":{\"name\":\"stolen\"}}]",
        "[{\"op\":\"save\",\"e\":\"clients \",\"id\":\"%1\",\"seen\":1,\"v\":{\"name\":\"stolen\"}}]",
        "[{\"op\":\"SAVE\",\"e\":\"clients\",\"id\":\"%1\",\"seen\":1,\"v\":{\"name\":\"stolen\"}}]",
        "[{\"op\":\"save\",\"e\":\"clients\",\"id\":\"%1\",\"seen\":0,\"v\":{\"name\":\"stolen\"}}]",
        "[{\"op\":\"save\",\"e\":\"clients\",\"id\":\"%1\",\"seen\":-1,\"v\":{\"name\":\"stolen\"}}]",
        "[{\"op\":\"save\",\"e\":\"clients\",\"id\":\"%1\",\"seen\":99,\"v\":{\"name\":\"stolen\"}}]",
        "[{\"op\":\"save\",\"e\":\"clients\",\"id\":\"%1\",\"seen\":\"1 OR 1\",\"v\":{\"name\":\"stolen\"}}]",
        "[{\"op\":\"save\",\"e\":\"clients\",\"id\":%1.0,\"seen\":1,\"v\":{\"name\":\"stolen\"}}]",
        "[{\"op\":\"save\",\"e\":\"clients\",\"id\":\"%1x\",\"seen\":1,\"v\":{\"name\":\"stolen\"}}]",
        "[{\"op\":\"save\",\"e\":\"clients\",\"id\":\" %1\",\"seen\":1,\"v\":{\"name\":\"stolen\"}}]",
        "[{\"op\":\"save\",\"e\":\"clients\",\"id\":-1,\"seen\":0,\"v\":{\"name\":\"stolen\"}}]",
        "[{\"op\":\"save\",\"e\":\"clients\",\"id\":99999999999999999999,\"seen\":0,\"v\":{\"name\":\"stolen\"}}]",
        "[{\"op\":\"save\",\"e\":\"clients\",\"id\":1e30,\"seen\":0,\"v\":{\"name\":\"stolen\"}}]",
        "[{\"op\":\"save\",\"e\":\"clients\",\"id\":null,\"seen\":0,\"v\":{\"name\":\"stolen\"}}]",
        "[{\"op\":\"save\",\"e\":\"clients\",\"id\":\"7\",\"id\":\"%1\",\"seen\":1,\"v\":{\"name\":\"stolen\"}}]",
        "[{\"op\":\"save\",\"e\":\"todo\",\"e\":\"clients\",\"id\":\"%1\",\"seen\":1,\"v\":{\"name\":\"stolen\"}}]",
        "[{\"op\":\"save\",\"e\":\"clients\",\"id\":\"%1\",\"seen\":1,\"v\":[\"name\"]}]",
        "[{\"op\":\"save\",\"e\":\"clients\",\"id\":\"%1\",\"seen\":1,\"v\":\"name\"}]",
        "[{\"op\":\"save\",\"e\":\"clients\",\"id\":\"%1\",\"seen\":1,\"v\":{\"name\":{\"a\":1}}}]",
        "[{\"op\":\"save\",\"e\":\"clients\",\"id\":\"%1\",\"seen\":1,\"v\":{\"name\":[1]}}]",
        "[{\"op\":\"save\",\"e\":\"clients\",\"id\":\"%1\",\"seen\":1,\"l\":{\"managers\":[{}]}}]",
        "[{\"op\":\"save\",\"e\":\"clients\",\"id\":\"%1\",\"seen\":1,\"x\":{\"a.b\":1,\"a\\\"b\":2,\"$[0]\":3}}]",
        "[{\"op\":\"remove\",\"e\":\"clients\",\"ids\":\"%1\"}]",
        "[{\"op\":\"remove\",\"e\":\"clients\",\"ids\":[[%1]]}]",
        "[{\"op\":\"remove\",\"e\":\"clients\",\"ids\":{\"a\":%1}}]",
        "[{\"op\":\"purge\",\"e\":\"clients\",\"ids\":[%1]}]",
        "[{\"op\":\"drop\",\"e\":\"clients\",\"ids\":[%1]}]",
        "[{\"op\":\"remove\",\"e\":\"changes\",\"ids\":[1]}]",
        "[{\"op\":\"save\",\"e\":\"levels\",\"id\":\"1\",\"seen\":0,\"v\":{\"can_read\":3}}]",
        "[{\"op\":\"save\",\"e\":\"clients\"",
        QByteArray(100'000, '['),
        "[" + QByteArray("{\"op\":\"remove\",\"e\":\"clients\",\"ids\":[]},").repeated(10'001).chopped(1) + "]",
        "[{\"op\":\"save\",\"e\":\"clients\",\"id\":\"%1\",\"seen\":1,\"v\":{\"name\":\"" +
            QByteArray(10'000'000, 'x') + "\"}}]"};
    const bool sees = plan.sees(me, *plan.rowsOf("clients", Group::Strangers).first());
    for (QByteArray text : texts) {
        if (!sees || !text.contains("%1"))
            tryCall("malformed text", writeCall(m_office, text.replace("%1", victim.toUtf8())), false);
    }
    const QJsonObject name{{"name", stolen}};
    const QByteArray own = saveOps("todo", 4'999'001 + me.id, 0, {{"title", stolen}});
    tryCall("key of another", writeCall(m_office, own, "X'000102030405060708090a0b0c0d0e0f'"), false);
    tryCall("key of another", writeCall(m_office, "[]", "X'000102030405060708090a0b0c0d0e0f'"), false);
    tryCall("key of a wrong size", writeCall(m_office, own, "X'00'"), false);
    tryCall("batch of another", writeCall(m_office, own, "NULL", "9001"), false);
    for (const PlannedRow &row : plan.rows()) {
        if (row.entity->isLine() || plan.sees(me, row))
            continue; // an id that is taken: whoever may create must not write over it, nor learn what it is
        if (const Field *field = plainField(*row.entity))
            tryCall("id of the hidden",
                    writeCall(m_office, saveOps(row.entity->key(), row.id, 0, {{field->key(), stolen}})), false);
    }
}

} // namespace crm::test
