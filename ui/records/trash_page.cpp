#include "ui/records/trash_page.h"
#include "core/model/mentions.h"
#include "core/store/batch_size.h"
#include "core/store/session.h"
#include "ui/records/pages.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/widgets.h"
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace crm {

namespace {
constexpr int perEntity = 1000; ///< the newest; older ones are reached by restoring or purging these
} // namespace

TabPage *makeTrashPage(Navigator &navigator) { return new TrashPage(navigator); }

TrashPage::TrashPage(Navigator &navigator, QWidget *parent)
    : TabPage(navigator, parent)
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(16, 12, 16, 16);
    auto *bar = new QHBoxLayout;
    m_restore = makeButton(tr("Restore"), QStringLiteral("undo"), ButtonRole::Primary, this);
    m_purge = makeButton(tr("Delete for good"), QStringLiteral("trash"), ButtonRole::Danger, this);
    m_purge->setVisible(navigator.session().actor().policy.isAdmin());
    bar->addWidget(m_restore);
    bar->addWidget(m_purge);
    bar->addStretch(1);
    m_banner = new Banner(this);
    m_table = new QTableWidget(0, 3, this);
    m_table->setHorizontalHeaderLabels({tr("What"), tr("Name"), tr("Deleted")});
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter); // as the texts below
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAccessibleName(tr("Trash"));
    m_empty =
        new EmptyState(QStringLiteral("trash"), tr("The trash is empty"),
                       tr("What you delete comes here and can be restored with everything that hangs on it."), this);
    box->addLayout(bar);
    box->addWidget(m_banner);
    box->addWidget(m_table, 1);
    box->addWidget(m_empty, 1);
    m_empty->hide();
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &TrashPage::refreshButtons);
    connect(m_restore, &QPushButton::clicked, this, &TrashPage::restoreChosen);
    connect(m_purge, &QPushButton::clicked, this, &TrashPage::purgeChosen);
    refreshButtons();
}

void TrashPage::activated() { load(); }

void TrashPage::load()
{
    const auto catalog = navigator().session().catalog();
    m_request.ask(
        this, navigator().session().read([catalog](Repository &repository) {
            Found found;
            QList<Item> &items = found.items;
            for (const Entity *e : catalog->entities()) {
                if (e->isLine() || !repository.actor().policy.may(*e, Verb::Delete))
                    continue;
                Query query(e->key());
                query.trashed = true;
                query.columns = QStringList{QStringLiteral("changed_at"), e->titleField()};
                query.sort = {{QStringLiteral("changed_at"), true}};
                PageAt at;
                at.limit = perEntity;
                const Page page = repository.page(query, at);
                found.areMore = found.areMore || !page.atEnd;
                for (const Row &row : page.rows)
                    items << Item{e->key(), e->one().text(), withoutMentionLinks(row.values.value(1).toString()),
                                  row.id, row.values.value(0).toDateTime()};
            }
            std::sort(items.begin(), items.end(),
                      [](const Item &a, const Item &b) { return a.deletedAt > b.deletedAt; });
            return found;
        }),
        [this](const Found &found) { fill(found); },
        [this](const Error &e) { m_banner->show(Banner::Danger, e.sentence()); });
}

void TrashPage::fill(const Found &found)
{
    const QList<Item> &items = found.items;
    m_items = items;
    m_table->clearSelection(); // the rows are others now
    m_table->setRowCount(int(items.size()));
    const QLocale locale = navigator().format().locale;
    for (int row = 0; row < items.size(); ++row) {
        const Item &item = items[row];
        m_table->setItem(row, 0, new QTableWidgetItem(item.kind));
        m_table->setItem(row, 1, new QTableWidgetItem(item.title));
        m_table->setItem(row, 2,
                         new QTableWidgetItem(locale.toString(item.deletedAt.toLocalTime(), QLocale::ShortFormat)));
    }
    m_table->resizeColumnToContents(0);
    m_table->resizeColumnToContents(2);
    const bool focused = isAncestorOf(window()->focusWidget());
    m_empty->setVisible(items.isEmpty());
    if (items.isEmpty() && focused) // else it would go to the bar above
        m_empty->setFocus(Qt::OtherFocusReason);
    m_table->setVisible(!items.isEmpty());
    if (!items.isEmpty() && focused)
        m_table->setFocus(Qt::OtherFocusReason);
    setStatusText(found.areMore ? tr("The newest %n record(s) of the trash; there are more", nullptr, int(items.size()))
                                : tr("%n record(s) in the trash", nullptr, int(items.size())));
    refreshButtons();
    if (!std::exchange(m_settled, true))
        Q_EMIT settled();
}

QHash<QString, IdList> TrashPage::chosen() const
{
    QHash<QString, IdList> out;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : rows)
        out[m_items[index.row()].entity] << m_items[index.row()].id;
    return out;
}

void TrashPage::refreshButtons()
{
    const bool any = m_table->selectionModel() && m_table->selectionModel()->hasSelection();
    m_restore->setEnabled(any);
    m_purge->setEnabled(any);
}

void TrashPage::restoreChosen()
{
    await(
        this, navigator().session().write([what = chosen()](Repository &r) {
            qint64 done = 0;
            for (auto it = what.cbegin(); it != what.cend(); ++it) {
                const qint64 since = r.head();
                const BatchResult result = r.restore(it.key(), it.value());
                done += std::max(result.done, recordsOfBatch(r, result.batch, since)); // with what hangs on them
            }
            return done;
        }),
        [this](qint64 done) {
            navigator().toast(tr("%n record(s) restored", nullptr, int(done)));
            load();
        },
        [this](const Error &e) { m_banner->show(Banner::Danger, e.sentence()); });
}

void TrashPage::purgeChosen()
{
    Prompts::Question question;
    const int count = int(m_table->selectionModel()->selectedRows().size());
    question.title = tr("Delete %n record(s) for good?", nullptr, count);
    question.text = tr("They and everything that hangs on them cannot be brought back.");
    question.yes = tr("Delete for good");
    question.destructive = true;
    if (Prompts::ask(this, question) != Prompts::Yes)
        return;
    await(
        this, navigator().session().write([what = chosen()](Repository &r) {
            for (auto it = what.cbegin(); it != what.cend(); ++it)
                r.purge(it.key(), it.value());
        }),
        [this] { load(); }, [this](const Error &e) { m_banner->show(Banner::Danger, e.sentence()); });
}

} // namespace crm
