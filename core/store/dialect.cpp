#include "core/store/dialect.h"
#include "core/model/entity.h"
#include "core/store/database.h"
#include "core/store/stored_documents.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace crm {

namespace {

/// fold(), search_fold() and digits() are functions that Database adds to each connection.
class Sqlite : public Dialect
{
public:
    QString folded(const QString &text) const override { return QStringLiteral("fold(%1)").arg(text); }

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

    QString jsonValue(const QString &column, const QString &key) const override
    {
        return QStringLiteral("json_extract(%1,'$.%2')").arg(column, key);
    }

    QString jsonItems(const QString &column, const QString &key) const override
    {
        return QStringLiteral("json_each(%1,'$.%2')").arg(column, key);
    }

    QString jsonRows(const QStringList &expressions, const QString &from) const override
    {
        return QStringLiteral("(SELECT json_group_array(json_array(%1)) FROM %2)").arg(expressions.join(u','), from);
    }

    Sql isOneOf(const QString &expression, const IdList &ids) const override
    {
        QJsonArray array;
        for (Id id : ids)
            array.append(QJsonValue(id));
        return {QStringLiteral("%1 IN (SELECT value FROM json_each(?))").arg(expression),
                {QString::fromLatin1(QJsonDocument(array).toJson(QJsonDocument::Compact))}};
    }

    QString matchingIds(const Entity &entity) const override
    {
        const QString table = entity.key() + QStringLiteral("__fts");
        return QStringLiteral("SELECT rowid FROM main.%1 WHERE %1 MATCH ?").arg(quoted(table));
    }

    QString searchJoin(const Entity &entity) const override
    {
        return QStringLiteral("main.%1 s CROSS JOIN %2 m ON m.id=s.rowid")
            .arg(quoted(entity.key() + QStringLiteral("__fts")), quoted(entity.key()));
    }

    Sql searchMatch(const Entity &entity, const QString &expression) const override
    {
        return {QStringLiteral("s.%1 MATCH ?").arg(quoted(entity.key() + QStringLiteral("__fts"))), {expression}};
    }

    // FTS5 walks its index backwards; it does not for m.id, though both are equal.
    QString searchNewestFirst() const override { return QStringLiteral("s.rowid DESC"); }

    QString onSearchText(const Entity &entity, const QString &id, const QString &condition) const override
    {
        return QStringLiteral("(SELECT %1 FROM main.%2 s WHERE s.rowid=%3)")
            .arg(condition.arg(QStringLiteral("s.text")), quoted(entity.key() + QStringLiteral("__fts")), id);
    }

    QString joinInOrder() const override { return QStringLiteral("CROSS JOIN"); }

    QString smallest(bool text) const override
    {
        return text ? QStringLiteral("''") : QStringLiteral("-9223372036854775808");
    }

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

} // namespace crm
