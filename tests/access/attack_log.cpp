// The procedures that read, against what the policy says: the log, contents, presence, accounts, sessions.
#include "core/access/ed25519_verifier.h"
#include "core/model/division.h"
#include "core/store/page.h"
#include "tests/access/attack_writing.h"
#include <QCryptographicHash>
#include <QJsonArray>

namespace crm::test {

namespace {
QByteArray call(const AttackOffice &office, const char *procedure, const QByteArrayList &arguments)
{
    return "CALL `" + office.database() + "`." + procedure + '(' + arguments.join(',') + ')';
}

QByteArray number(qint64 n) { return QByteArray::number(n); }

/// One row of the log and what the person may know of it: 2 all, 1 that the record has gone, 0 nothing.
struct Logged
{
    qint64 n = 0;
    Id record = 0;
    QByteArray entity;
    int state = 0;
};

/// Records of the kind may belong to a client, and so to its groups.
bool canBelong(const Entity &entity)
{
    const Scope::Kind kind = entity.scope().kind;
    return kind == Scope::Parent || kind == Scope::Attached || divisionOf(entity.key()).isDeclared();
}

QList<Logged> expectedLog(const Judge &judge)
{
    const OfficePlan &plan = judge.plan();
    QHash<Id, const PlannedRow *> byId;
    QHash<QByteArray, const PlannedRow *> byEntity;
    for (const PlannedRow &row : plan.rows()) {
        byId.insert(row.id, &row);
        byEntity.insert(row.entity->key().toUtf8(), &row);
    }
    QList<Logged> out;
    for (const PlannedInsert &insert : plan.inserts()) {
        if (insert.table != "changes")
            continue;
        Logged one{insert.columns.value("n").toLongLong(), insert.columns.value("record_id").toLongLong(),
                   insert.columns.value("entity").replace("'", ""), 0};
        const PlannedRow *row = byId.value(one.record);
        if (row && plan.sees(judge.person(), *row)) {
            one.state = 2;
        } else {
            PlannedRow was = row ? *row : *byEntity.value(one.entity);
            was.scope = insert.columns.value("scope_before").toLongLong();
            was.parentEntity = insert.columns.value("parent").replace("'", "");
            // Of what has been purged nobody knows any more whose client's it was: whoever is limited is not told.
            const bool unknown = !row && (judge.person().limited || judge.person().isGuest()) && canBelong(*was.entity);
            one.state = plan.sees(judge.person(), was) && !unknown ? 1 : 0;
        }
        out << one;
    }
    return out;
}

/// What an answer of the log's procedures says of each number.
QHash<qint64, int> statesIn(const RawAnswer &answer)
{
    QHash<qint64, int> out;
    const RawRows &rows = answer.results.value(0);
    for (const QByteArrayList &row : rows.rows) {
        const auto at = [&](const char *column) { return row.value(rows.column(column)); };
        const bool empty = at("fields").isNull() && at("fields_internal").isNull() && at("fields_restricted").isNull();
        out.insert(at("n").toLongLong(), at("gone") == "1" ? (empty ? 1 : 3) : 2);
    }
    return out;
}
} // namespace

void attackLog(Judge &judge, AttackOffice &office)
{
    const QList<Logged> log = expectedLog(judge);
    const auto expect = [&](const QByteArray &kind, const QHash<qint64, int> &got, const Logged &one, int state) {
        const QByteArray what = "change " + number(one.n) + " of " + one.entity + ' ' + number(one.record);
        if (got.value(one.n) > state)
            judge.leak(kind, what, "state " + number(got.value(one.n)) + " instead of " + number(state));
        if (got.value(one.n) < state)
            judge.forbid(kind, "not see " + what);
    };
    const auto feed = statesIn(judge.attempt("feed", call(office, "feed", {"0", "10000"})));
    for (const Logged &one : log)
        expect("feed", feed, one, one.state);
    for (const QByteArrayList &window : {QByteArrayList{"-1", "3"}, {"100", "10"}, {"NULL", "NULL"}, {"1e9", "-5"}})
        judge.attempt("feed", call(office, "feed", window));
    QSet<Id> asked;
    for (int i = int(judge.person().id % 2); i < log.size(); i += 2) {
        const Logged &one = log[i];
        const int whole = one.state == 2 ? 2 : 0;
        expect("change", statesIn(judge.attempt("change", call(office, "change", {number(one.n)}))), one, whole);
        expect("batch", statesIn(judge.attempt("batch", call(office, "batch_changes", {number(9000 + one.n)}))), one,
               whole);
        if (asked.contains(one.record))
            continue;
        asked << one.record;
        const QByteArray history = call(office, "history", {literal(one.entity), number(one.record), "100"});
        if (whole)
            expect("history", statesIn(judge.attempt("history", history)), one, whole);
        else
            judge.mustFail("history", history);
        // Under the name of another entity, whose rights are others.
        judge.attempt("history", call(office, "history", {"'client_groups'", number(one.record), "100"}));
    }
}

void attackBlobs(Judge &judge, AttackOffice &office)
{
    const OfficePlan &plan = judge.plan();
    const PlannedPerson &me = judge.person();
    const PlannedRow *own = nullptr;
    for (const PlannedRow &row : plan.rows()) {
        if (row.entity->key() == u"files" && !row.trashed && plan.sees(me, row) && plan.reaches(me, row, Verb::Update))
            own = &row;
    }
    for (const PlannedRow &row : plan.rows()) {
        if (row.entity->key() != u"files")
            continue;
        const bool sees = plan.sees(me, row);
        const QByteArray hash = QCryptographicHash::hash(row.content, QCryptographicHash::Sha256).toHex();
        const QByteArray get = call(office, "blob_get", {number(row.id), "0"});
        if (!sees)
            judge.mustFail("content of the hidden", get);
        else if (judge.attempt("content", get).results.value(0).rows.value(0).value(0) != row.content)
            judge.forbid("content", "not read its file " + number(row.id));
        for (const char *piece : {"-1", "1", "NULL", "9223372036854775807"})
            judge.attempt("content", call(office, "blob_get", {number(row.id), piece}));
        const RawAnswer missing = judge.attempt("content by hash", call(office, "blob_missing", {"X'" + hash + '\''}));
        if (!sees && missing.results.value(0).rows.value(0).value(0) != "1")
            judge.leak("content by hash", "that there is the content of " + number(row.id), hash);
        if (sees)
            continue;
        // Whoever has no more than the hash: a first piece of something else, an empty one, the end without a start.
        for (const QByteArrayList &put : {QByteArrayList{"0", "'guess'", "1"},
                                          {"0", "''", "1"},
                                          {"1", "''", "1"},
                                          {"0", "NULL", "1"},
                                          {"-1", "'x'", "0"}})
            judge.mustFail("content by hash", call(office, "blob_put", QByteArrayList{"X'" + hash + '\''} + put));
        const QJsonObject names{{"hash", QString::fromLatin1(hash)}};
        if (own)
            judge.mustFail("content by hash", writeCall(office, saveOps("files", own->id, 1, names)));
        judge.mustFail("content by hash", writeCall(office, saveOps("files", 7'000'000 + row.id, 0,
                                                                    {{"name", "x"}, {"hash", names.value("hash")}})));
    }
}

void attackPresence(Judge &judge, AttackOffice &office)
{
    const OfficePlan &plan = judge.plan();
    if (judge.person().actor.policy.isAdmin())
        return;
    // Somebody who sees everything has what is hidden open; nobody else may hear of that, nor look in.
    const auto boss = office.connect(plan.person("admin"));
    const auto call1 = [&office](const QByteArray &records) { return call(office, "present", {literal(records)}); };
    for (const PlannedRow &row : plan.rows()) {
        if (row.entity->isLine() || plan.sees(judge.person(), row))
            continue;
        const QByteArray record = "[[\"" + row.entity->key().toUtf8() + "\"," + number(row.id) + ",1]]";
        boss->run(call1(record));
        // Under the name of an entity that everybody sees, too.
        for (const QByteArray &asked : {record, "[[\"client_groups\"," + number(row.id) + ",0]]"}) {
            const RawAnswer answer = judge.attempt("presence", call1(asked));
            if (!answer.results.isEmpty() && !answer.results.first().rows.isEmpty())
                judge.leak("presence", "who has " + number(row.id) + " open", asked);
        }
    }
    boss->run(call1("[]"));
}

void attackAccounts(Judge &judge, AttackOffice &office)
{
    const PlannedPerson &me = judge.person();
    const QByteArray verifier = literal(mariadbVerifier(QStringLiteral("another-Secret-2")).toLatin1());
    const bool admin = me.actor.policy.isAdmin();
    const auto victim = office.connect(judge.plan().person(me.login.endsWith("_boris") ? "anna" : "boris"));
    const QByteArray connection = victim->run("SELECT CONNECTION_ID()").results.value(0).rows.value(0).value(0);
    judge.mustFail("cancel another", call(office, "cancel_own", {connection}));
    judge.mustFail("cancel another", "KILL QUERY " + connection);
    judge.mustFail("cancel another", call(office, "cancel_own", {"CONNECTION_ID()"}));
    if (admin) { // nobody keeps the office without an administrator, nor oneself out by mistake
        judge.mustFail("lock oneself", call(office, "account_lock", {number(me.id), "1"}));
        judge.mustFail(
            "keep oneself out",
            call(office, "address_add", {"NULL", number(me.id), "'use'", "'10.0.0.1'", "X'0a000001'", "X'0a000001'"}));
        judge.mustFail("lock oneself", writeCall(office, saveOps("users", me.id, 1, {{"active", 0}})));
        return;
    }
    for (const PlannedPerson &other : judge.plan().people()) {
        const QByteArray id = number(other.id);
        judge.mustFail("account", call(office, "account_create", {id, verifier}));
        if (other.id != me.id)
            judge.mustFail("account", call(office, "account_password", {id, verifier, "0"}));
        judge.mustFail("see as", call(office, "see_as", {id, verifier}));
        for (const char *locked : {"0", "1", "NULL"})
            judge.mustFail("account", call(office, "account_lock", {id, locked}));
        judge.mustFail("account", call(office, "account_sync", {id}));
        for (const char *purpose : {"'use'", "'clock'"})
            judge.mustFail("addresses",
                           call(office, "address_add", {"NULL", id, purpose, "'::'", "X'00000000'", "X'ffffffff'"}));
        judge.mustFail(
            "addresses",
            call(office, "address_add", {number(other.roleId), "NULL", "'use'", "'::'", "X'00000000'", "X'ffffffff'"}));
    }
    judge.mustFail("account", call(office, "account_sync", {"0"}));
    judge.mustFail("addresses", call(office, "address_remove", {"1"}));
    judge.mustFail("connection", call(office, "connection_end", {connection}));
    for (const char *list : {"connections", "account_states", "address_list", "leases", "tidy"})
        judge.mustFail("lists of administrators", call(office, list, {}));
    for (const char *list : {"refused", "access_log"})
        judge.mustFail("lists of administrators", call(office, list, {"10"}));
    for (const char *seconds : {"0", "60", "86400"})
        judge.mustFail("lease", call(office, "lease_take", {"'jobs'", "REPEAT('a',32)", seconds}));
    judge.mustFail("lease", call(office, "lease_release", {"'jobs'", "REPEAT('a',32)", "'done'"}));
    if (!victim->run("SELECT 1").ok())
        judge.forbid("connection", "end the connection of another");
}

void attackSession(Judge &judge, AttackOffice &office)
{
    const PlannedPerson &me = judge.person();
    const QByteArray d = '`' + office.data() + "`.", id = number(me.id);
    const QByteArray own = "SELECT COUNT(name) FROM `" + office.database() + "`.contacts";
    const auto seesNothing = [&](const QByteArray &kind) {
        const QByteArray count = judge.attempt(kind, own).results.value(0).rows.value(0).value(0);
        if (count != "0")
            judge.leak(kind, count + " records without a session", own);
    };
    const QByteArray connection = judge.raw().run("SELECT CONNECTION_ID()").results.value(0).rows.value(0).value(0);
    // A session of somebody whose connection had this number before the server was started again.
    office.asRoot("UPDATE " + d + "sessions SET client='p_other@10.0.0.1',user_id=" +
                  number(judge.plan().person("boris").id) + " WHERE connection_id=" + connection);
    seesNothing("session of another");
    judge.mustFail("session of another", call(office, "feed", {"0", "10"}));
    judge.mustFail("session of another", call(office, "finish", {}));
    judge.greet();
    const auto refusedWhile = [&](const QByteArray &kind, const QByteArray &begin, const QByteArray &end) {
        office.asRoot(begin);
        judge.mustFail(kind, office.greeting());
        seesNothing(kind);
        judge.mustFail(kind, writeCall(office, saveOps("todo", 7'500'000, 0, {{"title", "x"}})));
        office.asRoot(end);
        judge.greet();
    };
    const QByteArray allow = "INSERT INTO " + d + "allowed_addresses (user_id,role_id,purpose,range_text,first,last) ";
    const QByteArray all = "DELETE FROM " + d + "allowed_addresses WHERE purpose='use'";
    refusedWhile("address of the person", allow + "VALUES (" + id + ",NULL,'use','x',X'0a000001',X'0a0000ff')", all);
    refusedWhile("address of the role",
                 allow + "VALUES (NULL," + number(me.roleId) + ",'use','x',X'0a000001',X'0a0000ff')", all);
    refusedWhile("address of another family",
                 allow + "VALUES (" + id + ",NULL,'use','x',REPEAT(X'00',16),REPEAT(X'ff',16))", all);
    refusedWhile("deactivated", "UPDATE " + d + "people SET active=0 WHERE user_id=" + id,
                 "UPDATE " + d + "people SET active=1 WHERE user_id=" + id);
    refusedWhile("locked", "UPDATE " + d + "people SET locked=1 WHERE user_id=" + id,
                 "UPDATE " + d + "people SET locked=0 WHERE user_id=" + id);
    refusedWhile("maintenance", "UPDATE " + d + "feed_head SET maintenance=1",
                 "UPDATE " + d + "feed_head SET maintenance=0");
    for (const char *version : {"0", "-1", "NULL", "99999999"}) {
        judge.mustFail("version", call(office, "session_start", {"'x'", version}));
        seesNothing("version");
    }
    judge.greet();
}

} // namespace crm::test
