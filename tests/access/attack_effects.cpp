#include "tests/access/attack_reading.h"

namespace crm::test {

namespace {
struct Pattern
{
    const char *name, *sql;
};

/// {c} is the column. What they return is never NULL for a value that is none.
constexpr Pattern effects[] = {
    {"user variable", "(@x:=CONCAT(IFNULL(@x,''),{c}))"},
    {"cast to a number", "CAST({c} AS INT)"},
    {"cast to a date", "CAST(CONCAT({c},'?') AS DATE)"},
    {"cast to a decimal", "CAST(CONCAT({c},'?') AS DECIMAL(4,1))"},
    {"extractvalue", "EXTRACTVALUE('<a/>',CONCAT('~',{c}))"},
    {"updatexml", "UPDATEXML('<a/>',CONCAT('~',{c}),'')"},
    {"json", "JSON_EXTRACT('{}',CONCAT('$.',{c},'['))"},
    {"json text", "JSON_DETAILED(CONCAT('{',{c}))"},
    {"regexp", "({c} REGEXP CONCAT('(',{c}))"},
    {"division", "(1 DIV (CHAR_LENGTH({c})-CHAR_LENGTH({c})) + CONCAT({c},'x'))"},
    {"overflow", "(18446744073709551615 + CONCAT('9',{c}))"},
    {"power", "POW({c},9999)"},
    {"xml of a subselect", "EXTRACTVALUE(1,CONCAT(0x7e,(SELECT CONCAT({c}))))"},
    {"charset", "CONVERT(CONCAT({c},'?') USING ascii)"},
    {"collation", "CONCAT({c} COLLATE utf8mb4_bin)"},
    {"inet", "CAST(CONCAT({c}) AS INET6)"},
    {"uuid", "CAST(CONCAT({c}) AS UUID)"},
    {"time", "ADDTIME(CONCAT({c},'?'),'1')"},
    {"makedate", "STR_TO_DATE(CONCAT({c},'?'),'%Y-%m-%d')"},
    {"unhex", "CONCAT(HEX({c}),'|',{c})"},
    {"geometry", "ST_GEOMFROMTEXT(CONCAT({c}))"},
    {"conv", "CONV(CONCAT({c},'?'),36,10)+{c}"},
    {"name of a lock", "GET_LOCK(CONCAT({c}),0)"},
    {"load a file", "LOAD_FILE(CONCAT('/',{c}))"},
    {"case", "CASE WHEN {c} IS NULL THEN NULL ELSE CONCAT('=',{c}) END"},
    {"coalesce", "COALESCE({c},NULL)"},
    {"values of others", "IF({c} IS NULL,NULL,CONCAT(@x:={c}))"},
};

/// {e} the expression, {v} the view, {k} its key, {h} a hidden key, {s} the database, {c} the column.
constexpr Pattern places[] = {
    {"select list", "SELECT {e} FROM {v}"},
    {"where", "SELECT {c} FROM {v} WHERE {e} IS NOT NULL"},
    {"where not", "SELECT {c} FROM {v} WHERE NOT({e} <=> 0)"},
    {"where or", "SELECT {c} FROM {v} WHERE {k}={h} OR {e}='a'"},
    {"by key", "SELECT {c} FROM {v} WHERE {k}={h} AND {e} IS NOT NULL"},
    {"by keys", "SELECT {c} FROM {v} WHERE {k} IN ({h},{h}+1,{h}-1) AND {e} IS NOT NULL"},
    {"by range", "SELECT {c} FROM {v} WHERE {k} BETWEEN {h}-40 AND {h}+40 AND {e} IS NOT NULL"},
    {"on", "SELECT {c} FROM {v} JOIN {s}.feed_state f ON {e} IS NOT NULL"},
    {"left join", "SELECT {c} FROM {s}.feed_state f LEFT JOIN {v} ON {e} IS NOT NULL"},
    {"right join", "SELECT {c} FROM {v} RIGHT JOIN {s}.feed_state f ON {e} IS NOT NULL AND {k}={h}"},
    {"self join", "SELECT {c} FROM {v} JOIN (SELECT {k} AS other FROM {v}) b ON b.other={k} AND {e} IS NOT NULL"},
    {"having", "SELECT {c} FROM {v} HAVING {e} IS NOT NULL"},
    {"order by", "SELECT {c} FROM {v} ORDER BY {e}"},
    {"order by limit", "SELECT {c} FROM {v} ORDER BY {e} DESC LIMIT 3"},
    {"group by", "SELECT MAX({c}) FROM {v} GROUP BY {e}"},
    {"window", "SELECT {c},ROW_NUMBER() OVER (PARTITION BY {e} ORDER BY {k}) FROM {v}"},
    {"window order", "SELECT {c},RANK() OVER (ORDER BY {e}) FROM {v}"},
    {"aggregate", "SELECT MAX({e}),GROUP_CONCAT({e}) FROM {v}"},
    {"aggregate by key", "SELECT MAX({e}),MIN({c}) FROM {v} WHERE {k}={h}"},
    {"distinct", "SELECT DISTINCT {e} FROM {v}"},
    {"exists", "SELECT {c} FROM {v} WHERE EXISTS (SELECT 1 FROM {v} WHERE {e} IS NOT NULL)"},
    {"in", "SELECT {c} FROM {v} WHERE {k} IN (SELECT {k} FROM {v} WHERE {e} IS NOT NULL)"},
    {"scalar subselect", "SELECT (SELECT MAX({e}) FROM {v} WHERE {k}>={h})"},
    {"derived table", "SELECT * FROM (SELECT {e} FROM {v}) q"},
    {"derived filter", "SELECT * FROM (SELECT {k},{c} FROM {v}) q WHERE {e} IS NOT NULL"},
    {"lateral count", "SELECT COUNT({e}),MAX({c}) FROM {v}"},
    {"cte", "WITH w AS (SELECT * FROM {v}) SELECT {c} FROM w WHERE {e} IS NOT NULL"},
    {"recursive", "WITH RECURSIVE w(n) AS (SELECT 1 UNION SELECT 2 FROM {v} WHERE {e} IS NOT NULL) SELECT n,@x FROM w"},
    {"union", "SELECT {e} FROM {v} UNION SELECT {c} FROM {v}"},
    {"except", "SELECT {c} FROM {v} EXCEPT SELECT {e} FROM {v}"},
    {"into a variable", "SELECT {e} INTO @y FROM {v} LIMIT 1; SELECT @y"},
    {"set", "SET @y=(SELECT MAX({e}) FROM {v} WHERE {k}={h}); SELECT @y"},
    {"do", "DO (SELECT MAX({e}) FROM {v})"},
    {"execute immediate", "EXECUTE IMMEDIATE CONCAT('SELECT ','{c}',' FROM {v} WHERE {k}>?-99') USING {h}"},
    {"prepare", "PREPARE p FROM 'SELECT {c} FROM {v} WHERE {k}>=?'; SET @h={h}; EXECUTE p USING @h"},
    {"for update", "SELECT {e} FROM {v} FOR UPDATE SKIP LOCKED"},
    {"share mode", "SELECT {e} FROM {v} WHERE {k}={h} LOCK IN SHARE MODE NOWAIT"},
    {"values", "SELECT * FROM (VALUES ((SELECT MAX({e}) FROM {v}))) q"},
    {"between", "SELECT {c} FROM {v} WHERE {k} BETWEEN 0 AND (SELECT COUNT({e})+9e18 FROM {v})"},
    {"null safe", "SELECT {c} FROM {v} WHERE {e} <=> {e}"},
};

/// What a client may set that changes in which order and how often conditions are looked at.
constexpr const char *variations[] = {
    "",
    "SET sql_mode='';",
    "SET sql_mode='STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO';",
    "SET optimizer_switch='derived_merge=off,materialization=off,semijoin=off';",
    "SET optimizer_switch='condition_pushdown_for_derived=off,exists_to_in=off,subquery_cache=off';",
    "SET optimizer_switch='index_condition_pushdown=off,mrr=on,join_cache_bka=on';",
    "SET join_cache_level=0;",
    "SET join_cache_level=8;",
    "SET optimizer_use_condition_selectivity=1;",
    "SET optimizer_use_condition_selectivity=5,use_stat_tables=preferably;",
    "SET optimizer_search_depth=1,optimizer_prune_level=0;",
    "SET sql_big_selects=1,max_length_for_sort_data=64,sort_buffer_size=1024;",
    "SET tmp_memory_table_size=0;",
    "SET in_predicate_conversion_threshold=2;",
    "SET SESSION TRANSACTION ISOLATION LEVEL READ UNCOMMITTED;",
    "SET SESSION TRANSACTION ISOLATION LEVEL SERIALIZABLE;",
    "SET character_set_results=binary;",
    "SET NAMES cp1251;",
    "SET collation_connection=utf8mb4_nopad_bin;",
    "SET optimizer_trace='enabled=on';",
    "SET timestamp=1,time_zone='+05:00',lc_messages=ru_RU;",
};
constexpr char restore[] =
    "SET sql_mode=DEFAULT,optimizer_switch=DEFAULT,join_cache_level=DEFAULT,optimizer_use_condition_selectivity="
    "DEFAULT,use_stat_tables=DEFAULT,optimizer_search_depth=DEFAULT,optimizer_prune_level=DEFAULT,"
    "max_length_for_sort_data=DEFAULT,sort_buffer_size=DEFAULT,tmp_memory_table_size=DEFAULT,"
    "in_predicate_conversion_threshold=DEFAULT,optimizer_trace=DEFAULT,timestamp=DEFAULT,time_zone=DEFAULT,"
    "lc_messages=DEFAULT;SET NAMES utf8mb4;SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ;SET @x=NULL,@y=NULL";

QByteArray filledIn(QByteArray sql, const QList<QPair<QByteArray, QByteArray>> &words)
{
    for (const auto &[name, text] : words)
        sql.replace(name, text);
    return sql;
}
} // namespace

QByteArrayList effectNames()
{
    QByteArrayList out;
    for (const Pattern &p : effects)
        out << QByteArray("effect ") + p.name;
    return out;
}

QByteArrayList placeNames()
{
    QByteArrayList out;
    for (const Pattern &p : places)
        out << QByteArray("place ") + p.name;
    return out;
}

/// A key of a row that the relation should not show to the person, else of any.
static QByteArray hiddenKey(const Judge &judge, const Relation &relation)
{
    Id any = 0;
    for (const PlannedRow &row : judge.plan().rows()) {
        if (relation.name != row.entity->key().toUtf8() && !relation.name.startsWith(row.entity->key().toUtf8() + "__"))
            continue;
        any = row.id;
        if (!judge.plan().sees(judge.person(), row))
            break;
    }
    return QByteArray::number(any);
}

void attackByEffects(Judge &judge, const Relations &relations, const Relation &relation, int perColumn)
{
    static int turn = 0; // runs through all pairs of effects and places: their numbers have no common divisor
    const QByteArray hidden = hiddenKey(judge, relation), key = '`' + relation.key() + '`';
    const QByteArray database = '`' + relations.database + '`';
    for (const QByteArray &name : relation.columns) {
        for (int i = 0; i < perColumn; ++i, ++turn) {
            const Pattern &effect = effects[turn % int(std::size(effects))];
            const Pattern &place = places[turn % int(std::size(places))];
            const QByteArray column = '`' + name + '`';
            const QByteArray expression = filledIn(effect.sql, {{"{c}", column}});
            const QByteArray select = filledIn(place.sql, {{"{e}", expression},
                                                           {"{v}", relation.full()},
                                                           {"{k}", key},
                                                           {"{h}", hidden},
                                                           {"{s}", database},
                                                           {"{c}", column}});
            const char *variation = variations[(turn / 7) % int(std::size(variations))];
            const QByteArray kind = QByteArray("effect ") + effect.name;
            const int worked = judge.tally().worked.value(kind);
            const RawAnswer answer = judge.attempt(kind, variation + select);
            // Read by itself, since an error in the middle would have ended the statement.
            judge.look(kind, variation + select, judge.raw().run("SELECT @x,@y"));
            const QByteArray where = QByteArray("place ") + place.name;
            ++judge.tally().tries[where];
            judge.tally().worked[where] += judge.tally().worked.value(kind) > worked ? 1 : 0;
            if (answer.error == 1064)
                judge.tally().faultyExample.insert(where, answer.errorText + " in " + select);
            judge.raw().run(restore);
        }
    }
}

void attackByTiming(Judge &judge, const Relation &relation)
{
    const QByteArray key = '`' + relation.key() + '`';
    const QSet<int> visible = judge.plan().visibleSecrets(judge.person());
    const QByteArray table = relation.name.endsWith("__all") ? relation.name.chopped(5) : relation.name;
    QHash<QByteArray, QByteArrayList> rowsOf; // whose value in a column is not for the person
    for (int n = 0; n < judge.plan().secrets().count(); ++n) {
        const Secret &s = judge.plan().secrets().at(n);
        if (s.table == table && !visible.contains(n) && rowsOf[s.column].size() < 3)
            rowsOf[s.column] << QByteArray::number(s.row);
    }
    int turn = int(relation.name.size());
    for (const QByteArray &name : relation.columns) {
        if (name == relation.key())
            continue;
        const QByteArray column = '`' + name + '`';
        const QByteArrayList hidden = rowsOf.value(name);
        if (hidden.isEmpty())
            continue;
        const QByteArray rows = " FROM " + relation.full() + " WHERE " + key + " IN (" + hidden.join(',') + ") AND ";
        const bool second = ++turn % 4 == 0; // each way to wait is tried on each column of another entity
        for (const char *wait : {"IF(%1 IS NULL,0,SLEEP(0.1))", "IF(%1 IS NULL,0,BENCHMARK(300000,SHA2(%1,512)))"}) {
            if ((*(wait + 17) == 'B') != second)
                continue;
            const QByteArray sql = "SELECT 1" + rows + QByteArray(wait).replace("%1", column) + "=0";
            if (judge.attempt("timing", sql).ms > 90 && judge.attempt("timing", sql).ms > 90)
                judge.leak("timing", name + " of a hidden row, by the time it takes", sql);
        }
        judge.attempt("timing", "SELECT GET_LOCK(CONCAT('attack_'," + column + "),0)" + rows + "1");
        const RawAnswer locks =
            judge.attempt("timing", "SELECT COALESCE(" + column + ",'none'),RELEASE_LOCK(CONCAT('attack_'," + column +
                                        "))" + rows + "1");
        for (const RawRows &result : locks.results) {
            for (const QByteArrayList &row : result.rows) {
                if (!row.value(1).isNull())
                    judge.leak("timing", name + " of a hidden row, by the name of a lock", rows);
            }
        }
    }
}

} // namespace crm::test
