#include "ui/records/column_widths.h"
#include "ui/records/cell_text.h"
#include "ui/records/list_header.h"
#include "ui/records/record_table.h"
#include "ui/style/tokens.h"
#include <QAbstractItemDelegate>
#include <QEvent>
#include <QFontMetrics>
#include <QScopedValueRollback>

namespace crm {
namespace {
constexpr int measuredRows = 60; ///< enough to know what a column holds, cheap enough for every list
constexpr int widestMeasured = 320;
constexpr int widestTitle = 220;
constexpr double mostGrowth = 1.6; ///< beyond it a row falls apart; the rest stays free
} // namespace

ColumnWidths::ColumnWidths(RecordTable *table, ListModel *model, ListColumns &columns, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_model(model)
    , m_columns(columns)
{
    m_table->viewport()->installEventFilter(this);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ColumnWidths::arrange);
    connect(m_model, &ListModel::rowsChanged, this, &ColumnWidths::measure);
    connect(&m_model->session(), &Session::dictionaryChanged, this, [this] {
        m_measured.clear(); // statuses are drawn wider once their colours are known
        measure();
    });
    connect(m_table->header(), &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (m_applying || m_columns.paths().value(section) != m_model->pathAt(section))
            return;
        m_columns.setWidth(m_model->pathAt(section), width);
        Q_EMIT drawn();
    });
}

bool ColumnWidths::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(object, event);
}

void ColumnWidths::arrange()
{
    {
        const QScopedValueRollback<bool> applying(m_applying, true);
        QHeaderView *header = m_table->header();
        for (int column = 0; column < m_model->columnCount(); ++column) {
            if (header->visualIndex(column) != column)
                header->moveSection(header->visualIndex(column), column);
        }
    }
    measure();
    fit();
}

void ColumnWidths::measure()
{
    bool news = false;
    QStyleOptionViewItem option;
    option.initFrom(m_table);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const QString path = m_model->pathAt(column);
        if (m_measured.contains(path))
            continue;
        int width = 0, rows = 0;
        for (int row = 0; row < qMin(measuredRows, m_model->rowCount()); ++row) {
            if (!m_model->rowAt(row))
                continue;
            const QModelIndex index = m_model->index(row, column);
            width = qMax(width, m_table->itemDelegateForIndex(index)->sizeHint(option, index).width());
            ++rows;
        }
        if (rows == 0)
            return; // nothing has come yet
        m_measured.insert(path, qMin(width, widestMeasured));
        news = true;
    }
    if (news)
        fit();
}

/// The title of the column can be read, and of the content what usually matters.
int ColumnWidths::leastWidth(int column) const
{
    const QString title = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    const int needed = m_table->header()->fontMetrics().horizontalAdvance(title) + 2 * space::s + 16;
    return qMin(needed, widestTitle);
}

bool ColumnWidths::isElastic(int column) const
{
    const Field *field = m_model->fieldAt(column);
    if (!field || m_columns.width(m_model->pathAt(column)) > 0)
        return false;
    const bool text = (isFreeTextKind(field->kind()) || field->kind() == Kind::Choices) &&
                      field->kind() != Kind::Phone; // a number cut in two is no number
    return text || isListKind(field->kind()) || (field->kind() == Kind::Ref && !field->isDictionaryLike());
}

void ColumnWidths::fit()
{
    const QScopedValueRollback<bool> applying(m_applying, true);
    const int character = QFontMetrics(fontFor(TextRole::Body)).averageCharWidth();
    const int count = m_model->columnCount();
    QList<int> widths(count), least(count);
    int sum = 0, elastic = 0;
    for (int column = 0; column < count; ++column) {
        const Field *field = m_model->fieldAt(column);
        const QString path = m_model->pathAt(column);
        const int usual = field ? usualWidth(*field) * character + 2 * space::s : 120;
        least[column] = qMax(leastWidth(column), qMin(usual * 3 / 4, m_measured.value(path, usual)));
        widths[column] = m_columns.width(path);
        if (widths[column] <= 0)
            widths[column] = qMax(leastWidth(column), m_measured.value(path, usual));
        sum += widths[column];
        elastic += isElastic(column) ? widths[column] : 0;
    }
    const int spare = m_table->viewport()->width() - sum;
    for (int column = 0; column < count; ++column) {
        if (elastic > 0 && isElastic(column)) {
            const int share = int(qint64(spare) * widths[column] / elastic);
            widths[column] = spare > 0 ? qMin(widths[column] + share, int(widths[column] * mostGrowth))
                                       : qMax(widths[column] + share, least[column]);
        }
        m_table->header()->resizeSection(column, widths[column]);
    }
}

} // namespace crm
