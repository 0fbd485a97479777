#include "ui/style/choice_box.h"
#include <QKeyEvent>
#include <QWheelEvent>

namespace crm {

void ChoiceBox::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!(event->modifiers() & (Qt::ControlModifier | Qt::MetaModifier)))
            showPopup();
        return;
    default:
        break;
    }
    const QString typed = event->text();
    if (typed.size() == 1 && typed.at(0).isLetterOrNumber() && !(event->modifiers() & Qt::ControlModifier))
        showPopup();
    else
        QComboBox::keyPressEvent(event); // Space, F4 and Alt+Down open the list
}

void ChoiceBox::wheelEvent(QWheelEvent *event) { event->ignore(); } // the page scrolls

} // namespace crm
