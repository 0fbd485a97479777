#include "core/store/server/server_reader.h"
#include "core/model/error.h"
#include "core/model/text.h"
#include "core/store/codec.h"
#include "core/store/field_sql.h"
#include "core/store/server/server_names.h"
#include "core/store/stored_documents.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Writing)
};
constexpr int dictionaryRows = 500;   // beyond that it is no dictionary to keep in memory
constexpr int mostRemembered = 20000; // a long import must not grow without bound
constexpr qint64 goodForMs = 2000;    // without anybody comparing the head

const QStringList extraColumns = {QStringLiteral("extra"), QStringLiteral("extra_internal"),
                                  QStringLiteral("extra_restricted")};

QString idsText(const QSet<Id> &ids)
{
    QStringList out;
    for (const Id id : ids)
        out << QString::number(id);
    return out.join(u',');
}

QJsonObject objectOf(const QJsonValue &value)
{
    return value.isObject() ? value.toObject() : QJsonDocument::fromJson(value.toString().toUtf8()).object();
}
} // namespace

bool ServerReader::isReadable(const Entity &entity) const { return m_actor.policy.may(entity, Verb::Read); }

ServerReader::Expecting ServerReader::expect(QList<const Document *> documents)
{
    if (!m_checked.isValid() || m_checked.elapsed() > goodForMs || m_found.size() > mostRemembered)
        forgetAll();
    m_expected = std::move(documents);
    return Expecting(*this);
}

void ServerReader::add(const Record &record) { m_found.insert({record.entity().key(), record.id()}, record); }

void ServerReader::forgetAll()
{
    m_found.clear();
    m_dictionaries.clear();
    m_expected.clear();
    m_checked.start();
}

void ServerReader::noteHead(qint64 head)
{
    if (head != m_head)
        forgetAll();
    m_head = head;
    m_checked.start();
}

void ServerReader::noteOwnChange(qint64 number)
{
    if (number == m_head + 1)
        m_head = number;
}

/// Reading position, then fields in the order of the entity; links and custom fields as JSON.
QString ServerReader::rowJson(const Entity &entity) const
{
    QStringList parts = {QStringLiteral("m.version"), QStringLiteral("m.scope_id"), QStringLiteral("m.deleted_at")};
    for (const Field &f : entity.fieldList()) {
        if (hasColumn(f)) {
            parts << QStringLiteral("m.") + quoted(f.key());
        } else if (isListKind(f.kind())) {
            parts << QStringLiteral("(SELECT JSON_ARRAYAGG(l.target_id ORDER BY l.position) FROM %1 l "
                                    "WHERE l.owner_id=m.id)")
                         .arg(m_sources.links(entity, f));
        }
    }
    for (const QString &column : extraColumns)
        parts << QStringLiteral("m.") + column;
    return QStringLiteral("JSON_ARRAY(%1)").arg(parts.join(u','));
}

Record ServerReader::recordOf(const Entity &entity, Id id, const QByteArray &json) const
{
    const QJsonArray values = QJsonDocument::fromJson(json).array();
    Record record(entity, id);
    int at = 3;
    for (const Field &f : entity.fieldList()) {
        if (f.isCustom())
            continue;
        const QJsonValue value = values.at(at++);
        if (hasColumn(f)) {
            record.set(f.key(), fromColumn(f, value.toVariant()));
            continue;
        }
        IdList ids;
        const QJsonArray links =
            value.isArray() ? value.toArray() : QJsonDocument::fromJson(value.toString().toUtf8()).array();
        for (const QJsonValue link : links)
            ids << link.toVariant().toLongLong();
        record.set(f.key(), QVariant::fromValue(ids));
    }
    QHash<QString, QJsonObject> extras;
    for (const QString &column : extraColumns)
        extras.insert(column, objectOf(values.at(at++)));
    for (const Field &f : entity.fieldList()) {
        if (f.isCustom())
            record.set(f.key(), fromExtra(f, extras.value(extraColumn(f)).value(f.key())));
    }
    Record::System system;
    system.scopeId = values.at(1).toInteger();
    if (!values.at(2).isNull())
        system.deletedAt = fromStored(values.at(2).toVariant());
    record.setSystem(system);
    record.markLoaded(values.at(0).toInteger());
    return record;
}

void ServerReader::addDictionary(const QString &key, Wants &wants) const
{
    const Entity *entity = m_catalog.find(key);
    if (entity && entity->isDictionary() && !m_dictionaries.contains(key))
        wants[key].all = true;
}

/// What a record points to, and the dictionaries that may stand behind that.
void ServerReader::addReferences(const Record &record, Wants &wants) const
{
    for (const Field &f : record.entity().fieldList()) {
        if (!isRefKind(f.kind()) && !isListKind(f.kind()))
            continue;
        const QString target = f.target().isEmpty() ? record.text(QStringLiteral("parent_entity")) : f.target();
        const Entity *entity = m_catalog.find(target);
        if (!entity || f.key() == record.entity().lineParentField())
            continue;
        addDictionary(target, wants);
        const IdList ids = isListKind(f.kind()) ? record.ids(f.key()) : IdList{record.ref(f.key())};
        for (const Id id : ids) {
            if (id && !m_found.contains({target, id}))
                wants[target].ids.insert(id);
        }
        if (!wants.contains(target))
            continue;
        for (const Field &behind : entity->fieldList()) {
            if (isRefKind(behind.kind()))
                addDictionary(behind.target(), wants);
        }
    }
}

void ServerReader::fetch(Wants wants)
{
    for (const Document *document : std::exchange(m_expected, {})) {
        addReferences(document->head(), wants);
        for (const LineTable &table : document->entity().lineTables()) {
            const QList<Record> lines = document->lines(table.entity);
            for (const Record &line : lines)
                addReferences(line, wants);
        }
    }
    QStringList parts;
    for (auto it = wants.cbegin(); it != wants.cend(); ++it) {
        const Entity &entity = m_catalog.at(it.key());
        for (const Id id : it->ids)
            m_found.insert({it.key(), id}, std::nullopt);
        if (!isReadable(entity))
            continue;
        const bool ordered = entity.field(QStringLiteral("position"));
        QStringList rows;
        if (it->all)
            rows << QStringLiteral("(SELECT '%1' e,m.id,%2 j,1 d,%3 p FROM %4 m WHERE m.deleted_at IS NULL LIMIT %5)")
                        .arg(it.key(), rowJson(entity), ordered ? QStringLiteral("m.`position`") : QStringLiteral("0"),
                             m_sources.table(entity))
                        .arg(dictionaryRows);
        if (!it->ids.isEmpty())
            rows << QStringLiteral("SELECT '%1' e,m.id,%2 j,0 d,0 p FROM %3 m WHERE m.id IN (%4)")
                        .arg(it.key(), rowJson(entity), m_sources.table(entity), idsText(it->ids));
        parts += rows;
        if (it->all)
            m_dictionaries.insert(it.key(), {});
    }
    if (parts.isEmpty())
        return;
    Rows rows = m_db.run(QStringLiteral("SELECT e,id,j,d FROM (%1) x ORDER BY e,d DESC,p,id")
                             .arg(parts.join(QStringLiteral(" UNION ALL "))));
    while (rows.next()) {
        const QString key = rows.text(0);
        const Id id = rows.integer(1);
        if (rows.integer(3) == 1)
            m_dictionaries[key] << id;
        const QByteArray json = rows.value(2).toString().toUtf8();
        if (!json.isEmpty())
            m_found.insert({key, id}, recordOf(m_catalog.at(key), id, json));
    }
}

std::optional<Record> ServerReader::find(const QString &entity, Id id)
{
    if (id == 0)
        return std::nullopt;
    const auto known = m_found.constFind({entity, id});
    if (known != m_found.cend())
        return *known;
    Wants wants;
    wants[entity].ids.insert(id);
    fetch(wants);
    return m_found.value({entity, id});
}

IdList ServerReader::where(const QString &key, const QString &field, const QVariant &value, int limit)
{
    const Entity &entity = m_catalog.at(key);
    const Field *f = entity.field(field);
    if (!f)
        throw Error(ErrorKind::NotFound, Tr::tr("There is no such field."), key + u'.' + field);
    if (!isReadable(entity))
        return {};
    const QString from = m_sources.table(entity);
    QString sql;
    QVariant wanted = isListKind(f->kind()) ? value : toColumn(*f, value);
    if (isListKind(f->kind())) {
        sql = QStringLiteral("SELECT t.id FROM %1 l JOIN %2 t ON t.id=l.owner_id WHERE l.target_id=? AND "
                             "t.deleted_at IS NULL LIMIT %3")
                  .arg(m_sources.links(entity, *f), from)
                  .arg(limit);
    } else {
        const bool folded = hasFoldedCopy(*f);
        sql = QStringLiteral("SELECT id FROM %1 WHERE deleted_at IS NULL AND %2=? LIMIT %3")
                  .arg(from, quoted(folded ? foldedColumn(*f) : field))
                  .arg(limit);
        if (folded)
            wanted = fold(wanted.toString());
    }
    Rows rows = m_db.run(sql, {wanted});
    IdList out;
    while (rows.next())
        out << rows.integer(0);
    return out;
}

Id ServerReader::firstOf(const QString &key)
{
    const auto known = m_dictionaries.constFind(key);
    if (known != m_dictionaries.cend())
        return known->isEmpty() ? 0 : known->first();
    const Entity &entity = m_catalog.at(key);
    if (entity.isDictionary()) {
        Wants wants;
        wants[key].all = true;
        fetch(wants);
        const IdList ids = m_dictionaries.value(key);
        return ids.isEmpty() ? 0 : ids.first();
    }
    if (!isReadable(entity))
        return 0;
    const QString order =
        entity.field(QStringLiteral("position")) ? QStringLiteral("`position`, id") : QStringLiteral("id");
    return m_db
        .scalar(QStringLiteral("SELECT id FROM %1 WHERE deleted_at IS NULL ORDER BY %2 LIMIT 1")
                    .arg(m_sources.table(entity), order))
        .toLongLong();
}

QList<Record> ServerReader::rows(const QString &key, const QMap<QString, IdList> &among, int limit)
{
    const Entity &entity = m_catalog.at(key);
    const bool eachNamed = std::none_of(among.cbegin(), among.cend(), [](const IdList &ids) { return ids.isEmpty(); });
    if (among.isEmpty() || !eachNamed || !isReadable(entity))
        return {};
    QString condition = QStringLiteral("m.deleted_at IS NULL");
    for (auto it = among.cbegin(); it != among.cend(); ++it)
        condition += QStringLiteral(" AND m.%1 IN (%2)")
                         .arg(quoted(it.key()), idsText(QSet<Id>(it.value().cbegin(), it.value().cend())));
    Rows found = m_db.run(QStringLiteral("SELECT m.id,%1 FROM %2 m WHERE %3 LIMIT %4")
                              .arg(rowJson(entity), m_sources.table(entity), condition)
                              .arg(limit));
    QList<Record> out;
    while (found.next())
        out << recordOf(entity, found.integer(0), found.value(1).toString().toUtf8());
    return out;
}

QVariant ServerReader::greatest(const QString &entity, const QString &field, const QString &filled,
                                const QPair<QDate, QDate> &within)
{
    return greatestOf({}, entity, field, filled, within);
}

QVariant ServerReader::greatestOf(const NumberedBy &which, const QString &key, const QString &field,
                                  const QString &filled, const QPair<QDate, QDate> &within)
{
    const Entity &entity = m_catalog.at(key);
    const Field *f = entity.field(field);
    if (!f)
        throw Error(ErrorKind::NotFound, Tr::tr("There is no such field."), key + u'.' + field);
    if (!isReadable(entity))
        return {};
    const Sql rows = greatestCondition(which, *f, filled, within);
    return fromColumn(
        *f,
        m_db.scalar(
            QStringLiteral("SELECT MAX(%1) FROM %2 WHERE %3").arg(quoted(field), m_sources.table(entity), rows.text),
            rows.values));
}

} // namespace crm
