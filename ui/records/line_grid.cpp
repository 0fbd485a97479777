#include "ui/records/line_grid.h"
#include "ui/records/cell_text.h"
#include "ui/records/line_delegate.h"
#include "ui/shell/navigator.h"
#include "ui/style/widgets.h"
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace crm {

namespace {
constexpr int shortText = 90; ///< pixels in which a text can still be told from others
}

LineGrid::LineGrid(Navigator &navigator, OpenDocument &document, const QString &table, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new LineModel(navigator.session(), document, table, this))
    , m_view(new QTableView(this))
    , m_bar(new QWidget(this))
{
    const Entity &entity = navigator.session().catalog()->at(table);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(space::xs);
    auto *head = new QHBoxLayout;
    m_heading = makeLabel(entity.many().text(), TextRole::Heading, this);
    head->addWidget(m_heading, 1);
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    auto *add = makeIconButton(QStringLiteral("plus"), tr("Add a line"), m_bar);
    m_up = makeIconButton(QStringLiteral("arrow-up"), tr("Move up (Alt+Up)"), m_bar);
    m_down = makeIconButton(QStringLiteral("arrow-down"), tr("Move down (Alt+Down)"), m_bar);
    m_remove = makeIconButton(QStringLiteral("trash"), tr("Remove the line (Ctrl+Del)"), m_bar);
    for (QToolButton *button : {add, m_up, m_down, m_remove})
        row->addWidget(button);
    head->addWidget(m_bar);
    box->addLayout(head);
    box->addWidget(m_view);

    auto *delegate = m_delegate = new LineDelegate(navigator, m_view);
    m_view->setModel(m_model);
    m_view->setItemDelegate(delegate);
    m_view->setAccessibleName(entity.many().text());
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_view->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked);
    m_view->setTabKeyNavigation(false); // Tab alone leaves the grid; within an editor it goes to the next cell
    m_view->setWordWrap(false);
    m_view->setShowGrid(true);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight());
    m_view->verticalHeader()->setMinimumWidth(32);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->installEventFilter(this);
    m_view->horizontalHeader()->setMinimumSectionSize(48);
    for (int column = m_model->columnCount() - 1; column >= 0; --column) {
        const Field &field = m_model->fieldAt(column);
        if (field.key() == entity.titleField() || field.kind() == Kind::Memo)
            m_elastic = column;
    }
    connect(delegate, &EditorDelegate::moveRequested, this, &LineGrid::move, Qt::QueuedConnection);
    // The row to begin one in goes down, and the cursor with it; whoever types goes on in the line. Queued, before the
    // move that ends the editing: the editor is still open now.
    connect(
        m_model, &LineModel::lineBegun, this,
        [this](int row) { m_view->setCurrentIndex(m_model->index(row, m_view->currentIndex().column())); },
        Qt::QueuedConnection);
    connect(delegate, &EditorDelegate::typed, this, [this] { m_document.setTypingInCell(true); });
    connect(delegate, &EditorDelegate::left, this, [this] { m_document.setTypingInCell(false); });
    connect(delegate, &EditorDelegate::refused, this,
            [&navigator](const QString &sentence) { navigator.toast(sentence); });
    connect(add, &QToolButton::clicked, this, &LineGrid::addLine);
    connect(m_remove, &QToolButton::clicked, this, &LineGrid::removeCurrent);
    connect(m_up, &QToolButton::clicked, this, [this] { moveCurrent(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveCurrent(1); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &LineGrid::fit);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &LineGrid::fit);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LineGrid::fit);
    connect(m_view->horizontalScrollBar(), &QScrollBar::rangeChanged, this, &LineGrid::fit);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &LineGrid::fitColumns);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &LineGrid::fitColumns);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LineGrid::fitColumns);
    connect(m_view->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section) {
        if (!m_fitting)
            m_drawn.insert(section);
    });
    m_view->viewport()->installEventFilter(this);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current != m_tabbedTo)
            m_tabbedTo = QModelIndex();
        refreshButtons();
    });
    fit();
    fitColumns();
    refreshButtons();
}

void LineGrid::setEditable(bool on)
{
    m_model->setEditable(on);
    m_bar->setVisible(on);
}

void LineGrid::fit()
{
    const int rows = qBound(2, m_model->rowCount(), 14);
    const QScrollBar *scroll = m_view->horizontalScrollBar();
    const int bar = scroll->maximum() > scroll->minimum() ? scroll->sizeHint().height() : 0;
    m_view->setFixedHeight(m_view->horizontalHeader()->sizeHint().height() + rows * rowHeight() +
                           2 * m_view->frameWidth() + bar);
    refreshButtons();
}

int LineGrid::contentWidth(int column) const
{
    constexpr int measuredRows = 60;
    int width = 0;
    for (int row = 0; row < qMin(measuredRows, m_model->rowCount()); ++row) {
        const QModelIndex index = m_model->index(row, column);
        if (!m_model->isBlankRow(row))
            width = qMax(width, m_view->sizeHintForIndex(index).width());
    }
    constexpr int gridAndRounding = 4;
    return width + gridAndRounding;
}

/// What a line is about: its title and what it refers to. The other texts say less.
bool LineGrid::isTelling(int column) const
{
    return column == m_elastic || !m_model->fieldAt(column).target().isEmpty();
}

/// Of what says in the first column that one may begin a line there.
int LineGrid::invitationWidth() const
{
    const QFontMetrics body(fontFor(TextRole::Body));
    return m_model->isEditable() ? body.horizontalAdvance(LineModel::tr("Add a line")) + 2 * space::s + 1 : 0;
}

LineGrid::Width LineGrid::widthOf(int column) const
{
    constexpr int tellingText = 150, longText = 300;
    if (m_drawn.contains(column))
        return {m_view->columnWidth(column), m_view->columnWidth(column)};
    const Field &field = m_model->fieldAt(column);
    const QFontMetrics body(fontFor(TextRole::Body));
    const int title =
        QFontMetrics(fontFor(TextRole::Caption)).horizontalAdvance(field.label().text()) + 2 * space::s + 1;
    const int content = qMin(m_measured.at(column), longText), whole = qMax(title, content);
    const bool text = isTextKind(field.kind()) || isListKind(field.kind()) || !field.target().isEmpty();
    int least = whole;
    if (text)
        least = qMin(whole, isTelling(column) ? tellingText : shortText);
    else if (field.kind() == Kind::Bool)
        least = qMin(title, shortText);
    if (column == 0)
        least = qMax(least, invitationWidth());
    const int usual = qMin(20, usualWidth(field)) * body.averageCharWidth() * 3 / 4 + 2 * space::s;
    return {qMax(whole, qMax(usual, least)), least};
}

/// What a line is about is as narrow as need be for its amount to be seen without scrolling.
void LineGrid::makeRoomForAmounts(QList<Width> &widths) const
{
    int last = int(widths.size()) - 1;
    while (last > 0 && !(m_model->fieldAt(last).kind() == Kind::Money && m_model->fieldAt(last).isComputed()))
        --last;
    int room = m_view->viewport()->width();
    QList<int> telling;
    for (int column = 0; column <= last; ++column) {
        if (isTelling(column) && !m_drawn.contains(column))
            telling << column;
        else
            room -= widths.at(column).least;
    }
    if (telling.contains(0) && invitationWidth() > room / int(telling.size())) {
        telling.removeOne(0);
        widths[0].least = qMin(widths.at(0).least, invitationWidth());
        room -= widths.at(0).least;
    }
    // The one that needs less leaves the rest to the others.
    std::sort(telling.begin(), telling.end(), [&](int a, int b) { return widths.at(a).least < widths.at(b).least; });
    for (qsizetype i = 0; i < telling.size(); ++i) {
        Width &width = widths[telling.at(i)];
        width.least = qMin(width.least, qMax(shortText, room / int(telling.size() - i)));
        room -= width.least;
    }
}

/// As wide as a line is read best, and where there is less room as narrow as it can still be read: numbers are never
/// cut, the amount of each line should be seen without scrolling, and what a line is about yields last.
void LineGrid::fitColumns()
{
    const QScopedValueRollback<bool> fitting(m_fitting, true);
    const int columns = m_model->columnCount();
    m_measured.resize(columns);
    QList<Width> widths;
    int spare = m_view->viewport()->width();
    for (int column = 0; column < columns; ++column) {
        m_measured[column] = qMax(m_measured.at(column), contentWidth(column));
        widths << widthOf(column);
        spare -= widths.constLast().wanted;
    }
    makeRoomForAmounts(widths);
    for (const bool telling : {false, true}) {
        int yielding = 0;
        for (int column = 0; column < columns; ++column)
            yielding += isTelling(column) == telling ? widths.at(column).wanted - widths.at(column).least : 0;
        const int missing = qMin(-spare, yielding);
        for (int column = 0; column < columns && missing > 0; ++column) {
            Width &width = widths[column];
            if (isTelling(column) == telling)
                width.wanted -= int((qint64(missing) * (width.wanted - width.least) + yielding - 1) / yielding);
        }
        spare += qMax(0, missing);
    }
    for (int column = 0; column < columns; ++column)
        m_view->setColumnWidth(column, widths.at(column).wanted + (column == m_elastic ? qMax(0, spare) : 0));
}

void LineGrid::refreshButtons()
{
    const int row = m_view->currentIndex().row();
    const bool line = row >= 0 && !m_model->isBlankRow(row);
    m_remove->setEnabled(line);
    m_up->setEnabled(line && row > 0);
    m_down->setEnabled(line && !m_model->isBlankRow(row + 1));
}

void LineGrid::finishEditing() { m_delegate->finishEditing(); }

void LineGrid::addLine() { editFrom(m_document.lineCount(m_model->table()), 0); }

void LineGrid::comeTo()
{
    for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            area->ensureWidgetVisible(this, 0, space::l);
    }
    m_view->setFocus(Qt::ShortcutFocusReason);
    if (m_document.lineCount(m_model->table()) == 0)
        addLine();
    else if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(0, 0));
}

/// Where the cell can be filled in: begins to edit it, or waits on its box to tick.
bool LineGrid::stopAt(int row, int column)
{
    const QModelIndex index = m_model->index(row, column);
    const Qt::ItemFlags flags = index.flags();
    if (!(flags & (Qt::ItemIsEditable | Qt::ItemIsUserCheckable)))
        return false;
    m_view->setFocus();
    m_tabbedTo = index;
    m_view->setCurrentIndex(index);
    if (flags.testFlag(Qt::ItemIsEditable))
        m_view->edit(index);
    return true;
}

void LineGrid::editFrom(int row, int column)
{
    for (; row < m_model->rowCount(); ++row, column = 0) {
        for (; column < m_model->columnCount(); ++column) {
            if (stopAt(row, column))
                return;
        }
    }
}

// From one cell to the next, as in a spreadsheet; over the end of a row into the next one, which may be a new line.
void LineGrid::move(int step)
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid())
        return;
    if (step == 2) {
        const int row = qMin(current.row() + 1, m_model->rowCount() - 1);
        m_view->setCurrentIndex(m_model->index(row, m_model->isBlankRow(row) ? 0 : current.column()));
        m_view->setFocus();
        return;
    }
    if (step == 1)
        return editFrom(current.row(), current.column() + 1);
    int row = current.row(), column = current.column() - 1;
    for (; row >= 0; --row, column = m_model->columnCount() - 1) {
        for (; column >= 0; --column) {
            if (stopAt(row, column))
                return;
        }
    }
}

void LineGrid::removeCurrent()
{
    const int row = m_view->currentIndex().row();
    const int column = m_view->currentIndex().column();
    m_model->removeLine(row);
    m_view->setCurrentIndex(m_model->index(qMin(row, m_model->rowCount() - 1), qMax(0, column)));
}

void LineGrid::moveCurrent(int step)
{
    const int row = m_view->currentIndex().row();
    m_model->moveLine(row, row + step);
    refreshButtons();
}

void LineGrid::focusFault(int row, const QString &field)
{
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (m_model->fieldAt(column).key() == field || field.isEmpty()) {
            m_view->setFocus();
            m_view->setCurrentIndex(m_model->index(row, column));
            return;
        }
    }
}

bool LineGrid::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    if (watched != m_view || event->type() != QEvent::KeyPress || !m_model->isEditable())
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const QModelIndex current = m_view->currentIndex();
    // Whoever has come to a box by Tab goes on along the line.
    if ((key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab) && current.isValid() && current == m_tabbedTo &&
        current.flags().testFlag(Qt::ItemIsUserCheckable)) {
        move(key->key() == Qt::Key_Tab ? 1 : -1);
        return true;
    }
    if (key->key() == Qt::Key_Delete && key->modifiers() == Qt::ControlModifier) {
        removeCurrent();
        return true;
    }
    if (key->key() == Qt::Key_Delete && key->modifiers() == Qt::NoModifier) {
        if (current.flags().testFlag(Qt::ItemIsEditable) && !m_model->isBlankRow(current.row()))
            m_model->setData(current, {}, Qt::EditRole);
        return true;
    }
    if ((key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) && key->modifiers() == Qt::AltModifier) {
        moveCurrent(key->key() == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (key->key() == Qt::Key_D && key->modifiers() == Qt::ControlModifier) {
        if (const int at = m_model->duplicateLine(current.row()); at >= 0)
            m_view->setCurrentIndex(m_model->index(at, current.column()));
        return true;
    }
    if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() == Qt::NoModifier &&
        current.isValid()) {
        if (current.flags().testFlag(Qt::ItemIsEditable))
            m_view->edit(current);
        else
            move(2);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

// Totals --------------------------------------------------------------------------------------------------------

QList<Field> TotalsBlock::fieldsOf(const Entity &entity)
{
    QList<Field> fields;
    if (entity.lineTables().isEmpty())
        return fields;
    for (const Field &field : entity.fieldList()) {
        if (field.isComputed() && field.kind() == Kind::Money && !field.isHidden())
            fields.append(field);
    }
    return fields;
}

TotalsBlock::TotalsBlock(OpenDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::xl);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(0, 1);
    connect(&document, &OpenDocument::loadedAnew, this, &TotalsBlock::refresh);
    connect(&document, &OpenDocument::previewed, this, &TotalsBlock::refresh);
    connect(&document, &OpenDocument::valueChanged, this, &TotalsBlock::refresh);
}

void TotalsBlock::refresh()
{
    if (m_document.document().head().isNull())
        return;
    const QList<Field> fields = fieldsOf(m_document.entity());
    if (m_rows.isEmpty()) {
        for (qsizetype i = 0; i < fields.size(); ++i) {
            const bool last = i + 1 == fields.size();
            auto *name = makeLabel(fields.at(i).label().text(), last ? TextRole::Strong : TextRole::Body, this, !last);
            auto *value = makeLabel({}, last ? TextRole::Heading : TextRole::Body, this);
            value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            value->setTextInteractionFlags(Qt::TextSelectableByMouse);
            value->setObjectName(fields.at(i).key());
            m_grid->addWidget(name, int(i), 1, Qt::AlignRight);
            m_grid->addWidget(value, int(i), 2);
            m_rows.append(qMakePair(name, value));
        }
    }
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const QVariant value = m_document.shown(fields.at(i).key());
        const QString text =
            fullText(fields.at(i), value.isNull() ? QVariant(qint64(0)) : value, {}, m_document.currency(), QLocale());
        m_rows.at(i).second->setText(text);
        m_rows.at(i).second->setAccessibleName(QStringLiteral("%1: %2").arg(fields.at(i).label().text(), text));
    }
}

} // namespace crm
