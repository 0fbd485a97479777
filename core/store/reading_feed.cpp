// The change log as the actor may see it: the history of a record, and what happened since a number.
#include "core/model/error.h"
#include "core/model/format.h"
#include "core/store/codec.h"
#include "core/store/logged_fields.h"
#include "core/store/reading.h"
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Reading)
};

const QString changeColumns = QStringLiteral("n,at,user_id,user_name,entity,record_id,op,fields,batch_id,scope_before");
constexpr int scopeBeforeAt = 9;

/// The columns that both stores begin with: number, at, user_id, user_name, entity, record_id, op.
Change whatHappened(const Rows &rows)
{
    Change c;
    c.number = rows.integer(0);
    c.at = fromStored(rows.value(1));
    c.userId = rows.integer(2);
    c.userName = rows.text(3);
    c.entity = rows.text(4);
    c.recordId = rows.integer(5);
    c.op = ChangeOp(rows.integer(6));
    return c;
}
} // namespace

/// Without the fields that the person does not see.
QList<FieldChange> Reading::fieldChanges(const Entity &entity, const QByteArray &json) const
{
    const auto decoded = [this](const Field &field, const QJsonValue &value) {
        if (m_dialect.viewsGuard())
            return fromExtra(field, value); // a server's procedures log what its columns hold
        QString fault;
        return fromJson(field, value, m_catalog->baseCurrency, &fault);
    };
    return decodedFields(entity, QJsonDocument::fromJson(json).object(), *m_catalog,
                         {decoded, [this](const Field &field) { return m_actor.policy.sees(field); }});
}

/// A row of changeColumns; of an entity that is declared no more without fields.
Change Reading::change(const Rows &rows) const
{
    Change c = whatHappened(rows);
    c.batch = rows.integer(8);
    if (const Entity *entity = m_catalog->find(c.entity))
        c.fields = fieldChanges(*entity, rows.value(7).toByteArray());
    return c;
}

/// A row of a server's procedures: number, at, user_id, user_name, entity, record_id, op, fields of each class,
/// batch_id, gone.
Change Reading::serverChange(const Rows &rows) const
{
    Change c = whatHappened(rows);
    c.batch = rows.integer(10);
    if (rows.integer(11) != 0) {
        if (c.op != ChangeOp::Purge)
            c.op = ChangeOp::Delete;
        return c;
    }
    const Entity *entity = m_catalog->find(c.entity);
    if (!entity)
        return c;
    c.fields = fieldChanges(*entity, rows.value(7).toByteArray()) + fieldChanges(*entity, rows.value(8).toByteArray());
    const QJsonObject byRight = QJsonDocument::fromJson(rows.value(9).toByteArray()).object();
    for (const QJsonValue fields : byRight)
        c.fields += fieldChanges(*entity, QJsonDocument(fields.toObject()).toJson());
    return c;
}

/// Guests are not told what a record was while it was not theirs to see, such as a draft.
static QString shownToGuest(Id user)
{
    return QStringLiteral(" AND (coalesce(scope_after,0)=0 OR scope_after IN (SELECT scope_id FROM main.reach WHERE "
                          "user_id=%1))")
        .arg(user);
}

QList<Change> Reading::calledChanges(const QString &sql, const QVariantList &values)
{
    QList<Change> out;
    m_db.call(sql, values, [&](int, Rows &rows) {
        while (rows.next())
            out << serverChange(rows);
    });
    return out;
}

QList<Change> Reading::history(const QString &key, Id id, int limit)
{
    const Entity &entity = readable(key);
    if (m_dialect.viewsGuard()) {
        const QList<Change> called = calledChanges(QStringLiteral("CALL history(?,?,?)"), {entity.key(), id, limit});
        if (!called.isEmpty())
            return called;
    }
    Transaction snapshot(m_db, Transaction::Read);
    if (m_db.scalar(QStringLiteral("SELECT 1 FROM %1 WHERE id=?").arg(m_sources.table(entity)), {id}).isNull())
        throw Error(ErrorKind::NotFound,
                    Tr::tr("This record of “%1” is no longer there, or you may not see it.").arg(entity.many().text()));
    QList<Change> out;
    if (!m_dialect.viewsGuard()) {
        Rows rows = m_db.run(
            QStringLiteral("SELECT %1 FROM main.changes WHERE record_id=? AND entity=? AND op<>%2%3 ORDER BY n DESC "
                           "LIMIT ?")
                .arg(changeColumns)
                .arg(int(ChangeOp::Follow))
                .arg(m_actor.policy.isStaff() || m_actor.policy.isAdmin() ? QString() : shownToGuest(m_actor.userId)),
            {id, entity.key(), limit});
        while (rows.next())
            out << change(rows);
    }
    snapshot.commit();
    return out;
}

/// Whether the person could see a record of this scope; of a child whose parent is unknown only if he could whatever it
/// hangs on.
bool Reading::couldSee(const Entity &entity, Id scope)
{
    if (!m_guard.allows(m_db, entity, Verb::Read, scope))
        return false;
    if (entity.scope().kind != Scope::Attached)
        return true;
    for (const Entity *parent : m_catalog->entities()) {
        if (parent->attachments().contains(entity.key()) &&
            !m_guard.allows(m_db, entity, Verb::Read, scope, parent->key()))
            return false;
    }
    return true;
}

/// Who no longer sees a record learns that it is gone, and nothing else; who never saw it learns nothing.
void Reading::keepVisible(QList<Change> &changes, const QHash<qint64, Id> &scopesBefore)
{
    QHash<QString, QSet<Id>> asked, visible;
    for (const Change &c : std::as_const(changes))
        asked[c.entity] << c.recordId;
    for (auto it = asked.cbegin(); it != asked.cend(); ++it) {
        const Entity *entity = m_catalog->find(it.key());
        if (!entity || m_guard.level(*entity, Verb::Read) == Level::None)
            continue;
        const Sql one = m_dialect.isOneOf(QStringLiteral("id"), it->values());
        Rows rows =
            m_db.run(QStringLiteral("SELECT id FROM %1 WHERE %2").arg(m_sources.table(*entity), one.text), one.values);
        while (rows.next())
            visible[it.key()] << rows.integer(0);
    }
    QList<Change> kept;
    for (Change &c : changes) {
        if (!visible.value(c.entity).contains(c.recordId)) {
            const Entity *entity = m_catalog->find(c.entity);
            if (!entity || !couldSee(*entity, scopesBefore.value(c.number)))
                continue;
            c.fields.clear();
            if (c.op != ChangeOp::Purge)
                c.op = ChangeOp::Delete;
        }
        kept << std::move(c);
    }
    changes = std::move(kept);
}

QList<Change> Reading::changesSince(qint64 number, int limit)
{
    if (m_dialect.viewsGuard())
        return calledChanges(QStringLiteral("CALL feed(?,?)"), {number, limit});
    QList<Change> out;
    Transaction snapshot(m_db, Transaction::Read);
    while (out.size() < limit) {
        QList<Change> batch;
        QHash<qint64, Id> scopesBefore;
        {
            Rows rows =
                m_db.run(QStringLiteral("SELECT %1 FROM main.changes WHERE n>? ORDER BY n LIMIT ?").arg(changeColumns),
                         {number, limit});
            while (rows.next()) {
                batch << change(rows);
                scopesBefore.insert(batch.last().number, rows.integer(scopeBeforeAt));
            }
        }
        const bool last = batch.size() < limit;
        if (!batch.isEmpty())
            number = batch.last().number;
        keepVisible(batch, scopesBefore);
        out += batch.mid(0, limit - out.size());
        if (last)
            break;
    }
    snapshot.commit();
    return out;
}

qint64 Reading::head()
{
    return m_db
        .scalar(m_dialect.viewsGuard() ? QStringLiteral("SELECT head FROM feed_state")
                                       : QStringLiteral("SELECT head FROM main.feed_head WHERE id=1"))
        .toLongLong();
}

} // namespace crm
