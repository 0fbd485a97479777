// A local file's records on a real MariaDB, so that what reads can be compared on both: the tables, views and routines
// of the server, and the rows of the file as the write procedures would have left them. For tests and measurements.
#pragma once
#include "core/store/database.h"
#include "core/store/server/server_address.h"
#include "core/store/server/server_names.h"

namespace crm::test {

/// An office of its own on the shared test server; goes with the object.
class ServerCopy
{
public:
    explicit ServerCopy(const Registry &registry);
    ~ServerCopy();
    ServerCopy(const ServerCopy &) = delete;
    ServerCopy &operator=(const ServerCopy &) = delete;

    const ServerNames &names() const { return m_names; }
    /// As root, in the schema of the views.
    Database &root() { return *m_root; }
    /// Replaces all rows by those of the file: entities with folded copies, links, search texts, people, levels, reach.
    void fill(Database &file, const Catalog &catalog);
    /// Connected by an account of the person's own and signed in, with the grants of the role. After fill().
    std::unique_ptr<Database> connect(Id user);

private:
    void fillEntity(Database &file, const Catalog &catalog, const Entity &entity);
    void fillSearch(Database &file, const Catalog &catalog, const Entity &entity);
    void copyRows(Database &file, const QString &select, const QString &table, const QStringList &columns);
    void insert(const QString &table, const QStringList &columns, const QList<QVariantList> &rows);

    const Registry &m_registry;
    ServerNames m_names;
    ServerAddress m_address;
    std::unique_ptr<Database> m_root;
    QHash<Id, QString> m_accounts;
};

} // namespace crm::test
