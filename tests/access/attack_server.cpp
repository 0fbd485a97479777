// What the server tells about itself, and what an account may do to itself and to others.
#include "tests/access/attack_reading.h"

namespace crm::test {

namespace {
constexpr const char *tells[] = {
    "SELECT * FROM information_schema.tables",
    "SELECT * FROM information_schema.columns",
    "SELECT * FROM information_schema.statistics",
    "SELECT * FROM information_schema.views",
    "SELECT * FROM information_schema.routines",
    "SELECT * FROM information_schema.parameters",
    "SELECT * FROM information_schema.triggers",
    "SELECT * FROM information_schema.events",
    "SELECT * FROM information_schema.processlist",
    "SELECT * FROM information_schema.user_privileges",
    "SELECT * FROM information_schema.table_privileges",
    "SELECT * FROM information_schema.schema_privileges",
    "SELECT * FROM information_schema.applicable_roles",
    "SELECT * FROM information_schema.enabled_roles",
    "SELECT * FROM information_schema.check_constraints",
    "SELECT * FROM information_schema.key_column_usage",
    "SELECT * FROM information_schema.referential_constraints",
    "SELECT * FROM information_schema.partitions",
    "SELECT * FROM information_schema.files",
    "SELECT * FROM information_schema.user_variables",
    "SELECT * FROM information_schema.optimizer_trace",
    "SELECT * FROM information_schema.client_statistics",
    "SELECT * FROM information_schema.user_statistics",
    "SELECT * FROM information_schema.table_statistics",
    "SELECT * FROM information_schema.index_statistics",
    "SELECT * FROM information_schema.innodb_trx",
    "SELECT * FROM information_schema.innodb_locks",
    "SELECT * FROM information_schema.innodb_lock_waits",
    "SELECT * FROM information_schema.innodb_buffer_page",
    "SELECT * FROM information_schema.innodb_buffer_page_lru",
    "SELECT * FROM information_schema.innodb_buffer_pool_stats",
    "SELECT * FROM information_schema.innodb_sys_tables",
    "SELECT * FROM information_schema.innodb_sys_tablestats",
    "SELECT * FROM information_schema.innodb_sys_columns",
    "SELECT * FROM information_schema.innodb_sys_indexes",
    "SELECT * FROM information_schema.innodb_ft_index_table",
    "SELECT * FROM information_schema.innodb_ft_index_cache",
    "SELECT * FROM information_schema.innodb_ft_config",
    "SELECT * FROM information_schema.innodb_metrics",
    "SELECT * FROM information_schema.innodb_cmp_per_index",
    "SELECT * FROM information_schema.system_variables",
    "SELECT * FROM information_schema.session_variables",
    "SELECT * FROM information_schema.global_status",
    "SELECT * FROM information_schema.profiling",
    "SELECT * FROM mysql.global_priv",
    "SELECT * FROM mysql.user",
    "SELECT * FROM mysql.db",
    "SELECT * FROM mysql.proc",
    "SELECT * FROM mysql.tables_priv",
    "SELECT * FROM mysql.columns_priv",
    "SELECT * FROM mysql.procs_priv",
    "SELECT * FROM mysql.roles_mapping",
    "SELECT * FROM mysql.event",
    "SELECT * FROM mysql.column_stats",
    "SELECT * FROM mysql.table_stats",
    "SELECT * FROM mysql.index_stats",
    "SELECT * FROM mysql.innodb_table_stats",
    "SELECT * FROM mysql.innodb_index_stats",
    "SELECT * FROM mysql.general_log",
    "SELECT * FROM mysql.slow_log",
    "SELECT * FROM mysql.servers",
    "SELECT * FROM sys.processlist",
    "SELECT * FROM sys.schema_table_statistics",
    "SELECT * FROM performance_schema.events_statements_history_long",
    "SELECT * FROM performance_schema.events_statements_summary_by_digest",
    "SELECT * FROM performance_schema.data_locks",
    "SELECT * FROM performance_schema.user_variables_by_thread",
    "SELECT * FROM performance_schema.metadata_locks",
    "SELECT * FROM performance_schema.threads",
    "SHOW GRANTS",
    "SHOW DATABASES",
    "SHOW FULL PROCESSLIST",
    "SHOW ENGINE INNODB STATUS",
    "SHOW ENGINE INNODB MUTEX",
    "SHOW STATUS",
    "SHOW GLOBAL STATUS",
    "SHOW VARIABLES",
    "SHOW GLOBAL VARIABLES",
    "SHOW OPEN TABLES",
    "SHOW PROCEDURE STATUS",
    "SHOW FUNCTION STATUS",
    "SHOW EVENTS",
    "SHOW PLUGINS",
    "SHOW PROFILES",
    "SHOW BINARY LOGS",
    "SHOW BINLOG EVENTS",
    "SHOW MASTER STATUS",
    "SHOW ALL SLAVES STATUS",
    "SHOW SLAVE HOSTS",
    "SHOW EXPLAIN FOR 1",
    "SHOW ANALYZE FOR 1",
    "EXPLAIN FOR CONNECTION 1",
    "SHOW USER_STATISTICS",
    "SHOW CREATE USER",
    "SHOW WARNINGS",
    "SHOW ERRORS",
    "HELP 'contents'",
    "XA RECOVER",
};

/// Not to be had by anybody but the keeper; %a another's account, %r a role, %d the database.
constexpr const char *grabs[] = {
    "SHOW GRANTS FOR %a",
    "SHOW GRANTS FOR %r",
    "SHOW CREATE USER %a",
    "SET ROLE %r",
    "SET DEFAULT ROLE %r",
    "SET DEFAULT ROLE %r FOR %a",
    "SET PASSWORD FOR %a = PASSWORD('x')",
    "ALTER USER %a ACCOUNT LOCK",
    "ALTER USER %a IDENTIFIED BY 'x'",
    "ALTER USER CURRENT_USER() REQUIRE NONE",
    "ALTER USER CURRENT_USER() WITH MAX_USER_CONNECTIONS 0",
    "ALTER USER CURRENT_USER() ACCOUNT LOCK",
    "DROP USER %a",
    "RENAME USER %a TO attack_other",
    "CREATE USER attack_other",
    "CREATE ROLE attack_role",
    "CREATE ROLE attack_role WITH ADMIN CURRENT_USER",
    "DROP ROLE %r",
    "GRANT %r TO CURRENT_USER()",
    "GRANT ALL ON *.* TO CURRENT_USER()",
    "GRANT EXECUTE ON `%d`.* TO PUBLIC",
    "GRANT PROXY ON %a TO CURRENT_USER()",
    "REVOKE ALL PRIVILEGES, GRANT OPTION FROM %a",
    "CREATE DATABASE attack_stolen",
    "DROP DATABASE `%d`",
    "DROP DATABASE `%d_data`",
    "ALTER DATABASE `%d` CHARACTER SET latin1",
    "CREATE TABLE `%d`.attack_t (a INT)",
    "CREATE TEMPORARY TABLE `%d`.attack_t (a INT)",
    "CREATE TABLE mysql.attack_t (a INT)",
    "USE `%d_data`",
    "SET GLOBAL general_log=1",
    "SET GLOBAL event_scheduler=0",
    "SET GLOBAL max_connections=1",
    "SET GLOBAL init_connect='SELECT 1'",
    "SET GLOBAL read_only=1",
    "SET GLOBAL innodb_ft_aux_table='%d_data/clients__search'",
    "SET SESSION sql_log_bin=0",
    "SET SESSION pseudo_thread_id=1",
    "SET SESSION debug_dbug='+d'",
    "SET SESSION gtid_domain_id=9",
    "SET SESSION binlog_format=STATEMENT",
    "SET STATEMENT pseudo_thread_id=1 FOR SELECT CONNECTION_ID()",
    "FLUSH TABLES",
    "FLUSH TABLES WITH READ LOCK",
    "FLUSH PRIVILEGES",
    "FLUSH LOGS",
    "BACKUP STAGE START",
    "RESET MASTER",
    "PURGE BINARY LOGS TO 'x'",
    "CHANGE MASTER TO MASTER_HOST='x'",
    "START SLAVE",
    "SHUTDOWN",
    "KILL 1",
    "INSTALL SONAME 'ha_spider'",
    "UNINSTALL PLUGIN ed25519",
    "CREATE FUNCTION attack_udf RETURNS INTEGER SONAME 'x.so'",
    "CREATE SERVER attack_s FOREIGN DATA WRAPPER mysql OPTIONS (HOST 'x')",
    "SELECT LOAD_FILE('/etc/passwd') IS NULL AND 1/0 FROM mysql.user",
    "SELECT 1 INTO OUTFILE '/tmp/attack_stolen'",
    "BINLOG 'x'",
    "DROP EVENT `%d`.`%d_watch`",
    "ALTER EVENT `%d`.`%d_watch` DISABLE",
    "UPDATE mysql.global_priv SET Priv='{}'",
    "INSERT INTO mysql.proc SELECT * FROM mysql.proc",
};

QByteArray valueFor(const QByteArray &type, int sort, const Judge &judge)
{
    const QByteArray id = QByteArray::number(judge.plan().person("boris").id);
    const QByteArray numbers[] = {"NULL", id, "-1", "9223372036854775807", "0", "1e30", "'x'", "@x"};
    const QByteArray texts[] = {"NULL",
                                "'clients'",
                                "'x'' OR 1=1 -- '",
                                "'`clients`; DROP TABLE t'",
                                "REPEAT('x',100000)",
                                "'[{\"op\":\"save\"}]'",
                                "X'ff00fe'",
                                "''"};
    const bool number = type.contains("int") || type == "decimal" || type == "double";
    return number ? numbers[sort % 8] : texts[sort % 8];
}
} // namespace

void attackServer(Judge &judge, const Relations &relations)
{
    for (const char *sql : tells)
        judge.attempt("server tells", sql);
    for (const char *grab : grabs) {
        for (const char *login : {"boris", "admin"}) {
            QByteArray sql = grab;
            const PlannedPerson &victim = judge.plan().person(login);
            if (&victim == &judge.person())
                continue;
            sql.replace("%a", '`' + victim.login + "`@`%`")
                .replace("%r", relations.database + "_role_" + QByteArray::number(victim.roleId))
                .replace("%d", relations.database);
            if (victim.roleId == judge.person().roleId && QByteArray(grab).contains("%r"))
                continue; // it is one's own
            judge.mustFail("server grab", sql);
        }
    }
    for (const char *account : {"%1_definer", "%1_keeper", "%1_owner", "%1_service"}) {
        const QByteArray name = QByteArray(account).replace("%1", relations.database);
        for (const char *password : {"", "password"})
            if (Raw(judge.raw().place(), name, password, {}).isOpen())
                judge.forbid("server grab", "signs in as " + name);
        ++judge.tally().tries["server grab"];
    }
}

void attackRoutines(Judge &judge, const Relations &relations)
{
    for (const Routine &routine : relations.routines) {
        const bool isPublic = routine.schema == relations.database;
        for (int sort = 0; sort < (isPublic ? 24 : 3); ++sort) {
            QByteArrayList values;
            for (int i = 0; i < routine.parameterTypes.size(); ++i)
                values << valueFor(routine.parameterTypes[i], sort < 8 ? sort : sort * (i + 3) + i, judge);
            const QByteArray arguments = '(' + values.join(',') + ')';
            const QByteArray sql = (routine.isFunction ? "SELECT " : "CALL ") + routine.full() + arguments;
            if (isPublic)
                judge.attempt("routine " + routine.name, sql);
            else
                judge.mustFail("internal routine", sql);
        }
        judge.mustFail("routine definition",
                       (routine.isFunction ? "SHOW CREATE FUNCTION " : "SHOW CREATE PROCEDURE ") + routine.full());
        judge.mustFail("routine definition",
                       (routine.isFunction ? "DROP FUNCTION " : "DROP PROCEDURE ") + routine.full());
        judge.mustFail("routine definition", (routine.isFunction ? "ALTER FUNCTION " : "ALTER PROCEDURE ") +
                                                 routine.full() + " SQL SECURITY INVOKER");
    }
}

} // namespace crm::test
