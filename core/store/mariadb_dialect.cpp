// What MariaDB says differently; see docs/server.md for the tables and views. All texts that are compared are in a
// binary collation without padding, so that bound values never bring one of their own.
#include "core/model/entity.h"
#include "core/model/text.h"
#include "core/store/database.h"
#include "core/store/dialect.h"
#include "core/store/found_rows.h"
#include "core/store/search_text.h"
#include "core/store/server/server_views.h"
#include "core/store/sources.h"
#include "core/store/stored_documents.h"
#include <QMap>

namespace crm {

namespace {

bool hasInternalText(const Entity &entity)
{
    return std::any_of(entity.fieldList().cbegin(), entity.fieldList().cend(),
                       [](const Field &f) { return f.isSearchable() && f.fieldClass() == FieldClass::Internal; });
}

/// Letters that fold() turns into others, by what they become: the accents of Latin and Greek.
QMap<QString, QString> foldedLetters()
{
    QMap<QString, QString> out;
    const auto add = [&out](char16_t from, char16_t to) {
        for (char16_t c = from; c <= to; ++c) {
            const QString letter{QChar(c)};
            const QString plain = fold(letter);
            if (QChar(c).isLower() && !plain.isEmpty() && plain != letter)
                out[plain] += letter;
        }
    };
    add(0x00DF, 0x017F);
    add(0x0390, 0x03CE);
    add(0x0450, 0x045F);
    return out;
}

/// Custom fields have no folded copy, so fold() is said in SQL. Written once; %1 is the text.
QString foldTemplate()
{
    QString sql = QStringLiteral("LOWER(%1)");
    const QMap<QString, QString> letters = foldedLetters();
    for (auto it = letters.cbegin(); it != letters.cend(); ++it) {
        sql = it->size() == 1 ? QStringLiteral("REPLACE(%1,'%2','%3')").arg(sql, *it, it.key())
                              : QStringLiteral("REGEXP_REPLACE(%1,'[%2]','%3')").arg(sql, *it, it.key());
    }
    return QStringLiteral("TRIM(REGEXP_REPLACE(%1,'[[:space:]]+',' '))").arg(sql);
}

class MariaDb : public Dialect
{
public:
    QString readName(const QString &name, Seen seen) const override
    {
        return seen == Seen::All ? allView(name) : seen == Seen::Near ? nearView(name) : name;
    }
    QString living(const QString &alias) const override { return alias + QStringLiteral(".live=1"); }
    // Only visible rows have a version: `live` is NULL in what a guarded view hides, too.
    QString trashed(const QString &alias) const override { return alias + QStringLiteral(".deleted_at IS NOT NULL"); }
    bool viewsGuard() const override { return true; }
    QString reached(Id) const override { return QStringLiteral("my_reach r WHERE 1"); }

    QString foldedColumn(const QString &alias, const Field &field) const override
    {
        return alias + u'.' + quoted(crm::foldedColumn(field));
    }
    QString folded(const QString &text) const override
    {
        static const QString sql = foldTemplate();
        return QString(sql).replace(QStringLiteral("%1"), text);
    }
    QString asText(const QString &expression) const override
    {
        return QStringLiteral("CAST(%1 AS CHAR CHARACTER SET utf8mb4) COLLATE utf8mb4_nopad_bin").arg(expression);
    }
    QString joinedTexts(const QStringList &expressions) const override
    {
        return QStringLiteral("CONCAT(%1)").arg(expressions.join(u','));
    }
    Sql contains(const QString &folded, const QString &needle) const override
    {
        return {QStringLiteral("INSTR(%1,?)>0").arg(folded), {needle}};
    }
    Sql startsWith(const QString &folded, const QString &needle) const override
    {
        // A range of the index: no character sorts behind U+10FFFF.
        const QString behind = needle + QString::fromUcs4(U"\U0010FFFF");
        return {QStringLiteral("%1>=? AND %1<?").arg(folded), {needle, behind}};
    }
    QString digits(const QString &text) const override
    {
        return QStringLiteral("REGEXP_REPLACE(%1,'[^0-9]','')").arg(text);
    }
    QString searchable(const QStringList &columns) const override
    {
        return folded(QStringLiteral("REGEXP_REPLACE(CONCAT_WS(' ',%1) COLLATE utf8mb4_nopad_bin,"
                                     "'[\\\\p{Ps}\\\\p{Pe}\\\\p{Pi}\\\\p{Pf}\"'']',' ')")
                          .arg(columns.join(u',')));
    }

    QString jsonValue(const QString &column, const Field &field) const override
    {
        const QString value = QStringLiteral("JSON_VALUE(%1,'$.%2')").arg(column, field.key());
        return isTextKind(field.kind()) || field.kind() == Kind::Date
                   ? value + QStringLiteral(" COLLATE utf8mb4_nopad_bin")
                   : QStringLiteral("CAST(%1 AS SIGNED)").arg(value);
    }
    QString jsonItems(const QString &column, const QString &key, const QString &alias) const override
    {
        return QStringLiteral("JSON_TABLE(%1,'$.%2[*]' COLUMNS(place FOR ORDINALITY,value BIGINT PATH '$')) %3")
            .arg(column, key, alias);
    }
    QString jsonOfItems(const QStringList &expressions, const QString &items, const QString &alias) const override
    {
        return QStringLiteral("(SELECT JSON_ARRAYAGG(JSON_ARRAY(%1) ORDER BY %2.place) FROM %3)")
            .arg(expressions.join(u','), alias, items);
    }
    QString jsonOfLinks(const QStringList &expressions, const QString &links, const QString &alias,
                        const QString &owner) const override
    {
        return QStringLiteral(
                   "(SELECT JSON_ARRAYAGG(JSON_ARRAY(%1) ORDER BY %2.position) FROM %3 %2 WHERE %2.owner_id=%4)")
            .arg(expressions.join(u','), alias, links, owner);
    }
    Sql isOneOf(const QString &expression, const IdList &ids) const override
    {
        QStringList numbers;
        for (Id id : ids)
            numbers << QString::number(id);
        return {ids.isEmpty() ? QStringLiteral("0") : QStringLiteral("%1 IN (%2)").arg(expression, numbers.join(u','))};
    }

    QString matchExpression(const QList<SearchTerm> &terms) const override { return trigramExpression(terms); }
    Sql matchingIds(const Sources &, const Entity &, const QString &) const override
    {
        // From a copy (DISTINCT keeps it from being merged), which is made once even where MariaDB asks a subquery anew
        // for each row, as it does around NOT and OR.
        return {
            QStringLiteral("SELECT d.id FROM (SELECT DISTINCT j.id FROM JSON_TABLE(%1,'$[*]' COLUMNS(id BIGINT PATH "
                           "'$')) j) d")
                .arg(found_rows::variable)};
    }
    bool hitsAreCandidates() const override { return true; }
    bool findsExactly(const QList<SearchTerm> &terms) const override { return found_rows::areExact(terms); }
    QString searchJoin(const Sources &sources, const Entity &entity) const override
    {
        // Without the index the rows come first: those that the person sees.
        return sources.asksIndex(entity) ? QStringLiteral("%1 s STRAIGHT_JOIN %2 m ON m.id=s.id")
                                               .arg(sources.searchTexts(entity), sources.table(entity))
                                         : QStringLiteral("%1 m JOIN %2 s ON s.id=m.id")
                                               .arg(sources.table(entity), sources.searchTexts(entity));
    }
    Sql searchMatch(const Sources &, const Entity &entity, const QString &expression) const override
    {
        return {match(entity), {expression}};
    }
    QString searchNewestFirst() const override { return QStringLiteral("m.id DESC"); }
    QString searchText() const override { return QStringLiteral("CONCAT_WS('',s.text_all,s.text_internal)"); }
    QString onSearchText(const Sources &sources, const Entity &entity, const QString &id,
                         const QString &condition) const override
    {
        return QStringLiteral("(SELECT %1 FROM %2 s WHERE s.id=%3)")
            .arg(condition.arg(searchText()), sources.searchTexts(entity), id);
    }

    QString joinInOrder() const override { return QStringLiteral("STRAIGHT_JOIN"); }
    QString notNull(const QString &expression, bool) const override
    {
        return expression + QStringLiteral(" IS NOT NULL");
    }
    // Each arm walks its index as far as the page is long; what they found is put in order, whichever came first.
    Sql inTurn(const QList<Sql> &arms, const QString &order, qint64 skip, qint64 limit) const override
    {
        Sql out;
        for (const Sql &arm : arms)
            out << (out.isEmpty() ? QStringLiteral("(") : QStringLiteral(" UNION ALL (")) << arm << QStringLiteral(")");
        return out << Sql{QStringLiteral(" ORDER BY %1 LIMIT ? OFFSET ?").arg(order), {limit, skip}};
    }
    bool mustSort(Database &, const Sql &) const override { return true; } // people may not EXPLAIN a view
    bool numbersRows() const override { return true; }

private:
    static QString match(const Entity &entity)
    {
        return QStringLiteral("MATCH(%1) AGAINST(? IN BOOLEAN MODE)")
            .arg(hasInternalText(entity) ? QStringLiteral("s.words_all,s.words_internal")
                                         : QStringLiteral("s.words_all"));
    }
};

} // namespace

const Dialect &Dialect::mariadb()
{
    static const MariaDb dialect;
    return dialect;
}

} // namespace crm
