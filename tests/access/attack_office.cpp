#include "tests/access/attack_office.h"
#include "core/access/ed25519_verifier.h"
#include "core/store/kept_sql.h"
#include "core/store/page.h"
#include "core/store/schema.h"
#include "core/store/server/server_schema.h"
#include "core/store/server/server_upgrade.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
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
    static AttackOffice office;
    return office;
}

AttackOffice::AttackOffice(const Mutation &mutation)
    : m_plan("p" + m_name) // accounts that begin with the database are reserved
{
    const QString from = mutation ? schemaTemplate() : wholeTemplate();
    m_server = std::make_unique<MariaDbServer>(MariaDbServer::Options{.from = from});
    connectRoot(*m_server);
    if (mutation)
        breakIt(mutation);
    m_relations = Relations::load(*m_server, m_name);
}

void AttackOffice::connectRoot(const MariaDbServer &server)
{
    m_root = std::make_unique<Raw>(server.place(), "root", server.rootPassword().toUtf8(), QByteArray());
    if (!m_root->isOpen())
        throw std::runtime_error("root: " + m_root->refusal().toStdString());
    const QStringList settings = sessionSettings(); // routines keep the collation of the connection that made them
    for (const QString &sql : settings)
        asRoot(sql.toUtf8());
}

RawAnswer AttackOffice::asRoot(const QByteArray &sql)
{
    RawAnswer answer = m_root->run(sql);
    if (!answer.ok())
        throw std::runtime_error(answer.errorText.toStdString() + " in: " + sql.left(1500).toStdString());
    return answer;
}

QStringList AttackOffice::statements() const
{
    static const QStringList all = [this] {
        const ServerNames names(QString::fromLatin1(m_name));
        const QString verifier = mariadbVerifier(QString::fromLatin1(secretWord));
        return setupStatements(names, {verifier, verifier, true}) + createStatements(m_plan.registry(), names);
    }();
    return all;
}

/// The tables, views and routines, without a row of the plan.
QString AttackOffice::schemaTemplate()
{
    const QStringList all = statements();
    return mariaDbTemplate(QStringLiteral("attack-schema"), all.join(u'\n').toUtf8(), mariaDbTemplate(),
                           [&](const MariaDbServer &server) {
                               connectRoot(server);
                               for (const QString &sql : all)
                                   asRoot(sql.toUtf8());
                           });
}

/// The whole office, as it should be; made anew by each build of this program, which knows how.
QString AttackOffice::wholeTemplate()
{
    const QFileInfo program(QCoreApplication::applicationFilePath());
    const QString build = program.lastModified().toString(Qt::ISODateWithMs);
    return mariaDbTemplate(QStringLiteral("attack-whole"), build.toUtf8(), schemaTemplate(),
                           [&](const MariaDbServer &server) {
                               connectRoot(server);
                               insertRows();
                               makeFastColumns(server);
                               makeAccounts();
                           });
}

/// Before it has rows and people, since what is made of these by procedures may be what is broken. Columns of fast
/// fields would mend it.
void AttackOffice::breakIt(const Mutation &mutation)
{
    const QStringList whole = statements();
    QStringList broken = whole;
    mutation(broken);
    for (qsizetype i = 0; i < broken.size(); ++i) {
        if (broken[i] != whole.value(i))
            asRoot(broken[i].toUtf8());
    }
    insertRows();
    makeAccounts();
}

/// Of the custom fields that are marked fast: they are no way around the rights either.
void AttackOffice::makeFastColumns(const MariaDbServer &server)
{
    ServerAddress local;
    local.socket = server.socketPath();
    ServerOptions options;
    options.selectDatabase = false;
    auto root = Database::openServer(local, QStringLiteral("root"), server.rootPassword(), options);
    if (!upgradeOffice(*root, m_plan.registry(), ServerNames(QString::fromLatin1(m_name))))
        throw std::runtime_error("no column was made of fast custom fields");
}

void AttackOffice::insertRows()
{
    QHash<QByteArray, QByteArrayList> columns;
    const RawAnswer known =
        asRoot("SELECT table_name,column_name FROM information_schema.columns WHERE table_schema=" + literal(data()));
    for (const QByteArrayList &row : known.results.value(0).rows)
        columns[row.value(0)] << row.value(1);
    QMap<QByteArray, QList<PlannedInsert>> byTable;
    for (const PlannedInsert &row : m_plan.inserts())
        byTable[row.table] << row;
    // Rows refer to rows that come later, and amounts are marks that fit no sum.
    asRoot("SET foreign_key_checks=0,check_constraint_checks=0,sql_mode='STRICT_ALL_TABLES'");
    for (auto it = byTable.cbegin(); it != byTable.cend(); ++it) {
        if (!columns.contains(it.key()))
            throw std::runtime_error("no table " + it.key().toStdString());
        asRoot(insertion(data(), it.key(), it.value(), columns.value(it.key())));
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
    auto raw = std::make_unique<Raw>(m_server->place(), person.login, password(person), database());
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
