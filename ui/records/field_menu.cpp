#include "ui/records/field_menu.h"
#include "core/model/text.h"
#include "ui/records/cell_text.h"
#include "ui/records/popup_place.h"
#include "ui/style/scale.h"
#include "ui/style/widgets.h"
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace crm {

FieldMenu::FieldMenu(const Catalog &catalog, const QString &entity, const QStringList &paths,
                     const QStringList *checked, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_checks(checked != nullptr)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    m_search->setPlaceholderText(tr("Find a field"));
    m_search->setAccessibleName(tr("Find a field"));
    m_search->installEventFilter(this);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(m_checks ? tr("Columns") : tr("Fields"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(space::s, space::s, space::s, space::s);
    box->setSpacing(space::xs);
    box->addWidget(m_search);
    box->addWidget(m_list);
    QStringList order = checked ? *checked : QStringList();
    for (const QString &path : paths) {
        if (!order.contains(path))
            order.append(path);
    }
    for (const QString &path : std::as_const(order)) {
        auto *item = new QListWidgetItem(pathLabel(catalog, entity, path), m_list);
        item->setData(Qt::UserRole, path);
        if (checked) {
            item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
            item->setCheckState(checked->contains(path) ? Qt::Checked : Qt::Unchecked);
        }
    }
    if (m_checks) {
        m_list->setDragDropMode(QAbstractItemView::InternalMove);
        auto *reset = makeButton(tr("Reset the columns"), {}, ButtonRole::Quiet, this);
        box->addWidget(reset);
        connect(reset, &QPushButton::clicked, this, [this] {
            Q_EMIT resetRequested();
            close();
        });
        m_list->installEventFilter(this);
        m_list->setToolTip(tr("Alt+Up and Alt+Down put a column elsewhere, and so does the mouse."));
        const auto tell = [this] { Q_EMIT checkedChanged(checkedPaths()); };
        connect(m_list, &QListWidget::itemChanged, this, tell);
        connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, tell);
    } else {
        connect(m_list, &QListWidget::itemActivated, this, &FieldMenu::pick);
        connect(m_list, &QListWidget::itemClicked, this, &FieldMenu::pick);
    }
    m_list->setCurrentRow(0);
    setMinimumWidth(scaledOnScreen(260));
    m_list->setMinimumHeight(qMin(int(order.size()), 12) * (rowHeight() - 2) + space::s);
    connect(m_search, &QLineEdit::textEdited, this, &FieldMenu::narrow);
}

void FieldMenu::narrow(const QString &text)
{
    const QString wanted = fold(text);
    QListWidgetItem *first = nullptr;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *item = m_list->item(i);
        item->setHidden(!fold(item->text()).contains(wanted));
        if (!item->isHidden() && !first)
            first = item;
    }
    m_list->setCurrentItem(first);
}

/// Past those that the search hides.
void FieldMenu::moveCurrent(int by)
{
    const int from = m_list->currentRow();
    int to = from + by;
    while (to >= 0 && to < m_list->count() && m_list->item(to)->isHidden())
        to += by;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    QListWidgetItem *item = m_list->takeItem(from);
    m_list->insertItem(to, item);
    m_list->setCurrentItem(item);
    Q_EMIT checkedChanged(checkedPaths());
}

QStringList FieldMenu::checkedPaths() const
{
    QStringList paths;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->checkState() == Qt::Checked)
            paths.append(m_list->item(i)->data(Qt::UserRole).toString());
    }
    return paths;
}

void FieldMenu::pick()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || item->isHidden())
        return;
    const QString path = item->data(Qt::UserRole).toString();
    close();
    Q_EMIT picked(path);
}

bool FieldMenu::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool vertical = key == Qt::Key_Down || key == Qt::Key_Up;
    if (m_checks && vertical && static_cast<QKeyEvent *>(event)->modifiers() == Qt::AltModifier) {
        moveCurrent(key == Qt::Key_Down ? 1 : -1);
        return true;
    }
    if (watched != m_search)
        return QFrame::eventFilter(watched, event);
    if (vertical) {
        int row = m_list->currentRow();
        const int step = key == Qt::Key_Down ? 1 : -1;
        do {
            row += step;
        } while (row >= 0 && row < m_list->count() && m_list->item(row)->isHidden());
        if (row >= 0 && row < m_list->count())
            m_list->setCurrentRow(row);
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (QListWidgetItem *item = m_list->currentItem(); item && m_checks)
            item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
        else
            pick();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void FieldMenu::openBelow(const QWidget *anchor)
{
    popUpBelow(*this, *anchor);
    m_search->setFocus();
}

} // namespace crm
