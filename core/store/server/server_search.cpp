#include "core/store/server/server_search.h"
#include "core/store/found_rows.h"
#include "core/store/server/server_tables.h"
#include "core/store/server/visible_rows.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {

// What decides how rows are found. Measured at 1,000,000 rows: a look at a text costs 3 microseconds; the index answers
// in 3 ms when one trigram of the text is rare, but needs 6 microseconds for each row that holds it.
constexpr int quickScan = 2'000; ///< so many visible rows are looked at without thinking
constexpr int longestScan = 100'000;
constexpr int sample = 200;      ///< texts that are looked at for how common the text and its trigrams are
constexpr int oftenInSample = 2; ///< more hits: the text is common
constexpr int askedTrigrams = 3; ///< the rarest; the text itself is compared anyway
/// A trigram of one text in the sample: the index needs as long for it as a look at one in so many texts of the table.
constexpr int textsForOneHit = sample / 2;

// As bytes, for which MariaDB has a search that is twice as quick; in UTF-8 nothing else can be found by it.
const QString phraseType = QStringLiteral("VARBINARY(1020)");

QString variable(int term, int phrase) { return QStringLiteral("v_%1%2").arg(term).arg(QChar(u'a' + phrase)); }

QStringList phraseVariables()
{
    QStringList out;
    for (int t = 0; t < found_rows::terms; ++t) {
        for (int p = 0; p < found_rows::phrases; ++p)
            out << variable(t, p);
    }
    return out;
}

/// One entity's procedure.
class FindText : private VisibleRows
{
public:
    FindText(const RoutineText &text, const Entity &entity)
        : VisibleRows(entity)
        , m_text(text)
    {}

    QString routine() const
    {
        QStringList phrases;
        for (const QString &v : phraseVariables())
            phrases << QStringLiteral("IN %1 ").arg(v) + phraseType;
        const QString body = QStringLiteral("f: BEGIN\nDECLARE v_read, v_c, v_rows, v_most INT DEFAULT 0;\n"
                                            "DECLARE v_all BIGINT DEFAULT 0;\n"
                                            "DECLARE v_k LONGTEXT {text};\nDECLARE v_words LONGBLOB;\n"
                                            "SET p_ids=NULL, v_most=p_limit+1;\n") +
                             level() + QStringLiteral("IF v_read=0 THEN SET p_ids='[]'; LEAVE f; END IF;\n") +
                             fewReached() + QStringLiteral("IF p_match='' OR p_limit=0 THEN LEAVE f; END IF;\n") +
                             lookAtSample() + choose() + byIndex() + QStringLiteral("END");
        return m_text.procedure(QStringLiteral("find__") + m_e.key(),
                                QStringLiteral("IN p_me BIGINT, IN p_staff TINYINT, IN p_match TEXT {text}, IN p_limit "
                                               "INT, %1, OUT p_ids LONGTEXT {text}")
                                    .arg(phrases.join(QStringLiteral(", "))),
                                body);
    }

    /// Rows that point to a record, by the index of the reference.
    QString byRoutine() const
    {
        QString cases;
        for (const Field &f : m_e.fieldList()) {
            if (!isFoundBy(f))
                continue;
            const QString see = seesField(m_text.names, QStringLiteral("p_me"), f);
            const QString pointing =
                isListKind(f.kind())
                    ? QStringLiteral("{data}.%1 k STRAIGHT_JOIN %2 t ON t.id=k.owner_id WHERE k.target_id=p_id")
                          .arg(quoted(linkTable(m_e, f)), table())
                    : QStringLiteral("%1 t WHERE t.%2=p_id").arg(table(), quoted(f.key()));
            cases += QStringLiteral("WHEN '%1' THEN %2")
                         .arg(f.key(), gathered(QStringLiteral("SELECT t.id FROM %1 AND t.live=1 AND %2 AND %3")
                                                    .arg(pointing, see, isSeen())));
        }
        const QString body =
            QStringLiteral(
                "f: BEGIN\nDECLARE v_read, v_c, v_most INT DEFAULT 0;\nSET p_ids=NULL, v_most=p_limit+1;\n") +
            level() +
            QStringLiteral("IF v_read=0 THEN SET p_ids='[]'; LEAVE f; END IF;\nCASE p_field\n%1ELSE %2END "
                           "CASE;\nEND")
                .arg(cases, refuse(QStringLiteral("unsupported"), m_e.key()));
        return m_text.procedure(
            QStringLiteral("by__") + m_e.key(),
            QStringLiteral("IN p_me BIGINT, IN p_field VARCHAR(64) {text}, IN p_id BIGINT, IN p_limit "
                           "INT, OUT p_ids LONGTEXT {text}"),
            body);
    }

    static bool isFoundBy(const Field &f)
    {
        return (isRefKind(f.kind()) && hasColumn(f)) || (f.kind() == Kind::RefList && !f.isCustom());
    }
    static bool hasReferences(const Entity &e)
    {
        return std::any_of(e.fieldList().cbegin(), e.fieldList().cend(), isFoundBy);
    }

private:
    QString texts() const { return QStringLiteral("{data}.") + quoted(serverSearchTable(m_e)); }
    /// The texts of the row that the person may be found by hold the phrase. What the variables decide alone is decided
    /// once, not for each row.
    QString holds(const QString &row, const QString &phrase) const
    {
        const QString all = QStringLiteral("LOCATE(%1,%2.text_all)>0").arg(phrase, row);
        return hasInternalSearch(m_e)
                   ? QStringLiteral("%1 OR (p_staff AND LOCATE(%2,%3.text_internal)>0)").arg(all, phrase, row)
                   : all;
    }

    /// Every term occurs; a term that is not there is empty, a phrase that is not there NULL.
    QString holdsTerms(const QString &row) const
    {
        QStringList all;
        for (int t = 0; t < found_rows::terms; ++t) {
            QStringList any{QStringLiteral("%1=''").arg(variable(t, 0)), holds(row, variable(t, 0))};
            for (int p = 1; p < found_rows::phrases; ++p)
                any << QStringLiteral("(%1 IS NOT NULL AND (%2))").arg(variable(t, p), holds(row, variable(t, p)));
            all << u'(' + any.join(QStringLiteral(" OR ")) + u')';
        }
        return all.join(QStringLiteral(" AND "));
    }

    QString reachedWithTexts() const { return reached(QStringLiteral("STRAIGHT_JOIN %1 s ON s.id=t.id").arg(texts())); }

    static QString gathered(const QString &select)
    {
        return QStringLiteral("SELECT COUNT(*), CONCAT('[',IFNULL(GROUP_CONCAT(x.id),''),']') INTO v_c, p_ids FROM (%1 "
                              "LIMIT v_most) x;\nIF v_c>p_limit THEN SET p_ids=NULL; END IF;\n")
            .arg(select);
    }

    QString scan() const
    {
        return gathered(QStringLiteral("SELECT t.id FROM %1 AND %2")
                            .arg(reachedWithTexts(), holdsTerms(QStringLiteral("s")))) +
               QStringLiteral("LEAVE f;\n");
    }

    /// Somebody who sees few rows, or a text that no index knows: a look at each visible text.
    QString fewReached() const
    {
        if (kind() == Scope::Everyone)
            return {};
        return QStringLiteral("IF v_read<>3 THEN\n%1IF v_rows<=%2 OR p_match='' THEN\n%3END IF;\nEND IF;\n")
            .arg(countReached(quickScan))
            .arg(quickScan)
            .arg(scan());
    }

    QString newest(const QString &columns) const
    {
        return QStringLiteral("SELECT %1 FROM %2 s ORDER BY s.id DESC LIMIT %3").arg(columns, texts()).arg(sample);
    }

    /// How common the text is: v_c of the sample, which the person sees, hold it.
    QString lookAtSample() const
    {
        const QString columns =
            hasInternalSearch(m_e) ? QStringLiteral("s.text_all, s.text_internal") : QStringLiteral("s.text_all");
        const auto look = [&](const QString &rows) {
            return QStringLiteral("SELECT IFNULL(SUM(%1),0) INTO v_c FROM (%2) x;\n")
                .arg(holdsTerms(QStringLiteral("x")), rows);
        };
        if (kind() == Scope::Everyone)
            return look(newest(columns));
        return QStringLiteral("IF v_read<>3 THEN\n%1ELSE\n%2END IF;\n")
            .arg(look(QStringLiteral("SELECT %1 FROM %2 LIMIT %3").arg(columns, reachedWithTexts()).arg(sample)),
                 look(newest(columns)));
    }

    /// v_k: the rarest trigrams by the newest texts of all, which are in no order that favours some of them; v_c: how
    /// many of these hold the rarest.
    QString rarestTrigrams() const
    {
        const QString words =
            hasInternalSearch(m_e)
                ? QStringLiteral("IF(p_staff,CONCAT_WS(' ',s.words_all,s.words_internal),s.words_all)")
                : QStringLiteral("s.words_all");
        return QStringLiteral("SELECT CONCAT(' ',GROUP_CONCAT(x.k SEPARATOR '  '),' ') INTO v_words FROM (%1) x;\n")
                   .arg(newest(words + QStringLiteral(" AS k"))) +
               QStringLiteral(
                   "SELECT GROUP_CONCAT('+',x.g ORDER BY x.f SEPARATOR ' ' LIMIT %1), MIN(x.f) INTO v_k, v_c "
                   "FROM (SELECT j.g, (LENGTH(v_words)-LENGTH(REPLACE(v_words,CONCAT(' ',j.g,' '),''))) DIV "
                   "(LENGTH(j.g)+2) f FROM JSON_TABLE(CONCAT('[\"',REPLACE(SUBSTRING(p_match,2),' "
                   "+','\",\"'),'\"]'),'$[*]' "
                   "COLUMNS(g VARCHAR(16) {text} PATH '$')) j) x;\n")
                   .arg(askedTrigrams);
    }

    /// Common: those who see all walk their list, the others' texts are looked at. Else the rarest trigrams are asked
    /// for, unless even the rarest is in a part of all rows that takes longer than a look at the visible ones.
    QString choose() const
    {
        const bool scoped = kind() != Scope::Everyone;
        const auto lookIf = [&](const QString &condition, const QString &before) {
            return scoped ? QStringLiteral("IF v_read<>3%1 THEN\n%2%3IF v_rows<=%4%5 THEN\n%6END IF;\nEND IF;\n")
                                .arg(condition.isEmpty() ? QString() : QStringLiteral(" AND v_c>0"), before,
                                     countReached(longestScan))
                                .arg(longestScan)
                                .arg(condition, scan())
                          : QString();
        };
        const QString countAll = QStringLiteral("SELECT IFNULL(MAX(i.TABLE_ROWS),0) INTO v_all FROM "
                                                "information_schema.TABLES i WHERE i.TABLE_SCHEMA=%1 AND "
                                                "i.TABLE_NAME=%2;\n")
                                     .arg(sqlLiteral(m_text.names.data()), sqlLiteral(serverSearchTable(m_e)));
        return QStringLiteral("IF v_c>%1 THEN\n%2LEAVE f;\nEND IF;\n").arg(oftenInSample).arg(lookIf({}, {})) +
               QStringLiteral(
                   "IF p_match NOT LIKE '%(%' AND p_match NOT LIKE '%\"%' AND LOCATE(CHAR(92),p_match)=0 THEN\n") +
               rarestTrigrams() + QStringLiteral("SET p_match=IFNULL(v_k,p_match);\n") +
               lookIf(QStringLiteral(" AND v_rows*%1<v_c*v_all").arg(textsForOneHit), countAll) +
               QStringLiteral("END IF;\n");
    }

    QString byIndex() const
    {
        const auto candidates = [&](const QString &words) {
            return QStringLiteral(
                       "SELECT COUNT(*), CONCAT('[',IFNULL(GROUP_CONCAT(x.id),''),']') INTO v_c, v_k FROM "
                       "(SELECT s.id FROM %1 s WHERE MATCH(%2) AGAINST(p_match IN BOOLEAN MODE) LIMIT v_most) "
                       "x;\n")
                .arg(texts(), words);
        };
        const QString all = candidates(QStringLiteral("s.words_all"));
        const QString either = hasInternalSearch(m_e)
                                   ? QStringLiteral("IF p_staff THEN %1ELSE %2END IF;\n")
                                         .arg(candidates(QStringLiteral("s.words_all,s.words_internal")), all)
                                   : all;
        return either + QStringLiteral("IF v_c>p_limit THEN LEAVE f; END IF;\n") +
               gathered(
                   QStringLiteral("SELECT t.id FROM JSON_TABLE(v_k,'$[*]' COLUMNS(id BIGINT PATH '$')) k "
                                  "STRAIGHT_JOIN %1 t ON t.id=k.id STRAIGHT_JOIN %2 s ON s.id=k.id WHERE %3 AND %4")
                       .arg(table(), texts(), isSeen(), holdsTerms(QStringLiteral("s"))));
    }

    const RoutineText &m_text;
};
} // namespace

QStringList findRoutines(const RoutineText &text)
{
    QStringList out;
    for (const Entity *e : text.documents()) {
        if (isSearched(*e))
            out << FindText(text, *e).routine();
        if (FindText::hasReferences(*e))
            out << FindText(text, *e).byRoutine();
    }
    return out;
}

QString findByBody(const RoutineText &text)
{
    QString cases;
    for (const Entity *e : text.documents()) {
        if (FindText::hasReferences(*e))
            cases +=
                QStringLiteral("WHEN '%1' THEN CALL {data}.by__%1(p_me,p_field,p_id,p_limit,p_ids);\n").arg(e->key());
    }
    return QStringLiteral("BEGIN\nSET p_limit=LEAST(GREATEST(IFNULL(p_limit,%1),0),%1);\nCASE p_entity\n%2ELSE %3END "
                          "CASE;\nEND;\n")
        .arg(found_rows::mostHits)
        .arg(cases, refuse(QStringLiteral("unsupported")));
}

QString findBody(const RoutineText &text)
{
    const QStringList phrases = phraseVariables();
    QString cases, read;
    for (int t = 0; t < found_rows::terms; ++t) {
        for (int p = 0; p < found_rows::phrases; ++p)
            read += QStringLiteral("SET %1=LEFT(%2,255);\n")
                        .arg(variable(t, p), (p == 0 ? QStringLiteral("IFNULL(%1,'')") : QStringLiteral("%1"))
                                                 .arg(QStringLiteral("JSON_VALUE(p_terms,'$[%1][%2]')").arg(t).arg(p)));
    }
    for (const Entity *e : text.documents()) {
        if (isSearched(*e))
            cases += QStringLiteral("WHEN '%1' THEN CALL {data}.find__%1(p_me,p_staff,p_match,p_limit,%2,p_ids);\n")
                         .arg(e->key(), phrases.join(u','));
    }
    const QString wrong = refuse(QStringLiteral("invalid"), {}, {}, QStringLiteral("match"));
    return QStringLiteral(
               "BEGIN\nDECLARE %1 %4;\nDECLARE EXIT HANDLER FOR 1064,1582 %2"
               "SET p_limit=LEAST(GREATEST(IFNULL(p_limit,%3),0),%3), p_match=IFNULL(p_match,'');\n"
               "IF p_terms IS NULL OR NOT JSON_VALID(p_terms) OR JSON_TYPE(p_terms)<>'ARRAY' THEN %2END IF;\n")
               .arg(phrases.join(u','), wrong)
               .arg(found_rows::mostHits)
               .arg(phraseType) +
           read +
           QStringLiteral("CASE p_entity\n%1ELSE %2END CASE;\nEND;\n")
               .arg(cases, refuse(QStringLiteral("unsupported")));
}

} // namespace crm
