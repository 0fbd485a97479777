#include "ui/records/record_steps.h"
#include "ui/records/grouped_list_model.h"
#include "ui/records/list_panel.h"
#include "ui/records/record_table.h"
#include "ui/shell/navigator.h"
#include "ui/shell/page.h"
#include "ui/style/widgets.h"
#include <QHBoxLayout>
#include <QToolButton>

namespace crm {

RecordSteps::RecordSteps(TabPage &page, const QString &entity, Id id)
    : QWidget(&page)
    , m_page(page)
    , m_entity(entity)
    , m_id(id)
    , m_previous(makeIconButton(QStringLiteral("chevron-up"), tr("Previous record of the list (Alt+PgUp)"), this))
    , m_next(makeIconButton(QStringLiteral("chevron-down"), tr("Next record of the list (Alt+PgDown)"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    refresh();
}

/// The list itself comes before those that hang on other records.
ListPanel *RecordSteps::list() const
{
    ListPanel *found = nullptr;
    const QList<ListPanel *> panels = ListPanel::living();
    for (ListPanel *panel : panels) {
        if (&panel->navigator() != &m_page.navigator() || panel->entity().key() != m_entity ||
            panel->model()->rowOf(m_id) < 0)
            continue;
        if (!panel->options().embedded)
            return panel;
        if (!found)
            found = panel;
    }
    return found;
}

int RecordSteps::rowBeside(const ListPanel &list, int by) const
{
    const GroupedListModel &model = *list.groups();
    int row = model.rowOf(m_id) + by;
    while (model.isHead(row)) // of groups, also of folded ones
        row += by;
    return row >= 0 && row < model.rowCount() ? row : -1;
}

bool RecordSteps::canStep(int by) const
{
    const ListPanel *from = list();
    return from && rowBeside(*from, by) >= 0;
}

void RecordSteps::step(int by)
{
    ListPanel *from = list();
    const int row = from ? rowBeside(*from, by) : -1;
    if (row < 0)
        return refresh();
    // The list goes along: its pages are those around the record, and coming back one finds it there.
    from->table()->selectRow(row);
    from->model()->setVisibleRows(qMax(0, row - 20), row + 20);
    m_request.ask(
        this, from->model()->rowsOf({{row, row}}),
        [this](const QList<Row> &rows) {
            if (rows.isEmpty())
                return refresh(); // deleted meanwhile
            m_page.navigator().openRecord(m_entity, rows.constFirst().id);
            if (!m_page.hasUnsavedChanges())
                Q_EMIT m_page.closeRequested();
        },
        [this](const Error &e) { m_page.navigator().showError(e); });
}

void RecordSteps::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void RecordSteps::refresh()
{
    const ListPanel *from = list();
    m_previous->setVisible(from != nullptr);
    m_next->setVisible(from != nullptr);
    m_previous->setEnabled(from && rowBeside(*from, -1) >= 0);
    m_next->setEnabled(from && rowBeside(*from, 1) >= 0);
}

} // namespace crm
