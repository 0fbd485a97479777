// Statements that read: plainly, by side effects, through what the server tells about itself.
#pragma once
#include "tests/access/attack_judge.h"

namespace crm::test {

/// A table or view as information_schema names it.
struct Relation
{
    QByteArray schema, name;
    QByteArrayList columns;
    bool isView = false;
    QByteArray full() const { return '`' + schema + "`.`" + name + '`'; }
    QByteArray key() const { return columns.contains("id") ? "id" : columns.value(0); }
};
struct Routine
{
    QByteArray schema, name;
    bool isFunction = false;
    QByteArrayList parameterTypes; ///< "bigint", "longtext"; those of in parameters
    QByteArray full() const { return '`' + schema + "`.`" + name + '`'; }
};
struct Relations
{
    QByteArray database, data; ///< the schema of the views, and that of the tables
    QList<Relation> all;
    QList<Routine> routines;
    const Relation *find(const QByteArray &schema, const QByteArray &name) const;
    static Relations load(const MariaDbServer &server, const QByteArray &database);
};

/// SELECT of all, of each column, counts, extremes, by id, range and known values.
void attackPlainly(Judge &judge, const Relation &relation);
/// Everything but SELECT: INSERT, UPDATE, DROP, LOCK, HANDLER, LOAD DATA ...
void attackWithVerbs(Judge &judge, const Relation &relation);
/// Side-effect expressions over each column, in each place of a statement.
/// @param perColumn how many of the combinations each column gets; they rotate, so that all come up
void attackByEffects(Judge &judge, const Relations &relations, const Relation &relation, int perColumn);
/// Waits, locks and the like that depend on a hidden value.
void attackByTiming(Judge &judge, const Relation &relation);
/// information_schema, SHOW, mysql.*, roles, settings, users.
void attackServer(Judge &judge, const Relations &relations);
/// Every routine of the schema `data`: to be called, read, changed by nobody.
void attackInside(Judge &judge, const Relations &relations);
/// Those of the other, with arguments of every sort: NULL everywhere, others' ids, huge, negative, no JSON.
void attackOddly(Judge &judge, const Relations &relations);
/// By the protocol of prepared statements, with values bound.
void attackBound(Judge &judge, const Relations &relations);
/// The same with 10 MB in each text.
void attackHugely(Judge &judge, const Relations &relations);

/// The names of effects and places, for the check that each of them works where it may.
QByteArrayList effectNames();
QByteArrayList placeNames();

} // namespace crm::test
