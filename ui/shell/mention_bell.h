// The @ in the top bar: how many comments have called the person since they looked last, and below it which; a choice
// opens the record that was spoken of. What comes in is told by a message in the window, within the feed's two seconds.
// What the person may not see never comes here: the lists and the feed of the server decide.
//
// Thread: the window's.
#pragma once
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/ui_export.h"
#include <QPointer>
#include <QSet>
#include <QToolButton>

class QMenu;

namespace crm {

class Commands;
class MainWindow;
class Navigator;

/// A text that calls the person, the newest first.
struct Calling
{
    QString entity;
    Id id = 0;
    QDateTime at; ///< UTC
    QString author, text, parentEntity, parentTitle;
    Id parentId = 0;
};

class CRM_UI MentionBell : public QToolButton
{
    Q_OBJECT
public:
    /// @param setting the key of QSettings for which they have looked at; it follows them as one of OwnSettings
    MentionBell(Navigator &navigator, const QString &setting, QWidget *parent);
    /// Whether anything here calls people that this person may read.
    static bool isOffered(const Session &session);

    const QList<Calling> &callings() const { return m_callings; } ///< at most 20
    int unseen() const;
    bool isLooking() const { return m_request.isRunning(); }
    void setShortcutText(const QString &keys);
    void look(); ///< asks the database now
    void popUp();
    QMenu *openMenu() const; ///< null: it is closed

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void hear(const QList<Change> &changes);
    void take(const QList<Calling> &callings);
    void tell(const QList<Calling> &fresh);
    void showCount();
    void openAll();
    bool isUnseen(const Calling &calling) const;
    void setSeen();

    Navigator &m_navigator;
    const QString m_setting;
    QList<Calling> m_callings;
    QSet<QPair<QString, Id>> m_heard; ///< of the feed; told of, if they are among what is read
    QSet<QPair<QString, Id>> m_late;  ///< called later than they were written
    QPointer<QMenu> m_menu;
    Request m_request;
    QString m_keys;
    qint64 m_seenAt = 0; ///< of the newest one that was looked at, ms; by the clock that wrote them
};

/// The @ of a window; null: nothing calls anybody there.
CRM_UI MentionBell *mentionsOf(const MainWindow &window);
void addMentionCommands(Commands &commands, MainWindow &window);

} // namespace crm
