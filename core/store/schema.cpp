#include "core/store/schema.h"
#include "core/model/error.h"
#include "core/store/fast_fields.h"
#include "core/store/kept_sql.h"
#include "core/store/migrations/steps.h"
#include "core/store/search_text.h"
#include "core/store/stored_documents.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QLoggingCategory>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Schema)
};
Q_LOGGING_CATEGORY(log, "mycrm.store")

QString tableSql(const TableDef &t)
{
    QStringList columns;
    for (const ColumnDef &c : t.columns)
        columns << c.declaration;
    return QStringLiteral("CREATE TABLE %1 (%2%3")
        .arg(quoted(t.name), columns.join(u','), t.tail.isEmpty() ? QStringLiteral(")") : t.tail);
}

// The folded text itself is kept, so that short words can be found by a scan and updates need no old value.
QString searchSql(const QString &name)
{
    return QStringLiteral("CREATE VIRTUAL TABLE IF NOT EXISTS %1 USING fts5(text, tokenize='trigram')")
        .arg(quoted(name));
}
} // namespace

QString metaValue(Database &db, const QString &key)
{
    return db.scalar(QStringLiteral("SELECT value FROM main.meta WHERE key=?"), {key}).toString();
}

void setMetaValue(Database &db, const QString &key, const QString &value)
{
    db.run(QStringLiteral(
               "INSERT INTO main.meta (key,value) VALUES (?,?) ON CONFLICT(key) DO UPDATE SET value=excluded.value"),
           {key, value});
}

QString Schema::fingerprint(const Registry &registry)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const TableDef &t : tables(registry)) {
        hash.addData(tableSql(t).toUtf8());
        for (const auto &index : t.indexes)
            hash.addData(index.second.toUtf8());
        for (const auto &trigger : t.triggers)
            hash.addData(trigger.second.toUtf8());
        hash.addData(t.searchTable.toUtf8());
    }
    return QString::fromLatin1(hash.result().toHex());
}

void Schema::createTable(const TableDef &t)
{
    m_db.exec(tableSql(t));
    for (const auto &index : t.indexes)
        m_db.exec(index.second);
    if (!t.searchTable.isEmpty())
        m_db.exec(searchSql(t.searchTable));
}

void Schema::create()
{
    const QList<TableDef> all = tables(m_registry);
    for (const TableDef &t : all)
        createTable(t);
    for (const TableDef &t : all) // when all the tables are there that they write to
        sync(QStringLiteral("trigger"), t.triggers);
    for (const auto &entity : m_registry.entities())
        refreshSearch(*entity);
    m_db.exec(QStringLiteral("INSERT INTO feed_head (id,head) VALUES (1,0)"));
    setMetaValue(m_db, QStringLiteral("schema_version"), QString::number(schemaVersion));
    setMetaValue(m_db, QStringLiteral("min_compatible"), QString::number(schemaMinCompatible));
    setMetaValue(m_db, QStringLiteral("fingerprint"), fingerprint(m_registry));
}

void Schema::addMissing(const TableDef &t)
{
    QStringList present;
    Rows rows = m_db.run(QStringLiteral("SELECT name FROM pragma_table_xinfo(?)"), {t.name});
    while (rows.next())
        present << rows.text(0);
    if (present.isEmpty()) {
        createTable(t);
        return;
    }
    for (const ColumnDef &c : t.columns) {
        if (!present.contains(c.name))
            m_db.exec(QStringLiteral("ALTER TABLE main.%1 ADD COLUMN %2").arg(quoted(t.name), c.declaration));
    }
    sync(QStringLiteral("index"), t.indexes);
    if (!t.searchTable.isEmpty())
        m_db.exec(searchSql(t.searchTable));
}

/// Makes the indexes or triggers that are missing or were declared otherwise.
void Schema::sync(const QString &kind, const QList<QPair<QString, QString>> &parts)
{
    for (const auto &[name, sql] : parts) {
        const QString there =
            m_db.scalar(QStringLiteral("SELECT sql FROM main.sqlite_master WHERE type=? AND name=?"), {kind, name})
                .toString();
        if (there == sql)
            continue;
        m_db.exec(QStringLiteral("DROP %1 IF EXISTS main.%2").arg(kind, quoted(name)));
        m_db.exec(sql);
    }
}

/// "table/column" of all there are.
QSet<QString> Schema::columnsPresent()
{
    QSet<QString> out;
    Rows rows = m_db.run(QStringLiteral("SELECT m.name || '/' || c.name FROM main.sqlite_master m JOIN "
                                        "pragma_table_xinfo(m.name) c WHERE m.type='table'"));
    while (rows.next())
        out << rows.text(0);
    return out;
}

void Schema::recountNewSums(const QSet<QString> &present)
{
    const QList<KeptTarget> sums = allSums(m_registry);
    for (const KeptTarget &t : sums) {
        if (!present.contains(t.entity->key() + u'/' + t.field->key()))
            m_db.exec(recountSql(t, quoted(t.entity->key()), quoted(t.sum().entity)));
    }
}

/// Fills the search texts of an entity whose searchable fields are others than before.
void Schema::refreshSearch(const Entity &entity)
{
    QStringList fields;
    for (const Field &f : entity.fieldList()) {
        if (f.isSearchable())
            fields << f.key();
    }
    const QString key = QStringLiteral("search:") + entity.key();
    if (fields.isEmpty() || metaValue(m_db, key) == fields.join(u','))
        return;
    const QString table = QStringLiteral("main.") + quoted(entity.key() + QStringLiteral("__fts"));
    m_db.exec(QStringLiteral("DELETE FROM ") + table);
    const Catalog catalog(m_registry);
    StoredDocuments documents(m_db, catalog);
    for (Id last = 0;;) {
        IdList ids;
        Rows rows = m_db.run(
            QStringLiteral("SELECT id FROM main.%1 WHERE id>? ORDER BY id LIMIT 400").arg(quoted(entity.key())),
            {last});
        while (rows.next())
            ids << rows.integer(0);
        if (ids.isEmpty())
            break;
        last = ids.last();
        const QList<Document> part = documents.load(entity, ids, StoredDocuments::Table);
        for (const Document &d : part)
            m_db.run(QStringLiteral("INSERT INTO %1 (rowid,text) VALUES (?,?)").arg(table),
                     {d.id(), searchText(d.head())});
    }
    setMetaValue(m_db, key, fields.join(u','));
}

void Schema::runSteps(int from)
{
    for (const MigrationStep &step : migrationSteps()) {
        if (step.number <= from ||
            !m_db.scalar(QStringLiteral("SELECT 1 FROM main.schema_steps WHERE number=?"), {step.number}).isNull())
            continue;
        Transaction t(m_db);
        step.run(m_db);
        m_db.run(QStringLiteral("INSERT INTO main.schema_steps (number,description,done_at) VALUES (?,?,?)"),
                 {step.number, step.description, toStored(QDateTime::currentDateTimeUtc())});
        t.commit();
    }
}

/// Indexes of fast custom fields, which a file lacks that was copied row by row. It opens without them, too.
void Schema::followMarks()
{
    if (m_db.isReadOnly())
        return;
    try {
        followFastFields(m_db);
    } catch (const Error &e) {
        qCWarning(log, "indexes of custom fields: %s", qPrintable(e.details()));
    }
}

Schema::Outcome Schema::ensure()
{
    const int version = metaValue(m_db, QStringLiteral("schema_version")).toInt();
    const int needs = metaValue(m_db, QStringLiteral("min_compatible")).toInt();
    if (version == 0)
        throw Error(ErrorKind::Corrupt,
                    Tr::tr("“%1” holds no data of this program.").arg(QDir::toNativeSeparators(m_db.path())));
    if (needs > schemaVersion) {
        throw Error(ErrorKind::Unsupported,
                    Tr::tr("“%1” was written by a newer version of the program. Update the program to open it.")
                        .arg(QDir::toNativeSeparators(m_db.path())));
    }
    if (version > schemaVersion)
        return Outcome::Current; // newer, but made to be worked on by this program too: it adds nothing
    const QString wanted = fingerprint(m_registry);
    if (version == schemaVersion && metaValue(m_db, QStringLiteral("fingerprint")) == wanted) {
        followMarks();
        return Outcome::Current;
    }
    if (m_db.isReadOnly()) {
        throw Error(ErrorKind::Denied,
                    Tr::tr("“%1” must be brought up to this version of the program, but may only be read.")
                        .arg(QDir::toNativeSeparators(m_db.path())));
    }
    runSteps(version);
    Transaction t(m_db);
    const QSet<QString> before = columnsPresent();
    const QList<TableDef> all = tables(m_registry);
    for (const TableDef &table : all)
        addMissing(table);
    recountNewSums(before);
    for (const TableDef &table : all)
        sync(QStringLiteral("trigger"), table.triggers);
    for (const auto &entity : m_registry.entities())
        refreshSearch(*entity);
    setMetaValue(m_db, QStringLiteral("schema_version"), QString::number(schemaVersion));
    setMetaValue(m_db, QStringLiteral("min_compatible"), QString::number(schemaMinCompatible));
    setMetaValue(m_db, QStringLiteral("fingerprint"), wanted);
    t.commit();
    followMarks();
    return Outcome::Upgraded;
}

} // namespace crm
