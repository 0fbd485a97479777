// A list of any length as a table model: only the pages around what is shown are in memory.
//
//     auto *model = new ListModel(session, this);
//     model->setQuery(query);
//     model->setVisibleRows(500'000, 500'040);     // asks for the pages that lie there
//
// Rows that are not at hand answer LoadingRole with true and hold no data. The number of rows grows with the pages
// until the count is known (isTotalKnown); a jump then finds its page by sparse bookmarks of the sort key. Everything
// is asked for through the Session, nothing blocks; an answer to an earlier question is dropped. Other people's
// changes are read anew in place: selection and scroll position stay. Thread: the window's.
#pragma once
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/records/color_rule.h"
#include "ui/records/row_cache.h"
#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QTimer>
#include <limits>
#include <map>
#include <vector>

namespace crm {

class CRM_UI ListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< Id of the row's record
        ValueRole,                 ///< canonical value
        TitleRole,                 ///< title of a referenced record
        CurrencyRole,              ///< of the row's amounts
        LoadingRole,               ///< true: the row is not at hand yet
        SortRole,                  ///< of a header: +n or -n, the n-th sort key
        GroupRole,                 ///< of a row that heads a group: its number; else invalid (GroupedListModel)
        ToneRole,                  ///< the colour that a rule gives the cell's row: a token of ui/style
        CellToneRole,              ///< the same of the cell alone
        FlashRole,                 ///< 1 ... 0: how fresh another person's change of the row is
    };

    /// @param session must outlive the model
    explicit ListModel(Session &session, QObject *parent = nullptr);
    ~ListModel() override;

    /// Asks another question. The rows of the former one stay until the first page of the new one has come, so that
    /// typing into the search does not make the list flicker. query.columns must not be empty.
    virtual void setQuery(const Query &query);
    const Query &query() const { return m_query; }   ///< of the rows shown
    const Query &wanted() const { return m_wanted; } ///< asked last
    Query shownQuery() const;                        ///< query() without the columns that only rules of colour look at
    void reload();                                   ///< asks anew, after an error
    virtual void refresh();                          ///< reads the rows shown anew, in place
    /// The rows on the screen: these are loaded, then the pages beside them.
    virtual void setVisibleRows(int first, int last);
    /// What colours rows; used from the next question on. Rules that cannot be read here are left out.
    virtual void setColorRules(const QList<ColorRule> &rules);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    virtual bool isTotalKnown() const { return m_totalKnown; }
    bool isLoading() const { return m_firstPending; } ///< the first page is on its way
    bool hasFailed() const { return m_broken; }
    Id idAt(int row) const;
    virtual const Row *rowAt(int row) const { return m_cache.row(row); }
    virtual int rowOf(Id id) const { return m_cache.find(id); } ///< -1: not at hand
    virtual qint64 recordCount() const { return m_count; }      ///< rowCount() without what is no record
    /// The ranges without rows that are no records.
    virtual QList<QPair<int, int>> recordRanges(const QList<QPair<int, int>> &ranges) const { return ranges; }
    virtual bool isFlashing() const; ///< FlashRole of some row is not 0
    const Field *fieldAt(int column) const;
    QString pathAt(int column) const { return m_query.columns.value(column); }
    bool isEditable(int column) const;
    int pagesAtHand() const { return int(m_cache.pages().size()); }
    Session &session() const { return m_session; }
    const Catalog &catalog() const { return *m_catalog; }
    const Entity &entity() const { return *m_entity; }
    /// The rows from..to, wherever they lie; asks the database for those that are not at hand.
    QFuture<QList<Row>> rowsOf(const QList<QPair<int, int>> &ranges) const;
    /// All rows of the list, also those of folded groups; at most so many.
    QFuture<QList<Row>> allRows(int most = std::numeric_limits<int>::max()) const;

Q_SIGNALS:
    void loadingChanged();                ///< isLoading() differs
    void loaded();                        ///< the first page has come
    void rowsChanged();                   ///< rows or their number changed
    void failed(const QString &sentence); ///< reading failed; reload() tries again
    void saveFailed(const QString &sentence);
    /// Somebody else has changed the same value of the row meanwhile. The list shows theirs until it is decided.
    void saveConflicted(const crm::ConflictError &error, const crm::Document &mine);
    /// Somebody else has deleted the row meanwhile.
    void saveTrashed(const crm::TrashedError &error, const crm::Document &mine);
    void saved(qint64 change); ///< a cell was changed in place; 0: it was as it had been
    void aboutToRearrange();   ///< rows move: remember what hangs on their numbers
    void rearranged();
    void flashed(); ///< somebody else's changes have come: FlashRole begins to fade

protected:
    static constexpr int PageSize = 100;
    static constexpr int BookmarkStep = 300; ///< so that a jump skips at most two pages

    /// Gives up what was asked before and waits for the first answer to this.
    void begin(const Query &query);
    virtual void forget(); ///< all rows; inside a reset of the model
    void arrived();        ///< the first answer is there
    void fail(const Error &e);
    virtual void onChanged(const QList<Change> &changes);
    /// A piece of the rows of one query, known by its bookmarks.
    struct Piece
    {
        Query query;
        Bookmarks marks;
        QList<QPair<int, int>> ranges;
    };
    virtual QList<Piece> piecesOf(const QList<QPair<int, int>> &ranges) const;
    static QList<Row> readPiece(Repository &repository, const Piece &piece);
    const Bookmarks &bookmarks() const { return m_marks; }
    const QList<ColorRule> &colorRules() const { return m_rules; }

    Request m_firstRequest;

private:
    struct Snapshot
    {
        Bookmarks marks;
        QHash<int, QList<Row>> pages;
    };
    struct Colored
    {
        FilterMatch match;
        ColorRule rule;
        QList<int> columns; ///< of match.paths()
    };

    void adopt(const Page &first);
    void loadNeeded();
    void loadSoon();
    void requestPage(int page);
    std::optional<PageAt> placeOf(int page) const;
    void takePage(int page, const Page &answer);
    void askBookmarks();
    void takeBookmarks(const Bookmarks &marks);
    void setCount(int count);
    void rereadVisible();
    void takeReread(const QHash<int, QList<Row>> &pages);
    void rearrange();
    void takeSnapshot(const Snapshot &snapshot);
    QList<int> pagesInUse() const;
    void addRuleColumns(Query &query);
    void compileRules();
    QString toneOf(const Row &row, int column, bool cell) const;
    void flash(const QList<Row> &rows);
    double flashOf(Id id) const;

    Session &m_session;
    std::shared_ptr<const Catalog> m_catalog;
    const Entity *m_entity = nullptr;
    Query m_query, m_wanted;
    QList<const Field *> m_fields; ///< by column
    QSet<QString> m_watched;       ///< entities whose changes show in this list
    QStringList m_asked;           ///< of them those whose records the filter asks for
    RowCache m_cache{PageSize};
    Bookmarks m_marks;
    int m_count = 0;
    bool m_totalKnown = false, m_firstPending = false, m_broken = false;
    int m_firstVisible = 0, m_lastVisible = 0;
    int m_shown = 0, m_wantedShown = 0; ///< columns; behind them come those that rules look at
    QList<ColorRule> m_rules;
    std::vector<Colored> m_colored;
    mutable QPair<Id, QStringList> m_lastTones; ///< of the row painted last: of the row itself, then by column
    QSet<Id> m_news;                            ///< changed by others, not read yet
    QHash<Id, qint64> m_flashes;                ///< by record: when it was read
    std::map<int, Request> m_pageRequests;
    Request m_marksRequest, m_rereadRequest, m_rearrangeRequest;
    QTimer m_loadTimer, m_refreshTimer, m_rearrangeTimer;
    QElapsedTimer m_sinceLoad;
    QElapsedTimer m_marksClock;
    qint64 m_marksCost = 0; ///< ms that the last bookmarks took
};

} // namespace crm
