// Procedures and functions, called with everything that they were not made for.
#include "tests/access/attack_reading.h"

namespace crm::test {

namespace {
/// For administrators, or for the right "jobs", which none of the attackers holds.
const QByteArrayList reserved = {"account_create", "account_lock",   "account_sync", "connections", "connection_end",
                                 "refused",        "account_states", "address_list", "address_add", "address_remove",
                                 "lease_take",     "lease_release",  "leases",       "tidy",        "account_password",
                                 "who_sees",       "see_as",         "access_log"};
/// What administrators may not do with such arguments either.
const QByteArrayList neverThus = {"account_create", "account_password", "address_add", "connection_end", "cancel_own"};
/// These write something that is theirs; nothing of it shall stay.
const QByteArrayList writing = {"write", "blob_put", "present", "batch_undone"};

QByteArray valueFor(const QByteArray &type, int sort, const Judge &judge)
{
    const QByteArray id = QByteArray::number(judge.plan().person("boris").id);
    const PlannedRow &hidden = *judge.plan().rowsOf("clients", Group::Strangers).first();
    const QByteArray numbers[] = {"NULL",
                                  id,
                                  "-1",
                                  "9223372036854775807",
                                  "0",
                                  "1e30",
                                  "'x'",
                                  "@x",
                                  "-9223372036854775808",
                                  "18446744073709551615",
                                  "''",
                                  "1.5",
                                  "X'ff'",
                                  QByteArray::number(hidden.id),
                                  "9001",
                                  "(SELECT 1 UNION SELECT 2)"};
    const QByteArray texts[] = {"NULL",
                                "'clients'",
                                "'x'' OR 1=1 -- '",
                                "'`clients`; DROP TABLE t'",
                                "REPEAT('x',100000)",
                                "'[{\"op\":\"save\"}]'",
                                "X'ff00fe'",
                                "''",
                                "'clients '",
                                "'CLIENTS'",
                                "'\\\\'",
                                "'+s3c* -(\"'",
                                "-1",
                                "REPEAT('[',50000)",
                                "'{\"a\":{\"b\":[null,1e400]}}'",
                                "X'000102030405060708090a0b0c0d0e0f'"};
    const bool number = type.contains("int") || type == "decimal" || type == "double";
    return number ? numbers[sort % 16] : texts[sort % 16];
}

QByteArray callOf(const Routine &routine, const QByteArrayList &values)
{
    return (routine.isFunction ? "SELECT " : "CALL ") + routine.full() + '(' + values.join(',') + ')';
}

void tryPublic(Judge &judge, const Routine &routine, const QByteArrayList &values)
{
    const bool admin = judge.person().actor.policy.isAdmin();
    const QByteArray kind = "routine " + routine.name, sql = callOf(routine, values);
    if (neverThus.contains(routine.name) || (!admin && reserved.contains(routine.name))) {
        judge.mustFail(kind, sql);
    } else if (writing.contains(routine.name)) {
        judge.raw().run("START TRANSACTION");
        judge.attempt(kind, sql);
        judge.raw().run("ROLLBACK");
    } else if (!reserved.contains(routine.name)) { // to administrators they do what they are for
        judge.attempt(kind, sql);
    }
    if (routine.name == "session_start")
        judge.greet();
}
} // namespace

void attackInside(Judge &judge, const Relations &relations)
{
    for (const Routine &routine : relations.routines) {
        const bool isPublic = routine.schema == relations.database;
        for (int sort = 0; !isPublic && sort < 3; ++sort) {
            QByteArrayList values;
            for (int i = 0; i < routine.parameterTypes.size(); ++i)
                values << valueFor(routine.parameterTypes[i], sort, judge);
            judge.mustFail("internal routine", callOf(routine, values));
        }
        const QByteArray what = (routine.isFunction ? "FUNCTION " : "PROCEDURE ") + routine.full();
        const RawAnswer shown = judge.attempt("routine definition", "SHOW CREATE " + what);
        for (const QByteArrayList &row : shown.results.value(0).rows) {
            if (!isPublic || !row.value(2).isNull()) // the name of what one may call is no secret, its text is
                judge.leak("routine definition", "the text of " + routine.name, what);
        }
        judge.mustFail("routine definition", "DROP " + what);
        judge.mustFail("routine definition", "ALTER " + what + " SQL SECURITY INVOKER");
    }
}

void attackOddly(Judge &judge, const Relations &relations)
{
    for (const Routine &routine : relations.routines) {
        if (routine.schema != relations.database)
            continue;
        for (int sort = 0; sort < (routine.parameterTypes.isEmpty() ? 1 : 48); ++sort) {
            QByteArrayList values;
            for (int i = 0; i < routine.parameterTypes.size(); ++i)
                values << valueFor(routine.parameterTypes[i], sort < 16 ? sort : sort * (i + 3) + i, judge);
            tryPublic(judge, routine, values);
        }
    }
}

void attackBound(Judge &judge, const Relations &relations)
{
    const QByteArrayList bound = {QByteArray(),
                                  "",
                                  "-1",
                                  "9223372036854775808",
                                  "clients",
                                  "x' OR 1=1 -- ",
                                  QByteArray(70'000, '{'),
                                  QByteArray("\0\xff\x80", 3)};
    const auto run = [&](const QByteArray &kind, const QByteArray &sql, const QByteArrayList &values) {
        const RawAnswer answer = judge.raw().prepared(sql, values);
        ++judge.tally().tries[kind];
        judge.look(kind, sql, answer);
        return answer;
    };
    for (const Routine &routine : relations.routines) {
        if (routine.schema != relations.database || routine.parameterTypes.isEmpty() ||
            writing.contains(routine.name) || routine.name == "session_start")
            continue;
        const bool forbidden = reserved.contains(routine.name) || neverThus.contains(routine.name);
        if (forbidden && judge.person().actor.policy.isAdmin())
            continue;
        const QByteArray sql = callOf(routine, QByteArrayList(routine.parameterTypes.size(), "?"));
        for (int i = 0; i < bound.size(); ++i) {
            QByteArrayList values;
            for (int k = 0; k < routine.parameterTypes.size(); ++k)
                values << bound[(i + k * 3) % bound.size()];
            if (run("bound " + routine.name, sql, values).ok() && forbidden)
                judge.forbid("bound " + routine.name, sql);
        }
    }
    for (const PlannedRow &row : judge.plan().rows()) { // by its key, as the program asks
        const Relation *view = relations.find(relations.database, row.entity->key().toUtf8());
        if (view && !judge.plan().sees(judge.person(), row))
            run("bound key", "SELECT * FROM " + view->full() + " WHERE id=?", {QByteArray::number(row.id)});
    }
}

void attackHugely(Judge &judge, const Relations &relations)
{
    for (const Routine &routine : relations.routines) {
        if (routine.schema != relations.database)
            continue;
        for (int i = 0; i < routine.parameterTypes.size(); ++i) {
            QByteArrayList values;
            for (const QByteArray &type : routine.parameterTypes)
                values << valueFor(type, 1, judge);
            for (const char *huge : {"REPEAT('x',10000000)", "CONCAT('[',REPEAT('{},',2000000),'{}]')",
                                     "CONCAT('[{\"op\":\"save\",\"e\":\"clients\",\"id\":\"1\",\"seen\":0,\"v\":'"
                                     ",'{\"name\":\"',REPEAT('x',10000000),'\"}}]')"}) {
                values[i] = huge;
                tryPublic(judge, routine, values);
            }
        }
    }
}

} // namespace crm::test
