#include "ui/shell/main_window.h"
#include "core/extend/extensions.h"
#include "core/store/see_as.h"
#include "ui/admin/office_settings.h"
#include "ui/admin/see_as.h"
#include "ui/shell/dock_commands.h"
#include "ui/shell/docks.h"
#include "ui/shell/jobs_runner.h"
#include "ui/shell/left_drafts.h"
#include "ui/shell/mention_bell.h"
#include "ui/shell/own_settings.h"
#include "ui/shell/page_windows.h"
#include "ui/shell/palette.h"
#include "ui/shell/prompts.h"
#include "ui/shell/reminder_bell.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/tab_area.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/undo_history.h"
#include "ui/shell/work_strip.h"
#include "ui/style/scale.h"
#include "ui/style/style.h"
#include "ui/style/widgets.h"
#include <QApplication>
#include <QCloseEvent>
#include <QDeadlineTimer>
#include <QDir>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QThread>
#include <QVBoxLayout>

namespace crm {
namespace {

constexpr int leastSidebar = 120, sidebarWidth = 224, mostSidebar = 360, mostRecent = 8; // pixels at 100 % text
constexpr int savingMs = 1500, pauseMs = 10; // at closing, for what was changed last

} // namespace

MainWindow::MainWindow(std::shared_ptr<Session> session, QWidget *parent)
    : QWidget(parent)
    , m_session(std::move(session))
    , m_commands(this)
    , m_office(new OfficeSettings(*m_session, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setAttribute(Qt::WA_DeleteOnClose, false);
    addCommands();
    build();
    listen();
    fillPlaces();
}

MainWindow::~MainWindow()
{
    // Pages speak to the navigator until they go, so they must go while it is whole.
    delete std::exchange(m_windows, nullptr);
    delete m_tabs;
    delete docksOf(*this);
}

void MainWindow::build()
{
    beginOwnSettings(*m_session);
    showName();
    setMinimumSize(760, 480);
    resize(1280, 800);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    if (m_session->isSeeingAs())
        layout->addWidget(makeSeeingBanner());
    m_topBar = new TopBar(m_commands, this);
    layout->addWidget(m_topBar);
    if (MentionBell::isOffered(*m_session)) {
        auto *bell = new MentionBell(*this, settingsGroup() + QStringLiteral("mentions"), m_topBar);
        bell->setShortcutText(m_commands.shortcutText(QStringLiteral("go.mentions")));
        m_topBar->addTool(bell);
    }
    if (ReminderWatch::isOffered(*m_session)) {
        auto *bell = new ReminderBell(*this, m_topBar);
        bell->setShortcutText(m_commands.shortcutText(QStringLiteral("go.reminders")));
        m_topBar->addTool(bell);
    }

    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_sidebar = new Sidebar(m_splitter);
    limitSidebar();
    auto *docks = new Docks(*this, settingsGroup() + QStringLiteral("docks/"), m_splitter);
    auto *content = new QWidget(docks);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_banner = new Banner(content);
    column->addWidget(m_banner);
    m_tabs = new TabArea([this](const QString &key) { return makePage(key); }, content);
    column->addWidget(m_tabs, 1);
    m_splitter->addWidget(m_sidebar);
    docks->setCentralWidget(content);
    m_splitter->addWidget(docks);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({scaled(sidebarWidth), 1280 - scaled(sidebarWidth)});
    layout->addWidget(m_splitter, 1);

    m_statusBar = new StatusBar(this);
    showPlace();
    layout->addWidget(m_statusBar);
    m_windows = new PageWindows(*this);
    m_toast = new Toast(this);
    m_palette = new CommandPalette(*m_session, this);
    m_people = new SeeablePeople(*m_session, this);
    m_undo = new UndoHistory(*m_session, this);
    if (!m_session->isSeeingAs())
        new JobsRunner(*m_session, this);
    QList<OwnSettings::Part> parts = OwnSettings::parts();
    parts << OwnSettings::Part{QStringLiteral("docks/"), settingsGroup() + QStringLiteral("docks/")};
    parts << OwnSettings::Part{QStringLiteral("favourites"), settingsGroup() + QStringLiteral("favourites")};
    parts << OwnSettings::Part{QStringLiteral("mentions"), settingsGroup() + QStringLiteral("mentions")};
    m_own = new OwnSettings(*m_session, parts, this);
}

/// Above everything, as long as the window is there: whose eyes one looks through, and the way back.
QWidget *MainWindow::makeSeeingBanner()
{
    m_seeing = new Banner(this);
    m_seeing->setObjectName(QStringLiteral("seeingBanner"));
    m_seeing->show(Banner::Warning, nothingIsChangedAs(m_session->actor().name).sentence());
    m_seeing->setAction(tr("Stop"), [this] { Q_EMIT stopSeeingRequested(); });
    return m_seeing;
}

/// Of the office, as its administrator calls it; else of the database.
void MainWindow::showName()
{
    const QString name = m_office->name().isEmpty() ? m_session->target().displayName() : m_office->name();
    setWindowTitle(QStringLiteral("%1 \u2014 %2").arg(name, QCoreApplication::translate("crm", "MyCRM")));
}

/// Where the data is; whether somebody on the way can read it.
void MainWindow::showPlace()
{
    const Target &target = m_session->target();
    if (target.kind == Target::LocalFile) {
        m_statusBar->setPlace(tr("Local file: %1").arg(target.displayName()), QDir::toNativeSeparators(target.path));
    } else if (target.server.allowPlain) {
        m_statusBar->setPlace(
            tr("Not protected on the way: %1").arg(target.displayName()),
            tr("The server's certificate is not verified: whoever can listen on the way reads passwords "
               "and data. An administrator has allowed that for this connection."));
        m_statusBar->setWarning(true);
    } else {
        m_statusBar->setPlace(tr("Connected: %1").arg(target.displayName()),
                              tr("Encrypted, and the server's certificate is verified."));
    }
}

void MainWindow::listen()
{
    connect(m_sidebar, &Sidebar::chosen, this, &MainWindow::openKey);
    connect(m_sidebar, &Sidebar::chosenInNewTab, this, &MainWindow::openKey);
    connect(m_sidebar, &Sidebar::left, m_tabs, &TabArea::focusPage);
    connect(m_tabs, &TabArea::currentChanged, this, &MainWindow::currentChanged);
    connect(m_tabs, &TabArea::statusTextChanged, m_statusBar, &StatusBar::setPageText);
    connect(m_tabs, &TabArea::tearOutRequested, this, &MainWindow::moveToWindow);
    connect(m_windows, &PageWindows::returned, this, [this](TabPage *page) {
        raise();
        activateWindow();
        m_tabs->add(page);
    });
    connect(m_tabs, &TabArea::lastClosed, this, [this] {
        if (m_leaving)
            return;
        if (PageWindow *window = m_windows->find(QStringLiteral("dashboard")))
            window->giveBack();
        else
            openKey(QStringLiteral("dashboard"));
    });
    connect(m_topBar, &TopBar::createRequested, this, [this](const QString &entity) { newRecord(entity, {}); });
    connect(m_topBar, &TopBar::languageChosen, this, &MainWindow::languageChosen);
    connect(m_session.get(), &Session::catalogChanged, this, &MainWindow::fillPlaces);
    connect(m_people, &SeeablePeople::arrived, this, [this] {
        if (m_palette->isVisible())
            m_palette->setEntries(paletteEntries());
    });
    connect(m_own, &OwnSettings::arrived, this, &MainWindow::ownSettingsArrived);
    connect(m_office, &OfficeSettings::changed, this, [this] {
        showName();
        fillPlaces();
    });
    connect(m_session.get(), &Session::connectionLost, this, [this](const QString &sentence) {
        m_statusBar->setConnected(false);
        m_banner->show(Banner::Warning, tr("The data cannot be reached; what you type is kept. %1").arg(sentence));
    });
    connect(m_session.get(), &Session::connectionBack, this, [this] {
        m_statusBar->setConnected(true);
        m_banner->setVisible(false);
    });
    connect(m_session.get(), &Session::maintenanceChanged, this, [this](bool on) {
        m_banner->setVisible(false);
        if (on)
            m_banner->show(Banner::Info, tr("An administrator is upgrading the office. You can read and type; saving "
                                            "goes on by itself as soon as that is done."));
    });
}

void MainWindow::fillPlaces()
{
    const Actor actor = m_session->actor();
    m_sidebar->setFavourites(favourites());
    m_sidebar->fill(*m_session->catalog(), actor);
    QList<const Entity *> offered = creatable();
    offered.removeIf([](const Entity *entity) { return entity->isAdminOnly(); }); // seldom: from their lists and Ctrl+K
    m_topBar->setCreatable(offered, m_commands.shortcutText(QStringLiteral("record.new")));
    if (ReminderBell *bell = bellOf(*this)) // the office may not use them
        bell->setVisible(!OfficeSettings::isHidden(m_session->catalog()->at(reminding().entity)));
    m_topBar->setPerson(actor, actor.policy.isAdmin() ? tr("administrator") : QString());
    m_sidebar->setCurrent(m_tabs->currentKey());
}

QList<const Entity *> MainWindow::creatable() const
{
    const auto catalog = m_session->catalog();
    const Actor actor = m_session->actor();
    QList<const Entity *> found;
    for (const Entity *entity : Sidebar::menuEntities(*catalog, actor))
        if (!entity->isDictionary() && actor.policy.may(*entity, Verb::Create) &&
            (!entity->isAdminOnly() || actor.policy.isAdmin()))
            found.append(entity);
    return found;
}

void MainWindow::currentChanged()
{
    const TabPage *page = m_tabs->currentPage();
    const QString key = m_tabs->currentKey();
    m_sidebar->setCurrent(
        key.isEmpty() && page && !page->entityKey().isEmpty() ? QStringLiteral("list/") + page->entityKey() : key);
    m_topBar->setBackForward(m_tabs->canGoBack(), m_tabs->canGoForward());
    const QList<SavedTab> liked = favourites();
    m_topBar->setFavourite(std::any_of(liked.begin(), liked.end(), [&](const SavedTab &one) { return one.key == key; }),
                           !key.isEmpty());
    if (key.isEmpty())
        return;
    m_recent.removeAll(key);
    m_recent.prepend(key);
    while (m_recent.size() > mostRecent)
        m_recent.removeLast();
}

// Messages.

void MainWindow::toast(const QString &text, std::function<void()> undo)
{
    const bool offered = bool(undo);
    const PageWindow *active = activeWindow();
    (active ? active->toastPopup() : *m_toast).show(text, offered ? tr("Undo") : QString(), std::move(undo));
}

void MainWindow::showError(const Error &error)
{
    if (error.kind() == ErrorKind::Cancelled)
        return;
    if (!error.details().isEmpty())
        qInfo("%s: %s", qPrintable(errorKindName(error.kind())), qPrintable(error.details()));
    if (const PageWindow *active = activeWindow())
        active->toastPopup().show(error.sentence());
    m_banner->show(Banner::Danger, error.sentence());
    m_banner->setAction(tr("Close"), [this] { m_banner->setVisible(false); });
}

FormatContext MainWindow::format() const
{
    FormatContext context;
    context.locale = QLocale();
    context.currency = m_session->catalog()->baseCurrency;
    return context;
}

// Coming and going.

QString MainWindow::settingsGroup() const { return ownSetting({}); }

void MainWindow::storeState() const
{
    QSettings settings;
    const QString group = settingsGroup();
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/splitter"), m_splitter->saveState());
    settings.setValue(QStringLiteral("window/splitter_percent"), appearance().textPercent);
    settings.setValue(QStringLiteral("window/sidebar"), !m_sidebar->isHidden());
    settings.setValue(group + QStringLiteral("tabs"), toSetting(m_tabs->saved()));
    settings.setValue(group + QStringLiteral("current"), m_tabs->currentKey());
    settings.setValue(group + QStringLiteral("recent"), m_recent);
    settings.setValue(group + QStringLiteral("windows"), m_windows->saved());
    docksOf(*this)->store();
}

void MainWindow::restoreState(const QString &firstKey)
{
    const QSettings settings;
    const QString group = settingsGroup();
    constexpr QSize frame(16, 48); // title and borders, which nobody tells before the window is shown
    if (!restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray()) && screen())
        resize(QSize(1360, 860).boundedTo(screen()->availableSize() - frame));
    const bool kept = m_splitter->restoreState(settings.value(QStringLiteral("window/splitter")).toByteArray());
    fitSidebar(kept ? settings.value(QStringLiteral("window/splitter_percent"), 100).toInt()
                    : appearance().textPercent);
    m_sidebar->setVisible(settings.value(QStringLiteral("window/sidebar"), true).toBool());
    const QList<SavedTab> tabs = tabsOf(settings.value(group + QStringLiteral("tabs")));
    m_recent = settings.value(group + QStringLiteral("recent")).toStringList();
    m_tabs->restore(tabs, settings.value(group + QStringLiteral("current")).toString());
    if (m_tabs->count() == 0)
        openKey(firstKey);
    for (const auto &[key, geometry] : PageWindows::savedOf(settings.value(group + QStringLiteral("windows"))))
        if (TabPage *page = m_tabs->isOpen(key) ? nullptr : makePage(key))
            m_windows->add(page)->restoreGeometry(geometry);
    m_windows->setInHost();
    docksOf(*this)->restore();
    new LeftDrafts(*this, *m_banner, this);
}

void MainWindow::limitSidebar()
{
    m_textPercent = appearance().textPercent;
    m_sidebar->setMinimumWidth(scaled(leastSidebar));
    m_sidebar->setMaximumWidth(scaled(mostSidebar));
}

/// The size of type is another one than the width was stored for: as many letters as before, and room for the page.
void MainWindow::fitSidebar(int percent)
{
    const QList<int> sizes = m_splitter->sizes();
    const int now = appearance().textPercent;
    if (sizes.value(0) == 0 || percent <= 0 || (percent == now && sizes.first() <= width() / 3))
        return;
    const int wanted = qMin(sizes.first() * now / percent, width() / 3);
    m_splitter->setSizes({wanted, sizes.first() + sizes.last() - wanted});
}

bool MainWindow::mayLeave()
{
    if (!m_tabs->mayCloseAll() || !m_windows->mayCloseAll() || !m_statusBar->works()->endAll())
        return false;
    docksOf(*this)->store();
    m_own->store();
    return hasSavedAll();
}

/// What was changed last may still be on its way. True: it has arrived, or the person goes without it.
bool MainWindow::hasSavedAll()
{
    QDeadlineTimer patience(savingMs);
    while (m_session->unsaved() > 0 && !patience.hasExpired())
        QThread::msleep(pauseMs);
    const int left = m_session->unsaved();
    if (left == 0)
        return true;
    const Prompts::Question question{
        tr("Close without %n change(s)?", nullptr, left),
        tr("They have not reached the database yet, which does not answer just now. Drafts of open forms are kept."),
        tr("Close"),
        {},
        true};
    return Prompts::ask(this, question) == Prompts::Yes;
}

void MainWindow::leave()
{
    m_leaving = true;
    close();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_seeing && !m_leaving) { // back to one's own window
        event->ignore();
        Q_EMIT stopSeeingRequested();
        return;
    }
    if (!m_leaving && !mayLeave()) {
        event->ignore();
        return;
    }
    storeState();
    m_windows->closeAll();
    event->accept();
    if (!m_leaving)
        Q_EMIT closed();
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    const int before = m_textPercent;
    if (!m_sidebar || before == appearance().textPercent)
        return;
    limitSidebar();
    fitSidebar(before);
}

/// What is in a splitter has no widths before.
void MainWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fitSidebar(m_textPercent);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_sidebar || !m_splitter)
        return;
    fitSidebar(m_textPercent);
    if (isVisible())
        m_splitter->setStretchFactor(1, 1);
}

} // namespace crm
