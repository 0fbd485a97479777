// Keys that put what one is in elsewhere and make it wider: a card of the dashboard, a column of a list. One set of
// commands for all of them, so that a person finds and changes them in one place.
//
//     class CardBoard : public QWidget, public Arrangeable { ... };
//     addArrangeCommands(commands);
//
// Thread: the window's.
#pragma once
#include "ui/ui_export.h"

class QWidget;

namespace crm {

class Commands;

/// A widget, or an object that belongs to one, with parts that a person can arrange; the part is the one with the
/// focus.
class CRM_UI Arrangeable
{
public:
    enum Step { Left, Right, Up, Down, Narrower, Wider };
    virtual ~Arrangeable();
    virtual bool canArrange(Step step) const = 0;
    virtual void arrange(Step step) = 0;
    /// The nearest around the widget; null: there is none.
    static Arrangeable *around(QWidget *widget);
};

CRM_UI void addArrangeCommands(Commands &commands);

} // namespace crm
