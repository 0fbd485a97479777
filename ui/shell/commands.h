// Everything the window can do, in one place: shortcuts, the command palette and the cheat sheet read the same list.
//
//     commands.add({"tab.close", CommandGroup::Tabs, tr("Close tab"), "close", {QKeySequence("Ctrl+W")}, [this] { ...
//     }}); commands.run("tab.close");
//
// A person's own shortcut, kept in QSettings under "shortcuts/<key>" ("none": taken away), takes the place of the first
// one declared. Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QList>
#include <functional>

class QWidget;

namespace crm {

enum class CommandGroup { Go, Records, Tabs, Look, Program };

struct Command
{
    QString key; ///< "tab.close"; stable
    CommandGroup group = CommandGroup::Program;
    QString text;
    QString iconName;
    QList<QKeySequence> shortcuts;
    std::function<void()> run;
    std::function<bool()> enabled = {}; ///< empty: always
    bool inPalette = true;
    QList<QKeySequence> declared = {}; ///< before the person chose another; set by Commands
};

class CRM_UI Commands
{
public:
    /// @param host the window in which the shortcuts work, at any focus
    explicit Commands(QWidget *host)
        : m_host(host)
    {}

    void add(Command command);
    const QList<Command> &list() const { return m_list; }
    const Command *find(const QString &key) const;
    /// Does nothing when it is not enabled.
    void run(const QString &key) const;
    /// As the platform writes it ("Ctrl+W"); empty: none.
    QString shortcutText(const QString &key) const;
    /// From now on and at the next start; an empty one takes the shortcut away. Others keep theirs: see boundTo().
    void setShortcut(const QString &key, const QKeySequence &keys);
    /// As declared.
    void resetShortcut(const QString &key);
    bool isOwn(const QString &key) const; ///< the person chose it
    /// The command that these keys run; null: none.
    const Command *boundTo(const QKeySequence &keys) const;
    /// A sentence that says why they cannot be a shortcut; empty: they can. A letter alone would be typed into fields.
    static QString whyNotShortcut(const QKeySequence &keys);
    /// What the person chose is read again: it may have come from another computer.
    void reload();
    static QString groupTitle(CommandGroup group);

private:
    void bind(Command &command);
    Command *own(const QString &key);
    QWidget *m_host;
    QList<Command> m_list;
    QHash<QString, QAction *> m_actions;
};

} // namespace crm
