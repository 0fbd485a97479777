#include "ui/shell/commands.h"
#include <QCoreApplication>
#include <QSettings>
#include <QWidget>

namespace crm {

namespace {

const QString none = QStringLiteral("none");

QString settingOf(const QString &key) { return QStringLiteral("shortcuts/") + key; }

} // namespace

void Commands::add(Command command)
{
    command.declared = command.shortcuts;
    command.declared.removeAll(QKeySequence()); // a standard key that this platform does not have
    auto *action = new QAction(command.text, m_host);
    action->setObjectName(command.key);
    action->setShortcutContext(Qt::WindowShortcut);
    QObject::connect(action, &QAction::triggered, m_host, [this, key = command.key] { run(key); });
    m_host->addAction(action);
    m_actions.insert(command.key, action);
    bind(command);
    m_list.append(std::move(command));
}

/// Declared, or what the person chose instead of the first.
void Commands::bind(Command &command)
{
    command.shortcuts = command.declared;
    const QString chosen = QSettings().value(settingOf(command.key)).toString();
    if (!chosen.isEmpty()) {
        if (!command.shortcuts.isEmpty())
            command.shortcuts.removeFirst();
        if (chosen == none)
            command.shortcuts.clear();
        else
            command.shortcuts.prepend(QKeySequence(chosen, QKeySequence::PortableText));
    }
    m_actions.value(command.key)->setShortcuts(command.shortcuts);
}

void Commands::reload()
{
    for (Command &command : m_list)
        bind(command);
}

void Commands::setShortcut(const QString &key, const QKeySequence &keys)
{
    QSettings().setValue(settingOf(key), keys.isEmpty() ? none : keys.toString(QKeySequence::PortableText));
    if (Command *command = own(key))
        bind(*command);
}

void Commands::resetShortcut(const QString &key)
{
    QSettings().remove(settingOf(key));
    if (Command *command = own(key))
        bind(*command);
}

bool Commands::isOwn(const QString &key) const { return QSettings().contains(settingOf(key)); }

const Command *Commands::boundTo(const QKeySequence &keys) const
{
    const auto found = std::find_if(m_list.begin(), m_list.end(),
                                    [&](const Command &command) { return command.shortcuts.contains(keys); });
    return keys.isEmpty() || found == m_list.end() ? nullptr : &*found;
}

QString Commands::whyNotShortcut(const QKeySequence &keys)
{
    for (int i = 0; i < keys.count(); ++i) {
        const QKeyCombination one = keys[uint(i)];
        const bool isFunction = one.key() >= Qt::Key_F1 && one.key() <= Qt::Key_F35;
        if (i == 0 && !isFunction &&
            !(one.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
            return QCoreApplication::translate("crm::Commands",
                                               "This key is for typing. Add Ctrl or Alt, or choose one of F1 to F12.");
    }
    return {};
}

Command *Commands::own(const QString &key)
{
    const auto found =
        std::find_if(m_list.begin(), m_list.end(), [&](const Command &command) { return command.key == key; });
    return found == m_list.end() ? nullptr : &*found;
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
