// Keys that put what one is in elsewhere and make it wider: a card of the dashboard, a column of a list, a tab; the
// parts of a window that the mouse draws wider by the line between them. One set of commands for all of them, so that a
// person finds and changes them in one place.
//
//     class CardBoard : public QWidget, public Arrangeable { ... };
//     addArrangeCommands(commands);
//
// Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QObject>

class QTabBar;
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
    /// The nearest around the widget that can take the step; null: there is none.
    static Arrangeable *around(QWidget *widget, Step step);
};

/// Moves the current tab of a bar whose tabs can be dragged; belongs to the bar.
class CRM_UI TabMover : public QObject, public Arrangeable
{
    Q_OBJECT
public:
    explicit TabMover(QTabBar *bar);
    bool canArrange(Step step) const override { return target(step) >= 0; }
    void arrange(Step step) override;

private:
    int target(Step step) const; ///< -1: nowhere
    QTabBar *m_bar;
};

CRM_UI void addArrangeCommands(Commands &commands);

} // namespace crm
