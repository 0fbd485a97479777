#include "core/store/server/server_upgrade.h"
#include "core/model/error.h"
#include "core/store/codec.h"
#include "core/store/search_text.h"
#include "core/store/server/server_fast.h"
#include "core/store/server/server_kept.h"
#include "core/store/server/server_schema.h"
#include "core/store/server/server_text.h"
#include "core/store/stored_documents.h"
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QThread>
#include <QVersionNumber>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::ServerUpgrade)
};
Q_LOGGING_CATEGORY(log, "mycrm.store")
constexpr int mostTries = 25; // with the lock wait of 2 s that sessionSettings() sets
constexpr int pauseMs = 500;
constexpr int longestWaitS = 900;       ///< for another administrator who upgrades the same office
constexpr int longestSavingMs = 45'000; ///< the office's watcher ends who idles in a transaction after 30 s
constexpr int rowsAtOnce = 500;

void runPatiently(Database &db, const QString &statement)
{
    for (int tried = 1;; ++tried) {
        try {
            db.exec(statement);
            return;
        } catch (const Error &error) {
            // One open transaction of somebody else is enough; later readers would queue up behind a longer wait.
            if (error.kind() != ErrorKind::Busy || tried == mostTries)
                throw;
        }
        QThread::msleep(pauseMs);
    }
}

ServerState stateOf(Database &db, const ServerNames &names)
{
    ServerState state;
    Rows rows = db.run(stateQuery(names));
    while (rows.next())
        state.add(rows.text(0), rows.text(1), rows.text(2));
    return state;
}

/// Routines and views are made anew as a whole, so nobody may make them who knows less than the office holds.
void refuseToForget(const Registry &registry, const ServerNames &names, const ServerState &state,
                    const QString &program)
{
    const QVersionNumber theirs = QVersionNumber::fromString(state.meta.value(QStringLiteral("program"))),
                         ours = QVersionNumber::fromString(program);
    if (!ours.isNull() && theirs > ours)
        throw Error(ErrorKind::Unsupported,
                    Tr::tr("The office “%1” was brought up to version %2 already; this is %3. Use that version here.")
                        .arg(names.database(), theirs.toString(), ours.toString()));
    QStringList unknown;
    for (const QString &part : state.parts) {
        const QString kind = part.section(u'/', 0, 0), entity = part.section(u'/', 1, 1);
        const Entity *known = registry.find(entity);
        if (kind == u"entity" && !known)
            unknown << entity;
        // A newer program may have dropped a field; one of the same version lacks a plugin.
        if (kind == u"shown" && known && !(ours > theirs)) {
            const QString column = part.section(u'/', 2);
            if (!column.endsWith(u"__f") && !serverSystemColumns().contains(column) && column != u"live" &&
                !column.startsWith(u"extra") && !column.startsWith(u"g_") && !known->field(column))
                unknown << entity + u'.' + column;
        }
    }
    unknown.sort();
    if (!unknown.isEmpty())
        throw Error(
            ErrorKind::Unsupported,
            Tr::tr("The office “%1” holds what this program does not know: %2. It comes from a newer version or "
                   "from a plugin that is missing here. Nothing was changed; install that first.")
                .arg(names.database(), unknown.join(QStringLiteral(", "))));
}

/// Who began to save before the flag was up comes to an end: procedures must not change under their feet.
void waitForSavers(Database &db, const ServerNames &names)
{
    const QString open =
        filled(names, "SELECT COUNT(*) FROM information_schema.INNODB_TRX x JOIN information_schema.PROCESSLIST l ON "
                      "l.ID=x.trx_mysql_thread_id WHERE l.ID<>CONNECTION_ID() AND l.DB IN ('{name}','{name}_data') AND "
                      "x.trx_started<=FROM_UNIXTIME(?)");
    const qint64 raised = db.scalar(QStringLiteral("SELECT FLOOR(UNIX_TIMESTAMP(SYSDATE()))")).toLongLong();
    QElapsedTimer since;
    since.start();
    while (db.scalar(open, {raised}).toLongLong() > 0) {
        if (since.elapsed() > longestSavingMs)
            throw Error(ErrorKind::Busy, Tr::tr("Somebody is in the middle of a long piece of work on “%1”. Try again "
                                                "later; `mycrmctl server people` shows who is connected.")
                                             .arg(names.database()));
        QThread::msleep(100);
    }
}

void runMigrations(Database &db, const ServerNames &names, const ServerState &state, const ProgramSchema &program)
{
    const int from = state.meta.value(QStringLiteral("schema_version")).toInt();
    for (const MigrationStep &step : program.steps) {
        if (step.number <= from || !step.onServer ||
            !db.scalar(filled(names, "SELECT 1 FROM {data}.schema_steps WHERE number=?"), {step.number}).isNull())
            continue;
        qCInfo(log, "migration %d: %s", step.number, qPrintable(step.description));
        const QStringList statements = step.onServer(names);
        for (const QString &statement : statements)
            runPatiently(db, statement);
        db.run(filled(names, "INSERT INTO {data}.schema_steps (number,description,done_at) VALUES (?,?,"
                             "CAST(UNIX_TIMESTAMP(SYSDATE(3))*1000 AS SIGNED))"),
               {step.number, step.description});
    }
}

/// Fills the search texts of an entity whose searchable fields are others than before.
void refreshSearch(Database &db, const ServerNames &names, const Entity &entity)
{
    QList<const Field *> fields;
    QStringList columns{QStringLiteral("id")};
    for (const Field &f : entity.fieldList()) {
        if (f.isSearchable() && hasColumn(f)) {
            fields << &f;
            columns << quoted(f.key());
        }
    }
    const QString read = QStringLiteral("SELECT %1 FROM %2 WHERE id>? ORDER BY id LIMIT %3")
                             .arg(columns.join(u','), names.table(entity.key()))
                             .arg(rowsAtOnce);
    const QString write = QStringLiteral("REPLACE INTO %1 (id,text_all,words_all,text_internal,words_internal) VALUES "
                                         "(?,?,?,?,?)")
                              .arg(names.table(serverSearchTable(entity)));
    for (Id last = 0;;) {
        QList<Record> part;
        {
            Rows rows = db.run(read, {last});
            while (rows.next()) {
                Record record(entity, rows.integer(0));
                for (qsizetype i = 0; i < fields.size(); ++i)
                    record.set(fields[i]->key(), fromColumn(*fields[i], rows.value(int(i) + 1)));
                part << record;
            }
        }
        if (part.isEmpty())
            return;
        last = part.last().id();
        Transaction transaction(db);
        for (const Record &record : std::as_const(part)) {
            const QString all = searchText(record, FieldClass::All),
                          internal = searchText(record, FieldClass::Internal);
            db.run(write, {record.id(), all, trigramWords(all), internal, trigramWords(internal)});
        }
        transaction.commit();
    }
}

void upgradeTables(Database &db, const Registry &registry, const ServerNames &names, const ServerState &before,
                   const ProgramSchema &program, const Progress &progress)
{
    runMigrations(db, names, before, program);
    const ServerState now = stateOf(db, names);
    runSteps(db, missingStatements(registry, names, now), progress);
    const auto wasThere = [&](const QString &table, const QString &column) {
        return now.parts.contains(QStringLiteral("column/%1/%2").arg(table, column));
    };
    runSteps(db, recountStatements(registry, names, wasThere), progress);
    for (const auto &entity : registry.entities()) {
        const QString made = before.meta.value(QStringLiteral("search:") + entity->key());
        if (isSearched(*entity) && before.parts.contains(QStringLiteral("column/%1/id").arg(entity->key())) &&
            made != searchedFields(*entity))
            refreshSearch(db, names, *entity);
    }
}
/// Where MariaDB refuses a column, because the row has no room or the table too many keys, its field does without.
FastPlan addFastColumns(Database &db, const Registry &registry, const ServerNames &names)
{
    FastPlan plan = planFast(db, registry, names, stateOf(db, names));
    for (const auto &[column, statement] : std::as_const(plan.additions)) {
        try {
            runPatiently(db, statement);
        } catch (const Error &e) {
            if (e.kind() == ErrorKind::Busy || e.kind() == ErrorKind::Connection || db.isLost())
                throw;
            qCWarning(log, "custom field %s.%s gets no index: %s", qPrintable(column.entity), qPrintable(column.key),
                      qPrintable(e.details()));
            plan.now.removeOne(column);
        }
    }
    return plan;
}

QStringList lastStatements(const Registry &registry, const ServerNames &names, const ProgramSchema &program,
                           const QString &version, const FastPlan &fast, bool whole)
{
    return whole ? finishingStatements(registry, names, program.version, program.minCompatible, version, fast.now,
                                       fast.leftOver)
                 : fastStatements(registry, names, fast.before, fast.now, fast.leftOver);
}
} // namespace

void runSteps(Database &db, const QStringList &statements, const Progress &progress)
{
    qint64 done = 0;
    for (const QString &statement : statements) {
        if (progress && !progress(done++, statements.size()))
            throw Error(ErrorKind::Cancelled, Tr::tr("Cancelled. Run it again to finish the office."));
        runPatiently(db, statement);
    }
    if (progress)
        progress(statements.size(), statements.size());
}

bool upgradeOffice(Database &db, const Registry &registry, const ServerNames &names, const Progress &progress,
                   const ProgramSchema &program)
{
    const ServerState state = stateOf(db, names);
    const int stored = state.meta.value(QStringLiteral("schema_version")).toInt();
    if (state.meta.value(QStringLiteral("min_compatible")).toInt() > program.version || stored > program.version)
        throw Error(ErrorKind::Unsupported,
                    Tr::tr("The office “%1” belongs to a newer version of the program. Install that version here.")
                        .arg(names.database()));
    const bool whole = needsUpgrade(registry, names, state) || stored != program.version;
    if (!whole && !planFast(db, registry, names, state).differs())
        return false;
    const QString version = program.program.isEmpty() ? QCoreApplication::applicationVersion() : program.program;
    if (stored == program.version)
        refuseToForget(registry, names, state, version);
    for (const QString &statement : maintenanceStatements(names))
        runPatiently(db, statement);
    FastPlan fast;
    try {
        waitForSavers(db, names);
        if (whole)
            upgradeTables(db, registry, names, state, program, progress);
        fast = addFastColumns(db, registry, names);
    } catch (...) {
        try {
            if (!db.isLost() && state.meta.value(QStringLiteral("maintenance")).toInt() == 0)
                db.exec(endMaintenanceStatement(names));
        } catch (const Error &e) {
            qCWarning(log, "%s", qPrintable(e.details())); // what caused it is on its way
        }
        throw;
    }
    const auto tellOnly = [&](qint64 done, qint64 total) {
        if (progress)
            progress(done, total);
        return true;
    };
    try {
        runSteps(db, lastStatements(registry, names, program, version, fast, whole), tellOnly);
    } catch (const Error &e) {
        throw Error(e.kind(),
                    Tr::tr("%1 The upgrade of “%2” is half done: people can read, but not save. Run it again.")
                        .arg(e.sentence(), names.database()),
                    e.details());
    }
    return true;
}

void takeTurn(Database &db, const ServerNames &names, const Progress &progress)
{
    QElapsedTimer since;
    since.start();
    const QString lock = names.database() + QStringLiteral("_setup");
    while (db.scalar(QStringLiteral("SELECT GET_LOCK(?,?)"), {lock, 1}).toInt() != 1) {
        if (progress && !progress(0, 0))
            throw Error(ErrorKind::Cancelled, Tr::tr("Cancelled. Nothing was changed."));
        if (since.elapsed() > longestWaitS * 1000)
            throw Error(ErrorKind::Busy,
                        Tr::tr("Somebody else is setting up or upgrading “%1”. Try again when they are done.")
                            .arg(names.database()));
    }
}

bool upgradeAsOwner(const MariaDbAdministrator &owner, const Registry &registry, const QString &database,
                    const Progress &progress, const ProgramSchema &program)
{
    const ServerNames names(database);
    auto db = openAdministrator(owner);
    takeTurn(*db, names, progress);
    if (db->scalar(QStringLiteral("SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA=? AND "
                                  "TABLE_NAME='feed_head'"),
                   {names.data()})
            .toLongLong() == 0)
        throw Error(ErrorKind::NotFound,
                    Tr::tr("There is no office “%1” on this server, or this account may not upgrade it. Come as %2.")
                        .arg(database, names.owner()));
    return upgradeOffice(*db, registry, names, progress, program);
}

} // namespace crm
