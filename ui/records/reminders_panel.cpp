#include "ui/records/reminders_panel.h"
#include "ui/records/quick_moments.h"
#include "ui/records/remove_records.h"
#include "ui/records/undo_records.h"
#include "ui/shell/navigator.h"
#include "ui/style/icons.h"
#include "ui/style/widgets.h"
#include <QKeyEvent>
#include <QListWidget>
#include <QMenu>
#include <QVBoxLayout>

namespace crm {

namespace {
enum Role { IdRole = Qt::UserRole, VersionRole };
constexpr int mostShown = 100;
} // namespace

RemindersPanel::RemindersPanel(Navigator &navigator, const RemindAbout &about, QWidget *parent)
    : QWidget(parent)
    , m_navigator(navigator)
    , m_how(reminding())
    , m_catalog(navigator.session().catalog())
    , m_about(about)
    , m_list(new QListWidget(this))
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(space::m, space::m, space::m, space::m);
    box->setSpacing(space::s);
    m_hint = makeLabel(tr("You have no reminder of this. One that you make is seen by you alone."), TextRole::Body,
                       this, true);
    m_hint->setWordWrap(true);
    box->addWidget(m_hint);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false); // stands on the column, as comments do
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setAccessibleName(m_catalog->at(m_how.entity).many().text());
    m_list->setWordWrap(true);
    m_list->installEventFilter(this);
    box->addWidget(m_list, 1);
    m_add = makeButton(tr("Remind me..."), QStringLiteral("bell"), ButtonRole::Normal, this);
    m_add->setVisible(mayRemind(navigator.session()));
    box->addWidget(m_add, 0, Qt::AlignRight);
    connect(m_add, &QPushButton::clicked, this, [this] { remindMe(m_navigator, m_about); });
    connect(m_list, &QListWidget::itemChanged, this, &RemindersPanel::setDone);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        m_navigator.openRecord(m_how.entity, item->data(IdRole).toLongLong());
    });
    connect(m_list, &QWidget::customContextMenuRequested, this, &RemindersPanel::showMenu);
    connect(&navigator.session(), &Session::changed, this, [this](const QList<Change> &changes) {
        for (const Change &change : changes) {
            if (change.entity == m_how.entity)
                return load();
        }
    });
}

int RemindersPanel::count() const { return m_list->count(); }

int RemindersPanel::openCount() const
{
    int open = 0;
    for (int row = 0; row < m_list->count(); ++row)
        open += m_list->item(row)->checkState() == Qt::Checked ? 0 : 1;
    return open;
}

void RemindersPanel::load()
{
    Query query(m_how.entity);
    query.filter = Filter::all({Filter::where(QStringLiteral("parent_entity"), Op::Equal, m_about.entity),
                                Filter::where(QStringLiteral("parent_id"), Op::Equal, m_about.id)});
    query.columns = {m_how.what, m_how.when, m_how.done};
    query.sort = {{m_how.done, false}, {m_how.when, false}};
    PageAt at;
    at.limit = mostShown;
    m_request.ask(
        this, m_navigator.session().page(query, at),
        [this](const Page &page) {
            fill(page);
            Q_EMIT loaded();
        },
        [this](const Error &e) {
            m_navigator.showError(e);
            Q_EMIT loaded();
        });
}

void RemindersPanel::fill(const Page &page)
{
    m_filling = true;
    const int current = m_list->currentRow();
    m_list->clear();
    const QLocale locale = m_navigator.format().locale;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const Row &row : page.rows) {
        const QDateTime when = row.values.value(1).toDateTime();
        const bool done = row.values.value(2).toBool();
        auto *item = new QListWidgetItem(
            QStringLiteral("%1\n%2").arg(row.values.value(0).toString(), nearMoment(when, locale)), m_list);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(done ? Qt::Checked : Qt::Unchecked);
        item->setData(IdRole, row.id);
        item->setData(VersionRole, row.version);
        if (done)
            item->setForeground(colors().muted);
        else if (when <= now)
            item->setForeground(colors().danger);
        item->setToolTip(done          ? tr("Done", "a reminder")
                         : when <= now ? tr("Due", "a reminder")
                                       : tr("To come", "a reminder"));
    }
    if (current >= 0 && m_list->count() > 0)
        m_list->setCurrentRow(qMin(current, m_list->count() - 1));
    m_hint->setVisible(m_list->count() == 0);
    m_filling = false;
}

template<class T> void RemindersPanel::store(const QFuture<T> &saving)
{
    const auto over = [this] { load(); };
    const auto failed = [this](const Error &e) {
        m_navigator.showError(e);
        load(); // the list shows what is stored
    };
    if constexpr (std::is_void_v<T>)
        m_saving.ask(this, saving, over, failed);
    else
        m_saving.ask(
            this, saving, [over](const T &) { over(); }, failed);
}

void RemindersPanel::setDone(const QListWidgetItem *item)
{
    if (m_filling)
        return;
    const bool done = item->checkState() == Qt::Checked;
    store(m_navigator.session().write([how = m_how, id = item->data(IdRole).toLongLong(), done](Repository &r) {
        Document reminder = r.load(how.entity, id);
        reminder.set(how.done, done);
        r.save(reminder);
    }));
}

void RemindersPanel::snooze(Id id, const QDateTime &until)
{
    store(m_navigator.session().write([how = m_how, id, until](Repository &r) {
        return r.runAction(how.entity, id, how.snooze, {{how.until, until.toUTC()}});
    }));
}

void RemindersPanel::removeChosen()
{
    QList<SeenRecord> records;
    for (const QListWidgetItem *item : m_list->selectedItems())
        records.append({item->data(IdRole).toLongLong(), item->data(VersionRole).toLongLong()});
    if (records.isEmpty())
        return;
    removeRecords(m_navigator, this, m_how.entity, records, [this](const BatchResult &result) {
        load();
        m_navigator.toast(tr("%n reminder(s) deleted", nullptr, int(result.done)),
                          [navigator = &m_navigator, batch = result.batch] { undoBatch(*navigator, batch); });
    });
}

void RemindersPanel::showMenu(const QPoint &at)
{
    const QListWidgetItem *item = m_list->itemAt(at) ? m_list->itemAt(at) : m_list->currentItem();
    if (!item)
        return;
    const Id id = item->data(IdRole).toLongLong();
    QMenu menu(this);
    menu.addAction(icon(QStringLiteral("external")), tr("Open\tEnter"), this,
                   [this, id] { m_navigator.openRecord(m_how.entity, id); });
    QMenu *later = menu.addMenu(icon(QStringLiteral("clock")), tr("Remind me later"));
    const QList<QuickMoment> moments = snoozeMoments(QDateTime::currentDateTime());
    for (const QuickMoment &moment : moments)
        later->addAction(moment.text, this, [this, id, until = moment.at] { snooze(id, until); });
    menu.addAction(icon(QStringLiteral("trash")), tr("Delete\tDel"), this, &RemindersPanel::removeChosen);
    menu.exec(m_list->viewport()->mapToGlobal(at));
}

bool RemindersPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        removeChosen();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace crm
