// What the main window can do: its commands, undo.
#include "ui/admin/password_dialog.h"
#include "ui/exchange/list_exchange.h"
#include "ui/extend/ui_registry.h"
#include "ui/records/field_help.h"
#include "ui/records/list_commands.h"
#include "ui/records/list_panel.h"
#include "ui/records/record_commands.h"
#include "ui/records/record_steps.h"
#include "ui/records/undo_records.h"
#include "ui/shell/arrange.h"
#include "ui/shell/dock_commands.h"
#include "ui/shell/docks.h"
#include "ui/shell/help_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/mention_bell.h"
#include "ui/shell/own_settings.h"
#include "ui/shell/page_windows.h"
#include "ui/shell/prompts.h"
#include "ui/shell/reminder_bell.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/tab_area.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/undo_history.h"
#include "ui/shell/welcome_tour.h"
#include "ui/style/widgets.h"
#include <QApplication>
#include <QSettings>

namespace crm {

void MainWindow::add(const char *key, CommandGroup group, const QString &text, const char *iconName,
                     const QList<QKeySequence> &keys, std::function<void()> run, std::function<bool()> enabled)
{
    m_commands.add(
        {QLatin1String(key), group, text, QLatin1String(iconName), keys, std::move(run), std::move(enabled)});
}

void MainWindow::addCommands()
{
    addGoCommands();
    addRecordCommands();
    addListCommands();
    addRecordPageCommands(m_commands, [this] { return activePage(); });
    addTabCommands();
    addDockCommands(m_commands, *this);
    addReminderCommands(m_commands, *this, [this] { return activePage(); });
    addMentionCommands(m_commands, *this);
    addLookCommands();
    addArrangeCommands(m_commands);
    addProgramCommands();
    for (const CommandSpec &spec : uiRegistry().commands()) {
        if (spec.offered && !spec.offered(m_session->actor()))
            continue;
        QList<QKeySequence> keys;
        if (!spec.shortcut.isEmpty())
            keys.append(spec.shortcut);
        m_commands.add({spec.key, CommandGroup::Program, spec.label.text(), spec.icon, keys,
                        [this, spec] { UiRegistry::run(spec, *this); }});
    }
}

void MainWindow::addGoCommands()
{
    using K = QKeySequence;
    const auto g = CommandGroup::Go;
    add("go.palette", g, tr("Search everything"), "search", {K(tr("Ctrl+K", "shortcut"))}, [this] { openPalette(); });
    add("go.search", g, tr("Search on this page"), "filter", {K(QKeySequence::Find)}, [this] {
        if (TabPage *page = activePage())
            page->focusSearch();
    });
    add("go.back", g, tr("Back"), "arrow-left", {K(Qt::ALT | Qt::Key_Left)}, [this] {
        m_tabs->goBack();
        currentChanged();
    });
    add("go.forward", g, tr("Forward"), "arrow-right", {K(Qt::ALT | Qt::Key_Right)}, [this] {
        m_tabs->goForward();
        currentChanged();
    });
    add("go.dashboard", g, tr("Dashboard"), "dashboard", {K(Qt::ALT | Qt::Key_Home)},
        [this] { openKey(QStringLiteral("dashboard")); });
    add("go.favourite", g, tr("Add to favourites, or take it from there"), "star",
        {K(Qt::CTRL | Qt::SHIFT | Qt::Key_D)}, [this] { toggleFavourite(); });
    add("go.trash", g, tr("Trash"), "trash", {}, [this] { openKey(QStringLiteral("trash")); });
    add("go.settings", g, tr("Preferences"), "settings", {K(Qt::CTRL | Qt::Key_Comma)},
        [this] { openKey(QStringLiteral("settings")); });
    if (m_session->actor().policy.isAdmin()) {
        add("go.office", g, tr("Settings of the office"), "settings", {},
            [this] { openKey(QStringLiteral("office")); });
        add("go.people", g, tr("People and passwords"), "users", {}, [this] { openKey(QStringLiteral("people")); });
    }
}

void MainWindow::addRecordCommands()
{
    using K = QKeySequence;
    const auto r = CommandGroup::Records;
    add("record.new", r, tr("New record here"), "plus", {K(QKeySequence::New)}, [this] { createHere(); });
    add(
        "record.save", r, tr("Save"), "save", {K(QKeySequence::Save)}, [this] { activePage()->save(); },
        [this] { return activePage() && activePage()->canSave(); });
    const auto list = [this] {
        TabPage *page = activePage();
        return page ? page->findChild<ListPanel *>() : nullptr;
    };
    add(
        "record.import", r, tr("Import a file into this list"), "import", {},
        [list] { list()->exchange()->importFile(); },
        [list] { return list() && list()->exchange()->whyNotImport().isEmpty(); });
    add(
        "record.export", r, tr("Export this list"), "export", {}, [list] { list()->exchange()->exportRows(); },
        [list] { return list() && list()->exchange()->whyNotExport().isEmpty(); });
    add(
        "record.change", r, tr("Change one field of the selected records"), "edit", {},
        [list] { list()->commands()->changeSelected(); }, [list] { return list() && list()->commands()->mayChange(); });
    add("record.undo", r, tr("Undo my last change"), "undo", {K(QKeySequence::Undo)}, [this] { undoLast(); });
}

/// What one looks at a list by, and the way through its records.
void MainWindow::addListCommands()
{
    using K = QKeySequence;
    const auto r = CommandGroup::Records;
    const auto list = [this] {
        TabPage *page = activePage();
        return page ? page->findChild<ListPanel *>() : nullptr;
    };
    const auto isList = [list] { return list() != nullptr; };
    add(
        "list.group", r, tr("Group the rows of this list"), "group-by", {}, [list] { list()->openGroupMenu(); },
        isList);
    add(
        "list.quickFilter", r, tr("Filters below the headings of this list"), "filter-row",
        {K(Qt::CTRL | Qt::SHIFT | Qt::Key_F)}, [list] { list()->useQuickFilters(); },
        [list] { return list() && list()->quickFilters(); });
    add(
        "list.columns", r, tr("Columns of this list"), "columns", {}, [list] { list()->openColumnChooser(); }, isList);
    add(
        "list.colors", r, tr("Colour the rows of this list by rules"), "palette", {},
        [list] { list()->editColorRules(); }, [list] { return list() && list()->viewTabs(); });
    const auto steps = [this] {
        TabPage *page = activePage();
        return page ? page->findChild<RecordSteps *>() : nullptr;
    };
    add(
        "record.previous", r, tr("Previous record of the list"), "chevron-up", {K(Qt::ALT | Qt::Key_PageUp)},
        [steps] { steps()->step(-1); }, [steps] { return steps() && steps()->canStep(-1); });
    add(
        "record.next", r, tr("Next record of the list"), "chevron-down", {K(Qt::ALT | Qt::Key_PageDown)},
        [steps] { steps()->step(1); }, [steps] { return steps() && steps()->canStep(1); });
}

void MainWindow::addTabCommands()
{
    using K = QKeySequence;
    const auto t = CommandGroup::Tabs;
    add("tab.close", t, tr("Close tab"), "close", {K(Qt::CTRL | Qt::Key_W)}, [this] { closeActive(); });
    add("tab.next", t, tr("Next tab"), "chevron-right", {K(Qt::CTRL | Qt::Key_Tab), K(Qt::CTRL | Qt::Key_PageDown)},
        [this] { m_tabs->showNext(1); });
    add("tab.previous", t, tr("Previous tab"), "chevron-left",
        {K(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), K(Qt::CTRL | Qt::Key_PageUp)}, [this] { m_tabs->showNext(-1); });
    add("tab.window", t, tr("Move the page to a window of its own, or back to the tabs"), "external",
        {K(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}, [this] {
            if (PageWindow *window = activeWindow())
                window->giveBack();
            else
                moveToWindow(m_tabs->currentIndex());
        });
}

void MainWindow::addLookCommands()
{
    using K = QKeySequence;
    const auto l = CommandGroup::Look;
    add("look.sidebar", l, tr("Show or hide the places"), "sidebar", {K(Qt::CTRL | Qt::Key_B)},
        [this] { m_sidebar->setVisible(m_sidebar->isHidden()); });
    add("look.places", l, tr("To the places at the side, and back to the page"), "sidebar", {K(Qt::SHIFT | Qt::Key_F6)},
        [this] { goToPlaces(); });
    add("look.system", l, tr("Theme of the system"), "theme", {}, [this] { setTheme(ThemeMode::System); });
    add("look.light", l, tr("Light theme"), "sun", {}, [this] { setTheme(ThemeMode::Light); });
    add("look.dark", l, tr("Dark theme"), "moon", {}, [this] { setTheme(ThemeMode::Dark); });
}

void MainWindow::addProgramCommands()
{
    using K = QKeySequence;
    const auto p = CommandGroup::Program;
    add("program.help", p, tr("Help and shortcuts"), "help", {K(QKeySequence::HelpContents)}, [this] { showHelp(); });
    add("program.tour", p, tr("Take the tour of the window"), "sparkles", {}, [this] { WelcomeTour::start(*this); });
    add("program.shortcuts", p, tr("Change shortcuts"), "keyboard", {},
        [this] { openKey(QStringLiteral("shortcuts")); });
    add("program.password", p, tr("Change my password"), "key", {}, [this] { changePassword(); });
    add("program.open", p, tr("Open another database"), "database", {K(QKeySequence::Open)},
        [this] { Q_EMIT openOtherRequested(); });
    add("program.signOut", p, tr("Sign out"), "sign-out", {}, [this] { Q_EMIT signOutRequested(); });
    add("program.quit", p, tr("Quit"), "close", {K(QKeySequence::Quit)}, [this] { close(); });
}

void MainWindow::goToPlaces()
{
    if (m_sidebar->hasFocus())
        return m_tabs->focusPage();
    if (m_sidebar->isHidden())
        m_sidebar->show();
    m_sidebar->focusCurrent();
}

QList<SavedTab> MainWindow::favourites() const
{
    return tabsOf(QSettings().value(settingsGroup() + QStringLiteral("favourites")));
}

void MainWindow::toggleFavourite()
{
    const TabPage *page = activePage();
    const QString key = page ? page->key() : QString();
    if (!page || key.isEmpty()) {
        toast(tr("Save it first: what is new has no place yet."), {});
        return;
    }
    QList<SavedTab> liked = favourites();
    if (liked.removeIf([&](const SavedTab &one) { return one.key == key; }) == 0)
        liked.append({key, page->title(), page->iconName()});
    QSettings().setValue(settingsGroup() + QStringLiteral("favourites"), toSetting(liked));
    m_own->store();
    fillPlaces();
    currentChanged();
}

/// Arranged at another computer.
void MainWindow::ownSettingsArrived()
{
    m_commands.reload();
    fillPlaces();
    if (MentionBell *bell = mentionsOf(*this)) // what was looked at on another computer is new here no more
        bell->look();
    docksOf(*this)->restore();
    currentChanged();
}

/// What the field one is in is about; else help begins with what the current page is about.
void MainWindow::showHelp()
{
    if (!showHelpOfFocus(QApplication::focusWidget()))
        showHelpAbout(activePage() ? HelpPage::topicOf(activePage()->key()) : QString());
}

void MainWindow::showHelpAbout(const QString &topic)
{
    openKey(QStringLiteral("help"));
    if (auto *help = qobject_cast<HelpPage *>(activePage()))
        help->showTopic(topic);
}

void MainWindow::createHere()
{
    const TabPage *page = activePage();
    const QString entity = page ? page->entityKey() : QString();
    const Entity *known = entity.isEmpty() ? nullptr : m_session->catalog()->find(entity);
    if (known && m_session->actor().policy.may(*known, Verb::Create))
        newRecord(entity, {});
    else
        m_topBar->popUpCreate();
}

void MainWindow::undoLast(const UndoOver &over, bool agreed)
{
    m_undo->undoLast(
        [this](const UndoneChange &undone) {
            if (undone.asks > 0)
                return askToUndoMany(undone.asks);
            tellUndone(undone);
            if (!undone.left.isEmpty())
                askToUndoLast(undone.left);
        },
        [this](const Error &error) {
            if (const auto *changed = dynamic_cast<const ChangedError *>(&error))
                askToUndoLast(changed->records());
            else if (const auto *conflict = dynamic_cast<const ConflictError *>(&error))
                askToUndoLast({{conflict->theirs(), conflict->since()}});
            else
                showError(error);
        },
        over, agreed);
}

/// An import, a change to many records: one key too many must not throw them away.
void MainWindow::askToUndoMany(qint64 records)
{
    const Prompts::Question question{tr("Undo what made or changed %n record(s)?", nullptr, int(records)),
                                     tr("New ones go to the trash, the others become what they were. What others have "
                                        "changed since is shown first."),
                                     tr("Undo the changes"),
                                     {},
                                     true,
                                     tr("Leave as it is")}; // "Undo" and "Cancel" are one word in some languages
    if (Prompts::ask(this, question) == Prompts::Yes)
        undoLast({}, true);
}

void MainWindow::tellUndone(const UndoneChange &undone)
{
    if (undone.nothing) {
        toast(tr("There is nothing of yours to undo."), {});
        return;
    }
    const Entity *entity = m_session->catalog()->find(undone.entity);
    if (undone.records > 1)
        toast(tr("Undone: %n record(s)", nullptr, int(undone.records)), {});
    else if (undone.records == 1)
        toast(tr("Undone: %1").arg(entity ? entity->one().text() : undone.entity), {});
}

/// Others have changed since what was to be undone.
void MainWindow::askToUndoLast(const QList<ChangedRecord> &records)
{
    if (const auto confirmed = askToUndo(*this, records))
        undoLast(*confirmed, true);
    else
        m_undo->passOver();
}

void MainWindow::setTheme(ThemeMode mode)
{
    Appearance changed = appearance();
    changed.theme = mode;
    changed.store();
    applyAppearance(changed);
}

void MainWindow::changePassword()
{
    const Actor actor = m_session->actor();
    PasswordDialog dialog(*m_session, actor.userId, actor.login, this);
    if (Prompts::run(dialog) == QDialog::Accepted)
        toast(tr("The password has been changed."), {});
}

} // namespace crm
