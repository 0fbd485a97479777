#include "ui/dashboard/card_board.h"
#include "ui/dashboard/card_grid.h"
#include "ui/shell/own_settings.h"
#include "ui/style/icons.h"
#include "ui/style/tab_order.h"
#include "ui/style/tokens.h"
#include <QAbstractButton>
#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QSettings>

namespace crm {
namespace {

constexpr int mostColumns = 4;

QString orderSetting() { return ownSetting(QStringLiteral("dashboard/order")); }
QString columnsGroup() { return ownSetting(QStringLiteral("dashboard/columns")); }
QString columnsSetting(const QString &key) { return columnsGroup() + u'/' + key; }

/// As the person has put them; one that has come since stands behind the one that it follows at first.
QStringList asArranged(const QStringList &keys)
{
    QStringList order = QSettings().value(orderSetting()).toStringList();
    order.removeIf([&](const QString &key) { return !keys.contains(key); });
    order.removeDuplicates();
    for (qsizetype i = 0; i < keys.size(); ++i)
        if (!order.contains(keys.at(i)))
            order.insert(i == 0 ? 0 : order.indexOf(keys.at(i - 1)) + 1, keys.at(i));
    return order;
}

} // namespace

CardBoard::CardBoard(int cardWidth, QWidget *parent)
    : QWidget(parent)
    , m_cardWidth(cardWidth)
{}

QStringList CardBoard::begin(const QStringList &keys)
{
    m_focused = at(QApplication::focusWidget());
    m_focusedKey = m_focused < 0 ? QString() : m_cards.at(m_focused).key;
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    delete m_grid;
    m_cards.clear();
    m_grid = new CardGrid(m_cardWidth, space::l, this);
    m_order = asArranged(keys);
    return m_order;
}

void CardBoard::add(const QString &key, QWidget *card, QWidget *handle, int columns)
{
    m_cards.append({key, card, handle});
    m_grid->addWidget(card);
    m_grid->setColumns(card, qBound(1, QSettings().value(columnsSetting(key), columns).toInt(), mostColumns));
    const QString hint = tr("Alt+Shift and an arrow move the card, Ctrl+Shift and an arrow make it narrower or wider; "
                            "the mouse drags it.");
    handle->setToolTip(handle->toolTip().isEmpty() ? hint : handle->toolTip() + u'\n' + hint);
    handle->setAccessibleDescription(hint);
    card->installEventFilter(this);
    if (handle != card)
        handle->installEventFilter(this);
    card->setVisible(true);
}

void CardBoard::end()
{
    orderTabs(*this);
    if (m_focused < 0 || m_cards.isEmpty())
        return;
    const int same = int(keys().indexOf(m_focusedKey)), last = int(m_cards.size()) - 1;
    handleOf(same >= 0 ? same : qMin(m_focused, last))->setFocus(Qt::OtherFocusReason);
}

QWidget *CardBoard::first() const { return m_cards.isEmpty() ? nullptr : handleOf(0); }

QWidget *CardBoard::handleOf(int index) const { return m_cards.at(index).handle; }

QStringList CardBoard::keys() const
{
    QStringList found;
    for (const Card &card : m_cards)
        found.append(card.key);
    return found;
}

int CardBoard::columnsOf(const QString &key) const
{
    const qsizetype index = keys().indexOf(key);
    return index < 0 ? 0 : m_grid->columnsOf(m_cards.at(index).widget);
}

void CardBoard::forget()
{
    QSettings settings;
    settings.remove(orderSetting());
    settings.remove(columnsGroup());
}

int CardBoard::at(const QWidget *inside) const
{
    for (int i = 0; inside && i < m_cards.size(); ++i)
        if (m_cards.at(i).widget == inside || m_cards.at(i).widget->isAncestorOf(inside))
            return i;
    return -1;
}

/// Where the step leads; -1: nowhere.
int CardBoard::target(int from, Step step) const
{
    int to = -1;
    if (step == Left || step == Right)
        to = from + ((step == Left) == isRightToLeft() ? 1 : -1);
    else if (step == Up || step == Down)
        to = m_grid->beside(from, step == Up ? -1 : 1);
    return to < m_cards.size() ? to : -1;
}

bool CardBoard::can(int index, Step step) const
{
    if (index < 0)
        return false;
    const int columns = m_grid->columnsOf(m_cards.at(index).widget);
    if (step == Narrower)
        return columns > 1;
    if (step == Wider)
        return columns < qMin(mostColumns, m_grid->fittingColumns());
    return target(index, step) >= 0;
}

bool CardBoard::canArrange(Step step) const { return can(at(QApplication::focusWidget()), step); }

void CardBoard::arrange(Step step) { take(at(QApplication::focusWidget()), step); }

void CardBoard::take(int index, Step step)
{
    if (!can(index, step))
        return;
    const Card card = m_cards.at(index);
    if (step == Narrower || step == Wider) {
        // What has no room for the columns it was given is as wide as there is room.
        const int columns = qMin(m_grid->columnsOf(card.widget), m_grid->fittingColumns());
        const int wanted = qMax(1, columns + (step == Wider ? 1 : -1));
        m_grid->setColumns(card.widget, wanted);
        QSettings().setValue(columnsSetting(card.key), wanted);
    } else {
        move(index, target(index, step));
        QSettings().setValue(orderSetting(), m_order);
    }
    Q_EMIT arranged(card.widget);
}

void CardBoard::move(int from, int to)
{
    m_order.removeOne(m_cards.at(from).key);
    m_order.insert(m_order.indexOf(m_cards.at(to).key) + (to > from ? 1 : 0), m_cards.at(from).key);
    m_cards.move(from, to);
    m_grid->move(from, to);
    m_grid->activate();
    orderTabs(*this);
}

// The mouse.

bool CardBoard::eventFilter(QObject *watched, QEvent *event)
{
    const auto *mouse = static_cast<QMouseEvent *>(event);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        if (mouse->button() == Qt::LeftButton) {
            const int index = at(qobject_cast<QWidget *>(watched));
            m_dragged = index < 0 ? nullptr : m_cards.at(index).widget;
            m_pressed = mouse->globalPosition().toPoint();
        }
        return false;
    case QEvent::MouseMove:
        if (!m_dragged || !(mouse->buttons() & Qt::LeftButton))
            return false;
        drag(mouse->globalPosition().toPoint());
        return m_dragging;
    case QEvent::MouseButtonRelease:
        if (!drop())
            return false;
        if (auto *button = qobject_cast<QAbstractButton *>(watched))
            button->setDown(false); // it was not meant
        return true;
    default:
        return false;
    }
}

void CardBoard::drag(const QPoint &to)
{
    if (!m_dragging && (to - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    if (!std::exchange(m_dragging, true)) {
        m_over = -1;
        m_dragged->setCursor(Qt::ClosedHandCursor);
    }
    const int from = at(m_dragged);
    for (int i = 0; i < m_cards.size(); ++i) {
        if (!m_cards.at(i).widget->geometry().contains(mapFromGlobal(to)))
            continue;
        if (i != from && i != m_over)
            move(from, i);
        m_over = i == from ? -1 : from; // a wider one may lie under the pointer still: not back at once
        return;
    }
}

/// False: nothing was dragged.
bool CardBoard::drop()
{
    QWidget *card = m_dragged;
    m_dragged.clear();
    if (!std::exchange(m_dragging, false))
        return false;
    if (card) {
        card->unsetCursor();
        QSettings().setValue(orderSetting(), m_order);
        Q_EMIT arranged(card);
    }
    return true;
}

// Its menu.

void CardBoard::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKeys = event->reason() == QContextMenuEvent::Keyboard;
    int index = byKeys ? at(QApplication::focusWidget()) : -1;
    for (int i = 0; !byKeys && i < m_cards.size(); ++i)
        if (m_cards.at(i).widget->geometry().contains(mapFromGlobal(event->globalPos())))
            index = i;
    if (index < 0)
        return event->ignore();
    event->accept();
    showMenu(index, byKeys ? m_cards.at(index).widget->mapToGlobal(QPoint(space::l, space::xl)) : event->globalPos());
}

void CardBoard::showMenu(int index, const QPoint &where)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPointer<QWidget> card = m_cards.at(index).widget;
    const auto add = [&](const char *iconName, const QString &text, Step step) {
        QAction *action =
            menu->addAction(icon(QLatin1String(iconName)), text, this, [this, card, step] { take(at(card), step); });
        action->setEnabled(can(index, step));
    };
    add("arrow-left", tr("Move to the left"), Left);
    add("arrow-right", tr("Move to the right"), Right);
    add("chevron-up", tr("Move up"), Up);
    add("chevron-down", tr("Move down"), Down);
    menu->addSeparator();
    add("chevron-right", tr("Make wider"), Wider);
    add("chevron-left", tr("Make narrower"), Narrower);
    menu->addSeparator();
    menu->addAction(icon(QStringLiteral("eye-off")), tr("Take it from the dashboard"), this,
                    [this, key = m_cards.at(index).key] { Q_EMIT hideRequested(key); });
    menu->popup(where);
}

} // namespace crm
