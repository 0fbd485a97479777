#include "ui/shell/arrange.h"
#include "ui/shell/commands.h"
#include <QApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QSplitter>
#include <QTabBar>
#include <QWidget>

namespace crm {

Arrangeable::~Arrangeable() = default;

Arrangeable *Arrangeable::around(QWidget *widget, Step step)
{
    const auto taken = [step](QObject *object) {
        auto *found = dynamic_cast<Arrangeable *>(object);
        return found && found->canArrange(step) ? found : nullptr;
    };
    for (; widget; widget = widget->isWindow() ? nullptr : widget->parentWidget()) {
        if (Arrangeable *found = taken(widget))
            return found;
        for (QObject *child : widget->children())
            if (Arrangeable *found = child->isWidgetType() ? nullptr : taken(child))
                return found;
    }
    return nullptr;
}

TabMover::TabMover(QTabBar *bar)
    : QObject(bar)
    , m_bar(bar)
{}

int TabMover::target(Step step) const
{
    if (!m_bar->hasFocus() || (step != Left && step != Right))
        return -1;
    const int to = m_bar->currentIndex() + ((step == Left) == m_bar->isRightToLeft() ? 1 : -1);
    return to < m_bar->count() ? to : -1;
}

void TabMover::arrange(Step step)
{
    if (const int to = target(step); to >= 0)
        m_bar->moveTab(m_bar->currentIndex(), to);
}

namespace {

constexpr int panelStep = 32;

/// The part of a splitter, or the panel at a side of the window, that the widget stands in.
bool resizePanel(QWidget *widget, Arrangeable::Step step, bool really)
{
    if (step != Arrangeable::Narrower && step != Arrangeable::Wider)
        return false;
    const int by = step == Arrangeable::Wider ? panelStep : -panelStep;
    for (; widget && !widget->isWindow(); widget = widget->parentWidget()) {
        auto *dock = qobject_cast<QDockWidget *>(widget);
        auto *window = dock ? qobject_cast<QMainWindow *>(dock->parentWidget()) : nullptr;
        if (window) {
            const Qt::DockWidgetArea area = window->dockWidgetArea(dock);
            const bool upright = area == Qt::LeftDockWidgetArea || area == Qt::RightDockWidgetArea;
            if (really)
                window->resizeDocks({dock}, {(upright ? dock->width() : dock->height()) + by},
                                    upright ? Qt::Horizontal : Qt::Vertical);
            return true;
        }
        auto *splitter = qobject_cast<QSplitter *>(widget->parentWidget());
        if (!splitter || splitter->orientation() != Qt::Horizontal)
            continue;
        QList<int> sizes = splitter->sizes();
        const int at = splitter->indexOf(widget), beside = at > 0 ? at - 1 : at + 1;
        if (at < 0 || beside >= sizes.size() || sizes.at(beside) == 0)
            continue;
        sizes[at] += by;
        sizes[beside] -= by;
        if (really)
            splitter->setSizes(sizes);
        return true;
    }
    return false;
}

} // namespace

void addArrangeCommands(Commands &commands)
{
    constexpr auto move = Qt::ALT | Qt::SHIFT, resize = Qt::CTRL | Qt::SHIFT;
    const auto add = [&](const char *key, const QString &text, const char *icon, QKeyCombination keys,
                         Arrangeable::Step step) {
        commands.add({QLatin1String(key),
                      CommandGroup::Look,
                      text,
                      QLatin1String(icon),
                      {keys},
                      [step] {
                          QWidget *focus = QApplication::focusWidget();
                          if (Arrangeable *around = Arrangeable::around(focus, step))
                              around->arrange(step);
                          else
                              resizePanel(focus, step, true);
                      },
                      [step] {
                          QWidget *focus = QApplication::focusWidget();
                          return Arrangeable::around(focus, step) || resizePanel(focus, step, false);
                      }});
    };
    add("arrange.left", QCoreApplication::translate("crm::Commands", "Move the card, column or tab to the left"),
        "arrow-left", move | Qt::Key_Left, Arrangeable::Left);
    add("arrange.right", QCoreApplication::translate("crm::Commands", "Move the card, column or tab to the right"),
        "arrow-right", move | Qt::Key_Right, Arrangeable::Right);
    add("arrange.up", QCoreApplication::translate("crm::Commands", "Move the card up"), "chevron-up", move | Qt::Key_Up,
        Arrangeable::Up);
    add("arrange.down", QCoreApplication::translate("crm::Commands", "Move the card down"), "chevron-down",
        move | Qt::Key_Down, Arrangeable::Down);
    add("arrange.narrower", QCoreApplication::translate("crm::Commands", "Make the card, column or panel narrower"),
        "chevron-left", resize | Qt::Key_Left, Arrangeable::Narrower);
    add("arrange.wider", QCoreApplication::translate("crm::Commands", "Make the card, column or panel wider"),
        "chevron-right", resize | Qt::Key_Right, Arrangeable::Wider);
}

} // namespace crm
