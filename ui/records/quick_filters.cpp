#include "ui/records/quick_filters.h"
#include "core/store/session.h"
#include "ui/records/cell_text.h"
#include "ui/records/filter_bar.h"
#include "ui/records/filter_popup.h"
#include "ui/records/filter_text.h"
#include "ui/records/list_columns.h"
#include "ui/records/list_header.h"
#include "ui/records/list_model.h"
#include "ui/records/quick_condition.h"
#include "ui/records/record_table.h"
#include "ui/shell/navigator.h"
#include "ui/style/icons.h"
#include "ui/style/widgets.h"
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QSet>

namespace crm {

constexpr int typingMs = 250;

/// The input of one column, with its lines: what separates it, where the focus is, what is wrong.
class QuickCell : public QWidget
{
public:
    QuickCell(QString columnPath, const Field &columnField, const QString &label, QWidget *parent)
        : QWidget(parent)
        , path(std::move(columnPath))
        , field(columnField)
        , edit(new QLineEdit(this))
    {
        const bool typed = isTypedCondition(field);
        edit->setFrame(false);
        edit->setFont(fontFor(TextRole::Body));
        edit->setAccessibleName(QuickFilters::tr("Filter: %1").arg(label));
        edit->setAccessibleDescription(typed ? quickHint(field)
                                             : QuickFilters::tr("Enter opens the list to pick from"));
        edit->setToolTip(typed ? quickHint(field) : QString());
        edit->setReadOnly(!typed);
        QPalette clear = edit->palette();
        clear.setColor(QPalette::Base, Qt::transparent);
        edit->setPalette(clear);
        edit->addAction(icon(typed ? QStringLiteral("filter") : QStringLiteral("chevron-down"), colors().faint),
                        typed ? QLineEdit::LeadingPosition : QLineEdit::TrailingPosition);
        if (typed)
            edit->setClearButtonEnabled(true);
    }

    void setFault(const QString &sentence)
    {
        fault = sentence;
        edit->setToolTip(sentence.isEmpty() ? quickHint(field) : sentence);
        edit->setAccessibleDescription(edit->toolTip());
        update();
    }

    const QString path;
    const Field field;
    QLineEdit *const edit;
    QString fault;

protected:
    void resizeEvent(QResizeEvent *) override { edit->setGeometry(rect().adjusted(2, 1, -3, -2)); }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), colors().surface);
        painter.fillRect(QRect(layoutDirection() == Qt::RightToLeft ? 0 : width() - 1, 0, 1, height()),
                         colors().border);
        const bool wrong = !fault.isEmpty(), focus = edit->hasFocus();
        const int line = wrong || focus ? 2 : 1;
        painter.fillRect(QRect(0, height() - line, width(), line), wrong   ? colors().danger
                                                                   : focus ? colors().accentText
                                                                           : colors().border);
    }
};

QuickFilters::QuickFilters(Navigator &navigator, const QString &entity, RecordTable *table, FilterBar *bar)
    : QWidget(table->header())
    , m_navigator(navigator)
    , m_entity(entity)
    , m_table(table)
    , m_header(table->header())
    , m_bar(bar)
{
    hide();
    m_timer.setSingleShot(true);
    m_timer.setInterval(typingMs);
    connect(&m_timer, &QTimer::timeout, this, &QuickFilters::apply);
    connect(m_header, &QHeaderView::sectionResized, this, &QuickFilters::place);
    connect(m_header, &QHeaderView::sectionMoved, this, &QuickFilters::place);
    connect(m_header, &QHeaderView::geometriesChanged, this, &QuickFilters::place);
    connect(m_header, &ListHeader::arranged, this, &QuickFilters::place);
    connect(table->horizontalScrollBar(), &QScrollBar::valueChanged, this, &QuickFilters::place);
    connect(table->list(), &QAbstractItemModel::modelReset, this, &QuickFilters::fill);
    connect(table->list(), &QAbstractItemModel::headerDataChanged, this, &QuickFilters::fill);
    connect(bar, &FilterBar::chipsChanged, this, &QuickFilters::showFilter);
}

void QuickFilters::setOn(bool on)
{
    if (m_on == on)
        return;
    const bool focus = hasTheFocus();
    m_on = on;
    m_header->setRow(on ? this : nullptr);
    setVisible(on);
    fill();
    if (focus && !on)
        goToRows();
    Q_EMIT switched(on);
}

bool QuickFilters::hasTheFocus() const
{
    const QWidget *focus = window()->focusWidget();
    return m_on && focus && isAncestorOf(focus);
}

QLineEdit *QuickFilters::input(const QString &path) const
{
    const QuickCell *cell = m_cells.value(path);
    return cell ? cell->edit : nullptr;
}

QString QuickFilters::faultOf(const QString &path) const
{
    const QuickCell *cell = m_cells.value(path);
    return cell ? cell->fault : QString();
}

/// Cells of columns that stay are kept, with the focus and with what is being typed.
void QuickFilters::fill()
{
    if (!m_on)
        return;
    const auto catalog = m_navigator.session().catalog();
    const QStringList filtered = filterPaths(*catalog, catalog->at(m_entity), m_navigator.session().actor().policy);
    QStringList shown;
    for (int section = 0; section < m_header->count(); ++section) {
        const QString path = m_table->list()->pathAt(section);
        const Field *field = m_table->list()->fieldAt(section);
        if (field && filtered.contains(path) && field->kind() != Kind::File && field->kind() != Kind::Color)
            shown << path;
    }
    for (auto it = m_cells.begin(); it != m_cells.end();) {
        if (shown.contains(it.key())) {
            ++it;
            continue;
        }
        m_typed.removeAll(it.value());
        it.value()->deleteLater();
        it = m_cells.erase(it);
    }
    for (const QString &path : std::as_const(shown)) {
        if (m_cells.contains(path))
            continue;
        auto *cell = new QuickCell(path, *catalog->resolve(m_entity, path), pathLabel(*catalog, m_entity, path), this);
        m_cells.insert(path, cell);
        cell->edit->installEventFilter(this);
        connect(cell->edit, &QLineEdit::textEdited, this, [this, cell] { typed(cell); });
        connect(cell->edit, &QLineEdit::returnPressed, this, &QuickFilters::apply);
    }
    place();
    showFilter();
}

void QuickFilters::place()
{
    if (!m_on)
        return;
    QSet<QuickCell *> gone(m_cells.cbegin(), m_cells.cend());
    for (int section = 0; section < m_header->count(); ++section) {
        QuickCell *cell = m_cells.value(m_table->list()->pathAt(section));
        if (!cell || m_header->isSectionHidden(section))
            continue;
        const QRect heading = m_header->shownAt(section);
        cell->setGeometry(heading.left(), 0, heading.width(), height());
        cell->show();
        gone.remove(cell);
    }
    for (QuickCell *cell : std::as_const(gone)) // no other is hidden meanwhile: it would lose the focus
        cell->hide();
    for (int section = 0; section < m_header->frozen(); ++section)
        if (QuickCell *cell = m_cells.value(m_table->list()->pathAt(section)))
            cell->raise();
}

// From and to the filter bar ------------------------------------------------------------------------------------

void QuickFilters::showFilter()
{
    const auto catalog = m_navigator.session().catalog();
    const FormatContext format = m_navigator.format();
    for (QuickCell *cell : std::as_const(m_cells)) {
        if (m_typed.contains(cell))
            continue;
        const Filter part = m_bar->partOf(cell->path);
        QString fault, text;
        if (isTypedCondition(cell->field)) {
            const Filter stands = quickCondition(cell->path, cell->field, cell->edit->text(), format, &fault);
            if (fault.isEmpty() && stands == part && !part.isNone())
                continue; // as the person wrote it
            const auto line = quickText(part, cell->field, format);
            text = line.value_or(QString());
            cell->edit->setPlaceholderText(line ? QString() : m_bar->valuesOf(part));
        } else {
            text = m_bar->valuesOf(part);
        }
        cell->setFault({});
        if (cell->edit->text() != text) {
            cell->edit->setText(text);
            cell->edit->setCursorPosition(cell->edit->hasFocus() ? int(text.size()) : 0);
        }
    }
}

void QuickFilters::typed(QuickCell *cell)
{
    if (!m_typed.contains(cell))
        m_typed.append(cell);
    m_timer.start();
}

void QuickFilters::apply()
{
    m_timer.stop();
    const FormatContext format = m_navigator.format();
    for (QuickCell *cell : std::exchange(m_typed, {})) {
        QString fault;
        const Filter part = quickCondition(cell->path, cell->field, cell->edit->text(), format, &fault);
        cell->setFault(fault);
        if (fault.isEmpty()) // else what held goes on holding while it is mended
            m_bar->setPart(cell->path, part);
    }
}

void QuickFilters::clear(QuickCell *cell)
{
    m_typed.removeAll(cell);
    cell->edit->clear();
    cell->setFault({});
    m_bar->setPart(cell->path, {});
}

void QuickFilters::pick(QuickCell *cell)
{
    auto *popup = new FilterPopup(m_navigator, m_entity, cell->path, cell);
    popup->setFilter(m_bar->partOf(cell->path));
    connect(popup, &FilterPopup::changed, this,
            [this, path = cell->path](const Filter &f) { m_bar->setPart(path, f); });
    connect(popup, &FilterPopup::removed, this, [this, path = cell->path] { m_bar->setPart(path, {}); });
    popup->openBelow(cell);
}

// Keys ----------------------------------------------------------------------------------------------------------

QList<int> QuickFilters::sections() const
{
    QList<int> found;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int section = m_header->logicalIndex(visual);
        if (!m_header->isSectionHidden(section) && m_cells.contains(m_table->list()->pathAt(section)))
            found.append(section);
    }
    return found;
}

void QuickFilters::focusColumn(int section)
{
    const QList<int> all = sections();
    if (all.isEmpty())
        return;
    auto it = std::find_if(all.begin(), all.end(), [&](int one) {
        return m_header->visualIndex(one) >= m_header->visualIndex(qMax(0, section));
    });
    const int found = it == all.end() ? all.constFirst() : *it;
    m_table->showColumn(found);
    QLineEdit *edit = m_cells.value(m_table->list()->pathAt(found))->edit;
    edit->setFocus(Qt::ShortcutFocusReason);
    edit->selectAll();
}

/// False: there is none on that side.
bool QuickFilters::step(QuickCell *cell, int by)
{
    const QList<int> all = sections();
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (m_table->list()->pathAt(all.at(i)) != cell->path)
            continue;
        if (i + by < 0 || i + by >= all.size())
            return false;
        focusColumn(all.at(i + by));
        return true;
    }
    return false;
}

void QuickFilters::goToRows()
{
    apply();
    m_table->setFocus(Qt::OtherFocusReason);
    if (!m_table->currentIndex().isValid() && m_table->list()->rowCount() > 0)
        m_table->selectionModel()->setCurrentIndex(m_table->list()->index(0, 0), QItemSelectionModel::NoUpdate);
}

bool QuickFilters::handleKey(QuickCell *cell, const QKeyEvent &event)
{
    const bool pick = !isTypedCondition(cell->field);
    switch (event.key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        if (!step(cell, event.key() == Qt::Key_Tab ? 1 : -1)) {
            if (event.key() == Qt::Key_Backtab)
                return false;
            goToRows();
        }
        return true;
    case Qt::Key_Down:
        if (pick && event.modifiers().testFlag(Qt::AltModifier))
            break;
        goToRows();
        return true;
    case Qt::Key_Escape:
        if (cell->edit->text().isEmpty() && m_bar->partOf(cell->path).isNone())
            goToRows();
        else
            clear(cell);
        return true;
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        if (!pick)
            return false;
        clear(cell);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
    case Qt::Key_F4:
        break;
    default:
        return false;
    }
    if (pick)
        this->pick(cell);
    return pick;
}

bool QuickFilters::eventFilter(QObject *watched, QEvent *event)
{
    auto *cell = static_cast<QuickCell *>(watched->parent());
    switch (event->type()) {
    case QEvent::KeyPress:
        if (handleKey(cell, *static_cast<QKeyEvent *>(event)))
            return true;
        break;
    case QEvent::MouseButtonRelease:
        if (!isTypedCondition(cell->field))
            pick(cell);
        break;
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        cell->update();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void QuickFilters::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colors().surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors().border);
}

} // namespace crm
