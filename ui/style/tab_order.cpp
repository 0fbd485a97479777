#include "ui/style/tab_order.h"
#include <QLayout>
#include <QScrollArea>
#include <QSet>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>

namespace crm {
namespace {

class Stops
{
public:
    explicit Stops(QWidget &root) { goInto(root); }
    const QList<QWidget *> &all() const { return m_stops; }

private:
    void visit(QWidget *widget)
    {
        if (!widget || widget->isWindow() || m_seen.contains(widget))
            return;
        m_seen.insert(widget);
        if ((widget->focusPolicy() & Qt::TabFocus || widget->property(laterTabStop).toBool()) && !widget->focusProxy())
            m_stops.append(widget);
        goInto(*widget);
    }

    void visit(QLayout *layout)
    {
        for (int i = 0; i < layout->count(); ++i) {
            QLayoutItem *item = layout->itemAt(i);
            if (QWidget *widget = item->widget())
                visit(widget);
            else if (QLayout *inner = item->layout())
                visit(inner);
        }
    }

    void goInto(QWidget &widget)
    {
        if (auto *tabs = qobject_cast<QTabWidget *>(&widget))
            visit(tabs->tabBar());
        if (auto *area = qobject_cast<QScrollArea *>(&widget))
            visit(area->widget());
        auto *splitter = qobject_cast<QSplitter *>(&widget);
        for (int i = 0; splitter && i < splitter->count(); ++i)
            visit(splitter->widget(i));
        if (QLayout *layout = widget.layout())
            visit(layout);
        for (QObject *child : widget.children()) // what no layout holds
            if (child->isWidgetType())
                visit(static_cast<QWidget *>(child));
    }

    QList<QWidget *> m_stops;
    QSet<QWidget *> m_seen;
};

} // namespace

void orderTabs(QWidget &root)
{
    const QList<QWidget *> stops = Stops(root).all();
    QList<QPair<QWidget *, Qt::FocusPolicy>> policies{{&root, root.focusPolicy()}};
    for (QWidget *stop : stops) {
        if (stop->focusPolicy() == Qt::NoFocus)
            policies.append({stop, Qt::NoFocus});
    }
    for (const auto &[widget, policy] : policies)
        widget->setFocusPolicy(Qt::TabFocus); // only such a one has a place among the others
    QWidget *before = &root;
    for (QWidget *stop : stops) {
        QWidget::setTabOrder(before, stop);
        before = stop;
    }
    for (const auto &[widget, policy] : policies)
        widget->setFocusPolicy(policy);
}

} // namespace crm
