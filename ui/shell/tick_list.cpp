#include "ui/shell/tick_list.h"
#include "core/store/session.h"
#include "ui/records/cell_text.h"
#include "ui/records/remove_records.h"
#include "ui/records/undo_records.h"
#include "ui/shell/navigator.h"
#include "ui/style/widgets.h"
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace crm {
namespace {

/// The place as it is stored; and which of equal places comes first, -1: it has become another since.
enum Role { IdRole = Qt::UserRole, VersionRole, PlaceRole, RankRole };
constexpr int mostShown = 200, refreshAfterMs = 300;

/// What is open, and what has been done today.
Query queryOf(const TicksOff &how, const QString &entity, const QString &title)
{
    Query query(entity);
    query.filter = Filter::any({Filter::where(how.done, Op::Equal, false),
                                Filter::where(QStringLiteral("changed_at"), Op::Equal,
                                              QVariant::fromValue(RelativeDate{QStringLiteral("today")}))});
    query.columns = {title, how.done};
    if (!how.day.isEmpty())
        query.columns << how.day;
    if (!how.place.isEmpty())
        query.columns << how.place;
    query.sort = QList<SortKey>{{how.done, false}} + Query::parseSort(how.order);
    return query;
}

/// Whether the stored order has the one before the other.
bool standsBefore(const QListWidgetItem &one, const QListWidgetItem &other)
{
    const qint64 place = one.data(PlaceRole).toLongLong(), otherPlace = other.data(PlaceRole).toLongLong();
    const int rank = one.data(RankRole).toInt();
    return place < otherPlace || (place == otherPlace && rank >= 0 && rank < other.data(RankRole).toInt());
}

bool isOpen(const QListWidgetItem &item) { return item.checkState() == Qt::Unchecked; }

} // namespace

TickList::TickList(Navigator &navigator, const Entity &entity, QWidget *parent)
    : QWidget(parent)
    , m_navigator(navigator)
    , m_entity(entity.key())
    , m_title(entity.titleField())
    , m_how(tickingOf(entity.key()))
    , m_line(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(space::s, space::s, space::s, space::xs);
    box->setSpacing(space::s);
    const bool mayWrite = navigator.session().actor().policy.may(entity, Verb::Create);
    m_line->setPlaceholderText(tr("What is to be done? Enter adds it"));
    m_line->setAccessibleName(tr("New: %1").arg(entity.one().text()));
    m_line->setMaxLength(entity.field(m_title)->size());
    m_line->setVisible(mayWrite);
    box->addWidget(m_line);
    m_hint = makeLabel(tr("Nothing is left to be done."), TextRole::Body, this, true);
    m_hint->setWordWrap(true);
    m_hint->hide();
    box->addWidget(m_hint);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(entity.many().text());
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    allowOrder(entity);
    box->addWidget(m_list, 1);
    auto *all = makeButton(tr("Show the whole list"), QStringLiteral("list"), ButtonRole::Quiet, this);
    box->addWidget(all, 0, Qt::AlignLeft);
    setFocusProxy(mayWrite ? static_cast<QWidget *>(m_line) : m_list);
    m_line->installEventFilter(this);
    m_list->installEventFilter(this);
    m_timer.setSingleShot(true);
    m_timer.setInterval(refreshAfterMs);
    connect(&m_timer, &QTimer::timeout, this, &TickList::load);
    connect(m_line, &QLineEdit::returnPressed, this, &TickList::write);
    connect(all, &QPushButton::clicked, this, [this] { m_navigator.openList(m_entity); });
    connect(m_list, &QListWidget::itemChanged, this, &TickList::tick);
    connect(m_list, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { m_navigator.openRecord(m_entity, item->data(IdRole).toLongLong()); });
    connect(&navigator.session(), &Session::changed, this, [this](const QList<Change> &changes) {
        const auto isOurs = [this](const Change &change) { return change.entity == m_entity; };
        if (std::any_of(changes.begin(), changes.end(), isOurs) && !m_timer.isActive())
            m_timer.start();
    });
    load();
}

/// For who may change what is stored of it.
void TickList::allowOrder(const Entity &entity)
{
    const Field *place = m_how.place.isEmpty() ? nullptr : entity.field(m_how.place);
    const Policy &policy = m_navigator.session().actor().policy;
    m_isOrdered = place && policy.may(entity, Verb::Update) && policy.edits(*place);
    m_list->setDragDropMode(m_isOrdered ? QListWidget::InternalMove : QListWidget::NoDragDrop);
    m_list->setDefaultDropAction(Qt::MoveAction);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &TickList::keepOrder);
}

void TickList::load()
{
    PageAt at;
    at.limit = mostShown;
    m_request.ask(
        this, m_navigator.session().page(queryOf(m_how, m_entity, m_title), at),
        [this](const Page &page) { fill(page); }, [this](const Error &e) { m_navigator.showError(e); });
}

void TickList::fill(const Page &page)
{
    if (m_underWay > 0) // what is on its way would be shown as it was; it is asked for again when it has arrived
        return;
    m_filling = true;
    const QListWidgetItem *before = m_list->currentItem();
    const Id current = before ? before->data(IdRole).toLongLong() : 0;
    const int row = m_list->currentRow();
    m_list->clear();
    const QLocale locale = m_navigator.format().locale;
    const QDate today = QDate::currentDate();
    for (const Row &one : page.rows) {
        const bool done = one.values.value(1).toBool();
        const QDate day = m_how.day.isEmpty() ? QDate() : one.values.value(2).toDate();
        const QString title = one.values.value(0).toString();
        const QString when = day.isValid() ? nearDate(day, today, locale) : QString();
        auto *item = new QListWidgetItem(
            when.isEmpty() ? title : tr("%1 \u00b7 %2", "what is to be done, from which day on").arg(title, when),
            m_list);
        item->setFlags((item->flags() | Qt::ItemIsUserCheckable) & ~Qt::ItemIsDropEnabled); // between others, not onto
        item->setFlags(item->flags().setFlag(Qt::ItemIsDragEnabled, !done));
        item->setCheckState(done ? Qt::Checked : Qt::Unchecked);
        item->setData(IdRole, one.id);
        item->setData(VersionRole, one.version);
        item->setData(PlaceRole, m_how.place.isEmpty() ? QVariant() : one.values.constLast());
        item->setData(RankRole, m_list->count());
        item->setToolTip(title);
        item->setSizeHint({0, rowHeight()});
        QFont font = m_list->font();
        font.setStrikeOut(done);
        item->setFont(font);
        if (done || day > today)
            item->setForeground(colors().muted);
        if (one.id == current)
            m_list->setCurrentItem(item);
    }
    if (m_list->currentRow() < 0 && row >= 0 && m_list->count() > 0)
        m_list->setCurrentRow(qMin(row, m_list->count() - 1));
    m_hint->setVisible(m_list->count() == 0);
    m_filling = false;
}

void TickList::write()
{
    const QString text = m_line->text().trimmed();
    if (text.isEmpty())
        return;
    m_line->clear(); // for the next one
    ++m_underWay;
    await(
        this, m_navigator.session().write([entity = m_entity, title = m_title, text](Repository &r) {
            Document fresh(Record(r.catalog()->at(entity), newId()));
            fresh.set(title, text);
            return r.save(fresh).document.id();
        }),
        [this](Id) {
            --m_underWay;
            load();
        },
        [this, text](const Error &e) {
            --m_underWay;
            if (m_line->text().isEmpty())
                m_line->setText(text); // nothing that was typed is lost
            m_navigator.showError(e);
            load();
        });
}

void TickList::tick(const QListWidgetItem *item)
{
    if (m_filling)
        return;
    run(m_navigator.session().write(
        [how = m_how, entity = m_entity, id = item->data(IdRole).toLongLong(), done = !isOpen(*item)](Repository &r) {
            Document document = r.load(entity, id);
            document.set(how.done, done);
            return r.save(document).change;
        }));
}

/// What comes of a change that the list shows already.
void TickList::run(const QFuture<qint64> &saving)
{
    ++m_underWay;
    const auto over = [this] {
        --m_underWay;
        load();
    };
    await(
        this, saving, [over](qint64) { over(); },
        [this, over](const Error &e) {
            m_navigator.showError(e);
            over(); // the list shows what is stored
        });
}

void TickList::moveCurrent(int by)
{
    const int from = m_list->currentRow(), to = from + by;
    if (!m_isOrdered || from < 0 || to < 0 || to >= m_list->count() || !isOpen(*m_list->item(from)) ||
        !isOpen(*m_list->item(to)))
        return;
    m_list->model()->moveRow({}, from, {}, by > 0 ? to + 1 : to);
    m_list->scrollToItem(m_list->currentItem());
}

/// From the end, so that what is new, which has the place 0, stands behind what has been put in order.
void TickList::keepOrder()
{
    if (m_filling)
        return;
    m_filling = true; // no ticks
    QHash<Id, qint64> places;
    const QListWidgetItem *next = nullptr;
    for (int row = m_list->count() - 1; row >= 0; --row) {
        QListWidgetItem *item = m_list->item(row);
        if (!isOpen(*item))
            continue;
        if (next && !standsBefore(*item, *next)) {
            const qint64 place = next->data(PlaceRole).toLongLong() - 1;
            item->setData(PlaceRole, place);
            item->setData(RankRole, -1);
            places.insert(item->data(IdRole).toLongLong(), place);
        }
        next = item;
    }
    m_filling = false;
    if (places.isEmpty())
        return load(); // among what is done nothing is in another order
    run(m_navigator.session().write([field = m_how.place, entity = m_entity, places](Repository &r) {
        QList<Document> documents = r.loadMany(entity, places.keys());
        for (Document &document : documents)
            document.set(field, places.value(document.id()));
        return r.saveMany(documents).batch;
    }));
}

void TickList::removeCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const QString title = item->toolTip();
    removeRecords(m_navigator, this, m_entity,
                  {{item->data(IdRole).toLongLong(), item->data(VersionRole).toLongLong()}},
                  [this, title](const BatchResult &result) {
                      load();
                      m_navigator.toast(tr("Deleted: %1").arg(title), [navigator = &m_navigator, batch = result.batch] {
                          undoBatch(*navigator, batch);
                      });
                  });
}

bool TickList::keyInList(const QKeyEvent &key)
{
    const bool isUp = key.key() == Qt::Key_Up;
    if ((isUp || key.key() == Qt::Key_Down) && key.modifiers().testFlag(Qt::AltModifier))
        moveCurrent(isUp ? -1 : 1);
    else if (isUp && m_list->currentRow() <= 0 && m_line->isVisible())
        m_line->setFocus(Qt::OtherFocusReason);
    else if (key.key() == Qt::Key_Delete)
        removeCurrent();
    else
        return false;
    return true;
}

bool TickList::eventFilter(QObject *watched, QEvent *event)
{
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event)->key() : 0;
    if (watched == m_line && key == Qt::Key_Down && m_list->count() > 0) {
        m_list->setCurrentRow(qMax(0, m_list->currentRow()));
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (watched == m_list && key != 0 && keyInList(*static_cast<QKeyEvent *>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

} // namespace crm
