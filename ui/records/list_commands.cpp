#include "ui/records/list_commands.h"
#include "core/store/merge.h"
#include "ui/records/cell_text.h"
#include "ui/records/duplicates_page.h"
#include "ui/records/merge_records.h"
#include "ui/records/record_table.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/icons.h"
#include <QApplication>
#include <QClipboard>
#include <QMenu>

namespace crm {
namespace {
constexpr int AskFrom = 10;         // so many rows are deleted only after a question
constexpr int CopyAtMost = 100'000; // what a clipboard takes well
} // namespace

ListCommands::ListCommands(Navigator &navigator, ListModel *model, RecordTable *table, QWidget *parent)
    : QObject(parent)
    , m_navigator(navigator)
    , m_model(model)
    , m_table(table)
    , m_widget(parent)
{
    connect(table, &RecordTable::openRequested, this,
            [this](Id id) { m_navigator.openRecord(m_model->entity().key(), id); });
    connect(table, &RecordTable::removeRequested, this, &ListCommands::removeSelected);
    connect(table, &RecordTable::copyRequested, this, [this](bool cell) { cell ? copyCell() : copySelected(); });
    connect(table, &QWidget::customContextMenuRequested, this, &ListCommands::showMenu);
}

QList<QPair<int, int>> ListCommands::chosenRanges() const
{
    const auto ranges = m_table->selectedRanges();
    if (!ranges.isEmpty())
        return ranges;
    const int row = m_table->currentIndex().row();
    return row >= 0 ? QList<QPair<int, int>>{{row, row}} : ranges;
}

void ListCommands::openSelected()
{
    int opened = 0;
    for (const auto &[from, to] : chosenRanges()) {
        for (int row = from; row <= to && opened < 10; ++row) {
            if (const Id id = m_model->idAt(row)) {
                m_navigator.openRecord(m_model->entity().key(), id);
                ++opened;
            }
        }
    }
}

// Deleting ------------------------------------------------------------------------------------------------------

bool ListCommands::mayRemove() const
{
    const Policy policy = m_model->session().actor().policy;
    return policy.may(m_model->entity(), Verb::Delete) && (!m_model->entity().isAdminOnly() || policy.isAdmin());
}

void ListCommands::removeSelected()
{
    const auto ranges = chosenRanges();
    if (ranges.isEmpty() || !mayRemove())
        return;
    qint64 count = 0;
    for (const auto &[from, to] : ranges)
        count += to - from + 1;
    if (count >= AskFrom) {
        const Prompts::Question question{tr("Delete %n records?", nullptr, int(count)),
                                         tr("%1: they go to the trash with what hangs on them and can be restored.")
                                             .arg(m_model->entity().many().text()),
                                         tr("Delete"),
                                         {},
                                         true};
        if (Prompts::ask(m_widget, question) != Prompts::Yes)
            return;
    }
    await(
        this, m_model->rowsOf(ranges),
        [this](const QList<Row> &rows) {
            QList<SeenRecord> records;
            for (const Row &row : rows)
                records.append({row.id, row.version});
            remove(records, rows.size() == 1 ? titleOf(rows.first()) : QString());
        },
        [this](const Error &e) { m_navigator.showError(e); });
}

/// Empty if the list does not show it.
QString ListCommands::titleOf(const Row &row) const
{
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (m_model->pathAt(column) == m_model->entity().titleField())
            return row.values.value(column).toString();
    }
    return {};
}

void ListCommands::remove(const QList<SeenRecord> &records, const QString &title)
{
    if (records.isEmpty())
        return;
    removeRecords(
        m_navigator, m_widget, m_model->entity().key(), records,
        [this, title, navigator = &m_navigator, model = QPointer<ListModel>(m_model)](const BatchResult &result) {
            m_model->refresh();
            const QString text = result.done == 1
                                     ? tr("%1 deleted").arg(title.isEmpty() ? m_model->entity().one().text() : title)
                                     : tr("%n records deleted", nullptr, int(result.done));
            navigator->toast(text, [navigator, model, batch = result.batch] {
                // The page may be closed by then; the toast is the window's.
                Session *session = &navigator->session();
                await(
                    session, session->write([batch](Repository &r) { return r.undoBatch(batch); }),
                    [model](qint64) {
                        if (model)
                            model->refresh();
                    },
                    [navigator](const Error &e) { navigator->showError(e); });
            });
        });
}

// Merging -------------------------------------------------------------------------------------------------------

bool ListCommands::mayMergeSelected() const
{
    qint64 count = 0;
    const auto ranges = m_table->selectedRanges();
    for (const auto &[from, to] : ranges)
        count += to - from + 1;
    return count > 1 && count <= mostMerged + 1 && mayMerge(m_model->session().actor(), m_model->entity());
}

void ListCommands::mergeSelected()
{
    if (!mayMergeSelected())
        return;
    await(
        this, m_model->rowsOf(m_table->selectedRanges()),
        [this](const QList<Row> &rows) {
            IdList ids;
            for (const Row &row : rows)
                ids << row.id;
            mergeRecords(m_navigator, m_widget, m_model->entity().key(), ids, [this] { m_model->refresh(); });
        },
        [this](const Error &e) { m_navigator.showError(e); });
}

void ListCommands::addMergeActions(QMenu *menu)
{
    if (!mayMerge(m_model->session().actor(), m_model->entity()))
        return;
    menu->addAction(icon(QStringLiteral("merge")), tr("Merge..."), this, &ListCommands::mergeSelected)
        ->setEnabled(mayMergeSelected());
    if (DuplicatesView::isOffered(m_model->entity(), m_model->session().actor()))
        menu->addAction(tr("Find duplicates"), this,
                        [this] { m_navigator.openKey(QStringLiteral("duplicates/") + m_model->entity().key()); });
    menu->addSeparator();
}

// Copying -------------------------------------------------------------------------------------------------------

QString ListCommands::asText(const QList<Row> &rows) const
{
    const auto clean = [](QString text) { return text.replace(u'\t', u' ').replace(u'\n', u' '); };
    QString text;
    for (int column = 0; column < m_model->columnCount(); ++column)
        text += (column ? QStringLiteral("\t") : QString()) +
                clean(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    text += u'\n';
    for (const Row &row : rows) {
        for (int column = 0; column < m_model->columnCount(); ++column) {
            const Field *field = m_model->fieldAt(column);
            if (column)
                text += u'\t';
            if (field)
                text += clean(
                    fullText(*field, row.values.value(column), row.titles.value(column), row.currency, QLocale()));
        }
        text += u'\n';
    }
    return text;
}

void ListCommands::copySelected()
{
    auto ranges = chosenRanges();
    int left = CopyAtMost;
    for (auto &[from, to] : ranges) {
        to = qMin(to, from + left - 1);
        left -= to - from + 1;
    }
    await(
        this, m_model->rowsOf(ranges),
        [this](const QList<Row> &rows) {
            QApplication::clipboard()->setText(asText(rows));
            m_navigator.toast(tr("%n rows copied", nullptr, int(rows.size())));
        },
        [this](const Error &e) { m_navigator.showError(e); });
}

void ListCommands::copyCell()
{
    QApplication::clipboard()->setText(m_table->currentIndex().data(Qt::AccessibleTextRole).toString());
}

// The menu ------------------------------------------------------------------------------------------------------

std::optional<Filter> ListCommands::filterByCell(const QModelIndex &index) const
{
    const Field *field = index.isValid() ? m_model->fieldAt(index.column()) : nullptr;
    if (!field || field->kind() == Kind::Memo || field->kind() == Kind::File)
        return {};
    const QString path = m_model->pathAt(index.column());
    const QVariant value = index.data(ListModel::ValueRole);
    if (isEmptyValue(value))
        return Filter::where(path, Op::IsEmpty);
    if (isListKind(field->kind()))
        return Filter::where(path, Op::Equal, value.value<IdList>().constFirst());
    if (field->kind() == Kind::Moment) {
        const QDate day = value.toDateTime().toLocalTime().date();
        return Filter::all({Filter::where(path, Op::GreaterOrEqual, QDateTime(day, QTime(0, 0)).toUTC()),
                            Filter::where(path, Op::LessOrEqual, QDateTime(day, QTime(23, 59, 59, 999)).toUTC())});
    }
    return Filter::where(path, Op::Equal, value);
}

void ListCommands::addOpenActions(QMenu *menu)
{
    menu->addAction(icon(QStringLiteral("external")), tr("Open\tEnter"), this, &ListCommands::openSelected);
    menu->addAction(icon(QStringLiteral("view")), tr("Preview\tSpace"), m_table, &RecordTable::previewRequested);
}

void ListCommands::addCellActions(QMenu *menu, const QModelIndex &index)
{
    QAction *edit = menu->addAction(icon(QStringLiteral("edit")), tr("Edit the cell\tF2"), m_table,
                                    [this, index = QPersistentModelIndex(index)] { m_table->edit(index); });
    edit->setEnabled(index.flags().testFlag(Qt::ItemIsEditable));
    if (const auto part = filterByCell(index))
        menu->addAction(icon(QStringLiteral("filter")), tr("Filter by this value"), this,
                        [this, part] { Q_EMIT filterRequested(*part); });
}

void ListCommands::showMenu(const QPoint &at)
{
    // By the menu key there is no place: the current row is meant.
    QModelIndex index = m_table->indexAt(at);
    if (!index.isValid())
        index = m_table->currentIndex();
    if (!index.isValid())
        return;
    QMenu menu(m_table);
    addOpenActions(&menu);
    menu.addSeparator();
    addCellActions(&menu, index);
    menu.addSeparator();
    menu.addAction(icon(QStringLiteral("copy")), tr("Copy rows\tCtrl+C"), this, &ListCommands::copySelected);
    menu.addAction(tr("Copy the cell\tCtrl+Shift+C"), this, &ListCommands::copyCell);
    menu.addAction(tr("Select all\tCtrl+A"), m_table, &RecordTable::selectAll);
    menu.addSeparator();
    addMergeActions(&menu);
    menu.addAction(icon(QStringLiteral("trash")), tr("Delete\tDel"), this, &ListCommands::removeSelected)
        ->setEnabled(mayRemove());
    menu.exec(m_table->viewport()->mapToGlobal(at));
}

} // namespace crm
