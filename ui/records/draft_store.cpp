#include "ui/records/draft_store.h"
#include "core/model/format.h"
#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QLoggingCategory>
#include <QMutex>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>
#include <QtConcurrent>

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

/// This run of the program.
const QString &ownProgram()
{
    static const QString name = QUuid::createUuid().toString(QUuid::Id128);
    return name;
}

QString lockOf(const QString &folder, const QString &program)
{
    return QStringLiteral("%1/%2.open").arg(folder, program);
}

/// Held as long as somebody in this program keeps drafts there; gone with the program, however it ends.
std::shared_ptr<QLockFile> heldLock(const QString &folder)
{
    static QMutex mutex;
    static QHash<QString, std::weak_ptr<QLockFile>> held;
    const QMutexLocker locker(&mutex);
    std::shared_ptr<QLockFile> lock = held.value(folder).lock();
    if (!lock) {
        lock = std::make_shared<QLockFile>(lockOf(folder, ownProgram()));
        lock->setStaleLockTime(0);
        lock->tryLock();
        held.insert(folder, lock);
    }
    return lock;
}

bool isRunning(const QString &folder, const QString &program)
{
    if (program == ownProgram())
        return true;
    const QString path = lockOf(folder, program);
    if (program.isEmpty() || !QFile::exists(path))
        return false;
    QLockFile lock(path);
    lock.setStaleLockTime(0); // a lock is old once its program is gone, not before
    return !lock.tryLock();
}

std::optional<Draft> draftIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? Draft::fromJson(file.readAll()) : std::nullopt;
}

/// The lines of both, and of each the fields of both.
QJsonArray linesTogether(const QJsonArray &older, const QJsonArray &newer)
{
    QJsonArray lines = newer;
    for (const QJsonValue &value : older) {
        const QJsonObject line = value.toObject();
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const auto &other) {
            return other.toObject().value(QStringLiteral("id")) == line.value(QStringLiteral("id"));
        });
        if (same == lines.end()) {
            lines.append(line);
            continue;
        }
        QJsonObject both = line, fields = line.value(QStringLiteral("fields")).toObject();
        const QJsonObject over = same->toObject().value(QStringLiteral("fields")).toObject();
        for (auto it = over.begin(); it != over.end(); ++it)
            fields.insert(it.key(), it.value());
        both.insert(QStringLiteral("fields"), fields);
        *same = both;
    }
    return lines;
}

} // namespace

Draft Draft::together(const Draft &older, const Draft &newer)
{
    Draft both = newer;
    for (auto it = older.fields.begin(); it != older.fields.end(); ++it) {
        if (!both.fields.contains(it.key()))
            both.fields.insert(it.key(), it.value());
    }
    for (auto it = older.lines.begin(); it != older.lines.end(); ++it)
        both.lines.insert(it.key(), linesTogether(it.value().toArray(), newer.lines.value(it.key()).toArray()));
    return both;
}

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
        for (const Record &line : present) { // typed since
            const bool isThere = std::any_of(result.cbegin(), result.cend(),
                                             [&](const Record &other) { return other.id() == line.id(); });
            if (line.isNew() && !isThere)
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
                                     {QStringLiteral("lines"), lines},
                                     {QStringLiteral("program"), program}})
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
    draft.program = o.value(QStringLiteral("program")).toString();
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
    Draft written = draft;
    if (written.program.isEmpty())
        written.program = ownProgram();
    m_writer.start([this, folder = m_folder, path = fileOf(draft.entity, draft.id), json = written.toJson()] {
        QDir().mkpath(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        if (!m_lock)
            m_lock = heldLock(folder);
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
    return draftIn(fileOf(entity, id));
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
        if (const auto draft = draftIn(info.filePath()); draft && draft->version == 0 && draft->entity == entity)
            drafts.append(*draft);
    }
    return drafts;
}

QFuture<QList<Draft>> DraftStore::left() const
{
    if (m_folder.isEmpty())
        return QtFuture::makeReadyFuture(QList<Draft>());
    return QtConcurrent::run(&m_writer, [folder = m_folder] {
        QList<Draft> drafts;
        for (const QFileInfo &info : QDir(folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Time)) {
            if (const auto draft = draftIn(info.filePath()); draft && !isRunning(folder, draft->program))
                drafts.append(*draft);
        }
        return drafts;
    });
}

} // namespace crm
