#include "ui/records/record_head.h"
#include "ui/style/button_row.h"
#include "ui/style/widgets.h"
#include <QEvent>
#include <QHBoxLayout>

namespace crm {
namespace {
constexpr int leastLetters = 12; ///< of the title, however narrow the page
}

RecordHead::RecordHead(QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel({}, TextRole::Title, this))
    , m_bar(new QHBoxLayout(this))
{
    m_bar->setContentsMargins(space::l, space::m, space::l, space::s);
    m_bar->setSpacing(space::s);
    m_bar->addWidget(m_title, 1);
}

void RecordHead::setActions(ButtonRow *actions, QWidget *before)
{
    m_actions = actions;
    m_bar->insertWidget(m_bar->indexOf(before), actions);
    actions->arrange();
    actions->show();
    shareOut();
}

bool RecordHead::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        shareOut();
    return QWidget::event(event);
}

/// A limit for the actions and not a least width of the title: that would keep the window from becoming narrower.
void RecordHead::shareOut()
{
    const int natural = m_title->sizeHint().width();
    m_title->setMinimumWidth(qMin(natural, leastLetters * m_title->fontMetrics().averageCharWidth()));
    if (!m_actions)
        return;
    const QMargins margins = m_bar->contentsMargins();
    int room = width() - margins.left() - margins.right();
    const int half = room / 2;
    for (int i = 0; i < m_bar->count(); ++i) {
        const QWidget *widget = m_bar->itemAt(i)->widget();
        if (!widget || widget->isHidden())
            continue;
        if (i > 0)
            room -= m_bar->spacing();
        if (widget != m_title && widget != m_actions)
            room -= widget->sizeHint().width();
    }
    const int forTitle = qMin(natural, qMax(half, m_title->minimumWidth()));
    m_actions->setMaximumWidth(qMax(m_actions->minimumSizeHint().width(), room - forTitle));
}

} // namespace crm
