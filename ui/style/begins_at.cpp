#include "ui/style/begins_at.h"
#include <QFocusEvent>

namespace crm {

BeginsAt::BeginsAt(QWidget *page, std::function<QWidget *()> first)
    : QObject(page)
    , m_first(std::move(first))
{
    page->installEventFilter(this);
}

bool BeginsAt::isSaidOf(const QWidget &page)
{
    return page.findChild<BeginsAt *>(QString(), Qt::FindDirectChildrenOnly) != nullptr;
}

bool BeginsAt::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        if (QWidget *first = m_first())
            first->setFocus(static_cast<QFocusEvent *>(event)->reason());
    return false;
}

} // namespace crm
