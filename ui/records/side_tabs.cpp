#include "ui/records/side_tabs.h"
#include "ui/style/font_change.h"
#include "ui/style/icons.h"
#include <QEvent>
#include <QTabBar>
#include <utility>

namespace crm {
namespace {

constexpr char iconProperty[] = "crmIcon"; ///< of those that are shown by their names if there is room

class SideBar : public QTabBar
{
public:
    using QTabBar::QTabBar;
    int neededWidth() const
    {
        int width = 0;
        for (int i = 0; i < count(); ++i)
            width += tabSizeHint(i).width();
        return width;
    }
};

} // namespace

SideTabs::SideTabs(QWidget *parent)
    : QTabWidget(parent)
{
    setTabBar(new SideBar(this));
    setDocumentMode(true);
}

void SideTabs::addNamed(QWidget *panel, const QString &name, const QString &icon)
{
    panel->setProperty(iconProperty, icon);
    const int at = addTab(panel, m_named ? name : QString());
    tabBar()->setAccessibleTabName(at, name);
    setTabToolTip(at, name);
    measure();
}

void SideTabs::addIcon(QWidget *panel, const QString &name, const QString &icon)
{
    const int at = addTab(panel, crm::icon(icon), QString());
    tabBar()->setAccessibleTabName(at, name);
    setTabToolTip(at, name);
    measure();
}

void SideTabs::setNumber(QWidget *panel, int number)
{
    setTabText(indexOf(panel), number > 0 ? QString::number(number) : QString());
    measure();
}

/// The names may need another width.
void SideTabs::measure()
{
    m_needed = -1;
    if (isVisible())
        arrange();
}

void SideTabs::arrange()
{
    if (m_needed < 0) {
        showNames(true);
        m_needed = static_cast<const SideBar *>(tabBar())->neededWidth();
    }
    showNames(m_needed <= width());
}

void SideTabs::showNames(bool on)
{
    if (std::exchange(m_named, on) == on)
        return;
    for (int i = 0; i < count(); ++i) {
        const QString name = widget(i)->property(iconProperty).toString();
        if (name.isEmpty())
            continue;
        setTabText(i, on ? tabBar()->accessibleTabName(i) : QString());
        setTabIcon(i, on ? QIcon() : icon(name));
    }
}

void SideTabs::resizeEvent(QResizeEvent *event)
{
    QTabWidget::resizeEvent(event);
    arrange();
}

void SideTabs::showEvent(QShowEvent *event)
{
    QTabWidget::showEvent(event);
    arrange();
}

void SideTabs::changeEvent(QEvent *event)
{
    QTabWidget::changeEvent(event);
    if (changesFont(*event))
        measure();
}

} // namespace crm
