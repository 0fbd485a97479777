// A list whose rows may be put together by a column: rows that head the groups stand between those of the records.
//
//     model->setGrouping(GroupBy::parse("status"));
//     model->setQuery(query);                  // one question for all groups; the rows of a group come when it is seen
//     model->toggle(row);                      // folds the group of the row
//
// A row that heads a group answers GroupRole with its number, has no id, and cannot be selected. Each group that is on
// the screen has a ListModel of its own behind it. Without grouping it is a ListModel and nothing else.
#pragma once
#include "core/store/grouping.h"
#include "ui/records/list_model.h"

namespace crm {

class CRM_UI GroupedListModel : public ListModel
{
    Q_OBJECT
public:
    explicit GroupedListModel(Session &session, QObject *parent = nullptr);
    ~GroupedListModel() override;

    void setGrouping(const GroupBy &by) { m_by = by; } ///< from the next question on
    const GroupBy &grouping() const { return m_by; }
    bool isGrouped() const { return m_grouped; } ///< the rows shown are
    int groupCount() const { return int(m_groups.size()); }
    bool hasMoreGroups() const { return m_more; } ///< there are too many: the largest are shown
    bool isHead(int row) const;
    int groupOf(int row) const; ///< the number of the group that the row is in; -1: not grouped
    int headOf(int group) const;
    const Group &group(int number) const;
    bool isFolded(int number) const;
    void setFolded(int number, bool folded);
    void toggle(int row) { setFolded(groupOf(row), !isFolded(groupOf(row))); }
    void foldAll(bool folded);
    QString groupTitle(int number) const; ///< "Open", "November 2026", "(none)"
    /// The group's sum of the column, in words; empty where it has none.
    QString sumText(int number, int column) const;

    void setQuery(const Query &query) override;
    void refresh() override;
    void setVisibleRows(int first, int last) override;
    void setColorRules(const QList<ColorRule> &rules) override;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    bool canFetchMore(const QModelIndex &parent) const override;
    bool isTotalKnown() const override;
    const Row *rowAt(int row) const override;
    int rowOf(Id id) const override;
    qint64 recordCount() const override;
    bool isFlashing() const override;
    QList<QPair<int, int>> recordRanges(const QList<QPair<int, int>> &ranges) const override;

protected:
    void forget() override;
    void onChanged(const QList<Change> &changes) override;
    QList<Piece> piecesOf(const QList<QPair<int, int>> &ranges) const override;

private:
    struct Entry
    {
        Group group;
        QString key;
        bool folded = false;
        int shown = 0;  ///< rows of records below the head
        int at = 0;     ///< row of the head
        int doubts = 0; ///< how often its rows were more or fewer than were counted
        std::unique_ptr<ListModel> rows = {};
    };
    Entry *entryAt(int row, int *local = nullptr) const; ///< local: -1 for the head
    QString keyOf(const Group &group) const;
    std::unique_ptr<Entry> makeEntry(const Group &group) const;
    Query queryOf(const Entry &entry) const;
    QFuture<Groups> ask(const Query &query, const GroupBy &by) const;
    void adopt(const Groups &groups);
    void regroup();
    void merge(const Groups &groups);
    void place(); ///< counts where the heads stand
    void setShown(Entry &entry, int rows);
    void sync(Entry &entry);
    void open(Entry &entry);
    void connectRows(Entry &entry);
    void beginMove(const Entry &entry);
    void endMove(const Entry &entry);
    void tellHead(const Entry &entry);
    void closeFarOnes();
    QVariant headData(const Entry &entry, int column, int role) const;

    GroupBy m_by;      ///< asked for
    GroupBy m_shownBy; ///< of the rows shown
    bool m_grouped = false, m_more = false, m_allFolded = false;
    std::vector<std::unique_ptr<Entry>> m_groups;
    QSet<QString> m_turned; ///< keys of the groups that are not as m_allFolded says
    QStringList m_sums;
    QList<QPair<QModelIndex, QPersistentModelIndex>> m_moving;
    int m_firstRow = 0, m_lastRow = 0;
    QTimer m_regroupTimer;
    QElapsedTimer m_regroupClock;
    qint64 m_regroupCost = 0; ///< ms that the last groups took
    Request m_regroupRequest;
};

} // namespace crm
