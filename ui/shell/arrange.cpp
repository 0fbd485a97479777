#include "ui/shell/arrange.h"
#include "ui/shell/commands.h"
#include <QApplication>
#include <QWidget>

namespace crm {

Arrangeable::~Arrangeable() = default;

Arrangeable *Arrangeable::around(QWidget *widget)
{
    for (; widget; widget = widget->isWindow() ? nullptr : widget->parentWidget()) {
        if (auto *found = dynamic_cast<Arrangeable *>(widget))
            return found;
        for (QObject *child : widget->children())
            if (auto *found = child->isWidgetType() ? nullptr : dynamic_cast<Arrangeable *>(child))
                return found;
    }
    return nullptr;
}

void addArrangeCommands(Commands &commands)
{
    struct Tr
    {
        Q_DECLARE_TR_FUNCTIONS(crm::Commands)
    };
    constexpr auto move = Qt::ALT | Qt::SHIFT, resize = Qt::CTRL | Qt::SHIFT;
    const auto add = [&](const char *key, const QString &text, const char *icon, QKeyCombination keys,
                         Arrangeable::Step step) {
        const auto here = [step]() -> Arrangeable * {
            Arrangeable *around = Arrangeable::around(QApplication::focusWidget());
            return around && around->canArrange(step) ? around : nullptr;
        };
        commands.add({QLatin1String(key),
                      CommandGroup::Look,
                      text,
                      QLatin1String(icon),
                      {keys},
                      [here, step] {
                          if (Arrangeable *around = here())
                              around->arrange(step);
                      },
                      [here] { return here() != nullptr; }});
    };
    add("arrange.left", Tr::tr("Move the card or the column to the left"), "arrow-left", move | Qt::Key_Left,
        Arrangeable::Left);
    add("arrange.right", Tr::tr("Move the card or the column to the right"), "arrow-right", move | Qt::Key_Right,
        Arrangeable::Right);
    add("arrange.up", Tr::tr("Move the card up"), "chevron-up", move | Qt::Key_Up, Arrangeable::Up);
    add("arrange.down", Tr::tr("Move the card down"), "chevron-down", move | Qt::Key_Down, Arrangeable::Down);
    add("arrange.narrower", Tr::tr("Make the card or the column narrower"), "chevron-left", resize | Qt::Key_Left,
        Arrangeable::Narrower);
    add("arrange.wider", Tr::tr("Make the card or the column wider"), "chevron-right", resize | Qt::Key_Right,
        Arrangeable::Wider);
}

} // namespace crm
