#include "core/store/server/server_guests.h"
#include "core/access/within_groups.h"
#include "core/model/division.h"
#include "core/store/divisions.h"
#include "core/store/server/server_text.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {
Guests declaredGuests(const RoutineText &text) { return guestsIn(Catalog(text.registry)); }

const char *const withoutGuests =
    R"(CREATE OR REPLACE DEFINER={definer} PROCEDURE {data}.division_without_guests(INOUT p_division BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
DECLARE v_ask TINYINT DEFAULT 0;
DECLARE v_rest LONGTEXT {text};
SELECT EXISTS (SELECT 1 FROM {data}.division_groups WHERE division=p_division AND group_id<0) INTO v_ask;
IF v_ask THEN
  SELECT CONCAT('[',IFNULL(GROUP_CONCAT(group_id ORDER BY group_id),''),']') INTO v_rest FROM {data}.division_groups
    WHERE division=p_division AND group_id>0;
  CALL {data}.division_of_set(v_rest,p_division);
END IF;
END)";

// The first guest of all divides what there is, as the first limited role does.
const char *const follow =
    R"(BEGIN
DECLARE v_divided, v_differs, v_any TINYINT DEFAULT 0;
SELECT EXISTS (SELECT 1 FROM ({now}) d WHERE NOT EXISTS (SELECT 1 FROM {data}.guest_of w WHERE w.user_id=d.user_id AND
  w.target_id=d.target_id)) OR EXISTS ({gone}) INTO v_differs;
IF v_differs THEN
  SELECT d.divided INTO v_divided FROM {data}.division_state d WHERE d.id=1;
  FOR r IN ({gone}) DO
    DELETE FROM {data}.guest_of WHERE user_id=r.i AND target_id=r.t;
    IF v_divided THEN CALL {data}.redivide__{divided}(r.t); CALL {data}.reach_user(r.i); END IF;
  END FOR;
  FOR r IN (SELECT d.user_id i, d.target_id t FROM ({now}) d WHERE NOT EXISTS (SELECT 1 FROM {data}.guest_of w
    WHERE w.user_id=d.user_id AND w.target_id=d.target_id)) DO
    INSERT IGNORE INTO {data}.guest_of (user_id,target_id) VALUES (r.i,r.t);
    IF v_divided THEN CALL {data}.redivide__{divided}(r.t); CALL {data}.reach_user(r.i); END IF;
  END FOR;
  SELECT EXISTS (SELECT 1 FROM {data}.guest_of) INTO v_any;
  IF v_any AND NOT v_divided THEN
    SELECT d.divided INTO v_divided FROM {data}.division_state d WHERE d.id=1 FOR UPDATE;
    IF NOT v_divided THEN
      UPDATE {data}.division_state SET divided=1 WHERE id=1;
      CALL {data}.divide_all();
    END IF;
    -- Reached anew, without teams; and somebody else may have just divided all without these.
    FOR r IN (SELECT w.user_id i, w.target_id t FROM {data}.guest_of w JOIN {data}.users u ON u.id=w.user_id
      WHERE {these}) DO
      CALL {data}.redivide__{divided}(r.t); CALL {data}.reach_user(r.i);
    END FOR;
  END IF;
END IF;
END)";
} // namespace

QStringList guestRoutines(const RoutineText &text)
{
    const QString parameters = QStringLiteral("p_user BIGINT, p_role BIGINT, p_record BIGINT");
    const Catalog catalog(text.registry);
    const Guests guests = declaredGuests(text);
    QStringList out{filled(text.names, QString::fromUtf8(withoutGuests))};
    if (!guests.isDeclared()) {
        out << text.procedure(QStringLiteral("follow_guests"), parameters, QStringLiteral("BEGIN END"));
        return out;
    }
    const QString these = QStringLiteral("(p_user IS NULL OR u.id=p_user) AND (p_role IS NULL OR u.role_id=p_role) AND "
                                         "(p_record IS NULL OR u.%1=p_record)")
                              .arg(quoted(guests.reference));
    const QString now = guestRows(catalog, QStringLiteral("{data}."), these);
    const QString gone =
        QStringLiteral("SELECT w.user_id i, w.target_id t FROM {data}.guest_of w JOIN {data}.users u ON "
                       "u.id=w.user_id WHERE %1 AND NOT EXISTS (SELECT 1 FROM (%2) d WHERE d.user_id=w.user_id "
                       "AND d.target_id=w.target_id)")
            .arg(these, now);
    out << text.procedure(QStringLiteral("follow_guests"), parameters,
                          QString::fromUtf8(follow)
                              .replace(QStringLiteral("{now}"), now)
                              .replace(QStringLiteral("{gone}"), gone)
                              .replace(QStringLiteral("{these}"), these)
                              .replace(QStringLiteral("{divided}"), dividedForGuests(guests, catalog)->key()));
    return out;
}

QString isGuestIn(const QString &person, const QString &division)
{
    return QStringLiteral("EXISTS (SELECT 1 FROM {data}.guest_of w JOIN {data}.division_groups dg ON "
                          "dg.group_id=-w.target_id WHERE w.user_id=%1 AND dg.division=%2)")
        .arg(person, division);
}

QString guestReach(const QString &reachIs, const QString &personIs, const QString &nodeIs)
{
    return QStringLiteral(
               "DELETE y FROM {data}.reach y JOIN {data}.scope_nodes n ON n.id=y.scope_id JOIN {data}.people p ON "
               "p.user_id=y.user_id AND p.is_staff=0 AND p.is_admin=0 WHERE %1 AND NOT %2;\n"
               "INSERT IGNORE INTO {data}.reach (user_id,scope_id,kind) SELECT p.user_id, n.id, %3 FROM "
               "{data}.people p JOIN {data}.guest_of w ON w.user_id=p.user_id JOIN {data}.division_groups dg ON "
               "dg.group_id=-w.target_id JOIN {data}.scope_nodes n ON n.division=dg.division WHERE p.is_staff=0 AND "
               "p.is_admin=0 AND %4 AND %5;\n")
        .arg(reachIs, isGuestIn(QStringLiteral("p.user_id"), QStringLiteral("n.division")))
        .arg(int(withinGroups))
        .arg(personIs, nodeIs);
}

QString isHiddenFromGuests(const Entity &entity, const QString &value)
{
    QStringList values;
    for (const QString &hidden : hiddenStatesOf(entity.key()).values)
        values << u'\'' + hidden + u'\'';
    return values.isEmpty() ? QString() : QStringLiteral("IFNULL(%1 IN (%2),0)").arg(value, values.join(u','));
}

QString followGuests(const RoutineText &text, const Entity &entity, const QString &id)
{
    return entity.key() == declaredGuests(text).entity
               ? QStringLiteral("CALL {data}.follow_guests(NULL,NULL,%1);\n").arg(id)
               : QString();
}

QString followMergedGuests(const RoutineText &text, const Entity &entity)
{
    const Guests guests = declaredGuests(text);
    const Entity *divided = dividedForGuests(guests, Catalog(text.registry));
    const bool concerns = divided && (entity.key() == guests.entity || entity.key() == divided->key());
    return concerns ? QStringLiteral("CALL {data}.follow_guests(NULL,NULL,NULL);\n") : QString();
}

} // namespace crm
