#include "core/store/dialect.h"
#include "core/model/entity.h"
#include "core/model/fast_field.h"
#include "core/store/database.h"
#include "core/store/search_text.h"
#include "core/store/sources.h"
#include "core/store/stored_documents.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace crm {

namespace {

/// fold(), search_fold(), digits() and extra_value() are functions that Database adds to each connection.
class Sqlite : public Dialect
{
public:
    QString readName(const QString &name, Seen) const override { return name; }
    QString living(const QString &alias) const override { return alias + QStringLiteral(".deleted_at IS NULL"); }
    QString trashed(const QString &alias) const override { return alias + QStringLiteral(".deleted_at IS NOT NULL"); }
    bool viewsGuard() const override { return false; }
    QString reached(Id userId) const override { return QStringLiteral("main.reach r WHERE r.user_id=%1").arg(userId); }

    QString foldedColumn(const QString &alias, const Field &field) const override
    {
        return folded(alias + u'.' + quoted(field.key()));
    }
    QString folded(const QString &text) const override { return QStringLiteral("fold(%1)").arg(text); }
    QString asText(const QString &expression) const override { return expression; }
    QString joinedTexts(const QStringList &expressions) const override
    {
        return expressions.join(QStringLiteral("||"));
    }

    Sql contains(const QString &folded, const QString &needle) const override
    {
        return {QStringLiteral("instr(%1,?)>0").arg(folded), {needle}};
    }

    Sql startsWith(const QString &folded, const QString &needle) const override
    {
        // A range of the index: no character sorts behind U+10FFFF.
        const QString behind = needle + QString::fromUcs4(U"\U0010FFFF");
        return {QStringLiteral("%1>=? AND %1<?").arg(folded), {needle, behind}};
    }

    QString digits(const QString &text) const override { return QStringLiteral("digits(%1)").arg(text); }

    QString searchable(const QStringList &columns) const override
    {
        QStringList parts;
        for (const QString &c : columns)
            parts << QStringLiteral("coalesce(' '||%1,'')").arg(c);
        return QStringLiteral("search_fold(%1)").arg(parts.join(QStringLiteral("||")));
    }

    QString jsonValue(const QString &column, const Field &field) const override
    {
        return (isFast(field) ? QStringLiteral("extra_value(%1,'%2')") : QStringLiteral("json_extract(%1,'$.%2')"))
            .arg(column, field.key());
    }

    QString jsonItems(const QString &column, const QString &key, const QString &alias) const override
    {
        return QStringLiteral("json_each(%1,'$.%2') %3").arg(column, key, alias);
    }

    QString jsonOfItems(const QStringList &expressions, const QString &items, const QString &) const override
    {
        return QStringLiteral("(SELECT json_group_array(json_array(%1)) FROM %2)").arg(expressions.join(u','), items);
    }

    QString jsonOfLinks(const QStringList &expressions, const QString &links, const QString &alias,
                        const QString &owner) const override
    {
        return jsonOfItems(expressions,
                           QStringLiteral("(SELECT target_id FROM %1 WHERE owner_id=%2 ORDER BY position) %3")
                               .arg(links, owner, alias),
                           alias);
    }

    Sql isOneOf(const QString &expression, const IdList &ids) const override
    {
        QJsonArray array;
        for (Id id : ids)
            array.append(QJsonValue(id));
        return {QStringLiteral("%1 IN (SELECT value FROM json_each(?))").arg(expression),
                {QString::fromLatin1(QJsonDocument(array).toJson(QJsonDocument::Compact))}};
    }

    QString matchExpression(const QList<SearchTerm> &terms) const override { return crm::matchExpression(terms); }

    Sql matchingIds(const Sources &, const Entity &entity, const QString &expression) const override
    {
        const QString table = entity.key() + QStringLiteral("__fts");
        return {QStringLiteral("SELECT rowid FROM main.%1 WHERE %1 MATCH ?").arg(quoted(table)), {expression}};
    }

    bool hitsAreCandidates() const override { return false; }
    bool findsExactly(const QList<SearchTerm> &) const override { return false; } // words that are too short

    QString searchJoin(const Sources &sources, const Entity &entity) const override
    {
        return QStringLiteral("main.%1 s CROSS JOIN %2 m ON m.id=s.rowid")
            .arg(quoted(entity.key() + QStringLiteral("__fts")), sources.table(entity));
    }

    Sql searchMatch(const Sources &, const Entity &entity, const QString &expression) const override
    {
        return {QStringLiteral("s.%1 MATCH ?").arg(quoted(entity.key() + QStringLiteral("__fts"))), {expression}};
    }

    // FTS5 walks its index backwards; it does not for m.id, though both are equal.
    QString searchNewestFirst() const override { return QStringLiteral("s.rowid DESC"); }
    QString searchText() const override { return QStringLiteral("s.text"); }

    QString onSearchText(const Sources &, const Entity &entity, const QString &id,
                         const QString &condition) const override
    {
        return QStringLiteral("(SELECT %1 FROM main.%2 s WHERE s.rowid=%3)")
            .arg(condition.arg(searchText()), quoted(entity.key() + QStringLiteral("__fts")), id);
    }

    QString joinInOrder() const override { return QStringLiteral("CROSS JOIN"); }

    // Something smaller than any value.
    QString notNull(const QString &expression, bool text) const override
    {
        return expression + (text ? QStringLiteral(">=''") : QStringLiteral(">=-9223372036854775808"));
    }

    // The arms are walked one after the other, and only as far as needed.
    Sql inTurn(const QList<Sql> &arms, const QString &, qint64 skip, qint64 limit) const override
    {
        Sql out;
        for (const Sql &arm : arms) {
            out << (out.isEmpty() ? QStringLiteral("SELECT * FROM (") : QStringLiteral(" UNION ALL SELECT * FROM ("))
                << arm << QStringLiteral(")");
        }
        return out << Sql{QStringLiteral(" LIMIT ? OFFSET ?"), {limit, skip}};
    }

    bool numbersRows() const override { return false; }

    bool mustSort(Database &db, const Sql &query) const override
    {
        Rows plan = db.run(QStringLiteral("EXPLAIN QUERY PLAN ") + query.text, query.values);
        while (plan.next()) {
            if (plan.text(3).startsWith(QLatin1String("USE TEMP B-TREE")))
                return true;
        }
        return false;
    }
};

} // namespace

const Dialect &Dialect::sqlite()
{
    static const Sqlite dialect;
    return dialect;
}

const Dialect &Dialect::of(const Database &db) { return db.isServer() ? mariadb() : sqlite(); }

} // namespace crm
