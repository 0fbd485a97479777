// How a list follows changes by others: rows on the screen are read anew in place; where rows come, go or move, the
// bookmarks too, and every row that somebody holds an index of keeps it.
#include "ui/records/list_model.h"
#include <QDeadlineTimer>

namespace crm {

void ListModel::onChanged(const QList<Change> &changes)
{
    bool shown = false, moves = false;
    const Id me = m_session.actor().userId;
    for (const Change &change : changes) {
        if (!m_watched.contains(change.entity))
            continue;
        shown = true;
        moves = moves || m_asked.contains(change.entity); // the filter looks at such records
        if (change.entity != m_query.entity)
            continue;
        if (change.userId != me)
            m_news.insert(change.recordId);
        moves = moves || change.op != ChangeOp::Update || !m_query.filter.isNone() || !m_query.search.isEmpty();
        for (const SortKey &key : m_query.sort) {
            const QString first = key.path.section(u'.', 0, 0);
            for (const FieldChange &f : change.fields)
                moves = moves || f.field == first;
        }
    }
    if (shown && !m_refreshTimer.isActive())
        m_refreshTimer.start();
    if (moves && !m_rearrangeTimer.isActive())
        m_rearrangeTimer.start(int(qBound(qint64(150), m_marksCost * 5, qint64(30'000))));
}

void ListModel::refresh()
{
    if (m_broken || !m_entity)
        return reload();
    m_refreshTimer.start();
    m_rearrangeTimer.start(150);
}

void ListModel::rereadVisible()
{
    if (m_count == 0 || m_firstPending)
        return;
    QList<QPair<int, PageAt>> wanted;
    for (int page = m_cache.pageOf(m_firstVisible); page <= m_cache.pageOf(m_lastVisible); ++page) {
        if (m_cache.page(page).isEmpty())
            continue;
        PageAt at;
        at.limit = PageSize;
        at.type = page == 0 ? PageAt::First : PageAt::From;
        at.key = m_cache.page(page).constFirst().key;
        wanted.append({page, at});
    }
    const auto job = [query = m_query, wanted](Repository &r) {
        QHash<int, QList<Row>> pages;
        for (const auto &[page, at] : wanted)
            pages.insert(page, r.page(query, at).rows);
        return pages;
    };
    m_rereadRequest.ask(
        this, m_session.read(job), [this](const QHash<int, QList<Row>> &pages) { takeReread(pages); },
        [this](const Error &e) { fail(e); });
}

namespace {
bool sameIds(const QList<Row> &a, const QList<Row> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Row &x, const Row &y) { return x.id == y.id; });
}
} // namespace

void ListModel::takeReread(const QHash<int, QList<Row>> &pages)
{
    for (auto it = pages.cbegin(); it != pages.cend(); ++it) {
        if (!sameIds(it.value(), m_cache.page(it.key()))) {
            m_rearrangeTimer.start(0);
            continue;
        }
        if (it->isEmpty())
            continue; // all of it has gone meanwhile
        m_cache.put(it.key(), it.value());
        flash(*it);
        const int first = it.key() * PageSize;
        Q_EMIT dataChanged(index(first, 0), index(first + int(it->size()) - 1, columnCount() - 1));
    }
    Q_EMIT rowsChanged();
}

QList<int> ListModel::pagesInUse() const
{
    QSet<int> pages;
    for (int page = m_cache.pageOf(m_firstVisible); page <= m_cache.pageOf(m_lastVisible); ++page)
        pages.insert(page);
    for (const QModelIndex &index : persistentIndexList()) {
        if (pages.size() >= 20)
            break;
        if (m_cache.row(index.row()))
            pages.insert(m_cache.pageOf(index.row()));
    }
    // A row may have moved over the edge of its page: its neighbours are read too.
    for (const int page : QList<int>(pages.cbegin(), pages.cend()))
        pages << page + 1 << qMax(0, page - 1);
    return QList<int>(pages.cbegin(), pages.cend());
}

void ListModel::rearrange()
{
    if (m_firstPending)
        return;
    m_pageRequests.clear();
    m_marksRequest.cancel();
    m_marksClock.start();
    const auto job = [query = m_query, pages = pagesInUse()](Repository &r) {
        Snapshot s;
        s.marks = r.bookmarks(query, BookmarkStep);
        for (const int page : pages) {
            const qint64 row = qint64(page) * PageSize;
            if (row >= s.marks.count)
                continue;
            PageAt at;
            at.type = PageAt::From;
            at.key = s.marks.keys.at(row / BookmarkStep);
            at.skip = row % BookmarkStep;
            at.limit = PageSize;
            s.pages.insert(page, r.page(query, at).rows);
        }
        return s;
    };
    m_rearrangeRequest.ask(
        this, m_session.read(job), [this](const Snapshot &s) { takeSnapshot(s); }, [this](const Error &e) { fail(e); });
}

void ListModel::takeSnapshot(const Snapshot &snapshot)
{
    m_marksCost = m_marksClock.elapsed();
    RowCache next(PageSize);
    bool same = true;
    for (auto it = snapshot.pages.cbegin(); it != snapshot.pages.cend(); ++it) {
        next.put(it.key(), it.value());
        flash(*it);
        same = same && (!m_cache.has(it.key()) || sameIds(it.value(), m_cache.page(it.key())));
    }
    m_news.clear(); // what is not among these rows is not looked at
    m_marks = snapshot.marks;
    m_totalKnown = true;
    const int count = int(qMin<qint64>(snapshot.marks.count, std::numeric_limits<int>::max()));
    if (same && count == m_count) {
        m_cache = next;
        if (m_count > 0)
            Q_EMIT dataChanged(index(0, 0), index(m_count - 1, columnCount() - 1));
        Q_EMIT rowsChanged();
        loadSoon();
        return;
    }
    Q_EMIT aboutToRearrange();
    if (count > m_count)
        setCount(count);
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QHash<Id, int> now = next.positions();
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &old : from) {
        const Row *row = m_cache.row(old.row());
        const int moved = row ? now.value(row->id, -1) : -1;
        to.append(moved < 0 ? QModelIndex() : index(moved, old.column()));
    }
    m_cache = next;
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
    setCount(count);
    Q_EMIT rearranged();
    Q_EMIT rowsChanged();
    loadSoon();
}

// Rows that somebody else has changed show it for a moment ------------------------------------------------------

namespace {
constexpr qint64 flashMs = 1600;
qint64 nowMs() { return QDeadlineTimer::current().deadline(); }
} // namespace

void ListModel::flash(const QList<Row> &rows)
{
    bool any = false;
    const qint64 now = nowMs();
    m_flashes.removeIf([now](const auto &entry) { return now - entry.value() > flashMs; });
    for (const Row &row : rows) {
        if (m_news.remove(row.id)) {
            m_flashes.insert(row.id, now);
            any = true;
        }
    }
    if (any)
        Q_EMIT flashed();
}

bool ListModel::isFlashing() const
{
    return std::any_of(m_flashes.cbegin(), m_flashes.cend(), [](qint64 at) { return nowMs() - at < flashMs; });
}

double ListModel::flashOf(Id id) const
{
    const auto it = m_flashes.constFind(id);
    return it == m_flashes.cend() ? 0.0 : qMax(0.0, 1.0 - double(nowMs() - *it) / flashMs);
}

} // namespace crm
