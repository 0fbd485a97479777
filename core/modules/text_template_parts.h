// What documents with a text of their own share: proposals, contracts. The text is Markdown and can be taken from a
// template (core/modules/settings/text_templates.cpp).
#pragma once
#include "core/model/entity.h"
#include "core/model/record.h"

namespace crm::modules {

/// `body` and `lines_in_text`: whether the lines stand within the text, so that paper does not show them once more.
QList<Field> documentText(const Label &name);
/// "Take the text from a template": asks for the template, and whether a text that is there may be replaced.
/// @param entity of the document, as the templates name it
Action takeTextAction(const QString &entity);
/// The kinds of documents that templates are for, as choices.
QList<Choice> documentsWithText();

} // namespace crm::modules
