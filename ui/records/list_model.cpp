#include "ui/records/list_model.h"
#include "core/model/related_filter.h"
#include "ui/records/cell_text.h"

namespace crm {

ListModel::ListModel(Session &session, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_catalog(session.catalog())
{
    m_loadTimer.setSingleShot(true);
    connect(&m_loadTimer, &QTimer::timeout, this, &ListModel::loadNeeded);
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(50);
    connect(&m_refreshTimer, &QTimer::timeout, this, &ListModel::rereadVisible);
    m_rearrangeTimer.setSingleShot(true);
    connect(&m_rearrangeTimer, &QTimer::timeout, this, &ListModel::rearrange);
    connect(&m_session, &Session::changed, this, &ListModel::onChanged);
    connect(this, &QAbstractItemModel::dataChanged, this, [this] { m_lastTones = {}; });
    connect(this, &QAbstractItemModel::layoutChanged, this, [this] { m_lastTones = {}; });
}

ListModel::~ListModel() = default;

void ListModel::begin(const Query &query)
{
    m_wanted = query;
    addRuleColumns(m_wanted);
    m_pageRequests.clear();
    m_marksRequest.cancel();
    m_rereadRequest.cancel();
    m_rearrangeRequest.cancel();
    m_refreshTimer.stop();
    m_rearrangeTimer.stop();
    m_broken = false;
    m_firstPending = true;
}

void ListModel::setQuery(const Query &query)
{
    begin(query);
    PageAt at;
    at.limit = PageSize;
    m_firstRequest.ask(
        this, m_session.page(m_wanted, at), [this](const Page &page) { adopt(page); },
        [this](const Error &e) {
            beginResetModel();
            forget();
            endResetModel();
            fail(e);
        });
    Q_EMIT loadingChanged();
}

void ListModel::reload()
{
    Query again = m_wanted;
    again.columns = again.columns.mid(0, m_wantedShown);
    setQuery(again);
}

Query ListModel::shownQuery() const
{
    Query shown = m_query;
    shown.columns = shown.columns.mid(0, m_shown);
    return shown;
}

void ListModel::arrived()
{
    m_firstPending = false;
    m_broken = false;
    for (QTimer *timer : {&m_loadTimer, &m_refreshTimer, &m_rearrangeTimer}) // what they were for is gone
        timer->stop();
}

void ListModel::forget()
{
    m_catalog = m_session.catalog();
    m_query = m_wanted;
    m_entity = &m_catalog->at(m_query.entity);
    m_fields.clear();
    m_asked = relatedEntities(m_query.filter, *m_catalog, m_query.entity);
    m_watched = {m_query.entity};
    m_watched.unite(QSet<QString>(m_asked.cbegin(), m_asked.cend()));
    for (QString &path : m_query.columns) {
        const Field *field = m_catalog->resolve(m_query.entity, path, &path);
        m_fields.append(field);
        if (field && !field->target().isEmpty())
            m_watched.insert(field->target());
    }
    m_shown = m_wantedShown;
    compileRules();
    m_cache.clear();
    m_marks = {};
    m_count = 0;
    m_totalKnown = false;
    m_firstVisible = m_lastVisible = 0;
    m_news.clear();
    m_flashes.clear();
    setProperty("sortKeys", int(m_query.sort.size()));
}

void ListModel::adopt(const Page &first)
{
    beginResetModel();
    forget();
    m_cache.put(0, first.rows);
    m_count = int(first.rows.size());
    m_totalKnown = first.atEnd;
    m_firstPending = false;
    endResetModel();
    if (!m_totalKnown)
        askBookmarks();
    Q_EMIT loadingChanged();
    Q_EMIT loaded();
    Q_EMIT rowsChanged();
    loadSoon();
}

void ListModel::setVisibleRows(int first, int last)
{
    m_firstVisible = qMax(0, first);
    m_lastVisible = qMax(m_firstVisible, last);
    if (!m_loadTimer.isActive())
        loadSoon();
}

/// At once, but not for every place that a dragged scroll bar comes by.
void ListModel::loadSoon()
{
    constexpr qint64 pauseMs = 15;
    const qint64 since = m_sinceLoad.isValid() ? m_sinceLoad.elapsed() : pauseMs;
    m_loadTimer.start(int(qMax(qint64(0), pauseMs - since)));
}

int ListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_count; }

int ListModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_shown; }

const Field *ListModel::fieldAt(int column) const { return m_fields.value(column); }

Id ListModel::idAt(int row) const
{
    const Row *r = rowAt(row);
    return r ? r->id : 0;
}

QVariant ListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row *row = m_cache.row(index.row());
    if (role == LoadingRole)
        return row == nullptr;
    const Field *field = m_fields.at(index.column());
    if (role == Qt::TextAlignmentRole)
        return field ? QVariant(int(cellAlignment(*field) | Qt::AlignVCenter)) : QVariant();
    if (!row || !field)
        return {};
    const QVariant value = row->values.value(index.column());
    const QString title = row->titles.value(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(*field, value, title, row->currency, QLocale());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return fullText(*field, value, title, row->currency, QLocale());
    case Qt::EditRole:
    case ValueRole:
        return value;
    case IdRole:
        return row->id;
    case TitleRole:
        return title;
    case CurrencyRole:
        return row->currency;
    case ToneRole:
    case CellToneRole:
        return toneOf(*row, index.column(), role == CellToneRole);
    case FlashRole:
        return flashOf(row->id);
    default:
        return {};
    }
}

QVariant ListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= m_shown)
        return role == Qt::DisplayRole && orientation == Qt::Vertical ? QVariant(section + 1) : QVariant();
    const Field *field = m_fields.at(section);
    switch (role) {
    case Qt::DisplayRole:
        return pathLabel(*m_catalog, m_query.entity, m_query.columns.at(section));
    case Qt::ToolTipRole:
        return field ? field->helpText().text() : QString();
    case Qt::TextAlignmentRole:
        return int((field ? cellAlignment(*field) : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        for (qsizetype i = 0; i < m_query.sort.size(); ++i) {
            if (m_query.sort.at(i).path == m_query.columns.at(section))
                return m_query.sort.at(i).descending ? int(-i - 1) : int(i + 1);
        }
        return 0;
    default:
        return {};
    }
}

Qt::ItemFlags ListModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid())
        flags |= Qt::ItemNeverHasChildren;
    if (index.isValid() && m_cache.row(index.row()) && isEditable(index.column()))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool ListModel::isEditable(int column) const
{
    const Field *field = m_fields.value(column);
    if (!field || m_query.trashed || m_query.columns.at(column).contains(u'.') || field->kind() == Kind::Memo ||
        field->kind() == Kind::Choices || field->kind() == Kind::File || !m_entity->field(field->key()))
        return false;
    const Policy &policy = m_session.actor().policy;
    return policy.edits(*field) && policy.may(*m_entity, Verb::Update);
}

namespace {
/// The stored document with one value changed from what the list showed: somebody else's value is a conflict.
Document asSeen(const Document &stored, const QString &key, const QVariant &before, const QVariant &value)
{
    Document document = stored;
    if (document.value(key) != before) {
        document.set(key, before);
        document.head().markLoaded(std::max<qint64>(1, document.head().version() - 1)); // a server goes by the version
    }
    document.set(key, value);
    return document;
}

/// As the store writes them; of records that are not kept at hand they come with the saved row.
QString titlesAmong(const QList<Option> &known, const QVariant &value)
{
    const IdList ids = value.canConvert<IdList>() ? value.value<IdList>() : IdList{value.toLongLong()};
    QStringList titles;
    for (const Id id : ids) {
        const auto it = std::find_if(known.begin(), known.end(), [id](const Option &o) { return o.id == id; });
        titles << (it == known.end() ? QStringLiteral("\u2026") : it->title); // each stands at the place of its record
    }
    return titles.join(QStringLiteral(", "));
}
} // namespace

bool ListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const Row *row = role == Qt::EditRole && checkIndex(index) ? m_cache.row(index.row()) : nullptr;
    if (!row || !isEditable(index.column()))
        return false;
    const QString key = m_fields.at(index.column())->key();
    const QVariant before = row->values.value(index.column());
    if (before == value)
        return false;
    const QString titleBefore = row->titles.value(index.column());
    const Id id = row->id;
    const int column = index.column();
    const QString target = m_fields.at(column)->target();
    const QString title = target.isEmpty() ? QString() : titlesAmong(m_session.dictionary(target), value);
    m_cache.setValue(index.row(), column, value, title);
    Q_EMIT dataChanged(index, index);
    const auto job = [entity = m_query.entity, id, key, before, value](Repository &r) {
        return r.save(asSeen(r.load(entity, id), key, before, value), SaveKey::fresh());
    };
    await(
        this, m_session.write(job), [this](const Saved &s) { Q_EMIT saved(s.change); },
        [this, id, column, key, before, value, titleBefore](const Error &e) {
            const int at = m_cache.find(id);
            if (at >= 0) {
                m_cache.setValue(at, column, before, titleBefore);
                Q_EMIT dataChanged(this->index(at, column), this->index(at, column));
            }
            refresh();
            if (const auto *conflict = dynamic_cast<const ConflictError *>(&e))
                Q_EMIT saveConflicted(*conflict, asSeen(conflict->theirs(), key, before, value));
            else if (const auto *trashed = dynamic_cast<const TrashedError *>(&e))
                Q_EMIT saveTrashed(*trashed, asSeen(trashed->trashed(), key, before, value));
            else
                Q_EMIT saveFailed(e.faults().isEmpty() ? e.sentence() : e.faults().constFirst().sentence);
        });
    return true;
}

bool ListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_entity && !m_totalKnown && !m_broken && !m_firstPending && m_count > 0;
}

void ListModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        requestPage(m_cache.pageOf(m_count));
}

// Loading -------------------------------------------------------------------------------------------------------

void ListModel::loadNeeded()
{
    if (!m_entity || m_broken || m_firstPending)
        return;
    m_sinceLoad.start();
    const int first = m_cache.pageOf(m_firstVisible), last = m_cache.pageOf(m_lastVisible);
    std::erase_if(m_pageRequests, [&](const auto &entry) { return entry.first < first - 2 || entry.first > last + 2; });
    for (int page = first; page <= last; ++page)
        requestPage(page);
    if (m_cache.has(last)) // what is shown comes first, its neighbours when it is there
        requestPage(last + 1);
    if (m_cache.has(first))
        requestPage(first - 1);
    m_cache.keepAround((first + last) / 2);
}

std::optional<PageAt> ListModel::placeOf(int page) const
{
    PageAt at;
    at.limit = PageSize;
    if (page == 0)
        return at;
    if (const QList<Row> &before = m_cache.page(page - 1); before.size() == PageSize) {
        at.type = PageAt::After;
        at.key = before.constLast().key;
        return at;
    }
    const int row = page * PageSize;
    if (const int mark = row / BookmarkStep; mark < m_marks.keys.size()) {
        at.type = PageAt::From;
        at.key = m_marks.keys.at(mark);
        at.skip = row - mark * BookmarkStep;
        return at;
    }
    return {};
}

void ListModel::requestPage(int page)
{
    if (page < 0 || m_cache.has(page) || m_broken || (m_count > 0 && page * PageSize >= m_count && m_totalKnown))
        return;
    if (const auto running = m_pageRequests.find(page); running != m_pageRequests.end() && running->second.isRunning())
        return;
    const std::optional<PageAt> at = placeOf(page);
    if (!at)
        return; // its bookmark is still on the way; takeBookmarks() comes back here
    m_pageRequests[page].ask(
        this, m_session.page(m_query, *at), [this, page](const Page &answer) { takePage(page, answer); },
        [this](const Error &e) { fail(e); });
}

void ListModel::takePage(int page, const Page &answer)
{
    m_pageRequests.erase(page);
    const int end = page * PageSize + int(answer.rows.size());
    m_cache.put(page, answer.rows);
    if (!m_totalKnown) {
        setCount(qMax(m_count, end));
        if (answer.atEnd)
            m_totalKnown = true;
        else if (!m_marksRequest.isRunning())
            askBookmarks();
    } else if (answer.rows.size() != qBound(0, m_count - page * PageSize, PageSize)) {
        m_rearrangeTimer.start(0); // not as many rows as were counted: somebody has deleted or added some since
    }
    if (!answer.rows.isEmpty() && page * PageSize < m_count && columnCount() > 0)
        Q_EMIT dataChanged(index(page * PageSize, 0), index(qMin(end, m_count) - 1, columnCount() - 1));
    Q_EMIT rowsChanged();
    loadSoon();
}

void ListModel::askBookmarks()
{
    m_marksClock.start();
    m_marksRequest.ask(
        this, m_session.bookmarks(m_query, BookmarkStep), [this](const Bookmarks &marks) { takeBookmarks(marks); },
        [this](const Error &e) { fail(e); });
}

void ListModel::takeBookmarks(const Bookmarks &marks)
{
    m_marksCost = m_marksClock.elapsed();
    m_marks = marks;
    m_totalKnown = true;
    setCount(int(qMin<qint64>(marks.count, std::numeric_limits<int>::max())));
    Q_EMIT rowsChanged();
    loadSoon();
}

void ListModel::setCount(int count)
{
    if (count > m_count) {
        beginInsertRows({}, m_count, count - 1);
        m_count = count;
        endInsertRows();
    } else if (count < m_count) {
        beginRemoveRows({}, count, m_count - 1);
        m_count = count;
        endRemoveRows();
    }
}

void ListModel::fail(const Error &e)
{
    m_broken = true;
    m_firstPending = false;
    Q_EMIT loadingChanged();
    Q_EMIT failed(e.sentence());
    Q_EMIT rowsChanged();
}

QFuture<QList<Row>> ListModel::rowsOf(const QList<QPair<int, int>> &ranges) const
{
    QList<Row> known;
    bool complete = true;
    for (const auto &[from, to] : recordRanges(ranges)) {
        for (int row = from; row <= to && complete; ++row) {
            const Row *r = rowAt(row);
            complete = r != nullptr;
            if (r)
                known.append(*r);
        }
    }
    if (complete)
        return QtFuture::makeReadyFuture(known);
    return m_session.read([pieces = piecesOf(ranges)](Repository &r) {
        QList<Row> rows;
        for (const Piece &piece : pieces)
            rows += readPiece(r, piece);
        return rows;
    });
}

QFuture<QList<Row>> ListModel::allRows(int most) const
{
    return m_session.read([piece = Piece{m_query, {}, {{0, most - 1}}}](Repository &r) { return readPiece(r, piece); });
}

QList<ListModel::Piece> ListModel::piecesOf(const QList<QPair<int, int>> &ranges) const
{
    return {{m_query, m_marks, ranges}};
}

QList<Row> ListModel::readPiece(Repository &repository, const Piece &piece)
{
    QList<Row> rows;
    for (const auto &[from, to] : piece.ranges) {
        PageAt at;
        if (const int mark = from / BookmarkStep; mark < piece.marks.keys.size()) {
            at.type = PageAt::From;
            at.key = piece.marks.keys.at(mark);
            at.skip = from % BookmarkStep;
        } else {
            at.skip = from;
        }
        for (qint64 left = to - from + 1; left > 0;) {
            at.limit = int(qMin<qint64>(left, 1000));
            const Page page = repository.page(piece.query, at);
            rows += page.rows;
            left -= page.rows.size();
            if (page.atEnd || page.rows.isEmpty())
                break;
            at.type = PageAt::After;
            at.key = page.rows.constLast().key;
            at.skip = 0;
        }
    }
    return rows;
}

} // namespace crm
