// A Query as SQL: pages by key, totals, bookmarks.
//
// A page is found in two steps of one statement: the inner one walks an index over sort keys and ids alone, the outer
// one fetches what is shown for the few rows found. The position in the list is a condition of ranges, one after the
// other (same name and greater id; then greater name), each of which walks the index from where it starts:
//
//     name = ? AND id > ?    UNION ALL    name > ?        (never OR, never a row constructor: both read all rows)
//
// The id sorts last and in the direction of the last key, so that one index serves both directions. NULLs are smallest.
#pragma once
#include "core/store/field_sql.h"
#include "core/store/grouping.h"

namespace crm {

class ListSql
{
public:
    enum Extent {
        Window, ///< a page: stop as soon as it is full
        Whole   ///< every row will be looked at
    };
    /// Resolves all paths; throws Validation and Denied. The context must outlive it.
    ListSql(const ReadContext &context, const Query &query, Extent extent);

    const Entity &entity() const { return m_entity; }

    struct Column
    {
        FieldPath path;
        int at = 0;       ///< of the value in the page statement
        int titleAt = -1; ///< of a reference's title
    };
    /// The columns asked for, or the default ones.
    void showColumns(const QStringList &paths);
    const QList<Column> &columns() const { return m_columns; }
    int currencyAt() const { return m_currencyAt; } ///< -1: amounts are in the base currency
    int keyCount() const { return int(m_keys.size()); }

    /// Columns: id, version, the sort keys, then as columns() and currencyAt() say. One row more than the limit, if
    /// there is one, tells that the list goes on (behind the page; for Before and Last: in front of it).
    Sql page(const PageAt &at);
    /// The whole list in one go, with the columns of a page.
    Sql all() const;
    /// Columns: id, the sort keys. @param after null: from the start
    Sql keys(const RowKey &after, qint64 skip, qint64 limit) const;
    /// Columns: id, the sort keys, how many rows there are: of row 0, step, 2*step ...
    Sql everyNth(int step) const;
    /// Columns: the currencies of the sums, the count, the sums in order of paths.
    struct Sums
    {
        Sql sql;
        QList<const Field *> fields; ///< by path
        QStringList canonical;
        QList<int> currency; ///< by path: column of its currency, -1 for the base currency, -2 for no money
        int countAt = 0;
        QStringList currencies, expressions; ///< as they stand in the statement
    };
    Sums totals(const QStringList &paths);
    /// Columns: the group's value, then as `sums` and the other places say. One row for each value and currency, the
    /// largest first. A moment is put together by its day: a number of days since epochDays before 1970, in ms.
    struct Grouped
    {
        static constexpr qint64 epochDays = 1'000'000;
        Sums sums; ///< with the whole statement
        const Field *field = nullptr;
        int titleAt = -1;    ///< of a reference
        int positionAt = -1; ///< of a reference to a dictionary that has an order
    };
    Grouped groups(const GroupBy &by, const QStringList &paths, int limit);

private:
    struct Key
    {
        QString expression;
        bool descending;
        bool isText;
    };
    bool addKey(const SortKey &key);
    Sql filterSql(const Query &query, FieldSql &fields, Extent extent);
    void beginWithFirst(const PageAt &at, bool reversed);
    QList<SortKey> defaultSort() const;
    QStringList defaultColumns() const;
    FieldPath currencyOf(FieldPath place) const;
    QString ofTarget(const Entity &target, const std::function<QString(const QString &alias)> &expression);
    /// Rows that stand together in the list: the first `equal` keys are the same in all of them.
    struct Range
    {
        Sql condition = {};
        qsizetype equal = 0;
    };
    QString order(bool reversed, qsizetype from = 0) const;
    QString namedOrder(const QString &prefix, bool reversed) const;
    QList<Range> ranges(const RowKey &key, bool inclusive, bool reversed) const;
    Range range(const RowKey &key, qsizetype equal, const Sql &last) const;
    Sql arm(const Range &range, bool reversed, qint64 skip, qint64 limit) const;
    Sql walk(const QList<Range> &ranges, bool reversed, qint64 skip, qint64 limit) const;

    const ReadContext &m_context;
    const Entity &m_entity;
    FieldSql m_fields;
    QList<Key> m_keys;
    bool m_idDescending = false;
    QString m_orderedBy; ///< the only key's field or "changed_at"; empty: several keys, or not of the rows themselves
    bool m_isPlain = false; ///< nothing filters the living rows
    QString m_equalColumn;  ///< one condition does: this column of theirs ...
    QVariant m_equalTo;     ///< ... is this
    bool m_byTitle = true;  ///< so far: sorted by what names the records alone
    QString m_walked;       ///< what the walk over keys and ids reads
    Sql m_where;
    QList<Column> m_columns;
    QStringList m_shown; ///< expressions of the page's outer statement
    int m_currencyAt = -1;
};

} // namespace crm
