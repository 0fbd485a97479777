// Step 3: a kind of record may have several series of numbers, one for each company: the index that allowed one falls.
// A program of the time before would number by whichever it found first.
#include "core/store/migrations/own_series.h"
#include "core/store/server/server_names.h"

namespace crm {

namespace {
void onFile(Database &db) { db.exec(QStringLiteral("DROP INDEX IF EXISTS main.`number_series__ix_entity_u`")); }

QStringList onServer(const ServerNames &names)
{
    return {QStringLiteral("ALTER TABLE IF EXISTS %1 DROP KEY IF EXISTS `u_entity`")
                .arg(names.table(QStringLiteral("number_series")))};
}
} // namespace

MigrationStep ownSeries()
{
    return {3, QStringLiteral("Companies have series of numbers of their own"), onFile, onServer};
}

} // namespace crm
