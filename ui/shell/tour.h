// Pictures of every page, for designers and for the README: in light and dark, in each language, in two sizes.
//
//     Tour tour(session, {.folder = "/tmp/pictures"});
//     int pictures = tour.run();
//
// Waits for each page's data, no longer than needed. Works offscreen. Thread: the window's.
#pragma once
#include "core/store/session.h"
#include "ui/style/style.h"
#include "ui/ui_export.h"
#include <QStringList>

namespace crm {

class MainWindow;
class StartWindow;

struct TourOptions
{
    QString folder;
    QStringList languages = {};   ///< empty: all
    QList<ThemeMode> themes = {}; ///< empty: light and dark
    QList<QSize> sizes = {};      ///< empty: 1280x800 and 1920x1080
    QString only = {};            ///< pictures whose name contains this; empty: all
};

class CRM_UI Tour
{
public:
    Tour(std::shared_ptr<Session> session, TourOptions options);
    /// Throws Error when the folder cannot be written. Returns how many pictures were taken.
    int run();
    /// Pages that did not become ready in time.
    const QStringList &late() const { return m_late; }
    /// How smooth the window was: its stalls and their places, switches of the look, memory. Lines to print.
    QStringList smoothness() const;

private:
    void walk(const QSize &size);
    void walkStart(const QSize &size);
    using Picture = std::function<void(const QString &name, const std::function<void()> &prepare)>;
    void walkServer(StartWindow &window, const Picture &picture);
    void walkMain(const QSize &size);
    void walkEntities(MainWindow &window);
    void walkLists(MainWindow &window);
    void walkDocks(MainWindow &window);
    void walkExchange(MainWindow &window);
    void walkPopups(MainWindow &window);
    void walkReminders(MainWindow &window);
    void walkMentions(MainWindow &window);
    void takeDialog(const QString &name, const std::function<void()> &open);
    void switchLook(const std::function<void()> &change);
    void linger(); ///< lets come what has no signal of its own
    void take(QWidget &window, const QString &name);
    bool wanted(const QString &name) const;
    void waitFor(const std::function<bool()> &ready, const QString &name);
    Id firstOf(const QString &entity);

    std::shared_ptr<Session> m_session;
    TourOptions m_options;
    QString m_folder;
    int m_number = 0, m_taken = 0;
    QStringList m_late;
    double m_longestSwitchMs = 0;
};

} // namespace crm
