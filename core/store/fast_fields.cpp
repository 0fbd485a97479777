#include "core/store/fast_fields.h"
#include "core/model/error.h"
#include "core/model/fast_field.h"
#include "core/model/record.h"
#include "core/model/text.h"
#include "core/store/dialect.h"
#include "core/store/field_sql.h"
#include "core/store/repository.h"
#include "core/store/sources.h"
#include "core/store/stored_documents.h"
#include <QCoreApplication>
#include <QMap>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::FastFields)
};
const QString definitionsEntity = QStringLiteral("custom_fields"), mark = QStringLiteral("fast");
const QString fileDefinitions = QStringLiteral("main.custom_fields");

bool hasColumnNamed(Database &db, const QString &table, const QString &column)
{
    return !db.scalar(QStringLiteral("SELECT 1 FROM pragma_table_xinfo(?) WHERE name=?"), {table, column}).isNull();
}

QString indexName(const FastField &fast) { return fast.entity + QStringLiteral("__fx_") + fast.field.key(); }

/// As SQLite keeps it: without the name of the schema.
QString indexSql(const FastField &fast)
{
    const Dialect &dialect = Dialect::sqlite();
    const QString value = dialect.jsonValue(QStringLiteral("extra"), fast.field.indexed());
    return QStringLiteral("CREATE INDEX %1 ON %2 (%3,id) WHERE deleted_at IS NULL")
        .arg(quoted(indexName(fast)), quoted(fast.entity), isFolded(fast.field) ? dialect.folded(value) : value);
}

/// By name: what a file shall have.
QMap<QString, QString> wantedIndexes(Database &db)
{
    QMap<QString, QString> out;
    if (!hasColumnNamed(db, definitionsEntity, mark))
        return out;
    const QList<FastField> marked = markedFields(db, fileDefinitions);
    for (const FastField &fast : marked) {
        if (hasColumnNamed(db, fast.entity, QStringLiteral("extra"))) // a plugin may be missing
            out.insert(indexName(fast), indexSql(fast));
    }
    return out;
}

QMap<QString, QString> presentIndexes(Database &db)
{
    QMap<QString, QString> out;
    Rows rows = db.run(
        QStringLiteral("SELECT name,sql FROM main.sqlite_master WHERE type='index' AND name GLOB '*[_][_]fx[_]*'"));
    while (rows.next())
        out.insert(rows.text(0), rows.text(1));
    return out;
}

QString shape(Kind kind)
{
    return kind == Kind::Date   ? QStringLiteral("[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]")
           : kind == Kind::Time ? QStringLiteral("[0-9][0-9]:[0-9][0-9]")
                                : QString();
}
/// A condition: the text in the JSON column is longer than an index holds; "0" of other kinds.
QString tooLongSql(const Dialect &dialect, const QString &column, const Field &field)
{
    if (!isTextKind(field.kind()) || !shape(field.kind()).isEmpty())
        return QStringLiteral("0");
    return dialect.viewsGuard()
               ? QStringLiteral("CHAR_LENGTH(JSON_VALUE(%1,'$.%2'))>%3").arg(column, field.key()).arg(fastTextSize)
               : QStringLiteral("length(%1)>%2").arg(dialect.jsonValue(column, field)).arg(fastTextSize);
}
} // namespace

QList<FastField> markedFields(Database &db, const QString &definitions)
{
    QList<FastField> out;
    QHash<QString, int> count;
    Rows rows = db.run(QStringLiteral("SELECT entity,`key`,kind FROM %1 WHERE fast=1 AND `class`='all' AND deleted_at "
                                      "IS NULL ORDER BY entity,id")
                           .arg(definitions));
    while (rows.next()) {
        const std::optional<Kind> kind = kindByName(rows.text(2));
        const QString entity = rows.text(0), key = rows.text(1);
        if (kind && canBeFast(*kind) && isIdentifier(entity) && isIdentifier(key) && ++count[entity] <= mostFastFields)
            out << FastField{entity, Field(*kind, key, Label()).custom()};
    }
    return out;
}

QString misfitSql(const Dialect &dialect, const QString &column, const Field &field)
{
    const Kind kind = field.kind();
    const bool isText = isTextKind(kind), isShaped = kind == Kind::Date || kind == Kind::Time;
    if (dialect.viewsGuard()) {
        const QString value = QStringLiteral("JSON_VALUE(%1,'$.%2')").arg(column, field.key());
        if (isShaped)
            return QStringLiteral("%1 NOT REGEXP '^%2$'").arg(value, shape(kind));
        return isText ? tooLongSql(dialect, column, field)
                      : QStringLiteral("%1 NOT REGEXP '^-?[0-9]{1,18}$'").arg(value);
    }
    const QString value = dialect.jsonValue(column, field);
    if (isShaped)
        return QStringLiteral("%1 NOT GLOB '%2'").arg(value, shape(kind));
    return isText ? QStringLiteral("(typeof(%1) NOT IN ('text','null') OR %2)")
                        .arg(value, tooLongSql(dialect, column, field))
                  : QStringLiteral("typeof(%1) NOT IN ('integer','null')").arg(value);
}

QString misfitFault(Database &db, const Catalog &catalog, const Actor &actor, const FastField &fast)
{
    const Entity *entity = catalog.find(fast.entity);
    if (!entity)
        return {};
    const Dialect &dialect = Dialect::of(db);
    const Sources sources(catalog, actor, dialect);
    const ReadContext context{catalog, actor, dialect, sources, QDateTime::currentDateTime()};
    const QString row = QStringLiteral("m"), extra = QStringLiteral("m.extra"), table = sources.table(*entity);
    const QString title = FieldSql(context).title(*entity, row);
    Rows rows =
        db.run(QStringLiteral("SELECT m.id,%1,%4 FROM %2 m WHERE %3 LIMIT 1")
                   .arg(title, table, misfitSql(dialect, extra, fast.field), tooLongSql(dialect, extra, fast.field)));
    if (!rows.next())
        return {};
    const QString name = rows.text(1).isEmpty() ? QString::number(rows.integer(0)) : rows.text(1);
    return rows.integer(2) == 1
               ? Tr::tr("The value of “%1” (%2) is longer than %3 characters, so no index holds it. Shorten it first.")
                     .arg(name, entity->one().text())
                     .arg(fastTextSize)
               : Tr::tr("The value of “%1” (%2) is of another kind: it was left by a field that had this key before. "
                        "Restore that one to empty it, or choose another key.")
                     .arg(name, entity->one().text());
}

void refuseMisfits(Database &db, const Catalog &catalog, const Actor &actor, const Document &definition)
{
    const Record &d = definition.head();
    if (d.entity().key() != definitionsEntity || !d.flag(mark) || !(d.isNew() || d.isChanged(mark)))
        return;
    const std::optional<Kind> kind = kindByName(d.text(QStringLiteral("kind")));
    if (!kind)
        return;
    const FastField fast{d.text(QStringLiteral("entity")),
                         Field(*kind, d.text(QStringLiteral("key")), Label()).custom()};
    const QString fault = misfitFault(db, catalog, actor, fast);
    if (!fault.isEmpty())
        throw Error::validation({{mark, fault, {}}});
}

void followFastFields(Database &db)
{
    const QMap<QString, QString> wanted = wantedIndexes(db), present = presentIndexes(db);
    for (auto it = present.cbegin(); it != present.cend(); ++it) {
        if (wanted.value(it.key()) != it.value())
            db.exec(QStringLiteral("DROP INDEX IF EXISTS main.") + quoted(it.key()));
    }
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        // A person's view of the same name stands before the table.
        if (present.value(it.key()) != it.value())
            db.exec(QString(it.value())
                        .replace(QStringLiteral("CREATE INDEX "), QStringLiteral("CREATE INDEX IF NOT EXISTS main.")));
    }
}

QStringList fastFaults(Database &db, const Catalog &catalog)
{
    QStringList faults;
    if (!hasColumnNamed(db, definitionsEntity, mark))
        return faults;
    const QMap<QString, QString> present = presentIndexes(db);
    const QList<FastField> marked = markedFields(db, fileDefinitions);
    for (const FastField &fast : marked) {
        const Entity *entity = catalog.find(fast.entity);
        if (!entity)
            continue;
        if (present.value(indexName(fast)) != indexSql(fast))
            faults << Tr::tr("%1: the field “%2” is marked fast, but has no index. Open the file once more.")
                          .arg(entity->many().text(), fast.field.key());
        if (const QString fault = misfitFault(db, catalog, Actor::system(), fast); !fault.isEmpty())
            faults << fault;
    }
    return faults;
}

QStringList fastColumnFaults(Repository &office, Database &db)
{
    QStringList faults;
    const auto catalog = office.catalog();
    if (!catalog->find(definitionsEntity))
        return faults;
    Query marked(definitionsEntity);
    marked.filter = Filter::where(mark, Op::Equal, true);
    marked.columns = QStringList{QStringLiteral("entity"), QStringLiteral("key"), QStringLiteral("label")};
    const QList<Row> rows = office.page(marked, {PageAt::First, {}, 0, 1000}).rows;
    for (const Row &row : rows) {
        const Entity *entity = catalog->find(row.values.value(0).toString());
        const Field *field = entity ? entity->field(row.values.value(1).toString()) : nullptr;
        if (!field || isFast(*field))
            continue;
        const QString misfit = misfitFault(db, *catalog, office.actor(), {entity->key(), *field});
        faults << (misfit.isEmpty() ? Tr::tr("%1: the field “%2” is marked fast, but has no column yet. It comes with "
                                             "the next upgrade of the office: mycrmctl server upgrade.")
                                          .arg(entity->many().text(), row.values.value(2).toString())
                                    : misfit);
    }
    return faults;
}

} // namespace crm
