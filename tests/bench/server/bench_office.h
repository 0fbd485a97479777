// The office that is measured: a MariaDB of its own, set as installer/mariadb-server.sh sets one, with so many clients,
// tasks and notes, and people who see all of them, 60,000, 10,000 and 50. Goes with the object.
#pragma once
#include "core/store/reading.h"
#include "core/store/server/server_names.h"
#include "core/store/server/server_repository.h"
#include "tests/support/temp_office.h"
#include <memory>

namespace crm::bench {

struct OfficeSize
{
    qint64 rows = 10'000; ///< clients, and as many tasks
    int people = 100;     ///< for the load
    int bufferMb = 2048;
    QString folder = {}; ///< where the data goes; empty: the folder for temporary files
    bool binlog = false; ///< for a replica
};

/// Somebody at work, connected as the program connects.
struct Worker
{
    QString name;
    std::unique_ptr<ServerRepository> repository;
    QString scopes; ///< "1,2,3": what they reach of clients and tasks; empty: everything
    qint64 rows = 0;
    Database &db() const { return repository->database(); }
};

class BenchOffice
{
public:
    explicit BenchOffice(const OfficeSize &size);
    /// One that another bench holds ready (keep()), with views and procedures as this program makes them.
    explicit BenchOffice(const QString &file);
    ~BenchOffice();
    /// Writes down where it is, for the other constructor.
    void keep(const QString &file) const;
    BenchOffice(const BenchOffice &) = delete;
    BenchOffice &operator=(const BenchOffice &) = delete;

    test::MariaDbServer &server() const { return *m_server; }
    const ServerNames &names() const { return m_names; }
    ServerAddress address() const;
    QString loginOf(const QString &name) const { return name + u'_' + m_names.database(); }
    qint64 rows() const { return m_size.rows; }
    const Registry &registry() const;
    /// Viewers that are measured: everything, 60,000, 10,000, 50; as many rows as there are.
    Worker viewer(int which) const;
    Worker worker(const QString &login) const; ///< anybody, by what loginOf() takes
    static constexpr int viewers = 4;
    QStringList loginsOfPeople() const { return m_people; } ///< of the load, without loginOf()
    std::unique_ptr<ServerRepository> connect(const QString &login) const;
    /// A statement that Reading made, on bare tables, narrowed to what the viewer sees.
    Sql onBareTables(const Sql &sql, const Worker &viewer) const;
    QString sqlText(const QString &text) const; ///< with {data} and {db} filled in
    QList<QStringList> sql(const QString &text) const;
    qint64 folderBytes() const;

private:
    struct Owner
    {
        Id id;
        qint64 rows;
    };
    void makePeople();
    void fill();
    void fillTable(const QString &entity, const QString &columns);

    OfficeSize m_size;
    std::unique_ptr<test::MariaDbServer> m_server;
    std::unique_ptr<test::TempOffice> m_office;
    ServerNames m_names;
    QStringList m_people;
    QList<Owner> m_owners;
    Id m_admin = 0;
    std::shared_ptr<const Catalog> m_catalog;
};

} // namespace crm::bench
