#include "ui/shell/reminder_popup.h"
#include "ui/records/popup_place.h"
#include "ui/records/quick_moments.h"
#include "ui/records/remind_dialog.h"
#include "ui/shell/navigator.h"
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/style_paint.h"
#include "ui/style/text_direction.h"
#include "ui/style/widgets.h"
#include <QKeyEvent>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace crm {

namespace {
constexpr int popupWidth = 420, fewestRows = 3, mostRows = 7;
enum Role { IdRole = Qt::UserRole, DetailRole, EntityRole, ParentRole };

/// What on the first line, when and on which record on the second.
class ReminderDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {200, QFontMetrics(fontFor(TextRole::Body)).height() +
                         QFontMetrics(fontFor(TextRole::Caption)).height() + space::m + 2};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const QRect r = option.rect.adjusted(space::xs, 1, -space::xs, -1);
        if (option.state & QStyle::State_Selected)
            paint::roundRect(painter, r, colors().selection, {}, radius::medium);
        else if (option.state & QStyle::State_MouseOver)
            paint::roundRect(painter, r, colors().hover, {}, radius::medium);
        const QRect text = r.adjusted(space::s, space::xs, -space::s, -space::xs);
        const auto line = [&](const QString &shown, TextRole role, const QColor &color, Qt::Alignment where) {
            painter->setFont(fontFor(role));
            painter->setPen(color);
            drawElided(*painter, text, int(where) | Qt::AlignLeft, shown);
        };
        line(index.data().toString(), TextRole::Strong, colors().text, Qt::AlignTop);
        line(index.data(DetailRole).toString(), TextRole::Caption, colors().muted, Qt::AlignBottom);
        painter->restore();
    }
};
} // namespace

ReminderPopup::ReminderPopup(Navigator &navigator, ReminderWatch &watch, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_navigator(navigator)
    , m_watch(watch)
    , m_list(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(QStringLiteral("bell"), tr("Nothing is due"),
                             tr("What you want to be told of in time appears here when its moment comes."), this))
    , m_next(makeLabel({}, TextRole::Caption, this, true))
    , m_snoozeMenu(new QMenu(this))
    , m_open(makeButton(tr("Open"), QStringLiteral("external"), ButtonRole::Normal, this))
    , m_done(makeButton(tr("Done", "a reminder"), QStringLiteral("check"), ButtonRole::Primary, this))
    , m_snooze(makeButton(tr("Later"), QStringLiteral("clock"), ButtonRole::Normal, this))
{
    setObjectName(QStringLiteral("reminderPopup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setFixedWidth(scaledOnScreen(popupWidth));
    build();
    fillSnoozeMenu();
    connect(m_open, &QPushButton::clicked, this, &ReminderPopup::openChosen);
    connect(m_done, &QPushButton::clicked, this, &ReminderPopup::finishChosen);
    connect(m_list, &QListWidget::itemActivated, this, &ReminderPopup::openChosen);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &ReminderPopup::showState);
    connect(&watch, &ReminderWatch::changed, this, &ReminderPopup::fill);
    fill();
}

void ReminderPopup::build()
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(space::m, space::s, space::m, space::m);
    box->setSpacing(space::s);
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Reminders"), TextRole::Heading, this), 1);
    auto *add = makeIconButton(QStringLiteral("plus"), tr("New reminder (Ins)"), this);
    auto *all = makeIconButton(QStringLiteral("list"), tr("All reminders"), this);
    head->addWidget(add);
    head->addWidget(all);
    box->addLayout(head);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Due reminders"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setItemDelegate(new ReminderDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false); // stands on the popup
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    box->addWidget(m_stack);
    box->addWidget(m_next);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addStretch();
    buttons->addWidget(m_snooze);
    buttons->addWidget(m_done);
    box->addLayout(buttons);
    m_open->setToolTip(tr("Open the record (Enter)"));
    m_done->setToolTip(tr("Done (Space)"));
    m_snooze->setToolTip(tr("Remind me later (Right arrow)"));
    m_snooze->setMenu(m_snoozeMenu);
    connect(add, &QToolButton::clicked, this, &ReminderPopup::createNew);
    connect(all, &QToolButton::clicked, this, &ReminderPopup::openAll);
}

void ReminderPopup::openBelow(const QWidget &anchor)
{
    popUpBelow(*this, anchor);
    (m_list->count() > 0 ? static_cast<QWidget *>(m_list) : this)->setFocus();
}

/// Those that stay keep their selection, and the current row its place.
void ReminderPopup::fill()
{
    const IdList before = chosen();
    const int row = m_list->currentRow();
    const QLocale locale = m_navigator.format().locale;
    m_list->clear();
    for (const DueReminder &one : m_watch.due()) {
        auto *item = new QListWidgetItem(one.what, m_list);
        QString detail = nearMoment(one.when, locale);
        if (!one.parentTitle.isEmpty())
            detail += QStringLiteral(" \u00b7 ") + one.parentTitle;
        item->setData(IdRole, one.id);
        item->setData(DetailRole, detail);
        item->setData(EntityRole, one.parentEntity);
        item->setData(ParentRole, one.parentId);
        item->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(one.what, detail));
        item->setToolTip(QStringLiteral("%1\n%2").arg(one.what, detail));
        item->setSelected(before.contains(one.id));
    }
    if (m_list->count() > 0) {
        m_list->setCurrentRow(qBound(0, row, m_list->count() - 1),
                              chosen().isEmpty() ? QItemSelectionModel::ClearAndSelect : QItemSelectionModel::NoUpdate);
    }
    m_stack->setCurrentIndex(m_list->count() > 0 ? 0 : 1);
    m_stack->setFixedHeight(m_list->count() > 0
                                ? qBound(fewestRows, m_list->count(), mostRows) * m_list->sizeHintForRow(0) + 4
                                : m_empty->sizeHint().height());
    if (isVisible())
        adjustSize();
    const auto &next = m_watch.next();
    m_next->setVisible(next.has_value());
    if (next)
        m_next->setText(
            m_next->fontMetrics().elidedText(tr("Next: %1, %2").arg(nearMoment(next->when, locale), next->what),
                                             Qt::ElideRight, popupWidth - 2 * space::m));
    showState();
}

void ReminderPopup::showState()
{
    const qsizetype count = chosen().size();
    m_open->setEnabled(count == 1);
    m_done->setEnabled(count > 0);
    m_snooze->setEnabled(count > 0);
}

IdList ReminderPopup::chosen() const
{
    IdList ids;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->isSelected())
            ids << m_list->item(row)->data(IdRole).toLongLong();
    }
    return ids;
}

void ReminderPopup::fillSnoozeMenu()
{
    const QLocale locale = m_navigator.format().locale;
    const QList<QuickMoment> moments = snoozeMoments(QDateTime::currentDateTime());
    for (const QuickMoment &moment : moments) {
        QAction *action = m_snoozeMenu->addAction(moment.text + u'\t' + nearMoment(moment.at, locale));
        connect(action, &QAction::triggered, this, [this, at = moment.at] { snoozeChosen(at); });
    }
}

void ReminderPopup::openChosen()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const Id parent = item->data(ParentRole).toLongLong(), id = item->data(IdRole).toLongLong();
    const QString entity = parent ? item->data(EntityRole).toString() : reminding().entity;
    Navigator &navigator = m_navigator;
    close();
    navigator.openRecord(entity, parent ? parent : id);
}

void ReminderPopup::finishChosen()
{
    if (const IdList ids = chosen(); !ids.isEmpty())
        m_watch.finish(ids);
}

void ReminderPopup::snoozeChosen(const QDateTime &until)
{
    if (const IdList ids = chosen(); !ids.isEmpty())
        m_watch.snooze(ids, until);
}

void ReminderPopup::createNew()
{
    Navigator &navigator = m_navigator;
    close();
    remindMe(navigator, {});
}

void ReminderPopup::openAll()
{
    Navigator &navigator = m_navigator;
    close();
    navigator.openKey(QStringLiteral("list/") + reminding().entity);
}

bool ReminderPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Space:
    case Qt::Key_Delete:
        finishChosen();
        return true;
    case Qt::Key_Right: // letters would depend on the layout
        if (m_snooze->isEnabled())
            m_snooze->showMenu();
        return true;
    case Qt::Key_Insert:
        createNew();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

} // namespace crm
