#include "core/store/store_reader.h"
#include "core/model/error.h"
#include "core/store/codec.h"
#include "core/store/dialect.h"
#include "core/store/field_sql.h"
#include "core/store/schema.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Writing)
};
} // namespace

std::optional<Record> StoreReader::find(const QString &entity, Id id)
{
    const auto key = qMakePair(entity, id);
    auto it = m_found.constFind(key);
    if (it != m_found.cend())
        return *it;
    constexpr int most = 20000; // a long import must not grow without bound
    if (m_found.size() > most)
        m_found.clear();
    auto document = StoredDocuments(m_db, m_catalog).load(m_catalog.at(entity), id, StoredDocuments::Table);
    std::optional<Record> record;
    if (document)
        record = document->head();
    m_found.insert(key, record);
    return record;
}

IdList StoreReader::where(const QString &entity, const QString &field, const QVariant &value, int limit)
{
    const Entity &e = m_catalog.at(entity);
    const Field *f = e.field(field);
    if (!f)
        throw Error(ErrorKind::NotFound, Tr::tr("There is no such field."), entity + u'.' + field);
    IdList out;
    const bool folded = isFreeTextKind(f->kind());
    const QString sql =
        isListKind(f->kind())
            ? QStringLiteral("SELECT l.owner_id FROM main.%1 l JOIN main.%2 t ON t.id=l.owner_id "
                             "WHERE t.deleted_at IS NULL AND l.target_id=? LIMIT ?")
                  .arg(quoted(linkTable(e, *f)), quoted(entity))
            : QStringLiteral("SELECT id FROM main.%1 WHERE deleted_at IS NULL AND %2=%3 LIMIT ?")
                  .arg(quoted(entity), folded ? QStringLiteral("fold(%1)").arg(quoted(field)) : quoted(field),
                       folded ? QStringLiteral("fold(?)") : QStringLiteral("?"));
    Rows rows = m_db.run(sql, {isListKind(f->kind()) ? value : toColumn(*f, value), limit});
    while (rows.next())
        out << rows.integer(0);
    return out;
}

Id StoreReader::firstOf(const QString &entity)
{
    auto it = m_first.constFind(entity);
    if (it != m_first.cend())
        return *it;
    const Entity &e = m_catalog.at(entity);
    const QString order = e.field(QStringLiteral("position")) ? QStringLiteral("position, id") : QStringLiteral("id");
    const Id id = m_db.scalar(QStringLiteral("SELECT id FROM main.%1 WHERE deleted_at IS NULL ORDER BY %2 LIMIT 1")
                                  .arg(quoted(entity), order))
                      .toLongLong();
    m_first.insert(entity, id);
    return id;
}

QList<Record> StoreReader::rows(const QString &key, const QMap<QString, IdList> &among, int limit)
{
    if (among.isEmpty())
        return {};
    const Entity &entity = m_catalog.at(key);
    QString condition = QStringLiteral("deleted_at IS NULL");
    QVariantList values;
    for (auto it = among.cbegin(); it != among.cend(); ++it) {
        const Sql one = Dialect::sqlite().isOneOf(quoted(it.key()), it.value());
        condition += QStringLiteral(" AND ") + one.text;
        values += one.values;
    }
    IdList ids;
    Rows found = m_db.run(QStringLiteral("SELECT id FROM main.%1 WHERE %2 LIMIT ?").arg(quoted(key), condition),
                          values << limit);
    while (found.next())
        ids << found.integer(0);
    QList<Record> out;
    const QList<Document> documents = StoredDocuments(m_db, m_catalog).load(entity, ids, StoredDocuments::Table);
    for (const Document &document : documents)
        out << document.head();
    return out;
}

QVariant StoreReader::greatest(const QString &entity, const QString &field, const QString &filled,
                               const QPair<QDate, QDate> &within)
{
    return greatestOf({}, entity, field, filled, within);
}

QVariant StoreReader::greatestOf(const NumberedBy &which, const QString &key, const QString &field,
                                 const QString &filled, const QPair<QDate, QDate> &within)
{
    const Field *f = m_catalog.at(key).field(field);
    if (!f)
        throw Error(ErrorKind::NotFound, Tr::tr("There is no such field."), key + u'.' + field);
    const Sql rows = greatestCondition(which, *f, filled, within);
    return fromColumn(
        *f,
        m_db.scalar(QStringLiteral("SELECT MAX(%1) FROM main.%2 WHERE %3").arg(quoted(field), quoted(key), rows.text),
                    rows.values));
}

} // namespace crm
