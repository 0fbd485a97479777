#include "core/store/server/server_first.h"
#include "core/store/found_rows.h"
#include "core/store/server/server_tables.h"
#include "core/store/server/visible_rows.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {
// What decides how the rows are found. Measured at 1,000,000 rows: a step along an index with a look at the row costs
// 4 microseconds where `reach` is asked whose row it is, 1.3 where the scopes stand in the statement; a row that is
// gathered by its scope and sorted 2.5.
constexpr int few = 300;         ///< who sees fewer has them gathered without thinking
constexpr int sample = 400;      ///< steps along the index, to see how many of them are the person's
constexpr int manyInSample = 12; ///< the walk will be short
/// Rows of the table and of `reach` that are looked at; those of the statements before in the same call are among them.
constexpr int shortWalk = 12'000, longWalk = 110'000;
constexpr int mostGathered = 20'000; ///< rows within reach, before a long walk is tried
constexpr int mostPointing = 5'000;  ///< rows that point to one record
constexpr int mostScopes = 64;       ///< that hold rows of the person, to be named one by one in a statement
constexpr int mostNarrowed = 3;      ///< walked each by its index where a condition leaves some rows: they may be long
constexpr int fewSteps = 3'000;      ///< along the order, which need no comparison
constexpr int stepsForOneRow = 2;    ///< along the order, which cost no more than gathering one row and sorting it
constexpr int farOff = 3;            ///< so many times too long may a walk seem by the sample
/// LIMIT ROWS EXAMINED sees all that the call has looked at so far: each row that was counted for a decision as so
/// many.
constexpr int seenForCounted = 3;
constexpr int mostReached = 300; ///< scopes of any entity that are looked into

/// A text of SQL for the procedure to put together and run; the person and the level are written into it.
QString statement(QString text)
{
    text.replace(QStringLiteral("p_me"), QStringLiteral("#me"))
        .replace(QStringLiteral("v_read"), QStringLiteral("#read"));
    return QStringLiteral("REPLACE(REPLACE('%1','#me',p_me),'#read',v_read)")
        .arg(text.replace(u'\'', QStringLiteral("''")));
}

/// @param parts expressions of the procedure, joined into one statement. Without a buffer for joins: rows have to come
/// in the order of the index, and with one MariaDB would read all of them and sort.
QString run(const QStringList &parts)
{
    return QStringLiteral("SET @mycrm_ids=NULL, @mycrm_count=0, v_sql=CONCAT('SET STATEMENT join_cache_level=0 FOR "
                          "',%1);\nEXECUTE IMMEDIATE v_sql;\n")
        .arg(parts.join(u','));
}

enum class Written { Number, Text, Not };

/// How a value of the column is written into a statement.
Written written(const QString &type)
{
    if (type.startsWith(QLatin1String("BIGINT")) || type.startsWith(QLatin1String("TINYINT")))
        return Written::Number;
    return type.startsWith(QLatin1String("VARCHAR")) || type.startsWith(QLatin1String("DATE")) ? Written::Text
                                                                                               : Written::Not;
}

class FirstText : private VisibleRows
{
public:
    FirstText(const RoutineText &text, const Entity &entity)
        : VisibleRows(entity)
        , m_text(text)
    {}

    QString routine() const
    {
        const QString body =
            QStringLiteral("BEGIN\nDECLARE v_read, v_rows, v_reached, v_holding, v_steps INT DEFAULT 0;\n"
                           "DECLARE v_text TINYINT DEFAULT 0;\n"
                           "DECLARE v_column, v_index VARCHAR(64) {text};\n"
                           "DECLARE v_value, v_from, v_order, v_scopes, v_sql LONGTEXT {text} DEFAULT '';\n"
                           "DECLARE v_if LONGTEXT {text} DEFAULT '1';\nDECLARE v_list LONGTEXT {text};\n"
                           "SET p_ids=NULL;\nf: BEGIN\n") +
            level() + QStringLiteral("IF v_read=0 OR v_read=3 THEN LEAVE f; END IF;\n") + chooseOrder() +
            chooseCondition() + chooseBeginning() +
            QStringLiteral("SET v_order=CONCAT(' ORDER BY t.`',v_column,IF(p_down,'` DESC,t.id DESC','`,t.id'));\n") +
            byReference() + byScopes() + find() + QStringLiteral("END;\nSET @mycrm_ids=NULL, @mycrm_count=NULL;\nEND");
        return m_text.procedure(QStringLiteral("first__") + m_e.key(),
                                QStringLiteral("IN p_me BIGINT, ") + listParameters.section(QStringLiteral(", "), 1),
                                body);
    }

private:
    /// v_column, v_index, v_text: what the list is sorted by.
    QString chooseOrder() const
    {
        QString cases;
        for (const ServerOrder &order : serverOrders(m_e)) {
            const QString type = !order.field                  ? QStringLiteral("BIGINT")
                                 : hasFoldedCopy(*order.field) ? foldedColumnType(m_e, *order.field)
                                                               : serverColumnType(m_e, *order.field);
            cases += QStringLiteral("WHEN '%1' THEN %2SET v_column='%3', v_index='%4', v_text=%5;\n")
                         .arg(order.name, order.field ? onlyIfSeen(*order.field) : QString(), order.column, order.key)
                         .arg(written(type) == Written::Text ? 1 : 0);
        }
        return QStringLiteral("CASE p_field\n%1ELSE %2END CASE;\n")
            .arg(cases, refuse(QStringLiteral("unsupported"), m_e.key()));
    }

    QString onlyIfSeen(const Field &f) const
    {
        const QString sees = seesField(m_text.names, QStringLiteral("p_me"), f);
        return sees == QLatin1String("1") ? QString() : QStringLiteral("IF NOT (%1) THEN LEAVE f; END IF;\n").arg(sees);
    }

    /// v_if: the condition on p_where, a column of the entity; its value is a number, or a text of which nothing but
    /// hexadecimal digits is written.
    QString chooseCondition() const
    {
        QMap<QPair<QString, bool>, QStringList> columns; // by what must hold to see them, and how they are written
        for (const Field &f : m_e.fieldList()) {
            if (!hasColumn(f))
                continue;
            const bool folded = hasFoldedCopy(f);
            const Written how = written(folded ? foldedColumnType(m_e, f) : serverColumnType(m_e, f));
            if (how != Written::Not)
                columns[{onlyIfSeen(f), how == Written::Text}] << u'\'' + (folded ? foldedColumn(f) : f.key()) + u'\'';
        }
        QString cases;
        for (auto it = columns.cbegin(); it != columns.cend(); ++it)
            cases += QStringLiteral("ELSEIF p_where IN (%1) THEN\n%2SET v_value=%3;\n")
                         .arg(it->join(u','), it.key().first, literal(QStringLiteral("p_value"), it.key().second));
        return QStringLiteral("IF p_where<>'' THEN\nIF p_value IS NULL THEN LEAVE f;\n%1ELSE %2END IF;\n"
                              "SET v_if=CONCAT('t.`',p_where,'`=',v_value);\nEND IF;\n")
            .arg(cases, refuse(QStringLiteral("unsupported"), m_e.key()));
    }

    static QString literal(const QString &value, bool isText)
    {
        return isText ? QStringLiteral("CONCAT('_utf8mb4 X''',HEX(%1),'''')").arg(value)
                      : QStringLiteral("CAST(CAST(%1 AS SIGNED) AS CHAR)").arg(value);
    }

    /// v_from: behind the row where the page begins, and that row. Only a row that the person sees may be a beginning:
    /// how long the walk takes would tell which values hidden rows have. NULLs are smallest.
    QString chooseBeginning() const
    {
        return QStringLiteral(
                   "IF p_from IS NOT NULL THEN\nSET v_value=IF(v_text,%1,%2), p_from_id=IFNULL(p_from_id,0);\n")
                   .arg(literal(QStringLiteral("p_from"), true), literal(QStringLiteral("p_from"), false)) +
               run({statement(
                        QStringLiteral("SELECT COUNT(*) INTO @mycrm_count FROM %1 t WHERE t.live=1 AND %2 AND t.id=")
                            .arg(table(), isSeen())),
                    QStringLiteral("p_from_id,' AND t.`',v_column,'`=',v_value")}) +
               QStringLiteral(
                   "IF @mycrm_count=0 THEN LEAVE f; END IF;\nSET v_from=CONCAT(' AND "
                   "(t.`',v_column,IF(p_down,'`<','`>'),v_value,IF(p_down,CONCAT(' OR t.`',v_column,'` IS NULL'),''),' "
                   "OR (t.`',v_column,'`=',v_value,' AND t.id',IF(p_down,'<=','>='),p_from_id,'))');\nEND IF;\n");
    }

    /// @mycrm_ids, @mycrm_count: the first rows of these that the condition and the beginning leave.
    static QString ids(const QString &from, const QString &condition, const QString &examined = {})
    {
        return run({statement(QStringLiteral("SELECT COUNT(*), CONCAT('[',IFNULL(GROUP_CONCAT(x.id),''),']') INTO "
                                             "@mycrm_count,@mycrm_ids FROM (SELECT t.id FROM ")),
                    from, condition, QStringLiteral("v_from,v_order,' LIMIT ',p_limit,') x%1'").arg(examined)});
    }
    inline static const QString ofOwnRows = QStringLiteral("' AND ',v_if");

    /// Of rows that the person sees. Of the others nothing but the place is looked at: how long that takes must not
    /// depend on what they hold. seen() reads `r`, so that it cannot be asked before the row's reach is at hand.
    QString ofSeenRows(const QString &before, const QString &behind) const
    {
        return statement(before + QStringLiteral("IF(") + seen() + u',') + QStringLiteral(",v_if,'") + behind + u'\'';
    }
    QString seen() const
    {
        return kind() == Scope::Attached ? QStringLiteral("(l.can_read=3 OR r.user_id IS NOT NULL)")
                                         : QStringLiteral("r.kind<=v_read");
    }

    /// The rows that point to one record, if there are not many.
    QString byReference() const
    {
        QStringList references;
        for (const Field &f : m_e.fieldList()) {
            if (isRefKind(f.kind()) && isKeyColumn(m_e, f))
                references << u'\'' + f.key() + u'\'';
        }
        if (references.isEmpty())
            return {};
        return QStringLiteral("IF p_where IN (%1) THEN\n").arg(references.join(u',')) +
               run({statement(
                        QStringLiteral("SELECT COUNT(*) INTO @mycrm_count FROM (SELECT 1 FROM %1 t WHERE t.live=1")
                            .arg(table())),
                    ofOwnRows, QStringLiteral("' LIMIT %1) x'").arg(mostPointing + 1)}) +
               QStringLiteral("IF @mycrm_count<=%1 THEN\n").arg(mostPointing) +
               ids(statement(table() + QStringLiteral(" t FORCE INDEX (ix_")) + QStringLiteral(",p_where,") +
                       statement(QStringLiteral(") WHERE t.live=1 AND %1").arg(isSeen())),
                   ofOwnRows) +
               QStringLiteral("SET p_ids=@mycrm_ids;\nLEAVE f;\nEND IF;\nEND IF;\n");
    }

    bool hasScopes() const { return kind() == Scope::Owner || kind() == Scope::Parent; }

    /// v_list: the scopes that hold rows of the person, if they are few; v_holding how many; v_scopes what is to be
    /// read of each, in the order of the index of scopes.
    QString lookAtScopes() const
    {
        const QString one = QStringLiteral(
            "CONCAT('(SELECT t.id,t.`',v_column,'` FROM %1 t FORCE INDEX (ix_scope_id) WHERE t.scope_id=',x.s,' AND "
            "t.live=1 AND ',v_if,v_from,v_order,' LIMIT ',p_limit,')')");
        return QStringLiteral("SELECT COUNT(*), SUM(x.h), GROUP_CONCAT(IF(x.h,x.s,NULL)), GROUP_CONCAT(IF(x.h AND "
                              "v_column='%1',%2,NULL) SEPARATOR ' UNION ALL ') INTO v_reached, v_holding, v_list, "
                              "v_scopes FROM (SELECT r.scope_id s, EXISTS (SELECT 1 FROM %3 t WHERE "
                              "t.scope_id=r.scope_id AND t.live=1) h FROM {data}.reach r WHERE r.user_id=p_me AND "
                              "r.kind<=v_read LIMIT %4) x;\nIF v_reached>%5 OR v_holding>%6 THEN SET v_list=NULL; END "
                              "IF;\n")
            .arg(scopeOrder(m_e), one.arg(table()), table())
            .arg(mostReached + 1)
            .arg(mostReached)
            .arg(mostScopes);
    }

    /// Who reaches few scopes, and wants the order in which the index of scopes has the rows: the first ones of each.
    QString byScopes() const
    {
        if (!hasScopes() || scopeOrder(m_e).isEmpty())
            return {};
        return QStringLiteral("IF v_column='%1' THEN\n%2IF v_list IS NOT NULL AND v_holding<=IF(v_if='1',%3,%4) "
                              "THEN\n")
                   .arg(scopeOrder(m_e), lookAtScopes())
                   .arg(mostScopes)
                   .arg(mostNarrowed) +
               ids(QStringLiteral("'(',v_scopes,') t WHERE 1'"), QStringLiteral("''")) +
               QStringLiteral("SET p_ids=@mycrm_ids;\nLEAVE f;\nEND IF;\nEND IF;\n");
    }

    /// Those within reach, from their scopes on: all of them, however few.
    QString gather() const
    {
        return ids(statement(reached() + QStringLiteral(" AND t.live=1")), ofOwnRows) +
               QStringLiteral("SET p_ids=@mycrm_ids;\nLEAVE f;\n");
    }

    QString indexed() const
    {
        return statement(table() + QStringLiteral(" t FORCE INDEX (")) + QStringLiteral(",'`',v_index,'`) ',");
    }

    /// Along the index. Fewer than were asked for: the walk was ended too early, or there are no more. All are gathered
    /// then: to say so would tell of hidden rows.
    QString walk(int examined) const
    {
        const QString within =
            kind() == Scope::Attached
                ? QStringLiteral("STRAIGHT_JOIN {data}.levels l ON l.user_id=p_me AND l.entity='%1' AND "
                                 "l.parent=IFNULL(t.parent_entity,'') LEFT JOIN {data}.reach r ON r.user_id=p_me AND "
                                 "r.scope_id=t.scope_id AND r.kind<=l.can_read WHERE t.live=1 AND %2")
                      .arg(m_e.key(), seen())
                : QStringLiteral("STRAIGHT_JOIN {data}.reach r ON r.user_id=p_me AND r.scope_id=t.scope_id WHERE "
                                 "t.live=1 AND r.kind<=v_read");
        return ids(indexed() + statement(within), ofSeenRows(QStringLiteral(" AND "), QStringLiteral(",0)")),
                   QStringLiteral(" LIMIT ROWS EXAMINED %1").arg(examined)) +
               QStringLiteral("IF IFNULL(@mycrm_count,0)>=p_limit THEN SET p_ids=@mycrm_ids; LEAVE f; END IF;\n");
    }

    /// @mycrm_count: how many of the first steps along the index come to a row that is looked for.
    QString lookAtSample() const
    {
        const bool attached = kind() == Scope::Attached;
        const QString reach = QStringLiteral("{data}.reach r ON r.user_id=p_me AND r.scope_id=k.scope_id AND r.kind<=");
        const QString seeing =
            attached ? QStringLiteral("STRAIGHT_JOIN {data}.levels l ON l.user_id=p_me AND l.entity='%1' AND "
                                      "l.parent=IFNULL(k.parent_entity,'') LEFT JOIN %2l.can_read")
                           .arg(m_e.key(), reach)
                     : QStringLiteral("STRAIGHT_JOIN %1v_read").arg(reach);
        return run({statement(QStringLiteral("SELECT COUNT(*) INTO @mycrm_count FROM (SELECT t.id,t.scope_id%1 FROM ")
                                  .arg(attached ? QStringLiteral(",t.parent_entity") : QString())),
                    indexed() + QStringLiteral("'WHERE t.live=1',v_from,v_order,' LIMIT %1) k '").arg(sample),
                    statement(seeing + QStringLiteral(" STRAIGHT_JOIN %1 t ON t.id=k.id WHERE ").arg(table())),
                    ofSeenRows({}, QStringLiteral(",0)"))});
    }

    /// The same for who reaches few scopes: they stand in the statement, so that whose row it is can be seen in the row
    /// itself. @param examined SQL: after how many rows to give up
    QString walkByList(const QString &examined) const
    {
        return ids(indexed() + QStringLiteral("'WHERE t.live=1 AND IF(t.scope_id IN (',v_list,'),'"),
                   QStringLiteral("v_if,',0)'"), QStringLiteral(" LIMIT ROWS EXAMINED ',%1,'").arg(examined)) +
               QStringLiteral("IF IFNULL(@mycrm_count,0)>=p_limit THEN SET p_ids=@mycrm_ids; LEAVE f; END IF;\n");
    }

    /// @mycrm_count, by the scopes: the rows of others are passed over before anything of them is read.
    QString lookAtSampleByList() const
    {
        return run({statement(QStringLiteral("SELECT COUNT(*) INTO @mycrm_count FROM (SELECT t.id,t.scope_id FROM ")),
                    indexed() + QStringLiteral("'WHERE t.live=1',v_from,v_order,' LIMIT %1) k '").arg(sample),
                    statement(QStringLiteral("STRAIGHT_JOIN %1 t ON t.id=k.id WHERE k.scope_id IN (").arg(table())),
                    QStringLiteral("v_list,') AND ',v_if")});
    }

    /// How far a walk has to go is guessed from the sample, and compared with what gathering costs; it is given up
    /// where gathering would have been done.
    QString findByList() const
    {
        if (!hasScopes())
            return {};
        return QStringLiteral("IF v_column<>'%1' THEN %2END IF;\nIF v_list IS NOT NULL THEN\n")
                   .arg(scopeOrder(m_e), lookAtScopes()) +
               lookAtSampleByList() +
               QStringLiteral("IF @mycrm_count>0 THEN\nSET v_steps=p_limit*%1/@mycrm_count;\n"
                              "IF v_steps>%2 THEN\n%3END IF;\n"
                              "IF v_steps<=%2 OR v_rows>%4 OR v_steps<v_rows*%5 THEN\n%6END IF;\nEND IF;\nEND IF;\n")
                   .arg(sample)
                   .arg(fewSteps)
                   .arg(countReached(mostGathered))
                   .arg(mostGathered)
                   .arg(stepsForOneRow * farOff)
                   .arg(walkByList(QStringLiteral("%1*v_rows+LEAST(%2,%3+%4*LEAST(v_steps,v_rows))")
                                       .arg(seenForCounted)
                                       .arg(longWalk)
                                       .arg(shortWalk)
                                       .arg(stepsForOneRow)));
    }

    QString find() const
    {
        // The index of scopes holds the values of the usual order: nothing but the index is read.
        const QString usual =
            scopeOrder(m_e).isEmpty()
                ? QString()
                : QStringLiteral("IF v_column='%1' AND v_if='1' THEN\n%2END IF;\n").arg(scopeOrder(m_e), gather());
        return countReached(few) + QStringLiteral("IF v_rows<=%1 THEN\n%2END IF;\n").arg(few).arg(gather()) +
               findByList() + QStringLiteral("IF v_list IS NULL THEN\n") + lookAtSample() +
               QStringLiteral("IF @mycrm_count>=%1 THEN\n%2END IF;\nEND IF;\n").arg(manyInSample).arg(walk(shortWalk)) +
               usual + countReached(mostGathered) +
               QStringLiteral("IF v_rows<=%1 THEN\n%2END IF;\n").arg(mostGathered).arg(gather()) +
               // Beside what is left of longWalk, the rows that were counted here and before.
               (hasScopes() ? QStringLiteral("IF v_list IS NOT NULL THEN\n%1ELSE\n%2END IF;\n")
                                  .arg(walkByList(QString::number(2 * longWalk)), walk(longWalk))
                            : walk(longWalk)) +
               gather();
    }

    const RoutineText &m_text;
};

/// @param arguments those of first__<entity> behind the person
QString dispatched(const RoutineText &text, const QString &arguments)
{
    QString cases;
    for (const Entity *e : text.documents()) {
        if (!serverOrders(*e).isEmpty())
            cases += QStringLiteral("WHEN '%1' THEN CALL {data}.first__%1(p_me,%2);\n").arg(e->key(), arguments);
    }
    return QStringLiteral("BEGIN\nSET p_limit=LEAST(GREATEST(IFNULL(p_limit,1),1),%1);\nCASE p_entity\n%2ELSE %3END "
                          "CASE;\nEND;\n")
        .arg(found_rows::mostFirst)
        .arg(cases, refuse(QStringLiteral("unsupported")));
}
} // namespace

QStringList firstRoutines(const RoutineText &text)
{
    QStringList out;
    for (const Entity *e : text.documents()) {
        if (!serverOrders(*e).isEmpty())
            out << FirstText(text, *e).routine();
    }
    return out;
}

QString listBody(const RoutineText &text)
{
    return dispatched(text, QStringLiteral("p_field,p_down,IFNULL(p_where,''),p_value,p_from,p_from_id,p_limit,p_ids"));
}

QString firstBody(const RoutineText &text)
{
    return dispatched(text, QStringLiteral("p_field,p_down,'',NULL,NULL,NULL,p_limit,p_ids"));
}

} // namespace crm
