#include "ui/records/grouped_list_model.h"
#include "ui/records/cell_text.h"
#include "ui/records/group_text.h"
#include "ui/records/list_columns.h"

namespace crm {

namespace {
constexpr int mostOpen = 16; ///< groups whose rows are in memory
} // namespace

GroupedListModel::GroupedListModel(Session &session, QObject *parent)
    : ListModel(session, parent)
{
    m_regroupTimer.setSingleShot(true);
    connect(&m_regroupTimer, &QTimer::timeout, this, &GroupedListModel::regroup);
}

GroupedListModel::~GroupedListModel() = default;

// Where things stand --------------------------------------------------------------------------------------------

GroupedListModel::Entry *GroupedListModel::entryAt(int row, int *local) const
{
    const auto behind = std::upper_bound(m_groups.begin(), m_groups.end(), row,
                                         [](int r, const std::unique_ptr<Entry> &entry) { return r < entry->at; });
    if (row < 0 || behind == m_groups.begin())
        return nullptr;
    Entry *entry = std::prev(behind)->get();
    const int in = row - entry->at - 1;
    if (in >= entry->shown)
        return nullptr;
    if (local)
        *local = in;
    return entry;
}

void GroupedListModel::place()
{
    int at = 0;
    for (const auto &entry : m_groups) {
        entry->at = at;
        at += 1 + entry->shown;
    }
}

bool GroupedListModel::isHead(int row) const
{
    int local = 0;
    return m_grouped && entryAt(row, &local) && local < 0;
}

int GroupedListModel::groupOf(int row) const
{
    const Entry *entry = m_grouped ? entryAt(row) : nullptr;
    for (size_t i = 0; entry && i < m_groups.size(); ++i) {
        if (m_groups[i].get() == entry)
            return int(i);
    }
    return -1;
}

int GroupedListModel::headOf(int group) const
{
    return group >= 0 && group < groupCount() ? m_groups[size_t(group)]->at : -1;
}

const Group &GroupedListModel::group(int number) const { return m_groups.at(size_t(number))->group; }

int GroupedListModel::rowCount(const QModelIndex &parent) const
{
    if (!m_grouped || parent.isValid())
        return ListModel::rowCount(parent);
    return m_groups.empty() ? 0 : m_groups.back()->at + 1 + m_groups.back()->shown;
}

bool GroupedListModel::isTotalKnown() const { return m_grouped ? !isLoading() : ListModel::isTotalKnown(); }

qint64 GroupedListModel::recordCount() const
{
    if (!m_grouped)
        return ListModel::recordCount();
    qint64 count = 0;
    for (const auto &entry : m_groups)
        count += entry->group.count;
    return count;
}

bool GroupedListModel::isFlashing() const
{
    return m_grouped ? std::any_of(m_groups.cbegin(), m_groups.cend(),
                                   [](const auto &entry) { return entry->rows && entry->rows->isFlashing(); })
                     : ListModel::isFlashing();
}

const Row *GroupedListModel::rowAt(int row) const
{
    if (!m_grouped)
        return ListModel::rowAt(row);
    int local = -1;
    const Entry *entry = entryAt(row, &local);
    return entry && local >= 0 && entry->rows ? entry->rows->rowAt(local) : nullptr;
}

int GroupedListModel::rowOf(Id id) const
{
    if (!m_grouped)
        return ListModel::rowOf(id);
    for (const auto &entry : m_groups) {
        const int local = entry->rows ? entry->rows->rowOf(id) : -1;
        if (local >= 0 && local < entry->shown)
            return entry->at + 1 + local;
    }
    return -1;
}

QList<QPair<int, int>> GroupedListModel::recordRanges(const QList<QPair<int, int>> &ranges) const
{
    if (!m_grouped)
        return ranges;
    QList<QPair<int, int>> out;
    for (const auto &[from, to] : ranges) {
        for (const auto &entry : m_groups) {
            const int first = qMax(from, entry->at + 1), last = qMin(to, entry->at + entry->shown);
            if (first <= last)
                out.append({first, last});
        }
    }
    return out;
}

QList<ListModel::Piece> GroupedListModel::piecesOf(const QList<QPair<int, int>> &ranges) const
{
    if (!m_grouped)
        return ListModel::piecesOf(ranges);
    QList<Piece> out;
    for (const auto &[from, to] : recordRanges(ranges)) {
        int local = 0;
        if (const Entry *entry = entryAt(from, &local))
            out.append({queryOf(*entry), {}, {{local, local + to - from}}});
    }
    return out;
}

// What is shown -------------------------------------------------------------------------------------------------

QVariant GroupedListModel::headData(const Entry &entry, int column, int role) const
{
    const int number = groupOf(entry.at);
    switch (role) {
    case GroupRole:
        return number;
    case LoadingRole:
        return false;
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return column == 0 ? groupTitle(number) : sumText(number, column);
    case Qt::AccessibleTextRole: {
        const QString text = tr("%1, %n rows", nullptr, int(entry.group.count)).arg(groupTitle(number));
        const QString state = entry.folded ? tr("folded") : tr("unfolded");
        return column == 0 ? text + QStringLiteral(", ") + state : sumText(number, column);
    }
    default:
        return {};
    }
}

QVariant GroupedListModel::data(const QModelIndex &index, int role) const
{
    if (!m_grouped || !index.isValid())
        return ListModel::data(index, role);
    int local = -1;
    const Entry *entry = entryAt(index.row(), &local);
    if (!entry)
        return {};
    if (role == Qt::TextAlignmentRole)
        return ListModel::data(index, role);
    if (local < 0)
        return headData(*entry, index.column(), role);
    if (!entry->rows || local >= entry->rows->rowCount() || entry->rows->columnCount() != columnCount())
        return role == LoadingRole ? QVariant(true) : QVariant();
    return entry->rows->data(entry->rows->index(local, index.column()), role);
}

Qt::ItemFlags GroupedListModel::flags(const QModelIndex &index) const
{
    if (!m_grouped)
        return ListModel::flags(index);
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (isHead(index.row()))
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    flags.setFlag(Qt::ItemIsEditable, rowAt(index.row()) && isEditable(index.column()));
    return flags;
}

bool GroupedListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!m_grouped)
        return ListModel::setData(index, value, role);
    int local = -1;
    const Entry *entry = entryAt(index.row(), &local);
    if (!entry || local < 0 || !entry->rows)
        return false;
    return entry->rows->setData(entry->rows->index(local, index.column()), value, role);
}

bool GroupedListModel::canFetchMore(const QModelIndex &parent) const
{
    return !m_grouped && ListModel::canFetchMore(parent);
}

QString GroupedListModel::groupTitle(int number) const
{
    const Field *field = catalog().resolve(entity().key(), m_shownBy.path);
    return field ? groupText(*field, m_shownBy, group(number), QLocale()) : QString();
}

QString GroupedListModel::sumText(int number, int column) const
{
    const Field *field = fieldAt(column);
    const QString path = pathAt(column);
    QStringList texts;
    const QList<Sum> &sums = group(number).sums;
    for (const Sum &sum : sums) {
        if (field && sum.path == path)
            texts << cellText(*field, sum.value, {}, sum.currency, QLocale());
    }
    return texts.join(QStringLiteral(" + "));
}

// Asking --------------------------------------------------------------------------------------------------------

QString GroupedListModel::keyOf(const Group &group) const
{
    return group.value.isNull() ? QString() : u'=' + group.value.toString();
}

Query GroupedListModel::queryOf(const Entry &entry) const
{
    Query out = query();
    const Filter part = groupFilter(m_shownBy, entry.group);
    out.filter = out.filter.isNone() ? part : Filter::all({out.filter, part});
    out.columns = out.columns.mid(0, columnCount());
    return out;
}

QFuture<Groups> GroupedListModel::ask(const Query &query, const GroupBy &by) const
{
    return session().read([query, by, sums = m_sums](Repository &r) { return groupsOf(r, query, by, sums); });
}

void GroupedListModel::setQuery(const Query &query)
{
    m_regroupRequest.cancel();
    m_regroupTimer.stop();
    if (m_by.isNone())
        return ListModel::setQuery(query);
    m_sums = summedPaths(*session().catalog(), query.entity, query.columns);
    begin(query);
    m_firstRequest.ask(
        this, ask(wanted(), m_by), [this](const Groups &groups) { adopt(groups); },
        [this](const Error &e) {
            beginResetModel();
            forget();
            endResetModel();
            fail(e);
        });
    Q_EMIT loadingChanged();
}

void GroupedListModel::forget()
{
    m_groups.clear();
    m_moving.clear();
    m_grouped = m_more = false;
    m_firstRow = m_lastRow = 0;
    ListModel::forget();
}

std::unique_ptr<GroupedListModel::Entry> GroupedListModel::makeEntry(const Group &group) const
{
    auto entry = std::make_unique<Entry>();
    entry->group = group;
    entry->key = keyOf(group);
    entry->folded = m_turned.contains(entry->key) != m_allFolded;
    entry->shown = entry->folded ? 0 : int(qMin<qint64>(group.count, std::numeric_limits<int>::max() / 4));
    return entry;
}

void GroupedListModel::adopt(const Groups &groups)
{
    beginResetModel();
    forget();
    if (m_shownBy.path != m_by.path || m_shownBy.span != m_by.span)
        m_turned.clear();
    m_shownBy = m_by;
    m_grouped = true;
    m_more = groups.more;
    for (const Group &group : groups.list)
        m_groups.push_back(makeEntry(group));
    place();
    arrived();
    endResetModel();
    Q_EMIT loadingChanged();
    Q_EMIT loaded();
    Q_EMIT rowsChanged();
}

void GroupedListModel::setColorRules(const QList<ColorRule> &rules)
{
    ListModel::setColorRules(rules);
    for (const auto &entry : m_groups) {
        if (entry->rows)
            entry->rows->setColorRules(rules);
    }
}

// The rows of the groups ----------------------------------------------------------------------------------------

void GroupedListModel::setVisibleRows(int first, int last)
{
    if (!m_grouped)
        return ListModel::setVisibleRows(first, last);
    m_firstRow = qMax(0, first);
    m_lastRow = qMax(m_firstRow, last);
    for (size_t i = 0; i < m_groups.size(); ++i) {
        Entry &entry = *m_groups[i];
        if (entry.folded || entry.at > m_lastRow || entry.at + entry.shown < m_firstRow || entry.shown == 0)
            continue;
        open(entry);
        entry.rows->setVisibleRows(qMax(0, m_firstRow - entry.at - 1), qMin(entry.shown, m_lastRow - entry.at) - 1);
    }
    closeFarOnes();
}

void GroupedListModel::closeFarOnes()
{
    const int middle = (m_firstRow + m_lastRow) / 2;
    QList<Entry *> open;
    for (const auto &entry : m_groups) {
        if (entry->rows)
            open << entry.get();
    }
    if (open.size() <= mostOpen)
        return;
    const auto distance = [middle](const Entry *e) { return qMax(e->at - middle, middle - e->at - e->shown); };
    std::sort(open.begin(), open.end(), [&](const Entry *a, const Entry *b) { return distance(a) < distance(b); });
    for (Entry *entry : open.mid(mostOpen)) {
        const bool visible = entry->at <= m_lastRow && entry->at + entry->shown >= m_firstRow;
        if (visible)
            continue;
        entry->rows->disconnect(this);
        entry->rows.release()->deleteLater(); // it may be telling something just now
    }
}

void GroupedListModel::open(Entry &entry)
{
    if (entry.rows)
        return;
    entry.rows = std::make_unique<ListModel>(session());
    entry.rows->setColorRules(colorRules());
    connectRows(entry);
    entry.rows->setQuery(queryOf(entry));
}

void GroupedListModel::connectRows(Entry &entry)
{
    ListModel *rows = entry.rows.get();
    Entry *e = &entry;
    const auto live = [e, rows] { return e->rows.get() == rows; }; // it is heard once more while it goes
    connect(rows, &QAbstractItemModel::dataChanged, this,
            [this, e, live](const QModelIndex &from, const QModelIndex &to, const QList<int> &roles) {
                const int last = qMin(to.row(), e->shown - 1);
                if (live() && from.row() <= last)
                    Q_EMIT dataChanged(index(e->at + 1 + from.row(), from.column()),
                                       index(e->at + 1 + last, qMin(to.column(), columnCount() - 1)), roles);
            });
    connect(rows, &ListModel::loaded, this, [this, e, live] {
        if (live() && e->shown > 0)
            Q_EMIT dataChanged(index(e->at + 1, 0), index(e->at + e->shown, columnCount() - 1));
    });
    connect(rows, &ListModel::rowsChanged, this, [this, e, live] {
        if (live())
            sync(*e);
    });
    connect(rows, &QAbstractItemModel::layoutAboutToBeChanged, this, [this, e] { beginMove(*e); });
    connect(rows, &QAbstractItemModel::layoutChanged, this, [this, e] { endMove(*e); });
    connect(rows, &ListModel::aboutToRearrange, this, &ListModel::aboutToRearrange);
    connect(rows, &ListModel::rearranged, this, [this, e, live] {
        if (live())
            sync(*e);
        Q_EMIT rearranged();
    });
    connect(rows, &ListModel::failed, this, &ListModel::failed);
    connect(rows, &ListModel::saveFailed, this, &ListModel::saveFailed);
    connect(rows, &ListModel::saveConflicted, this, &ListModel::saveConflicted);
    connect(rows, &ListModel::saveTrashed, this, &ListModel::saveTrashed);
    connect(rows, &ListModel::saved, this, &ListModel::saved);
    connect(rows, &ListModel::flashed, this, &ListModel::flashed);
}

void GroupedListModel::setShown(Entry &entry, int rows)
{
    const int was = entry.shown, first = entry.at + 1;
    if (rows > was) {
        beginInsertRows({}, first + was, entry.at + rows);
        entry.shown = rows;
        place();
        endInsertRows();
    } else if (rows < was) {
        beginRemoveRows({}, first + rows, entry.at + was);
        entry.shown = rows;
        place();
        endRemoveRows();
    }
}

/// As many rows as the group has, as far as that is known.
void GroupedListModel::sync(Entry &entry)
{
    if (entry.rows && !entry.rows->isLoading() && entry.rows->isTotalKnown() &&
        entry.group.count != entry.rows->rowCount()) {
        entry.group.count = entry.rows->rowCount();
        if (++entry.doubts <= 3) // somebody is at work: the sums are old too
            m_regroupTimer.start(100);
        tellHead(entry);
    }
    if (!entry.folded)
        setShown(entry, int(entry.group.count));
    Q_EMIT rowsChanged();
}

void GroupedListModel::tellHead(const Entry &entry)
{
    Q_EMIT dataChanged(index(entry.at, 0), index(entry.at, columnCount() - 1));
}

// The rows of one group change their order: who holds an index of one keeps it.
void GroupedListModel::beginMove(const Entry &entry)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    m_moving.clear();
    for (const QModelIndex &at : persistentIndexList()) {
        const int local = at.row() - entry.at - 1;
        if (local >= 0 && local < entry.shown && entry.rows && local < entry.rows->rowCount())
            m_moving.append({at, entry.rows->index(local, at.column())});
    }
}

void GroupedListModel::endMove(const Entry &entry)
{
    for (const auto &[was, row] : std::as_const(m_moving)) {
        const bool there = row.isValid() && row.row() < entry.shown;
        changePersistentIndex(was, there ? index(entry.at + 1 + row.row(), was.column()) : QModelIndex());
    }
    m_moving.clear();
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

// Folding -------------------------------------------------------------------------------------------------------

bool GroupedListModel::isFolded(int number) const
{
    return number >= 0 && number < groupCount() && m_groups[size_t(number)]->folded;
}

void GroupedListModel::setFolded(int number, bool folded)
{
    if (number < 0 || number >= groupCount() || m_groups[size_t(number)]->folded == folded)
        return;
    Entry &entry = *m_groups[size_t(number)];
    entry.folded = folded;
    if (folded == m_allFolded)
        m_turned.remove(entry.key);
    else
        m_turned.insert(entry.key);
    setShown(entry, folded ? 0 : int(entry.group.count));
    tellHead(entry);
    Q_EMIT rowsChanged();
}

void GroupedListModel::foldAll(bool folded)
{
    m_allFolded = folded;
    m_turned.clear();
    beginResetModel();
    for (const auto &entry : m_groups) {
        entry->folded = folded;
        entry->shown = folded ? 0 : int(entry->group.count);
    }
    place();
    endResetModel();
    Q_EMIT rowsChanged();
}

} // namespace crm
