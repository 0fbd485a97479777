// The reading half of the local repository: lists, documents, history, search. What the actor of the connection may not
// see is not there: every statement reads the views that Guard put before the tables.
//
//     Reading reading(db, catalog, actor);
//     Page page = reading.page(Query("clients"), {.limit = 100});
//
// Belongs to the thread of its Database. All functions throw crm::Error.
#pragma once
#include "core/store/duplicates.h"
#include "core/store/found_rows.h"
#include "core/store/guard.h"
#include "core/store/list_sql.h"
#include "core/store/merge.h"
#include "core/store/page.h"
#include "core/store/stored_documents.h"

namespace crm {

struct TotalsOf;

class CRM_CORE Reading
{
public:
    /// The actor must outlive it; the catalog and the actor's views must be those of the connection.
    Reading(Database &db, std::shared_ptr<const Catalog> catalog, const Actor &actor);

    // As in Repository.
    Page page(const Query &query, const PageAt &at);
    void each(const Query &query, const std::function<void(const Row &)> &take);
    Totals totals(const Query &query, const QStringList &sumPaths);
    QList<Totals> totalsTogether(const QList<TotalsOf> &lists);
    Bookmarks bookmarks(const Query &query, int step);
    Groups groups(const Query &query, const GroupBy &by, const QStringList &sumPaths);
    IdList allowed(const QString &entity, const IdList &ids, Verb verb);
    Opened open(const QString &entity, Id id);
    QList<Document> loadMany(const QString &entity, const IdList &ids);
    Id mergedInto(const QString &entity, Id id);
    QList<PointerCount> pointersAt(const QString &entity, const IdList &ids);
    DuplicatesPage duplicates(const QString &entity, const DuplicatesAt &at);
    QList<SameRecord> sameRecords(const Record &typed, const QString &field);
    QList<Change> history(const QString &entity, Id id, int limit = 200);
    QList<Change> changesSince(qint64 number, int limit = 1000);
    qint64 head();
    QList<Hit> search(const QString &text, int perEntity = 5);
    QList<Option> lookup(const QString &entity, const QString &text, int limit = 20);
    QHash<Id, Option> options(const QString &entity, const IdList &ids);

    /// A row of numberSeriesEntity() as a reader sees it: its example is the number that a document of today gets next.
    void showNextNumber(Document &series);

    /// Another clock than the computer's, for tests of relative dates. Its answers carry the time zone.
    void setClock(std::function<QDateTime()> clock) { m_clock = std::move(clock); }
    /// Up to how many hits the search comes first (SearchSql::rareHits), for tests and measurements.
    void setRareHits(int hits)
    {
        m_rareHits = hits;
        m_few.clear();
    }
    /// The statement behind a page, for tests of its plan.
    Sql pageSql(const Query &query, const PageAt &at);

private:
    /// @param found on a server: what its procedure shall find first; null: nothing
    ReadContext context(FoundRows *found = nullptr);
    /// Runs what `make` says: on a server with what its procedure has found, or without when that is too much.
    using MakeSql = std::function<Sql(const ReadContext &)>;
    void runFinding(const MakeSql &make, const std::function<void(Rows &)> &take, bool trashed);
    bool isFoundBy(const Entity &entity, const Field &reference) const;
    bool isWalked(const Entity &entity, const QString &order) const;
    /// Statements of one journey, each of which may be preceded by finding rows.
    void runAllFinding(const QList<MakeSql> &makes, const std::function<void(Rows &)> &take);
    const Entity &readable(const QString &entity) const; ///< throws NotFound, Denied
    bool isRare(const Entity &entity, const QList<SearchTerm> &terms);
    bool reachesMany(const Entity &entity);
    QString walk(const Entity &entity); ///< Guard::walk() for the row m; "1" for those who reach very many
    bool areFew(const QString &key, const Sql &rows);

    QSet<QPair<Id, Id>> toldApart(const Entity &entity, const IdList &ids);
    QList<SameRecord> sameOnServer(const Entity &entity, const DuplicateRule &rule, const QStringList &values);
    QList<SameRecord> sameInFile(const Entity &entity, const DuplicateRule &rule, const QStringList &values);

    void readRow(const Rows &rows, const ListSql &list, Row &out) const;
    void addTitles(Document &document);
    /// The texts of the numbers that series give next, by their rows; empty for who may not know how far they are.
    QHash<Id, QString> nextNumbers(const QString &entity);
    /// Puts them in the place of the stored examples.
    void showNextNumber(const QHash<Id, QString> &next, const QStringList &columns, Row &row) const;
    QList<Sql> relatedSql(const Entity &entity, Id id, QList<RelatedCount> &related) const;
    bool openStored(const Entity &entity, Id id, Opened &out); ///< false: it is not there for the person
    void openFromFile(const Entity &entity, Id id, Opened &out);
    void openFromServer(const Entity &entity, Id id, Opened &out);

    Change change(const Rows &rows) const;
    Change serverChange(const Rows &rows) const;
    QList<Change> calledChanges(const QString &sql, const QVariantList &values);
    QList<FieldChange> fieldChanges(const Entity &entity, const QByteArray &json) const;
    void keepVisible(QList<Change> &changes, const QHash<qint64, Id> &scopesBefore);
    bool couldSee(const Entity &entity, Id scope);

    QStringList optionColumns(const Entity &entity, FieldSql &fields) const;
    QList<Option> readOptions(const Sql &sql, int limit);
    Sql titlesStartingWith(const Entity &entity, const QString &text, const QStringList &columns, FieldSql &fields,
                           int limit);
    Sql newestMatches(const Entity &entity, const QString &text, const QStringList &columns, FieldSql &fields,
                      int limit) const;
    QList<Option> recent(const Entity &entity, int limit);

    Database &m_db;
    std::shared_ptr<const Catalog> m_catalog;
    const Actor &m_actor;
    const Dialect &m_dialect;
    Sources m_sources;
    Guard m_guard;
    StoredDocuments m_documents;
    std::function<QDateTime()> m_clock;
    int m_rareHits;
    QHash<QString, bool> m_few; ///< by entity, or entity and expression; a hint, so it may be old
};

} // namespace crm
