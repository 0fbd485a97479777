#include "ui/records/list_commands.h"
#include "core/exchange/csv_writer.h"
#include "core/model/mentions.h"
#include "core/store/merge.h"
#include "ui/admin/who_sees_dialog.h"
#include "ui/records/cell_text.h"
#include "ui/records/duplicates_page.h"
#include "ui/records/merge_records.h"
#include "ui/records/record_table.h"
#include "ui/records/undo_records.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/icons.h"
#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDrag>
#include <QMenu>
#include <QMimeData>
#include <numeric>

namespace crm {
namespace {
constexpr int AskFrom = 10;         // so many rows are deleted only after a question
constexpr int CopyAtMost = 100'000; // what a clipboard takes well
constexpr int DragAtMost = 5'000;   // what is at hand anyway, mostly
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
    connect(table, &RecordTable::dragRequested, this, &ListCommands::dragSelected);
    connect(table, &RecordTable::changeRequested, this, &ListCommands::changeSelected);
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
    if (m_model->columnCount() == 0)
        return false; // it has not asked for anything yet
    const Policy policy = m_model->session().actor().policy;
    return policy.may(m_model->entity(), Verb::Delete) && (!m_model->entity().isAdminOnly() || policy.isAdmin());
}

/// Of all that is selected, wherever it lies; also what is folded away or has come meanwhile, if all is.
QFuture<QList<Row>> ListCommands::chosenRows() const
{
    return m_table->isAllSelected() ? m_model->allRows() : m_model->rowsOf(chosenRanges());
}

qint64 ListCommands::chosenCount() const
{
    if (m_table->isAllSelected())
        return m_model->recordCount();
    qint64 count = 0;
    for (const auto &[from, to] : chosenRanges())
        count += to - from + 1;
    return count;
}

void ListCommands::removeSelected()
{
    if (chosenCount() == 0 || !mayRemove())
        return;
    await(
        this, chosenRows(),
        [this](const QList<Row> &rows) {
            if (rows.size() >= AskFrom)
                return askToRemove(rows);
            QList<SeenRecord> records;
            for (const Row &row : rows)
                records.append({row.id, row.version});
            remove(records, rows.size() == 1 ? titleOf(rows.first()) : QString());
        },
        [this](const Error &e) { m_navigator.showError(e); });
}

/// With the numbers of what will happen: some of them may not be the person's to delete.
void ListCommands::askToRemove(const QList<Row> &rows)
{
    IdList ids;
    for (const Row &row : rows)
        ids << row.id;
    const auto count = [entity = m_model->entity().key(), ids](Repository &r) {
        return planBatch(r, entity, ids, Verb::Delete);
    };
    const auto ask = [this, rows](const BatchPlan &plan) {
        QString text = tr("%1: they go to the trash with what hangs on them and can be restored.")
                           .arg(m_model->entity().many().text());
        if (plan.notAllowed > 0)
            text += u' ' + tr("%n more may not be deleted by you and stays.", nullptr, int(plan.notAllowed));
        const int n = int(plan.ids.size());
        if (n == 0)
            return m_navigator.toast(tr("None of these records may be deleted by you."));
        if (Prompts::ask(m_widget, {tr("Delete %n records?", nullptr, n), text, tr("Delete"), {}, true}) !=
            Prompts::Yes)
            return;
        const QSet<Id> allowed(plan.ids.cbegin(), plan.ids.cend());
        QList<SeenRecord> records;
        for (const Row &row : rows) {
            if (allowed.contains(row.id))
                records.append({row.id, row.version});
        }
        remove(records, {});
    };
    await(this, m_model->session().read(count), ask, [this](const Error &e) { m_navigator.showError(e); });
}

// Changing ------------------------------------------------------------------------------------------------------

bool ListCommands::mayChange() const
{
    if (m_model->columnCount() == 0)
        return false; // it has not asked for anything yet
    const Policy policy = m_model->session().actor().policy;
    return policy.may(m_model->entity(), Verb::Update) && (!m_model->entity().isAdminOnly() || policy.isAdmin());
}

void ListCommands::changeSelected()
{
    if (chosenCount() == 0 || !mayChange())
        return;
    const auto open = [this](const BatchDialog::FindIds &find) {
        auto *dialog = new BatchDialog(m_navigator, m_model->entity().key(), find, m_widget);
        connect(dialog, &BatchDialog::changed, m_model, [this] { m_model->refresh(); });
        dialog->open();
        Q_EMIT batchOpened(dialog);
    };
    if (m_table->isAllSelected()) {
        Query query = m_model->query();
        return open([query](Repository &r, const Progress &goOn) { return idsOfList(r, query, goOn); });
    }
    await(
        this, m_model->rowsOf(chosenRanges()),
        [open](const QList<Row> &rows) {
            IdList ids;
            for (const Row &row : rows)
                ids << row.id;
            open([ids](Repository &, const Progress &) { return ids; });
        },
        [this](const Error &e) { m_navigator.showError(e); });
}

/// Empty if the list does not show it.
QString ListCommands::titleOf(const Row &row) const
{
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (m_model->pathAt(column) == m_model->entity().titleField())
            return withoutMentionLinks(row.values.value(column).toString());
    }
    return {};
}

void ListCommands::remove(const QList<SeenRecord> &records, const QString &title)
{
    if (records.isEmpty())
        return;
    removeCounted(m_navigator, m_widget, m_model->entity().key(), records,
                  [this, title, navigator = &m_navigator, model = QPointer<ListModel>(m_model)](const Removed &result) {
                      m_model->refresh();
                      QString text =
                          result.done == 1
                              ? tr("%1 deleted").arg(title.isEmpty() ? m_model->entity().one().text() : title)
                              : tr("%n records deleted", nullptr, int(result.done));
                      if (const QString rest = result.rest(); !rest.isEmpty())
                          text = QStringLiteral("%1. %2").arg(text, rest);
                      // The page may be closed by then; the toast is the window's.
                      navigator->toast(text, [navigator, model, batch = result.batch] {
                          undoBatch(*navigator, batch, [model](const UndoResult &) {
                              if (model)
                                  model->refresh();
                          });
                      });
                  });
}

// Merging -------------------------------------------------------------------------------------------------------

bool ListCommands::mayMergeSelected() const
{
    const qint64 count = chosenCount();
    return count > 1 && count <= mostMerged + 1 && mayMerge(m_model->session().actor(), m_model->entity());
}

void ListCommands::mergeSelected()
{
    if (!mayMergeSelected())
        return;
    await(
        this, chosenRows(),
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

QString ListCommands::cell(const Row &row, int column) const
{
    const Field *field = m_model->fieldAt(column);
    return field ? fullText(*field, row.values.value(column), row.titles.value(column), row.currency, QLocale())
                 : QString();
}

QList<int> ListCommands::allColumns() const
{
    QList<int> columns(m_model->columnCount());
    std::iota(columns.begin(), columns.end(), 0);
    return columns;
}

QStringList ListCommands::headings(const QList<int> &columns) const
{
    QStringList cells;
    for (const int column : columns)
        cells << m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    return cells;
}

QString ListCommands::tabbed(const QList<Row> &rows, const QList<int> &columns) const
{
    const auto line = [](QStringList cells) {
        for (QString &cell : cells)
            cell.replace(u'\t', u' ').replace(u'\n', u' ');
        return cells.join(u'\t') + u'\n';
    };
    QString text = line(headings(columns));
    for (const Row &row : rows) {
        QStringList cells;
        for (const int column : columns)
            cells << cell(row, column);
        text += line(cells);
    }
    return text;
}

QByteArray ListCommands::commaSeparated(const QList<Row> &rows, const QList<int> &columns) const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    CsvWriter out(buffer);
    out.row(headings(columns));
    for (const Row &row : rows) {
        QStringList cells;
        for (const int column : columns) {
            const Field *field = m_model->fieldAt(column);
            const QString text = cell(row, column);
            cells << (field && isTextKind(field->kind()) ? spreadsheetSafe(text) : text);
        }
        out.row(cells);
    }
    out.finish();
    return bytes;
}

QString ListCommands::table(const QList<Row> &rows, const QList<int> &columns) const
{
    QString html = QStringLiteral("<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\"><tr>");
    const QStringList heads = headings(columns);
    for (const QString &head : heads)
        html += QStringLiteral("<th>%1</th>").arg(head.toHtmlEscaped());
    html += QStringLiteral("</tr>");
    for (const Row &row : rows) {
        html += QStringLiteral("<tr>");
        for (const int column : columns) {
            const Field *field = m_model->fieldAt(column);
            const bool right = field && cellAlignment(*field).testFlag(Qt::AlignRight);
            html += QStringLiteral("<td align=\"%1\">%2</td>")
                        .arg(right ? QStringLiteral("right") : QStringLiteral("left"),
                             cell(row, column).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
        }
        html += QStringLiteral("</tr>");
    }
    return html + QStringLiteral("</table>");
}

QString ListCommands::asText(const QList<Row> &rows) const { return tabbed(rows, allColumns()); }
QString ListCommands::asHtml(const QList<Row> &rows) const { return table(rows, allColumns()); }

QMimeData *ListCommands::dataOf(const QList<Row> &rows, const QList<int> &columns) const
{
    auto *data = new QMimeData;
    data->setText(tabbed(rows, columns));
    data->setHtml(table(rows, columns));
    data->setData(QStringLiteral("text/csv"), commaSeparated(rows, columns));
    return data;
}

QMimeData *ListCommands::dragData() const
{
    if (chosenCount() > DragAtMost)
        return nullptr;
    const QFuture<QList<Row>> rows = m_model->rowsOf(chosenRanges());
    return rows.isFinished() ? dataOf(rows.result(), allColumns()) : nullptr;
}

void ListCommands::dragSelected()
{
    QMimeData *data = dragData();
    if (!data)
        return m_navigator.toast(tr("These are too many rows to drag. Copy them instead (Ctrl+C)."));
    auto *drag = new QDrag(m_table);
    drag->setMimeData(data);
    drag->exec(Qt::CopyAction);
}

/// @param column -1: all of them @param wanted how many rows were meant
void ListCommands::copyRows(const QFuture<QList<Row>> &rows, int column, qint64 wanted)
{
    await(
        this, rows,
        [this, column, wanted](const QList<Row> &found) {
            const QList<int> columns = column < 0 ? allColumns() : QList<int>{column};
            QApplication::clipboard()->setMimeData(dataOf(found, columns));
            const QString copied = tr("%n rows copied", nullptr, int(found.size()));
            m_navigator.toast(
                found.size() < CopyAtMost || wanted <= CopyAtMost
                    ? copied
                    : tr("%1: a clipboard takes no more. Export the list to have all of it.").arg(copied));
        },
        [this](const Error &e) { m_navigator.showError(e); });
}

void ListCommands::copySelected()
{
    if (m_table->isAllSelected())
        return copyAll();
    const qint64 wanted = chosenCount();
    auto ranges = chosenRanges();
    int left = CopyAtMost;
    for (auto &[from, to] : ranges) {
        to = qMin(to, from + left - 1);
        left -= to - from + 1;
    }
    copyRows(m_model->rowsOf(ranges), -1, wanted);
}

void ListCommands::copyAll() { copyRows(m_model->allRows(CopyAtMost), -1, m_model->recordCount()); }

void ListCommands::copyColumn()
{
    const int column = m_table->currentIndex().column();
    if (column < 0)
        return;
    const bool all = m_table->isAllSelected() || chosenCount() <= 1;
    copyRows(all ? m_model->allRows(CopyAtMost) : m_model->rowsOf(chosenRanges()), column,
             all ? m_model->recordCount() : chosenCount());
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
    if (field->kind() == Kind::Choices)
        return Filter::where(path, Op::Equal, choiceKeys(value).constFirst());
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
    menu.addAction(tr("Copy the column"), this, &ListCommands::copyColumn);
    menu.addAction(tr("Copy all rows"), this, &ListCommands::copyAll);
    menu.addAction(tr("Select all\tCtrl+A"), m_table, &RecordTable::selectAll);
    if (m_model->session().actor().policy.isAdmin())
        menu.addAction(icon(QStringLiteral("eye")), tr("Who can see this..."), this,
                       [this, id = m_model->idAt(index.row())] {
                           if (id)
                               askWhoSees(m_navigator, m_model->entity().key(), id, {});
                       });
    Q_EMIT menuShown(&menu);
    menu.addSeparator();
    menu.addAction(icon(QStringLiteral("edit")), tr("Change one field of these records...\tCtrl+Shift+E"), this,
                   &ListCommands::changeSelected)
        ->setEnabled(mayChange());
    addMergeActions(&menu);
    menu.addAction(icon(QStringLiteral("trash")), tr("Delete\tDel"), this, &ListCommands::removeSelected)
        ->setEnabled(mayRemove());
    menu.exec(m_table->viewport()->mapToGlobal(at));
}

} // namespace crm
