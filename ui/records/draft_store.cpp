#include "ui/records/draft_store.h"
#include "core/model/format.h"
#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QSaveFile>
#include <QStandardPaths>

namespace crm {
namespace {

Q_LOGGING_CATEGORY(log, "crm.drafts", QtInfoMsg)

const QString wasKey = QStringLiteral("was"), nowKey = QStringLiteral("now");

QJsonObject changesOf(const Record &record, const QString &currency)
{
    QJsonObject changes;
    for (const Field &field : record.entity().fieldList()) {
        const QString &key = field.key();
        if (field.isReadOnly() || (!record.isNew() && !record.isChanged(key)))
            continue;
        changes.insert(key, QJsonObject{{wasKey, toJson(field, record.original(key), currency)},
                                        {nowKey, toJson(field, record.value(key), currency)}});
    }
    return changes;
}

/// Puts the changes over the record; names those whose stored value is no longer what it was.
void putChanges(const QJsonObject &changes, const QString &currency, Record &record, QStringList *moved)
{
    for (const Field &field : record.entity().fieldList()) {
        const QString &key = field.key();
        if (!changes.contains(key))
            continue;
        const QJsonObject change = changes.value(key).toObject();
        QString fault;
        const QVariant now = fromJson(field, change.value(nowKey), currency, &fault);
        if (!fault.isEmpty())
            continue; // the declaration has changed since
        const bool same = record.isNew() || toJson(field, record.value(key), currency) == change.value(wasKey) ||
                          record.value(key) == now;
        if (same)
            record.set(key, now);
        else if (moved)
            moved->append(key);
    }
}

} // namespace

Draft Draft::of(const Document &document, const QString &currency)
{
    Draft draft;
    draft.entity = document.entity().key();
    draft.id = document.id();
    draft.version = document.head().version();
    draft.at = QDateTime::currentDateTimeUtc();
    draft.fields = changesOf(document.head(), currency);
    for (const LineTable &table : document.entity().lineTables()) {
        const QList<Record> lines = document.lines(table.entity), loaded = document.loadedLines(table.entity);
        bool changed = lines.size() != loaded.size();
        QJsonArray array;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const Record &line = lines.at(i);
            const QJsonObject fields = changesOf(line, currency);
            changed = changed || !fields.isEmpty() || line.isNew() || line.id() != loaded.value(i).id();
            array.append(QJsonObject{{QStringLiteral("id"), QString::number(line.id())},
                                     {QStringLiteral("new"), line.isNew()},
                                     {QStringLiteral("fields"), fields}});
        }
        if (changed)
            draft.lines.insert(table.entity, array);
    }
    return draft;
}

Document Draft::apply(const Document &stored, const Catalog &catalog, const QString &currency)
{
    Document document = stored;
    putChanges(fields, currency, document.head(), &moved);
    for (const LineTable &table : document.entity().lineTables()) {
        if (!lines.contains(table.entity))
            continue;
        const QList<Record> present = stored.lines(table.entity);
        QList<Record> result;
        for (const QJsonValue &value : lines.value(table.entity).toArray()) {
            const QJsonObject entry = value.toObject();
            const Id id = entry.value(QStringLiteral("id")).toString().toLongLong();
            const auto it =
                std::find_if(present.cbegin(), present.cend(), [id](const Record &r) { return r.id() == id; });
            if (it == present.cend() && !entry.value(QStringLiteral("new")).toBool())
                continue; // deleted by somebody meanwhile
            Record line = it != present.cend() ? *it : Record(catalog.at(table.entity), id);
            putChanges(entry.value(QStringLiteral("fields")).toObject(), currency, line, nullptr);
            result.append(line);
        }
        document.lines(table.entity) = result;
    }
    return document;
}

QByteArray Draft::toJson() const
{
    return QJsonDocument(QJsonObject{{QStringLiteral("entity"), entity},
                                     {QStringLiteral("id"), QString::number(id)},
                                     {QStringLiteral("version"), version},
                                     {QStringLiteral("at"), at.toString(Qt::ISODateWithMs)},
                                     {QStringLiteral("fields"), fields},
                                     {QStringLiteral("lines"), lines}})
        .toJson(QJsonDocument::Compact);
}

std::optional<Draft> Draft::fromJson(const QByteArray &json)
{
    const QJsonObject o = QJsonDocument::fromJson(json).object();
    Draft draft;
    draft.entity = o.value(QStringLiteral("entity")).toString();
    draft.id = o.value(QStringLiteral("id")).toString().toLongLong();
    draft.version = o.value(QStringLiteral("version")).toInteger();
    draft.at = QDateTime::fromString(o.value(QStringLiteral("at")).toString(), Qt::ISODateWithMs);
    draft.fields = o.value(QStringLiteral("fields")).toObject();
    draft.lines = o.value(QStringLiteral("lines")).toObject();
    if (draft.entity.isEmpty() || draft.id == 0 || draft.isEmpty())
        return {};
    return draft;
}

DraftStore::DraftStore(const QString &database)
{
    if (database.isEmpty())
        return;
    const QByteArray name = QCryptographicHash::hash(database.toUtf8(), QCryptographicHash::Sha1).toHex().left(16);
    m_folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/drafts/") +
               QString::fromLatin1(name);
    m_writer.setMaxThreadCount(1); // in the order of the calls
}

DraftStore::~DraftStore() { flush(); }

QString DraftStore::fileOf(const QString &entity, Id id) const
{
    return QStringLiteral("%1/%2-%3.json").arg(m_folder, entity).arg(id);
}

void DraftStore::write(const Draft &draft)
{
    if (m_folder.isEmpty())
        return;
    m_writer.start([folder = m_folder, path = fileOf(draft.entity, draft.id), json = draft.toJson()] {
        QDir().mkpath(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
            qCInfo(log) << "a draft could not be written:" << file.errorString();
    });
}

void DraftStore::remove(const QString &entity, Id id)
{
    if (m_folder.isEmpty())
        return;
    m_writer.start([path = fileOf(entity, id)] { QFile::remove(path); });
}

std::optional<Draft> DraftStore::find(const QString &entity, Id id) const
{
    if (m_folder.isEmpty())
        return std::nullopt;
    m_writer.waitForDone();
    QFile file(fileOf(entity, id));
    return file.open(QIODevice::ReadOnly) ? Draft::fromJson(file.readAll()) : std::nullopt;
}

QList<Draft> DraftStore::unsaved(const QString &entity) const
{
    QList<Draft> drafts;
    if (m_folder.isEmpty())
        return drafts;
    m_writer.waitForDone();
    const QFileInfoList files =
        QDir(m_folder).entryInfoList({entity + QStringLiteral("-*.json")}, QDir::Files, QDir::Time);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (const auto draft = Draft::fromJson(file.readAll()); draft && draft->version == 0 && draft->entity == entity)
            drafts.append(*draft);
    }
    return drafts;
}

} // namespace crm
