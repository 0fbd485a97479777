// The change log: who changed what from which value to which. Feeds history, undo, live refresh, backup and sync.
#pragma once
#include "core/model/registry.h"
#include "core/store/database.h"
#include "core/store/page.h"
#include <QJsonObject>

namespace crm {

struct Actor;

/// Lives as long as one transaction; call close() last in it. The head row is read at the first entry and written once,
/// so a batch of a thousand rows costs one update of it.
class CRM_CORE ChangeLog
{
public:
    ChangeLog(Database &db, const Catalog &catalog, const Actor &actor)
        : m_db(db)
        , m_catalog(catalog)
        , m_actor(actor)
    {}

    struct Entry
    {
        const Entity *entity;
        Id recordId;
        ChangeOp op;
        qint64 version;
        Id scopeBefore, scopeAfter;
        QJsonObject fields; ///< {"name": {"o": old, "n": new}}
        Id batch;
        QDateTime at;
    };
    qint64 append(const Entry &entry);
    /// Tells of the records whose sums have followed what this transaction wrote; nobody's own doing. Throws Validation
    /// where a number that the database keeps has left its limits, as a server's checks do.
    void appendFollowed(const QDateTime &now);
    /// Writes the head. Last in the transaction, so that numbers are in the order of commits.
    void close();
    qint64 last() const { return m_next - 1; }

    /// What differs between two documents, in the form of Entry::fields.
    static QJsonObject difference(const Document *before, const Document &after, const Catalog &catalog);

private:
    void requireLimits(const Entity &entity, Id id);

    Database &m_db;
    const Catalog &m_catalog;
    const Actor &m_actor;
    qint64 m_next = 0;
};

} // namespace crm
