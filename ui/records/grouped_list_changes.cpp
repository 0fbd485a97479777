// How groups follow what others change: those that stay keep their rows and whether they are folded.
#include "core/model/related_filter.h"
#include "ui/records/grouped_list_model.h"

namespace crm {

void GroupedListModel::onChanged(const QList<Change> &changes)
{
    if (!m_grouped)
        return ListModel::onChanged(changes);
    const QStringList entities = relatedEntities(query().filter, catalog(), query().entity) << query().entity;
    const bool ours = std::any_of(changes.cbegin(), changes.cend(),
                                  [&](const Change &change) { return entities.contains(change.entity); });
    if (ours && !m_regroupTimer.isActive())
        m_regroupTimer.start(int(qBound(qint64(300), m_regroupCost * 5, qint64(30'000))));
}

void GroupedListModel::refresh()
{
    if (!m_grouped)
        return ListModel::refresh();
    if (hasFailed())
        return reload();
    for (const auto &entry : m_groups) {
        if (entry->rows)
            entry->rows->refresh();
    }
    m_regroupTimer.start(0);
}

void GroupedListModel::regroup()
{
    if (!m_grouped || isLoading())
        return;
    m_regroupClock.start();
    m_regroupRequest.ask(
        this, ask(query(), m_shownBy),
        [this](const Groups &groups) {
            m_regroupCost = m_regroupClock.elapsed();
            merge(groups);
        },
        [this](const Error &e) { fail(e); });
}

/// The groups as they are now: those that stay keep their rows and whether they are folded.
void GroupedListModel::merge(const Groups &groups)
{
    QHash<QString, qsizetype> wanted;
    for (qsizetype i = 0; i < groups.list.size(); ++i)
        wanted.insert(keyOf(groups.list.at(i)), i);
    qsizetype last = -1;
    for (const auto &entry : m_groups) {
        const qsizetype at = wanted.value(entry->key, -1);
        if (at >= 0 && at < last)
            return reload(); // their order differs: a title has changed
        last = qMax(last, at);
    }
    Q_EMIT aboutToRearrange();
    for (size_t i = m_groups.size(); i-- > 0;) {
        Entry &entry = *m_groups[i];
        if (wanted.contains(entry.key))
            continue;
        beginRemoveRows({}, entry.at, entry.at + entry.shown);
        const std::unique_ptr<Entry> gone = std::move(m_groups[i]);
        m_groups.erase(m_groups.begin() + std::ptrdiff_t(i));
        place();
        endRemoveRows();
        if (gone->rows)
            gone->rows->disconnect(this);
    }
    for (qsizetype i = 0; i < groups.list.size(); ++i) {
        const Group &group = groups.list.at(i);
        const size_t n = size_t(i);
        if (n < m_groups.size() && m_groups[n]->key == keyOf(group)) {
            Entry &entry = *m_groups[n];
            const bool known = entry.rows && !entry.rows->isLoading() && entry.rows->isTotalKnown();
            entry.group = group;
            if (!entry.folded && !known)
                setShown(entry, int(group.count));
            if (!known || entry.rows->rowCount() == group.count)
                entry.doubts = 0;
            else if (entry.doubts <= 3)
                entry.rows->refresh();
            tellHead(entry);
            continue;
        }
        auto fresh = makeEntry(group);
        const int at = n < m_groups.size() ? m_groups[n]->at : rowCount();
        beginInsertRows({}, at, at + fresh->shown);
        m_groups.insert(m_groups.begin() + i, std::move(fresh));
        place();
        endInsertRows();
    }
    m_more = groups.more;
    Q_EMIT rearranged();
    Q_EMIT rowsChanged();
}

} // namespace crm
