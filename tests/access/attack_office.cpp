#include "tests/access/attack_office.h"
#include "core/access/ed25519_verifier.h"
#include "core/store/kept_sql.h"
#include "core/store/page.h"
#include "core/store/schema.h"
#include "core/store/server/server_schema.h"
#include "core/store/server/server_upgrade.h"
#include <gtest/gtest.h>
#include <stdexcept>

namespace crm::test {

namespace {
const QByteArray secretWord = "attack-Secret-1";

/// Rows of one table in one statement, those columns that the table has.
QByteArray insertion(const QByteArray &data, const QByteArray &table, const QList<PlannedInsert> &rows,
                     const QByteArrayList &known)
{
    QByteArrayList columns;
    for (const PlannedInsert &row : rows) {
        for (auto it = row.columns.cbegin(); it != row.columns.cend(); ++it) {
            if (known.contains(it.key()) && !columns.contains(it.key()))
                columns << it.key();
        }
    }
    QByteArrayList tuples;
    for (const PlannedInsert &row : rows) {
        QByteArrayList values;
        for (const QByteArray &column : std::as_const(columns))
            values << row.columns.value(column, "DEFAULT");
        tuples << '(' + values.join(',') + ')';
    }
    return (table == "feed_head" ? "REPLACE INTO `" : "INSERT INTO `") + data + "`.`" + table + "` (`" +
           columns.join("`,`") + "`) VALUES " + tuples.join(',');
}
} // namespace

AttackOffice &AttackOffice::shared()
{
    static AttackOffice office("attack", {}, true);
    return office;
}

AttackOffice::AttackOffice(const QByteArray &name, const Mutation &mutation)
    : AttackOffice(name, mutation, false)
{}

AttackOffice::AttackOffice(const QByteArray &name, const Mutation &mutation, bool keep)
    : m_server(MariaDbServer::shared())
    , m_name(name)
    , m_plan("p" + name) // accounts that begin with the database are reserved
    , m_root(std::make_unique<Raw>(m_server.place(), "root", m_server.rootPassword().toUtf8(), QByteArray()))
    , m_keep(keep)
{
    if (!m_root->isOpen())
        throw std::runtime_error("root: " + m_root->refusal().toStdString());
    // The first who comes makes what is kept; offices of one's own are made side by side.
    const QByteArray lock = "'attack_office_" + name + '\'';
    asRoot("SELECT GET_LOCK(" + lock + ",250)");
    if (!keep || !isReady())
        build(mutation);
    asRoot("DO RELEASE_LOCK(" + lock + ')');
    m_relations = Relations::load(m_server, m_name);
}

AttackOffice::~AttackOffice()
{
    if (m_keep)
        return;
    const RawAnswer seers = m_root->run("SELECT account FROM `" + data() + "`.seers");
    for (const QByteArrayList &row : seers.results.value(0).rows)
        m_root->run("DROP USER IF EXISTS `" + row.value(0) + "`@`%`");
    m_root->run("DROP DATABASE IF EXISTS `" + database() + '`');
    m_root->run("DROP DATABASE IF EXISTS `" + data() + '`');
    for (const PlannedPerson &p : m_plan.people())
        m_root->run("DROP USER IF EXISTS `" + p.login + "`@`%`; DROP ROLE IF EXISTS `" + m_name + "_role_" +
                    QByteArray::number(p.roleId) + '`');
    for (const char *role : {"_person`", "_looker`"})
        m_root->run("DROP ROLE IF EXISTS `" + m_name + role);
    for (const char *account : {"_definer`@`localhost`", "_keeper`@`localhost`", "_owner`@`%`", "_service`@`%`"})
        m_root->run("DROP USER IF EXISTS `" + m_name + account);
}

RawAnswer AttackOffice::asRoot(const QByteArray &sql)
{
    RawAnswer answer = m_root->run(sql);
    if (!answer.ok())
        throw std::runtime_error(answer.errorText.toStdString() + " in: " + sql.left(1500).toStdString());
    return answer;
}

bool AttackOffice::isReady()
{
    const RawAnswer made = m_root->run("SELECT value FROM `" + data() + "`.meta WHERE `key`='attack_ready'");
    return made.ok() && !made.results.value(0).rows.isEmpty();
}

void AttackOffice::build(const Mutation &mutation)
{
    const ServerNames names(QString::fromLatin1(m_name));
    const QString verifier = mariadbVerifier(QString::fromLatin1(secretWord));
    QStringList statements =
        setupStatements(names, {verifier, verifier, true}) + createStatements(m_plan.registry(), names);
    if (mutation)
        mutation(statements);
    for (const QString &sql : std::as_const(statements))
        asRoot(sql.toUtf8());
    insertRows();
    if (!mutation) // which it would mend
        makeFastColumns();
    makeAccounts();
    asRoot("INSERT INTO `" + data() + "`.meta (`key`,value) VALUES ('attack_ready','1')");
}

/// Of the custom fields that are marked fast: they are no way around the rights either.
void AttackOffice::makeFastColumns()
{
    ServerAddress local;
    local.socket = m_server.socketPath();
    ServerOptions options;
    options.selectDatabase = false;
    auto root = Database::openServer(local, QStringLiteral("root"), m_server.rootPassword(), options);
    if (!upgradeOffice(*root, m_plan.registry(), ServerNames(QString::fromLatin1(m_name))))
        throw std::runtime_error("no column was made of fast custom fields");
}

void AttackOffice::insertRows()
{
    const Relations there = Relations::load(m_server, m_name);
    QMap<QByteArray, QList<PlannedInsert>> byTable;
    for (const PlannedInsert &row : m_plan.inserts())
        byTable[row.table] << row;
    // Rows refer to rows that come later, and amounts are marks that fit no sum.
    asRoot("SET foreign_key_checks=0,check_constraint_checks=0,sql_mode='STRICT_ALL_TABLES'");
    for (auto it = byTable.cbegin(); it != byTable.cend(); ++it) {
        const Relation *table = there.find(data(), it.key());
        if (!table)
            throw std::runtime_error("no table " + it.key().toStdString());
        asRoot(insertion(data(), it.key(), it.value(), table->columns));
    }
    // What the database has added up and told meanwhile would repeat the marks of other rows.
    const QList<KeptTarget> sums = allSums(m_plan.catalog().registry());
    for (const KeptTarget &sum : sums)
        asRoot("UPDATE `" + data() + "`.`" + sum.entity->key().toUtf8() + "` SET `" + sum.field->key().toUtf8() +
               "`=0");
    asRoot("DELETE FROM `" + data() + "`.changes WHERE op=" + QByteArray::number(int(ChangeOp::Follow)));
    asRoot("SET foreign_key_checks=1,check_constraint_checks=1");
}

void AttackOffice::makeAccounts()
{
    const QByteArray call = "CALL `" + data() + "`.";
    const QByteArray verifier = mariadbVerifier(QString::fromLatin1(secretWord)).toLatin1();
    asRoot("SET check_constraint_checks=0");        // a limited role divides the rows, whose amounts fit no sum
    asRoot(call + "follow_guests(NULL,NULL,NULL)"); // first: what is logged already is told to guests of that time
    for (const PlannedPerson &p : m_plan.people())
        asRoot(call + "follow_user(" + QByteArray::number(p.id) + ')');
    asRoot("SET check_constraint_checks=1");
    for (const PlannedRow &row : m_plan.rows()) {
        if (row.scope != row.id)
            continue;
        QByteArrayList members{row.columns.value(row.entity->scope().field.toUtf8())};
        for (const Id id : row.links.value(row.entity->scope().members.toUtf8()))
            members << QByteArray::number(id);
        asRoot(call + "set_node_members(" + QByteArray::number(row.id) + ",'[" + members.join(',') + "]')");
    }
    asRoot(call + "follow_team()");
    for (const PlannedPerson &p : m_plan.people())
        asRoot(call + "account_make(" + QByteArray::number(p.id) + ',' + literal(verifier) + ')');
    asRoot(call + "account_apply(0)");
}

QByteArray AttackOffice::greeting() const
{
    return "CALL `" + database() + "`.session_start('attack'," + QByteArray::number(schemaVersion) + ')';
}

QByteArray AttackOffice::password(const PlannedPerson &) { return secretWord; }

std::unique_ptr<Raw> AttackOffice::connect(const PlannedPerson &person, bool greet) const
{
    auto raw = std::make_unique<Raw>(m_server.place(), person.login, password(person), database());
    if (raw->isOpen() && greet)
        raw->run(greeting());
    return raw;
}

QMap<QByteArray, QByteArrayList> AttackOffice::snapshot()
{
    static const QSet<QByteArray> bookkeeping = {"sessions", "presence", "refusals", "done_keys", "asked"};
    QMap<QByteArray, QByteArrayList> out;
    for (const Relation &table : m_relations.all) {
        if (table.schema != data() || table.isView || bookkeeping.contains(table.name))
            continue;
        QByteArrayList lines;
        const RawAnswer answer = asRoot("SELECT * FROM " + table.full() + " ORDER BY 1,2");
        for (const QByteArrayList &row : answer.results.value(0).rows) {
            QByteArrayList cells;
            for (int i = 0; i < row.size(); ++i) {
                // Signing in is no attack.
                if (table.name == "people" && table.columns.value(i) == "last_seen")
                    continue;
                cells << table.columns.value(i) + '=' + (row[i].isNull() ? QByteArray("NULL") : row[i]);
            }
            if (!cells.contains("key=granted_version")) // the watcher's own note
                lines << cells.join('|');
        }
        out.insert(table.name, lines);
    }
    return out;
}

QByteArrayList AttackOffice::difference(const QMap<QByteArray, QByteArrayList> &before,
                                        const QMap<QByteArray, QByteArrayList> &after)
{
    QByteArrayList out;
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        const QByteArrayList &now = after.value(it.key());
        const QSet<QByteArray> was(it.value().begin(), it.value().end()), is(now.begin(), now.end());
        for (const QByteArray &row : it.value()) {
            if (!is.contains(row))
                out << it.key() + " no longer has " + row.left(400);
        }
        for (const QByteArray &row : now) {
            if (!was.contains(row))
                out << it.key() + " now has " + row.left(400);
        }
    }
    return out;
}

Attacker::Attacker(AttackOffice &office, const PlannedPerson &person, bool session)
    : office(office)
    , raw(office.connect(person, false))
    , judge(office.plan(), person, *raw, session ? office.plan().visibleSecrets(person) : QSet<int>())
{
    if (!session)
        return;
    judge.setGreeting(office.greeting());
    judge.greet();
}

void expectHarmless(const Tally &tally, const char *title)
{
    constexpr int shown = 12;
    tally.print(title);
    for (const QByteArray &leak : tally.leaks.mid(0, shown))
        ADD_FAILURE() << leak.toStdString();
    for (const QByteArray &forbidden : tally.forbidden.mid(0, shown))
        ADD_FAILURE() << forbidden.toStdString();
    EXPECT_EQ(tally.leaks.size() + tally.forbidden.size(), 0) << title;
    EXPECT_GT(tally.all(), 0) << title;
    for (auto it = tally.faulty.cbegin(); it != tally.faulty.cend(); ++it)
        ADD_FAILURE() << it.value() << " tries were none: " << it.key().toStdString() << ": "
                      << tally.faultyExample.value(it.key()).toStdString();
}

} // namespace crm::test
