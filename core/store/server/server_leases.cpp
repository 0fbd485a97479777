#include "core/store/server/server_leases.h"

namespace crm {

namespace {
const char *const require =
    R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {data}.require_jobs()
READS SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_me BIGINT DEFAULT {me};
DECLARE v_may TINYINT DEFAULT 0;
IF v_me IS NULL THEN {nosession}; END IF;
SELECT COUNT(*) INTO v_may FROM {data}.people p WHERE p.user_id=v_me AND p.active=1 AND (p.is_admin=1
  OR EXISTS (SELECT 1 FROM {data}.held_rights h WHERE h.user_id=v_me AND h.right_name='jobs'));
IF v_may=0 THEN {denied}; END IF;
END)";

// The UPDATE alone decides, under the row's lock: two programs cannot both find it free.
const char *const take =
    R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {db}.lease_take(p_name VARCHAR(64), p_holder CHAR(32), p_seconds INT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_now, v_until BIGINT;
{safe}
CALL {data}.require_jobs();
IF p_seconds IS NULL OR p_seconds<0 OR p_seconds>86400 OR IFNULL(p_name,'')='' OR IFNULL(p_holder,'')='' THEN
  {invalid};
END IF;
SET v_now={now};
SET v_until=v_now+1000*p_seconds;
INSERT IGNORE INTO {data}.leases (name,holder) VALUES (p_name,'');
UPDATE {data}.leases l JOIN {data}.people p ON p.user_id={me}
  SET l.started_at=IF(l.holder=p_holder AND l.until_at IS NOT NULL,l.started_at,v_now),l.holder=p_holder,
      l.holder_name=p.name,l.until_at=v_until
  WHERE l.name=p_name AND (l.holder=p_holder OR l.until_at IS NULL OR l.until_at<=v_now);
SELECT COUNT(*) AS taken FROM {data}.leases WHERE name=p_name AND holder=p_holder AND until_at=v_until;
END)";

const char *const release =
    R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {db}.lease_release(p_name VARCHAR(64), p_holder CHAR(32), p_outcome TEXT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
{safe}
CALL {data}.require_jobs();
UPDATE {data}.leases SET until_at=NULL,finished_at=IF(p_outcome IS NULL,finished_at,{now}),
  outcome=IFNULL(LEFT(p_outcome,2000),outcome) WHERE name=p_name AND holder=p_holder;
END)";

const char *const list = R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {db}.leases()
READS SQL DATA SQL SECURITY DEFINER
BEGIN
CALL {data}.require_jobs();
SELECT name,holder_name,until_at,started_at,finished_at,outcome FROM {data}.leases ORDER BY name;
END)";

const char *const tidy = R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {db}.tidy()
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
{safe}
CALL {data}.require_jobs();
-- nobody repeats a call after a week
DELETE FROM {data}.done_keys WHERE at<{now}-7*86400000 LIMIT 100000;
END)";
} // namespace

QStringList serverLeaseProcedures()
{
    return {QStringLiteral("lease_take"), QStringLiteral("lease_release"), QStringLiteral("leases"),
            QStringLiteral("tidy")};
}

QStringList serverLeaseRoutines(const ServerNames &names)
{
    QStringList out;
    for (const char *routine : {require, take, release, list, tidy}) {
        QString sql = QString::fromLatin1(routine);
        sql.replace(QLatin1String("{safe}"), safeSettings)
            .replace(QLatin1String("{nosession}"), refuseSql(QStringLiteral("nosession")))
            .replace(QLatin1String("{denied}"), refuseSql(QStringLiteral("denied"), {}, {}, QStringLiteral("jobs")))
            .replace(QLatin1String("{invalid}"), refuseSql(QStringLiteral("invalid")));
        out << filled(names, sql);
    }
    return out;
}

} // namespace crm
