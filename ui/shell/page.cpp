#include "ui/shell/page.h"
#include "core/model/query.h"

namespace crm {

TabPage::TabPage(Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_navigator(navigator)
{}

TabPage::~TabPage() = default;

void TabPage::showQuery(const Query &) {}

void TabPage::setStatusText(const QString &text)
{
    if (m_statusText == text)
        return;
    m_statusText = text;
    Q_EMIT statusTextChanged(text);
}

} // namespace crm
