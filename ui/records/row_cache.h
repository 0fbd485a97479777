// The rows of a long list that are at hand: whole pages, of which only those around what is shown are kept.
//
//     cache.put(3, rows);           // rows 300 ... 399
//     const Row *r = cache.row(312);
//     cache.keepAround(3);          // at most `capacity` pages stay
#pragma once
#include "core/store/page.h"
#include "ui/ui_export.h"
#include <QHash>

namespace crm {

class CRM_UI RowCache
{
public:
    explicit RowCache(int pageSize = 100, int capacity = 40)
        : m_pageSize(pageSize)
        , m_capacity(capacity)
    {}

    int pageSize() const { return m_pageSize; }
    int pageOf(int row) const { return row / m_pageSize; }
    bool has(int page) const { return m_pages.contains(page); }
    QList<int> pages() const { return m_pages.keys(); }
    const QList<Row> &page(int page) const;
    const Row *row(int row) const;
    void put(int page, const QList<Row> &rows) { m_pages.insert(page, rows); }
    void clear() { m_pages.clear(); }
    /// Where the row with the id stands, if it is at hand; else -1.
    int find(Id id) const;
    /// Row of every record at hand.
    QHash<Id, int> positions() const;
    /// Drops the pages farthest from `page` until no more than the capacity are left.
    void keepAround(int page);
    void setValue(int row, int column, const QVariant &value, const QString &title);

private:
    int m_pageSize, m_capacity;
    QHash<int, QList<Row>> m_pages;
};

} // namespace crm
