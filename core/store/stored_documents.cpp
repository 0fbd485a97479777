#include "core/store/stored_documents.h"
#include "core/model/format.h"
#include "core/store/codec.h"
#include "core/store/sources.h"
#include <QJsonDocument>
#include <QJsonObject>

namespace crm {

namespace {
const QStringList systemColumns = {QStringLiteral("id"),         QStringLiteral("version"),
                                   QStringLiteral("scope_id"),   QStringLiteral("created_at"),
                                   QStringLiteral("created_by"), QStringLiteral("changed_at"),
                                   QStringLiteral("changed_by"), QStringLiteral("deleted_at")};
const QStringList extraColumns = {QStringLiteral("extra"), QStringLiteral("extra_internal"),
                                  QStringLiteral("extra_restricted")};
constexpr int idsPerStatement = 400; // below SQLite's limit of parameters, and few enough texts for the cache

QString tableName(const QString &name, StoredDocuments::From from)
{
    return from == StoredDocuments::Table ? QStringLiteral("main.") + quoted(name) : quoted(name);
}

QString placeholders(qsizetype n) { return QStringList(n, QStringLiteral("?")).join(u','); }

QVariantList toVariants(const IdList &ids)
{
    QVariantList out;
    out.reserve(ids.size());
    for (Id id : ids)
        out << id;
    return out;
}

QHash<QString, QJsonObject> readExtras(const Rows &rows, int firstColumn)
{
    QHash<QString, QJsonObject> out;
    for (int i = 0; i < extraColumns.size(); ++i) {
        const QByteArray json = rows.value(firstColumn + i).toByteArray();
        if (!json.isEmpty())
            out.insert(extraColumns[i], QJsonDocument::fromJson(json).object());
    }
    return out;
}
} // namespace

qint64 toStored(const QDateTime &moment) { return moment.toMSecsSinceEpoch(); }

QDateTime fromStored(const QVariant &ms)
{
    return ms.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms.toLongLong(), Qt::UTC);
}

QString quoted(const QString &name) { return u'`' + name + u'`'; }

QString linkTable(const Entity &entity, const Field &field)
{
    return entity.key() + QStringLiteral("__") + field.key();
}

QString extraColumn(const Field &field)
{
    return extraColumns[field.fieldClass() == FieldClass::All ? 0 : field.fieldClass() == FieldClass::Internal ? 1 : 2];
}

bool hasColumn(const Field &field) { return !isListKind(field.kind()) && !field.isCustom(); }
bool isWritten(const Field &field) { return hasColumn(field) && !field.isKept(); }

// --- reading

QString StoredDocuments::tableOf(const Entity &entity, From from) const
{
    return from == View && m_sources ? m_sources->table(entity) : tableName(entity.key(), from);
}

QString StoredDocuments::linksOf(const Entity &entity, const Field &field, From from) const
{
    return from == View && m_sources ? m_sources->links(entity, field) : tableName(linkTable(entity, field), from);
}

QString recordColumns(const Entity &entity)
{
    QStringList columns = systemColumns;
    for (const Field &f : entity.fieldList()) {
        if (hasColumn(f))
            columns << quoted(f.key());
    }
    return (columns + extraColumns).join(u',');
}

Record recordOf(const Entity &entity, const Rows &rows)
{
    Record record(entity, rows.integer(0));
    int at = int(systemColumns.size());
    for (const Field &f : entity.fieldList()) {
        if (hasColumn(f))
            record.set(f.key(), fromColumn(f, rows.value(at++)));
    }
    const auto extras = readExtras(rows, at);
    for (const Field &f : entity.fieldList()) {
        if (f.isCustom()) {
            record.set(f.key(), fromExtra(f, extras.value(extraColumn(f)).value(f.key())));
        } else if (isListKind(f.kind())) {
            record.set(f.key(), QVariant::fromValue(IdList()));
        }
    }
    record.setSystem({.scopeId = rows.integer(2),
                      .createdBy = rows.integer(4),
                      .changedBy = rows.integer(6),
                      .createdAt = fromStored(rows.value(3)),
                      .changedAt = fromStored(rows.value(5)),
                      .deletedAt = fromStored(rows.value(7))});
    record.markLoaded(rows.integer(1));
    return record;
}

void StoredDocuments::readRows(const Entity &entity, const QString &condition, const QVariantList &values, From from,
                               const std::function<void(Record)> &take)
{
    Rows rows = m_db.run(
        QStringLiteral("SELECT %1 FROM %2 %3").arg(recordColumns(entity), tableOf(entity, from), condition), values);
    while (rows.next())
        take(recordOf(entity, rows));
}

void StoredDocuments::readLinks(const Entity &entity, QHash<Id, Record *> &records, From from)
{
    if (records.isEmpty())
        return;
    const IdList ids = records.keys();
    for (const Field &f : entity.fieldList()) {
        if (!isListKind(f.kind()) || f.isCustom())
            continue;
        QHash<Id, IdList> found;
        for (qsizetype at = 0; at < ids.size(); at += idsPerStatement) {
            const IdList part = ids.mid(at, idsPerStatement);
            Rows rows = m_db.run(QStringLiteral("SELECT owner_id, target_id FROM %1 WHERE owner_id IN (%2) "
                                                "ORDER BY owner_id, position")
                                     .arg(linksOf(entity, f, from), placeholders(part.size())),
                                 toVariants(part));
            while (rows.next())
                found[rows.integer(0)] << rows.integer(1);
        }
        for (auto it = found.cbegin(); it != found.cend(); ++it) {
            Record *r = records.value(it.key());
            r->set(f.key(), QVariant::fromValue(it.value()));
            r->markLoaded(r->version());
        }
    }
}

void StoredDocuments::readLines(const Entity &entity, QHash<Id, Document *> &documents, From from)
{
    // Lines live and go to the trash together with their document.
    constexpr qint64 living = -1;
    QMap<qint64, IdList> groups; // by when they were deleted
    for (auto it = documents.cbegin(); it != documents.cend(); ++it) {
        const QDateTime deleted = it.value()->head().deletedAt();
        groups[deleted.isValid() ? toStored(deleted) : living] << it.key();
    }
    for (const LineTable &table : entity.lineTables()) {
        const Entity &lineEntity = m_catalog.at(table.entity);
        for (Document *d : std::as_const(documents))
            d->lines(table.entity).clear();
        for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
            for (qsizetype at = 0; at < group->size(); at += idsPerStatement) {
                const IdList part = group->mid(at, idsPerStatement);
                const bool lives = group.key() == living;
                const QString condition = QStringLiteral("WHERE %1 IN (%2) AND deleted_at %3 ORDER BY %1, position, id")
                                              .arg(quoted(table.parentField), placeholders(part.size()),
                                                   lives ? QStringLiteral("IS NULL") : QStringLiteral("=?"));
                const QVariantList values = toVariants(part) + (lives ? QVariantList() : QVariantList{group.key()});
                readRows(lineEntity, condition, values, from, [&](Record line) {
                    if (Document *d = documents.value(line.ref(table.parentField)))
                        d->lines(table.entity).append(std::move(line));
                });
            }
        }
        QHash<Id, Record *> lines;
        for (Document *d : std::as_const(documents)) {
            for (Record &line : d->lines(table.entity))
                lines.insert(line.id(), &line);
        }
        readLinks(lineEntity, lines, from);
    }
}

QList<Document> StoredDocuments::load(const Entity &entity, const IdList &ids, From from)
{
    QHash<Id, Document> byId;
    for (qsizetype at = 0; at < ids.size(); at += idsPerStatement) {
        const IdList part = ids.mid(at, idsPerStatement);
        readRows(entity, QStringLiteral("WHERE id IN (%1)").arg(placeholders(part.size())), toVariants(part), from,
                 [&](Record r) {
                     const Id id = r.id();
                     byId.insert(id, Document(std::move(r)));
                 });
    }
    QHash<Id, Record *> heads;
    QHash<Id, Document *> documents;
    for (auto it = byId.begin(); it != byId.end(); ++it) {
        heads.insert(it.key(), &it.value().head());
        documents.insert(it.key(), &it.value());
    }
    readLinks(entity, heads, from);
    readLines(entity, documents, from);
    QList<Document> out;
    for (Id id : ids) {
        auto it = byId.find(id);
        if (it == byId.end())
            continue;
        it->markLoaded();
        out << *it;
    }
    return out;
}

std::optional<Document> StoredDocuments::load(const Entity &entity, Id id, From from)
{
    QList<Document> found = load(entity, IdList{id}, from);
    return found.isEmpty() ? std::nullopt : std::optional(std::move(found.first()));
}

// --- writing

QVariant StoredDocuments::extraJson(const Record &record, const QString &column) const
{
    QJsonObject json;
    for (const Field &f : record.entity().fieldList()) {
        if (f.isCustom() && extraColumn(f) == column && !isEmptyValue(record.value(f.key())))
            json.insert(f.key(), toExtra(f, record.value(f.key())));
    }
    return json.isEmpty() ? QVariant()
                          : QVariant(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

/// One statement for all rows of an entity: its text is made once, and so it is prepared once.
const QString &StoredDocuments::insertSql(const Entity &entity)
{
    QString &sql = m_insertSql[&entity];
    if (!sql.isEmpty())
        return sql;
    QStringList columns = systemColumns;
    columns.removeLast(); // deleted_at: a new record lives
    columns << QStringLiteral("batch_id");
    bool anyCustom = false;
    for (const Field &f : entity.fieldList()) {
        anyCustom |= f.isCustom();
        if (isWritten(f))
            columns << quoted(f.key());
    }
    if (anyCustom)
        columns += extraColumns;
    sql = QStringLiteral("INSERT INTO main.%1 (%2) VALUES (%3)")
              .arg(quoted(entity.key()), columns.join(u','), placeholders(columns.size()));
    return sql;
}

void StoredDocuments::insert(const Record &record, const Record::System &system, Id batch)
{
    const Entity &entity = record.entity();
    QVariantList values = {record.id(),      1,
                           system.scopeId,   toStored(system.createdAt),
                           system.createdBy, toStored(system.changedAt),
                           system.changedBy, batch ? QVariant(batch) : QVariant()};
    bool anyCustom = false;
    for (const Field &f : entity.fieldList()) {
        anyCustom |= f.isCustom();
        if (isWritten(f))
            values << toColumn(f, record.value(f.key()));
    }
    if (anyCustom) {
        for (const QString &column : extraColumns)
            values << extraJson(record, column);
    }
    m_db.run(insertSql(entity), values);
    writeLinks(record, true);
}

void StoredDocuments::update(const Record &record, const Record::System &system, Id batch)
{
    const Entity &entity = record.entity();
    QStringList parts = {QStringLiteral("version=?"), QStringLiteral("scope_id=?"), QStringLiteral("changed_at=?"),
                         QStringLiteral("changed_by=?"), QStringLiteral("batch_id=?")};
    QVariantList values = {record.version() + 1, system.scopeId, toStored(system.changedAt), system.changedBy,
                           batch ? QVariant(batch) : QVariant()};
    // Key by key: values of fields that lie in the trash, or that this program does not know, stay where they are.
    QMap<QString, QJsonObject> changedExtras;
    for (const Field &f : entity.fieldList()) {
        if (!record.isChanged(f.key()))
            continue;
        if (f.isCustom()) {
            const QVariant value = record.value(f.key());
            changedExtras[extraColumn(f)].insert(f.key(), isEmptyValue(value) ? QJsonValue() : toExtra(f, value));
        } else if (isWritten(f)) {
            parts << quoted(f.key()) + QStringLiteral("=?");
            values << toColumn(f, record.value(f.key()));
        }
    }
    for (auto it = changedExtras.cbegin(); it != changedExtras.cend(); ++it) {
        parts << QStringLiteral("%1=nullif(json_patch(coalesce(%1,'{}'),?),'{}')").arg(it.key()); // null: takes it away
        values << QString::fromUtf8(QJsonDocument(it.value()).toJson(QJsonDocument::Compact));
    }
    values << record.id();
    m_db.run(QStringLiteral("UPDATE main.%1 SET %2 WHERE id=?").arg(quoted(entity.key()), parts.join(u',')), values);
    writeLinks(record, false);
}

void StoredDocuments::writeLinks(const Record &record, bool isNew)
{
    for (const Field &f : record.entity().fieldList()) {
        if (!isListKind(f.kind()) || f.isCustom() || (!isNew && !record.isChanged(f.key())))
            continue;
        const QString table = QStringLiteral("main.") + quoted(linkTable(record.entity(), f));
        if (!isNew)
            m_db.run(QStringLiteral("DELETE FROM %1 WHERE owner_id=?").arg(table), {record.id()});
        int position = 0;
        for (Id target : record.ids(f.key())) {
            m_db.run(QStringLiteral("INSERT OR IGNORE INTO %1 (owner_id,target_id,position) VALUES (?,?,?)").arg(table),
                     {record.id(), target, position++});
        }
    }
}

void StoredDocuments::erase(const Entity &entity, Id id)
{
    for (const Field &f : entity.fieldList()) {
        if (isListKind(f.kind()) && !f.isCustom())
            m_db.run(QStringLiteral("DELETE FROM main.%1 WHERE owner_id=?").arg(quoted(linkTable(entity, f))), {id});
    }
    m_db.run(QStringLiteral("DELETE FROM main.%1 WHERE id=?").arg(quoted(entity.key())), {id});
}

} // namespace crm
