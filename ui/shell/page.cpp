#include "ui/shell/page.h"
#include "core/model/query.h"

namespace crm {

Page::Page(Navigator &navigator, QWidget *parent) : QWidget(parent), m_navigator(navigator) {}

Page::~Page() = default;

void Page::showQuery(const Query &) {}

void Page::setStatusText(const QString &text)
{
    if (m_statusText == text)
        return;
    m_statusText = text;
    Q_EMIT statusTextChanged(text);
}

} // namespace crm
