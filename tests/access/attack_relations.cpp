// What there is to attack, as the server itself lists it, and the plain ways to attack a table or a view.
#include "tests/access/attack_reading.h"

namespace crm::test {

Relations Relations::load(const MariaDbServer &server, const QByteArray &database)
{
    Relations out{database, database + "_data", {}, {}};
    const QString both = QString::fromUtf8('(' + literal(out.database) + ',' + literal(out.data) + ')');
    const auto rows = [&](const char *sql) { return server.sql(QString::fromLatin1(sql).arg(both)); };
    // Joined here: the server has no index on these and would compare all with all.
    QSet<QPair<QString, QString>> views;
    for (const QStringList &row :
         rows("SELECT table_schema,table_name FROM information_schema.views WHERE table_schema IN %1"))
        views.insert({row[0], row[1]});
    for (const QStringList &row : rows("SELECT table_schema,table_name,column_name FROM information_schema.columns "
                                       "WHERE table_schema IN %1 ORDER BY 1,2,ordinal_position")) {
        const QByteArray schema = row[0].toUtf8(), name = row[1].toUtf8();
        if (out.all.isEmpty() || out.all.last().schema != schema || out.all.last().name != name)
            out.all << Relation{schema, name, {}, views.contains({row[0], row[1]})};
        out.all.last().columns << row[2].toUtf8();
    }
    QHash<QStringList, QByteArrayList> parameters; // by schema, name and type of the routine
    for (const QStringList &row : rows("SELECT specific_schema,specific_name,routine_type,data_type "
                                       "FROM information_schema.parameters WHERE specific_schema IN %1 "
                                       "AND ordinal_position>0 ORDER BY 1,2,ordinal_position"))
        parameters[row.mid(0, 3)] << row[3].toUtf8();
    for (const QStringList &row : rows("SELECT routine_schema,routine_name,routine_type "
                                       "FROM information_schema.routines WHERE routine_schema IN %1 ORDER BY 1,2"))
        out.routines << Routine{row[0].toUtf8(), row[1].toUtf8(), row[2] == QLatin1String("FUNCTION"),
                                parameters.value(row)};
    return out;
}

const Relation *Relations::find(const QByteArray &schema, const QByteArray &name) const
{
    for (const Relation &relation : all) {
        if (relation.schema == schema && relation.name == name)
            return &relation;
    }
    return nullptr;
}

void attackPlainly(Judge &judge, const Relation &relation)
{
    const QByteArray from = " FROM " + relation.full(), key = '`' + relation.key() + '`';
    judge.attempt("select all", "SELECT *" + from);
    judge.attempt("select count", "SELECT COUNT(*),MAX(" + key + "),MIN(" + key + ')' + from);
    judge.attempt("select natural join", "SELECT *" + from + " a NATURAL JOIN " + relation.full() + " b");
    Id id = 0;
    for (const PlannedRow &row : judge.plan().rows()) {
        if (relation.name.startsWith(row.entity->key().toUtf8()) && !judge.plan().sees(judge.person(), row))
            id = row.id;
    }
    const QByteArray hidden = QByteArray::number(id);
    for (const char *where : {"=%1", " IN (%1,%1-1,%1+1)", " BETWEEN %1-3 AND %1+3", ">=%1-1", "<>%1"})
        judge.attempt("select by key", "SELECT *" + from + " WHERE " + key + QByteArray(where).replace("%1", hidden));
    int turn = int(judge.person().id % 2);
    for (const QByteArray &name : relation.columns) {
        const QByteArray column = '`' + name + '`';
        judge.attempt("select column", "SELECT " + column + from);
        if (!relation.isView)
            continue; // the table as a whole is refused, or each of its columns would be given
        judge.attempt("select aggregates", "SELECT MAX(" + column + "),GROUP_CONCAT(" + column + ')' + from);
        if (++turn % 2)
            judge.attempt("select column by key", "SELECT " + column + from + " WHERE " + key + '=' + hidden);
        else
            judge.attempt("select like", "SELECT " + column + from + " WHERE " + column + " LIKE 's3c%' OR " + column +
                                             ">'5' ORDER BY " + column);
    }
}

void attackWithVerbs(Judge &judge, const Relation &relation)
{
    const QByteArray t = relation.full(), key = '`' + relation.key() + '`';
    const QByteArray c = '`' + relation.columns.value(relation.columns.size() > 1 ? 1 : 0) + '`';
    const QByteArray name = '`' + relation.name + '`', own = '`' + relation.schema + "`.`stolen`";
    const char *const statements[] = {
        "INSERT INTO %t (%k) VALUES (1)",
        "INSERT IGNORE INTO %t (%k) VALUES (1)",
        "INSERT INTO %t SELECT * FROM %t",
        "INSERT INTO %t SET %k=1 ON DUPLICATE KEY UPDATE %c=(@x:=%c)",
        "INSERT INTO %t (%k) VALUES (1) RETURNING *",
        "REPLACE INTO %t (%k) VALUES (1)",
        "UPDATE %t SET %c=NULL",
        "UPDATE IGNORE %t SET %c=%c WHERE %k=1 AND (@x:=%c) IS NOT NULL",
        "UPDATE %t a JOIN %t b ON a.%k=b.%k SET a.%c=b.%c",
        "DELETE FROM %t",
        "DELETE FROM %t WHERE (@x:=%c) IS NOT NULL RETURNING *",
        "DELETE a FROM %t a JOIN %t b ON a.%k=b.%k",
        "TRUNCATE TABLE %t",
        "DROP TABLE %t",
        "DROP VIEW %t",
        "RENAME TABLE %t TO %o",
        "ALTER TABLE %t ADD COLUMN stolen INT",
        "ALTER TABLE %t DROP COLUMN %c",
        "ALTER TABLE %t DISABLE KEYS",
        "ALTER VIEW %t AS SELECT 1",
        "CREATE OR REPLACE VIEW %t AS SELECT 1",
        "CREATE VIEW %o AS SELECT * FROM %t",
        "CREATE TABLE %o AS SELECT * FROM %t",
        "CREATE TABLE %o LIKE %t",
        "CREATE TEMPORARY TABLE %o AS SELECT * FROM %t",
        "CREATE TEMPORARY TABLE %o LIKE %t",
        "CREATE INDEX stolen ON %t (%c)",
        "DROP INDEX `PRIMARY` ON %t",
        "CREATE TRIGGER %o BEFORE INSERT ON %t FOR EACH ROW SET @x=1",
        "CREATE TRIGGER %o AFTER UPDATE ON %t FOR EACH ROW SET @x=OLD.%c",
        "LOCK TABLES %t READ",
        "LOCK TABLES %t WRITE",
        "HANDLER %t OPEN",
        "SELECT * FROM %t PROCEDURE ANALYSE()",
        "SELECT * FROM %t INTO OUTFILE '/tmp/attack_stolen'",
        "SELECT %c FROM %t LIMIT 1 INTO DUMPFILE '/tmp/attack_stolen'",
        "LOAD DATA INFILE '/etc/passwd' INTO TABLE %t",
        "LOAD DATA LOCAL INFILE '/etc/passwd' INTO TABLE %t",
        "LOAD XML INFILE '/etc/passwd' INTO TABLE %t",
        "SHOW CREATE TABLE %t",
        "SHOW CREATE VIEW %t",
        "EXPLAIN SELECT * FROM %t",
        "EXPLAIN EXTENDED SELECT * FROM %t WHERE %k=1",
        "EXPLAIN FORMAT=JSON SELECT * FROM %t",
        "ANALYZE SELECT * FROM %t",
        "ANALYZE FORMAT=JSON SELECT * FROM %t WHERE %c='x'",
        "ANALYZE FORMAT=JSON UPDATE %t SET %c=1",
        "FLUSH TABLES %t WITH READ LOCK",
        "FLUSH TABLES %t FOR EXPORT",
        "BACKUP LOCK %t",
        "GRANT SELECT ON %t TO CURRENT_USER()",
        "REVOKE ALL ON %t FROM CURRENT_USER()",
        "EXECUTE IMMEDIATE 'UPDATE %t SET %c=NULL'",
        "CREATE SEQUENCE %o",
        "SELECT NEXT VALUE FOR %t",
        "SELECT LASTVAL(%t)",
        "DO SETVAL(%t,1)",
        "CREATE EVENT %o ON SCHEDULE EVERY 1 SECOND DO DELETE FROM %t",
        "CREATE PROCEDURE %o() SELECT * FROM %t",
        "CREATE FUNCTION %o() RETURNS INT RETURN (SELECT COUNT(*) FROM %t)",
        "BEGIN NOT ATOMIC DECLARE v CURSOR FOR SELECT %k FROM %t; OPEN v; DELETE FROM %t; END",
    };
    for (const char *statement : statements) {
        QByteArray sql = statement;
        sql.replace("%t", t).replace("%k", key).replace("%c", c).replace("%o", own);
        judge.mustFail("verb " + QByteArray(statement).left(12).trimmed(), sql);
    }
    // These may be answered, without a secret.
    for (const char *statement :
         {"SHOW COLUMNS FROM %t", "SHOW INDEX FROM %t", "SHOW TABLE STATUS FROM %s LIKE '%n'",
          "CHECKSUM TABLE %t EXTENDED", "CHECK TABLE %t", "ANALYZE TABLE %t PERSISTENT FOR ALL", "OPTIMIZE TABLE %t",
          "REPAIR TABLE %t", "CACHE INDEX %t IN hot", "SHOW TRIGGERS FROM %s LIKE '%n'", "HELP '%n'"}) {
        QByteArray sql = statement;
        sql.replace("%t", t).replace("%s", '`' + relation.schema + '`').replace("%n", relation.name);
        judge.attempt("show " + QByteArray(statement).left(10).trimmed(), sql);
    }
}

} // namespace crm::test
