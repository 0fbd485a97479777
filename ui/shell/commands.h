// Everything the window can do, in one place: shortcuts, the command palette and the cheat sheet read the same list.
//
//     commands.add({"tab.close", CommandGroup::Tabs, tr("Close tab"), "close", {QKeySequence("Ctrl+W")}, [this] { ...
//     }}); commands.run("tab.close");
//
// A person's own shortcut, kept in QSettings under "shortcuts/<key>", takes the place of the first one declared.
// Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QAction>
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
    static QString groupTitle(CommandGroup group);

private:
    QWidget *m_host;
    QList<Command> m_list;
};

} // namespace crm
