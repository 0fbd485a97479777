#include "ui/shell/page_windows.h"
#include "ui/shell/page.h"
#include "ui/style/icons.h"
#include "ui/style/tokens.h"
#include "ui/style/widgets.h"
#include <QAction>
#include <QCloseEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace crm {
namespace {

constexpr QSize firstSize(960, 680), smallest(480, 320);
constexpr QPoint grip(120, 16); // where in the new window the pointer that dragged the tab is

} // namespace

PageWindow::PageWindow(TabPage *page)
    : QWidget(nullptr, Qt::Window)
    , m_page(page)
    , m_status(new QLabel(this))
    , m_return(makeButton(tr("Back to the tabs"), QStringLiteral("tab"), ButtonRole::Quiet, this))
    , m_toast(new Toast(this))
{
    setObjectName(QStringLiteral("pageWindow"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumSize(smallest);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    page->setParent(this);
    column->addWidget(page, 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::m, space::xs, space::s, space::xs);
    m_status->setTextFormat(Qt::PlainText);
    row->addWidget(m_status, 1);
    row->addWidget(m_return);
    column->addLayout(row);
    m_status->setText(page->statusText());
    page->show();
    connect(m_return, &QPushButton::clicked, this, &PageWindow::giveBack);
    connect(page, &TabPage::titleChanged, this, &PageWindow::refresh);
    connect(page, &TabPage::statusTextChanged, m_status, &QLabel::setText);
    connect(page, &TabPage::closeRequested, this, &PageWindow::leave);
    refresh();
}

PageWindow::~PageWindow() = default;

void PageWindow::refresh()
{
    if (!m_page)
        return;
    const QString title = m_page->title();
    setWindowTitle(m_page->hasUnsavedChanges() ? title + QStringLiteral(" \u2022") : title);
    setWindowIcon(icon(m_page->iconName()));
}

void PageWindow::giveBack()
{
    TabPage *page = m_page;
    if (!page)
        return;
    m_page.clear();
    page->disconnect(this);
    page->disconnect(m_status);
    layout()->removeWidget(page);
    page->setParent(nullptr);
    Q_EMIT returned(page);
    leave();
}

void PageWindow::leave()
{
    m_leaving = true;
    close();
}

void PageWindow::closeEvent(QCloseEvent *event)
{
    if (!m_leaving && m_page && !m_page->mayClose())
        event->ignore(); // a page that is saved first asks to be closed afterwards
}

void PageWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        Q_EMIT activated();
}

PageWindows::PageWindows(QWidget &host)
    : QObject(&host)
    , m_host(host)
{
    host.installEventFilter(this);
}

PageWindows::~PageWindows()
{
    // At once: pages speak to the navigator until they go.
    for (const auto &window : std::exchange(m_windows, {}))
        delete window.data();
}

PageWindow *PageWindows::add(TabPage *page, std::optional<QPoint> at)
{
    auto *window = new PageWindow(page);
    window->addActions(m_host.actions());
    connect(window, &PageWindow::activated, this, [this, window] { setActive(window); });
    connect(window, &PageWindow::returned, this, [this](TabPage *back) {
        setActive(nullptr);
        Q_EMIT returned(back);
    });
    m_windows.removeIf([](const auto &one) { return !one; });
    m_windows.append(window);
    const QRect screen = m_host.screen() ? m_host.screen()->availableGeometry() : QRect(QPoint(), firstSize);
    window->resize(firstSize.boundedTo(screen.size()));
    const QPoint corner = at ? *at - grip : m_host.geometry().topLeft() + QPoint(48, 48) * (int(windows().size()) + 1);
    window->move(corner);
    window->show();
    window->raise();
    window->activateWindow();
    page->activated();
    setActive(window);
    return window;
}

QList<PageWindow *> PageWindows::windows() const
{
    QList<PageWindow *> found;
    for (const auto &window : m_windows)
        if (window && window->page() && window->isVisible()) // else it is about to go
            found.append(window);
    return found;
}

PageWindow *PageWindows::active() const { return windows().contains(m_active) ? m_active.data() : nullptr; }

PageWindow *PageWindows::find(const QString &key) const
{
    const QList<PageWindow *> all = windows();
    const auto it = std::find_if(all.begin(), all.end(),
                                 [&](const PageWindow *one) { return !key.isEmpty() && one->page()->key() == key; });
    return it == all.end() ? nullptr : *it;
}

bool PageWindows::show(const QString &key)
{
    PageWindow *window = find(key);
    if (!window)
        return false;
    if (window->isMinimized())
        window->showNormal();
    window->raise();
    window->activateWindow();
    setActive(window);
    return true;
}

bool PageWindows::mayCloseAll()
{
    const QList<PageWindow *> all = windows();
    return std::all_of(all.begin(), all.end(), [](PageWindow *window) {
        if (!window->page()->hasUnsavedChanges())
            return true;
        window->raise();
        window->activateWindow();
        return window->page()->mayClose();
    });
}

void PageWindows::closeAll()
{
    for (PageWindow *window : windows())
        window->leave();
}

QVariant PageWindows::saved() const
{
    QVariantList list;
    for (const PageWindow *window : windows())
        if (const QString key = window->page()->key(); !key.isEmpty())
            list.append(QVariant(QVariantList{key, window->saveGeometry()}));
    return list;
}

QList<PageWindows::Saved> PageWindows::savedOf(const QVariant &setting)
{
    QList<Saved> list;
    for (const QVariant &one : setting.toList())
        if (const QVariantList parts = one.toList(); parts.size() == 2)
            list.append({parts.at(0).toString(), parts.at(1).toByteArray()});
    return list;
}

bool PageWindows::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_host && event->type() == QEvent::WindowActivate)
        setActive(nullptr);
    return QObject::eventFilter(watched, event);
}

void PageWindows::setActive(PageWindow *window)
{
    if (std::exchange(m_active, window) != window)
        Q_EMIT activeChanged();
}

} // namespace crm
