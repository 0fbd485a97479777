#include "core/store/server/server_upgrade.h"
#include "core/model/error.h"
#include "core/store/schema.h"
#include "core/store/server/server_schema.h"
#include <QCoreApplication>
#include <QThread>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::ServerUpgrade)
};
constexpr int mostTries = 10; // with the lock wait of 5 s that sessionSettings() sets
constexpr int pauseMs = 1000;

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

void upgradeOffice(Database &db, const Registry &registry, const ServerNames &names, const Progress &progress)
{
    ServerState state;
    {
        Rows rows = db.run(stateQuery(names));
        while (rows.next())
            state.add(rows.text(0), rows.text(1), rows.text(2));
    }
    if (state.meta.value(QStringLiteral("min_compatible")).toInt() > schemaVersion)
        throw Error(ErrorKind::Unsupported,
                    Tr::tr("The office “%1” belongs to a newer version of the program. Install that version here.")
                        .arg(names.database()));
    if (!needsUpgrade(registry, names, state))
        return;
    try {
        runSteps(db, upgradeStatements(registry, names, state), progress);
    } catch (...) {
        db.exec(endMaintenanceStatement(names));
        throw;
    }
}

} // namespace crm
