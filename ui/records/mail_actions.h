// Letters in the window (core/model/mailing.h): opened in the person's own mail program, marked as sent, withdrawn; one
// at its record, several in a list. The program itself sends nothing.
//
// Thread: the window's.
#pragma once
#include "core/model/field.h"
#include "ui/ui_export.h"

class QHBoxLayout;
class QMenu;
class QWidget;

namespace crm {

class ListPanel;
class Navigator;
class Record;

/// Buttons beside the actions of a stored record; nothing where such records do not leave by mail, or this one no
/// longer.
CRM_UI void addMailButtons(Navigator &navigator, QHBoxLayout *bar, QWidget *parent, const Record &letter);
/// For the rows that are chosen in a list.
CRM_UI void addMailActions(QMenu *menu, ListPanel &panel);
/// Those that may be sent now; at most ten at once. What may not is said.
CRM_UI void openInMailProgram(Navigator &navigator, const QString &entity, const IdList &ids);
/// An action of the entity on each; says how many it was done with, and why not with the others.
CRM_UI void runOnLetters(Navigator &navigator, const QString &entity, const IdList &ids, const QString &action);

} // namespace crm
