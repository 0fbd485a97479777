#include "ui/shell/docks.h"
#include "core/store/session.h"
#include "ui/extend/ui_registry.h"
#include "ui/records/list_panel.h"
#include "ui/records/record_preview.h"
#include "ui/records/view_tabs.h"
#include "ui/shell/agenda_panel.h"
#include "ui/shell/navigator.h"
#include "ui/shell/page.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/tab_area.h"
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/widgets.h"
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QPainter>
#include <QSettings>

namespace crm {
namespace {

constexpr int storeAfterMs = 500, firstWidth = 340, firstHeight = 240;

/// The line above a dock: it is dragged by, a double click floats it.
class DockTitle : public QWidget
{
public:
    DockTitle(const DockSpec &spec, Dock *dock)
        : QWidget(dock)
        , m_icon(spec.icon)
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(space::s + side() + space::xs, 2, 2, 3);
        row->setSpacing(0);
        row->addWidget(new ElidedLabel(spec.title, TextRole::Strong, this), 1);
        auto *loose = makeIconButton(QStringLiteral("external"), Docks::tr("Out of the window, or back"), this);
        auto *close = makeIconButton(QStringLiteral("close"), Docks::tr("Close"), this);
        for (QToolButton *button : {loose, close}) {
            button->setIconSize({scaled(16), scaled(16)});
            button->setAccessibleName(QStringLiteral("%1: %2").arg(button->toolTip(), spec.title));
            row->addWidget(button);
        }
        QObject::connect(loose, &QToolButton::clicked, dock, [dock] { dock->setFloating(!dock->isFloating()); });
        QObject::connect(close, &QToolButton::clicked, dock, &QWidget::close);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), colors().sunken);
        painter.fillRect(QRect(0, height() - 1, width(), 1), colors().border);
        const bool rtl = layoutDirection() == Qt::RightToLeft;
        icon(m_icon, colors().muted)
            .paint(&painter,
                   QRect(rtl ? width() - space::s - side() : space::s, (height() - side()) / 2, side(), side()));
    }

private:
    static int side() { return scaled(18); }
    QString m_icon;
};

QJsonObject toJson(const DockSpec &spec)
{
    return {{QStringLiteral("id"), spec.id},
            {QStringLiteral("key"), spec.key},
            {QStringLiteral("title"), spec.title},
            {QStringLiteral("icon"), spec.icon},
            {QStringLiteral("state"), QString::fromUtf8(spec.state)}};
}

DockSpec fromJson(const QJsonObject &object)
{
    const auto text = [&](const char *name) { return object.value(QLatin1String(name)).toString(); };
    return {text("id"), text("key"), text("title"), text("icon"), text("state").toUtf8()};
}

} // namespace

Dock::Dock(const DockSpec &spec, QWidget *content, QWidget *parent)
    : QDockWidget(spec.title, parent)
    , m_spec(spec)
{
    setObjectName(QStringLiteral("dock:") + spec.id);
    setAccessibleName(spec.title);
    setAttribute(Qt::WA_DeleteOnClose);
    setTitleBarWidget(new DockTitle(spec, this));
    content->setParent(this);
    content->setMinimumSize(160, qMax(80, content->minimumSizeHint().height()));
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    setWidget(content);
    if (auto *preview = qobject_cast<RecordPreview *>(content))
        connect(preview, &RecordPreview::closeRequested, this, &QWidget::close);
}

bool Dock::isInUse() const
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && isAncestorOf(focus);
}

void Dock::closeEvent(QCloseEvent *event)
{
    QDockWidget::closeEvent(event);
    if (event->isAccepted())
        Q_EMIT closed();
}

Docks::Docks(Navigator &navigator, QString settings, QWidget *parent)
    : QMainWindow(parent, Qt::Widget)
    , m_navigator(navigator)
    , m_settings(std::move(settings))
{
    setWindowFlags(Qt::Widget); // a part of the window, not one of its own
    setObjectName(QStringLiteral("docks"));
    setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setContextMenuPolicy(Qt::NoContextMenu);
    m_storing.setSingleShot(true);
    m_storing.setInterval(storeAfterMs);
    connect(&m_storing, &QTimer::timeout, this, &Docks::store);
}

// What the docks hold speaks to the navigator until it goes.
Docks::~Docks() { clear(); }

QList<Dock *> Docks::docks() const
{
    QList<Dock *> found = findChildren<Dock *>(QString(), Qt::FindDirectChildrenOnly);
    found.removeIf([](const Dock *dock) { return dock->property("crmClosed").toBool(); });
    return found;
}

Dock *Docks::current() const
{
    for (Dock *dock : docks())
        if (dock->isInUse())
            return dock;
    return nullptr;
}

/// The same list may be there twice, with other filters; anything else is there once.
Dock *Docks::find(const DockSpec &spec) const
{
    for (Dock *dock : docks()) {
        if (dock->spec().key == spec.key && (!spec.isList() || dock->spec().state == spec.state))
            return dock;
    }
    return nullptr;
}

void Docks::toggle(const DockSpec &spec)
{
    Dock *dock = find(spec);
    if (dock && dock->isInUse()) {
        dock->close();
        return;
    }
    if (!current())
        m_page = QApplication::focusWidget();
    dock = add(spec);
    if (dock)
        focusIn(dock);
}

Dock *Docks::add(const DockSpec &wanted)
{
    if (Dock *dock = find(wanted)) {
        dock->show();
        dock->raise();
        return dock;
    }
    DockSpec spec = wanted;
    if (spec.id.isEmpty())
        spec.id = QString::number(newId());
    QWidget *content = makeDockContent(spec, m_navigator, this);
    if (!content) {
        if (!m_restoring)
            m_navigator.toast(tr("This cannot be kept in sight: it does not exist, or you may not see it."));
        return nullptr;
    }
    auto *dock = new Dock(spec, content, this);
    follow(dock);
    const bool first = docks().size() == 1;
    addDockWidget(Qt::RightDockWidgetArea, dock);
    if (first && !m_restoring)
        resizeDocks({dock}, {qMin(scaled(firstWidth), width() / 3)}, Qt::Horizontal);
    dock->show();
    m_storing.start();
    return dock;
}

/// Where it goes and what it shows is kept.
void Docks::follow(Dock *dock)
{
    connect(dock, &Dock::closed, this, [this, dock] {
        if (dock->isInUse())
            focusPage();
        dock->setProperty("crmClosed", true);
        m_storing.start();
    });
    connect(dock, &QDockWidget::dockLocationChanged, &m_storing, qOverload<>(&QTimer::start));
    connect(dock, &QDockWidget::topLevelChanged, &m_storing, qOverload<>(&QTimer::start));
    if (auto *agenda = qobject_cast<AgendaPanel *>(dock->widget()))
        connect(agenda, &AgendaPanel::stateChanged, dock, [this, dock, agenda] {
            dock->setState(agenda->state());
            m_storing.start();
        });
}

Dock *Docks::addPage(TabPage &page)
{
    DockSpec spec{{}, page.key(), page.title(), page.iconName(), {}};
    if (auto *panel = page.findChild<ListPanel *>(); panel && spec.key.startsWith(QLatin1String("list/"))) {
        spec.state = panel->presentState().toJson();
        const ListView *view =
            panel->viewTabs() ? panel->viewTabs()->views().find(panel->viewTabs()->currentKey()) : nullptr;
        if (view && view->key != QLatin1String("all"))
            spec.title = tr("%1: %2", "list, view").arg(page.title(), view->name);
    } else if (!spec.key.startsWith(QLatin1String("record/"))) {
        m_navigator.toast(tr("Lists and saved records can be kept in sight. Cards of the dashboard are in the menu."));
        return nullptr;
    }
    return add(spec);
}

void Docks::offer(QMenu *menu, const DockSpec &spec)
{
    menu->addAction(icon(spec.icon), spec.title, this, [this, spec] { add(spec); });
}

void Docks::fillMenu(QMenu *menu, TabPage *page)
{
    menu->clear();
    QAction *here = menu->addAction(icon(QStringLiteral("pin")), tr("This page"), this, [this, page] {
        if (page)
            addPage(*page);
    });
    here->setEnabled(
        page && (page->key().startsWith(QLatin1String("list/")) || page->key().startsWith(QLatin1String("record/"))));
    const QList<DockSpec> own = ownDocks(m_navigator);
    for (const DockSpec &spec : own)
        offer(menu, spec);
    const Session &session = m_navigator.session();
    const Actor actor = session.actor();
    for (const PanelSpec &panel : uiRegistry().panels())
        if (!panel.offered || panel.offered(actor))
            offer(menu, {{}, QStringLiteral("panel/") + panel.key, panel.label.text(), panel.icon, {}});
    QMenu *cards = menu->addMenu(icon(QStringLiteral("dashboard")), tr("Numbers of a list"));
    const auto catalog = session.catalog();
    for (const Entity *entity : Sidebar::menuEntities(*catalog, actor))
        if (!entity->views().isEmpty() && !entity->isDictionary())
            offer(cards, {{}, QStringLiteral("card/") + entity->key(), entity->many().text(), entity->iconName(), {}});
}

// With the keyboard ---------------------------------------------------------------------------------------------

void Docks::focusNext()
{
    QList<Dock *> all = docks();
    all.removeIf([](const Dock *dock) { return !dock->isVisible(); });
    const Dock *now = current();
    if (!now)
        m_page = QApplication::focusWidget();
    const qsizetype next = now ? all.indexOf(now) + 1 : 0;
    if (next < all.size())
        return focusIn(all.at(next));
    if (now && now->isFloating())
        window()->activateWindow();
    focusPage();
}

void Docks::focusIn(Dock *dock)
{
    dock->raise();
    if (dock->isFloating())
        dock->activateWindow();
    QWidget *content = dock->widget();
    QWidget *target = content->focusProxy() ? content->focusProxy() : content;
    if (target->focusPolicy() == Qt::NoFocus) {
        const QList<QWidget *> parts = content->findChildren<QWidget *>();
        for (QWidget *part : parts) {
            if (part->focusPolicy() & Qt::TabFocus && part->isVisible()) {
                target = part;
                break;
            }
        }
    }
    target->setFocus(Qt::ShortcutFocusReason);
}

/// Where one was before, else where one was on the page.
void Docks::focusPage()
{
    auto *pages = centralWidget() ? centralWidget()->findChild<TabArea *>() : nullptr;
    if (m_page && m_page->isVisible())
        m_page->setFocus(Qt::ShortcutFocusReason);
    else if (pages)
        pages->focusPage();
}

void Docks::floatCurrent()
{
    if (Dock *dock = current()) {
        dock->setFloating(!dock->isFloating());
        dock->activateWindow();
    }
}

void Docks::moveCurrent()
{
    Dock *dock = current();
    if (!dock)
        return;
    const QList<Qt::DockWidgetArea> sides{Qt::RightDockWidgetArea, Qt::BottomDockWidgetArea, Qt::LeftDockWidgetArea,
                                          Qt::TopDockWidgetArea};
    const Qt::DockWidgetArea next = sides.at((sides.indexOf(dockWidgetArea(dock)) + 1) % sides.size());
    const bool upright = next == Qt::LeftDockWidgetArea || next == Qt::RightDockWidgetArea;
    QPointer<QWidget> focus = QApplication::focusWidget();
    dock->setFloating(false);
    addDockWidget(next, dock);
    resizeDocks({dock}, {upright ? firstWidth : firstHeight}, upright ? Qt::Horizontal : Qt::Vertical);
    if (focus)
        focus->setFocus(Qt::OtherFocusReason);
}

void Docks::closeCurrent()
{
    if (Dock *dock = current())
        dock->close();
}

// What is remembered --------------------------------------------------------------------------------------------

void Docks::store()
{
    if (m_restoring)
        return;
    m_storing.stop();
    QJsonArray all;
    for (const Dock *dock : docks())
        all.append(toJson(dock->spec()));
    QSettings settings;
    if (all.isEmpty()) { // most people keep nothing in sight: nothing of it goes to the database then
        settings.remove(m_settings + QStringLiteral("open"));
        settings.remove(m_settings + QStringLiteral("places"));
        return;
    }
    // As text: what follows the person to another computer is text.
    settings.setValue(m_settings + QStringLiteral("open"),
                      QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact)));
    settings.setValue(m_settings + QStringLiteral("places"), QString::fromLatin1(saveState().toBase64()));
}

void Docks::clear()
{
    for (Dock *dock : docks()) {
        dock->disconnect(this);
        delete dock;
    }
}

void Docks::restore()
{
    const QSettings settings;
    const QJsonArray wanted =
        QJsonDocument::fromJson(settings.value(m_settings + QStringLiteral("open")).toString().toUtf8()).array();
    m_restoring = true;
    QSet<QString> ids;
    for (const QJsonValue &one : wanted)
        ids.insert(one.toObject().value(QStringLiteral("id")).toString());
    QSet<QString> there;
    for (Dock *dock : docks()) {
        if (ids.contains(dock->spec().id)) {
            there.insert(dock->spec().id);
            continue;
        }
        dock->disconnect(this); // closed at another computer
        delete dock;
    }
    for (const QJsonValue &one : wanted)
        if (const DockSpec spec = fromJson(one.toObject()); !spec.id.isEmpty() && !there.contains(spec.id))
            add(spec);
    if (!wanted.isEmpty())
        restoreState(
            QByteArray::fromBase64(settings.value(m_settings + QStringLiteral("places")).toString().toLatin1()));
    m_restoring = false;
    m_storing.stop();
}

/// Sizes are right once the window has its own.
void Docks::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (!std::exchange(m_wasShown, true) && !docks().isEmpty())
        QTimer::singleShot(0, this, &Docks::restore);
}

} // namespace crm
