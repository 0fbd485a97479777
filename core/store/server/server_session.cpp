#include "core/store/custom_fields.h"
#include "core/store/server/server_accounts.h"
#include "core/store/server/server_fast.h"
#include "core/store/stored_documents.h"
#include <QHostAddress>

namespace crm {

namespace {
// Lists of the role and of the person: each that has lines must allow the address. Addresses of different families have
// different lengths and never match.
const char *const addressAllowed =
    R"(CREATE OR REPLACE DEFINER={definer} FUNCTION {data}.address_allowed(p_user BIGINT, p_role BIGINT, p_purpose VARCHAR(16) {text}, p_address VARCHAR(255) {text})
RETURNS TINYINT READS SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_bytes VARBINARY(16) DEFAULT INET6_ATON(IF(p_address='localhost','127.0.0.1',p_address));
RETURN (NOT EXISTS (SELECT 1 FROM {data}.allowed_addresses a WHERE a.user_id=p_user AND a.purpose=p_purpose)
    OR EXISTS (SELECT 1 FROM {data}.allowed_addresses a WHERE a.user_id=p_user AND a.purpose=p_purpose
      AND LENGTH(a.first)=LENGTH(v_bytes) AND v_bytes BETWEEN a.first AND a.last))
  AND (NOT EXISTS (SELECT 1 FROM {data}.allowed_addresses a WHERE a.role_id=p_role AND a.purpose=p_purpose)
    OR EXISTS (SELECT 1 FROM {data}.allowed_addresses a WHERE a.role_id=p_role AND a.purpose=p_purpose
      AND LENGTH(a.first)=LENGTH(v_bytes) AND v_bytes BETWEEN a.first AND a.last));
END)";

// COMMIT ends whatever the client had open, so a refusal is noted whatever it does afterwards. READ COMMITTED: the
// DELETE of a row that is not there would lock the gap, and people who sign in at the same time would deadlock.
const char *const sessionStart =
    R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {db}.session_start(p_program VARCHAR(64), p_schema INT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_user, v_role, v_seer, v_seer_role, v_head, v_access BIGINT;
DECLARE v_active, v_admin, v_staff, v_change, v_maintenance TINYINT;
DECLARE v_schema, v_needs INT;
DECLARE v_login, v_name, v_reason VARCHAR(255);
DECLARE v_account VARCHAR(128) {text} DEFAULT SUBSTRING_INDEX(USER(),'@',1);
DECLARE v_address VARCHAR(255) {text} DEFAULT SUBSTRING(USER(),CHAR_LENGTH(SUBSTRING_INDEX(USER(),'@',1))+2);
DECLARE v_text VARCHAR(200);
{settings}
COMMIT;
SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
START TRANSACTION READ WRITE;
DELETE FROM {data}.sessions WHERE connection_id=CONNECTION_ID();
SELECT user_id,role_id,login,name,is_admin,is_staff,must_change,active AND NOT locked
  INTO v_user,v_role,v_login,v_name,v_admin,v_staff,v_change,v_active
  FROM {data}.people WHERE made=v_account;
IF v_user IS NULL THEN -- an administrator who sees as somebody: from where the administrator may come
  SELECT p.user_id,p.role_id,p.login,p.name,p.is_admin,p.is_staff,0,p.active AND NOT p.locked,a.user_id,a.role_id
    INTO v_user,v_role,v_login,v_name,v_admin,v_staff,v_change,v_active,v_seer,v_seer_role
    FROM {data}.seers g JOIN {data}.people p ON p.user_id=g.user_id AND p.role_id<=>g.role_id
    JOIN {data}.people a ON a.user_id=g.seer_id AND a.active=1 AND a.locked=0 AND a.is_admin=1
    WHERE g.account=v_account AND g.ended=0;
END IF;
SELECT head,access_version,maintenance,schema_version INTO v_head,v_access,v_maintenance,v_schema FROM {data}.feed_head WHERE id=1;
SELECT CAST(value AS SIGNED) INTO v_needs FROM {data}.meta WHERE `key`='min_compatible';
SELECT CASE WHEN v_user IS NULL THEN 'denied'
  WHEN NOT v_active THEN 'inactive'
  WHEN NOT {data}.address_allowed(IFNULL(v_seer,v_user),IF(v_seer IS NULL,v_role,v_seer_role),'use',v_address) THEN 'address'
  WHEN v_maintenance THEN 'maintenance'
  WHEN p_schema IS NULL OR p_schema<v_needs THEN 'version'
  WHEN p_schema>v_schema THEN 'version' END INTO v_reason;
IF v_reason IS NOT NULL THEN
  IF v_reason NOT IN ('maintenance') THEN
    INSERT INTO {data}.refusals (at,account,address,reason) VALUES ({now},v_account,v_address,v_reason);
  END IF;
  COMMIT;
  SET v_text=CONCAT('MCRM:',v_reason,':::',IF(v_reason<>'version','',IF(p_schema>v_schema,'database','program')));
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT=v_text;
END IF;
INSERT INTO {data}.sessions (connection_id,client,user_id,started_at,program,address,seer_id)
  VALUES (CONNECTION_ID(),USER(),v_user,{now},LEFT(p_program,64),v_address,v_seer);
IF v_seer IS NULL THEN
  UPDATE {data}.people SET last_seen={now} WHERE user_id=v_user;
END IF;
COMMIT;
SELECT v_user AS user_id,v_login AS login,v_name AS name,v_role AS role_id,v_admin AS is_admin,v_staff AS is_staff,
  (SELECT GROUP_CONCAT(h.right_name ORDER BY h.right_name) FROM {data}.held_rights h WHERE h.user_id=v_user) AS named_rights,
  v_change AS must_change,v_head AS head,v_access AS access_version,
  (SELECT m.value FROM {data}.meta m WHERE m.`key`='base_currency') AS base_currency,v_schema AS schema_version;
SELECT entity,parent,can_read,can_create,can_update,can_delete,can_export FROM {data}.levels WHERE user_id=v_user;
SELECT m.owner_id AS team_id FROM {data}.teams__members m JOIN {data}.teams g ON g.id=m.owner_id AND g.deleted_at IS NULL
  WHERE m.target_id=v_user;
{custom}
END)";

QString customFieldsQuery(const Registry &registry, const ServerNames &names)
{
    const Entity *e = registry.find(QStringLiteral("custom_fields"));
    if (!e)
        return {};
    QStringList columns = {"id"};
    for (const Field &f : e->fieldList()) {
        if (hasColumn(f))
            columns << quoted(f.key());
    }
    // Whether its column is there, see server_fast.h.
    columns << QStringLiteral("EXISTS (SELECT 1 FROM %1 m WHERE m.`key`='%2' AND LOCATE(CONCAT(';',k.entity,'.',"
                              "k.`key`,':',k.kind,';'),m.value)>0) AS %3")
                   .arg(names.table("meta"), fastKey, fastColumnMade);
    // What a field is called tells something too: those that the person does not see are not named.
    return QStringLiteral(
               "SELECT %1 FROM %2 k WHERE k.deleted_at IS NULL AND (k.class='all' OR v_admin=1 "
               "OR (k.class='internal' AND v_staff=1) OR (k.class='restricted' AND EXISTS (SELECT 1 FROM %3 h "
               "WHERE h.user_id=v_user AND h.right_name=TRIM(k.`right`)))) ORDER BY k.position,k.id;")
        .arg(columns.join(u','), names.table(e->key()), names.table("held_rights"));
}

std::optional<QByteArray> bytesOf(const QString &text)
{
    const QHostAddress address(text.trimmed());
    if (address.protocol() == QHostAddress::IPv4Protocol) {
        if (text.count(u'.') != 3) // QHostAddress takes "10.1" for 10.0.0.1
            return std::nullopt;
        const quint32 number = address.toIPv4Address();
        QByteArray out;
        for (int shift = 24; shift >= 0; shift -= 8)
            out += char(number >> shift & 0xff);
        return out;
    }
    if (address.protocol() != QHostAddress::IPv6Protocol || !address.scopeId().isEmpty())
        return std::nullopt;
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(bytes.c), sizeof bytes.c);
}

bool isAbove(const QByteArray &a, const QByteArray &b)
{
    return memcmp(a.constData(), b.constData(), size_t(a.size())) > 0;
}
} // namespace

std::optional<AddressRange> addressRange(const QString &text)
{
    const QString range = text.trimmed();
    if (const auto slash = range.indexOf(u'/'); slash >= 0) {
        bool ok = false;
        const int bits = range.mid(slash + 1).toInt(&ok);
        const auto start = bytesOf(range.left(slash));
        if (!ok || !start || bits < 0 || bits > start->size() * 8)
            return std::nullopt;
        AddressRange out{*start, *start};
        for (int i = 0; i < start->size(); ++i) {
            const int left = std::clamp(bits - i * 8, 0, 8);
            const uchar mask = uchar(0xff << (8 - left));
            out.first[i] = char(uchar(start->at(i)) & mask);
            out.last[i] = char(uchar(start->at(i)) | uchar(~mask));
        }
        return out;
    }
    const auto dash = range.indexOf(u'-');
    const auto first = bytesOf(dash < 0 ? range : range.left(dash));
    const auto last = dash < 0 ? first : bytesOf(range.mid(dash + 1));
    if (!first || !last || first->size() != last->size() || isAbove(*first, *last))
        return std::nullopt;
    return AddressRange{*first, *last};
}

QStringList serverSessionRoutines(const Registry &registry, const ServerNames &names)
{
    return {filled(names, QString::fromUtf8(addressAllowed)),
            filled(names, QString::fromUtf8(sessionStart)
                              .replace(QStringLiteral("{settings}"), safeSettings)
                              .replace(QStringLiteral("{custom}"), customFieldsQuery(registry, names)))};
}

} // namespace crm
