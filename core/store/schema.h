// Tables, indexes and full-text tables from the declarations; upgrades of older files.
//
// Automatic sync only adds (table, column, index). Renames, drops and data moves are numbered steps under migrations/,
// recorded one by one, so that an interrupted upgrade goes on where it stopped.
#pragma once
#include "core/model/registry.h"
#include "core/store/database.h"

namespace crm {

/// Raised by one with each step under migrations/.
constexpr int schemaVersion = 3;
/// The oldest program schema that can still work on a file of this version; written into the file.
constexpr int schemaMinCompatible = 3;

struct ColumnDef
{
    QString name, declaration; ///< "`name` TEXT"
};
struct TableDef
{
    QString name;
    QList<ColumnDef> columns;
    QString tail;                                 ///< constraints and options after the columns
    QList<QPair<QString, QString>> indexes;       ///< name, CREATE INDEX ...
    QString searchTable;                          ///< "<entity>__fts"; empty: none
    QList<QPair<QString, QString>> triggers = {}; ///< name, CREATE TRIGGER ...
};

class CRM_CORE Schema
{
public:
    Schema(Database &db, const Registry &registry)
        : m_db(db)
        , m_registry(registry)
    {}

    /// All tables of a new file, in the caller's transaction.
    void create();
    enum class Outcome { Current, Upgraded };
    /// Brings an opened file up to this program. Throws Unsupported in words when the file needs a newer program.
    Outcome ensure();
    /// Every table the program declares, its own and the entities'.
    static QList<TableDef> tables(const Registry &registry);
    static QString fingerprint(const Registry &registry); ///< of all declarations: equal means nothing to add

private:
    void createTable(const TableDef &table);
    void addMissing(const TableDef &table);
    void refreshSearch(const Entity &entity);
    void sync(const QString &kind, const QList<QPair<QString, QString>> &parts);
    void recountNewSums(const QSet<QString> &present);
    QSet<QString> columnsPresent();
    void runSteps(int from);
    void followMarks();

    Database &m_db;
    const Registry &m_registry;
};

/// Values of the table `meta`.
CRM_CORE QString metaValue(Database &db, const QString &key);
CRM_CORE void setMetaValue(Database &db, const QString &key, const QString &value);

} // namespace crm
