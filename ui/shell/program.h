// The running program: from the arguments to a window on a database, and from one database to the next.
//
//     Program program(registry());
//     program.start({.file = path});
//     return app.exec();
//
// One window at a time: the start window or the main window. Thread: the window's; opening, creating and demo data run
// on worker threads.
#pragma once
#include "core/store/await.h"
#include "core/store/local_store.h"
#include "core/store/server/profiles.h"
#include "core/store/session.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings_aside.h"
#include "ui/start/start_window.h"
#include "ui/style/style.h"
#include "ui/ui_export.h"
#include <QObject>
#include <QPointer>
#include <atomic>

namespace crm {

struct StartOptions
{
    QString file = {};    ///< to open; empty: the one opened last, else the welcome page
    QString profile = {}; ///< a server's database to open instead of a file
    QString user = {};
    QString firstKey = QStringLiteral("dashboard"); ///< of the page for whom no tabs are remembered
    bool demo = false;
};

class CRM_UI Program : public QObject
{
    Q_OBJECT
public:
    explicit Program(const Registry &registry, QObject *parent = nullptr);
    ~Program() override;

    void start(const StartOptions &options);
    void openFile(const QString &path, const Credentials &credentials = {});
    /// A kept connection: with the password from the keychain, or after asking for it.
    void openProfile(const QString &name);
    void openServer(const Profile &profile, const Credentials &credentials, bool remember);
    void openDemo();
    void create(const QString &path, const Setup &setup);
    void signOut();
    void openOther();
    void changeLanguage(const QString &code);
    void changeAppearance(const Appearance &appearance);
    /// In place of the main window one that shows what that person sees, until stopSeeing().
    void seeAs(Id user);
    /// @param why a sentence for whoever did not ask for it
    void stopSeeing(const QString &why = {});

    MainWindow *mainWindow() const { return m_main; }
    StartWindow *startWindow() const { return m_start; }

Q_SIGNALS:
    void opened(crm::MainWindow *window);
    void openFailed(const QString &sentence);

private:
    void showStart();
    void makeStart();
    void closeStart();
    void takeSession(std::shared_ptr<Session> session);
    void openTarget(const Target &target, const Credentials &credentials);
    void openingFailed(const Credentials &credentials, const Error &error);
    void rememberServerSession(const Credentials &credentials);
    bool askNewPassword(Session &session);
    void showMain(std::shared_ptr<Session> session);
    void rebuild();
    bool leaveMain();
    void showSeeing(const std::shared_ptr<Session> &session);

    const Registry &m_registry;
    QPointer<StartWindow> m_start;
    QPointer<MainWindow> m_main;
    Target m_target;         ///< of what is being opened or is open
    QString m_profile;       ///< its name, of a server
    bool m_remember = false; ///< the password of who signs in there
    StartOptions m_options;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    std::shared_ptr<Session> m_ownSession; ///< while one sees as somebody
    std::unique_ptr<SettingsAside> m_aside;
    Request m_seeing;
};

} // namespace crm
