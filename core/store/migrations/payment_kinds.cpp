// Step 2: payments are of a kind (payment, refund, credit) and say what of them counts for the client; credit notes say
// what of them is set against their invoice. What was there before counts as it did. Two generated columns are of
// another formula from now on: they are dropped, and sync makes them anew.
//
// Names and formulas stand here as they were when the step was written, whatever becomes of the declarations.
#include "core/store/migrations/payment_kinds.h"
#include "core/store/server/server_names.h"
#include "core/store/server/server_text.h"

namespace crm {

namespace {
bool hasColumn(Database &db, const QString &table, const QString &column)
{
    return !db.scalar(QStringLiteral("SELECT 1 FROM pragma_table_xinfo(?) WHERE name=?"), {table, column}).isNull();
}

/// A new column, filled with this.
void addFilled(Database &db, const QString &table, const QString &column, const QString &type, const QString &value)
{
    if (!hasColumn(db, table, column))
        db.exec(QStringLiteral("ALTER TABLE main.`%1` ADD COLUMN `%2` %3").arg(table, column, type));
    db.exec(QStringLiteral("UPDATE main.`%1` SET `%2`=%3 WHERE `%2` IS NULL").arg(table, column, value));
}

void dropGenerated(Database &db, const QString &table, const QString &column)
{
    if (!hasColumn(db, table, column))
        return;
    db.exec(QStringLiteral("DROP INDEX IF EXISTS main.`%1__ix_%2`").arg(table, column));
    db.exec(QStringLiteral("ALTER TABLE main.`%1` DROP COLUMN `%2`").arg(table, column));
}

void onFile(Database &db)
{
    // A file may be of a time before there were payments.
    if (hasColumn(db, QStringLiteral("payments"), QStringLiteral("amount"))) {
        addFilled(db, QStringLiteral("payments"), QStringLiteral("kind"), QStringLiteral("TEXT"),
                  QStringLiteral("'payment'"));
        addFilled(db, QStringLiteral("payments"), QStringLiteral("received"), QStringLiteral("INTEGER"),
                  QStringLiteral("`amount`"));
    }
    if (hasColumn(db, QStringLiteral("credit_notes"), QStringLiteral("counted")))
        addFilled(db, QStringLiteral("credit_notes"), QStringLiteral("applied"), QStringLiteral("INTEGER"),
                  QStringLiteral("`counted`"));
    dropGenerated(db, QStringLiteral("payments"), QStringLiteral("rest"));
    dropGenerated(db, QStringLiteral("invoices"), QStringLiteral("settled"));
}

/// Columns that are filled while they are made: as generated ones, which become plain ones then.
QStringList onServer(const ServerNames &names)
{
    const auto dropped = [&](const QString &table, const QString &column) {
        return QStringLiteral("ALTER TABLE IF EXISTS %1 DROP KEY IF EXISTS `ix_%2`, DROP CONSTRAINT IF EXISTS "
                              "`ck_%2`, DROP COLUMN IF EXISTS `%2`")
            .arg(names.table(table), column);
    };
    const auto filledAs = [&](const QString &table, const QString &column, const QString &type, const QString &value) {
        const QString alter = QStringLiteral("ALTER TABLE IF EXISTS %1 ").arg(names.table(table));
        return QStringList{
            alter + QStringLiteral("ADD COLUMN IF NOT EXISTS `%1` %2 AS (%3) PERSISTENT").arg(column, type, value),
            alter + QStringLiteral("MODIFY COLUMN IF EXISTS `%1` %2").arg(column, type)};
    };
    const QString number = QStringLiteral("BIGINT"), key = QStringLiteral("VARCHAR(48) ") + binaryText;
    return filledAs(QStringLiteral("payments"), QStringLiteral("kind"), key, QStringLiteral("'payment'")) +
           filledAs(QStringLiteral("payments"), QStringLiteral("received"), number, QStringLiteral("`amount`")) +
           filledAs(QStringLiteral("credit_notes"), QStringLiteral("applied"), number, QStringLiteral("`counted`")) +
           QStringList{dropped(QStringLiteral("payments"), QStringLiteral("rest")),
                       dropped(QStringLiteral("invoices"), QStringLiteral("settled"))};
}
} // namespace

MigrationStep paymentKinds()
{
    return {2, QStringLiteral("Payments are of a kind, credit notes say what their invoice takes"), onFile, onServer};
}

} // namespace crm
