// What can be done with a record that asks questions: fill it in, look at it, save it as a page, read what came back.
#pragma once
#include "core/model/record.h"
#include "ui/ui_export.h"
#include <functional>
#include <optional>

class QHBoxLayout;
class QMenu;
class QWidget;

namespace crm {

class Navigator;

/// Whether the person may do anything of it.
CRM_UI bool canAsk(Navigator &navigator, const Entity &entity);
/// Buttons for the head of the record's page. @param asker the record as it is stored; nothing while it is changed
CRM_UI void addQuestionActions(Navigator &navigator, QHBoxLayout *bar, QWidget *parent,
                               const std::function<std::optional<Document>()> &asker);
/// An entry of a list's menu, where the list is made of answers. @param asks the entity that asks for them
CRM_UI void addReadAnswers(QMenu *menu, Navigator &navigator, const Entity &asks);
/// Asks for files of answers and makes a record of each; says how many, and what was refused.
CRM_UI void readAnswers(Navigator &navigator);
/// Asks where to write the page.
CRM_UI void saveQuestionPage(Navigator &navigator, const Document &asker);

} // namespace crm
