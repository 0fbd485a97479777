#include "ui/shell/commands.h"
#include <QCoreApplication>
#include <QSettings>
#include <QWidget>

namespace crm {

void Commands::add(Command command)
{
    const QString own = QSettings().value(QStringLiteral("shortcuts/") + command.key).toString();
    if (!own.isEmpty()) {
        if (!command.shortcuts.isEmpty())
            command.shortcuts.removeFirst();
        command.shortcuts.prepend(QKeySequence(own, QKeySequence::PortableText));
    }
    command.shortcuts.removeAll(QKeySequence()); // a standard key that this platform does not have
    if (!command.shortcuts.isEmpty()) {
        auto *action = new QAction(command.text, m_host);
        action->setObjectName(command.key);
        action->setShortcuts(command.shortcuts);
        action->setShortcutContext(Qt::WindowShortcut);
        QObject::connect(action, &QAction::triggered, m_host, [this, key = command.key] { run(key); });
        m_host->addAction(action);
    }
    m_list.append(std::move(command));
}

const Command *Commands::find(const QString &key) const
{
    for (const Command &command : m_list)
        if (command.key == key)
            return &command;
    return nullptr;
}

void Commands::run(const QString &key) const
{
    const Command *command = find(key);
    if (command && (!command->enabled || command->enabled()))
        command->run();
}

QString Commands::shortcutText(const QString &key) const
{
    const Command *command = find(key);
    return command && !command->shortcuts.isEmpty() ? command->shortcuts.first().toString(QKeySequence::NativeText)
                                                    : QString();
}

QString Commands::groupTitle(CommandGroup group)
{
    switch (group) {
    case CommandGroup::Go:
        return QCoreApplication::translate("crm::Commands", "Go to");
    case CommandGroup::Records:
        return QCoreApplication::translate("crm::Commands", "Records");
    case CommandGroup::Tabs:
        return QCoreApplication::translate("crm::Commands", "Tabs");
    case CommandGroup::Look:
        return QCoreApplication::translate("crm::Commands", "Look");
    case CommandGroup::Program:
        return QCoreApplication::translate("crm::Commands", "Program");
    }
    return {};
}

} // namespace crm
