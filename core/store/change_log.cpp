#include "core/store/change_log.h"
#include "core/access/policy.h"
#include "core/model/error.h"
#include "core/model/format.h"
#include "core/store/stored_documents.h"
#include <QCoreApplication>
#include <QJsonDocument>
#include <limits>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Writing)
};

QJsonObject change(const QJsonValue &before, const QJsonValue &after)
{
    return {{QStringLiteral("o"), before}, {QStringLiteral("n"), after}};
}

/// A whole line as one value, so that undo can bring it back.
QJsonObject wholeRecord(const Record &r, const QString &currency)
{
    QJsonObject out;
    for (const Field &f : r.entity().fieldList()) {
        if (!isEmptyValue(r.value(f.key())))
            out.insert(f.key(), toJson(f, r.value(f.key()), currency));
    }
    return out;
}

void addFields(QJsonObject &out, const QString &prefix, const Record &after, const QString &currency)
{
    for (const Field &f : after.entity().fieldList()) {
        if (after.isChanged(f.key()) && !f.isKept()) {
            out.insert(prefix + f.key(),
                       change(toJson(f, after.original(f.key()), currency), toJson(f, after.value(f.key()), currency)));
        }
    }
}
} // namespace

QJsonObject ChangeLog::difference(const Document *before, const Document &after, const Catalog &catalog)
{
    QJsonObject out;
    if (!before)
        return out; // what a record was made with is what it holds; a change per field would only repeat it
    addFields(out, {}, after.head(), catalog.baseCurrency);
    for (const LineTable &table : after.entity().lineTables()) {
        QSet<Id> present;
        for (const Record &line : after.lines(table.entity)) {
            present << line.id();
            const QString place = table.entity + u'/' + QString::number(line.id());
            if (line.isNew())
                out.insert(place, change(QJsonValue(), wholeRecord(line, catalog.baseCurrency)));
            else
                addFields(out, place + u'/', line, catalog.baseCurrency);
        }
        for (const Record &line : before->lines(table.entity)) {
            if (!present.contains(line.id())) {
                out.insert(table.entity + u'/' + QString::number(line.id()),
                           change(wholeRecord(line, catalog.baseCurrency), QJsonValue()));
            }
        }
    }
    return out;
}

qint64 ChangeLog::append(const Entry &e)
{
    if (m_next == 0)
        m_next = m_db.scalar(QStringLiteral("SELECT head FROM main.feed_head WHERE id=1")).toLongLong() + 1;
    const bool byItself = e.op == ChangeOp::Follow;
    const QVariant fields = e.fields.isEmpty()
                                ? QVariant()
                                : QVariant(QString::fromUtf8(QJsonDocument(e.fields).toJson(QJsonDocument::Compact)));
    m_db.run(QStringLiteral("INSERT INTO main.changes (n,at,user_id,user_name,entity,record_id,op,version,scope_before,"
                            "scope_after,fields,batch_id) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"),
             {m_next, toStored(e.at), byItself ? 0 : m_actor.userId, byItself ? QString() : m_actor.name,
              e.entity->key(), e.recordId, int(e.op), e.version, e.scopeBefore, e.scopeAfter, fields,
              e.batch ? QVariant(e.batch) : QVariant()});
    return m_next++;
}

/// A payment that comes back from the trash, say, whose invoice has been paid otherwise meanwhile.
void ChangeLog::requireLimits(const Entity &entity, Id id)
{
    QStringList columns, wrong;
    for (const Field &f : entity.fieldList()) {
        if (!f.kept().isGenerated() || !(f.minimum() || f.maximum()))
            continue;
        columns << f.label().text();
        wrong << QStringLiteral("%1 NOT BETWEEN %2 AND %3")
                     .arg(quoted(f.key()))
                     .arg(f.minimum().value_or(std::numeric_limits<qint64>::min()))
                     .arg(f.maximum().value_or(std::numeric_limits<qint64>::max()));
    }
    if (wrong.isEmpty())
        return;
    Rows row =
        m_db.run(QStringLiteral("SELECT %1 FROM main.%2 WHERE id=?").arg(wrong.join(u','), quoted(entity.key())), {id});
    const bool found = row.next();
    for (int i = 0; found && i < wrong.size(); ++i) {
        if (row.integer(i) != 0)
            throw Error(ErrorKind::Validation,
                        Tr::tr("“%1” would be too small or too large afterwards (%2). Nothing was changed.")
                            .arg(columns.value(i), entity.one().text()));
    }
}

void ChangeLog::appendFollowed(const QDateTime &now)
{
    QList<QPair<QString, Id>> followed;
    {
        Rows rows = m_db.run(QStringLiteral("SELECT entity, record_id FROM main.followed"));
        while (rows.next())
            followed << qMakePair(rows.text(0), rows.integer(1));
    }
    if (followed.isEmpty())
        return;
    for (const auto &[key, id] : std::as_const(followed)) {
        const Entity *entity = m_catalog.find(key);
        if (!entity)
            continue;
        qint64 version = 0;
        Id scope = 0;
        {
            Rows row =
                m_db.run(QStringLiteral("SELECT version, scope_id FROM main.%1 WHERE id=?").arg(quoted(key)), {id});
            if (!row.next())
                continue;
            version = row.integer(0);
            scope = row.integer(1);
        }
        requireLimits(*entity, id);
        append({entity, id, ChangeOp::Follow, version, scope, scope, {}, 0, now});
    }
    m_db.exec(QStringLiteral("DELETE FROM main.followed"));
}

void ChangeLog::close()
{
    if (m_next)
        m_db.run(QStringLiteral("UPDATE main.feed_head SET head=? WHERE id=1"), {m_next - 1});
}

} // namespace crm
