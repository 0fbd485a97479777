#include "core/store/leases.h"
#include "core/access/policy.h"
#include "core/store/stored_documents.h"

namespace crm {

bool takeLease(Database &db, const QString &name, const QString &holder, const Actor &actor, int seconds)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Transaction transaction(db);
    bool theirs = false;
    {
        Rows rows = db.run(QStringLiteral("SELECT holder, until_at FROM main.leases WHERE name=?"), {name});
        if (rows.next()) {
            theirs = rows.text(0) == holder && !rows.isNull(1);
            if (!theirs && !rows.isNull(1) && fromStored(rows.value(1)) > now)
                return false;
        }
    }
    const qint64 until = toStored(now.addSecs(seconds));
    if (theirs) {
        db.run(QStringLiteral("UPDATE main.leases SET until_at=? WHERE name=?"), {until, name});
    } else {
        db.run(
            QStringLiteral("INSERT INTO main.leases (name,holder,holder_name,until_at,started_at) VALUES (?,?,?,?,?) "
                           "ON CONFLICT(name) DO UPDATE SET holder=excluded.holder, "
                           "holder_name=excluded.holder_name, until_at=excluded.until_at, "
                           "started_at=excluded.started_at"),
            {name, holder, actor.name, until, toStored(now)});
    }
    transaction.commit();
    return true;
}

void releaseLease(Database &db, const QString &name, const QString &holder, const QString &outcome)
{
    const QString done = outcome.isNull() ? QString() : QStringLiteral(", finished_at=?, outcome=?");
    QVariantList values;
    if (!outcome.isNull())
        values << toStored(QDateTime::currentDateTimeUtc()) << outcome;
    db.run(QStringLiteral("UPDATE main.leases SET until_at=NULL%1 WHERE name=? AND holder=?").arg(done),
           values << name << holder);
}

QList<Lease> readLeases(Database &db)
{
    QList<Lease> out;
    Rows rows = db.run(QStringLiteral("SELECT name, holder_name, until_at, started_at, finished_at, outcome "
                                      "FROM main.leases ORDER BY name"));
    while (rows.next()) {
        out << Lease{
            rows.text(0), rows.text(1), fromStored(rows.value(2)), fromStored(rows.value(3)), fromStored(rows.value(4)),
            rows.text(5)};
    }
    return out;
}

} // namespace crm
