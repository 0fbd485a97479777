// The window one works in: top bar, places, tabs, status bar. Answers what pages ask (Navigator).
//
//     auto *window = new MainWindow(session);
//     connect(window, &MainWindow::signOutRequested, ...);
//     window->restoreState();
//     window->show();
//
// Closing asks for unsaved changes; tabs and size come back at the next start (QSettings, per database and person).
// Thread: the window's; never runs SQL.
#pragma once
#include "core/store/session.h"
#include "ui/shell/commands.h"
#include "ui/shell/navigator.h"
#include "ui/style/style.h"
#include <QWidget>
#include <optional>

class QSplitter;

namespace crm {

class Banner;
class CommandPalette;
class Entity;
class OfficeSettings;
class OwnSettings;
class PageWindow;
class PageWindows;
class SeeablePeople;
class Sidebar;
class StatusBar;
class TabArea;
class TabPage;
class Toast;
class TopBar;
class UndoHistory;
struct PaletteEntry;
struct SavedTab;
struct UndoneChange;

class CRM_UI MainWindow : public QWidget, public Navigator
{
    Q_OBJECT
public:
    explicit MainWindow(std::shared_ptr<Session> session, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Size, places and tabs as they were left; the first time the page of that key.
    void restoreState(const QString &firstKey = QStringLiteral("dashboard"));
    void storeState() const;
    /// Asks each page with changes, and about what is still on its way; false: the person wants to stay.
    bool mayLeave();
    /// Closes without asking again.
    void leave();

    // Navigator
    using Navigator::openList;
    void openList(const QString &entity, const Query &query) override;
    void openRecord(const QString &entity, Id id) override;
    void newRecord(const QString &entity, const QVariantMap &preset) override;
    void openKey(const QString &key) override;
    void toast(const QString &text, std::function<void()> undo) override;
    void showError(const Error &error) override;
    Session &session() override { return *m_session; }
    FormatContext format() const override;
    QWidget *window() override;

    std::shared_ptr<Session> sharedSession() const { return m_session; }
    TabArea &tabs() const { return *m_tabs; }
    PageWindows &pageWindows() const { return *m_windows; }
    Sidebar &sidebar() const { return *m_sidebar; }
    TopBar &topBar() const { return *m_topBar; }
    StatusBar &statusBar() const { return *m_statusBar; }
    const Commands &commands() const { return m_commands; }
    OwnSettings &ownSettings() const { return *m_own; }
    CommandPalette &palettePopup() const { return *m_palette; }
    Toast &toastPopup() const { return *m_toast; }
    Banner &banner() const { return *m_banner; }
    Banner *seeingBanner() const { return m_seeing; } ///< null: one sees as oneself

Q_SIGNALS:
    void signOutRequested();
    void openOtherRequested();
    void languageChosen(const QString &code);
    /// Something that a living window does not follow (size of type, density): it must be made anew.
    void appearanceChosen(const crm::Appearance &appearance);
    void closed();
    /// Of an administrator: the next window shows what that person sees.
    void seeAsRequested(crm::Id user);
    void stopSeeingRequested(); ///< of a window that shows what somebody else sees; closing it means the same

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    bool hasSavedAll();
    void build();
    void listen();
    QWidget *makeSeeingBanner();
    void showName();
    void showPlace();
    void fillPlaces();
    void addCommands();
    void addGoCommands();
    void addRecordCommands();
    void addListCommands();
    void addTabCommands();
    void addLookCommands();
    void addProgramCommands();
    void add(const char *key, CommandGroup group, const QString &text, const char *iconName,
             const QList<QKeySequence> &keys, std::function<void()> run, std::function<bool()> enabled = {});
    TabPage *makePage(const QString &key);
    TabPage *makeKnownPage(const QString &key);
    void currentChanged();
    void showHelp();
    void showHelpAbout(const QString &topic);
    void addFile(const Entity &entity, const QVariantMap &preset);
    QList<SavedTab> favourites() const;
    void toggleFavourite();
    void goToPlaces(); ///< and back to the page
    void ownSettingsArrived();
    void createHere();
    PageWindow *activeWindow() const;
    TabPage *activePage() const;
    void moveToWindow(int index, std::optional<QPoint> at = {});
    void closeActive();
    void bringForward();
    void openPalette();
    QList<PaletteEntry> paletteEntries();
    QList<PaletteEntry> entriesForRecord();
    QList<const Entity *> creatable() const;
    void limitSidebar();
    void fitSidebar(int percent);
    void undoLast(const UndoOver &over = {}, bool agreed = false);
    void askToUndoMany(qint64 records);
    void tellUndone(const UndoneChange &undone);
    void askToUndoLast(const QList<ChangedRecord> &records);
    void setTheme(ThemeMode mode);
    void changePassword();
    QString settingsGroup() const;

    std::shared_ptr<Session> m_session;
    Commands m_commands;
    OfficeSettings *m_office;
    OwnSettings *m_own = nullptr;
    TopBar *m_topBar = nullptr;
    Sidebar *m_sidebar = nullptr;
    QSplitter *m_splitter = nullptr;
    int m_textPercent = 100; ///< that the width of the sidebar is for
    TabArea *m_tabs = nullptr;
    PageWindows *m_windows = nullptr;
    StatusBar *m_statusBar = nullptr;
    Banner *m_banner = nullptr;
    Banner *m_seeing = nullptr;
    SeeablePeople *m_people = nullptr; ///< of an administrator: whom one may see as
    Toast *m_toast = nullptr;
    CommandPalette *m_palette = nullptr;
    UndoHistory *m_undo = nullptr;
    QStringList m_recent; ///< keys of records and lists looked at, newest first
    bool m_leaving = false, m_starting = true;
};

} // namespace crm
