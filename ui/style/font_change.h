// Whether what a widget measured by its letters has to be measured again.
//
//     if (changesFont(*event))
//         measure();
//
// Thread: the window's.
#pragma once
#include <QEvent>

namespace crm {

inline bool changesFont(const QEvent &event)
{
    return event.type() == QEvent::ApplicationFontChange || event.type() == QEvent::FontChange;
}

} // namespace crm
