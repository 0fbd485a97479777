#include "ui/records/related_tabs.h"
#include "ui/style/font_change.h"
#include "ui/style/scale.h"
#include "ui/style/widgets.h"
#include <QKeyEvent>
#include <QMenu>
#include <QTabBar>

namespace crm {
namespace {

constexpr char nameProperty[] = "crmName";
constexpr int widestTab = 280, leastHeight = 320;

/// Tabs as wide as their names; the keys reach those that are not shown for want of room.
class ListBar : public QTabBar
{
public:
    using QTabBar::QTabBar;
    int neededWidth(int index) const { return tabSizeHint(index).width(); }

protected:
    QSize tabSizeHint(int index) const override
    {
        const QSize size = QTabBar::tabSizeHint(index);
        return {qMin(size.width(), scaled(widestTab)), size.height()};
    }
    QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const int before = mirrored ? Qt::Key_Right : Qt::Key_Left, after = mirrored ? Qt::Key_Left : Qt::Key_Right;
        int to = currentIndex();
        if (event->key() == before)
            --to;
        else if (event->key() == after)
            ++to;
        else if (event->key() == Qt::Key_Home)
            to = 0;
        else if (event->key() == Qt::Key_End)
            to = count() - 1;
        else
            return QTabBar::keyPressEvent(event);
        setCurrentIndex(qBound(0, to, count() - 1));
    }
};

bool hasRows(const QTabBar &bar, int index) { return bar.tabData(index).toLongLong() > 0; }

} // namespace

RelatedTabs::RelatedTabs(QWidget *parent)
    : QTabWidget(parent)
    , m_more(makeIconButton(QStringLiteral("more"), tr("More lists"), this))
{
    setTabBar(new ListBar(this));
    setDocumentMode(true);
    setElideMode(Qt::ElideRight);
    tabBar()->setExpanding(false);
    m_more->setMenu(new QMenu(m_more));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->hide();
    setCornerWidget(m_more);
    connect(m_more->menu(), &QMenu::aboutToShow, this, &RelatedTabs::fillMenu);
    connect(this, &QTabWidget::currentChanged, this, &RelatedTabs::showThoseThatFit);
}

void RelatedTabs::addList(QWidget *list, const QString &name)
{
    list->setProperty(nameProperty, name);
    setTabToolTip(addTab(list, name), name);
}

void RelatedTabs::setCount(int index, qint64 count, bool more)
{
    QString text = widget(index)->property(nameProperty).toString();
    if (count > 0)
        text += QStringLiteral(" (%1%2)").arg(count).arg(more ? QStringLiteral("+") : QString());
    tabBar()->setTabData(index, count);
    setTabText(index, text);
    setTabToolTip(index, text);
    showThoseThatFit();
}

QSize RelatedTabs::minimumSizeHint() const
{
    return QTabWidget::minimumSizeHint().expandedTo({0, scaled(leastHeight)});
}

/// Qt 6.4 forgets that tabs have to be laid out anew when one is told to be as visible as it is.
void RelatedTabs::showThoseThatFit()
{
    auto &bar = *static_cast<ListBar *>(tabBar());
    const int current = bar.currentIndex();
    int all = 0;
    for (int i = 0; i < bar.count(); ++i)
        all += bar.neededWidth(i);
    const bool isTight = all > width();
    int room = isTight ? width() - m_more->sizeHint().width() - space::s : all;
    if (current >= 0)
        room -= bar.neededWidth(current);
    QList<bool> shown(bar.count(), false);
    for (const bool withRows : {true, false}) {
        for (int i = 0; i < bar.count() && room >= 0; ++i) {
            if (i == current || hasRows(bar, i) != withRows)
                continue;
            room -= bar.neededWidth(i);
            shown[i] = room >= 0;
        }
    }
    for (int i = 0; i < bar.count(); ++i) {
        if (const bool on = shown.at(i) || i == current; bar.isTabVisible(i) != on)
            bar.setTabVisible(i, on);
    }
    m_more->setVisible(isTight);
}

void RelatedTabs::fillMenu()
{
    QMenu *menu = m_more->menu();
    menu->clear();
    for (int i = 0; i < count(); ++i) {
        if (tabBar()->isTabVisible(i))
            continue;
        menu->addAction(tabText(i), this, [this, i] {
            setCurrentIndex(i);
            tabBar()->setFocus(Qt::OtherFocusReason);
        });
    }
}

void RelatedTabs::resizeEvent(QResizeEvent *event)
{
    QTabWidget::resizeEvent(event);
    showThoseThatFit();
}

void RelatedTabs::showEvent(QShowEvent *event)
{
    QTabWidget::showEvent(event);
    showThoseThatFit();
}

void RelatedTabs::changeEvent(QEvent *event)
{
    QTabWidget::changeEvent(event);
    if (changesFont(*event))
        showThoseThatFit();
}

} // namespace crm
