#include "ui/records/row_cache.h"

namespace crm {

const QList<Row> &RowCache::page(int page) const
{
    static const QList<Row> none;
    const auto it = m_pages.constFind(page);
    return it == m_pages.constEnd() ? none : *it;
}

const Row *RowCache::row(int row) const
{
    const auto it = m_pages.constFind(row / m_pageSize);
    if (row < 0 || it == m_pages.constEnd())
        return nullptr;
    const int offset = row % m_pageSize;
    return offset < it->size() ? &it->at(offset) : nullptr;
}

int RowCache::find(Id id) const
{
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it) {
        for (qsizetype i = 0; i < it->size(); ++i) {
            if (it->at(i).id == id)
                return it.key() * m_pageSize + int(i);
        }
    }
    return -1;
}

QHash<Id, int> RowCache::positions() const
{
    QHash<Id, int> result;
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it) {
        for (qsizetype i = 0; i < it->size(); ++i)
            result.insert(it->at(i).id, it.key() * m_pageSize + int(i));
    }
    return result;
}

void RowCache::keepAround(int page)
{
    if (m_pages.size() <= m_capacity)
        return;
    QList<int> pages = m_pages.keys();
    std::sort(pages.begin(), pages.end(), [page](int a, int b) { return qAbs(a - page) < qAbs(b - page); });
    for (qsizetype i = m_capacity; i < pages.size(); ++i)
        m_pages.remove(pages.at(i));
}

void RowCache::setValue(int row, int column, const QVariant &value, const QString &title)
{
    const auto it = m_pages.find(row / m_pageSize);
    if (it == m_pages.end() || row % m_pageSize >= it->size())
        return;
    Row &r = (*it)[row % m_pageSize];
    if (column < r.values.size())
        r.values[column] = value;
    if (column < r.titles.size())
        r.titles[column] = title;
}

} // namespace crm
